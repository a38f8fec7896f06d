//! [`Quotes`]: the quotations of a page.

use std::borrow::Cow;

use super::{Quote, Speaker, Unspoken};
use crate::entity::EntityId;

/// The quotations of a page, with the names of their speakers.
///
/// ```
/// let text = "\"We are late,\" the guard said. \"Very late.\"";
/// let quotes = copydesk::quotes(text);
/// assert_eq!(quotes.as_slice().len(), 2);
/// for quote in &quotes {
///     assert_eq!(quotes.speaker_name(quote), Some("the guard"));
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotes<'t> {
    pub(super) text: &'t str,
    pub(super) quotes: Vec<Quote>,
    pub(super) unspoken: Vec<Unspoken>,
    /// Canonical names of the entities that speak, sorted.
    pub(super) names: Vec<(EntityId, Cow<'static, str>)>,
}

impl<'t> Quotes<'t> {
    /// The whole text, the caller's own. Constant time.
    ///
    /// ```
    /// assert_eq!(copydesk::quotes("It rained.").text(), "It rained.");
    /// ```
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The quotations in reading order; one that is quoted inside another follows it
    /// and names it as its [parent](Quote::parent). Constant time.
    ///
    /// ```
    /// let text = "\"He told me, 'Never again,' and I believed him,\" she said.";
    /// let quotes = copydesk::quotes(text);
    /// assert_eq!(quotes.as_slice()[1].parent, Some(0));
    /// ```
    pub fn as_slice(&self) -> &[Quote] {
        &self.quotes
    }

    /// Marks that are no speech, in reading order: titles, nicknames, words at arm's length.
    /// Constant time.
    ///
    /// ```
    /// let quotes = copydesk::quotes("Marco \"Tito\" Ferraz scored twice.");
    /// assert_eq!(quotes.unspoken().len(), 1);
    /// ```
    pub fn unspoken(&self) -> &[Unspoken] {
        &self.unspoken
    }

    /// The speaker's name: the canonical name of the entity, or the description in the text's own
    /// words, or `None`. `quote` must be one of these quotations. Logarithmic in the number of
    /// speakers.
    ///
    /// ```
    /// let quotes = copydesk::quotes("\"Do not wake the owl.\"");
    /// assert_eq!(quotes.speaker_name(&quotes.as_slice()[0]), None);
    /// ```
    pub fn speaker_name(&self, quote: &Quote) -> Option<&str> {
        match quote.speaker {
            Speaker::Entity { entity, .. } => {
                let at = self.names.binary_search_by_key(&entity, |(id, _)| *id).ok()?;
                Some(&self.names[at].1)
            }
            Speaker::Described { span, .. } => self.text.get(span.range()),
            Speaker::Unknown => None,
        }
    }
}

impl<'a> IntoIterator for &'a Quotes<'_> {
    type Item = &'a Quote;
    type IntoIter = std::slice::Iter<'a, Quote>;

    fn into_iter(self) -> Self::IntoIter {
        self.quotes.iter()
    }
}

impl IntoIterator for Quotes<'_> {
    type Item = Quote;
    type IntoIter = std::vec::IntoIter<Quote>;

    fn into_iter(self) -> Self::IntoIter {
        self.quotes.into_iter()
    }
}
