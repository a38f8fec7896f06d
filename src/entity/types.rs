//! What an entity is, and what a mention of it says.

use std::borrow::Cow;
use std::fmt;

use crate::span::Span;

/// What a mention says, and what an entity is.
///
/// ```
/// use copydesk::entity::Kind;
/// let found = copydesk::entities("The Kremlin met Russian officers.");
/// let kinds: Vec<_> = found.mentions().iter().map(|m| m.kind).collect();
/// assert_eq!(kinds, [Kind::Seat, Kind::Demonym]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Kind {
    /// A state or territory with an ISO 3166-1 code.
    Country,
    /// A word for the people or things of a country: "Russian".
    Demonym,
    /// A place or building that stands for a government: "Kremlin".
    Seat,
    /// An organisation: "United Nations".
    Organisation,
    /// A person.
    Person,
    /// A place that is no country.
    Place,
}

impl Kind {
    const ALL: [Kind; 6] =
        [Kind::Country, Kind::Demonym, Kind::Seat, Kind::Organisation, Kind::Person, Kind::Place];

    /// The kind with this stable name.
    ///
    /// ```
    /// use copydesk::entity::Kind;
    /// assert_eq!(Kind::parse("place"), Some(Kind::Place));
    /// assert_eq!(Kind::parse("Place"), None);
    /// ```
    pub fn parse(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// The stable kebab-case name.
    ///
    /// ```
    /// assert_eq!(copydesk::entity::Kind::Organisation.as_str(), "organisation");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Country => "country",
            Kind::Demonym => "demonym",
            Kind::Seat => "seat",
            Kind::Organisation => "organisation",
            Kind::Person => "person",
            Kind::Place => "place",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Index of an entity in its [`Entities`](super::Entities).
///
/// ```
/// let found = copydesk::entities("Peru voted. Peruvian voters were many.");
/// let [first, second] = found.mentions() else { panic!() };
/// assert_eq!(first.entity, second.entity);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EntityId(pub(crate) u32);

/// A place in the text where an entity is named.
///
/// ```
/// let text = "Mrs. Ana Belmonte’s party won.";
/// let found = copydesk::entities(text);
/// assert_eq!(&text[found.mentions()[0].span], "Ana Belmonte");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Mention {
    /// The name, without title and without a possessive ending.
    pub span: Span,
    /// What this mention is; a demonym names a country entity.
    pub kind: Kind,
    /// The entity it names.
    pub entity: EntityId,
    /// How it was recognised.
    pub form: Form,
}

/// How a mention was recognised.
///
/// ```
/// use copydesk::entity::Form;
/// let found = copydesk::entities("Ana Belmonte won in Peru. Belmonte was brief.");
/// let forms: Vec<_> = found.mentions().iter().map(|m| m.form).collect();
/// assert_eq!(forms, [Form::FullName, Form::Table, Form::Surname]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Form {
    /// A row of a table.
    Table,
    /// A row of a table that names a part or a former state of the entity: "West Bank" of
    /// Palestine, "East Germany" of Germany. It is never rewritten to the entity's name.
    Part,
    /// A person's name in full.
    FullName,
    /// A surname alone, of a person named in full elsewhere, or after a title.
    Surname,
    /// A given name alone, of a person named in full elsewhere.
    GivenName,
    /// The caller found it.
    Given,
}

/// What the page tells of a person's gender, by titles, kinship words and pronouns.
///
/// ```
/// use copydesk::entity::Gender;
/// let found = copydesk::entities("Mrs. Belmonte won in Peru.");
/// let genders: Vec<_> = found.iter().map(|(_, entity)| entity.gender).collect();
/// assert_eq!(genders, [Some(Gender::Female), None]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Gender {
    /// He.
    Male,
    /// She.
    Female,
}

/// One country, organisation, person or place of a page.
///
/// ```
/// use copydesk::entity::Kind;
/// let found = copydesk::entities("The Republic of Korea wrote to President Ama Boateng.");
/// let [korea, boateng] = [0, 1].map(|at| found.get(found.mentions()[at].entity).unwrap());
/// assert_eq!((korea.kind, korea.name.as_ref(), korea.code), (Kind::Country, "South Korea", Some("KR")));
/// assert_eq!(&found.text()[boateng.title.unwrap()], "President");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// The canonical name.
    pub name: Cow<'static, str>,
    /// ISO 3166-1 alpha-2 code of a country, or of the country of a seat.
    pub code: Option<&'static str>,
    /// Title of a person as the page gives it first ("President").
    pub title: Option<Span>,
    /// What the page tells of a person's gender.
    pub gender: Option<Gender>,
}
