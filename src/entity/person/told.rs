//! What a page tells of the words that end and begin its names.

use super::evidence::{Evidence, Seen, NAMES};
use super::inside::{ends, is_core};
use super::lexicon::Class;
use super::token::Token;

/// What one place tells of the word there, and what that means for all its places.
const TELLING: [(Evidence, Evidence); 18] = [
    (Evidence::Title, Evidence::PageTitled),
    (Evidence::RoleBefore, Evidence::PageRole),
    (Evidence::RoleComma, Evidence::PageRole),
    (Evidence::Kin, Evidence::PageKin),
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
    (Evidence::Place, Evidence::PagePlace),
    (Evidence::The, Evidence::PageThe),
];

/// What is told only where a word stands by itself.
const ALONE: Seen = Seen::of(Evidence::Place).and(Seen::of(Evidence::The));

/// What is told only where it does not.
const BESIDE: Seen = Seen::of(Evidence::GivenFirst);

/// All that is told.
const TELLS: Seen = {
    let (mut all, mut at) = (Seen::of(TELLING[0].0), 1);
    while at < TELLING.len() {
        all = all.and(Seen::of(TELLING[at].0));
        at += 1;
    }
    all
};

/// What each piece of evidence means for all places of the word.
static MEANS: [Seen; NAMES.len()] = {
    let (mut means, mut at) = ([Seen::NONE; NAMES.len()], 0);
    while at < TELLING.len() {
        means[TELLING[at].0 as usize] = Seen::of(TELLING[at].1);
        at += 1;
    }
    means
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
        let here = seen.both(TELLS).without(if single { BESIDE } else { ALONE });
        *told = here.iter().fold(*told, |told, at| told.and(MEANS[at]));
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
