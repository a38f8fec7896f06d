//! The passes over a page: lines to first scores, those and how the lines relate to the scores that
//! decide.

use super::lexicon::Lexicon;
use super::line::{self, Line, Words, EVIDENCE};
use super::model::{as_byte, Ensemble, Model, BATCH};
use super::relate::{Relations, Row, ALL};
use super::Block;

/// The lines of a page with what each says by itself; computed once a page.
#[derive(Clone, Debug)]
pub(crate) struct Lines {
    pub(crate) lines: Vec<Line>,
    pub(crate) words: Words,
}

impl Lines {
    /// Reads the line of every block. `ends` tells of the block at an index that its region ends
    /// after it and another follows, which counts as a blank line.
    pub(crate) fn read(text: &str, blocks: &[Block], ends: &[usize], lexicon: &Lexicon) -> Lines {
        let mut words = Words::with_room(blocks.iter().map(|b| b.span.len()).sum(), blocks.len());
        let mut lines = Vec::with_capacity(blocks.len());
        for (at, block) in blocks.iter().enumerate() {
            let span = block.span.trim(text);
            let rest = &text.as_bytes()[span.end..block.span.end];
            let breaks = rest.iter().filter(|&&b| b == b'\n').take(2).count();
            let gap = breaks == 2 || ends.binary_search(&at).is_ok();
            lines.push(line::read(text, span, gap, lexicon, &mut words));
        }
        Lines { lines, words }
    }

    /// The first scores of all lines, as bytes.
    pub(crate) fn first(&self, model: &Model) -> Vec<u8> {
        let own = |at: usize, row: &mut Row| {
            self.lines[at].evidence.iter().for_each(|&b| row.push(b));
        };
        let scores = in_batches::<EVIDENCE>(self.lines.len(), own, &model.first);
        scores.into_iter().map(as_byte).collect()
    }

    /// How the lines that are kept relate, given the first scores of all lines.
    pub(crate) fn relations(&self, kept: &[u32], first: &[u8]) -> Relations<'_> {
        let lines = kept.iter().map(|&i| &self.lines[i as usize]).collect();
        let scores = kept.iter().map(|&i| first[i as usize]).collect();
        Relations::new(lines, scores, &self.words)
    }
}

impl Relations<'_> {
    /// The scores that decide.
    pub(crate) fn decisive(&self, model: &Model) -> Vec<i32> {
        in_batches::<ALL>(self.len(), |at, row| self.all(at, row), &model.second)
    }
}

/// Writes the evidence of the lines down, a batch at a time, and scores them.
fn in_batches<const N: usize>(
    lines: usize,
    write: impl Fn(usize, &mut Row<'_>),
    ensemble: &Ensemble,
) -> Vec<i32> {
    let mut scores = vec![0; lines];
    let mut columns = [[0; BATCH]; N];
    for (batch, scores) in scores.chunks_mut(BATCH).enumerate() {
        for slot in 0..scores.len() {
            write(batch * BATCH + slot, &mut Row { columns: &mut columns, slot, used: 0 });
        }
        scores.copy_from_slice(&ensemble.score(&columns)[..scores.len()]);
    }
    scores
}
