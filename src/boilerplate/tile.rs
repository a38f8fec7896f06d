//! A page as blocks, a line each; what is glued to the end of a line is a block of its own.

use super::block::{Block, BlockKind, Reason};
use super::glue;
use super::line::lexicon::LEXICON;
use crate::page::Page;
use crate::scan::blocks;
use crate::span::Span;

/// Bytes of a line, as pages have them: room for blocks is made by it.
const LINE: usize = 64;

/// Cuts every region of a page into blocks.
pub(crate) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(page.len() / LINE);
    for &region in page.regions() {
        tile(page.text(), region, &mut blocks);
    }
    blocks
}

/// The blocks that are the last of their region, the last region left out.
pub(crate) fn ends(blocks: &[Block], page: &Page<'_>) -> Vec<usize> {
    let ends = page.regions().iter().map(|r| r.end);
    let last = |end| blocks.partition_point(|b| b.span.end <= end).checked_sub(1);
    let mut lasts: Vec<usize> = ends.filter_map(last).collect();
    lasts.pop();
    lasts
}

/// Cuts a region into blocks: each line that is not blank, with its line end and the blank lines
/// after it; blank lines that open the region belong to its first block. A region of nothing but
/// blank lines is one block.
fn tile(text: &str, region: Span, blocks: &mut Vec<Block>) {
    let (first, bytes) = (blocks.len(), text.as_bytes());
    // A line without a colon or a bar has nothing glued to it.
    let ends =
        blocks::hits(bytes, region.start, region.end, |b| (b == b'\n') | (b == b':') | (b == b'|'));
    let (mut start, mut label) = (region.start, None);
    for at in ends {
        if bytes[at] == b'\n' {
            add(text, Span::new(start, at), label.take(), blocks);
            start = at + 1;
        } else {
            label = Some(at);
        }
    }
    add(text, Span::new(start, region.end), label, blocks);
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

/// Adds the block of a line, without what follows it, unless it is blank; with what is glued to it,
/// if that may be so for its last colon or bar.
fn add(text: &str, line: Span, label: Option<usize>, blocks: &mut Vec<Block>) {
    let head = text.as_bytes()[line.range()].first();
    if head.map_or(true, |byte| !byte.is_ascii_graphic()) && line.trim(text).is_empty() {
        return;
    }
    blocks.push(Block { span: line, kind: BlockKind::Body, reason: Reason::Prose });
    if let Some(seam) = label.and_then(|at| glue::seam(text, line, at, &LEXICON)) {
        let span = Span::new(seam, line.end);
        blocks.push(Block { span, kind: BlockKind::Body, reason: Reason::Glued });
    }
}
