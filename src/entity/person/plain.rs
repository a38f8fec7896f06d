//! Which of its capitalised words a page also writes in lower case.

use super::run::Token;
use crate::page::Page;
use crate::scan::blocks;
use crate::scan::table::{key, SEED};
use crate::scan::work;
use crate::span::Span;

/// Shorter words are small everywhere.
const SHORTEST: usize = 3;

/// The words of some tokens, with those marked that the page writes in lower case.
///
/// Nearly all words of a page are none of them; a look at four letters in a small filter tells.
#[derive(Debug)]
pub(crate) struct PlainWords {
    /// Open addressing by key. Of each key the lowest bit is used: 1 once it was seen in lower case.
    slots: Vec<u64>,
    filter: [u64; FILTER / 64],
}

/// Bits of the filter.
const FILTER: usize = 1 << 12;

impl PlainWords {
    /// One pass over the page, for the words of `tokens`, which are tokens of the page.
    pub(crate) fn read(page: &Page<'_>, tokens: &[Token]) -> PlainWords {
        let slots = vec![0; (tokens.len() * 2 + 1).next_power_of_two()];
        let mut plain = PlainWords { slots, filter: [0; FILTER / 64] };
        let text = page.text();
        for token in tokens {
            let slot = plain.slot(token.key);
            plain.slots[slot] = token.key & !1;
            let bit = filter_bit(token.head.to_le_bytes());
            plain.filter[bit / 64] |= 1 << (bit % 64);
        }
        for &region in page.regions() {
            plain.region(text, region);
        }
        plain
    }

    fn region(&mut self, text: &str, region: Span) {
        let bytes = &text.as_bytes()[..region.end];
        let letter = |b: u8| (b | 0x20).wrapping_sub(b'a') < 26;
        // A word that begins with a capital is none of the filter's, or not that of the key.
        blocks::runs(bytes, region.start, region.end, letter).for_each(|at| {
            let rest = &bytes[at..];
            let bit = filter_bit(first_four(rest));
            if self.filter[bit / 64] >> (bit % 64) & 1 == 1 {
                let length = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
                work::read(2 * length);
                self.mark(&text[at..at + length]);
            }
        });
    }

    fn mark(&mut self, word: &str) {
        let slot = self.slot(key(SEED, word));
        if word.len() >= SHORTEST && self.slots[slot] != 0 {
            self.slots[slot] |= 1;
        }
    }

    /// True when the word of this key, one of the tokens', stands in lower case on the page.
    pub(crate) fn has(&self, key: u64) -> bool {
        self.slots[self.slot(key)] & 1 == 1
    }

    /// The slot of a key, or the free one where it would stand; half of them are free.
    fn slot(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (key >> 1) as usize & mask;
        while self.slots[at] != 0 && self.slots[at] & !1 != key & !1 {
            at = (at + 1) & mask;
        }
        at
    }
}

#[inline]
fn first_four(bytes: &[u8]) -> [u8; 4] {
    match bytes.first_chunk() {
        Some(four) => *four,
        None => [0, 1, 2, 3].map(|n| *bytes.get(n).unwrap_or(&0)),
    }
}

/// Where the filter has a word that begins so. What is no letter may be behind the word.
#[inline]
fn filter_bit(mut head: [u8; 4]) -> usize {
    head[3] = if head[3].is_ascii_lowercase() { head[3] } else { 0 };
    (u32::from_le_bytes(head).wrapping_mul(0x9e37_79b1) >> 20) as usize
}
