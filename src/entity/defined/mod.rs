//! What a page itself defines: organisations and places that no table knows, and what stands for
//! them elsewhere on the page.

mod acronym;
mod headed;
mod names;
mod place;
mod short;

use super::gazetteer::{EntryId, Found, TableMention};
use super::person::{Names, Runs};
use super::{Form, Kind};
use crate::page::Page;
use crate::span::Span;

pub(super) use self::acronym::add as add_acronyms;

/// Adds the names that no table knows to the mentions found, and the short forms of all. Linear in
/// the length of the page.
pub(super) fn add_names(page: &Page<'_>, runs: &Runs, names: &Names, found: &mut Found<'_>) {
    headed::add(page, runs, &names.people, found);
    short::add(page.text(), runs, &names.people, found);
    place::add(page.text(), &names.places, found);
}

fn mention(span: Span, kind: Kind, entry: EntryId) -> TableMention {
    TableMention { span, kind, entry, form: Form::Table, doubtful: false }
}
