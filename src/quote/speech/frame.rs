//! Where pairs of marks stand in the writer's sentences.

use super::govern::Line;
use crate::quote::ends::Ends;
use crate::quote::marks::Marked;
use crate::span::Span;

/// A sentence of the writer's that holds pairs of marks. What ends inside a pair does not end it, what
/// stands inside other pairs is not read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    sentence: Span,
    /// Its pairs among those that are inside no other.
    first: usize,
    behind: usize,
}

/// The sentences around the pairs of a page.
#[derive(Debug)]
pub(crate) struct Frames<'a> {
    text: &'a str,
    marks: &'a [Marked],
    /// The pairs that are inside no other.
    outer: Vec<usize>,
    frames: Vec<Frame>,
}

impl<'a> Frames<'a> {
    /// Finds the sentences; `ends` are where sentences end. Linear.
    pub(crate) fn new(
        text: &'a str,
        paragraphs: &[Span],
        ends: &Ends<'_, '_>,
        marks: &'a [Marked],
    ) -> Frames<'a> {
        let mut outer: Vec<usize> = Vec::with_capacity(marks.len());
        outer.extend((0..marks.len()).filter(|&at| marks[at].parent.is_none()));
        let mut frames = Vec::with_capacity(outer.len());
        let mut first = 0;
        while first < outer.len() {
            let mark = &marks[outer[first]];
            let paragraph = paragraphs[mark.paragraph];
            let ends = ends.of(mark.paragraph);
            let before = ends.partition_point(|&end| end <= mark.span.start);
            let start = before.checked_sub(1).map_or(0, |last| ends[last]).max(paragraph.start);
            // A sentence that ends inside a pair of marks goes on behind it.
            let mut end = sentence_end(ends, mark.span.end).min(paragraph.end);
            let mut behind = first + 1;
            while let Some(next) = outer.get(behind).filter(|&&next| marks[next].span.start < end) {
                end = end.max(sentence_end(ends, marks[*next].span.end).min(paragraph.end));
                behind += 1;
            }
            frames.push(Frame { sentence: Span::new(start, end), first, behind });
            first = behind;
        }
        Frames { text, marks, outer, frames }
    }

    /// The number of the sentence of a pair, and which of its pairs it is; nothing for a pair inside
    /// another. Logarithmic.
    fn of(&self, mark: usize) -> Option<(usize, usize)> {
        let outer = self.outer.binary_search(&mark).ok()?;
        let frame = self.frames.partition_point(|frame| frame.behind <= outer);
        Some((frame, outer - self.frames[frame].first))
    }

    /// Reads a sentence; gives its pairs, and which of its words each is.
    fn read(&self, frame: Frame, line: &mut Line, places: &mut Vec<(usize, usize)>) {
        line.begin(frame.sentence.start);
        places.clear();
        for &pair in &self.outer[frame.first..frame.behind] {
            line.read(self.text, self.marks[pair].span.start);
            places.push((pair, line.len()));
            line.quoted(self.text, self.marks[pair].span);
        }
        line.read(self.text, frame.sentence.end);
    }

    /// Shows `look` every pair that is inside no other: its number, the words of its sentence, and
    /// which of them it is. Linear.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn visit(&self, mut look: impl FnMut(usize, &Line, usize)) {
        let (mut line, mut places) = (Line::default(), Vec::new());
        for frame in &self.frames {
            self.read(*frame, &mut line, &mut places);
            places.iter().for_each(|&(pair, place)| look(pair, &line, place));
        }
    }
}

/// The sentence that was read last.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    frame: Option<usize>,
    line: Line,
    places: Vec<(usize, usize)>,
}

impl Reading {
    /// How much speaks for a pair of marks being part of what somebody says, by its place in its
    /// sentence, in thousandths of a logit; nothing is known of a pair inside another. All pairs in
    /// order are linear in the length of the page.
    pub(crate) fn governs(&mut self, frames: &Frames<'_>, mark: usize) -> Option<i32> {
        let (frame, which) = frames.of(mark)?;
        if self.frame.replace(frame) != Some(frame) {
            frames.read(frames.frames[frame], &mut self.line, &mut self.places);
        }
        let (_, place) = *self.places.get(which)?;
        Some(self.line.governs(place, place + 1))
    }
}

/// The first end of a sentence from `at` on.
fn sentence_end(ends: &[usize], at: usize) -> usize {
    ends.get(ends.partition_point(|&end| end < at)).map_or(usize::MAX, |&end| end)
}

#[cfg(test)]
mod tests {
    use super::Frames;
    use crate::quote::ends::Ends;
    use crate::quote::marks::pair;
    use crate::quote::paragraph::paragraphs;
    use crate::Page;

    #[test]
    fn a_sentence_goes_on_behind_its_quotations() {
        let page = Page::new(
            "Ole left. \"We had no rope. Not one,\" Ann Lee told the \"Ellerby Post\" at noon.",
        );
        let paragraphs = paragraphs(&page);
        let ends = Ends::new(&page, &paragraphs);
        let marks = pair(&page, &paragraphs);
        let mut seen = Vec::new();
        Frames::new(page.text(), &paragraphs, &ends, &marks).visit(|at, line, place| {
            seen.push((at, place, line.len()));
        });
        assert_eq!(seen, [(0, 0, 8), (1, 5, 8)]);
    }
}
