//! The words next to a name, by what they ask of what is written instead of it.

use once_cell::sync::Lazy;

use crate::scan::classes::Classes;

/// A class of such words; the head of the table says what each means.
#[derive(Clone, Copy, Debug)]
pub(super) enum Around {
    Starter,
    Opener,
    Qualifier,
    Follower,
    Plural,
    Kind,
    Head,
}

/// In the order of [`Around`].
const NAMES: [&str; 7] = ["starter", "opener", "qualifier", "follower", "plural", "kind", "head"];

static WORDS: Lazy<Classes> =
    Lazy::new(|| Classes::read(include_str!("../../data/entity/edit.txt"), &NAMES));

impl Around {
    /// True for a word of this class, written as the table has it.
    pub(super) fn has(self, word: &str) -> bool {
        WORDS.has(word, self as usize)
    }
}

/// Longest word that is looked up, in characters.
const MAX_WORD: usize = 16;

pub(super) fn first_word(text: &str) -> &str {
    let end = text.char_indices().take(MAX_WORD).find(|(_, c)| !c.is_alphabetic());
    end.map_or("", |(at, _)| &text[..at])
}

pub(super) fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().take(MAX_WORD).find(|(_, c)| !c.is_alphabetic());
    match start {
        Some((at, c)) => &text[at + c.len_utf8()..],
        None if text.len() < MAX_WORD => text,
        None => "",
    }
}
