//! From the words that point to a speaker to the entity behind them.

use std::cell::OnceCell;

use super::candidate::Sort;
use super::choose::Said;
use super::interview::{asks, Turns};
use super::organisation;
use super::role::{self, Roles};
use super::stream::parts;
use super::Scene;
use crate::entity::{Entity, EntityId, Gender, Kind, Mention};
use crate::quote::{How, Quote, Speaker};
use crate::scan::fold::fold;
use crate::span::Span;

/// Mentions of people that a pronoun is compared with: the last ones before it.
const RECENT: usize = 12;

/// Resolves speakers of one page.
pub(crate) struct Resolver<'a, 't> {
    scene: &'a Scene<'a, 't>,
    /// Parts of all quotations, sorted.
    parts: Vec<(Span, usize)>,
    /// Who is named, who answers in an interview, and what people are called; each is read when it is
    /// first asked for.
    cast: OnceCell<Cast>,
    turns: OnceCell<Turns>,
    roles: OnceCell<Roles>,
    /// Who spoke last.
    last: Option<EntityId>,
}

/// Mentions of a page, in reading order.
struct Cast {
    people: Vec<Mention>,
    /// Those outside of quotations, whom a pronoun may stand for.
    outside: Vec<Mention>,
    organisations: Vec<Mention>,
}

impl Cast {
    fn read(scene: &Scene<'_, '_>, parts: &[(Span, usize)]) -> Cast {
        let mentions = scene.entities.mentions().iter();
        let of = |kind| mentions.clone().filter(move |m| m.kind == kind).copied();
        let people: Vec<Mention> = of(Kind::Person).collect();
        let is_inside = |m: &Mention| {
            let after = parts.partition_point(|(part, _)| part.start <= m.span.start);
            after.checked_sub(1).is_some_and(|at| m.span.start < parts[at].0.end)
        };
        let mut asked = scene.paragraphs.iter().filter(|p| asks(scene.text, **p, parts)).peekable();
        let mut is_asked = |m: &Mention| {
            while asked.next_if(|p| p.end <= m.span.start).is_some() {}
            asked.peek().is_some_and(|p| p.start <= m.span.start)
        };
        let outside = people.iter().filter(|m| !is_asked(m) && !is_inside(m)).copied().collect();
        let organisations = of(Kind::Organisation).filter(|m| !is_inside(m)).collect();
        Cast { people, outside, organisations }
    }
}

impl<'a, 't> Resolver<'a, 't> {
    pub(crate) fn new(scene: &'a Scene<'a, 't>, quotes: &[Quote]) -> Resolver<'a, 't> {
        let (cast, turns, roles) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Resolver { scene, parts: parts(quotes), cast, turns, roles, last: None }
    }

    fn cast(&self) -> &Cast {
        self.cast.get_or_init(|| Cast::read(self.scene, &self.parts))
    }

    /// The speaker behind `said`.
    pub(crate) fn speaker(&mut self, said: &Said, carried: bool) -> Speaker {
        let found = match said.sort {
            Sort::Person | Sort::Organisation | Sort::Place => {
                said.mention.map(|(_, entity)| (entity, How::Named))
            }
            // "who" stands for the name before it, or for the description.
            Sort::Who => {
                let named = said.mention.map(|(_, entity)| (entity, How::Pronoun));
                named.or_else(|| self.role(said).map(|id| (id, How::Role)))
            }
            Sort::He | Sort::His => self.pronoun(said.span).map(|id| (id, How::Pronoun)),
            Sort::It => self.spoken_last(Kind::Organisation).map(|id| (id, How::Pronoun)),
            Sort::I => self.first_person(said.span).map(|id| (id, How::Pronoun)),
            Sort::Role | Sort::Capital | Sort::Group | Sort::Paper | Sort::Other => {
                self.role(said).map(|id| (id, How::Role))
            }
            _ => None,
        };
        let Some((entity, how)) = found else {
            let span = said.phrase.unwrap_or(said.span);
            return Speaker::Described { mention: said.span, span };
        };
        self.last = Some(entity);
        let how = if carried { How::CarriedOn } else { how };
        Speaker::Entity { mention: said.span, entity, how }
    }

    /// The person whom "he" or "she" stands for, in the last sentence that names one whose gender
    /// fits: one whose gender is known, whoever spoke last, or else the first one named.
    fn pronoun(&self, span: Span) -> Option<EntityId> {
        let gender = match self.scene.text[span].to_ascii_lowercase().as_str() {
            "he" | "his" => Gender::Male,
            "she" | "her" => Gender::Female,
            _ => return None,
        };
        let outside = &self.cast().outside;
        let until = outside.partition_point(|m| m.span.start < span.start);
        let fits = |m: &&Mention| self.gender(m.entity).map_or(true, |g| g == gender);
        let mut fitting = outside[..until].iter().rev().take(RECENT).filter(fits).peekable();
        let sentence = self.sentence(fitting.peek()?.span.start);
        let together = fitting.take_while(|m| self.sentence(m.span.start) == sentence);
        let rank = |m: &&Mention| (self.gender(m.entity).is_some(), self.last == Some(m.entity));
        // Backwards: of equals the first one named is the last to come.
        together.max_by_key(rank).map(|m| m.entity)
    }

    /// Whoever is behind "the minister", "the 43-year-old" and "the company": named beside it, or
    /// called so before.
    fn role(&self, said: &Said) -> Option<EntityId> {
        let (text, span) = (self.scene.text, said.phrase.unwrap_or(said.span));
        let at = span.start;
        let Cast { people, organisations, .. } = self.cast();
        if matches!(said.sort, Sort::Role | Sort::Capital | Sort::Who) {
            if let Some(beside) = role::beside(text, people, span) {
                return Some(beside);
            }
        }
        let phrase = fold(&text[span]).replace('\u{a0}', " ");
        let phrase = phrase.strip_prefix("the ")?;
        let organisation = || organisation::named(text, phrase, organisations, at);
        if matches!(said.sort, Sort::Group | Sort::Paper) {
            return organisation();
        }
        let noun = phrase.split(" of ").next()?.rsplit(' ').next()?;
        let noun = noun.strip_suffix("-year-old").unwrap_or(noun);
        let roles = self.roles.get_or_init(|| Roles::read(self.scene, people));
        roles.holder(text, noun, people, at).or_else(organisation)
    }

    /// Whoever's turn it is in an interview.
    fn first_person(&self, span: Span) -> Option<EntityId> {
        let people = &self.cast().people;
        let turns = self.turns.get_or_init(|| Turns::read(self.scene, people));
        turns.first_person(self.scene, people, span.start)
    }

    /// Whoever spoke last, if of that kind: "it" is the company that said something before.
    fn spoken_last(&self, kind: Kind) -> Option<EntityId> {
        self.last.filter(|id| self.entity(*id).is_some_and(|e| e.kind == kind))
    }

    fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.scene.entities.get(id)
    }

    fn gender(&self, id: EntityId) -> Option<Gender> {
        self.entity(id).and_then(|e| e.gender)
    }

    /// The paragraph at `at`, and the sentence in it.
    fn sentence(&self, at: usize) -> (usize, usize) {
        let paragraph = self.scene.ends.home(at);
        (paragraph, self.scene.ends.of(paragraph).partition_point(|end| *end <= at))
    }
}
