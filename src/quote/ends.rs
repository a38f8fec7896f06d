//! Where the sentences of a page end, found paragraph by paragraph where it is asked.

use std::cell::OnceCell;

use once_cell::sync::Lazy;

use crate::page::Page;
use crate::sentence::Segmenter;
use crate::span::Span;

/// Sentences as they are by default: a paragraph's words are weighed sentence by sentence.
pub(super) static SEGMENTER: Lazy<Segmenter> = Lazy::new(Segmenter::new);

/// Bytes of a short sentence.
const SENTENCE: usize = 64;

/// The ends of the sentences of a page.
#[derive(Debug)]
pub(crate) struct Ends<'a, 't> {
    page: &'a Page<'t>,
    paragraphs: &'a [Span],
    /// All of them, where they are known or where a line end may be white space.
    all: Option<Vec<usize>>,
    /// Or those of the paragraphs that were asked for.
    found: Vec<OnceCell<Vec<usize>>>,
}

impl<'a, 't> Ends<'a, 't> {
    /// The ends as the segmenter finds them.
    pub(crate) fn new(page: &'a Page<'t>, paragraphs: &'a [Span]) -> Ends<'a, 't> {
        if SEGMENTER.may_wrap(page) {
            let ends = SEGMENTER.sentences(page).map(|sentence| sentence.span.end);
            return Ends::known(page, paragraphs, ends.collect());
        }
        let mut found = Vec::new();
        found.resize_with(paragraphs.len(), OnceCell::new);
        Ends { page, paragraphs, all: None, found }
    }

    /// Ends that were found before, all of them.
    pub(crate) fn known(page: &'a Page<'t>, paragraphs: &'a [Span], all: Vec<usize>) -> Self {
        Ends { page, paragraphs, all: Some(all), found: Vec::new() }
    }

    /// The number of the paragraph at `at`, or behind it. Logarithmic.
    pub(crate) fn home(&self, at: usize) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.end <= at)
    }

    /// The ends behind the start of a paragraph, up to its own. All paragraphs together are linear in
    /// the length of the page.
    pub(crate) fn of(&self, paragraph: usize) -> &[usize] {
        let Some(&span) = self.paragraphs.get(paragraph) else { return &[] };
        let Some(all) = &self.all else {
            return self.found[paragraph].get_or_init(|| self.read(span));
        };
        let from = all.partition_point(|&end| end <= span.start);
        let until = all[from..].partition_point(|&end| end < span.end);
        &all[from..(from + until + 1).min(all.len())]
    }

    fn read(&self, paragraph: Span) -> Vec<usize> {
        let mut ends = Vec::with_capacity(1 + paragraph.len() / SENTENCE);
        for sentence in SEGMENTER.sentences_from(self.page, paragraph.start) {
            ends.push(sentence.span.end);
            if sentence.span.end >= paragraph.end {
                break;
            }
        }
        ends
    }
}

#[cfg(test)]
mod tests {
    use super::{Ends, SEGMENTER};
    use crate::quote::paragraph::paragraphs;
    use crate::Page;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_paragraph_alone_has_the_ends_that_it_has_on_its_page(
            text in "([A-Ca-c1 ]{0,8}[.!?:)\"'\u{201d}\u{201c} ]{0,3}(\n|\n\n|\r\n| )?){0,12}",
        ) {
            let page = Page::new(&text);
            let paragraphs = paragraphs(&page);
            let all = SEGMENTER.sentences(&page).map(|s| s.span.end).collect();
            let (known, found) =
                (Ends::known(&page, &paragraphs, all), Ends::new(&page, &paragraphs));
            for paragraph in 0..paragraphs.len() {
                prop_assert_eq!(known.of(paragraph), found.of(paragraph));
            }
        }
    }
}
