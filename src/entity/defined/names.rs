//! [`Defined`]: names that no table knows, their miswritten forms, and the letters that stand for them.

use crate::entity::gazetteer::{EntryId, Found};
use crate::entity::person::{Class, LEXICON};
use crate::entity::spelling::{one_slip, slips, Likely};
use crate::entity::Kind;
use crate::scan::chars::strip_head;
use crate::scan::fold::fold;
use crate::scan::map::Map;
use crate::span::Span;

/// Shortest word in which a letter may be a slip.
const SHORTEST: usize = 5;

/// Most letters of an acronym.
const MAX_LETTERS: usize = 8;

/// Names that the page defines, and what they are called for short.
#[derive(Debug)]
pub(super) struct Defined {
    names: Map<String, EntryId>,
    /// What is a slip away from a name that was asked for.
    near: Likely,
    /// Names that were asked for, whose slips are not in the list yet.
    asked: Vec<(String, EntryId)>,
    by_slip: Map<u64, EntryId>,
    by_letters: Map<String, EntryId>,
}

impl Defined {
    /// With what acronyms were explained by.
    pub fn of(found: &Found<'_>) -> Defined {
        let named = found.local.iter().enumerate();
        let names = named.map(|(at, entry)| (normal(&entry.name), found.local_id(at))).collect();
        let (near, asked) = (Likely::default(), Vec::new());
        Defined { names, near, asked, by_slip: Map::default(), by_letters: Map::default() }
    }

    /// What a name stands for, defined if it is a new one.
    pub fn entry(&mut self, found: &mut Found<'_>, name: &str, kind: Kind) -> EntryId {
        let normal_name = normal(name);
        if let Some(&known) = self.names.get(&normal_name) {
            return known;
        }
        let entry = self.near(found, &normal_name, kind);
        let entry = entry.unwrap_or_else(|| found.define(name, kind));
        self.near.add(&normal_name);
        self.asked.push((normal_name.clone(), entry));
        self.names.insert(normal_name, entry);
        entry
    }

    /// What a name is a slip away from.
    fn near(&mut self, found: &Found<'_>, name: &str, kind: Kind) -> Option<EntryId> {
        if !self.near.may_be_near(name) {
            return None;
        }
        for (name, entry) in self.asked.drain(..) {
            for key in slips(&name) {
                self.by_slip.entry(key).or_insert(entry);
            }
        }
        let alike = |known: &EntryId| {
            let known = found.entry(*known);
            known.kind == kind && is_miswritten(&normal(&known.name), name)
        };
        let near = |key| self.by_slip.get(&key).copied().filter(alike);
        slips(name).find_map(near)
    }

    /// Notes what stands for a name that ends at `end`: its initials, and the letters in brackets
    /// behind it.
    pub fn letters(&mut self, text: &str, name: Span, limit: usize, kind: Kind, entry: EntryId) {
        if kind == Kind::Organisation {
            self.by_letters.entry(initials(&text[name])).or_insert(entry);
        }
        if let Some(letters) = in_brackets(&text[name.end..limit]) {
            self.by_letters.entry(letters.to_owned()).or_insert(entry);
        }
    }

    /// What letters stand for.
    pub fn by_letters(&self, letters: &str) -> Option<EntryId> {
        self.by_letters.get(letters).copied()
    }
}

/// The name folded, in which a hyphen is a space.
fn normal(name: &str) -> String {
    fold(name).replace('-', " ")
}

/// True of two names of which one word is written otherwise, by a letter.
fn is_miswritten(a: &str, b: &str) -> bool {
    let same = a.split(' ').count() == b.split(' ').count();
    let mut other = a.split(' ').zip(b.split(' ')).filter(|(a, b)| a != b);
    let (Some((x, y)), None) = (other.next(), other.next()) else { return false };
    // "Island" and "Islands" are two words.
    let head = LEXICON.class(x).is(Class::HEAD) && LEXICON.class(y).is(Class::HEAD);
    same && !head && x.len().min(y.len()) >= SHORTEST && one_slip(x, y)
}

/// Capitals that begin the words of a name: "NWB" of "Northfield Water Board".
fn initials(name: &str) -> String {
    name.split([' ', '\u{a0}', '-'])
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect()
}

/// "UAAR" of " (UAAR)", "PHX" of " (IATA: PHX)".
fn in_brackets(rest: &str) -> Option<&str> {
    let inside = strip_head(rest, " (")?;
    let inside = strip_head(inside, "IATA: ").unwrap_or(inside);
    let length = inside.bytes().take(MAX_LETTERS + 1).take_while(u8::is_ascii_uppercase).count();
    (length > 1 && inside[length..].starts_with(')')).then(|| &inside[..length])
}
