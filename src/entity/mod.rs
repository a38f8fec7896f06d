//! Entity normalization: countries, organisations and the people of one article under one name.
//!
//! [`country`](self::country()) answers for whole fields of data tables. In running text the names of tables are
//! found first (`gazetteer`), then people (`person`) and what the page itself defines (`defined`);
//! all mentions are grouped last (`cluster`). [`Normalizer`] runs the passes.

mod cluster;
mod country;
mod defined;
mod edit;
mod entities;
mod gazetteer;
mod mentions;
mod normalizer;
mod person;
mod spelling;
#[cfg(test)]
mod tables;
mod types;

pub use country::{country, country_fuzzy, Country, Status};
pub use edit::Edit;
pub use entities::Entities;
pub use gazetteer::Gazetteer;
pub use normalizer::Normalizer;
pub use types::{Entity, EntityId, Form, Gender, Kind, Mention};

/// True for an ordinary word of English, by the key of its small letters.
pub(crate) fn is_ordinary(key: u64) -> bool {
    use person::{Class, LEXICON};
    LEXICON.class_of(key).is(Class::COMMON.and(Class::OPENING))
}
