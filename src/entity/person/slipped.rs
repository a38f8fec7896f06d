//! Single words that are a surname of the page with a slip.

use super::evidence::Evidence;
use super::lexicon::Class;
use super::run::Runs;
use super::token::{Shape, Token};
use super::{core, Judged, Named};
use crate::entity::spelling::{one_slip, slips};
use crate::scan::fold::fold;
use crate::scan::map::Map;
use crate::span::Span;

/// Adds to single words of no other meaning that they are a surname of the page with a slip.
pub(super) fn confirm(text: &str, named: &Named, runs: &Runs, judged: &mut [Judged]) {
    let likely = Likely::of(named.surnames.iter().map(|span| &text[*span]));
    let mut by_slip: Option<Map<u64, Span>> = None;
    for judged in judged.iter_mut().filter(|j| j.bare && j.kind().is_none()) {
        let Some(only) = core(runs.tokens(judged.candidate.name)) else { continue };
        let established = judged.seen.has(Evidence::Often);
        let other = judged.candidate.table || established || !may_have_slipped(only);
        let word = &text[only.span];
        if other || !likely.may_be_near(word) {
            continue;
        }
        let by_slip = by_slip.get_or_insert_with(|| keys(text, &named.surnames));
        let word = fold(word);
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

/// A long word that nothing is known of, or no more than that it is somebody's surname.
fn may_have_slipped(word: &Token) -> bool {
    /// Bytes of the shortest.
    const SHORTEST: usize = 6;
    let open = word.class == Class::default() || word.class == Class::SURNAME;
    word.span.len() >= SHORTEST && word.shape == Shape::Name && open
}

/// True of a surname with a slip; "the Bellandis" are a family.
fn is_slip_of(word: &str, surname: &str) -> bool {
    word.strip_suffix('s') != Some(surname) && one_slip(word, surname)
}

/// The lengths of words a slip away from some surnames, a bit each, by their first letter, which
/// never slips: most words are told by one look.
struct Likely([u64; 32]);

impl Likely {
    fn of<'t>(surnames: impl Iterator<Item = &'t str>) -> Likely {
        let mut lengths = [0; 32];
        for surname in surnames {
            match place(surname) {
                Some((first, length)) => lengths[first] |= 0b111 << (length - 1),
                None => return Likely([u64::MAX; 32]),
            }
        }
        Likely(lengths)
    }

    fn may_be_near(&self, word: &str) -> bool {
        place(word).map_or(true, |(first, length)| self.0[first] >> length & 1 == 1)
    }
}

/// The first letter and the length of a word of ASCII; of others neither need stay when it is folded.
fn place(word: &str) -> Option<(usize, usize)> {
    let first = word.bytes().next()?;
    let plain = word.is_ascii() && word.len() < 62;
    plain.then_some((usize::from(first & 31), word.len()))
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
