//! Names beside the names of places: "Tolmin, Peru", "Tolmin, Lima and Orva".

use super::evidence::Evidence;
use super::Judged;
use crate::entity::gazetteer::{is_in_state, Found, TableMention};
use crate::entity::Kind;
use crate::span::Span;

/// Bytes between the names of a list, at most: ", and " with spaces of three bytes.
const LONGEST_JOINT: usize = 10;

/// Adds that a name stands in a list beside a place, of the tables or found by now.
pub(super) fn note(text: &str, found: &Found<'_>, judged: &mut [Judged]) {
    let is_place = |j: &Judged| j.kind() == Some(Kind::Place) || is_table_place(found, j.span);
    // Whether the name before is joined to this one, and was a place before that told of it.
    let mut last = None;
    for at in 0..judged.len() {
        let next = judged.get(at + 1).is_some_and(|n| is_joined(text, judged[at].span, n.span));
        let place = (next || last.is_some()) && is_place(&judged[at]);
        if let Some(was_place) = last {
            judged[at].learn(Evidence::AmongPlaces, was_place);
            judged[at - 1].learn(Evidence::AmongPlaces, place);
        }
        last = next.then_some(place);
    }
}

fn is_joined(text: &str, first: Span, second: Span) -> bool {
    let near = second.start.saturating_sub(first.end) <= LONGEST_JOINT;
    let between = text.get(first.end..second.start).filter(|_| near);
    between.is_some_and(is_joint)
}

/// What stands between the names of a list: ", ", " and ", ", or ", with any kind of space.
fn is_joint(between: &str) -> bool {
    let blank = |c: char| c.is_whitespace() && c != '\n';
    let (comma, rest) = match between.strip_prefix(',') {
        Some(rest) => (true, rest),
        None => (false, between),
    };
    if !rest.starts_with(blank) || !rest.ends_with(blank) {
        return false;
    }
    let word = rest.trim();
    matches!(word, "and" | "or") || comma && word.is_empty() && rest.chars().count() == 1
}

fn is_table_place(found: &Found<'_>, span: Span) -> bool {
    at(found, span.start).is_some_and(|m| m.kind == Kind::Place && m.span == span)
}

/// "Tolmin, Peru", "Tolmin, Mo.": a place or country of the tables behind a comma, and nothing that
/// it has.
pub(super) fn is_in_place(text: &str, region: Span, name: Span, found: &Found<'_>) -> bool {
    let Some(behind) = text[name.end..region.end].strip_prefix(',') else { return false };
    let space = behind.chars().next().filter(|c| c.is_whitespace() && *c != '\n');
    let start = space.map(|c| name.end + ",".len() + c.len_utf8());
    let table = start.and_then(|start| at(found, start)).is_some_and(|m| {
        matches!(m.kind, Kind::Place | Kind::Country)
            && !["'s", "\u{2019}s"].iter().any(|s| text[m.span.end..].starts_with(s))
    });
    table || is_in_state(&text[name.end..region.end])
}

/// What the tables know that begins at `start`.
fn at<'f>(found: &'f Found<'_>, start: usize) -> Option<&'f TableMention> {
    let at = found.mentions.partition_point(|m| m.span.start < start);
    found.mentions.get(at).filter(|m| m.span.start == start)
}
