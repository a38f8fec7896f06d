//! Where pairs of marks stand in the writer's sentences.

use super::near::{is_clausal, role};
use crate::quote::lexicon::{classes, classes_of, lower};
use crate::quote::marks::Marked;
use crate::scan::table::{key, SEED};
use crate::scan::words::read_words;
use crate::span::Span;

/// The place of one pair of marks in its sentence. The sentence is the writer's: what ends inside a
/// pair does not end it, what stands inside other pairs is not read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frame {
    /// How many words stand before it, another pair counting as one.
    pub words: usize,
    /// The word that begins the sentence, unless the pair does.
    pub first: Option<Span>,
    /// A verb of speech stands before it, or behind.
    pub cue_before: bool,
    pub cue_behind: bool,
}

impl Frame {
    /// How far into the sentence it stands.
    pub(crate) fn depth(self) -> &'static str {
        match self.words {
            0 => "start",
            1..=3 => "1-3",
            4..=9 => "4-9",
            10..=19 => "10-19",
            _ => "20+",
        }
    }

    /// On which sides of it there are verbs of speech.
    pub(crate) fn cues(self) -> &'static str {
        match (self.cue_before, self.cue_behind) {
            (false, false) => "none",
            (true, false) => "before",
            (false, true) => "behind",
            (true, true) => "both",
        }
    }

    /// The first word as evidence: small words and prepositions as they are.
    pub(crate) fn opening<'a>(self, text: &str, low: &'a mut String) -> &'a str {
        let Some(first) = self.first else { return "marks" };
        let low = lower(&text[first], low);
        let small = low.len() < 4 || is_clausal(key(SEED, low)) || role(low, None, "") == "of";
        if small {
            low
        } else {
            "Name"
        }
    }
}

/// The frames of all pairs, in their order; that of a pair inside another is empty. `ends` are the
/// ends of the sentences. Linear.
pub(crate) fn frames(
    text: &str,
    paragraphs: &[Span],
    ends: &[usize],
    marks: &[Marked],
) -> Vec<Frame> {
    let mut found = vec![Frame::default(); marks.len()];
    let outer: Vec<usize> = (0..marks.len()).filter(|&at| marks[at].parent.is_none()).collect();
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
        read(text, Span::new(start, end), marks, &outer[at..behind], &mut found);
        at = behind;
    }
    found
}

/// The first end of a sentence from `at` on.
fn sentence_end(ends: &[usize], at: usize) -> usize {
    ends.get(ends.partition_point(|&end| end < at)).map_or(usize::MAX, |&end| end)
}

/// Sets the frames of the pairs of one sentence.
fn read(text: &str, sentence: Span, marks: &[Marked], pairs: &[usize], found: &mut [Frame]) {
    let mut low = String::new();
    let (mut from, mut count, mut first, mut cue) = (sentence.start, 0, None, None);
    let mut stretch = |span: Span, count: &mut usize, first: &mut Option<Span>| {
        let mut last = None;
        for (word, letters) in read_words(text, span) {
            if *count == 0 {
                *first = Some(word);
            }
            *count += 1;
            let class = match letters {
                Some(letters) => classes_of(letters.key),
                None => classes(lower(&text[word], &mut low)),
            };
            if class.is_some_and(|class| class.says()) {
                last = Some(word.start);
            }
        }
        last
    };
    for &at in pairs {
        let span = marks[at].span;
        cue = stretch(Span::new(from, span.start.max(from)), &mut count, &mut first).or(cue);
        found[at] = Frame { words: count, first, cue_before: cue.is_some(), cue_behind: false };
        count += 1;
        from = span.end.max(from);
    }
    let rest = Span::new(from.min(sentence.end), sentence.end);
    cue = stretch(rest, &mut count, &mut first).or(cue);
    for &at in pairs {
        found[at].cue_behind = cue.is_some_and(|cue| cue > marks[at].span.start);
    }
}

#[cfg(test)]
mod tests {
    use super::frames;
    use crate::quote::marks::pair;
    use crate::quote::paragraph::paragraphs;
    use crate::quote::SEGMENTER;
    use crate::Page;

    #[test]
    fn a_sentence_goes_on_behind_its_quotations() {
        let page = Page::new(
            "Ole left. \"We had no rope. Not one,\" Ann Lee told the \"Ellerby Post\" at noon.",
        );
        let paragraphs = paragraphs(&page);
        let ends: Vec<usize> = SEGMENTER.sentences(&page).map(|s| s.span.end).collect();
        let marks = pair(&page, &paragraphs);
        let found = frames(page.text(), &paragraphs, &ends, &marks);
        let seen: Vec<_> = found.iter().map(|s| (s.words, s.cues())).collect();
        assert_eq!(seen, [(0, "behind"), (5, "before")]);
    }
}
