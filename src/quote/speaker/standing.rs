//! The places where a candidate may stand in its sentence.

use super::words::Part;

/// A candidate's place. The order is that of [`PLACES`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Place {
    #[default]
    None,
    /// Before its verb.
    Subject,
    /// Before its verb, an apposition or a relative clause between.
    Remote,
    /// Behind its verb, which follows a quotation.
    Inverted,
    /// Behind a verb: who is told, or spoken of.
    Object,
    /// Behind "according to".
    Source,
    /// Behind "by".
    Agent,
    /// "Lee's"; and with a noun for what is said, "Lee's claim".
    Owner,
    Claimant,
    /// Behind "of", "for" or "to"; and before a verb all the same, as the end of the subject's phrase.
    Inside,
    InsideSubject,
    /// "who", before its verb.
    Relative,
    /// The name of the role before: "the chairman, Ann Lee, said".
    Apposed,
    /// Before a verb in the passive: who is told, asked or called.
    Passive,
}

pub(crate) const PLACES: [&str; 14] = [
    "none",
    "subject",
    "remote",
    "inverted",
    "object",
    "source",
    "agent",
    "owner",
    "claimant",
    "inside",
    "inside-subject",
    "relative",
    "apposed",
    "passive",
];

/// A candidate's place and its verb.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Standing {
    pub place: Place,
    /// Index of the token, or of the noun that is owned.
    pub verb: Option<usize>,
    /// What the verb is; the edge without one.
    pub part: Part,
}

impl Standing {
    pub(crate) fn new(place: Place, verb: Option<usize>, part: Part) -> Standing {
        Standing { place, verb, part }
    }

    /// True for who does what the verb tells.
    pub(crate) fn acts(self) -> bool {
        use Place::*;
        matches!(self.place, Subject | Remote | Inverted | Source | Relative)
    }
}
