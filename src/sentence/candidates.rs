//! One pass over the bytes: candidates and their verdicts.

use std::sync::Arc;

use super::before::{before, Before};
use super::boundary::{Boundary, Candidate, Rejection, Verdict};
use super::colon::announces;
use super::decide::Evidence;
use super::lines::LineEnds;
use super::list;
use super::marks::{foreign_mark, run, Mark};
use super::next::Steps;
use super::quotes::Quotes;
use super::view::View;
use super::words::{Class, Words};
use super::Options;
use crate::page::Page;
use crate::scan::blocks::Cursor;
use crate::scan::work;
use crate::scan::wrap::{line_before, Wrap};
use crate::span::Span;

/// Bytes that a candidate can begin with: terminators, colons, line ends, and the last bytes of terminators
/// and line ends outside ASCII (`…`, `。`, `؟`, U+2028), for which one bit is left out of sight: five
/// bytes that nothing ends with are looked at too.
#[inline(always)]
fn is_interesting(byte: u8) -> bool {
    (byte == b'.')
        | (byte & !(b'!' ^ b')') == b'!')
        | (byte == b'?')
        | (byte == b':')
        | (byte.wrapping_sub(b'\n') < 4)
        | ((byte & !0x20).wrapping_sub(0x81) < 14)
        | (byte == 0x94)
        | (byte == 0x9f)
}

/// Iterator over the candidates of a page and what was decided about each: see
/// [`Segmenter::explain`](super::Segmenter::explain).
///
/// ```
/// use copydesk::sentence::{Segmenter, Verdict};
/// let mut candidates = Segmenter::new().explain("No. 5 won. Who knew?");
/// assert!(candidates.next().is_some_and(|c| matches!(c.verdict, Verdict::Rejected(_))));
/// assert!(candidates.all(|c| matches!(c.verdict, Verdict::Accepted(_))));
/// ```
#[derive(Clone, Debug)]
pub struct Candidates<'t> {
    page: Page<'t>,
    options: Arc<Options>,
    words: &'static Words,
    view: View<'t>,
    /// Number of the region.
    region: usize,
    cursor: Cursor,
    /// Where the sentence begins.
    from: usize,
    /// Where the sentence begins that ended at the last accepted candidate.
    pub(super) accepted_from: usize,
    /// Up to where no web address begins.
    addressed: usize,
    /// The end of the sentence that a list marker cut.
    pending: Option<Candidate>,
    quotes: Quotes,
    /// White space that was read to its end: lines that hold nothing but characters without width
    /// begin sentences inside it. And whether no, one or more line ends are in it.
    blank: (Span, usize),
    /// The words behind the last abbreviations.
    steps: Steps,
    /// How the page was wrapped, once asked for.
    wrap: Option<Option<Wrap>>,
}

impl<'t> Candidates<'t> {
    pub(super) fn new(page: Page<'t>, options: Arc<Options>) -> Candidates<'t> {
        let view = View { text: page.text(), region: Span::new(0, 0) };
        let mut candidates = Candidates {
            page,
            options,
            words: Words::get(),
            view,
            region: 0,
            cursor: Cursor::default(),
            from: 0,
            accepted_from: 0,
            addressed: 0,
            pending: None,
            quotes: Quotes::default(),
            blank: (Span::new(0, 0), 0),
            steps: Steps::default(),
            wrap: None,
        };
        candidates.enter(0);
        candidates
    }

    /// Begins with region `nth`.
    fn enter(&mut self, nth: usize) -> bool {
        self.region = nth;
        let Some(&region) = self.page.regions().get(nth) else { return false };
        self.view.region = region;
        self.cursor = Cursor::new(region.start);
        self.quotes = Quotes::from(region.start);
        self.begin(region.start);
        true
    }

    /// Goes to the line that begins at `at`, in a page of which no line end is white space.
    pub(super) fn skip_to(&mut self, at: usize) {
        self.wrap = Some(None);
        self.enter(self.page.regions().partition_point(|region| region.end <= at));
        self.quotes = Quotes::from(at);
        self.begin(at);
    }

    /// Begins a sentence at the first character behind `at`.
    #[inline]
    fn begin(&mut self, at: usize) {
        // One space and a character: the commonest gap.
        let near = at + usize::from(self.view.byte(at) == b' ');
        let (from, lines) = match self.view.byte(near) {
            b'!'..=b'~' => (near, 0),
            _ => {
                let (next, lines) = self.skip_blank(near);
                (self.view.skip_white(near, next), lines)
            }
        };
        self.from = from;
        self.cursor.seek(from);
        if lines > 0 {
            self.quotes = Quotes::from(from);
        }
    }

    /// The first byte at or behind `at` that is neither white space nor a line end, and whether no,
    /// one or more line ends lie before it.
    #[inline]
    fn skip_blank(&mut self, at: usize) -> (usize, usize) {
        let (blank, lines) = self.blank;
        if blank.start <= at && at < blank.end {
            let inside = blank.start < at;
            return (blank.end, if inside { self.view.skip_lines(at, 2).1 } else { lines });
        }
        let (next, lines) = self.view.skip_blank(at);
        self.blank = (Span::new(at, next), lines);
        (next, lines)
    }

    fn accept(&mut self, candidate: Candidate) -> Candidate {
        self.accepted_from = self.from;
        let sentence = &self.view.bytes()[self.from..candidate.end];
        if list::may_open(sentence) {
            let text = &self.view.text[self.from..self.view.region.end];
            if let Some(item) = list::next_item(text, candidate.end - self.from) {
                // The marker's own stop ends nothing.
                let behind = item + list::marker_len(&text[item..]);
                self.pending = (self.from + behind < candidate.end).then_some(candidate);
                let end = self.view.trim_end(self.from, self.from + item);
                self.begin(end);
                return accepted(end, Boundary::ListItem);
            }
        }
        self.begin(candidate.end);
        candidate
    }

    /// The candidate at an interesting byte, if it is one.
    #[inline]
    fn examine(&mut self, at: usize) -> Option<Candidate> {
        let byte = self.view.byte(at);
        match byte {
            b'.' => self.stop(at),
            b'!' => Some(self.marks(at, Mark::Exclamation, 1)),
            b'?' => Some(self.marks(at, Mark::Question, 1)),
            b')' => self.face(at),
            b':' => self.colon(at),
            b'\n' | b'\r' | 0x0b | 0x0c => Some(self.line_end(at)),
            _ => self.wide(at),
        }
    }

    /// A full stop; most of those that end nothing are told by the two bytes behind them.
    #[inline]
    fn stop(&mut self, at: usize) -> Option<Candidate> {
        let rejection = match self.view.byte(at + 1) {
            b'a'..=b'z' => match self.address(at) {
                Some(candidate) => return Some(candidate),
                None => Rejection::InsideWord,
            },
            b'0'..=b'9' if self.view.byte_before(at).is_ascii_digit() => Rejection::InsideWord,
            b' ' if self.is_plain_stop(at) => return Some(accepted(at + 1, Boundary::FullStop)),
            _ => return Some(self.marks(at, Mark::Stop, 1)),
        };
        Some(Candidate { end: at + 1, verdict: Verdict::Rejected(rejection) })
    }

    /// The commonest end of all, told without weighing: an ordinary word, a stop, a space, a capital.
    #[inline]
    fn is_plain_stop(&self, at: usize) -> bool {
        /// A shorter sentence may be a list's marker.
        const MARKER: usize = 8;
        self.view.byte(at + 2).is_ascii_uppercase()
            && at - self.from > MARKER
            && !self.options.whole_quotations
            && self.before(at) == Before::Word
    }

    /// A web address around the stop at `at`: nothing in it ends a sentence; before another address it
    /// is one item of a list of them.
    fn address(&mut self, at: usize) -> Option<Candidate> {
        /// How far in front of its first stop an address begins.
        const REACH: usize = 32;
        let from = self.from.max(at.saturating_sub(REACH)).max(self.addressed);
        self.addressed = at + 1;
        let bytes = self.view.bytes();
        let len = bytes[from..at].iter().rev().take_while(|b| b.is_ascii_graphic()).count();
        let token = &bytes[at - len..];
        work::read(len);
        if !(token.starts_with(b"http://") || token.starts_with(b"https://")) {
            return None;
        }
        let end = at - len + token.iter().take_while(|b| b.is_ascii_graphic()).count();
        work::read(end - (at - len));
        let next = &bytes[self.view.skip_spaces(end)..];
        let listed = next.starts_with(b"http://") || next.starts_with(b"https://");
        if listed {
            return Some(accepted(end, Boundary::ListItem));
        }
        let tail =
            bytes[at + 1..end].iter().rev().take_while(|b| !b.is_ascii_alphanumeric()).count();
        self.cursor.seek(end - tail);
        None
    }

    /// A face (`:)`, `;-)`) whose last byte is at `at`, before a capital: it ends what it comments on.
    fn face(&mut self, at: usize) -> Option<Candidate> {
        let eyes = at - usize::from(self.view.byte_before(at) == b'-');
        if eyes <= self.from || !matches!(self.view.byte_before(eyes), b':' | b';') {
            return None;
        }
        let front = self.view.byte_before(eyes - 1);
        let apart = self.view.space_len_before(eyes - 1) > 0 || matches!(front, b'.' | b'!' | b'?');
        let next = self.view.skip_spaces(at + 1);
        let ends = apart && next > at + 1 && self.view.byte(next).is_ascii_uppercase();
        ends.then_some(accepted(at + 1, Boundary::Emoticon))
    }

    /// A colon behind an announcement.
    fn colon(&mut self, at: usize) -> Option<Candidate> {
        let ends = announces(&self.view, self.from, at)
            && !(self.options.whole_quotations && self.quotes.is_open(&self.view, at));
        ends.then_some(accepted(at + 1, Boundary::Announcement))
    }

    /// A terminator or line end outside ASCII whose last byte is at `at`.
    fn wide(&mut self, at: usize) -> Option<Candidate> {
        let c = self.view.char_before(at + 1).filter(|c| c.len_utf8() > 1)?;
        let start = at + 1 - c.len_utf8();
        if self.view.line_end_len(start) > 0 {
            return Some(self.line_end(start));
        }
        foreign_mark(c).map(|mark| self.marks(start, mark, c.len_utf8()))
    }

    /// Gathers the evidence around the marks at `at` and weighs it.
    #[inline]
    fn marks(&mut self, at: usize, mark: Mark, len: usize) -> Candidate {
        let run = run(&self.view, at, mark, len);
        let end = self.quotes.closing(&self.view, run);
        let mut next = self.view.skip_spaces(end);
        let mut last = next >= self.view.region.end;
        if self.view.line_end_len(next) > 0 {
            last = !self.is_wrapped(next);
            next = self.skip_blank(next).0;
        }
        self.cursor.seek(end);
        let before = self.before(run.start);
        let mut evidence = Evidence {
            view: &self.view,
            words: self.words,
            from: self.from,
            run,
            end,
            next,
            before,
            last,
            steps: &mut self.steps,
        };
        let spaced = next > end || last || run.mark == Mark::Stop && at + len < run.start;
        let wide = len > 1 && run.mark != Mark::Ellipsis;
        let mut verdict = if spaced || wide { evidence.weigh() } else { evidence.weigh_joined() };
        if self.options.whole_quotations
            && matches!(verdict, Verdict::Accepted(_))
            && !last
            && self.quotes.is_open(&self.view, end)
        {
            verdict = Verdict::Rejected(Rejection::Quotation);
        }
        Candidate { end, verdict }
    }

    #[inline]
    fn before(&self, at: usize) -> Before {
        let before = before(&self.view, self.words, self.from, at);
        if before == Before::Word && !self.options.abbreviations.is_empty() {
            let text = &self.view.text[self.from..at];
            if self.options.abbreviations.ends(text) {
                return Before::Short(Class::User);
            }
        }
        before
    }

    /// The line end at `at` as a candidate.
    fn line_end(&mut self, at: usize) -> Candidate {
        let end = self.view.trim_end(self.from, at);
        let (next, lines) = self.skip_blank(at);
        if next < self.view.region.end && self.is_wrapped(at) {
            self.cursor.seek(next);
            return Candidate { end, verdict: Verdict::Rejected(Rejection::Wrapped) };
        }
        match (next >= self.view.region.end, lines) {
            (true, _) => accepted(end, Boundary::RegionEnd),
            (_, 1) => accepted(end, Boundary::LineEnd),
            _ => accepted(end, Boundary::Paragraph),
        }
    }

    /// True when the line end at `at` is white space by the options and the page.
    fn is_wrapped(&mut self, at: usize) -> bool {
        let (next, lines) = self.skip_blank(at);
        if lines != 1 || next >= self.view.region.end {
            return false;
        }
        match self.options.line_ends {
            LineEnds::Break => false,
            LineEnds::Space => true,
            LineEnds::Detect => {
                let page = &self.page;
                let wrap = *self.wrap.get_or_insert_with(|| Wrap::of(page));
                let View { text, region } = self.view;
                let next = Span::new(at + self.view.line_end_len(at), region.end);
                wrap.is_some_and(|wrap| wrap.goes_on(text, line_before(text, region, at), next))
            }
        }
    }
}

fn accepted(end: usize, boundary: Boundary) -> Candidate {
    Candidate { end, verdict: Verdict::Accepted(boundary) }
}

impl Iterator for Candidates<'_> {
    type Item = Candidate;

    #[inline]
    fn next(&mut self) -> Option<Candidate> {
        loop {
            if let Some(pending) = self.pending.take() {
                return Some(self.accept(pending));
            }
            let end = self.view.region.end;
            let candidate = match self.cursor.next(self.view.bytes(), end, is_interesting) {
                Some(at) => self.examine(at),
                None if self.from < end => {
                    Some(accepted(self.view.trim_end(self.from, end), Boundary::RegionEnd))
                }
                None if self.enter(self.region + 1) => continue,
                None => return None,
            };
            match candidate {
                Some(Candidate { verdict: Verdict::Accepted(_), .. }) => {
                    return candidate.map(|c| self.accept(c));
                }
                Some(_) => return candidate,
                None => {}
            }
        }
    }
}

impl core::iter::FusedIterator for Candidates<'_> {}
