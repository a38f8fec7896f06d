//! Grouping the mentions of one page by what they name.

mod bearers;
mod given;
mod people;
mod spelling;

use self::people::People;
use super::gazetteer::{Found, TableMention};
use super::lexicon::EntryId;
use super::person::PersonMention;
use super::{Entity, EntityId, Form, Kind, Mention};
use crate::page::Page;
use crate::scan::map::Map;
use crate::span::Span;

/// All mentions of a page in reading order, and the entities they name in the order of their
/// first mention.
///
/// `people` does not overlap the mentions of `found`. Linear in the number of mentions.
pub(crate) fn group(
    page: &Page<'_>,
    found: &Found<'_>,
    people: &[PersonMention],
) -> (Vec<Mention>, Vec<Entity>) {
    let grouped = People::group(page.text(), people);
    let mut out = Grouping::default();
    out.mentions.reserve(people.len() + found.mentions.len());
    let mut persons = people.iter().zip(&grouped.of).peekable();
    for table in &found.mentions {
        while let Some((mention, &of)) = persons.next_if(|(m, _)| m.span.start < table.span.start) {
            out.person(&grouped, mention, of);
        }
        out.table(found, table);
    }
    persons.for_each(|(mention, &of)| out.person(&grouped, mention, of));
    (out.mentions, out.entities)
}

/// The mentions that the caller found, in reading order, grouped by what they name.
///
/// `found` is what the tables know of the mentions themselves. Linear in the number of mentions.
pub(crate) fn resolve(
    page: &Page<'_>,
    spans: &[Span],
    found: &Found<'_>,
) -> (Vec<Mention>, Vec<Entity>) {
    let text = page.text();
    let tables: Vec<Option<EntryId>> = spans.iter().map(|span| whole(found, *span)).collect();
    let surfaces: Vec<&str> = spans.iter().map(|span| &text[*span]).collect();
    let known: Vec<Option<String>> =
        tables.iter().map(|id| id.map(|id| found.entry(id).name.to_string())).collect();
    let of = given::group(&surfaces, &known);
    let mut ids: Map<usize, EntityId> = Map::default();
    let (mut mentions, mut entities) = (Vec::with_capacity(spans.len()), Vec::<Entity>::new());
    for (at, &span) in spans.iter().enumerate() {
        let next = EntityId(entities.len() as u32);
        let entity = *ids.entry(of[at]).or_insert(next);
        if entity == next {
            entities.push(described(found, tables[at], surfaces[at]));
        }
        let named = &mut entities[entity.0 as usize];
        if tables[at].is_none() && named.code.is_none() && is_fuller(surfaces[at], &named.name) {
            named.name = surfaces[at].to_owned().into();
        }
        mentions.push(Mention { span, kind: named.kind, entity, form: Form::Given });
    }
    (mentions, entities)
}

/// The table entry that a mention is all of, but for an article.
fn whole(found: &Found<'_>, span: Span) -> Option<EntryId> {
    let at = found.mentions.partition_point(|m| m.span.start < span.start);
    let table = found.mentions.get(at).filter(|m| span.covers(m.span))?;
    let rest = span.len() - table.span.len();
    (rest <= "the 's".len()).then_some(table.entry)
}

fn described(found: &Found<'_>, table: Option<EntryId>, surface: &str) -> Entity {
    let entry = table.map(|id| found.entry(id));
    let kind = entry.map_or(Kind::Organisation, |e| e.kind);
    let name = entry.map_or_else(|| surface.to_owned().into(), |e| e.name.clone());
    Entity { kind, name, code: entry.and_then(|e| e.code), title: None, gender: None }
}

/// More words, or as many and longer with diacritics.
fn is_fuller(form: &str, name: &str) -> bool {
    let rank = |name: &str| (name.split_whitespace().count(), !name.is_ascii());
    rank(form) > rank(name)
}

#[derive(Default)]
struct Grouping {
    mentions: Vec<Mention>,
    entities: Vec<Entity>,
    entries: Map<EntryId, EntityId>,
    people: Map<usize, EntityId>,
}

impl Grouping {
    fn table(&mut self, found: &Found<'_>, table: &TableMention) {
        let next = EntityId(self.entities.len() as u32);
        let entity = *self.entries.entry(table.entry).or_insert(next);
        if entity == next {
            let entry = found.entry(table.entry);
            let (kind, name, code) = (entry.kind, entry.name.clone(), entry.code);
            self.entities.push(Entity { kind, name, code, title: None, gender: None });
        }
        self.mentions.push(Mention {
            span: table.span,
            kind: table.kind,
            entity,
            form: table.form,
        });
    }

    fn person(&mut self, grouped: &People<'_>, mention: &PersonMention, of: usize) {
        let next = EntityId(self.entities.len() as u32);
        let entity = *self.people.entry(of).or_insert(next);
        if entity == next {
            let person = &grouped.people[of];
            self.entities.push(Entity {
                kind: Kind::Person,
                name: person.name.clone().into(),
                code: None,
                title: person.title,
                gender: person.gender,
            });
        }
        let (span, form) = (mention.span, mention.form);
        self.mentions.push(Mention { span, kind: Kind::Person, entity, form });
    }
}
