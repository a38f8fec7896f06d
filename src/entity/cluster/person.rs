//! One person of a page.

use super::parts::{Parts, Surfaces};
use crate::entity::person::{Class, PersonMention, LEXICON};
use crate::entity::Gender;
use crate::scan::fold::fold;
use crate::span::Span;

/// Different forms of one name that are counted: more are not names but noise.
const FORMS: usize = 16;

/// One person of the page.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// Canonical name.
    pub name: String,
    pub title: Option<Span>,
    pub gender: Option<Gender>,
    pub parts: Parts,
    /// How the surname sounds: a place among the sounds of all surnames.
    pub sound: Span,
    /// How often the page names them in full, and in which of its mentions first.
    pub full: u32,
    pub since: usize,
    /// Forms of the name, by place among all names, with how often each stands on the page.
    forms: Vec<(usize, u32)>,
}

impl Person {
    pub fn new(parts: Parts, sound: Span) -> Person {
        let (name, forms) = (String::new(), Vec::new());
        let (title, gender) = (None, None);
        Person { name, title, gender, parts, sound, full: 0, since: usize::MAX, forms }
    }

    /// Notes that mention `at` names them in full, as a relative has to be.
    pub fn name_in_full(&mut self, at: usize, kin: bool) {
        self.full += u32::from(!kin);
        self.since = self.since.min(at);
    }

    /// Notes what stands at one mention.
    pub fn note(&mut self, surface: usize, mention: &PersonMention) {
        self.title = self.title.or(mention.title);
        self.gender = self.gender.or(mention.gender);
        match self.forms.iter().position(|(form, _)| *form == surface) {
            Some(at) => self.forms[at].1 += 1,
            None if self.forms.len() < FORMS => self.forms.push((surface, 1)),
            None => {}
        }
    }

    /// Adds what is known of the same person under another name, which is the better one if it is
    /// named more often in full.
    pub fn absorb(&mut self, mut other: Person) {
        let often = |person: &Person| person.forms.iter().map(|(_, count)| count).sum::<u32>();
        if often(&other) > often(self) {
            std::mem::swap(&mut self.forms, &mut other.forms);
        }
        self.title = self.title.or(other.title);
        self.gender = self.gender.or(other.gender);
        self.full += other.full;
    }

    pub fn gender_fits(&self, gender: Option<Gender>) -> bool {
        self.gender.is_none() || gender.is_none() || self.gender == gender
    }

    /// The fullest form: most words, then with diacritics, then the most frequent, then the first;
    /// "Republican Ann Lee" is none where the page has "Ann Lee".
    pub fn choose_name(&mut self, surfaces: &Surfaces<'_>) {
        let rank = |form: &str| {
            let caps = is_in_capitals(form);
            (!self.is_described(form, surfaces), !caps, count_words(form), !form.is_ascii())
        };
        let best = match self.forms.as_slice() {
            [only] => Some(only),
            forms => forms.iter().rev().max_by_key(|(f, count)| (rank(surfaces.name(*f)), *count)),
        };
        let name = best.map_or("", |(form, _)| surfaces.name(*form));
        let caps = is_in_capitals(name);
        if !caps && is_plain(name) {
            return self.name.push_str(name);
        }
        self.name.reserve(name.len());
        for word in words(name) {
            if !self.name.is_empty() {
                self.name.push(' ');
            }
            match caps {
                true => self.name.extend(recased(word)),
                false => self.name.push_str(word),
            }
        }
    }

    /// True of another form, complete by itself, with what is no given name before it.
    fn is_described(&self, form: &str, surfaces: &Surfaces<'_>) -> bool {
        let given = |word: &str| LEXICON.class(&fold(word.trim_end_matches('.'))).is_given();
        // "Van" is a given name, and begins surnames.
        let sure = |word: &str| given(word) && !LEXICON.class(&fold(word)).is(Class::PARTICLE);
        let complete =
            |other: &str| other.split_once(char::is_whitespace).is_some_and(|o| sure(o.0));
        let initial = |word: &str| word.trim_end_matches('.').chars().count() == 1;
        let described =
            |more: &str| more.split_whitespace().any(|word| !given(word) && !initial(word));
        // Hardly a form ends with another one.
        let mut others = self.forms.iter().map(|(other, _)| surfaces.name(*other));
        others.any(|other| {
            let more = form.strip_suffix(other).filter(|more| !more.is_empty());
            more.is_some_and(|more| complete(other) && described(more))
        })
    }
}

fn is_in_capitals(name: &str) -> bool {
    !name.bytes().any(|b| b.is_ascii_lowercase()) && !name.chars().any(char::is_lowercase)
}

/// Nothing but words with a space between them: no marks, and no other space.
fn is_plain(name: &str) -> bool {
    let mut before = 0;
    name.bytes().all(|b| {
        let first = std::mem::replace(&mut before, b) != b' ';
        b == b' ' && first || b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')
    })
}

/// How many words a name has, without a nickname in marks.
fn count_words(name: &str) -> usize {
    match is_plain(name) {
        true => 1 + name.bytes().filter(|b| *b == b' ').count(),
        false => words(name).count(),
    }
}

/// The words of a name without a nickname in marks.
fn words(name: &str) -> impl Iterator<Item = &str> {
    const MARKS: [char; 9] = ['"', '“', '”', '‘', '’', '\'', '`', '(', ')'];
    let mut inside = false;
    name.split_whitespace().filter(move |word| {
        inside |= word.starts_with(MARKS);
        let nickname = inside;
        inside &= !word.ends_with(MARKS);
        !nickname
    })
}

/// "TRUMP" as "Trump".
fn recased(word: &str) -> impl Iterator<Item = char> + '_ {
    let mut chars = word.chars();
    chars.next().into_iter().chain(chars.flat_map(char::to_lowercase))
}
