//! Paragraphs of a page: marks are paired inside one, never across.

use crate::page::Page;
use crate::scan::lines::lines_of;
use crate::scan::wrap::Wrap;
use crate::span::Span;

/// Bytes of a short paragraph.
const SHORT: usize = 128;

/// The paragraphs of a page in reading order, trimmed of white space, none empty.
///
/// A line end ends the paragraph, unless the page was wrapped and the line goes on in the next one. A
/// blank line and the end of a region always end it. Linear.
pub(crate) fn paragraphs(page: &Page<'_>) -> Vec<Span> {
    let text = page.text();
    let mut lines = Vec::with_capacity(text.len() / SHORT);
    for &region in page.regions() {
        let mut joined = false;
        for line in lines_of(text, region) {
            let blank = line.trim(text).is_empty();
            if !blank {
                lines.push((line, joined));
            }
            joined = !blank;
        }
    }
    let wrap = Wrap::of_lines(text, lines.iter().copied(), 1);
    joined(text, wrap, &lines)
}

/// Joins lines into paragraphs.
fn joined(text: &str, wrap: Option<Wrap>, lines: &[(Span, bool)]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::with_capacity(lines.len());
    let mut before = Span::new(0, 0);
    for &(line, joined) in lines {
        let goes_on = joined && wrap.is_some_and(|wrap| wrap.goes_on(text, before, line));
        let trimmed = line.trim(text);
        match found.last_mut().filter(|_| goes_on) {
            Some(paragraph) => paragraph.end = trimmed.end,
            None => found.push(trimmed),
        }
        before = line;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::paragraphs;
    use crate::Page;

    fn texts(page: &str) -> Vec<&str> {
        paragraphs(&Page::new(page)).iter().map(|p| &page[*p]).collect()
    }

    #[test]
    fn a_line_is_a_paragraph_unless_wrapped() {
        let lines =
            "The mayor resigned after the vote.\nShe leaves in May.\r\n\r\nNobody objected.";
        assert_eq!(texts(lines).len(), 3);
        let wrapped = "The mayor of the coastal town of Ellerby\nresigned late on Monday after a narrow vote\nof the council.\n\nNobody objected.";
        assert_eq!(texts(wrapped).len(), 2);
    }
}
