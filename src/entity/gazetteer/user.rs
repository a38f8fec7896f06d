//! [`Gazetteer`]: names of the caller's own.

use super::forms::MAX_WORDS;
use super::lexicon::{Lexicon, Role};
use super::tokens::{is_word_char, Reader};
use super::{Country, Kind};
use crate::error::Error;

/// Longer names are not names.
const MAX_NAME: usize = 512;
/// More rows than any gazetteer of names needs; what is beyond is refused, not truncated.
const MAX_ROWS: usize = 4_000_000;

/// Names of the caller's own, with their canonical forms and kinds, for a
/// [`Normalizer`](crate::entity::Normalizer).
///
/// A name is found as whole words, the longest one first. A word of it that begins with a capital
/// must do so in the text; a name in capitals throughout is found in capitals only. Accents, curly
/// and straight apostrophes, hyphens and spaces are the same.
///
/// ```
/// use copydesk::entity::{Gazetteer, Normalizer};
/// # fn main() -> Result<(), copydesk::Error> {
/// let table = "Old Trafford\tplace\tOld Trafford Stadium\nMan United\torganisation\tManchester United";
/// let normalizer = Normalizer::with_gazetteer(&Gazetteer::from_tsv(table)?);
/// let found = normalizer.entities("Man United lost at Old Trafford.");
/// let names: Vec<_> = found.iter().map(|(_, entity)| entity.name.as_ref()).collect();
/// assert_eq!(names, ["Manchester United", "Old Trafford Stadium"]);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gazetteer {
    rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    name: String,
    kind: Kind,
    canonical: String,
    code: Option<&'static str>,
}

impl Gazetteer {
    /// A gazetteer without names.
    ///
    /// ```
    /// assert!(copydesk::entity::Gazetteer::new().is_empty());
    /// ```
    pub fn new() -> Gazetteer {
        Gazetteer::default()
    }

    /// Reads a table: a row a line, columns separated by tabs: the name; its kind (as
    /// [`Kind::as_str`] has it; `organisation` if left out); the canonical name (the name itself if
    /// left out); the ISO 3166-1 code of a country, or of the country of a place or seat. Blank
    /// lines and lines that begin with `#` are skipped. Linear in the length of the table.
    ///
    /// # Errors
    ///
    /// [`Error::Row`] names the first line that has an unknown kind or code, a control character,
    /// more than four columns, no word in its name, more than 16 words or 512 bytes, or that is
    /// the four-millionth.
    ///
    /// ```
    /// use copydesk::entity::Gazetteer;
    /// let error = Gazetteer::from_tsv("Acme\torganisation\nAcme Park\tplase").unwrap_err();
    /// assert_eq!(error.to_string(), r#"line 2: unknown kind: "plase""#);
    /// ```
    pub fn from_tsv(table: &str) -> Result<Gazetteer, Error> {
        let mut new = Gazetteer::new();
        for (at, line) in table.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let columns: Vec<&str> = line.splitn(5, '\t').collect();
            if columns.len() > 4 {
                return Err(Error::row(at + 1, "more than four columns", line));
            }
            let column = |n: usize| columns.get(n).copied().filter(|text| !text.is_empty());
            let kind = match column(1) {
                None => Kind::Organisation,
                Some(kind) => {
                    Kind::parse(kind).ok_or_else(|| Error::row(at + 1, "unknown kind", kind))?
                }
            };
            let name = column(0).unwrap_or_default();
            let canonical = column(2).unwrap_or(name);
            new.push(at + 1, name, kind, canonical, column(3))?;
        }
        Ok(new)
    }

    /// Names of one kind, each with its canonical form. Linear in their length.
    ///
    /// # Errors
    ///
    /// As [`from_tsv`](Gazetteer::from_tsv); a line is a pair, counted from 1.
    ///
    /// ```
    /// use copydesk::entity::{Gazetteer, Kind};
    /// # fn main() -> Result<(), copydesk::Error> {
    /// let clubs = Gazetteer::from_pairs(Kind::Organisation, [("Spurs", "Tottenham Hotspur")])?;
    /// assert_eq!(clubs.len(), 1);
    /// # Ok(()) }
    /// ```
    pub fn from_pairs<N: AsRef<str>, C: AsRef<str>>(
        kind: Kind,
        pairs: impl IntoIterator<Item = (N, C)>,
    ) -> Result<Gazetteer, Error> {
        let mut new = Gazetteer::new();
        for (at, (name, canonical)) in pairs.into_iter().enumerate() {
            new.push(at + 1, name.as_ref(), kind, canonical.as_ref(), None)?;
        }
        Ok(new)
    }

    /// Adds the names of another gazetteer behind these; of one name twice, the first counts.
    ///
    /// ```
    /// use copydesk::entity::{Gazetteer, Kind};
    /// # fn main() -> Result<(), copydesk::Error> {
    /// let mut all = Gazetteer::from_pairs(Kind::Place, [("The Shard", "The Shard")])?;
    /// all.extend(Gazetteer::from_tsv("Spurs")?);
    /// assert_eq!(all.len(), 2);
    /// # Ok(()) }
    /// ```
    pub fn extend(&mut self, other: Gazetteer) {
        self.rows.extend(other.rows);
    }

    /// Number of names.
    ///
    /// ```
    /// assert_eq!(copydesk::entity::Gazetteer::from_tsv("Acme\nZenith").unwrap().len(), 2);
    /// ```
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True without a name.
    ///
    /// ```
    /// assert!(copydesk::entity::Gazetteer::from_tsv("# nothing\n").unwrap().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn push(
        &mut self,
        line: usize,
        name: &str,
        kind: Kind,
        canonical: &str,
        code: Option<&str>,
    ) -> Result<(), Error> {
        let code = match code {
            None => None,
            Some(code) => match Country::from_code(code) {
                None => return Err(Error::row(line, "unknown country code", code)),
                Some(country) => Some(country.alpha2()),
            },
        };
        let refused = if self.rows.len() >= MAX_ROWS {
            Some("too many rows")
        } else {
            problem_of(name).or_else(|| {
                (canonical.len() > MAX_NAME || canonical.contains(char::is_control))
                    .then_some("canonical name is too long or holds a control character")
            })
        };
        if let Some(problem) = refused {
            return Err(Error::row(line, problem, name));
        }
        self.rows.push(Row { name: name.into(), kind, canonical: canonical.into(), code });
        Ok(())
    }

    /// Puts the names into `lexicon`, before what it has if it is empty.
    pub(crate) fn add_to(&self, lexicon: &mut Lexicon) {
        lexicon.reserve(self.rows.len());
        for row in &self.rows {
            let entry = lexicon.named(row.kind, &row.canonical, row.code);
            lexicon.add_form(&row.name, entry, Role::Name(row.kind));
        }
    }
}

/// What is wrong with a name.
fn problem_of(name: &str) -> Option<&'static str> {
    if name.len() > MAX_NAME {
        return Some("name is longer than 512 bytes");
    }
    if name.contains(char::is_control) {
        return Some("control character in a name");
    }
    let Some(start) = name.find(is_word_char) else { return Some("no word in a name") };
    let mut reader = Reader::new(name, start, name.len());
    while reader.advance() {}
    if reader.count as usize > MAX_WORDS {
        return Some("name of more than 16 words");
    }
    let whole = start == 0 && name[reader.end..].chars().count() <= 1;
    (!whole).then_some("name with a character that a name cannot have")
}
