//! Who the source of indirect speech is: what stands in the place of the subject.

use super::Finder;
use crate::entity::Mention;
use crate::quote::grammar::Small;
use crate::quote::{How, Speaker};
use crate::scan::words::words;
use crate::span::Span;

impl Finder<'_, '_> {
    /// What stands in the place of the subject of the verb `at`.
    pub(super) fn subject(&mut self, at: usize) -> Option<Span> {
        let mut last = at.checked_sub(1)?;
        let participle = self.low(at).ends_with("ing");
        while last > 0 && (self.is_auxiliary(last) || self.is_time(last)) {
            last -= 1;
        }
        // "The mayor left and said that": the subject is that of the verb before.
        if participle || matches!(self.low(last), "and" | "but") {
            return self.opening(at);
        }
        let near = self.name_before(at).filter(|near| near.end + 2 >= self.words[last].end);
        let first = near.and_then(|near| self.words.iter().position(|w| w.start >= near.start));
        let before = first.and_then(|first| first.checked_sub(1));
        if self.gap(last).starts_with(',') {
            return self.apposed(last, near.filter(|_| before.is_some_and(|b| self.gap(b) == ",")));
        }
        // "the lawyer for Ann Lee said": it is the lawyer who did.
        let inside =
            before.is_some_and(|b| self.gap(b).is_empty() && Small::Attribute.has(self.low(b)));
        near.filter(|_| !inside).or_else(|| self.phrase(last))
    }

    /// Where a comma stands behind word `last`: the name between two commas, "the mayor, Ann Lee,", or
    /// else what stands before the first of them, "Ann Lee, the mayor,".
    fn apposed(&mut self, last: usize, name: Option<Span>) -> Option<Span> {
        if name.is_some() {
            return name;
        }
        let open = (0..last).rev().find(|&g| self.gap(g) == ",");
        open.and_then(|g| self.phrase(g)).or_else(|| self.phrase(last))
    }

    /// The last name of the sentence before word `at`.
    fn name_before(&self, at: usize) -> Option<Span> {
        let last = self.mentions_before(self.words[at].start).last().map(|m| m.span);
        last.filter(|name| name.start >= self.words[0].start)
    }

    /// An auxiliary or an adverb.
    fn is_auxiliary(&mut self, at: usize) -> bool {
        let low = self.low(at);
        low.ends_with("ly") || Small::Auxiliary.has(low)
    }

    /// "on Tuesday", "last week", between a subject and its verb.
    fn is_time(&mut self, at: usize) -> bool {
        let low = self.low(at);
        let day = low.ends_with("day") && low.len() > 5;
        day || Small::Time.has(low)
            || (low == "on" && at + 1 < self.words.len() && self.low(at + 1).ends_with("day"))
    }

    /// Who the sentence is about: the first one it names before word `at`.
    fn opening(&mut self, at: usize) -> Option<Span> {
        let start = self.words[0].start;
        let mentions = self.mentions_before(self.words[at].start);
        let named = mentions.iter().rev().take_while(|m| m.span.start >= start).last();
        named.map(|m| m.span)
    }

    /// The mentions that end before `at`.
    fn mentions_before(&self, at: usize) -> &[Mention] {
        &self.mentions[..self.mentions.partition_point(|m| m.span.end <= at)]
    }

    /// The noun phrase that ends with word `last`: back to its determiner, or as long as nothing
    /// but words stands between.
    fn phrase(&mut self, last: usize) -> Option<Span> {
        let mut first = last;
        while first > 0
            && last - first < 6
            && self.gap(first - 1).is_empty()
            && !Small::Determiner.has(self.low(first))
        {
            if Small::Boundary.has(self.low(first - 1)) {
                break;
            }
            first -= 1;
        }
        let span = Span::new(self.words.get(first)?.start, self.words.get(last)?.end);
        (!Small::Boundary.has(self.low(last))).then_some(span)
    }

    /// The speaker that `source` names. A name that is only a part of it, "the Ellerby police", is
    /// not who speaks.
    pub(super) fn speaker(&self, source: Span) -> Speaker {
        let named = self.mentions_before(source.end + 3).iter().rev().take(3);
        match named.into_iter().find(|m| m.span.overlaps(source)) {
            Some(m) if self.is_head(m.span, source) => {
                Speaker::Entity { mention: m.span, entity: m.entity, how: How::Named }
            }
            _ => Speaker::Described { mention: source, span: source },
        }
    }

    /// True when nothing before the name makes it another's, and no noun stands behind it.
    fn is_head(&self, name: Span, source: Span) -> bool {
        let before = Span::new(source.start.min(name.start), name.start);
        let behind = Span::new(name.end, source.end.max(name.end));
        let small = |w: Span| self.text[w].starts_with(char::is_lowercase);
        let binds = |w: Span| Small::Binding.has(&self.text[w]);
        let tail = &self.text[behind];
        let free = tail.is_empty() || tail.starts_with([',', '(', ';']);
        !words(self.text, before).any(binds) && (free || !words(self.text, behind).any(small))
    }
}
