//! Finding the names of people: capitalised runs are cut down to what may be a name, evidence is
//! gathered inside, around and over the page, and weighed; the bare names of those named in full
//! come last.

mod around;
mod candidate;
mod evidence;
mod inside;
mod lexicon;
mod plain;
mod run;
mod told;

use self::around::Around;
use self::candidate::{Candidate, Cutter};
use self::evidence::{weigh, Evidence, Seen, Weights, WEIGHTS};
use self::inside::is_core;
pub(crate) use self::lexicon::{Class, LEXICON};
use self::plain::PlainWords;
pub(crate) use self::run::{key, Runs, Shape, Token};
use self::told::Told;
use super::gazetteer::Found;
use super::{Form, Gender};
use crate::page::Page;
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
}

/// The names of people, sorted and not overlapping. A table mention that shares a byte with one
/// is dropped afterwards: "Chad Smith" is no country, and whoever finds the person says so.
/// Linear in the length of the page.
pub(crate) fn find(page: &Page<'_>, runs: &Runs, found: &Found<'_>) -> Vec<PersonMention> {
    let mut reader = Reader::read(page, runs, found);
    let named = reader.name_in_full(&WEIGHTS);
    reader.confirm(&named);
    let taken = reader.judged.iter().filter(|judged| judged.is_person(&WEIGHTS));
    let mut people = Vec::with_capacity(reader.judged.len());
    people.extend(taken.map(|judged| {
        let name = reader.runs.tokens(judged.candidate.name);
        judged.mention(name, &named)
    }));
    people
}

/// A candidate with the evidence about it.
#[derive(Clone, Copy, Debug)]
struct Judged {
    candidate: Candidate,
    span: Span,
    /// One word that counts.
    bare: bool,
    seen: Seen,
}

/// A page's candidates.
struct Reader<'r> {
    runs: &'r Runs,
    judged: Vec<Judged>,
}

/// Words by key that end, or begin, the names of those named in full.
#[derive(Debug, Default)]
struct Named {
    parts: Map<u64, (bool, bool)>,
}

impl Named {
    fn is_surname(&self, key: u64) -> bool {
        self.parts.get(&key).is_some_and(|part| part.0)
    }

    fn is_given(&self, key: u64) -> bool {
        self.parts.get(&key).is_some_and(|part| part.1)
    }

    fn add(&mut self, name: &[Token]) {
        let core = || name.iter().filter(|t| is_core(t));
        let (Some(first), Some(last)) = (core().next(), core().next_back()) else { return };
        self.parts.entry(last.key).or_default().0 = true;
        if first.shape == Shape::Name {
            self.parts.entry(first.key).or_default().1 = true;
        }
    }
}

impl<'r> Reader<'r> {
    /// Gathers the candidates and all evidence that needs no decision.
    fn read(page: &Page<'_>, runs: &'r Runs, found: &Found<'_>) -> Reader<'r> {
        let plain = PlainWords::read(page, &runs.tokens);
        let cutter = Cutter { runs, tables: &found.mentions };
        let around = Around::new(page.text());
        let mut judged = Vec::with_capacity(runs.runs.len());
        for candidate in runs.runs.iter().filter_map(|run| cutter.cut(*run)) {
            let name = runs.tokens(candidate.name);
            if inside::is_no_name(name) {
                continue;
            }
            let span = Span::new(name[0].span.start, name[name.len() - 1].span.end);
            let title = candidate.title.map(|t| t.start);
            let seen = inside::read(page.text(), name, &plain);
            let mut seen = seen.and(around.read(region(page, span), span, title));
            seen.note(Evidence::Adjective, candidate.behind_table);
            seen.note(Evidence::Table, candidate.table);
            seen.note(Evidence::TableDoubtful, candidate.doubtful);
            seen.note(Evidence::TableLast, candidate.ends_in_table);
            let bare = name.iter().filter(|t| is_core(t)).count() < 2;
            judged.push(Judged { candidate, span, bare, seen });
        }
        let mut reader = Reader { runs, judged };
        reader.spread_citations(page.text());
        reader.tell();
        reader
    }

    /// "(Li, Polat & Bavelier, 2010)": the year is that of all names of the list. On a page that
    /// says "et al.", "Polat (2010)" is a paper too.
    fn spread_citations(&mut self, text: &str) {
        if self.judged.iter().any(|j| j.seen.has(Evidence::EtAl)) {
            for judged in self.judged.iter_mut().filter(|j| j.seen.has(Evidence::Dated)) {
                judged.seen.note(Evidence::Cited, true);
            }
        }
        let mut next: Option<Span> = None;
        for judged in self.judged.iter_mut().rev() {
            let listed = next.is_some_and(|next| {
                let between = text.get(judged.span.end..next.start);
                between.is_some_and(|b| matches!(b, ", " | " & " | ", & " | ", and " | " and "))
            });
            judged.seen.note(Evidence::Cited, listed);
            if judged.seen.has(Evidence::Cited) {
                judged.seen.drop(Evidence::Ampersand);
            }
            next = judged.seen.has(Evidence::Cited).then_some(judged.span);
        }
    }

    /// Adds what the whole page tells.
    fn tell(&mut self) {
        let mut told = Told::of_names(self.judged.len());
        for judged in &self.judged {
            told.add(self.runs.tokens(judged.candidate.name), judged.seen);
        }
        for judged in &mut self.judged {
            let page = told.of(self.runs.tokens(judged.candidate.name));
            judged.seen = judged.seen.and(page);
        }
    }

    /// Those whom the page names in full.
    fn name_in_full(&self, weights: &Weights) -> Named {
        let mut named = Named::default();
        for judged in self.judged.iter().filter(|j| !j.bare && j.is_person(weights)) {
            named.add(self.runs.tokens(judged.candidate.name));
        }
        named
    }

    /// Adds to single words that somebody named in full bears them.
    fn confirm(&mut self, named: &Named) {
        for judged in self.judged.iter_mut().filter(|j| j.bare) {
            let Some(only) = core(self.runs.tokens(judged.candidate.name)) else { continue };
            let surname = named.is_surname(only.key);
            judged.seen.note(Evidence::Surname, surname);
            judged.seen.note(Evidence::GivenName, !surname && named.is_given(only.key));
        }
    }
}

impl Judged {
    fn is_person(&self, weights: &Weights) -> bool {
        weigh(if self.bare { &weights.bare } else { &weights.full }, self.seen) > 0
    }

    fn mention(&self, name: &[Token], named: &Named) -> PersonMention {
        let Candidate { title, gender, .. } = self.candidate;
        let given = core(name).is_some_and(|t| !named.is_surname(t.key) && named.is_given(t.key));
        let form = match self.bare {
            true if given && title.is_none() => Form::GivenName,
            true => Form::Surname,
            false => Form::FullName,
        };
        PersonMention { span: self.span, form, title, gender }
    }
}

/// The last word that counts.
fn core(name: &[Token]) -> Option<&Token> {
    name.iter().rfind(|t| is_core(t))
}

/// The region that holds a span.
fn region(page: &Page<'_>, span: Span) -> Span {
    let regions = page.regions();
    let at = regions.partition_point(|r| r.end <= span.start);
    regions.get(at).copied().unwrap_or(span)
}
