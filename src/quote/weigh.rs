//! The learned weights of evidence for a speaker.

use once_cell::sync::Lazy;

use super::feature::{Evidence, Layout};
use crate::data;

/// Weights by index of [`Layout`], in thousandths of a logit.
#[derive(Clone, Debug)]
pub(crate) struct Weights {
    pub layout: Layout,
    values: Vec<i32>,
}

pub(crate) static WEIGHTS: Lazy<Weights> =
    Lazy::new(|| Weights::read(include_str!("../data/quote/speaker.tsv")));

impl Weights {
    fn read(table: &str) -> Weights {
        let layout = Layout::new();
        let mut values = vec![0; layout.size];
        // The rows of one template stand together.
        let mut template = ("", None);
        for (_, mut row) in data::rows(table) {
            let (Some(views), Some(names)) = (row.next(), row.next()) else { continue };
            let weight = row.next().and_then(|w| w.parse().ok());
            if template.0 != views {
                template = (views, layout.template(views));
            }
            let at = template.1.and_then(|template| template.index(names));
            if let (Some(at), Some(weight)) = (at, weight) {
                values[at] = weight;
            }
        }
        Weights { layout, values }
    }

    /// The sum of what speaks for and against.
    pub(crate) fn score(&self, evidence: &Evidence) -> i32 {
        self.layout.indexes(evidence).map(|at| self.values[at]).sum()
    }
}
