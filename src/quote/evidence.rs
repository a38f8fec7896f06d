//! What speaks for and against a pair of marks being speech: its own words, the words around it in
//! its sentence, and the habits of its page.
//!
//! A piece of evidence is a group and a value, such as `before` = "called": the table
//! `data/quote/speech.tsv` weighs them. All that is looked at lies within a fixed distance of the marks.

use super::lexicon::classes;
use super::marks::{Family, Marked};
use crate::scan::words::words;
use crate::span::Span;

/// Receives evidence.
pub(crate) trait Witness {
    /// One piece of evidence: its group and its value.
    fn see(&mut self, group: &'static str, value: &str);
}

/// The habits of a page.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Habits {
    /// The page quotes with double marks: a single one around words is a headline's, or an irony's.
    pub double: bool,
    /// How many of its pairs hold a clause or more, by their length alone.
    pub long: &'static str,
}

impl Habits {
    /// Which marks the page quotes with. Linear in the number of pairs.
    pub(crate) fn of(marks: &[Marked]) -> Habits {
        let outer = marks.iter().filter(|m| m.parent.is_none());
        let (mut single, mut double, mut long) = (0usize, 0usize, 0usize);
        for mark in outer {
            *(if mark.family == Family::Single { &mut single } else { &mut double }) += 1;
            long += usize::from(mark.inner.len() >= LONG);
        }
        let long = match (long, single + double) {
            (0, _) => "none long",
            (long, all) if 4 * long <= all => "few long",
            (long, all) if 2 * long <= all => "some long",
            (long, all) if 4 * long <= 3 * all => "many long",
            (long, all) if long < all => "most long",
            _ => "all long",
        };
        Habits { double: double > single, long }
    }
}

/// Bytes between the marks from which on they hold a clause, as a rule.
const LONG: usize = 30;

/// How far to the left, to the right and into the quotation is looked, in bytes.
const LEFT: usize = 160;
const RIGHT: usize = 120;
const INSIDE: usize = 400;
/// How many words of them count.
const LEFT_WORDS: usize = 8;
const RIGHT_WORDS: usize = 6;

/// What the parts of the sentence around a pair sum up to, for the evidence that combines them.
#[derive(Default)]
struct Summary {
    /// Words between the marks.
    count: usize,
    /// Casing of the words between the marks.
    case: &'static str,
    /// Shape of the first of them, and what the last is followed by.
    opens: &'static str,
    ends: &'static str,
    /// What stands just before the opening mark.
    before: &'static str,
    /// What stands just after the closing mark.
    after: &'static str,
    /// Classes of words before the marks, and after them.
    left: Seen,
    right: Seen,
}

/// Which classes of words stand on one side.
#[derive(Clone, Copy, Default)]
struct Seen {
    speech: bool,
    call: bool,
    work: bool,
    word: bool,
}

impl Seen {
    fn note(&mut self, low: &str) {
        for name in classes(low).into_iter().flat_map(|c| c.names()) {
            match name {
                "say" | "source" => self.speech = true,
                "call" => self.call = true,
                "work" => self.work = true,
                _ => self.word = true,
            }
        }
    }

    fn name(self) -> &'static str {
        match self {
            Seen { speech: true, call: true, .. } => "say call",
            Seen { speech: true, work: true, .. } => "say work",
            Seen { speech: true, .. } => "say",
            Seen { call: true, .. } => "call",
            Seen { work: true, .. } => "work",
            Seen { word: true, .. } => "word",
            _ => "none",
        }
    }
}

/// Tells `witness` all about one pair.
pub(crate) fn gather(
    text: &str,
    paragraph: Span,
    mark: &Marked,
    habits: Habits,
    witness: &mut impl Witness,
) {
    let mut low = String::with_capacity(32);
    let mut sum = Summary::default();
    inside(text, mark, witness, &mut low, &mut sum);
    left(text, paragraph, mark, witness, &mut low, &mut sum);
    right(text, paragraph, mark, witness, &mut low, &mut sum);
    combine(&sum, witness, &mut low);
    if habits.double && mark.family == Family::Single && mark.parent.is_none() {
        witness.see("page", if mark.paragraph == 0 { "headline" } else { "single" });
    }
    witness.see("page", habits.long);
    low.clear();
    low.push_str(habits.long);
    low.push_str(if sum.left.speech || sum.right.speech { " | say" } else { " | no" });
    low.push_str(if mark.inner.len() >= LONG { " | long" } else { " | short" });
    witness.see("page near", &low);
    if mark.span == paragraph {
        witness.see("page", "whole paragraph");
    }
    if !mark.closed {
        witness.see("page", "never closed");
    }
}

/// Evidence that only tells together.
fn combine(sum: &Summary, witness: &mut impl Witness, low: &mut String) {
    let size = match sum.count {
        0..=1 => "one",
        2..=3 => "few",
        _ => "many",
    };
    let (left, right) = (sum.left.name(), sum.right.name());
    let mut see = |group, parts: [&str; 3]| {
        low.clear();
        for part in parts.iter().filter(|p| !p.is_empty()) {
            low.push_str(if low.is_empty() { "" } else { " | " });
            low.push_str(part);
        }
        witness.see(group, low);
    };
    see("near", [left, right, ""]);
    see("near size", [left, right, size]);
    see("near case", [left, right, sum.case]);
    see("size case", [size, sum.case, ""]);
    see("slot", [sum.before, sum.after, ""]);
    see("slot size", [sum.before, sum.after, size]);
    see("opens slot", [sum.opens, sum.before, ""]);
    see("opens slot ends", [sum.opens, sum.before, sum.ends]);
    see("ends after", [sum.ends, sum.after, ""]);
    see("slot case", [sum.before, sum.after, sum.case]);
    see("slot near", [sum.before, sum.after, if left == "none" { right } else { left }]);
}

fn inside(
    text: &str,
    mark: &Marked,
    witness: &mut impl Witness,
    low: &mut String,
    sum: &mut Summary,
) {
    let inner = window(text, mark.inner.start, mark.inner.end.min(mark.inner.start + INSIDE));
    let (mut count, mut capitals, mut stops, mut end) = (0usize, 0usize, 0usize, inner.start);
    let mut long = 0usize;
    for word in words(text, inner) {
        let gap = &text[end..word.start];
        stops += usize::from(count > 0 && gap.contains(['.', '!', '?', ';']));
        end = word.end;
        let surface = &text[word];
        if count == 0 {
            let first = lower(surface, low);
            witness.see(
                "first",
                if surface.starts_with(first) || is_clausal(first) { first } else { "Name" },
            );
            sum.opens = shape(surface);
            witness.see("opens", sum.opens);
        }
        let capital = surface.starts_with(char::is_uppercase);
        long += usize::from(surface.len() > 3 || capital);
        capitals += usize::from(capital);
        count += 1;
        let low = lower(surface, low);
        if is_clausal(low) {
            witness.see("inside", low);
        }
    }
    witness.see("length", bucket(count));
    if count < 6 && end > inner.start {
        let word = lower(
            text[inner.start..end].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(""),
            low,
        );
        let from = word.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
        let tail = &word[from..];
        witness.see(if count == 1 { "only tail" } else { "tail" }, tail);
    }
    sum.count = count;
    sum.case = match capitals {
        0 => "small",
        _ if capitals == long && capitals == count => "all capital",
        _ if capitals == long => "title",
        _ if 2 * capitals > long => "mostly capital",
        _ => "mixed",
    };
    witness.see("case", sum.case);
    if stops > 0 {
        witness.see("inside", "sentence end");
    }
    ending(text, mark, count, witness, sum);
}

/// What the quotation ends with, together with what follows the mark.
fn ending(text: &str, mark: &Marked, count: usize, witness: &mut impl Witness, sum: &mut Summary) {
    let last = text[mark.inner].trim_end().chars().next_back();
    let last = last.filter(|c| !c.is_alphanumeric());
    let mut at = [0; 4];
    let last = last.map_or("word", |c| c.encode_utf8(&mut at));
    witness.see("ends", last);
    sum.ends = match last {
        "." => ".",
        "," => ",",
        "?" | "!" => "?",
        _ => "word",
    };
    if count == 1 {
        witness.see("one word ends", last);
    }
}

fn left(
    text: &str,
    paragraph: Span,
    mark: &Marked,
    witness: &mut impl Witness,
    low: &mut String,
    sum: &mut Summary,
) {
    let at = mark.span.start;
    let around = window(text, at.saturating_sub(LEFT).max(paragraph.start), at);
    let mut last = [Span::default(); LEFT_WORDS];
    let mut count = 0usize;
    let mut end = around.start;
    for word in words(text, around) {
        if count > 0 && sentence_ends(text, last[(count - 1) % LEFT_WORDS], word) {
            count = 0;
        }
        last[count % LEFT_WORDS] = word;
        count += 1;
        end = word.end;
    }
    let edge = text[end..at].trim();
    let start = count == 0 || edge.contains(['.', '!', '?']);
    witness.see("edge", if start { "sentence" } else { clip(edge) });
    if start {
        sum.before = "sentence";
        return;
    }
    for back in 0..count.min(LEFT_WORDS) {
        let surface = &text[last[(count - 1 - back) % LEFT_WORDS]];
        let word = plain(surface, low);
        sum.left.note(word);
        match back {
            0 => {
                sum.before = role(word, edge);
                witness.see("before", word);
            }
            1 => witness.see("before that", word),
            _ => {}
        }
        if !edge.is_empty() && back == 0 {
            witness.see("before edge", word);
        }
        witness.see("left", word);
    }
}

fn right(
    text: &str,
    paragraph: Span,
    mark: &Marked,
    witness: &mut impl Witness,
    low: &mut String,
    sum: &mut Summary,
) {
    let at = mark.span.end;
    let around = window(text, at, paragraph.end.min(at + RIGHT));
    let mut before = Span::new(at, at);
    for (count, word) in words(text, around).take(RIGHT_WORDS).enumerate() {
        let gap = &text[before.end..word.start];
        if count == 0 {
            witness.see("follows", clip(gap.trim()));
        }
        if count == 0 {
            sum.after = "sentence";
        }
        if gap.contains(['.', '!', '?', '\u{201c}', '"'])
            && (count == 0 || sentence_ends(text, before, word))
        {
            return;
        }
        let word_low = plain(&text[word], low);
        if count == 0 {
            sum.after = role(word_low, gap.trim());
            witness.see("after", word_low);
        }
        sum.right.note(word_low);
        witness.see("right", word_low);
        before = word;
    }
    if before.end == at {
        sum.after = "end";
        witness.see("follows", "end");
    }
}

/// What a word next to a mark is in its sentence, `edge` being what stands between them.
fn role(word: &str, edge: &str) -> &'static str {
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
        _ => match classes(word).and_then(|c| c.names().next()) {
            Some(class) => class,
            None if word.ends_with("ed") || word.ends_with("ing") => "verb",
            None if word.ends_with("ly") => "manner",
            None => "word",
        },
    }
}

/// True when a sentence ends between two words that follow each other.
fn sentence_ends(text: &str, before: Span, word: Span) -> bool {
    let gap = &text[before.end..word.start];
    let Some(stop) = gap.find(['.', '!', '?']) else { return false };
    let spaced = gap[stop..].contains(char::is_whitespace);
    let title = gap.as_bytes()[stop] == b'.'
        && before.len() <= 3
        && text[before].starts_with(char::is_uppercase);
    spaced && !title && !text[word].starts_with(char::is_lowercase)
}

/// `text[start..end]` cut inwards to character boundaries.
fn window(text: &str, mut start: usize, mut end: usize) -> Span {
    while start < end && !text.is_char_boundary(start) {
        start += 1;
    }
    while end > start && !text.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(start, end)
}

/// The first two characters of what stands at an edge.
fn clip(edge: &str) -> &str {
    let end = edge.char_indices().nth(2).map_or(edge.len(), |(at, _)| at);
    if edge.is_empty() {
        "nothing"
    } else {
        &edge[..end]
    }
}

fn bucket(count: usize) -> &'static str {
    match count {
        0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        4..=5 => "4-5",
        6..=8 => "6-8",
        9..=15 => "9-15",
        _ => "16+",
    }
}

fn shape(word: &str) -> &'static str {
    match word.chars().next() {
        Some(c) if c.is_lowercase() => "small",
        Some(c) if c.is_numeric() => "digit",
        _ if word.len() > 1 && !word.contains(char::is_lowercase) => "capitals",
        _ => "capital",
    }
}

fn lower<'a>(word: &str, low: &'a mut String) -> &'a str {
    low.clear();
    for c in word.chars() {
        low.push(match c {
            '\u{2019}' => '\'',
            c => c.to_ascii_lowercase(),
        });
    }
    low
}

/// A word as evidence: small words as they are, names and numbers by their shape.
fn plain<'a>(word: &str, low: &'a mut String) -> &'a str {
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

/// Words that make a clause: pronouns, auxiliaries, negations, conjunctions. Sorted.
const CLAUSAL: [&str; 80] = [
    "am", "and", "are", "aren't", "as", "be", "because", "been", "but", "can", "can't", "could",
    "did", "didn't", "do", "does", "doesn't", "don't", "going", "got", "had", "has", "have", "he",
    "he's", "her", "his", "how", "i", "i'd", "i'll", "i'm", "i've", "if", "in", "is", "isn't",
    "it", "it's", "let's", "me", "my", "never", "no", "not", "of", "or", "our", "she", "should",
    "so", "that", "that's", "the", "their", "them", "there", "there's", "they", "they're", "this",
    "to", "was", "wasn't", "we", "we'll", "we're", "we've", "were", "what", "when", "who", "why",
    "will", "with", "won't", "would", "you", "you're", "your",
];

fn is_clausal(word: &str) -> bool {
    CLAUSAL.binary_search(&word).is_ok()
}
