//! The organisation behind "the company" and "the ministry".

use once_cell::sync::Lazy;

use crate::entity::{EntityId, Mention};
use crate::scan::fold::fold;

/// Mentions of organisations that are looked back over.
const RECENT: usize = 64;

/// Nouns for organisations, those for firms first.
static NOUNS: Lazy<[Vec<&'static str>; 2]> = Lazy::new(|| {
    let rows = || crate::data::rows(include_str!("../../data/quote/sources.tsv"));
    let of = |class: &str| {
        let rows = rows().filter_map(|(_, mut row)| Some((row.next()?, row.next()?)));
        let lists = rows.filter(|(name, _)| *name == class).flat_map(|(_, list)| list.split(' '));
        lists.collect()
    };
    [of("firm"), of("institution")]
});

/// The organisation whom "the `noun`" stands for at `at`: the last one named that has the noun in its
/// name; or for a firm the last one whose name says that it is nothing else.
pub(super) fn named(
    text: &str,
    noun: &str,
    organisations: &[Mention],
    at: usize,
) -> Option<EntityId> {
    let [firms, institutions] = &*NOUNS;
    let until = organisations.partition_point(|m| m.span.end <= at);
    let before = || organisations[..until].iter().rev().take(RECENT);
    let words = |m: &Mention| fold(&text[m.span]);
    let has = |m: &&Mention| words(m).split(' ').any(|word| word == noun);
    if let Some(named) = before().find(has) {
        return Some(named.entity);
    }
    let is_firm = |m: &&Mention| !words(m).split(' ').any(|word| institutions.contains(&word));
    let firm = before().find(is_firm).filter(|_| firms.contains(&noun));
    firm.map(|m| m.entity)
}
