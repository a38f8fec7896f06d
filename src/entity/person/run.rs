//! Runs of capitalised words, the raw material of names.

use super::lexicon::{Class, LEXICON};
use crate::page::Page;
use crate::scan::blocks;
use crate::scan::chars::is_apostrophe;
use crate::scan::fold::fold_into;
use crate::span::Span;

/// Longest run that is read as one: no name is longer, and a title-case heading is none.
const LONGEST: usize = 12;

/// Endings of English nouns and adjectives that hardly a surname has.
const ENDINGS: [&str; 14] = [
    "tion", "sion", "ment", "ness", "ity", "ism", "ics", "ing", "ional", "ative", "ous", "able",
    "ence", "ology",
];

/// One capitalised word, or a particle between two.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// The word, without a possessive ending and without the full stop of an initial.
    pub span: Span,
    pub class: Class,
    /// Hash of the folded word: the same for "Herrán" and "Herran".
    pub key: u64,
    pub shape: Shape,
    /// Ends as nouns and adjectives do: "-tion", "-ing".
    pub wordy: bool,
    /// "Yeung-tat": a hyphen, and lower case behind it.
    pub syllables: bool,
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
}

impl Runs {
    /// One pass over the regions of a page.
    pub(crate) fn read(page: &Page<'_>) -> Runs {
        let mut reader = Reader { text: page.text(), out: Runs::default(), fold: String::new() };
        for region in page.regions() {
            reader.region(*region);
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
    fold: String,
}

impl Reader<'_> {
    fn region(&mut self, region: Span) {
        let bytes = self.text.as_bytes();
        let mut done = region.start;
        // Capitals of ASCII, and the lead bytes of Latin-1, Latin Extended, Greek and Cyrillic.
        let starts = blocks::hits(bytes, region.start, region.end, |b| {
            (b.wrapping_sub(b'A') < 26) | (b.wrapping_sub(0xc3) < 0x11)
        });
        for at in starts {
            if at >= done && self.begins_name(at, region.start) {
                done = self.run(at, region.end);
            }
        }
    }

    /// A capital with no letter or digit before it.
    fn begins_name(&self, at: usize, from: usize) -> bool {
        let before = match self.text.as_bytes()[from..at].last() {
            Some(b) if b.is_ascii() => b.is_ascii_alphanumeric(),
            Some(_) => self.text[from..at].chars().next_back().is_some_and(char::is_alphanumeric),
            None => false,
        };
        !before && self.text[at..].chars().next().is_some_and(char::is_uppercase)
    }

    /// Reads the run that begins at `at`, and returns where to go on.
    fn run(&mut self, at: usize, limit: usize) -> usize {
        let first = self.out.tokens.len();
        let mut next = Some(at);
        let mut end = at;
        while let Some(at) = next.filter(|_| self.out.tokens.len() - first < LONGEST) {
            let (token, after) = self.token(at, limit);
            end = after;
            let open = after == token.span.end;
            self.out.tokens.push(token);
            next = if open { self.follow(after, limit) } else { None };
        }
        self.out.runs.push(Run { first, last: self.out.tokens.len() });
        end
    }

    /// The word at `at`, and where reading goes on: behind a possessive ending, if it has one.
    fn token(&mut self, at: usize, limit: usize) -> (Token, usize) {
        let text = self.text;
        let end = word_end(text, at, limit);
        let word = &text[at..end];
        let cut = possessive(word);
        let stem = &word[..word.len() - cut];
        // A full stop behind a possessive ending is the sentence's.
        let stop = cut == 0 && end < limit && text.as_bytes().get(end) == Some(&b'.');
        let (shape, stopped) = shape(stem, stop);
        self.fold.clear();
        fold_into(stem, &mut self.fold);
        self.fold.retain(|c| c != '.');
        let class = LEXICON.class(&self.fold);
        let stopped = stopped || stop && is_abbreviated(stem, class);
        let span = Span::new(at, end - cut + usize::from(stopped));
        let after = if cut > 0 { end } else { span.end };
        let wordy = ENDINGS.iter().any(|e| self.fold.len() > e.len() + 2 && self.fold.ends_with(e));
        let syllables = stem
            .split_once('-')
            .is_some_and(|(_, tail)| tail.starts_with(|c: char| c.is_lowercase()));
        (Token { span, class, key: key(&self.fold), shape, wordy, syllables }, after)
    }

    /// Where the next word of the run begins: one space on, with at most two particles between.
    fn follow(&mut self, at: usize, limit: usize) -> Option<usize> {
        let mut at = at;
        let particles = self.out.tokens.len();
        for _ in 0..3 {
            let start = after_space(self.text, at, limit)?;
            let c = self.text[start..limit].chars().next()?;
            if c.is_uppercase() {
                return Some(start);
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

/// The byte behind one space or no-break space.
fn after_space(text: &str, at: usize, limit: usize) -> Option<usize> {
    let mut chars = text[at..limit].chars();
    let space = chars.next().filter(|&c| c == ' ' || c == '\u{a0}')?;
    Some(at + space.len_utf8())
}

/// Letters, digits, and apostrophes, hyphens and full stops between two of them.
fn word_end(text: &str, at: usize, limit: usize) -> usize {
    let mut end = at;
    let mut chars = text[at..limit].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let next = chars.peek().map(|p| p.1);
        let joins = (is_apostrophe(c) || c == '-') && next.is_some_and(char::is_alphanumeric);
        // "J.R." is one word; "end.The" is two.
        let dotted = c == '.'
            && next.is_some_and(char::is_uppercase)
            && text[at..at + offset].chars().rev().nth(1).map_or(true, |c| c == '.');
        if !(c.is_alphanumeric() || joins || dotted || ('\u{300}'..='\u{36f}').contains(&c)) {
            break;
        }
        end = at + offset + c.len_utf8();
    }
    end
}

/// Bytes of a possessive ending: "'s", "’s".
fn possessive(word: &str) -> usize {
    ["'s", "\u{2019}s", "'S", "\u{2019}S"]
        .iter()
        .find(|s| word.ends_with(**s))
        .map_or(0, |s| s.len())
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
fn is_abbreviated(word: &str, class: Class) -> bool {
    word.len() <= 5 && (class.is_title() || class.is(Class::SUFFIX))
}

/// FNV-1a: words are short, and the table behind needs no more.
pub(crate) fn key(folded: &str) -> u64 {
    folded.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
