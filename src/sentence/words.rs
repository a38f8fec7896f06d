//! The tables of words the decision looks at: which abbreviations there are, and what may follow
//! them.

use once_cell::sync::Lazy;

use super::word_map::{Word, WordMap};
use crate::data;

/// Longest run of letters that is read as a word; longer ones are in no table.
const LONGEST: usize = 24;

/// What kind of abbreviation a word is: a row of `classes.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Title,
    Saint,
    Company,
    Body,
    Suffix,
    Month,
    Weekday,
    Place,
    Town,
    Street,
    Point,
    Number,
    Mid,
    List,
    Unit,
    Time,
    Era,
    Degree,
    Acronym,
    Nation,
    Initial,
    User,
}

/// What may follow an abbreviation: a column of `classes.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    Starter,
    Opener,
    Courtesy,
    Title,
    When,
    Office,
    Part,
    Body,
    Subject,
    Clause,
    Name,
    Number,
    Quote,
    Bracket,
}

/// How many columns `classes.txt` has for what follows.
const COLUMNS: usize = Next::Bracket as usize + 1;

/// Kinds of words that tell what follows: a row of `followers.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Starter,
    Opener,
    When,
    Office,
    Rank,
    Body,
    Part,
}

/// The words of `src/data/sentence/`.
#[derive(Debug)]
pub(super) struct Words {
    abbreviations: WordMap<Class>,
    /// Forms that are abbreviations with a capital only.
    capitals: WordMap<Class>,
    kinds: WordMap<Kind>,
    verbs: WordMap<()>,
    speech: WordMap<()>,
    marked: WordMap<()>,
    suffixes: WordMap<()>,
    /// For each class a bit for each [`Next`] that ends the sentence.
    ends: [u16; Class::User as usize + 1],
}

static WORDS: Lazy<Words> = Lazy::new(Words::load);

impl Words {
    /// The words compiled into the crate.
    #[inline]
    pub(super) fn get() -> &'static Words {
        &WORDS
    }

    /// The class of the abbreviation `letters`, written without its last stop.
    #[inline]
    pub(super) fn abbreviation(&self, letters: &[u8]) -> Option<Class> {
        if letters.len() > LONGEST {
            return None;
        }
        let word = Word::new(letters);
        let capital = letters.first().is_some_and(u8::is_ascii_uppercase);
        let exact = if capital { self.capitals.get(word) } else { None };
        exact.or_else(|| self.abbreviations.get(word))
    }

    /// What kind of follower the word `letters` is by the table.
    #[inline]
    pub(super) fn kind(&self, letters: &[u8]) -> Option<Kind> {
        self.kinds.get(Word::new(letters))
    }

    /// True for a word in lower case that is the verb of a sentence: by the table, or a past tense.
    pub(super) fn is_verb(&self, letters: &[u8]) -> bool {
        self.verbs.get(Word::new(letters)).is_some()
            || self.is_speech(letters)
            || letters.len() > 4 && letters.ends_with(b"ed")
    }

    /// True for verbs that say who spoke.
    pub(super) fn is_speech(&self, letters: &[u8]) -> bool {
        self.speech.get(Word::new(letters)).is_some()
    }

    /// True for names that are written with an exclamation mark.
    pub(super) fn is_marked(&self, letters: &[u8]) -> bool {
        self.marked.get(Word::new(letters)).is_some()
    }

    /// True for the last part of addresses and file names.
    pub(super) fn is_suffix(&self, letters: &[u8]) -> bool {
        self.suffixes.get(Word::new(letters)).is_some()
    }

    /// True when an abbreviation of `class` ends the sentence before `next`.
    #[inline]
    pub(super) fn ends(&self, class: Class, next: Next) -> bool {
        self.ends[class as usize] & 1 << next as u8 != 0
    }

    fn load() -> Words {
        Words {
            abbreviations: load_abbreviations(ABBREVIATIONS, |form| !starts_capital(form)),
            capitals: load_abbreviations(ABBREVIATIONS, starts_capital),
            kinds: load_kinds(include_str!("../data/sentence/followers.txt")),
            verbs: load_plain(include_str!("../data/sentence/verbs.txt")),
            speech: load_plain(include_str!("../data/sentence/speech.txt")),
            marked: load_plain(include_str!("../data/sentence/marked_names.txt")),
            suffixes: load_plain(include_str!("../data/sentence/suffixes.txt")),
            ends: load_classes(include_str!("../data/sentence/classes.txt")),
        }
    }
}

const ABBREVIATIONS: &str = include_str!("../data/sentence/abbreviations.txt");

fn starts_capital(form: &str) -> bool {
    form.starts_with(|c: char| c.is_ascii_uppercase())
}

fn load_abbreviations(table: &str, fits: impl Fn(&str) -> bool) -> WordMap<Class> {
    let mut entries = Vec::new();
    for (_, mut columns) in data::rows(table) {
        let Some(class) = columns.next().and_then(class_named) else { continue };
        let forms = columns.next().unwrap_or_default().split(' ').filter(|form| fits(form));
        entries.extend(forms.map(|form| (Word::new(form.as_bytes()), class)));
    }
    WordMap::new(entries)
}

fn load_kinds(table: &str) -> WordMap<Kind> {
    let mut entries = Vec::new();
    for (_, mut columns) in data::rows(table) {
        let kind = columns.next().and_then(kind_named);
        for word in columns.next().unwrap_or_default().split(' ') {
            entries.extend(kind.map(|kind| (Word::new(word.as_bytes()), kind)));
        }
    }
    WordMap::new(entries)
}

fn load_plain(table: &str) -> WordMap<()> {
    let words = data::rows(table).flat_map(|(_, mut columns)| {
        let words = columns.next().unwrap_or_default().split(' ');
        words.map(|w| (Word::new(w.as_bytes()), ())).collect::<Vec<_>>()
    });
    WordMap::new(words.collect())
}

fn load_classes(table: &str) -> [u16; Class::User as usize + 1] {
    let mut ends = [0; Class::User as usize + 1];
    for (_, mut columns) in data::rows(table) {
        let Some(class) = columns.next().and_then(class_named) else { continue };
        let bits = columns.take(COLUMNS).enumerate();
        ends[class as usize] = bits.fold(0, |all, (at, mark)| all | u16::from(mark == "+") << at);
    }
    ends
}

const CLASSES: [(&str, Class); 22] = [
    ("title", Class::Title),
    ("saint", Class::Saint),
    ("company", Class::Company),
    ("body", Class::Body),
    ("suffix", Class::Suffix),
    ("month", Class::Month),
    ("weekday", Class::Weekday),
    ("place", Class::Place),
    ("town", Class::Town),
    ("street", Class::Street),
    ("point", Class::Point),
    ("number", Class::Number),
    ("mid", Class::Mid),
    ("list", Class::List),
    ("unit", Class::Unit),
    ("time", Class::Time),
    ("era", Class::Era),
    ("degree", Class::Degree),
    ("acronym", Class::Acronym),
    ("nation", Class::Nation),
    ("initial", Class::Initial),
    ("user", Class::User),
];

fn class_named(name: &str) -> Option<Class> {
    CLASSES.iter().find(|(known, _)| *known == name).map(|&(_, class)| class)
}

fn kind_named(name: &str) -> Option<Kind> {
    Some(match name {
        "starter" => Kind::Starter,
        "opener" => Kind::Opener,
        "when" => Kind::When,
        "office" => Kind::Office,
        "rank" => Kind::Rank,
        "body" => Kind::Body,
        "part" => Kind::Part,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        let table = include_str!("../data/sentence/abbreviations.txt");
        for (line, mut columns) in data::rows(table) {
            let class = columns.next().and_then(class_named);
            assert!(class.is_some(), "abbreviations.txt:{line}: no such class");
            for form in columns.next().unwrap().split(' ') {
                assert_eq!(Words::get().abbreviation(form.as_bytes()), class, "{form} twice");
            }
        }
        let followers = include_str!("../data/sentence/followers.txt");
        for (line, mut columns) in data::rows(followers) {
            let kind = columns.next().and_then(kind_named);
            assert!(kind.is_some(), "followers.txt:{line}: no such kind");
            for word in columns.next().unwrap().split(' ') {
                assert_eq!(Words::get().kind(word.as_bytes()), kind, "{word} twice");
            }
        }
    }

    #[test]
    fn every_class_has_a_row() {
        let table = include_str!("../data/sentence/classes.txt");
        for (name, _) in CLASSES {
            let row = data::rows(table).find(|(_, c)| c.clone().next() == Some(name));
            let marks =
                row.map_or(0, |(_, c)| c.skip(1).filter(|m| matches!(*m, "+" | "-")).count());
            assert_eq!(marks, COLUMNS, "{name}");
        }
    }

    #[test]
    fn capitals_count_where_the_table_says_so() {
        let words = Words::get();
        assert_eq!(words.abbreviation(b"Mass"), Some(Class::Place));
        assert_eq!(words.abbreviation(b"MASS"), Some(Class::Place));
        assert_eq!(words.abbreviation(b"mass"), None);
        assert_eq!(words.abbreviation(b"Etc"), Some(Class::List));
    }
}
