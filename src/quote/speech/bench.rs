//! Is it speech? The bench before which all evidence about a page's pairs of marks is heard.

use std::cell::RefCell;

use super::evidence::{gather, is_near, Habits, Previous};
use super::frame::{Frames, Reading};
use super::govern::degree;
use super::weigh::{Sum, Verdict, GOVERNED};
use super::witness::Witness;
use crate::quote::ends::Ends;
use crate::quote::marks::Marked;
use crate::span::Span;

/// The pairs of marks of a page, and what is known of them all before any is judged.
#[derive(Debug)]
pub(crate) struct Bench<'a> {
    pub text: &'a str,
    pub marks: &'a [Marked],
    paragraphs: &'a [Span],
    habits: Habits,
    frames: Frames<'a>,
    reading: RefCell<Reading>,
}

impl<'a> Bench<'a> {
    /// Finds the sentences around all pairs; `ends` are where sentences end. Linear.
    pub(crate) fn new(
        text: &'a str,
        paragraphs: &'a [Span],
        ends: &Ends<'_, '_>,
        marks: &'a [Marked],
    ) -> Bench<'a> {
        let frames = Frames::new(text, paragraphs, ends, marks);
        let (habits, reading) = (Habits::of(text, marks), RefCell::default());
        Bench { text, marks, paragraphs, habits, frames, reading }
    }

    /// Decides whether one pair is speech, and whether whole clauses of it. Its sentence is read only
    /// where that can matter.
    pub(crate) fn verdict(&self, at: usize, previous: Option<Previous>) -> Verdict {
        let mut sum = Sum::default();
        self.witness(at, previous, &mut sum);
        if !sum.is_settled() {
            self.place(at, &mut sum);
        }
        sum.verdict()
    }

    /// Tells `witness` all evidence about one pair.
    pub(crate) fn testify(
        &self,
        at: usize,
        previous: Option<Previous>,
        witness: &mut impl Witness,
    ) {
        self.witness(at, previous, witness);
        self.place(at, witness);
    }

    /// All evidence but that of the pair's place in its sentence.
    fn witness(&self, at: usize, previous: Option<Previous>, witness: &mut impl Witness) {
        let (text, mark) = (self.text, &self.marks[at]);
        witness.see("always", "");
        if let Some(previous) = previous {
            witness.see("previous", previous.name());
        }
        gather(text, self.paragraphs[mark.paragraph], mark, self.habits, witness);
    }

    /// Whether the place of a pair in its sentence is one of what somebody says.
    fn place(&self, at: usize, witness: &mut impl Witness) {
        if let Some(governs) = self.reading.borrow_mut().governs(&self.frames, at) {
            witness.see(GOVERNED, degree(governs));
        }
    }

    /// What the outermost pair before tells, if it stands in the same paragraph.
    pub(crate) fn previous(&self, before: usize, at: usize, spoken: bool) -> Option<Previous> {
        let (before, mark) = (&self.marks[before], &self.marks[at]);
        let same = before.paragraph == mark.paragraph;
        same.then(|| Previous { spoken, near: is_near(self.text, before, mark) })
    }
}
