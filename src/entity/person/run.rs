//! Runs of capitalised words, the raw material of names.

use super::lexicon::{Class, LEXICON};
use super::nickname;
use super::token::{token, Shape, Token};
use super::word::{after_space, has_small_prefix};
use crate::page::Page;
use crate::scan::capitals::{Capital, Capitals};
use crate::scan::letters::Letters;
use crate::scan::numbers::Numbers;
use crate::span::Span;

/// Longest run that is read as one: no name is longer, and a title-case heading is none.
const LONGEST: usize = 12;

/// Names of a short page.
const FEW: usize = 128;

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
        token(self.text, Span::new(at, limit), word, &mut self.fold)
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

/// False when the word at the head of `bytes` is known to be no particle by a first look.
fn may_be_particle(bytes: &[u8]) -> bool {
    let word = Letters::read(bytes);
    let plain = matches!(bytes.get(word.len), Some(b' ' | b',' | b'.'));
    !plain || LEXICON.class_of(word.key).is(Class::PARTICLE)
}
