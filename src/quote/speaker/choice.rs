//! Who is said to have spoken a quotation.

use super::candidate::Sort;
use crate::entity::EntityId;
use crate::span::Span;

/// Who is chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Choice {
    Nobody,
    /// Whoever said the quotation before.
    Carried(Said),
    Said(Said),
}

/// Words that point to a speaker, and the verb that gives them the quotation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Said {
    pub span: Span,
    pub sort: Sort,
    /// The mention of a name, and its entity.
    pub mention: Option<(usize, EntityId)>,
    /// The description that "who" or "he" stands for.
    pub phrase: Option<Span>,
    pub cue: Option<Span>,
}

impl Choice {
    pub(crate) fn said(self) -> Option<Said> {
        match self {
            Choice::Nobody => None,
            Choice::Carried(said) | Choice::Said(said) => Some(said),
        }
    }
}
