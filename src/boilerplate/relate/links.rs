//! What labels say of the lines of a page, once it is known where the article ends.
//!
//! Labels are rarer on pages than what they say is certain, so nothing is weighed here: on the pages
//! that the weights learned from, lines behind a label that calls are of other stories in 97 of 100
//! cases, headlines below a label behind the article in 997 of 1,000, items below a line that
//! announces them are of the article in 9 of 10, and paragraphs behind a line that calls for a story in
//! full are of the article in 97 of 101: they are no teasers.

use super::{Relations, LONG, PROSE};
use crate::boilerplate::line::label::Label;
use crate::boilerplate::line::tokens::Mark;
use crate::boilerplate::line::{at, Line};
use crate::boilerplate::meta::Form;

/// Where the labels of a page lead.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    /// The first line of prose.
    begin: usize,
    /// The line behind the last one of prose.
    end: usize,
    /// The first line behind the article that heads links or names those who had a part in it.
    behind: usize,
    /// The first heading of what a company says of itself.
    about: usize,
}

/// Parts of a heading's words that the page has elsewhere, of which the page speaks.
const KNOWN: u8 = 200;
/// Parts of a line that are marker phrases, in a list of the article.
const UNMARKED: u8 = 60;
/// Words of a line that announces a list.
const ANNOUNCES: u16 = 3;
/// Closing mark of such a line: see [`at::TAIL`].
const COLON: u8 = 2 + Mark::Colon as u8;

impl Relations<'_> {
    pub(super) fn find_links(&self) -> Links {
        let all = self.lines.len();
        let is_prose = |at: &usize| {
            let line = self.lines[*at];
            let credits = line.label == Label::Credits;
            line.words >= LONG && !line.is_headline() && !credits && self.scores[*at] > PROSE
        };
        let begin = (0..all).find(is_prose).unwrap_or(0);
        let end = (0..all).rev().find(is_prose).map_or(all, |at| at + 1);
        let closes = |at: &usize| matches!(self.lines[*at].label, Label::Heads | Label::Credits);
        let about = (all / 2..all).find(|&at| self.is_about(at)).unwrap_or(all);
        Links { begin, end, behind: (end..all).find(closes).unwrap_or(all), about }
    }

    /// Whether a company of which the page speaks says of itself below what companies say.
    fn is_about(&self, at: usize) -> bool {
        let praised = |line: &&Line| line.label == Label::SelfPraise;
        let next = self.lines.get(at + 1);
        match self.lines[at].label {
            Label::Praise => true,
            Label::About => self.echo[at].far >= KNOWN && next.is_some_and(praised),
            _ => false,
        }
    }

    /// Whether a label says of the line that it leads away from the article: its own, that of a list of
    /// links behind the article, that of what a company says of itself, or a picture's. A date by itself ahead of
    /// the article is as good as a label.
    pub(crate) fn is_led_away(&self, at: usize) -> bool {
        let (line, links) = (self.lines[at], &self.links);
        let heads = |above: usize| self.lines[above].label == Label::About && self.is_about(above);
        let about =
            links.about <= at && (self.is_about(at) || at.checked_sub(1).is_some_and(heads));
        let behind = at >= links.behind.min(links.about)
            && (line.is_headline() || matches!(line.label, Label::Heads | Label::Credits));
        let dated = at < links.begin && line.evidence[at::FORM] == Form::Date as u8;
        let own = matches!(line.label, Label::Calls | Label::Pictures | Label::Address);
        own || about || behind || dated
    }

    /// Adds to the lines that stay what other lines say is of the article.
    pub(crate) fn uphold(&self, stays: &mut [bool]) {
        self.uphold_lists(stays);
        for at in self.links.begin + 1..self.links.end {
            let called = self.lines[at - 1].label == Label::Calls && !stays[at - 1];
            stays[at] |= called && self.goes_on(at);
        }
    }

    /// Whether the line is a paragraph without a word of furniture.
    fn goes_on(&self, at: usize) -> bool {
        let line = self.lines[at];
        line.words >= LONG && !line.is_headline() && self.is_plain(at)
    }

    /// Adds the items of lists that the article announces, where most items of the list stay.
    fn uphold_lists(&self, stays: &mut [bool]) {
        let mut at = 0;
        while at + 1 < stays.len() {
            let from = at + 1;
            at = from;
            if !stays[from - 1] || !self.announces(from - 1) {
                continue;
            }
            while at < stays.len() && self.lines[at].is_headline() {
                at += 1;
            }
            let staying = stays[from..at].iter().filter(|&&stays| stays).count();
            if staying * 2 > at - from {
                (from..at).filter(|&at| self.is_plain(at)).for_each(|at| stays[at] = true);
            }
        }
    }

    /// Whether the line ends in a colon and is no label.
    fn announces(&self, at: usize) -> bool {
        let line = self.lines[at];
        line.evidence[at::TAIL] == COLON && line.words >= ANNOUNCES && self.is_plain(at)
    }

    /// Whether no label nor phrase of furniture makes much of the line.
    fn is_plain(&self, at: usize) -> bool {
        let line = self.lines[at];
        line.label == Label::None
            && line.evidence[at::LABEL] == 0
            && line.evidence[at::MARKED] <= UNMARKED
    }
}
