//! A promo that a scraper glued to the end of a paragraph: "… the mayor said. Read more: Bridge Opens".
//!
//! Only what is beyond doubt is cut off: a full stop, then a marker phrase of promos, then a colon or
//! a bar. It becomes a block of its own, which the weights judge as they judge any line.

use super::line::label::{self, is_label};
use super::line::lexicon::Lexicon;
use crate::scan::{blocks, work};
use crate::span::Span;

/// Bytes of a line ahead of what is glued to it, at least: a short line is a list of links.
const PARAGRAPH: usize = 60;
/// Bytes of the promo, at most: a headline, with what calls for it.
const PROMO: usize = 256;

/// Where the promo begins that is glued to the end of a line whose last colon or bar is given, if one
/// is. Constant time.
pub(super) fn seam(text: &str, line: Span, last: usize, lexicon: &Lexicon) -> Option<usize> {
    let (start, line) = (line.start, &text[line]);
    let bytes = line.as_bytes();
    let first = PARAGRAPH.max(bytes.len().saturating_sub(PROMO)).min(bytes.len());
    if last < start + first {
        return None;
    }
    let labels = blocks::hits(bytes, first, bytes.len(), |b| (b == b':') | (b == b'|'));
    let mut behind = first;
    let mut seams = labels.filter_map(|end| {
        let from = behind.max(end.saturating_sub(label::LONGEST));
        behind = end;
        work::read(end - from);
        let begins = |at: &usize| {
            let stop = matches!(bytes[at - 2], b'.' | b'!' | b'?' | b'"' | 0x9d | b')');
            stop && matches!(bytes[at - 1], b' ' | b'\n') && bytes[*at].is_ascii_uppercase()
        };
        let at = (from..end).rev().find(begins)?;
        is_label(line.get(at..end)?, lexicon).then_some(at)
    });
    seams.next().map(|seam| start + seam)
}
