//! Tables that sort words into classes.

use super::table::{key, Table, SEED};
use crate::data::rows;

/// Words by their classes, as a table lists them: a row is the name of a class and its words, with
/// spaces between. A word may be in several classes.
#[derive(Debug)]
pub(crate) struct Classes {
    /// A bit for each class, the first the lowest.
    bits: Table<u32>,
}

impl Classes {
    /// The classes of `names`, in this order, at most 32; rows of other classes are left out.
    pub(crate) fn read(table: &str, names: &[&str]) -> Classes {
        let mut words = Vec::new();
        for (_, mut row) in rows(table) {
            let (Some(class), Some(list)) = (row.next(), row.next()) else { continue };
            let Some(at) = names.iter().position(|name| *name == class) else { continue };
            words.extend(list.split(' ').map(|word| (key(SEED, word), 1 << at)));
        }
        Classes { bits: Table::merged(&words, |known, bit| *known |= bit) }
    }

    /// True when `word` is in the class of that number; case counts.
    pub(crate) fn has(&self, word: &str, class: usize) -> bool {
        self.has_key(key(SEED, word), class)
    }

    /// The same for the word of that key.
    pub(crate) fn has_key(&self, key: u64, class: usize) -> bool {
        self.bits.get(key).is_some_and(|bits| bits >> class & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Classes;

    #[test]
    fn a_word_is_in_the_classes_of_its_rows() {
        let table = "# head\nhue\tred green\nfruit\tlime red\nhue\tlime\nother\tgreen\n";
        let classes = Classes::read(table, &["fruit", "hue"]);
        let of = |word: &str| [0, 1].map(|class| classes.has(word, class));
        assert_eq!([of("red"), of("lime")], [[true, true]; 2]);
        assert_eq!(of("green"), [false, true]);
        assert_eq!([of("Red"), of("hue"), of("")], [[false, false]; 3]);
    }
}
