//! What stands in front of the marks of a candidate.

use super::view::{View, WORD};
use super::words::{Class, Words};

/// What stands in front of the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// An ordinary word, a closing mark, anything that shortens nothing.
    Word,
    /// Digits.
    Number,
    /// The sentence begins with the marks.
    Nothing,
    /// An abbreviation.
    Short(Class),
}

/// What stands in front of a run that begins at `at`, in a sentence that begins at `from`.
#[inline]
pub(super) fn before(view: &View<'_>, words: &Words, from: usize, at: usize) -> Before {
    let at = at - view.space_len_before(at);
    if at <= from {
        return Before::Nothing;
    }
    let last = view.byte_before(at);
    if !last.is_ascii_alphabetic() {
        let numero = matches!(view.char_before(at), Some('°' | 'º' | '№'));
        return match last {
            b'0'..=b'9' => Before::Number,
            _ if numero => Before::Short(Class::Number),
            _ => Before::Word,
        };
    }
    let letters = view.letters_before(from, at);
    let start = at - letters.len();
    let front = view.byte_before(start);
    if start > from && front == b'.' {
        return dotted(view, words, from, at, letters);
    }
    if start > from && front >= 0x80 && view.char_before(start).is_some_and(char::is_alphabetic) {
        return Before::Word;
    }
    word(view, words, from, start, letters)
}

/// A word without stops inside it.
#[inline]
fn word(view: &View<'_>, words: &Words, from: usize, start: usize, letters: &[u8]) -> Before {
    if let [letter @ b'A'..=b'Z'] = letters {
        return initial(view, from, start, *letter);
    }
    match words.abbreviation(letters) {
        None => Before::Word,
        Some(Class::Unit) if !number_before(view, from, start) => Before::Word,
        Some(class) => Before::Short(placed(view, from, start, class)),
    }
}

/// What stands in front says more of some: a place behind a comma is a town's (`Mobile, Ala`), an
/// acronym behind `the` needs no name after it (`the U.S`), and a numbered `St` is a street.
fn placed(view: &View<'_>, from: usize, start: usize, class: Class) -> Class {
    let at = start - view.space_len_before(start);
    match class {
        Class::Place if view.byte_before(at) == b',' => {
            let town = view.letters_before(from, at - 1);
            // `a contractor, Md. Irfan Alam`: no town is written small.
            let small = town.first().is_some_and(u8::is_ascii_lowercase);
            if small {
                Class::Title
            } else {
                Class::Town
            }
        }
        Class::Acronym if matches!(view.letters_before(from, at), b"the" | b"The") => Class::Nation,
        Class::Saint if is_numbered(view, from, at) => Class::Street,
        _ => class,
    }
}

/// `42nd` or `34 Main` ends at `at`.
fn is_numbered(view: &View<'_>, from: usize, at: usize) -> bool {
    let word = view.letters_before(from, at);
    let begin = at - word.len();
    let gap = view.space_len_before(begin);
    let named = word.first().is_some_and(u8::is_ascii_uppercase) && gap > 0;
    let ordinal = matches!(word, b"st" | b"nd" | b"rd" | b"th") && gap == 0;
    (ordinal || named) && begin > from + gap && view.byte_before(begin - gap).is_ascii_digit()
}

/// A single capital: an initial, unless it is the pronoun or stands behind `and`.
fn initial(view: &View<'_>, from: usize, start: usize, letter: u8) -> Before {
    let front = view.byte_before(start);
    if start > from && matches!(front, b'\'' | b'-' | b'&' | b'/' | b'0'..=b'9') {
        return Before::Word;
    }
    let previous = view.letters_before(from, start - view.space_len_before(start));
    let after_word = previous.first().is_some_and(u8::is_ascii_lowercase);
    if letter == b'I' && after_word {
        return Before::Word;
    }
    Before::Short(Class::Initial)
}

/// True when a number stands in front of the word at `start`: `6 ft`, `6ft`.
fn number_before(view: &View<'_>, from: usize, start: usize) -> bool {
    let at = start - view.space_len_before(start);
    if at <= from {
        return false;
    }
    let last = view.byte_before(at);
    if last != b'.' {
        return last.is_ascii_digit();
    }
    // `12 sq. ft.`, `6 fl. oz.`: a unit of two words.
    let begin = at - 1 - view.letters_before(from, at - 1).len();
    let space = view.space_len_before(begin);
    begin > from && space > 0 && view.byte_before(begin - space).is_ascii_digit()
}

/// A token with stops inside it: `U.S`, `a.m`, `Ph.D`, `example.org`, `ended.Mr`.
fn dotted(view: &View<'_>, words: &Words, from: usize, at: usize, last: &[u8]) -> Before {
    let rest = view.bytes().get(from.max(at.saturating_sub(WORD))..at).unwrap_or_default();
    let len = rest.iter().rev().take_while(|b| b.is_ascii_alphabetic() || **b == b'.').count();
    let token = &rest[rest.len() - len..];
    let singles = token.split(|b| *b == b'.').all(|part| part.len() == 1);
    if let Some(class) = words.abbreviation(token) {
        let initials = class == Class::Degree && singles && !is_earned(view, from, at - len);
        let class = if initials { Class::Acronym } else { class };
        return Before::Short(placed(view, from, at - len, class));
    }
    if singles {
        return Before::Short(placed(view, from, at - len, Class::Acronym));
    }
    // A lost space: the abbreviation begins behind the stop.
    let class = words.abbreviation(last).filter(|c| *c != Class::Unit);
    class.filter(|_| last[0].is_ascii_uppercase()).map_or(Before::Word, Before::Short)
}

/// `her M.D`, `Robert Ames, M.D`: the degree, and not the initials of `M.D. Farouk`.
fn is_earned(view: &View<'_>, from: usize, start: usize) -> bool {
    let at = start - view.space_len_before(start);
    let previous = view.letters_before(from, at);
    let determiner = [&b"a"[..], b"an", b"the", b"his", b"her", b"their", b"my", b"your"];
    view.byte_before(at) == b',' || determiner.contains(&previous)
}
