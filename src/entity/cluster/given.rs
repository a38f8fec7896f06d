//! Grouping names that the caller found: by what they are called alone, for a text may be nothing
//! but the names.

use std::collections::HashMap;

use super::spelling::{one_slip, slips, sound};
use crate::entity::person::{Class, LEXICON};
use crate::scan::fold::fold;

/// Bearers of one last word that are compared with a new name: the last ones.
const COMPARED: usize = 8;

/// A name taken apart.
#[derive(Clone, Debug)]
struct Name {
    /// Words, folded, without articles, titles and suffixes.
    words: Vec<String>,
    /// Ends or begins with what only organisations and places have.
    headed: bool,
    /// Written in capitals, as acronyms are.
    caps: bool,
}

impl Name {
    fn of(surface: &str) -> Name {
        let stem = surface.trim().trim_end_matches("'s").trim_end_matches("\u{2019}s");
        let folded = fold(stem);
        let parts = folded.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '&');
        let mut words: Vec<String> = parts.filter(|w| !w.is_empty()).map(str::to_owned).collect();
        while words.len() > 1 && opens(&words[0]) {
            words.remove(0);
        }
        while words.len() > 1 && words.last().is_some_and(|w| LEXICON.class(w).is(Class::SUFFIX)) {
            words.pop();
        }
        let headed =
            words.iter().any(|w| LEXICON.class(w).is(Class::HEAD) || w == "of" || w == "for");
        let letters = stem.chars().filter(|c| c.is_alphabetic());
        let caps = letters.clone().count() > 1 && letters.into_iter().all(char::is_uppercase);
        Name { words, headed, caps }
    }

    fn key(&self) -> String {
        self.words.join(" ")
    }

    fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// The name without what only says that it is a company: "apple inc" is "apple".
    fn stem(&self) -> String {
        let firm = |w: &String| LEXICON.class(w).is(Class::FIRM);
        let tail = self.words.iter().skip(1).rev().take_while(|w| firm(w)).count();
        self.words[..self.words.len() - tail].join(" ")
    }

    /// First letters of the words that count: "International Monetary Fund" is "imf".
    fn initials(&self) -> String {
        let small =
            |w: &&String| !matches!(w.as_str(), "of" | "the" | "and" | "for" | "in" | "on" | "&");
        self.words.iter().filter(small).filter_map(|w| w.chars().next()).collect()
    }

    /// Two to four words, none of which an organisation's name has.
    fn is_like_person(&self) -> bool {
        (2..=4).contains(&self.words.len()) && !self.headed && !self.caps
    }

    /// The same person: first names equal, initials of one another, or one cut short.
    fn given_fits(&self, other: &Name) -> bool {
        let (a, b) = (&self.words[0], &other.words[0]);
        a == b || a.starts_with(b.as_str()) || b.starts_with(a.as_str())
    }
}

fn opens(word: &str) -> bool {
    word == "the" || LEXICON.class(word).is_title() && !LEXICON.class(word).is_given()
}

/// Groups names in reading order; names that share a `known` key name the same. Returns the group
/// of each. Linear in the number of names.
pub(crate) fn group(surfaces: &[&str], known: &[Option<String>]) -> Vec<usize> {
    let names: Vec<Name> = surfaces.iter().map(|s| Name::of(s)).collect();
    let mut groups = Groups { of: vec![usize::MAX; names.len()], ..Groups::default() };
    for (at, key) in known.iter().enumerate() {
        if let Some(key) = key {
            groups.of[at] = groups.keyed(format!("\t{key}"));
            groups.by_key.insert(names[at].key(), groups.of[at]);
        }
    }
    for long in [true, false] {
        for (at, name) in names.iter().enumerate() {
            if groups.of[at] == usize::MAX && (name.words.len() > 1) == long {
                groups.of[at] = groups.place(at, name, &names);
            }
        }
    }
    groups.of
}

#[derive(Default)]
struct Groups {
    of: Vec<usize>,
    count: usize,
    by_key: HashMap<String, usize>,
    by_initials: HashMap<String, usize>,
    by_stem: HashMap<String, usize>,
    /// Names of two and more words by their last one, with where they stand.
    by_last: HashMap<String, Vec<usize>>,
    by_slip: HashMap<u64, Vec<usize>>,
}

impl Groups {
    fn keyed(&mut self, key: String) -> usize {
        let next = self.count;
        let group = *self.by_key.entry(key).or_insert(next);
        self.count += usize::from(group == next);
        group
    }

    fn place(&mut self, at: usize, name: &Name, names: &[Name]) -> usize {
        let key = name.key();
        if let Some(&group) = self.by_key.get(&key) {
            self.note(at, name);
            return group;
        }
        let long = name.words.len() > 1;
        let by_form = || if long { self.long(name, names) } else { self.short(at, name, names) };
        let found = self.by_stem.get(&name.stem()).copied().or_else(by_form);
        let group = found.unwrap_or_else(|| {
            self.count += 1;
            self.count - 1
        });
        self.by_key.insert(key, group);
        if name.stem() != name.key() {
            self.by_stem.entry(name.stem()).or_insert(group);
        }
        if name.words.len() > 1 {
            self.by_initials.entry(name.initials()).or_insert(group);
        }
        self.of[at] = group;
        self.note(at, name);
        group
    }

    fn note(&mut self, at: usize, name: &Name) {
        if name.is_like_person() {
            self.by_last.entry(name.last().to_owned()).or_default().push(at);
            for slip in slips(&sound(name.last())) {
                self.by_slip.entry(slip).or_default().push(at);
            }
        }
    }

    /// A name of several words: another form of a person's, or the same without a legal form.
    fn long(&self, name: &Name, names: &[Name]) -> Option<usize> {
        if !name.is_like_person() {
            return None;
        }
        let same = |at: &&usize| names[**at].given_fits(name);
        let bearers = |v: &Vec<usize>| v.iter().rev().take(COMPARED).find(same).copied();
        let exact = self.by_last.get(name.last()).and_then(bearers);
        let heard = sound(name.last());
        let near = |slip: u64| {
            let found = self.by_slip.get(&slip)?.iter().rev().take(COMPARED);
            let alike = |at: &&usize| {
                names[**at].words[0] == name.words[0]
                    && one_slip(&sound(names[**at].last()), &heard)
            };
            found.copied().collect::<Vec<_>>().iter().find(alike).copied()
        };
        exact.or_else(|| slips(&heard).into_iter().find_map(near)).map(|at| self.of[at])
    }

    /// One word: an acronym, or the last word of a person's name.
    fn short(&self, at: usize, name: &Name, names: &[Name]) -> Option<usize> {
        let word = name.words.first()?;
        if name.caps && (2..=6).contains(&word.len()) {
            return self.by_initials.get(word).copied();
        }
        let bearers = self.by_last.get(word.as_str())?;
        let before = bearers.iter().rev().find(|&&b| b < at).or_else(|| bearers.first())?;
        (!names[*before].headed).then(|| self.of[*before])
    }
}
