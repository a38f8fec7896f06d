//! Quote attribution: who said what, with which verb.

mod assemble;
mod attribute;
mod candidate;
mod evidence;
mod explain;
mod feature;
mod lexicon;
mod mark;
mod marks;
mod near;
mod paragraph;
mod resolve;
mod speech;
mod stream;
mod table;
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod training;
mod weigh;
mod words;

use std::borrow::Cow;
use std::fmt;

use once_cell::sync::Lazy;

use crate::entity::{Entities, EntityId};
use crate::page::Page;
use crate::sentence::Segmenter;
use crate::span::Span;

pub use explain::{Evidence, Explained};

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
}

impl QuoteKind {
    /// The stable kebab-case name.
    pub const fn as_str(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Mixed => "mixed",
            QuoteKind::Indirect => "indirect",
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
    /// Where the words stand, marks included; several parts when an attribution interrupts them or
    /// when they run over paragraphs.
    pub parts: Vec<Span>,
    /// How they are quoted.
    pub kind: QuoteKind,
    /// The verb or phrase that attributes them.
    pub cue: Option<Span>,
    /// Who said them.
    pub speaker: Speaker,
    /// The quotation in whose words this one is quoted: its index in [`Quotes::as_slice`].
    pub parent: Option<usize>,
}

impl Quote {
    fn new(parts: Vec<Span>, kind: QuoteKind, parent: Option<usize>) -> Quote {
        Quote { parts, kind, cue: None, speaker: Speaker::Unknown, parent }
    }

    /// From the first byte of the first part to the last byte of the last: what interrupts the
    /// quotation lies inside. Constant time.
    ///
    /// ```
    /// let text = "\"It rained,\" Ann Lee said, \"all day.\"";
    /// let quotes = copydesk::quotes(text);
    /// assert_eq!(quotes.as_slice()[0].span(), copydesk::Span::new(0, text.len()));
    /// ```
    pub fn span(&self) -> Span {
        match (self.parts.first(), self.parts.last()) {
            (Some(first), Some(last)) => Span::new(first.start, last.end),
            _ => Span::default(),
        }
    }
}

/// Marks that are no speech: a title, a nickname, a word held at arm's length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Unspoken {
    /// The words, marks included.
    pub span: Span,
}

/// The quotations of a page, with the names of their speakers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotes<'t> {
    text: &'t str,
    quotes: Vec<Quote>,
    unspoken: Vec<Unspoken>,
    /// Canonical names of the entities that speak, sorted.
    names: Vec<(EntityId, Cow<'static, str>)>,
}

impl<'t> Quotes<'t> {
    /// The whole text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The quotations in reading order; one that is quoted inside another follows it.
    pub fn as_slice(&self) -> &[Quote] {
        &self.quotes
    }

    /// Marks that are no speech, in reading order: titles, nicknames, words at arm's length.
    pub fn unspoken(&self) -> &[Unspoken] {
        &self.unspoken
    }

    /// The speaker's name: the canonical name of the entity, or the description in the text's own
    /// words, or `None`. `quote` must be one of these quotations. Logarithmic in the number of
    /// speakers.
    pub fn speaker_name(&self, quote: &Quote) -> Option<&str> {
        match quote.speaker {
            Speaker::Entity { entity, .. } => {
                let at = self.names.binary_search_by_key(&entity, |(id, _)| *id).ok()?;
                Some(&self.names[at].1)
            }
            Speaker::Described { span } => self.text.get(span.range()),
            Speaker::Unknown => None,
        }
    }
}

impl IntoIterator for Quotes<'_> {
    type Item = Quote;
    type IntoIter = std::vec::IntoIter<Quote>;

    fn into_iter(self) -> Self::IntoIter {
        self.quotes.into_iter()
    }
}

/// What the choice of a speaker looks at.
pub(crate) struct Scene<'a, 't> {
    /// The whole text.
    pub text: &'t str,
    /// The paragraphs, in reading order.
    pub paragraphs: &'a [Span],
    /// The entities of the page.
    pub entities: &'a Entities<'t>,
    /// Where sentences end.
    pub ends: &'a [usize],
}

/// Sentences as they are by default: a paragraph's words are weighed sentence by sentence.
static SEGMENTER: Lazy<Segmenter> = Lazy::new(Segmenter::new);

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
        let page = page.into();
        let text = page.text();
        let paragraphs = paragraph::paragraphs(&page);
        let marks = marks::pair(&page, &paragraphs);
        let (mut quotes, unspoken) = assemble::assemble(text, &paragraphs, &marks);
        let ends: Vec<usize> = SEGMENTER.sentences(&page).map(|s| s.span.end).collect();
        let scene = Scene { text, paragraphs: &paragraphs, entities, ends: &ends };
        attribute::attribute(&scene, &mut quotes);
        let names = names(&quotes, entities);
        Quotes { text, quotes, unspoken, names }
    }
}

/// The canonical names of all entities that speak, sorted by id.
fn names(quotes: &[Quote], entities: &Entities<'_>) -> Vec<(EntityId, Cow<'static, str>)> {
    let speaking = quotes.iter().filter_map(|quote| match quote.speaker {
        Speaker::Entity { entity, .. } => Some(entity),
        _ => None,
    });
    let mut ids: Vec<EntityId> = speaking.collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().filter_map(|id| Some((id, entities.get(id)?.name.clone()))).collect()
}
