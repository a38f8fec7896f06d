//! Reading a region around a candidate: bytes, white space and line ends, never past the region.

use crate::scan::work;
use crate::span::Span;

/// One region of a text. Reading outside it gives NUL, so that no caller need check bounds.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'t> {
    pub(super) text: &'t str,
    pub(super) region: Span,
}

impl<'t> View<'t> {
    /// The bytes up to the end of the region.
    #[inline]
    pub(super) fn bytes(&self) -> &'t [u8] {
        &self.text.as_bytes()[..self.region.end]
    }

    #[inline]
    pub(super) fn byte(&self, at: usize) -> u8 {
        work::read(1);
        self.bytes().get(at).copied().unwrap_or(0)
    }

    /// The byte in front of `at`, NUL at the start of the region.
    #[inline]
    pub(super) fn byte_before(&self, at: usize) -> u8 {
        if at > self.region.start {
            self.byte(at - 1)
        } else {
            0
        }
    }

    /// The character that begins at `at`, which is a character boundary.
    #[inline]
    pub(super) fn char(&self, at: usize) -> Option<char> {
        let byte = self.byte(at);
        if byte < 0x80 {
            return (at < self.region.end).then_some(char::from(byte));
        }
        self.text.get(at..self.region.end)?.chars().next()
    }

    /// The character that ends at `at`.
    #[inline]
    pub(super) fn char_before(&self, at: usize) -> Option<char> {
        let byte = self.byte_before(at);
        if byte < 0x80 {
            return (at > self.region.start).then_some(char::from(byte));
        }
        self.text.get(self.region.start..at)?.chars().next_back()
    }

    /// Length of the white space that begins at `at` and is no line end; 0 when there is none.
    #[inline]
    pub(super) fn space_len(&self, at: usize) -> usize {
        match self.byte(at) {
            b' ' | b'\t' => 1,
            0..=0x7f => 0,
            _ => self.wide_space_len(at),
        }
    }

    fn wide_space_len(&self, at: usize) -> usize {
        match self.char(at) {
            Some(c) if is_zero_width(c) => c.len_utf8(),
            Some(c) if c.is_whitespace() && self.line_end_len(at) == 0 => c.len_utf8(),
            _ => 0,
        }
    }

    /// Length of the white space that ends at `at` and is no line end; 0 when there is none.
    #[inline]
    pub(super) fn space_len_before(&self, at: usize) -> usize {
        match self.byte_before(at) {
            b' ' | b'\t' => 1,
            0..=0x7f => 0,
            _ => self.char_before(at).map_or(0, |c| self.space_len(at - c.len_utf8())),
        }
    }

    /// Length of the line end that begins at `at`; 0 when there is none.
    #[inline]
    pub(super) fn line_end_len(&self, at: usize) -> usize {
        match self.byte(at) {
            b'\n' | 0x0b | 0x0c => 1,
            b'\r' => 1 + usize::from(self.byte(at + 1) == b'\n'),
            0xc2 if self.byte(at + 1) == 0x85 => 2,
            0xe2 if self.byte(at + 1) == 0x80 && self.byte(at + 2) & 0xfe == 0xa8 => 3,
            _ => 0,
        }
    }

    /// The first byte at or behind `at` that is no white space inside a line.
    #[inline]
    pub(super) fn skip_spaces(&self, mut at: usize) -> usize {
        loop {
            match self.space_len(at) {
                0 => return at,
                n => at += n,
            }
        }
    }

    /// The first byte at or behind `at` that is neither white space nor a line end, and how many
    /// line ends lie before it.
    #[inline]
    pub(super) fn skip_blank(&self, at: usize) -> (usize, usize) {
        self.skip_lines(at, usize::MAX)
    }

    /// The same, but behind no more than so many line ends.
    #[inline]
    pub(super) fn skip_lines(&self, mut at: usize, most: usize) -> (usize, usize) {
        let mut lines = 0;
        loop {
            at = self.skip_spaces(at);
            match self.line_end_len(at) {
                0 => return (at, lines),
                _ if lines == most => return (at, lines),
                n => {
                    at += n;
                    lines += 1;
                }
            }
        }
    }

    /// The first character without width in the white space from `at` to `next`, or `next`: it is read
    /// as white space, but belongs to a sentence as any other character.
    #[inline]
    pub(super) fn skip_white(&self, at: usize, next: usize) -> usize {
        let gap = self.text.get(at..next).unwrap_or_default();
        gap.find(is_zero_width).map_or(next, |width| at + width)
    }

    /// The end of what stands before `at` when the white space in between is left out.
    #[inline]
    pub(super) fn trim_end(&self, from: usize, at: usize) -> usize {
        if !matches!(self.byte_before(at), b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x80..) {
            return at;
        }
        let text = self.text.get(from..at).unwrap_or_default();
        let end = from + text.trim_end().len();
        work::read(at.saturating_sub(end));
        end
    }

    /// The run of ASCII letters that begins at `at`.
    #[inline]
    pub(super) fn letters(&self, at: usize) -> &'t [u8] {
        let rest = self.bytes().get(at..).unwrap_or_default();
        let near = rest.first_chunk().map_or(8, |near| leading_letters(u64::from_le_bytes(*near)));
        let len = match near {
            8 => rest.iter().take(WORD).take_while(|b| b.is_ascii_alphabetic()).count(),
            near => near,
        };
        work::read(len);
        &rest[..len]
    }

    /// The run of ASCII letters that ends at `at` and begins no earlier than `from`.
    #[inline]
    pub(super) fn letters_before(&self, from: usize, at: usize) -> &'t [u8] {
        let rest = self.bytes().get(from.max(at.saturating_sub(WORD))..at).unwrap_or_default();
        let near = rest.last_chunk().map_or(8, |near| leading_letters(u64::from_be_bytes(*near)));
        let len = match near {
            8 => rest.iter().rev().take_while(|b| b.is_ascii_alphabetic()).count(),
            near => near,
        };
        work::read(len);
        &rest[rest.len() - len..]
    }
}

/// How many of eight bytes are ASCII letters ahead of the first that is none, the lowest byte first.
#[inline]
fn leading_letters(eight: u64) -> usize {
    const ONES: u64 = u64::MAX / 255;
    let folded = (eight | ONES << 5) & !(ONES << 7);
    // The highest bit of a byte: it is "a" or more, and more than "z".
    let (from_a, behind_z) = (folded + ONES * 0x1f, folded + ONES * 0x05);
    let others = !(from_a & !behind_z & !eight) & ONES << 7;
    others.trailing_zeros() as usize / 8
}

/// No word of a table is longer; a window on either side of a candidate.
pub(super) const WORD: usize = 24;

/// Characters without width that stand where white space may, or behind a mark.
pub(super) fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// Marks that open a quotation, or may.
#[inline]
pub(super) fn opens_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '\u{201c}'
            | '\u{2018}'
            | '\u{201e}'
            | '\u{201a}'
            | '\u{ab}'
            | '\u{2039}'
            | '\u{201f}'
            | '\u{300c}'
            | '\u{300e}'
    )
}

/// Marks that close a quotation or a bracket behind a terminator.
#[inline]
pub(super) fn closes(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | ')' | ']' | '}')
        || !c.is_ascii()
            && matches!(
                c,
                '\u{201d}'
                    | '\u{2019}'
                    | '\u{bb}'
                    | '\u{203a}'
                    | '\u{300d}'
                    | '\u{300f}'
                    | '\u{ff09}'
                    | '\u{3011}'
                    | '\u{300b}'
            )
}
