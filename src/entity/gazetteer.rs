//! [`Gazetteer`]: the names of tables, found in a text.

use std::borrow::Cow;

use super::Kind;
use crate::page::Page;
use crate::span::Span;

/// One thing that tables know by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub kind: Kind,
    /// The canonical name.
    pub name: Cow<'static, str>,
    /// ISO 3166-1 alpha-2 code of a country, or of the country of a seat or place.
    pub code: Option<&'static str>,
}

/// Index of an [`Entry`] in what [`Gazetteer::find`] found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct EntryId(pub u32);

/// A name of a table, found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TableMention {
    /// The name, without a possessive ending.
    pub span: Span,
    /// What is named here: of a demonym, the entry is the country.
    pub kind: Kind,
    /// What it names.
    pub entry: EntryId,
}

/// The names of all tables, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gazetteer {
    entries: Vec<Entry>,
}

/// The table mentions of a page, sorted and not overlapping, and what they name.
#[derive(Clone, Debug)]
pub(crate) struct Found<'g> {
    gazetteer: &'g Gazetteer,
    /// What the page itself defines, with ids behind those of the gazetteer.
    local: Vec<Entry>,
    pub mentions: Vec<TableMention>,
}

impl Found<'_> {
    /// What a mention names.
    pub fn entry(&self, id: EntryId) -> &Entry {
        let at = id.0 as usize;
        let known = &self.gazetteer.entries;
        known.get(at).unwrap_or_else(|| &self.local[at - known.len()])
    }

    /// Leaves out mentions that share a byte with one of `taken`, which is sorted.
    pub fn veto(&mut self, taken: impl Iterator<Item = Span>) {
        let mut taken = taken.peekable();
        self.mentions.retain(|mention| {
            while taken.next_if(|span| span.end <= mention.span.start).is_some() {}
            !taken.peek().is_some_and(|span| span.overlaps(mention.span))
        });
    }
}

impl Gazetteer {
    /// The built-in tables.
    pub fn builtin() -> Gazetteer {
        Gazetteer::default()
    }

    /// The mentions of a page.
    pub fn find(&self, _page: &Page<'_>) -> Found<'_> {
        Found { gazetteer: self, local: Vec::new(), mentions: Vec::new() }
    }
}
