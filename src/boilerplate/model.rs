//! The learned weights: two ensembles of small trees that all ask the same question at one depth.
//!
//! A tree of depth *d* asks *d* questions "is evidence *f* greater than *t*" of every line and adds
//! the leaf that the answers number. Lines are read in batches, column by column, so that each
//! question is put to a batch at once. All arithmetic is in small integers: the same everywhere.

use once_cell::sync::Lazy;

use crate::data;

/// Lines that are scored at once.
pub(crate) const BATCH: usize = 32;

/// Questions in a tree.
const DEPTH: usize = 5;
const LEAVES: usize = 1 << DEPTH;

/// Leaves are in units of 1 / UNIT of a natural logarithm of odds.
pub(crate) const UNIT: i32 = 256;

/// One tree. One of fewer questions begins with some that every line answers alike.
#[derive(Clone, Copy, Debug)]
struct Tree {
    /// Evidence and threshold; the first question is the highest bit of a leaf's number.
    splits: [(u8, u8); DEPTH],
    leaves: [i16; LEAVES],
}

/// The sum of many trees.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ensemble {
    trees: Vec<Tree>,
}

/// The two passes.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    /// Reads a line's own evidence.
    pub(crate) first: Ensemble,
    /// Reads it again beside the page.
    pub(crate) second: Ensemble,
}

/// The model that is compiled in.
pub(crate) static MODEL: Lazy<Model> =
    Lazy::new(|| Model::new(include_str!("../data/boilerplate/trees.tsv")));

impl Model {
    /// Reads a table of trees.
    pub(crate) fn new(table: &str) -> Model {
        let [first, second] = ["1", "2"].map(|pass| Ensemble::read(table, pass));
        Model { first, second }
    }
}

impl Ensemble {
    fn read(table: &str, pass: &str) -> Ensemble {
        let rows = data::rows(table).map(|row| row.1);
        let trees = rows.filter_map(|mut row| {
            row.next().filter(|of| *of == pass)?;
            let mut splits = [(0, u8::MAX); DEPTH];
            let written = row.next()?.split(' ').filter(|s| !s.is_empty());
            for (split, written) in splits.iter_mut().rev().zip(written.rev()) {
                let (evidence, threshold) = written.split_once('>')?;
                *split = (evidence.parse().ok()?, threshold.parse().ok()?);
            }
            let mut leaves = [0; LEAVES];
            for (leaf, value) in leaves.iter_mut().zip(row.next()?.split(' ')) {
                *leaf = value.parse().ok()?;
            }
            Some(Tree { splits, leaves })
        });
        Ensemble { trees: trees.collect() }
    }

    /// The scores of a batch of lines: positive for articles, in units of 1 / [`UNIT`]. `columns`
    /// holds each piece of evidence for all lines of the batch.
    pub(crate) fn score(&self, columns: &[[u8; BATCH]]) -> [i32; BATCH] {
        let mut scores = [0; BATCH];
        for tree in &self.trees {
            let mut leaf = [0_u8; BATCH];
            for &(evidence, threshold) in &tree.splits {
                let Some(column) = columns.get(usize::from(evidence)) else { continue };
                for (leaf, &value) in leaf.iter_mut().zip(column) {
                    *leaf = *leaf << 1 | u8::from(value > threshold);
                }
            }
            for (score, &leaf) in scores.iter_mut().zip(&leaf) {
                *score += i32::from(tree.leaves[usize::from(leaf) % LEAVES]);
            }
        }
        scores
    }
}

/// A score of the first pass as a byte of evidence for the second: 128 is even odds.
#[inline]
pub(crate) fn as_byte(score: i32) -> u8 {
    (score * 16 / UNIT + 128).clamp(0, 255) as u8
}
