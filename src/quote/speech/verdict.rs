//! Is it speech? Weighs the evidence for each pair of marks.

use once_cell::sync::Lazy;

use super::evidence::{gather, is_near, Habits, Previous};
use super::frame::governed;
use super::witness::{Value, Witness};
use crate::quote::marks::Marked;
use crate::quote::QuoteKind;
use crate::scan::table::{key, mix, Table, SEED};
use crate::span::Span;

/// What a pair of marks holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Direct,
    Mixed,
    Unspoken,
}

impl Verdict {
    /// `None` for what is no speech.
    pub(crate) fn kind(self) -> Option<QuoteKind> {
        match self {
            Verdict::Direct => Some(QuoteKind::Direct),
            Verdict::Mixed => Some(QuoteKind::Mixed),
            Verdict::Unspoken => None,
        }
    }
}

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

/// Weights of all evidence seen, in thousandths of a logit.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sum {
    speech: i32,
    direct: i32,
}

impl Sum {
    /// What speaks for speech, less what speaks against.
    pub(crate) fn speech(self) -> i32 {
        self.speech
    }

    /// What the evidence comes to.
    pub(crate) fn verdict(self) -> Verdict {
        match self {
            Sum { speech, .. } if speech < 0 => Verdict::Unspoken,
            Sum { direct, .. } if direct < 0 => Verdict::Mixed,
            _ => Verdict::Direct,
        }
    }
}

impl Witness for Sum {
    #[inline(always)]
    fn see_together(&mut self, group: &'static str, parts: &[Value<'_>]) {
        if let Some((speech, direct)) = weights(group, parts) {
            self.speech += speech;
            self.direct += direct;
        }
    }
}

/// The weights of one piece of evidence, for speech and for whole clauses.
#[inline(always)]
pub(crate) fn weights(group: &str, parts: &[Value<'_>]) -> Option<(i32, i32)> {
    // The key of a group that is written out is known when this is compiled.
    weights_of(key(SEED, group), parts)
}

fn weights_of(group: u64, parts: &[Value<'_>]) -> Option<(i32, i32)> {
    let key = parts.iter().fold(group, |so_far, part| mix(so_far, part.key));
    WEIGHTS.get(key).map(|(speech, direct)| (speech.into(), direct.into()))
}

static WEIGHTS: Lazy<Table<(i16, i16)>> = Lazy::new(|| {
    let rows = crate::data::rows(include_str!("../../data/quote/speech.tsv"));
    let entry = |(_, mut row): (usize, std::str::Split<'_, char>)| {
        let (group, value) = (row.next()?, row.next()?);
        let (speech, direct) = (row.next()?.parse().ok()?, row.next()?.parse().ok()?);
        let parts = value.split(" | ").map(|part| key(SEED, part));
        Some((parts.fold(key(SEED, group), mix), (speech, direct)))
    };
    Table::new(&rows.filter_map(entry).collect::<Vec<_>>())
});
