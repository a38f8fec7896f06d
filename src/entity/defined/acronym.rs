//! Short names that the page itself explains: "the Northfield Water Board (NWB)".
//!
//! An acronym in brackets is matched against the initials of the words before it, from the last to
//! the first, small words skipped (the idea of Schwartz and Hearst, 2003). What it explains is an
//! organisation if a table knows it as one, or if it has the word of one in it.

use once_cell::sync::Lazy;

use super::mention;
use crate::data::rows;
use crate::entity::gazetteer::{is_word_char, EntryId, Found, TableMention};
use crate::entity::Kind;
use crate::page::Page;
use crate::scan::blocks::hits;
use crate::scan::fold::fold;
use crate::scan::map::Map;
use crate::scan::table::{key, Table, SEED};
use crate::scan::work;
use crate::span::Span;

const HEADS: &str = include_str!("../../data/entity/org_head.txt");

static HEAD: Lazy<Table<()>> = Lazy::new(|| {
    let words =
        rows(HEADS).filter_map(|(_, mut columns)| columns.next()).flat_map(|l| l.split(' '));
    Table::new(&words.map(|word| (key(SEED, word), ())).collect::<Vec<_>>())
});

/// Letters of an acronym, at most; also the capitalised words of what it explains.
const MAX_LETTERS: usize = 8;
/// Small words between them, in all.
const MAX_SMALL: usize = 6;

/// Adds the organisations that the page explains, and the places where it uses their acronyms.
///
/// Linear in the length: a bracket is looked at once, with a bounded number of words before it.
pub(crate) fn add(page: &Page<'_>, found: &mut Found<'_>) {
    let text = page.text();
    let mut known: Map<&str, EntryId> = Map::default();
    let mut names: Map<&str, EntryId> = Map::default();
    let mut new: Vec<TableMention> = Vec::new();
    for &region in page.regions() {
        for bracket in hits(text.as_bytes(), region.start, region.end, |b| b == b'(') {
            let Some(definition) = definition(text, region, bracket) else { continue };
            let (long, short) = definition;
            let Some(entry) = organisation(found, text, long, &mut names) else { continue };
            known.entry(&text[short]).or_insert(entry);
            new.push(mention(long, Kind::Organisation, entry));
        }
    }
    if known.is_empty() {
        return;
    }
    for &region in page.regions() {
        for span in capitals(text, region) {
            if let Some(&entry) = known.get(&text[span]) {
                new.push(mention(span, Kind::Organisation, entry));
            }
        }
    }
    found.insert(new);
}

/// What the acronym in the brackets at `bracket` explains, and the acronym.
fn definition(text: &str, region: Span, bracket: usize) -> Option<(Span, Span)> {
    let inner = &text[bracket + 1..region.end];
    let length = inner.bytes().take(MAX_LETTERS + 1).position(|b| b == b')')?;
    let short = &inner[..length];
    let capitals = short.bytes().filter(u8::is_ascii_uppercase).count();
    if capitals < 2 || !short.bytes().all(|b| b.is_ascii_alphabetic()) || capitals * 2 < length {
        return None;
    }
    let before = text[region.start..bracket].strip_suffix([' ', '\u{a0}'])?;
    let end = region.start + before.len();
    let mut letters = short.bytes().filter(u8::is_ascii_uppercase).rev().peekable();
    let (mut start, mut small) = (end, 0);
    for word in words_backwards(text, region.start, end) {
        let wanted = *letters.peek()?;
        let initial = fold(&text[word]).bytes().next().unwrap_or(0);
        if text[word].starts_with(char::is_uppercase) {
            if initial != wanted.to_ascii_lowercase() {
                return None;
            }
            letters.next();
            start = word.start;
        } else {
            small += 1;
        }
        if letters.peek().is_none() {
            break;
        }
        if small > MAX_SMALL {
            return None;
        }
    }
    let done = letters.peek().is_none() && start < end;
    done.then(|| (Span::new(start, end), Span::new(bracket + 1, bracket + 1 + length)))
}

/// The words before `end`, the last first, as long as only a space or hyphen lies between.
fn words_backwards(text: &str, from: usize, end: usize) -> impl Iterator<Item = Span> + '_ {
    let mut at = Some(end);
    std::iter::from_fn(move || {
        let end = at?;
        let word = text[from..end].chars().rev().take_while(|c| is_word_char(*c) || *c == '.');
        let length: usize = word.take(64).map(char::len_utf8).sum();
        work::read(length);
        let start = end - length;
        let gap = text[from..start].chars().next_back();
        at = gap
            .filter(|c| matches!(c, ' ' | '-' | '\u{a0}' | '’' | '\''))
            .map(|c| start - c.len_utf8());
        (length > 0).then(|| Span::new(start, end))
    })
}

/// Words of two capitals or more.
fn capitals(text: &str, region: Span) -> impl Iterator<Item = Span> + '_ {
    let bytes = text.as_bytes();
    let starts = hits(bytes, region.start, region.end, |b| b.is_ascii_uppercase());
    starts.filter_map(move |start| {
        let free = start == region.start || !text[region.start..start].ends_with(is_word_char);
        let rest = &bytes[start..region.end.min(start + MAX_LETTERS + 1)];
        let length = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        work::read(length);
        let end = start + length;
        let closed = !text[end..region.end].starts_with(is_word_char);
        (free && closed && length > 1).then(|| Span::new(start, end))
    })
}

/// The organisation that `long` names: of a table, or a new one if it has the word of one.
fn organisation<'t>(
    found: &mut Found<'_>,
    text: &'t str,
    long: Span,
    names: &mut Map<&'t str, EntryId>,
) -> Option<EntryId> {
    let known = found.overlapping(long).next().filter(|m| m.span == long);
    if let Some(known) = known {
        return (known.kind == Kind::Organisation).then_some(known.entry);
    }
    let name = &text[long];
    if !name.split([' ', '-', '\u{a0}']).any(|word| HEAD.get(key(SEED, word)).is_some()) {
        return None;
    }
    Some(*names.entry(name).or_insert_with(|| found.define(name, Kind::Organisation)))
}
