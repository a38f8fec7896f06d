//! Grouping the people of one page: full names first, then bare ones by what stands before them.

use super::bearers::Bearers;
use super::fit;
use super::parts::{Parts, Surfaces};
use super::person::Person;
use crate::entity::person::{joined, key, PersonMention};
use crate::entity::spelling::{one_slip, slips, sound_into, Likely};
use crate::entity::{Form, Gender};
use crate::page::Page;
use crate::scan::numbers::Keyed;
use crate::span::Span;

/// People of one surname that are compared with a new full name: the last ones.
const COMPARED: usize = 8;

/// Shortest surname, as it sounds, that may be another one with a slip; behind a title a shorter one
/// may: "Mr. Ried".
const SHORTEST_SLIP: usize = 5;

/// People of a short page.
const FEW: usize = 16;

/// The people of a page, and who is meant by each mention (same order as the mentions).
#[derive(Clone, Debug, Default)]
pub(crate) struct People {
    pub people: Vec<Person>,
    pub of: Vec<usize>,
    /// All different names, folded, one behind the other.
    folded: String,
    /// The surnames of all people as they sound, one behind the other.
    sounds: String,
    /// What is a slip away from one of these.
    near: Likely,
    /// People by surname as it is folded, as it sounds, and one slip away.
    by_surname: Bearers,
    by_slip: Bearers,
    /// So many people have their slips in the list by now.
    slipped: usize,
    by_given: Keyed<usize>,
    /// By both given names of those who have two.
    by_front: Keyed<usize>,
}

impl People {
    /// Groups `mentions`, which are in reading order. Linear in their number.
    pub(crate) fn group(page: &Page<'_>, mentions: &[PersonMention]) -> People {
        let mut out = People::default();
        if mentions.is_empty() {
            return out;
        }
        out.of = vec![usize::MAX; mentions.len()];
        out.people.reserve(mentions.len().min(FEW));
        let letters = mentions.iter().map(|mention| mention.span.len()).sum();
        out.folded.reserve(letters);
        out.sounds.reserve(letters);
        let surfaces = Surfaces::read(page.text(), mentions, &mut out.folded);
        out.name_in_full(&surfaces, mentions);
        let mut called = Keyed::default();
        for (at, mention) in mentions.iter().enumerate() {
            let mut word = surfaces.parts(at).key;
            let bare = mention.form != Form::FullName;
            if bare {
                let parts = out.corrected(surfaces.parts(at), mention);
                word = parts.key;
                out.of[at] = out.bare(parts, (at, mention), called.get(word).copied());
            }
            let person = out.of[at];
            let kin = mention.kin && !bare;
            // Whoever goes by the given name does not go by the surname.
            if mention.form != Form::GivenName {
                Called::note(&mut called, out.people[person].parts.key, person, (false, kin));
            }
            Called::note(&mut called, word, person, (bare && mention.title.is_none(), kin));
            out.people[person].note(surfaces.of[at], mention);
        }
        out.join(page, mentions);
        out.people.iter_mut().for_each(|person| person.choose_name(&surfaces));
        out
    }

    /// Finds the person of each full name: the same name is the same person's.
    fn name_in_full(&mut self, surfaces: &Surfaces<'_>, mentions: &[PersonMention]) {
        let mut known = vec![None; surfaces.len()];
        for (at, mention) in mentions.iter().enumerate() {
            if mention.form == Form::FullName {
                let surface = surfaces.of[at];
                let person = known[surface].unwrap_or_else(|| self.full(surfaces.parts(at)));
                known[surface] = Some(person);
                self.of[at] = person;
                self.people[person].name_in_full(at, mention.kin);
            }
        }
    }

    /// Makes one person of two whom the page says to be one.
    fn join(&mut self, page: &Page<'_>, mentions: &[PersonMention]) {
        let mut same: Vec<usize> = Vec::new();
        for (before, behind) in joined(page, mentions) {
            if same.is_empty() {
                same.extend(0..self.people.len());
            }
            let into = root(&mut same, self.of[before]);
            let from = root(&mut same, self.of[behind]);
            if into != from && self.people[into].gender_fits(self.people[from].gender) {
                let other = self.people[from].clone();
                self.people[into].absorb(other);
                same[from] = into;
            }
        }
        if !same.is_empty() {
            self.of.iter_mut().for_each(|person| *person = root(&mut same, *person));
        }
    }

    /// The person of a full name, an old or a new one.
    fn full(&mut self, parts: Parts) -> usize {
        let fits = |people: &People, p: &Person| fit::given_fits(p.parts, parts, &people.folded);
        let front = self.by_front.get_with(|| key(&self.folded[parts.whole()])).copied();
        match front {
            Some(person) if self.by_surname.of(parts.key).next().is_none() => person,
            _ => self.found_or_new(parts, fits),
        }
    }

    /// The person of a bare name: of those who bear it, the only one whom the page has named in full
    /// by then, or who was `called` so before, or whom the page names in full by far the most.
    fn bare(
        &mut self,
        parts: Parts,
        (at, mention): (usize, &PersonMention),
        called: Option<Called>,
    ) -> usize {
        let titled = mention.title.and(mention.gender);
        let fits = |c: &Called| self.people[c.person].gender_fits(titled);
        let called = called.filter(fits);
        let owner = called.filter(|c| c.owned).map(|c| c.person);
        let known = self.only(parts, titled, at).or(owner);
        let known = known.or_else(|| self.main(parts, titled)).or(called.map(|c| c.person));
        if let Some(person) = known.or_else(|| self.first(parts, titled)) {
            return person;
        }
        if mention.form == Form::GivenName {
            if let Some(&person) = self.by_given.get(parts.key) {
                return person;
            }
        }
        self.found_or_new(parts, |_, p| p.gender_fits(titled))
    }

    /// The parts of a bare name, with the surname of the page that it is another spelling of, if
    /// nobody goes by the name itself.
    fn corrected(&mut self, parts: Parts, mention: &PersonMention) -> Parts {
        let named = self.by_given.get(parts.key).is_some();
        if named || self.of_surname(parts, None).next().is_some() {
            return parts;
        }
        let heard = self.hear(parts);
        let titled = mention.title.and(mention.gender);
        let shortest = if mention.title.is_some() { 0 } else { SHORTEST_SLIP };
        let near = self.search((parts, shortest), heard, |_, p| p.gender_fits(titled));
        self.sounds.truncate(heard.start);
        let right = near.map_or(parts, |person| self.people[person].parts);
        Parts { surname: right.surname, key: right.key, ..parts }
    }

    /// Whoever of those who bear a surname is the only one named in full ahead of mention `at`.
    fn only(&self, parts: Parts, gender: Option<Gender>, at: usize) -> Option<usize> {
        let mut known = self.of_surname(parts, gender).filter(|p| self.people[*p].since < at);
        known.next().filter(|_| known.next().is_none())
    }

    /// Whoever of those who bear a surname the page names in full twice as often as any other.
    fn main(&self, parts: Parts, gender: Option<Gender>) -> Option<usize> {
        let (mut main, mut most, mut next) = (None, 0, 0);
        for bearer in self.of_surname(parts, gender) {
            match self.people[bearer].full {
                full if full > most => (main, most, next) = (Some(bearer), full, most),
                full => next = next.max(full),
            }
        }
        main.filter(|_| most >= 2 * next)
    }

    /// Whoever of those who bear a surname the page names first.
    fn first(&self, parts: Parts, gender: Option<Gender>) -> Option<usize> {
        self.of_surname(parts, gender).min()
    }

    fn of_surname(&self, parts: Parts, gender: Option<Gender>) -> impl Iterator<Item = usize> + '_ {
        let bearers = self.by_surname.of(parts.key).take(COMPARED);
        bearers.filter(move |bearer| {
            let person = &self.people[*bearer];
            self.folded[person.parts.surname] == self.folded[parts.surname]
                && person.gender_fits(gender)
        })
    }

    fn found_or_new(&mut self, parts: Parts, fits: impl Fn(&People, &Person) -> bool) -> usize {
        if let Some(person) = self.same_surname(parts, &fits) {
            return person;
        }
        let heard = self.hear(parts);
        match self.search((parts, SHORTEST_SLIP), heard, fits) {
            Some(person) => {
                self.sounds.truncate(heard.start);
                person
            }
            None => self.add(parts, heard),
        }
    }

    /// Adds how a surname sounds behind the sounds of all surnames.
    fn hear(&mut self, parts: Parts) -> Span {
        let from = self.sounds.len();
        sound_into(&self.folded[parts.surname], &mut self.sounds);
        Span::new(from, self.sounds.len())
    }

    /// Whoever bears the surname itself and `fits`, if nobody whose name only sounds like it comes
    /// before: most names are found so.
    fn same_surname(&self, parts: Parts, fits: impl Fn(&People, &Person) -> bool) -> Option<usize> {
        let surname = &self.folded[parts.surname];
        let bearers = self.by_surname.of(parts.key).take(COMPARED);
        let mut same =
            bearers.take_while(|&p| self.folded[self.people[p].parts.surname] == *surname);
        same.find(|&p| fits(self, &self.people[p]))
    }

    /// Whoever bears the surname, or one that sounds like it, or one a slip away if both are not too
    /// short, and `fits`.
    fn search(
        &mut self,
        (parts, shortest): (Parts, usize),
        heard: Span,
        fits: impl Fn(&People, &Person) -> bool,
    ) -> Option<usize> {
        let surname = parts.surname;
        let alike = |people: &People, p: usize, own: bool| {
            let other = &people.people[p];
            let same = people.folded[other.parts.surname] == people.folded[surname];
            // Who bears the surname itself is heard once, among those of its own key.
            let alike = if same {
                own
            } else {
                one_slip(&people.sounds[other.sound], &people.sounds[heard])
            };
            alike && fits(people, other)
        };
        let near = |people: &People, keys: &Bearers, key: u64, own: bool| {
            keys.of(key).take(COMPARED).find(|&p| alike(people, p, own))
        };
        let sound = &self.sounds[heard];
        let same = near(self, &self.by_surname, parts.key, true);
        let same = same.or_else(|| near(self, &self.by_surname, key(sound), false));
        if same.is_some() || !self.near.may_be_near(sound) {
            return same;
        }
        // A look at each of a few people costs less than all their slips.
        let few = self.people.len() <= FEW;
        if few && !(0..self.people.len()).any(|p| alike(self, p, false)) {
            return None;
        }
        self.index_slips();
        let long = |p: &usize| self.people[*p].sound.len().min(heard.len()) >= shortest;
        slips(&self.sounds[heard])
            .find_map(|slip| near(self, &self.by_slip, slip, false).filter(long))
    }

    /// Adds the slips of those who were named since the last time: on most pages nobody asks.
    fn index_slips(&mut self) {
        for at in self.slipped..self.people.len() {
            for slip in slips(&self.sounds[self.people[at].sound]) {
                self.by_slip.add(slip, at);
            }
        }
        self.slipped = self.people.len();
    }

    fn add(&mut self, parts: Parts, heard: Span) -> usize {
        let person = self.people.len();
        let sound = &self.sounds[heard];
        self.near.add(sound);
        self.by_surname.add(parts.key, person);
        self.by_surname.add(key(sound), person);
        if let Some(given) = parts.given {
            self.by_given.or_insert(key(&self.folded[given]), person);
            if let Some(front) = parts.front(&self.folded) {
                self.by_front.or_insert(key(&self.folded[front]), person);
            }
        }
        self.people.push(Person::new(parts, heard));
        person
    }
}

/// Who is meant by a word alone.
#[derive(Clone, Copy, Debug)]
struct Called {
    person: usize,
    /// Somebody was called so: of two who bear a surname, only one goes by it on a page, and the
    /// other is named in full.
    owned: bool,
}

impl Called {
    /// One more mention of a person, by this word alone if a bare one: who is called so owns the
    /// word from now on. "His wife, Ann Lee" does not take it from him.
    fn note(called: &mut Keyed<Called>, word: u64, person: usize, (owns, kin): (bool, bool)) {
        let known = called.or_insert(word, Called { person, owned: false });
        if !known.owned && !kin {
            *known = Called { person, owned: owns };
        }
    }
}

/// Who a person is the same as; each look halves the way there.
fn root(same: &mut [usize], mut person: usize) -> usize {
    while same[person] != person {
        same[person] = same[same[person]];
        person = same[person];
    }
    person
}
