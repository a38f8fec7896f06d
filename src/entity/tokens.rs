//! Reading a name in running text, word by word, in the normal form that forms are stored in.
//!
//! The normal form is the folded words with one byte between them for what separates them: a
//! space (also for a hyphen or one line end), `.` for a dot, `:` for a dot and a space, `,` for a
//! comma and a space, `'` for an apostrophe. `&` is the word "and". So "St. Kitts & Nevis" reads `st:kitts and nevis`.

use crate::scan::fold::fold_into;
use crate::scan::work;

/// FNV-1a, 64 bits: short keys, one multiplication a byte.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

#[inline]
fn mix(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(PRIME)
}

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
        let mut reader =
            Reader { text, limit, end: start, hash: BASIS, count: 0, small: 0, caps: true };
        reader.word(&mut Hash);
        reader
    }

    /// Reads on to the next word; false, and nothing changed, where the name cannot go on.
    #[inline]
    pub fn advance(&mut self) -> bool {
        self.advance_into(&mut Hash)
    }

    /// The normal form of the words from `start` on, as far as they are one name.
    pub fn normal_form(text: &'t str, start: usize) -> Vec<u8> {
        let mut form = Vec::with_capacity(text.len() - start);
        Reader::read_all(text, start, text.len(), &mut form);
        form
    }

    /// True when the text has this normal form.
    pub fn is(text: &'t str, start: usize, end: usize, form: &[u8]) -> bool {
        let mut compare = Compare { rest: form, equal: true };
        Reader::read_all(text, start, end, &mut compare);
        compare.equal && compare.rest.is_empty()
    }

    fn read_all(text: &'t str, start: usize, limit: usize, out: &mut impl Out) {
        let mut reader =
            Reader { text, limit, end: start, hash: BASIS, count: 0, small: 0, caps: true };
        reader.word(out);
        while reader.advance_into(out) {}
    }

    fn advance_into(&mut self, out: &mut impl Out) -> bool {
        let Some((separator, start, ampersand)) = self.separator() else { return false };
        out.byte(&mut self.hash, separator);
        self.end = start;
        if ampersand {
            b"and".iter().for_each(|&b| out.byte(&mut self.hash, b));
            self.small |= 1 << self.count.min(31);
            self.count += 1;
            self.end = start + 1;
        } else {
            self.word(out);
        }
        true
    }

    /// Reads letters and digits from `end` on.
    #[inline]
    fn word(&mut self, out: &mut impl Out) {
        let bytes = self.text.as_bytes();
        if bytes.get(self.end).is_some_and(u8::is_ascii_lowercase) {
            self.small |= 1 << self.count.min(31);
        }
        self.count += 1;
        while self.end < self.limit {
            let byte = bytes[self.end];
            work::read(1);
            if byte.is_ascii_alphanumeric() {
                self.caps &= !byte.is_ascii_lowercase();
                out.byte(&mut self.hash, byte.to_ascii_lowercase());
                self.end += 1;
            } else if byte < 0x80 || !self.wide_char(out) {
                break;
            }
        }
    }

    /// Reads one letter outside ASCII; false when none stands there.
    #[cold]
    fn wide_char(&mut self, out: &mut impl Out) -> bool {
        let Some(c) = self.text[self.end..self.limit].chars().next() else { return false };
        if !is_word_char(c) {
            return false;
        }
        self.caps &= !c.is_lowercase();
        let mut folded = String::new();
        let mut buffer = [0; 4];
        fold_into(c.encode_utf8(&mut buffer), &mut folded);
        folded.bytes().for_each(|b| out.byte(&mut self.hash, b));
        self.end += c.len_utf8();
        true
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

/// Where the normal form goes: into the hash, into a table, or to be compared with one.
trait Out {
    fn byte(&mut self, hash: &mut u64, byte: u8);
}

struct Hash;

impl Out for Hash {
    #[inline]
    fn byte(&mut self, hash: &mut u64, byte: u8) {
        *hash = mix(*hash, byte);
    }
}

impl Out for Vec<u8> {
    fn byte(&mut self, _hash: &mut u64, byte: u8) {
        self.push(byte);
    }
}

/// Compares instead of keeping.
struct Compare<'f> {
    rest: &'f [u8],
    equal: bool,
}

impl Out for Compare<'_> {
    fn byte(&mut self, _hash: &mut u64, byte: u8) {
        match self.rest.split_first() {
            Some((&first, rest)) if first == byte => self.rest = rest,
            _ => self.equal = false,
        }
    }
}

/// Letters, digits and the marks that combine with them.
#[inline]
pub(crate) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_of_writing_have_one_normal_form() {
        let form = |text| String::from_utf8(Reader::normal_form(text, 0)).unwrap();
        assert_eq!(form("St. Kitts & Nevis"), "st:kitts and nevis");
        assert_eq!(form("Côte d’Ivoire"), form("COTE D'IVOIRE"));
        assert_eq!(form("Timor-Leste"), form("Timor\u{a0}Leste"));
        assert_eq!(form("U.S. Virgin Islands"), "u.s:virgin islands");
        assert_eq!(form("AT&T"), form("AT & T"));
        assert_eq!(form("Washington, D.C."), "washington, d.c".replace(", ", ","));
        assert_eq!(form(""), "");
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
