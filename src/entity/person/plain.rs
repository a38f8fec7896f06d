//! Which of its capitalised words a page also writes in lower case.

use super::run::Runs;
use crate::page::Page;
use crate::scan::blocks;
use crate::scan::numbers::Numbers;
use crate::scan::table::{key, short, SEED};
use crate::scan::work;
use crate::span::Span;

/// Shorter words are small everywhere.
const SHORTEST: usize = 3;

/// Of the words of a page's runs those that the page writes in lower case.
///
/// Nearly all words of a page are none of them; a look at four letters in a small filter tells.
#[derive(Debug)]
pub(crate) struct PlainWords {
    /// By number of the word.
    small: Vec<bool>,
    filter: [u64; FILTER / 64],
}

/// Bits of the filter.
const FILTER: usize = 1 << 12;

impl PlainWords {
    /// One pass over the page, for the words of its runs.
    pub(crate) fn read(page: &Page<'_>, runs: &Runs) -> PlainWords {
        let small = vec![false; runs.words.len()];
        let mut plain = PlainWords { small, filter: [0; FILTER / 64] };
        for token in &runs.tokens {
            let bit = filter_bit(token.head);
            plain.filter[bit / 64] |= 1 << (bit % 64);
        }
        for &region in page.regions() {
            plain.region(page.text(), region, &runs.words);
        }
        plain
    }

    fn region(&mut self, text: &str, region: Span, words: &Numbers) {
        let bytes = &text.as_bytes()[..region.end];
        let letter = |b: u8| (b | 0x20).wrapping_sub(b'a') < 26;
        // A word that begins with a capital is none of the filter's, or not that of the key.
        blocks::runs(bytes, region.start, region.end, letter).for_each(|at| {
            let rest = &bytes[at..];
            let bit = filter_bit(first_four(rest));
            if self.filter[bit / 64] >> (bit % 64) & 1 == 1 {
                let length = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
                work::read(2 * length);
                self.mark(&text[at..at + length], words);
            }
        });
    }

    fn mark(&mut self, word: &str, words: &Numbers) {
        let number = words.find(key(SEED, word)).filter(|_| word.len() >= SHORTEST);
        if let Some(small) = number.and_then(|number| self.small.get_mut(number)) {
            *small = true;
        }
    }

    /// True when the word of this number stands in lower case on the page.
    pub(crate) fn has(&self, word: usize) -> bool {
        self.small[word]
    }
}

/// The first four bytes, the first the lowest.
#[inline(always)]
fn first_four(bytes: &[u8]) -> u32 {
    match bytes.first_chunk() {
        Some(four) => u32::from_le_bytes(*four),
        None => short(bytes) as u32,
    }
}

/// Where the filter has a word that begins so. What is no letter may be behind the word.
#[inline(always)]
fn filter_bit(head: u32) -> usize {
    let fourth = (head >> 24).wrapping_sub(u32::from(b'a')) < 26;
    let head = head & if fourth { u32::MAX } else { u32::MAX >> 8 };
    (head.wrapping_mul(0x9e37_79b1) >> 20) as usize
}
