//! Whether two names of one surname may be one person's.

use once_cell::sync::Lazy;

use super::parts::Parts;
use crate::data;
use crate::entity::person::LEXICON;
use crate::entity::spelling::one_slip;
use crate::scan::map::Map;

/// Shortest given names of which one may be a slip.
const SHORTEST_SLIP: usize = 5;

/// Shortest given name that is cut short: "Alex".
const SHORTEST_STEM: usize = 3;

/// Given names equal, one an initial of the other or part of it, or names that stand for one another.
pub(super) fn given_fits(a: Parts, b: Parts, folded: &str) -> bool {
    let (Some(ours), Some(theirs)) = (a.given, b.given) else { return true };
    let (ours, theirs) = (&folded[ours], &folded[theirs]);
    let begins = |short: &str, long: &str| {
        let enough = || short.len() >= SHORTEST_STEM || short.chars().count() == 1;
        long.starts_with(short) && enough()
    };
    ours == theirs
        || begins(ours, theirs)
        || begins(theirs, ours)
        || same_given(ours, theirs)
        || is_slip(ours, theirs)
        || a.ends_with(b, folded)
        || b.ends_with(a, folded)
        || a.has_inner(b, folded)
        || b.has_inner(a, folded)
}

/// "Angla" for "Angela", but never one given name for another: "Marie", "Maria".
fn is_slip(a: &str, b: &str) -> bool {
    let both_known = || LEXICON.class(a).is_given() && LEXICON.class(b).is_given();
    a.len() >= SHORTEST_SLIP && b.len() >= SHORTEST_SLIP && one_slip(a, b) && !both_known()
}

pub(super) fn same_given(a: &str, b: &str) -> bool {
    static GROUPS: Lazy<Map<&'static str, usize>> = Lazy::new(|| {
        let rows = data::rows(include_str!("../../data/entity/nicknames.tsv"));
        let names = rows.flat_map(|(line, mut columns)| {
            columns.next().unwrap_or_default().split(' ').map(move |name| (name, line))
        });
        names.collect()
    });
    GROUPS.get(a).is_some_and(|group| GROUPS.get(b) == Some(group))
}
