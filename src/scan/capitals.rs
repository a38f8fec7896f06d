//! The capitalised words of a page, read once for all who look for names.

use super::blocks::hits;
use super::letters::Letters;
use crate::page::Page;
use crate::span::Span;

/// Bytes of news that have one capitalised word, at least.
const OFTEN: usize = 24;

/// A word that may begin with a capital letter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Capital {
    pub at: usize,
    /// Its letters of ASCII; none where it begins with another one.
    pub letters: Letters,
}

/// The words of a page that begin with a capital of ASCII or with the first byte of a letter of
/// Latin-1, Latin Extended, Greek or Cyrillic, in order.
#[derive(Clone, Debug)]
pub(crate) struct Capitals {
    words: Vec<Capital>,
}

impl Capitals {
    /// One pass over the regions of a page.
    pub(crate) fn read(page: &Page<'_>) -> Capitals {
        let bytes = page.text().as_bytes();
        let length: usize = page.regions().iter().map(|region| region.len()).sum();
        let mut words = Vec::with_capacity(length / OFTEN);
        let first = |b: u8| (b.wrapping_sub(b'A') < 26) | (b.wrapping_sub(0xc3) < 0x11);
        let inside = |b: u8| ((b | 0x20).wrapping_sub(b'a') < 26) | (b.wrapping_sub(b'0') < 10);
        for region in page.regions() {
            for at in hits(bytes, region.start, region.end, first) {
                if at == region.start || !inside(bytes[at - 1]) {
                    let letters = Letters::read(&bytes[at..region.end]);
                    words.push(Capital { at, letters });
                }
            }
        }
        Capitals { words }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Those of one region.
    pub(crate) fn of(&self, region: Span) -> &[Capital] {
        let place = |at: usize| self.words.partition_point(|word| word.at < at);
        &self.words[place(region.start)..place(region.end)]
    }
}
