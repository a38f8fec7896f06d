//! Grouping names that the caller found: by what they are called alone, for a text may be nothing
//! but the names.

use std::collections::HashSet;

use super::fit::same_given;
use super::name::Name;
use super::short::ShortNames;
use super::soft;
use crate::entity::spelling::{one_slip, slips, sound};
use crate::scan::map::Map;

/// Bearers of one last word that are compared with a new name: the last ones.
const COMPARED: usize = 8;

/// Names of more words are grouped as if they had as many.
const WIDEST: usize = 6;

/// Shortest acronym by which a name not known before is found.
const SURE_ACRONYM: usize = 3;

/// A name that the caller found, and what the tables know of it.
#[derive(Clone, Debug)]
pub(super) struct Given<'t> {
    pub surface: &'t str,
    /// Key and name of what it is by the tables.
    pub known: Option<(String, &'t str)>,
    /// Begins with the name of a country or another place.
    pub placed: bool,
    /// The name with the common name of the country it begins with: "US Congress" is "United
    /// States Congress".
    pub common: Option<String>,
}

impl<'t> Given<'t> {
    /// A name that no table knows.
    pub fn of(surface: &'t str) -> Given<'t> {
        Given { surface, known: None, placed: false, common: None }
    }
}

/// Groups names in reading order; names that share a known key name the same. Returns the group of
/// each, and whether it is surely a person's. Linear in the number of names.
pub(super) fn group(given: &[Given<'_>]) -> Grouped {
    let name = |g: &Given<'_>| Name::of(g.surface, g.placed).known(g.known.is_some());
    let names: Vec<Name> = given.iter().map(name).collect();
    let surnames: HashSet<&str> = names.iter().filter_map(Name::sure_surname).collect();
    // "Ms Holland" is no country where the page names Ann Holland.
    let surname = |name: &Name| !name.is_long() && surnames.contains(name.first());
    let person = names.iter().map(|name| name.is_sure_person() || surname(name)).collect();
    let mut groups = Groups { of: vec![usize::MAX; names.len()], ..Groups::default() };
    for (at, known) in given.iter().enumerate() {
        if let Some((key, canonical)) = known.known.as_ref().filter(|_| !surname(&names[at])) {
            groups.known(at, &names[at], key, canonical);
        }
    }
    for width in (2..=WIDEST).rev() {
        for (at, name) in names.iter().enumerate() {
            if groups.of[at] == usize::MAX && name.words.len().min(WIDEST) == width {
                groups.of[at] = groups.long(at, name, &names, given[at].common.as_deref());
            }
        }
    }
    for (&group, name) in groups.of.iter().zip(&names).filter(|(_, name)| name.is_long()) {
        groups.short_names.count(name, group);
    }
    for (at, name) in names.iter().enumerate() {
        if groups.of[at] == usize::MAX {
            groups.of[at] = groups.short(name, &names);
        }
        groups.short_names.pass(name, groups.of[at]);
    }
    Grouped { of: groups.of, person }
}

/// The answer, in the order of the names.
#[derive(Clone, Debug)]
pub(super) struct Grouped {
    pub of: Vec<usize>,
    /// Whether the name is surely a person's, in full or by surname.
    pub person: Vec<bool>,
}

#[derive(Default)]
struct Groups {
    of: Vec<usize>,
    count: usize,
    by_key: Map<String, usize>,
    by_stem: Map<String, usize>,
    by_initials: Map<String, usize>,
    /// Acronyms that stand in the text and that a table knows.
    acronyms: Map<String, usize>,
    /// Groups of longer names by a part of them; `None` for a part of several.
    by_part: Map<String, Option<usize>>,
    /// Names of two and more words by their last one, with where they stand.
    by_last: Map<String, Vec<usize>>,
    by_slip: Map<u64, Vec<usize>>,
    short_names: ShortNames,
}

impl Groups {
    fn known(&mut self, at: usize, name: &Name, key: &str, canonical: &str) {
        let group = self.keyed(key);
        self.of[at] = group;
        self.by_key.insert(name.key(), group);
        if name.acronym {
            self.acronyms.insert(name.key(), group);
        }
        self.index(at, name, group);
        self.index_forms(&Name::of(canonical, name.placed).known(true), group);
    }

    fn keyed(&mut self, key: &str) -> usize {
        let next = self.count;
        let group = *self.by_key.entry(format!("\t{key}")).or_insert(next);
        self.count += usize::from(group == next);
        group
    }

    fn new_group(&mut self) -> usize {
        self.count += 1;
        self.count - 1
    }

    /// The group of a name of several words.
    fn long(&mut self, at: usize, name: &Name, names: &[Name], common: Option<&str>) -> usize {
        let key = name.key();
        let common = common.map(|common| Name::of(common, true).key());
        let known = self.by_key.get(&key).or_else(|| self.by_key.get(common.as_ref()?)).copied();
        if let Some(group) = known {
            self.by_key.insert(key, group);
            return group;
        }
        let found = self.by_stem.get(&name.stem()).copied().or_else(|| self.soft(&key));
        let found =
            found.or_else(|| self.kin(name, names)).or_else(|| self.miswritten(name, names));
        let found = found.or_else(|| self.by_part.get(&key).copied().flatten());
        let found = found.or_else(|| self.spelt_out(name));
        let group = found.unwrap_or_else(|| self.new_group());
        self.by_key.extend([Some(key), common].into_iter().flatten().map(|key| (key, group)));
        self.index(at, name, group);
        group
    }

    fn index(&mut self, at: usize, name: &Name, group: usize) {
        self.index_forms(name, group);
        for slip in slips(&name.key()).filter(|_| name.is_long()) {
            self.by_slip.entry(slip).or_default().push(at);
        }
        if !name.person || name.known {
            return;
        }
        self.by_last.entry(name.last().to_owned()).or_default().push(at);
        for slip in slips(&sound(name.last())) {
            self.by_slip.entry(slip).or_default().push(at);
        }
    }

    /// What the group may be called elsewhere.
    fn index_forms(&mut self, name: &Name, group: usize) {
        if !name.placed {
            self.by_stem.entry(name.stem()).or_insert(group);
        }
        if !name.is_long() {
            return;
        }
        for initials in name.initials() {
            self.by_initials.entry(initials).or_insert(group);
        }
        for part in name.parts() {
            let known = self.by_part.entry(part).or_insert(Some(group));
            *known = known.filter(|known| *known == group);
        }
        self.short_names.add(name, group);
    }

    /// A name that several things bear, where the page names one of them otherwise; of names that
    /// only one thing bears, another such name does.
    fn soft(&mut self, key: &str) -> Option<usize> {
        let named = |owner: &&str| self.by_key.get(&format!("\t{owner}")).copied();
        let owners = soft::owners(key);
        let mut found = owners.iter().filter_map(named);
        match (found.next(), found.next(), owners) {
            (Some(group), None, _) => Some(group),
            (None, _, [only]) => Some(self.keyed(only)),
            _ => None,
        }
    }

    /// Another form of a person's name: the given names fit, or one of both is a slip.
    fn kin(&self, name: &Name, names: &[Name]) -> Option<usize> {
        if !name.person {
            return None;
        }
        let bearers = |v: &Vec<usize>, fits: &dyn Fn(&Name) -> bool| {
            v.iter().rev().take(COMPARED).find(|at| fits(&names[**at])).copied()
        };
        let exact = |v: &Vec<usize>| bearers(v, &|other| given_fits(other, name));
        let heard = sound(name.last());
        let near = |slip: u64| {
            let alike = |other: &Name| {
                other.first() == name.first() && one_slip(&sound(other.last()), &heard)
            };
            bearers(self.by_slip.get(&slip)?, &alike)
        };
        let found = self.by_last.get(name.last()).and_then(exact);
        found.or_else(|| slips(&heard).find_map(near)).map(|at| self.of[at])
    }

    /// A name one slip away: "Angla Merkel".
    fn miswritten(&self, name: &Name, names: &[Name]) -> Option<usize> {
        let key = name.key();
        let alike = |at: &usize| {
            let other = &names[*at];
            other.is_long() && one_slip(&other.key(), &key) && !other.is_other_person(name)
        };
        let near = |slip| self.by_slip.get(&slip)?.iter().rev().take(COMPARED).copied().find(alike);
        let found = slips(&key).find_map(near);
        found.map(|at| self.of[at])
    }

    /// The name whose acronym stands in the text.
    fn spelt_out(&self, name: &Name) -> Option<usize> {
        let initials = name.initials();
        let mut sure = initials.iter().filter(|i| i.len() >= SURE_ACRONYM);
        sure.find_map(|i| self.acronyms.get(i)).copied()
    }

    /// The group of one word: an acronym, a head, a word of a person's name.
    fn short(&mut self, name: &Name, names: &[Name]) -> usize {
        let word = name.first();
        let known = self.by_key.get(&name.key()).or_else(|| self.by_stem.get(word)).copied();
        if let Some(group) = known {
            return group;
        }
        let found = if name.acronym { self.by_initials.get(word).copied() } else { None };
        let found = found.or_else(|| self.soft(word));
        if let Some(group) = self.short_names.who(word, name.gender).filter(|_| found.is_none()) {
            // "The Commission" is one and the same all over a page; of people, two may be meant.
            if name.head().is_some() {
                self.by_key.insert(name.key(), group);
            }
            return group;
        }
        let found = found.or_else(|| self.by_part.get(word).copied().flatten());
        let found = found.or_else(|| self.other_number(word)).or_else(|| self.slipped(word, names));
        let group = found.unwrap_or_else(|| self.new_group());
        self.by_key.insert(name.key(), group);
        group
    }

    /// "Republican" and "Republicans".
    fn other_number(&self, word: &str) -> Option<usize> {
        const SHORTEST: usize = 5;
        let singular = word.strip_suffix('s').filter(|w| w.len() >= SHORTEST);
        let plural = || self.by_key.get(&format!("{word}s")).filter(|_| word.len() >= SHORTEST);
        singular.and_then(|w| self.by_key.get(w)).or_else(plural).copied()
    }

    /// A surname one slip away from that of somebody named in full.
    fn slipped(&self, word: &str, names: &[Name]) -> Option<usize> {
        let heard = sound(word);
        let near = |slip: u64| {
            let found = self.by_slip.get(&slip)?.iter().rev().take(COMPARED);
            found.copied().find(|at| one_slip(&sound(names[*at].last()), &heard))
        };
        let found = slips(&heard).find_map(near);
        found.map(|at| self.of[at])
    }
}

/// Given names equal, initials of one another, one cut short, or names that stand for one another.
fn given_fits(a: &Name, b: &Name) -> bool {
    let (a, b) = (a.first(), b.first());
    a == b || a.starts_with(b) || b.starts_with(a) || same_given(a, b)
}
