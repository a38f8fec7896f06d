//! Words next to quotation marks: which they are, and what they are as evidence.

use once_cell::sync::Lazy;

use super::lexicon::Classes;
use crate::scan::table::{key, Table, SEED};
use crate::scan::words::is_joint;
use crate::scan::work;
use crate::span::Span;

/// How many words before a mark count.
pub(crate) const LEFT: usize = 8;

/// The last words before `at`, nearest first, back to the beginning of the sentence; and where the
/// nearest ends.
pub(crate) fn words_before(text: &str, start: usize, at: usize) -> ([Span; LEFT], usize) {
    let mut found = [Span::default(); LEFT];
    let (mut count, mut end) = (0, at);
    let around = window(text, start, at);
    let is_word = |c: char| c.is_alphanumeric();
    while count < LEFT {
        let rest = &text[around.start..end];
        let nearest = rest.rfind(is_word);
        work::read(rest.len() - nearest.unwrap_or(0));
        let Some(stop) = nearest else { break };
        let stop = around.start
            + stop
            + text[around.start + stop..].chars().next().map_or(1, char::len_utf8);
        let word = word_that_ends(text, around.start, stop);
        if count > 0 && sentence_ends(text, word, found[count - 1]) {
            break;
        }
        found[count] = word;
        count += 1;
        end = word.start;
    }
    (found, count)
}

/// The word that ends at `end`, read backwards to `start` at most: what stands in front of
/// it is not looked at, however long.
fn word_that_ends(text: &str, start: usize, end: usize) -> Span {
    let mut from = end;
    let mut chars = text[start..end].char_indices().rev().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = is_joint(c) && chars.peek().is_some_and(|&(_, next)| next.is_alphanumeric());
        if !(c.is_alphanumeric() || joins) {
            break;
        }
        from = start + at;
    }
    work::read(end - from);
    Span::new(from, end)
}

/// What a word next to a mark is in its sentence, `edge` being what stands between them.
pub(crate) fn role(word: &str, class: Option<Classes>, edge: &str) -> &'static str {
    match edge.chars().next() {
        Some(',') => return "comma",
        Some(':') => return "colon",
        Some('(' | ')' | '[' | ']') => return "bracket",
        Some('\u{2013}' | '\u{2014}' | '-') => return "dash",
        Some(_) => return "mark",
        None => {}
    }
    match word {
        "a" | "an" => "a",
        "the" | "this" | "that" | "these" | "those" | "its" | "his" | "her" | "their" | "my"
        | "our" | "your" | "owner" | "Owner" | "any" | "no" | "some" | "another" => "the",
        "is" | "was" | "are" | "were" | "be" | "been" | "being" | "it's" | "he's" | "she's" => "be",
        "as" | "like" | "than" => "as",
        "and" | "or" | "but" | "nor" => "and",
        "in" | "on" | "at" | "of" | "for" | "to" | "by" | "with" | "from" | "about" | "into"
        | "over" | "against" | "after" | "before" | "between" | "during" | "through" => "of",
        "he" | "she" | "they" | "it" | "i" | "we" | "you" | "who" | "which" => "he",
        "Name" => "name",
        "0" => "number",
        _ => match class {
            Some(class) => class.first(),
            None if word.ends_with("ed") || word.ends_with("ing") => "verb",
            None if word.ends_with("ly") => "manner",
            None => "word",
        },
    }
}

/// True when a sentence ends between two words that follow each other.
pub(crate) fn sentence_ends(text: &str, before: Span, word: Span) -> bool {
    let gap = &text[before.end..word.start];
    work::read(gap.len());
    let Some(stop) = gap.find(['.', '!', '?']) else { return false };
    let spaced = gap[stop..].contains(char::is_whitespace);
    let title = gap.as_bytes()[stop] == b'.'
        && before.len() <= 3
        && text[before].starts_with(char::is_uppercase);
    spaced && !title && !text[word].starts_with(char::is_lowercase)
}

/// `text[start..end]` cut inwards to character boundaries.
pub(crate) fn window(text: &str, mut start: usize, mut end: usize) -> Span {
    while start < end && !text.is_char_boundary(start) {
        start += 1;
    }
    while end > start && !text.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(start, end)
}

/// The first two characters of what stands at an edge.
pub(crate) fn clip(edge: &str) -> &str {
    let end = edge.char_indices().nth(2).map_or(edge.len(), |(at, _)| at);
    if edge.is_empty() {
        "nothing"
    } else {
        &edge[..end]
    }
}

pub(crate) fn shape(word: &str) -> &'static str {
    match word.chars().next() {
        Some(c) if c.is_lowercase() => "small",
        Some(c) if c.is_numeric() => "digit",
        _ if word.len() > 1 && !word.contains(char::is_lowercase) => "capitals",
        _ => "capital",
    }
}

pub(crate) fn lower<'a>(word: &str, low: &'a mut String) -> &'a str {
    work::read(word.len());
    low.clear();
    low.push_str(word);
    low.make_ascii_lowercase();
    if !low.is_ascii() && low.contains('\u{2019}') {
        *low = low.replace('\u{2019}', "'");
    }
    low
}

/// A word as evidence: small words as they are, names and numbers by their shape.
pub(crate) fn plain<'a>(word: &str, low: &'a mut String) -> &'a str {
    let shape = shape(word);
    let low = lower(word, low);
    match (shape, low.ends_with("'s")) {
        ("small", false) => low,
        ("small", true) => "owner",
        ("digit", _) => "0",
        (_, true) => "Owner",
        _ if matches!(
            low,
            "the" | "a" | "an" | "he" | "she" | "they" | "it" | "in" | "on" | "i"
        ) =>
        {
            low
        }
        _ => "Name",
    }
}

/// Words that make a clause: pronouns, auxiliaries, negations, conjunctions.
const CLAUSAL: [&str; 80] = [
    "am", "and", "are", "aren't", "as", "be", "because", "been", "but", "can", "can't", "could",
    "did", "didn't", "do", "does", "doesn't", "don't", "going", "got", "had", "has", "have", "he",
    "he's", "her", "his", "how", "i", "i'd", "i'll", "i'm", "i've", "if", "in", "is", "isn't",
    "it", "it's", "let's", "me", "my", "never", "no", "not", "of", "or", "our", "she", "should",
    "so", "that", "that's", "the", "their", "them", "there", "there's", "they", "they're", "this",
    "to", "was", "wasn't", "we", "we'll", "we're", "we've", "were", "what", "when", "who", "why",
    "will", "with", "won't", "would", "you", "you're", "your",
];

static CLAUSES: Lazy<Table<()>> =
    Lazy::new(|| Table::new(&CLAUSAL.map(|word| (key(SEED, word), ()))));

pub(crate) fn is_clausal(word: &str) -> bool {
    CLAUSES.get(key(SEED, word)).is_some()
}

#[cfg(test)]
mod tests {
    use super::word_that_ends;
    use crate::scan::words::words;
    use crate::Span;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_word_read_backwards_is_the_one_read_forwards(text in "[a-cé '’\u{2011}.-]{0,16}") {
            let whole = Span::new(0, text.len());
            for word in words(&text, whole) {
                prop_assert_eq!(word_that_ends(&text, 0, word.end), word);
            }
        }
    }
}
