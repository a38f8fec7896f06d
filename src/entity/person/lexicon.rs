//! What single words tell about the names of people.

use once_cell::sync::Lazy;

use crate::data;
use crate::entity::Gender;
use crate::scan::letters::folded_key;
use crate::scan::table::{key, Table, SEED};

/// What a word is known as; several can hold at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u16);

impl Class {
    pub(crate) const MALE: Class = Class(1);
    pub(crate) const FEMALE: Class = Class(1 << 1);
    /// A given name that is an ordinary word or place as well.
    pub(crate) const WORD: Class = Class(1 << 2);
    pub(crate) const SURNAME: Class = Class(1 << 3);
    pub(crate) const TITLE: Class = Class(1 << 4);
    pub(crate) const TITLE_MALE: Class = Class(1 << 5);
    pub(crate) const TITLE_FEMALE: Class = Class(1 << 6);
    pub(crate) const ROLE: Class = Class(1 << 7);
    pub(crate) const PARTICLE: Class = Class(1 << 8);
    pub(crate) const SUFFIX: Class = Class(1 << 9);
    pub(crate) const HEAD: Class = Class(1 << 10);
    pub(crate) const SPEECH: Class = Class(1 << 11);
    pub(crate) const OPENING: Class = Class(1 << 12);
    pub(crate) const CALENDAR: Class = Class(1 << 13);
    pub(crate) const FIRM: Class = Class(1 << 14);

    const GIVEN: Class = Class(Class::MALE.0 | Class::FEMALE.0);
    const ANY_TITLE: Class = Class(Class::TITLE.0 | Class::TITLE_MALE.0 | Class::TITLE_FEMALE.0);

    /// True when any of `other` holds.
    pub(crate) fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn is_given(self) -> bool {
        self.is(Class::GIVEN)
    }

    /// A given name and nothing else.
    pub(crate) fn is_surely_given(self) -> bool {
        self.is_given() && !self.is(Class::WORD)
    }

    pub(crate) fn is_title(self) -> bool {
        self.is(Class::ANY_TITLE)
    }

    /// The gender that a title or given name speaks for.
    pub(crate) fn gender(self) -> Option<Gender> {
        let male = self.is(Class::MALE) | self.is(Class::TITLE_MALE);
        let female = self.is(Class::FEMALE) | self.is(Class::TITLE_FEMALE);
        match (male, female) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        }
    }

    fn and(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    fn of_row(class: &str) -> Class {
        match class {
            "m" => Class::MALE,
            "f" => Class::FEMALE,
            "b" => Class::GIVEN,
            "mw" => Class::MALE.and(Class::WORD),
            "fw" => Class::FEMALE.and(Class::WORD),
            "bw" => Class::GIVEN.and(Class::WORD),
            "title" => Class::TITLE,
            "title-m" => Class::TITLE_MALE,
            "title-f" => Class::TITLE_FEMALE,
            "role" => Class::ROLE,
            "particle" => Class::PARTICLE,
            "suffix" => Class::SUFFIX,
            "head" => Class::HEAD,
            "speech" => Class::SPEECH,
            "opening" => Class::OPENING,
            "calendar" => Class::CALENDAR,
            "firm" => Class::FIRM,
            _ => Class::default(),
        }
    }
}

/// The words of the tables by their keys.
#[derive(Debug)]
pub(crate) struct Lexicon {
    words: Table<Class>,
}

pub(crate) static LEXICON: Lazy<Lexicon> = Lazy::new(Lexicon::builtin);

/// About as many words as the tables hold; only the first allocation depends on it.
const EXPECTED_WORDS: usize = 12_000;

impl Lexicon {
    fn builtin() -> Lexicon {
        let mut words = Vec::with_capacity(EXPECTED_WORDS);
        for table in [
            include_str!("../../data/entity/given_names.tsv"),
            include_str!("../../data/entity/person_words.tsv"),
        ] {
            for (_, mut columns) in data::rows(table) {
                let class = Class::of_row(columns.next().unwrap_or_default());
                add(&mut words, columns.next().unwrap_or_default(), class);
            }
        }
        for (_, mut columns) in data::rows(include_str!("../../data/entity/surnames.tsv")) {
            add(&mut words, columns.next().unwrap_or_default(), Class::SURNAME);
        }
        Lexicon { words: Table::merged(&words, |known, class| *known = known.and(class)) }
    }

    /// What `word`, folded already, is known as.
    pub(crate) fn class(&self, folded: &str) -> Class {
        self.class_of(key(SEED, folded))
    }

    /// What the word with this key is known as.
    #[inline]
    pub(crate) fn class_of(&self, key: u64) -> Class {
        self.words.get(key).unwrap_or_default()
    }
}

fn add(words: &mut Vec<(u64, Class)>, row: &str, class: Class) {
    words.extend(row.split_ascii_whitespace().map(|word| (folded_key(word), class)));
}
