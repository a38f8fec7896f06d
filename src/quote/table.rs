//! A small hash table from words to values, for the tables of this stage.

/// Open addressing over hashes, half of the slots free. Of a key only the upper half is kept beside
/// the value, so that a table of a few thousand words stays in the nearest cache; that two words
/// clash in both halves is not to be feared.
#[derive(Debug)]
pub(crate) struct Table<V> {
    /// The upper half of the key, 0 in a free slot.
    slots: Vec<(u32, V)>,
}

impl<V: Copy + Default> Table<V> {
    /// A table of the given entries; of several with one key the first counts.
    pub(crate) fn new(entries: &[(u64, V)]) -> Table<V> {
        let size = (entries.len() * 2 + 1).next_power_of_two();
        let mut table = Table { slots: vec![(0, V::default()); size] };
        for &(key, value) in entries {
            let at = table.find(key);
            if table.slots[at].0 == 0 {
                table.slots[at] = (upper(key), value);
            }
        }
        table
    }

    /// The value under a key.
    #[inline]
    pub(crate) fn get(&self, key: u64) -> Option<V> {
        let (found, value) = self.slots[self.find(key)];
        (found != 0).then_some(value)
    }

    /// The slot of a key, or the free one where it would stand.
    #[inline]
    fn find(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while self.slots[at].0 != 0 && self.slots[at].0 != upper(key) {
            at = (at + 1) & mask;
        }
        at
    }
}

#[inline]
fn upper(key: u64) -> u32 {
    (key >> 32) as u32 | 1
}

/// Where every key begins.
pub(crate) const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

/// The key so far with one more word in it, eight bytes a step.
#[inline]
pub(crate) fn key(so_far: u64, word: &str) -> u64 {
    let mut chunks = word.as_bytes().chunks_exact(8);
    let mut hash = so_far;
    for chunk in &mut chunks {
        let mut eight = [0; 8];
        eight.copy_from_slice(chunk);
        hash = mix(hash, u64::from_le_bytes(eight));
    }
    let rest = chunks.remainder();
    let mut eight = [0; 8];
    eight[..rest.len()].copy_from_slice(rest);
    // The length tells "a" from "a\0", and marks where the word ends.
    mix(mix(hash, u64::from_le_bytes(eight)), word.len() as u64)
}

#[inline]
fn mix(hash: u64, word: u64) -> u64 {
    let product = (hash.rotate_left(23) ^ word).wrapping_mul(SEED);
    product ^ (product >> 32)
}

#[cfg(test)]
mod tests {
    use super::{key, Table, SEED};

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        let words = ["said", "says", "statement", "a", "", "characterised"];
        let entries: Vec<_> = words.iter().zip(0..).map(|(w, n)| (key(SEED, w), n)).collect();
        let table = Table::new(&entries);
        for (word, n) in words.iter().zip(0..) {
            assert_eq!(table.get(key(SEED, word)), Some(n));
        }
        assert_eq!(table.get(key(SEED, "saying")), None);
    }
}
