//! Words that stand near quotation marks: their classes and their shape.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use crate::scan::table::{key, Table, SEED};
use crate::scan::work;

/// What a word tells of the marks near it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
pub(crate) fn classes_of(key: u64) -> Option<Classes> {
    LEXICON.get(key).map(|bits| Classes { bits })
}

static LEXICON: Lazy<Table<u8>> = Lazy::new(|| {
    let mut lexicon: HashMap<u64, u8> = HashMap::new();
    for (_, mut row) in crate::data::rows(include_str!("../data/quote/lexicon.tsv")) {
        let (Some(class), Some(words)) = (row.next(), row.next()) else { continue };
        let Some(at) = NAMES.iter().position(|n| *n == class) else { continue };
        for word in words.split(' ') {
            let mut add = |form: &str| *lexicon.entry(key(SEED, form)).or_insert(0) |= 1 << at;
            if matches!(NAMES[at], "say" | "call" | "report") {
                forms(word, &mut add);
            }
            add(word);
        }
    }
    Table::new(&lexicon.into_iter().collect::<Vec<_>>())
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
