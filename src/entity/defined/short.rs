//! Short forms of organisations and places that the page names in full: "the Commission", "Tolmin"
//! of "Tolmin Peninsula", "the Orvas" of "Orva Islands".

use super::mention;
use crate::entity::gazetteer::{EntryId, Found, TableMention};
use crate::entity::person::{key, Class, PersonMention, Runs, Shape, Token};
use crate::entity::Kind;
use crate::scan::chars::{is_space, strip_head, strip_tail};
use crate::scan::fold::fold;
use crate::scan::numbers::Keyed;
use crate::span::Span;

/// What places are also called without: a river's name alone may be a disease's, an island's or a
/// province's a town's.
const LEFT_OUT: [&str; 4] = ["Islands", "Peninsula", "Desert", "Mountains"];

/// Heads that name one body of a country by themselves, whichever the page named before.
const NATIONAL: [&str; 3] = ["Senate", "Congress", "Parliament"];

/// Words that say what something is.
const HEADS: Class = Class::ORGANISATION.and(Class::PLACE);

/// What the page may call something after it was named in full.
#[derive(Debug, Default)]
struct Known {
    /// Places by their names without "Peninsula" and the like; none where two have the same.
    places: Keyed<Option<EntryId>>,
    /// What was named last, by the key of the word that says what it is.
    heads: Keyed<(EntryId, Kind)>,
}

/// Adds short forms, sorted among the mentions found. Linear in the number of names on the page.
pub(super) fn add(text: &str, runs: &Runs, people: &[PersonMention], found: &mut Found<'_>) {
    let mut known = Known::default();
    let mut names = found.mentions.iter().filter(|m| is_named(found, m)).peekable();
    if names.peek().is_none() {
        return;
    }
    names.clone().for_each(|name| known.place(text, runs, name));
    let mut new = Vec::new();
    let mut people = people.iter().peekable();
    for run in &runs.runs {
        let tokens = runs.tokens(*run);
        while let Some(name) = names.next_if(|name| name.span.end <= tokens[0].span.start) {
            known.head(text, runs, name);
        }
        let Some(token) = only(tokens) else { continue };
        while people.next_if(|person| person.span.end <= token.span.start).is_some() {}
        if people.peek().is_some_and(|person| person.span.overlaps(token.span)) {
            continue;
        }
        if let Some((entry, kind)) = known.by(text, token) {
            new.push(mention(token.span, kind, entry));
        }
    }
    new.retain(|mention| found.overlapping(mention.span).next().is_none());
    found.insert(new);
}

/// An organisation, or a place that no table knows.
fn is_named(found: &Found<'_>, mention: &TableMention) -> bool {
    match mention.kind {
        Kind::Organisation => true,
        Kind::Place => found.is_local(mention.entry),
        _ => false,
    }
}

/// The only word of a run behind words that open a sentence.
fn only(tokens: &[Token]) -> Option<&Token> {
    let opens = |t: &Token| t.class.is(Class::OPENING) || t.class.is(Class::THE);
    let first = tokens.iter().position(|t| !opens(t))?;
    (first + 1 == tokens.len() && tokens[first].shape == Shape::Name).then(|| &tokens[first])
}

impl Known {
    /// "Tolmin" of "Tolmin Peninsula".
    fn place(&mut self, text: &str, runs: &Runs, name: &TableMention) {
        let [first, head] = inside(runs, name.span) else { return };
        let (entry, head) = (name.entry, &text[head.span]);
        let named = first.shape == Shape::Name && !first.class.is(Class::COMMON);
        if name.kind != Kind::Place || !LEFT_OUT.contains(&head) || !named {
            return;
        }
        let mut add = |key| {
            let known = self.places.or_insert(key, Some(entry));
            *known = known.filter(|known| *known == entry);
        };
        add(first.key);
        if head.ends_with('s') {
            add(key(&format!("{}s", fold(&text[first.span]))));
        }
    }

    /// "Commission" of "European Commission".
    fn head(&mut self, text: &str, runs: &Runs, name: &TableMention) {
        let tokens = inside(runs, name.span);
        let joint = before_of(&text[name.span]).map_or(name.span.end, |at| name.span.start + at);
        let before = tokens.iter().take_while(|t| t.span.end <= joint);
        if let Some(head) = before.last().filter(|head| head.class.is(HEADS) && tokens.len() > 1) {
            let named = (name.entry, name.kind);
            *self.heads.or_insert(head.key, named) = named;
        }
    }

    /// What a word by itself means.
    fn by(&self, text: &str, token: &Token) -> Option<(EntryId, Kind)> {
        let place = self.places.get(token.key).copied().flatten();
        let head = if token.class.is(HEADS) { self.heads.get(token.key).copied() } else { None };
        if place.is_none() && head.is_none() {
            return None;
        }
        let before = &text[..token.span.start];
        let the = ["the ", "The "].iter().any(|the| strip_tail(before, the).is_some());
        let word = &text[token.span];
        // "The Tolmin" is something else.
        if let Some(entry) = place.filter(|_| the == word.ends_with('s')) {
            return Some((entry, Kind::Place));
        }
        let longer = strip_head(&text[token.span.end..], " of ").is_some();
        let called = the && !longer && !NATIONAL.contains(&word);
        head.filter(|_| called)
    }
}

/// Where what a name is ends: before "of".
fn before_of(name: &str) -> Option<usize> {
    let joint =
        |at: usize| name[..at].ends_with(is_space) && name[at + "of".len()..].starts_with(is_space);
    let of = |at: &usize| name.as_bytes()[*at..].starts_with(b"of");
    (0..name.len()).filter(of).find(|&at| joint(at))
}

/// The words of a name.
fn inside(runs: &Runs, span: Span) -> &[Token] {
    let from = runs.tokens.partition_point(|token| token.span.start < span.start);
    let to = runs.tokens.partition_point(|token| token.span.end <= span.end);
    runs.tokens.get(from..to).unwrap_or_default()
}
