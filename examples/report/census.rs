//! The entities of a page with their numbers and counts, from one pass over the mentions.

use std::collections::HashMap;

use copydesk::entity::{Entities, Entity, EntityId};

/// An entity as the legend lists it.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// What its mentions carry as `data-e`.
    pub number: usize,
    pub entity: &'a Entity,
    pub mentions: usize,
    /// Index of its first mention.
    pub first: usize,
}

/// The entities in the order of their first mentions.
#[derive(Debug)]
pub struct Census<'a> {
    rows: Vec<Row<'a>>,
    number: HashMap<EntityId, usize>,
}

impl<'a> Census<'a> {
    pub fn of(entities: &'a Entities) -> Census<'a> {
        let mut census = Census { rows: Vec::new(), number: HashMap::new() };
        for (number, (id, entity)) in entities.iter().enumerate() {
            census.rows.push(Row { number, entity, mentions: 0, first: 0 });
            census.number.insert(id, number);
        }
        for (at, mention) in entities.mentions().iter().enumerate() {
            if let Some(&number) = census.number.get(&mention.entity) {
                let row = &mut census.rows[number];
                row.first = if row.mentions == 0 { at } else { row.first };
                row.mentions += 1;
            }
        }
        census
    }

    pub fn row(&self, id: EntityId) -> Option<&Row<'a>> {
        self.rows.get(*self.number.get(&id)?)
    }

    /// The rows that `wanted` lets through, the most frequent first.
    pub fn ranked(&self, wanted: impl Fn(&Entity) -> bool) -> Vec<&Row<'a>> {
        let mut rows: Vec<_> = self.rows.iter().filter(|row| wanted(row.entity)).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.mentions));
        rows
    }
}
