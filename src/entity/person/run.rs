//! Runs of capitalised words, the raw material of names.

use super::lexicon::{Class, LEXICON};
use super::nickname;
use super::token::{token, Shape, Token};
use super::word::{after_space, has_small_prefix};
use crate::page::Page;
use crate::scan::capitals::{Capital, Capitals};
use crate::scan::chars::is_alphanumeric;
use crate::scan::letters::Letters;
use crate::scan::numbers::Numbers;
use crate::span::Span;

/// Longest run that is read as one: no name is longer, and a title-case heading is none.
const LONGEST: usize = 12;

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
        let few = capitals.len() + capitals.len() / 8;
        let (tokens, runs) = (Vec::with_capacity(few), Vec::with_capacity(capitals.len()));
        let out = Runs { tokens, runs, words: Numbers::with_room(capitals.len() / 2) };
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
        self.text[at..].chars().next().is_some_and(char::is_uppercase)
            && !self.text[from..at].chars().next_back().is_some_and(is_alphanumeric)
    }

    /// Reads the run that begins at `at`, and returns where to go on.
    fn run(&mut self, at: usize, limit: usize) -> usize {
        let first = self.out.tokens.len();
        let mut next = Some(at);
        let mut end = at;
        while let Some(at) = next.filter(|_| self.out.tokens.len() - first < LONGEST) {
            end = self.token(at, limit);
            let [known @ .., token] = &mut self.out.tokens[first..] else { break };
            let mut open = end == token.span.end;
            if token.class.is(Class::RANK) && self.text[token.span].ends_with('.') {
                // "William Barr. He left": a surname, and the end of a sentence.
                if known.iter().any(|t| !t.class.is_title()) {
                    token.span.end -= 1;
                    open = false;
                }
            }
            let class = token.class;
            next = if open { self.follow(end, limit) } else { None };
            if open && next.is_none() && (class.is_given() || class == Class::default()) {
                next = self.over_nickname(end, limit, class.is_given());
            }
        }
        for token in &mut self.out.tokens[first..] {
            token.word = self.out.words.number(token.key);
        }
        self.out.runs.push(Run { first, last: self.out.tokens.len() });
        end
    }

    /// Adds the word at `at`, and says where reading goes on: behind a possessive ending, if it has
    /// one.
    fn token(&mut self, at: usize, limit: usize) -> usize {
        let word = self.letters(at, limit);
        let (token, after) = token(self.text, Span::new(at, limit), word, &mut self.fold);
        self.out.tokens.push(token);
        after
    }

    /// Where a run goes on behind a nickname: its words are read as if they were particles.
    fn over_nickname(&mut self, at: usize, limit: usize, given: bool) -> Option<usize> {
        let (nickname, next) = nickname::behind(self.text, at, limit, given)?;
        let mut at = nickname.start;
        while at < nickname.end {
            let after = self.token(at, nickname.end);
            if let Some(token) = self.out.tokens.last_mut() {
                (token.shape, token.class) = (Shape::Particle, Class::PARTICLE);
            }
            at = after_space(self.text, after, nickname.end).unwrap_or(nickname.end);
        }
        Some(next)
    }

    /// True when a given name ends a line that was filled by hand: "… cautious. Inês⏎Carvalho, who".
    fn fills_line(&self, end: usize) -> bool {
        /// Bytes of such a line, at least.
        const FILLED: usize = 48;
        let given = self.out.tokens.last().is_some_and(|t| t.class.is_surely_given());
        let line = end.checked_sub(FILLED).and_then(|from| self.text.as_bytes().get(from..end));
        given && line.is_some_and(|line| !line.contains(&b'\n'))
    }

    /// Where the next word of the run begins: one space on, with at most two particles between.
    #[inline]
    fn follow(&mut self, at: usize, limit: usize) -> Option<usize> {
        match self.text.as_bytes()[at..limit] {
            [b' ', b'A'..=b'Z', ..] => Some(at + 1),
            [b'\n', b'A'..=b'Z', ..] if self.fills_line(at) => Some(at + 1),
            [b'\r', b'\n', b'A'..=b'Z', ..] if self.fills_line(at) => Some(at + 2),
            [b' ', b'a'..=b'z', ..] if !may_join(&self.text.as_bytes()[at + 1..limit]) => None,
            [] | [0..=0x1f | b'!'..=0x7f, ..] => None,
            _ => self.follow_particles(at, limit),
        }
    }

    fn follow_particles(&mut self, at: usize, limit: usize) -> Option<usize> {
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
            at = self.token(start, limit);
            let token = self.out.tokens.last_mut();
            let particle = |t: &&mut Token| t.class.is(Class::PARTICLE) && t.span.end == at;
            let Some(token) = token.filter(particle) else { break };
            token.shape = Shape::Particle;
        }
        self.out.tokens.truncate(particles);
        None
    }
}

/// False of most words by their first bytes: those of no particle, and no joint in a prefix: "al-".
fn may_join(word: &[u8]) -> bool {
    /// Bytes of the longest particle.
    const LONGEST: usize = 5;
    let joint = |b: &u8| matches!(b, b'-' | b'\'' | b'.' | 0x80..);
    LEXICON.begins_particle(word) || word.iter().take(LONGEST).any(joint)
}

/// False when the word at the head of `bytes` is known to be no particle by a first look.
fn may_be_particle(bytes: &[u8]) -> bool {
    let word = Letters::read(bytes);
    let plain = matches!(bytes.get(word.len), Some(b' ' | b',' | b'.'));
    !plain || LEXICON.class_of(word.key).is(Class::PARTICLE)
}
