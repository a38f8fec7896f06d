//! Two names of one person that the page itself joins: "Ann Lee (born Ana Ray; Latin: Anna),
//! better known as Ana Lys".

use once_cell::sync::Lazy;

use super::PersonMention;
use crate::data::rows;
use crate::page::Page;
use crate::scan::letters::folded_key;
use crate::scan::table::Table;
use crate::scan::work;
use crate::span::Span;

/// Longest text between two such names, with what stands there in brackets.
const FARTHEST: usize = 160;

/// Most words between them outside brackets.
const MOST_WORDS: usize = 8;

/// What a word between two names says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Says {
    /// "born": a name follows.
    Name,
    /// "known": a name follows behind a word that closes.
    Known,
    /// "as".
    Closes,
    /// "Latin": a name follows if a colon does.
    Language,
    #[default]
    Nothing,
}

static WORDS: Lazy<Table<Says>> = Lazy::new(|| {
    let rows = rows(include_str!("../../data/entity/also_words.tsv"));
    let words = rows.flat_map(|(_, mut columns)| {
        let says = match columns.next() {
            Some("names") => Says::Name,
            Some("known") => Says::Known,
            Some("closes") => Says::Closes,
            Some("language") => Says::Language,
            _ => Says::Nothing,
        };
        let words = columns.next().unwrap_or_default().split(' ');
        words.map(move |word| (folded_key(word), says))
    });
    Table::new(&words.collect::<Vec<_>>())
});

/// Places among `mentions` whose names are one person's: of one named before, and of one behind.
/// Linear in the number of mentions.
pub(crate) fn joined<'a>(
    page: &'a Page<'_>,
    mentions: &'a [PersonMention],
) -> impl Iterator<Item = (usize, usize)> + 'a {
    let mut regions = page.regions().iter().peekable();
    (1..mentions.len()).filter_map(move |at| {
        let (before, behind) = (&mentions[at - 1], &mentions[at]);
        while regions.next_if(|region| region.end <= before.span.start).is_some() {}
        let start = behind.title.map_or(behind.span.start, |title| title.start);
        let gap = Span::new(before.span.end, start.max(before.span.end));
        let near = gap.len() <= FARTHEST && regions.peek()?.covers(gap);
        (near && joins(&page.text()[gap])).then_some((at - 1, at))
    })
}

/// True when what stands between two names says that they are one person's.
fn joins(between: &str) -> bool {
    work::read(between.len());
    if !may_join(between) || between.contains('\n') {
        return false;
    }
    let (words, inside) = behind_brackets(between);
    let spoken = inside && words.starts_with('/');
    let label = words.trim_end_matches(MARKS);
    spoken || inside && is_label(label) || says_name(words)
}

/// False of nearly all texts by how they end: they are of ASCII, and what ends them says nothing.
fn may_join(between: &str) -> bool {
    let bytes = between.as_bytes();
    let blank = |b: &u8| MARKS.contains(&char::from(*b)) || b.is_ascii_whitespace();
    let ends = bytes.iter().rev().find(|b| !blank(b));
    let end = bytes.iter().rposition(u8::is_ascii_alphanumeric).map_or(0, |at| at + 1);
    let inside = |b: &&u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.');
    let start = end - bytes[..end].iter().rev().take_while(inside).count();
    let says = WORDS.get(folded_key(between[start..end].trim_start_matches('.')));
    let odd = bytes.iter().fold(false, |odd, b| odd | (*b == b'/') | !b.is_ascii());
    matches!(says, Some(Says::Name | Says::Closes)) || ends == Some(&b':') || odd
}

/// A text behind the brackets that begin it; or, where it ends inside some, the last part of their
/// list, and true.
fn behind_brackets(between: &str) -> (&str, bool) {
    let mut rest = between.trim_start_matches(MARKS);
    let list = rest.starts_with(';');
    if let Some(close) = rest.find(['(', ')']).filter(|at| rest[*at..].starts_with(')')) {
        rest = &rest[close + 1..];
    } else if list {
        return (last(rest), true);
    } else {
        rest = between.trim_start();
    }
    while let Some(inside) = rest.strip_prefix(['(', '[']) {
        let mut depth = 1;
        let close = inside.find(|c| {
            depth += i32::from(matches!(c, '(' | '[')) - i32::from(matches!(c, ')' | ']'));
            depth == 0
        });
        let Some(close) = close else { return (last(inside), true) };
        rest = inside[close + 1..].trim_start();
    }
    (rest, false)
}

/// The part of a list that its end is in.
fn last(list: &str) -> &str {
    list.rsplit(';').next().unwrap_or_default().trim()
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> + '_ {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '.');
    words.map(|word| word.trim_matches('.')).filter(|word| !word.is_empty())
}

/// What the words of a text say, if all of them say something and they are few.
fn said(text: &str) -> Option<Vec<Says>> {
    let said = words(text).take(MOST_WORDS + 1).map(|word| WORDS.get(folded_key(word)));
    let said: Vec<Says> = said.collect::<Option<_>>()?;
    (said.len() <= MOST_WORDS).then_some(said)
}

/// ", better known as ".
fn says_name(text: &str) -> bool {
    let last = words(text).next_back().and_then(|word| WORDS.get(folded_key(word)));
    matches!(last, Some(Says::Name | Says::Closes))
        && !text.trim_end().ends_with(',')
        && said(text).is_some_and(|said| {
            let named = said.iter().any(|says| matches!(says, Says::Name | Says::Known));
            named && !said.contains(&Says::Language)
        })
}

/// "Latin:", "French pronunciation:": a name in another language follows.
pub(super) fn is_label(text: &str) -> bool {
    let label = text.trim_end().strip_suffix(':').and_then(said);
    label.is_some_and(|said| {
        said.contains(&Says::Language)
            && !said.iter().any(|s| matches!(s, Says::Name | Says::Known))
    })
}

/// What stands around a name that is written as it sounds.
pub(super) const MARKS: [char; 4] = ['[', ']', '/', ' '];
