//! Who bears a name: lists by key, read from the last one back.

use crate::scan::map::Map;

/// Keys of the people of a short page.
const FEW: usize = 96;

/// Lists of people by the key of what they share.
#[derive(Clone, Debug, Default)]
pub(super) struct Bearers {
    /// The last link of each list.
    last: Map<u64, usize>,
    links: Vec<Link>,
}

#[derive(Clone, Copy, Debug)]
struct Link {
    person: usize,
    before: Option<usize>,
}

impl Bearers {
    /// Adds a person to the list of `key`, unless the list ends with that person.
    pub fn add(&mut self, key: u64, person: usize) {
        if self.links.is_empty() {
            self.last.reserve(FEW);
            self.links.reserve(FEW);
        }
        let before = self.last.get(&key).copied();
        if before.map(|at| self.links[at].person) != Some(person) {
            self.last.insert(key, self.links.len());
            self.links.push(Link { person, before });
        }
    }

    /// The people of a list, who was added last first.
    pub fn of(&self, key: u64) -> impl Iterator<Item = usize> + '_ {
        let mut next = self.last.get(&key).copied();
        std::iter::from_fn(move || {
            let link = self.links[next?];
            next = link.before;
            Some(link.person)
        })
    }
}
