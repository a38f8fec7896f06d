//! Gradient boosting of trees that ask one question at each depth, over evidence of one byte.

use std::fmt::Write;

/// Rows column by column, with labels and weights.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub columns: Vec<Vec<u8>>,
    pub labels: Vec<f32>,
    pub weights: Vec<f32>,
}

impl Table {
    pub fn push(&mut self, row: &[u8], label: bool, weight: f32) {
        self.columns.resize(row.len(), Vec::new());
        for (column, &value) in self.columns.iter_mut().zip(row) {
            column.push(value);
        }
        self.labels.push(f32::from(u8::from(label)));
        self.weights.push(weight);
    }

    /// The columns in coarser steps, and the value that each step ends with.
    fn stepped(&self) -> (Vec<Vec<u8>>, Vec<Vec<u8>>) {
        self.columns.iter().map(|column| steps(column)).unzip()
    }
}

/// Steps that a column is cut into, at most: finer thresholds learn the noise of a few sites.
const STEPS: usize = 64;

/// A column in steps of about as many rows each, and the greatest value of each step.
fn steps(column: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let mut rows = [0_usize; 256];
    column.iter().for_each(|&value| rows[usize::from(value)] += 1);
    let (mut ends, mut step, mut filled) = (Vec::new(), [0_u8; 256], 0);
    for (value, &count) in rows.iter().enumerate() {
        step[value] = ends.len() as u8;
        filled += count;
        if filled * STEPS >= column.len() && ends.len() + 1 < STEPS {
            ends.push(value as u8);
            filled = 0;
        }
    }
    ends.push(255);
    (column.iter().map(|&value| step[usize::from(value)]).collect(), ends)
}

/// How to boost.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub trees: usize,
    pub depth: usize,
    pub rate: f32,
    /// Added to the second derivative of a leaf.
    pub ridge: f32,
    /// One in so many pieces of evidence is tried for a tree.
    pub columns: f32,
    /// Part of the rows that a tree sees.
    pub rows: f32,
}

/// A tree as it is grown.
#[derive(Clone, Debug)]
pub struct Tree {
    pub splits: Vec<(usize, u8)>,
    pub leaves: Vec<i32>,
}

/// A generator of numbers that look random, the same in every run.
#[derive(Clone, Debug)]
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % n.max(1) as u64) as usize
    }

    pub fn chance(&mut self, p: f32) -> bool {
        (self.below(1 << 20) as f32) < p * (1 << 20) as f32
    }
}

/// Grows an ensemble.
pub fn grow(table: &Table, plan: Plan, unit: i32) -> Vec<Tree> {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let rows = table.labels.len();
    let (columns, ends) = table.stepped();
    let total: f32 = table.weights.iter().sum();
    let good: f32 = table.labels.iter().zip(&table.weights).map(|(l, w)| l * w).sum();
    let bias = ((good / (total - good)).ln() * unit as f32) as i32;
    let mut trees = vec![Tree { splits: Vec::new(), leaves: vec![bias] }];
    let mut scores = vec![bias; rows];
    for _ in 0..plan.trees {
        let seen: Vec<u32> = (0..rows as u32)
            .filter(|&r| table.weights[r as usize] > 0.0 && dice.chance(plan.rows))
            .collect();
        let slopes: Vec<(f32, f32)> =
            seen.iter().map(|&r| slope(table, &scores, r as usize, unit)).collect();
        let tried: Vec<usize> = (0..columns.len()).filter(|_| dice.chance(plan.columns)).collect();
        let mut tree = grow_tree(&columns, plan, unit, (&seen, &slopes), &tried);
        for (row, score) in scores.iter_mut().enumerate() {
            *score += tree.leaf(|f| columns[f][row]);
        }
        for (column, step) in &mut tree.splits {
            *step = ends[*column][usize::from(*step)];
        }
        trees.push(tree);
    }
    trees
}

fn slope(table: &Table, scores: &[i32], row: usize, unit: i32) -> (f32, f32) {
    let p = 1.0 / (1.0 + (-scores[row] as f32 / unit as f32).exp());
    let weight = table.weights[row];
    ((table.labels[row] - p) * weight, p * (1.0 - p) * weight)
}

fn grow_tree(
    columns: &[Vec<u8>],
    plan: Plan,
    unit: i32,
    (seen, slopes): (&[u32], &[(f32, f32)]),
    tried: &[usize],
) -> Tree {
    let mut leaf = vec![0_u8; seen.len()];
    let mut splits = Vec::new();
    let mut sums = vec![Vec::new(); tried.len()];
    for depth in 0..plan.depth {
        let given = smaller(&leaf, 1 << depth);
        let rows: Vec<usize> = (0..leaf.len()).filter(|&r| given[usize::from(leaf[r])]).collect();
        for (sums, &feature) in sums.iter_mut().zip(tried) {
            let column = &columns[feature];
            let row = |&r: &usize| (leaf[r], column[seen[r] as usize], slopes[r]);
            *sums = summed(sums, &given, rows.iter().map(row));
        }
        let best = best_split(&sums, plan.ridge, tried);
        let Some((_, feature, threshold)) = best else { break };
        for (leaf, &row) in leaf.iter_mut().zip(seen) {
            *leaf = *leaf << 1 | u8::from(columns[feature][row as usize] > threshold);
        }
        splits.push((feature, threshold));
    }
    let mut sums = vec![(0.0_f32, 0.0_f32); 1 << splits.len()];
    for (&leaf, slope) in leaf.iter().zip(slopes) {
        let sum = &mut sums[usize::from(leaf)];
        *sum = (sum.0 + slope.0, sum.1 + slope.1);
    }
    let value =
        |(g, h): (f32, f32)| (plan.rate * g / (h + plan.ridge) * unit as f32).round() as i32;
    Tree { splits, leaves: sums.into_iter().map(value).collect() }
}

type Split = (f32, usize, u8);

fn better(a: Option<Split>, b: Split) -> Option<Split> {
    match a {
        Some(a) if a.0 >= b.0 => Some(a),
        _ => Some(b),
    }
}

/// Of each pair of leaves that a question parted, the one with fewer rows; or the only leaf.
fn smaller(leaf: &[u8], leaves: usize) -> Vec<bool> {
    let mut rows = vec![0_usize; leaves];
    leaf.iter().for_each(|&leaf| rows[usize::from(leaf)] += 1);
    let is_smaller = |leaf: usize| (rows[leaf], leaf) <= (rows[leaf ^ 1], leaf ^ 1);
    (0..leaves).map(|leaf| leaves == 1 || is_smaller(leaf)).collect()
}

/// Sums of slopes, by leaf and step.
type Sums = Vec<(f32, f32)>;

/// The sums of all leaves. Of a pair of leaves that a question parted, the rows of one are given (leaf,
/// step, slopes); the other has the rest of what the leaf had that was parted.
fn summed(parted: &Sums, given: &[bool], rows: impl Iterator<Item = (u8, u8, (f32, f32))>) -> Sums {
    let mut sums = vec![(0.0_f32, 0.0_f32); given.len() * STEPS];
    for (leaf, step, (g, h)) in rows {
        let sum = &mut sums[usize::from(leaf) * STEPS + usize::from(step)];
        *sum = (sum.0 + g, sum.1 + h);
    }
    for (at, whole) in parted.iter().enumerate() {
        let (pair, step) = (at / STEPS * 2, at % STEPS);
        let (known, rest) = if given[pair] { (pair, pair + 1) } else { (pair + 1, pair) };
        let part = sums[known * STEPS + step];
        sums[rest * STEPS + step] = (whole.0 - part.0, (whole.1 - part.1).max(0.0));
    }
    sums
}

fn best_split(sums: &[Sums], ridge: f32, tried: &[usize]) -> Option<Split> {
    let mut best = None;
    for (sums, &feature) in sums.iter().zip(tried) {
        let mut gains = [0.0_f32; STEPS];
        for sums in sums.chunks(STEPS) {
            add_gains(sums, ridge, &mut gains);
        }
        for (step, &gain) in gains[..STEPS - 1].iter().enumerate() {
            if gain > 0.0 {
                best = better(best, (gain, feature, step as u8));
            }
        }
    }
    best
}

fn add_gains(sums: &[(f32, f32)], ridge: f32, gains: &mut [f32; STEPS]) {
    let all = sums.iter().fold((0.0, 0.0), |a, s| (a.0 + s.0, a.1 + s.1));
    let worth = |(g, h): (f32, f32)| g * g / (h + ridge);
    let whole = worth(all);
    let mut left = (0.0, 0.0);
    for (gain, sum) in gains.iter_mut().zip(sums) {
        left = (left.0 + sum.0, left.1 + sum.1);
        *gain += worth(left) + worth((all.0 - left.0, all.1 - left.1)) - whole;
    }
}

impl Tree {
    pub fn leaf(&self, evidence: impl Fn(usize) -> u8) -> i32 {
        let at = self.splits.iter().fold(0, |n, s| n << 1 | usize::from(evidence(s.0) > s.1));
        self.leaves[at]
    }
}

/// The trees as rows of the table that the crate reads.
pub fn write(trees: &[Tree], pass: &str, out: &mut String) {
    for tree in trees {
        let splits: Vec<_> = tree.splits.iter().map(|(f, t)| format!("{f}>{t}")).collect();
        let leaves: Vec<_> = tree.leaves.iter().map(|l| l.to_string()).collect();
        let _ = writeln!(out, "{pass}\t{}\t{}", splits.join(" "), leaves.join(" "));
    }
}
