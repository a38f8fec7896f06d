//! Who bears a name: lists by key, read from the last one back.

use crate::scan::numbers::Keyed;

/// Lists of people by the key of what they share.
#[derive(Clone, Debug, Default)]
pub(super) struct Bearers {
    /// The last link of each list, counted from 1.
    last: Keyed<u32>,
    links: Vec<Link>,
}

#[derive(Clone, Copy, Debug)]
struct Link {
    person: usize,
    /// The link before in the list, counted from 1; 0 for none.
    before: u32,
}

impl Bearers {
    /// Adds a person to the list of `key`, unless the list ends with that person.
    pub fn add(&mut self, key: u64, person: usize) {
        let last = self.last.or_insert(key, 0);
        let before = *last;
        let ends_with = self.links.get((before as usize).wrapping_sub(1));
        if ends_with.map(|link| link.person) != Some(person) {
            self.links.push(Link { person, before });
            *last = self.links.len() as u32;
        }
    }

    /// The people of a list, who was added last first.
    pub fn of(&self, key: u64) -> impl Iterator<Item = usize> + '_ {
        let last = self.last.get(key).copied().unwrap_or(0);
        let links = std::iter::successors(self.link(last), |link| self.link(link.before));
        links.map(|link| link.person)
    }

    fn link(&self, number: u32) -> Option<&Link> {
        self.links.get((number as usize).wrapping_sub(1))
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
