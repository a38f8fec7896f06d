//! The endings of words, asked for many at a time.

/// A set of endings of two bytes and more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Endings<const N: usize> {
    list: [&'static str; N],
    /// By the lowest five bits of an ending's last byte, a bit for those of the byte before it: one
    /// look tells that most words have none.
    last: [u32; 32],
}

impl<const N: usize> Endings<N> {
    pub(crate) const fn new(list: [&'static str; N]) -> Endings<N> {
        let (mut last, mut at) = ([0; 32], 0);
        while at < N {
            let ending = list[at].as_bytes();
            let (a, b) = (ending[ending.len() - 2], ending[ending.len() - 1]);
            last[(b & 31) as usize] |= 1 << (a & 31);
            at += 1;
        }
        Endings { list, last }
    }

    /// True when `word` has one of the endings, and at least `more` bytes before it.
    #[inline]
    pub(crate) fn end(&self, word: &str, more: usize) -> bool {
        let [.., a, b] = *word.as_bytes() else { return false };
        self.may_end(a, b)
            && self.list.iter().any(|e| word.len() >= e.len() + more && word.ends_with(e))
    }

    /// The same for a word of `length` ASCII bytes, of which `tail` has the last eight; the last
    /// one is the highest.
    #[inline]
    pub(crate) fn end_tail(&self, tail: u64, length: usize, more: usize) -> bool {
        let bytes = tail.to_be_bytes();
        let ends = |e: &str| bytes.iter().zip(e.bytes().rev()).all(|(&a, b)| a == b);
        self.may_end(bytes[1], bytes[0])
            && self.list.iter().any(|e| length >= e.len() + more && ends(e))
    }

    #[inline]
    fn may_end(&self, a: u8, b: u8) -> bool {
        self.last[usize::from(b & 31)] >> (a & 31) & 1 == 1
    }
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
