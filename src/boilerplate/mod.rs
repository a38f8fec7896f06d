//! Telling an article from what surrounds it on a page.

mod block;
mod meta;

use std::borrow::Cow;

pub use block::{Block, BlockKind, Reason, Strictness};
pub use meta::Date;

use crate::page::Page;
use crate::scan::lines;
use crate::span::Span;

/// The layout of one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    meta: meta::Meta,
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
        self.meta.title
    }

    /// The names of the authors.
    pub fn authors(&self) -> &[Span] {
        &self.meta.authors
    }

    /// The date of publication.
    pub fn published(&self) -> Option<Date> {
        self.meta.published
    }

    /// The date of the last change, where the page gives one.
    pub fn updated(&self) -> Option<Date> {
        self.meta.updated
    }

    /// The section of the paper.
    pub fn section(&self) -> Option<Span> {
        self.meta.section
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
pub struct Stripper {
    strictness: Strictness,
}

impl Stripper {
    /// The default stripper.
    pub fn new() -> Stripper {
        Stripper::default()
    }

    /// The same stripper with another strictness.
    pub fn with_strictness(self, strictness: Strictness) -> Stripper {
        Stripper { strictness }
    }

    /// How sure the evidence must be before a line is dropped.
    pub fn strictness(&self) -> Strictness {
        self.strictness
    }

    /// The layout of a page.
    pub fn layout<'t>(&self, page: impl Into<Page<'t>>) -> Layout<'t> {
        let page = page.into();
        let text = page.text();
        let mut blocks: Vec<Block> = Vec::new();
        for &region in page.regions() {
            tile(text, region, &mut blocks);
        }
        let meta = meta::read(text, &blocks);
        Layout { text, blocks, meta }
    }
}

/// Cuts a region into blocks: each line that is not blank, with its line end and the blank lines
/// after it; blank lines that open the region belong to its first block. A region of nothing but
/// blank lines is one block.
fn tile(text: &str, region: Span, blocks: &mut Vec<Block>) {
    let first = blocks.len();
    for line in lines::lines_of(text, region) {
        if !text[line].trim().is_empty() {
            blocks.push(Block { span: line, kind: BlockKind::Body, reason: Reason::Prose });
        }
    }
    let mut end = region.end;
    for block in blocks[first..].iter_mut().rev() {
        block.span.end = end;
        end = block.span.start;
    }
    match blocks.get_mut(first) {
        Some(block) => block.span.start = region.start,
        None => blocks.push(Block { span: region, kind: BlockKind::Body, reason: Reason::Prose }),
    }
}
