//! One line by itself: what its words and marks say before anything is known of its neighbours.
//!
//! [`tokens`] reads the words ([`word`]) and [`marks`] of a line, [`lexicon`] says what is [`known`] of
//! the words, [`tally`] counts, [`evidence`] writes the counts down as bytes for the trees, [`label`] says
//! what a label makes of the line, and [`words`] keeps what it says for the comparison of lines.

mod evidence;
mod known;
pub(super) mod label;
pub(super) mod lexicon;
mod marks;
mod picture;
mod tally;
pub(super) mod tokens;
mod word;
mod words;

pub(super) use self::evidence::{at, EVIDENCE};
pub(super) use self::words::Words;

use self::label::Label;
use self::lexicon::{Lexicon, MARKED};
use self::marks::Mark;
use self::tally::{Noted, Tally};
use self::tokens::Tokens;
use self::words::Said;
use super::{meta, BlockKind};
use crate::span::Span;

/// A line of a page that is not blank.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The line without white space at its ends.
    pub(crate) span: Span,
    /// A blank line follows.
    pub(crate) gap: bool,
    /// Number of words, cut at 65,535.
    pub(crate) words: u16,
    /// What it says, for the comparison of lines.
    pub(crate) said: Said,
    /// What its label makes of it.
    pub(crate) label: Label,
    /// See [`Tally::evidence`] for the order.
    pub(crate) evidence: [u8; EVIDENCE],
}

/// Kinds whose marker phrases stand beside names of writers.
const SIGNED: [BlockKind; 2] = [BlockKind::Bio, BlockKind::Credit];

/// Words of a line that no heading has.
const LONG: u16 = 20;

impl Line {
    /// Whether it has a marker phrase of a kind.
    pub(crate) fn has_phrase_of(&self, kind: BlockKind) -> bool {
        let counts = MARKED.iter().zip(&self.evidence[at::MARKERS..]);
        counts.into_iter().any(|(&of, &count)| of == kind && count > 0)
    }

    /// Marker phrases of writers and agencies, or at most some words of others and a word that pages
    /// do not have often.
    pub(crate) fn may_be_name(&self) -> bool {
        let counts = MARKED.iter().zip(&self.evidence[at::MARKERS..]);
        let (signed, others) = counts.fold((0, 0), |(signed, others), (kind, &count)| {
            let count = u16::from(count);
            if SIGNED.contains(kind) {
                (signed + count, others)
            } else {
                (signed, others + count)
            }
        });
        let rare = others * 2 < self.words && self.evidence[at::KNOWN] < u8::MAX;
        signed > 0 && signed >= others || rare
    }

    /// A few words without a closing mark.
    pub(crate) fn is_headline(&self) -> bool {
        let closing = [Mark::Stop, Mark::Ellipsis, Mark::Comma, Mark::Colon].map(|m| 2 + m as u8);
        let (tail, first) = (self.evidence[at::TAIL], self.evidence[at::FIRST]);
        self.words < LONG && !closing.contains(&tail) && first > 0
    }
}

/// Reads the lines of a text.
#[derive(Debug)]
pub(crate) struct Reader<'t> {
    text: &'t str,
    tokens: Tokens<'t>,
    lexicon: &'t Lexicon,
    /// The words of the line that is being read.
    notes: Vec<Noted>,
    /// The words of all lines.
    pub(crate) words: Words,
}

impl<'t> Reader<'t> {
    /// A reader of so many lines of a text, and of so many bytes in all.
    pub(crate) fn new(
        text: &'t str,
        lexicon: &'t Lexicon,
        (lines, bytes): (usize, usize),
    ) -> Reader<'t> {
        let tokens = Tokens::of(text.as_bytes());
        Reader {
            text,
            tokens,
            lexicon,
            notes: Vec::with_capacity(64),
            words: Words::with_room(bytes, lines),
        }
    }

    /// Reads one line, trimmed. A blank line follows, or not.
    pub(crate) fn read(&mut self, span: Span, gap: bool) -> Line {
        self.tokens.enter(span);
        let tally = Tally::of(&mut self.tokens, self.lexicon, &mut self.notes);
        let text = &self.text[span];
        let form = meta::form(text, tally.is_parted(), tally.has_digits()) as u8;
        let evidence = tally.evidence(form, gap);
        Line {
            span,
            gap,
            words: tally.words.min(u32::from(u16::MAX)) as u16,
            said: self.words.add(&self.notes),
            label: label::of(text, &tally, &evidence, self.lexicon),
            evidence,
        }
    }
}
