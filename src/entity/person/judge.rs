//! Is a run of capitalised words the name of a person? All evidence is weighed here.

use super::lexicon::{Class, LEXICON};
use super::plain::PlainWords;
use super::run::{Shape, Token};
use crate::scan::chars::{is_space, strip_head, strip_tail};
use crate::scan::fold::fold;
use crate::scan::words::words;
use crate::scan::work;
use crate::span::Span;

/// A name is taken from this weight on; one point below, it needs the page's help.
pub(crate) const ENOUGH: i32 = 3;

/// Most words of a name, particles and suffixes included.
const LONGEST_NAME: usize = 6;

/// What stands directly around a run.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Around {
    /// Class of the word before, in whatever case.
    pub before: Class,
    /// The word before is "the".
    pub the: bool,
    /// A preposition of place before.
    pub place: bool,
    /// Class of the word after.
    pub after: Class,
    /// ", 39,", " (D-Ill.)", ", who", ", a senior …" after.
    pub apposed: bool,
    /// " et al.", ", 2011)", " (2011)" after: how papers name people.
    pub cited: bool,
}

impl Around {
    /// Looks at most one word back and a few bytes ahead.
    pub(crate) fn read(text: &str, region: Span, name: Span) -> Around {
        let mut around = Around::default();
        if let Some(word) = word_before(text, region, name.start) {
            let word = fold(word);
            around.before = LEXICON.class(&word);
            around.the = word == "the";
            around.place = matches!(word.as_str(), "in" | "at" | "near" | "to" | "across" | "into");
        }
        // "a former rival, Diogo Salgueiro"
        let comma = strip_tail(&text[region.start..name.start], ", ");
        let apposed = comma
            .map(|before| region.start + before.len())
            .and_then(|at| last_word(text, region, at));
        let class = apposed.map_or(Class::default(), |word| LEXICON.class(&fold(word)));
        if class.is(Class::ROLE) || class.is_title() {
            around.before = class;
        }
        let rest = &text[name.end..region.end];
        if let Some(next) = rest.strip_prefix(is_space) {
            let first = words(next, Span::new(0, floor(next, 24))).next();
            around.after = first
                .filter(|w| w.start == 0)
                .map_or(Class::default(), |w| LEXICON.class(&fold(&next[w])));
        }
        around.apposed = is_apposed(rest);
        around.cited = is_cited(rest);
        around
    }
}

/// ", 39", " (D-", ", who", ", the", ", a": what news puts behind a person's name.
fn is_apposed(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix(',').or_else(|| strip_head(rest, " (")) else {
        return false;
    };
    let blank = rest.len() - rest.trim_start().len();
    work::read(blank);
    let rest = &rest[blank..];
    rest.starts_with(|c: char| c.is_ascii_digit())
        || ["who ", "a ", "an ", "the ", "whose ", "D-", "R-"]
            .iter()
            .any(|s| strip_head(rest, s).is_some())
}

/// " et al.", ", 2011)", ", 2011;", " (2011)": what papers put behind a person's name.
fn is_cited(rest: &str) -> bool {
    if strip_head(rest, " et al").is_some() {
        return true;
    }
    let year = strip_head(rest, ", ").or_else(|| strip_head(rest, " (")).unwrap_or_default();
    let year = year.as_bytes();
    year.len() > 4
        && year[..4].iter().all(u8::is_ascii_digit)
        && matches!(year[..2], [b'1', b'9'] | [b'2', b'0'])
        && matches!(year[4], b')' | b';' | b',')
}

/// The word that ends one space before `at`.
fn word_before(text: &str, region: Span, at: usize) -> Option<&str> {
    let before = text[region.start..at].strip_suffix(is_space)?;
    last_word(text, region, region.start + before.len())
}

/// The word that ends at `at`.
fn last_word(text: &str, region: Span, at: usize) -> Option<&str> {
    let before = &text[region.start..at];
    let from = before
        .rfind(|c: char| !c.is_alphabetic() && c != '-')
        .map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
    work::read(before.len() - from);
    Some(&before[from..]).filter(|w| !w.is_empty() && w.len() < 24)
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Weight of the evidence that `name`, with a title before it or not, is a person's.
pub(crate) fn weigh(name: &[Token], titled: bool, around: Around, plain: &PlainWords) -> i32 {
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return i32::MIN };
    let is_core = |t: &&Token| t.shape != Shape::Particle && !t.class.is(Class::SUFFIX);
    let core = name.iter().filter(is_core).count();
    if name.len() > LONGEST_NAME || last.shape == Shape::Particle || !last_can_end(last) {
        return i32::MIN;
    }
    let mut weight = 0;
    weight += if titled { 3 } else { 0 };
    weight += if around.cited { 3 } else { 0 };
    if core < 2 {
        let wordy = plain.has(first.key) || last.class.is(Class::CALENDAR);
        return weight - if wordy { 3 } else { 0 } - if around.the { 2 } else { 0 };
    }
    weight += match first.class {
        class if class.is_surely_given() => 3,
        class if class.is_given() => 1,
        _ if first.shape == Shape::Initial => 2,
        _ => 0,
    };
    weight += if around.the || around.place { 0 } else { 1 };
    let inner = &name[1..];
    weight += if is_surname_first(name) { 3 } else { 0 };
    weight += if inner.iter().any(|t| t.shape == Shape::Initial) { 2 } else { 0 };
    weight += if inner.iter().any(|t| t.shape == Shape::Particle) { 1 } else { 0 };
    weight += if inner.iter().any(|t| t.class.is(Class::SUFFIX)) { 2 } else { 0 };
    weight += if last.class.is(Class::SURNAME) { 1 } else { 0 };
    let role = around.before.is(Class::ROLE) || around.before.is_title();
    weight += if role { 2 } else { 0 };
    weight += if around.before.is(Class::SPEECH) || around.after.is(Class::SPEECH) { 2 } else { 0 };
    weight += if around.apposed { 2 } else { 0 };
    weight -= if around.the { 3 } else { 0 };
    weight -= if around.place { 2 } else { 0 };
    // Behind a given name every word may be a surname: "Nathan Law".
    let open = if first.class.is_surely_given() { &name[..0] } else { name };
    weight -= 3 * open.iter().filter(|t| is_wordy(t, plain)).count() as i32;
    weight -= if name.iter().any(|t| t.shape == Shape::Caps && !t.class.is(Class::SUFFIX)) {
        3
    } else {
        0
    };
    let foreign = Class::CALENDAR;
    weight -= if name.iter().any(|t| t.class.is(foreign) && !t.class.is_given()) { 3 } else { 0 };
    weight
}

/// A word of the language rather than a name: by its ending, or because the page writes it small.
fn is_wordy(token: &Token, plain: &PlainWords) -> bool {
    let known = token.class.is_given() || token.class.is(Class::SURNAME);
    token.shape == Shape::Name && !known && (token.wordy || plain.has(token.key))
}

/// "Wong Yeung-tat", "Lee Jae-myung": a surname, then two syllables.
fn is_surname_first(name: &[Token]) -> bool {
    matches!(name, [first, last] if first.class.is(Class::SURNAME) && last.syllables)
}

/// "Justice Department", "Carnegie Europe Foundation" end no person.
fn last_can_end(last: &Token) -> bool {
    let word = last.class.is(Class::HEAD) && !last.class.is(Class::SURNAME);
    !word && last.shape != Shape::Initial
}
