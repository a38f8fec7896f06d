//! A line as words and marks, read byte by byte once.
//!
//! Curly and straight marks, a no-break space and a space give the same tokens.

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

/// Characters of a word that go into its stem.
const STEM: u32 = 6;

/// The tokens of a line; runs of white space are one mark.
pub(crate) fn tokens(bytes: &[u8]) -> impl Iterator<Item = Token> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let token = next(bytes, &mut at)?;
        if token == Token::Mark(Mark::Space) {
            while let Some((Some(Mark::Space), len)) = glyph(bytes, at) {
                at += len;
            }
        }
        Some(token)
    })
}

#[inline]
fn next(bytes: &[u8], at: &mut usize) -> Option<Token> {
    match glyph(bytes, *at)? {
        (Some(mark), len) => {
            *at += len;
            Some(Token::Mark(mark))
        }
        (None, _) => {
            let word = read_word(bytes, *at);
            *at = word.end;
            Some(Token::Word(word))
        }
    }
}

/// The mark at a place, or none for a byte of a word; and its length in bytes.
#[inline]
fn glyph(bytes: &[u8], at: usize) -> Option<(Option<Mark>, usize)> {
    let &first = bytes.get(at)?;
    if first.is_ascii_alphanumeric() {
        return Some((None, 1));
    }
    if first < 0x80 {
        return Some((Some(ascii_mark(first)), 1));
    }
    Some(wide_glyph(first, bytes.get(at + 1).copied(), bytes.get(at + 2).copied()))
}

fn ascii_mark(byte: u8) -> Mark {
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

/// Reads the word that begins at a byte of a word.
#[inline]
fn read_word(bytes: &[u8], start: usize) -> Word {
    let (mut hash, mut stem, mut at) = (0x811c_9dc5_u32, 0, start);
    let (mut chars, mut digits, mut capitals) = (0, 0, 0);
    while let Some(&byte) = bytes.get(at) {
        let (folded, len) = match byte {
            b'a'..=b'z' => (byte, 1),
            b'A'..=b'Z' => (byte | 0x20, 1),
            b'0'..=b'9' => (byte, 1),
            _ => match inner(bytes, at) {
                Some(inner) => inner,
                None => break,
            },
        };
        capitals += u32::from(byte.is_ascii_uppercase());
        digits += u32::from(byte.is_ascii_digit());
        hash = (hash ^ u32::from(folded)).wrapping_mul(0x0100_0193);
        chars += u32::from(byte & 0xc0 != 0x80);
        at += len;
        if chars <= STEM {
            stem = hash;
        }
    }
    let initial = match bytes.get(start) {
        Some(b'a'..=b'z') => Initial::Lower,
        Some(b'A'..=b'Z') => Initial::Upper,
        Some(b'0'..=b'9') => Initial::Digit,
        _ => Initial::Other,
    };
    let shouted = chars > 1 && capitals == chars;
    Word { start, end: at, hash: hash.max(1), stem: stem.max(1), initial, chars, digits, shouted }
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
    read_word(word.as_bytes(), 0).hash
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
        assert_eq!(shape("it's 'x'").len(), 5);
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
