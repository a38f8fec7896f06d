//! [`Edit`]: names rewritten to their canonical form, with the grammar around them kept.

use std::borrow::Cow;

use super::{Entities, Form, Kind, Mention};
use crate::page::{ceil_boundary, floor_boundary};
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
        let mut place = Place { text: self.text(), from, span: mention.span, out: name.to_owned() };
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
    const HEADS: [&str; 4] = ["Republic", "Kingdom", "State", "Federation"];
    let before = before.strip_suffix([' ', '\u{a0}']).and_then(|b| b.strip_suffix("of"));
    let head = before.and_then(|b| b.strip_suffix([' ', '\u{a0}'])).map(last_word);
    head.is_some_and(|head| HEADS.contains(&head))
}

/// A long name in capitals stands in a headline in capitals; a short one is an acronym.
fn is_headline(surface: &str) -> bool {
    const LONGEST_ACRONYM: usize = 8;
    surface.len() > LONGEST_ACRONYM && !surface.contains(char::is_lowercase)
}

/// An edit in the making.
struct Place<'t> {
    text: &'t str,
    /// Nothing before this is touched.
    from: usize,
    span: Span,
    out: String,
}

impl Place<'_> {
    fn before(&self) -> &str {
        &self.text[self.from..self.span.start]
    }

    /// True where the words around are all in capitals: "MAKE AMERICA GREAT AGAIN".
    fn is_in_capitals(&self) -> bool {
        /// Bytes that are read on either side, and letters among them at least.
        const NEAR: usize = 32;
        const LEAST: usize = 8;
        let (before, after) = (self.before(), self.after());
        let before = &before[ceil_boundary(before, before.len().saturating_sub(NEAR))..];
        let after = &after[..floor_boundary(after, NEAR)];
        let is_caps = |word: &&str| !word.contains(char::is_lowercase);
        let before = before.rsplit(char::is_whitespace).take_while(is_caps);
        let after = after.split(char::is_whitespace).take_while(is_caps);
        let letters = before.chain(after).flat_map(str::chars).filter(|c| c.is_uppercase());
        letters.take(LEAST).count() == LEAST
    }

    fn after(&self) -> &str {
        &self.text[self.span.end..]
    }

    /// The dot of "U.S." may end the sentence too.
    fn keep_full_stop(&mut self, surface: &str) {
        let ends = match self.after().strip_prefix([' ', '\u{a0}']) {
            Some(rest) => STARTERS.contains(&first_word(rest)),
            None => self.after().is_empty() || self.after().starts_with(['\n', '\r', '"', '”']),
        };
        if surface.ends_with('.') && ends {
            self.out.push('.');
        }
    }

    /// "Holland's" is "the Netherlands'".
    fn agree_possessive(&mut self, surface: &str) {
        let after = self.after();
        let Some(mark) = ["'", "’"].iter().find(|mark| after.starts_with(**mark)) else { return };
        let s = after[mark.len()..].starts_with('s');
        let word_ends = !after[mark.len()..].starts_with(char::is_alphabetic);
        if s && self.out.ends_with('s') && !surface.ends_with('s') {
            self.out.push_str(mark);
            self.span.end += mark.len() + 1;
        } else if word_ends && surface.ends_with('s') && !self.out.ends_with('s') {
            self.out.push_str(mark);
            self.out.push('s');
            self.span.end += mark.len();
        }
    }

    fn agree_article(&mut self, surface: &str, name: &str) {
        let Some(before) = self.before().strip_suffix([' ', '\u{a0}']) else {
            if takes_article(name) && names_alone(surface) && self.starts_sentence() {
                self.out.insert_str(0, "The ");
            }
            return;
        };
        let word = last_word(before);
        let space = self.before().len() - before.len();
        let start = self.span.start - space - word.len();
        // A mark that combines with a letter before it: no word begins here.
        if self.text[..start].ends_with(super::gazetteer::is_word_char) {
            return;
        }
        match word.to_ascii_lowercase().as_str() {
            "the" if !takes_article(name) && !self.article_is_of_head(surface) => {
                self.span.start = start;
            }
            "a" | "an" => {
                let wanted = if vowel_sound(name) { "an" } else { "a" };
                if word.to_ascii_lowercase() != wanted {
                    let capital = word.starts_with('A');
                    let article = if capital { capitalised(wanted) } else { wanted.to_owned() };
                    self.out = format!("{article} {}", self.out);
                    self.span.start = start;
                }
            }
            lower if lower != "the" && takes_article(name) && names_alone(surface) => {
                if self.starts_sentence() {
                    self.out.insert_str(0, "The ");
                } else if takes_name_behind(word, lower) {
                    self.out.insert_str(0, "the ");
                }
            }
            _ => {}
        }
    }

    fn starts_sentence(&self) -> bool {
        let before = self.before();
        let words = before.trim_end_matches([' ', '\u{a0}', '"', '“', '‘', '(']);
        words.is_empty() && self.from == 0 || words.ends_with(['.', '!', '?', '\n'])
    }

    /// In "the DPRK leader" the article is the leader's, in "the DPRK said" it is the country's.
    fn article_is_of_head(&self, surface: &str) -> bool {
        let acronym = !surface.contains([' ', '\u{a0}']) && !surface.contains(char::is_lowercase);
        let Some(rest) = self.after().strip_prefix([' ', '\u{a0}']) else { return false };
        let word = first_word(rest);
        let verb = FOLLOWERS.contains(&word) || word.ends_with("ed") || word.ends_with("ing");
        acronym && word.starts_with(char::is_lowercase) && !verb
    }
}

/// Words before which a sentence has ended, when "U.S." stands in front of them.
const STARTERS: [&str; 24] = [
    "The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "We", "But", "And", "This",
    "That", "These", "Those", "His", "Her", "Its", "Their", "However", "If", "When",
];

/// Words that begin with a capital and behind which a name wants its article: "In Britain".
const OPENERS: [&str; 14] = [
    "in", "of", "to", "from", "with", "by", "for", "at", "and", "or", "between", "against", "if",
    "when",
];

/// Words that stand for an article or would stand behind one: "northern Britain".
const QUALIFIERS: [&str; 28] = [
    "this", "that", "his", "her", "its", "our", "my", "your", "their", "no", "any", "every",
    "each", "another", "much", "most", "all", "whole", "rural", "urban", "post", "pre", "mainland",
    "wartime", "today", "occupied", "divided", "former",
];

/// True when a name behind this word stands as a noun of its own.
fn takes_name_behind(word: &str, lower: &str) -> bool {
    let adjective = ["ern", "al", "ic", "ish", "ese", "ous", "ful", "ive", "ient"];
    if word != lower {
        return OPENERS.contains(&lower);
    }
    !word.is_empty()
        && !QUALIFIERS.contains(&lower)
        && !adjective.iter().any(|ending| lower.ends_with(ending))
}

/// Words behind an acronym that are no noun of which it could be the attribute.
const FOLLOWERS: [&str; 24] = [
    "is", "was", "has", "had", "will", "would", "and", "or", "in", "on", "to", "for", "from",
    "with", "of", "by", "as", "at", "but", "said", "says", "may", "can", "could",
];

/// Names that are used with "the".
fn takes_article(name: &str) -> bool {
    const PLURALS: [&str; 6] =
        ["Netherlands", "Philippines", "Bahamas", "Maldives", "Comoros", "Gambia"];
    const HEADS: [&str; 5] = ["Islands", "Republic", "Territories", "Union", "Antilles"];
    name.starts_with("United ")
        || name.contains("Republic of")
        || name == "Isle of Man"
        || PLURALS.contains(&name)
        || HEADS.iter().any(|head| name.ends_with(head))
}

/// A surface that needs no article where its canonical name does: "Britain", not "UK" in a headline.
fn names_alone(surface: &str) -> bool {
    surface.contains(char::is_lowercase) && !takes_article(surface)
}

fn vowel_sound(name: &str) -> bool {
    let vowel = name.starts_with(['A', 'E', 'I', 'O', 'U', 'Å', 'É']);
    let you = ["United", "Uganda", "Ukraine", "Uruguay", "Uzbek", "Eu"];
    vowel && !you.iter().any(|start| name.starts_with(start))
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// Longest word that is compared with a list.
const MAX_WORD: usize = 16;

fn first_word(text: &str) -> &str {
    let end = text.char_indices().take(MAX_WORD).find(|(_, c)| !c.is_alphabetic());
    end.map_or("", |(at, _)| &text[..at])
}

fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().take(MAX_WORD).find(|(_, c)| !c.is_alphabetic());
    match start {
        Some((at, c)) => &text[at + c.len_utf8()..],
        None if text.len() < MAX_WORD => text,
        None => "",
    }
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
    fn grammar_is_kept_and_twice_is_once() {
        for (text, want) in CASES {
            let once = crate::normalize(text).into_owned();
            assert_eq!(once, want);
            assert_eq!(crate::normalize(&once), once.as_str());
        }
    }
}
