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
/// Nearly all words of a page are none of them; a look at four letters in a small filter tells. A word
/// that was found small is not looked for again.
#[derive(Debug)]
pub(crate) struct PlainWords {
    /// By number of the word.
    small: Vec<bool>,
    /// How many words that begin with some four letters are still looked for.
    wanted: [u8; FILTER],
}

/// Places of the filter.
const FILTER: usize = 1 << 11;

/// So many words of one place are no longer counted.
const MANY: u8 = u8::MAX;

impl PlainWords {
    /// One pass over the page, for the words of its runs.
    pub(crate) fn read(page: &Page<'_>, runs: &Runs) -> PlainWords {
        let mut plain = PlainWords { small: vec![false; runs.words.len()], wanted: [0; FILTER] };
        let mut known = 0;
        for token in runs.tokens.iter().filter(|token| token.span.len() >= SHORTEST) {
            // The first token with a word's number is the word's first one.
            if token.word >= known {
                known = token.word + 1;
                let wanted = &mut plain.wanted[place(token.head)];
                *wanted = wanted.saturating_add(1);
            }
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
            if self.wanted[place(first_four(rest))] > 0 {
                let length = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
                work::read(2 * length);
                self.mark(&text[at..at + length], words);
            }
        });
    }

    #[inline(never)]
    fn mark(&mut self, word: &str, words: &Numbers) {
        let number = words.find(key(SEED, word)).filter(|_| word.len() >= SHORTEST);
        if let Some(small) = number.and_then(|number| self.small.get_mut(number)) {
            let wanted = &mut self.wanted[place(first_four(word.as_bytes()))];
            *wanted = wanted.saturating_sub(u8::from(!*small && *wanted < MANY));
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
fn place(head: u32) -> usize {
    let fourth = (head >> 24).wrapping_sub(u32::from(b'a')) < 26;
    let head = head & if fourth { u32::MAX } else { u32::MAX >> 8 };
    (head.wrapping_mul(0x9e37_79b1) >> 21) as usize
}
