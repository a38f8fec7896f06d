//! The passes over a page: lines to first scores, those and how the lines relate to the scores that
//! decide.

use std::ops::Range;

use super::model::{as_byte, Model};
use super::vote;
use crate::boilerplate::block::Block;
use crate::boilerplate::line::lexicon::Lexicon;
use crate::boilerplate::line::{Line, Reader, Words};
use crate::boilerplate::relate::{Relations, PROSE};
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
        let order: Vec<u32> = (0..self.lines.len() as u32).collect();
        let scores = in_batches(sheet, &order, own, |sheet, lines| {
            model.first.score(sheet, lines, i32::MIN..i32::MAX)
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

/// Lines whose first scores are at least so far from even odds are mostly soon out of doubt.
const SURE: u8 = 24;

impl Relations<'_> {
    /// The scores that decide. One that is told from what is asked of it need not be exact.
    pub(crate) fn decisive(&self, model: &Model, threshold: i32, sheet: &mut Sheet) -> Vec<i32> {
        let doubt = vote::doubt(threshold);
        self.sums(model, sheet, doubt.start.min(0)..doubt.end.max(0))
    }

    /// The sums of the trees, exact where they are in doubt. A batch takes as long as the slowest of its
    /// lines, so those that are likely to be quick stand together.
    #[inline(always)]
    fn sums(&self, model: &Model, sheet: &mut Sheet, doubt: Range<i32>) -> Vec<i32> {
        self.common(sheet);
        let is_sure = |at: &u32| self.first(*at as usize).abs_diff(PROSE) >= SURE;
        let (mut order, slow): (Vec<u32>, Vec<u32>) = (0..self.len() as u32).partition(is_sure);
        order.extend(slow);
        let all = |at: usize, row: &mut Row| self.all(at, row);
        in_batches(sheet, &order, all, |sheet, lines| {
            model.second.score(sheet, lines, doubt.clone())
        })
    }
}

/// Writes the evidence of the lines down, a batch at a time in this order, and scores them.
#[inline(always)]
fn in_batches(
    sheet: &mut Sheet,
    order: &[u32],
    write: impl Fn(usize, &mut Row<'_>),
    score: impl Fn(&Sheet, usize) -> [i32; LANES],
) -> Vec<i32> {
    let mut scores = vec![0; order.len()];
    for batch in order.chunks(LANES) {
        for (slot, &line) in batch.iter().enumerate() {
            write(line as usize, &mut Row { sheet, slot, used: 0 });
        }
        for (&line, score) in batch.iter().zip(score(sheet, batch.len())) {
            scores[line as usize] = score;
        }
    }
    scores
}

#[cfg(test)]
mod tests {
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
    fn no_line_comes_back_into_doubt() {
        let mut sheet = SHEET;
        let doubt = vote::doubt(0);
        let side = |score: &i32| (*score >= doubt.start, *score >= doubt.end);
        for text in (0..200).map(page) {
            let Tiles { blocks, .. } = Tiles::of(&Page::new(&text));
            let lines = Lines::read(&text, &blocks, &[], &LEXICON);
            let first = lines.first(&MODEL, &mut sheet);
            let all: Vec<u32> = (0..lines.lines.len() as u32).collect();
            let relations = lines.relations(&all, &first);
            let sums = relations.sums(&MODEL, &mut sheet, i32::MIN..i32::MAX);
            let settled = relations.sums(&MODEL, &mut sheet, doubt.clone());
            assert!(sums.iter().map(side).eq(settled.iter().map(side)), "{text}");
        }
    }
}
