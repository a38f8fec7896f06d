//! Where the words of names begin and end.

use crate::scan::chars::{is_alphanumeric, is_apostrophe};
use crate::scan::work;

/// Bytes of a possessive ending at the head of `bytes`, where the word ends with it.
pub(super) fn possessive_behind(bytes: &[u8]) -> Option<usize> {
    let (cut, rest) = match bytes {
        [b'\'', b's' | b'S', rest @ ..] => (2, rest),
        [0xe2, 0x80, 0x99, b's' | b'S', rest @ ..] => (4, rest),
        _ => return None,
    };
    let goes_on = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'\'' | b'-' | 0x80..);
    (!rest.first().is_some_and(goes_on)).then_some(cut)
}

/// "al-Sabah", "d'Estaing": a name that begins small, with its capital behind a joint.
pub(super) fn has_small_prefix(text: &str) -> bool {
    // A look at the first bytes tells of nearly all words.
    let may_join = |b: &u8| matches!(b, b'-' | b'\'' | 0x80..);
    let bytes = text.as_bytes();
    if !matches!(bytes, [b'a' | b'd' | b'e' | b'l', ..]) || !bytes.iter().take(5).any(may_join) {
        return false;
    }
    let joint = text.char_indices().take(5).find(|(_, c)| *c == '-' || is_apostrophe(*c));
    joint.is_some_and(|(at, c)| {
        matches!(&text[..at], "al" | "el" | "as" | "ad" | "an" | "ar" | "ash" | "az" | "d" | "l")
            && text[at + c.len_utf8()..].starts_with(char::is_uppercase)
    })
}

/// The byte behind one space or no-break space.
pub(super) fn after_space(text: &str, at: usize, limit: usize) -> Option<usize> {
    let mut chars = text[at..limit].chars();
    let space = chars.next().filter(|&c| c == ' ' || c == '\u{a0}')?;
    Some(at + space.len_utf8())
}

/// Letters, digits, and apostrophes, hyphens and full stops between two of them.
pub(super) fn word_end(text: &str, at: usize, limit: usize) -> usize {
    let mut end = at;
    let mut chars = text[at..limit].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let next = chars.peek().map(|p| p.1);
        let joins = (is_apostrophe(c) || c == '-') && next.is_some_and(is_alphanumeric);
        // "J.R." is one word; "end.The" is two.
        let dotted = c == '.'
            && next.is_some_and(char::is_uppercase)
            && text[at..at + offset].chars().rev().nth(1).map_or(true, |c| c == '.');
        if !(is_alphanumeric(c) || joins || dotted || ('\u{300}'..='\u{36f}').contains(&c)) {
            break;
        }
        end = at + offset + c.len_utf8();
    }
    work::read(end - at);
    end
}

/// Bytes of a possessive ending: "'s", "’s".
pub(super) fn possessive(word: &str) -> usize {
    ["'s", "\u{2019}s", "'S", "\u{2019}S"]
        .iter()
        .find(|s| word.ends_with(**s))
        .map_or(0, |s| s.len())
}
