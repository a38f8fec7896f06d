//! Grouping the mentions of one page by what they name.

use std::collections::HashMap;

use super::gazetteer::Found;
use super::lexicon::EntryId;
use super::person::PersonMention;
use super::{Entity, EntityId, Form, Mention};
use crate::page::Page;

/// All mentions of a page in reading order, and the entities they name in the order of their
/// first mention.
///
/// `people` does not overlap the mentions of `found`.
pub(crate) fn group(
    _page: &Page<'_>,
    found: &Found<'_>,
    _people: &[PersonMention],
) -> (Vec<Mention>, Vec<Entity>) {
    let mut entities: Vec<Entity> = Vec::new();
    let mut known: HashMap<EntryId, EntityId> = HashMap::new();
    let mut mentions = Vec::with_capacity(found.mentions.len());
    for table in &found.mentions {
        let entity = *known.entry(table.entry).or_insert_with(|| {
            let entry = found.entry(table.entry);
            let (kind, name, code) = (entry.kind, entry.name.clone(), entry.code);
            entities.push(Entity { kind, name, code, title: None, gender: None });
            EntityId(entities.len() as u32 - 1)
        });
        mentions.push(Mention { span: table.span, kind: table.kind, entity, form: Form::Table });
    }
    (mentions, entities)
}
