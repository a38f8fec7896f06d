//! Lengths, distances and endings in the few steps that evidence knows.

use crate::scan::blocks::{block, mask, BLOCK};

/// How a quotation ends.
pub(super) fn closing(words: &str) -> usize {
    let inner = words.trim_end_matches(|c: char| !c.is_alphanumeric() && !",.?!".contains(c));
    match inner.chars().next_back() {
        Some(',') => 0,
        Some('.') => 1,
        Some('?' | '!') => 2,
        _ => 3,
    }
}

/// Words from which on a quotation is a long one.
const MANY: usize = 8;

/// One word, a few, some, or many.
pub(super) fn length(words: &str) -> usize {
    let first = in_block(words).filter(|&count| count >= MANY || words.len() <= BLOCK);
    match first.unwrap_or_else(|| words.split_whitespace().take(MANY).count()) {
        0..=1 => 0,
        2..=3 => 1,
        4..=7 => 2,
        _ => 3,
    }
}

/// How many words begin in the first block, if it is of ASCII.
fn in_block(words: &str) -> Option<usize> {
    let block = block(words.as_bytes(), 0, words.len());
    let filled = if words.len() < BLOCK { (1 << words.len()) - 1 } else { u64::MAX };
    let space = mask(&block, |b| (b == b' ') | (b.wrapping_sub(b'\t') < 5));
    let begins = !space & (space << 1 | 1) & filled;
    block.is_ascii().then_some(begins.count_ones() as usize)
}

/// How many tokens lie between, the farther the coarser.
pub(super) fn distance(tokens: usize) -> usize {
    match tokens {
        0..=3 => tokens,
        4..=5 => 4,
        6..=8 => 5,
        9..=13 => 6,
        14..=21 => 7,
        22..=34 => 8,
        _ => 9,
    }
}

#[cfg(test)]
mod tests {
    use super::{in_block, BLOCK};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_of_a_block_are_those_between_white_space(text in "[ab \\n\t\u{b}é]{0,70}") {
            let whole = text.is_ascii() && text.len() <= BLOCK;
            if let Some(count) = in_block(&text).filter(|_| whole) {
                prop_assert_eq!(count, text.split_whitespace().count());
            }
            prop_assert!(in_block(&text).is_some() || !text.is_ascii());
        }
    }
}
