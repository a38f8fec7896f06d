//! Is it speech? Weighs the evidence for each pair of marks.

use once_cell::sync::Lazy;

use super::evidence::{gather, Habits, Witness};
use super::marks::Marked;
use crate::span::Span;

/// What a pair of marks holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Direct,
    Mixed,
    Unspoken,
}

/// Decides whether one pair is speech, and whether whole clauses of it.
pub(crate) fn verdict(text: &str, paragraph: Span, mark: &Marked, habits: Habits) -> Verdict {
    let mut sum = Sum::default();
    sum.see("always", "");
    gather(text, paragraph, mark, habits, &mut sum);
    match sum {
        Sum { speech, .. } if speech < 0 => Verdict::Unspoken,
        Sum { direct, .. } if direct < 0 => Verdict::Mixed,
        _ => Verdict::Direct,
    }
}

/// Weights of all evidence seen, in thousandths of a logit.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    speech: i32,
    direct: i32,
}

impl Witness for Sum {
    fn see(&mut self, group: &'static str, value: &str) {
        let hash = hash(group, value);
        let weights = &*WEIGHTS;
        if let Ok(at) = weights.binary_search_by_key(&hash, |w| w.0) {
            self.speech += weights[at].1;
            self.direct += weights[at].2;
        }
    }
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
