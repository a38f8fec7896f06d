//! Boilerplate stripping.

use std::borrow::Cow;
use std::fmt;

use crate::page::Page;
use crate::scan::lines;
use crate::span::Span;

/// What a block of a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum BlockKind {
    /// The headline.
    Title,
    /// Who wrote it.
    Byline,
    /// When it was published or updated.
    Date,
    /// A paragraph of the article.
    Body,
    /// A line that repeats another.
    Duplicate,
}

impl BlockKind {
    /// Whether blocks of this kind are part of the clean text.
    pub const fn is_kept(self) -> bool {
        matches!(self, BlockKind::Body)
    }

    /// The stable kebab-case name.
    pub const fn as_str(self) -> &'static str {
        match self {
            BlockKind::Title => "title",
            BlockKind::Byline => "byline",
            BlockKind::Date => "date",
            BlockKind::Body => "body",
            BlockKind::Duplicate => "duplicate",
        }
    }
}

impl fmt::Display for BlockKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A line of a page: where, what, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Block {
    /// The line with its line end and the blank lines after it: blocks tile the page.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// What decided.
    pub reason: Reason,
}

/// What decided the kind of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Reason {
    /// Nothing spoke against it.
    Prose,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Reason::Prose => "prose",
        })
    }
}

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

/// The layout of one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    title: Option<Span>,
    authors: Vec<Span>,
    published: Option<Date>,
}

impl<'t> Layout<'t> {
    /// The whole text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The blocks, in order; together they are the page's regions.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The blocks that are not part of the clean text.
    pub fn dropped(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|b| !b.kind.is_kept())
    }

    /// The headline.
    pub fn title(&self) -> Option<Span> {
        self.title
    }

    /// The names of the authors.
    pub fn authors(&self) -> &[Span] {
        &self.authors
    }

    /// The date of publication.
    pub fn published(&self) -> Option<Date> {
        self.published
    }

    /// The page that the other stages read: the same text, only the regions that were kept.
    pub fn body(&self) -> Page<'t> {
        let mut regions: Vec<Span> = Vec::new();
        for block in self.blocks.iter().filter(|b| b.kind.is_kept()) {
            match regions.last_mut() {
                Some(last) if last.end == block.span.start => last.end = block.span.end,
                _ => regions.push(block.span),
            }
        }
        Page::with_regions(self.text, regions)
    }

    /// The clean text; borrowed when it is one stretch of the page.
    pub fn clean(&self) -> Cow<'t, str> {
        let body = self.body();
        match body.regions() {
            [] => Cow::Borrowed(""),
            [one] => Cow::Borrowed(&self.text[*one]),
            many => Cow::Owned(many.iter().map(|r| &self.text[*r]).collect()),
        }
    }
}

impl<'t> From<&Layout<'t>> for Page<'t> {
    fn from(layout: &Layout<'t>) -> Page<'t> {
        layout.body()
    }
}

impl<'t> From<Layout<'t>> for Page<'t> {
    fn from(layout: Layout<'t>) -> Page<'t> {
        layout.body()
    }
}

/// Tells an article from what surrounds it on a page.
#[derive(Clone, Debug, Default)]
pub struct Stripper {}

impl Stripper {
    /// The default stripper.
    pub fn new() -> Stripper {
        Stripper {}
    }

    /// The layout of a page.
    pub fn layout<'t>(&self, page: impl Into<Page<'t>>) -> Layout<'t> {
        let page = page.into();
        let text = page.text();
        let mut blocks: Vec<Block> = Vec::new();
        for line in lines::lines(&page) {
            blocks.push(Block { span: line, kind: BlockKind::Body, reason: Reason::Prose });
        }
        Layout { text, blocks, title: None, authors: Vec::new(), published: None }
    }
}
