//! Words of ASCII letters and digits, eight bytes a step: how long, in which case, and their key.
//!
//! Nearly all words of news are of this kind. A stage reads them here, and the rest character by
//! character; the key is the same either way.

use super::fold::fold;
use super::table::{close, key, mix, short, SEED};
use super::work;

/// The lowest bit of each byte.
const ONES: u64 = u64::MAX / 255;
/// The highest bit of each byte.
const HIGH: u64 = ONES << 7;

/// A word of ASCII letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letters {
    pub len: usize,
    /// [`folded_key`] of the word.
    pub key: u64,
    /// Its first eight bytes, folded; the first byte is the lowest.
    pub head: u64,
    /// Its last eight bytes, folded; the last byte is the highest.
    pub tail: u64,
    /// It has a small letter.
    pub small: bool,
    /// It has a digit.
    pub digit: bool,
    /// It has a capital behind its first letter.
    pub inner: bool,
}

impl Letters {
    /// The longest run of letters and digits at the head of `bytes`; it may be empty.
    #[inline(always)]
    pub(crate) fn read(bytes: &[u8]) -> Letters {
        let (small, digit, inner) = (false, false, false);
        let mut word = Letters { len: 0, key: SEED, head: 0, tail: 0, small, digit, inner };
        loop {
            let eight = load(bytes, word.len);
            // Letters are the bytes that are small letters with the bit set that tells the case.
            let letters = between(eight | ONES << 5, b'a', b'z');
            let (capitals, small) = (letters & !(eight << 2), letters & eight << 2);
            let folded = eight | letters >> 2;
            let digits = between(eight, b'0', b'9');
            let others = !(letters | digits) & HIGH;
            let length = others.trailing_zeros() as usize / 8;
            let taken = first_bytes(length);
            let mut inner = capitals & taken;
            if word.len == 0 {
                word.head = folded & taken;
                inner &= !0xff;
            }
            word.inner |= inner != 0;
            word.len += length;
            word.small |= small & taken != 0;
            word.digit |= digits & taken != 0;
            if length == 8 {
                word.key = mix(word.key, folded);
                word.tail = folded;
                continue;
            }
            let rest = folded & taken;
            word.key = close(word.key, rest, word.len);
            work::read(word.len + 1);
            if length > 0 {
                word.tail = word.tail >> (8 * length) | rest << (64 - 8 * length);
            }
            return word;
        }
    }
}

/// The key of `word` in lower case and without diacritics.
pub(crate) fn folded_key(word: &str) -> u64 {
    let letters = Letters::read(word.as_bytes());
    if letters.len == word.len() {
        letters.key
    } else {
        key(SEED, &fold(word))
    }
}

/// The eight bytes at `at`, filled up with NUL bytes behind the end; the first is the lowest.
#[inline]
fn load(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.first_chunk::<8>() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => short(rest),
    }
}

/// The high bit of every byte from `low` to `high`, both ASCII.
#[inline]
fn between(eight: u64, low: u8, high: u8) -> u64 {
    let seven = eight & !HIGH;
    let at_least = seven + ONES * u64::from(0x80 - low);
    let above = seven + ONES * u64::from(0x7f - high);
    // At most one of them reaches the highest bit without the other: it is in the range.
    (at_least ^ above) & !eight & HIGH
}

/// All bits of the first `count` bytes.
#[inline]
fn first_bytes(count: usize) -> u64 {
    if count == 8 {
        u64::MAX
    } else {
        (1 << (8 * count)) - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_word_is_what_a_plain_reading_says(
            text in "[A-Za-z0-9]{0,20}[-.,é\0 ]?[A-Za-z]{0,3}",
        ) {
            let read = Letters::read(text.as_bytes());
            let len = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
            let word = &text[..len];
            prop_assert_eq!(read.len, len);
            prop_assert_eq!(read.key, key(SEED, &word.to_lowercase()));
            prop_assert_eq!(read.small, word.bytes().any(|b| b.is_ascii_lowercase()));
            prop_assert_eq!(read.inner, word.bytes().skip(1).any(|b| b.is_ascii_uppercase()));
            prop_assert_eq!(read.digit, word.bytes().any(|b| b.is_ascii_digit()));
            let head = word.bytes().take(8).enumerate();
            let head = head.fold(0, |all, (n, b)| all | u64::from(b.to_ascii_lowercase()) << (8 * n));
            prop_assert_eq!(read.head, head);
            let tail = word.bytes().rev().take(8).enumerate();
            let tail = tail.fold(0, |all, (n, b)| all | u64::from(b.to_ascii_lowercase()) << (56 - 8 * n));
            prop_assert_eq!(read.tail, tail);
        }

        #[test]
        fn the_key_is_that_of_the_folded_word(word in "[A-Za-zÀ-ž.-]{0,20}") {
            prop_assert_eq!(folded_key(&word), key(SEED, &fold(&word)));
        }
    }
}
