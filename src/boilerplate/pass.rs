//! The passes over a page: lines to first scores, those and relations to second scores, those and
//! neighbours to the scores that decide.

use super::last::LAST;
use super::lexicon::Lexicon;
use super::line::{self, Line, Words, EVIDENCE};
use super::model::{as_byte, Model, BATCH};
use super::relate::{Relations, ALL};
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
        let rows = |at: usize| self.lines[at].evidence;
        let scores = in_batches::<EVIDENCE>(self.lines.len(), rows, |c| model.first.score(c));
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
    /// All evidence of a line: its own, then that relative to the page.
    pub(crate) fn all(&self, at: usize) -> [u8; ALL] {
        let mut row = [0; ALL];
        row[..EVIDENCE].copy_from_slice(self.own(at));
        row[EVIDENCE..].copy_from_slice(&self.evidence(at));
        row
    }

    /// The second scores of the lines.
    pub(crate) fn second(&self, model: &Model) -> Vec<i32> {
        in_batches::<ALL>(self.len(), |at| self.all(at), |c| model.second.score(c))
    }

    /// The scores that decide.
    pub(crate) fn decisive(&self, model: &Model) -> Vec<i32> {
        let second = self.by_second(self.second(model).into_iter().map(as_byte).collect());
        in_batches::<LAST>(self.len(), |at| self.last(at, &second), |c| model.last.score(c))
    }
}

/// Turns rows into columns, a batch at a time, and scores them.
fn in_batches<const N: usize>(
    lines: usize,
    row: impl Fn(usize) -> [u8; N],
    score: impl Fn(&[[u8; BATCH]]) -> [i32; BATCH],
) -> Vec<i32> {
    let mut scores = Vec::with_capacity(lines);
    let mut columns = [[0; BATCH]; N];
    for from in (0..lines).step_by(BATCH) {
        let used = BATCH.min(lines - from);
        for slot in 0..used {
            for (column, value) in columns.iter_mut().zip(row(from + slot)) {
                column[slot] = value;
            }
        }
        scores.extend_from_slice(&score(&columns)[..used]);
    }
    scores
}
