//! Reading a name in running text, word by word, in the normal form that forms are known by.
//!
//! The normal form is the folded words with one byte between them for what separates them: a
//! space (also for a hyphen or one line end), `.` for a dot, `:` for a dot and a space, `,` for a
//! comma and a space, `'` for an apostrophe, with a space or none. `&` is the word "and". So "St. Kitts & Nevis" reads
//! `st:kitts and nevis`. It is never written down: forms of one hash are one form.

use crate::scan::chars::is_alphanumeric;
use crate::scan::fold::fold;
use crate::scan::letters::Letters;
use crate::scan::table::{key, mix, SEED};
use crate::scan::work;

/// A reader over the words that begin at one place of a text.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'t> {
    text: &'t str,
    limit: usize,
    /// End of the last word read.
    pub end: usize,
    /// Hash of the normal form read so far.
    pub hash: u64,
    /// Words read so far.
    pub count: u32,
    /// One bit a word that begins with a small letter.
    pub small: u32,
    /// True while no small letter was read.
    pub caps: bool,
}

impl<'t> Reader<'t> {
    /// Reads the word that begins at `start`; nothing at or behind `limit` is looked at.
    #[inline]
    pub fn new(text: &'t str, start: usize, limit: usize) -> Reader<'t> {
        Reader::from_word(text, start, limit, Letters::read(&text.as_bytes()[start..limit]))
    }

    /// The same behind a word that was read before.
    #[inline]
    pub fn from_word(text: &'t str, start: usize, limit: usize, word: Letters) -> Reader<'t> {
        let mut reader =
            Reader { text, limit, end: start, hash: SEED, count: 0, small: 0, caps: true };
        reader.word(word);
        reader
    }

    /// Reads on to the next word; false, and nothing changed, where the name cannot go on.
    pub fn advance(&mut self) -> bool {
        let Some((separator, start, ampersand)) = self.separator() else { return false };
        self.hash = mix(self.hash, separator.into());
        self.end = start;
        if ampersand {
            self.hash = mix(self.hash, key(SEED, "and"));
            self.small |= 1 << self.count.min(31);
            self.count += 1;
            self.end = start + 1;
        } else {
            self.word(Letters::read(&self.text.as_bytes()[start..self.limit]));
        }
        true
    }

    /// Reads letters and digits from `end` on, where `word` begins.
    #[inline]
    fn word(&mut self, word: Letters) {
        let rest = &self.text.as_bytes()[self.end..self.limit];
        if rest.first().is_some_and(u8::is_ascii_lowercase) {
            self.small |= 1 << self.count.min(31);
        }
        self.count += 1;
        let key = match rest.get(word.len) {
            Some(0x80..) => self.wide_word(),
            _ => {
                self.caps &= !word.small;
                self.end += word.len;
                word.key
            }
        };
        self.hash = mix(self.hash, key);
    }

    /// Reads a word that may have letters outside ASCII; its key is that of the folded word.
    #[cold]
    fn wide_word(&mut self) -> u64 {
        let rest = &self.text[self.end..self.limit];
        let word = &rest[..rest.find(|c| !is_word_char(c)).unwrap_or(rest.len())];
        self.caps &= !word.contains(char::is_lowercase);
        self.end += word.len();
        work::read(word.len());
        key(SEED, &fold(word))
    }

    fn after_ampersand(&self) -> bool {
        self.count > 1 && self.text.as_bytes()[self.end - 1] == b'&'
    }

    /// What stands between the last word and the next: its byte in the normal form, where the next
    /// word begins, and whether that is an ampersand.
    fn separator(&self) -> Option<(u8, usize, bool)> {
        let rest = &self.text.as_bytes()[self.end..self.limit];
        work::read(rest.len().min(3));
        let (separator, length) = match rest {
            // "AT&T": no space need stand around an ampersand.
            [b'&', ..] => return Some((b' ', self.end, true)),
            [first, ..] if self.after_ampersand() && first.is_ascii_alphanumeric() => (b' ', 0),
            [b',', b' ', ..] => (b',', 2),
            [b',', 0xc2, 0xa0, ..] => (b',', 3),
            [b'.', b' ', ..] => (b':', 2),
            [b'.', 0xc2, 0xa0, ..] => (b':', 3),
            [b'.', ..] => (b'.', 1),
            // "Workers' Party": a possessive without its "s".
            [b'\'', b' ', ..] => (b'\'', 2),
            [b'\'', 0xc2, 0xa0, ..] => (b'\'', 3),
            [0xe2, 0x80, 0x99, b' ', ..] => (b'\'', 4),
            [0xe2, 0x80, 0x99, 0xc2, 0xa0, ..] => (b'\'', 5),
            [b'\'', ..] => (b'\'', 1),
            [0xe2, 0x80, 0x99, ..] => (b'\'', 3),
            [b' ' | b'-' | b'\n', ..] => (b' ', 1),
            [b'\r', b'\n', ..] | [0xc2, 0xa0, ..] => (b' ', 2),
            [0xe2, 0x80, 0x90 | 0x91 | 0x93, ..] => (b' ', 3),
            _ => return None,
        };
        let start = self.end + length;
        let next = self.text[start..self.limit].chars().next()?;
        if next == '&' && separator == b' ' {
            return Some((separator, start, true));
        }
        is_word_char(next).then_some((separator, start, false))
    }
}

/// Letters, digits and the marks that combine with them.
#[inline]
pub(crate) fn is_word_char(c: char) -> bool {
    is_alphanumeric(c) || ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(text: &str) -> u64 {
        let mut reader = Reader::new(text, 0, text.len());
        while reader.advance() {}
        assert!(text.len() - reader.end <= 1, "{text:?} is read to {}", reader.end);
        reader.hash
    }

    #[test]
    fn variants_of_writing_have_one_normal_form() {
        assert_eq!(hash("St. Kitts & Nevis"), hash("ST. KITTS AND NEVIS"));
        assert_eq!(hash("Côte d’Ivoire"), hash("COTE D'IVOIRE"));
        assert_eq!(hash("Timor-Leste"), hash("Timor\u{a0}Leste"));
        assert_eq!(hash("AT&T"), hash("AT & T"));
        assert_eq!(hash("Washington, D.C."), hash("WASHINGTON, d.c"));
    }

    #[test]
    fn what_separates_words_counts() {
        assert_ne!(hash("St. Kitts"), hash("St Kitts"));
        assert_ne!(hash("U.S."), hash("US"));
        assert_ne!(hash("Congo, Republic"), hash("Congo Republic"));
        assert_ne!(hash("Republic Congo"), hash("Congo Republic"));
    }

    #[test]
    fn a_name_does_not_go_on_over_a_paragraph_or_a_semicolon() {
        let mut reader = Reader::new("Guinea; Bissau", 0, 14);
        assert!(!reader.advance());
        let mut reader = Reader::new("Guinea\n\nBissau", 0, 14);
        assert!(!reader.advance());
        let mut reader = Reader::new("Guinea-Bissau", 0, 7);
        assert!(!reader.advance());
    }
}
