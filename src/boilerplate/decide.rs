//! Which lines stay: the passes, repeated until nothing more is dropped.

use super::model::Model;
use super::pass::Lines;

/// Rounds after which a page that still loses lines is kept as it is.
const ROUNDS: usize = 16;

/// What the round that decided knew of a line.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) score: i32,
    /// How much of it an earlier line has.
    pub(crate) repeated: u8,
    /// How much of it comes back in paragraphs that are not its neighbours.
    pub(crate) echo: u8,
    /// It lies in the stretch that the article fills.
    pub(crate) inside: bool,
}

/// What became of the lines.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    /// The lines that stay, ascending.
    pub(crate) kept: Vec<u32>,
    /// Of every line, from the round that dropped it or from the last one.
    pub(crate) facts: Vec<Facts>,
}

/// Drops lines round after round until a round drops none.
///
/// A round sees nothing but the lines that the round before it left, so the clean text, read as a
/// page of its own, begins where this ends and loses nothing more.
pub(crate) fn settle(lines: &Lines, model: &Model, threshold: i32, start: Vec<u32>) -> Verdict {
    let first = lines.first(model);
    let mut facts = vec![Facts::default(); lines.lines.len()];
    let mut kept = start.clone();
    for _ in 0..ROUNDS {
        let relations = lines.relations(&kept, &first);
        for (at, (&line, score)) in kept.iter().zip(relations.second(model)).enumerate() {
            facts[line as usize] = relations.facts(at, score);
        }
        let before = kept.len();
        kept.retain(|&line| facts[line as usize].score >= threshold);
        if kept.len() == before {
            return Verdict { kept, facts };
        }
    }
    Verdict { kept: start, facts }
}
