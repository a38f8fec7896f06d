//! Words that stand near quotation marks: their classes, what they are next to a speaker, and their shape.
//!
//! All lists are one table, so that a word is looked up once.

use once_cell::sync::Lazy;

use super::speaker::words::{Entry, Listed};
use crate::scan::table::{key, Table, SEED};
use crate::scan::work;

/// What a word tells of the marks near it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes {
    bits: u8,
}

const NAMES: [&str; 6] = ["say", "call", "source", "work", "word", "report"];

impl Classes {
    /// The name of the first class, as the table has it.
    pub(crate) fn first(self) -> &'static str {
        NAMES.get(self.bits.trailing_zeros() as usize).copied().unwrap_or("word")
    }

    /// True when the class of that number, in the order of the names, is among them.
    pub(crate) fn has(self, class: usize) -> bool {
        self.bits & (1 << class) != 0
    }

    /// These and others.
    pub(crate) fn with(self, more: Classes) -> Classes {
        Classes { bits: self.bits | more.bits }
    }

    /// True for a verb that takes speech.
    pub(crate) fn says(self) -> bool {
        self.has(0)
    }

    /// The names of the classes, as the table has them.
    #[cfg(test)]
    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES.iter().enumerate().filter(move |(at, _)| self.bits & (1 << at) != 0).map(|(_, n)| *n)
    }
}

/// The classes of a word in lower case; `None` for most words.
pub(crate) fn classes(word: &str) -> Option<Classes> {
    classes_of(key(SEED, word))
}

/// The classes of the word with that key.
#[inline]
pub(crate) fn classes_of(key: u64) -> Option<Classes> {
    entry(key).map(|entry| entry.classes).filter(|classes| classes.bits != 0)
}

/// All that is known of the word with that key.
#[inline]
pub(crate) fn entry(key: u64) -> Option<Entry> {
    LEXICON.get(key)
}

static LEXICON: Lazy<Table<Entry>> = Lazy::new(|| {
    let mut words: Vec<(u64, Listed)> = Vec::new();
    super::speaker::words::lists(|word, listed| words.push((key(SEED, word), listed)));
    for (_, mut row) in crate::data::rows(include_str!("../data/quote/lexicon.tsv")) {
        let (Some(class), Some(list)) = (row.next(), row.next()) else { continue };
        let Some(at) = NAMES.iter().position(|n| *n == class) else { continue };
        let classes = Classes { bits: 1 << at };
        let mut add = |form: &str| words.push((key(SEED, form), Listed::of_class(form, classes)));
        for word in list.split(' ') {
            if matches!(NAMES[at], "say" | "call" | "report") {
                forms(word, &mut add);
            }
            add(word);
        }
    }
    Table::merged(&words, Listed::merge).map(Listed::entry)
});

/// The regular forms of a verb.
fn forms(verb: &str, add: &mut impl FnMut(&str)) {
    let mut form = String::with_capacity(2 * verb.len());
    let mut add = |parts: [&str; 3]| {
        form.clear();
        form.extend(parts);
        add(&form);
    };
    let y = verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o']));
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    add(y.map_or([stem, "ed", ""], |y| [y, "ied", ""]));
    add([stem, "ing", ""]);
    add(match y {
        Some(y) => [y, "ies", ""],
        None if verb.ends_with(['s', 'x']) || verb.ends_with("sh") => [verb, "es", ""],
        None if verb.ends_with("ch") => [verb, "es", ""],
        None => [verb, "s", ""],
    });
    // A short verb doubles its last letter: begged, ripping.
    if verb.ends_with(['b', 'g', 'm', 'n', 'p', 't']) {
        let last = &verb[verb.len() - 1..];
        add([verb, last, "ed"]);
        add([verb, last, "ing"]);
    }
}

/// What a word is by its letters alone.
pub(crate) fn shape(word: &str) -> &'static str {
    match word.chars().next() {
        Some(c) if c.is_lowercase() => "small",
        Some(c) if c.is_numeric() => "digit",
        _ if word.len() > 1 && !word.contains(char::is_lowercase) => "capitals",
        _ => "capital",
    }
}

/// The word in lower case, its apostrophes plain, written into `low`.
pub(crate) fn lower<'a>(word: &str, low: &'a mut String) -> &'a str {
    work::read(word.len());
    low.clear();
    low.push_str(word);
    low.make_ascii_lowercase();
    if !low.is_ascii() && low.contains('\u{2019}') {
        *low = low.replace('\u{2019}', "'");
    }
    low
}

#[cfg(test)]
mod tests {
    use super::classes;

    #[test]
    fn regular_forms_are_known() {
        for word in ["says", "denies", "denied", "argued", "arguing", "begged", "crashes"] {
            let found: Vec<_> = classes(word).into_iter().flat_map(|c| c.names()).collect();
            assert_eq!(found.contains(&"say"), word != "crashes", "{word}");
        }
    }
}
