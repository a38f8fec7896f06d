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
    counts: Vec<[u32; KINDS]>,
}

const KINDS: usize = 5;

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
        let mut sum = [0; KINDS];
        counts.push(sum);
        for token in &tokens {
            if let Some(kind) = counted(token.part) {
                sum[kind as usize] += 1;
            }
            counts.push(sum);
        }
        Read { tokens, candidates, counts }
    }

    /// How many there are before the token at `at`.
    #[inline]
    pub(crate) fn before(&self, at: usize, count: Count) -> usize {
        self.counts.get(at).map_or(0, |sums| sums[count as usize] as usize)
    }

    /// How many candidates begin before the token at `at`.
    pub(crate) fn split(&self, at: usize) -> usize {
        self.candidates.partition_point(|c| c.first < at)
    }
}

fn counted(part: Part) -> Option<Count> {
    match part {
        part if part.is_speech() => Some(Count::Verbs),
        Part::Comma | Part::Dash | Part::Semicolon => Some(Count::Commas),
        Part::That | Part::Who | Part::But | Part::As => Some(Count::Clauses),
        Part::And => Some(Count::Ands),
        Part::Quote => Some(Count::Quotes),
        _ => None,
    }
}
