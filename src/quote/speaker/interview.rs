//! Interviews: the paragraphs that only ask, and who answers.

use super::Scene;
use crate::entity::{EntityId, Mention};
use crate::quote::{How, Speaker};
use crate::span::Span;

/// Mentions of people that are counted before the first question.
const INTRODUCED: usize = 32;

/// Answers that make an interview, and the length of what prompts one without asking.
const ANSWERS: usize = 2;
const PROMPT: usize = 120;

/// Length of a label: a letter and a mark.
const LABEL: usize = 2;

/// True for a paragraph that is a question and nothing else: whoever it names is asked about. `parts`
/// are those of all quotations, sorted.
pub(super) fn asks(text: &str, paragraph: Span, parts: &[(Span, usize)]) -> bool {
    let words = &text[paragraph];
    if turn(words) == Some(Turn::Asks) {
        return true;
    }
    let from = parts.partition_point(|(part, _)| part.end <= paragraph.start);
    words.ends_with('?') && !parts.get(from).is_some_and(|(part, _)| part.start < paragraph.end)
}

/// Whose turn it is in an interview with labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    /// "Q:"
    Asks,
    /// "A:"
    Answers,
}

fn turn(paragraph: &str) -> Option<Turn> {
    match paragraph.as_bytes() {
        [b'Q', b':', ..] => Some(Turn::Asks),
        [b'A', b':', ..] => Some(Turn::Answers),
        _ => None,
    }
}

/// The paragraph without the label of its turn.
pub(super) fn unlabelled(text: &str, paragraph: Span) -> Span {
    let label = turn(&text[paragraph]).map_or(0, |_| LABEL);
    Span::new(paragraph.start + label, paragraph.end)
}

/// Who "I" is in the writer's own words: whoever's turn it is.
#[derive(Debug)]
pub(super) struct Turns {
    /// Who answers, if the page has labels for it.
    answers: Option<EntityId>,
}

impl Turns {
    /// Reads who is interviewed: the person named most often before the first question.
    pub(super) fn read(scene: &Scene<'_, '_>, people: &[Mention]) -> Turns {
        let asks = |p: &&Span| turn(&scene.text[**p]) == Some(Turn::Asks);
        let first = scene.paragraphs.iter().find(asks);
        Turns { answers: first.and_then(|p| introduced(people, p.start)).map(|m| m.entity) }
    }

    /// The person whom "I" at `at` stands for.
    pub(super) fn first_person(
        &self,
        scene: &Scene<'_, '_>,
        people: &[Mention],
        at: usize,
    ) -> Option<EntityId> {
        let home = scene.ends.home(at);
        let paragraph = *scene.paragraphs.get(home)?;
        if turn(&scene.text[paragraph]) == Some(Turn::Answers) {
            return self.answers;
        }
        // "Ann Lee: I told him".
        let label = people.get(people.partition_point(|m| m.span.start < paragraph.start))?;
        let labels = label.span.start == paragraph.start
            && scene.text[label.span.end..paragraph.end].starts_with(':');
        labels.then_some(label.entity)
    }
}

/// Who gives the answers of an interview without labels: questions stand alone in their paragraphs, and
/// so do the quotations behind them.
#[derive(Debug, Default)]
pub(super) struct Answers {
    whose: Option<Mention>,
    /// Where answers begin, sorted.
    starts: Vec<usize>,
}

impl Answers {
    /// Linear in the paragraphs.
    pub(super) fn read<'m>(
        scene: &Scene<'_, '_>,
        parts: &[(Span, usize)],
        people: impl FnOnce() -> &'m [Mention],
    ) -> Answers {
        let asks = |p: &Span| asks(scene.text, *p, parts) && turn(&scene.text[*p]).is_none();
        let answered = |two: &&[Span]| asks(&two[0]) && is_quotation(parts, two[1]);
        let pairs = || scene.paragraphs.windows(2).filter(answered);
        let Some(first) = pairs().next().filter(|_| pairs().nth(ANSWERS - 1).is_some()) else {
            return Answers::default();
        };
        let people = people();
        let prompts = |p: &Span| asks(p) || is_prompt(scene.text, *p, people);
        let two = scene.paragraphs.windows(2);
        let two = two.filter(|two| is_quotation(parts, two[1]) && !is_quotation(parts, two[0]));
        let starts = two.filter(|two| prompts(&two[0])).map(|two| two[1].start).collect();
        Answers { whose: introduced(people, first[0].start), starts }
    }

    /// Whoever answers, if the quotation that begins with `part` does.
    pub(super) fn speaker(&self, part: Span) -> Option<Speaker> {
        let Mention { span, entity, .. } = self.whose?;
        let speaker = Speaker::Entity { mention: span, entity, how: How::CarriedOn };
        self.starts.binary_search(&part.start).is_ok().then_some(speaker)
    }
}

/// The person named most often before the first question, where first named.
fn introduced(people: &[Mention], question: usize) -> Option<Mention> {
    let before = people.iter().take_while(|m| m.span.start < question);
    let named: Vec<Mention> = before.take(INTRODUCED).copied().collect();
    let times = |m: &&Mention| named.iter().filter(|n| n.entity == m.entity).count();
    // Of equals the first one named.
    named.iter().rev().max_by_key(times).copied()
}

/// True of a paragraph that is a quotation and nothing else.
fn is_quotation(parts: &[(Span, usize)], paragraph: Span) -> bool {
    let at = parts.partition_point(|(part, _)| part.start < paragraph.start);
    parts.get(at).is_some_and(|(part, _)| *part == paragraph)
}

/// True of a short paragraph that names nobody and announces nothing: "You say he was severe."
fn is_prompt(text: &str, paragraph: Span, people: &[Mention]) -> bool {
    let at = people.partition_point(|m| m.span.start < paragraph.start);
    let named = people.get(at).is_some_and(|m| m.span.start < paragraph.end);
    paragraph.len() <= PROMPT && !named && !text[paragraph].ends_with(':')
}
