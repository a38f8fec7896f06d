//! The endings of words, asked for many at a time.

use super::table::short;

/// A set of endings of two to eight bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Endings<const N: usize> {
    /// Sorted by the lowest five bits of their last bytes.
    list: [Ending; N],
    /// Where those of each last byte begin in the list.
    from: [u8; 33],
    /// By the lowest five bits of an ending's last byte, a bit for those of the byte before it: one
    /// look tells that most words have none.
    last: [u32; 32],
}

#[derive(Clone, Copy, Debug)]
struct Ending {
    length: usize,
    /// Its bytes, the last one the highest.
    tail: u64,
}

/// How many endings a table has in the rows of `class`.
pub(crate) const fn count(table: &str, class: &str) -> usize {
    let (table, class) = (table.as_bytes(), class.as_bytes());
    let (mut count, mut at) = (0, next(table, class, 0));
    while at.0 < table.len() {
        count += 1;
        at = next(table, class, at.1);
    }
    count
}

impl<const N: usize> Endings<N> {
    /// The endings in the rows of `class` of a table, when it is compiled: a row is the class, a tab,
    /// and endings with spaces between. `N` is their [`count`].
    pub(crate) const fn read(table: &str, class: &str) -> Endings<N> {
        let (table, class) = (table.as_bytes(), class.as_bytes());
        let mut endings =
            Endings { list: [Ending { length: 0, tail: 0 }; N], from: [0; 33], last: [0; 32] };
        let (mut letter, mut known) = (0, 0);
        while letter < 32 {
            let mut at = next(table, class, 0);
            while at.0 < table.len() {
                let (a, b) = (table[at.1 - 2], table[at.1 - 1]);
                if (b & 31) as usize == letter {
                    endings.list[known] = Ending::of(table, at);
                    endings.last[letter] |= 1 << (a & 31);
                    known += 1;
                }
                at = next(table, class, at.1);
            }
            letter += 1;
            endings.from[letter] = known as u8;
        }
        endings
    }

    /// True when `word` has one of the endings, and at least `more` bytes before it.
    #[inline]
    pub(crate) fn end(&self, word: &str, more: usize) -> bool {
        let bytes = word.as_bytes();
        let tail = match bytes.last_chunk::<8>() {
            Some(eight) => u64::from_le_bytes(*eight),
            None => short(bytes).wrapping_shl(64 - 8 * bytes.len() as u32),
        };
        self.end_tail(tail, bytes.len(), more)
    }

    /// The same for a word of `length` bytes, of which `tail` has the last eight; the last one is the
    /// highest.
    #[inline]
    pub(crate) fn end_tail(&self, tail: u64, length: usize, more: usize) -> bool {
        let [.., a, b] = tail.to_le_bytes();
        let ends = |e: &Ending| length >= e.length + more && same_end(tail, *e);
        self.may_end(a, b) && self.of(b).iter().any(ends)
    }

    /// Those that end with a byte.
    #[inline]
    fn of(&self, last: u8) -> &[Ending] {
        let at = usize::from(last & 31);
        let (from, to) = (self.from[at].into(), self.from[at + 1].into());
        self.list.get(from..to).unwrap_or_default()
    }

    #[inline]
    fn may_end(&self, a: u8, b: u8) -> bool {
        self.last[usize::from(b & 31)] >> (a & 31) & 1 == 1
    }
}

impl Ending {
    /// The bytes of a table from one place to another.
    const fn of(table: &[u8], (mut at, end): (usize, usize)) -> Ending {
        let (mut tail, length) = (0, end - at);
        while at < end {
            tail = tail >> 8 | (table[at] as u64) << 56;
            at += 1;
        }
        Ending { length, tail }
    }
}

/// Where the next ending in a row of `class` begins and ends, behind the one that ends at `at`; two times
/// the length of the table if there is none.
const fn next(table: &[u8], class: &[u8], mut at: usize) -> (usize, usize) {
    while at < table.len() && table[at] != b' ' {
        if table[at] == b'\n' {
            at += 1;
        }
        let row = at + class.len();
        if row < table.len() && table[row] == b'\t' && is_at(table, class, at) {
            at = row;
            break;
        }
        at = end(table, at, b'\n');
    }
    match at < table.len() {
        true => (at + 1, word_end(table, at + 1)),
        false => (at, at),
    }
}

/// True when `word` stands at a place of the table.
const fn is_at(table: &[u8], word: &[u8], at: usize) -> bool {
    let mut nth = 0;
    while nth < word.len() && table[at + nth] == word[nth] {
        nth += 1;
    }
    nth == word.len()
}

/// The next such byte at or behind a place, or the end.
const fn end(table: &[u8], mut at: usize, byte: u8) -> usize {
    while at < table.len() && table[at] != byte {
        at += 1;
    }
    at
}

const fn word_end(table: &[u8], at: usize) -> usize {
    let (space, line) = (end(table, at, b' '), end(table, at, b'\n'));
    if space < line {
        space
    } else {
        line
    }
}

/// The ending's bytes are the highest of `tail`.
#[inline]
fn same_end(tail: u64, ending: Ending) -> bool {
    (tail ^ ending.tail) >> (64 - 8 * ending.length) == 0
}

#[cfg(test)]
mod tests {
    use super::{count, Endings};
    use crate::scan::letters::Letters;

    #[test]
    fn a_word_ends_as_one_of_the_list() {
        let table = "# noun\tx\nnoun\ttion\nnouns\tness\nname\tić son\nnoun\tić\n";
        assert_eq!([count(table, "noun"), count(table, "name"), count(table, "none")], [2, 2, 0]);
        let endings: Endings<2> = Endings::read(table, "noun");
        for (word, ends) in [
            ("station", true),
            ("tion", false),
            ("Babić", true),
            ("Babic", false),
            ("Larsson", false),
            ("darkness", false),
        ] {
            assert_eq!(endings.end(word, 1), ends, "{word}");
        }
        for (word, ends) in [("STATION", true), ("tion", false), ("internationally", false)] {
            let read = Letters::read(word.as_bytes());
            assert_eq!(endings.end_tail(read.tail, read.len, 1), ends, "{word}");
        }
    }
}
