//! A word as the text writes it, and what it is next to a speaker.

use super::words::{ends, small, tail, unknown, Part};
use crate::quote::class::Classes;
use crate::quote::lexicon::{entry, lower};
use crate::scan::letters::Letters;
use crate::scan::table::{key, SEED};

/// What a word is next to a speaker.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub part: Part,
    /// Its own number among [`NAMES`], or its part's.
    pub fine: u8,
    /// Ends in "'s", or in "s".
    pub owner: bool,
    pub plural: bool,
}

impl Word {
    /// Reads a word as the text writes it. `low` is room for its small letters.
    pub(crate) fn read(written: &str, low: &mut String) -> Word {
        let low = lower(written, low);
        let capital = written.starts_with(char::is_uppercase);
        let digit = written.starts_with(|c: char| c.is_ascii_digit());
        Word::new(capital, digit, written.len(), key(SEED, low), tail(low))
    }

    /// A word that is nothing but letters and digits of ASCII, the first one as the text writes it.
    #[inline(always)]
    pub(crate) fn of_letters(first: u8, letters: Letters) -> Word {
        let (capital, digit) = (first.is_ascii_uppercase(), first.is_ascii_digit());
        Word::new(capital, digit, letters.len, letters.key, letters.tail)
    }

    /// The same word where its place tells what it is.
    pub(crate) fn taken_for(self, part: Part) -> Word {
        Word { part, fine: part as u8, ..self }
    }

    /// The same word if it stood without a capital and in no list of speakers.
    pub(crate) fn uncapitalised(letters: Letters) -> Word {
        let classes = entry(letters.key).map_or(Classes::default(), |entry| entry.classes);
        let part = small(classes, letters.len, letters.tail);
        Word { part, fine: part as u8, owner: false, plural: ends(letters.tail, "s") }
    }

    #[inline(always)]
    fn new(capital: bool, digit: bool, length: usize, key: u64, tail: u64) -> Word {
        let plural = ends(tail, "s");
        let owner = plural && ends(tail, "'s");
        let (part, fine) = match entry(key) {
            Some(entry) if entry.fixed => (entry.part, entry.fine),
            known => {
                let part = match known {
                    _ if digit => Part::Number,
                    _ if capital => Part::Capital,
                    Some(entry) => entry.part,
                    None => unknown(length, tail),
                };
                (part, part as u8)
            }
        };
        Word { part, fine, owner, plural }
    }
}
