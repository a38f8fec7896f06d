//! One capitalised word: what it is by its letters and by the tables.

use super::lexicon::{Class, ENDINGS, LEXICON};
use super::word::{possessive, possessive_behind, word_end};
use crate::scan::endings::{count, Endings};
use crate::scan::fold::fold_into;
use crate::scan::letters::Letters;
use crate::scan::table;
use crate::scan::work;
use crate::span::Span;

/// Letters before an ending, at least.
const LEAST: usize = 3;

/// Endings of English nouns and adjectives that hardly a surname has.
const NOUN_ENDINGS: Endings<{ count(ENDINGS, "noun") }> = Endings::read(ENDINGS, "noun");

/// One capitalised word, or a particle between two.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// The word, without a possessive ending and without the full stop of an initial.
    pub span: Span,
    pub class: Class,
    /// Hash of the folded word: the same for "Herrán" and "Herran".
    pub key: u64,
    /// Its number in [`Runs::words`].
    pub word: usize,
    /// First four letters of the folded word; the first byte is the lowest.
    pub head: u32,
    pub shape: Shape,
    /// Ends as nouns and adjectives do: "-tion", "-ing".
    pub wordy: bool,
    /// Letters of ASCII, of which only the first is a capital.
    pub simple: bool,
    /// "Yeung-tat": a hyphen, and lower case behind it.
    pub syllables: bool,
    /// "Prize-winner", "Pro-Western": a hyphen, and an ordinary or a longer word behind it.
    pub compound: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// "Trump", "McCain", "al-Assad".
    Name,
    /// "J.", "J.R.": the full stop is part of the span.
    Initial,
    /// "TRUMP", "NASA".
    Caps,
    /// "van" between two names.
    Particle,
}

/// The word at the beginning of `rest`, whose plain letters are `word`, and where reading goes on:
/// behind a possessive ending, if it has one.
#[inline]
pub(super) fn token(text: &str, whole: Span, word: Letters, fold: &mut String) -> (Token, usize) {
    let (at, limit) = (whole.start, whole.end);
    let rest = &text.as_bytes()[at..limit];
    let behind = &rest[word.len..];
    match behind {
        [b'.', ..] if word.len > 1 => plain_token(at, word, rest, 0),
        [] | [0..=b'&' | b'('..=b',' | b'/'..=0x7f, ..] if word.len > 0 => {
            plain_token(at, word, rest, 0)
        }
        _ => match possessive_behind(behind) {
            Some(cut) if word.len > 0 => plain_token(at, word, rest, cut),
            _ => rare_token(text, whole, fold),
        },
    }
}

/// The word at `at` read by characters: with hyphens, letters outside ASCII, "J.R.".
fn rare_token(text: &str, whole: Span, fold: &mut String) -> (Token, usize) {
    let (at, limit) = (whole.start, whole.end);
    let end = word_end(text, at, limit);
    let word = &text[at..end];
    let cut = possessive(word);
    let stem = &word[..word.len() - cut];
    work::read(2 * stem.len());
    // A full stop behind a possessive ending is the sentence's.
    let stop = cut == 0 && end < limit && text.as_bytes().get(end) == Some(&b'.');
    let (shape, stopped) = shape(stem, stop);
    fold.clear();
    fold_into(stem, fold);
    fold.retain(|c| c != '.');
    if let Some(at) = fold.find('\u{2019}') {
        fold.replace_range(at..at + '\u{2019}'.len_utf8(), "'");
    }
    let key = key(fold);
    let class = LEXICON.class_of(key).and(former_title(fold));
    let stopped = stopped || stop && is_abbreviated(stem.len(), class, shape != Shape::Caps);
    let span = Span::new(at, end - cut + usize::from(stopped));
    let after = if cut > 0 { end } else { span.end };
    let wordy = NOUN_ENDINGS.end(fold, LEAST);
    let small =
        stem.split_once('-').is_some_and(|(_, tail)| tail.starts_with(|c: char| c.is_lowercase()));
    let syllables = small && is_in_syllables(fold);
    let compound = small && !syllables;
    let head = fold.bytes().take(4).rev().fold(0, |head, b| head << 8 | u32::from(b));
    (
        Token { span, class, key, word: 0, head, shape, wordy, simple: false, syllables, compound },
        after,
    )
}

/// What a word is known as; tables leave out the adverbs of words that they have: "clearly".
fn class(word: Letters, bytes: &[u8]) -> Class {
    let class = LEXICON.class_of(word.key);
    /// The last two letters of such words.
    const LY: u64 = u16::from_le_bytes(*b"ly") as u64;
    if class == Class::default() && word.tail >> 48 == LY {
        if let Some(stem) = bytes.strip_suffix(b"ly") {
            let stem = LEXICON.class_of(Letters::read(stem).key);
            return if stem.is(Class::COMMON) { Class::COMMON } else { class };
        }
    }
    class
}

/// The token of the word of ASCII letters and digits at the head of `rest`, with `cut` bytes of a
/// possessive ending behind.
#[inline(always)]
fn plain_token(at: usize, word: Letters, rest: &[u8], cut: usize) -> (Token, usize) {
    let class = class(word, &rest[..word.len]);
    let letters = match word.digit {
        true => rest[..word.len].iter().filter(|b| b.is_ascii_alphabetic()).count(),
        false => word.len,
    };
    let shape = match (word.len, letters) {
        (1, 1) => Shape::Initial,
        (_, 2..) if !word.small => Shape::Caps,
        _ => Shape::Name,
    };
    let stopped = rest.get(word.len) == Some(&b'.') && is_abbreviated(word.len, class, word.small);
    let span = Span::new(at, at + word.len + usize::from(stopped));
    let wordy = NOUN_ENDINGS.end_tail(word.tail, word.len, LEAST);
    let simple = !word.digit && !word.inner;
    let (key, head) = (word.key, word.head as u32);
    (
        Token {
            span,
            class,
            key,
            word: 0,
            head,
            shape,
            wordy,
            simple,
            syllables: false,
            compound: false,
        },
        span.end + cut,
    )
}

/// What "ex-president", "then-governor" is: the title behind the hyphen.
fn former_title(folded: &str) -> Class {
    let Some((when, title)) = folded.split_once('-') else { return Class::default() };
    let class = LEXICON.class(title);
    let former = when == "ex" || LEXICON.class(when).is(Class::OPENING.and(Class::ANY_TITLE));
    match former && class.is_title() {
        true => class,
        false => Class::default(),
    }
}

/// Short words that English puts behind a name and a hyphen: "Obama-era"; "-backed" is read by its end.
const BEHIND_NAMES: [&str; 6] = ["era", "led", "like", "run", "style", "type"];

/// "yeung-tat": two short words with a hyphen, the second no longer word of English.
fn is_in_syllables(folded: &str) -> bool {
    /// Bytes of the longest syllable as it is romanized, and of those that are English words too.
    const LONGEST: usize = 6;
    const EITHER: usize = 4;
    let Some((first, second)) = folded.split_once('-') else { return false };
    let class = LEXICON.class(second);
    let word = class.is(Class::COMMON.and(Class::ROLE)) && !class.is_given();
    if second.ends_with("ed") || BEHIND_NAMES.contains(&second) {
        return false;
    }
    first.len().max(second.len()) <= LONGEST
        && first.len().min(second.len()) > 1
        && (second.len() <= EITHER || !word)
}

fn shape(word: &str, stop: bool) -> (Shape, bool) {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let dotted = word.contains('.');
    if letters == 1 && word.len() == 1 || dotted {
        return (Shape::Initial, stop);
    }
    let caps = letters > 1 && !word.chars().any(char::is_lowercase);
    (if caps { Shape::Caps } else { Shape::Name }, false)
}

/// "Sen.", "Gen.", "Jr.": a title or suffix that is written with a full stop.
///
/// Behind "III" a sentence ends.
fn is_abbreviated(length: usize, class: Class, small: bool) -> bool {
    length <= 5 && (class.is_title() || class.is(Class::RANK) || small && class.is(Class::SUFFIX))
}

/// The key of a folded word.
pub(crate) fn key(folded: &str) -> u64 {
    table::key(table::SEED, folded)
}
