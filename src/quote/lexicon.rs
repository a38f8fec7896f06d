//! Words that stand near quotation marks: their classes, what they are next to a speaker, and their shape.
//!
//! All lists are one table, so that a word is looked up once.

use once_cell::sync::Lazy;

use super::class::{Class, Classes};
use super::speaker::words::{Entry, Listed};
use crate::scan::table::{key, Table, SEED};
use crate::scan::work;

/// The classes of a word in lower case; `None` for most words.
pub(crate) fn classes(word: &str) -> Option<Classes> {
    classes_of(key(SEED, word))
}

/// The classes of the word with that key.
#[inline]
pub(crate) fn classes_of(key: u64) -> Option<Classes> {
    entry(key).map(|entry| entry.classes).filter(|classes| *classes != Classes::default())
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
        let Some(class) = Class::named(class) else { continue };
        let classes = Classes::from(class);
        let mut add = |form: &str| words.push((key(SEED, form), Listed::of_class(form, classes)));
        for word in list.split(' ') {
            if class.is_of_verbs() {
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
    use super::{classes, Class};

    #[test]
    fn regular_forms_are_known() {
        for word in ["says", "denies", "denied", "argued", "arguing", "begged", "crashes"] {
            let says = classes(word).is_some_and(|c| c.has(Class::Say));
            assert_eq!(says, word != "crashes", "{word}");
        }
    }
}
