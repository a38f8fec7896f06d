//! Paragraphs of a page: marks are paired inside one, never across.

use crate::page::Page;
use crate::scan::blocks;
use crate::scan::work;
use crate::span::Span;

/// Longest line that an editor or a mail program breaks text at.
const MAX_WRAP: usize = 100;
/// Bytes of a short paragraph.
const SHORT: usize = 128;
/// A shorter line was not broken to fill a width: it is a heading or an item of a list.
const MIN_WRAP: usize = 40;

/// The paragraphs of a page in reading order, trimmed of white space, none empty.
///
/// A line end ends the paragraph, unless the lines around it were broken to fill a fixed width: the
/// next line's first word would not have fitted on the line before. A blank line and the end of a
/// region always end it. Linear.
pub(crate) fn paragraphs(page: &Page<'_>) -> Vec<Span> {
    let mut found = Vec::with_capacity(page.text().len() / SHORT);
    for &region in page.regions() {
        of_region(page.text(), region, &mut found);
    }
    found
}

fn of_region(text: &str, region: Span, found: &mut Vec<Span>) {
    let mut block: Vec<Span> = Vec::new();
    let ends = blocks::hits(text.as_bytes(), region.start, region.end, |b| b == b'\n');
    let mut start = region.start;
    for end in ends.chain([region.end]) {
        let line = Span::new(start, end).trim(text);
        start = end + 1;
        if !line.is_empty() {
            block.push(line);
            continue;
        }
        join(text, &block, found);
        block.clear();
    }
    join(text, &block, found);
}

/// Joins the lines of one block, which holds no blank line, into paragraphs.
fn join(text: &str, lines: &[Span], found: &mut Vec<Span>) {
    if let [line] = lines {
        return found.push(*line);
    }
    let width = lines.iter().map(|line| length(&text[*line])).max().unwrap_or(0);
    let mut from = 0;
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).filter(|_| width <= MAX_WRAP);
        let wraps = next.is_some_and(|next| {
            let word = text[*next].split(char::is_whitespace).next().map_or(0, length);
            let own = length(&text[*line]);
            let open = !text[*line].ends_with(['.', '!', '?', '"', '\'', '\u{201d}', '\u{2019}']);
            own >= MIN_WRAP && own + 1 + word > width && (open || lines.len() > 2)
        });
        if !wraps {
            found.push(Span::new(lines[from].start, line.end));
            from = at + 1;
        }
    }
}

/// Length in characters, as far as it matters.
fn length(line: &str) -> usize {
    work::read(line.len().min(MAX_WRAP + 1));
    match line.len() <= MAX_WRAP {
        true if line.is_ascii() => line.len(),
        _ => line.chars().take(MAX_WRAP + 1).count(),
    }
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
