//! The last look: a line beside the second scores of its neighbours. A headline and its teaser, or the
//! lines of a menu, stay or go together.

use super::line::{at, count, log, signed_log};
use super::relate::{best_stretch, Relations, Row};

/// Pieces of evidence of a line beside the second scores of its neighbours.
pub(crate) const LAST: usize = 54;

/// The second scores of a page.
#[derive(Debug)]
pub(crate) struct Second {
    scores: Vec<u8>,
    paragraphs: Vec<u8>,
    stretch: (usize, usize),
}

impl Second {
    fn score(&self, at: usize, step: isize) -> u8 {
        at.checked_add_signed(step).and_then(|i| self.scores.get(i)).copied().unwrap_or_default()
    }
}

impl Relations<'_> {
    /// The evidence of one line beside the second scores: a headline and its teaser, or the lines of a
    /// menu, stay or go together.
    pub(crate) fn last(&self, at: usize, second: &Second) -> [u8; LAST] {
        let mut out = Row { bytes: [0; LAST], used: 0 };
        for step in -4..=4 {
            out.push(second.score(at, step));
        }
        self.company_by(at, second, &mut out);
        self.among_long(at, &second.scores, &mut out);
        for step in -2..=2 {
            out.push(self.shape(at, step, at::WORDS));
        }
        for step in -1..=1 {
            out.push(self.shape(at, step, at::TAIL));
            let beside = at.checked_add_signed(step).and_then(|i| self.echo.get(i));
            out.push(beside.map_or(128, |e| e.far));
        }
        let (line, echo) = (self.lines[at], self.echo[at]);
        for byte in [line.evidence[at::FIRST], self.shape(at, 1, at::FIRST), self.scores[at]] {
            out.push(byte);
        }
        for byte in [line.evidence[at::MARKED], line.evidence[at::MEAN], u8::from(line.gap)] {
            out.push(byte);
        }
        for byte in [u8::from(echo.twin_before), echo.before, echo.after, echo.rare_far, echo.stems]
        {
            out.push(byte);
        }
        let run = (self.run[at] as usize).checked_sub(1).map_or(0, |i| self.runs[i].lines);
        for byte in [self.labelled[at], log(run), self.page[0], self.page[1], self.page[7]] {
            out.push(byte);
        }
        debug_assert_eq!(out.used, LAST);
        out.bytes
    }

    /// Second scores of the paragraph and around, and where the line stands by them.
    fn company_by(&self, at: usize, second: &Second, out: &mut Row<LAST>) {
        let id = self.paragraph[at] as usize;
        let paragraph = self.paragraphs[id];
        out.push(second.paragraphs[id]);
        out.push(id.checked_sub(1).map_or(0, |i| second.paragraphs[i]));
        out.push(second.paragraphs.get(id + 1).copied().unwrap_or_default());
        out.push(count(paragraph.lines));
        out.push(count(at as u32 - paragraph.from));
        out.push(u8::from(at > 0 && self.lines[at - 1].gap));
        let (from, to) = second.stretch;
        out.push(u8::from(from <= at && at < to));
        out.push(signed_log(at as i32 - from as i32));
        out.push(signed_log(to as i32 - 1 - at as i32));
        out.push(count((self.lines.len() - 1 - at) as u32));
    }

    /// The second scores, as the last pass reads them.
    pub(crate) fn by_second(&self, scores: Vec<u8>) -> Second {
        let mut sums = vec![(0_u64, 0_u64); self.paragraphs.len()];
        for (at, &score) in scores.iter().enumerate() {
            let sum = &mut sums[self.paragraph[at] as usize];
            let words = u64::from(self.lines[at].words) + 1;
            *sum = (sum.0 + words * u64::from(score), sum.1 + words);
        }
        let paragraphs = sums.iter().map(|s| (s.0 / s.1.max(1)) as u8).collect();
        Second { stretch: best_stretch(&self.lines, &scores), scores, paragraphs }
    }
}
