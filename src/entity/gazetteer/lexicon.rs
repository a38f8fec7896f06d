//! [`Lexicon`]: what the tables know, and the forms by which it is found in a text.

use super::forms::Forms;
use super::Kind;
use crate::data::rows;
use crate::entity::country::ROWS;
use crate::scan::map::Map;
use std::borrow::Cow;

/// One thing that tables know by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub kind: Kind,
    /// The canonical name.
    pub name: Cow<'static, str>,
    /// ISO 3166-1 alpha-2 code of a country, or of the country of a seat or place.
    pub code: Option<&'static str>,
}

/// Index of an [`Entry`]: of a lexicon, or behind those, of what a page itself defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct EntryId(pub u32);

/// What a form says where it is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub entry: EntryId,
    pub role: Role,
    /// A part or a former state of what it names: "West Bank", "East Germany".
    pub part: bool,
    /// Only behind "the": "the States".
    pub after_the: bool,
    /// A state of the US, as it stands behind the name of a town.
    pub state: bool,
    /// A word of a local paper of the US: "Sheriff".
    pub local: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A mention of this kind.
    Name(Kind),
    /// A country's name that is something else's too; index of the [`Rivalry`].
    Doubtful(u16),
    /// Found only to be counted.
    Cue,
}

/// A name of a country and of something else.
#[derive(Clone, Debug)]
pub(crate) struct Rivalry {
    /// The place that it also names; `None` when that is no table's business (a person, a bird).
    pub other: Option<EntryId>,
    /// Which holds when the page says nothing.
    pub country_by_default: bool,
    /// Some of its cues begin with a small letter.
    pub has_small_cues: bool,
    /// It is a town of the US, for which the words of local papers speak.
    pub in_us: bool,
    /// It is a state of the US, for which other states speak too.
    pub is_state: bool,
}

/// One word that speaks for one side of a rivalry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    pub rivalry: u16,
    pub for_country: bool,
}

/// The built-in tables or the caller's, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    pub entries: Vec<Entry>,
    pub meanings: Vec<Meaning>,
    pub forms: Forms,
    /// Cues that begin with a small letter, looked for only where they decide something.
    pub small_cues: Forms,
    pub rivalries: Vec<Rivalry>,
    /// What the mention of an entry speaks for.
    pub cues: Map<EntryId, Vec<Cue>>,
    countries: Map<&'static str, EntryId>,
    /// Filled when names of the caller's come in.
    by_name: Map<(Kind, Cow<'static, str>), EntryId>,
}

const AMBIGUOUS: &str = include_str!("../../data/entity/ambiguous.txt");
const PLACES: &str = include_str!("../../data/entity/place.txt");
const SEATS: &str = include_str!("../../data/entity/seat.txt");
const ORGANISATIONS: &str = include_str!("../../data/entity/org.txt");
const LOCAL: &str = include_str!("../../data/entity/us_local.txt");
const STATES: &str = include_str!("../../data/entity/us_state.txt");
/// About as many as the built-in tables hold; only the first allocation depends on it.
const EXPECTED_FORMS: usize = 4000;

impl Lexicon {
    /// The built-in tables. A form of two tables is what the first of them says.
    pub fn builtin() -> Lexicon {
        Lexicon::default().with_builtin()
    }

    /// Adds the built-in tables behind what there is.
    pub fn with_builtin(self) -> Lexicon {
        let mut new = self;
        new.forms.reserve(EXPECTED_FORMS);
        new.add_countries();
        new.add_places();
        new.add_organisations();
        new.add_ambiguous();
        for word in
            rows(LOCAL).filter_map(|(_, mut columns)| columns.next()).flat_map(|l| l.split(';'))
        {
            if new.add_form(word, EntryId(0), Role::Cue) {
                new.meanings.last_mut().into_iter().for_each(|meaning| meaning.local = true);
            }
        }
        new
    }

    fn add_countries(&mut self) {
        for row in ROWS.iter() {
            let entry = self.add_entry(Kind::Country, row.name, Some(row.alpha2));
            self.countries.insert(row.alpha2, entry);
        }
        for row in ROWS.iter() {
            let entry = self.countries[row.alpha2];
            for name in row.text_names() {
                self.add_with_variants(name, entry, Role::Name(Kind::Country));
            }
            for name in row.part_names() {
                let first = self.meanings.len();
                self.add_with_variants(name, entry, Role::Name(Kind::Country));
                self.meanings[first..].iter_mut().for_each(|meaning| meaning.part = true);
            }
            for demonym in row.demonyms() {
                self.add_demonym(demonym, entry);
            }
        }
    }

    /// "Russian", and "Russians" for the people.
    fn add_demonym(&mut self, demonym: &str, entry: EntryId) {
        let role = Role::Name(Kind::Demonym);
        self.add_form(demonym, entry, role);
        let plural = if let Some(stem) = demonym.strip_suffix("man") {
            format!("{stem}men")
        } else if demonym.ends_with(['h', 's', 'x', 'z']) && !demonym.ends_with("zech")
            || demonym.ends_with("men")
        {
            return;
        } else {
            format!("{demonym}s")
        };
        self.add_form(&plural, entry, role);
    }

    fn add_ambiguous(&mut self) {
        for (_, mut columns) in rows(AMBIGUOUS) {
            let mut next = || columns.next().unwrap_or_default();
            let (name, code, other, default) = (next(), next(), next(), next());
            let (for_country, for_other) = (next(), next());
            let Some(&country) = self.countries.get(code) else { continue };
            let rivalry = self.rivalries.len() as u16;
            let other = self.add_rival(other);
            self.rivalries.push(Rivalry {
                other,
                country_by_default: default == "country",
                has_small_cues: [for_country, for_other].iter().any(|cues| has_small(cues)),
                is_state: rows(STATES).any(|(_, mut columns)| columns.next() == Some(name)),
                in_us: for_other.split(';').any(|cue| cue == "US"),
            });
            self.add_form(name, country, Role::Doubtful(rivalry));
            if let Some(value) = self.forms.get(name) {
                let meaning = &mut self.meanings[value as usize];
                (meaning.role, meaning.state, meaning.local) =
                    (Role::Doubtful(rivalry), false, false);
            }
            self.add_cues(for_country, Cue { rivalry, for_country: true });
            self.add_cues(for_other, Cue { rivalry, for_country: false });
        }
    }

    /// "place=Georgia=US", "country=KP"; `None` for what no table knows.
    fn add_rival(&mut self, other: &str) -> Option<EntryId> {
        let mut parts = other.split('=');
        match (parts.next()?, parts.next(), parts.next()) {
            ("country", Some(code), _) => self.country(code),
            ("place", Some(name), code) => {
                let code = code.and_then(|code| self.code(code));
                Some(self.add_entry(Kind::Place, name.to_owned(), code))
            }
            _ => None,
        }
    }

    fn add_cues(&mut self, words: &str, cue: Cue) {
        for word in words.split(';').filter(|word| !word.is_empty() && *word != "US") {
            let small = word.starts_with(char::is_lowercase);
            let forms = if small { &self.small_cues } else { &self.forms };
            let entry = match forms.get(word) {
                Some(value) => self.meanings[value as usize].entry,
                None => {
                    let entry = self.add_entry(Kind::Place, word.to_owned(), None);
                    if small {
                        self.add_small_cue(word, entry);
                    } else {
                        self.add_form(word, entry, Role::Cue);
                    }
                    entry
                }
            };
            self.cues.entry(entry).or_default().push(cue);
        }
    }

    fn add_places(&mut self) {
        for (_, mut columns) in rows(PLACES) {
            let (_kind, code) = (columns.next(), columns.next().unwrap_or_default());
            let code = self.code(code);
            for place in columns.next().unwrap_or_default().split(';') {
                let mut names = place.split('=');
                let canonical = names.next().unwrap_or_default();
                let canonical = canonical.strip_prefix("the ").unwrap_or(canonical);
                let entry = self.add_entry(Kind::Place, canonical, code);
                for name in place.split('=') {
                    self.add_with_variants(name, entry, Role::Name(Kind::Place));
                }
            }
        }
        for (_, mut columns) in rows(STATES) {
            let name = columns.next().unwrap_or_default();
            if let Some(value) = self.forms.get(name) {
                let meaning = &mut self.meanings[value as usize];
                meaning.state = true;
            }
        }
        for (_, mut columns) in rows(SEATS) {
            let mut next = || columns.next().unwrap_or_default();
            let (name, code, others) = (next(), self.code(next()), next());
            let entry = self.add_entry(Kind::Seat, name, code);
            for name in [name].into_iter().chain(others.split(';')) {
                self.add_form(name, entry, Role::Name(Kind::Seat));
            }
        }
    }

    fn add_organisations(&mut self) {
        for (_, mut columns) in rows(ORGANISATIONS) {
            let name = columns.next().unwrap_or_default();
            let entry = self.add_entry(Kind::Organisation, name, None);
            let others = columns.next().unwrap_or_default().split(';');
            for name in [name].into_iter().chain(others) {
                self.add_form(name, entry, Role::Name(Kind::Organisation));
            }
        }
    }

    /// The entry of this kind and name, made if there is none: one name, one entity.
    pub fn named(&mut self, kind: Kind, name: &str, code: Option<&'static str>) -> EntryId {
        if self.by_name.is_empty() {
            let known = self.entries.iter().enumerate();
            self.by_name = known
                .map(|(at, entry)| ((entry.kind, entry.name.clone()), EntryId(at as u32)))
                .collect();
        }
        // A demonym and a country are one entity.
        let kind = if kind == Kind::Demonym { Kind::Country } else { kind };
        if let Some(entry) = self.by_name.get(&(kind, Cow::Borrowed(name))) {
            return *entry;
        }
        let entry = self.add_entry(kind, name.to_owned(), code);
        self.by_name.insert((kind, name.to_owned().into()), entry);
        entry
    }

    /// Makes room for as many forms more.
    pub fn reserve(&mut self, forms: usize) {
        self.forms.reserve(forms);
    }

    /// The code as the table of countries has it.
    fn code(&self, code: &str) -> Option<&'static str> {
        self.countries.get_key_value(code).map(|(code, _)| *code)
    }

    pub fn add_entry(
        &mut self,
        kind: Kind,
        name: impl Into<Cow<'static, str>>,
        code: Option<&'static str>,
    ) -> EntryId {
        self.entries.push(Entry { kind, name: name.into(), code });
        EntryId(self.entries.len() as u32 - 1)
    }

    /// What else a doubtful name names.
    pub fn rivalry(&self, meaning: Meaning) -> Option<&Rivalry> {
        match meaning.role {
            Role::Doubtful(rivalry) => self.rivalries.get(usize::from(rivalry)),
            _ => None,
        }
    }

    /// True when words that begin with a small letter may decide what this says.
    pub fn needs_small_cues(&self, meaning: Meaning) -> bool {
        self.rivalry(meaning).is_some_and(|rivals| rivals.has_small_cues)
    }

    /// The entry of the country with a code.
    pub fn country(&self, code: &str) -> Option<EntryId> {
        self.countries.get(code).copied()
    }

    /// A name, and what comes of it with "Saint" for "St.", or with "the" in front of it.
    fn add_with_variants(&mut self, name: &str, entry: EntryId, role: Role) {
        let Some(rest) = name.strip_prefix("the ") else {
            self.add_form(name, entry, role);
            if let Some(rest) = name.strip_prefix("St. ") {
                self.add_form(&format!("Saint {rest}"), entry, role);
                self.add_form(&format!("St {rest}"), entry, role);
            } else if let Some(rest) = name.strip_prefix("Saint ") {
                self.add_form(&format!("St. {rest}"), entry, role);
                self.add_form(&format!("St {rest}"), entry, role);
            }
            return;
        };
        if self.add_form(rest, entry, role) {
            if let Some(meaning) = self.meanings.last_mut() {
                meaning.after_the = true;
            }
        }
    }

    fn add_small_cue(&mut self, word: &str, entry: EntryId) {
        if self.small_cues.add(word, self.meanings.len() as u32) {
            let (part, after_the, state, local) = (false, false, false, false);
            self.meanings.push(Meaning { entry, role: Role::Cue, part, after_the, state, local });
        }
    }

    fn meaning_of(&self, form: &str) -> Option<Meaning> {
        self.forms.get(form).map(|value| self.meanings[value as usize])
    }

    /// Adds a form; the first meaning that a form is given stays.
    pub fn add_form(&mut self, form: &str, entry: EntryId, role: Role) -> bool {
        let added = self.forms.add(form, self.meanings.len() as u32);
        if added {
            let (part, after_the, state, local) = (false, false, false, false);
            self.meanings.push(Meaning { entry, role, part, after_the, state, local });
        } else if self.meaning_of(&form.to_uppercase()).is_some_and(|known| known.entry == entry) {
            self.forms.allow_writing(form);
        }
        added
    }
}

fn has_small(cues: &str) -> bool {
    cues.split(';').any(|cue| cue.starts_with(char::is_lowercase))
}
