//! A line as words and marks, read byte by byte once.
//!
//! Curly and straight marks, a no-break space and a space give the same tokens.

use std::num::NonZeroU64;

pub(crate) use super::marks::Mark;
use super::marks::{glyph, inner, MARKS};
use super::word::{ahead, chunk, no_letters, used, Reading, CHUNK, WIDE};
pub(crate) use super::word::{Initial, Word};
use crate::scan::blocks;
use crate::scan::work;
use crate::span::Span;

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

/// The tokens of a line; white space is none, but [`Tokens::spaced`] tells of it.
pub(crate) fn tokens(bytes: &[u8]) -> Tokens<'_> {
    let mut tokens = Tokens::of(bytes);
    tokens.enter(Span::new(0, bytes.len()));
    tokens
}

/// The tokens of some lines of a text, one line after another.
#[derive(Clone, Debug)]
pub(crate) struct Tokens<'t> {
    bytes: &'t [u8],
    at: usize,
    /// Where the line ends.
    limit: usize,
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

    fn next(&mut self) -> Option<Token> {
        self.spaced = false;
        while self.at < self.limit {
            let &byte = self.bytes.get(self.at)?;
            work::read(1);
            if byte.is_ascii_alphanumeric() {
                return Some(Token::Word(self.word()));
            }
            let (mark, len) = match MARKS.get(usize::from(byte)) {
                Some(&mark) => (mark, 1),
                None => match glyph(self.line(), self.at)? {
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
        None
    }
}

impl<'t> Tokens<'t> {
    /// A reader of lines of this text.
    pub(crate) fn of(bytes: &'t [u8]) -> Tokens<'t> {
        Tokens { bytes, at: 0, limit: 0, base: 0, words: 0, filled: 0, spaced: false }
    }

    /// Goes to the beginning of a line.
    pub(crate) fn enter(&mut self, line: Span) {
        (self.at, self.limit) = (line.start, line.end.min(self.bytes.len()));
    }

    /// What is left of the line.
    pub(crate) fn rest(&self) -> &'t [u8] {
        self.line().get(self.at..).unwrap_or_default()
    }

    /// The text up to the end of the line.
    fn line(&self) -> &'t [u8] {
        &self.bytes[..self.limit]
    }

    /// The next token if it is the plainest of words and nothing but a space stands before it: most
    /// words are a letter and up to fourteen small letters of ASCII. Otherwise nothing is read, and
    /// [`Tokens::next`] has the token.
    #[inline(always)]
    pub(crate) fn plain_word(&mut self) -> Option<Word> {
        let window = self.bytes.get(self.at..)?.first_chunk::<{ 2 * CHUNK + 2 }>()?;
        let spaced = usize::from(window[0] == b' ');
        let window = &window[spaced..];
        let first = chunk(window)?;
        let folded = first | 0x20;
        let mut reading = Reading::default();
        let len = match NonZeroU64::new(no_letters(folded)) {
            Some(end) => {
                reading.begin(folded & ahead(end.get()));
                end.trailing_zeros() as usize / 8
            }
            None => {
                reading.begin(folded);
                let second = chunk(&window[CHUNK..])?;
                let end = NonZeroU64::new(no_letters(second))?;
                if end.get() & 0xff == 0 {
                    reading.goes_on(second & ahead(end.get()));
                }
                CHUNK + end.trailing_zeros() as usize / 8
            }
        };
        let start = self.at + spaced;
        let end = start + len;
        if len == 0 || !ENDS[usize::from(*window.get(len)?)] || end > self.limit {
            return None;
        }
        work::read(len + 1);
        (self.at, self.spaced) = (end, spaced > 0);
        let initial = if first & 0x20 == 0 { Initial::Upper } else { Initial::Lower };
        Some(reading.plain(start, end, initial))
    }

    /// The next token if it is a mark of ASCII and nothing but a space stands before it. Otherwise
    /// nothing is read, and [`Tokens::next`] has the token.
    #[inline(always)]
    pub(crate) fn plain_mark(&mut self) -> Option<Mark> {
        let spaced = *self.bytes.get(self.at)? == b' ';
        let at = self.at + usize::from(spaced);
        let &byte = self.bytes.get(at).filter(|byte| !byte.is_ascii_alphanumeric())?;
        let &mark = MARKS.get(usize::from(byte)).filter(|mark| **mark != Mark::Space)?;
        if at >= self.limit {
            return None;
        }
        work::read(1);
        (self.at, self.spaced) = (at + 1, spaced);
        Some(mark)
    }

    /// The word that begins here with a letter or digit of ASCII.
    #[inline]
    fn word(&mut self) -> Word {
        let start = self.at;
        let end = self.run_end(start);
        let next = self.line().get(end).copied().unwrap_or_default();
        if end == self.filled || matches!(next, b'\'' | b'`' | 0xe2) {
            return self.long_word(start);
        }
        let (mut reading, mut at) = (Reading::default(), start);
        while at < end {
            let rest = self.bytes.get(at..).and_then(|rest| rest.first_chunk::<CHUNK>());
            let Some(chunk) = rest else { return self.long_word(start) };
            let len = (end - at).min(CHUNK);
            let chunk = u64::from_le_bytes(*chunk) & used(len).unwrap_or_default();
            if chunk & WIDE != 0 {
                return self.long_word(start);
            }
            reading.chunk(chunk, len as u32);
            at += len;
        }
        self.at = end;
        reading.word(self.bytes, start, end)
    }

    /// Where the run of letters, digits and bytes beyond ASCII ends, or this block of the text, or
    /// the line.
    #[inline]
    fn run_end(&mut self, start: usize) -> usize {
        if start < self.base || start + CHUNK >= self.filled {
            self.base = start;
            self.filled = start + blocks::BLOCK;
            let block = blocks::block(self.bytes, start, self.bytes.len());
            self.words = blocks::mask(&block, blocks::is_wordish);
        }
        let run = (self.words >> (start - self.base)).trailing_ones() as usize;
        (start + run).min(self.limit)
    }

    /// The word that begins here, byte by byte.
    fn long_word(&mut self, start: usize) -> Word {
        let (mut reading, mut at) = (Reading::default(), start);
        let (mut chunk, mut used, mut wide) = (0_u64, 0, 0);
        let line = self.line();
        while let Some(&byte) = line.get(at) {
            let (folded, len) = match byte.is_ascii_alphanumeric() {
                true => (byte, 1),
                false => match inner(line, at) {
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

/// Bytes behind which nothing of a word can follow: neither letters and digits nor apostrophes.
const ENDS: [bool; 256] = {
    let mut ends = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        ends[byte as usize] = !byte.is_ascii_alphanumeric() && byte != b'\'' && byte != b'`';
        byte += 1;
    }
    ends
};

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
