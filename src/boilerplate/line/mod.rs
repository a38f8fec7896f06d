//! One line by itself: what its words and marks say before anything is known of its neighbours.
//!
//! [`tokens`] reads the words and marks of a line, [`lexicon`] knows the words, [`tally`] counts, and
//! [`evidence`] writes the counts down as bytes for the trees.

mod evidence;
pub(super) mod label;
pub(super) mod lexicon;
mod marks;
mod tally;
pub(super) mod tokens;
mod word;
mod words;

pub(super) use self::evidence::{at, EVIDENCE};
pub(super) use self::words::Words;

use self::label::Label;
use self::lexicon::{Lexicon, MARKED};
use self::marks::Mark;
use self::tally::Tally;
use self::tokens::Tokens;
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
    /// By number: lines of the same words have the same.
    pub(crate) twin: u32,
    /// Its content words in [`Words::stems`].
    pub(crate) stems: (u32, u32),
    /// Its runs of three words in [`Words::grams`].
    pub(crate) grams: (u32, u32),
    /// What its label makes of it.
    pub(crate) label: Label,
    /// See [`Tally::evidence`] for the order.
    pub(crate) evidence: [u8; EVIDENCE],
}

/// Words of a line that no heading has.
const LONG: u16 = 20;

impl Line {
    /// Whether it has a marker phrase of a kind.
    pub(crate) fn has_phrase_of(&self, kind: BlockKind) -> bool {
        let counts = MARKED.iter().zip(&self.evidence[at::MARKERS..]);
        counts.into_iter().any(|(&of, &count)| of == kind && count > 0)
    }

    /// A few words without a closing mark.
    pub(crate) fn is_headline(&self) -> bool {
        let closing = [Mark::Stop, Mark::Ellipsis, Mark::Comma, Mark::Colon].map(|m| 2 + m as u8);
        let (tail, first) = (self.evidence[at::TAIL], self.evidence[at::FIRST]);
        self.words < LONG && !closing.contains(&tail) && first > 0
    }
}

/// Reads one line, trimmed and not empty; `tokens` are those of the text. A blank line follows, or not.
pub(crate) fn read(
    text: &str,
    tokens: &mut Tokens<'_>,
    (span, gap): (Span, bool),
    lexicon: &Lexicon,
    words: &mut Words,
) -> Line {
    tokens.enter(span);
    let (stems, grams) = (words.stems.len() as u32, words.grams.len() as u32);
    let tally = Tally::of(tokens, lexicon, words);
    let form = meta::form(&text[span], tally.is_parted(), tally.has_digits()) as u8;
    let evidence = tally.evidence(form, gap);
    Line {
        span,
        gap,
        words: tally.words.min(u32::from(u16::MAX)) as u16,
        twin: words.line_numbers.number(tally.hash),
        stems: (stems, words.stems.len() as u32),
        grams: (grams, words.grams.len() as u32),
        label: label::of(&text[span], &tally, &evidence, lexicon),
        evidence,
    }
}
