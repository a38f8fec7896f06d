//! [`Page`]: a text and where in it to look, the input of every stage.

use std::sync::Arc;

use crate::span::Span;

/// A text and the regions of it that a stage reads: by default one region, all of it.
///
/// Every stage takes `impl Into<Page>`, so a `&str`, a `&String`, another page or a
/// [`Layout`](crate::Layout) can be passed as it is. Spans that come back are always spans of the
/// whole text, whatever the regions.
///
/// Regions are sorted, do not overlap, are not empty, and lie on character boundaries. What lies
/// between two regions is not read, and counts as a paragraph break.
///
/// ```
/// use copydesk::{Page, Span};
/// let raw = "Share this! The minister resigned. Share this!";
/// let page = Page::with_regions(raw, [Span::new(12, 34)]);
/// let found: Vec<_> = copydesk::sentences(page).map(|s| &raw[s.span]).collect();
/// assert_eq!(found, ["The minister resigned."]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<'t> {
    text: &'t str,
    regions: Regions,
}

/// One region is the common case and costs no allocation.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Regions {
    One([Span; 1]),
    Many(Arc<[Span]>),
}

impl<'t> Page<'t> {
    /// A page that is read from its first byte to its last. Constant time.
    ///
    /// ```
    /// let page = copydesk::Page::new("One. Two.");
    /// assert_eq!(page.regions().len(), 1);
    /// ```
    pub fn new(text: &'t str) -> Page<'t> {
        Page { text, regions: Regions::One([Span::new(0, text.len())]) }
    }

    /// A page of which only `regions` are read.
    ///
    /// Regions are sorted, cut to the text and moved inwards to character boundaries; empty ones
    /// and those that overlap an earlier one are cut or left out. *O(n log n)* in the number of
    /// regions.
    ///
    /// ```
    /// use copydesk::{Page, Span};
    /// let page = Page::with_regions("né", [Span::new(2, 99), Span::new(0, 1)]);
    /// assert_eq!(page.regions(), [Span::new(0, 1)]); // byte 2 is inside "é"
    /// ```
    pub fn with_regions(text: &'t str, regions: impl IntoIterator<Item = Span>) -> Page<'t> {
        let mut sorted: Vec<Span> = regions.into_iter().collect();
        sorted.sort_unstable();
        let mut kept: Vec<Span> = Vec::with_capacity(sorted.len());
        for span in sorted {
            let from = kept.last().map_or(0, |last| last.end);
            let start = ceil_boundary(text, span.start.max(from));
            let end = floor_boundary(text, span.end);
            if start < end {
                kept.push(Span::new(start, end));
            }
        }
        let regions = match kept.as_slice() {
            [one] => Regions::One([*one]),
            _ => Regions::Many(kept.into()),
        };
        Page { text, regions }
    }

    /// The whole text, the caller's own. Constant time.
    ///
    /// ```
    /// assert_eq!(copydesk::Page::new("One.").text(), "One.");
    /// ```
    #[inline]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The regions that are read, sorted and disjoint. Constant time.
    ///
    /// ```
    /// use copydesk::{Page, Span};
    /// assert_eq!(Page::new("One.").regions(), [Span::new(0, 4)]);
    /// ```
    #[inline]
    pub fn regions(&self) -> &[Span] {
        match &self.regions {
            Regions::One(one) => one,
            Regions::Many(many) => many,
        }
    }

    /// Bytes in all regions together. Linear in the number of regions.
    ///
    /// ```
    /// assert_eq!(copydesk::Page::new("One.").len(), 4);
    /// ```
    pub fn len(&self) -> usize {
        self.regions().iter().map(|r| r.len()).sum()
    }

    /// True when no byte is read.
    ///
    /// ```
    /// assert!(copydesk::Page::new("").is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<'t> From<&'t str> for Page<'t> {
    fn from(text: &'t str) -> Page<'t> {
        Page::new(text)
    }
}

impl<'t> From<&'t String> for Page<'t> {
    fn from(text: &'t String) -> Page<'t> {
        Page::new(text)
    }
}

impl<'t> From<&Page<'t>> for Page<'t> {
    fn from(page: &Page<'t>) -> Page<'t> {
        page.clone()
    }
}

/// The last character boundary at or before `at`.
pub(crate) fn floor_boundary(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The first character boundary at or behind `at`.
pub(crate) fn ceil_boundary(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
