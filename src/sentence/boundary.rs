//! Why a sentence ends at a place, or why it goes on.

use core::fmt;

/// Why a sentence ends where it ends.
///
/// ```
/// use copydesk::sentence::Boundary;
/// let found: Vec<_> = copydesk::sentences("Why? He left the U.S. The end").map(|s| s.boundary).collect();
/// assert_eq!(found, [Boundary::Question, Boundary::Abbreviation, Boundary::RegionEnd]);
/// assert_eq!(Boundary::RegionEnd.to_string(), "region-end");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Boundary {
    /// A full stop after an ordinary word.
    FullStop,
    /// A question mark, or a run of marks with one in it.
    Question,
    /// An exclamation mark, or a run of marks with one in it.
    Exclamation,
    /// An ellipsis before a new start.
    Ellipsis,
    /// A full stop that both shortens a word and ends the sentence, by what follows.
    Abbreviation,
    /// A mark with no space behind it where one was lost (`on Monday.The`).
    LostSpace,
    /// The colon of a sentence that announces the next (`the following reasons: The`).
    Announcement,
    /// A face made of marks (`:)`) before a capital.
    Emoticon,
    /// The marker of the next item of a list inside a line (`1. … 2. …`).
    ListItem,
    /// The end of a line that is not a line of a hard-wrapped paragraph.
    LineEnd,
    /// A blank line.
    Paragraph,
    /// The region or the text ended.
    RegionEnd,
}

impl Boundary {
    /// The stable name, in kebab case. Constant time.
    ///
    /// ```
    /// assert_eq!(copydesk::sentence::Boundary::LostSpace.as_str(), "lost-space");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Boundary::FullStop => "full-stop",
            Boundary::Question => "question",
            Boundary::Exclamation => "exclamation",
            Boundary::Ellipsis => "ellipsis",
            Boundary::Abbreviation => "abbreviation",
            Boundary::LostSpace => "lost-space",
            Boundary::Announcement => "announcement",
            Boundary::Emoticon => "emoticon",
            Boundary::ListItem => "list-item",
            Boundary::LineEnd => "line-end",
            Boundary::Paragraph => "paragraph",
            Boundary::RegionEnd => "region-end",
        }
    }
}

impl fmt::Display for Boundary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Why a sentence does not end at a mark that could have ended it.
///
/// ```
/// use copydesk::sentence::{Rejection, Segmenter, Verdict};
/// let found: Vec<_> = Segmenter::new().explain("Mr. Lee paid $3.50.").collect();
/// assert_eq!(found[0].verdict, Verdict::Rejected(Rejection::Abbreviation));
/// assert_eq!(found[1].verdict, Verdict::Rejected(Rejection::InsideWord));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Rejection {
    /// The stop belongs to an abbreviation, an initial or an acronym, and what follows goes with it.
    Abbreviation,
    /// The mark stands inside a number, an address, a file or product name (`3.5`, `example.org`).
    InsideWord,
    /// Lower case follows.
    LowerCase,
    /// A comma or another mark that goes on with the sentence follows.
    Punctuation,
    /// The words behind a quoted question or exclamation say who spoke it.
    Attribution,
    /// The mark is part of a name (`Yahoo!`).
    Name,
    /// The stop belongs to the number or letter that opens an item of a list.
    ListMarker,
    /// An ellipsis inside a sentence, or at its start.
    Omission,
    /// Quotations are kept whole, and this mark stands inside one.
    Quotation,
    /// The line end belongs to a hard-wrapped paragraph, or line ends are spaces.
    Wrapped,
}

impl Rejection {
    /// The stable name, in kebab case. Constant time.
    ///
    /// ```
    /// assert_eq!(copydesk::sentence::Rejection::InsideWord.as_str(), "inside-word");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Rejection::Abbreviation => "abbreviation",
            Rejection::InsideWord => "inside-word",
            Rejection::LowerCase => "lower-case",
            Rejection::Punctuation => "punctuation",
            Rejection::Attribution => "attribution",
            Rejection::Name => "name",
            Rejection::ListMarker => "list-marker",
            Rejection::Omission => "omission",
            Rejection::Quotation => "quotation",
            Rejection::Wrapped => "wrapped",
        }
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What was decided about one candidate.
///
/// ```
/// use copydesk::sentence::{Boundary, Verdict};
/// assert_eq!(Verdict::Accepted(Boundary::Paragraph).to_string(), "paragraph");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Verdict {
    /// A sentence ends here.
    Accepted(Boundary),
    /// The sentence goes on.
    Rejected(Rejection),
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Verdict::Accepted(boundary) => boundary.fmt(f),
            Verdict::Rejected(rejection) => rejection.fmt(f),
        }
    }
}

/// A place where a sentence could end, and what was decided.
///
/// ```
/// let segmenter = copydesk::sentence::Segmenter::new();
/// let first = segmenter.explain("He met Dr. Lee.").next();
/// assert_eq!(first.map(|c| c.end), Some(10));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Candidate {
    /// Where the sentence ends, or would end: one past the mark and the marks that close with it.
    pub end: usize,
    /// What was decided, and why.
    pub verdict: Verdict,
}
