//! Which hashes a page has, and on which of its lines: the memory behind duplicates,
//! near-duplicates and the recurrence of words.

use super::line::{Line, Words};

/// Where a hash occurs, by number of line or paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Places {
    pub(crate) first: u32,
    pub(crate) last: u32,
    /// In how many lines.
    pub(crate) times: u32,
}

impl Places {
    const NONE: Places = Places { first: u32::MAX, last: 0, times: 0 };

    /// Whether it occurs more than `reach` away from `here`.
    #[inline]
    pub(crate) fn outside(self, here: u32, reach: u32) -> bool {
        self.times > 0 && (self.first + reach < here || self.last > here + reach)
    }
}

/// Hashes with their places, in an open-addressing table that is large enough from the beginning.
#[derive(Debug)]
pub(crate) struct Seen {
    slots: Vec<(u32, Places)>,
}

impl Seen {
    /// Room for so many hashes.
    pub(crate) fn new(hashes: usize) -> Seen {
        Seen { slots: vec![(0, Places::NONE); (hashes * 2 + 2).next_power_of_two()] }
    }

    #[inline]
    fn slot(&self, hash: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (hash ^ (hash >> 13)).wrapping_mul(0x9e37_79b1) as usize >> 3 & mask;
        while self.slots[at].0 != hash && self.slots[at].0 != 0 {
            at = (at + 1) & mask;
        }
        at
    }

    /// Notes a hash; places come in ascending order.
    #[inline]
    pub(crate) fn add(&mut self, hash: u32, here: u32) {
        let at = self.slot(hash);
        let (key, places) = &mut self.slots[at];
        if *key == 0 {
            (*key, *places) = (hash, Places { first: here, last: here, times: 1 });
        } else {
            places.times += u32::from(places.last != here);
            places.last = here;
        }
    }

    /// Where the hash occurs.
    #[inline]
    pub(crate) fn get(&self, hash: u32) -> Places {
        self.slots[self.slot(hash)].1
    }
}

impl Words {
    /// The content words of a line.
    pub(crate) fn stems_of(&self, line: &Line) -> &[u32] {
        self.stems.get(line.stems.0 as usize..line.stems.1 as usize).unwrap_or_default()
    }

    /// The sampled runs of three words of a line.
    pub(crate) fn grams_of(&self, line: &Line) -> &[u32] {
        self.grams.get(line.grams.0 as usize..line.grams.1 as usize).unwrap_or_default()
    }
}
