//! Colons that end a sentence: one that announces what stands behind it (`He gave the following
//! reasons: The ...`). Before a quotation, a list of names or lower case a colon ends nothing.

use super::view::View;

/// True when the sentence from `from` announces by its colon at `at` a sentence behind it.
pub(super) fn announces(view: &View<'_>, from: usize, at: usize) -> bool {
    /// How far in front of the colon the announcement stands.
    const REACH: usize = 64;
    let next = view.skip_spaces(at + 1);
    let word = view.letters(next);
    next > at + 1
        && word.first().is_some_and(u8::is_ascii_uppercase)
        && view.byte(next + word.len()) != b','
        && is_announcement(&view.bytes()[from.max(at.saturating_sub(REACH))..at])
}

/// `as follows`, `the following reasons`
fn is_announcement(front: &[u8]) -> bool {
    let mut words = front.split(|b| !b.is_ascii_alphabetic());
    let mut before = &b""[..];
    words.any(|word| {
        let pair = (std::mem::replace(&mut before, word), word);
        matches!(
            pair,
            (b"the" | b"The", b"following") | (b"as", b"follows" | b"follow" | b"followed")
        )
    })
}
