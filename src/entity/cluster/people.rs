//! Grouping the people of one page: full names first, then bare ones by what stands before them.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::spelling::{one_slip, slips, sound};
use crate::data;
use crate::entity::person::{key, Class, PersonMention, LEXICON};
use crate::entity::{Form, Gender};
use crate::scan::fold::fold;
use crate::span::Span;

/// People of one surname that are compared with a new full name: the last ones.
const COMPARED: usize = 8;

/// Different forms of one name that are counted: more are not names but noise.
const FORMS: usize = 16;

/// One person of the page.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// Canonical name.
    pub name: String,
    pub title: Option<Span>,
    pub gender: Option<Gender>,
    given: Vec<String>,
    surname: String,
    sound: String,
    /// Forms of the name with how often each stands on the page.
    forms: Vec<(String, u32)>,
}

/// The people of a page, and who is meant by each mention (same order as the mentions).
#[derive(Clone, Debug, Default)]
pub(crate) struct People {
    pub people: Vec<Person>,
    pub of: Vec<usize>,
    /// People by surname as it is folded, as it sounds, and one slip away.
    by_surname: HashMap<u64, Vec<usize>>,
    by_slip: HashMap<u64, Vec<usize>>,
    by_given: HashMap<u64, usize>,
}

/// A mention taken apart.
struct Parts {
    given: Vec<String>,
    surname: String,
}

impl Parts {
    fn of(surface: &str) -> Parts {
        let mut words: Vec<String> = fold(surface)
            .split(|c: char| c.is_whitespace() || c == '.')
            .filter(|w| !w.is_empty())
            .map(str::to_owned)
            .collect();
        while words.len() > 1 && words.last().is_some_and(|w| LEXICON.class(w).is(Class::SUFFIX)) {
            words.pop();
        }
        let surname = words.pop().unwrap_or_default();
        Parts { given: words, surname }
    }
}

impl People {
    /// Groups `mentions`, which are in reading order. Linear in their number.
    pub(crate) fn group(text: &str, mentions: &[PersonMention]) -> People {
        let parts: Vec<Parts> = mentions.iter().map(|m| Parts::of(&text[m.span])).collect();
        let mut out = People { of: vec![usize::MAX; mentions.len()], ..People::default() };
        for (at, mention) in mentions.iter().enumerate() {
            if mention.form == Form::FullName {
                out.of[at] = out.full(&parts[at], mention);
            }
        }
        let mut last: HashMap<u64, usize> = HashMap::new();
        for (at, mention) in mentions.iter().enumerate() {
            let surname = key(&parts[at].surname);
            if mention.form != Form::FullName {
                out.of[at] = out.bare(&parts[at], mention, last.get(&surname).copied());
            }
            last.insert(key(&out.people[out.of[at]].surname), out.of[at]);
            last.insert(surname, out.of[at]);
            out.note(out.of[at], &text[mention.span], mention);
        }
        out.people.iter_mut().for_each(Person::choose_name);
        out
    }

    /// The person of a full name, an old or a new one.
    fn full(&mut self, parts: &Parts, mention: &PersonMention) -> usize {
        let sound = sound(&parts.surname);
        let fits = |p: &Person| p.gender_fits(mention.gender) && p.given_fits(&parts.given);
        self.search(&parts.surname, &sound, fits).unwrap_or_else(|| self.add(parts, sound))
    }

    /// The person of a bare name: of those who bear it, who was named last.
    fn bare(&mut self, parts: &Parts, mention: &PersonMention, last: Option<usize>) -> usize {
        let titled = mention.title.and(mention.gender);
        let fits = |p: &Person| p.gender_fits(titled);
        if let Some(last) = last.filter(|&p| fits(&self.people[p])) {
            return last;
        }
        if mention.form == Form::GivenName {
            if let Some(&person) = self.by_given.get(&key(&parts.surname)) {
                return person;
            }
        }
        let sound = sound(&parts.surname);
        self.search(&parts.surname, &sound, fits).unwrap_or_else(|| self.add(parts, sound))
    }

    /// Whoever bears the surname, or one that sounds like it, or one a slip away, and `fits`.
    fn search(&self, surname: &str, sound: &str, fits: impl Fn(&Person) -> bool) -> Option<usize> {
        let near = |keys: &HashMap<u64, Vec<usize>>, key: u64| {
            let bearers = keys.get(&key)?.iter().rev().take(COMPARED);
            bearers.copied().find(|&p| {
                let other = &self.people[p];
                let alike = other.surname == surname || one_slip(&other.sound, sound);
                alike && fits(other)
            })
        };
        near(&self.by_surname, key(surname))
            .or_else(|| near(&self.by_surname, key(sound)))
            .or_else(|| slips(sound).into_iter().find_map(|slip| near(&self.by_slip, slip)))
    }

    fn add(&mut self, parts: &Parts, sound: String) -> usize {
        let person = self.people.len();
        for name in [key(&parts.surname), key(&sound)] {
            let bearers = self.by_surname.entry(name).or_default();
            if bearers.last() != Some(&person) {
                bearers.push(person);
            }
        }
        for slip in slips(&sound) {
            self.by_slip.entry(slip).or_default().push(person);
        }
        if let Some(given) = parts.given.first() {
            self.by_given.entry(key(given)).or_insert(person);
        }
        self.people.push(Person {
            name: String::new(),
            title: None,
            gender: None,
            given: parts.given.clone(),
            surname: parts.surname.clone(),
            sound,
            forms: Vec::new(),
        });
        person
    }

    fn note(&mut self, person: usize, surface: &str, mention: &PersonMention) {
        let person = &mut self.people[person];
        person.title = person.title.or(mention.title);
        person.gender = person.gender.or(mention.gender);
        match person.forms.iter().position(|(form, _)| form == surface) {
            Some(at) => person.forms[at].1 += 1,
            None if person.forms.len() < FORMS => person.forms.push((surface.to_owned(), 1)),
            None => {}
        }
    }
}

impl Person {
    fn gender_fits(&self, gender: Option<Gender>) -> bool {
        self.gender.is_none() || gender.is_none() || self.gender == gender
    }

    /// Equal, an initial of one another, or names that stand for one another.
    fn given_fits(&self, given: &[String]) -> bool {
        let (Some(ours), Some(theirs)) = (self.given.first(), given.first()) else { return true };
        let initial = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
        let stem = |a: &str, b: &str| a.len() >= 3 && b.starts_with(a);
        ours == theirs
            || initial(ours, theirs)
            || initial(theirs, ours)
            || stem(ours, theirs)
            || stem(theirs, ours)
            || same_given(ours, theirs)
    }

    /// The fullest form: most words, then with diacritics, then the most frequent, then the first.
    fn choose_name(&mut self) {
        let rank = |form: &str| {
            let words = form.split_whitespace().count();
            let caps = !form.chars().any(char::is_lowercase);
            (!caps, words, !form.is_ascii())
        };
        let best = self.forms.iter().rev().max_by_key(|(form, count)| (rank(form), *count));
        let name = best.map_or("", |(form, _)| form.as_str());
        let caps = !name.chars().any(char::is_lowercase);
        self.name = name.split_whitespace().map(|w| if caps { recase(w) } else { w.into() }).fold(
            String::new(),
            |name, word| if name.is_empty() { word } else { name + " " + &word },
        );
    }
}

/// "TRUMP" as "Trump".
fn recase(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().chain(chars.flat_map(char::to_lowercase)).collect()
}

fn same_given(a: &str, b: &str) -> bool {
    static GROUPS: Lazy<HashMap<&'static str, usize>> = Lazy::new(|| {
        let rows = data::rows(include_str!("../../data/entity/nicknames.tsv"));
        let names = rows.flat_map(|(line, mut columns)| {
            columns.next().unwrap_or_default().split(' ').map(move |name| (name, line))
        });
        names.collect()
    });
    GROUPS.get(a).is_some_and(|group| GROUPS.get(b) == Some(group))
}
