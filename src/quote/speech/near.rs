//! Words next to quotation marks: which they are, and what they are as evidence.

use once_cell::sync::Lazy;

use super::witness::Value;
use crate::data::rows;
use crate::quote::class::Classes;
use crate::quote::lexicon::{lower, shape};
use crate::scan::letters::Letters;
use crate::scan::table::{key, Table, SEED};
use crate::scan::words::word_back;
use crate::scan::work;
use crate::span::Span;

/// How many words before a mark count.
pub(crate) const LEFT: usize = 8;

/// The last words before `at`, nearest first, back to the beginning of the sentence; and where the
/// nearest ends.
pub(crate) fn words_before(text: &str, start: usize, at: usize) -> ([Span; LEFT], usize) {
    let mut found = [Span::default(); LEFT];
    let mut count = 0;
    let mut region = window(text, start, at);
    while count < LEFT {
        let mut stop = false;
        let Some(word) = word_back(text, region, |c| stop |= is_stop(c)) else { break };
        if count > 0 && stop && sentence_ends(text, word, found[count - 1]) {
            break;
        }
        found[count] = word;
        count += 1;
        region.end = word.start;
    }
    (found, count)
}

/// What a word next to a mark is in its sentence, `edge` being what stands between them.
pub(crate) fn role(word: Value<'_>, class: Option<Classes>, edge: &str) -> &'static str {
    match edge.chars().next() {
        Some(',') => return "comma",
        Some(':') => return "colon",
        Some('(' | ')' | '[' | ']') => return "bracket",
        Some('\u{2013}' | '\u{2014}' | '-') => return "dash",
        Some(_) => return "mark",
        None => {}
    }
    match word.name {
        // What `shaped` makes of a possessive, a name and a number.
        "owner" | "Owner" => "the",
        "Name" => "name",
        "0" => "number",
        name => match (ROLES.get(word.key), class) {
            (Some(role), _) => role,
            (None, Some(class)) => class.first(),
            _ if name.ends_with("ed") || name.ends_with("ing") => "verb",
            _ if name.ends_with("ly") => "manner",
            _ => "word",
        },
    }
}

/// What may end a sentence.
fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?')
}

/// True when a sentence ends between two words that follow each other.
pub(crate) fn sentence_ends(text: &str, before: Span, word: Span) -> bool {
    let gap = &text[before.end..word.start];
    // Nearly all words are a space apart: that is no stop with a space behind it.
    if gap.len() < 2 {
        return false;
    }
    work::read(gap.len());
    let Some(stop) = gap.find(is_stop) else { return false };
    let spaced = gap[stop..].contains(char::is_whitespace);
    let title = gap.as_bytes()[stop] == b'.'
        && before.len() <= 3
        && text[before].starts_with(char::is_uppercase);
    spaced && !title && !text[word].starts_with(char::is_lowercase)
}

/// `text[start..end]` cut inwards to character boundaries.
pub(crate) fn window(text: &str, mut start: usize, mut end: usize) -> Span {
    while start < end && !text.is_char_boundary(start) {
        start += 1;
    }
    while end > start && !text.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(start, end)
}

/// The first two characters of what stands at an edge.
pub(crate) fn clip(edge: &str) -> &str {
    let end = edge.char_indices().nth(2).map_or(edge.len(), |(at, _)| at);
    if edge.is_empty() {
        "nothing"
    } else {
        &edge[..end]
    }
}

/// The longest word that counts as itself with a capital too.
const SMALL: usize = 4;

/// A word as evidence: small words as they are, names and numbers by their shape. `letters` are those
/// of a word that has no others than those of ASCII.
pub(crate) fn plain<'a>(word: &'a str, letters: Option<Letters>, low: &'a mut String) -> Value<'a> {
    // Nearly all words can be told as they are written.
    match (letters, word.as_bytes().first()) {
        (Some(letters), Some(b'a'..=b'z')) if !letters.inner => {
            Value { name: word, key: letters.key }
        }
        (Some(_), Some(b'A'..=b'Z')) if word.len() > SMALL => Value::of("Name"),
        _ => Value::of(shaped(word, low)),
    }
}

/// The same of any word.
#[inline(never)]
fn shaped<'a>(word: &str, low: &'a mut String) -> &'a str {
    let shape = shape(word);
    let low = lower(word, low);
    match (shape, low.ends_with("'s")) {
        ("small", false) => low,
        ("small", true) => "owner",
        ("digit", _) => "0",
        (_, true) => "Owner",
        _ if CAPITALS.get(key(SEED, low)).is_some() => low,
        _ => "Name",
    }
}

/// The small words of the table: those of the classes that `wanted` takes, with what it makes of
/// class and word.
fn small(
    wanted: impl Fn(&'static str, &'static str) -> Option<&'static str>,
) -> Table<&'static str> {
    let mut entries = Vec::new();
    for (_, mut row) in rows(include_str!("../../data/quote/near.tsv")) {
        let (Some(class), Some(words)) = (row.next(), row.next()) else { continue };
        entries.extend(words.split(' ').filter_map(|w| Some((key(SEED, w), wanted(class, w)?))));
    }
    Table::new(&entries)
}

/// What words next to a mark count as.
static ROLES: Lazy<Table<&str>> =
    Lazy::new(|| small(|class, _| Some(class).filter(|c| !matches!(*c, "clause" | "capital"))));

/// Words that count as themselves with a capital too.
static CAPITALS: Lazy<Table<&str>> =
    Lazy::new(|| small(|class, word| (class == "capital").then_some(word)));

/// Words that make a clause.
static CLAUSES: Lazy<Table<&str>> =
    Lazy::new(|| small(|class, word| (class == "clause").then_some(word)));

/// The word of that key, if it makes a clause.
pub(crate) fn clausal(key: u64) -> Option<Value<'static>> {
    CLAUSES.get(key).map(|name| Value { name, key })
}
