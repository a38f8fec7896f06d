//! From the words that point to a speaker to the entity behind them.

use super::attribute::Said;
use super::candidate::Sort;
use super::{How, Scene, Speaker};
use crate::entity::{Entity, EntityId, Gender, Kind, Mention};
use crate::scan::fold::fold;
use crate::span::Span;

/// Mentions of people that a pronoun is compared with: the last ones before it.
const RECENT: usize = 12;

/// Resolves speakers of one page.
pub(crate) struct Resolver<'a, 't> {
    scene: &'a Scene<'a, 't>,
    /// Mentions of people, in reading order.
    people: Vec<Mention>,
    /// Who spoke last.
    last: Option<EntityId>,
}

impl<'a, 't> Resolver<'a, 't> {
    pub(crate) fn new(scene: &'a Scene<'a, 't>) -> Resolver<'a, 't> {
        let is_person = |m: &&Mention| m.kind == Kind::Person;
        let people = scene.entities.mentions().iter().filter(is_person).copied().collect();
        Resolver { scene, people, last: None }
    }

    /// The speaker behind `said`.
    pub(crate) fn speaker(&mut self, said: &Said, carried: bool) -> Speaker {
        let found = match said.sort {
            Sort::Person | Sort::Organisation | Sort::Place => {
                let mention = said.mention.and_then(|at| self.scene.entities.mentions().get(at));
                mention.map(|m| (m.entity, How::Named))
            }
            Sort::He => self.pronoun(said.span).map(|id| (id, How::Pronoun)),
            Sort::Role => self.role(said.span).map(|id| (id, How::Role)),
            _ => None,
        };
        let Some((entity, how)) = found else {
            return Speaker::Described { span: said.span };
        };
        self.last = Some(entity);
        let how = if carried { How::CarriedOn } else { how };
        Speaker::Entity { mention: said.span, entity, how }
    }

    /// The person whom "he" or "she" stands for: of those named before, the last whose gender fits;
    /// whoever spoke last comes before others that are as near.
    fn pronoun(&self, span: Span) -> Option<EntityId> {
        let gender = match self.scene.text[span].to_ascii_lowercase().as_str() {
            "he" => Gender::Male,
            _ => Gender::Female,
        };
        let until = self.people.partition_point(|m| m.span.start < span.start);
        let recent = self.people[..until].iter().rev().take(RECENT);
        let fits = |m: &&Mention| self.gender(m.entity).map_or(true, |g| g == gender);
        let known = |m: &&Mention| self.gender(m.entity) == Some(gender);
        let paragraph = self.paragraph(span);
        let fitting: Vec<&Mention> = recent.filter(fits).collect();
        let here = || fitting.iter().filter(|m| m.span.start >= paragraph.start).rev();
        let first_known = here().find(|m| known(m)).or_else(|| here().next());
        let spoke = fitting.iter().find(|m| Some(m.entity) == self.last);
        let nearest = fitting.iter().find(|m| known(m)).or_else(|| fitting.first());
        first_known.or(spoke).or(nearest).map(|m| m.entity)
    }

    /// The person whose title holds the noun of "the minister".
    fn role(&self, span: Span) -> Option<EntityId> {
        let phrase = fold(&self.scene.text[span]);
        let noun = phrase.strip_prefix("the ")?.rsplit(' ').next()?;
        let until = self.people.partition_point(|m| m.span.start < span.start);
        let holds = |m: &&Mention| {
            let title = self.entity(m.entity).and_then(|e| e.title);
            title.is_some_and(|t| fold(&self.scene.text[t]).split(' ').any(|word| word == noun))
        };
        self.people[..until].iter().rev().take(4 * RECENT).find(holds).map(|m| m.entity)
    }

    fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.scene.entities.get(id)
    }

    fn gender(&self, id: EntityId) -> Option<Gender> {
        self.entity(id).and_then(|e| e.gender)
    }

    fn paragraph(&self, span: Span) -> Span {
        let at = self.scene.paragraphs.partition_point(|p| p.end <= span.start);
        self.scene.paragraphs.get(at).copied().unwrap_or(span)
    }
}
