//! Organisations and places that no table knows, by the word that says what they are: "Harrow Water
//! Council", "Ministry of Forests", "Tolmin River", "Lake Orva"; and the initials of organisations
//! elsewhere on the page.

use super::mention;
use super::names::Defined;
use crate::entity::gazetteer::Found;
use crate::entity::person::{region, Class, PersonMention, Runs, Shape, Token};
use crate::entity::Kind;
use crate::page::Page;
use crate::scan::chars::{is_same, is_space, strip_tail};
use crate::span::Span;

/// Most capitalised words of a name on either side of "of": longer runs are headings.
const LONGEST: usize = 6;

/// What joins the head of a name to the rest of it.
const JOINTS: [&str; 3] = [" of ", " of the ", " for "];

/// Adds the organisations and places of a page, sorted among the mentions of the tables. A name that
/// a country or a person stands in is left to them. Linear in the length of the page.
pub(crate) fn add(page: &Page<'_>, runs: &Runs, people: &[PersonMention], found: &mut Found<'_>) {
    let text = page.text();
    let mut defined = Defined::of(found);
    let mut new = Vec::new();
    let mut people = people.iter().peekable();
    for at in 0..runs.runs.len() {
        let Some((span, kind)) = name(text, runs, at) else { continue };
        while people.next_if(|person| person.span.end <= span.start).is_some() {}
        let taken = people.peek().is_some_and(|person| person.span.overlaps(span));
        if taken || found.holds_country(span) || found.is_known_whole(span) {
            continue;
        }
        let entry = defined.entry(found, &text[span], kind);
        defined.letters(text, span, region(page, span).end, kind, entry);
        new.push(mention(span, kind, entry));
    }
    for token in runs.tokens.iter().filter(|token| token.shape == Shape::Caps) {
        if let Some(entry) = defined.by_letters(&text[token.span]) {
            new.push(mention(token.span, found.entry(entry).kind, entry));
        }
    }
    found.insert(new);
}

/// The name of an organisation or place that a run is, holds, or begins.
fn name(text: &str, runs: &Runs, at: usize) -> Option<(Span, Kind)> {
    let tokens = runs.tokens(runs.runs[at]);
    if !tokens.iter().any(|t| t.class.is(Class::ORGANISATION.and(Class::PLACE))) {
        return None;
    }
    // "Lake" stands in front, unless it ends the name.
    let front = |at: usize| tokens[at].class.is(Class::FRONT) && at + 1 < tokens.len();
    let head = |class| (0..tokens.len()).rfind(|&at| tokens[at].class.is(class) && !front(at));
    let organisation = head(Class::ORGANISATION).and_then(|head| whole(text, runs, at, head));
    if let Some(span) = organisation {
        return Some((span, Kind::Organisation));
    }
    let place = head(Class::PLACE).filter(|head| may_be_place(&tokens[..=*head]));
    let place = place.and_then(|head| whole(text, runs, at, head)).or_else(|| fronted(tokens));
    place.map(|span| (span, Kind::Place))
}

/// A name from its first word over its head to what joins that.
fn whole(text: &str, runs: &Runs, at: usize, head: usize) -> Option<Span> {
    let tokens = runs.tokens(runs.runs[at]);
    let from = first_word(tokens, head, behind_the(text, tokens));
    let start = if from > 0 { None } else { partner(text, runs, at) };
    let start = start.unwrap_or(tokens[from].span.start);
    let whole = Span::new(start, tokens[head].span.end);
    let ends = head + 1 == tokens.len();
    let joined = ends.then(|| joined(text, runs, at, whole)).flatten();
    joined.or_else(|| (from < head && head - from < LONGEST).then_some(whole))
}

/// False of "Mr Hill" and "Anders Hill", and where a heading is written in capitals.
fn may_be_place(name: &[Token]) -> bool {
    let (head, before) = (name[name.len() - 1], &name[..name.len() - 1]);
    let person = head.class.is(Class::SURNAME) && before.iter().any(|t| t.class.is_given());
    !person && before.iter().all(is_name)
}

/// "Lake Orva".
fn fronted(tokens: &[Token]) -> Option<Span> {
    let front = tokens.iter().position(|t| t.class.is(Class::FRONT) && t.class.is(Class::PLACE))?;
    let next = tokens
        .get(front + 1)
        .filter(|t| is_name(t) && !t.class.is(Class::HEAD.and(Class::FRONT)))?;
    let whole = first_word(tokens, front, false) == front;
    whole.then(|| Span::new(tokens[front].span.start, next.span.end))
}

fn is_name(token: &Token) -> bool {
    token.shape == Shape::Name && !token.class.is_title()
}

fn behind_the(text: &str, tokens: &[Token]) -> bool {
    strip_tail(&text[..tokens[0].span.start], " the ").is_some()
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
    let joint = between.strip_prefix(is_space)?.strip_suffix(is_space)?;
    (joint == "&" && from < before.len()).then(|| before[from].span.start)
}

/// "Ministry" with " of Forests" behind it.
fn joined(text: &str, runs: &Runs, at: usize, whole: Span) -> Option<Span> {
    let next = runs.runs.get(at + 1)?;
    let rest = runs.tokens(*next);
    let between = text.get(whole.end..rest[0].span.start)?;
    let fits = JOINTS.iter().any(|joint| is_same(between, joint)) && rest.len() <= LONGEST;
    let named = rest[0].shape != Shape::Initial && !rest[0].class.is(Class::CALENDAR);
    (fits && named).then(|| Span::new(whole.start, end_of(rest)))
}

fn end_of(tokens: &[Token]) -> usize {
    tokens[tokens.len() - 1].span.end
}
