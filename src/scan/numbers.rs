//! The different words or names of a page, numbered in reading order, so that what a page tells of
//! one stands in a list.

use std::hash::BuildHasher;

use super::map::Seed;

/// So few keys are compared one by one, without a hash and slots for it.
const FEW: usize = 8;

/// Numbers by key.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbers(Keyed<()>);

impl Numbers {
    /// Room for so many keys.
    pub(crate) fn with_room(keys: usize) -> Numbers {
        let mut numbers = Numbers::default();
        numbers.0.resize((2 * keys).next_power_of_two().max(4 * FEW));
        numbers
    }

    /// How many keys there are.
    pub(crate) fn len(&self) -> usize {
        self.0.entries.len()
    }

    /// The number of a key, a new one if it has none.
    pub(crate) fn number(&mut self, key: u64) -> usize {
        self.0.number(key, ())
    }

    /// The number of a key, if it has one.
    pub(crate) fn find(&self, key: u64) -> Option<usize> {
        self.0.find(key)
    }
}

/// Values by key, in the order of the keys' first occurrence: open addressing, half of the slots free.
#[derive(Clone, Debug)]
pub(crate) struct Keyed<V> {
    /// One more than the number of the key; 0 in a free slot. None as long as there are few keys.
    slots: Vec<u32>,
    entries: Vec<(u64, V)>,
    seed: Seed,
}

impl<V> Default for Keyed<V> {
    fn default() -> Keyed<V> {
        Keyed { slots: Vec::new(), entries: Vec::new(), seed: Seed::default() }
    }
}

impl<V> Keyed<V> {
    /// The value under a key, if there is one.
    pub(crate) fn get(&self, key: u64) -> Option<&V> {
        self.find(key).map(|number| &self.entries[number].1)
    }

    /// The same for a key that is made only if there are any.
    pub(crate) fn get_with(&self, key: impl FnOnce() -> u64) -> Option<&V> {
        self.entries.first().and_then(|_| self.get(key()))
    }

    /// The value under a key, `new` if there is none.
    pub(crate) fn or_insert(&mut self, key: u64, new: V) -> &mut V {
        let number = self.number(key, new);
        &mut self.entries[number].1
    }

    /// The number of a key, a new one with the value `new` if it has none.
    fn number(&mut self, key: u64, new: V) -> usize {
        if self.slots.is_empty() {
            if let Some(number) = self.find(key) {
                return number;
            }
            if self.entries.len() < FEW {
                self.entries.reserve(FEW - self.entries.len());
                self.entries.push((key, new));
                return self.entries.len() - 1;
            }
        }
        if self.entries.len() * 2 >= self.slots.len() {
            self.resize((4 * self.slots.len()).max(4 * FEW));
        }
        let slot = self.slot(key);
        if self.slots[slot] == 0 {
            self.entries.push((key, new));
            self.slots[slot] = self.entries.len() as u32;
        }
        self.slots[slot] as usize - 1
    }

    fn find(&self, key: u64) -> Option<usize> {
        if self.slots.is_empty() {
            return self.entries.iter().position(|(known, _)| *known == key);
        }
        (self.slots[self.slot(key)] as usize).checked_sub(1)
    }

    /// The slot of a key, or the free one where it would stand.
    fn slot(&self, key: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = self.seed.hash_one(key) as usize & mask;
        while let Some(&number) = self.slots.get(at).filter(|number| **number != 0) {
            if self.entries[number as usize - 1].0 == key {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    fn resize(&mut self, slots: usize) {
        self.slots = vec![0; slots];
        self.entries.reserve(slots / 2 - self.entries.len());
        for number in 0..self.entries.len() {
            let slot = self.slot(self.entries[number].0);
            self.slots[slot] = number as u32 + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Keyed, Numbers};

    #[test]
    fn a_key_keeps_its_number() {
        let mut numbers = Numbers::default();
        assert_eq!(numbers.find(7), None);
        for key in (0..1000).chain(0..1000) {
            assert_eq!(numbers.number(key * 7919), key as usize);
        }
        assert_eq!((numbers.len(), numbers.find(7919), numbers.find(1)), (1000, Some(1), None));
    }

    #[test]
    fn the_first_value_of_a_key_stays() {
        let mut keyed = Keyed::default();
        for (key, value) in [(3, "a"), (7, "b"), (3, "c")] {
            keyed.or_insert(key, value);
        }
        assert_eq!((keyed.get(3), keyed.get(7), keyed.get(1)), (Some(&"a"), Some(&"b"), None));
    }
}
