//! What is measured: each stage, and the pipeline.
#![allow(dead_code)] // Each bench takes what it needs.

use copydesk::entity::{Gazetteer, Kind as EntityKind, Normalizer};
use copydesk::quote::Attributor;
use copydesk::{Desk, Entities};

use crate::bars;
use crate::text::{self, Kind};

/// The engines, built once.
pub struct Engines {
    pub desk: Desk,
    pub attributor: Attributor,
    /// Ten thousand names and nothing else.
    pub scanner: Normalizer,
}

impl Engines {
    pub fn new() -> Result<Engines, copydesk::Error> {
        let names = text::gazetteer(10_000);
        let table =
            Gazetteer::from_pairs(EntityKind::Place, names.iter().map(|name| (name, name)))?;
        let scanner = Normalizer::with_gazetteer_only(&table).people(false);
        Ok(Engines { desk: Desk::new(), attributor: Attributor::new(), scanner })
    }
}

/// A text, with its entities where the task is handed them.
pub struct Document<'t> {
    pub text: &'t str,
    pub entities: Option<Entities<'t>>,
}

pub struct Task {
    pub name: &'static str,
    /// The text on which its bar is judged.
    pub kind: Kind,
    /// Reads entities that were found before.
    pub given: bool,
    pub work: fn(&Engines, &Document<'_>) -> usize,
}

impl Task {
    pub fn document<'t>(&self, text: &'t str) -> Document<'t> {
        Document { text, entities: self.given.then(|| copydesk::entities(text)) }
    }
}

pub const TASKS: [Task; 6] = [
    Task {
        name: bars::SENTENCES,
        kind: Kind::News,
        given: false,
        work: |_, d| copydesk::sentences(d.text).count(),
    },
    Task {
        name: bars::GAZETTEER,
        kind: Kind::News,
        given: false,
        work: |e, d| e.scanner.entities(d.text).mentions().len(),
    },
    Task {
        name: bars::ENTITIES,
        kind: Kind::News,
        given: false,
        work: |_, d| copydesk::entities(d.text).mentions().len(),
    },
    Task {
        name: bars::QUOTATIONS,
        kind: Kind::News,
        given: true,
        work: |e, d| {
            let found = d.entities.as_ref().map(|found| e.attributor.quotes(d.text, found));
            found.map_or(0, |quotes| quotes.as_slice().len())
        },
    },
    Task {
        name: bars::BOILERPLATE,
        kind: Kind::Page,
        given: false,
        work: |_, d| copydesk::layout(d.text).blocks().len(),
    },
    Task {
        name: bars::PIPELINE,
        kind: Kind::Page,
        given: false,
        work: |e, d| e.desk.read(d.text).sentences().len(),
    },
];
