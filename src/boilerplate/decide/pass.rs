//! The passes over a page: lines to first scores, those and how the lines relate to the scores that
//! decide.

use super::model::{as_byte, Model};
use super::vote;
use crate::boilerplate::block::Block;
use crate::boilerplate::line::lexicon::Lexicon;
use crate::boilerplate::line::{Line, Reader, Words};
use crate::boilerplate::relate::Relations;
use crate::boilerplate::sheet::{Row, Sheet, LANES};
use crate::boilerplate::tile::is_parted;

/// The lines of a page with what each says by itself; computed once a page.
#[derive(Clone, Debug)]
pub(crate) struct Lines {
    pub(crate) lines: Vec<Line>,
    pub(crate) words: Words,
}

impl Lines {
    /// Reads the line of every block. `ends` are the blocks behind which a paragraph ends although no
    /// blank line tells.
    pub(crate) fn read(text: &str, blocks: &[Block], ends: &[usize], lexicon: &Lexicon) -> Lines {
        let bytes = blocks.iter().map(|b| b.span.len()).sum();
        let mut reader = Reader::new(text, lexicon, (blocks.len(), bytes));
        let mut lines = Vec::with_capacity(blocks.len());
        for (at, block) in blocks.iter().enumerate() {
            let span = block.span.trim(text);
            let gap = is_parted(text, block.span, span.end) || ends.binary_search(&at).is_ok();
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
    /// The scores that decide. One that is told from what is asked of it need not be exact.
    pub(crate) fn decisive(&self, model: &Model, threshold: i32, sheet: &mut Sheet) -> Vec<i32> {
        let (low, high) = vote::doubt(threshold);
        let (low, high) = (low.min(0), high.max(0));
        self.sums(model, sheet, |least, most| most < low || least >= high)
    }

    /// The sums of the trees, as exact as it takes to settle them.
    #[inline(always)]
    fn sums(
        &self,
        model: &Model,
        sheet: &mut Sheet,
        settled: impl Fn(i32, i32) -> bool,
    ) -> Vec<i32> {
        self.common(sheet);
        let all = |at: usize, row: &mut Row| self.all(at, row);
        in_batches(sheet, self.len(), all, |sheet, scores| {
            model.second.score(sheet, scores, &settled);
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

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::boilerplate::decide::MODEL;
    use crate::boilerplate::line::lexicon::LEXICON;
    use crate::boilerplate::sheet::SHEET;
    use crate::boilerplate::tile::Tiles;
    use crate::data;
    use crate::page::Page;

    /// A page of a batch of lines: prose of a few words that come back, amid furniture by the markers.
    fn page(mut seed: usize) -> String {
        let mut below = |bound: usize| {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % bound
        };
        let column = |table: &'static str, at: usize| {
            data::rows(table).filter_map(move |mut row| row.1.nth(at))
        };
        let markers = column(include_str!("../../data/boilerplate/markers.tsv"), 1);
        let markers: Vec<&str> = markers.flat_map(|row| row.split("; ")).collect();
        let small = column(include_str!("../../data/boilerplate/classes.tsv"), 1);
        let small: Vec<&str> = small.take(4).flat_map(|row| row.split(' ')).collect();
        let words = column(include_str!("../../data/boilerplate/words.tsv"), 0);
        let words: Vec<&str> = words.filter(|word| word.len() > 4).collect();
        let subject: Vec<&str> = (0..20).map(|_| words[below(words.len())]).collect();
        let (from, to) = (below(LANES / 2), LANES / 2 + below(LANES / 2));
        let mut page = String::new();
        for line in 0..LANES {
            if !(from..to).contains(&line) {
                page += markers[below(markers.len())];
                page.push('\n');
                continue;
            }
            page += "The";
            for _ in 0..20 + below(40) {
                page.push(' ');
                page += if below(2) == 0 { small[below(small.len())] } else { subject[below(20)] };
            }
            page += [", he said.\n\n", ".\n\n"][below(2)];
        }
        page
    }

    #[test]
    fn no_sum_leaves_the_bounds_that_settle_it() {
        let mut sheet = SHEET;
        for text in (0..200).map(page) {
            let Tiles { blocks, .. } = Tiles::of(&Page::new(&text));
            let lines = Lines::read(&text, &blocks, &[], &LEXICON);
            let first = lines.first(&MODEL, &mut sheet);
            let all: Vec<u32> = (0..lines.lines.len() as u32).collect();
            let bounds = RefCell::new(Vec::new());
            let sums = lines.relations(&all, &first).sums(&MODEL, &mut sheet, |least, most| {
                bounds.borrow_mut().push(least..=most);
                false
            });
            // One batch: the bounds of all its lines behind each group of trees.
            for (bounds, sum) in bounds.borrow().iter().zip(sums.iter().cycle()) {
                assert!(bounds.contains(sum), "{sum} is not in {bounds:?}: {text}");
            }
        }
    }
}
