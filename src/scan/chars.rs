//! What single characters are to a reader of news.

/// [`char::is_alphanumeric`], without a search through all of Unicode for what most news is written in.
#[inline]
pub(crate) fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        _ => is_wide_letter(c).unwrap_or_else(|| c.is_alphanumeric()),
    }
}

/// [`char::is_alphabetic`], likewise.
#[inline]
pub(crate) fn is_alphabetic(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        _ => is_wide_letter(c).unwrap_or_else(|| c.is_alphabetic()),
    }
}

/// Whether a character outside ASCII is a letter; `None` where Unicode has to be asked.
#[inline]
fn is_wide_letter(c: char) -> Option<bool> {
    Some(match c {
        '\u{80}'..='\u{a9}' | '\u{ab}' | '\u{bb}' | '×' | '÷' => false,
        // Latin, Greek, Cyrillic.
        '\u{c0}'..='\u{24f}' | '\u{38e}'..='\u{3a1}' | '\u{3a3}'..='\u{3f5}' => true,
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => true,
        // Dashes and curly marks.
        '\u{2000}'..='\u{206f}' => false,
        _ => return None,
    })
}

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

#[cfg(test)]
mod tests {
    #[test]
    fn letters_and_digits_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(super::is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(super::is_alphabetic(c), c.is_alphabetic(), "{c:?}");
        }
    }
}
