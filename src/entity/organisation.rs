//! Organisations that no table knows, by the word that says what they are: "Harrow Water Council",
//! "Ministry of Forests", and their initials elsewhere on the page.

use super::gazetteer::{Found, TableMention};
use super::lexicon::{Entry, EntryId};
use super::person::{Class, PersonMention, Runs, Shape, Token};
use super::{Form, Kind};
use crate::page::Page;
use crate::scan::chars::{strip_head, strip_tail};
use crate::scan::map::Map;
use crate::span::Span;

/// Most capitalised words of a name on either side of "of": longer runs are headings.
const LONGEST: usize = 6;

/// What joins the head of a name to the rest of it.
const JOINTS: [&str; 3] = [" of ", " of the ", " for "];

/// Adds the organisations of a page, sorted among the mentions of the tables. A name that a country
/// or a person stands in is left to them. Linear in the length of the page.
pub(crate) fn add(page: &Page<'_>, runs: &Runs, people: &[PersonMention], found: &mut Found<'_>) {
    let text = page.text();
    let mut known = found.names();
    let mut by_initials: Map<String, EntryId> = Map::default();
    let mut new = Vec::new();
    let mut people = people.iter().peekable();
    for at in 0..runs.runs.len() {
        let Some(span) = name(text, runs, at) else { continue };
        while people.next_if(|person| person.span.end <= span.start).is_some() {}
        let taken = people.peek().is_some_and(|person| person.span.overlaps(span));
        if taken || found.holds_country(span) || found.is_known_whole(span) {
            continue;
        }
        let name = &text[span];
        let entry = *known.entry(name.to_owned()).or_insert_with(|| found.define(name));
        by_initials.entry(initials(&text[span])).or_insert(entry);
        new.push(mention(span, entry));
    }
    for token in runs.tokens.iter().filter(|token| token.shape == Shape::Caps) {
        if let Some(&entry) = by_initials.get(&text[token.span]) {
            new.push(mention(token.span, entry));
        }
    }
    found.insert(new);
}

fn mention(span: Span, entry: EntryId) -> TableMention {
    TableMention { span, kind: Kind::Organisation, entry, form: Form::Table, doubtful: false }
}

/// The organisation's name that a run is, holds, or begins.
fn name(text: &str, runs: &Runs, at: usize) -> Option<Span> {
    let run = runs.runs[at];
    let tokens = runs.tokens(run);
    let head = tokens.iter().rposition(|t| t.class.is(Class::ORGANISATION))?;
    let the = strip_tail(&text[..tokens[0].span.start], " the ").is_some();
    let from = first_word(tokens, head, the);
    let start = if from > 0 { None } else { partner(text, runs, at) };
    let start = start.unwrap_or(tokens[from].span.start);
    let whole = Span::new(start, tokens[head].span.end);
    let joined = (head + 1 == tokens.len()).then(|| joined(text, runs, at, whole)).flatten();
    joined.or_else(|| (from < head && head - from < LONGEST).then_some(whole))
}

/// Where the name before its head begins: behind an article, or words that open sentences.
fn first_word(tokens: &[Token], head: usize, the: bool) -> usize {
    let before = &tokens[..head];
    let article = before.iter().rposition(|t| t.class.is(Class::THE));
    let opens = |t: &Token| t.class.is(Class::OPENING) || t.class.is(Class::CALENDAR);
    let from = if the { Some(0) } else { article.map(|n| n + 1) };
    from.unwrap_or_else(|| before.iter().rposition(opens).map_or(0, |n| n + 1))
}

/// Where "Pine & Sons Ltd" begins: with the run before the "&".
fn partner(text: &str, runs: &Runs, at: usize) -> Option<usize> {
    let before = runs.tokens(*runs.runs.get(at.checked_sub(1)?)?);
    let between = text.get(end_of(before)..runs.tokens(runs.runs[at])[0].span.start)?;
    let from = first_word(before, before.len(), false);
    (between == " & " && from < before.len()).then(|| before[from].span.start)
}

/// "Ministry" with " of Forests" behind it.
fn joined(text: &str, runs: &Runs, at: usize, whole: Span) -> Option<Span> {
    let next = runs.runs.get(at + 1)?;
    let rest = runs.tokens(*next);
    let between = text.get(whole.end..rest[0].span.start)?;
    let fits =
        JOINTS.iter().any(|joint| strip_head(between, joint) == Some("")) && rest.len() <= LONGEST;
    let named = rest[0].shape != Shape::Initial && !rest[0].class.is(Class::CALENDAR);
    (fits && named).then(|| Span::new(whole.start, end_of(rest)))
}

fn end_of(tokens: &[Token]) -> usize {
    tokens[tokens.len() - 1].span.end
}

/// Capitals that begin the words of a name: "NWB" of "Northfield Water Board".
fn initials(name: &str) -> String {
    name.split([' ', '\u{a0}', '-'])
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect()
}

impl Found<'_> {
    /// What acronyms were explained by, by name.
    fn names(&self) -> Map<String, EntryId> {
        let named = self.local.iter().enumerate();
        named.map(|(at, entry)| (entry.name.to_string(), self.local_id(at))).collect()
    }

    fn define(&mut self, name: &str) -> EntryId {
        let name = name.to_owned().into();
        self.local.push(Entry { kind: Kind::Organisation, name, code: None });
        self.local_id(self.local.len() - 1)
    }

    fn holds_country(&self, span: Span) -> bool {
        self.overlapping(span).any(|m| matches!(m.kind, Kind::Country | Kind::Seat))
    }

    /// A table knows the name, or a longer one.
    fn is_known_whole(&self, span: Span) -> bool {
        self.overlapping(span).any(|m| m.span.covers(span))
    }

    fn overlapping(&self, span: Span) -> impl Iterator<Item = &TableMention> {
        let at = self.mentions.partition_point(|m| m.span.end <= span.start);
        self.mentions[at..].iter().take_while(move |m| m.span.start < span.end)
    }
}
