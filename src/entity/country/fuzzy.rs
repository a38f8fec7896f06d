//! Names one mistake away from a known one.
//!
//! Two spellings are one mistake apart exactly when deleting at most one character of each makes
//! them equal, or two neighbours are changed about; so an index of all such deletions finds the
//! candidates with one look-up a character (the symmetric deletion method of Garbe, 2012).

use std::collections::hash_map::DefaultHasher;
use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};

use once_cell::sync::Lazy;

use super::name_key::{respelt, words};
use super::{Country, Row, ROWS};
use crate::data::rows;
use crate::scan::fold::fold;

/// Shorter names have too many neighbours that are words.
const MIN_LETTERS: usize = 6;
/// A word of a longer name is held up by the others.
const MIN_WORD: usize = 4;

const PLACES: &str = include_str!("../../data/entity/place.txt");
const LOOKALIKES: &str = include_str!("../../data/entity/lookalike.txt");

/// Words near a country's name that name something else.
static OTHERS: Lazy<HashSet<String>> = Lazy::new(|| {
    let demonyms = ROWS.iter().flat_map(|row| row.demonyms());
    let others = rows(LOOKALIKES).filter_map(|(_, mut columns)| columns.next());
    let places = rows(PLACES).filter_map(|(_, mut columns)| columns.nth(2));
    let places = places.flat_map(|names| names.split([';', '=']));
    let others = demonyms.chain(others).chain(places);
    let countries: HashSet<String> = ROWS.iter().flat_map(Row::text_names).map(fold).collect();
    others.map(fold).filter(|name| !countries.contains(name)).collect()
});

/// The known names and the words they are made of, by deletion.
#[derive(Debug)]
pub(crate) struct Near {
    names: Vec<(String, Country)>,
    vocabulary: Vec<String>,
    /// Hash of a name or word with at most one character deleted, to where it comes from.
    names_by: HashMap<u64, Vec<u32>>,
    words_by: HashMap<u64, Vec<u32>>,
}

impl Near {
    pub fn new<'a>(named: impl Iterator<Item = (&'a str, Country)>) -> Near {
        let (mut names, mut vocabulary) = (HashSet::new(), HashSet::new());
        for (name, country) in named {
            let words = words(name);
            // One letter taken from "S Africa" leaves the name of something else, and "Egypt, AR"
            // is near an airline.
            let initial = words.iter().any(|word| word.len() == 1);
            if !initial && words.last().is_some_and(|word| word.len() > 2) {
                names.insert((words.concat(), country));
            }
            vocabulary.extend(words);
        }
        vocabulary.extend(respelt().map(String::from));
        let mut names: Vec<_> = names.into_iter().filter(|(n, _)| long(n, MIN_LETTERS)).collect();
        let mut vocabulary: Vec<_> = vocabulary.into_iter().filter(|w| long(w, MIN_WORD)).collect();
        names.sort_unstable();
        vocabulary.sort_unstable();
        let names_by = index(names.iter().map(|(name, _)| name));
        let words_by = index(vocabulary.iter());
        Near { names, vocabulary, names_by, words_by }
    }

    /// The one country whose name is one mistake from `name`; `exact` finds names without mistake.
    pub fn find(
        &self,
        name: &str,
        exact: impl Fn(&[String]) -> Option<Country>,
    ) -> Option<Country> {
        let words = words(name);
        if is_other(name, &words) || words.is_empty() {
            return None;
        }
        let mut found = Vec::new();
        let joined = words.concat();
        if long(&joined, MIN_LETTERS - 1) && !has_loose_end(&words) {
            let near =
                near(&self.names_by, &joined).filter(|&at| one_edit(&joined, &self.names[at].0));
            found.extend(near.map(|at| self.names[at].1));
        }
        if words.len() > 1 {
            found.extend(self.with_one_word_corrected(&words, exact));
        }
        let first = *found.first()?;
        found.iter().all(|country| *country == first).then_some(first)
    }

    fn with_one_word_corrected(
        &self,
        words: &[String],
        exact: impl Fn(&[String]) -> Option<Country>,
    ) -> Vec<Country> {
        let known = |word: &String| self.vocabulary.binary_search(word).is_ok();
        let mut unknown = (0..words.len()).filter(|&at| !known(&words[at]) && long(&words[at], 3));
        let (Some(at), None) = (unknown.next(), unknown.next()) else { return Vec::new() };
        let wrong = &words[at];
        if OTHERS.contains(wrong) {
            return Vec::new();
        }
        let near = near(&self.words_by, wrong).filter(|&w| one_edit(wrong, &self.vocabulary[w]));
        let mut corrected = words.to_vec();
        near.filter_map(|w| {
            corrected[at].clone_from(&self.vocabulary[w]);
            exact(&self::words(&corrected.join(" ")))
        })
        .collect()
    }
}

fn long(text: &str, least: usize) -> bool {
    text.chars().nth(least - 1).is_some()
}

/// A letter that stands alone at an end is a word, not a slip of the hand: "Sudan I".
fn has_loose_end(words: &[String]) -> bool {
    let single = |word: Option<&String>| word.is_some_and(|word| word.len() == 1);
    words.len() > 1 && (single(words.first()) || single(words.last()))
}

/// True for a word that is near a country's name, and the name of something else.
pub(crate) fn is_lookalike(name: &str) -> bool {
    OTHERS.contains(&fold(name))
}

/// A known word of another meaning, or the plural of a name or word.
fn is_other(name: &str, words: &[String]) -> bool {
    let folded = fold(name.trim());
    let singular = folded.strip_suffix('s').unwrap_or(&folded);
    let plural_of_name = words.len() == 1 && singular != folded && is_name(singular);
    plural_of_name || OTHERS.contains(&folded) || OTHERS.contains(singular)
}

fn is_name(folded: &str) -> bool {
    ROWS.iter().any(|row| fold(row.name) == folded)
}

fn index<'a>(names: impl Iterator<Item = &'a String>) -> HashMap<u64, Vec<u32>> {
    let mut by: HashMap<u64, Vec<u32>> = HashMap::new();
    for (at, name) in names.enumerate() {
        for hash in deletions(name) {
            by.entry(hash).or_default().push(at as u32);
        }
    }
    by
}

fn near<'a>(by: &'a HashMap<u64, Vec<u32>>, name: &str) -> impl Iterator<Item = usize> + 'a {
    let mut found: Vec<u32> =
        deletions(name).iter().filter_map(|hash| by.get(hash)).flatten().copied().collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|at| at as usize)
}

/// Hashes of `name` and of `name` without each of its characters.
fn deletions(name: &str) -> Vec<u64> {
    let hash = |left: &str, right: &str| {
        let mut hasher = DefaultHasher::new();
        left.bytes().chain(right.bytes()).for_each(|b| b.hash(&mut hasher));
        hasher.finish()
    };
    let mut hashes: Vec<u64> =
        name.char_indices().map(|(at, c)| hash(&name[..at], &name[at + c.len_utf8()..])).collect();
    hashes.push(hash(name, ""));
    hashes
}

/// At most one insertion, deletion, substitution, or exchange of neighbours apart.
fn one_edit(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    match (&a[..a.len() - tail], &b[..b.len() - tail]) {
        ([] | [_], [] | [_]) => true,
        ([x, y], [v, w]) => x == w && y == v,
        _ => false,
    }
}
