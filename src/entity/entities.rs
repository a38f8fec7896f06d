//! [`Entities`]: the mentions of a page and the entities they name.

use super::types::{Entity, EntityId, Mention};

/// The mentions of a page and the entities they name.
///
/// ```
/// let found = copydesk::entities("Peru voted. Peruvian voters were many, and Chile watched.");
/// assert_eq!((found.mentions().len(), found.iter().count()), (3, 2));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entities<'t> {
    pub(super) text: &'t str,
    pub(super) mentions: Vec<Mention>,
    pub(super) entities: Vec<Entity>,
}

impl<'t> Entities<'t> {
    /// The whole text, the caller's own. Constant time.
    ///
    /// ```
    /// assert_eq!(copydesk::entities("Peru won.").text(), "Peru won.");
    /// ```
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The mentions, in reading order; they do not overlap unless the caller's own do. Constant time.
    ///
    /// ```
    /// let text = "Peru’s minister met NATO.";
    /// let found = copydesk::entities(text);
    /// let names: Vec<_> = found.mentions().iter().map(|m| &text[m.span]).collect();
    /// assert_eq!(names, ["Peru", "NATO"]);
    /// ```
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }

    /// The entities, in the order of their first mention, each with its id.
    ///
    /// ```
    /// let found = copydesk::entities("The U.S. sold planes to Peru. American firms gained.");
    /// let codes: Vec<_> = found.iter().filter_map(|(_, entity)| entity.code).collect();
    /// assert_eq!(codes, ["US", "PE"]);
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        self.entities.iter().enumerate().map(|(at, e)| (EntityId(at as u32), e))
    }

    /// The entity behind an id of this page, `None` for an id of another page that is out of range.
    /// Constant time.
    ///
    /// ```
    /// let found = copydesk::entities("Burma voted.");
    /// let entity = found.get(found.mentions()[0].entity).unwrap();
    /// assert_eq!((entity.name.as_ref(), entity.code), ("Myanmar", Some("MM")));
    /// ```
    pub fn get(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.0 as usize)
    }

    /// The mentions of one entity, in reading order. Linear in the number of all mentions.
    ///
    /// ```
    /// let found = copydesk::entities("Peru, Peruvian, Peru.");
    /// let peru = found.mentions()[0].entity;
    /// assert_eq!(found.mentions_of(peru).count(), 3);
    /// ```
    pub fn mentions_of(&self, id: EntityId) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().filter(move |m| m.entity == id)
    }
}
