//! Small words of English by their place in a sentence.

use once_cell::sync::Lazy;

use crate::scan::classes::Classes;
use crate::scan::letters::folded_key;

/// A class of small words; the head of the table says what each means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Small {
    Auxiliary,
    Determiner,
    Boundary,
    Nominal,
    Clause,
    Subject,
    Document,
    Relative,
    Saying,
    Calendar,
    Time,
    When,
    Attribute,
    Binding,
    Owner,
    Holder,
    HeadEnd,
    Article,
    Copula,
    Clipped,
}

/// The classes as the table has them, in the order of [`Small`].
const NAMES: [&str; 20] = [
    "auxiliary",
    "determiner",
    "boundary",
    "nominal",
    "clause",
    "subject",
    "document",
    "relative",
    "saying",
    "calendar",
    "time",
    "when",
    "attribute",
    "binding",
    "owner",
    "holder",
    "head-end",
    "article",
    "copula",
    "clipped",
];

static WORDS: Lazy<Classes> =
    Lazy::new(|| Classes::read(include_str!("../data/quote/grammar.tsv"), &NAMES));

impl Small {
    /// True for a word of this class, written as the table has it.
    pub(crate) fn has(self, word: &str) -> bool {
        WORDS.has(word, self as usize)
    }

    /// The same for a word written in any case.
    pub(crate) fn has_folded(self, word: &str) -> bool {
        WORDS.has_key(folded_key(word), self as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::{Small, NAMES};

    #[test]
    fn classes_stand_in_the_order_of_their_names() {
        let name = |class: Small| NAMES[class as usize];
        assert_eq!([name(Small::Auxiliary), name(Small::Copula)], ["auxiliary", "copula"]);
        assert_eq!([name(Small::Saying), name(Small::HeadEnd)], ["saying", "head-end"]);
        assert!(Small::Copula.has("became") && !Small::Copula.has("Became"));
        assert!(Small::Owner.has_folded("Their") && !Small::Owner.has("Their"));
    }

    #[test]
    fn each_row_of_the_table_is_of_a_class_and_each_class_has_one() {
        let rows = crate::data::rows(include_str!("../data/quote/grammar.tsv"));
        let mut found: Vec<&str> = rows.filter_map(|(_, mut row)| row.next()).collect();
        found.dedup();
        assert_eq!(found, NAMES);
    }
}
