//! From the words that point to a speaker to the entity behind them.

use std::cell::OnceCell;

use super::candidate::Sort;
use super::choice::Said;
use super::interview::{asks, Answers, Turns};
use super::organisation;
use super::role::{self, Roles};
use super::stream::parts;
use super::Scene;
use crate::entity::{Entity, EntityId, Gender, Kind, Mention};
use crate::quote::grammar::Small;
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
    /// Who spoke last: somebody named, or somebody who is only described.
    last: Option<EntityId>,
    described: Option<Span>,
    /// The last "he" or "she" of a speaker, and whom it stands for.
    stood: Option<(Span, EntityId)>,
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
        Resolver {
            scene,
            parts: parts(quotes),
            cast: OnceCell::new(),
            turns: OnceCell::new(),
            roles: OnceCell::new(),
            last: None,
            described: None,
            stood: None,
        }
    }

    fn cast(&self) -> &Cast {
        self.cast.get_or_init(|| Cast::read(self.scene, &self.parts))
    }

    /// Who answers in an interview whose questions nobody quotes.
    pub(super) fn answers(&self) -> Answers {
        Answers::read(self.scene, &self.parts, || &self.cast().people)
    }

    /// The speaker of a quotation's `words` behind `said`.
    pub(crate) fn speaker(&mut self, words: &[Span], said: &Said, carried: bool) -> Speaker {
        let phrase = match said.sort {
            Sort::He => said.phrase.or_else(|| self.spoke(said.span)),
            _ => said.phrase,
        };
        let said = &Said { phrase, ..*said };
        let found = match said.sort {
            Sort::Person | Sort::Organisation | Sort::Place => {
                said.mention.map(|(_, entity)| (entity, How::Named))
            }
            // "who" stands for the name before it, or for the description.
            Sort::Who => {
                let named = said.mention.map(|(_, entity)| (entity, How::Pronoun));
                named.or_else(|| self.role(said).map(|id| (id, How::Role)))
            }
            Sort::He if self.is_of(said) => self.role(said).map(|id| (id, How::Pronoun)),
            Sort::He | Sort::His => {
                let person = self.pronoun(words, said.span);
                self.stood = person.map(|id| (said.span, id)).or(self.stood);
                person.map(|id| (id, How::Pronoun))
            }
            Sort::It => self.spoken_last(Kind::Organisation).map(|id| (id, How::Pronoun)),
            Sort::I => self.first_person(said.span).map(|id| (id, How::Pronoun)),
            Sort::Role | Sort::Capital | Sort::Group | Sort::Paper | Sort::Other => {
                self.role(said).map(|id| (id, How::Role))
            }
            _ => None,
        };
        let Some((entity, how)) = found else {
            let span = said.phrase.unwrap_or(said.span);
            let speaks = match said.sort {
                Sort::Role | Sort::Other => true,
                Sort::He => said.phrase.is_some(),
                _ => false,
            };
            self.described = Some(span).filter(|_| speaks && !self.is_anothers(span));
            return Speaker::Described { mention: said.span, span };
        };
        (self.last, self.described) = (Some(entity), None);
        let how = if carried { How::CarriedOn } else { how };
        Speaker::Entity { mention: said.span, entity, how }
    }

    /// The person whom "he" or "she" stands for, in the last sentence that names one whose gender
    /// fits: one whose gender is known, whoever spoke last, or else the first one named. Hardly anybody
    /// says their own name, so those whom the `words` name come last of all.
    fn pronoun(&self, words: &[Span], span: Span) -> Option<EntityId> {
        if let Some((_, person)) = self.stood.filter(|(before, _)| *before == span) {
            return Some(person);
        }
        let named = self.named(words);
        let other = self.stands_for(span, |id| !named.contains(&id));
        other.or_else(|| self.stands_for(span, |_| true).filter(|_| !named.is_empty()))
    }

    /// People whom the `words` of a quotation name, the first ones.
    fn named(&self, words: &[Span]) -> Vec<EntityId> {
        let people = &self.cast().people;
        let inside = |part: &Span| {
            let from = people.partition_point(|m| m.span.start < part.start);
            let end = part.end;
            people[from..].iter().take_while(move |m| m.span.start < end)
        };
        words.iter().flat_map(inside).map(|m| m.entity).take(RECENT).collect()
    }

    fn stands_for(&self, span: Span, may_be: impl Fn(EntityId) -> bool) -> Option<EntityId> {
        let gender = gender(&self.scene.text[span])?;
        let fits =
            |m: &&Mention| may_be(m.entity) && self.gender(m.entity).map_or(true, |g| g == gender);
        let mut fitting =
            self.outside(span.start).iter().rev().take(RECENT).filter(fits).peekable();
        let sentence = self.sentence(fitting.peek()?.span.start);
        let together = fitting.take_while(|m| self.sentence(m.span.start) == sentence);
        let alike = |before: Span| self::gender(&self.scene.text[before]) == Some(gender);
        let stood = self.stood.filter(|(before, _)| alike(*before)).map(|(_, id)| id);
        let known = |id: EntityId| self.gender(id).is_some() || stood == Some(id);
        let rank = |m: &&Mention| (known(m.entity), self.last == Some(m.entity));
        // Backwards: of equals the first one named is the last to come.
        together.max_by_key(rank).map(|m| m.entity)
    }

    /// Whoever spoke last and is only described, in this paragraph or the one before, if nobody was
    /// named since.
    fn spoke(&self, pronoun: Span) -> Option<Span> {
        let described = self.described?;
        let named = self.outside(pronoun.start).last();
        let home = |span: Span| self.scene.ends.home(span.start);
        let near = home(described) + 1 >= home(pronoun);
        (near && named.map_or(true, |m| m.span.start < described.start)).then_some(described)
    }

    /// True of "her surgeon", behind whom "she" is somebody else.
    fn is_anothers(&self, description: Span) -> bool {
        let first = self.scene.text[description].split_whitespace().next();
        first.is_some_and(|word| Small::Owner.has_folded(word))
    }

    /// Whether "he" may be the one whom its description tells of.
    fn is_of(&self, said: &Said) -> bool {
        let text = self.scene.text;
        let gender = gender(&text[said.span]);
        let noun = |span: Span| noun(&fold(&text[span])).and_then(gender_of);
        said.phrase.is_some_and(|span| noun(span).map_or(true, |of| Some(of) == gender))
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
        let noun = noun(phrase)?;
        let roles = self.roles.get_or_init(|| Roles::read(self.scene, people));
        let holder = roles.holder(text, noun, people, at).or_else(organisation);
        holder.or_else(|| self.native(span))
    }

    /// Whoever is behind "the Ghanaian": the last one named.
    fn native(&self, span: Span) -> Option<EntityId> {
        let mentions = self.scene.entities.mentions();
        let of = mentions.get(mentions.partition_point(|m| m.span.end < span.end))?;
        let native = of.kind == Kind::Demonym && of.span.end == span.end;
        self.outside(span.start).last().filter(|_| native).map(|m| m.entity)
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

    /// People named outside of quotations before `at`.
    fn outside(&self, at: usize) -> &[Mention] {
        let outside = &self.cast().outside;
        &outside[..outside.partition_point(|m| m.span.start < at)]
    }

    /// The paragraph at `at`, and the sentence in it.
    fn sentence(&self, at: usize) -> (usize, usize) {
        let paragraph = self.scene.ends.home(at);
        (paragraph, self.scene.ends.of(paragraph).partition_point(|end| *end <= at))
    }
}

fn gender(pronoun: &str) -> Option<Gender> {
    match pronoun.to_ascii_lowercase().as_str() {
        "he" | "his" => Some(Gender::Male),
        "she" | "her" => Some(Gender::Female),
        _ => None,
    }
}

/// The noun of a folded description: "mayor" of "mayor of Tema".
fn noun(phrase: &str) -> Option<&str> {
    let ends = |word: &&str| !Small::Holder.has(word);
    let noun = phrase.split_whitespace().take_while(ends).last()?;
    Some(noun.strip_suffix("-year-old").unwrap_or(noun))
}

/// The gender that a noun tells by its ending.
fn gender_of(noun: &str) -> Option<Gender> {
    match noun {
        _ if noun.ends_with("woman") || noun.ends_with("girl") => Some(Gender::Female),
        _ if noun.ends_with("man") || noun.ends_with("boy") => Some(Gender::Male),
        _ => None,
    }
}
