//! Which words a page also writes in lower case.

use super::run::key;
use crate::page::Page;
use crate::scan::lines::lines;

/// Bits of the filter: a page has some thousand different words, and a word taken for seen by
/// mistake costs one piece of evidence.
const BITS: usize = 1 << 16;

/// A set of the words of a page in lower case, by hash; it may hold a word too many, never one
/// too few.
#[derive(Debug)]
pub(crate) struct PlainWords {
    bits: Vec<u64>,
}

impl PlainWords {
    /// One pass over the page.
    pub(crate) fn read(page: &Page<'_>) -> PlainWords {
        let mut plain = PlainWords { bits: vec![0; BITS / 64] };
        for line in lines(page) {
            for word in page.text()[line].split(|c: char| !c.is_ascii_alphabetic()) {
                if word.len() > 2 && word.as_bytes()[0].is_ascii_lowercase() {
                    plain.add(key(word));
                }
            }
        }
        plain
    }

    fn add(&mut self, key: u64) {
        let bit = key as usize % BITS;
        self.bits[bit / 64] |= 1 << (bit % 64);
    }

    /// True when the word of this key stands in lower case somewhere on the page.
    pub(crate) fn has(&self, key: u64) -> bool {
        let bit = key as usize % BITS;
        self.bits[bit / 64] >> (bit % 64) & 1 == 1
    }
}
