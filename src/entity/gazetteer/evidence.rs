//! What the whole page says about names that are a country's and something else's.

use super::context::{is_in_state, Context};
use super::lexicon::{EntryId, Lexicon, Rivalry, Role};
use super::scan::Hit;
use super::Kind;
use crate::page::floor_boundary;
use crate::scan::lines::lines_of;
use crate::scan::map::Map;
use crate::scan::work;

/// A town's address, a neighbour in a list: as good as three words elsewhere on the page.
const NEAR: i32 = 3;

/// A word that speaks for one reading by itself.
const CUE: i32 = 2;
/// "LANCASTER, Pa. -" at the head of the page: national papers have it too.
const DATELINE: i32 = 2;
/// What the page is about counts no more than so many words of its own.
const MOST: i32 = 6;

/// The words of a page that speak for and against each doubtful name.
#[derive(Debug)]
pub(crate) struct Evidence {
    /// For the country if positive, by rivalry.
    cues: Vec<i32>,
    /// How often a country's name stood before a state of the US, less what speaks for the
    /// country, by the country's entry.
    towns: Map<EntryId, i32>,
    /// How often a demonym or city of a country is named, by the country's entry.
    of_country: Map<EntryId, i32>,
    states: i32,
    /// Words of local papers of the US.
    local: i32,
    /// Countries other than the US that are named without doubt.
    foreign: i32,
}

impl Evidence {
    /// Counts over all hits of a page, and over the cues that begin with a small letter.
    pub fn of(lexicon: &Lexicon, text: &str, hits: &[Hit], cues: &[Hit]) -> Evidence {
        let mut new = Evidence {
            cues: vec![0; lexicon.rivalries.len()],
            towns: Map::default(),
            of_country: Map::default(),
            states: 0,
            local: 0,
            foreign: 0,
        };
        new.find_towns(lexicon, text, hits);
        let doubtful = hits.iter().any(|hit| matches!(hit.meaning.role, Role::Doubtful(_)));
        if !doubtful && new.towns.is_empty() {
            return new;
        }
        for hit in hits.iter().chain(cues) {
            new.count(lexicon, hit);
        }
        if hits.iter().any(|hit| may_be_in_us(lexicon, hit)) {
            new.local += DATELINE * i32::from(is_dated_in_state(text, hits));
        }
        new
    }

    fn find_towns(&mut self, lexicon: &Lexicon, text: &str, hits: &[Hit]) {
        for (at, hit) in hits.iter().enumerate() {
            let country = matches!(hit.meaning.role, Role::Name(Kind::Country) | Role::Doubtful(_));
            let context = Context::new(text, hits, at);
            if country && (context.is_town(lexicon) || context.is_local()) {
                *self.towns.entry(hit.meaning.entry).or_insert(0) += NEAR;
            }
        }
        if self.towns.is_empty() {
            return;
        }
        // Where the name stands for no town it speaks for the country, but softly.
        for (at, hit) in hits.iter().enumerate() {
            let name = hit.meaning.role == Role::Name(Kind::Country);
            if name && self.towns.contains_key(&hit.meaning.entry) {
                let context = Context::new(text, hits, at);
                let other = context.is_town(lexicon) || context.is_local() || context.is_compound();
                *self.of_country.entry(hit.meaning.entry).or_insert(0) += i32::from(!other);
            }
        }
    }

    fn count(&mut self, lexicon: &Lexicon, hit: &Hit) {
        self.local += i32::from(hit.meaning.local);
        self.states += i32::from(hit.meaning.state && !is_washington(lexicon, hit));
        let country = hit.meaning.role == Role::Name(Kind::Country);
        self.foreign += i32::from(country && Some(hit.meaning.entry) != lexicon.country("US"));
        let cues = lexicon.cues.get(&hit.meaning.entry).into_iter().flatten();
        // A doubtful name does not speak for itself.
        for cue in cues.filter(|cue| hit.meaning.role != Role::Doubtful(cue.rivalry)) {
            self.cues[usize::from(cue.rivalry)] += if cue.for_country { CUE } else { -CUE };
        }
        // Its demonym, its capital or another name of it speaks for a country.
        let entry = match hit.meaning.role {
            Role::Name(Kind::Demonym) => Some(hit.meaning.entry),
            Role::Name(Kind::Country) => {
                Some(hit.meaning.entry).filter(|entry| !self.towns.contains_key(entry))
            }
            Role::Name(Kind::Place | Kind::Seat) => lexicon.entries[hit.meaning.entry.0 as usize]
                .code
                .filter(|code| *code != "US")
                .and_then(|code| lexicon.country(code)),
            _ => None,
        };
        if let Some(entry) = entry {
            *self.of_country.entry(entry).or_insert(0) += CUE;
        }
    }

    /// What a country's name says where it stands; `None` when it is part of another name, or
    /// names what no table knows.
    pub fn read(&self, lexicon: &Lexicon, context: &Context<'_>) -> Option<(Kind, EntryId)> {
        let hit = context.hit();
        if context.is_town(lexicon) || context.is_compound() || context.is_currency_or_number() {
            return None;
        }
        let country = Some((Kind::Country, hit.meaning.entry));
        let told = self.told(hit.meaning.entry);
        let Role::Doubtful(rivalry) = hit.meaning.role else {
            let own = context.follows_own_place(lexicon);
            return country.filter(|_| told >= 0 || own);
        };
        let rivals = &lexicon.rivalries[usize::from(rivalry)];
        let address = rivals.other.filter(|other| context.follows_place_of(lexicon, *other));
        if let Some(other) = address {
            return Some((lexicon.entries[other.0 as usize].kind, other));
        }
        let mut score = told + self.cues[usize::from(rivalry)];
        score += self.of_setting(rivals);
        score -= rivals.other.map_or(0, |other| self.told(other));
        score += NEAR * i32::from(context.is_among_countries());
        score += 2 * NEAR * i32::from(context.follows_own_place(lexicon));
        score -= NEAR * i32::from(context.is_among_states());
        score -= 2 * NEAR * i32::from(rivals.is_state && context.is_us_address(lexicon));
        if score > 0 || score == 0 && rivals.country_by_default {
            return country;
        }
        rivals.other.map(|other| (lexicon.entries[other.0 as usize].kind, other))
    }

    /// What the page is about: abroad, or a part of the US.
    ///
    /// National papers name states too; so those speak for a state only, and a town that nothing
    /// else on the page speaks for has to outweigh the country.
    fn of_setting(&self, rivals: &Rivalry) -> i32 {
        if !rivals.in_us {
            return 0;
        }
        let local = if rivals.is_state { self.local + self.states } else { self.local - CUE };
        self.foreign.min(MOST) - local.clamp(0, MOST)
    }

    /// What demonym and capital say for a country, less the towns of its name.
    fn told(&self, country: EntryId) -> i32 {
        let said = self.of_country.get(&country).copied().unwrap_or(0);
        said - self.towns.get(&country).copied().unwrap_or(0)
    }
}

/// True of a name for which the words of local papers speak.
fn may_be_in_us(lexicon: &Lexicon, hit: &Hit) -> bool {
    match hit.meaning.role {
        Role::Doubtful(rivalry) => lexicon.rivalries[usize::from(rivalry)].in_us,
        _ => false,
    }
}

/// True when some line begins with a town in capitals and its state.
fn is_dated_in_state(text: &str, hits: &[Hit]) -> bool {
    /// Lines at the head of a page that are looked at, and bytes of each.
    const LINES: usize = 16;
    const LONGEST: usize = 40;
    let Some(region) = hits.first().map(|hit| hit.region) else { return false };
    let lines = lines_of(text, region).take(LINES).map(|line| &text[line]);
    lines.map(|line| &line[..floor_boundary(line, LONGEST)]).any(|line| {
        let Some(comma) = line.find(',') else { return false };
        work::read(line.len());
        !line[..comma].contains(char::is_lowercase) && is_in_state(&line[comma..])
    })
}

/// The capital and the first president are no matter of a state.
fn is_washington(lexicon: &Lexicon, hit: &Hit) -> bool {
    lexicon.entries[hit.meaning.entry.0 as usize].name.starts_with("Washington,")
}
