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
        let eight = Eight::of(load(bytes, 0));
        if eight.count == 8 {
            return Letters::long(bytes, eight);
        }
        let rest = eight.folded;
        work::read(bytes.len().min(eight.count + 1));
        Letters {
            len: eight.count,
            key: close(SEED, rest, eight.count),
            head: rest,
            tail: rest.wrapping_shl(64 - 8 * eight.count as u32),
            small: eight.small != 0,
            digit: eight.digits != 0,
            inner: eight.capitals > 0xff,
        }
    }

    /// A word of eight bytes and more.
    #[inline(never)]
    fn long(bytes: &[u8], first: Eight) -> Letters {
        let mut word = Letters {
            len: 8,
            key: mix(SEED, first.folded),
            head: first.folded,
            tail: first.folded,
            small: first.small != 0,
            digit: first.digits != 0,
            inner: first.capitals > 0xff,
        };
        loop {
            let eight = Eight::of(load(bytes, word.len));
            word.len += eight.count;
            word.small |= eight.small != 0;
            word.digit |= eight.digits != 0;
            word.inner |= eight.capitals != 0;
            if eight.count == 8 {
                word.key = mix(word.key, eight.folded);
                word.tail = eight.folded;
                continue;
            }
            word.key = close(word.key, eight.folded, word.len);
            work::read(bytes.len().min(word.len + 1));
            if eight.count > 0 {
                let bits = 8 * eight.count;
                word.tail = word.tail >> bits | eight.folded << (64 - bits);
            }
            return word;
        }
    }
}

/// Up to eight bytes of a word.
struct Eight {
    /// How many are letters and digits before the first that is neither; only these count below.
    count: usize,
    /// In lower case.
    folded: u64,
    /// The highest bits of the bytes that are of these kinds.
    small: u64,
    capitals: u64,
    digits: u64,
}

impl Eight {
    #[inline(always)]
    fn of(eight: u64) -> Eight {
        // Letters are the bytes that are small letters with the bit set that tells the case.
        let letters = between(eight | ONES << 5, b'a', b'z');
        let digits = between(eight, b'0', b'9');
        let others = !(letters | digits) & HIGH;
        let count = others.trailing_zeros() as usize / 8;
        let taken = first_bytes(count);
        let small = letters & eight << 2;
        Eight {
            count,
            folded: (eight | letters >> 2) & taken,
            small: small & taken,
            capitals: letters & !small & taken,
            digits: digits & taken,
        }
    }
}

/// How many letters and digits of ASCII stand at the end of `bytes`.
pub(crate) fn letters_back(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((front, eight)) = rest.split_last_chunk::<8>() {
        let eight = u64::from_le_bytes(*eight);
        let letters = between(eight | ONES << 5, b'a', b'z') | between(eight, b'0', b'9');
        let others = !letters & HIGH;
        if others != 0 {
            return bytes.len() - rest.len() + others.leading_zeros() as usize / 8;
        }
        rest = front;
    }
    bytes.len() - rest.len() + rest.iter().rev().take_while(|b| b.is_ascii_alphanumeric()).count()
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
        fn letters_are_counted_backwards(text in "[-.,é ]?[A-Za-z0-9]{0,20}[é.]?") {
            let plain = text.bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
            prop_assert_eq!(letters_back(text.as_bytes()), plain);
        }

        #[test]
        fn the_key_is_that_of_the_folded_word(word in "[A-Za-zÀ-ž.-]{0,20}") {
            prop_assert_eq!(folded_key(&word), key(SEED, &fold(&word)));
        }
    }
}
