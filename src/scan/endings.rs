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

impl<const N: usize> Endings<N> {
    pub(crate) const fn new(list: [&'static str; N]) -> Endings<N> {
        let mut endings =
            Endings { list: [Ending { length: 0, tail: 0 }; N], from: [0; 33], last: [0; 32] };
        let (mut letter, mut known) = (0, 0);
        while letter < 32 {
            let mut at = 0;
            while at < N {
                let ending = list[at].as_bytes();
                let (a, b) = (ending[ending.len() - 2], ending[ending.len() - 1]);
                if (b & 31) as usize == letter {
                    endings.list[known] = Ending::of(ending);
                    endings.last[letter] |= 1 << (a & 31);
                    known += 1;
                }
                at += 1;
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
    const fn of(ending: &[u8]) -> Ending {
        let (mut tail, mut next) = (0, 0);
        while next < ending.len() {
            tail = tail >> 8 | (ending[next] as u64) << 56;
            next += 1;
        }
        Ending { length: ending.len(), tail }
    }
}

/// The ending's bytes are the highest of `tail`.
#[inline]
fn same_end(tail: u64, ending: Ending) -> bool {
    (tail ^ ending.tail) >> (64 - 8 * ending.length) == 0
}

#[cfg(test)]
mod tests {
    use super::Endings;
    use crate::scan::letters::Letters;

    #[test]
    fn a_word_ends_as_one_of_the_list() {
        let endings = Endings::new(["tion", "ić"]);
        for (word, ends) in [("station", true), ("tion", false), ("Babić", true), ("Babic", false)]
        {
            assert_eq!(endings.end(word, 1), ends, "{word}");
        }
        for (word, ends) in [("STATION", true), ("tion", false), ("internationally", false)] {
            let read = Letters::read(word.as_bytes());
            assert_eq!(endings.end_tail(read.tail, read.len, 1), ends, "{word}");
        }
    }
}
