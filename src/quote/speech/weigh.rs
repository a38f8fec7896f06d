//! The learned weights of evidence for speech, and what they come to.

use once_cell::sync::Lazy;

use super::witness::{Value, Witness};
use crate::quote::QuoteKind;
use crate::scan::table::{key, mix, Table, SEED};

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

    /// True when evidence of the group [`GOVERNED`] can change the verdict no more.
    pub(crate) fn is_settled(self) -> bool {
        let [least, most] = &WEIGHTS.governed;
        let with = |governed: &Sum| Sum {
            speech: self.speech + governed.speech,
            direct: self.direct + governed.direct,
        };
        let unspoken = with(most).speech < 0;
        let (least, most) = (with(least), with(most));
        unspoken || least.speech >= 0 && least.verdict() == most.verdict()
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
    WEIGHTS.table.get(key).map(|(speech, direct)| (speech.into(), direct.into()))
}

/// The group of the evidence that sums up what a place in a sentence tells.
pub(crate) const GOVERNED: &str = "governed";

#[derive(Debug)]
struct Weights {
    table: Table<(i16, i16)>,
    /// The least and the most that evidence of the group [`GOVERNED`] weighs.
    governed: [Sum; 2],
}

static WEIGHTS: Lazy<Weights> = Lazy::new(|| {
    let rows = crate::data::rows(include_str!("../../data/quote/speech.tsv"));
    let mut governed = [Sum::default(); 2];
    let entry = |(_, mut row): (usize, std::str::Split<'_, char>)| {
        let (group, value) = (row.next()?, row.next()?);
        let (speech, direct) = (row.next()?.parse().ok()?, row.next()?.parse().ok()?);
        if group == GOVERNED {
            let [least, most] = &mut governed;
            let weight: (i16, i16) = (speech, direct);
            let (speech, direct) = (weight.0.into(), weight.1.into());
            *least = Sum { speech: least.speech.min(speech), direct: least.direct.min(direct) };
            *most = Sum { speech: most.speech.max(speech), direct: most.direct.max(direct) };
        }
        // No name has a bar in it: looking for one character is quicker.
        let parts = value.split('|').map(|part| key(SEED, part.trim_matches(' ')));
        Some((parts.fold(key(SEED, group), mix), (speech, direct)))
    };
    let entries: Vec<_> = rows.filter_map(entry).collect();
    Weights { table: Table::new(&entries), governed }
});
