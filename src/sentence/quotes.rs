//! What closes with a candidate, for which quotation marks in front of it are counted: only where a
//! decision asks, and each byte once.

use super::marks::{citations, closers, superscript, Run};
use super::view::View;
use crate::scan::blocks::Cursor;
use crate::scan::work;

/// The marks counted since the start of the paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quotes {
    upto: usize,
    inside: bool,
    lone: Lone,
}

/// Single marks between spaces.
#[derive(Clone, Copy, Debug, Default)]
struct Lone {
    upto: usize,
    count: usize,
}

impl Quotes {
    /// The state at the start of a paragraph.
    pub(super) fn from(upto: usize) -> Quotes {
        Quotes { upto, inside: false, lone: Lone { upto, count: 0 } }
    }

    /// The end of all that closes with the run: quotation marks, brackets, citations.
    #[inline]
    pub(super) fn closing(&mut self, view: &View<'_>, run: Run) -> usize {
        let next = view.byte(run.end);
        if next == b' ' && view.byte(run.end + 1).is_ascii_alphanumeric() {
            return run.end;
        }
        if next.is_ascii_digit() {
            return superscript(view, run).unwrap_or(run.end);
        }
        let mut end = closers(view, run.end);
        if end > run.end && view.char(end).is_some_and(char::is_alphanumeric) {
            end = self.undo_opening(view, run.end, end);
        }
        end = self.spaced_closer(view, end);
        citations(view, end)
    }

    /// Of marks that stand between a terminator and a letter (`said."Bars`) the last may open: a
    /// straight one does when no quotation is open in front of it.
    fn undo_opening(&mut self, view: &View<'_>, run_end: usize, end: usize) -> usize {
        let last = end - 1;
        match view.byte(last) {
            b'"' if !self.is_open(view, last) => last,
            b'`' if last == run_end => last,
            b'\'' if last == run_end && !is_single_open(view, last) => last,
            _ => end,
        }
    }

    /// A closing mark behind a space belongs to the sentence it closes: `. ”`, `. "` when a
    /// quotation is open.
    #[inline]
    fn spaced_closer(&mut self, view: &View<'_>, end: usize) -> usize {
        let space = view.space_len(end);
        if space == 0 {
            return end;
        }
        let at = end + space;
        let Some(mark) = view.char(at) else { return end };
        let behind = at + mark.len_utf8();
        let open = view.char(behind).is_some_and(|c| c.is_alphanumeric() || c == '\u{2026}');
        let closing = match mark {
            ')' | ']' | '\u{201d}' | '\u{bb}' => true,
            '"' if !open => self.is_open(view, at),
            '\'' if view.space_len(behind) > 0 => self.is_lone_open(view, at),
            '\'' if view.byte(behind) == b'\'' && view.space_len(behind + 1) > 0 => {
                return if self.is_lone_open(view, at) { behind + 1 } else { end };
            }
            _ => false,
        };
        if closing {
            behind
        } else {
            end
        }
    }

    /// True when a quotation is open in front of `at`.
    pub(super) fn is_open(&mut self, view: &View<'_>, at: usize) -> bool {
        let bytes = view.bytes();
        let mut cursor = Cursor::new(self.upto);
        let mark = |b: u8| (b == b'"') | (b == 0x9c) | (b == 0x9d);
        while let Some(found) = cursor.next(bytes, at, mark) {
            match bytes[found] {
                b'"' => self.inside = !self.inside,
                last if bytes[..found].ends_with(&[0xe2, 0x80]) => self.inside = last == 0x9c,
                _ => {}
            }
        }
        self.upto = self.upto.max(at);
        self.inside
    }

    /// True when a single mark between spaces, or two, at `at` closes: the text is one whose marks all
    /// stand apart, and there every other one closes.
    fn is_lone_open(&mut self, view: &View<'_>, at: usize) -> bool {
        let lone = &mut self.lone;
        let mut cursor = Cursor::new(lone.upto);
        while let Some(found) = cursor.next(view.bytes(), at, |b| b == b'\'') {
            let front = found - view.space_len_before(found);
            let behind = found + 1 + usize::from(view.byte(found + 1) == b'\'');
            let begins = matches!(view.byte_before(found), 0 | b'\n');
            let alone = (begins || front < found) && view.space_len(behind) > 0;
            // The first closes a quotation begun elsewhere when it stands behind an end.
            let closes = lone.count == 0 && matches!(view.byte_before(front), b'.' | b'?' | b'!');
            lone.count += usize::from(alone) + usize::from(alone && closes);
        }
        lone.upto = lone.upto.max(at);
        lone.count == 0 || lone.count % 2 == 1
    }
}

/// True when the nearest single mark in front of `at` opens.
fn is_single_open(view: &View<'_>, at: usize) -> bool {
    /// How far a quotation is looked for.
    const REACH: usize = 256;
    let from = view.region.start.max(at.saturating_sub(REACH));
    let front = &view.bytes()[from..at];
    let is_inner =
        |i: usize| front[i - 1].is_ascii_alphanumeric() && front[i + 1].is_ascii_alphanumeric();
    let mut inner = 1..front.len().saturating_sub(1);
    let nearest = inner.rfind(|&i| front[i] == b'\'' && !is_inner(i));
    work::read(front.len() - nearest.unwrap_or(0));
    nearest.is_some_and(|i| front[i + 1].is_ascii_alphanumeric())
}
