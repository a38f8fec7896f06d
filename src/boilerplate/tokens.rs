//! A line as words and marks, read byte by byte once.
//!
//! Curly and straight marks, a no-break space and a space give the same tokens.

use crate::scan::blocks;
use crate::scan::work;

/// A word, with what its letters say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// First byte in the line.
    pub(crate) start: usize,
    /// One past its last byte.
    pub(crate) end: usize,
    /// Of the lower-case bytes; never 0.
    pub(crate) hash: u32,
    /// Of the first six of them: words that differ in their endings are alike.
    pub(crate) stem: u32,
    /// How its first byte is written.
    pub(crate) initial: Initial,
    /// Characters.
    pub(crate) chars: u32,
    /// Digits among them.
    pub(crate) digits: u32,
    /// More than one letter, and all capitals.
    pub(crate) shouted: bool,
}

/// How a word begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Initial {
    Lower,
    Upper,
    Digit,
    Other,
}

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

/// A word or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    Word(Word),
    Mark(Mark),
}

impl Token {
    pub(crate) fn word(self) -> Option<Word> {
        match self {
            Token::Word(word) => Some(word),
            Token::Mark(_) => None,
        }
    }
}

/// Bytes of a word that are hashed at once.
const CHUNK: usize = 8;
/// Those of the first of them that make the stem.
const STEM: u64 = 0x0000_ffff_ffff_ffff;
/// The bit that is set in every byte of a chunk by each of these: small letters and digits, letters
/// of either case, bytes beyond ASCII.
const SMALL: u64 = 0x2020_2020_2020_2020;
const LETTER: u64 = 0x4040_4040_4040_4040;
const WIDE: u64 = 0x8080_8080_8080_8080;

/// The tokens of a line; white space is none, but [`Tokens::spaced`] tells of it.
pub(crate) fn tokens(bytes: &[u8]) -> Tokens<'_> {
    Tokens { bytes, at: 0, base: 0, words: 0, filled: 0, spaced: false }
}

/// Iterator of [`tokens`].
#[derive(Clone, Debug)]
pub(crate) struct Tokens<'l> {
    bytes: &'l [u8],
    at: usize,
    /// Where the block begins that `words` has the bits of: letters, digits, bytes beyond ASCII.
    base: usize,
    words: u64,
    /// Where it ends.
    filled: usize,
    /// White space stands before the last token.
    pub(crate) spaced: bool,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        self.spaced = false;
        loop {
            let &byte = self.bytes.get(self.at)?;
            work::read(1);
            if byte.is_ascii_alphanumeric() {
                return Some(Token::Word(self.word()));
            }
            let (mark, len) = match MARKS.get(usize::from(byte)) {
                Some(&mark) => (mark, 1),
                None => match glyph(self.bytes, self.at)? {
                    (Some(mark), len) => (mark, len),
                    (None, _) => return Some(Token::Word(self.long_word(self.at))),
                },
            };
            self.at += len;
            if mark != Mark::Space {
                return Some(Token::Mark(mark));
            }
            self.spaced = true;
        }
    }
}

impl Tokens<'_> {
    /// The word that begins here with a letter or digit of ASCII.
    #[inline]
    fn word(&mut self) -> Word {
        let start = self.at;
        let end = self.run_end(start);
        let next = self.bytes.get(end).copied().unwrap_or_default();
        if end == self.filled || matches!(next, b'\'' | b'`' | 0xe2) {
            return self.long_word(start);
        }
        let (mut reading, mut at) = (Reading::default(), start);
        while at < end {
            let rest = self.bytes.get(at..).and_then(|rest| rest.first_chunk::<CHUNK>());
            let Some(chunk) = rest else { return self.long_word(start) };
            let len = (end - at).min(CHUNK);
            let chunk = u64::from_le_bytes(*chunk) & (u64::MAX >> (64 - 8 * len));
            if chunk & WIDE != 0 {
                return self.long_word(start);
            }
            reading.chunk(chunk, len as u32);
            at += len;
        }
        self.at = end;
        reading.word(self.bytes, start, end)
    }

    /// Where the run of letters, digits and bytes beyond ASCII ends, or this block of the line.
    #[inline]
    fn run_end(&mut self, start: usize) -> usize {
        if start < self.base || start + CHUNK >= self.filled {
            self.base = start;
            self.filled = start + blocks::BLOCK;
            let block = blocks::block(self.bytes, start, self.bytes.len());
            self.words = blocks::mask(&block, blocks::is_wordish);
        }
        start + (self.words >> (start - self.base)).trailing_ones() as usize
    }

    /// The word that begins here, byte by byte.
    fn long_word(&mut self, start: usize) -> Word {
        let (mut reading, mut at) = (Reading::default(), start);
        let (mut chunk, mut used, mut wide) = (0_u64, 0, 0);
        while let Some(&byte) = self.bytes.get(at) {
            let (folded, len) = match byte.is_ascii_alphanumeric() {
                true => (byte, 1),
                false => match inner(self.bytes, at) {
                    Some(inner) => inner,
                    None => break,
                },
            };
            wide += u32::from(folded & 0xc0 == 0x80);
            at += len;
            work::read(len);
            chunk |= u64::from(folded) << (8 * used);
            used += 1;
            if used == CHUNK as u32 {
                reading.chunk(chunk, used);
                (chunk, used) = (0, 0);
            }
        }
        if used > 0 {
            reading.chunk(chunk, used);
        }
        reading.chars -= wide;
        self.at = at;
        reading.word(self.bytes, start, at)
    }
}

/// A word as its chunks come in.
#[derive(Clone, Copy, Debug, Default)]
struct Reading {
    hash: u64,
    stem: u64,
    chars: u32,
    digits: u32,
    capitals: u32,
}

impl Reading {
    /// Takes the next chunk, of `len` bytes.
    #[inline]
    fn chunk(&mut self, chunk: u64, len: u32) {
        let mut folded = chunk;
        let used = u64::MAX >> (64 - 8 * len);
        // Most words are nothing but small letters of ASCII.
        if chunk & (WIDE | LETTER | SMALL) != (LETTER | SMALL) & used {
            let ascii = !chunk & WIDE;
            let capitals = chunk & LETTER & (!chunk & SMALL) << 1 & ascii >> 1;
            let digits =
                !chunk & LETTER & (chunk & SMALL) << 1 & (chunk << 2 & LETTER) & ascii >> 1;
            self.digits += letters(digits);
            self.capitals += letters(capitals);
            folded |= capitals >> 1;
        }
        if self.chars == 0 {
            self.stem = mix(1, folded & STEM);
        }
        self.hash = mix(self.hash, folded);
        self.chars += len;
    }

    #[inline]
    fn word(self, bytes: &[u8], start: usize, end: usize) -> Word {
        let initial = match bytes.get(start) {
            Some(b'a'..=b'z') => Initial::Lower,
            Some(b'A'..=b'Z') => Initial::Upper,
            Some(b'0'..=b'9') => Initial::Digit,
            _ => Initial::Other,
        };
        Word {
            start,
            end,
            hash: (self.hash >> 32) as u32 | 1,
            stem: (self.stem >> 32) as u32 | 1,
            initial,
            chars: self.chars,
            digits: self.digits,
            shouted: self.chars > 1 && self.capitals == self.chars,
        }
    }
}

/// How many bytes have the bit [`LETTER`].
#[inline]
fn letters(bits: u64) -> u32 {
    ((bits >> 6).wrapping_mul(0x0101_0101_0101_0101) >> 56) as u32
}

/// One step of the hash of a word.
#[inline]
fn mix(hash: u64, chunk: u64) -> u64 {
    (hash.rotate_left(23) ^ chunk).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The mark at a place, or none for a byte of a word; and its length in bytes.
#[inline]
fn glyph(bytes: &[u8], at: usize) -> Option<(Option<Mark>, usize)> {
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
const MARKS: [Mark; 128] = {
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
fn inner(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    match glyph(bytes, at)? {
        (None, len) => Some((bytes[at], len)),
        (Some(Mark::Single), len) => match glyph(bytes, at + len) {
            Some((None, _)) => Some((b'\'', len)),
            _ => None,
        },
        _ => None,
    }
}

/// The hash of one word, as a table writes it.
pub(crate) fn hash_of(word: &str) -> u32 {
    tokens(word.as_bytes()).find_map(Token::word).map_or(1, |w| w.hash)
}

/// A word as a table writes it: lower case, straight apostrophe.
#[cfg(feature = "train")]
pub(crate) fn spell(word: &[u8]) -> String {
    let word = String::from_utf8_lossy(word);
    word.chars()
        .map(
            |c| {
                if matches!(c, '\u{2018}' | '\u{2019}' | '`') {
                    '\''
                } else {
                    c.to_ascii_lowercase()
                }
            },
        )
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(line: &str) -> Vec<Result<String, Mark>> {
        tokens(line.as_bytes())
            .map(|t| match t {
                Token::Word(w) => Ok(line[w.start..w.end].to_string()),
                Token::Mark(m) => Err(m),
            })
            .collect()
    }

    #[test]
    fn curly_and_straight_marks_are_alike() {
        let hashes = |l: &str| {
            tokens(l.as_bytes()).map(|t| t.word().map_or(0, |w| w.hash)).collect::<Vec<_>>()
        };
        assert_eq!(hashes("\"Don't,\" he said"), hashes("“Don’t,”\u{a0}he said"));
    }

    #[test]
    fn an_apostrophe_is_inside_a_word_or_a_mark() {
        assert_eq!(shape("it's 'x'").len(), 4);
        assert_eq!(shape("é’"), [Ok("é".to_string()), Err(Mark::Single)]);
    }

    #[test]
    fn cut_and_odd_characters_do_not_panic() {
        for line in ["", "\u{2028}", "🙂🙂", "a\u{300}b", "日本語。", "©", "\u{feff}x"] {
            let end = tokens(line.as_bytes())
                .filter_map(|t| t.word())
                .all(|w| line.is_char_boundary(w.end));
            assert!(end, "{line:?}");
        }
    }
}
