//! What a page has more than once, and on which of its lines: the memory behind duplicates,
//! near-duplicates and the recurrence of words.
//!
//! Hashes are numbered once, when a page is read; every round over the page then needs only an array.

use super::line::{Line, Words};

/// Numbers hashes in the order of their first occurrence.
#[derive(Clone, Debug)]
pub(crate) struct Numbers {
    /// Hash and one more than its number; hash 0 is a free slot.
    slots: Vec<(u32, u32)>,
    used: u32,
}

/// Slots that are looked at before two hashes are taken for one: whoever chooses the words of a page
/// cannot make it slow.
const PROBES: usize = 48;

impl Numbers {
    /// Room for so many hashes before the table has to grow.
    pub(crate) fn with_room(hashes: usize) -> Numbers {
        Numbers { slots: vec![(0, 0); (hashes * 2).next_power_of_two().max(64)], used: 0 }
    }

    /// How many different hashes there are.
    pub(crate) fn len(&self) -> usize {
        self.used as usize
    }

    /// The number of a hash that is not 0.
    #[inline]
    pub(crate) fn number(&mut self, hash: u32) -> u32 {
        let mask = self.slots.len() - 1;
        let mut at = place(hash, mask);
        for _ in 0..PROBES {
            let slot = &mut self.slots[at];
            if slot.0 == hash {
                return slot.1;
            }
            if slot.0 == 0 {
                *slot = (hash, self.used);
                self.used += 1;
                if self.used as usize * 2 > mask {
                    self.grow();
                }
                return self.used - 1;
            }
            at = (at + 1) & mask;
        }
        self.slots[at].1
    }

    #[cold]
    fn grow(&mut self) {
        let double = vec![(0, 0); self.slots.len() * 2];
        let mask = double.len() - 1;
        let old = std::mem::replace(&mut self.slots, double);
        for slot in old.into_iter().filter(|s| s.0 != 0) {
            let mut at = place(slot.0, mask);
            while self.slots[at].0 != 0 {
                at = (at + 1) & mask;
            }
            self.slots[at] = slot;
        }
    }
}

#[inline]
fn place(hash: u32, mask: usize) -> usize {
    (hash.wrapping_mul(0x9e37_79b1) >> 8) as usize & mask
}

/// Where something occurs, by number of line or paragraph: first and last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Places {
    pub(crate) first: u32,
    pub(crate) last: u32,
}

impl Places {
    /// Nowhere: no place is away from it.
    const NONE: Places = Places { first: u32::MAX, last: 0 };

    /// How far away from `here` it occurs, at most; 0 when it does so nowhere else.
    #[inline]
    pub(crate) fn reach(self, here: u32) -> u32 {
        here.saturating_sub(self.first).max(self.last.saturating_sub(here))
    }
}

/// The places of everything that has a number.
#[derive(Debug)]
pub(crate) struct Seen(Vec<Places>);

impl Seen {
    /// Nothing seen yet of so many things.
    pub(crate) fn new(things: usize) -> Seen {
        Seen(vec![Places::NONE; things])
    }

    /// Notes a thing; places come in ascending order.
    #[inline]
    pub(crate) fn add(&mut self, thing: u32, here: u32) {
        if let Some(places) = self.0.get_mut(thing as usize) {
            *places = Places { first: places.first.min(here), last: here };
        }
    }

    /// Where it occurs.
    #[inline]
    pub(crate) fn get(&self, thing: u32) -> Places {
        self.0.get(thing as usize).copied().unwrap_or(Places::NONE)
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
