//! Sentence segmentation.

use crate::page::Page;
use crate::span::Span;

/// One sentence: where it stands and why it ends there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Sentence {
    /// The sentence, trimmed of white space, closing marks included.
    pub span: Span,
    /// Why it ends where it ends.
    pub boundary: Boundary,
}

/// Why a sentence ends where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Boundary {
    /// A full stop, question mark, exclamation mark or ellipsis ended it.
    Terminator,
    /// A line end or blank line ended it.
    Paragraph,
    /// The region or the text ended.
    RegionEnd,
}

/// Splits pages into sentences.
#[derive(Clone, Debug, Default)]
pub struct Segmenter {}

impl Segmenter {
    /// The default segmenter.
    pub fn new() -> Segmenter {
        Segmenter {}
    }

    /// The sentences of a page, lazily.
    pub fn sentences<'t>(&self, page: impl Into<Page<'t>>) -> Sentences<'t> {
        Sentences { page: page.into(), region: 0, at: 0 }
    }
}

/// Iterator over the sentences of a page.
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    page: Page<'t>,
    region: usize,
    at: usize,
}

impl Iterator for Sentences<'_> {
    type Item = Sentence;

    fn next(&mut self) -> Option<Sentence> {
        let text = self.page.text();
        loop {
            let region = *self.page.regions().get(self.region)?;
            let start = self.at.max(region.start);
            let rest = &text[start..region.end];
            let lead = rest.len() - rest.trim_start().len();
            if lead == rest.len() {
                self.region += 1;
                continue;
            }
            let start = start + lead;
            let rest = &text[start..region.end];
            let (end, boundary) = match (rest.find(". "), rest.find('\n')) {
                (Some(stop), line) if line.map_or(true, |l| stop < l) => {
                    (start + stop + 1, Boundary::Terminator)
                }
                (_, Some(line)) => (start + line, Boundary::Paragraph),
                _ => (region.end, Boundary::RegionEnd),
            };
            self.at = end;
            return Some(Sentence { span: Span::new(start, end).trim(text), boundary });
        }
    }
}
