//! Is it speech? Weighs the evidence for each pair of marks.

use once_cell::sync::Lazy;

use super::evidence::{gather, Habits, Previous, Witness};
use super::marks::Marked;
use super::QuoteKind;
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
    fn see(&mut self, group: &'static str, value: &str) {
        if let Some((speech, direct)) = weights(group, value) {
            self.speech += speech;
            self.direct += direct;
        }
    }
}

/// The weights of one piece of evidence, for speech and for whole clauses.
pub(crate) fn weights(group: &str, value: &str) -> Option<(i32, i32)> {
    let hash = hash(group, value);
    let at = WEIGHTS.binary_search_by_key(&hash, |w| w.0).ok()?;
    Some((WEIGHTS[at].1, WEIGHTS[at].2))
}

/// Hash of group and value, weight for speech, weight for whole clauses; sorted by hash.
static WEIGHTS: Lazy<Vec<(u64, i32, i32)>> = Lazy::new(|| {
    let mut weights: Vec<_> = crate::data::rows(include_str!("../data/quote/speech.tsv"))
        .filter_map(|(_, mut row)| {
            let (group, value) = (row.next()?, row.next()?);
            let (speech, direct) = (row.next()?, row.next()?);
            Some((hash(group, value), speech.parse().ok()?, direct.parse().ok()?))
        })
        .collect();
    weights.sort_unstable();
    weights
});

/// FNV-1a over both, with a byte between that no text holds.
fn hash(group: &str, value: &str) -> u64 {
    let bytes = group.bytes().chain([0xff]).chain(value.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}
