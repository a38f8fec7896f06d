//! Quotation marks: which are marks at all, and which belong together.
//!
//! A paragraph is read once from left to right with a stack of open marks. Each mark has a
//! [`Family`] and, from its shape and its neighbours, a leaning: to open, to close, or either. A mark
//! closes the nearest open one of its family; a mark that fits nothing is dropped alone and
//! unbalances nothing. An apostrophe is a single mark that never opens and has nothing to close.

use crate::page::Page;
use crate::scan::blocks;
use crate::scan::chars::is_apostrophe;
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

/// One pair of marks and what stands between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marked {
    /// From the opening mark to the closing one, both included.
    pub span: Span,
    /// What stands between them.
    pub inner: Span,
    /// What kind of marks.
    pub family: Family,
    /// Index of the paragraph.
    pub paragraph: usize,
    /// False when the closing mark is missing: then it ends with the paragraph.
    pub closed: bool,
    /// The pair around it.
    pub parent: Option<usize>,
    /// The quotation runs on: index of the pair that opens the next paragraph.
    pub next: Option<usize>,
}

/// What the shape of a mark and its neighbours say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leaning {
    Opens,
    Closes,
    Either,
    /// Closes, unless it is the apostrophe of a plural possessive.
    Weak,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    family: Family,
    leaning: Leaning,
    /// German low marks are closed by what opens elsewhere.
    low: bool,
}

/// All pairs of marks of a page, in the order of their opening marks. Linear.
pub(crate) fn pair(page: &Page<'_>, paragraphs: &[Span]) -> Vec<Marked> {
    let text = page.text();
    let mut pairer = Pairer { text, ..Pairer::default() };
    for (index, &paragraph) in paragraphs.iter().enumerate() {
        pairer.read(index, paragraph);
    }
    pairer.found
}

#[derive(Default)]
struct Pairer<'t> {
    text: &'t str,
    found: Vec<Marked>,
    /// Scratch: the marks of one paragraph.
    marks: Vec<Mark>,
    /// Scratch: the open ones, as indices into `marks`.
    open: Vec<usize>,
    /// How many of `open` are double, single, angle, single angle.
    count: [usize; 4],
    /// The pair that the paragraph before left open.
    runs_on: Option<usize>,
}

impl Pairer<'_> {
    fn read(&mut self, index: usize, paragraph: Span) {
        collect(self.text, paragraph, &mut self.marks);
        if self.marks.is_empty() {
            self.runs_on = None;
            return;
        }
        possessives(&mut self.marks);
        let first = self.found.len();
        for at in 0..self.marks.len() {
            self.step(at, index);
        }
        self.finish(index, paragraph, first);
        self.nest(first);
        self.carry(paragraph, first);
    }

    fn step(&mut self, at: usize, paragraph: usize) {
        let mark = self.marks[at];
        let closes = match mark.leaning {
            Leaning::Opens => self.closes_low(mark),
            Leaning::Closes | Leaning::Weak => !self.opens_after_all(at),
            Leaning::Either => self.count[mark.family as usize] > 0,
        };
        if closes {
            self.close(mark, paragraph);
        } else {
            self.count[mark.family as usize] += 1;
            self.open.push(at);
        }
    }

    /// A mark with a space on its wrong side: it seems to close, but nothing is open, and the next of
    /// its family closes too.
    fn opens_after_all(&self, at: usize) -> bool {
        let mark = self.marks[at];
        let odd = mark.family == Family::Double && self.count[mark.family as usize] == 0;
        let next = self.marks.get(at + 1);
        odd && next.is_some_and(|n| n.family == mark.family && n.leaning == Leaning::Closes)
    }

    /// „…“ ends with what opens elsewhere.
    fn closes_low(&self, mark: Mark) -> bool {
        let innermost = self.open.last().map(|&at| self.marks[at]);
        let right_free = next_char(self.text, mark.span.end).map_or(true, |c| !c.is_alphanumeric());
        right_free && innermost.is_some_and(|open| open.low && open.family == mark.family)
    }

    /// Closes the nearest open mark of the family. What is open inside it is dropped; a single mark
    /// reaches no further than the innermost, lest an apostrophe undo a double one.
    fn close(&mut self, mark: Mark, paragraph: usize) {
        if self.count[mark.family as usize] == 0 {
            return;
        }
        let single = mark.family == Family::Single;
        while let Some(&at) = self.open.last() {
            let open = self.marks[at];
            if open.family != mark.family && single {
                return;
            }
            self.open.pop();
            self.count[open.family as usize] -= 1;
            if open.family == mark.family {
                let inner = Span::new(open.span.end, mark.span.start);
                let span = Span::new(open.span.start, mark.span.end);
                self.push(span, inner, open.family, paragraph, true);
                return;
            }
        }
    }

    fn push(&mut self, span: Span, inner: Span, family: Family, paragraph: usize, closed: bool) {
        if self.text[inner].trim().is_empty() {
            return;
        }
        let pair = Marked { span, inner, family, paragraph, closed, parent: None, next: None };
        self.found.push(pair);
    }

    /// What is still open at the end of the paragraph: the outermost double mark counts when
    /// nothing of its kind follows it, all others are stray.
    fn finish(&mut self, index: usize, paragraph: Span, first: usize) {
        let left = self
            .open
            .iter()
            .map(|&at| self.marks[at])
            .find(|m| m.family != Family::Single || m.span.start == paragraph.start);
        if let Some(mark) = left {
            let later = self.found[first..]
                .iter()
                .any(|m| m.family == mark.family && m.span.start > mark.span.start);
            if !later {
                let inner = Span::new(mark.span.end, paragraph.end);
                let span = Span::new(mark.span.start, paragraph.end);
                self.push(span, inner, mark.family, index, false);
            }
        }
        self.open.clear();
        self.count = [0; 4];
    }

    /// Puts the pairs of the paragraph in order and tells each the pair around it.
    fn nest(&mut self, first: usize) {
        self.found[first..].sort_unstable_by_key(|m| (m.span.start, usize::MAX - m.span.end));
        let mut around: Vec<usize> = Vec::new();
        for at in first..self.found.len() {
            let span = self.found[at].span;
            while around.last().is_some_and(|&up| self.found[up].span.end < span.end) {
                around.pop();
            }
            self.found[at].parent = around.last().copied();
            around.push(at);
        }
    }

    /// Joins what the paragraph before left open to the mark that reopens it here.
    fn carry(&mut self, paragraph: Span, first: usize) {
        let reopens = (first < self.found.len() && self.found[first].span.start == paragraph.start)
            .then_some(first);
        if let (Some(before), Some(here)) = (self.runs_on, reopens) {
            if self.found[before].family == self.found[here].family {
                self.found[before].next = Some(here);
            }
        }
        self.runs_on = (first..self.found.len()).find(|&at| !self.found[at].closed);
    }
}

/// The marks of one paragraph, apostrophes inside words left out.
fn collect(text: &str, paragraph: Span, marks: &mut Vec<Mark>) {
    marks.clear();
    let test = |b: u8| (b == b'"') | (b == b'\'') | (b == b'`') | (b == 0xe2) | (b == 0xc2);
    let mut from = paragraph.start;
    for at in blocks::hits(text.as_bytes(), paragraph.start, paragraph.end, test) {
        if at < from {
            continue;
        }
        if let Some(mark) = mark_at(text, paragraph, at) {
            from = mark.span.end;
            marks.push(mark);
        }
    }
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
    let mut chars = rest.chars().skip(1);
    if chars.next() != Some(c) {
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
    if c == '"' && (is_inch(shape.before) || in_markup(&shape)) {
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
        (false, false) => None,
        (true, false) if c == '\u{2019}' || is_elided(shape.after) => None,
        (true, false) => Some(Leaning::Opens),
        (true, true) => None,
        (false, true) => {
            Some(if may_be_possessive(shape) { Leaning::Weak } else { Leaning::Closes })
        }
    }
}

/// "the workers' union", "Marx' grave", "workin' late".
fn may_be_possessive(shape: &Shape<'_>) -> bool {
    let word = shape.before.ends_with(['s', 'S', 'x', 'z']) || shape.before.ends_with("in");
    word && shape.after.trim_start().starts_with(char::is_alphanumeric)
}

/// A weak closer stays one only where no stronger closer comes before the next opening mark.
fn possessives(marks: &mut Vec<Mark>) {
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

/// Words that begin with an apostrophe: decades and clipped words.
fn is_elided(after: &str) -> bool {
    let end = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
    let word = &after[..end];
    let digits = word.trim_end_matches('s');
    if digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) {
        return true;
    }
    const CLIPPED: [&str; 12] =
        ["bout", "cause", "cos", "em", "er", "im", "n", "neath", "round", "til", "tis", "twas"];
    CLIPPED.contains(&word)
}

/// Feet and inches: `6'2"`.
fn is_inch(before: &str) -> bool {
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    digits.len() < before.len() && digits.ends_with(['\'', '\u{2019}', '\u{2032}'])
}

/// The value of an attribute in left-over markup: `href="..."`, `date="...">`.
fn in_markup(shape: &Shape<'_>) -> bool {
    shape.before.ends_with('=')
        || shape.after.starts_with(['>', '='])
        || shape.after.starts_with("/>")
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
    chars.enumerate().find(|&(at, c)| !is_mark(c) || at + 1 == RUN).map(|(_, c)| c)
}

fn is_mark(c: char) -> bool {
    crate::scan::chars::is_double_mark(c) || crate::scan::chars::is_single_mark(c)
}

fn next_char(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}
