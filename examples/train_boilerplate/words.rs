//! Weights of words: the logarithm of how much likelier an article uses the word than the furniture.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use copydesk::boilerplate::training;

use crate::corpus::{Doc, Label};

/// How often a site uses a word, in lines kept and dropped.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    words: BTreeMap<String, BTreeMap<String, [f32; 2]>>,
    totals: BTreeMap<String, [f32; 2]>,
}

/// Lines of one site that count for one word and class, at most: menus repeat.
const CAP: f32 = 4.0;
/// Sites that must use a word.
const SITES: usize = 5;
/// Rows of the table, at most.
const ROWS: usize = 2600;
/// Sites that make a word common: it is in the table whatever its weight.
const COMMON: usize = 24;

impl Counts {
    pub fn new(docs: &[&Doc]) -> Counts {
        let mut counts = Counts::default();
        let mut lines = BTreeSet::new();
        for doc in docs {
            for gold in &doc.gold {
                let class = match gold.label {
                    Label::Keep => 0,
                    Label::Drop => 1,
                    _ => continue,
                };
                let line = &doc.text[gold.span];
                if lines.insert((doc.site.clone(), line.to_string())) {
                    counts.add(&doc.site, line, class);
                }
            }
        }
        counts
    }

    fn add(&mut self, site: &str, line: &str, class: usize) {
        let words: BTreeSet<String> = training::words_of(line).into_iter().collect();
        for word in words {
            let entry = self.words.entry(word).or_default().entry(site.to_string()).or_default();
            if entry[class] < CAP {
                entry[class] += 1.0;
                self.totals.entry(site.to_string()).or_default()[class] += 1.0;
            }
        }
    }

    /// The table of weights, one site left out.
    pub fn table(&self, without: &str) -> String {
        let sum = |a: [f32; 2], b: &[f32; 2]| [a[0] + b[0], a[1] + b[1]];
        let others = |m: &BTreeMap<String, [f32; 2]>| {
            m.iter().filter(|(s, _)| *s != without).map(|(_, c)| *c).collect::<Vec<_>>()
        };
        let totals = others(&self.totals).iter().fold([0.0; 2], sum);
        let mut rows: Vec<(i64, String, i32)> = Vec::new();
        for (word, sites) in &self.words {
            let counts = others(sites);
            let plain = word.chars().all(|c| c.is_ascii_lowercase() || c == '\'');
            if counts.len() < SITES || !plain {
                continue;
            }
            let n = counts.iter().fold([0.0; 2], sum);
            let rate = |class: usize| (n[class] + 0.5) / (totals[class] + 1000.0);
            let weight = ((rate(0) / rate(1)).ln() * 16.0).clamp(-99.0, 99.0);
            let common = if counts.len() >= COMMON { 1 << 32 } else { 0 };
            let worth = common + (weight * (n[0] + n[1]).sqrt()).abs() as i64;
            rows.push((-worth, word.clone(), weight as i32));
        }
        rows.sort();
        rows.truncate(ROWS);
        rows.sort_by(|a, b| a.1.cmp(&b.1));
        let mut out = String::new();
        for (_, word, weight) in rows {
            let _ = writeln!(out, "{word}\t{weight}");
        }
        out
    }
}
