//! What single words are next to a speaker.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::lexicon;

/// What a token of a paragraph is, as evidence. The order is that of [`NAMES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Part {
    /// The paragraph's edge.
    Edge,
    Stop,
    Comma,
    Colon,
    Dash,
    Bracket,
    Quote,
    Name,
    /// A capitalised word that no table knows.
    Capital,
    Say,
    /// "saying", "adding".
    Saying,
    Tell,
    According,
    He,
    I,
    They,
    Who,
    The,
    A,
    His,
    And,
    But,
    To,
    By,
    Of,
    For,
    Be,
    Close,
    Role,
    Group,
    Paper,
    /// Ends in -ed or -s, in no list: perhaps a verb.
    Verb,
    Adverb,
    Number,
    Word,
}

/// Names of the parts, as the table of weights has them.
pub(crate) const NAMES: [&str; 35] = [
    "edge",
    "stop",
    "comma",
    "colon",
    "dash",
    "bracket",
    "quote",
    "name",
    "capital",
    "say",
    "saying",
    "tell",
    "according",
    "he",
    "i",
    "they",
    "who",
    "the",
    "a",
    "his",
    "and",
    "but",
    "to",
    "by",
    "of",
    "for",
    "be",
    "close",
    "role",
    "group",
    "paper",
    "verb",
    "adverb",
    "number",
    "word",
];

static WORDS: Lazy<HashMap<&'static str, Part>> = Lazy::new(|| {
    let mut words = HashMap::new();
    for (_, mut row) in crate::data::rows(include_str!("../data/quote/sources.tsv")) {
        let (Some(class), Some(list)) = (row.next(), row.next()) else { continue };
        if let Some(part) = listed(class) {
            for word in list.split(' ') {
                words.entry(word).or_insert(part);
            }
        }
    }
    words
});

fn listed(class: &str) -> Option<Part> {
    const LISTED: [Part; 20] = [
        Part::Role,
        Part::Group,
        Part::Paper,
        Part::Tell,
        Part::According,
        Part::He,
        Part::I,
        Part::They,
        Part::Who,
        Part::The,
        Part::A,
        Part::His,
        Part::And,
        Part::But,
        Part::To,
        Part::By,
        Part::Of,
        Part::For,
        Part::Be,
        Part::Close,
    ];
    LISTED.into_iter().find(|part| NAMES[*part as usize] == class)
}

/// What the word `low`, in lower case, is; `capital` when the text writes it with a capital.
pub(crate) fn part(low: &str, capital: bool) -> Part {
    if let Some(part) = WORDS.get(low) {
        return *part;
    }
    if lexicon::classes(low).is_some_and(|c| c.says()) {
        return if low.ends_with("ing") { Part::Saying } else { Part::Say };
    }
    match low.as_bytes() {
        [first, ..] if first.is_ascii_digit() => Part::Number,
        _ if capital => Part::Capital,
        [.., b'l', b'y'] => Part::Adverb,
        [.., b'e', b'd'] | [.., b's'] => Part::Verb,
        _ => Part::Word,
    }
}
