//! Interviews: the paragraphs that only ask, and who answers.

use super::Scene;
use crate::entity::{EntityId, Mention};
use crate::span::Span;

/// Mentions of people that are counted before the first question.
const INTRODUCED: usize = 32;

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
        let Some(first) = scene.paragraphs.iter().find(asks) else {
            return Turns { answers: None };
        };
        let before = people.iter().take_while(|m| m.span.start < first.start);
        let named: Vec<EntityId> = before.take(INTRODUCED).map(|m| m.entity).collect();
        let times = |id: &&EntityId| named.iter().filter(|n| n == id).count();
        // Of equals the first one named.
        Turns { answers: named.iter().rev().max_by_key(times).copied() }
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
