//! What a page tells of the words that end and begin its names.

use super::evidence::{Evidence, Seen};
use super::inside::{ends, is_core};
use super::lexicon::Class;
use super::token::Token;

/// What one place tells of the word there, and what that means for all its places.
const TELLING: [(Seen, Seen); 16] = [
    (Seen::of(Evidence::Title), Seen::of(Evidence::PageTitled)),
    (Seen::of(Evidence::RoleBefore), Seen::of(Evidence::PageRole)),
    (Seen::of(Evidence::RoleComma), Seen::of(Evidence::PageRole)),
    (Seen::of(Evidence::Kin), Seen::of(Evidence::PageKin)),
    (Seen::of(Evidence::Speech), Seen::of(Evidence::PageSpoke)),
    (Seen::of(Evidence::SpeechBefore), Seen::of(Evidence::PageSpoke)),
    (Seen::of(Evidence::Deed), Seen::of(Evidence::PageDid)),
    (Seen::of(Evidence::Owns), Seen::of(Evidence::PageOwns)),
    (Seen::of(Evidence::Apposed), Seen::of(Evidence::PageApposed)),
    (Seen::of(Evidence::Cited), Seen::of(Evidence::PageCited)),
    (Seen::of(Evidence::GivenFirst), Seen::of(Evidence::PageGiven)),
    (Seen::of(Evidence::In), Seen::of(Evidence::PageIn)),
    (Seen::of(Evidence::To), Seen::of(Evidence::PageTo)),
    (Seen::of(Evidence::InPlace), Seen::of(Evidence::PageTown)),
    (Seen::of(Evidence::Town), Seen::of(Evidence::PageTown)),
    (Seen::of(Evidence::Direction), Seen::of(Evidence::PageTown)),
];

/// What is told only where a word stands by itself.
const ALONE: [(Seen, Seen); 2] = [
    (Seen::of(Evidence::Place), Seen::of(Evidence::PagePlace)),
    (Seen::of(Evidence::The), Seen::of(Evidence::PageThe)),
];

/// All that is told: most places tell nothing.
const TELLS: Seen = {
    let (mut all, mut at) = (ALONE[0].0.and(ALONE[1].0), 0);
    while at < TELLING.len() {
        all = all.and(TELLING[at].0);
        at += 1;
    }
    all
};

/// Times that a word stands by itself to be there often.
const OFTEN: u32 = 3;

/// What the page tells, by the number of a word: and how often it stands by itself.
#[derive(Debug)]
pub(crate) struct Told {
    words: Vec<(Seen, u32)>,
}

impl Told {
    /// Nothing yet, of so many words.
    pub(crate) fn of_words(words: usize) -> Told {
        Told { words: vec![Default::default(); words] }
    }

    /// Notes what stands in and around one candidate.
    pub(crate) fn add(&mut self, name: &[Token], seen: Seen) {
        let Some((first, last)) = ends(name) else { return };
        let single = first.word == last.word;
        let (told, count) = &mut self.words[last.word];
        if seen.meets(TELLS) {
            let mut here = seen;
            if single {
                here.drop(Evidence::GivenFirst);
            }
            for (place, page) in TELLING.iter().chain(ALONE.iter().filter(|_| single)) {
                if here.meets(*place) {
                    *told = told.and(*page);
                }
            }
        }
        told.note(Evidence::MidSentence, !(single && seen.has(Evidence::Opens)));
        told.note(Evidence::PageFull, !single);
        *count += u32::from(single);
        if single {
            told.note(Evidence::PageHead, seen.has(Evidence::HeadBehind));
            return;
        }
        let (told, _) = &mut self.words[first.word];
        told.note(Evidence::PageFirst, true);
        for pair in name.windows(2).filter(|pair| pair[1].class.is(Class::HEAD)) {
            self.words[pair[0].word].0.note(Evidence::PageHead, true);
        }
    }

    /// What the page tells of the last word of a name.
    pub(crate) fn of(&self, name: &[Token]) -> Seen {
        let last = name.iter().rfind(|t| is_core(t));
        let (mut seen, count) = last.map_or_else(Default::default, |t| self.words[t.word]);
        let others = count - u32::from(name.len() == 1).min(count);
        seen.note(Evidence::Again, others > 0);
        seen.note(Evidence::Often, others >= OFTEN);
        seen
    }
}
