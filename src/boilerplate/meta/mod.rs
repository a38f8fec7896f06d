//! What a page says of its article: title, authors, dates, section.
//!
//! Two questions are answered here. [`form`] says what one line is by its form alone, before
//! anything is known of the page; the stripper weighs it with the other evidence. [`read`] takes the
//! values out of the page once every line has a kind.

use std::fmt;

use super::block::Block;
use crate::span::Span;

/// A date and time as a page gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Date {
    /// Where it stands.
    pub span: Span,
    /// Year, four digits.
    pub year: u16,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// What one line is by its form alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code)]
pub(crate) enum Form {
    /// None of the others.
    Other,
    /// It names who wrote the article.
    Byline,
    /// It says when the article was published or updated, and little else.
    Date,
    /// It names the section of the paper.
    Section,
}

/// What a line, trimmed, is by its form alone. Asked of short lines only; must be linear and cheap.
#[allow(dead_code)] // the stripper's line evidence is about to ask
pub(crate) fn form(_line: &str) -> Form {
    Form::Other
}

/// The metadata of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Meta {
    /// The headline, trimmed.
    pub(crate) title: Option<Span>,
    /// The authors' names.
    pub(crate) authors: Vec<Span>,
    /// When it was first published.
    pub(crate) published: Option<Date>,
    /// When it was last changed.
    pub(crate) updated: Option<Date>,
    /// The section of the paper.
    pub(crate) section: Option<Span>,
}

/// The metadata of a page whose lines have their kinds. The stripper marks as
/// [`Title`](super::BlockKind::Title) what it takes for the headline and its repetitions ahead of the body.
pub(crate) fn read(_text: &str, _blocks: &[Block]) -> Meta {
    Meta::default()
}
