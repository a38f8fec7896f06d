//! The passes over a page: lines to first scores, those and how the lines relate to the scores that
//! decide.

use super::model::{as_byte, Model};
use crate::boilerplate::block::Block;
use crate::boilerplate::line::lexicon::Lexicon;
use crate::boilerplate::line::{Line, Reader, Words};
use crate::boilerplate::relate::Relations;
use crate::boilerplate::sheet::{Row, Sheet, LANES};

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
        let bytes = blocks.iter().map(|b| b.span.len()).sum();
        let mut reader = Reader::new(text, lexicon, (blocks.len(), bytes));
        let mut lines = Vec::with_capacity(blocks.len());
        for (at, block) in blocks.iter().enumerate() {
            let span = block.span.trim(text);
            let rest = &text.as_bytes()[span.end..block.span.end];
            let breaks = rest.iter().filter(|&&b| b == b'\n').take(2).count();
            let gap = breaks == 2 || ends.binary_search(&at).is_ok();
            lines.push(reader.read(span, gap));
        }
        Lines { lines, words: reader.words }
    }

    /// The first scores of all lines, as bytes.
    pub(crate) fn first(&self, model: &Model, sheet: &mut Sheet) -> Vec<u8> {
        let own = |at: usize, row: &mut Row| row.put(&self.lines[at].evidence);
        let scores = in_batches(sheet, self.lines.len(), own, |sheet, scores| {
            model.first.score(sheet, scores, |_, _| false);
        });
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
    /// The scores that decide. One that is told from the threshold and from 0 need not be exact.
    pub(crate) fn decisive(&self, model: &Model, threshold: i32, sheet: &mut Sheet) -> Vec<i32> {
        let side = |score: i32| (score >= threshold, score >= 0);
        self.common(sheet);
        let all = |at: usize, row: &mut Row| self.all(at, row);
        in_batches(sheet, self.len(), all, |sheet, scores| {
            model.second.score(sheet, scores, |least, most| side(least) == side(most));
        })
    }
}

/// Writes the evidence of the lines down, a batch at a time, and scores them.
#[inline(always)]
fn in_batches(
    sheet: &mut Sheet,
    lines: usize,
    write: impl Fn(usize, &mut Row<'_>),
    score: impl Fn(&Sheet, &mut [i32]),
) -> Vec<i32> {
    let mut scores = vec![0; lines];
    for (batch, scores) in scores.chunks_mut(LANES).enumerate() {
        for slot in 0..scores.len() {
            write(batch * LANES + slot, &mut Row { sheet, slot, used: 0 });
        }
        score(sheet, scores);
    }
    scores
}
