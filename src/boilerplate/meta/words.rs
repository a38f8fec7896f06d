//! The words of bylines and date lines, read from their table.

use once_cell::sync::Lazy;

use crate::data;
use crate::scan::table::{key, Table, SEED};

/// What a word does, as bits.
pub(super) mod does {
    pub(in super::super) const ROLE: u8 = 1;
    pub(in super::super) const PARTICLE: u8 = 2;
    pub(in super::super) const FURNITURE: u8 = 4;
    pub(in super::super) const AGENCY: u8 = 8;
    pub(in super::super) const MONTH_FIRST: u8 = 16;
    pub(in super::super) const DAY_FIRST: u8 = 32;
    pub(in super::super) const OUTLET: u8 = 64;
    pub(in super::super) const SMALL: u8 = 128;
    pub(super) const NAMES: [(&str, u8); 8] = [
        ("role", ROLE),
        ("particle", PARTICLE),
        ("furniture", FURNITURE),
        ("agency", AGENCY),
        ("month-first", MONTH_FIRST),
        ("day-first", DAY_FIRST),
        ("outlet", OUTLET),
        ("small", SMALL),
    ];
}

/// What opens a byline.
#[derive(Debug)]
struct Opener {
    /// In lower case.
    words: &'static str,
    /// It does so only with a colon behind it.
    label: bool,
}

/// The words of the table.
#[derive(Debug)]
pub(super) struct Words {
    /// By the letter that they begin with.
    openers: [Vec<Opener>; 26],
    others: Table<u8>,
}

/// The words of the table that is compiled in.
pub(super) static WORDS: Lazy<Words> = Lazy::new(Words::read);

impl Words {
    fn read() -> Words {
        let mut openers = [(); 26].map(|()| Vec::new());
        let mut others = Vec::new();
        for (_, mut row) in data::rows(include_str!("../../data/boilerplate/bylines.tsv")) {
            let what = row.next().unwrap_or_default();
            let words = row.next().unwrap_or_default().split("; ");
            match does::NAMES.iter().find(|(name, _)| *name == what) {
                Some(&(_, bit)) => others.extend(words.map(|word| (key(SEED, word), bit))),
                None => words.for_each(|words| {
                    let list = letter(words.as_bytes()).and_then(|at| openers.get_mut(at));
                    list.into_iter().for_each(|list| {
                        list.push(Opener { words, label: what == "label" });
                    });
                }),
            }
        }
        Words { openers, others: Table::merged(&others, |all, bit| *all |= bit) }
    }

    /// What may open a byline of this text, and whether it is a label: only with a colon behind it.
    pub(super) fn openers(&self, text: &[u8]) -> impl Iterator<Item = (&'static str, bool)> + '_ {
        let possible = letter(text).and_then(|at| self.openers.get(at)).into_iter().flatten();
        possible.map(|opener| (opener.words, opener.label))
    }

    /// Whether a word, written as the table writes it, does one of these.
    pub(super) fn does(&self, word: &str, bits: u8) -> bool {
        self.others.get(key(SEED, word)).is_some_and(|found| found & bits != 0)
    }
}

/// The number of the letter of ASCII that a text begins with, from 0; none has more than 25.
fn letter(text: &[u8]) -> Option<usize> {
    text.first().map(|byte| usize::from((byte | 0x20).wrapping_sub(b'a')))
}
