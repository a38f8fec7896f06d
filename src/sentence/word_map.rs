//! A word as two machine words and its length: what a candidate is looked up by, in a few nanoseconds.

use crate::scan::table::short;

/// A word of ASCII letters and stops, folded to lower case: its first and its last eight bytes, and its
/// length. No two words of up to sixteen bytes are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    head: u64,
    tail: u64,
    pub(super) len: usize,
}

impl Word {
    /// The word that `letters` spell, in lower case.
    #[inline]
    pub(super) fn new(letters: &[u8]) -> Word {
        let tail = if letters.len() > 8 { fold(&letters[letters.len() - 8..]) } else { 0 };
        Word { head: fold(letters), tail, len: letters.len() }
    }

    #[inline]
    fn hash(self) -> usize {
        let mixed = (self.head ^ self.len as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed >> 40) as usize
    }
}

/// The first eight bytes in lower case: letters and the stop keep apart, and nothing else comes here.
#[inline]
fn fold(letters: &[u8]) -> u64 {
    let head =
        letters.first_chunk().map_or_else(|| short(letters), |head| u64::from_le_bytes(*head));
    head | 0x2020_2020_2020_2020
}

/// Words with one value each, open addressing, no allocation to ask.
#[derive(Debug)]
pub(super) struct WordMap<V> {
    slots: Vec<Option<(Word, V)>>,
}

impl<V: Copy> WordMap<V> {
    pub(super) fn new(entries: Vec<(Word, V)>) -> WordMap<V> {
        let size = (entries.len() * 3).next_power_of_two();
        let mut slots = vec![None; size];
        for (word, value) in entries {
            let mut at = word.hash() & (size - 1);
            while slots[at].is_some_and(|(other, _)| other != word) {
                at = (at + 1) & (size - 1);
            }
            slots[at] = Some((word, value));
        }
        WordMap { slots }
    }

    #[inline]
    pub(super) fn get(&self, word: Word) -> Option<V> {
        let mut at = word.hash() & (self.slots.len() - 1);
        while let Some((other, value)) = self.slots[at] {
            if other == word {
                return Some(value);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        None
    }
}
