//! A paragraph as it was read for its speakers: tokens, candidates, and running counts.

use super::candidate::{candidates, Candidate};
use super::place::places;
use super::stream::{Reader, Token};
use super::words::Part;
use crate::entity::Entities;
use crate::span::Span;

/// A paragraph that was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Read {
    pub tokens: Vec<Token>,
    pub candidates: Vec<Candidate>,
    /// Before each token, and behind the last: how many of each kind there are.
    counts: Vec<Counts>,
}

/// A number of every kind, one beside the other.
type Counts = u128;

/// Bits of each. More than so many between two tokens are not told apart from fewer.
const BITS: usize = 25;

/// What is counted.
#[derive(Clone, Copy, Debug)]
#[repr(u8)]
pub(crate) enum Count {
    Verbs,
    Commas,
    Clauses,
    Ands,
    Quotes,
}

impl Read {
    /// Reads a paragraph. Linear in its length.
    pub(crate) fn new(reader: &Reader<'_, '_>, entities: &Entities<'_>, paragraph: Span) -> Read {
        let tokens = reader.read(paragraph);
        let mut candidates = candidates(&tokens, entities);
        places(&tokens, &mut candidates);
        let mut counts = Vec::with_capacity(tokens.len() + 1);
        let mut sum: Counts = 0;
        counts.push(sum);
        counts.extend(tokens.iter().map(|token| {
            sum = Counts::wrapping_add(sum, one(token.part));
            sum
        }));
        Read { tokens, candidates, counts }
    }

    /// How many there are from the token at `from` to that at `to`.
    #[inline]
    pub(crate) fn between(&self, from: usize, to: usize, count: Count) -> usize {
        let before = |at: usize| self.counts.get(at).copied().unwrap_or_default();
        let counted = before(to).wrapping_sub(before(from));
        (counted >> (BITS * count as usize)) as usize & ((1 << BITS) - 1)
    }

    /// How many candidates begin before the token at `at`.
    pub(crate) fn split(&self, at: usize) -> usize {
        self.candidates.partition_point(|c| c.first < at)
    }
}

/// What a token adds to the counts.
#[inline]
fn one(part: Part) -> Counts {
    let kind = match part {
        part if part.is_speech() => Count::Verbs,
        Part::Comma | Part::Dash | Part::Semicolon => Count::Commas,
        Part::That | Part::Who | Part::But | Part::As => Count::Clauses,
        Part::And => Count::Ands,
        Part::Quote => Count::Quotes,
        _ => return 0,
    };
    1 << (BITS * kind as usize)
}
