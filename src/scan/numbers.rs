//! The different words or names of a page, numbered in reading order, so that what a page tells of
//! one stands in a list.

use std::hash::BuildHasher;

use super::map::Seed;

/// Slots for the keys of a short page.
const FEW: usize = 256;

/// Numbers by key: open addressing, half of the slots free.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbers {
    /// One more than the number of the key; 0 in a free slot.
    slots: Vec<u32>,
    keys: Vec<u64>,
    seed: Seed,
}

impl Numbers {
    /// How many keys there are.
    pub(crate) fn len(&self) -> usize {
        self.keys.len()
    }

    /// The number of a key, a new one if it has none.
    pub(crate) fn number(&mut self, key: u64) -> usize {
        if self.keys.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(key);
        if self.slots[slot] == 0 {
            self.keys.push(key);
            self.slots[slot] = self.keys.len() as u32;
        }
        self.slots[slot] as usize - 1
    }

    /// The number of a key, if it has one.
    pub(crate) fn find(&self, key: u64) -> Option<usize> {
        let number = *self.slots.get(self.slot(key))?;
        (number as usize).checked_sub(1)
    }

    /// The slot of a key, or the free one where it would stand.
    fn slot(&self, key: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = self.seed.hash_one(key) as usize & mask;
        while let Some(&number) = self.slots.get(at).filter(|number| **number != 0) {
            if self.keys[number as usize - 1] == key {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        self.slots = vec![0; (2 * self.slots.len()).max(FEW)];
        self.keys.reserve(self.slots.len() / 2);
        for number in 0..self.keys.len() {
            let slot = self.slot(self.keys[number]);
            self.slots[slot] = number as u32 + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Numbers;

    #[test]
    fn a_key_keeps_its_number() {
        let mut numbers = Numbers::default();
        assert_eq!(numbers.find(7), None);
        for key in (0..1000).chain(0..1000) {
            assert_eq!(numbers.number(key * 7919), key as usize);
        }
        assert_eq!((numbers.len(), numbers.find(7919), numbers.find(1)), (1000, Some(1), None));
    }
}
