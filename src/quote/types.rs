//! [`Quote`] and what it is made of.

use std::fmt;

use crate::entity::EntityId;
use crate::span::Span;

/// How words are quoted.
///
/// ```
/// use copydesk::quote::QuoteKind;
/// let text = "\"We leave at dawn,\" said Ann Lee, who called the delay \"absurd\".";
/// let quotes = copydesk::quotes(text);
/// let kinds: Vec<_> = quotes.as_slice().iter().map(|q| q.kind).collect();
/// assert_eq!(kinds, [QuoteKind::Direct, QuoteKind::Mixed]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum QuoteKind {
    /// Whole clauses between marks.
    Direct,
    /// A part of a sentence of the writer's between marks.
    Mixed,
    /// Reported without marks. Given on request only: [`Attributor::indirect`](super::Attributor::indirect).
    Indirect,
}

impl QuoteKind {
    /// The stable kebab-case name.
    ///
    /// ```
    /// assert_eq!(copydesk::quote::QuoteKind::Direct.as_str(), "direct");
    /// ```
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
        f.pad(self.as_str())
    }
}

/// Who said it.
///
/// [`Quotes::speaker_name`](super::Quotes::speaker_name) gives the name.
///
/// ```
/// use copydesk::quote::Speaker;
/// let quotes = copydesk::quotes("\"Do not wake the owl.\"");
/// assert_eq!(quotes.as_slice()[0].speaker, Speaker::Unknown); // the text gives it to nobody
/// ```
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
        /// The words that point to the speaker: the description itself, or the "who" that stands for it.
        mention: Span,
        /// The description.
        span: Span,
    },
    /// The text gives it to nobody.
    Unknown,
}

impl Speaker {
    /// The words that point to the speaker, bytes of the whole text: a name, a pronoun, a role, a
    /// description. `None` when the text gives the quotation to nobody. Constant time.
    ///
    /// ```
    /// let text = "The consul, who called the fee \"a joke\", left.";
    /// let quotes = copydesk::quotes(text);
    /// let quote = &quotes.as_slice()[0];
    /// assert_eq!(quote.speaker.mention().map(|span| &text[span]), Some("who"));
    /// assert_eq!(quotes.speaker_name(quote), Some("The consul"));
    /// ```
    pub fn mention(&self) -> Option<Span> {
        match *self {
            Speaker::Entity { mention, .. } | Speaker::Described { mention, .. } => Some(mention),
            Speaker::Unknown => None,
        }
    }
}

/// How a speaker was found.
///
/// ```
/// use copydesk::quote::How;
/// assert_ne!(How::Named, How::Pronoun);
/// ```
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
///
/// ```
/// let text = "\"It rained,\" Ann Lee said, \"all day.\"";
/// let quotes = copydesk::quotes(text);
/// let quote = &quotes.as_slice()[0];
/// let parts: Vec<_> = quote.parts.iter().map(|part| &text[*part]).collect();
/// assert_eq!(parts, ["\"It rained,\"", "\"all day.\""]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Quote {
    /// Where the words stand, bytes of the whole text, marks included; several parts when an attribution interrupts them or
    /// when they run over paragraphs.
    pub parts: Vec<Span>,
    /// How they are quoted.
    pub kind: QuoteKind,
    /// The verb or phrase that attributes them.
    pub cue: Option<Span>,
    /// Who said them.
    pub speaker: Speaker,
    /// The quotation in whose words this one is quoted: its index in [`Quotes::as_slice`](super::Quotes::as_slice).
    pub parent: Option<usize>,
}

impl Quote {
    pub(super) fn new(parts: Vec<Span>, kind: QuoteKind, parent: Option<usize>) -> Quote {
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
///
/// ```
/// let text = "The so-called \"sugar tax\" comes into force in April.";
/// let quotes = copydesk::quotes(text);
/// assert!(quotes.as_slice().is_empty());
/// assert_eq!(&text[quotes.unspoken()[0].span], "\"sugar tax\"");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Unspoken {
    /// The words, marks included.
    pub span: Span,
}
