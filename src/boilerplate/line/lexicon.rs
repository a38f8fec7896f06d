//! The words that count as evidence: classes, marker phrases of furniture, learned weights.
//!
//! A word is known by a hash of its lower-case bytes, so that reading a line compares no strings:
//! one look-up a word finds its classes and its weight, and whether a marker phrase begins with it.

use once_cell::sync::Lazy;

use super::known::{class, Known};
use super::tokens::{self, Token};
use crate::boilerplate::BlockKind;
use crate::data;

/// The kinds that have marker phrases, in the order of their counters.
pub(crate) const MARKED: [BlockKind; 13] = [
    BlockKind::Share,
    BlockKind::Related,
    BlockKind::Newsletter,
    BlockKind::Advertisement,
    BlockKind::Caption,
    BlockKind::Credit,
    BlockKind::Tags,
    BlockKind::Comments,
    BlockKind::Copyright,
    BlockKind::Navigation,
    BlockKind::Consent,
    BlockKind::Bio,
    BlockKind::SignOff,
];

/// The names of the marked kinds in the table.
const NAMES: [&str; MARKED.len()] = [
    "share",
    "related",
    "newsletter",
    "ad",
    "caption",
    "credit",
    "tags",
    "comments",
    "copyright",
    "navigation",
    "consent",
    "bio",
    "signoff",
];

/// What phrases do beside being of a kind, as bits.
pub(crate) mod role {
    /// Says what sort of story follows when it stands before a colon.
    pub(crate) const GENRE: u8 = 1;
    /// Says who else had a part in the article.
    pub(crate) const CREDITS: u8 = 2;
    /// Says of a company what companies say of themselves.
    pub(crate) const ABOUT: u8 = 4;
    /// A word for a picture or for a credit, as it stands before the source: "Photo by", "Credit:".
    pub(crate) const PICTURE: u8 = 8;
    pub(super) const NAMES: [(&str, u8); 4] =
        [("genre", GENRE), ("credits", CREDITS), ("about", ABOUT), ("picture", PICTURE)];
}

/// What is known of a run of words that may be a marker phrase.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Phrase {
    /// A longer phrase begins so.
    pub(crate) opens: bool,
    /// One more than the index in [`MARKED`]; 0 when this is no phrase yet. Two kinds may share a
    /// phrase; the first row has it.
    pub(crate) kind: u8,
    /// Bits of [`role`].
    pub(crate) roles: u8,
}

/// Words and phrases by hash.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    words: Table<Known>,
    phrases: Table<Phrase>,
}

/// The lexicon of the tables that are compiled in.
pub(crate) static LEXICON: Lazy<Lexicon> =
    Lazy::new(|| Lexicon::new(include_str!("../../data/boilerplate/words.tsv")));

impl Lexicon {
    /// A lexicon with the hand-written tables and a table of learned weights.
    pub(crate) fn new(weights: &str) -> Lexicon {
        let mut lexicon = Lexicon { words: Table::new(1 << 13), phrases: Table::new(1 << 12) };
        lexicon.read_classes(include_str!("../../data/boilerplate/classes.tsv"));
        lexicon.read_markers(include_str!("../../data/boilerplate/markers.tsv"));
        lexicon.read_weights(weights);
        lexicon
    }

    fn read_classes(&mut self, table: &str) {
        for (_, mut columns) in data::rows(table) {
            let name = columns.next().unwrap_or_default();
            let bit = class::NAMES.iter().find(|c| c.0 == name).map_or(0, |c| c.1);
            for word in columns.next().unwrap_or_default().split(' ') {
                self.words.entry(tokens::hash_of(word)).add_class(bit);
            }
        }
    }

    fn read_markers(&mut self, table: &str) {
        for (_, mut columns) in data::rows(table) {
            let name = columns.next().unwrap_or_default();
            let kind = NAMES.iter().position(|n| *n == name);
            let role = role::NAMES.iter().find(|r| r.0 == name).map_or(0, |r| r.1);
            for phrase in columns.next().unwrap_or_default().split("; ") {
                match kind {
                    Some(kind) => self.add_phrase(phrase, kind),
                    None => self.phrases.entry(key(phrase.as_bytes()).0).roles |= role,
                }
            }
        }
    }

    fn add_phrase(&mut self, phrase: &str, kind: usize) {
        let words: Vec<u32> =
            tokens::tokens(phrase.as_bytes()).filter_map(|t| t.word()).map(|w| w.hash).collect();
        let Some((&first, rest)) = words.split_first() else { return };
        let kind = kind as u8 + 1;
        let opening = self.words.entry(first);
        match rest.is_empty() {
            true => opening.mark(kind),
            false => opening.open(),
        }
        let mut key = first;
        for &word in rest {
            self.words.entry(word).follow();
            self.phrases.entry(key).opens = true;
            key = join(key, word);
        }
        let entry = self.phrases.entry(key);
        if entry.kind == 0 {
            entry.kind = kind;
        }
    }

    fn read_weights(&mut self, table: &str) {
        for (_, mut columns) in data::rows(table) {
            let word = columns.next().unwrap_or_default();
            let weight = columns.next().and_then(|w| w.parse().ok()).unwrap_or_default();
            self.words.entry(tokens::hash_of(word)).learn(weight);
        }
    }

    /// What is known of the word with this hash.
    #[inline]
    pub(crate) fn word(&self, hash: u32) -> Known {
        self.words.get(hash)
    }

    /// What is known of the run of words with this key.
    #[inline]
    pub(crate) fn phrase(&self, key: u32) -> Phrase {
        self.phrases.get(key)
    }
}

/// The key of a run of words that a further word makes longer.
#[inline]
pub(crate) fn join(key: u32, word: u32) -> u32 {
    (key.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b1) | 1
}

/// The key of a run of words, and how many they are.
pub(crate) fn key(phrase: &[u8]) -> (u32, u32) {
    let words = tokens::tokens(phrase).filter_map(Token::word).map(|word| word.hash);
    words.fold((0, 0), |(key, n), word| match n {
        0 => (word, 1),
        _ => (join(key, word), n + 1),
    })
}

/// An open-addressing table by hash; key 0 marks a free slot.
#[derive(Clone, Debug)]
struct Table<V> {
    slots: Vec<(u32, V)>,
    used: usize,
}

impl<V: Copy + Default> Table<V> {
    fn new(size: usize) -> Table<V> {
        Table { slots: vec![(0, V::default()); size.next_power_of_two()], used: 0 }
    }

    #[inline]
    fn slot(&self, key: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (key ^ (key >> 15)) as usize & mask;
        while self.slots[at].0 != key && self.slots[at].0 != 0 {
            at = (at + 1) & mask;
        }
        at
    }

    #[inline]
    fn get(&self, key: u32) -> V {
        self.slots[self.slot(key)].1
    }

    fn entry(&mut self, key: u32) -> &mut V {
        if (self.used + 1) * 2 > self.slots.len() {
            let old = std::mem::take(self);
            *self = Table::new(old.slots.len() * 2);
            for (key, value) in old.slots.into_iter().filter(|s| s.0 != 0) {
                *self.entry(key) = value;
            }
        }
        let at = self.slot(key);
        self.used += usize::from(self.slots[at].0 == 0);
        self.slots[at].0 = key;
        &mut self.slots[at].1
    }
}

impl<V> Default for Table<V> {
    fn default() -> Table<V> {
        Table { slots: Vec::new(), used: 0 }
    }
}

/// The words of a line as the learned table writes them.
#[cfg(feature = "train")]
pub(crate) fn spelled(line: &str) -> Vec<String> {
    let word = |t: tokens::Token| t.word().map(|w| tokens::spell(&line.as_bytes()[w.start..w.end]));
    tokens::tokens(line.as_bytes()).filter_map(word).collect()
}
