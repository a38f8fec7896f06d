//! The learned weights of evidence for a speaker.
//!
//! Every template has a grid: a weight for each combination of the values that its rows name, and
//! nothing for all others. A value leads so many steps into the grid, and the steps of all values
//! lead to the weight. What the options of a quotation share is walked once; of what is seen of a
//! candidate a row holds the steps in all grids, and rows are added up many numbers at a time. Most
//! views see nothing, which is their value 0: rows are kept as what they lead farther than that one.

use once_cell::sync::Lazy;

use super::view::{is_shared, values_of, Evidence, Known, Template, Values, COMBINATIONS};
use crate::data;

/// Numbers in a row: one a template, rounded up to whole vectors.
const LANES: usize = COMBINATIONS.next_multiple_of(8);

/// Weights in hundredths of a logit.
#[derive(Debug)]
pub(crate) struct Weights {
    pub templates: Vec<Template>,
    /// Where the grid of each template begins.
    starts: [u32; LANES],
    /// What leads into the grids from the quotation, and its steps by value.
    shared: Vec<Axis>,
    steps: Vec<u32>,
    /// What leads into them from the candidate: a view, and where its rows begin.
    own: Vec<(u8, usize)>,
    rows: Vec<[u16; LANES]>,
    /// How far a candidate leads of whom nothing is seen.
    nothing: [u16; LANES],
    /// All grids, one behind the other.
    weights: Vec<i16>,
}

/// A view of a template, and where the steps of its values begin.
#[derive(Clone, Copy, Debug)]
struct Axis {
    template: usize,
    view: u8,
    steps: usize,
}

pub(crate) static WEIGHTS: Lazy<Weights> =
    Lazy::new(|| Weights::read(include_str!("../../data/quote/speaker.tsv")));

impl Weights {
    fn read(table: &str) -> Weights {
        let mut new = Weights {
            templates: Template::all(),
            starts: [0; LANES],
            shared: Vec::new(),
            steps: Vec::new(),
            own: Vec::new(),
            rows: Vec::new(),
            nothing: [0; LANES],
            weights: Vec::new(),
        };
        let mut named = vec![Vec::new(); COMBINATIONS];
        let known = Known::new();
        let mut template = None;
        for (_, mut row) in data::rows(table) {
            let (Some(views), Some(first)) = (row.next(), row.next()) else { continue };
            if !views.is_empty() {
                template = new.templates.iter().position(|t| t.name() == views);
            }
            let Some(at) = template else { continue };
            let views = new.templates[at].views();
            let Some((&last_view, views)) = views.split_last() else { continue };
            let Some(first) = known.values(views, first.split(' ')) else { continue };
            named[at].extend(row.filter_map(|last| {
                let (last, weight) = last.split_once(' ')?;
                let mut values = first;
                values[views.len()] = known.value(last_view, last)?;
                Some((values, weight.parse::<i16>().ok()?))
            }));
        }
        named.iter().enumerate().for_each(|(template, named)| new.add(template, named));
        new.subtract_nothing();
        new.weights.shrink_to_fit();
        new.rows.shrink_to_fit();
        new
    }

    /// Makes the rows of value 0 empty. That is counted round and round: a sum of rows that is less
    /// than nothing on its way comes out right.
    fn subtract_nothing(&mut self) {
        for &(view, rows) in &self.own {
            let zero = self.rows[rows];
            for (sum, step) in self.nothing.iter_mut().zip(zero) {
                *sum = sum.wrapping_add(step);
            }
            for row in &mut self.rows[rows..rows + values_of(view)] {
                for (step, zero) in row.iter_mut().zip(zero) {
                    *step = step.wrapping_sub(zero);
                }
            }
        }
    }

    /// Lays out the grid of a template: what is seen of the candidate leads to neighbours.
    fn add(&mut self, template: usize, named: &[(Values, i16)]) {
        self.starts[template] = self.weights.len() as u32;
        let views = self.templates[template].views().to_vec();
        let mut size = 1;
        // How far each weight lies from the start.
        let mut places = vec![0; named.len()];
        let (shared, own): (Vec<_>, Vec<_>) =
            views.into_iter().enumerate().partition(|(_, view)| is_shared(*view));
        for (at, view) in own {
            let rows = self.rows_of(view);
            let mut values = 0;
            for ((seen, _), place) in named.iter().zip(&mut places) {
                // A value that no row names leads nowhere, and there no weight lies.
                let step = &mut self.rows[rows + usize::from(seen[at])][template];
                if *step == 0 {
                    values += 1;
                    *step = (values * size) as u16;
                }
                *place += u32::from(*step);
            }
            size *= values + 1;
        }
        for (at, view) in shared {
            let from = self.steps.len();
            self.steps.resize(from + values_of(view), 0);
            let mut values = 0;
            for ((seen, _), place) in named.iter().zip(&mut places) {
                let step = &mut self.steps[from + usize::from(seen[at])];
                if *step == 0 {
                    values += 1;
                    *step = values * size;
                }
                *place += *step;
            }
            size *= values + 1;
            self.shared.push(Axis { template, view, steps: from });
        }
        let from = self.weights.len();
        self.weights.resize(from + size as usize, 0);
        for ((_, weight), place) in named.iter().zip(places) {
            self.weights[from + place as usize] = *weight;
        }
    }

    /// Where the rows of a view begin, made if there are none.
    fn rows_of(&mut self, view: u8) -> usize {
        if let Some((_, rows)) = self.own.iter().find(|(known, _)| *known == view) {
            return *rows;
        }
        let rows = self.rows.len();
        self.own.push((view, rows));
        self.rows.resize(rows + values_of(view), [0; LANES]);
        rows
    }

    /// How far the quotation leads, by template.
    fn lead(&self, evidence: &Evidence) -> [u32; LANES] {
        let mut places = self.starts;
        for axis in &self.shared {
            places[axis.template] += self.steps[axis.steps + evidence.value(axis.view)];
        }
        places
    }

    /// How much farther the candidate leads, by template.
    #[inline]
    fn follow(&self, evidence: &Evidence) -> [u16; LANES] {
        let mut steps = self.nothing;
        for &(view, rows) in &self.own {
            let value = evidence.value(view);
            if value == 0 {
                continue;
            }
            let Some(row) = self.rows.get(rows + value) else { continue };
            for (sum, step) in steps.iter_mut().zip(row) {
                *sum = sum.wrapping_add(*step);
            }
        }
        steps
    }

    /// Where the weights of all templates lie.
    fn places(&self, evidence: &Evidence) -> [u32; LANES] {
        let mut places = self.lead(evidence);
        for (place, steps) in places.iter_mut().zip(self.follow(evidence)) {
            *place += u32::from(steps);
        }
        places
    }

    /// A scale for options, one quotation after another.
    pub(crate) fn scale(&self) -> Scale<'_> {
        Scale { weights: self, lead: self.starts }
    }

    /// What speaks for and against: the template, the key and the weight of all that weighs.
    pub(crate) fn reasons<'a>(
        &'a self,
        evidence: &'a Evidence,
    ) -> impl Iterator<Item = (&'a Template, u64, i32)> + 'a {
        self.templates.iter().zip(self.places(evidence)).filter_map(|(template, place)| {
            let weight = self.weights.get(place as usize).filter(|weight| **weight != 0)?;
            Some((template, template.key(evidence), i32::from(*weight)))
        })
    }
}

/// Weighs the options of a quotation.
#[derive(Debug)]
pub(crate) struct Scale<'w> {
    weights: &'w Weights,
    /// How far the quotation leads.
    lead: [u32; LANES],
}

impl Scale<'_> {
    /// Begins with a quotation of which that is seen.
    pub(crate) fn regard(&mut self, shared: &Evidence) {
        self.lead = self.weights.lead(shared);
    }

    /// The sum of what speaks for and against an option of that quotation.
    pub(crate) fn score(&self, evidence: &Evidence) -> i32 {
        let steps = self.weights.follow(evidence);
        let weights = self.weights.weights.as_slice();
        // Where no template stands the place is 0, at which no weight lies.
        let places = self.lead.iter().zip(&steps).map(|(lead, step)| lead + u32::from(*step));
        places.map(|place| weights.get(place as usize).map_or(0, |w| i32::from(*w))).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::{is_shared, WEIGHTS};
    use std::collections::BTreeSet;

    #[test]
    fn no_candidate_leads_farther_than_a_row_can_tell() {
        for (at, template) in WEIGHTS.templates.iter().enumerate() {
            let own = WEIGHTS.own.iter().filter(|(view, _)| template.views().contains(view));
            let values = |&(view, rows): &(u8, usize)| {
                let rows = &WEIGHTS.rows[rows..rows + super::values_of(view)];
                rows.iter().map(|row| row[at]).collect::<BTreeSet<_>>().len() + 1
            };
            assert!(own.map(values).product::<usize>() <= 1 << 16, "{}", template.name());
            assert!(template.views().iter().filter(|view| is_shared(**view)).count() < 4);
        }
    }
}
