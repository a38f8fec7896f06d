//! Places that no table knows, by what the page says around their names.

use super::mention;
use super::names::Defined;
use crate::entity::gazetteer::Found;
use crate::entity::Kind;
use crate::span::Span;

/// Adds the places at `names`, which are sorted, where nothing else was found. Linear in their number.
pub(super) fn add(text: &str, names: &[Span], found: &mut Found<'_>) {
    if names.is_empty() {
        return;
    }
    let mut defined = Defined::of(found);
    let mut new = Vec::new();
    for &span in names {
        if found.overlapping(span).next().is_none() {
            let entry = defined.entry(found, &text[span], Kind::Place);
            new.push(mention(span, found.entry(entry).kind, entry));
        }
    }
    found.insert(new);
}
