//! [`country`]: the country that a whole field of a data table names.

/// A country or territory of ISO 3166-1.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Country {
    alpha2: &'static str,
}

impl Country {
    /// ISO 3166-1 alpha-2.
    pub fn alpha2(self) -> &'static str {
        self.alpha2
    }
}

/// The country that a whole field of a data table names.
pub fn country(_name: &str) -> Option<Country> {
    None
}

/// The same with spelling mistakes allowed where only one country is near.
pub fn country_fuzzy(name: &str) -> Option<Country> {
    country(name)
}
