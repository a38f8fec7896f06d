//! What a page says of its article: title, authors, dates, section.
//!
//! Two questions are answered here. [`form`] says what one line is by its form alone, before
//! anything is known of the page; the stripper weighs it with the other evidence. [`read`] takes the
//! values out of the page once every line has a kind.

mod byline;
mod date;
mod published;
mod words;

pub use date::{Date, Time};

use self::published::date_line;
use super::block::BlockKind;
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

/// What a line, trimmed, is by its form alone. Linear; long lines are of no form. `parted` tells
/// whether it may have a bar, a dash or a bullet, and `digits` whether it has any.
pub(crate) fn form(line: &str, parted: bool, digits: bool) -> Form {
    let span = Span::new(0, line.len());
    if line.len() > LONGEST {
        return Form::Other;
    }
    let signed =
        if parted { byline::names(line, span) } else { byline::names_at_start(line, span) };
    if !signed.is_empty() {
        return Form::Byline;
    }
    match digits.then(|| date_line(line, span)).flatten() {
        Some(_) => Form::Date,
        None => Form::Other,
    }
}

/// A line of a page as the metadata are read from it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Read {
    /// The line without white space at its ends.
    pub(crate) span: Span,
    /// What the stripper calls it.
    pub(crate) kind: BlockKind,
    /// Its [`Form`].
    pub(crate) form: u8,
    /// It may be a name, by its words.
    pub(crate) nameable: bool,
}

impl Read {
    /// The names of a line that says who wrote the article. That most lines are no byline is known
    /// from their form, but for the long ones.
    fn names(self, text: &str) -> Vec<Span> {
        match self.form != Form::Byline as u8 && self.span.len() <= LONGEST {
            true => Vec::new(),
            false => byline::names(text, self.span),
        }
    }

    /// Whether a date may be all that the line says.
    fn may_be_date(self) -> bool {
        self.form != Form::Other as u8
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
pub(crate) fn read(text: &str, lines: &[Read]) -> Meta {
    let title = lines.iter().position(|line| line.kind == BlockKind::Title);
    let is_prose = |line: &Read| line.kind.is_kept() && line.span.len() > 80;
    let body = lines.iter().position(is_prose).unwrap_or(lines.len());
    let head = &lines[body.saturating_sub(AHEAD)..(body + INTO).min(lines.len())];
    // Behind the article stands what layouts put there, far ahead of it what menus leave behind.
    let tail = lines[body..].iter().chain(&lines[..body]).filter(|line| !line.kind.is_kept());
    let title = title.map(|at| lines[at].span);
    let mut meta = Meta { title: title.map(|line| unmarked(text, line)), ..Meta::default() };
    let spans: Vec<Span> = head.iter().map(|line| line.span).collect();
    let ahead = spans.split_at(body.min(AHEAD));
    let dated = tail.clone().filter(|line| line.may_be_date()).map(|line| line.span);
    (meta.published, meta.updated) = published::read(text, ahead, dated);
    let all = || lines.iter().map(|line| line.span);
    for date in [&mut meta.published, &mut meta.updated].into_iter().flatten() {
        *date = published::ordered(text, *date, all);
    }
    meta.authors = authors(text, head, title);
    if meta.authors.is_empty() {
        meta.authors = tail.map(|l| l.names(text)).find(|n| !n.is_empty()).unwrap_or_default();
    }
    meta.section = head.iter().find_map(|line| section(text, line.span));
    meta
}

/// A headline without the marks of a list or a heading before it.
fn unmarked(text: &str, title: Span) -> Span {
    let bare = text[title].trim_start_matches(['*', '#', '\u{2022}', ' ']);
    Span::new(title.end - bare.len(), title.end)
}

/// The names of the byline nearest the first paragraph; without one, a line that is a name and
/// stands beside the headline or the date.
fn authors(text: &str, head: &[Read], title: Option<Span>) -> Vec<Span> {
    let signed = head.iter().rev().map(|line| line.names(text)).find(|n| !n.is_empty());
    if let Some(names) = signed {
        return names;
    }
    let is_date = |line: &Read| line.may_be_date() && date_line(text, line.span).is_some();
    let anchor = |line: &Read| Some(line.span) == title || is_date(line);
    let anchors: Vec<usize> = (0..head.len()).filter(|&at| anchor(&head[at])).collect();
    let free = |at: &usize| head[*at].nameable && Some(head[*at].span) != title;
    let near = |at: &usize| anchors.iter().any(|anchor| anchor.abs_diff(*at) <= 2);
    let places = (0..head.len()).filter(free).filter(near);
    places.rev().find_map(|at| byline::lone(text, head[at].span)).into_iter().collect()
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
