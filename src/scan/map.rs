//! A hash map for the words and names of one page.
//!
//! The standard map's hash costs more than all else that is done with a short word. This one takes a
//! multiplication for eight bytes. Its seed is another in each process, so that nobody can write a
//! page whose words share a place; no answer depends on it, for no map is read in its own order.

use std::collections::hash_map::RandomState;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};

use once_cell::sync::Lazy;

use super::table::short;

/// [`HashMap`] with a hash that is fast for short keys.
pub(crate) type Map<K, V> = HashMap<K, V, Seed>;

static SEED: Lazy<u64> = Lazy::new(|| RandomState::new().hash_one(0));

/// The seed of this process.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seed(u64);

impl Default for Seed {
    fn default() -> Seed {
        Seed(*SEED)
    }
}

impl BuildHasher for Seed {
    type Hasher = Folding;

    #[inline]
    fn build_hasher(&self) -> Folding {
        Folding(self.0)
    }
}

/// Multiplies, and folds the upper half of the product into the lower.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Folding(u64);

impl Hasher for Folding {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut eight = [0; 8];
            eight.copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(eight));
        }
        self.write_u64(short(chunks.remainder()) ^ (bytes.len() as u64) << 56);
    }

    #[inline]
    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    #[inline]
    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    #[inline]
    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    #[inline]
    fn write_u64(&mut self, number: u64) {
        const ODD: u128 = 0x9e37_79b9_7f4a_7c15;
        let product = u128::from(self.0 ^ number) * ODD;
        self.0 = product as u64 ^ (product >> 64) as u64;
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Map, Seed};
    use std::collections::HashSet;
    use std::hash::BuildHasher;

    #[test]
    fn keys_that_are_alike_are_spread() {
        let hash = |word: &str| Seed::default().hash_one(word);
        let words: Vec<String> = (0..1000).map(|n| format!("name{n}")).collect();
        let low: HashSet<u64> = words.iter().map(|w| hash(w) % 4096).collect();
        assert!(low.len() > 800, "{}", low.len());
    }

    #[test]
    fn a_map_holds_what_was_put_in() {
        let map: Map<&str, usize> = ["a", "a\0", "", "aaaaaaaaa"].into_iter().zip(0..).collect();
        assert_eq!((map["a"], map["a\0"], map[""], map["aaaaaaaaa"]), (0, 1, 2, 3));
        assert_eq!(map.len(), 4);
    }
}
