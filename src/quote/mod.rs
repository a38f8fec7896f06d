//! Quote attribution: who said what, with which verb.
//!
//! [`quotes`](crate::quotes) does what most callers want; an [`Attributor`] is for those who have the
//! page's entities already, or want indirect speech too.
//!
//! # How it works
//!
//! 1. *Marks.* In each paragraph quotation marks are paired by kind and direction: straight, curly,
//!    single British, doubled apostrophes and backticks, low and angle ones. An apostrophe is none of
//!    them. A stray mark is dropped alone; a mark left open runs on only when the next paragraph opens
//!    with one.
//! 2. *Speech or not.* The words between a pair of marks and around it are weighed against a small
//!    table (logistic regression over evidence from punctuation, casing and word classes, learned by
//!    `examples/train_speech`): whole clauses that somebody says, a fragment that somebody says, or no
//!    speech at all ([`Unspoken`]). One piece of evidence is weighed first, from all words of the
//!    sentence: whether the place of the marks is part of what somebody says, marks or none; that is
//!    learned from indirect speech. [`Attributor::explain_marks`] shows the evidence.
//! 3. *Parts.* What an attribution interrupts, and what runs over paragraphs, is one [`Quote`] of
//!    several parts.
//! 4. *Speakers.* Each quotation gets its cue and its [`Speaker`], or none: candidates around it are
//!    weighed by their place in the sentence and by who spoke before, those of its own sentence first:
//!    who is plain from there is not looked for farther off (log-linear, learned by
//!    `examples/train_quotes`). [`Attributor::explain_speakers`] shows them all.
//!
//! All of it is linear in the length of the page.

mod class;
mod ends;
mod grammar;
mod indirect;
mod lexicon;
mod marks;
mod paragraph;
mod quotes;
mod speaker;
mod speech;
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod training;
mod types;

use std::borrow::Cow;

use crate::entity::{Entities, EntityId};
use crate::page::Page;
use crate::sentence::Sentence;
use ends::Ends;

pub use quotes::Quotes;
pub use speaker::{Contender, Contest, Reason};
pub use speech::{Evidence, Explained};
pub use types::{How, Quote, QuoteKind, Speaker, Unspoken};

/// Finds quotations and their speakers.
///
/// ```
/// use copydesk::quote::Attributor;
/// let text = "Ann Lee said: \"We leave at dawn.\"";
/// let entities = copydesk::entities(text);
/// let quotes = Attributor::new().quotes(text, &entities);
/// assert_eq!(&text[quotes.as_slice()[0].parts[0]], "\"We leave at dawn.\"");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Attributor {
    indirect: bool,
}

impl Attributor {
    /// The default attributor: direct and mixed quotations, no indirect speech.
    ///
    /// ```
    /// let attributor = copydesk::quote::Attributor::new();
    /// ```
    pub fn new() -> Attributor {
        Attributor::default()
    }

    /// Whether speech reported without marks is given too ("The ministry denied that ..."): at best
    /// effort, by the verb that reports it. Off by default.
    ///
    /// ```
    /// use copydesk::quote::{Attributor, QuoteKind};
    /// let text = "The ministry denied that the bridge was closed.";
    /// let entities = copydesk::entities(text);
    /// let quotes = Attributor::new().indirect(true).quotes(text, &entities);
    /// let quote = &quotes.as_slice()[0];
    /// assert_eq!(quote.kind, QuoteKind::Indirect);
    /// assert_eq!(&text[quote.span()], "that the bridge was closed");
    /// assert_eq!(quotes.speaker_name(quote), Some("The ministry"));
    /// ```
    #[must_use]
    pub fn indirect(mut self, wanted: bool) -> Attributor {
        self.indirect = wanted;
        self
    }

    /// The quotations of a page whose entities are known. Linear in the length of the page; the
    /// method is told at the head of [this module](self).
    ///
    /// ```
    /// use copydesk::quote::Attributor;
    /// let text = "\"We leave at dawn,\" the captain said.";
    /// let quotes = Attributor::new().quotes(text, &copydesk::entities(text));
    /// assert_eq!(quotes.as_slice().len(), 1);
    /// ```
    pub fn quotes<'t>(&self, page: impl Into<Page<'t>>, entities: &Entities<'t>) -> Quotes<'t> {
        let page = page.into();
        self.quotes_between(&page, entities, None)
    }

    /// The same with the sentences, if they are known.
    pub(crate) fn quotes_between<'t>(
        &self,
        page: &Page<'t>,
        entities: &Entities<'t>,
        sentences: Option<&[Sentence]>,
    ) -> Quotes<'t> {
        let text = page.text();
        let paragraphs = paragraph::paragraphs(page);
        let marks = marks::pair(page, &paragraphs);
        let (mut quotes, mut unspoken) = (Vec::new(), Vec::new());
        if !marks.is_empty() {
            let ends = match sentences {
                Some(known) => Ends::known(page, &paragraphs, ends_of(known)),
                None => Ends::new(page, &paragraphs),
            };
            (quotes, unspoken) = speech::quotations(text, &paragraphs, &ends, &marks);
            let scene = speaker::Scene { text, paragraphs: &paragraphs, entities, ends: &ends };
            speaker::attribute(&scene, &mut quotes);
        }
        if self.indirect {
            indirect::add(page, &marks, entities, &mut quotes);
        }
        let names = names(&quotes, entities);
        Quotes { text, quotes, unspoken, names }
    }
}

fn ends_of(sentences: &[Sentence]) -> Vec<usize> {
    sentences.iter().map(|sentence| sentence.span.end).collect()
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
