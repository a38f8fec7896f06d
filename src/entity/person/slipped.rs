//! Single words that are a surname of the page with a slip.

use super::evidence::Evidence;
use super::lexicon::Class;
use super::run::Runs;
use super::token::{Shape, Token};
use super::{core, Judged, Named};
use crate::entity::spelling::{one_slip, slips, Likely};
use crate::scan::fold::fold;
use crate::scan::map::Map;
use crate::span::Span;

/// Surnames of a short page.
const FEW: usize = 16;

/// Adds to single words of no other meaning that they are a surname of the page with a slip.
pub(super) fn confirm(text: &str, named: &Named, runs: &Runs, judged: &mut [Judged]) {
    let mut likely = Likely::default();
    named.surnames.iter().for_each(|span| likely.add(&text[*span]));
    let mut by_slip: Option<Map<u64, Span>> = None;
    for judged in judged.iter_mut().filter(|j| j.bare && j.kind().is_none()) {
        let Some(only) = core(runs.tokens(judged.candidate.name)) else { continue };
        let established = judged.seen.has(Evidence::Often);
        let verb = [Evidence::Speech, Evidence::Deed, Evidence::Auxiliary];
        let acts = verb.iter().any(|e| judged.seen.has(*e));
        let other = judged.candidate.table || established || !may_have_slipped(only, acts);
        let word = &text[only.span];
        if other || !likely.may_be_near(word) {
            continue;
        }
        let word = fold(word);
        // A look at each of a few surnames costs less than all their slips.
        let near = |surname: &Span| is_slip_of(&word, &fold(&text[*surname]));
        if named.surnames.len() <= FEW && !named.surnames.iter().any(near) {
            continue;
        }
        let by_slip = by_slip.get_or_insert_with(|| keys(text, &named.surnames));
        let surname = |key| by_slip.get(&key).map(|span| fold(&text[*span]));
        let slipped = slips(&word).filter_map(surname).any(|s| is_slip_of(&word, &s));
        judged.learn(Evidence::SurnameSlip, slipped);
    }
}

/// Surnames by the keys of what is a slip away from them.
fn keys(text: &str, surnames: &[Span]) -> Map<u64, Span> {
    let mut keys = Map::default();
    for span in surnames {
        let word = fold(&text[*span]);
        keys.extend(slips(&word).map(|key| (key, *span)));
    }
    keys
}

/// A long word that nothing is known of, or no more than that it is somebody's surname; a shorter one
/// that `acts`.
fn may_have_slipped(word: &Token, acts: bool) -> bool {
    /// Bytes of the shortest.
    const SHORTEST: usize = 6;
    let long = word.span.len() >= SHORTEST;
    let open = word.class == Class::default() && (long || acts && word.span.len() + 1 == SHORTEST)
        || word.class == Class::SURNAME && long;
    word.shape == Shape::Name && open
}

/// True of a surname with a slip; "the Bellandis" are a family.
fn is_slip_of(word: &str, surname: &str) -> bool {
    word.strip_suffix('s') != Some(surname) && one_slip(word, surname)
}

#[cfg(test)]
mod tests {
    use crate::entity::Normalizer;

    #[test]
    fn a_surname_with_a_slip_is_the_surname() {
        let page = "Carla Bellandi spoke first. Later Belandi left. Nobody saw Orlandi.";
        let found = Normalizer::new().entities(page);
        let names: Vec<_> = found.mentions().iter().map(|m| &page[m.span]).collect();
        assert_eq!(names, ["Carla Bellandi", "Belandi"]);
    }
}
