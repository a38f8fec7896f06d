//! Where a candidate stands in its sentence: which verb it is the subject of, whether it is told or
//! tells, whose claim is spoken of.

use super::candidate::{Candidate, Sort};
use super::standing::{Place, Standing};
use super::stream::{part_at, Token};
use super::words::Part;

/// Longest bracket and longest apposition that are skipped; most words between subject and verb.
const BRACKET: usize = 8;
const APPOSITION: usize = 28;
const REACH: usize = 24;

/// Puts every candidate in its place. Linear.
pub(crate) fn places(tokens: &[Token], candidates: &mut [Candidate]) {
    let mut subjects = 0;
    for at in 0..candidates.len() {
        let mut standing = standing(tokens, &candidates[at]);
        if let Some(before) = at.checked_sub(1).map(|back| candidates[back]) {
            if is_apposed(tokens, &before, &candidates[at]) {
                let apposed = Standing { place: Place::Apposed, ..before.standing };
                // "the chairman, Ann Lee, said": whoever is named says it.
                if candidates[at].sort == Sort::Person && before.sort != Sort::Person {
                    standing = std::mem::replace(&mut candidates[at - 1].standing, apposed);
                    subjects -= 1;
                } else {
                    standing = apposed;
                }
            }
            // "a source close to the ministry told": the ministry is of the subject.
            if standing.place == Place::Subject && holds(&before, &candidates[at]) {
                standing.place = Place::InsideSubject;
            }
        }
        candidates[at].standing = standing;
        candidates[at].subjects = subjects;
        subjects += u32::from(standing.acts());
    }
}

/// The phrase goes on with the candidate, and began before it.
fn holds(phrase: &Candidate, inner: &Candidate) -> bool {
    phrase.first < inner.first && inner.last <= phrase.last
}

fn is_apposed(tokens: &[Token], role: &Candidate, name: &Candidate) -> bool {
    role.standing.place == Place::Remote
        && name.first == role.last + 2
        && part_at(tokens, role.last + 1) == Part::Comma
        && part_at(tokens, name.last + 1) == Part::Comma
        && matches!(name.sort, Sort::Person | Sort::Capital | Sort::Role)
        && matches!(role.sort, Sort::Role | Sort::Capital | Sort::Person | Sort::Group)
}

fn standing(tokens: &[Token], c: &Candidate) -> Standing {
    if let Some(standing) = owner(tokens, c) {
        return standing;
    }
    let ahead = ahead(tokens, c);
    let part = |at: usize| part_at(tokens, at);
    let Some(before) = c.first.checked_sub(1) else { return ahead };
    match part(before) {
        Part::To if before > 0 && part(before - 1) == Part::According => {
            Standing::new(Place::Source, Some(before - 1), Part::According)
        }
        verb if verb.is_speech() && verb != Part::According => {
            if is_inverted(tokens, c, before) {
                return Standing::new(Place::Inverted, Some(before), verb);
            }
            match ahead.place {
                Place::None => Standing::new(Place::Object, Some(before), verb),
                _ if verb == Part::Tell => Standing::new(Place::Object, Some(before), verb),
                _ => ahead,
            }
        }
        Part::By if ahead.place == Place::None => Standing { place: Place::Agent, ..ahead },
        // "with Lee saying": whoever stands right before a participle does it.
        Part::Of | Part::For if matches!(ahead.part, Part::Saying | Part::Calling) => ahead,
        Part::Of | Part::For | Part::To => match ahead.place {
            Place::None => Standing { place: Place::Inside, ..ahead },
            Place::Subject => Standing { place: Place::InsideSubject, ..ahead },
            _ => ahead,
        },
        _ => ahead,
    }
}

/// "his claim", "Lee's promise".
fn owner(tokens: &[Token], c: &Candidate) -> Option<Standing> {
    let after = c.last + 1;
    let behind = tokens.get(after).is_some_and(|t| t.part == Part::Of && t.span.len() == 1);
    if !(c.sort == Sort::His || behind || tokens[c.last].owner) {
        return None;
    }
    let from = after + usize::from(c.sort != Sort::His);
    for (at, token) in tokens.iter().enumerate().skip(from).take(4) {
        match token.part {
            Part::Said => return Some(Standing::new(Place::Claimant, Some(at), Part::Edge)),
            Part::Word | Part::Ing | Part::Verb | Part::Number | Part::Adverb | Part::Capital => {}
            Part::Say | Part::Calling | Part::Call => {}
            _ => break,
        }
    }
    Some(Standing::new(Place::Owner, None, Part::Edge))
}

/// The verb ahead of a subject, over brackets, adverbs and what stands between two commas.
fn ahead(tokens: &[Token], c: &Candidate) -> Standing {
    let part = |at: usize| part_at(tokens, at);
    let after = c.last + 1;
    let (mut at, mut remote) = (after, false);
    loop {
        let from = at;
        if part(at) == Part::Open {
            let shut = (at + 1..at + BRACKET).find(|&at| part(at) == Part::Shut);
            at = shut.map_or(at, |shut| shut + 1);
        }
        if !remote && matches!(part(at), Part::Comma | Part::Dash) {
            if let Some(verb) = behind_apposition(tokens, at) {
                (at, remote) = (verb, true);
            }
        }
        // "Lee on Friday said", "Lee this week said".
        let day = at + usize::from(matches!(part(at), Part::For | Part::The));
        if day > at && part(day) == Part::Adverb {
            at = day;
        }
        while part(at).is_auxiliary() && at < after + REACH {
            at += 1;
        }
        if at == from {
            break;
        }
    }
    let negated = part(at) == Part::Verb && matches!(part(at + 1), Part::Say | Part::Tell);
    if !(part(at).is_speech() || part(at) == Part::Verb) || negated {
        return Standing::default();
    }
    // "was told", "has been asked": but "was saying" is told of who says it.
    let be = (after..at).rev().find(|&at| part(at) != Part::Adverb).map(part) == Some(Part::Be);
    let done = matches!(part(at), Part::Say | Part::Tell | Part::Call)
        || part(at) == Part::Verb && !tokens[at].plural;
    let place = match (c.sort, remote) {
        _ if be && done => Place::Passive,
        (Sort::Who, _) => Place::Relative,
        (_, true) => Place::Remote,
        _ => Place::Subject,
    };
    Standing::new(place, Some(at), part(at))
}

/// The verb behind the comma that ends what begins with the comma at `at`; of speech, if what stands
/// between has commas of its own: "who, like Lee, is a baker, said".
fn behind_apposition(tokens: &[Token], at: usize) -> Option<usize> {
    use Part::{Colon, Comma, Dash, Edge, Quote, Semicolon, Stop};
    let part = |at: usize| part_at(tokens, at);
    let ends = |part| matches!(part, Comma | Dash | Stop | Quote | Semicolon | Colon | Edge);
    let (mut from, mut first) = (at + 1, true);
    loop {
        let end = (from..at + 1 + APPOSITION).find(|&at| ends(part(at)))?;
        if !matches!(part(end), Comma | Dash) {
            return None;
        }
        let mut verb = end + 1;
        while part(verb).is_auxiliary() && verb < end + 5 {
            verb += 1;
        }
        let told = matches!(part(verb), Part::Say | Part::Tell | Part::Call);
        if told || first && part(verb) == Part::Verb {
            return Some(verb);
        }
        (from, first) = (end + 1, false);
    }
}

/// `"...," said Lee`, and `..., explained Lee,` inside a sentence.
fn is_inverted(tokens: &[Token], c: &Candidate, verb: usize) -> bool {
    let part = |at: usize| part_at(tokens, at);
    let mut before = verb.checked_sub(1);
    while let Some(at) = before.filter(|&at| matches!(part(at), Part::Adverb | Part::Auxiliary)) {
        before = at.checked_sub(1);
    }
    let Some(before) = before else { return false };
    match part(before) {
        Part::Quote => true,
        Part::Comma => {
            before > 0 && part(before - 1) == Part::Quote
                || matches!(part(c.last + 1), Part::Comma | Part::Stop)
        }
        _ => false,
    }
}
