//! What stands behind the marks of a candidate.

use super::view::{closes, opens_quote, View, WORD};
use super::words::{Class, Next, Words};

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

/// Which column of `classes.txt` the word at `at` is.
pub(super) fn next_kind(view: &View<'_>, words: &Words, at: usize) -> Next {
    let letters = view.letters(at);
    let behind = view.byte(at + letters.len());
    if letters.len() > 1 && behind == b'.' {
        match words.abbreviation(letters) {
            Some(Class::Title) if matches!(letters, b"Mr" | b"Mrs" | b"Ms" | b"Messrs") => {
                return Next::Courtesy;
            }
            Some(Class::Title) => return Next::Title,
            Some(Class::Month | Class::Weekday) => return Next::When,
            _ => {}
        }
    }
    let capitals = letters.len() > 1 && letters[1].is_ascii_uppercase();
    let initial = letters.len() == 1 && behind == b'.';
    let goes_on = behind >= 0x80 && view.char(at + letters.len()).is_some_and(char::is_alphabetic);
    if !initial && is_numeral(letters) {
        return Next::Number;
    }
    let zone = capitals && letters.len() < 6 && letters.ends_with(b"T");
    match words.next(letters) {
        Some(Next::When) => Next::When,
        Some(kind) if !capitals && !initial && behind != b'-' && !goes_on => kind,
        _ if zone || is_local_time(view, at + letters.len()) => Next::When,
        _ if !capitals && begins_clause(view, at + letters.len()) => Next::Clause,
        _ => Next::Name,
    }
}

/// `London time`, `New York time`: `time` behind the word that ends at `at`, or one word further on.
fn is_local_time(view: &View<'_>, at: usize) -> bool {
    let next = at + view.space_len(at);
    let word = view.letters(next);
    let behind = next + word.len();
    let capital = word.first().is_some_and(u8::is_ascii_uppercase);
    word == b"time" || capital && view.letters(behind + view.space_len(behind)) == b"time"
}

/// A Roman numeral or a single capital, but not the words among them.
fn is_numeral(letters: &[u8]) -> bool {
    let roman = letters.iter().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'));
    !matches!(letters, b"I" | b"A" | [])
        && (letters.len() == 1 && letters[0].is_ascii_uppercase() || roman)
}

/// True when lower case or `'s` stands behind the capitalised word that ends at `at`; a preposition
/// goes on with a name, and `time` with a time of day.
fn begins_clause(view: &View<'_>, at: usize) -> bool {
    if matches!(view.char(at), Some('\'' | '\u{2019}')) {
        return true;
    }
    let next = view.letters(at + view.space_len(at));
    let lower = view.space_len(at) > 0 && next.first().is_some_and(u8::is_ascii_lowercase);
    lower && !matches!(next, b"of" | b"and" | b"for" | b"de" | b"unit")
}

/// True when the words at `at` name a speaker and say that he or she spoke: `CNN reported.`
pub(super) fn is_attribution(view: &View<'_>, words: &Words, mut at: usize) -> bool {
    /// Words of a name: `Foreign Minister J. P. de Vries`.
    const NAME: usize = 6;
    let first = words.next(view.letters(at));
    if first.is_some_and(|kind| kind != Next::When) && view.letters(at) != b"I" {
        return false;
    }
    for nth in 0..NAME {
        let letters = view.letters(at);
        let end = at + letters.len();
        if letters.is_empty() {
            return false;
        }
        if nth > 0 && words.is_speech(letters) {
            return is_clause_end(view, end);
        }
        if !letters[0].is_ascii_uppercase() && !matches!(letters, b"de" | b"van" | b"von" | b"al") {
            return false;
        }
        at = end + usize::from(view.byte(end) == b'.');
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
