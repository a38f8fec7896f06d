//! Quote attribution: who said what, with which verb.

use std::fmt;

use crate::entity::{Entities, EntityId};
use crate::page::Page;
use crate::span::Span;

/// How words are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum QuoteKind {
    /// Whole clauses between marks.
    Direct,
    /// A part of a sentence of the writer's between marks.
    Mixed,
    /// Reported without marks.
    Indirect,
    /// Marks that are no speech: a title, a nickname, a word held at arm's length.
    Unspoken,
}

impl QuoteKind {
    /// The stable kebab-case name.
    pub const fn as_str(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Mixed => "mixed",
            QuoteKind::Indirect => "indirect",
            QuoteKind::Unspoken => "unspoken",
        }
    }
}

impl fmt::Display for QuoteKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Who said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Speaker {
    /// A person or organisation of the page.
    #[non_exhaustive]
    Entity {
        /// The words that point to the speaker: a name, a pronoun, a role.
        mention: Span,
        /// The entity behind them.
        entity: EntityId,
        /// How the entity was found.
        how: How,
    },
    /// A source that is described, not named: "a source close to the ministry".
    #[non_exhaustive]
    Described {
        /// The description.
        span: Span,
    },
    /// The text gives it to nobody.
    Unknown,
}

/// How a speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum How {
    /// By name.
    Named,
    /// By a pronoun.
    Pronoun,
    /// By a role: "the minister".
    Role,
    /// Carried on from the quotation before.
    CarriedOn,
}

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Quote {
    /// Where the words stand, marks included; several parts when an attribution interrupts them.
    pub parts: Vec<Span>,
    /// How they are quoted.
    pub kind: QuoteKind,
    /// The verb or phrase that attributes them.
    pub cue: Option<Span>,
    /// Who said them.
    pub speaker: Speaker,
}

/// The quotations of a page and the entities that their speakers are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotes<'t> {
    text: &'t str,
    quotes: Vec<Quote>,
}

impl<'t> Quotes<'t> {
    /// The whole text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The quotations in reading order.
    pub fn as_slice(&self) -> &[Quote] {
        &self.quotes
    }
}

impl IntoIterator for Quotes<'_> {
    type Item = Quote;
    type IntoIter = std::vec::IntoIter<Quote>;

    fn into_iter(self) -> Self::IntoIter {
        self.quotes.into_iter()
    }
}

/// Finds quotations and their speakers.
#[derive(Clone, Debug, Default)]
pub struct Attributor {}

impl Attributor {
    /// The default attributor.
    pub fn new() -> Attributor {
        Attributor {}
    }

    /// The quotations of a page whose entities are known.
    pub fn quotes<'t>(&self, page: impl Into<Page<'t>>, entities: &Entities<'t>) -> Quotes<'t> {
        let _ = entities;
        Quotes { text: page.into().text(), quotes: Vec::new() }
    }
}
