//! Who bears a name: lists by key, read from the last one back.

use std::hash::BuildHasher;

use crate::scan::map::Seed;

/// Lists for the people of a short page.
const FEW: usize = 128;

/// Lists of people by the key of what they share.
///
/// Lists whose keys fall into one bucket are one chain; a chain is short, whoever wrote the page.
#[derive(Clone, Debug, Default)]
pub(super) struct Bearers {
    /// The last link of each chain, counted from 1; as many as links at least, a power of two.
    buckets: Vec<u32>,
    links: Vec<Link>,
    seed: Seed,
}

#[derive(Clone, Copy, Debug)]
struct Link {
    key: u64,
    person: usize,
    /// The link before in the chain, counted from 1.
    before: u32,
}

impl Bearers {
    /// Adds a person to the list of `key`, unless the list ends with that person.
    pub fn add(&mut self, key: u64, person: usize) {
        if self.of(key).next() == Some(person) {
            return;
        }
        if self.links.len() == self.buckets.len() {
            self.grow();
        }
        let bucket = self.bucket(key);
        self.links.push(Link { key, person, before: self.buckets[bucket] });
        self.buckets[bucket] = self.links.len() as u32;
    }

    /// The people of a list, who was added last first.
    pub fn of(&self, key: u64) -> impl Iterator<Item = usize> + '_ {
        let first = self.buckets.get(self.bucket(key)).copied().unwrap_or(0);
        let next = |link: &&Link| self.link(link.before);
        let chain = std::iter::successors(self.link(first), next);
        chain.filter(move |link| link.key == key).map(|link| link.person)
    }

    fn link(&self, number: u32) -> Option<&Link> {
        self.links.get((number as usize).wrapping_sub(1))
    }

    fn bucket(&self, key: u64) -> usize {
        self.seed.hash_one(key) as usize & self.buckets.len().wrapping_sub(1)
    }

    fn grow(&mut self) {
        self.buckets = vec![0; (2 * self.links.len()).max(FEW)];
        self.links.reserve(FEW);
        for at in 0..self.links.len() {
            let bucket = self.bucket(self.links[at].key);
            self.links[at].before = self.buckets[bucket];
            self.buckets[bucket] = at as u32 + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Bearers;

    #[test]
    fn lists_are_read_from_the_last_one_back() {
        let mut bearers = Bearers::default();
        for person in 0..1000 {
            bearers.add(person as u64 % 7, person);
            bearers.add(person as u64 % 7, person);
        }
        let all: Vec<usize> = bearers.of(3).collect();
        let plain: Vec<usize> = (0..1000).rev().filter(|person| person % 7 == 3).collect();
        assert_eq!(all, plain);
        assert_eq!(bearers.of(7).count(), 0);
    }
}
