//! What single words are next to a speaker.

use once_cell::sync::Lazy;

use super::names::{NAMES, PARTS};
use crate::quote::lexicon::{self, lower};
use crate::scan::letters::Letters;
use crate::scan::table::{key, Table, SEED};

/// What a token of a paragraph is, as evidence. The order is that of the first names in [`NAMES`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Part {
    /// The paragraph's edge.
    #[default]
    Edge,
    Stop,
    Comma,
    Semicolon,
    Colon,
    Dash,
    /// Brackets.
    Open,
    Shut,
    Quote,
    Name,
    /// A capitalised word that no table knows.
    Capital,
    Say,
    /// "saying", "adding".
    Saying,
    Tell,
    /// A verb that takes a judgement: "called", and "calling".
    Call,
    Calling,
    According,
    He,
    I,
    They,
    It,
    One,
    Who,
    That,
    The,
    A,
    His,
    And,
    But,
    As,
    To,
    By,
    Of,
    For,
    Be,
    Auxiliary,
    Close,
    Role,
    Group,
    Paper,
    /// A noun for what is said: "claim".
    Said,
    /// Ends in -ed or -s, in no list: perhaps a verb.
    Verb,
    /// Ends in -ing.
    Ing,
    Adverb,
    Number,
    Word,
}

impl Part {
    /// A verb of speech or judgement, or "according".
    pub(crate) fn is_speech(self) -> bool {
        use Part::*;
        matches!(self, Say | Saying | Tell | Call | Calling | According)
    }

    /// What may stand between a subject and its verb.
    pub(crate) fn is_auxiliary(self) -> bool {
        matches!(self, Part::Adverb | Part::Auxiliary | Part::Be)
    }

    pub(crate) fn is_determiner(self) -> bool {
        matches!(self, Part::The | Part::A | Part::His)
    }

    /// What goes on with a phrase of nouns that another such word began.
    pub(crate) fn is_nominal(self) -> bool {
        use Part::*;
        matches!(self, Word | Role | Of | Group | Number | Capital | Ing | Paper)
    }

    /// What a phrase of nouns does not go over.
    pub(crate) fn ends_phrase(self) -> bool {
        use Part::*;
        matches!(
            self,
            Say | Saying
                | Tell
                | Call
                | Stop
                | Comma
                | Semicolon
                | Colon
                | Dash
                | Open
                | Shut
                | Quote
                | Be
                | Auxiliary
                | Who
                | That
                | But
                | As
                | He
        )
    }
}

/// A word's part, and its own number among [`NAMES`] if it has one.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    part: Part,
    fine: u8,
}

static WORDS: Lazy<Table<Entry>> = Lazy::new(|| {
    let telling = NAMES[PARTS..].iter().zip(PARTS as u8..);
    let own = Table::new(&telling.map(|(name, n)| (key(SEED, &name[1..]), n)).collect::<Vec<_>>());
    let mut entries: Vec<(u64, Entry)> = Vec::new();
    let mut add = |word: &str, part: Part| {
        let key = key(SEED, word);
        entries.push((key, Entry { part, fine: own.get(key).unwrap_or(part as u8) }));
    };
    for (_, mut row) in crate::data::rows(include_str!("../../data/quote/sources.tsv")) {
        let (Some(class), Some(list)) = (row.next(), row.next()) else { continue };
        if let Some(part) = listed(class) {
            list.split(' ').for_each(|word| add(word, part));
        }
    }
    // Words that count as themselves though no list has them.
    for name in &NAMES[PARTS..] {
        let word = &name[1..];
        let part = lexicon::classes(word).map(|classes| of_verb(word.ends_with("ing"), classes));
        add(word, part.unwrap_or(Part::Word));
    }
    Table::new(&entries)
});

/// The parts that have a list of words.
fn listed(class: &str) -> Option<Part> {
    use Part::*;
    const LISTED: [Part; 25] = [
        Role, Group, Paper, Tell, According, He, I, They, It, One, Who, That, The, A, His, And,
        But, As, To, By, Of, For, Be, Auxiliary, Close,
    ];
    let own = LISTED.into_iter().find(|part| NAMES[*part as usize] == class);
    own.or(match class {
        "verb" => Some(Verb),
        "adverb" => Some(Adverb),
        "word" => Some(Word),
        _ => None,
    })
}

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
        let last = low.bytes().rev().take(8).zip((0..8).rev());
        let end = last.fold(0, |end, (byte, at)| end | u64::from(byte) << (8 * at));
        let first = written.chars().next().unwrap_or_default();
        Word::new(first, written.len(), key(SEED, low), end)
    }

    /// A word that is nothing but letters and digits of ASCII, the first one as the text writes it.
    #[inline]
    pub(crate) fn of_letters(first: u8, letters: Letters) -> Word {
        Word::new(first.into(), letters.len, letters.key, letters.tail)
    }

    /// The same word where its place tells what it is.
    pub(crate) fn taken_for(self, part: Part) -> Word {
        Word { part, fine: part as u8, ..self }
    }

    /// The same word if it stood without a capital and in no list of speakers.
    pub(crate) fn uncapitalised(letters: Letters) -> Word {
        let end = letters.tail.to_be_bytes();
        let part = small(lexicon::classes_of(letters.key), letters.len, end);
        Word { part, fine: part as u8, owner: false, plural: end[0] == b's' }
    }

    #[inline]
    fn new(first: char, length: usize, key: u64, end: u64) -> Word {
        let end = end.to_be_bytes();
        let plural = end[0] == b's';
        let owner = plural && end[1] == b'\'';
        let (part, fine) = match WORDS.get(key) {
            Some(entry) => (entry.part, entry.fine),
            None => {
                let part = unlisted(first, length, key, end);
                (part, part as u8)
            }
        };
        Word { part, fine, owner, plural }
    }
}

/// `end` holds the last letters of the word in lower case, the last one first.
fn unlisted(first: char, length: usize, key: u64, end: [u8; 8]) -> Part {
    let classes = lexicon::classes_of(key);
    match classes {
        Some(c) if c.says() => of_verb(end.starts_with(b"gni"), c),
        _ if first.is_ascii_digit() => Part::Number,
        _ if first.is_uppercase() => Part::Capital,
        _ => small(classes, length, end),
    }
}

/// A word without a capital, in no list of speakers.
fn small(classes: Option<lexicon::Classes>, length: usize, end: [u8; 8]) -> Part {
    let ing = end.starts_with(b"gni");
    match (classes, end) {
        (Some(c), _) if c.says() || c.has(1) || c.has(2) => of_verb(ing, c),
        (_, [b'y', b'l', ..]) => Part::Adverb,
        (_, [b'd', b'e', ..]) => Part::Verb,
        _ if length > 6 && is_trade(end) => Part::Role,
        _ if length > 7 && end[0] == b's' && is_trade(after_plural(end)) => Part::Group,
        (_, [b's', ..]) => Part::Verb,
        _ if ing && length > 4 => Part::Ing,
        _ => Part::Word,
    }
}

/// Ends as words for people do by what they work or play: "geologist", "technician", "anchorman".
fn is_trade(end: [u8; 8]) -> bool {
    const ENDINGS: [&[u8]; 7] =
        [b"tsigol", b"tsimo", b"tsil", b"tsic", b"tsinim", b"naici", b"nam"];
    // A look at the last letter tells of most words.
    matches!(end[0], b't' | b'n')
        && (ENDINGS.iter().any(|ending| end.starts_with(ending)) || end.starts_with(b"namow"))
}

fn after_plural(end: [u8; 8]) -> [u8; 8] {
    let mut singular = [0; 8];
    singular[..7].copy_from_slice(&end[1..]);
    singular
}

/// A word that the lexicon knows.
fn of_verb(ing: bool, classes: lexicon::Classes) -> Part {
    match (classes.says(), classes.has(1), ing) {
        (true, _, true) => Part::Saying,
        (true, _, false) => Part::Say,
        (_, true, true) => Part::Calling,
        (_, true, false) => Part::Call,
        _ if classes.has(2) => Part::Said,
        _ => Part::Word,
    }
}
