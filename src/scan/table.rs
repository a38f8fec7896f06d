//! A small hash table from words to values, for the tables of all stages.

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
        Table::merged(entries, |_, _| {})
    }

    /// A table of the given entries; what has the key of an earlier one is merged into that.
    pub(crate) fn merged(entries: &[(u64, V)], merge: impl Fn(&mut V, V)) -> Table<V> {
        let size = (entries.len() * 2 + 1).next_power_of_two();
        let mut table = Table { slots: vec![(0, V::default()); size] };
        for &(key, value) in entries {
            let at = table.find(key);
            match &mut table.slots[at] {
                (0, _) => table.slots[at] = (upper(key), value),
                (_, known) => merge(known, value),
            }
        }
        table
    }

    /// The same keys with other values.
    pub(crate) fn map<W: Copy + Default>(self, mut value: impl FnMut(V) -> W) -> Table<W> {
        let mut slot = |(key, old)| if key == 0 { (0, W::default()) } else { (key, value(old)) };
        Table { slots: self.slots.into_iter().map(&mut slot).collect() }
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
    close(hash, short(chunks.remainder()), word.len())
}

/// Fewer than eight bytes as a number, the first the lowest.
#[inline]
pub(crate) fn short(bytes: &[u8]) -> u64 {
    let length = bytes.len();
    if let (Some(head), Some(tail)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let (head, tail) = (u32::from_le_bytes(*head), u32::from_le_bytes(*tail));
        return u64::from(head) | u64::from(tail) << (8 * (length - 4));
    }
    let byte = |at: usize| bytes.get(at).map_or(0, |byte| u64::from(*byte) << (8 * at));
    byte(0) | byte(1) | byte(2)
}

/// The key of a word behind its last, not quite eight bytes: its length tells "a" from "a\0", and
/// marks where the word ends.
#[inline]
pub(crate) fn close(hash: u64, rest: u64, length: usize) -> u64 {
    mix(mix(hash, rest), length as u64)
}

/// The hash so far with eight bytes more.
#[inline]
pub(crate) fn mix(hash: u64, word: u64) -> u64 {
    let product = (hash.rotate_left(23) ^ word).wrapping_mul(SEED);
    product ^ (product >> 32)
}

#[cfg(test)]
mod tests {
    use super::{key, short, Table, SEED};

    #[test]
    fn a_few_bytes_are_one_number() {
        for length in 0..8 {
            let bytes = &b"abcdefg"[..length];
            let plain = bytes.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte));
            assert_eq!(short(bytes), plain, "{length}");
        }
    }

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        let words = ["said", "says", "statement", "a", "", "characterised"];
        let entries: Vec<_> = words.iter().zip(0..).map(|(w, n)| (key(SEED, w), n)).collect();
        let table = Table::new(&entries);
        for (word, n) in words.iter().zip(0..) {
            assert_eq!(table.get(key(SEED, word)), Some(n));
        }
        assert_eq!(table.get(key(SEED, "saying")), None);
        let doubled = table.map(|n| 2 * n);
        assert_eq!(doubled.get(key(SEED, "statement")), Some(4));
        assert_eq!(doubled.get(key(SEED, "saying")), None);
    }

    #[test]
    fn values_of_one_key_are_merged() {
        let table = Table::merged(&[(key(SEED, "may"), 1), (key(SEED, "may"), 4)], |a, b| *a |= b);
        assert_eq!(table.get(key(SEED, "may")), Some(5));
    }
}
