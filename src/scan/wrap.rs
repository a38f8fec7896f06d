//! Pages whose paragraphs were wrapped: lines filled up to one width.
//!
//! A line end inside a paragraph says at which widths the paragraph may have been wrapped: at no fewer
//! characters than the line has, and at fewer than it would have with the first word of the next line.
//! In a page that was wrapped nearly all line ends agree on one width, and most lines begin with a small
//! letter.

use super::lines::lines_of;
use super::work;
use crate::page::{ceil_boundary, floor_boundary, Page};
use crate::span::Span;

/// Bytes of a page from which its layout is judged.
const SAMPLE: usize = 64 * 1024;
/// Characters of a line that was wrapped, at most.
const WIDEST: usize = 120;
/// No page is wrapped at fewer characters: short lines that happen to be as long are a list.
const NARROWEST: usize = 40;
/// Characters of the words of prose, at most, as a mean of a line.
const LONG_WORD: usize = 12;
/// Bytes that a line of so many characters has at most.
const LONGEST: usize = 4 * WIDEST;

/// How the paragraphs of a page were wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wrap {
    width: usize,
}

impl Wrap {
    /// How the paragraphs of a page were wrapped; `None` when they were not.
    ///
    /// Reads at most the first 64 KB, as the others do.
    pub(crate) fn of(page: &Page<'_>) -> Option<Wrap> {
        Wrap::of_pieces(page.text(), page.regions().iter().map(|&region| (region, true)), 1)
    }

    /// The same of pieces of a text, of each of which is known whether a paragraph ends with it.
    pub(crate) fn of_pieces(
        text: &str,
        pieces: impl Iterator<Item = (Span, bool)> + Clone,
        least: i32,
    ) -> Option<Wrap> {
        let lines = pieces.flat_map(|(piece, ended)| {
            let blank = ended.then_some(Span::new(piece.end, piece.end));
            lines_of(text, piece).chain(blank)
        });
        let mut blank = true;
        let lines = lines.filter_map(move |line| {
            let joined = !std::mem::replace(&mut blank, text[line].trim_start().is_empty());
            (!blank).then_some((line, joined))
        });
        Wrap::of_lines(text, lines, least)
    }

    /// The same of lines that are not blank, of each of which is known whether it follows the one before
    /// without a blank line between them.
    pub(crate) fn of_lines(
        text: &str,
        lines: impl Iterator<Item = (Span, bool)> + Clone,
        least: i32,
    ) -> Option<Wrap> {
        let mut read = 0;
        let lines = lines.take_while(move |(line, _)| {
            read += line.len() + 1;
            read <= SAMPLE
        });
        if !may_wrap(text, lines.clone()) {
            return None;
        }
        let mut ballot = Ballot::default();
        let mut before: Option<Line> = None;
        for (span, joined) in lines {
            let line = Line::read(text, span);
            if let Some(before) = before {
                ballot.count(before, joined.then_some(line.opening));
            }
            before = Some(line);
        }
        if let Some(last) = before {
            ballot.count(last, None);
        }
        ballot.width(least).map(|width| Wrap { width })
    }

    /// Whether `line` goes on in the `next` one, which follows it without a blank line between them.
    pub(crate) fn goes_on(self, text: &str, line: Span, next: Span) -> bool {
        let opening = Opening::of(text, next);
        self.is_filled(length(text, line), opening.word)
            && opening.continues(Opening::of(text, line))
    }

    /// Whether a line of `len` characters has no room for a word.
    fn is_filled(self, len: usize, word: usize) -> bool {
        /// Room that a wrapping program may leave at the end of a line.
        const SLACK: usize = 3;
        len + 1 + word + SLACK > self.width && len <= self.width + SLACK
    }
}

/// False of most pages that were not wrapped, by the lengths of lines in bytes and their first letters.
fn may_wrap(text: &str, lines: impl Iterator<Item = (Span, bool)>) -> bool {
    let (mut joints, mut lower, mut before) = (0, 0, 0);
    for (span, joined) in lines {
        if joined && (NARROWEST..=LONGEST).contains(&before) {
            joints += 1;
            lower += usize::from(Opening::of(text, span).lower);
        }
        before = span.len();
    }
    lower > 0 && lower * 4 >= joints
}

/// What counts of a line.
#[derive(Clone, Copy, Debug)]
struct Line {
    len: usize,
    /// It has as many words as lines of prose have.
    worded: bool,
    opening: Opening,
}

impl Line {
    fn read(text: &str, span: Span) -> Line {
        let len = length(text, span);
        let bytes = text.as_bytes()[span.range()].iter().take(LONGEST);
        // The last byte of a no-break space is counted for it.
        let spaces = bytes.filter(|b| matches!(b, b' ' | 0xa0)).count();
        Line { len, worded: spaces * LONG_WORD >= len, opening: Opening::of(text, span) }
    }
}

/// Characters of a line, white space at its end left out; at most one more than a wrapped line has.
fn length(text: &str, line: Span) -> usize {
    if line.len() > LONGEST {
        return WIDEST + 1;
    }
    work::read(line.len());
    chars(text[line].trim_end()).min(WIDEST + 1)
}

fn chars(text: &str) -> usize {
    text.bytes().filter(|b| b & 0xc0 != 0x80).count()
}

/// The line of a region that ends at `at`, as far as it matters.
pub(crate) fn line_before(text: &str, region: Span, at: usize) -> Span {
    let from = ceil_boundary(text, region.start.max(at.saturating_sub(LONGEST + 4)));
    let before = &text.as_bytes()[from..at];
    let len = before.iter().rev().take_while(|b| **b != b'\n').count();
    work::read(len);
    Span::new(at - len, at)
}

/// How a line begins.
#[derive(Clone, Copy, Debug)]
struct Opening {
    /// Bytes of white space ahead of the first word.
    indent: usize,
    /// Characters of the first word.
    word: usize,
    /// Where what stands behind the mark of a list begins, if the line opens with one.
    hang: usize,
    /// The first letter is a small one, and of no mark of a list.
    lower: bool,
    /// The line opens with a mark that is no word: an item of a list, a heading, a quoted mail.
    bullet: bool,
}

impl Opening {
    fn of(text: &str, line: Span) -> Opening {
        let near = Span::new(line.start, floor_boundary(text, line.end.min(line.start + LONGEST)));
        let body = text[near].trim_start();
        let word = body.split(char::is_whitespace).next().unwrap_or_default();
        let (indent, bytes) = (near.len() - body.len(), word.as_bytes());
        work::read(indent + word.len());
        let marked = is_marker(bytes);
        Opening {
            indent,
            word: chars(word),
            hang: if marked { indent + word.len() + 1 } else { indent },
            lower: !marked && bytes.first().is_some_and(u8::is_ascii_lowercase),
            bullet: matches!(
                bytes,
                [b'-' | b'*' | b'#' | b'>' | b'+', ..] | [0xe2, 0x80, 0xa2, ..]
            ),
        }
    }

    /// False when the line begins an item of a list, or is set in as the first line of a paragraph.
    fn continues(self, before: Opening) -> bool {
        !self.bullet && self.indent <= before.hang
    }
}

/// A mark ahead of an item of a list: "-", "2.", "b)".
fn is_marker(word: &[u8]) -> bool {
    match word {
        [_] | [0xe2, 0x80, 0xa2] => !word[0].is_ascii_alphanumeric(),
        [number @ .., b'.'] => number.len() < 3 && number.iter().all(u8::is_ascii_digit),
        [.., b')'] => word.len() < 5,
        _ => false,
    }
}

/// What line ends say of the width.
#[derive(Debug)]
struct Ballot {
    /// By length, lines that others follow without a blank line between them.
    joined: [u32; WIDEST + 2],
    /// By length, all other lines.
    apart: [u32; WIDEST + 2],
    /// By length, lines that others follow with a small letter.
    small: [i32; WIDEST + 2],
    /// By width, line ends that may come of wrapping at it: one more than at the width before.
    votes: [i32; WIDEST + 2],
    /// Those of them before a small letter.
    lower: [i32; WIDEST + 2],
}

impl Default for Ballot {
    fn default() -> Ballot {
        Ballot {
            joined: [0; WIDEST + 2],
            apart: [0; WIDEST + 2],
            small: [0; WIDEST + 2],
            votes: [0; WIDEST + 2],
            lower: [0; WIDEST + 2],
        }
    }
}

impl Ballot {
    /// Counts a line, and how the next begins when no blank line stands between them.
    fn count(&mut self, line: Line, next: Option<Opening>) {
        let joined = |next: &Opening| line.worded && next.continues(line.opening);
        let Some(next) = next.filter(joined) else {
            self.apart[line.len] += 1;
            return;
        };
        self.joined[line.len] += 1;
        self.small[line.len] += i32::from(next.lower);
        let behind = (line.len + 1 + next.word).min(WIDEST + 1);
        self.votes[line.len] += 1;
        self.votes[behind] -= 1;
        self.lower[line.len] += i32::from(next.lower);
        self.lower[behind] -= i32::from(next.lower);
    }

    /// The width that most line ends allow, if half of the lines that are not short do, four in five of
    /// those that go on with a small letter, and these are one in four.
    fn width(&self, least: i32) -> Option<usize> {
        let (mut votes, mut lower, mut best) = (0, 0, (0, 0, 0));
        for width in 0..=WIDEST {
            votes += self.votes[width];
            lower += self.lower[width];
            if width >= NARROWEST && votes > best.0 {
                best = (votes, lower, width);
            }
        }
        let (votes, lower, width) = best;
        let not_short: u32 = self.joined[width / 2..].iter().sum();
        let wider: u32 = self.apart[width + 1..].iter().sum();
        let small: i32 = self.small[width / 2..].iter().sum();
        let most = i64::from(votes) * 2 >= i64::from(not_short + wider);
        let wrapped = most && lower * 5 >= small * 4 && lower * 4 >= votes;
        (votes >= least && wrapped).then_some(width)
    }
}
