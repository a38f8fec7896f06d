//! A paragraph as it was read for its speakers: tokens, candidates, and running counts.

use super::candidate::{candidates, Candidate};
use super::place::places;
use super::stream::{Reader, Token};
use super::words::Part;
use crate::span::Span;

/// A paragraph, or what stands around its quotations, as it was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Read {
    /// Nothing of the paragraph stands before it, and nothing behind it.
    pub begins: bool,
    pub ends: bool,
    pub tokens: Vec<Token>,
    pub candidates: Vec<Candidate>,
    /// Before each token, and behind the last: how many of each kind there are.
    counts: Vec<Counts>,
}

/// A number of every kind, one beside the other.
type Counts = u64;

/// Bits of each. More than so many between two tokens are not told apart from fewer.
const BITS: usize = 12;

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
    pub(crate) fn new(reader: &Reader<'_, '_>, paragraph: Span) -> Read {
        Read::default().refill(reader, paragraph, &[])
    }

    /// Reads a paragraph of which some tokens may be known into the room that this one took.
    pub(crate) fn refill(self, reader: &Reader<'_, '_>, paragraph: Span, known: &[Token]) -> Read {
        let Read { mut tokens, candidates: mut found, mut counts, .. } = self;
        tokens.clear();
        found.clear();
        counts.clear();
        let tokens = reader.read(paragraph, known, tokens);
        candidates(&tokens, reader.entities, &mut found);
        places(&tokens, &mut found);
        counts.reserve(tokens.len() + 1);
        let mut sum: Counts = 0;
        counts.push(sum);
        counts.extend(tokens.iter().map(|token| {
            sum = sum.wrapping_add(one(token.part));
            sum
        }));
        Read { begins: true, ends: true, tokens, candidates: found, counts }
    }

    /// How many there are from the token at `from` to that at `to`.
    #[inline]
    pub(crate) fn between(&self, from: usize, to: usize, count: Count) -> usize {
        let before = |at: usize| self.counts.get(at).copied().unwrap_or_default();
        let counted = before(to).wrapping_sub(before(from));
        (counted >> (BITS * count as usize)) as usize & ((1 << BITS) - 1)
    }

    /// True for a whole paragraph.
    pub(crate) fn is_whole(&self) -> bool {
        self.begins && self.ends
    }

    /// The first token from that byte on.
    pub(crate) fn find(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.span.start < byte)
    }

    /// How many candidates begin before the token at `at`.
    pub(crate) fn split(&self, at: usize) -> usize {
        self.candidates.partition_point(|c| c.first < at)
    }
}

/// What a token adds to the counts.
#[inline]
fn one(part: Part) -> Counts {
    use Part::*;
    let one = |count: Count| 1 << (BITS * count as usize);
    match part {
        Say | Saying | Tell | Call | Calling | According => one(Count::Verbs),
        Comma | Dash | Semicolon => one(Count::Commas),
        That | Who | But | As => one(Count::Clauses),
        And => one(Count::Ands),
        Quote => one(Count::Quotes),
        _ => 0,
    }
}
