//! Nicknames between a given name and a surname: Robert "Bob" Hale, William (Bill) Grant.

use super::lexicon::{Class, LEXICON};
use super::word::after_space;
use crate::page::floor_boundary;
use crate::scan::chars::is_space;
use crate::scan::fold::fold;
use crate::scan::work;
use crate::span::Span;

/// What opens and closes a nickname.
const MARKS: [(char, char); 6] = [
    ('"', '"'),
    ('\u{201c}', '\u{201d}'),
    ('\u{2018}', '\u{2019}'),
    ('\'', '\''),
    ('`', '\''),
    ('(', ')'),
];

/// Bytes and words of the longest nickname.
const LONGEST: usize = 24;
const WORDS: usize = 2;

/// The nickname that stands in marks behind a name that ends at `at`, a given one or an unknown, and
/// where the surname behind it begins.
pub(super) fn behind(text: &str, at: usize, limit: usize, given: bool) -> Option<(Span, usize)> {
    if !matches!(text.as_bytes()[at..limit], [b' ' | 0xc2, b'"'..=b'(' | b'`' | 0x80.., ..]) {
        return None;
    }
    let open = after_space(text, at, limit)?;
    let mark = text[open..limit].chars().next()?;
    let (_, closing) = MARKS.iter().find(|(opening, _)| *opening == mark)?;
    let start = open + mark.len_utf8();
    let inner = &text[start..limit];
    let inner = &inner[..floor_boundary(inner, LONGEST)];
    work::read(inner.len());
    let end = start + inner.find(*closing)?;
    let words = text[start..end].split(is_space);
    let named = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphanumeric)
    };
    let fits = words.clone().count() <= WORDS && words.clone().all(named);
    // Brackets hold much else: "Paris (Texas) Police".
    let short = || LEXICON.class(&fold(&text[start..end])).is_given();
    let next = after_space(text, end + closing.len_utf8(), limit)?;
    let goes_on = may_be_surname(&text[next..limit], given);
    (fits && goes_on && (*closing != ')' || short())).then_some((Span::new(start, end), next))
}

/// False of the word of a heading: "Calls Clinton ‘Bold’ Over Taxes".
fn may_be_surname(text: &str, given: bool) -> bool {
    let length = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let class = LEXICON.class(&fold(&text[..length.min(floor_boundary(text, LONGEST))]));
    let word = Class::COMMON.and(Class::OPENING).and(Class::SPEECH).and(Class::WITH);
    text.starts_with(char::is_uppercase)
        && if given {
            class.is(Class::SURNAME) || !class.is(word)
        } else {
            class.is(Class::SURNAME) && !class.is(word)
        }
}
