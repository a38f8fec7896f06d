//! The learned weights: two ensembles of small trees that all ask the same question at one depth.
//!
//! A tree of depth *d* asks *d* questions "is evidence *f* greater than *t*" of every line and adds
//! the leaf that the answers number. Lines are read in batches, column by column, so that each
//! question is put to a batch at once; the trees come in groups, and where only the sign of a score
//! is wanted a line leaves when the groups behind cannot change it. All arithmetic is in small
//! integers: the same everywhere.

use std::ops::Range;

use once_cell::sync::Lazy;

use crate::boilerplate::sheet::{Column, Sheet, LANES};
use crate::data;

/// Questions in a tree.
const DEPTH: usize = 5;
const LEAVES: usize = 1 << DEPTH;

/// Trees after which it is asked whether the rest can still change anything: of fewer, the asking
/// costs more than it saves. Their leaves are summed up in 16 bits, which have room for leaves of
/// ten units of the logarithm each.
const GROUP: usize = 12;

/// The least and the most that trees add to a score which those ahead of them have put out of doubt.
const LEAST: i32 = -400;
const MOST: i32 = 300;

/// Leaves are in units of 1 / UNIT of a natural logarithm of odds.
pub(crate) const UNIT: i32 = 256;

/// One tree. One of fewer questions begins with some that every line answers alike.
#[derive(Clone, Copy, Debug)]
struct Tree {
    /// The threshold of each question, for every line of a batch.
    thresholds: [Column; DEPTH],
    /// What each question asks of.
    evidence: [u8; DEPTH],
    /// By the answers to "is it at most", which processors compare for; the answer to the first
    /// question is the highest bit.
    leaves: [i16; LEAVES],
}

impl Tree {
    /// A tree that says nothing.
    const NONE: Tree = Tree {
        thresholds: [Column([u8::MAX; LANES]); DEPTH],
        evidence: [0; DEPTH],
        leaves: [0; LEAVES],
    };

    /// The leaf of every line.
    #[inline(always)]
    fn leaves_of(&self, sheet: &Sheet) -> Column {
        let mut leaves = [0_u8; LANES];
        for (threshold, &evidence) in self.thresholds.iter().zip(&self.evidence) {
            let column = &sheet[usize::from(evidence)];
            let at_most = |lane: usize| u8::from(column.0[lane] <= threshold.0[lane]);
            let more = |lane: usize| leaves[lane].wrapping_add(leaves[lane]);
            leaves = std::array::from_fn(|lane| more(lane).wrapping_add(at_most(lane)));
        }
        Column(leaves)
    }

    /// The least and the most that the tree adds.
    fn range(&self) -> (i32, i32) {
        let leaves = self.leaves.iter().map(|&leaf| i32::from(leaf));
        (leaves.clone().min().unwrap_or_default(), leaves.max().unwrap_or_default())
    }
}

/// Trees that are read together.
#[derive(Clone, Debug)]
struct Group {
    trees: [Tree; GROUP],
    /// The least and the most that the groups behind it add to a score that is out of doubt.
    rest: (i32, i32),
}

impl Group {
    /// What the trees add to the score of one line.
    #[inline]
    fn sum(&self, leaves: &[Column; GROUP], lane: usize) -> i32 {
        let each = self.trees.iter().zip(leaves);
        let each = each.map(|(tree, of)| tree.leaves[usize::from(of.0[lane % LANES]) % LEAVES]);
        i32::from(each.fold(0, i16::wrapping_add))
    }
}

/// The sum of many trees.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ensemble {
    groups: Vec<Group>,
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
    Lazy::new(|| Model::new(include_str!("../../data/boilerplate/trees.tsv")));

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
            let mut tree = Tree::NONE;
            let written = row.next()?.split(' ').filter(|s| !s.is_empty());
            for (question, written) in (0..DEPTH).rev().zip(written.rev()) {
                let (evidence, threshold) = written.split_once('>')?;
                tree.evidence[question] = evidence.parse().ok()?;
                tree.thresholds[question] = Column([threshold.parse().ok()?; LANES]);
            }
            // The table numbers leaves by the answers to "is it greater".
            for (leaf, value) in tree.leaves.iter_mut().rev().zip(row.next()?.split(' ')) {
                *leaf = value.parse().ok()?;
            }
            Some(tree)
        });
        let mut trees: Vec<Tree> = trees.collect();
        // Those that say most go ahead: the sooner is a score settled.
        trees.sort_by_key(|tree| {
            let (least, most) = tree.range();
            least - most
        });
        Ensemble::grouped(&trees)
    }

    /// Trees as groups. Many trees never all say the utmost of one line, least of all against what the
    /// trees ahead of them say: of 130,000 lines none that was so far out of doubt came back into it.
    fn grouped(trees: &[Tree]) -> Ensemble {
        let (mut rest, mut utmost) = ((0, 0), (0, 0));
        let groups = trees.chunks(GROUP).rev().enumerate().map(|(behind, chunk)| {
            let mut group = Group { trees: [Tree::NONE; GROUP], rest };
            group.trees[..chunk.len()].copy_from_slice(chunk);
            let (least, most) = chunk
                .iter()
                .map(Tree::range)
                .fold((0, 0), |sum, tree| (sum.0 + tree.0, sum.1 + tree.1));
            let part = if behind == 0 { 1 } else { 2 };
            utmost = (utmost.0 + least / part, utmost.1 + most / part);
            rest = (utmost.0.max(LEAST), utmost.1.min(MOST));
            group
        });
        let mut groups: Vec<Group> = groups.collect();
        groups.reverse();
        Ensemble { groups }
    }

    /// The scores of a batch of so many lines, in units of 1 / [`UNIT`]: positive for articles. One that
    /// the groups behind cannot bring into `doubt` any more is left as it is.
    #[inline]
    pub(crate) fn score(&self, sheet: &Sheet, lines: usize, doubt: Range<i32>) -> [i32; LANES] {
        let mut scores = [0; LANES];
        let mut leaves = [Column([0; LANES]); GROUP];
        let mut open: u32 = (1 << lines.min(LANES)) - 1;
        for group in &self.groups {
            for (leaves, tree) in leaves.iter_mut().zip(&group.trees) {
                *leaves = tree.leaves_of(sheet);
            }
            let (least, most) = group.rest;
            let open_to = doubt.start.saturating_sub(most)..doubt.end.saturating_sub(least);
            let mut lanes = open;
            while lanes != 0 {
                let lane = lanes.trailing_zeros() as usize % LANES;
                lanes &= lanes - 1;
                scores[lane] += group.sum(&leaves, lane);
                if !open_to.contains(&scores[lane]) {
                    open &= !(1 << lane);
                }
            }
            if open == 0 {
                break;
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
