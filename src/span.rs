//! [`Span`]: a place in the caller's text.

use core::fmt;
use core::ops::{Index, Range};

use crate::scan::work;

/// A half-open range of bytes, `start..end`, in the text a [`Page`](crate::Page) was made from.
///
/// Unlike [`Range`] it is `Copy`, and it indexes `str` and `String` directly. Every span that this
/// crate returns lies on character boundaries of the text it was computed from, so indexing that
/// text with it never panics. Offsets are `usize`: no text that fits into memory is too long for them,
/// so none is refused or wrapped.
///
/// ```
/// use copydesk::Span;
/// let text = "Kyiv said no.";
/// let span = Span::new(0, 4);
/// assert_eq!(&text[span], "Kyiv");
/// assert!(span.contains(3));
/// assert!(!span.contains(4));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span `start..end`; when `end` is smaller than `start`, the empty span at `start`.
    ///
    /// ```
    /// # use copydesk::Span;
    /// assert!(Span::new(7, 3).is_empty());
    /// ```
    #[inline]
    pub const fn new(start: usize, end: usize) -> Span {
        Span { start, end: if end < start { start } else { end } }
    }

    /// Length in bytes.
    ///
    /// ```
    /// # use copydesk::Span;
    /// assert_eq!(Span::new(2, 6).len(), 4);
    /// ```
    #[inline]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// True when the span holds no byte.
    ///
    /// ```
    /// # use copydesk::Span;
    /// assert!(Span::new(4, 4).is_empty());
    /// ```
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same place as a [`Range`].
    ///
    /// ```
    /// # use copydesk::Span;
    /// assert_eq!(Span::new(2, 6).range(), 2..6);
    /// ```
    #[inline]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// True when byte `offset` lies in the span; `end` itself does not.
    ///
    /// ```
    /// # use copydesk::Span;
    /// assert!(Span::new(2, 6).contains(5) && !Span::new(2, 6).contains(6));
    /// ```
    #[inline]
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// True when all of `other` lies in this span.
    ///
    /// ```
    /// # use copydesk::Span;
    /// assert!(Span::new(2, 6).covers(Span::new(3, 6)));
    /// ```
    #[inline]
    pub const fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True when the two spans share at least one byte.
    ///
    /// ```
    /// # use copydesk::Span;
    /// assert!(Span::new(2, 6).overlaps(Span::new(5, 9)));
    /// assert!(!Span::new(2, 6).overlaps(Span::new(6, 9)));
    /// ```
    #[inline]
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span moved forward by `bytes`.
    ///
    /// ```
    /// # use copydesk::Span;
    /// assert_eq!(Span::new(2, 6).shift(10), Span::new(12, 16));
    /// ```
    #[inline]
    pub const fn shift(self, bytes: usize) -> Span {
        Span { start: self.start + bytes, end: self.end + bytes }
    }

    /// The span without white space at its ends, as `str::trim` knows white space.
    ///
    /// ```
    /// # use copydesk::Span;
    /// assert_eq!(Span::new(0, 6).trim("  ab\u{a0}"), Span::new(2, 4));
    /// ```
    ///
    /// # Panics
    ///
    /// When the span does not lie in `text` on character boundaries, as indexing does.
    #[inline]
    pub fn trim(self, text: &str) -> Span {
        let whole = &text[self];
        // Most lines end in line ends and in nothing else that is white space.
        let line = whole.trim_end_matches('\n');
        if let [b'!'..=b'~', .., b'!'..=b'~'] = line.as_bytes() {
            work::read(self.len() - line.len());
            return Span { start: self.start, end: self.start + line.len() };
        }
        let left = whole.trim_start();
        let start = self.end - left.len();
        let end = start + left.trim_end().len();
        work::read(self.len() - (end - start));
        Span { start, end }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        Span::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Range<usize> {
        span.range()
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl Index<Span> for str {
    type Output = str;
    #[inline]
    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

impl Index<Span> for String {
    type Output = str;
    #[inline]
    fn index(&self, span: Span) -> &str {
        &self.as_str()[span]
    }
}
