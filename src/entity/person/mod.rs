//! Finding the names of people: capitalised runs, judged one by one, then the bare surnames of
//! those who were named in full.

mod judge;
mod lexicon;
mod plain;
mod run;

use self::judge::{weigh, Around, ENOUGH};
pub(crate) use self::lexicon::{Class, LEXICON};
use self::plain::PlainWords;
pub(crate) use self::run::key;
use self::run::{Run, Runs, Shape, Token};
use super::gazetteer::{Found, TableMention};
use super::{Form, Gender, Kind};
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
pub(crate) fn find(page: &Page<'_>, found: &Found<'_>) -> Vec<PersonMention> {
    let runs = Runs::read(page);
    let mut finder = Finder {
        page,
        plain: PlainWords::read(page, &runs.tokens),
        table: &found.mentions,
        candidates: Vec::new(),
        named: Map::default(),
    };
    for run in &runs.runs {
        finder.first_look(&runs, *run);
    }
    finder.second_look(&runs)
}

/// A part of a run that may be a name.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    name: Run,
    title: Option<Span>,
    gender: Option<Gender>,
    weight: i32,
}

/// What the page tells of a word that ends an accepted name, or begins one.
#[derive(Clone, Copy, Debug, Default)]
struct Named {
    surname: bool,
    given: bool,
}

struct Finder<'a> {
    page: &'a Page<'a>,
    plain: PlainWords,
    table: &'a [TableMention],
    candidates: Vec<Candidate>,
    named: Map<u64, Named>,
}

impl Finder<'_> {
    /// Cuts the run down to what can be a name, and weighs it.
    fn first_look(&mut self, runs: &Runs, run: Run) {
        let mut name = run;
        name.first = self.after_openings(runs, run);
        let title = last_title(runs.tokens(name)).map(|at| name.first + at);
        let mut gender = None;
        let titled = title.map(|at| {
            let from = runs.tokens[name.first..at].iter().rposition(|t| !t.class.is_title());
            let from = name.first + from.map_or(0, |i| i + 1);
            gender = runs.tokens[from..=at].iter().find_map(|t| t.class.gender());
            name.first = at + 1;
            Span::new(runs.tokens[from].span.start, runs.tokens[at].span.end)
        });
        name.first = self.after_table_names(runs, name);
        // "Byron In 1811": a caption's name, and the sentence behind it.
        let opens =
            |t: &Token| t.class.is(Class::OPENING) && !t.class.is_given() && t.shape == Shape::Name;
        let end = runs.tokens(name).iter().skip(1).position(opens);
        name.last = end.map_or(name.last, |n| name.first + n + 1);
        if name.first >= name.last {
            return;
        }
        let tokens = runs.tokens(name);
        let span = Span::new(tokens[0].span.start, tokens[tokens.len() - 1].span.end);
        let start = titled.map_or(span.start, |t| t.start);
        let mut around =
            Around::read(self.page.text(), self.region(span), Span::new(start, span.end));
        around.the &= titled.is_none();
        around.place &= titled.is_none();
        let weight = weigh(tokens, titled.is_some(), around, &self.plain);
        let gender = gender.or_else(|| tokens[0].class.gender().filter(|_| tokens.len() > 1));
        if weight >= ENOUGH {
            self.remember(tokens);
        }
        self.candidates.push(Candidate { name, title: titled, gender, weight });
    }

    /// Leaves out words that are capitalised because they open a sentence.
    fn after_openings(&self, runs: &Runs, run: Run) -> usize {
        let opens = |t: &Token| (t.class.is(Class::OPENING) || is_role(t)) && !t.class.is_given();
        runs.tokens(run).iter().position(|t| !opens(t)).map_or(run.last, |n| run.first + n)
    }

    /// Leaves out names of tables before the person's: "Russian", "Florida", unless the first word
    /// is a given name and the table name does not fill the run.
    fn after_table_names(&self, runs: &Runs, mut name: Run) -> usize {
        while name.first < name.last {
            let token = runs.tokens[name.first];
            let Some(table) = self.table_at(token.span) else { break };
            let fills = runs.tokens[name.last - 1].span.end <= table.span.end;
            let given = token.class.is_given() && table.kind != Kind::Demonym;
            if given && !fills && table.span.end == token.span.end {
                break;
            }
            while name.first < name.last && runs.tokens[name.first].span.start < table.span.end {
                name.first += 1;
            }
        }
        name.first
    }

    fn table_at(&self, span: Span) -> Option<TableMention> {
        let at = self.table.partition_point(|m| m.span.end <= span.start);
        self.table.get(at).copied().filter(|m| m.span.overlaps(span))
    }

    fn region(&self, span: Span) -> Span {
        let regions = self.page.regions();
        let at = regions.partition_point(|r| r.end <= span.start);
        regions.get(at).copied().unwrap_or(span)
    }

    fn remember(&mut self, name: &[Token]) {
        let core = |t: &&Token| t.shape != Shape::Particle && !t.class.is(Class::SUFFIX);
        let (first, last) = (name.iter().find(core), name.iter().rev().find(core));
        let (Some(first), Some(last)) = (first, last) else { return };
        self.named.entry(last.key).or_default().surname = true;
        if first.key != last.key && first.shape == Shape::Name && !first.wordy {
            self.named.entry(first.key).or_default().given = true;
        }
    }

    /// Takes what was weighed heavy enough, what the page confirms, and bare names of those taken.
    fn second_look(&mut self, runs: &Runs) -> Vec<PersonMention> {
        let mut bare: Map<u64, u32> = Map::default();
        for c in &self.candidates {
            if let [only] = runs.tokens(c.name) {
                *bare.entry(only.key).or_default() += 1;
            }
        }
        let mut out = Vec::with_capacity(self.candidates.len());
        for at in 0..self.candidates.len() {
            let candidate = self.candidates[at];
            let tokens = runs.tokens(candidate.name);
            let last = tokens[tokens.len() - 1];
            let again =
                tokens.len() > 1 && bare.contains_key(&last.key) && !self.plain.has(last.key);
            let weight = candidate.weight.saturating_add(if again { 2 } else { 0 });
            if weight >= ENOUGH {
                self.remember(tokens);
                out.push(self.mention(candidate, tokens));
            } else if let Some(mention) = self.bare(candidate, tokens) {
                out.push(mention);
            }
        }
        out
    }

    fn mention(&self, candidate: Candidate, tokens: &[Token]) -> PersonMention {
        let full = tokens.iter().filter(|t| t.shape != Shape::Particle).count() > 1;
        let form = if full { Form::FullName } else { Form::Surname };
        PersonMention {
            span: Span::new(tokens[0].span.start, tokens[tokens.len() - 1].span.end),
            form,
            title: candidate.title,
            gender: candidate.gender,
        }
    }

    /// A surname or given name alone, of somebody whom the page names in full.
    fn bare(&self, candidate: Candidate, tokens: &[Token]) -> Option<PersonMention> {
        let core =
            tokens.iter().filter(|t| t.shape != Shape::Particle && !t.class.is(Class::SUFFIX));
        let mut core = core.copied();
        let only = core.next().filter(|_| core.next().is_none())?;
        let named = self.named.get(&only.key)?;
        let taken = self.table_at(only.span).is_some();
        let given = named.given && !self.plain.has(only.key);
        if taken || !(named.surname || given) {
            return None;
        }
        let form = if named.surname { Form::Surname } else { Form::GivenName };
        Some(PersonMention { form, ..self.mention(candidate, tokens) })
    }
}

/// A role at the head of a sentence: "Organiser Ann Lee". Titles are kept, roles are left out.
fn is_role(token: &Token) -> bool {
    token.class.is(Class::ROLE) && !token.class.is_title()
}

/// The last title of a run that has a name behind it.
fn last_title(tokens: &[Token]) -> Option<usize> {
    let at = tokens.iter().rposition(|t| t.class.is_title() && !t.class.is_given())?;
    (at + 1 < tokens.len()).then_some(at)
}
