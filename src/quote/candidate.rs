//! Who may have spoken: the names, pronouns, roles and papers of a paragraph.

use super::stream::{Stream, Token};
use super::words::Part;
use crate::entity::{Entities, Kind};
use crate::span::Span;

/// Most words of a description before its noun, and behind it.
const BEFORE: usize = 5;
const BEHIND: usize = 9;

/// What kind of words a candidate is. The order is that of [`SORTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Sort {
    Person,
    Organisation,
    Place,
    He,
    I,
    They,
    Role,
    Group,
    Paper,
    Capital,
    Other,
    Nobody,
}

pub(crate) const SORTS: [&str; 12] = [
    "person",
    "organisation",
    "place",
    "he",
    "i",
    "they",
    "role",
    "group",
    "paper",
    "capital",
    "other",
    "nobody",
];

/// Words that may name a speaker: `tokens[first..=last]` of their paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub span: Span,
    pub sort: Sort,
    pub first: usize,
    pub last: usize,
    /// The mention behind a name.
    pub mention: Option<usize>,
}

/// The candidates of a paragraph in reading order. Linear in its tokens.
pub(crate) fn candidates(stream: &Stream, entities: &Entities<'_>) -> Vec<Candidate> {
    let tokens = &stream.tokens;
    let mut found: Vec<Candidate> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(candidate) = of_token(tokens, at, entities) {
            // A run of capitals is one candidate; behind a noun, names of their own may follow.
            at = if candidate.sort == Sort::Capital { candidate.last } else { at };
            found.push(candidate);
        }
        at += 1;
    }
    found
}

fn of_token(tokens: &[Token], at: usize, entities: &Entities<'_>) -> Option<Candidate> {
    let token = tokens[at];
    let sort = match token.part {
        Part::Name => return name(token, at, entities),
        Part::Capital => return capital(tokens, at),
        Part::He => Sort::He,
        Part::I => Sort::I,
        Part::They => Sort::They,
        Part::Role => Sort::Role,
        Part::Group => Sort::Group,
        Part::Paper => Sort::Paper,
        Part::Word | Part::Verb if beside_verb(tokens, at) => Sort::Other,
        _ => return None,
    };
    if matches!(sort, Sort::He | Sort::I | Sort::They) {
        return Some(Candidate { span: token.span, sort, first: at, last: at, mention: None });
    }
    if named_next(tokens, at) {
        return None;
    }
    let first = phrase_start(tokens, at);
    let last = phrase_end(tokens, at);
    let span = Span::new(tokens[first].span.start, tokens[last].span.end);
    Some(Candidate { span, sort, first, last, mention: None })
}

fn name(token: Token, at: usize, entities: &Entities<'_>) -> Option<Candidate> {
    let mention = entities.mentions().get(token.of)?;
    let sort = match mention.kind {
        Kind::Person => Sort::Person,
        Kind::Organisation | Kind::Seat => Sort::Organisation,
        Kind::Demonym => return None,
        _ => Sort::Place,
    };
    Some(Candidate { span: token.span, sort, first: at, last: at, mention: Some(token.of) })
}

/// A run of capitalised words that no table knows.
fn capital(tokens: &[Token], at: usize) -> Option<Candidate> {
    let is_name = |t: &&Token| matches!(t.part, Part::Capital | Part::Role | Part::Paper);
    let run = tokens[at..].iter().take(6).take_while(is_name).count().max(1);
    let last = at + run - 1;
    let span = Span::new(tokens[at].span.start, tokens[last].span.end);
    Some(Candidate { span, sort: Sort::Capital, first: at, last, mention: None })
}

/// A word with a verb of speech behind it, or before it and a quotation before that.
fn beside_verb(tokens: &[Token], at: usize) -> bool {
    let is_say = |t: Option<&Token>| t.is_some_and(|t| matches!(t.part, Part::Say | Part::Tell));
    is_say(tokens.get(at + 1))
        && tokens.get(at.wrapping_sub(1)).is_some_and(|t| !matches!(t.part, Part::Quote | Part::To))
}

fn named_next(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|t| matches!(t.part, Part::Name | Part::Capital))
        && tokens[at].span.end + 1 == tokens[at + 1].span.start
}

/// Back over adjectives and names to the article, if there is one.
fn phrase_start(tokens: &[Token], at: usize) -> usize {
    let mut first = at;
    for back in (at.saturating_sub(BEFORE)..at).rev() {
        match tokens[back].part {
            Part::The | Part::A | Part::His => return back,
            Part::Word
            | Part::Capital
            | Part::Name
            | Part::Number
            | Part::Role
            | Part::Paper
            | Part::Group
            | Part::Of
            | Part::Verb => {
                let possessive = tokens[back].part == Part::Of && tokens[back].span.len() > 1;
                if possessive {
                    break;
                }
                first = back;
            }
            _ => break,
        }
    }
    // Without an article the noun stands alone, with the names right before it.
    let plain = |t: &Token| matches!(t.part, Part::Word | Part::Verb | Part::Of);
    while first < at && plain(&tokens[first]) {
        first += 1;
    }
    first
}

/// On over "of", "for", "close to" and the names behind, up to the verb or a mark.
fn phrase_end(tokens: &[Token], at: usize) -> usize {
    let opens = |t: &Token| matches!(t.part, Part::Of | Part::For | Part::Close);
    if !tokens.get(at + 1).is_some_and(opens) {
        return at;
    }
    let ends = |t: &&Token| {
        !matches!(
            t.part,
            Part::Say
                | Part::Saying
                | Part::Tell
                | Part::Stop
                | Part::Comma
                | Part::Colon
                | Part::Dash
                | Part::Bracket
                | Part::Quote
                | Part::Be
                | Part::Who
                | Part::But
                | Part::He
        )
    };
    let more = tokens[at + 1..].iter().take(BEHIND).take_while(ends).count();
    at + more
}
