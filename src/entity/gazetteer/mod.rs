//! Finding the names of tables in a text.

mod context;
mod evidence;
mod forms;
mod found;
mod lexicon;
mod scan;
mod tokens;
mod user;

use self::context::Context;
use self::evidence::Evidence;
use self::lexicon::Role;
use self::scan::{scan, Hit};
use super::{Country, Form, Kind};
use crate::page::Page;
use crate::scan::capitals::Capitals;

pub(super) use self::context::is_in_state;
pub(super) use self::found::{Found, TableMention};
pub(super) use self::lexicon::{Entry, EntryId, Lexicon};
pub(super) use self::tokens::is_word_char;
pub use self::user::Gazetteer;

/// Forms on a short page.
const FEW: usize = 32;

/// The mentions of a page.
///
/// Two passes: all forms are found first, the longest one at each word, so that what the page says
/// anywhere can speak for or against a doubtful name; then each is decided. Linear in the length.
pub(crate) fn find<'g>(lexicon: &'g Lexicon, page: &Page<'_>, capitals: &Capitals) -> Found<'g> {
    let mut hits = Vec::with_capacity(FEW);
    for &region in page.regions() {
        scan(lexicon, &lexicon.forms, page.text(), region, capitals, &mut hits);
    }
    let mut cues = Vec::new();
    if hits.iter().any(|hit| lexicon.needs_small_cues(hit.meaning)) {
        for &region in page.regions() {
            scan(lexicon, &lexicon.small_cues, page.text(), region, capitals, &mut cues);
        }
    }
    let evidence = Evidence::of(lexicon, page.text(), &hits, &cues);
    let decide = |(at, hit): (usize, &Hit)| {
        let context = Context::new(page.text(), &hits, at);
        let (kind, entry) = match hit.meaning.role {
            Role::Cue => return None,
            Role::Name(Kind::Country) | Role::Doubtful(_) => evidence.read(lexicon, &context)?,
            Role::Name(kind) if is_prefixed(page.text(), hit, kind) => return None,
            Role::Name(kind) => (kind, hit.meaning.entry),
        };
        let form = if hit.meaning.part { Form::Part } else { Form::Table };
        let doubtful = matches!(hit.meaning.role, Role::Doubtful(_));
        Some(TableMention { span: hit.span, kind, entry, form, doubtful })
    };
    let mut mentions = Vec::with_capacity(hits.len());
    mentions.extend(hits.iter().enumerate().filter_map(decide));
    Found::new(lexicon, mentions)
}

/// "pro-Beijing", "sub-Alpine": a quality, not the government or the place itself.
fn is_prefixed(text: &str, hit: &Hit, kind: Kind) -> bool {
    let prefix = || text[hit.region.start..hit.span.start].strip_suffix('-');
    matches!(kind, Kind::Seat | Kind::Place)
        && prefix().is_some_and(|before| before.ends_with(char::is_lowercase))
}
