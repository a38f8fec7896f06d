//! Grouping the people of one page: full names first, then bare ones by what stands before them.

use once_cell::sync::Lazy;

use super::bearers::Bearers;
use super::spelling::{one_slip, slips, sound_into};
use crate::data;
use crate::entity::person::{key, Class, PersonMention, LEXICON};
use crate::entity::{Form, Gender};
use crate::scan::fold::fold_into;
use crate::scan::map::Map;
use crate::span::Span;

/// People of one surname that are compared with a new full name: the last ones.
const COMPARED: usize = 8;

/// Different forms of one name that are counted: more are not names but noise.
const FORMS: usize = 16;

/// People of a short page.
const FEW: usize = 16;

/// The Arabic article before a surname.
const ARABIC: &str = "al-";

/// Shortest given names of which one may be a slip.
const SHORTEST_SLIP: usize = 5;

/// One person of the page.
#[derive(Clone, Debug)]
pub(crate) struct Person<'t> {
    /// Canonical name.
    pub name: String,
    pub title: Option<Span>,
    pub gender: Option<Gender>,
    parts: Parts,
    /// How the surname sounds: a place in [`People::sounds`].
    sound: Span,
    /// Forms of the name with how often each stands on the page.
    forms: Vec<(&'t str, u32)>,
}

/// The people of a page, and who is meant by each mention (same order as the mentions).
#[derive(Clone, Debug, Default)]
pub(crate) struct People<'t> {
    pub people: Vec<Person<'t>>,
    pub of: Vec<usize>,
    /// All mentions, folded, one behind the other.
    folded: String,
    /// The surnames of all people as they sound, one behind the other.
    sounds: String,
    /// People by surname as it is folded, as it sounds, and one slip away.
    by_surname: Bearers,
    by_slip: Bearers,
    by_given: Map<u64, usize>,
}

/// A mention taken apart, as places in [`People::folded`].
#[derive(Clone, Copy, Debug)]
struct Parts {
    /// The first given name.
    given: Option<Span>,
    surname: Span,
    /// The key of the surname.
    key: u64,
}

impl Parts {
    /// Folds a mention, appended to `folded`. Its surname is the last word that is no suffix.
    fn of(surface: &str, folded: &mut String) -> Parts {
        let from = folded.len();
        fold_into(surface, folded);
        let (mut first, mut surname) = (None, Span::new(from, from));
        let words = folded[from..].split(|c: char| c.is_whitespace() || c == '.');
        for word in words.filter(|word| !word.is_empty()) {
            let start = word.as_ptr() as usize - folded.as_ptr() as usize;
            let span = Span::new(start, start + word.len());
            if first.is_none() || !LEXICON.class(word).is(Class::SUFFIX) {
                surname = span;
            }
            first = first.or(Some(span));
        }
        let given = first.filter(|first| *first != surname);
        // "Rawadi" and "al-Rawadi" are one surname.
        if folded[surname].len() > ARABIC.len() && folded[surname].starts_with(ARABIC) {
            surname.start += ARABIC.len();
        }
        Parts { given, surname, key: key(&folded[surname]) }
    }
}

impl<'t> People<'t> {
    /// Groups `mentions`, which are in reading order. Linear in their number.
    pub(crate) fn group(text: &'t str, mentions: &[PersonMention]) -> People<'t> {
        let mut out = People { of: vec![usize::MAX; mentions.len()], ..People::default() };
        out.folded.reserve(mentions.iter().map(|m| m.span.len()).sum());
        out.people.reserve(mentions.len().min(FEW));
        out.sounds.reserve(FEW * 8);
        let part = |m: &PersonMention| Parts::of(&text[m.span], &mut out.folded);
        let parts: Vec<Parts> = mentions.iter().map(part).collect();
        for (at, mention) in mentions.iter().enumerate() {
            if mention.form == Form::FullName {
                out.of[at] = out.full(parts[at], mention);
            }
        }
        let mut last: Map<u64, usize> = Map::default();
        last.reserve(2 * FEW);
        for (at, mention) in mentions.iter().enumerate() {
            let surname = parts[at].key;
            if mention.form != Form::FullName {
                out.of[at] = out.bare(parts[at], mention, last.get(&surname).copied());
            }
            last.insert(out.people[out.of[at]].parts.key, out.of[at]);
            last.insert(surname, out.of[at]);
            out.note(out.of[at], &text[mention.span], mention);
        }
        out.people.iter_mut().for_each(Person::choose_name);
        out
    }

    /// The person of a full name, an old or a new one.
    fn full(&mut self, parts: Parts, mention: &PersonMention) -> usize {
        let fits = |people: &People<'_>, p: &Person<'_>| {
            p.gender_fits(mention.gender) && people.given_fits(p, parts)
        };
        self.found_or_new(parts, fits)
    }

    /// The person of a bare name: of those who bear it, who was named last.
    fn bare(&mut self, parts: Parts, mention: &PersonMention, last: Option<usize>) -> usize {
        let titled = mention.title.and(mention.gender);
        if let Some(last) = last.filter(|&p| self.people[p].gender_fits(titled)) {
            return last;
        }
        if mention.form == Form::GivenName {
            if let Some(&person) = self.by_given.get(&parts.key) {
                return person;
            }
        }
        self.found_or_new(parts, |_, p| p.gender_fits(titled))
    }

    fn found_or_new(
        &mut self,
        parts: Parts,
        fits: impl Fn(&People<'_>, &Person<'_>) -> bool,
    ) -> usize {
        if let Some(person) = self.same_surname(parts, &fits) {
            return person;
        }
        let from = self.sounds.len();
        sound_into(&self.folded[parts.surname], &mut self.sounds);
        let sound = Span::new(from, self.sounds.len());
        match self.search(parts, sound, fits) {
            Some(person) => {
                self.sounds.truncate(from);
                person
            }
            None => self.add(parts, sound),
        }
    }

    /// Whoever bears the surname itself and `fits`, if nobody whose name only sounds like it comes
    /// before: most names are found so.
    fn same_surname(
        &self,
        parts: Parts,
        fits: impl Fn(&People<'_>, &Person<'_>) -> bool,
    ) -> Option<usize> {
        let surname = &self.folded[parts.surname];
        let bearers = self.by_surname.of(parts.key).take(COMPARED);
        let mut same =
            bearers.take_while(|&p| self.folded[self.people[p].parts.surname] == *surname);
        same.find(|&p| fits(self, &self.people[p]))
    }

    /// Whoever bears the surname, or one that sounds like it, or one a slip away, and `fits`.
    fn search(
        &self,
        parts: Parts,
        sound: Span,
        fits: impl Fn(&People<'_>, &Person<'_>) -> bool,
    ) -> Option<usize> {
        let (surname, heard) = (&self.folded[parts.surname], &self.sounds[sound]);
        let near = |keys: &Bearers, key: u64| {
            keys.of(key).take(COMPARED).find(|&p| {
                let other = &self.people[p];
                let alike = self.folded[other.parts.surname] == *surname
                    || one_slip(&self.sounds[other.sound], heard);
                alike && fits(self, other)
            })
        };
        near(&self.by_surname, parts.key)
            .or_else(|| near(&self.by_surname, key(heard)))
            .or_else(|| slips(heard).into_iter().find_map(|slip| near(&self.by_slip, slip)))
    }

    fn add(&mut self, parts: Parts, sound: Span) -> usize {
        let person = self.people.len();
        let heard = &self.sounds[sound];
        self.by_surname.add(parts.key, person);
        self.by_surname.add(key(heard), person);
        for slip in slips(heard) {
            self.by_slip.add(slip, person);
        }
        if let Some(given) = parts.given {
            self.by_given.entry(key(&self.folded[given])).or_insert(person);
        }
        let name = String::new();
        let forms = Vec::new();
        self.people.push(Person { name, title: None, gender: None, parts, sound, forms });
        person
    }

    fn note(&mut self, person: usize, surface: &'t str, mention: &PersonMention) {
        let person = &mut self.people[person];
        person.title = person.title.or(mention.title);
        person.gender = person.gender.or(mention.gender);
        match person.forms.iter().position(|(form, _)| *form == surface) {
            Some(at) => person.forms[at].1 += 1,
            None if person.forms.len() < FORMS => person.forms.push((surface, 1)),
            None => {}
        }
    }

    /// Equal, an initial of one another, or names that stand for one another.
    fn given_fits(&self, person: &Person<'_>, parts: Parts) -> bool {
        let (Some(ours), Some(theirs)) = (person.parts.given, parts.given) else { return true };
        let (ours, theirs) = (&self.folded[ours], &self.folded[theirs]);
        let initial = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
        let stem = |a: &str, b: &str| a.len() >= 3 && b.starts_with(a);
        ours == theirs
            || initial(ours, theirs)
            || initial(theirs, ours)
            || stem(ours, theirs)
            || stem(theirs, ours)
            || same_given(ours, theirs)
            || is_slip(ours, theirs)
            || self.is_tail(person.parts, parts)
            || self.is_tail(parts, person.parts)
    }

    /// True when a name ends with all of another: "Ursula van der Brook", "van der Brook".
    fn is_tail(&self, long: Parts, short: Parts) -> bool {
        let whole = |parts: Parts| Some(&self.folded[parts.given?.start..parts.surname.end]);
        let (Some(long), Some(short)) = (whole(long), whole(short)) else { return false };
        long.strip_suffix(short).is_some_and(|head| head.ends_with(char::is_whitespace))
    }
}

impl Person<'_> {
    fn gender_fits(&self, gender: Option<Gender>) -> bool {
        self.gender.is_none() || gender.is_none() || self.gender == gender
    }

    /// The fullest form: most words, then with diacritics, then the most frequent, then the first.
    fn choose_name(&mut self) {
        let rank = |form: &str| {
            let words = form.split_whitespace().count();
            let caps = !form.chars().any(char::is_lowercase);
            (!caps, words, !form.is_ascii())
        };
        let best = match self.forms.as_slice() {
            [only] => Some(only),
            forms => forms.iter().rev().max_by_key(|(form, count)| (rank(form), *count)),
        };
        let name = best.map_or("", |(form, _)| form);
        let caps = !name.chars().any(char::is_lowercase);
        self.name.reserve(name.len());
        for word in name.split_whitespace() {
            if !self.name.is_empty() {
                self.name.push(' ');
            }
            match caps {
                true => self.name.extend(recased(word)),
                false => self.name.push_str(word),
            }
        }
    }
}

/// "TRUMP" as "Trump".
fn recased(word: &str) -> impl Iterator<Item = char> + '_ {
    let mut chars = word.chars();
    chars.next().into_iter().chain(chars.flat_map(char::to_lowercase))
}

/// "Angla" for "Angela", but never one given name for another: "Marie", "Maria".
fn is_slip(a: &str, b: &str) -> bool {
    let both_known = LEXICON.class(a).is_given() && LEXICON.class(b).is_given();
    a.len() >= SHORTEST_SLIP && b.len() >= SHORTEST_SLIP && !both_known && one_slip(a, b)
}

pub(super) fn same_given(a: &str, b: &str) -> bool {
    static GROUPS: Lazy<Map<&'static str, usize>> = Lazy::new(|| {
        let rows = data::rows(include_str!("../../data/entity/nicknames.tsv"));
        let names = rows.flat_map(|(line, mut columns)| {
            columns.next().unwrap_or_default().split(' ').map(move |name| (name, line))
        });
        names.collect()
    });
    GROUPS.get(a).is_some_and(|group| GROUPS.get(b) == Some(group))
}
