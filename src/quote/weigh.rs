//! The learned weights of evidence for a speaker.

use once_cell::sync::Lazy;

use super::view::{Evidence, Template};
use crate::data;
use crate::scan::table::{mix, Table, SEED};

/// Weights in hundredths of a logit, under the keys of their evidence.
#[derive(Debug)]
pub(crate) struct Weights {
    pub templates: Vec<Template>,
    values: Table<i16>,
}

pub(crate) static WEIGHTS: Lazy<Weights> =
    Lazy::new(|| Weights::read(include_str!("../data/quote/speaker.tsv")));

impl Weights {
    fn read(table: &str) -> Weights {
        let templates = Template::all();
        let mut template = None;
        let mut entries = Vec::new();
        for (_, mut row) in data::rows(table) {
            let (Some(views), Some(values)) = (row.next(), row.next()) else { continue };
            if !views.is_empty() {
                template = templates.iter().find(|t| t.name() == views);
            }
            let key = template.and_then(|template| template.key_of(values));
            let weight = row.next().and_then(|w| w.parse::<i16>().ok());
            if let (Some(key), Some(weight)) = (key, weight) {
                entries.push((mix(SEED, key), weight));
            }
        }
        Weights { templates, values: Table::new(&entries) }
    }

    /// The sum of what speaks for and against.
    pub(crate) fn score(&self, evidence: &Evidence) -> i32 {
        let weight = |key| self.values.get(mix(SEED, key)).map_or(0, i32::from);
        evidence.keys(&self.templates).map(weight).sum()
    }

    /// What speaks for and against: the template, the key and the weight of all that weighs.
    pub(crate) fn reasons<'a>(
        &'a self,
        evidence: &'a Evidence,
    ) -> impl Iterator<Item = (&'a Template, u64, i32)> + 'a {
        self.templates.iter().zip(evidence.keys(&self.templates)).filter_map(|(template, key)| {
            let weight = self.values.get(mix(SEED, key))?;
            Some((template, key, weight.into()))
        })
    }
}
