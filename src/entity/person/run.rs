//! Runs of capitalised words, the raw material of names.

use super::lexicon::{Class, LEXICON};
use super::nickname;
use super::word::{after_space, has_small_prefix, possessive, possessive_behind, word_end};
use crate::page::Page;
use crate::scan::capitals::{Capital, Capitals};
use crate::scan::endings::Endings;
use crate::scan::fold::fold_into;
use crate::scan::letters::Letters;
use crate::scan::numbers::Numbers;
use crate::scan::table;
use crate::scan::work;
use crate::span::Span;

/// Longest run that is read as one: no name is longer, and a title-case heading is none.
const LONGEST: usize = 12;

/// Names of a short page.
const FEW: usize = 128;

/// Letters before an ending, at least.
const LEAST: usize = 3;

/// Endings of English nouns and adjectives that hardly a surname has.
const ENDINGS: Endings<14> = Endings::new([
    "tion", "sion", "ment", "ness", "ity", "ism", "ics", "ing", "ional", "ative", "ous", "able",
    "ence", "ology",
]);

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

/// A run of tokens: `tokens[first..last]` of [`Runs`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    pub first: usize,
    pub last: usize,
}

/// All runs of a page, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Runs {
    pub tokens: Vec<Token>,
    pub runs: Vec<Run>,
    pub words: Numbers,
}

impl Runs {
    /// One pass over the capitalised words of a page.
    pub(crate) fn read(page: &Page<'_>, capitals: &Capitals) -> Runs {
        let (tokens, runs) = (Vec::with_capacity(FEW), Vec::with_capacity(FEW));
        let out = Runs { tokens, runs, words: Numbers::default() };
        let mut reader = Reader { text: page.text(), out, capitals: &[], fold: String::new() };
        for region in page.regions() {
            reader.region(*region, capitals.of(*region));
        }
        reader.out
    }

    pub(crate) fn tokens(&self, run: Run) -> &[Token] {
        &self.tokens[run.first..run.last]
    }
}

struct Reader<'t> {
    text: &'t str,
    out: Runs,
    /// The capitalised words of the region that are still to be read.
    capitals: &'t [Capital],
    fold: String,
}

impl<'t> Reader<'t> {
    fn region(&mut self, region: Span, capitals: &'t [Capital]) {
        self.capitals = capitals;
        let mut done = region.start;
        while let Some((word, rest)) = self.capitals.split_first() {
            if word.at >= done && self.begins_name(word.at, region.start) {
                done = self.run(word.at, region.end);
            } else {
                self.capitals = rest;
            }
        }
    }

    /// The letters of the word at `at`.
    fn letters(&mut self, at: usize, limit: usize) -> Letters {
        while let Some((word, rest)) = self.capitals.split_first().filter(|(w, _)| w.at <= at) {
            self.capitals = rest;
            if word.at == at {
                return word.letters;
            }
        }
        Letters::read(&self.text.as_bytes()[at..limit])
    }

    /// A capital with no letter outside ASCII before it; ASCII was looked at already.
    fn begins_name(&self, at: usize, from: usize) -> bool {
        let bytes = self.text.as_bytes();
        if bytes[at].is_ascii() && (at == from || bytes[at - 1].is_ascii()) {
            return true;
        }
        !self.text[from..at].chars().next_back().is_some_and(char::is_alphanumeric)
            && self.text[at..].chars().next().is_some_and(char::is_uppercase)
    }

    /// Reads the run that begins at `at`, and returns where to go on.
    fn run(&mut self, at: usize, limit: usize) -> usize {
        let first = self.out.tokens.len();
        let mut next = Some(at);
        let mut end = at;
        while let Some(at) = next.filter(|_| self.out.tokens.len() - first < LONGEST) {
            let (mut token, after) = self.token(at, limit);
            end = after;
            let mut open = after == token.span.end;
            // "William Barr. He left": a surname, and the end of a sentence.
            let name = self.out.tokens[first..].iter().any(|t| !t.class.is_title());
            if name && token.class.is(Class::RANK) && self.text[token.span].ends_with('.') {
                token.span.end -= 1;
                open = false;
            }
            self.out.tokens.push(token);
            next = if open { self.follow(after, limit) } else { None };
            if open && next.is_none() && (token.class.is_given() || token.class == Class::default())
            {
                next = self.over_nickname(after, limit, token.class.is_given());
            }
        }
        for token in &mut self.out.tokens[first..] {
            token.word = self.out.words.number(token.key);
        }
        self.out.runs.push(Run { first, last: self.out.tokens.len() });
        end
    }

    /// The word at `at`, and where reading goes on: behind a possessive ending, if it has one.
    fn token(&mut self, at: usize, limit: usize) -> (Token, usize) {
        let word = self.letters(at, limit);
        let rest = &self.text.as_bytes()[at..limit];
        let behind = &rest[word.len..];
        match behind {
            [b'.', ..] if word.len > 1 => plain_token(at, word, rest, 0),
            [] | [0..=b'&' | b'('..=b',' | b'/'..=0x7f, ..] if word.len > 0 => {
                plain_token(at, word, rest, 0)
            }
            _ => match possessive_behind(behind) {
                Some(cut) if word.len > 0 => plain_token(at, word, rest, cut),
                _ => self.rare_token(at, limit),
            },
        }
    }

    /// The word at `at` read by characters: with hyphens, letters outside ASCII, "J.R.".
    fn rare_token(&mut self, at: usize, limit: usize) -> (Token, usize) {
        let text = self.text;
        let end = word_end(text, at, limit);
        let word = &text[at..end];
        let cut = possessive(word);
        let stem = &word[..word.len() - cut];
        work::read(2 * stem.len());
        // A full stop behind a possessive ending is the sentence's.
        let stop = cut == 0 && end < limit && text.as_bytes().get(end) == Some(&b'.');
        let (shape, stopped) = shape(stem, stop);
        self.fold.clear();
        fold_into(stem, &mut self.fold);
        self.fold.retain(|c| c != '.');
        let key = key(&self.fold);
        let class = LEXICON.class_of(key).and(former_title(&self.fold));
        let stopped = stopped || stop && is_abbreviated(stem.len(), class, shape != Shape::Caps);
        let span = Span::new(at, end - cut + usize::from(stopped));
        let after = if cut > 0 { end } else { span.end };
        let wordy = ENDINGS.end(&self.fold, LEAST);
        let small = stem
            .split_once('-')
            .is_some_and(|(_, tail)| tail.starts_with(|c: char| c.is_lowercase()));
        let syllables = small && is_in_syllables(&self.fold);
        let compound = small && !syllables;
        let head = self.fold.bytes().take(4).rev().fold(0, |head, b| head << 8 | u32::from(b));
        (
            Token {
                span,
                class,
                key,
                word: 0,
                head,
                shape,
                wordy,
                simple: false,
                syllables,
                compound,
            },
            after,
        )
    }

    /// Where a run goes on behind a nickname: its words are read as if they were particles.
    fn over_nickname(&mut self, at: usize, limit: usize, given: bool) -> Option<usize> {
        let (nickname, next) = nickname::behind(self.text, at, limit, given)?;
        let mut at = nickname.start;
        while at < nickname.end {
            let (token, after) = self.token(at, nickname.end);
            self.out.tokens.push(Token { shape: Shape::Particle, class: Class::PARTICLE, ..token });
            at = after_space(self.text, after, nickname.end).unwrap_or(nickname.end);
        }
        Some(next)
    }

    /// Where the next word of the run begins: one space on, with at most two particles between.
    fn follow(&mut self, at: usize, limit: usize) -> Option<usize> {
        let mut at = at;
        let particles = self.out.tokens.len();
        for _ in 0..3 {
            let start = after_space(self.text, at, limit)?;
            let c = self.text[start..limit].chars().next()?;
            if c.is_uppercase() || has_small_prefix(&self.text[start..limit]) {
                return Some(start);
            }
            if !may_be_particle(&self.text.as_bytes()[start..limit]) {
                break;
            }
            let (token, after) = self.token(start, limit);
            if !token.class.is(Class::PARTICLE) || after != token.span.end {
                break;
            }
            self.out.tokens.push(Token { shape: Shape::Particle, ..token });
            at = after;
        }
        self.out.tokens.truncate(particles);
        None
    }
}

/// What a word is known as; tables leave out the adverbs of words that they have: "clearly".
fn class(word: Letters, bytes: &[u8]) -> Class {
    let class = LEXICON.class_of(word.key);
    if class == Class::default() {
        if let Some(stem) = bytes.strip_suffix(b"ly") {
            let stem = LEXICON.class_of(Letters::read(stem).key);
            return if stem.is(Class::COMMON) { Class::COMMON } else { class };
        }
    }
    class
}

/// The token of the word of ASCII letters and digits at the head of `rest`, with `cut` bytes of a
/// possessive ending behind.
#[inline]
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
    let wordy = ENDINGS.end_tail(word.tail, word.len, LEAST);
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

/// "yeung-tat": two short words with a hyphen, the second no longer word of English.
fn is_in_syllables(folded: &str) -> bool {
    /// Bytes of the longest syllable as it is romanized, and of those that are English words too.
    const LONGEST: usize = 6;
    const EITHER: usize = 4;
    let Some((first, second)) = folded.split_once('-') else { return false };
    let class = LEXICON.class(second);
    let word = class.is(Class::COMMON.and(Class::ROLE)) && !class.is_given();
    first.len().max(second.len()) <= LONGEST
        && first.len().min(second.len()) > 1
        && (second.len() <= EITHER || !word)
}

/// False when the word at the head of `bytes` is known to be no particle by a first look.
fn may_be_particle(bytes: &[u8]) -> bool {
    let word = Letters::read(bytes);
    let plain = matches!(bytes.get(word.len), Some(b' ' | b',' | b'.'));
    !plain || LEXICON.class_of(word.key).is(Class::PARTICLE)
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
