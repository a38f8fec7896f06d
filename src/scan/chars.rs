//! What single characters are to a reader of news.

/// Double quotation marks of either direction, and low and angle ones.
#[inline]
pub(crate) fn is_double_mark(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{ab}' | '\u{bb}')
}

/// Single quotation marks and what stands for them, the apostrophe included.
#[inline]
pub(crate) fn is_single_mark(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{2039}' | '\u{203a}' | '`')
}

/// Apostrophe inside or at the end of a word.
#[inline]
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// True for the space and the one that keeps its line together: news uses both for the same.
#[inline]
pub(crate) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}')
}

/// `text` behind `head`, if it begins with that; any space stands for a space.
#[inline]
pub(crate) fn strip_head<'t>(text: &'t str, head: &str) -> Option<&'t str> {
    if !may_meet(text.bytes().next(), head.bytes().next()) {
        return None;
    }
    let mut rest = text.chars();
    let begins = head.chars().all(|c| rest.next().is_some_and(|own| same(own, c)));
    begins.then_some(rest.as_str())
}

/// True when `text` is `other`, whatever its spaces are.
#[inline]
pub(crate) fn is_same(text: &str, other: &str) -> bool {
    strip_head(text, other).is_some_and(str::is_empty)
}

/// `text` in front of `tail`, if it ends in that; any space stands for a space.
#[inline]
pub(crate) fn strip_tail<'t>(text: &'t str, tail: &str) -> Option<&'t str> {
    if !may_meet(text.bytes().next_back(), tail.bytes().next_back()) {
        return None;
    }
    let mut rest = text.chars();
    let ends = tail.chars().rev().all(|c| rest.next_back().is_some_and(|own| same(own, c)));
    ends.then_some(rest.as_str())
}

/// False for most texts by their outermost byte; that of a space may be either of a no-break space.
#[inline]
fn may_meet(own: Option<u8>, wanted: Option<u8>) -> bool {
    own == wanted || wanted == Some(b' ') && matches!(own, Some(0xc2 | 0xa0)) || wanted.is_none()
}

#[inline]
fn same(own: char, wanted: char) -> bool {
    own == wanted || wanted == ' ' && is_space(own)
}
