//! [`country`] and [`country_fuzzy`]: the country that a whole field of a data table names.

use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::abbreviated::Abbreviated;
use super::fuzzy::{is_lookalike, Near};
use super::name_key::{cut_words, key, words};
use super::{Country, Status, ROWS};

/// Longer fields are prose, not names.
const MAX_NAME: usize = 160;

/// Words for a form of state, in the languages in which names of states are found in tables. A
/// name may be given with them or without.
const STATE_FORMS: [&str; 43] = [
    "republic",
    "kingdom",
    "state",
    "commonwealth",
    "principality",
    "federal",
    "democratic",
    "people",
    "islamic",
    "socialist",
    "arab",
    "sultanate",
    "emirate",
    "duchy",
    "grand",
    "union",
    "independent",
    "sovereign",
    "plurinational",
    "bolivarian",
    "cooperative",
    "hashemite",
    "territory",
    "collectivity",
    "department",
    "bailiwick",
    "dominion",
    "islands",
    "nation",
    "country",
    "republik",
    "republika",
    "respublika",
    "respublikasi",
    "republica",
    "republique",
    "repubblica",
    "republiek",
    "repubulika",
    "royaume",
    "reino",
    "regno",
    "koninkrijk",
];

/// Words that call a name a former one.
const FORMER: [&str; 4] = ["former", "formerly", "fmr", "ex"];

/// What a remark behind a name may say without naming something else.
const REMARKS: [&str; 24] = [
    "excluding",
    "including",
    "excl",
    "incl",
    "excludes",
    "includes",
    "without",
    "former",
    "formerly",
    "mainland",
    "contiguous",
    "disputed",
    "metropolitan",
    "total",
    "part",
    "until",
    "since",
    "from",
    "before",
    "after",
    "local",
    "country",
    "republic",
    "eu",
];

/// The country that a whole field of a data table names: official, short, inverted, abbreviated
/// or former names, with or without accents and capitals.
///
/// `None` when the field names no country or territory, names two of them, or is prose of more
/// than 160 bytes. Linear in the length of `name`. A known name is found by its words, whatever
/// their order; spelling mistakes are not forgiven, see [`country_fuzzy`].
///
/// ```
/// use copydesk::country;
/// let code = |name| country(name).map(|c| c.alpha2());
/// assert_eq!(code("Congo, Dem. Rep. of (the)"), Some("CD"));
/// assert_eq!(code("SAO TOME & PRINCIPE"), Some("ST"));
/// assert_eq!(code("Swaziland"), Some("SZ"));
/// assert_eq!(code("New Mexico"), None);
/// assert_eq!(code("Bank of Japan"), None);
/// ```
pub fn country(name: &str) -> Option<Country> {
    if name.len() > MAX_NAME {
        return None;
    }
    let words = words(name);
    if is_lookalike(name) {
        return NAMES.exact(&words);
    }
    let whole = NAMES.find(&words).or_else(|| NAMES.find_with_remark(name));
    whole.or_else(|| {
        let cut = cut_words(name);
        (!cut.is_empty()).then(|| ABBREVIATED.find(&words, &cut, is_state_form))?
    })
}

/// As [`country`], with one mistake of spelling allowed: a letter or space too many, missing,
/// wrong, or two changed about.
///
/// `None` unless exactly one country has a name so near, of at least six letters; and for what is
/// itself the name of something else ("Granada" is not Grenada, "Nigerian" not Nigeria).
///
/// ```
/// use copydesk::entity::country_fuzzy;
/// let code = |name| country_fuzzy(name).map(|c| c.alpha2());
/// assert_eq!(code("Switzerlnad"), Some("CH"));
/// assert_eq!(code("Nigeria"), Some("NG"));
/// assert_eq!(code("Nigerian"), None);
/// ```
pub fn country_fuzzy(name: &str) -> Option<Country> {
    if name.len() > MAX_NAME {
        return None;
    }
    country(name).or_else(|| NEAR.find(name, |words| NAMES.find(words)))
}

static NAMES: Lazy<Names> = Lazy::new(Names::new);
static ABBREVIATED: Lazy<Abbreviated> = Lazy::new(|| {
    let names = NAMES.exact.iter();
    Abbreviated::new(
        names.map(|(key, country)| (key.split(' ').map(String::from).collect(), *country)),
    )
});
static NEAR: Lazy<Near> = Lazy::new(|| {
    let named = ROWS.iter().enumerate();
    Near::new(named.flat_map(|(at, row)| {
        // Names in other languages are nearer to other words than to a mistake.
        let names = row.text_names().chain(row.field_names());
        names.map(move |name| (name, Country::at(at)))
    }))
});

/// Names by their key.
#[derive(Debug)]
struct Names {
    exact: HashMap<String, Country>,
    /// Without words for a form of state; `None` where two countries differ by those only.
    bare: HashMap<String, Option<Country>>,
}

impl Names {
    fn new() -> Names {
        let mut names = Names { exact: HashMap::with_capacity(6000), bare: HashMap::new() };
        for (at, row) in ROWS.iter().enumerate() {
            for name in row.text_names().chain(row.field_names()) {
                names.add(name, Country::at(at));
            }
        }
        for (at, row) in ROWS.iter().enumerate() {
            for name in row.native_names().filter(|name| is_native_name(name)) {
                names.exact.entry(key(&words(name))).or_insert(Country::at(at));
            }
        }
        names
    }

    fn add(&mut self, name: &str, country: Country) {
        let words = words(name);
        let short = directions_shortened(&words);
        if short != words {
            self.exact.entry(key(&short)).or_insert(country);
        }
        self.exact.insert(key(&words), country);
        let bare = self.bare.entry(key(&without(&words, is_state_form))).or_insert(Some(country));
        if *bare != Some(country) {
            *bare = None;
        }
    }

    /// The country with a name of these words, with or without words that call it a former one.
    fn find(&self, words: &[String]) -> Option<Country> {
        self.find_all(words).or_else(|| {
            let now = without(words, |word| FORMER.contains(&word));
            (now.len() < words.len()).then(|| self.find_all(&now))?
        })
    }

    fn exact(&self, words: &[String]) -> Option<Country> {
        self.exact.get(&key(words)).copied()
    }

    fn find_all(&self, words: &[String]) -> Option<Country> {
        self.exact(words).or_else(|| self.find_bare(words))
    }

    fn find_bare(&self, words: &[String]) -> Option<Country> {
        let bare = without(words, is_state_form);
        if bare.is_empty() || bare.len() == words.len() {
            return None;
        }
        let bare = key(&bare);
        let country = self.exact.get(&bare)?;
        (*self.bare.get(&bare)? == Some(*country)).then_some(*country)
    }

    /// "Name (remark)", "Name, remark", "Name/other name", "Name - remark".
    fn find_with_remark(&self, field: &str) -> Option<Country> {
        let at = field.find(['(', '[', '/', ',', ';', ':'])?;
        let (name, remark) = field.split_at(at);
        let main = self.find(&words(name))?;
        let remark = words(remark);
        let agrees = match self.find(&remark) {
            Some(other) => other == main || owns(other, main),
            None => remark.iter().any(|word| is_remark(word)),
        };
        agrees.then_some(main)
    }
}

/// Names in other languages are taken as they are, unless they are short or another thing's.
fn is_native_name(name: &str) -> bool {
    const SHORTEST: usize = 4;
    name.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST && !is_lookalike(name)
}

fn is_remark(word: &str) -> bool {
    REMARKS.contains(&word) || word.bytes().all(|b| b.is_ascii_digit())
}

/// "Aruba (Netherlands)" is Aruba: a state behind the name of a territory says whose it is.
fn owns(state: Country, territory: Country) -> bool {
    territory.status() == Status::Territory && state.status() == Status::State
}

fn is_state_form(word: &str) -> bool {
    STATE_FORMS.contains(&word)
}

fn without(words: &[String], left_out: impl Fn(&str) -> bool) -> Vec<String> {
    words.iter().filter(|word| !left_out(word.as_str())).cloned().collect()
}

/// "N. Korea" for "North Korea".
fn directions_shortened(words: &[String]) -> Vec<String> {
    let short = |word: &String| match word.as_str() {
        "north" | "northern" => "n".into(),
        "south" | "southern" => "s".into(),
        "east" | "eastern" => "e".into(),
        "west" | "western" => "w".into(),
        _ => word.clone(),
    };
    words.iter().map(short).collect()
}
