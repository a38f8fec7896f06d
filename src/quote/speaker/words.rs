//! What single words are next to a speaker, by the tables and by their endings.

use super::names::{NAMES, PARTS};
use crate::quote::class::{Class, Classes};
use crate::scan::table::short;

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

/// A word of the tables.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    pub classes: Classes,
    pub part: Part,
    /// Its own number among [`NAMES`], or its part's.
    pub fine: u8,
    /// It is the same with a capital.
    pub fixed: bool,
}

/// What the lists tell of a word, before they are put together.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Listed {
    pub classes: Classes,
    /// The list of speakers that it is in.
    part: Option<Part>,
    /// Its own number among [`NAMES`], or 0.
    own: u8,
    length: usize,
    tail: u64,
}

impl Listed {
    /// A word that tells of the marks near it.
    pub(crate) fn of_class(word: &str, classes: Classes) -> Listed {
        Listed { classes, ..Listed::new(word) }
    }

    fn new(word: &str) -> Listed {
        Listed { length: word.len(), tail: tail(word), ..Listed::default() }
    }

    /// Adds what another list tells of the same word.
    pub(crate) fn merge(&mut self, more: Listed) {
        self.classes = self.classes.with(more.classes);
        self.own = self.own.max(more.own);
    }

    /// All that is known of it.
    pub(crate) fn entry(self) -> Entry {
        let Listed { classes, own, length, tail, .. } = self;
        let part = match self.part {
            Some(part) => part,
            // A word that counts as itself though no list has it.
            None if own > 0 && classes == Classes::default() => Part::Word,
            None if own > 0 => of_verb(is_ing(tail), classes),
            None => small(classes, length, tail),
        };
        let fixed = self.part.is_some() || own > 0 || classes.has(Class::Say);
        Entry { classes, part, fine: if own > 0 { own } else { part as u8 }, fixed }
    }
}

/// Gives `add` every word of the lists of speakers, and the words that count as themselves.
pub(crate) fn lists(mut add: impl FnMut(&str, Listed)) {
    for (_, mut row) in crate::data::rows(include_str!("../../data/quote/sources.tsv")) {
        let (Some(class), Some(list)) = (row.next(), row.next()) else { continue };
        if let Some(part) = listed(class) {
            list.split(' ').for_each(|w| add(w, Listed { part: Some(part), ..Listed::new(w) }));
        }
    }
    for (name, own) in NAMES[PARTS..].iter().zip(PARTS as u8..) {
        let word = &name[1..];
        add(word, Listed { own, ..Listed::new(word) });
    }
}

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

/// The last letters of a word, the last one the highest byte.
pub(super) fn tail(word: &str) -> u64 {
    let last = word.bytes().rev().take(8).zip((0..8).rev());
    last.fold(0, |tail, (byte, at)| tail | u64::from(byte) << (8 * at))
}

/// True for a word whose last letters are those of a short `ending`.
#[inline(always)]
pub(super) fn ends(tail: u64, ending: &str) -> bool {
    short(ending.as_bytes()) == tail >> (64 - 8 * ending.len())
}

fn is_ing(tail: u64) -> bool {
    ends(tail, "ing")
}

/// A word without a capital, in no list of speakers.
pub(super) fn small(classes: Classes, length: usize, tail: u64) -> Part {
    match classes.has(Class::Say) || classes.has(Class::Call) || classes.has(Class::Source) {
        true => of_verb(is_ing(tail), classes),
        false => unknown(length, tail),
    }
}

/// A word that only its ending tells of.
#[inline]
pub(super) fn unknown(length: usize, tail: u64) -> Part {
    // A look at the last letter tells of most words.
    match (tail >> 56) as u8 {
        b'y' if ends(tail, "ly") => Part::Adverb,
        b'd' if ends(tail, "ed") => Part::Verb,
        b't' | b'n' if length > 6 && is_trade(tail) => Part::Role,
        b's' if length > 7 && is_trade(tail << 8) => Part::Group,
        b's' => Part::Verb,
        b'g' if length > 4 && is_ing(tail) => Part::Ing,
        _ => Part::Word,
    }
}

/// Ends as words for people do by what they work or play: "geologist", "technician", "anchorman".
fn is_trade(tail: u64) -> bool {
    let ends = |ending| ends(tail, ending);
    match (tail >> 56) as u8 {
        b't' => ends("logist") || ends("omist") || ends("list") || ends("cist") || ends("minist"),
        b'n' => ends("ician") || ends("man"),
        _ => false,
    }
}

/// A word that the lexicon knows.
fn of_verb(ing: bool, classes: Classes) -> Part {
    match (classes.has(Class::Say), classes.has(Class::Call), ing) {
        (true, _, true) => Part::Saying,
        (true, _, false) => Part::Say,
        (_, true, true) => Part::Calling,
        (_, true, false) => Part::Call,
        _ if classes.has(Class::Source) => Part::Said,
        _ => Part::Word,
    }
}
