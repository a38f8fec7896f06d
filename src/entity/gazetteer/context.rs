//! What stands around a found form: the words next to it, within its region and line.

use once_cell::sync::Lazy;

use super::lexicon::{EntryId, Lexicon, Role};
use super::scan::Hit;
use super::tokens::is_word_char;
use super::Kind;
use crate::data::rows;
use crate::scan::chars::{is_same, is_space, strip_head, strip_tail};
use crate::scan::classes::Classes;
use crate::scan::table::{key, Table, SEED};
use crate::scan::work;

const COMPOUNDS: &str = include_str!("../../data/entity/compound.txt");
const STATES: &str = include_str!("../../data/entity/us_state.txt");

/// What words make of a country's name next to them, as `compound.txt` has it.
#[derive(Clone, Copy, Debug)]
enum Side {
    After,
    Far,
    Before,
    Next,
    Local,
    Owner,
    Opener,
}

/// In the order of [`Side`].
const SIDES: [&str; 7] = ["after", "far", "before", "next", "local", "owner", "opener"];

static COMPOUND: Lazy<Classes> = Lazy::new(|| Classes::read(COMPOUNDS, &SIDES));

/// Abbreviations of the states of the US.
static ABBREVIATIONS: Lazy<Table<()>> = Lazy::new(|| {
    let columns = rows(STATES).flat_map(|(_, columns)| columns.skip(1));
    let words = columns.filter(|abbreviation| !abbreviation.is_empty());
    Table::new(&words.map(|word| (key(SEED, word), ())).collect::<Vec<_>>())
});

/// One hit among the others, and the text around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    text: &'a str,
    hits: &'a [Hit],
    at: usize,
}

/// Bytes of the longest text that joins two names: " and the " with no-break spaces.
const LONGEST_GAP: usize = 12;

/// Longer words are not looked at: no table has one.
const MAX_WORD: usize = 32;

impl<'a> Context<'a> {
    pub fn new(text: &'a str, hits: &'a [Hit], at: usize) -> Context<'a> {
        Context { text, hits, at }
    }

    pub fn hit(&self) -> &'a Hit {
        &self.hits[self.at]
    }

    fn before(&self) -> &'a str {
        let hit = self.hit();
        &self.text[hit.region.start..hit.span.start]
    }

    fn after(&self) -> &'a str {
        let hit = self.hit();
        &self.text[hit.span.end..hit.region.end]
    }

    /// The hit before this one, if only `between` stands between them.
    pub fn previous(&self, between: &[&str]) -> Option<&'a Hit> {
        let previous = self.hits.get(self.at.checked_sub(1)?)?;
        self.joined(previous, self.hit(), between).then_some(previous)
    }

    /// The hit after this one, if only `between` stands between them.
    pub fn next(&self, between: &[&str]) -> Option<&'a Hit> {
        let next = self.hits.get(self.at + 1)?;
        self.joined(self.hit(), next, between).then_some(next)
    }

    fn joined(&self, first: &Hit, second: &Hit, between: &[&str]) -> bool {
        let near = second.span.start.saturating_sub(first.span.end) <= LONGEST_GAP;
        near && first.region == second.region
            && between.iter().any(|gap| is_same(&self.text[first.span.end..second.span.start], gap))
    }

    /// True when the name is part of a longer one that names something else.
    pub fn is_compound(&self) -> bool {
        self.head_follows() || self.head_precedes()
    }

    /// "US$5", "US $5 million"; "US-101" is a road, "RSA-2048" no country either.
    pub fn is_currency_or_number(&self) -> bool {
        let after = self.after();
        let money = after.strip_prefix(is_space).unwrap_or(after);
        let number =
            after.strip_prefix('-').is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()));
        number && self.is_acronym() || money.starts_with(['$', '£', '¥', '€'])
    }

    fn is_acronym(&self) -> bool {
        self.text[self.hit().span].bytes().all(|b| !b.is_ascii_lowercase())
    }

    /// "United States": what is called after the whole name is the country's too.
    fn is_owner(&self) -> bool {
        let name = &self.text[self.hit().span];
        name.split(' ').all(|word| compound(word, Side::Owner))
    }

    /// "Malaysia Airlines", "Georgia-Pacific", "Lebanon Valley College".
    fn head_follows(&self) -> bool {
        let Some(rest) = self.after().strip_prefix(is_space) else { return false };
        let word = first_word(rest);
        if compound(word, Side::After) {
            return true;
        }
        // One more capitalised word may stand between: "China Radio International". What is called
        // after a country's initials is the country's: "U.S. Republican Party", "United States Naval Academy".
        if self.is_acronym() || self.is_owner() {
            return false;
        }
        let capital = word.starts_with(|c: char| c.is_uppercase());
        let further = rest[word.len()..].strip_prefix(is_space).map_or("", first_word);
        capital && compound(further, Side::Far)
    }

    /// "Bank of Japan", "Bank of the Philippines", "Radio Kosovo".
    fn head_precedes(&self) -> bool {
        let Some(before) = self.before().strip_suffix(is_space) else { return false };
        let word = last_word(before);
        let before_article = strip_word(before, word, "the");
        let rest = match before_article.map(last_word) {
            Some(_) => before_article.unwrap_or(before),
            None => before,
        };
        let word = last_word(rest);
        if let Some(rest) = strip_word(rest, word, "of").or_else(|| strip_word(rest, word, "de")) {
            return compound(last_word(rest), Side::Before);
        }
        compound(word, Side::Next) && before_article.is_none()
    }

    /// "Lebanon, Pa.", "Peru, Indiana,": a town of the US. "Georgia, Alabama" are two states.
    pub fn is_town(&self, lexicon: &Lexicon) -> bool {
        if lexicon.rivalry(self.hit().meaning).is_some_and(|rivals| rivals.is_state) {
            return false;
        }
        if let Some(next) = self.next(&[", "]) {
            if next.meaning.state && self.closes(next) {
                return true;
            }
        }
        is_in_state(self.after())
    }

    /// "Lebanon High School", "Peru Township": a town's own.
    pub fn is_local(&self) -> bool {
        let rest = self.after().strip_prefix(is_space);
        rest.is_some_and(|rest| compound(first_word(rest), Side::Local))
    }

    /// A list goes on behind a state, an address is closed.
    fn closes(&self, state: &Hit) -> bool {
        let rest = &self.text[state.span.end..state.region.end];
        strip_head(rest, " and ").is_none() && strip_head(rest, " or ").is_none()
    }

    /// A capitalised word right before ", " and the name, no country and no place of this one:
    /// "Athens, Georgia".
    fn follows_town(&self, lexicon: &Lexicon) -> bool {
        let Some(before) = strip_tail(self.before(), ", ") else { return false };
        let previous =
            self.previous(&[", "]).map(|hit| &lexicon.entries[hit.meaning.entry.0 as usize]);
        last_word(before).starts_with(char::is_uppercase)
            && !previous.is_some_and(|place| place.kind == Kind::Country)
            && !self.follows_own_place(lexicon)
    }

    /// "Athens, Georgia", "the state of Georgia".
    pub fn is_us_address(&self, lexicon: &Lexicon) -> bool {
        self.follows_town(lexicon) || ends_with_state_of(self.before())
    }

    /// "Lima, Peru".
    pub fn follows_own_place(&self, lexicon: &Lexicon) -> bool {
        self.follows_place_of(lexicon, self.hit().meaning.entry)
    }

    /// Behind a place in the same country as `entry` and a comma.
    pub fn follows_place_of(&self, lexicon: &Lexicon, entry: EntryId) -> bool {
        let code = |entry: EntryId| lexicon.entries[entry.0 as usize].code;
        let place = |hit: &Hit| matches!(hit.meaning.role, Role::Name(Kind::Place));
        let own = |hit: &Hit| place(hit) && code(hit.meaning.entry) == code(entry);
        self.previous(&[", "]).is_some_and(own)
    }

    /// Next to a country in a list.
    pub fn is_among_countries(&self) -> bool {
        const LIST: [&str; 6] = [", ", " and ", ", and ", " or ", ", the ", " and the "];
        let country = |hit: &Hit| matches!(hit.meaning.role, Role::Name(Kind::Country));
        self.previous(&LIST).is_some_and(country) || self.next(&LIST).is_some_and(country)
    }

    /// Next to a state of the US in a list.
    pub fn is_among_states(&self) -> bool {
        const LIST: [&str; 4] = [", ", " and ", ", and ", " or "];
        let state = |hit: &Hit| hit.meaning.state;
        self.previous(&LIST).is_some_and(state) || self.next(&LIST).is_some_and(state)
    }
}

fn ends_with_state_of(before: &str) -> bool {
    strip_tail(before, "tate of ").is_some_and(|rest| rest.ends_with(['s', 'S']))
}

/// True for a word that begins a sentence in front of a country's name: "In".
pub(super) fn begins_sentence(word: &str) -> bool {
    compound(word, Side::Opener)
}

fn compound(word: &str, side: Side) -> bool {
    COMPOUND.has(word, side as usize)
}

/// ", Pa.", ", N.H.", ", MN" at the head of what stands behind a name.
pub fn is_in_state(after: &str) -> bool {
    let Some(rest) = strip_head(after, ", ") else { return false };
    let word = first_word(rest);
    let dotted = rest[word.len()..].find(is_space).map_or(rest, |end| &rest[..word.len() + end]);
    work::read(dotted.len());
    let dotted = dotted.trim_end_matches([',', ')', ';', ':']);
    is_abbreviation(dotted)
        || rest.get(..word.len() + 1).is_some_and(is_abbreviation)
        || word.len() == 2 && is_abbreviation(word)
}

fn is_abbreviation(word: &str) -> bool {
    ABBREVIATIONS.get(key(SEED, word)).is_some()
}

fn first_word(text: &str) -> &str {
    let bytes = text.as_bytes();
    let plain = bytes.iter().take(MAX_WORD).take_while(|b| b.is_ascii_alphanumeric()).count();
    if plain < MAX_WORD && bytes.get(plain).map_or(true, u8::is_ascii) {
        work::read(plain);
        return &text[..plain];
    }
    let word = text.chars().take(MAX_WORD).take_while(|c| is_word_char(*c));
    let end = word.map(char::len_utf8).sum();
    work::read(end);
    &text[..end]
}

fn last_word(text: &str) -> &str {
    let bytes = text.as_bytes().iter().rev();
    let plain = bytes.clone().take(MAX_WORD).take_while(|b| b.is_ascii_alphanumeric()).count();
    if plain < MAX_WORD && bytes.clone().nth(plain).map_or(true, u8::is_ascii) {
        work::read(plain);
        return &text[text.len() - plain..];
    }
    let word = text.chars().rev().take(MAX_WORD).take_while(|c| is_word_char(*c));
    let (count, length) = word.fold((0, 0), |(n, length), c| (n + 1, length + c.len_utf8()));
    work::read(length);
    let cut = count == MAX_WORD && text.len() > length;
    if cut {
        ""
    } else {
        &text[text.len() - length..]
    }
}

/// `text` without its last word and the space before that, if the word is `wanted`.
fn strip_word<'t>(text: &'t str, last: &str, wanted: &str) -> Option<&'t str> {
    last.eq_ignore_ascii_case(wanted)
        .then(|| text[..text.len() - last.len()].trim_end_matches(is_space))
}
