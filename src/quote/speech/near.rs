//! Words next to quotation marks: which they are, and what they are as evidence.

use once_cell::sync::Lazy;

use super::witness::Value;
use crate::quote::lexicon::{lower, shape, Classes};
use crate::scan::letters::Letters;
use crate::scan::table::{key, Table, SEED};
use crate::scan::words::word_back;
use crate::scan::work;
use crate::span::Span;

/// How many words before a mark count.
pub(crate) const LEFT: usize = 8;

/// The last words before `at`, nearest first, back to the beginning of the sentence; and where the
/// nearest ends.
pub(crate) fn words_before(text: &str, start: usize, at: usize) -> ([Span; LEFT], usize) {
    let mut found = [Span::default(); LEFT];
    let mut count = 0;
    let mut region = window(text, start, at);
    while count < LEFT {
        let mut stop = false;
        let Some(word) = word_back(text, region, |c| stop |= is_stop(c)) else { break };
        if count > 0 && stop && sentence_ends(text, word, found[count - 1]) {
            break;
        }
        found[count] = word;
        count += 1;
        region.end = word.start;
    }
    (found, count)
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

/// What may end a sentence.
fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?')
}

/// True when a sentence ends between two words that follow each other.
pub(crate) fn sentence_ends(text: &str, before: Span, word: Span) -> bool {
    let gap = &text[before.end..word.start];
    // Nearly all words are a space apart: that is no stop with a space behind it.
    if gap.len() < 2 {
        return false;
    }
    work::read(gap.len());
    let Some(stop) = gap.find(is_stop) else { return false };
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

/// The longest word that counts as itself with a capital too.
const SMALL: usize = 4;

/// A word as evidence: small words as they are, names and numbers by their shape. `letters` are those
/// of a word that has no others than those of ASCII.
pub(crate) fn plain<'a>(word: &'a str, letters: Option<Letters>, low: &'a mut String) -> Value<'a> {
    // Nearly all words can be told as they are written.
    match (letters, word.as_bytes().first()) {
        (Some(letters), Some(b'a'..=b'z')) if !letters.inner => {
            Value { name: word, key: letters.key }
        }
        (Some(_), Some(b'A'..=b'Z')) if word.len() > SMALL => Value::of("Name"),
        _ => Value::of(shaped(word, low)),
    }
}

/// The same of any word.
#[inline(never)]
fn shaped<'a>(word: &str, low: &'a mut String) -> &'a str {
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

static CLAUSES: Lazy<Table<u8>> = Lazy::new(|| {
    let numbered = CLAUSAL.iter().zip(0..).map(|(word, n)| (key(SEED, word), n));
    Table::new(&numbered.collect::<Vec<_>>())
});

/// The word of that key, if it is such a word.
pub(crate) fn clausal(key: u64) -> Option<Value<'static>> {
    CLAUSES.get(key).map(|at| Value { name: CLAUSAL[usize::from(at)], key })
}
