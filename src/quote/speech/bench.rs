//! Is it speech? The bench before which all evidence about a page's pairs of marks is heard.

use super::evidence::{gather, is_near, Habits, Previous};
use super::frame::governed;
use super::weigh::{Sum, Verdict};
use super::witness::Witness;
use crate::quote::marks::Marked;
use crate::span::Span;

/// The pairs of marks of a page, and what is known of them all before any is judged.
#[derive(Debug)]
pub(crate) struct Bench<'a> {
    pub text: &'a str,
    pub marks: &'a [Marked],
    paragraphs: &'a [Span],
    habits: Habits,
    governed: Vec<Option<i32>>,
}

impl<'a> Bench<'a> {
    /// Reads the sentences around all pairs; `ends` are where sentences end. Linear.
    pub(crate) fn new(
        text: &'a str,
        paragraphs: &'a [Span],
        ends: &[usize],
        marks: &'a [Marked],
    ) -> Bench<'a> {
        let governed = governed(text, paragraphs, ends, marks);
        Bench { text, marks, paragraphs, habits: Habits::of(text, marks), governed }
    }

    /// Decides whether one pair is speech, and whether whole clauses of it.
    pub(crate) fn verdict(&self, at: usize, previous: Option<Previous>) -> Verdict {
        let mut sum = Sum::default();
        self.testify(at, previous, &mut sum);
        sum.verdict()
    }

    /// Tells `witness` all evidence about one pair.
    pub(crate) fn testify(
        &self,
        at: usize,
        previous: Option<Previous>,
        witness: &mut impl Witness,
    ) {
        let (text, mark) = (self.text, &self.marks[at]);
        witness.see("always", "");
        if let Some(previous) = previous {
            witness.see("previous", previous.name());
        }
        let paragraph = self.paragraphs[mark.paragraph];
        gather(text, paragraph, mark, self.habits, self.governed[at], witness);
    }

    /// What the outermost pair before tells, if it stands in the same paragraph.
    pub(crate) fn previous(&self, before: usize, at: usize, spoken: bool) -> Option<Previous> {
        let (before, mark) = (&self.marks[before], &self.marks[at]);
        let same = before.paragraph == mark.paragraph;
        same.then(|| Previous { spoken, near: is_near(self.text, before, mark) })
    }
}
