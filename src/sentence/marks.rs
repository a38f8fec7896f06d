//! The marks of a candidate: the run of terminators, and what closes with it.

use super::view::{closes, is_zero_width, View};

/// The marks of a candidate, as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Stop,
    Question,
    Exclamation,
    Ellipsis,
}

/// A run of marks: `.`, `?!`, `. . .`, `…`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) mark: Mark,
}

/// Terminators outside ASCII: full stops and question marks of other scripts.
pub(super) fn foreign_mark(c: char) -> Option<Mark> {
    Some(match c {
        '\u{2026}' => Mark::Ellipsis,
        '\u{3002}' | '\u{ff0e}' | '\u{ff61}' | '\u{964}' | '\u{965}' | '\u{6d4}' | '\u{589}'
        | '\u{1362}' | '\u{104b}' => Mark::Stop,
        '\u{ff1f}' | '\u{61f}' => Mark::Question,
        '\u{ff01}' => Mark::Exclamation,
        _ => return None,
    })
}

/// The run of marks that begins at `at`, the first of which is `mark` and `len` bytes long.
#[inline]
pub(super) fn run(view: &View<'_>, at: usize, mark: Mark, len: usize) -> Run {
    let mut run = Run { start: at, end: at + len, mark };
    // Most stops stand alone: a letter or a space and a letter follow.
    let behind = run.end + usize::from(view.byte(run.end) == b' ');
    if view.byte(behind).is_ascii_alphanumeric() {
        return run;
    }
    while let Some((mark, end)) = next_mark(view, run.end) {
        if run.end == at + 1 && run.mark == Mark::Stop && is_omission(view, at, run.end) {
            break;
        }
        run.mark = match (run.mark, mark) {
            (Mark::Question, _) | (_, Mark::Question) => Mark::Question,
            (Mark::Exclamation, _) | (_, Mark::Exclamation) => Mark::Exclamation,
            _ => Mark::Ellipsis,
        };
        run.end = end;
    }
    run
}

/// `word. ...` and `word. . . .`: a full stop, and then an omission that opens the next sentence.
fn is_omission(view: &View<'_>, at: usize, end: usize) -> bool {
    let first = end + view.space_len(end);
    let dots = |at: usize| view.bytes().get(at..).is_some_and(|rest| rest.starts_with(b"..."));
    let solid = first > end && (dots(first) || view.char(first) == Some('…'));
    (solid || first > end && is_spaced_omission(view, first)) && view.space_len_before(at) == 0
}

/// `. . . The`
fn is_spaced_omission(view: &View<'_>, mut at: usize) -> bool {
    for _ in 0..3 {
        let space = view.space_len(at + 1);
        if view.byte(at) != b'.' || space == 0 {
            return false;
        }
        at += 1 + space;
    }
    view.byte(at).is_ascii_uppercase()
}

/// The mark that goes on with a run that ends at `end`: adjacent, or behind one space when no word
/// is attached to it.
#[inline]
fn next_mark(view: &View<'_>, end: usize) -> Option<(Mark, usize)> {
    let space = view.space_len(end);
    let c = view.char(end + space)?;
    let mark = match c {
        '.' => Mark::Stop,
        '?' => Mark::Question,
        '!' => Mark::Exclamation,
        c if c.is_ascii() => return None,
        c => foreign_mark(c)?,
    };
    let next = end + space + c.len_utf8();
    let attached = view.char(next).is_some_and(char::is_alphanumeric);
    (space == 0 || !attached).then_some((mark, next))
}

/// True for `.` after `)` and the like: marks that belong to what they stand behind.
#[inline]
fn is_citation(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b',' | b'-' | b' ' | b':') || byte >= 0x80
}

/// The end of the citations (`[3]`, `[a]`, ` [12]`) that stand at `at`.
#[inline]
pub(super) fn citations(view: &View<'_>, mut at: usize) -> usize {
    /// Longest content: `citation needed`.
    const LONGEST: usize = 16;
    loop {
        let open = at + view.space_len(at);
        if view.byte(open) != b'[' {
            return at;
        }
        if let Some(end) = omission(view, open) {
            return end;
        }
        let rest = view.bytes().get(open + 1..).unwrap_or_default();
        let len = rest.iter().take(LONGEST).take_while(|b| is_citation(**b)).count();
        let number = rest.first().is_some_and(u8::is_ascii_digit);
        let letter = len == 1 && rest[0].is_ascii_lowercase();
        let named = rest.starts_with(b"citation") || rest.starts_with(b"note ");
        if rest.get(len) != Some(&b']') || !(number || letter || named) {
            return at;
        }
        at = open + len + 2;
    }
}

/// The end of an omission in brackets that ends its line: `for all! [...]`.
fn omission(view: &View<'_>, open: usize) -> Option<usize> {
    let rest = view.bytes().get(open..)?;
    let marks = ["[...]", "[…]"];
    let len = marks.iter().find(|m| rest.starts_with(m.as_bytes()))?.len();
    let next = view.skip_spaces(open + len);
    (next >= view.region.end || view.line_end_len(next) > 0).then_some(open + len)
}

/// The end of a superscript reference that lost its raising: `innovation.23 Later`.
#[inline]
pub(super) fn superscript(view: &View<'_>, run: Run) -> Option<usize> {
    let rest = view.bytes().get(run.end..).unwrap_or_default();
    let len = rest.iter().take(4).take_while(|b| b.is_ascii_digit()).count();
    let after = run.end + len;
    let word = matches!(view.byte_before(run.start), b'a'..=b'z' | b')');
    let fits = (1..=3).contains(&len) && word && view.space_len(after) > 0;
    let next = view.skip_spaces(after);
    (fits && view.byte(next).is_ascii_uppercase()).then_some(after)
}

/// The end of the marks that close with the run, when nothing is doubtful about them.
#[inline]
pub(super) fn closers(view: &View<'_>, mut at: usize) -> usize {
    loop {
        match view.byte(at) {
            b'"' | b'\'' | b'`' | b')' | b']' | b'}' => at += 1,
            0..=0x7f => return at,
            _ => match view.char(at) {
                Some(c) if closes(c) || is_zero_width(c) => at += c.len_utf8(),
                _ => return at,
            },
        }
    }
}
