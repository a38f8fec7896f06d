//! How far a noun's phrase reaches: "the spokeswoman for the ministry".

use super::stream::{part_at, part_before, Token};
use super::words::Part;

/// Most words of a description before its noun, and behind it.
const BEFORE: usize = 5;
const BEHIND: usize = 9;

/// Back over adjectives and names to the article, if there is one.
pub(super) fn phrase_start(tokens: &[Token], at: usize) -> usize {
    let mut first = at;
    for back in (at.saturating_sub(BEFORE)..at).rev() {
        match tokens[back].part {
            part if part.is_determiner() || part == Part::One => return back,
            Part::Of if tokens[back].span.len() > 1 => break,
            // "Lee reviewed": what stands before has a verb of its own.
            Part::Verb if !tokens[back].plural && part_before(tokens, back, 1) == Part::Name => {
                break
            }
            Part::Word | Part::Capital | Part::Name | Part::Number | Part::Role | Part::Paper => {}
            Part::Group | Part::Of | Part::Verb | Part::Said | Part::Ing => {}
            _ => break,
        }
        first = back;
    }
    // Without an article the noun stands alone, with the names right before it.
    let plain =
        |t: &Token| matches!(t.part, Part::Word | Part::Verb | Part::Of | Part::Said | Part::Ing);
    while first < at && plain(&tokens[first]) {
        first += 1;
    }
    first
}

/// On over "of", "for", "close to" and the names behind, up to the verb or a mark.
pub(super) fn phrase_end(tokens: &[Token], at: usize) -> usize {
    if opens_phrase(tokens, at + 1) {
        return end(tokens, at, at + 1);
    }
    // "A letter sent to parents says": without a verb behind, what was sent is told here.
    let sent = part_at(tokens, at + 1) == Part::Verb && !tokens[at + 1].plural;
    if sent
        && (opens_phrase(tokens, at + 2) || matches!(part_at(tokens, at + 2), Part::By | Part::To))
    {
        let last = end(tokens, at, at + 2);
        let speaks = matches!(part_at(tokens, last + 1), Part::Say | Part::Tell | Part::Call);
        let joins = tokens[at..=last].iter().any(|t| t.part == Part::And);
        // "The campaign declined to comment" is no phrase.
        let open = part_at(tokens, last) == Part::To;
        return if speaks && !open && !joins { last } else { at };
    }
    at
}

/// Where the phrase of the noun at `at` ends, which goes on at `from`.
fn end(tokens: &[Token], at: usize, from: usize) -> usize {
    // "on Friday" belongs to it, "also" and "within" do not.
    let apart = |at: usize| tokens[at].part == Part::Adverb && tokens[at - 1].part != Part::For;
    let ends = |at: usize| tokens[at].part.ends_phrase() || is_finite(tokens, at) || apart(at);
    let goes_on = |at: &usize| !ends(*at);
    let end = tokens.len().min(at + 1 + BEHIND);
    let last = from - 1 + (from..end).take_while(goes_on).count();
    last - usize::from(last > at && tokens[last].part == Part::And)
}

/// "of", "for", "close to": a phrase goes on with it.
pub(super) fn opens_phrase(tokens: &[Token], at: usize) -> bool {
    let opens = |t: &Token| matches!(t.part, Part::Of | Part::For | Part::Close);
    tokens.get(at).is_some_and(|t| opens(t) && t.span.len() > 1)
}

/// "returned" in "negotiators from Tema returned to": a verb behind the noun that does it, and no
/// adjective before one.
fn is_finite(tokens: &[Token], at: usize) -> bool {
    let done = tokens[at].part == Part::Verb && !tokens[at].plural;
    let before = at.checked_sub(1).map_or(Part::Edge, |back| tokens[back].part);
    let noun = matches!(before, Part::Name | Part::Capital | Part::Word | Part::Role | Part::Group);
    done && noun && !part_at(tokens, at + 1).is_nominal()
}
