//! Marks: what the characters of a line are that are no letters and digits.

/// A mark, by what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Mark {
    Space,
    Comma,
    Stop,
    Exclaim,
    Question,
    Ellipsis,
    Colon,
    Quote,
    Single,
    Dash,
    Open,
    Close,
    Separator,
    Bullet,
    Hash,
    Money,
    At,
    Rights,
    Symbol,
}

/// The mark at a place, or none for a byte of a word; and its length in bytes.
#[inline]
pub(super) fn glyph(bytes: &[u8], at: usize) -> Option<(Option<Mark>, usize)> {
    let &first = bytes.get(at)?;
    if first.is_ascii_alphanumeric() {
        return Some((None, 1));
    }
    if first < 0x80 {
        return Some((Some(MARKS[usize::from(first)]), 1));
    }
    Some(wide_glyph(first, bytes.get(at + 1).copied(), bytes.get(at + 2).copied()))
}

/// The marks of ASCII; letters and digits have an entry that nobody reads.
pub(super) const MARKS: [Mark; 128] = {
    let mut marks = [Mark::Symbol; 128];
    let mut byte = 0;
    while byte < 128 {
        marks[byte as usize] = ascii_mark(byte);
        byte += 1;
    }
    marks
};

const fn ascii_mark(byte: u8) -> Mark {
    match byte {
        b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c => Mark::Space,
        b',' | b';' => Mark::Comma,
        b'.' => Mark::Stop,
        b'!' => Mark::Exclaim,
        b'?' => Mark::Question,
        b':' => Mark::Colon,
        b'"' => Mark::Quote,
        b'\'' | b'`' => Mark::Single,
        b'-' => Mark::Dash,
        b'(' | b'[' | b'{' => Mark::Open,
        b')' | b']' | b'}' => Mark::Close,
        b'|' | b'/' | b'>' | b'<' | b'_' | b'\\' => Mark::Separator,
        b'*' | b'+' => Mark::Bullet,
        b'#' => Mark::Hash,
        b'$' | b'%' => Mark::Money,
        b'@' => Mark::At,
        _ => Mark::Symbol,
    }
}

/// Marks beyond ASCII by their UTF-8 bytes; what is not listed is a letter.
fn wide_glyph(first: u8, second: Option<u8>, third: Option<u8>) -> (Option<Mark>, usize) {
    match (first, second, third) {
        (0xc2, Some(0xa0 | 0x85), _) => (Some(Mark::Space), 2),
        (0xc2, Some(0xab | 0xbb), _) => (Some(Mark::Quote), 2),
        (0xc2, Some(0xb7), _) => (Some(Mark::Separator), 2),
        (0xc2, Some(0xa9 | 0xae), _) => (Some(Mark::Rights), 2),
        (0xc2, Some(0xa3 | 0xa5), _) => (Some(Mark::Money), 2),
        (0xc2, Some(_), _) => (Some(Mark::Symbol), 2),
        (0xe2, Some(0x80), Some(third)) => (Some(general_mark(third)), 3),
        (0xe2, Some(0x82), Some(_)) => (Some(Mark::Money), 3),
        (0xe2, Some(_), Some(_)) => (Some(Mark::Symbol), 3),
        (0xf0.., Some(_), Some(_)) => (Some(Mark::Symbol), 4),
        _ => (None, 1),
    }
}

/// U+2000 to U+203F by the last byte.
fn general_mark(third: u8) -> Mark {
    match third {
        0x80..=0x8f | 0xa8..=0xaf => Mark::Space,
        0x90..=0x95 => Mark::Dash,
        0x98..=0x9b | 0xb9 | 0xba => Mark::Single,
        0x9c..=0x9f => Mark::Quote,
        0xa2 | 0xa3 => Mark::Bullet,
        0xa6 => Mark::Ellipsis,
        _ => Mark::Symbol,
    }
}

/// A byte inside a word that is no ASCII letter or digit, folded, and how many bytes it stands for:
/// a letter beyond ASCII, or an apostrophe with a letter after it.
#[inline]
pub(super) fn inner(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    match glyph(bytes, at)? {
        (None, len) => Some((bytes[at], len)),
        (Some(Mark::Single), len) => match glyph(bytes, at + len) {
            Some((None, _)) => Some((b'\'', len)),
            _ => None,
        },
        _ => None,
    }
}
