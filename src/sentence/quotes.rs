//! Quotation marks in front of a place, counted only where a decision asks, and each byte once.

use super::view::View;
use crate::scan::blocks::Cursor;

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
    pub(super) fn is_lone_open(&mut self, view: &View<'_>, at: usize) -> bool {
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
pub(super) fn is_single_open(view: &View<'_>, at: usize) -> bool {
    /// How far a quotation is looked for.
    const REACH: usize = 256;
    let from = view.region.start.max(at.saturating_sub(REACH));
    let front = &view.bytes()[from..at];
    let mut marks = (1..front.len().saturating_sub(1)).rev().filter(|&i| front[i] == b'\'');
    let is_inner =
        |i: usize| front[i - 1].is_ascii_alphanumeric() && front[i + 1].is_ascii_alphanumeric();
    marks.find(|&i| !is_inner(i)).is_some_and(|i| front[i + 1].is_ascii_alphanumeric())
}
