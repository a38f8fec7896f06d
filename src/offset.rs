//! [`Offsets`]: from bytes to the units that other tools count in.

use crate::span::Span;

/// Bytes between two remembered counts: a lookup walks over fewer than so many bytes.
const STRIDE: usize = 256;

/// Translates byte offsets of one text into characters or UTF-16 code units.
///
/// copydesk counts bytes. Annotation tools count characters (brat, doccano, Label Studio on its
/// Python side, spaCy) or UTF-16 code units (browsers, Java, Label Studio on its page). Building is
/// one pass over the text and keeps one number for every 256 bytes; a lookup is constant time.
///
/// ```
/// use copydesk::{Offsets, Span};
/// let text = "🙂 Łódź voted.";
/// let lodz = Span::new(5, 12);
/// assert_eq!(&text[lodz], "Łódź");
/// assert_eq!(Offsets::chars(text).span(lodz), Span::new(2, 6));
/// assert_eq!(Offsets::utf16(text).span(lodz), Span::new(3, 7));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: Unit,
    counts: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Char,
    Utf16,
}

impl Unit {
    /// What a byte adds to the count. The units of a character are counted at its first byte, so
    /// that a plain sum over bytes gives the count.
    fn of(self, byte: u8) -> usize {
        let starts_character = byte & 0b1100_0000 != 0b1000_0000;
        // Only characters of four bytes lie outside the basic plane and take a surrogate pair.
        let takes_pair = self == Unit::Utf16 && byte >= 0b1111_0000;
        usize::from(starts_character) + usize::from(takes_pair)
    }
}

impl<'t> Offsets<'t> {
    /// Offsets in characters (Unicode scalar values), as Python counts them. Linear in the text.
    ///
    /// ```
    /// assert_eq!(copydesk::Offsets::chars("Çà").at(2), 1);
    /// ```
    pub fn chars(text: &'t str) -> Offsets<'t> {
        Offsets::new(text, Unit::Char)
    }

    /// Offsets in UTF-16 code units, as JavaScript and Java count them. Linear in the text.
    ///
    /// ```
    /// assert_eq!(copydesk::Offsets::utf16("🙂!").at(4), 2);
    /// ```
    pub fn utf16(text: &'t str) -> Offsets<'t> {
        Offsets::new(text, Unit::Utf16)
    }

    fn new(text: &'t str, unit: Unit) -> Offsets<'t> {
        let mut total = 0;
        let counts = text.as_bytes().chunks(STRIDE).map(|chunk| {
            let before = total;
            total += count(chunk, unit);
            before
        });
        Offsets { text, unit, counts: counts.collect() }
    }

    /// Units before byte `offset`; of an offset past the end, the units of the whole text.
    /// Constant time.
    ///
    /// ```
    /// let offsets = copydesk::Offsets::chars("né");
    /// assert_eq!((offsets.at(1), offsets.at(3), offsets.at(99)), (1, 2, 2));
    /// ```
    pub fn at(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let Some(block) = self.counts.len().checked_sub(1).map(|last| last.min(offset / STRIDE))
        else {
            return 0;
        };
        let bytes = &self.text.as_bytes()[block * STRIDE..offset];
        self.counts[block] + count(bytes, self.unit)
    }

    /// A span of bytes as a span of units, half-open as well. Constant time.
    ///
    /// ```
    /// use copydesk::{Offsets, Span};
    /// let text = "“No,” she said.";
    /// let quote = copydesk::quotes(text).as_slice()[0].parts[0];
    /// assert_eq!(Offsets::chars(text).span(quote), Span::new(0, 5));
    /// ```
    pub fn span(&self, span: Span) -> Span {
        Span::new(self.at(span.start), self.at(span.end))
    }
}

fn count(bytes: &[u8], unit: Unit) -> usize {
    bytes.iter().map(|&byte| unit.of(byte)).sum()
}
