//! [`Country`]: what ISO 3166 knows of a country, with its names.

mod abbreviated;
mod fuzzy;
mod lookup;
mod name_key;

use std::fmt;

use once_cell::sync::Lazy;

use crate::data::rows;

pub use self::lookup::{country, country_fuzzy};

/// Names and status by hand, [`CLDR`] for codes.
const TABLE: &str = include_str!("../../data/entity/country.txt");
const CLDR: &str = include_str!("../../data/entity/country_cldr.txt");

/// A country or territory of ISO 3166-1, Kosovo (`XK`), or a former country of ISO 3166-3.
///
/// ```
/// use copydesk::entity::Status;
/// let korea = copydesk::country("Korea, Rep.").unwrap();
/// assert_eq!((korea.alpha2(), korea.alpha3(), korea.numeric()), ("KR", "KOR", "410"));
/// assert_eq!((korea.name(), korea.official_name()), ("South Korea", "Republic of Korea"));
/// assert_eq!(korea.status(), Status::State);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country(u16);

/// What kind of country a [`Country`] is.
///
/// ```
/// use copydesk::entity::Status;
/// assert_eq!(copydesk::country("Aruba").unwrap().status(), Status::Territory);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Status {
    /// A member or observer of the United Nations, or Kosovo.
    State,
    /// Another area with a code of its own: Greenland, Hong Kong, Antarctica.
    Territory,
    /// A country that is no more: the Soviet Union.
    Historical,
}

impl Status {
    /// The stable kebab-case name.
    ///
    /// ```
    /// assert_eq!(copydesk::entity::Status::Historical.as_str(), "historical");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Status::State => "state",
            Status::Territory => "territory",
            Status::Historical => "historical",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Marks the name of a part or former state in the column of names in running text.
const PART: char = '~';

/// One country as the two tables tell of it. Lists are as the table has them, separated by `;`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Row {
    pub alpha2: &'static str,
    alpha3: &'static str,
    numeric: &'static str,
    status: &'static str,
    pub name: &'static str,
    official: &'static str,
    demonyms: &'static str,
    text_names: &'static str,
    field_names: &'static str,
    cldr_names: &'static str,
    native_names: &'static str,
}

/// The items of a list in a column.
pub(crate) fn list(column: &'static str) -> impl Iterator<Item = &'static str> + Clone {
    column.split(';').filter(|item| !item.is_empty())
}

impl Row {
    /// The names that stand for the country in running text.
    pub fn text_names(&self) -> impl Iterator<Item = &'static str> {
        let others = list(self.text_names).filter(|name| !name.starts_with(PART));
        [self.name, self.official].into_iter().chain(others)
    }

    /// The names of its parts and former states that stand for it in running text.
    pub fn part_names(&self) -> impl Iterator<Item = &'static str> {
        list(self.text_names).filter_map(|name| name.strip_prefix(PART))
    }

    /// The names that stand for the country as the whole field of a table, without `text_names`.
    pub fn field_names(&self) -> impl Iterator<Item = &'static str> {
        self.part_names().chain(list(self.field_names)).chain(list(self.cldr_names))
    }

    /// Names in other languages: what English says goes before them.
    pub fn native_names(&self) -> impl Iterator<Item = &'static str> {
        list(self.native_names)
    }

    pub fn demonyms(&self) -> impl Iterator<Item = &'static str> + Clone {
        list(self.demonyms)
    }
}

/// All countries, sorted by alpha-2 code.
pub(crate) static ROWS: Lazy<Vec<Row>> = Lazy::new(|| {
    let mut table: Vec<Row> = rows(TABLE).map(|(_, columns)| row(columns)).collect();
    table.sort_unstable_by_key(|row| row.alpha2);
    for (_, mut columns) in rows(CLDR) {
        let code = columns.next().unwrap_or_default();
        let Ok(at) = table.binary_search_by_key(&code, |row| row.alpha2) else { continue };
        let mut next = || columns.next().unwrap_or_default();
        let row = &mut table[at];
        (row.alpha3, row.numeric) = (next(), next());
        (row.cldr_names, row.native_names) = (next(), next());
    }
    table
});

fn row(mut columns: std::str::Split<'static, char>) -> Row {
    let mut next = || columns.next().unwrap_or_default();
    let mut row = Row {
        alpha2: next(),
        status: next(),
        name: next(),
        official: next(),
        demonyms: next(),
        text_names: next(),
        field_names: next(),
        ..Row::default()
    };
    if let Some((alpha3, numeric)) = next().split_once(';') {
        (row.alpha3, row.numeric) = (alpha3, numeric);
    }
    row
}

impl Country {
    fn row(self) -> &'static Row {
        &ROWS[usize::from(self.0)]
    }

    pub(crate) fn at(row: usize) -> Country {
        Country(row as u16)
    }

    /// The country with a code: alpha-2, alpha-3 or numeric, in either case.
    ///
    /// Linear in the number of countries.
    ///
    /// ```
    /// use copydesk::entity::Country;
    /// assert_eq!(Country::from_code("rus"), Country::from_code("643"));
    /// assert_eq!(Country::from_code("ZZ"), None);
    /// ```
    pub fn from_code(code: &str) -> Option<Country> {
        let is = |row: &Row| {
            [row.alpha2, row.alpha3, row.numeric].iter().any(|c| c.eq_ignore_ascii_case(code))
        };
        (!code.is_empty()).then(|| ROWS.iter().position(is).map(Country::at))?
    }

    /// All countries and territories, the former ones included, by alpha-2 code.
    ///
    /// ```
    /// use copydesk::entity::{Country, Status};
    /// assert_eq!(Country::all().filter(|c| c.status() == Status::State).count(), 196);
    /// ```
    pub fn all() -> impl Iterator<Item = Country> {
        (0..ROWS.len()).map(Country::at)
    }

    /// ISO 3166-1 alpha-2, `XK` for Kosovo; for a former country the one it had.
    ///
    /// ```
    /// assert_eq!(copydesk::country("Zaire").unwrap().alpha2(), "CD");
    /// ```
    pub fn alpha2(self) -> &'static str {
        self.row().alpha2
    }

    /// ISO 3166-1 alpha-3.
    ///
    /// ```
    /// assert_eq!(copydesk::country("Holland").unwrap().alpha3(), "NLD");
    /// ```
    pub fn alpha3(self) -> &'static str {
        self.row().alpha3
    }

    /// ISO 3166-1 numeric, three digits.
    ///
    /// ```
    /// assert_eq!(copydesk::country("Albania").unwrap().numeric(), "008");
    /// ```
    pub fn numeric(self) -> &'static str {
        self.row().numeric
    }

    /// The common English name.
    ///
    /// ```
    /// assert_eq!(copydesk::country("Lao PDR").unwrap().name(), "Laos");
    /// ```
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The official English name.
    ///
    /// ```
    /// assert_eq!(copydesk::country("Greece").unwrap().official_name(), "Hellenic Republic");
    /// ```
    pub fn official_name(self) -> &'static str {
        self.row().official
    }

    /// Words for its people and things, the commonest first; none for a few territories.
    ///
    /// ```
    /// let danish: Vec<_> = copydesk::country("Denmark").unwrap().demonyms().collect();
    /// assert_eq!(danish, ["Danish", "Dane"]);
    /// ```
    pub fn demonyms(self) -> impl Iterator<Item = &'static str> {
        self.row().demonyms()
    }

    /// State, territory or historical.
    ///
    /// ```
    /// use copydesk::entity::Status;
    /// assert_eq!(copydesk::country("USSR").unwrap().status(), Status::Historical);
    /// ```
    pub fn status(self) -> Status {
        match self.row().status {
            "territory" => Status::Territory,
            "historical" => Status::Historical,
            _ => Status::State,
        }
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({})", self.alpha2())
    }
}

impl fmt::Display for Country {
    /// The common English name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Country {
    /// As its alpha-2 code.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.alpha2())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Country {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Country, D::Error> {
        let code = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Country::from_code(&code).ok_or_else(|| serde::de::Error::custom("no country code"))
    }
}
