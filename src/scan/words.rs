//! Words of a text.

use super::chars::is_apostrophe;
use super::work;
use crate::span::Span;

/// The words of `text[region]`: runs of letters, digits and marks, with apostrophes and hyphens
/// inside them.
pub(crate) fn words(text: &str, region: Span) -> impl Iterator<Item = Span> + '_ {
    let mut at = region.start;
    std::iter::from_fn(move || {
        let rest = &text[at..region.end];
        let found = rest.find(|c: char| c.is_alphanumeric());
        work::read(found.unwrap_or(rest.len()));
        let skip = found?;
        let start = at + skip;
        let end = word_end(text, start, region.end);
        at = end;
        Some(Span::new(start, end))
    })
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
    match bytes.get(plain) {
        Some(b) if !b.is_ascii() || matches!(b, b'\'' | b'-') => {}
        _ => {
            work::read(plain);
            return start;
        }
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
