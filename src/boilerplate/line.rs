//! One line's evidence: what its words and marks say before anything is known of its neighbours.
//!
//! Every piece of evidence is one byte, so that the weights are compared with thresholds of one byte
//! and nothing depends on floating point.

use super::lexicon::{Lexicon, MARKED};
use super::meta;
use super::repeat::Numbers;
use super::tally::Tally;
use super::tokens::Tokens;
use crate::span::Span;

/// Pieces of evidence of a line.
pub(crate) const EVIDENCE: usize = SHAPE + MARKED.len();

/// Pieces of evidence that are no counts of marker phrases.
pub(super) const SHAPE: usize = 41;

/// Where in a line's evidence the pieces are that others ask for by name.
pub(crate) mod at {
    pub(crate) const WORDS: usize = 1;
    pub(crate) const TAIL: usize = 12;
    pub(crate) const QUOTED: usize = 13;
    pub(crate) const FIRST: usize = 14;
    pub(crate) const MEAN: usize = 24;
    pub(crate) const MARKED: usize = 36;
    pub(crate) const FORM: usize = 37;
    pub(crate) const LABEL: usize = 39;
    pub(crate) const MARKERS: usize = super::SHAPE;
}

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
    /// See [`Tally::evidence`] for the order.
    pub(crate) evidence: [u8; EVIDENCE],
}

/// The words of all lines, by number, for comparing lines.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// Content words by number of their stem. Bit 0 tells names (capital not at the beginning), bit 1
    /// words that the learned table does not have, which are the rarer ones; the number is above.
    pub(crate) stems: Vec<u32>,
    /// A sample of the runs of three words, by number.
    pub(crate) grams: Vec<u32>,
    pub(crate) stem_numbers: Numbers,
    pub(crate) gram_numbers: Numbers,
    pub(crate) line_numbers: Numbers,
}

impl Words {
    /// Room for the words of a page of so many bytes and lines, as English usually has them.
    pub(crate) fn with_room(bytes: usize, lines: usize) -> Words {
        Words {
            stems: Vec::with_capacity(bytes / 12),
            grams: Vec::with_capacity(bytes / 20),
            stem_numbers: Numbers::with_room(bytes / 16),
            gram_numbers: Numbers::with_room(bytes / 24),
            line_numbers: Numbers::with_room(lines),
        }
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
    Line {
        span,
        gap,
        words: tally.words.min(u32::from(u16::MAX)) as u16,
        twin: words.line_numbers.number(tally.hash),
        stems: (stems, words.stems.len() as u32),
        grams: (grams, words.grams.len() as u32),
        evidence: tally.evidence(form, gap),
    }
}
