//! What the words of a name tell, as evidence.

use super::evidence::{Evidence, Seen};
use super::lexicon::{Class, ENDINGS};
use super::plain::PlainWords;
use super::token::{Shape, Token};
use crate::scan::endings::{count, Endings};

/// Most words of a name, particles and suffixes included.
const LONGEST_NAME: usize = 6;

/// True when the words cannot be a person's name, whatever stands around them.
pub(crate) fn is_no_name(text: &str, name: &[Token]) -> bool {
    name.len() > LONGEST_NAME
        || !name.iter().any(is_core)
        || name.first().is_some_and(|first| is_party(&text[first.span]))
        || name.last().map_or(true, |last| {
            last.shape == Shape::Particle
                || last.compound
                || name.len() > 1 && last.shape == Shape::Initial
        })
}

/// "D-Walnut" of "(D-Walnut Grove)": a party, and where somebody sits for it.
fn is_party(word: &str) -> bool {
    matches!(word.as_bytes(), [b'D' | b'R' | b'I', b'-', b'A'..=b'Z', ..])
}

/// A word that counts as part of the name proper.
pub(crate) fn is_core(token: &Token) -> bool {
    token.shape != Shape::Particle && !token.class.is(Class::SUFFIX)
}

/// What single words tell, by number: nothing as long as a word was not read by itself.
#[derive(Clone, Debug)]
pub(crate) struct Words<'a> {
    plain: &'a PlainWords,
    told: Vec<Seen>,
}

impl<'a> Words<'a> {
    /// Nothing yet, of so many words.
    pub(crate) fn of(plain: &'a PlainWords, words: usize) -> Words<'a> {
        Words { plain, told: vec![Seen::NONE; words] }
    }

    /// The evidence of the words of a name; that of a plain word by itself is read once a page.
    pub(crate) fn read(&mut self, text: &str, name: &[Token]) -> Seen {
        match name {
            [only] if is_same_everywhere(only) => {
                if self.told[only.word] == Seen::NONE {
                    self.told[only.word] = read(text, name, self.plain);
                }
                self.told[only.word]
            }
            _ => read(text, name, self.plain),
        }
    }
}

/// A word that has no other letters, and no full stop, elsewhere on the page.
fn is_same_everywhere(token: &Token) -> bool {
    let stopped = Class::ANY_TITLE.and(Class::RANK).and(Class::SUFFIX);
    token.simple && token.shape == Shape::Name && !token.class.is(stopped)
}

/// The evidence of the words.
fn read(text: &str, name: &[Token], plain: &PlainWords) -> Seen {
    let mut seen = Seen::default();
    let Some((first, last)) = ends(name) else { return seen };
    let count = words(name, &mut seen);
    seen.note(Evidence::Calendar, count == 1 && first.class.is(Class::CALENDAR));
    seen.note(Evidence::ThreeWords, count == 3);
    seen.note(Evidence::ManyWords, count > 3);
    first_word(first, plain, &mut seen);
    last_word(text, last, plain, &mut seen);
    seen.note(Evidence::Syllables, last.syllables || first.syllables);
    if last.syllables {
        // "Ban Ki-moon": short surnames are words of English by chance.
        seen.drop(Evidence::CommonFirst);
    }
    let surname_first = first.class.is(Class::SURNAME) || first.class.is(Class::WORD);
    let syllables = || last.syllables || is_in_syllables(&text[last.span]);
    seen.note(Evidence::SurnameThenSyllables, count == 2 && surname_first && syllables());
    let surname = last.class.is(Class::SURNAME);
    seen.note(Evidence::HeadLast, is_head(last) && !surname);
    seen.note(Evidence::HeadSurname, is_head(last) && surname);
    letters(text, name, &mut seen);
    seen
}

/// The first and the last word that count.
pub(crate) fn ends(name: &[Token]) -> Option<(&Token, &Token)> {
    Some((name.iter().find(|t| is_core(t))?, name.iter().rfind(|t| is_core(t))?))
}

/// The evidence of any words of a name, and how many count.
fn words(name: &[Token], seen: &mut Seen) -> usize {
    let (mut count, mut all_caps) = (0, true);
    for (at, token) in name.iter().enumerate() {
        let (inner, class, shape) = (at > 0, token.class, token.shape);
        let suffix = class.is(Class::SUFFIX);
        seen.note(Evidence::InitialInside, inner && shape == Shape::Initial);
        seen.note(Evidence::Particle, inner && shape == Shape::Particle);
        seen.note(Evidence::Suffix, inner && suffix);
        let before = at + 1 < name.len();
        seen.note(Evidence::Head, before && is_head(token) && !class.is_given());
        if shape == Shape::Particle || suffix {
            continue;
        }
        count += 1;
        all_caps &= shape == Shape::Caps;
        seen.note(Evidence::Caps, shape == Shape::Caps);
        seen.note(Evidence::WordyEnding, token.wordy && !token.syllables && !is_known(token));
        // "April Jones" is a name; "April" alone is a month.
        seen.note(Evidence::Calendar, class.is(Class::CALENDAR) && !class.is_given());
    }
    seen.note(Evidence::AllCaps, all_caps);
    count
}

fn first_word(first: &Token, plain: &PlainWords, seen: &mut Seen) {
    let (class, sure) = (first.class, first.class.is_surely_given());
    seen.note(Evidence::GivenFirst, sure);
    seen.note(Evidence::GivenWord, class.is_given() && !sure);
    seen.note(Evidence::FrontFirst, class.is(Class::FRONT) && !sure);
    seen.note(Evidence::InitialFirst, first.shape == Shape::Initial);
    seen.note(Evidence::SurnameFirst, class.is(Class::SURNAME) && !class.is_given());
    seen.note(Evidence::CommonFirst, class.is(Class::COMMON) && !sure);
    seen.note(Evidence::SmallFirst, !sure && plain.has(first.word));
}

fn last_word(text: &str, last: &Token, plain: &PlainWords, seen: &mut Seen) {
    let class = last.class;
    let surname = class.is(Class::SURNAME);
    let common = class.is(Class::COMMON);
    seen.note(Evidence::GivenLast, class.is_given() && !surname);
    seen.note(Evidence::SurnameLast, surname);
    seen.note(Evidence::CommonLast, common && !surname);
    seen.note(Evidence::CommonSurname, common && surname);
    let role = class.is_title() || class.is(Class::ROLE) || class.is(Class::KIN);
    seen.note(Evidence::RoleLast, role && !surname && !class.is_given());
    seen.note(Evidence::Alone, class.is(Class::ALONE));
    seen.note(Evidence::SmallLast, plain.has(last.word));
    seen.note(Evidence::Short, last.span.len() <= 3);
    if !is_known(last) && !common {
        let word = &text[last.span];
        seen.note(Evidence::NameEnding, NAME_ENDINGS.end(word, LEAST));
        seen.note(Evidence::PlaceEnding, PLACE_ENDINGS.end(word, LEAST));
    }
}

fn letters(text: &str, name: &[Token], seen: &mut Seen) {
    for token in name.iter().filter(|t| t.shape == Shape::Name && !t.simple) {
        let word = &text[token.span];
        seen.note(Evidence::Foreign, !word.is_ascii());
        seen.note(Evidence::Digits, word.bytes().any(|b| b.is_ascii_digit()));
        let inner = word.char_indices().skip(1).find(|(_, c)| c.is_uppercase());
        if let Some((at, _)) = inner {
            let after = &word[..at];
            let name = matches!(after, "Mc" | "Mac" | "De" | "Fitz" | "Di" | "Le" | "La" | "Van")
                || after.ends_with(|c: char| !c.is_alphabetic());
            seen.note(if name { Evidence::Scottish } else { Evidence::Mixed }, true);
        }
    }
}

/// Bytes before an ending, at least.
const LEAST: usize = 2;

/// Endings of surnames, and of the names of places.
const NAME_ENDINGS: Endings<{ count(ENDINGS, "surname") }> = Endings::read(ENDINGS, "surname");
const PLACE_ENDINGS: Endings<{ count(ENDINGS, "place") }> = Endings::read(ENDINGS, "place");

fn is_known(token: &Token) -> bool {
    token.class.is_given() || token.class.is(Class::SURNAME)
}

fn is_head(token: &Token) -> bool {
    token.class.is(Class::HEAD.and(Class::ORGANISATION))
}

/// "Shin-Wook": two short words with a hyphen, as a given name behind its surname.
fn is_in_syllables(word: &str) -> bool {
    /// Bytes of a syllable as it is romanized.
    const LONGEST: usize = 6;
    let halves = word.split_once('-');
    halves
        .is_some_and(|(a, b)| (2..=LONGEST).contains(&a.len()) && (2..=LONGEST).contains(&b.len()))
}
