//! Grouping the mentions of one page by what they name.

mod bearers;
mod fit;
mod given;
mod name;
mod parts;
mod people;
mod person;
mod resolve;
mod short;
mod soft;

use self::people::People;
use super::gazetteer::{EntryId, Found, TableMention};
use super::person::PersonMention;
use super::{Entity, EntityId, Kind, Mention};
use crate::page::Page;
use crate::scan::map::Map;

pub(crate) use self::resolve::resolve;

/// All mentions of a page in reading order, and the entities they name in the order of their
/// first mention.
///
/// `people` does not overlap the mentions of `found`. Linear in the number of mentions.
pub(crate) fn group(
    page: &Page<'_>,
    found: &Found<'_>,
    people: &[PersonMention],
) -> (Vec<Mention>, Vec<Entity>) {
    let grouped = People::group(page, people);
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
