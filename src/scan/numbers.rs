//! The different words or names of a page, numbered in reading order, so that what a page tells of
//! one stands in a list.

use std::hash::BuildHasher;

use super::map::Seed;

/// Slots for the first keys.
const FEW: usize = 32;

/// Numbers by key: open addressing, half of the slots free.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbers {
    /// One more than the number of the key; 0 in a free slot.
    slots: Vec<u32>,
    keys: Vec<u64>,
    seed: Seed,
}

impl Numbers {
    /// Room for so many keys.
    pub(crate) fn with_room(keys: usize) -> Numbers {
        let mut numbers = Numbers::default();
        numbers.resize((2 * keys).next_power_of_two().max(FEW));
        numbers
    }

    /// How many keys there are.
    pub(crate) fn len(&self) -> usize {
        self.keys.len()
    }

    /// The number of a key, a new one if it has none.
    pub(crate) fn number(&mut self, key: u64) -> usize {
        if self.keys.len() * 2 >= self.slots.len() {
            self.resize((4 * self.slots.len()).max(FEW));
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

    fn resize(&mut self, slots: usize) {
        self.slots = vec![0; slots];
        self.keys.reserve(slots / 2 - self.keys.len());
        for number in 0..self.keys.len() {
            let slot = self.slot(self.keys[number]);
            self.slots[slot] = number as u32 + 1;
        }
    }
}

/// Values by key, in a list by the number of the key.
#[derive(Clone, Debug)]
pub(crate) struct Keyed<V> {
    keys: Numbers,
    values: Vec<V>,
}

impl<V> Default for Keyed<V> {
    fn default() -> Keyed<V> {
        Keyed { keys: Numbers::default(), values: Vec::new() }
    }
}

impl<V> Keyed<V> {
    /// The value under a key, if there is one.
    pub(crate) fn get(&self, key: u64) -> Option<&V> {
        self.values.get(self.keys.find(key)?)
    }

    /// The same for a key that is made only if there are any.
    pub(crate) fn get_with(&self, key: impl FnOnce() -> u64) -> Option<&V> {
        self.values.first().and_then(|_| self.get(key()))
    }

    /// The value under a key, `new` if there is none.
    pub(crate) fn or_insert(&mut self, key: u64, new: V) -> &mut V {
        let number = self.keys.number(key);
        if number == self.values.len() {
            self.values.push(new);
        }
        &mut self.values[number]
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
