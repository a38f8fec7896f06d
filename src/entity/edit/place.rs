//! One edit in the making, and the grammar around a name.

use super::around::{first_word, last_word, Around};
use crate::entity::Kind;
use crate::page::{ceil_boundary, floor_boundary};
use crate::span::Span;

/// An edit in the making.
pub(super) struct Place<'t> {
    pub text: &'t str,
    /// Nothing before this is touched.
    pub from: usize,
    pub span: Span,
    pub kind: Kind,
    pub out: String,
}

impl Place<'_> {
    fn before(&self) -> &str {
        &self.text[self.from..self.span.start]
    }

    /// True where the words around are all in capitals: "MAKE AMERICA GREAT AGAIN".
    pub fn is_in_capitals(&self) -> bool {
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
    pub fn keep_full_stop(&mut self, surface: &str) {
        let ends = match self.after().strip_prefix([' ', '\u{a0}']) {
            Some(rest) => Around::Starter.has(first_word(rest)),
            None => self.after().is_empty() || self.after().starts_with(['\n', '\r', '"', '”']),
        };
        if surface.ends_with('.') && ends {
            self.out.push('.');
        }
    }

    /// "Holland's" is "the Netherlands'".
    pub fn agree_possessive(&mut self, surface: &str) {
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

    pub fn agree_article(&mut self, surface: &str, name: &str) {
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
        if self.text[..start].ends_with(crate::entity::gazetteer::is_word_char) {
            return;
        }
        match word.to_ascii_lowercase().as_str() {
            "the" => {
                // "The IMF" is the International Monetary Fund.
                let own = self.kind != Kind::Country || takes_article(name);
                if !own && !self.article_is_of_head(surface) {
                    self.span.start = start;
                }
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
            lower if takes_article(name) && names_alone(surface) => {
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
        let verb = Around::Follower.has(word) || word.ends_with("ed") || word.ends_with("ing");
        acronym && word.starts_with(char::is_lowercase) && !verb
    }
}

/// True when a name behind this word stands as a noun of its own.
fn takes_name_behind(word: &str, lower: &str) -> bool {
    let adjective = ["ern", "al", "ic", "ish", "ese", "ous", "ful", "ive", "ient"];
    if word != lower {
        return Around::Opener.has(lower);
    }
    !word.is_empty()
        && !Around::Qualifier.has(lower)
        && !adjective.iter().any(|ending| lower.ends_with(ending))
}

/// Names that are used with "the".
fn takes_article(name: &str) -> bool {
    name.starts_with("United ")
        || name.contains("Republic of")
        || name == "Isle of Man"
        || Around::Plural.has(name)
        || Around::Kind.has(last_word(name))
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
