//! Finding the names of people: capitalised runs are cut down to what may be a name, evidence is
//! gathered inside, around and over the page, and weighed; the bare names of those named in full
//! come last.

mod also;
mod around;
mod candidate;
mod cited;
mod evidence;
mod gloss;
mod heading;
mod inside;
mod lexicon;
mod listed;
mod nickname;
mod plain;
mod run;
mod slipped;
mod token;
mod told;
mod word;

pub(crate) use self::also::joined;
use self::around::Around;
use self::candidate::{Candidate, Cutter};
use self::evidence::{Evidence, Seen, Weight, WEIGHTS};
use self::inside::{ends, is_core};
pub(crate) use self::lexicon::{Class, LEXICON};
use self::plain::PlainWords;
pub(crate) use self::run::Runs;
pub(crate) use self::token::{key, Shape, Token};
use self::told::Told;
use super::gazetteer::Found;
use super::{Form, Gender, Kind};
use crate::page::Page;
use crate::scan::chars::is_same;
use crate::scan::map::Map;
use crate::span::Span;

/// A person's name, found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PersonMention {
    /// The name, without title and without a possessive ending.
    pub span: Span,
    /// How it was recognised.
    pub form: Form,
    /// The title before it.
    pub title: Option<Span>,
    /// What title or given name tell.
    pub gender: Option<Gender>,
    /// Named as somebody's relative or friend: "his sister Ana".
    pub kin: bool,
}

/// The names of people, sorted and not overlapping, and those of places that no table knows.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    pub people: Vec<PersonMention>,
    pub places: Vec<Span>,
}

/// The names of people and places. A table mention that shares a byte with a person's is dropped
/// afterwards: "Chad Smith" is no country, and whoever finds the person says so. Linear in the
/// length of the page.
pub(crate) fn find(page: &Page<'_>, runs: &Runs, found: &Found<'_>) -> Names {
    let mut reader = Reader::read(page, runs, found);
    let named = reader.name_in_full();
    reader.confirm(&named);
    slipped::confirm(page.text(), &named, runs, &mut reader.judged);
    listed::note(page.text(), found, &mut reader.judged);
    let mut people = Vec::with_capacity(reader.judged.len());
    let mut places = Vec::new();
    for judged in &reader.judged {
        match judged.kind() {
            Some(Kind::Person) => {
                people.push(judged.mention(reader.runs.tokens(judged.candidate.name), &named));
            }
            Some(_) => places.push(judged.span),
            None => {}
        }
    }
    heading::add(page, runs, found, &named, &mut people);
    people.retain(|person| !found.ends_with_country(page.text(), person.span));
    gloss::add(page, &mut people);
    Names { people, places }
}

/// Whoever is named in full by less evidence lends his surname with some doubt.
const SURE: i32 = 50;

/// A candidate with the evidence about it.
#[derive(Clone, Copy, Debug)]
struct Judged {
    candidate: Candidate,
    span: Span,
    /// One word that counts.
    bare: bool,
    seen: Seen,
    /// What all of it weighs, once the whole page is known.
    weight: Weight,
}

/// A page's candidates.
struct Reader<'r> {
    runs: &'r Runs,
    judged: Vec<Judged>,
}

/// Words by number that end, or begin, the names of those named in full.
#[derive(Debug)]
struct Named {
    parts: Vec<Part>,
    /// Names of places.
    places: Map<u64, ()>,
    /// Where the surnames of those who are surely persons stand first.
    surnames: Vec<Span>,
}

/// What a word is in the names of those named in full.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    surname: bool,
    /// Of somebody who is surely a person.
    sure: bool,
    given: bool,
    /// The surname that stands first: "Park Ji-hoon".
    family: bool,
}

impl Named {
    fn add(&mut self, name: &[Token], seen: Seen, sure: bool) {
        let Some((first, last)) = ends(name) else { return };
        let part = &mut self.parts[last.word];
        part.surname = true;
        if sure && !part.sure {
            part.sure = true;
            self.surnames.push(last.span);
        }
        if first.shape == Shape::Name {
            self.parts[first.word].given = true;
            self.parts[first.word].family |= seen.has(Evidence::SurnameThenSyllables);
        }
    }
}

impl<'r> Reader<'r> {
    /// Gathers the candidates and all evidence that needs no decision.
    fn read(page: &Page<'_>, runs: &'r Runs, found: &Found<'_>) -> Reader<'r> {
        let plain = PlainWords::read(page, runs);
        let mut cutter = Cutter { text: page.text(), runs, tables: &found.mentions, plain: &plain };
        // Elsewhere "v." stands between teams.
        let court = runs.words.find(key("court")).is_some();
        let around = Around::new(page.text(), court);
        let mut words = inside::Words::of(&plain, runs.words.len());
        let mut judged: Vec<Judged> = Vec::with_capacity(runs.runs.len());
        for candidate in runs.runs.iter().filter_map(|run| cutter.cut(*run)) {
            let name = runs.tokens(candidate.name);
            if inside::is_no_name(page.text(), name) {
                continue;
            }
            let span = Span::new(name[0].span.start, name[name.len() - 1].span.end);
            let title = candidate.title.map(|t| t.start);
            let seen = words.read(page.text(), name);
            let region = region(page, span);
            let mut seen = seen.and(around.read(region, span, title));
            seen.note(Evidence::Adjective, candidate.behind_table);
            seen.note(Evidence::Table, candidate.table);
            seen.note(Evidence::TableDoubtful, candidate.doubtful);
            seen.note(Evidence::TableLast, candidate.ends_in_table);
            let adverb = seen.has(Evidence::Opens) && !seen.has(Evidence::Line);
            seen.note(
                Evidence::InPlace,
                !adverb && listed::is_in_place(page.text(), region, span, found),
            );
            if seen.has(Evidence::InPlace) {
                // "The mayor, Jordan, Minn."
                seen.drop(Evidence::RoleBetween);
            }
            let bare = name.iter().filter(|t| is_core(t)).count() < 2;
            let known = Class::SURNAME.and(Class::GIVEN);
            let named = seen.has(Evidence::Kin) || title.is_some();
            if name[name.len() - 1].class.is(known) && named || seen.has(Evidence::NamedAs) {
                // "His brother Jan" is no month.
                seen.drop(Evidence::Calendar);
            }
            if bare && seen.has(Evidence::HeadLast) && !candidate.courtesy {
                // "Queen Creek", "General Hospital" are nobody; "Mr. Hall" is.
                seen.drop(Evidence::Title);
            }
            judged.push(Judged { candidate, span, bare, seen, weight: [0; 2] });
        }
        invert(page.text(), &mut judged);
        let mut reader = Reader { runs, judged };
        cited::spread(page.text(), &mut reader.judged);
        reader.tell();
        reader
    }

    /// Adds what the whole page tells.
    fn tell(&mut self) {
        let mut told = Told::of_words(self.runs.words.len());
        for judged in &self.judged {
            told.add(self.runs.tokens(judged.candidate.name), judged.seen);
        }
        for judged in &mut self.judged {
            let page = told.of(self.runs.tokens(judged.candidate.name));
            judged.seen = judged.seen.and(page);
            judged.weight = WEIGHTS.sum(judged.bare, judged.seen);
        }
    }

    /// Those whom the page names in full, and the places that it names.
    fn name_in_full(&self) -> Named {
        let parts = vec![Part::default(); self.runs.words.len()];
        let mut named = Named { parts, places: Map::default(), surnames: Vec::new() };
        for judged in &self.judged {
            let name = self.runs.tokens(judged.candidate.name);
            match judged.kind() {
                Some(Kind::Person) if !judged.bare => {
                    named.add(name, judged.seen, judged.weight[0] > SURE)
                }
                Some(Kind::Place) if judged.weight[1] > SURE => {
                    named.places.extend(whole(name).map(|k| (k, ())))
                }
                _ => {}
            }
        }
        named
    }

    /// Adds to single words that somebody named in full bears them, and that a name is a place's.
    fn confirm(&mut self, named: &Named) {
        for judged in &mut self.judged {
            let name = self.runs.tokens(judged.candidate.name);
            let is_place = |key| named.places.contains_key(&key);
            let placed = !named.places.is_empty() && whole(name).is_some_and(is_place);
            judged.learn(Evidence::Placed, placed);
            let Some(only) = core(name).filter(|_| judged.bare) else { continue };
            let part = named.parts[only.word];
            judged.learn(Evidence::Surname, part.sure || part.family);
            judged.learn(Evidence::SurnamePerhaps, part.surname && !part.sure);
            judged.learn(Evidence::GivenName, !part.surname && part.given);
        }
    }
}

impl Judged {
    /// Adds evidence to what was weighed.
    fn learn(&mut self, evidence: Evidence, holds: bool) {
        if holds && !self.seen.has(evidence) {
            self.seen.note(evidence, true);
            self.weight = WEIGHTS.more(self.bare, self.weight, evidence);
        }
    }

    /// A person, a place, or nothing known.
    fn kind(&self) -> Option<Kind> {
        let [person, place] = self.weight;
        match person.max(place) {
            ..=0 => None,
            _ if place > person => Some(Kind::Place),
            _ => Some(Kind::Person),
        }
    }

    fn mention(&self, name: &[Token], named: &Named) -> PersonMention {
        let Candidate { title, gender, .. } = self.candidate;
        let part = core(name).map_or_else(Part::default, |t| named.parts[t.word]);
        let given = part.given && !part.surname;
        let kin = self.seen.has(Evidence::Kin) || self.seen.has(Evidence::KinComma);
        let form = match self.bare {
            true if given && title.is_none() || self.candidate.knight => Form::GivenName,
            true => Form::Surname,
            false => Form::FullName,
        };
        PersonMention { span: self.span, form, title, gender, kin }
    }
}

/// In a list of names with the surname first, what stands behind a surname is no name of its own.
fn invert(text: &str, judged: &mut Vec<Judged>) {
    /// Names that make a list.
    const LIST: usize = 2;
    let inverted = |j: &&Judged| j.bare && j.seen.has(Evidence::Inverted);
    if judged.iter().filter(inverted).take(LIST).count() < LIST {
        judged.iter_mut().for_each(|j| j.seen.drop(Evidence::Inverted));
        return;
    }
    let mut end = None;
    judged.retain(|j| {
        let given = end.is_some_and(|end| {
            text.get(end..j.span.start).map_or(true, |between| is_same(between, ", "))
        });
        end = Some(j.span.end).filter(|_| inverted(&j));
        !given
    });
}

/// What is the same for all places where a name stands.
fn whole(name: &[Token]) -> Option<u64> {
    let mut words = name.iter().filter(|t| is_core(t));
    let first = words.next()?.key;
    Some(words.fold(first, |all, token| all.rotate_left(1) ^ token.key))
}

/// The last word that counts.
fn core(name: &[Token]) -> Option<&Token> {
    name.iter().rfind(|t| is_core(t))
}

/// The region that holds a span.
pub(crate) fn region(page: &Page<'_>, span: Span) -> Span {
    let regions = page.regions();
    let at = regions.partition_point(|r| r.end <= span.start);
    regions.get(at).copied().unwrap_or(span)
}
