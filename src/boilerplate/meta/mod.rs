//! What a page says of its article: title, authors, dates, section.
//!
//! Two questions are answered here. [`form`] says what one line is by its form alone, before
//! anything is known of the page; the stripper weighs it with the other evidence. [`read`] takes the
//! values out of the page once every line has a kind.

mod byline;
mod date;
mod published;

pub use date::{Date, Time};

use self::published::date_line;
use super::block::{Block, BlockKind};
use crate::scan::work;
use crate::span::Span;

/// What one line is by its form alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// None of the others.
    Other,
    /// It names who wrote the article.
    Byline,
    /// It says when the article was published or updated, and little else.
    Date,
    /// It names the section of the paper.
    #[allow(dead_code)] // told from other short lines by its place only
    Section,
}

/// Longest line that is asked for its form.
const LONGEST: usize = 160;

/// What a line, trimmed, is by its form alone. Linear; long lines are of no form.
pub(crate) fn form(line: &str) -> Form {
    let span = Span::new(0, line.len());
    if line.len() > LONGEST {
        return Form::Other;
    }
    if !byline::names(line, span).is_empty() {
        return Form::Byline;
    }
    match date_line(line, span) {
        Some(_) => Form::Date,
        None => Form::Other,
    }
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

/// Lines around the first paragraph that are looked through, before it and behind it.
const AHEAD: usize = 30;
const INTO: usize = 4;

/// The metadata of a page whose lines have their kinds. The stripper marks as
/// [`Title`](BlockKind::Title) what it takes for the headline and its repetitions ahead of the body.
pub(crate) fn read(text: &str, blocks: &[Block]) -> Meta {
    let lines: Vec<(Span, BlockKind)> =
        blocks.iter().map(|b| (b.span.trim(text), b.kind)).collect();
    let title = lines.iter().position(|(_, kind)| *kind == BlockKind::Title);
    let is_prose = |(line, kind): &(Span, BlockKind)| kind.is_kept() && line.len() > 80;
    let body = lines.iter().position(is_prose).unwrap_or(lines.len());
    let head = &lines[body.saturating_sub(AHEAD)..(body + INTO).min(lines.len())];
    // Behind the article stands what layouts put there, far ahead of it what menus leave behind.
    let tail = lines[body..].iter().chain(&lines[..body]).filter(|(_, kind)| !kind.is_kept());
    let mut meta = Meta { title: title.map(|at| lines[at].0), ..Meta::default() };
    let spans: Vec<Span> = head.iter().map(|l| l.0).collect();
    let ahead = spans.split_at(body.min(AHEAD));
    (meta.published, meta.updated) = published::read(text, ahead, tail.clone().map(|l| l.0));
    let all = || lines.iter().map(|l| l.0);
    for date in [&mut meta.published, &mut meta.updated].into_iter().flatten() {
        *date = published::ordered(text, *date, all);
    }
    meta.authors = authors(text, head, title.map(|at| lines[at].0));
    if meta.authors.is_empty() {
        meta.authors =
            tail.map(|l| byline::names(text, l.0)).find(|n| !n.is_empty()).unwrap_or_default();
    }
    meta.section = head.iter().find_map(|(line, _)| section(text, *line));
    meta
}

/// The names of the byline nearest the first paragraph; without one, a line that is a name and
/// stands beside the headline or the date.
fn authors(text: &str, head: &[(Span, BlockKind)], title: Option<Span>) -> Vec<Span> {
    let signed = head.iter().rev().map(|l| byline::names(text, l.0)).find(|n| !n.is_empty());
    if let Some(names) = signed {
        return names;
    }
    let anchor = |line: Span| Some(line) == title || date_line(text, line).is_some();
    let anchors: Vec<usize> = (0..head.len()).filter(|&at| anchor(head[at].0)).collect();
    let free = |at: &usize| !head[*at].0.is_empty() && Some(head[*at].0) != title;
    let near = |at: &usize| anchors.iter().any(|anchor| anchor.abs_diff(*at) <= 2);
    let places = (0..head.len()).filter(free).filter(near);
    places.rev().find_map(|at| byline::lone(text, head[at].0)).into_iter().collect()
}

/// "World | By Ann Lee": what stands before the byline's bar.
fn section(text: &str, line: Span) -> Option<Span> {
    work::read(line.len());
    let bar = text[line].find('|')?;
    let before = Span::new(line.start, line.start + bar).trim(text);
    let behind = Span::new(line.start + bar + 1, line.end);
    let short = !before.is_empty() && text[before].split_whitespace().count() <= 4;
    (short && !byline::names(text, behind).is_empty() && byline::names(text, before).is_empty())
        .then_some(before)
}
