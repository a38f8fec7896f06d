//! Who may have spoken: the names, pronouns, roles and papers of a paragraph.

use super::phrase::{opens_phrase, phrase_end, phrase_start};
use super::standing::Standing;
use super::stream::{part_at, part_before, Token};
use super::words::Part;
use crate::entity::{Entities, EntityId, Kind};
use crate::span::Span;

/// Most words of an office between whose it is and who has it.
const OFFICE: usize = 3;
/// Most words of a name that no table knows.
const CAPITALS: usize = 6;

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
    It,
    One,
    /// "who", "which": stands for the name before it.
    Who,
    /// "his claim".
    His,
    Role,
    Group,
    Paper,
    Capital,
    Other,
    Nobody,
}

pub(crate) const SORTS: [&str; 16] = [
    "person",
    "organisation",
    "place",
    "he",
    "i",
    "they",
    "it",
    "one",
    "who",
    "his",
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
    /// The mention behind a name, and its entity.
    pub mention: Option<(usize, EntityId)>,
    /// The description that "who" stands for, or "he" behind the sentence that begins with it.
    pub phrase: Option<Span>,
    pub standing: Standing,
    /// How many of the paragraph's candidates before this one are subjects.
    pub subjects: u32,
}

/// Finds the candidates of a paragraph in reading order, not yet in their places. Linear in the tokens.
pub(crate) fn candidates(tokens: &[Token], entities: &Entities<'_>, found: &mut Vec<Candidate>) {
    found.reserve(tokens.len() / 4);
    let mut described = Described::default();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(candidate) = of_token(tokens, at, entities) {
            // A run of capitals is one candidate; behind a noun, names of their own may follow.
            at = if candidate.sort == Sort::Capital { candidate.last } else { at };
            let candidate = match candidate.sort {
                Sort::Who => relative(tokens, found.last(), candidate),
                Sort::He => Candidate { phrase: described.phrase(), ..candidate },
                _ => candidate,
            };
            described.note(tokens, &candidate);
            found.push(candidate);
        }
        at += 1;
    }
}

/// "who" with the name or the description right before it, which it stands for.
fn relative(tokens: &[Token], before: Option<&Candidate>, who: Candidate) -> Candidate {
    let end = who.first - usize::from(who.first > 0 && tokens[who.first - 1].part == Part::Comma);
    if let Some(near) = before.filter(|near| near.last + 1 == end) {
        return Candidate { mention: near.mention, phrase: Some(near.span), ..who };
    }
    let noun = end.checked_sub(1).filter(|at| tokens[*at].part == Part::Word);
    let from = |at: usize| tokens[phrase_start(tokens, at)].span.start;
    Candidate { phrase: noun.map(|at| Span::new(from(at), tokens[at].span.end)), ..who }
}

/// The description that the last sentence to have one begins with, "A driver from Tema said", as long
/// as nobody is named behind it: "he" stands for it.
#[derive(Clone, Copy, Default)]
struct Described(Option<Candidate>);

impl Described {
    /// Takes note of the next candidate of the paragraph.
    fn note(&mut self, tokens: &[Token], next: &Candidate) {
        let somebody = match next.sort {
            Sort::Role => true,
            Sort::Other => matches!(tokens[next.first].part, Part::A | Part::One),
            _ => false,
        };
        let before = next.first.checked_sub(1);
        let begins =
            before.map_or(true, |back| tokens[back].sentence != tokens[next.first].sentence);
        if somebody && begins {
            self.0 = Some(*next);
        } else if matches!(next.sort, Sort::Person | Sort::Capital) {
            self.0 = self.0.filter(|described| next.first <= described.last);
        }
    }

    fn phrase(self) -> Option<Span> {
        self.0.map(|described| described.span)
    }
}

fn of_token(tokens: &[Token], at: usize, entities: &Entities<'_>) -> Option<Candidate> {
    let next = part_at(tokens, at + 1);
    let sort = match tokens[at].part {
        Part::Name => return name(tokens, at, entities),
        Part::Capital => return capital(tokens, at),
        Part::He => Sort::He,
        Part::I => Sort::I,
        Part::They => Sort::They,
        Part::It => Sort::It,
        Part::His => Sort::His,
        Part::Who => Sort::Who,
        Part::That if is_relative(tokens, at) => Sort::Who,
        Part::One if !(next.is_nominal() || next == Part::Name) => Sort::One,
        Part::Role | Part::Group | Part::Paper => return noun(tokens, at),
        Part::Word | Part::Said | Part::A | Part::Ing | Part::Number | Part::One | Part::Verb => {
            return other(tokens, at)
        }
        _ => return None,
    };
    Some(Candidate::new(tokens, sort, at, at))
}

impl Candidate {
    fn new(tokens: &[Token], sort: Sort, first: usize, last: usize) -> Candidate {
        let span = Span::new(tokens[first].span.start, tokens[last].span.end);
        let standing = Standing::default();
        Candidate { span, sort, first, last, mention: None, phrase: None, standing, subjects: 0 }
    }
}

/// A name, with the titles and roles before it.
fn name(tokens: &[Token], at: usize, entities: &Entities<'_>) -> Option<Candidate> {
    let mention = entities.mentions().get(tokens[at].of)?;
    let sort = match mention.kind {
        Kind::Person => Sort::Person,
        Kind::Organisation | Kind::Seat => Sort::Organisation,
        Kind::Demonym => return native(tokens, at),
        _ => Sort::Place,
    };
    if sort != Sort::Person && is_of_person(tokens, at, entities) {
        return None;
    }
    let mut first = before_title(tokens, at);
    if first < at && part_before(tokens, first, 1) == Part::Of {
        // "Assistant Secretary of State Ann Lee".
        let office = before_title(tokens, first - 1);
        first = if office < first - 1 { office } else { first };
    }
    if first > 0 && first < at && tokens[first - 1].part.is_determiner() {
        first -= 1;
    }
    let mention = Some((tokens[at].of, mention.entity));
    Some(Candidate { span: tokens[at].span, mention, ..Candidate::new(tokens, sort, first, at) })
}

/// "the Ghanaian": somebody called by where they come from.
fn native(tokens: &[Token], at: usize) -> Option<Candidate> {
    let next = part_at(tokens, at + 1);
    let alone = !next.is_nominal() && !matches!(next, Part::Name | Part::Said);
    let one = part_before(tokens, at, 1) == Part::The && !tokens[at].plural;
    (alone && one).then(|| Candidate::new(tokens, Sort::Role, at - 1, at))
}

/// Whether the name says whose officer the person behind it is: "Uruguay coach Ana Lee".
fn is_of_person(tokens: &[Token], at: usize, entities: &Entities<'_>) -> bool {
    let behind = tokens[at + 1..].iter().take(OFFICE);
    let words = behind.take_while(|t| is_titular(t) || t.part == Part::Word).count();
    let Some(person) = tokens.get(at + 1 + words).filter(|t| t.part == Part::Name) else {
        return false;
    };
    let mention = entities.mentions().get(person.of);
    words > 0
        && tokens[at + words].part == Part::Role
        && mention.is_some_and(|m| m.kind == Kind::Person)
}

/// Back over what may be the title of `at`.
fn before_title(tokens: &[Token], at: usize) -> usize {
    let is_title = |t: &Token| is_titular(t) && t.sentence == tokens[at].sentence;
    at - tokens[..at].iter().rev().take_while(|t| is_title(t)).count()
}

fn is_titular(token: &Token) -> bool {
    matches!(token.part, Part::Capital | Part::Role | Part::Paper)
}

/// A name stands at `at`, or behind what an office is of: "of State Ann Lee".
fn is_held(tokens: &[Token], at: usize) -> bool {
    let capital = |t: &&Token| t.part == Part::Capital;
    let of = tokens.get(at + 1..).filter(|_| part_at(tokens, at) == Part::Of);
    let words = of.map_or(0, |of| of.iter().take(CAPITALS).take_while(capital).count());
    let behind = if words > 0 { at + 1 + words } else { at };
    part_at(tokens, behind) == Part::Name
}

/// A run of capitalised words that no table knows; before a name it is the name's title.
fn capital(tokens: &[Token], at: usize) -> Option<Candidate> {
    let run = tokens[at..].iter().take(CAPITALS).take_while(|t| is_titular(t)).count().max(1);
    if is_held(tokens, at + run) {
        return None;
    }
    let article = at > 0 && matches!(tokens[at - 1].part, Part::The | Part::A | Part::One);
    Some(Candidate::new(tokens, Sort::Capital, at - usize::from(article), at + run - 1))
}

/// "the spokeswoman for the ministry"; before a name the noun is the name's title.
fn noun(tokens: &[Token], at: usize) -> Option<Candidate> {
    let sort = match tokens[at].part {
        Part::Role => Sort::Role,
        Part::Group => Sort::Group,
        _ => Sort::Paper,
    };
    let heads = is_held(tokens, at + 1)
        || matches!(
            part_at(tokens, at + 1),
            Part::Capital | Part::Role | Part::Group | Part::Paper
        );
    (!heads).then(|| Candidate::new(tokens, sort, phrase_start(tokens, at), phrase_end(tokens, at)))
}

/// A word that stands where a speaker stands: before a verb of speech, behind one that follows a
/// quotation, or behind "according to".
fn other(tokens: &[Token], at: usize) -> Option<Candidate> {
    let part = |at: usize| part_at(tokens, at);
    let before = |at: usize, back: usize| part_before(tokens, at, back);
    let bare = tokens[at].part == Part::A && tokens[at].span.len() < 3;
    if bare || tokens[at].part == Part::Verb && !tokens[at].plural {
        return None;
    }
    // Nearly all words stand before one that goes on with their phrase.
    let goes_on =
        part(at + 1).is_nominal() || matches!(part(at + 1), Part::Said | Part::Verb | Part::Name);
    let opens = opens_phrase(tokens, at + 1);
    let verb = part(at + 1) == Part::Verb;
    if goes_on && !opens && !verb {
        return None;
    }
    let mut next = at + 1;
    while part(next).is_auxiliary() && next < at + 4 {
        next += 1;
    }
    let subject = matches!(part(next), Part::Say | Part::Tell | Part::Call);
    let object = matches!(before(at, 1), Part::Quote | Part::To | Part::Comma)
        && !matches!(tokens[at].part, Part::A | Part::Word | Part::Said);
    if subject && !object {
        return Some(Candidate::new(tokens, Sort::Other, phrase_start(tokens, at), at));
    }
    let first = phrase_start(tokens, at);
    if let Some(last) = (opens || verb).then(|| qualified(tokens, first, at)).flatten() {
        return Some(Candidate::new(tokens, Sort::Other, first, last));
    }
    if begins_sentence(tokens, first, at) {
        return Some(Candidate::new(tokens, Sort::Other, first, at));
    }
    if goes_on {
        return None;
    }
    match (before(first, 2), before(first, 1)) {
        (Part::Quote | Part::Comma, Part::Say | Part::Call | Part::Tell) => {
            Some(Candidate::new(tokens, Sort::Other, first, at))
        }
        (Part::According, Part::To) => {
            Some(Candidate::new(tokens, Sort::Other, first, phrase_end(tokens, at)))
        }
        _ => None,
    }
}

/// "The piece goes on to": a noun with its article at the beginning of a sentence, before its verb.
fn begins_sentence(tokens: &[Token], first: usize, at: usize) -> bool {
    let next = part_at(tokens, at + 1);
    let verb = next == Part::Verb || next.is_auxiliary();
    let begins = first == 0
        || tokens[first - 1].sentence != tokens[first].sentence
        || matches!(tokens[first - 1].part, Part::Comma | Part::That | Part::But | Part::As);
    verb && begins && first < at && tokens[first].part.is_determiner()
}

/// Where "a forecaster at the weather office" ends: a noun with its article and what it is of, before
/// a verb of speech.
fn qualified(tokens: &[Token], first: usize, at: usize) -> Option<usize> {
    if !tokens[first].part.is_determiner() || first == at {
        return None;
    }
    let last = phrase_end(tokens, at);
    let said = (last + 1..last + 4).find(|&at| !part_at(tokens, at).is_auxiliary())?;
    let speaks = matches!(part_at(tokens, said), Part::Say | Part::Tell | Part::Call);
    let ends = part_at(tokens, last).is_nominal() || part_at(tokens, last) == Part::Name;
    (last > at && speaks && ends).then_some(last)
}

/// "that" before a verb, and not behind one: stands for a noun, begins no clause.
fn is_relative(tokens: &[Token], at: usize) -> bool {
    let next = part_at(tokens, at + 1);
    let behind = at.checked_sub(1).is_some_and(|back| tokens[back].part.is_speech());
    !behind && (next.is_speech() || matches!(next, Part::Auxiliary | Part::Be))
}
