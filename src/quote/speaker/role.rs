//! Who holds a role: the person behind "the minister".

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::Scene;
use crate::entity::{EntityId, Mention};
use crate::page::ceil_boundary;
use crate::quote::grammar::Small;
use crate::scan::words::{words, words_back};
use crate::span::Span;

/// Bytes before and behind a name in which words for the person stand.
const AROUND: usize = 96;

/// Mentions, and words for people, that are looked back over.
const RECENT: usize = 256;

/// Bytes of a title between a role and a name.
const TITLE: usize = 12;

/// Words between a name and the noun in apposition to it.
const PHRASE: usize = 8;

/// Nouns that hold others: the table's words by the noun they are known by.
static KINDS: Lazy<HashMap<&'static str, Vec<&'static str>>> = Lazy::new(|| {
    let rows = crate::data::rows(include_str!("../../data/quote/roles.tsv"));
    rows.filter_map(|(_, mut row)| Some((row.next()?, row.next()?.split(' ').collect()))).collect()
});

/// The roles that a page gives to the people it names.
pub(crate) struct Roles {
    held: Vec<Held>,
}

/// A word that the page calls somebody, and where that name stands.
struct Held {
    word: Span,
    entity: EntityId,
    at: usize,
}

impl Roles {
    /// Reads the words around every mention of a person: title, "pastor X", "X, the pastor of",
    /// "the pastor, X", "X is a pastor", "X, 43". Linear in the number of mentions.
    pub(crate) fn read(scene: &Scene<'_, '_>, people: &[Mention]) -> Roles {
        let mut held = Vec::new();
        let mut paragraphs = scene.paragraphs.iter();
        let mut paragraph = Span::default();
        for mention in people {
            while paragraph.end <= mention.span.start {
                let Some(next) = paragraphs.next() else { break };
                paragraph = *next;
            }
            let (entity, at) = (mention.entity, mention.span.start);
            let mut add = |word: Span| held.push(Held { word, entity, at });
            let title = scene.entities.get(entity).and_then(|e| e.title);
            title.iter().flat_map(|t| words(scene.text, *t)).for_each(&mut add);
            let around = Around::new(scene.text, paragraph, mention.span);
            around.before().for_each(&mut add);
            around.apposed_before().into_iter().for_each(&mut add);
            around.age().into_iter().for_each(&mut add);
            around.behind().into_iter().for_each(&mut add);
        }
        Roles { held }
    }

    /// The person whom `noun`, in lower case, stands for at `at`: of those who were called so
    /// before, the one named last.
    pub(crate) fn holder(
        &self,
        text: &str,
        noun: &str,
        people: &[Mention],
        at: usize,
    ) -> Option<EntityId> {
        let kinds = KINDS.get(noun).map_or(&[][..], Vec::as_slice);
        let fits = |word: &str| {
            word.eq_ignore_ascii_case(noun) || kinds.iter().any(|k| word.eq_ignore_ascii_case(k))
        };
        let held = &self.held[..self.held.partition_point(|h| h.at < at)];
        let fitting = held.iter().rev().take(RECENT).filter(|h| fits(&text[h.word]));
        let holders: Vec<EntityId> = fitting.map(|h| h.entity).collect();
        let before = &people[..people.partition_point(|m| m.span.start < at)];
        let mut named = before.iter().rev().take(RECENT).map(|m| m.entity);
        named.find(|id| holders.contains(id))
    }
}

/// The person named right beside the words for a role: "the pastor, X", "pastor X", "X, the pastor".
pub(crate) fn beside(text: &str, people: &[Mention], role: Span) -> Option<EntityId> {
    let next = people.partition_point(|m| m.span.start < role.end);
    let behind = people.get(next).filter(|m| {
        let gap = &text[role.end..m.span.start];
        is_comma(gap) || is_titled(gap) || is_space(gap.trim_start_matches('.'))
    });
    let before = next.checked_sub(1).map(|at| &people[at]);
    let before =
        before.filter(|m| m.span.end <= role.start && is_comma(&text[m.span.end..role.start]));
    behind.or(before).map(|m| m.entity)
}

/// The words of a paragraph on both sides of a name.
struct Around<'t> {
    text: &'t str,
    name: Span,
    /// Where words before the name are looked for.
    near: Span,
    behind: Vec<Span>,
}

impl<'t> Around<'t> {
    fn new(text: &'t str, paragraph: Span, name: Span) -> Around<'t> {
        let near = name.start.saturating_sub(AROUND).max(paragraph.start);
        let from = ceil_boundary(text, near).min(name.start);
        let to = paragraph.end.max(name.end);
        let mut behind = Vec::with_capacity(PHRASE);
        behind.extend(words(text, Span::new(name.end, to)).take(PHRASE));
        Around { text, name, near: Span::new(from, name.start), behind }
    }

    /// The words right before the name: the last one, and those with a capital before it.
    fn before(&self) -> impl Iterator<Item = Span> + '_ {
        let mut next = self.name.start;
        words_back(self.text, self.near).take_while(move |word| {
            let gap = self.text[word.end..next].trim_start_matches('.');
            let last = next == self.name.start;
            next = word.start;
            is_space(gap) && (last || self.text[*word].starts_with(char::is_uppercase))
        })
    }

    /// The noun of "the pastor of Tema, X".
    fn apposed_before(&self) -> Option<Span> {
        let mut before = words_back(self.text, self.near);
        let last = before.next()?;
        if !is_comma(&self.text[last.end..self.name.start]) {
            return None;
        }
        let mut phrase = vec![last];
        for word in before.take(PHRASE) {
            if !self.are_joined(word, phrase[phrase.len() - 1]) {
                break;
            }
            phrase.push(word);
        }
        phrase.reverse();
        let article = phrase.iter().rposition(|w| Small::Article.has_folded(&self.text[*w]))?;
        self.head(&phrase[article + 1..])
    }

    /// The age of "X, 43,".
    fn age(&self) -> Option<Span> {
        let first = *self.behind.first()?;
        let aged = is_comma(&self.text[self.name.end..first.start]);
        (aged && self.text[first].bytes().all(|b| b.is_ascii_digit())).then_some(first)
    }

    /// The noun of "X, the pastor of Tema,", "X, 43, a pastor" or "X is a pastor".
    fn behind(&self) -> Option<Span> {
        let first = *self.behind.first()?;
        let gap = &self.text[self.name.end..first.start];
        let from = usize::from(self.age().is_some());
        let start = *self.behind.get(from)?;
        let is = Small::Copula.has(&self.text[start]);
        if !(is_comma(gap) || is_space(gap) && is) {
            return None;
        }
        let pairs = self.behind[from..].windows(2);
        let joined = pairs.take_while(|pair| self.are_joined(pair[0], pair[1])).count();
        let phrase = &self.behind[from..from + joined + 1];
        let article = phrase.iter().take(2).position(|w| Small::Article.has_folded(&self.text[*w]));
        match article {
            Some(at) => self.head(&phrase[at + 1..]),
            None if is => None,
            None => self.head(phrase),
        }
    }

    /// The head of a noun phrase: its last word before "of", "at", "who" and the like.
    fn head(&self, phrase: &[Span]) -> Option<Span> {
        let ends = |w: &Span| Small::HeadEnd.has(&self.text[*w]);
        let until = phrase.iter().position(ends).unwrap_or(phrase.len());
        until.checked_sub(1).map(|at| phrase[at])
    }

    fn are_joined(&self, left: Span, right: Span) -> bool {
        is_space(&self.text[left.end..right.start])
    }
}

fn is_space(gap: &str) -> bool {
    !gap.is_empty() && gap.chars().all(char::is_whitespace)
}

fn is_comma(gap: &str) -> bool {
    gap.strip_prefix(',').is_some_and(is_space)
}

/// ", Dr. ": a comma and titles.
fn is_titled(gap: &str) -> bool {
    let title = |word: &str| word.len() <= TITLE && word.starts_with(char::is_uppercase);
    let titles = gap.strip_prefix(", ").filter(|titles| titles.ends_with(char::is_whitespace));
    titles.is_some_and(|titles| titles.split_whitespace().all(title))
}
