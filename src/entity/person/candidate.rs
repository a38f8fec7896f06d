//! The part of a run that may be a name: without what stands before it and behind it.

use super::around::{class, last_word};
use super::inside::is_core;
use super::lexicon::{Class, ENDINGS};
use super::plain::PlainWords;
use super::run::{Run, Runs};
use super::token::{Shape, Token};
use crate::entity::gazetteer::TableMention;
use crate::entity::{Gender, Kind};
use crate::scan::endings::{count, Endings};
use crate::scan::fold::fold;
use crate::span::Span;

/// Endings of words for what people do.
const ROLE_ENDINGS: Endings<{ count(ENDINGS, "worker") }> = Endings::read(ENDINGS, "worker");

/// Bytes before such an ending, at least.
const LEAST: usize = 3;

/// A part of a run that may be a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub name: Run,
    pub title: Option<Span>,
    pub gender: Option<Gender>,
    /// The title is no rank: "Mr.".
    pub courtesy: bool,
    /// The title stands before given names: "Sir".
    pub knight: bool,
    /// A name of the tables stands before it: "Russian", "Florida".
    pub behind_table: bool,
    /// All of it is a name of the tables.
    pub table: bool,
    /// That name is a country's and something else's: "Jordan".
    pub doubtful: bool,
    /// A name of the tables ends it.
    pub ends_in_table: bool,
}

/// Cuts runs down to what can be a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cutter<'a> {
    pub text: &'a str,
    pub runs: &'a Runs,
    /// From the first one that may be in the run.
    pub tables: &'a [TableMention],
    pub plain: &'a PlainWords,
}

impl Cutter<'_> {
    /// What of a run can be a name. Runs are cut in the order of the page.
    pub(crate) fn cut(&mut self, run: Run) -> Option<Candidate> {
        let tokens = &self.runs.tokens;
        let start = tokens[run.first].span.start;
        while let Some((_, rest)) = self.tables.split_first().filter(|t| t.0.span.end <= start) {
            self.tables = rest;
        }
        let mut name = Run { first: self.after_openings(run), ..run };
        name.first = self.after_date(name);
        if name.first == name.last {
            return None;
        }
        let title = self.last_title(name);
        let (mut gender, mut courtesy, mut knight) = (None, false, false);
        let title = title.map(|at| {
            let ranks = Class::RANK.and(Class::ANY_TITLE);
            let from = tokens[name.first..at].iter().rposition(|t| !t.class.is(ranks));
            let from = name.first + from.map_or(0, |i| i + 1);
            gender = tokens[from..=at].iter().find_map(|t| t.class.gender());
            courtesy = tokens[at].class.is(Class::COURTESY);
            knight = tokens[at].class.is(Class::KNIGHT);
            name.first = at + 1;
            Span::new(tokens[from].span.start, tokens[at].span.end)
        });
        let office = title.is_none().then(|| self.office(name)).flatten();
        let title = title.or_else(|| {
            let (from, at) = office?;
            name.first = at + 1;
            Some(Span::new(tokens[from].span.start, tokens[at].span.end))
        });
        name.first = self.after_head(name);
        name.first = self.after_word(name);
        let cut = self.after_table_names(name);
        let table = cut == name.last && self.is_bare_place(name);
        let behind_table = cut > name.first && !table;
        name.first = if table { name.first } else { cut };
        name.last = self.before_opening(name);
        let words = self.runs.tokens(name);
        if words.first().map_or(true, is_small_word) {
            return None;
        }
        let (first, last) = (words[0], words[words.len() - 1]);
        let gender = gender.or_else(|| first.class.gender().filter(|_| words.len() > 1));
        let ends_in_table = !table && self.table_at(last.span).is_some();
        let doubtful = table && self.table_at(last.span).is_some_and(|t| t.doubtful);
        Some(Candidate {
            name,
            title,
            gender,
            courtesy,
            knight,
            behind_table,
            table,
            doubtful,
            ends_in_table,
        })
    }

    /// The last title that has a name behind it; "Saint Lucia" of the tables has none.
    fn last_title(&self, name: Run) -> Option<usize> {
        let tokens = self.runs.tokens(name);
        if tokens.len() < 2 {
            return None;
        }
        let title = |at: usize| {
            let class = tokens[at].class;
            class.is_title() && !class.is_surely_given()
                || self.is_rank(tokens, at)
                || is_called(&tokens[at..])
        };
        let at = (0..tokens.len()).rfind(|&at| title(at)).filter(|at| at + 1 < tokens.len())?;
        let table = self.table_at(tokens[at].span);
        (!table.is_some_and(|t| t.span.overlaps(tokens[at + 1].span))).then_some(name.first + at)
    }

    /// "Con" of "Det Con Ann Lee", "DCI" of "DCI Ann Lee", "Barr." of "Barr. Ann Lee".
    fn is_rank(&self, tokens: &[Token], at: usize) -> bool {
        let rank = tokens[at];
        let behind_title = at > 0 && tokens[at - 1].class.is_title();
        let given = tokens.get(at + 1).is_some_and(|next| next.class.is_given());
        let stopped = rank.shape != Shape::Initial && self.text[rank.span].ends_with('.');
        rank.class.is(Class::RANK)
            && (behind_title || stopped || rank.shape == Shape::Caps && given)
    }

    /// "Secretary of State Ann Lee", "Minister of Finance Jo Brand": the title, and the last word of
    /// what it is of. A given name ends that, or else it is one word before two of a name.
    fn office(&self, name: Run) -> Option<(usize, usize)> {
        let at = name.first.checked_sub(1)?;
        let title = self.runs.tokens[at];
        if !title.class.is_title() {
            return None;
        }
        let words = self.runs.tokens(name);
        let between = self.text.get(title.span.end..words[0].span.start)?;
        if between.trim() != "of" || self.is_given_or_table(&words[0]) {
            return None;
        }
        let inner = words.get(1..words.len() - 1)?;
        let given = inner.iter().position(|t| t.class.is_surely_given());
        let two = || (inner.len() == 1 && is_core(&inner[0])).then_some(0);
        given.or_else(two).map(|before| (at, name.first + before))
    }

    fn is_given_or_table(&self, token: &Token) -> bool {
        token.class.is_given() || self.table_at(token.span).is_some()
    }

    /// A single word that names a place, "Paris", or what is no country alone, "Chad".
    fn is_bare_place(&self, name: Run) -> bool {
        let [only] = self.runs.tokens(name) else { return false };
        self.table_at(only.span).is_some_and(|t| {
            t.span == only.span && (t.kind == Kind::Place || t.kind == Kind::Country && t.doubtful)
        })
    }

    /// Leaves out words that are capitalised because they open a sentence.
    fn after_openings(&self, run: Run) -> usize {
        let opens = |t: &Token| !t.class.is_given() && (t.class.is(Class::OPENING) || t.compound);
        let tokens = self.runs.tokens(run);
        let spoken = usize::from(tokens.len() > 1 && is_spoken(&tokens[0]));
        let rest = tokens[spoken..].iter().position(|t| !opens(t) && !is_role(t));
        let first = rest.map_or(tokens.len(), |at| spoken + at);
        // "Star Wars" is nobody; "Organiser Ann Lee" is.
        let role = tokens[..first].iter().position(is_role);
        let cut = role.filter(|_| first + 1 >= tokens.len()).unwrap_or(first);
        run.first + cut
    }

    /// Leaves out a day or month that tells when: "On Monday Lee said", "between May and June Lee
    /// sang". A head behind it makes a name of both: "in March Street".
    fn after_date(&self, name: Run) -> usize {
        match self.runs.tokens(name) {
            [date, .., last]
                if date.class.is(Class::CALENDAR)
                    && !last.class.is(Class::HEAD)
                    && is_when(&self.text[..date.span.start], &self.text[date.span]) =>
            {
                name.first + 1
            }
            _ => name.first,
        }
    }

    /// Leaves out names of tables before the person's: "Russian", "Florida", unless the first word
    /// is a given name and the table name does not fill the run.
    fn after_table_names(&self, name: Run) -> usize {
        let mut first = name.first;
        let junior = |first: usize| {
            let rest = &self.runs.tokens[first + 1..name.last];
            rest.len() > 1 && rest.last().is_some_and(|last| last.class.is(Class::SUFFIX))
        };
        while first < name.last {
            let token = self.runs.tokens[first];
            let Some(table) = self.table_at(token.span) else { break };
            let fills = self.runs.tokens[name.last - 1].span.end <= table.span.end;
            // "Cuba Gooding Jr."
            let given = token.class.is_given() && table.kind != Kind::Demonym || junior(first);
            if given && !fills && table.span.end == token.span.end {
                break;
            }
            while first < name.last && self.runs.tokens[first].span.start < table.span.end {
                first += 1;
            }
        }
        first
    }

    /// "Refugee Council Enver Solomon": an organisation's name, and the name of its speaker.
    fn after_head(&self, name: Run) -> usize {
        let head = |t: &Token| t.class.is(Class::HEAD) && !t.class.is(Class::SURNAME);
        let tokens = self.runs.tokens(name);
        if tokens.len() < 3 {
            return name.first;
        }
        let Some(at) = tokens.iter().rposition(head) else { return name.first };
        let behind = &tokens[at + 1..];
        let named = behind.first().is_some_and(|t| t.shape == Shape::Name);
        let enough = behind.iter().filter(|t| is_core(t)).count() > 1;
        name.first + if named && enough { at + 1 } else { 0 }
    }

    /// "Mathematician Hermann Weyl": an ordinary word, or one that ends as roles do, before a given name
    /// and more.
    fn after_word(&self, name: Run) -> usize {
        let ordinary = |word: &Token| {
            let role = word.class == Class::default() && word.shape == Shape::Name;
            word.class.is(Class::COMMON)
                || self.plain.has(word.word)
                || role && ROLE_ENDINGS.end(&fold(&self.text[word.span]), LEAST)
        };
        match self.runs.tokens(name) {
            [word, given, _, ..]
                if ordinary(word)
                    && !word.class.is_given()
                    && !word.class.is(Class::SURNAME)
                    && given.class.is_surely_given() =>
            {
                name.first + 1
            }
            _ => name.first,
        }
    }

    /// "Byron In 1811": a caption's name, and the sentence behind it.
    fn before_opening(&self, name: Run) -> usize {
        let opens =
            |t: &Token| t.class.is(Class::OPENING) && !t.class.is_given() && t.shape == Shape::Name;
        let end = self.runs.tokens(name).iter().skip(1).position(opens);
        end.map_or(name.last, |n| name.first + n + 1)
    }

    fn table_at(&self, span: Span) -> Option<TableMention> {
        let table = self.tables.iter().find(|m| m.span.end > span.start);
        table.copied().filter(|m| m.span.overlaps(span))
    }
}

/// True of a day or month behind "in", "on" and the like, or behind another one and "and".
fn is_when(before: &str, date: &str) -> bool {
    let Some(before) = before.strip_suffix(' ') else { return false };
    let word = last_word(before);
    let known = class(word);
    let day = || date.ends_with("day") && word.eq_ignore_ascii_case("on");
    let dates = || {
        let before = before[..before.len() - word.len()].trim_end_matches(' ');
        class(last_word(before)).is(Class::CALENDAR)
    };
    known.is(Class::WHEN) || day() || known.is(Class::AND.and(Class::WHITHER)) && dates()
}

/// "Administrator" of "County Administrator Ann Lee": a role ahead of a given name and more.
fn is_called(tokens: &[Token]) -> bool {
    let named = Class::GIVEN.and(Class::SURNAME);
    match tokens {
        [role, given, _, ..] => {
            role.class.is(Class::ROLE) && !role.class.is(named) && given.class.is_given()
        }
        _ => false,
    }
}

/// "Says" of "Says Ann Lee".
fn is_spoken(token: &Token) -> bool {
    let named = Class::GIVEN.and(Class::SURNAME);
    token.class.is(Class::SPEECH) && !token.class.is(named) && token.shape == Shape::Name
}

/// "You" of the song "Miss You": small words are no names, whatever title stands before them.
fn is_small_word(token: &Token) -> bool {
    token.class.is(Class::OPENING) && !token.class.is(Class::GIVEN.and(Class::SURNAME))
}

/// A role at the head of a sentence: "Organiser Ann Lee". Titles are kept, roles are left out.
fn is_role(token: &Token) -> bool {
    token.class.is(Class::ROLE) && !token.class.is_title()
}
