//! What stands behind the marks of a candidate.

use super::next::{possessive, word_end};
use super::view::{closes, opens_quote, View, WORD};
use super::words::{Kind, Words};

/// What stands behind the marks and the white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// The end of the paragraph or region.
    End,
    /// A word in lower case.
    Lower,
    /// A mark that goes on with the sentence.
    Punctuation,
    /// A capital, or a letter of a script without case.
    Capital,
    Number,
    /// An opening quotation mark and a capital or digit.
    Quote,
    Bracket,
    /// A dash with a space behind it.
    Dash,
    /// Any other character: a bullet, a currency sign, an emoji.
    Symbol,
}

/// What stands at `at`, behind the white space.
#[inline]
pub(super) fn after(view: &View<'_>, at: usize) -> After {
    let byte = view.byte(at);
    match byte {
        b'A'..=b'Z' => After::Capital,
        b'a'..=b'z' => lower(view, at),
        b'0'..=b'9' => After::Number,
        b'(' | b'[' | b'{' => After::Bracket,
        b',' | b';' | b':' | b'%' | b'/' | b'=' | b'&' | b'|' | b'_' | b'\\' => After::Punctuation,
        b')' | b']' | b'}' => After::Punctuation,
        b'-' => dash(view, at + 1),
        b'.' | b'!' | b'?' if is_lone_mark(view, at) => After::Punctuation,
        0 if at >= view.region.end => After::End,
        _ => match view.char(at) {
            Some(c) if opens_quote(c) => quoted(view, at + c.len_utf8()),
            Some('\u{2013}' | '\u{2014}' | '\u{2015}') => dash(view, at + 3),
            Some(c) if c.is_lowercase() => After::Lower,
            Some(c) if c.is_alphabetic() => After::Capital,
            Some(c) if closes(c) => After::Punctuation,
            _ => After::Symbol,
        },
    }
}

/// A mark that stands alone behind a space ends what is in front; an omission opens something new.
fn is_lone_mark(view: &View<'_>, at: usize) -> bool {
    let behind = view.byte(at + 1);
    let space = view.space_len(at + 1);
    let spaced = space > 0 && view.byte(at + 1 + space) == b'.';
    !(behind.is_ascii_alphanumeric() || behind == b'.' || spaced)
}

/// Lower case, unless it is a name that begins so (`iPhone`, `wikiHow`) or a web address.
#[inline]
fn lower(view: &View<'_>, at: usize) -> After {
    /// Capitals further inside a word make no name of it.
    const PREFIX: usize = 5;
    let letters = view.letters(at);
    let rest = &view.bytes()[at + letters.len()..];
    if matches!(letters, b"http" | b"https") && rest.starts_with(b"://") {
        return After::Symbol;
    }
    if letters.iter().take(PREFIX).any(u8::is_ascii_uppercase) {
        After::Capital
    } else {
        After::Lower
    }
}

fn dash(view: &View<'_>, at: usize) -> After {
    let at = at
        + view
            .bytes()
            .get(at..)
            .map_or(0, |b| b.iter().take(2).take_while(|b| **b == b'-').count());
    let next = view.skip_spaces(at);
    match view.byte(next) {
        b'a'..=b'z' | b'0'..=b'9' => After::Punctuation,
        _ => After::Dash,
    }
}

/// What an opening quotation mark that ends at `at` opens.
#[inline]
fn quoted(view: &View<'_>, at: usize) -> After {
    let mut inner = view.skip_spaces(at);
    while let Some(c) = view.char(inner).filter(|c| opens_quote(*c) && inner < at + WORD) {
        inner = view.skip_spaces(inner + c.len_utf8());
    }
    match after_plain(view, inner) {
        After::Lower => After::Lower,
        After::Punctuation | After::End => After::Symbol,
        _ => After::Quote,
    }
}

fn after_plain(view: &View<'_>, at: usize) -> After {
    match view.char(at) {
        None => After::End,
        Some(c) if c.is_lowercase() => lower(view, at),
        Some(',' | ';' | ':') => After::Punctuation,
        Some(_) => After::Capital,
    }
}

/// True when the words at `at` name a speaker and say that he or she spoke: `CNN reported.`
pub(super) fn is_attribution(view: &View<'_>, words: &Words, mut at: usize) -> bool {
    /// Words of a name: `Foreign Minister J. P. de Vries`, `Mr. O'Dell's wife`.
    const NAME: usize = 6;
    let first = words.kind(view.letters(at));
    if matches!(first, Some(Kind::Starter | Kind::Opener)) && view.letters(at) != b"I" {
        return false;
    }
    let mut owned = false;
    for nth in 0..NAME {
        let letters = view.letters(at);
        if nth > 0 && words.is_speech(letters) {
            return is_clause_end(view, at + letters.len());
        }
        let end = word_end(view, at);
        let capital = view.char(at).is_some_and(char::is_uppercase);
        let goes_on = capital || owned || matches!(letters, b"de" | b"van" | b"von" | b"al");
        if end == at || !goes_on {
            return false;
        }
        let mark = possessive(view, end);
        owned = mark > 0;
        at = end + mark + usize::from(view.byte(end) == b'.');
        at += view.space_len(at);
    }
    false
}

/// True when a verb of speech that ends at `at` can end its clause: nothing but more words follow.
fn is_clause_end(view: &View<'_>, at: usize) -> bool {
    let next = at + view.space_len(at);
    match view.byte(next) {
        b'.' | b',' | b';' | b':' => next == at,
        byte => next > at && (byte.is_ascii_alphabetic() || byte == b'"'),
    }
}
