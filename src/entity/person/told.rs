//! What a page tells of the words that end and begin its names.

use super::evidence::{Evidence, Seen};
use super::inside::is_core;
use super::lexicon::Class;
use super::run::Token;
use crate::scan::map::Map;

/// What one place tells of the word there, and what that means for all its places.
const TELLING: [(Evidence, Evidence); 15] = [
    (Evidence::Title, Evidence::PageTitled),
    (Evidence::RoleBefore, Evidence::PageRole),
    (Evidence::RoleComma, Evidence::PageRole),
    (Evidence::Speech, Evidence::PageSpoke),
    (Evidence::SpeechBefore, Evidence::PageSpoke),
    (Evidence::Deed, Evidence::PageDid),
    (Evidence::Owns, Evidence::PageOwns),
    (Evidence::Apposed, Evidence::PageApposed),
    (Evidence::Cited, Evidence::PageCited),
    (Evidence::GivenFirst, Evidence::PageGiven),
    (Evidence::In, Evidence::PageIn),
    (Evidence::To, Evidence::PageTo),
    (Evidence::InPlace, Evidence::PageTown),
    (Evidence::Town, Evidence::PageTown),
    (Evidence::Direction, Evidence::PageTown),
];

/// What is told only where a word stands by itself.
const ALONE: [(Evidence, Evidence); 2] =
    [(Evidence::Place, Evidence::PagePlace), (Evidence::The, Evidence::PageThe)];

/// All that is told: most places tell nothing.
const TELLS: Seen = {
    let (mut all, mut at) = (Seen::of(ALONE[0].0).with(ALONE[1].0), 0);
    while at < TELLING.len() {
        all = all.with(TELLING[at].0);
        at += 1;
    }
    all
};

/// Times that a word stands by itself to be there often.
const OFTEN: u32 = 3;

/// What the page tells, by the key of a word.
#[derive(Debug, Default)]
pub(crate) struct Told {
    words: Map<u64, (Seen, u32)>,
}

impl Told {
    /// Room for what so many names tell.
    pub(crate) fn of_names(names: usize) -> Told {
        let mut words = Map::default();
        words.reserve(names);
        Told { words }
    }

    /// Notes what stands in and around one candidate.
    pub(crate) fn add(&mut self, name: &[Token], seen: Seen) {
        let core = || name.iter().filter(|t| is_core(t));
        let (Some(first), Some(last)) = (core().next(), core().next_back()) else { return };
        let single = first.key == last.key;
        let (told, count) = self.words.entry(last.key).or_default();
        if seen.meets(TELLS) {
            for (here, page) in TELLING.into_iter().chain(ALONE.into_iter().filter(|_| single)) {
                told.note(page, seen.has(here) && !(single && here == Evidence::GivenFirst));
            }
        }
        told.note(Evidence::MidSentence, !(single && seen.has(Evidence::Opens)));
        told.note(Evidence::PageFull, !single);
        *count += u32::from(single);
        if single {
            told.note(Evidence::PageHead, seen.has(Evidence::HeadBehind));
            return;
        }
        let (told, _) = self.words.entry(first.key).or_default();
        told.note(Evidence::PageFirst, true);
        for pair in name.windows(2).filter(|pair| pair[1].class.is(Class::HEAD)) {
            self.words.entry(pair[0].key).or_default().0.note(Evidence::PageHead, true);
        }
    }

    /// What the page tells of the last word of a name.
    pub(crate) fn of(&self, name: &[Token]) -> Seen {
        let last = name.iter().rfind(|t| is_core(t));
        let Some((mut seen, count)) = last.and_then(|t| self.words.get(&t.key)).copied() else {
            return Seen::default();
        };
        let others = count - u32::from(name.len() == 1).min(count);
        seen.note(Evidence::Again, others > 0);
        seen.note(Evidence::Often, others >= OFTEN);
        seen
    }
}
