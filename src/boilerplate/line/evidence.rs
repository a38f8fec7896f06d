//! What was counted over a line, as evidence of one byte each.
//!
//! Every piece of evidence is one byte, so that the weights are compared with thresholds of one byte
//! and nothing depends on floating point.

use super::lexicon::MARKED;
use super::marks::Mark;
use super::tally::Tally;
use crate::boilerplate::scale::{centred, count, log, ratio};

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
    pub(crate) const QUOTES: usize = 15;
    pub(crate) const SEPARATOR: usize = 16;
    pub(crate) const COLON: usize = 18;
    pub(crate) const MEAN: usize = 24;
    pub(crate) const KNOWN: usize = 29;
    pub(crate) const MARKED: usize = 36;
    pub(crate) const FORM: usize = 37;
    pub(crate) const LABEL: usize = 39;
    pub(crate) const MARKERS: usize = super::SHAPE;
}

impl Tally {
    pub(super) fn evidence(&self, form: u8, gap: bool) -> [u8; EVIDENCE] {
        let words = self.words.max(1);
        let mark = |m: Mark| count(self.marks[m as usize]);
        let head: [u8; SHAPE] = [
            log(self.letters),
            log(self.words),
            ratio(self.letters, words * 12),
            ratio(self.classes[0], words),
            count(self.classes[0]),
            ratio(self.shapes.capitals, words),
            ratio(self.shapes.content_capitals, self.shapes.content),
            ratio(self.shouted, words),
            ratio(self.shapes.numbers, words),
            ratio(self.digits, self.letters),
            mark(Mark::Comma),
            count(self.inner_stops),
            self.tail,
            u8::from(self.tail_quoted),
            self.first,
            mark(Mark::Quote),
            mark(Mark::Separator),
            mark(Mark::Dash),
            mark(Mark::Colon),
            mark(Mark::Open),
            count(self.marks[Mark::Money as usize] + self.marks[Mark::Symbol as usize]),
            count(self.marks[Mark::At as usize] + self.marks[Mark::Hash as usize]),
            mark(Mark::Rights),
            centred(self.weight / 4),
            centred(self.weight * 2 / words as i32),
            centred(self.lightest),
            centred(self.heaviest),
            centred(i32::from(self.first_weight)),
            centred(i32::from(self.last_weight)),
            ratio(self.shapes.learned, words),
            count(self.classes[1]),
            count(self.classes[2]),
            count(self.classes[3] + self.classes[4]),
            count(self.classes[5]),
            count(self.classes[6]),
            count(self.classes[7]),
            ratio(self.marked_words, words),
            form,
            u8::from(gap),
            self.label,
            count(self.lead.0),
        ];
        let mut out = [0; EVIDENCE];
        out[..SHAPE].copy_from_slice(&head);
        for (to, &n) in out[SHAPE..].iter_mut().zip(&self.marked) {
            *to = count(n);
        }
        out
    }
}
