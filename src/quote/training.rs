//! What the training programs see of this stage.

use super::evidence::{gather, Habits, Witness};
use super::marks::pair;
use super::paragraph::paragraphs;
use crate::page::Page;
use crate::span::Span;

/// One pair of marks and the evidence about it.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The words, marks included.
    pub span: Span,
    /// True when the pair stands inside another one.
    pub nested: bool,
    /// Groups and values.
    pub evidence: Vec<(&'static str, String)>,
}

struct Notes(Vec<(&'static str, String)>);

impl Witness for Notes {
    fn see(&mut self, group: &'static str, value: &str) {
        self.0.push((group, value.to_string()));
    }
}

/// All pairs of marks of a text.
pub fn samples(text: &str) -> Vec<Sample> {
    let page = Page::new(text);
    let paragraphs = paragraphs(&page);
    let marks = pair(&page, &paragraphs);
    let habits = Habits::of(&marks);
    let sample = |mark: &super::marks::Marked| {
        let mut notes = Notes(vec![("always", String::new())]);
        gather(text, paragraphs[mark.paragraph], mark, habits, &mut notes);
        Sample { span: mark.span, nested: mark.parent.is_some(), evidence: notes.0 }
    };
    marks.iter().map(sample).collect()
}
