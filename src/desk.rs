//! [`Desk`]: the four stages chained.

use crate::boilerplate::{Layout, Stripper};
use crate::entity::{Entities, Normalizer};
use crate::page::Page;
use crate::quote::{Attributor, Quotes};
use crate::sentence::{Segmenter, Sentence};

/// The four engines, configured once and shared by all threads.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    stripper: Stripper,
    segmenter: Segmenter,
    normalizer: Normalizer,
    attributor: Attributor,
}

impl Desk {
    /// The default engines.
    pub fn new() -> Desk {
        Desk::default()
    }

    /// Reads a page through all four stages.
    pub fn read<'t>(&self, page: impl Into<Page<'t>>) -> Article<'t> {
        let layout = self.stripper.layout(page);
        let body = layout.body();
        let sentences = self.segmenter.sentences(&body).collect();
        let entities = self.normalizer.entities(&body);
        let quotes = self.attributor.quotes(&body, &entities);
        Article { layout, sentences, entities, quotes }
    }
}

/// A page as the desk read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article<'t> {
    layout: Layout<'t>,
    sentences: Vec<Sentence>,
    entities: Entities<'t>,
    quotes: Quotes<'t>,
}

impl<'t> Article<'t> {
    /// What each line of the page is.
    pub fn layout(&self) -> &Layout<'t> {
        &self.layout
    }

    /// The sentences of the body.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The entities of the body.
    pub fn entities(&self) -> &Entities<'t> {
        &self.entities
    }

    /// The quotations of the body.
    pub fn quotes(&self) -> &Quotes<'t> {
        &self.quotes
    }
}
