//! Indirect speech, at best effort: "The ministry denied that ...", "..., the court heard",
//! "according to police, ...". A verb or phrase that reports is looked for in each sentence; what it
//! governs is the content, what stands in its subject's place the source.

mod source;

use crate::entity::{Entities, Mention};
use crate::page::Page;
use crate::quote::class::Class;
use crate::quote::ends::SEGMENTER;
use crate::quote::grammar::Small;
use crate::quote::lexicon::{classes, lower, shape};
use crate::quote::marks::{is_mark, Marked};
use crate::quote::{Quote, QuoteKind, Speaker};
use crate::scan::words::words;
use crate::span::Span;

/// Longer sentences are read so far.
const WORDS: usize = 120;

/// Words before "according to" that are no more than the opening of what is reported.
const FRONT: usize = 5;

/// Adds the indirect speech of a page to its quotations, in reading order.
pub(crate) fn add(
    page: &Page<'_>,
    marks: &[Marked],
    entities: &Entities<'_>,
    quotes: &mut Vec<Quote>,
) {
    let mut finder = Finder {
        text: page.text(),
        marks,
        mentions: entities.mentions(),
        words: Vec::new(),
        low: String::new(),
    };
    let direct = quotes.len();
    for sentence in SEGMENTER.sentences(page) {
        finder.read(sentence.span, quotes);
    }
    if quotes.len() > direct {
        reorder(quotes);
    }
}

/// Sorts by place, and lets parents follow.
fn reorder(quotes: &mut Vec<Quote>) {
    let mut order: Vec<usize> = (0..quotes.len()).collect();
    order.sort_by_key(|&at| (quotes[at].span().start, quotes[at].parent.is_some(), at));
    let mut place = vec![0; order.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    let mut old: Vec<Option<Quote>> = quotes.drain(..).map(Some).collect();
    for at in order {
        let Some(mut quote) = old[at].take() else { continue };
        quote.parent = quote.parent.map(|up| place[up]);
        quotes.push(quote);
    }
}

/// What was found in one sentence.
struct Report {
    cue: Span,
    content: Span,
    /// More of the content, behind the source.
    more: Option<Span>,
    source: Option<Span>,
}

pub(super) struct Finder<'a, 't> {
    pub(super) text: &'t str,
    marks: &'a [Marked],
    pub(super) mentions: &'a [Mention],
    /// Scratch: the words of the sentence.
    pub(super) words: Vec<Span>,
    low: String,
}

impl Finder<'_, '_> {
    fn read(&mut self, sentence: Span, quotes: &mut Vec<Quote>) {
        self.words.clear();
        self.words.extend(words(self.text, sentence).take(WORDS));
        let found = (0..self.words.len()).find_map(|at| {
            let report = self.inverted(sentence, at).or_else(|| self.governed(sentence, at));
            let report = report.or_else(|| self.trailing(sentence, at));
            report.or_else(|| self.according(sentence, at)).filter(|r| self.unmarked(r))
        });
        if let Some(Report { cue, content, more, source }) = found {
            let parts = [content].into_iter().chain(more).collect();
            let mut quote = Quote::new(parts, QuoteKind::Indirect, None);
            quote.cue = Some(cue);
            quote.speaker = source.map_or(Speaker::Unknown, |span| self.speaker(span));
            quotes.push(quote);
        }
    }

    pub(super) fn low(&mut self, at: usize) -> &str {
        let Some(word) = self.words.get(at) else { return "" };
        lower(&self.text[*word], &mut self.low)
    }

    /// What stands between a word and the next.
    pub(super) fn gap(&self, at: usize) -> &str {
        match (self.words.get(at), self.words.get(at + 1)) {
            (Some(one), Some(next)) => self.text[one.end..next.start].trim(),
            _ => "",
        }
    }

    /// True for a verb that reports, standing where a verb can stand.
    fn reports(&mut self, at: usize) -> bool {
        let verb = classes(self.low(at)).is_some_and(|c| c.has(Class::Report));
        verb && at > 0
            && shape(&self.text[self.words[at]]) == "small"
            && (self.low(at) != "states" || self.is_document(at - 1))
            && !self.is_noun(at)
            && !Small::Nominal.has(self.low(at - 1))
    }

    /// "his recent claim": a word for what is said, with an article and an adjective before it.
    fn is_noun(&mut self, at: usize) -> bool {
        let noun = classes(self.low(at)).is_some_and(|c| c.has(Class::Source));
        noun && at > 1
            && !self.low(at - 1).ends_with('s')
            && Small::Determiner.has(self.low(at - 2))
            && shape(&self.text[self.words[at - 1]]) == "small"
    }

    /// "The letter states that", and not "the states that": what is written, or a pronoun.
    fn is_document(&mut self, at: usize) -> bool {
        let low = self.low(at);
        Small::Document.has(low) || classes(low).is_some_and(|c| c.has(Class::Source))
    }

    /// "The bridge was closed, said Ann Lee, who runs it."
    fn inverted(&mut self, sentence: Span, at: usize) -> Option<Report> {
        if at < 4 || self.gap(at - 1) != "," || !self.reports(at) {
            return None;
        }
        let named = |w: &Span| shape(&self.text[*w]) != "small";
        let count = self.words[at + 1..].iter().take_while(|w| named(w)).count();
        let comma = (at + 1..at + 1 + count).find(|&w| self.gap(w).starts_with(','));
        let last = comma.unwrap_or(at + count);
        let apposed = comma.is_some() || self.low(last + 1) == "who" || self.low(last + 1) == "of";
        if last == at || !(apposed || last + 1 == self.words.len()) {
            return None;
        }
        let content = Span::new(sentence.start, self.words[at - 1].end);
        let source = Some(Span::new(self.words[at + 1].start, self.words[last].end));
        Some(Report { cue: self.words[at], content, more: None, source })
    }

    /// "The ministry denied that the bridge was closed."
    fn governed(&mut self, sentence: Span, at: usize) -> Option<Report> {
        if !self.reports(at) {
            return None;
        }
        // "We are late," said the guard: what follows is who, not what.
        if self.gap(at - 1).contains(is_mark) {
            return None;
        }
        let says = Small::Saying.has(self.low(at));
        let mut start = None;
        for next in at + 1..(at + 7).min(self.words.len()) {
            if !self.gap(next - 1).is_empty() {
                break;
            }
            if self.low(next) == "that" {
                start = Some(next).filter(|&that| !self.is_relative(that));
                break;
            }
        }
        let pronoun = Small::Subject.has(self.low(at + 1));
        let bare =
            if says { self.begins_clause(at + 1) } else { pronoun && at + 3 < self.words.len() };
        if start.is_none() && bare && self.gap(at).is_empty() {
            start = Some(at + 1);
        }
        let start = start.filter(|s| self.words.len() - s > 2)?;
        let content = Span::new(self.words[start].start, self.end_of(sentence, start));
        Some(Report { cue: self.words[at], content, more: None, source: self.subject(at) })
    }

    /// "The fear that followed", "a list that has": a verb right behind "that" has it for a subject.
    fn is_relative(&mut self, that: usize) -> bool {
        let next = self.low(that + 1);
        next.ends_with("ed") || Small::Relative.has(next)
    }

    fn begins_clause(&mut self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let name = shape(&self.text[*word]) != "small";
        let low = self.low(at);
        let weekday = low.ends_with("day") || Small::Calendar.has(low);
        Small::Clause.has(low) || (name && !weekday)
    }

    /// "The bridge was closed, the ministry said." Nothing but a time may follow the verb.
    fn trailing(&mut self, sentence: Span, at: usize) -> Option<Report> {
        let rest = self.words.len() - at - 1;
        if rest > 3 || !self.reports(at) {
            return None;
        }
        let comma = (at.saturating_sub(6)..at).rev().find(|&g| self.gap(g) == ",")?;
        if comma < 3 || (rest > 0 && comma + 1 != at && !Small::When.has(self.low(at + 1))) {
            return None;
        }
        let source = match comma + 1 == at {
            true => Some(Span::new(self.words.get(at + 1)?.start, self.words.last()?.end)),
            false => self.subject(at),
        };
        let content = Span::new(sentence.start, self.words[comma].end);
        Some(Report { cue: self.words[at], content, more: None, source })
    }

    /// "The bridge was closed, according to police." and the other way round.
    fn according(&mut self, sentence: Span, at: usize) -> Option<Report> {
        if self.low(at) != "according" || self.low(at + 1) != "to" {
            return None;
        }
        let cue = Span::new(self.words[at].start, self.words[at + 1].end);
        let last = (at + 2..self.words.len()).find(|&w| !self.gap(w).is_empty());
        let last = last.unwrap_or(self.words.len() - 1);
        let source = Span::new(self.words.get(at + 2)?.start, self.words[last].end);
        let content = match at {
            0 => Span::new(self.words.get(last + 1)?.start, self.end_of(sentence, last)),
            _ => Span::new(sentence.start, self.words[at - 1].end),
        };
        // "The next day, according to police, the bridge was closed."
        let goes_on =
            (1..=FRONT).contains(&at) && self.gap(last) == "," && last + 3 < self.words.len();
        let more =
            goes_on.then(|| Span::new(self.words[last + 1].start, self.end_of(sentence, last)));
        Some(Report { cue, content, more, source: Some(source) })
    }

    /// Where the content that begins at word `from` ends: before ", according to", else with the
    /// sentence, its full stop left out.
    fn end_of(&mut self, sentence: Span, from: usize) -> usize {
        let cut = (from + 1..self.words.len())
            .find(|&w| self.low(w) == "according" && self.gap(w - 1) == ",");
        let whole = self.text[sentence]
            .trim_end_matches(['.', '!', '?', '"', '\u{201d}', '\'', '\u{2019}']);
        cut.map_or(sentence.start + whole.len(), |w| self.words[w - 1].end)
    }

    /// False when there are marks around the cue or in the content: what somebody says there in his
    /// own words is a quotation already.
    fn unmarked(&self, report: &Report) -> bool {
        let content = report.content;
        let content = Span::new(content.start, report.more.map_or(content.end, |more| more.end));
        let start = content.start.min(report.cue.start);
        let end = content.end.max(report.cue.end);
        let from = self.marks.partition_point(|m| m.span.start < start);
        // The pair before may reach in, or one around it.
        let before = from.checked_sub(1).map(|at| &self.marks[at]);
        let mut around = std::iter::successors(before, |m| m.parent.map(|up| &self.marks[up]));
        let mut inside = self.marks[from..].iter().take_while(|m| m.span.start < end);
        let clash = |m: &Marked| m.span.overlaps(content) || m.span.covers(report.cue);
        !around.any(clash) && !inside.any(clash)
    }
}
