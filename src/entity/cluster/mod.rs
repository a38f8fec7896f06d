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
use self::person::Person;
use super::gazetteer::{Found, TableMention};
use super::person::PersonMention;
use super::{Entity, EntityId, Kind, Mention};
use crate::page::Page;
use crate::scan::numbers::Keyed;

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
    let mut grouped = People::group(page, people);
    let mut out = Grouping::default();
    out.mentions.reserve(people.len() + found.mentions.len());
    out.entities.reserve(grouped.people.len() + found.mentions.len());
    out.people = vec![None; grouped.people.len()];
    let mut persons = people.iter().zip(&grouped.of).peekable();
    for table in &found.mentions {
        while let Some((mention, &of)) = persons.next_if(|(m, _)| m.span.start < table.span.start) {
            out.person(&mut grouped.people[of], mention, of);
        }
        out.table(found, table);
    }
    persons.for_each(|(mention, &of)| out.person(&mut grouped.people[of], mention, of));
    (out.mentions, out.entities)
}

#[derive(Default)]
struct Grouping {
    mentions: Vec<Mention>,
    entities: Vec<Entity>,
    entries: Keyed<EntityId>,
    people: Vec<Option<EntityId>>,
}

impl Grouping {
    fn table(&mut self, found: &Found<'_>, table: &TableMention) {
        let next = EntityId(self.entities.len() as u32);
        let entity = *self.entries.or_insert(table.entry.0.into(), next);
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

    fn person(&mut self, person: &mut Person, mention: &PersonMention, of: usize) {
        let next = EntityId(self.entities.len() as u32);
        let entity = *self.people[of].get_or_insert(next);
        if entity == next {
            self.entities.push(Entity {
                kind: Kind::Person,
                name: std::mem::take(&mut person.name).into(),
                code: None,
                title: person.title,
                gender: person.gender,
            });
        }
        let (span, form) = (mention.span, mention.form);
        self.mentions.push(Mention { span, kind: Kind::Person, entity, form });
    }
}
