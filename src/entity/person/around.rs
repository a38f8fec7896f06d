//! What stands around a name, as evidence.

use super::evidence::{Evidence, Seen};
use super::lexicon::{Class, LEXICON};
use crate::page::floor_boundary;
use crate::scan::chars::{is_alphabetic, is_apostrophe, is_space, strip_head, strip_tail};
use crate::scan::letters::{folded_key, Letters};
use crate::scan::work;
use crate::span::Span;

/// Longer words are read as none.
const LONGEST_WORD: usize = 24;

/// What stands between the parties of a case.
const VERSUS: [&str; 5] = ["v. ", "vs. ", "versus ", "v ", "vs "];

/// Verbs of speech before whoever listens, often a paper: "told".
const LISTENED: [&str; 6] = ["told", "asked", "urged", "warned", "tells", "asks"];

/// Small words.
const SMALL: Class = Class::WHERE
    .and(Class::WHITHER)
    .and(Class::BY)
    .and(Class::WITH)
    .and(Class::OPENING)
    .and(Class::THE)
    .and(Class::ARTICLE)
    .and(Class::POSSESSIVE);

/// What a small word before a name is evidence of.
const BEFORE: [(Class, Evidence); 10] = [
    (Class::THE, Evidence::The),
    (Class::ARTICLE, Evidence::Article),
    (Class::POSSESSIVE, Evidence::Possessive),
    (Class::WHERE, Evidence::Place),
    (Class::WHITHER, Evidence::To),
    (Class::OF, Evidence::Of),
    (Class::BY, Evidence::By),
    (Class::WITH, Evidence::With),
    (Class::AND, Evidence::And),
    (Class::NAMING, Evidence::Called),
];

/// Reads the few words before and behind a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Around<'t> {
    text: &'t str,
    /// The page speaks of courts.
    court: bool,
}

impl<'t> Around<'t> {
    pub(crate) fn new(text: &'t str, court: bool) -> Around<'t> {
        Around { text, court }
    }

    /// What stands around `name`, at most two words on either side. `titled` is where the title
    /// before it begins, if it has one.
    pub(crate) fn read(self, region: Span, name: Span, titled: Option<usize>) -> Seen {
        let mut seen = Seen::default();
        let start = titled.unwrap_or(name.start);
        seen.note(Evidence::Title, titled.is_some());
        let starts_line = self.before(region, start, &mut seen);
        let rest = &self.text[name.end..region.end];
        self.behind(rest, &mut seen);
        if !seen.has(Evidence::CommaBehind) {
            seen.drop(Evidence::RoleBetween);
        }
        if seen.has(Evidence::Owns) || seen.has(Evidence::Versus) {
            // "In Byron's letters" is said of the letters, "in Roe v. Wade" of the case.
            [Evidence::Place, Evidence::In, Evidence::To].iter().for_each(|e| seen.drop(*e));
        }
        seen.note(Evidence::Line, starts_line);
        seen.note(Evidence::OwnLine, starts_line && seen.has(Evidence::EndsLine));
        seen.note(Evidence::Speaker, starts_line && seen.has(Evidence::Colon));
        seen.note(
            Evidence::Inverted,
            starts_line && strip_head(rest, ", ").is_some_and(is_given_alone),
        );
        seen
    }

    /// True when a line begins at `at`.
    fn before(self, region: Span, at: usize, seen: &mut Seen) -> bool {
        let before = &self.text[region.start..at];
        if matches!(before.as_bytes(), [.., b'a'..=b'z', b' ']) {
            self.words_before(&before[..before.len() - 1], seen);
            return false;
        }
        let Some(last) = before.chars().next_back().filter(|c| *c != '\n') else {
            seen.note(Evidence::Opens, true);
            return true;
        };
        seen.note(Evidence::Marked, is_mark(last));
        seen.note(Evidence::Bracketed, matches!(last, '(' | '['));
        if !is_space(last) {
            return false;
        }
        let before = before.trim_end_matches(is_space);
        match before.chars().next_back() {
            None | Some('\n') => {
                seen.note(Evidence::Opens, true);
                return true;
            }
            Some('.') if [" v.", " vs."].iter().any(|v| strip_tail(before, v).is_some()) => {
                seen.note(Evidence::Versus, self.court);
            }
            Some('.' | '!' | '?' | ':') => seen.note(Evidence::Opens, true),
            Some(',') => {
                seen.note(Evidence::Comma, true);
                let word = last_word(&before[..before.len() - 1]);
                let class = class(word);
                seen.note(Evidence::KinComma, class.is(Class::KIN));
                let role = class.is(Class::ROLE) || class.is(Class::KIN) || class.is_title();
                seen.note(Evidence::RoleComma, role);
                seen.note(Evidence::RoleBetween, role && word.starts_with(char::is_lowercase));
            }
            // "Chief (Mrs) Ann Lee"
            Some(')') => {
                let title = class(last_word(&before[..before.len() - 1])).is_title();
                seen.note(Evidence::Title, title);
            }
            Some('&') => seen.note(Evidence::Ampersand, true),
            Some(_) => self.words_before(before, seen),
        }
        false
    }

    /// The word that ends `before`, and the one before "of".
    fn words_before(self, before: &str, seen: &mut Seen) {
        let word = last_word(before);
        self.word_before(word, seen);
        if word == "as" {
            let named = before[..before.len() - word.len()].trim_end_matches(is_space);
            seen.note(Evidence::NamedAs, last_word(named) == "name");
        }
        if seen.has(Evidence::Of) {
            let before = before[..before.len() - word.len()].trim_end_matches(is_space);
            seen.note(Evidence::Town, class(last_word(before)).is(Class::TOWN));
            seen.note(Evidence::CommaOf, before.ends_with(','));
        }
    }

    fn word_before(self, word: &str, seen: &mut Seen) {
        if word.is_empty() {
            return;
        }
        if word.ends_with("'s") || word.ends_with("\u{2019}s") {
            return seen.note(Evidence::Owned, true);
        }
        seen.note(Evidence::Versus, self.court && matches!(word, "v" | "vs" | "versus"));
        let class = class(word);
        let known = BEFORE.iter().find(|(known, _)| class.is(*known));
        seen.note(Evidence::In, class.is(Class::WHERE) && !word.eq_ignore_ascii_case("at"));
        seen.note(Evidence::Direction, class.is(Class::DIRECTION));
        let evidence = match known {
            Some((_, evidence)) => *evidence,
            _ if class.is(Class::KIN) => Evidence::Kin,
            _ if class.is(Class::ROLE) || class.is_title() => Evidence::RoleBefore,
            _ if class.is(Class::SPEECH) && !LISTENED.contains(&word) => Evidence::SpeechBefore,
            _ => Evidence::Word,
        };
        seen.note(evidence, true);
    }

    fn behind(self, rest: &str, seen: &mut Seen) {
        // Most names have one of these behind them, and most small words say no more.
        match rest.as_bytes() {
            [b'.' | b'!' | b'?', ..] => return seen.note(Evidence::Stops, true),
            [] | [b'\n' | b'\r', ..] => return seen.note(Evidence::EndsLine, true),
            [b' ', b'b'..=b'd' | b'f'..=b'z', ..] => {
                seen.note(Evidence::Town, is_called_town(rest));
                return self.word_behind(&rest[1..], seen);
            }
            _ => {}
        }
        seen.note(Evidence::Town, is_called_town(rest));
        self.listing_behind(rest, seen);
        let mut chars = rest.chars();
        match chars.next() {
            Some(',') => seen.note(Evidence::CommaBehind, true),
            Some(':') => seen.note(Evidence::Colon, true),
            Some('-' | '\u{2011}' | '\u{2013}') => seen.note(Evidence::Hyphen, true),
            // The plural's too: "Galois' work".
            Some(c)
                if is_apostrophe(c) && chars.next().is_some_and(|c| c == 's' || is_space(c)) =>
            {
                seen.note(Evidence::Owns, true);
            }
            Some(c) if is_mark(c) => seen.note(Evidence::MarkBehind, true),
            Some(c) if is_space(c) => self.word_behind(chars.as_str(), seen),
            _ => {}
        }
    }

    /// An apposition, a year, further authors.
    fn listing_behind(self, rest: &str, seen: &mut Seen) {
        seen.note(Evidence::Apposed, is_apposed(rest));
        let others = [" et al", " and colleagues"].iter().any(|s| strip_head(rest, s).is_some());
        seen.note(Evidence::EtAl, others);
        match year_behind(rest) {
            _ if others => seen.note(Evidence::Cited, true),
            Some(Year::Cited) => seen.note(Evidence::Cited, true),
            Some(Year::Dated) => seen.note(Evidence::Dated, true),
            Some(Year::Bare) => seen.note(Evidence::Year, true),
            Some(Year::Numbered) => seen.note(Evidence::Numbered, true),
            None => {}
        }
    }

    fn word_behind(self, rest: &str, seen: &mut Seen) {
        let Some(first) = rest.chars().next() else { return };
        let versus = || VERSUS.iter().any(|v| strip_head(rest, v).is_some());
        seen.note(Evidence::Versus, self.court && versus());
        let great = strip_head(rest, "the ").and_then(|rest| rest.chars().next());
        seen.note(Evidence::Epithet, great.is_some_and(char::is_uppercase));
        if !is_alphabetic(first) {
            let year = seen.has(Evidence::Cited) || seen.has(Evidence::Dated);
            seen.note(Evidence::Brackets, !year && matches!(first, '(' | '['));
            seen.note(Evidence::Ampersand, first == '&');
            return seen.note(Evidence::Number, !year && first.is_ascii_digit());
        }
        let class = first_class(rest);
        let evidence = match () {
            _ if class.is(Class::AND) => Evidence::AndBehind,
            _ if class.is(Class::OF) => Evidence::OfBehind,
            _ if class.is(Class::SPEECH) => Evidence::Speech,
            _ if class.is(Class::DEED) => Evidence::Deed,
            _ if class.is(Class::AUXILIARY) => Evidence::Auxiliary,
            _ if class.is(Class::HEAD) => Evidence::HeadBehind,
            _ if class.is(Class::COMMON) => Evidence::NounBehind,
            _ => Evidence::WordBehind,
        };
        seen.note(evidence, true);
        let small = first.is_lowercase();
        seen.note(Evidence::WordBehind, small && evidence == Evidence::NounBehind);
        if evidence == Evidence::WordBehind && (!small || class.is(SMALL)) {
            seen.drop(Evidence::WordBehind);
        }
    }
}

/// What the word that begins a text is known as.
fn first_class(text: &str) -> Class {
    let word = Letters::read(text.as_bytes());
    if !word.digit && !matches!(text.as_bytes().get(word.len), Some(0x80..)) {
        let short = word.len < LONGEST_WORD;
        return if short { LEXICON.class_of(word.key) } else { Class::default() };
    }
    let end = text.find(|c| !is_alphabetic(c)).unwrap_or(text.len());
    work::read(end);
    class(&text[..end])
}

pub(super) fn class(word: &str) -> Class {
    if word.len() < LONGEST_WORD {
        LEXICON.class_of(folded_key(word))
    } else {
        Class::default()
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{ab}' | '\u{bb}')
}

/// The word that ends a text.
pub(super) fn last_word(text: &str) -> &str {
    let bytes = text.as_bytes().iter().rev();
    let plain = bytes.clone().take_while(|b| b.is_ascii_alphabetic()).take(LONGEST_WORD).count();
    let before = bytes.clone().nth(plain);
    if plain < LONGEST_WORD && before.map_or(true, |b| b.is_ascii() && !matches!(b, b'-' | b'\'')) {
        work::read(plain);
        return &text[text.len() - plain..];
    }
    let inside = |c: char| is_alphabetic(c) || c == '-' || is_apostrophe(c);
    let mut from = text.len();
    for (at, c) in text.char_indices().rev() {
        if !inside(c) {
            break;
        }
        if text.len() - at > LONGEST_WORD {
            return "";
        }
        from = at;
    }
    work::read(text.len() - from);
    &text[from..]
}

/// True when given names open a text, and a full stop or the line ends behind them.
fn is_given_alone(text: &str) -> bool {
    /// Bytes of the longest given names.
    const LONGEST: usize = 32;
    let is_end = |b: &u8| matches!(b, b'.' | b'\n');
    let end = text.bytes().take(LONGEST).position(|b| is_end(&b)).unwrap_or(text.len());
    work::read(end.min(LONGEST));
    let Some(given) = text.get(..end).filter(|given| given.len() < LONGEST) else { return false };
    let mut words = given.split(is_space);
    words.clone().next().is_some_and(|first| class(first).is_surely_given())
        && words.all(|word| word.starts_with(char::is_uppercase))
}

/// What begins an apposition: "Ann Lee, its director".
const APPOSED: [&str; 11] =
    ["who ", "a ", "an ", "the ", "whose ", "D-", "R-", "its ", "his ", "her ", "their "];

/// ", 39", " (D-", ", who", ", the", ", a": what news puts behind a person's name.
fn is_apposed(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix(',').or_else(|| strip_head(rest, " (")) else {
        return false;
    };
    let next = rest.trim_start_matches(is_space);
    work::read(rest.len() - next.len());
    let rest = next;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    // ", 39,", and not ", 1 201-4567".
    let behind = rest[digits..].strip_prefix(is_space).unwrap_or(&rest[digits..]);
    let closed = !behind.starts_with(|c: char| c.is_ascii_digit());
    (1..=3).contains(&digits) && closed || APPOSED.iter().any(|s| strip_head(rest, s).is_some())
}

/// " is a city", ", an old town", " was the largest village".
fn is_called_town(rest: &str) -> bool {
    /// Bytes and words that are read.
    const LONGEST: usize = 64;
    const WORDS: usize = 5;
    if !matches!(
        rest.as_bytes(),
        [b',' | 0xc2, ..] | [b' ', b'i', b's', ..] | [b' ', b'w', b'a', ..]
    ) {
        return false;
    }
    let begins = |s: &&str| strip_head(rest, s).is_some();
    let Some(lead) = [", a ", ", an ", ", the ", " is ", " was "].iter().find(|s| begins(s)) else {
        return false;
    };
    let rest = strip_head(rest, lead).unwrap_or_default();
    let rest = &rest[..floor_boundary(rest, LONGEST)];
    work::read(rest.len());
    let words = rest.split(is_space).take(WORDS);
    let small = words.take_while(|word| word.starts_with(|c: char| c.is_lowercase()));
    for word in small {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let may_be = LEXICON.begins_town(bare.as_bytes()) || !bare.is_ascii();
        if may_be && class(bare).is(Class::TOWN) {
            return true;
        }
        if bare.len() < word.len() {
            break;
        }
    }
    false
}

/// What a year behind a name says.
enum Year {
    /// ", 2011)", " 2011;", ", (2011)": as papers name people.
    Cited,
    /// " (2011)": papers write so too, and whoever lists films.
    Dated,
    /// " 2011".
    Bare,
    /// " [7]": papers write so too, and whoever numbers footnotes.
    Numbered,
}

fn year_behind(rest: &str) -> Option<Year> {
    if let Some(number) = strip_head(rest, " [") {
        return number.starts_with(|c: char| c.is_ascii_digit()).then_some(Year::Numbered);
    }
    let rest = rest.strip_prefix("'s").or_else(|| rest.strip_prefix("\u{2019}s")).unwrap_or(rest);
    let comma = rest.strip_prefix(',');
    let rest = comma.unwrap_or(rest).strip_prefix(is_space)?;
    let inner = rest.strip_prefix('(');
    let year = inner.unwrap_or(rest).as_bytes();
    let is_year = year.len() > 4
        && year[..4].iter().all(u8::is_ascii_digit)
        && matches!(year[..2], [b'1', b'9'] | [b'2', b'0']);
    let closed = matches!(year.get(4), Some(b')' | b';' | b',' | b'a'..=b'c'));
    match (inner, comma) {
        _ if !is_year => None,
        (Some(_), Some(_)) => closed.then_some(Year::Cited),
        (Some(_), None) => {
            (closed || matches!(year[4..], [b' ', ..] | [0xc2, 0xa0, ..])).then_some(Year::Dated)
        }
        (None, _) if closed => Some(Year::Cited),
        (None, _) => (!year[4].is_ascii_alphanumeric()).then_some(Year::Bare),
    }
}
