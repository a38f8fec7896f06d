//! [`Classes`]: what a word tells of the quotation marks near it.

/// A class of words, as the table of words near marks has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// A verb that takes speech.
    Say,
    /// A verb that takes a judgement.
    Call,
    /// A noun for what is said or written.
    Source,
    /// A noun for a work, a programme or its maker.
    Work,
    /// A word about words and names.
    Word,
    /// A verb of saying that takes a clause without marks.
    Report,
}

/// The names of the table, in the order of [`Class`].
const NAMES: [(&str, Class); 6] = [
    ("say", Class::Say),
    ("call", Class::Call),
    ("source", Class::Source),
    ("work", Class::Work),
    ("word", Class::Word),
    ("report", Class::Report),
];

impl Class {
    /// The class of that name.
    pub(crate) fn named(name: &str) -> Option<Class> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, class)| *class)
    }

    /// True for a class of verbs, whose regular forms are made by rule.
    pub(crate) fn is_of_verbs(self) -> bool {
        matches!(self, Class::Say | Class::Call | Class::Report)
    }
}

/// The classes of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes {
    /// A bit for each class, the first the lowest.
    bits: u8,
}

impl From<Class> for Classes {
    fn from(class: Class) -> Classes {
        Classes { bits: 1 << class as u8 }
    }
}

impl Classes {
    /// The name of the first class, as the table has it.
    pub(crate) fn first(self) -> &'static str {
        NAMES.get(self.bits.trailing_zeros() as usize).map_or("word", |(name, _)| name)
    }

    /// True when `class` is among them.
    #[inline]
    pub(crate) fn has(self, class: Class) -> bool {
        self.bits & (1 << class as u8) != 0
    }

    /// These and others.
    pub(crate) fn with(self, more: Classes) -> Classes {
        Classes { bits: self.bits | more.bits }
    }
}
