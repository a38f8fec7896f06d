//! Names inside headings: where every word is capitalised, the page tells elsewhere which are names.

use super::lexicon::Class;
use super::run::Runs;
use super::token::{Shape, Token};
use super::{region, Named, PersonMention};
use crate::entity::gazetteer::Found;
use crate::entity::Form;
use crate::page::{floor_boundary, Page};
use crate::scan::chars::is_space;
use crate::scan::work;
use crate::span::Span;

/// Words of a heading, at least: shorter runs are read as they are.
const LEAST: usize = 3;

/// Adds to `people`, sorted, the names of those named in full elsewhere that longer runs hold.
/// Linear in the number of capitalised words.
pub(super) fn add(
    page: &Page<'_>,
    runs: &Runs,
    found: &Found<'_>,
    named: &Named,
    people: &mut Vec<PersonMention>,
) {
    let mut new = Vec::new();
    let mut known = people.iter().peekable();
    for run in runs.runs.iter().filter(|run| run.last - run.first >= LEAST) {
        let tokens = runs.tokens(*run);
        if !tokens.iter().any(|token| named.parts[token.word].sure) {
            continue;
        }
        while known.next_if(|person| person.span.end <= tokens[0].span.start).is_some() {}
        let free = known.peek().map_or(true, |p| p.span.start >= tokens[tokens.len() - 1].span.end);
        if free && is_heading(page, tokens) {
            let names = names(tokens, named);
            new.extend(names.filter(|name| found.overlapping(name.span).next().is_none()));
        }
    }
    if !new.is_empty() {
        people.extend(new);
        people.sort_unstable_by_key(|person| person.span);
    }
}

/// The names that a heading holds.
fn names<'a>(tokens: &'a [Token], named: &'a Named) -> impl Iterator<Item = PersonMention> + 'a {
    let caps = tokens.iter().all(|token| token.shape == Shape::Caps);
    let surname = move |at: &usize| {
        let token = &tokens[*at];
        let common =
            token.class.is(Class::COMMON.and(Class::HEAD)) && !token.class.is(Class::SURNAME);
        named.parts[token.word].sure && !common && (caps || token.shape == Shape::Name)
    };
    (0..tokens.len()).filter(surname).filter_map(move |at| {
        let behind = tokens.get(at + 1);
        if behind.is_some_and(makes_another_name) {
            return None;
        }
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        let (first, form) = match before {
            Some(given) if named.parts[given.word].given => (given, Form::FullName),
            Some(word) if !is_plain(word) => return None,
            _ => (&tokens[at], Form::Surname),
        };
        let span = Span::new(first.span.start, tokens[at].span.end);
        Some(PersonMention { span, form, title: None, gender: None, kin: false })
    })
}

/// True where a line has no long word in small letters.
fn is_heading(page: &Page<'_>, tokens: &[Token]) -> bool {
    /// Bytes of the longest heading, and of the longest small word in one.
    const LONGEST: usize = 200;
    const SMALL: usize = 4;
    let at = tokens[0].span;
    let region = region(page, at);
    let (before, behind) =
        (&page.text()[region.start..at.start], &page.text()[at.start..region.end]);
    let before = &before[floor_boundary(before, before.len().saturating_sub(LONGEST))..];
    let behind = &behind[..floor_boundary(behind, LONGEST)];
    work::read(before.len() + behind.len());
    let before = before.rsplit('\n').next().unwrap_or_default();
    let behind = behind.split('\n').next().unwrap_or_default();
    let small = |word: &str| word.len() > SMALL && word.starts_with(char::is_lowercase);
    before.len() + behind.len() < LONGEST
        && ![before, behind].iter().any(|part| part.split(is_space).any(small))
}

/// "Tower" behind "Trump".
fn makes_another_name(behind: &Token) -> bool {
    let other = Class::HEAD.and(Class::ORGANISATION).and(Class::PLACE).and(Class::FIRM);
    behind.class.is(other) || !is_plain(behind)
}

/// An ordinary word, capitalised because it stands in a heading.
fn is_plain(token: &Token) -> bool {
    let words = Class::COMMON.and(Class::OPENING).and(Class::SPEECH).and(Class::DEED);
    let plain = words.and(Class::AUXILIARY).and(Class::TITLE).and(Class::ROLE);
    token.shape != Shape::Initial
        && (token.class.is(plain) || token.wordy)
        && !token.class.is_given()
}
