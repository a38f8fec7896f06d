//! A page as blocks, a line each, or all lines of a paragraph that was wrapped; what is glued to the end
//! of a line is a block of its own.

use super::block::{Block, BlockKind, Reason};
use super::glue;
use super::line::lexicon::LEXICON;
use crate::page::Page;
use crate::scan::blocks;
use crate::scan::wrap::Wrap;
use crate::span::Span;

/// Bytes of a line, as pages have them: room for blocks is made by it.
const LINE: usize = 64;

/// Line ends that have to tell of a width, at least.
pub(crate) const LEAST: i32 = 3;

/// The blocks of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tiles {
    pub(crate) blocks: Vec<Block>,
    /// The blocks behind which a paragraph ends although no blank line tells, ascending: the last of
    /// their region, the last region left out.
    pub(crate) ends: Vec<usize>,
    /// How the paragraphs were wrapped.
    pub(crate) wrap: Option<Wrap>,
}

impl Tiles {
    /// Cuts every region of a page into blocks.
    pub(crate) fn of(page: &Page<'_>) -> Tiles {
        let lines = lines(page);
        let wrap =
            Wrap::of_lines(page.text(), lines.iter().map(|line| (line.span, line.joined)), LEAST);
        Tiles::of_lines(page, lines, wrap)
    }

    /// The same as if the paragraphs of the page had been wrapped so.
    pub(crate) fn as_wrapped(page: &Page<'_>, wrap: Option<Wrap>) -> Tiles {
        Tiles::of_lines(page, lines(page), wrap)
    }

    fn of_lines(page: &Page<'_>, mut lines: Vec<Line>, wrap: Option<Wrap>) -> Tiles {
        let text = page.text();
        if let Some(wrap) = wrap {
            unwrap_lines(text, wrap, &mut lines);
        }
        let mut blocks = Vec::with_capacity(lines.len());
        let mut ends = Vec::new();
        let mut lines = lines.into_iter().peekable();
        for &region in page.regions() {
            if let Some(last) = blocks.len().checked_sub(1) {
                ends.push(last);
            }
            let of_region =
                std::iter::from_fn(|| lines.next_if(|line| line.span.start < region.end));
            tile(text, region, of_region, &mut blocks);
        }
        Tiles { blocks, ends, wrap }
    }
}

/// Whether a blank line is part of what follows the line of a block that ends at `at`.
pub(crate) fn is_parted(text: &str, block: Span, at: usize) -> bool {
    let rest = &text.as_bytes()[at..block.end];
    rest.iter().filter(|&&b| b == b'\n').take(2).count() == 2
}

fn lines(page: &Page<'_>) -> Vec<Line> {
    let mut lines = Vec::with_capacity(page.len() / LINE);
    for &region in page.regions() {
        read(page.text(), region, &mut lines);
    }
    lines
}

/// A line that is not blank, or all lines of a paragraph that was wrapped.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// Without the line end behind it.
    span: Span,
    /// It follows the line before without a blank line between them.
    joined: bool,
    /// The last colon or bar. Without one a line has nothing glued to it.
    label: Option<usize>,
    /// Where its last line begins.
    last: usize,
}

/// Reads the lines of a region.
fn read(text: &str, region: Span, lines: &mut Vec<Line>) {
    let bytes = text.as_bytes();
    let hits =
        blocks::hits(bytes, region.start, region.end, |b| (b == b'\n') | (b == b':') | (b == b'|'));
    let (mut start, mut label, mut joined) = (region.start, None, false);
    for at in hits.chain([region.end]) {
        if at < region.end && bytes[at] != b'\n' {
            label = Some(at);
            continue;
        }
        let returned = at > start && bytes[at - 1] == b'\r';
        let span = Span::new(start, at - usize::from(returned));
        let blank = is_blank(text, span);
        if !blank {
            lines.push(Line { span, joined, label, last: start });
        }
        (start, label, joined) = (at + 1, None, !blank);
    }
}

fn is_blank(text: &str, line: Span) -> bool {
    let head = text.as_bytes()[line.range()].first();
    head.map_or(true, |byte| !byte.is_ascii_graphic()) && line.trim(text).is_empty()
}

/// Makes one line of all lines of each paragraph.
fn unwrap_lines(text: &str, wrap: Wrap, lines: &mut Vec<Line>) {
    lines.dedup_by(|next, line| {
        let last = Span::new(line.last, line.span.end);
        let goes_on = next.joined && wrap.goes_on(text, last, next.span);
        if goes_on {
            line.span.end = next.span.end;
            (line.label, line.last) = (next.label.or(line.label), next.last);
        }
        goes_on
    });
}

/// Cuts a region into blocks: each of its lines, with its line end and the blank lines after it; blank
/// lines that open the region belong to its first block. A region of nothing but blank lines is one
/// block.
fn tile(text: &str, region: Span, lines: impl Iterator<Item = Line>, blocks: &mut Vec<Block>) {
    let first = blocks.len();
    lines.for_each(|line| add(text, line, blocks));
    let mut end = region.end;
    for block in blocks[first..].iter_mut().rev() {
        block.span.end = end;
        end = block.span.start;
    }
    match blocks.get_mut(first) {
        Some(block) => block.span.start = region.start,
        None if region.is_empty() => {}
        None => blocks.push(Block { span: region, kind: BlockKind::Body, reason: Reason::Prose }),
    }
}

/// Adds the block of a line, without what follows it; with what is glued to it, if that may be so for
/// its last colon or bar.
fn add(text: &str, line: Line, blocks: &mut Vec<Block>) {
    blocks.push(Block { span: line.span, kind: BlockKind::Body, reason: Reason::Prose });
    if let Some(seam) = line.label.and_then(|at| glue::seam(text, line.span, at, &LEXICON)) {
        let span = Span::new(seam, line.span.end);
        blocks.push(Block { span, kind: BlockKind::Body, reason: Reason::Glued });
    }
}
