//! [`Edit`]: names rewritten to their canonical form, with the grammar around them kept.

mod around;
mod place;

use std::borrow::Cow;

use self::around::{last_word, Around};
use self::place::Place;
use super::{Entities, Form, Kind, Mention};
use crate::scan::chars::{is_same, strip_head};
use crate::span::Span;

/// A place in the text and what to write there instead.
///
/// The place may hold more than the name where the grammar asks for it: the article before, the
/// possessive ending behind.
///
/// ```
/// let entities = copydesk::entities("They left the Russian Federation's capital.");
/// let edit = &entities.edits()[0];
/// assert_eq!(&entities.text()[edit.span], "the Russian Federation");
/// assert_eq!(edit.replacement, "Russia");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// What is written instead.
    pub replacement: String,
}

impl<'t> Entities<'t> {
    /// The edits that give every country its common name; see [`edits_of`](Entities::edits_of).
    ///
    /// ```
    /// let edits = copydesk::entities("The U.S. and Holland agreed.").edits();
    /// let written: Vec<_> = edits.iter().map(|e| e.replacement.as_str()).collect();
    /// assert_eq!(written, ["United States", "the Netherlands"]);
    /// ```
    pub fn edits(&self) -> Vec<Edit> {
        self.edits_of(&[Kind::Country])
    }

    /// The edits that give every mention of these kinds its entity's canonical name: sorted, not
    /// overlapping, none where the name stands already.
    ///
    /// Articles are dropped, added and agreed with ("the Russian Federation" is "Russia", "in
    /// Britain" is "in the United Kingdom"), possessives too. A part or former state of a country
    /// is left alone, and so is a demonym, of which there are several for one country. Linear in
    /// the number of mentions.
    ///
    /// ```
    /// use copydesk::entity::Kind;
    /// let entities = copydesk::entities("The IMF met.");
    /// let edits = entities.edits_of(&[Kind::Organisation]);
    /// assert_eq!(edits[0].replacement, "International Monetary Fund");
    /// ```
    pub fn edits_of(&self, kinds: &[Kind]) -> Vec<Edit> {
        let mut edits: Vec<Edit> = Vec::new();
        let mut previous: Option<&Mention> = None;
        for mention in self.mentions() {
            let wanted = kinds.contains(&mention.kind) && mention.kind != Kind::Demonym;
            if wanted && mention.form != Form::Part && !self.explains(previous, mention) {
                let from = edits.last().map_or(0, |edit| edit.span.end);
                edits.extend(self.edit(mention, from));
            }
            previous = Some(mention);
        }
        edits
    }

    /// The text with every country under its common name: [`edits`](Entities::edits) applied.
    /// Borrowed when nothing changes. Applied to its own result it may find names that the new ones speak
    /// for; [`Normalizer::normalize`](super::Normalizer::normalize) goes on until nothing changes.
    ///
    /// ```
    /// let entities = copydesk::entities("Burma's neighbours met in the Czech Republic.");
    /// assert_eq!(entities.normalized(), "Myanmar's neighbours met in the Czech Republic.");
    /// ```
    pub fn normalized(&self) -> Cow<'t, str> {
        self.normalized_of(&[Kind::Country])
    }

    /// The same for the names of the entities of these kinds.
    ///
    /// ```
    /// use copydesk::entity::Kind;
    /// let entities = copydesk::entities("A Nato envoy left.");
    /// assert_eq!(entities.normalized_of(&[Kind::Organisation]), "A NATO envoy left.");
    /// ```
    pub fn normalized_of(&self, kinds: &[Kind]) -> Cow<'t, str> {
        let edits = self.edits_of(kinds);
        if edits.is_empty() {
            return Cow::Borrowed(self.text());
        }
        let mut out = String::with_capacity(self.text().len() + 16 * edits.len());
        let mut at = 0;
        for edit in &edits {
            out.push_str(&self.text()[at..edit.span.start]);
            out.push_str(&edit.replacement);
            at = edit.span.end;
        }
        out.push_str(&self.text()[at..]);
        Cow::Owned(out)
    }

    /// "United States (US)": the second name explains the first.
    fn explains(&self, previous: Option<&Mention>, mention: &Mention) -> bool {
        let Some(previous) = previous.filter(|p| p.entity == mention.entity) else { return false };
        is_same(&self.text()[previous.span.end..mention.span.start], " (")
            && self.text()[mention.span.end..].starts_with(')')
    }

    /// "Burma (Myanmar)": the name stands there already.
    fn is_explained(&self, mention: &Mention, name: &str) -> bool {
        let behind = strip_head(&self.text()[mention.span.end..], " (");
        behind.and_then(|inside| inside.strip_prefix(name)).is_some_and(|end| end.starts_with(')'))
    }

    fn edit(&self, mention: &Mention, from: usize) -> Option<Edit> {
        let name: &str = &self.get(mention.entity)?.name;
        let surface = &self.text()[mention.span];
        // What is rewritten before this one is no head of it any more.
        let before = &self.text()[from..mention.span.start];
        // "Rawadi" in "al-Rawadi" is only half of what stands there.
        let half = mention.kind == Kind::Person && before.ends_with('-');
        let known = surface == name || surface == name.to_uppercase();
        if half || known || ends_with_head(before) || self.is_explained(mention, name) {
            return None;
        }
        let (text, out) = (self.text(), name.to_owned());
        let mut place = Place { text, from, span: mention.span, kind: mention.kind, out };
        if is_headline(surface) || place.is_in_capitals() {
            place.out = place.out.to_uppercase();
        }
        place.keep_full_stop(surface);
        place.agree_possessive(surface);
        place.agree_article(surface, name);
        Some(Edit { span: place.span, replacement: place.out })
    }
}

/// "Republic of" before a name would make another name with what is written instead.
fn ends_with_head(before: &str) -> bool {
    let before = before.strip_suffix([' ', '\u{a0}']).and_then(|b| b.strip_suffix("of"));
    let head = before.and_then(|b| b.strip_suffix([' ', '\u{a0}'])).map(last_word);
    head.is_some_and(|head| Around::Head.has(head))
}

/// A long name in capitals stands in a headline in capitals; a short one is an acronym.
fn is_headline(surface: &str) -> bool {
    const LONGEST_ACRONYM: usize = 8;
    surface.len() > LONGEST_ACRONYM && !surface.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    /// Text, and what it is with common names.
    const CASES: [(&str, &str); 20] = [
        ("It joined the Russian Federation's army.", "It joined Russia's army."),
        ("The Russian Federation left.", "Russia left."),
        ("Growing USA pressure.", "Growing United States pressure."),
        ("He moved to the U.S. He stayed.", "He moved to the United States. He stayed."),
        ("the U.S. Army", "the United States Army"),
        ("In Britain it rained.", "In the United Kingdom it rained."),
        ("He left America. Britain won.", "He left the United States. The United Kingdom won."),
        ("in northern Britain", "in northern United Kingdom"),
        ("Holland's king", "The Netherlands' king"),
        ("the DPRK leader, and the DPRK said", "the North Korea leader, and North Korea said"),
        ("an Islamic Republic of Iran envoy", "an Iran envoy"),
        ("a Côte d’Ivoire player", "an Ivory Coast player"),
        ("RUSSIAN FEDERATION SAYS NO TO THE UK", "RUSSIA SAYS NO TO THE UNITED KINGDOM"),
        ("the slogan MAKE AMERICA GREAT AGAIN", "the slogan MAKE UNITED STATES GREAT AGAIN"),
        ("UK PM flies to US", "United Kingdom PM flies to United States"),
        ("the Kingdom of the Netherlands' king", "the Netherlands' king"),
        ("Burma (Myanmar) and Myanmar (Burma)", "Burma (Myanmar) and Myanmar (Burma)"),
        ("the United States (US)", "the United States (US)"),
        ("the West Bank and East Germany", "the West Bank and East Germany"),
        ("Burma’s Russian guests", "Myanmar’s Russian guests"),
    ];

    #[test]
    fn organisations_keep_their_article() {
        let found = crate::entities("The IMF met. An IMF envoy left the EU.");
        assert_eq!(
            found.normalized_of(&[crate::entity::Kind::Organisation]),
            "The International Monetary Fund met. An International Monetary Fund envoy left the European Union."
        );
    }

    #[test]
    fn grammar_is_kept_and_twice_is_once() {
        for (text, want) in CASES {
            let once = crate::normalize(text).into_owned();
            assert_eq!(once, want);
            assert_eq!(crate::normalize(&once), once.as_str());
        }
    }
}
