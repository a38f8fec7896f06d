//! A line's evidence beside its page, written down for the trees.
//!
//! What is asked of a line is an array of bytes whose length the compiler knows, so that writing it
//! down is a store for each byte.

use super::paragraph::Told;
use super::{Relations, Run, LONG};
use crate::boilerplate::line::{at, EVIDENCE};
use crate::boilerplate::scale::{centred, count, log, ratio, signed_log};
use crate::boilerplate::sheet::{Column, Row, Sheet, LANES};

/// Pieces of evidence of a line relative to its page.
const RELATED: usize = 98;

/// All evidence of a line in one row, its own first.
pub(crate) const ALL: usize = EVIDENCE + RELATED;

impl Relations<'_> {
    /// Writes the evidence of one line down, its own first, all but the [common](Relations::common).
    /// Constant time.
    #[inline(always)]
    pub(crate) fn all(&self, at: usize, out: &mut Row<'_>) {
        out.put(&self.lines[at].evidence);
        out.put(&self.around(at));
        out.put(&self.place(at));
        out.put(&self.company(at));
        out.put(&self.comes_back(at));
        out.put(&self.in_run(at));
        out.put(&self.among_long(at));
        debug_assert_eq!(out.used + self.page.len(), ALL);
    }

    /// Writes down what all lines have in common, behind all else.
    pub(crate) fn common(&self, sheet: &mut Sheet) {
        for (column, &byte) in sheet[ALL - self.page.len()..].iter_mut().zip(&self.page) {
            *column = Column([byte; LANES]);
        }
    }

    /// The evidence of the line a few steps away.
    #[inline]
    fn beside(&self, at: usize, step: isize) -> &[u8; EVIDENCE] {
        let line = at.checked_add_signed(step).and_then(|at| self.lines.get(at));
        line.map_or(&[0; EVIDENCE], |line| &line.evidence)
    }

    /// First scores of the line and of those around it.
    #[inline]
    fn around(&self, at: usize) -> [u8; 13] {
        let score = |step: isize| {
            let line = at.checked_add_signed(step);
            line.and_then(|at| self.scores.get(at)).copied().unwrap_or_default()
        };
        let around = at.checked_sub(3).and_then(|from| self.scores.get(from..)?.first_chunk());
        let edge = || [-3, -2, -1, 0, 1, 2, 3].map(score);
        let [a, b, c, here, d, e, f] = around.copied().unwrap_or_else(edge);
        [
            a,
            b,
            c,
            here,
            d,
            e,
            f,
            self.mean(at.saturating_sub(3), at),
            self.mean(at + 1, at + 4),
            self.mean(at.saturating_sub(8), at),
            self.mean(at + 1, at + 9),
            self.mean(at.saturating_sub(20), at),
            self.mean(at + 1, at + 21),
        ]
    }

    /// Where the line stands on the page and in the best stretch.
    #[inline]
    fn place(&self, at: usize) -> [u8; 10] {
        let (from, to) = self.stretch;
        let total = self.places.last().map_or(0, |end| end.prose);
        let share = |part: u64| (part * 255 / total.max(1)).min(255) as u8;
        let ahead = self.places[at].prose;
        let behind = total - self.places[at + 1].prose;
        [
            u8::from(from <= at && at < to),
            signed_log(at as i32 - from as i32),
            signed_log(to as i32 - 1 - at as i32),
            ratio(at as u32, self.lines.len() as u32),
            count(at as u32),
            count((self.lines.len() - 1 - at) as u32),
            share(ahead),
            share(behind),
            log(ahead.min(1 << 30) as u32),
            log(behind.min(1 << 30) as u32),
        ]
    }

    /// The shape of the lines around and of the paragraph.
    #[inline]
    fn company(&self, at: usize) -> [u8; 23] {
        let [second, before, after, fourth] = [-2, -1, 1, 2].map(|step| self.beside(at, step));
        let id = self.places[at].paragraph as usize;
        let told = self.told[id];
        [
            second[at::WORDS],
            second[at::MEAN],
            before[at::WORDS],
            before[at::MEAN],
            after[at::WORDS],
            after[at::MEAN],
            fourth[at::WORDS],
            fourth[at::MEAN],
            before[at::TAIL],
            before[at::FIRST],
            before[at::MARKED],
            before[at::FORM],
            after[at::TAIL],
            after[at::FIRST],
            after[at::MARKED],
            after[at::FORM],
            u8::from(at > 0 && self.lines[at - 1].gap),
            told.lines,
            count(at as u32 - self.paragraphs[id].from),
            told.words,
            told.score,
            self.told_of(id.wrapping_sub(1)).score,
            self.told_of(id + 1).score,
        ]
    }

    /// What is told of a paragraph, if there is one.
    #[inline]
    fn told_of(&self, id: usize) -> &Told {
        self.told.get(id).unwrap_or(&Told::NONE)
    }

    /// The scores of the long lines around, whatever short lines stand between: pages repeat a label
    /// or an advertisement after every paragraph.
    #[inline]
    fn among_long(&self, at: usize) -> [u8; 8] {
        let ahead = self.places[at].long as usize;
        let after = ahead + usize::from(self.lines[at].words >= LONG);
        let mean = |from: usize, to: usize| {
            let (from, to) = (from.min(self.long.len()), to.min(self.long.len()));
            let sum = self.long_scores[to].wrapping_sub(self.long_scores[from]);
            sum.checked_div((to - from) as u32).unwrap_or_default() as u8
        };
        [
            mean(ahead.saturating_sub(1), ahead),
            mean(after, after + 1),
            mean(ahead.saturating_sub(3), ahead),
            mean(after, after + 3),
            mean(ahead.saturating_sub(8), ahead),
            mean(after, after + 8),
            ahead.checked_sub(1).map_or(255, |i| log((at - self.long[i] as usize) as u32)),
            self.long.get(after).map_or(255, |&l| log((l as usize - at) as u32)),
        ]
    }

    /// The run of short lines that the line is in, and what stands around it.
    #[inline]
    fn in_run(&self, at: usize) -> [u8; 9] {
        let none = Run { from: at as u32, ..Run::default() };
        let run = (self.places[at].run as usize).checked_sub(1).map_or(none, |i| self.runs[i]);
        let (from, to) = (run.from as usize, (run.from + run.lines.max(1)) as usize);
        let above = from.checked_sub(1);
        [
            self.places[at].labelled,
            log(run.lines),
            count(at as u32 - run.from),
            above.map_or(0, |i| self.scores[i]),
            self.scores.get(to).copied().unwrap_or_default(),
            (run.score / run.lines.max(1)) as u8,
            run.worst,
            ratio(run.marked, run.lines),
            above.map_or(0, |i| self.lines[i].evidence[at::TAIL]),
        ]
    }

    /// What the line repeats, and what of it comes back.
    #[inline]
    pub(super) fn comes_back(&self, at: usize) -> [u8; 23] {
        let echo = self.echo[at];
        let id = self.places[at].paragraph as usize;
        let told = self.told_of(id);
        let far = |at: Option<usize>| at.and_then(|at| self.echo.get(at)).map_or(128, |e| e.far);
        [
            echo.twins,
            u8::from(echo.twin_before),
            u8::from(echo.twin_after),
            echo.before,
            echo.after,
            echo.grams,
            echo.near,
            echo.far,
            echo.farther,
            echo.names,
            echo.stems,
            echo.rare,
            echo.rare_near,
            echo.rare_far,
            told.rare_echoed,
            self.told_of(id.wrapping_sub(1)).rare_echoed,
            self.told_of(id + 1).rare_echoed,
            told.rare,
            far(at.checked_sub(1)),
            far(Some(at + 1)),
            told.echoed,
            told.names_echoed,
            centred((i32::from(echo.far) - i32::from(self.page[5])) / 2),
        ]
    }
}
