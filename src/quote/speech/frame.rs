//! Where pairs of marks stand in the writer's sentences.

use super::govern::Line;
use crate::quote::marks::Marked;
use crate::span::Span;

/// How much speaks for each pair of marks being part of what somebody says, by its place in its
/// sentence, in thousandths of a logit; nothing is known of a pair inside another. `ends` are the ends
/// of the sentences. Linear.
pub(crate) fn governed(
    text: &str,
    paragraphs: &[Span],
    ends: &[usize],
    marks: &[Marked],
) -> Vec<Option<i32>> {
    let mut found = vec![None; marks.len()];
    visit(text, paragraphs, ends, marks, |at, line, place| {
        found[at] = Some(line.governs(place, place + 1));
    });
    found
}

/// Shows `look` every pair that is inside no other: its number, the words of its sentence, and which
/// of them it is. The sentence is the writer's: what ends inside a pair does not end it, what stands
/// inside other pairs is not read. Linear.
pub(crate) fn visit(
    text: &str,
    paragraphs: &[Span],
    ends: &[usize],
    marks: &[Marked],
    mut look: impl FnMut(usize, &Line, usize),
) {
    let outer: Vec<usize> = (0..marks.len()).filter(|&at| marks[at].parent.is_none()).collect();
    let (mut line, mut places) = (Line::default(), Vec::new());
    let mut at = 0;
    while at < outer.len() {
        let first = &marks[outer[at]];
        let paragraph = paragraphs[first.paragraph];
        let before = ends.partition_point(|&end| end <= first.span.start);
        let start = before.checked_sub(1).map_or(0, |last| ends[last]).max(paragraph.start);
        // A sentence that ends inside a pair of marks goes on behind it.
        let mut end = sentence_end(ends, first.span.end).min(paragraph.end);
        let mut behind = at + 1;
        while let Some(next) = outer.get(behind).filter(|&&next| marks[next].span.start < end) {
            end = end.max(sentence_end(ends, marks[*next].span.end).min(paragraph.end));
            behind += 1;
        }
        line.begin(start);
        places.clear();
        for &pair in &outer[at..behind] {
            line.read(text, marks[pair].span.start);
            places.push((pair, line.len()));
            line.quoted(text, marks[pair].span);
        }
        line.read(text, end);
        places.iter().for_each(|&(pair, place)| look(pair, &line, place));
        at = behind;
    }
}

/// The first end of a sentence from `at` on.
fn sentence_end(ends: &[usize], at: usize) -> usize {
    ends.get(ends.partition_point(|&end| end < at)).map_or(usize::MAX, |&end| end)
}

#[cfg(test)]
mod tests {
    use super::visit;
    use crate::quote::marks::pair;
    use crate::quote::paragraph::paragraphs;
    use crate::quote::sentence_ends;
    use crate::Page;

    #[test]
    fn a_sentence_goes_on_behind_its_quotations() {
        let page = Page::new(
            "Ole left. \"We had no rope. Not one,\" Ann Lee told the \"Ellerby Post\" at noon.",
        );
        let paragraphs = paragraphs(&page);
        let ends = sentence_ends(&page);
        let marks = pair(&page, &paragraphs);
        let mut seen = Vec::new();
        visit(page.text(), &paragraphs, &ends, &marks, |at, line, place| {
            seen.push((at, place, line.len()));
        });
        assert_eq!(seen, [(0, 0, 8), (1, 5, 8)]);
    }
}
