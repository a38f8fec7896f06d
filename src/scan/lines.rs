//! Lines of a page's regions.

use super::blocks;
use crate::page::Page;
use crate::span::Span;

/// The lines of every region, in order, without their line ends; blank ones included.
pub(crate) fn lines<'a>(page: &'a Page<'_>) -> impl Iterator<Item = Span> + 'a {
    let text = page.text();
    page.regions().iter().flat_map(move |&region| lines_of(text, region))
}

/// The lines of one region. A line ends at `\n`, with a `\r` before it left out.
pub(crate) fn lines_of(text: &str, region: Span) -> impl Iterator<Item = Span> + '_ {
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
