//! What speaks for and against a pair of marks being speech: its own words, the words around it in
//! its sentence, and the habits of its page.
//!
//! A piece of evidence is a group and a value, such as `before` = "called": the table
//! `data/quote/speech.tsv` weighs them. All that is looked at lies within a fixed distance of the marks.

use super::near::{clausal, clip, plain, role, sentence_ends, window, words_before};
use super::witness::{Value, Witness};
use crate::quote::class::{Class, Classes};
use crate::quote::lexicon::{classes_of, lower};
use crate::quote::marks::{Family, Marked};
use crate::scan::chars::is_double_mark;
use crate::scan::letters::Letters;
use crate::scan::table::{key, SEED};
use crate::scan::words::{read_words, words};
use crate::scan::work;
use crate::span::Span;

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
    pub(crate) fn of(text: &str, marks: &[Marked]) -> Habits {
        let outer = marks.iter().filter(|m| m.parent.is_none());
        let (mut single, mut double, mut long) = (0usize, 0usize, 0usize);
        for mark in outer {
            *(if mark.family == Family::Single { &mut single } else { &mut double }) += 1;
            long += usize::from(is_long(text, mark));
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

/// Characters between the marks from which on they hold a clause, as a rule.
const LONG: usize = 30;

fn is_long(text: &str, mark: &Marked) -> bool {
    work::read(mark.inner.len().min(LONG + 1));
    text[mark.inner].chars().nth(LONG).is_some()
}

/// How many words to the right and between the marks count.
const RIGHT: usize = 6;
const INSIDE: usize = 12;
/// And how many bytes at most are looked through for them.
const REACH: usize = 300;

/// The pair before in the same paragraph, already judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Previous {
    /// It is speech.
    pub spoken: bool,
    /// A word or two stand between, as in a list.
    pub near: bool,
}

impl Previous {
    /// Its name as evidence.
    pub(crate) fn name(self) -> &'static str {
        match (self.spoken, self.near) {
            (true, true) => "spoken near",
            (true, false) => "spoken",
            (false, true) => "unspoken near",
            (false, false) => "unspoken",
        }
    }
}

/// True when no more than a word or two stand between two pairs of one paragraph.
pub(crate) fn is_near(text: &str, before: &Marked, mark: &Marked) -> bool {
    let (from, to) = (before.span.end, mark.span.start);
    from <= to && to - from < 80 && words(text, Span::new(from, to)).take(3).count() < 3
}

/// What the parts of the sentence around a pair sum up to, for the evidence that combines them.
#[derive(Default)]
struct Summary {
    /// Words between the marks.
    count: usize,
    /// Casing of the words between the marks.
    case: &'static str,
    /// What the last of them is followed by.
    ends: &'static str,
    /// What stands just before the opening mark.
    before: &'static str,
    before_that: &'static str,
    /// What stands just after the closing mark.
    after: &'static str,
    /// Classes of words before the marks, and after them.
    left: Seen,
    right: Seen,
}

/// Which classes of words stand on one side: a set of `BITS`.
#[derive(Clone, Copy, Default)]
struct Seen(u8);

impl Seen {
    /// The bit that a class sets: a source speaks as a verb does.
    const BITS: [(Class, u8); 5] =
        [(Class::Say, 1), (Class::Source, 1), (Class::Call, 2), (Class::Work, 4), (Class::Word, 8)];

    /// What the table calls each set. Not a `match` over four flags: rustc 1.95 makes one into strings
    /// that reach beyond their own bytes, as an address sanitizer shows.
    #[rustfmt::skip]
    const NAMES: [&'static str; 16] = [
        "none", "say", "call", "say call", "work", "say work", "call", "say call",
        "word", "say", "call", "say call", "work", "say work", "call", "say call",
    ];

    fn note(&mut self, class: Classes) {
        for (one, bit) in Seen::BITS {
            self.0 |= if class.has(one) { bit } else { 0 };
        }
    }

    fn name(self) -> &'static str {
        Seen::NAMES[usize::from(self.0) % Seen::NAMES.len()]
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
    // What follows the paragraph is of another place, and perhaps of none that is to be read.
    let text = &text[..paragraph.end.max(mark.span.end)];
    let mut low = String::new();
    let mut sum = Summary::default();
    inside(text, mark, witness, &mut low, &mut sum);
    left(text, paragraph, mark, witness, &mut low, &mut sum);
    right(text, paragraph, mark, witness, &mut low, &mut sum);
    combine(&sum, witness);
    if habits.double && mark.family == Family::Single && mark.parent.is_none() {
        witness.see("page", if mark.paragraph == 0 { "headline" } else { "single" });
    }
    witness.see("page", habits.long);
    if mark.span == paragraph {
        witness.see("page", "whole paragraph");
    }
    if !mark.closed && mark.next.is_none() {
        witness.see("page", "never closed");
    }
}

/// Evidence that only tells together.
fn combine(sum: &Summary, witness: &mut impl Witness) {
    let size = match sum.count {
        0..=1 => "one",
        2..=3 => "few",
        _ => "many",
    };
    let near = if sum.left.name() == "none" { sum.right } else { sum.left };
    let [size, left, right, near] =
        [size, sum.left.name(), sum.right.name(), near.name()].map(Value::of);
    let [case, ends] = [sum.case, sum.ends].map(Value::of);
    let [before_that, before, after] = [sum.before_that, sum.before, sum.after].map(Value::of);
    let mut see = |group, parts: &[Value<'_>]| witness.see_together(group, parts);
    see("near", &[left, right]);
    see("near size", &[left, right, size]);
    see("size case", &[size, case]);
    see("stand before", &[before_that, before]);
    see("ends after", &[ends, after]);
    see("slot case", &[before, after, case]);
    see("slot near", &[before, after, near]);
}

fn inside(
    text: &str,
    mark: &Marked,
    witness: &mut impl Witness,
    low: &mut String,
    sum: &mut Summary,
) {
    let inner = window(text, mark.inner.start, mark.inner.end.min(mark.inner.start + REACH));
    let (mut count, mut capitals, mut stops, mut end) = (0usize, 0usize, 0usize, inner.start);
    let mut long = 0usize;
    for (word, letters) in read_words(text, inner).take(INSIDE) {
        let gap = &text.as_bytes()[end..word.start];
        work::read(gap.len());
        let is_stop = |byte: &u8| matches!(byte, b'.' | b'!' | b'?' | b';');
        stops += usize::from(count > 0 && gap != b" " && gap.iter().any(is_stop));
        end = word.end;
        let (capital, key) = match letters {
            Some(letters) => (text.as_bytes()[word.start].is_ascii_uppercase(), letters.key),
            None => {
                let surface = &text[word];
                (surface.starts_with(char::is_uppercase), key(SEED, lower(surface, low)))
            }
        };
        long += usize::from(word.len() > 3 || capital);
        capitals += usize::from(capital);
        count += 1;
        if let Some(word) = clausal(key) {
            witness.see_value("inside", word);
        }
    }
    witness.see("length", bucket(count));
    if count == 1 && end > inner.start {
        let word = lower(
            text[inner.start..end].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(""),
            low,
        );
        let from = word.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
        let tail = &word[from..];
        witness.see("only tail", tail);
    }
    sum.count = count;
    sum.case = match capitals {
        0 => "small",
        _ if capitals == long && capitals == count => "all capital",
        _ if capitals == long => "title",
        _ if 2 * capitals > long => "mostly capital",
        _ => "mixed",
    };
    if stops > 0 {
        witness.see("inside", "sentence end");
    }
    ending(text, mark, witness, sum);
}

/// What the quotation ends with. Some papers put comma and full stop before the closing mark, some
/// behind it: that is the same evidence.
fn ending(text: &str, mark: &Marked, witness: &mut impl Witness, sum: &mut Summary) {
    let read = |c: &char| work::read(c.len_utf8());
    let last =
        text[mark.inner].chars().rev().take(REACH).inspect(read).find(|c| !c.is_whitespace());
    let last = last.filter(|c| !c.is_alphanumeric());
    let last = last.or_else(|| text[mark.span.end..].chars().next().filter(|c| is_closing(*c)));
    sum.ends = match last {
        Some('.') => ".",
        Some(',') => ",",
        Some('?' | '!') => "?",
        Some('\u{2026}' | '-' | '\u{2013}' | '\u{2014}') => "-",
        Some(':' | ';') => ";",
        _ => "word",
    };
    witness.see("ends", sum.ends);
}

fn is_closing(c: char) -> bool {
    matches!(c, '.' | ',' | '?' | '!' | ';')
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
    let (found, count) = words_before(text, at.saturating_sub(REACH).max(paragraph.start), at);
    let edge = text[found[0].end.max(paragraph.start)..at].trim();
    work::read(2 * edge.len());
    if count == 0 || edge.contains(['.', '!', '?']) {
        sum.before = "sentence";
        witness.see("edge", "sentence");
        return;
    }
    witness.see("edge", clip(edge));
    for (back, word) in found[..count].iter().enumerate() {
        let word = &text[*word];
        let letters = Some(Letters::read(word.as_bytes())).filter(|read| read.len == word.len());
        let word = plain(word, letters, low);
        let class = classes_of(word.key);
        match back {
            0 => {
                sum.before = role(word, class, edge);
                witness.see_value("before", word);
            }
            1 => {
                sum.before_that = role(word, class, "");
                witness.see_value("before that", word);
            }
            _ => {}
        }
        if let Some(class) = class {
            sum.left.note(class);
            witness.see_value("left", word);
        }
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
    let after = text[mark.span.end..].chars().next().filter(|c| is_closing(*c));
    let at = (mark.span.end + after.map_or(0, char::len_utf8)).min(paragraph.end);
    let around = window(text, at, paragraph.end.min(at + REACH));
    let mut before = Span::new(at, at);
    sum.after = "end";
    for (count, (word, letters)) in read_words(text, around).take(RIGHT).enumerate() {
        let gap = &text[before.end..word.start];
        work::read(gap.len());
        let gap = if gap == " " { "" } else { gap.trim() };
        let ended = count > 0 && sentence_ends(text, before, word);
        let next = gap.contains(is_double_mark)
            || (count == 0 && sum.ends == "." && !text[word].starts_with(char::is_lowercase));
        if ended || next {
            sum.after = if count == 0 { "sentence" } else { sum.after };
            break;
        }
        let plain = plain(&text[word], letters, low);
        let class = classes_of(plain.key);
        if count == 0 {
            sum.after = role(plain, class, gap);
            witness.see_value("after", plain);
        }
        if let Some(class) = class {
            sum.right.note(class);
            witness.see_value("right", plain);
        }
        before = word;
    }
    witness.see("follows", sum.after);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote::lexicon::classes;

    #[test]
    fn a_side_is_named_by_all_that_is_seen_on_it() {
        let name = |words: &str| {
            let mut seen = Seen::default();
            words.split(' ').filter_map(classes).for_each(|class| seen.note(class));
            seen.name()
        };
        assert_eq!(name("green door"), "none");
        assert_eq!(name("nickname"), "word");
        assert_eq!(name("said"), "say");
        assert_eq!(name("statement nickname"), "say");
        assert_eq!(name("film said nickname"), "say work");
        assert_eq!(name("called film"), "call");
        assert_eq!(name("called film said"), "say call");
    }
}
