//! Line ends: does a single one end a sentence?

/// What a single line end means; a blank line always ends a sentence.
///
/// ```
/// use copydesk::sentence::{LineEnds, Segmenter};
/// let text = "One line\nand another";
/// let count = |line_ends| Segmenter::builder().line_ends(line_ends).build().sentences(text).count();
/// assert_eq!(count(LineEnds::Break), 2);
/// assert_eq!(count(LineEnds::Space), 1);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum LineEnds {
    /// It ends a sentence: every line is a paragraph, a headline or an item.
    Break,
    /// It is white space: paragraphs were wrapped at a fixed width.
    Space,
    /// Found out from the page: it is white space where the lines are filled up to one width and go
    /// on in lower case, and ends a sentence elsewhere.
    #[default]
    Detect,
}
