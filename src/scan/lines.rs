//! Lines of a page's regions.

use super::blocks;
use crate::span::Span;

/// The lines of one region. A line ends at `\n`, with a `\r` before it left out.
pub(crate) fn lines_of(text: &str, region: Span) -> impl Iterator<Item = Span> + Clone + '_ {
    let bytes = text.as_bytes();
    let mut breaks = blocks::hits(bytes, region.start, region.end, |b| b == b'\n');
    let mut at = region.start;
    std::iter::from_fn(move || {
        if at >= region.end {
            return None;
        }
        let start = at;
        let end = breaks.next().unwrap_or(region.end);
        at = end + 1;
        let returned = bytes[start..end].last() == Some(&b'\r');
        Some(Span::new(start, end - usize::from(returned)))
    })
}
