//! Lists inside a line: `1. The first item 2. The second item`.
//!
//! A list is recognised by the marker its first item opens the sentence with. The next item begins
//! where a marker of the same form stands whose number or letter is one more, or where the same
//! bullet stands again.

use crate::scan::work;

/// The marker that opens an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Marker {
    bullet: Option<char>,
    value: u32,
    letter: bool,
    form: Form,
    /// Bytes up to the space behind it.
    len: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `1.`
    Stop,
    /// `1)`
    Bracket,
    /// `1.)`
    StopBracket,
    /// A bullet alone.
    Bullet,
}

const BULLETS: [char; 5] = ['\u{2022}', '\u{2043}', '\u{25cf}', '\u{25e6}', '\u{2023}'];

/// True when a sentence that begins with `byte` can open a list.
#[inline]
pub(super) fn may_open(sentence: &[u8]) -> bool {
    let digit = |at: usize| sentence.get(at).is_some_and(u8::is_ascii_digit);
    let mark = |at: usize| matches!(sentence.get(at), Some(b'.' | b')'));
    let number = digit(0) && (mark(1) || digit(1) && mark(2) || digit(1) && digit(2) && mark(3));
    let letter = matches!(sentence, [b'a'..=b'z', b'.' | b')', b' ' | 0xc2, ..]);
    number || letter || matches!(sentence, [0xe2, 0x80 | 0x81 | 0x97, ..])
}

/// True when the first `len` bytes of `text` are nothing but a marker.
pub(super) fn opens(text: &str, len: usize) -> bool {
    marker(text).is_some_and(|marker| marker.len == len)
}

/// Bytes of the marker that `text` opens with.
pub(super) fn marker_len(text: &str) -> usize {
    marker(text).map_or(0, |marker| marker.len)
}

/// Where in the first `limit` bytes of `text`, which opens an item, the next item begins. Reads up to
/// there.
pub(super) fn next_item(text: &str, limit: usize) -> Option<usize> {
    let first = marker(text)?;
    let sentence = text.get(..limit)?;
    let mut front = ' ';
    for (at, c) in sentence.char_indices().skip(1) {
        let may = c.is_ascii_alphanumeric() || first.bullet.is_some() && BULLETS.contains(&c);
        if may && front.is_whitespace() && marker(&text[at..]).is_some_and(|m| m.follows(first)) {
            work::read(at);
            return Some(at);
        }
        front = c;
    }
    work::read(limit);
    None
}

impl Marker {
    fn follows(self, first: Marker) -> bool {
        let next = self.form == Form::Bullet || self.value == first.value + 1;
        self.form == first.form
            && self.bullet == first.bullet
            && self.letter == first.letter
            && next
    }
}

/// White space inside a line.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}')
}

/// The marker that `text` opens with, a space and an item behind it.
fn marker(text: &str) -> Option<Marker> {
    let bullet = text.chars().next().filter(|c| BULLETS.contains(c));
    let rest = bullet.map_or(text, |b| text[b.len_utf8()..].trim_start_matches(is_space));
    let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let letter = digits == 0 && rest.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
    let width = if letter { 1 } else { digits };
    let (form, marks) = match rest.as_bytes().get(width..)? {
        [b'.', b')', ..] if width > 0 => (Form::StopBracket, 2),
        [b'.', ..] if width > 0 => (Form::Stop, 1),
        [b')', ..] if width > 0 => (Form::Bracket, 1),
        [b'\r' | b'\n', ..] => return None,
        _ if bullet.is_some() => {
            let len = text.len() - rest.len();
            return Some(Marker { bullet, value: 0, letter: false, form: Form::Bullet, len });
        }
        _ => return None,
    };
    let mut behind = rest[width + marks..].chars();
    if !is_space(behind.next()?) {
        return None;
    }
    let item = behind.next()?;
    if digits > 3 || (!item.is_uppercase() && form == Form::Stop) {
        return None;
    }
    let value = if letter { u32::from(rest.as_bytes()[0]) } else { rest[..width].parse().ok()? };
    let len = text.len() - rest.len() + width + marks;
    Some(Marker { bullet, value, letter, form, len })
}
