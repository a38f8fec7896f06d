//! [`Found`]: the names of tables in a text, and what they name.

use super::context::begins_sentence;
use super::lexicon::{Entry, EntryId, Lexicon};
use super::{Form, Kind};
use crate::span::Span;

/// A name of a table, found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TableMention {
    /// The name, without a possessive ending.
    pub span: Span,
    /// What is named here: of a demonym, the entry is the country.
    pub kind: Kind,
    /// What it names.
    pub entry: EntryId,
    /// A whole name, or that of a part or former state.
    pub form: Form,
    /// A country's name that is something else's too, a person's perhaps: "Chad".
    pub doubtful: bool,
}

/// The table mentions of a page, sorted and not overlapping, and what they name.
#[derive(Clone, Debug)]
pub(crate) struct Found<'g> {
    lexicon: &'g Lexicon,
    /// What the page itself defines, with ids behind those of the lexicon.
    pub local: Vec<Entry>,
    pub mentions: Vec<TableMention>,
}

impl<'g> Found<'g> {
    pub fn new(lexicon: &'g Lexicon, mentions: Vec<TableMention>) -> Found<'g> {
        Found { lexicon, local: Vec::new(), mentions }
    }

    /// What a mention names.
    pub fn entry(&self, id: EntryId) -> &Entry {
        let at = id.0 as usize;
        let known = &self.lexicon.entries;
        known.get(at).unwrap_or_else(|| &self.local[at - known.len()])
    }

    /// The id of what the page itself defines.
    pub fn local_id(&self, at: usize) -> EntryId {
        EntryId((self.lexicon.entries.len() + at) as u32)
    }

    /// True of what the page itself defines.
    pub fn is_local(&self, id: EntryId) -> bool {
        id.0 as usize >= self.lexicon.entries.len()
    }

    /// True when the name of a country that is no one else's ends at the end of `span`, behind
    /// something, or any country's behind a preposition: nobody is called "In Israel".
    pub fn ends_with_country(&self, text: &str, span: Span) -> bool {
        let at = self.mentions.partition_point(|mention| mention.span.end < span.end);
        self.mentions.get(at).is_some_and(|mention| {
            let inside = mention.span.end == span.end && mention.span.start > span.start;
            let certain = || {
                !mention.doubtful
                    || begins_sentence(text[span.start..mention.span.start].trim_end())
            };
            inside && mention.kind == Kind::Country && certain()
        })
    }

    /// Leaves out mentions that share a byte with one of `taken`, which is sorted.
    pub fn veto(&mut self, taken: impl Iterator<Item = Span>) {
        let mut taken = taken.peekable();
        self.mentions.retain(|mention| {
            while taken.next_if(|span| span.end <= mention.span.start).is_some() {}
            !taken.peek().is_some_and(|span| span.overlaps(mention.span))
        });
    }

    /// Adds mentions in place of organisations that they overlap; where another kind stands, that
    /// stays.
    pub fn insert(&mut self, mut new: Vec<TableMention>) {
        new.sort_unstable_by_key(|mention| (mention.span.start, usize::MAX - mention.span.end));
        let mut end = 0;
        new.retain(|mention| {
            let keep = mention.span.start >= end && !self.meets_other_kind(mention.span);
            end = if keep { mention.span.end } else { end };
            keep
        });
        self.veto(new.iter().map(|mention| mention.span));
        self.mentions.extend(new);
        self.mentions.sort_unstable_by_key(|mention| mention.span);
    }

    fn meets_other_kind(&self, span: Span) -> bool {
        let at = self.mentions.partition_point(|m| m.span.end <= span.start);
        let met = self.mentions[at..].iter().take_while(|m| m.span.start < span.end);
        met.into_iter().any(|m| !matches!(m.kind, Kind::Organisation | Kind::Demonym | Kind::Place))
    }

    pub fn holds_country(&self, span: Span) -> bool {
        self.overlapping(span).any(|m| matches!(m.kind, Kind::Country | Kind::Seat))
    }

    /// A table knows the name, or a longer one.
    pub fn is_known_whole(&self, span: Span) -> bool {
        self.overlapping(span).any(|m| m.span.covers(span))
    }

    pub fn overlapping(&self, span: Span) -> impl Iterator<Item = &TableMention> {
        let at = self.mentions.partition_point(|m| m.span.end <= span.start);
        self.mentions[at..].iter().take_while(move |m| m.span.start < span.end)
    }

    /// Adds what the page itself defines.
    pub fn define(&mut self, name: &str, kind: Kind) -> EntryId {
        let name = name.to_owned().into();
        self.local.push(Entry { kind, name, code: None });
        self.local_id(self.local.len() - 1)
    }
}
