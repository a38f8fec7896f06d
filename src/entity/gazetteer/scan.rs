//! All forms of tables in a text, before anything is decided.

use super::forms::Forms;
use super::lexicon::{Lexicon, Meaning, Role};
use super::tokens::is_word_char;
use super::Kind;
use crate::scan::blocks::starts;
use crate::scan::capitals::Capitals;
use crate::scan::chars::strip_tail;
use crate::scan::letters::Letters;
use crate::span::Span;

/// A form found in the text, before anything is decided.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub span: Span,
    pub meaning: Meaning,
    pub region: Span,
}

/// All forms in a region, leftmost-longest.
pub fn scan(
    lexicon: &Lexicon,
    forms: &Forms,
    text: &str,
    region: Span,
    capitals: &Capitals,
    hits: &mut Vec<Hit>,
) {
    let mut scan = Scan { lexicon, forms, text, region, resume: region.start, hits };
    let bytes = text.as_bytes();
    if forms.odd_starts {
        let first = |b| is_ascii_word(b) | is_lead(b);
        starts(bytes, region.start, region.end, first, is_ascii_word)
            .for_each(|at| scan.word(at, Letters::read(&bytes[at..region.end])));
    } else {
        for word in capitals.of(region).iter().filter(|word| !is_greek_or_cyrillic(bytes[word.at]))
        {
            scan.word(word.at, word.letters);
        }
    }
}

/// A scan over the words of a region.
struct Scan<'a> {
    lexicon: &'a Lexicon,
    forms: &'a Forms,
    text: &'a str,
    region: Span,
    /// Where the last form found ends.
    resume: usize,
    hits: &'a mut Vec<Hit>,
}

impl Scan<'_> {
    /// The form at the word that begins at `start`, if there is one.
    #[inline]
    fn word(&mut self, start: usize, letters: Letters) {
        let (text, region) = (self.text, self.region);
        if start < self.resume || !begins_word(text, region.start, start) {
            return;
        }
        let Some(found) = self.forms.longest(text, start, region.end, letters) else { return };
        let meaning = self.lexicon.meanings[found.value as usize];
        if meaning.after_the && !follows_the(text, region.start, start) {
            return;
        }
        self.resume = found.end;
        let start = with_article(text, region.start, start, meaning);
        self.hits.push(Hit { span: Span::new(start, found.end), meaning, region });
    }
}

/// "al-Qaeda": the Arabic article of an organisation is written small, and found from its noun.
fn with_article(text: &str, from: usize, start: usize, meaning: Meaning) -> usize {
    let organisation = meaning.role == Role::Name(Kind::Organisation);
    match text[from..start].strip_suffix("al-").filter(|_| organisation) {
        Some(before) if !before.ends_with(is_word_char) => start - "al-".len(),
        _ => start,
    }
}

#[inline(always)]
fn is_ascii_word(byte: u8) -> bool {
    ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10)
}

/// The first byte of any character outside ASCII.
#[inline(always)]
fn is_lead(byte: u8) -> bool {
    byte >= 0xc2
}

/// The first byte of a letter that no form begins with when all begin with a capital of Latin.
#[inline(always)]
fn is_greek_or_cyrillic(byte: u8) -> bool {
    matches!(byte, 0xce..=0xd3)
}

/// True when no letter outside ASCII stands right before `start`; ASCII was looked at already.
#[inline]
fn begins_word(text: &str, from: usize, start: usize) -> bool {
    let bytes = text.as_bytes();
    if start == from || bytes[start - 1] < 0x80 && bytes[start] < 0x80 {
        return true;
    }
    !text[from..start].chars().next_back().is_some_and(is_word_char)
        && text[start..].chars().next().is_some_and(is_word_char)
}

fn follows_the(text: &str, from: usize, start: usize) -> bool {
    ["the ", "The ", "THE "].iter().any(|the| strip_tail(&text[from..start], the).is_some())
}
