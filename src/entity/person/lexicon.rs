//! What single words tell about the names of people.

use once_cell::sync::Lazy;

use crate::data;
use crate::entity::Gender;
use crate::scan::letters::folded_key;
use crate::scan::numbers::Keyed;
use crate::scan::table::{key, Table, SEED};

/// The table of the endings of words, read as the crate is compiled.
pub(super) const ENDINGS: &str = include_str!("../../data/entity/endings.tsv");

/// What a word is known as; several can hold at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u64);

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
    /// An ordinary word of the language.
    pub(crate) const COMMON: Class = Class(1 << 15);
    /// A verb for what people do.
    pub(crate) const DEED: Class = Class(1 << 16);
    pub(crate) const AUXILIARY: Class = Class(1 << 17);
    /// Begins the name of a place: "Fort".
    pub(crate) const FRONT: Class = Class(1 << 18);
    pub(crate) const THE: Class = Class(1 << 19);
    pub(crate) const ARTICLE: Class = Class(1 << 20);
    pub(crate) const POSSESSIVE: Class = Class(1 << 21);
    pub(crate) const WHERE: Class = Class(1 << 22);
    pub(crate) const WHITHER: Class = Class(1 << 23);
    pub(crate) const OF: Class = Class(1 << 24);
    pub(crate) const BY: Class = Class(1 << 25);
    pub(crate) const WITH: Class = Class(1 << 26);
    pub(crate) const AND: Class = Class(1 << 27);
    pub(crate) const NAMING: Class = Class(1 << 28);
    /// Ends the name of an organisation, or begins it before "of".
    pub(crate) const ORGANISATION: Class = Class(1 << 29);
    /// Ends the name of a place that is also called without it: "River".
    pub(crate) const GEO: Class = Class(1 << 30);
    /// A relative or friend.
    pub(crate) const KIN: Class = Class(1 << 31);
    /// A title that is no rank: "Mr.".
    pub(crate) const COURTESY: Class = Class(1 << 33);
    /// What a place is: "town", "island".
    pub(crate) const TOWN: Class = Class(1 << 34);
    /// "northern", "downtown".
    pub(crate) const DIRECTION: Class = Class(1 << 35);
    /// One person is known by this word alone.
    pub(crate) const ALONE: Class = Class(1 << 32);

    /// Ends the name of a place; of a front, that the place is one of land or water: "Lake".
    pub(crate) const PLACE: Class = Class(1 << 36);

    /// Says before a company's name what it does: "automaker".
    pub(crate) const TRADE: Class = Class(1 << 37);

    /// A title before a given name: "Sir".
    pub(crate) const KNIGHT: Class = Class(1 << 39);

    /// A title behind another one, or in capitals before a given name: "Con", "DCI".
    pub(crate) const RANK: Class = Class(1 << 38);

    /// Stands before a month: "since".
    pub(crate) const WHEN: Class = Class(1 << 40);

    pub(crate) const GIVEN: Class = Class(Class::MALE.0 | Class::FEMALE.0);
    pub(crate) const ANY_TITLE: Class =
        Class(Class::TITLE.0 | Class::TITLE_MALE.0 | Class::TITLE_FEMALE.0);

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

    pub(crate) const fn and(self, other: Class) -> Class {
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
            "geo" => Class::GEO,
            "deed" => Class::DEED,
            "auxiliary" => Class::AUXILIARY,
            "front" => Class::FRONT,
            "the" => Class::THE,
            "article" => Class::ARTICLE,
            "possessive" => Class::POSSESSIVE,
            "where" => Class::WHERE,
            "whither" => Class::WHITHER,
            "of" => Class::OF,
            "by" => Class::BY,
            "with" => Class::WITH,
            "and" => Class::AND,
            "organisation" => Class::ORGANISATION,
            "courtesy" => Class::COURTESY,
            "town" => Class::TOWN,
            "direction" => Class::DIRECTION,
            "kin" => Class::KIN,
            "alone" => Class::ALONE,
            "place" => Class::PLACE,
            "trade" => Class::TRADE,
            "rank" => Class::RANK,
            "knight" => Class::KNIGHT,
            "when" => Class::WHEN,
            "naming" => Class::NAMING,
            _ => Class::default(),
        }
    }
}

/// The words of the tables by their keys.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// Places in `classes`.
    words: Table<u16>,
    /// The different classes of words; the first is that of unknown ones.
    classes: Vec<Class>,
    particles: Heads,
    towns: Heads,
}

pub(crate) static LEXICON: Lazy<Lexicon> = Lazy::new(Lexicon::builtin);

/// About as many words as the tables hold; only the first allocation depends on it.
const EXPECTED_WORDS: usize = 20_000;

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
        for (table, class) in [
            (include_str!("../../data/entity/surnames.tsv"), Class::SURNAME),
            (include_str!("../../data/entity/common_words.tsv"), Class::COMMON),
        ] {
            for (_, mut columns) in data::rows(table) {
                add(&mut words, columns.next().unwrap_or_default(), class);
            }
        }
        let words = Table::merged(&words, |known, class| *known = known.and(class));
        let (mut places, mut classes) = (Keyed::default(), vec![Class::default()]);
        let words = words.map(|class| {
            let place = *places.or_insert(class.0, classes.len() as u16);
            if usize::from(place) == classes.len() {
                classes.push(class);
            }
            place
        });
        let (particles, towns) = (Heads::of("particle"), Heads::of("town"));
        Lexicon { words, classes, particles, towns }
    }

    /// False when no particle begins as a word does: its first two bytes tell.
    pub(crate) fn begins_particle(&self, word: &[u8]) -> bool {
        self.particles.has(word)
    }

    /// The same of what a place is.
    pub(crate) fn begins_town(&self, word: &[u8]) -> bool {
        self.towns.has(word)
    }

    /// What `word`, folded already, is known as.
    pub(crate) fn class(&self, folded: &str) -> Class {
        self.class_of(key(SEED, folded))
    }

    /// What the word with this key is known as.
    #[inline]
    pub(crate) fn class_of(&self, key: u64) -> Class {
        self.classes[usize::from(self.words.get(key).unwrap_or_default())]
    }
}

/// How words of one class begin: by the lowest five bits of the first letter, a bit for those of the
/// second one.
#[derive(Debug)]
struct Heads([u32; 32]);

impl Heads {
    fn of(class: &str) -> Heads {
        let mut heads = Heads([0; 32]);
        let rows = data::rows(include_str!("../../data/entity/person_words.tsv"));
        for (_, mut columns) in rows.filter(|(_, columns)| columns.clone().next() == Some(class)) {
            let words = columns.nth(1).unwrap_or_default().split_ascii_whitespace();
            words.for_each(|word| heads.add(word.as_bytes()));
        }
        heads
    }

    fn add(&mut self, word: &[u8]) {
        let (first, second) = Heads::place(word);
        self.0[first] |= 1 << second;
    }

    fn has(&self, word: &[u8]) -> bool {
        let (first, second) = Heads::place(word);
        self.0[first] >> second & 1 == 1
    }

    fn place(word: &[u8]) -> (usize, u8) {
        let byte = |at: usize| word.get(at).map_or(0, |byte| byte & 31);
        (byte(0).into(), byte(1))
    }
}

fn add(words: &mut Vec<(u64, Class)>, row: &str, class: Class) {
    words.extend(row.split_ascii_whitespace().map(|word| (folded_key(word), class)));
}
