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
