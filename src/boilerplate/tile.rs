//! A page as blocks, a line each; what is glued to the end of a line is a block of its own.

use super::block::{Block, BlockKind, Reason};
use super::glue;
use super::line::lexicon::LEXICON;
use crate::page::Page;
use crate::scan::lines;
use crate::span::Span;

/// Cuts every region of a page into blocks.
pub(crate) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
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
    let first = blocks.len();
    for line in lines::lines_of(text, region) {
        if line.trim(text).is_empty() {
            continue;
        }
        blocks.push(Block { span: line, kind: BlockKind::Body, reason: Reason::Prose });
        if let Some(seam) = glue::seam(&text[line], &LEXICON) {
            let span = Span::new(line.start + seam, line.end);
            blocks.push(Block { span, kind: BlockKind::Body, reason: Reason::Glued });
        }
    }
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
