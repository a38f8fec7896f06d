//! Quotation marks: which are marks at all, and which belong together.
//!
//! A paragraph is read once from left to right with a stack of open marks. Each mark has a
//! [`Family`] and, from its shape and its neighbours, a leaning: to open, to close, or either. A mark
//! closes the nearest open one of its family; a mark that fits nothing is dropped alone and
//! unbalances nothing. An apostrophe is a single mark that never opens and has nothing to close.

mod mark;

use crate::page::Page;
use crate::scan::work;
use crate::span::Span;
use mark::{collect, next_char, possessives, Leaning, Mark, Places};
pub(crate) use mark::{is_mark, Family};

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

/// Characters at the beginning of a quotation among which a letter or digit must be.
const NOISE: usize = 40;
/// Pairs of marks of an ordinary page.
const ROOM: usize = 32;
/// Quotations inside quotations are followed so deep.
const DEPTH: usize = 4;

/// All pairs of marks of a page, in the order of their opening marks. Linear.
pub(crate) fn pair(page: &Page<'_>, paragraphs: &[Span]) -> Vec<Marked> {
    let text = page.text();
    let found = Vec::with_capacity(ROOM);
    let mut pairer = Pairer { text, found, ..Pairer::default() };
    for (index, &paragraph) in paragraphs.iter().enumerate() {
        pairer.read(index, paragraph);
    }
    pairer.found
}

#[derive(Default)]
struct Pairer<'t> {
    text: &'t str,
    found: Vec<Marked>,
    /// Where marks may be.
    places: Places,
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
        collect(self.text, paragraph, &mut self.places, &mut self.marks);
        if self.marks.is_empty() {
            self.runs_on = None;
            return;
        }
        possessives(&mut self.marks);
        let first = self.found.len();
        for at in 0..self.marks.len() {
            if !(self.found.len() == first && self.closes_before(at, index, paragraph)) {
                self.step(at, index);
            }
        }
        self.finish(index, paragraph, first);
        self.nest(first);
        self.carry(paragraph, first);
    }

    /// Closes what the paragraph before left open, where nothing has been opened since: a line broken
    /// in the middle of a quotation.
    fn closes_before(&mut self, at: usize, index: usize, paragraph: Span) -> bool {
        let mark = self.marks[at];
        let open = self.runs_on.map(|before| self.found[before].family);
        let closes = mark.family == Family::Double
            && mark.leaning == Leaning::Closes
            && open == Some(mark.family)
            && self.open.is_empty()
            && !self.opens_after_all(at);
        if closes {
            let inner = Span::new(paragraph.start, mark.span.start);
            let span = Span::new(paragraph.start, mark.span.end);
            self.push(span, inner, mark.family, index, true);
        }
        closes
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
        let read = |c: &char| work::read(c.len_utf8());
        if !self.text[inner].chars().take(NOISE).inspect(read).any(char::is_alphanumeric) {
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

    /// Puts the pairs of the paragraph in order and tells each the pair around it. Deep in a flood
    /// of marks nobody speaks: what is nested deeper than people nest is dropped.
    fn nest(&mut self, first: usize) {
        self.found[first..].sort_unstable_by_key(|m| (m.span.start, usize::MAX - m.span.end));
        let (mut around, mut depth) = ([0; DEPTH], 0);
        let mut kept = first;
        for at in first..self.found.len() {
            let end = self.found[at].span.end;
            while depth > 0 && self.found[around[depth - 1]].span.end < end {
                depth -= 1;
            }
            if depth < DEPTH {
                let parent = depth.checked_sub(1).map(|up| around[up]);
                self.found[kept] = Marked { parent, ..self.found[at] };
                around[depth] = kept;
                depth += 1;
                kept += 1;
            }
        }
        self.found.truncate(kept);
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

#[cfg(test)]
mod tests {
    use super::{pair, Marked};
    use crate::quote::paragraph::paragraphs;
    use crate::{Page, Span};
    use proptest::prelude::*;

    fn pairs(page: &Page<'_>) -> Vec<Marked> {
        pair(page, &paragraphs(page))
    }

    #[test]
    fn a_quotation_runs_on_over_what_is_not_read() {
        let text = "\u{201c}We had no boats.\n\nTen hats to wear\n\n\u{201c}We had no rope,\u{201d} she said.";
        let promo = text.find("Ten").unwrap();
        let page =
            Page::with_regions(text, [Span::new(0, promo), Span::new(promo + 18, text.len())]);
        let found = pairs(&page);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].closed, found[0].next), (false, Some(1)));
        assert_eq!(pairs(&Page::new(text))[0].next, None);
    }

    proptest! {
        #[test]
        fn pairs_are_sound_and_a_region_is_read_as_a_slice(
            text in "[a-cS .,\n\u{a0}é'\"`\u{2018}\u{2019}\u{201c}\u{201d}\u{201e}\u{ab}\u{bb}]{0,60}",
            front in "[ab\"'\u{201c} \n]{0,9}",
        ) {
            let found = pairs(&Page::new(&text));
            for (at, pair) in found.iter().enumerate() {
                prop_assert!(pair.span.covers(pair.inner));
                prop_assert!(text.get(pair.span.range()).is_some());
                prop_assert!(text.get(pair.inner.range()).is_some());
                prop_assert!(pair.parent.map_or(true, |up| up < at && found[up].span.covers(pair.span)));
            }
            let whole = format!("{front}{text}");
            let region = Span::new(front.len(), whole.len());
            let shifted: Vec<_> =
                pairs(&Page::with_regions(&whole, [region])).iter().map(|p| p.span).collect();
            let plain: Vec<_> = found.iter().map(|p| p.span.shift(front.len())).collect();
            prop_assert_eq!(shifted, plain);
        }
    }
}
