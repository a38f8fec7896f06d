//! Is it speech? Weighs the evidence for each pair of marks.

use once_cell::sync::Lazy;

use super::evidence::{gather, Habits, Previous, Witness};
use super::marks::Marked;
use super::QuoteKind;
use crate::scan::table::{key, Table, SEED};
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

/// Decides whether one pair is speech, and whether whole clauses of it.
pub(crate) fn verdict(
    text: &str,
    paragraphs: &[Span],
    mark: &Marked,
    habits: Habits,
    previous: Option<Previous>,
) -> Verdict {
    let mut sum = Sum::default();
    if let Some(previous) = previous {
        sum.see("previous", previous.name());
    }
    testify(text, paragraphs, mark, habits, &mut sum);
    sum.verdict()
}

/// Tells `witness` all evidence about one pair.
pub(crate) fn testify(
    text: &str,
    paragraphs: &[Span],
    mark: &Marked,
    habits: Habits,
    witness: &mut impl Witness,
) {
    witness.see("always", "");
    gather(text, paragraphs[mark.paragraph], mark, habits, witness);
}

/// Weights of all evidence seen, in thousandths of a logit.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sum {
    speech: i32,
    direct: i32,
}

impl Sum {
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
    fn see_together(&mut self, group: &'static str, parts: &[&str]) {
        if let Some((speech, direct)) = weights(group, parts) {
            self.speech += speech;
            self.direct += direct;
        }
    }
}

/// The weights of one piece of evidence, for speech and for whole clauses.
#[inline(always)]
pub(crate) fn weights(group: &str, parts: &[&str]) -> Option<(i32, i32)> {
    // The key of a group that is written out is known when this is compiled.
    weights_of(key(SEED, group), parts)
}

fn weights_of(group: u64, parts: &[&str]) -> Option<(i32, i32)> {
    let key = parts.iter().fold(group, |so_far, part| key(so_far, part));
    WEIGHTS.get(key).map(|(speech, direct)| (speech.into(), direct.into()))
}

static WEIGHTS: Lazy<Table<(i16, i16)>> = Lazy::new(|| {
    let rows = crate::data::rows(include_str!("../data/quote/speech.tsv"));
    let entry = |(_, mut row): (usize, std::str::Split<'_, char>)| {
        let (group, value) = (row.next()?, row.next()?);
        let (speech, direct) = (row.next()?.parse().ok()?, row.next()?.parse().ok()?);
        Some((value.split(" | ").fold(key(SEED, group), key), (speech, direct)))
    };
    Table::new(&rows.filter_map(entry).collect::<Vec<_>>())
});
