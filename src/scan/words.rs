//! Words of a text.

use super::chars::is_apostrophe;
use super::letters::{letters_back, Letters};
use super::work;
use crate::span::Span;

/// The words of `text[region]`: runs of letters, digits and marks, with apostrophes and hyphens
/// inside them.
pub(crate) fn words(text: &str, region: Span) -> impl Iterator<Item = Span> + '_ {
    let mut at = region.start;
    std::iter::from_fn(move || {
        let start = next_word(text, at, region.end)?;
        at = word_end(text, start, region.end);
        Some(Span::new(start, at))
    })
}

/// The same words, each with its letters if it has no others than those of ASCII.
pub(crate) fn read_words(
    text: &str,
    region: Span,
) -> impl Iterator<Item = (Span, Option<Letters>)> + '_ {
    let mut at = region.start;
    std::iter::from_fn(move || {
        let start = next_word(text, at, region.end)?;
        let rest = &text.as_bytes()[start..region.end];
        let letters = Letters::read(rest);
        let plain = !rest.get(letters.len).is_some_and(may_go_on);
        at = match plain {
            true => start + letters.len,
            false => word_end(text, start, region.end),
        };
        Some((Span::new(start, at), plain.then_some(letters)))
    })
}

/// Where the next word begins.
#[inline]
fn next_word(text: &str, at: usize, limit: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[at..limit];
    // Nearly all words are a space apart.
    if matches!(bytes, [b' ', next, ..] if next.is_ascii_alphanumeric()) {
        work::read(1);
        return Some(at + 1);
    }
    let first = bytes.iter().position(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
    work::read(first.unwrap_or(bytes.len()));
    let start = at + first?;
    if text.as_bytes()[start].is_ascii() {
        return Some(start);
    }
    let rest = &text[start..limit];
    let found = rest.find(|c: char| c.is_alphanumeric());
    work::read(found.unwrap_or(rest.len()));
    found.map(|skip| start + skip)
}

/// What stands behind letters of ASCII may be more of the word.
#[inline]
pub(crate) fn may_go_on(byte: &u8) -> bool {
    !byte.is_ascii() || matches!(byte, b'\'' | b'-')
}

/// The same words, the last one first. What stands in front of the word that is asked for is not
/// looked at, however long.
pub(crate) fn words_back(text: &str, region: Span) -> impl Iterator<Item = Span> + '_ {
    let mut at = region.end;
    std::iter::from_fn(move || {
        let word = word_back(text, Span::new(region.start, at), |_| {})?;
        at = word.start;
        Some(word)
    })
}

/// The last word of `text[region]`; `pass` is shown every character behind it, and its own last one.
#[inline]
pub(crate) fn word_back(text: &str, region: Span, mut pass: impl FnMut(char)) -> Option<Span> {
    let rest = &text[region];
    // Nearly all words are a space apart.
    if let [.., last, b' '] = rest.as_bytes() {
        if last.is_ascii_alphanumeric() {
            work::read(2);
            pass(' ');
            pass(char::from(*last));
            let end = region.end - 1;
            return Some(Span::new(word_start(text, region.start, end), end));
        }
    }
    let mut behind = rest.char_indices().rev().inspect(|(_, c)| pass(*c));
    let nearest = behind.find(|(_, c)| c.is_alphanumeric());
    work::read(rest.len() - nearest.map_or(0, |(at, _)| at));
    let (last, c) = nearest?;
    let end = region.start + last + c.len_utf8();
    Some(Span::new(word_start(text, region.start, end), end))
}

/// Where the word that ends at `end` begins, at least at `limit`.
fn word_start(text: &str, limit: usize, end: usize) -> usize {
    let bytes = &text.as_bytes()[limit..end];
    let plain = letters_back(bytes);
    let mut start = end - plain;
    if !bytes[..bytes.len() - plain].last().is_some_and(may_go_on) {
        work::read(plain);
        return start;
    }
    let mut chars = text[limit..start].char_indices().rev().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = is_joint(c) && chars.peek().is_some_and(|&(_, next)| next.is_alphanumeric());
        if !(c.is_alphanumeric() || joins) {
            break;
        }
        start = limit + at;
    }
    work::read(end - start);
    start
}

/// Joins two parts of one word.
pub(crate) fn is_joint(c: char) -> bool {
    is_apostrophe(c) || c == '-' || c == '\u{2011}'
}

/// Where the word that begins at `start` ends, at most at `limit`.
pub(crate) fn word_end(text: &str, start: usize, limit: usize) -> usize {
    // Nearly all words are of letters and digits of ASCII.
    let bytes = &text.as_bytes()[start..limit];
    let plain = bytes.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(bytes.len());
    let begin = start;
    let start = start + plain;
    if !bytes.get(plain).is_some_and(may_go_on) {
        work::read(plain);
        return start;
    }
    let mut end = start;
    let mut chars = text[start..limit].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = is_joint(c) && chars.peek().is_some_and(|&(_, next)| next.is_alphanumeric());
        if !(c.is_alphanumeric() || joins) {
            break;
        }
        end = start + at + c.len_utf8();
    }
    work::read(end - begin);
    end
}

#[cfg(test)]
mod tests {
    use super::{words, words_back};
    use crate::span::Span;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_read_backwards_are_those_read_forwards(text in "[a-cé '’\u{2011}.-]{0,16}") {
            let whole = Span::new(0, text.len());
            let mut back: Vec<Span> = words_back(&text, whole).collect();
            back.reverse();
            prop_assert_eq!(words(&text, whole).collect::<Vec<_>>(), back);
        }
    }
}
