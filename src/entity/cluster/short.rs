//! Who is meant by one word of a longer name: "Marrow", "the Commission".

use super::name::Name;
use crate::entity::Gender;
use crate::scan::map::Map;

/// By which word a longer name is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Role {
    /// "the Commission".
    Head,
    /// A person's surname.
    Last,
    /// A person's given name, or the surname where that comes first.
    First,
}

/// A word by which something is meant, of those of one gender if one is told.
type Called = (Role, Option<Gender>, String);

/// The groups that a word may mean.
#[derive(Clone, Debug)]
struct Bearer {
    /// Of all, the first one.
    first: usize,
    /// Who was named in full last.
    latest: Option<usize>,
    /// Who is named in full more often than all others, and how often; `None` if two are.
    main: (Option<usize>, u32),
}

/// What single words may mean.
#[derive(Debug, Default)]
pub(super) struct ShortNames {
    by_word: Map<Called, Bearer>,
    counts: Map<(Called, usize), u32>,
    gender: Map<usize, Gender>,
}

impl ShortNames {
    /// A form of the group's name, whether it stands in the text or not.
    pub fn add(&mut self, name: &Name, group: usize) {
        for called in roles(name) {
            let new = Bearer { first: group, latest: None, main: (None, 0) };
            self.by_word.entry(called).or_insert(new);
        }
        if let Some(gender) = name.gender.filter(|_| name.person) {
            self.gender.entry(group).or_insert(gender);
        }
    }

    /// One more place where the group is named.
    pub fn count(&mut self, name: &Name, group: usize) {
        for called in roles(name) {
            let count = self.counts.entry((called.clone(), group)).or_default();
            *count += 1;
            let Some(bearer) = self.by_word.get_mut(&called) else { continue };
            match bearer.main {
                (_, most) if *count > most => bearer.main = (Some(group), *count),
                (_, most) if *count == most => bearer.main.0 = None,
                _ => {}
            }
        }
    }

    /// Reads past a place where the group is named.
    pub fn pass(&mut self, name: &Name, group: usize) {
        for called in roles(name) {
            if let Some(bearer) = self.by_word.get_mut(&called) {
                bearer.latest = Some(group);
            }
        }
    }

    /// Who is called by this word, if the gender fits: of several people whom the page is about
    /// most, of equals and of others who was named last.
    pub fn who(&self, word: &str, gender: Option<Gender>) -> Option<usize> {
        let fits = |group: &usize| {
            let other = self.gender.get(group);
            gender.is_none() || other.is_none() || other == gender.as_ref()
        };
        let of = |role: Role, gender: Option<Gender>| {
            let bearer = self.by_word.get(&(role, gender, word.to_owned()))?;
            let main = bearer.main.0.filter(|_| role != Role::Head);
            main.or(bearer.latest).filter(fits).or(Some(bearer.first).filter(fits))
        };
        let roles = [Role::Head, Role::Last, Role::First].into_iter();
        roles.flat_map(|role| [(role, gender), (role, None)]).find_map(|(role, g)| of(role, g))
    }
}

fn roles(name: &Name) -> impl Iterator<Item = Called> + '_ {
    let last =
        (name.person && !name.known || name.is_of_place()).then(|| (Role::Last, name.last()));
    let first = name.person.then(|| (Role::First, name.first()));
    let head = name.head().filter(|_| name.is_long()).map(|head| (Role::Head, head));
    let genders = [None, name.gender].into_iter().take(1 + usize::from(name.gender.is_some()));
    let called = [last, first, head].into_iter().flatten();
    called.flat_map(move |(role, word)| genders.clone().map(move |g| (role, g, word.to_owned())))
}
