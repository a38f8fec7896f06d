//! Which lines stay: the passes, repeated until nothing more is dropped.

mod model;
mod pass;
mod vote;

#[cfg(feature = "train")]
pub(super) use self::model::{as_byte, UNIT};
pub(super) use self::model::{Model, MODEL};
pub(super) use self::pass::Lines;

use super::relate::{Facts, Voter, PROSE};
use super::sheet::{Sheet, SHEET};

/// Rounds after which a page that still loses lines is kept as it is.
const ROUNDS: usize = 16;

/// What became of the lines.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    /// The lines that stay, ascending.
    pub(crate) kept: Vec<u32>,
    /// Of every line, from the round that dropped it or from the last one.
    pub(crate) facts: Vec<Facts>,
}

/// Decides about the lines `start`, ascending.
///
/// When nothing of a page stays although some lines read as prose by themselves, the page is odd
/// rather than empty: it is read again as those lines alone, and they stay if again nothing would.
pub(crate) fn settle(lines: &Lines, model: &Model, threshold: i32, start: Vec<u32>) -> Verdict {
    let mut sheet = SHEET;
    let first = lines.first(model, &mut sheet);
    let verdict = rounds(lines, (model, threshold), &first, start.clone(), &mut sheet);
    if !verdict.kept.is_empty() {
        return verdict;
    }
    let prose: Vec<u32> = start.into_iter().filter(|&l| first[l as usize] > PROSE).collect();
    let again = rounds(lines, (model, threshold), &first, prose.clone(), &mut sheet);
    let kept = if again.kept.is_empty() { prose } else { again.kept };
    Verdict { kept, facts: verdict.facts }
}

/// Drops lines round after round until a round drops none.
///
/// A line goes when its score is below the threshold and its neighbours do not outvote that, when an
/// earlier line that stays says the same, when it was pulled out of a longer one, or when its label leads away from the article. A round sees nothing but the lines that the round before it left, so the clean text, read as a
/// page of its own, begins where this ends and loses nothing more.
fn rounds(
    lines: &Lines,
    (model, threshold): (&Model, i32),
    first: &[u8],
    start: Vec<u32>,
    sheet: &mut Sheet,
) -> Verdict {
    let mut facts = vec![Facts::default(); lines.lines.len()];
    let mut kept = start.clone();
    for _ in 0..ROUNDS {
        let relations = lines.relations(&kept, first);
        let scores = relations.decisive(model, threshold, sheet);
        let voters: Vec<Voter> = (0..relations.len()).map(|at| relations.voter(at)).collect();
        let mut stays = vote::stays(&scores, threshold, &voters);
        relations.uphold(&mut stays);
        let leaves = |at: usize| {
            let repeats = relations.original(at).is_some_and(|first| stays[first]);
            !stays[at] || repeats || relations.is_pulled(at) || relations.is_led_away(at)
        };
        for (at, &line) in kept.iter().enumerate() {
            facts[line as usize] = relations.facts(at, scores[at]);
        }
        let (all, mut at) = (kept.len(), 0..);
        kept.retain(|_| at.next().is_some_and(|at| !leaves(at)));
        if kept.len() == all {
            return Verdict { kept, facts };
        }
    }
    Verdict { kept: start, facts }
}
