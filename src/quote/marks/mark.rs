//! Single quotation marks: what is one at all, and whether it leans to open or to close.

use crate::quote::grammar::Small;
use crate::scan::blocks::Cursor;
use crate::scan::chars::{is_apostrophe, is_double_mark, is_single_mark};
use crate::scan::work;
use crate::span::Span;

/// Marks that can close each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Family {
    /// `"`, `''`, ` `` `, and the curly and low double marks.
    Double,
    /// `'`, a backtick, and the curly and low single marks.
    Single,
    /// The double angle marks.
    Angle,
    /// The single angle marks.
    SingleAngle,
}

/// What the shape of a mark and its neighbours say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaning {
    Opens,
    Closes,
    Either,
    /// Closes, unless it is the apostrophe of a plural possessive.
    Weak,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    pub span: Span,
    pub family: Family,
    pub leaning: Leaning,
    /// German low marks are closed by what opens elsewhere.
    pub low: bool,
}

/// True for the first byte of every mark, and of some other characters.
#[inline(always)]
fn may_be_mark(byte: u8) -> bool {
    (byte == b'"') | (byte == b'\'') | (byte == b'`') | (byte == 0xe2) | (byte == 0xc2)
}

/// The places of a page where marks may be, in order.
#[derive(Debug, Default)]
pub(crate) struct Places {
    cursor: Cursor,
    /// One that was found and not yet asked for.
    next: Option<usize>,
}

impl Places {
    /// The next place from `start` on, before `end`; neither ever goes back.
    #[inline]
    fn next(&mut self, text: &str, start: usize, end: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        loop {
            let next = self.next.take();
            let at = next.or_else(|| self.cursor.next(bytes, bytes.len(), may_be_mark))?;
            if at >= end {
                self.next = Some(at);
                return None;
            }
            if at >= start {
                return Some(at);
            }
        }
    }
}

/// The marks of one paragraph, apostrophes inside words left out.
pub(crate) fn collect(text: &str, paragraph: Span, places: &mut Places, marks: &mut Vec<Mark>) {
    marks.clear();
    let mut from = paragraph.start;
    // Inside the value of an attribute, in left-over markup: `href="..."`.
    let mut value = false;
    while let Some(at) = places.next(text, from, paragraph.end) {
        let behind = inside_word(&text.as_bytes()[paragraph.range()], at - paragraph.start);
        if let Some(behind) = behind {
            from = paragraph.start + behind;
            continue;
        }
        if text.as_bytes()[at] == b'"' && (value || text[paragraph.start..at].ends_with('=')) {
            value = !value;
            continue;
        }
        if let Some(mark) = mark_at(text, paragraph, at) {
            from = mark.span.end;
            marks.push(mark);
        }
    }
}

/// The end of an apostrophe at `at` between two letters or digits: the commonest mark, and none that
/// quotes.
#[inline]
fn inside_word(bytes: &[u8], at: usize) -> Option<usize> {
    let len = match bytes[at..] {
        [b'\'', ..] => 1,
        [0xe2, 0x80, 0x99, ..] => 3,
        _ => return None,
    };
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric();
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    (before.is_some_and(is_letter) && bytes.get(at + len).is_some_and(is_letter))
        .then_some(at + len)
}

fn mark_at(text: &str, paragraph: Span, at: usize) -> Option<Mark> {
    let rest = text.get(at..paragraph.end)?;
    let c = rest.chars().next()?;
    let before = &text[paragraph.start..at];
    let mut len = c.len_utf8();
    let (mut family, hint) = match c {
        '"' | '\u{201f}' => (Family::Double, None),
        '\u{201c}' | '\u{201e}' => (Family::Double, Some(Leaning::Opens)),
        '\u{201d}' => (Family::Double, Some(Leaning::Closes)),
        '\'' => (Family::Single, None),
        '`' | '\u{2018}' | '\u{201a}' | '\u{201b}' => (Family::Single, Some(Leaning::Opens)),
        '\u{2019}' => (Family::Single, Some(Leaning::Closes)),
        '\u{ab}' => (Family::Angle, Some(Leaning::Opens)),
        '\u{bb}' => (Family::Angle, Some(Leaning::Closes)),
        '\u{2039}' => (Family::SingleAngle, Some(Leaning::Opens)),
        '\u{203a}' => (Family::SingleAngle, Some(Leaning::Closes)),
        _ => return None,
    };
    if family == Family::Single && doubled(before, rest, c) {
        family = Family::Double;
        len *= 2;
    }
    let low = matches!(c, '\u{201e}' | '\u{201a}');
    let (left, right) = (before_mark(before), after_mark(&rest[len..]));
    let shape = Shape { left, right, after: &rest[len..], before };
    let leaning = lean(c, family, hint, shape)?;
    Some(Mark { span: Span::new(at, at + len), family, leaning, low })
}

/// Two single marks typed for a double one; of three, the outer two where there is white space.
fn doubled(before: &str, rest: &str, c: char) -> bool {
    let mut chars = rest.chars();
    chars.next();
    if chars.next() != Some(c) || (is_apostrophe(c) && is_clipped(chars.as_str())) {
        return false;
    }
    chars.next() != Some(c) || before_mark(before).map_or(true, is_gap)
}

/// What stands around a mark.
struct Shape<'a> {
    /// The nearest character before that is no mark; `None` at the paragraph's start.
    left: Option<char>,
    /// The nearest character after that is no mark; `None` at the paragraph's end.
    right: Option<char>,
    before: &'a str,
    after: &'a str,
}

fn lean(c: char, family: Family, hint: Option<Leaning>, shape: Shape<'_>) -> Option<Leaning> {
    let left_free = shape.left.map_or(true, |c| is_gap(c) || is_bracket(c));
    let right_free = shape.right.map_or(true, |c| is_gap(c) || is_stop(c));
    if family == Family::Single && is_apostrophe(c) {
        return lean_single(c, left_free, right_free, &shape);
    }
    let measure = matches!(c, '"' | '\u{201d}') && is_inch(shape.before);
    let markup = c == '"' && (shape.after.starts_with(['>', '=']) || shape.after.starts_with("/>"));
    if measure || markup {
        return None;
    }
    let seen = match (left_free, right_free) {
        (true, false) => Leaning::Opens,
        (false, true) => Leaning::Closes,
        _ => Leaning::Either,
    };
    Some(match (hint, seen) {
        (None, _) => seen,
        (Some(hint), Leaning::Either) => hint,
        (Some(_), _) => seen,
    })
}

/// An apostrophe or a single mark? Inside a word it is an apostrophe; before a word it opens, unless
/// the word is one that loses its first letters; after a word it closes if anything is open.
fn lean_single(c: char, left_free: bool, right_free: bool, shape: &Shape<'_>) -> Option<Leaning> {
    match (left_free, right_free) {
        // "He said ,'No'": no apostrophe follows a comma.
        (false, false) if matches!(shape.left, Some(',' | ':' | ';')) => Some(Leaning::Opens),
        (false, false) => None,
        (true, false) if c == '\u{2019}' || is_elided(shape.after) => None,
        (true, false) => Some(Leaning::Opens),
        (true, true) => Some(Leaning::Either),
        (false, true) => {
            Some(if may_be_possessive(shape) { Leaning::Weak } else { Leaning::Closes })
        }
    }
}

/// "the workers' union", "Marx' grave", "workin' late".
fn may_be_possessive(shape: &Shape<'_>) -> bool {
    let word = shape.before.ends_with(['s', 'S', 'x', 'z']) || shape.before.ends_with("in");
    // "It is my parents'," she said: the mark behind the comma is the one that closes.
    let mut after = shape.after.chars();
    let closed = after.next().is_some_and(is_stop) && after.next().is_some_and(is_apostrophe);
    let next = shape.after.trim_start();
    work::read(shape.after.len() - next.len());
    word && (closed || next.starts_with(char::is_alphanumeric))
}

/// A weak closer stays one only where no stronger closer comes before the next opening mark.
pub(crate) fn possessives(marks: &mut Vec<Mark>) {
    let mut stronger = false;
    for at in (0..marks.len()).rev() {
        if marks[at].family != Family::Single {
            continue;
        }
        match marks[at].leaning {
            Leaning::Opens => stronger = false,
            Leaning::Closes => stronger = true,
            Leaning::Weak if !stronger => marks[at].leaning = Leaning::Closes,
            Leaning::Weak | Leaning::Either => {}
        }
    }
    marks.retain(|m| m.leaning != Leaning::Weak);
}

/// Words that begin with an apostrophe: years, decades and clipped words.
fn is_elided(after: &str) -> bool {
    let word = first_word(after);
    (word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit())) || is_clipped(after)
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    work::read(end);
    &text[..end]
}

/// Decades and clipped words.
fn is_clipped(after: &str) -> bool {
    let word = first_word(after);
    let decade = word.strip_suffix('s').is_some_and(|w| w.len() == 2);
    if decade && word.starts_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    Small::Clipped.has(word)
}

/// Feet and inches: `6'2"`.
fn is_inch(before: &str) -> bool {
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    work::read(before.len() - digits.len());
    digits.len() < before.len() && digits.ends_with(['\'', '\u{2019}', '\u{2032}'])
}

/// White space and dashes: what may stand on the outer side of any mark.
fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{2013}' | '\u{2014}' | '\u{2026}' | '/' | '\u{200b}' | '\u{feff}')
}

/// Opening brackets may stand before an opening mark.
fn is_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{')
}

/// What may stand after a closing mark.
fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '-' | '*')
}

/// How many marks in a row are looked past: more are a flood, not text.
const RUN: usize = 4;

fn before_mark(before: &str) -> Option<char> {
    past_marks(before.chars().rev())
}

fn after_mark(after: &str) -> Option<char> {
    past_marks(after.chars())
}

fn past_marks(chars: impl Iterator<Item = char>) -> Option<char> {
    let read = |c: &char| work::read(c.len_utf8());
    chars.inspect(read).enumerate().find(|&(at, c)| !is_mark(c) || at + 1 == RUN).map(|(_, c)| c)
}

pub(crate) fn is_mark(c: char) -> bool {
    is_double_mark(c) || is_single_mark(c)
}

pub(crate) fn next_char(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}
