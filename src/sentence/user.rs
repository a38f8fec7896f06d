//! Abbreviations of the caller's own.

use std::collections::HashMap;

/// Abbreviations of the caller's own, without their last stop, in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct UserWords {
    words: HashMap<Box<str>, ()>,
    longest: usize,
}

impl UserWords {
    pub(super) fn insert(&mut self, word: &str) {
        let word = word.trim().trim_end_matches('.').to_lowercase();
        if !word.is_empty() {
            self.longest = self.longest.max(word.len());
            self.words.insert(word.into(), ());
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// True when `before` ends in one of the words, at the start of a word. Looks back no further
    /// than the longest word; allocates only when the caller has given words.
    pub(super) fn ends(&self, before: &str) -> bool {
        // Lower case may be longer or shorter than the original by a few bytes a character.
        let reach = before.len().saturating_sub(2 * self.longest + 4);
        let from = (reach..=before.len()).find(|&at| before.is_char_boundary(at));
        let tail = &before[from.unwrap_or(before.len())..];
        let starts = tail.char_indices().filter(|&(at, c)| {
            c.is_alphanumeric()
                && !tail[..at].chars().next_back().is_some_and(char::is_alphanumeric)
        });
        starts.map(|(at, _)| tail[at..].to_lowercase()).any(|w| self.words.contains_key(&*w))
    }
}
