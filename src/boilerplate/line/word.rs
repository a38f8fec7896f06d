//! A word of a line: its hash, and what its letters say, eight bytes at a step.

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
    Lower = 0,
    Upper = 1,
    Digit = 2,
    Other = 4,
}

impl Initial {
    #[inline]
    pub(crate) fn of(byte: u8) -> Initial {
        match byte {
            b'a'..=b'z' => Initial::Lower,
            b'A'..=b'Z' => Initial::Upper,
            b'0'..=b'9' => Initial::Digit,
            _ => Initial::Other,
        }
    }
}

/// Bytes of a word that are hashed at once.
pub(super) const CHUNK: usize = 8;
/// Those of the first of them that make the stem.
const STEM: u64 = 0x0000_ffff_ffff_ffff;
/// The bit that is set in every byte of a chunk by each of these: small letters and digits, letters
/// of either case, bytes beyond ASCII.
const SMALL: u64 = 0x2020_2020_2020_2020;
const LETTER: u64 = 0x4040_4040_4040_4040;
pub(super) const WIDE: u64 = 0x8080_8080_8080_8080;

/// A word as its chunks come in.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reading {
    hash: u64,
    stem: u64,
    pub(super) chars: u32,
    digits: u32,
    capitals: u32,
}

impl Reading {
    /// Takes the next chunk, of `len` bytes.
    #[inline]
    pub(super) fn chunk(&mut self, chunk: u64, len: u32) {
        let mut folded = chunk;
        let used = used(len as usize).unwrap_or_default();
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
        match self.chars {
            0 => self.begin(folded),
            _ => self.goes_on(folded),
        }
        self.chars += len;
    }

    /// Takes the first chunk, in lower case.
    #[inline]
    pub(super) fn begin(&mut self, folded: u64) {
        self.stem = mix(1, folded & STEM);
        self.hash = mix(0, folded);
    }

    /// Takes another chunk, in lower case.
    #[inline]
    pub(super) fn goes_on(&mut self, folded: u64) {
        self.hash = mix(self.hash, folded);
    }

    /// A word of which no more is known than where it is, and that it is plain.
    #[inline]
    pub(super) fn plain(self, start: usize, end: usize, initial: Initial) -> Word {
        Word {
            start,
            end,
            hash: (self.hash >> 32) as u32 | 1,
            stem: (self.stem >> 32) as u32 | 1,
            initial,
            chars: (end - start) as u32,
            digits: 0,
            shouted: false,
        }
    }

    /// The word that was read.
    #[inline]
    pub(super) fn word(self, bytes: &[u8], start: usize, end: usize) -> Word {
        Word {
            chars: self.chars,
            digits: self.digits,
            shouted: self.chars > 1 && self.capitals == self.chars,
            ..self.plain(start, end, Initial::of(bytes[start]))
        }
    }
}

/// The first eight bytes.
#[inline]
pub(super) fn chunk(bytes: &[u8]) -> Option<u64> {
    bytes.first_chunk().map(|chunk| u64::from_le_bytes(*chunk))
}

/// All bits of the first `len` bytes, if that is one to eight.
#[inline]
pub(super) fn used(len: usize) -> Option<u64> {
    u64::MAX.checked_shr(64 - 8 * len as u32)
}

/// The highest bit of every byte that is no small letter of ASCII.
#[inline]
pub(super) fn no_letters(chunk: u64) -> u64 {
    const ONES: u64 = WIDE >> 7;
    let seven = chunk & !WIDE;
    // The highest bit of a byte: it is "a" or more, and not more than "z".
    !((seven + ONES * 0x1f) & !(seven + ONES * 0x05) & !chunk) & WIDE
}

/// All bits of the bytes ahead of the first whose highest bit is set; there is one.
#[inline]
pub(super) fn ahead(marked: u64) -> u64 {
    (marked ^ marked.wrapping_sub(1)) >> 8
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
