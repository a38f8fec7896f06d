//! Lines of a page's regions.

use super::work;
use crate::page::Page;
use crate::span::Span;

/// The lines of every region, in order, without their line ends; blank ones included.
pub(crate) fn lines<'a>(page: &'a Page<'_>) -> impl Iterator<Item = Span> + 'a {
    let text = page.text();
    page.regions().iter().flat_map(move |&region| lines_of(text, region))
}

/// The lines of one region. A line ends at `\n`, with a `\r` before it left out.
pub(crate) fn lines_of(text: &str, region: Span) -> impl Iterator<Item = Span> + '_ {
    let mut at = region.start;
    text[region].split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        work::read(line.len());
        let body = line.strip_suffix('\n').unwrap_or(line);
        Span::new(start, start + body.strip_suffix('\r').unwrap_or(body).len())
    })
}
