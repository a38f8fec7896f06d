//! Which column of `classes.txt` stands behind an abbreviation: told by the word there, and by the run
//! of capitalised words that it begins and what that run goes on to (`Ford Motor sold`, `Senate
//! leaders`).

use super::view::{View, WORD};
use super::words::{Class, Kind, Next, Words};

/// The column for the word at `at`, which begins with a capital or is a letter without case.
pub(super) fn next_kind(view: &View<'_>, words: &Words, steps: &mut Steps, at: usize) -> Next {
    let letters = view.letters(at);
    let end = at + letters.len();
    let behind = view.byte(end);
    if let Some(next) = abbreviated(words, letters, behind) {
        return next;
    }
    let capitals = letters.len() > 1 && letters[1].is_ascii_uppercase();
    let initial = letters.len() == 1 && behind == b'.';
    let goes_on = behind >= 0x80 && view.char(end).is_some_and(char::is_alphabetic);
    if !initial && is_numeral(letters) {
        return Next::Number;
    }
    let zone = capitals && letters.len() < 6 && letters.ends_with(b"T");
    let whole = !capitals && !initial && behind != b'-' && !goes_on;
    match words.kind(letters) {
        Some(Kind::When) if possessive(view, end) > 0 => Next::Subject,
        Some(Kind::When) => Next::When,
        Some(Kind::Starter) if whole => Next::Starter,
        _ if zone || is_local_time(view, end) => Next::When,
        Some(Kind::Opener) if whole => match Run::read(view, words, steps, at).kind() {
            office @ (Next::Office | Next::Body) => office,
            _ => Next::Opener,
        },
        _ => Run::read(view, words, steps, at).kind(),
    }
}

/// A title, a month or a day written short.
fn abbreviated(words: &Words, letters: &[u8], behind: u8) -> Option<Next> {
    if letters.len() < 2 || behind != b'.' {
        return None;
    }
    match words.abbreviation(letters)? {
        Class::Title if matches!(letters, b"Mr" | b"Mrs" | b"Ms" | b"Messrs") => {
            Some(Next::Courtesy)
        }
        Class::Title => Some(Next::Title),
        Class::Month | Class::Weekday => Some(Next::When),
        _ => None,
    }
}

/// A run of capitalised words.
#[derive(Debug, Default)]
struct Run {
    /// It opens with an office, or with words of rank and one: `Executive Vice President`.
    office: bool,
    /// Its first word is a part of the name in front: `Holdings`, `Class`.
    part: bool,
    /// An office or a body is among its words: `Trade Representative`.
    body: bool,
    tail: Tail,
}

/// What a run goes on to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tail {
    /// What only the subject of a clause has behind it: a verb, `'s`, a comma.
    Subject,
    /// Another word in lower case.
    Clause,
    #[default]
    Other,
}

/// Longest run: `Deputy Assistant Secretary of State for Asia`.
const WORDS: usize = 6;

/// A word of a run.
#[derive(Clone, Copy, Debug)]
struct Step {
    at: usize,
    kind: Option<Kind>,
    /// The next word, or what the run goes on to.
    next: Result<usize, Tail>,
}

impl Step {
    fn read(view: &View<'_>, words: &Words, at: usize) -> Step {
        let kind = words.kind(view.letters(at));
        let end = word_end(view, at);
        let owner = possessive(view, end);
        let next = match owner > 0 && kind != Some(Kind::Opener) {
            true => Err(Tail::Subject),
            false => step(view, words, at, end + owner),
        };
        Step { at, kind, next }
    }
}

/// The last words that were read: where every word is an abbreviation (`J. R. R.`), a run begins at
/// every word of another.
#[derive(Clone, Debug)]
pub(super) struct Steps {
    last: [Step; WORDS],
    oldest: usize,
    /// Behind it nothing was read.
    upto: usize,
}

impl Default for Steps {
    fn default() -> Steps {
        let none = Step { at: usize::MAX, kind: None, next: Err(Tail::Other) };
        Steps { last: [none; WORDS], oldest: 0, upto: 0 }
    }
}

impl Steps {
    fn at(&mut self, view: &View<'_>, words: &Words, at: usize) -> Step {
        if at <= self.upto {
            if let Some(known) = self.last.iter().find(|step| step.at == at) {
                return *known;
            }
        }
        let step = Step::read(view, words, at);
        self.upto = self.upto.max(at);
        self.last[self.oldest % WORDS] = step;
        self.oldest = (self.oldest + 1) % WORDS;
        step
    }
}

impl Run {
    fn read(view: &View<'_>, words: &Words, steps: &mut Steps, mut at: usize) -> Run {
        let mut run = Run::default();
        let mut ranks = true;
        for nth in 0..WORDS {
            let Step { kind, next, .. } = steps.at(view, words, at);
            run.office |= ranks && kind == Some(Kind::Office);
            run.part |= nth == 0 && kind == Some(Kind::Part);
            run.body |= matches!(kind, Some(Kind::Office | Kind::Body));
            ranks &= kind == Some(Kind::Rank);
            match next {
                Ok(next) => at = next,
                Err(tail) => {
                    run.tail = tail;
                    return run;
                }
            }
        }
        run
    }

    fn kind(&self) -> Next {
        match self.tail {
            _ if self.office => Next::Office,
            _ if self.part => Next::Part,
            _ if self.body => Next::Body,
            Tail::Subject => Next::Subject,
            Tail::Clause => Next::Clause,
            Tail::Other => Next::Name,
        }
    }
}

/// The next word of the run behind the one between `at` and `end`, or what the run goes on to.
fn step(view: &View<'_>, words: &Words, at: usize, end: usize) -> Result<usize, Tail> {
    let mut end = end;
    if view.byte(end) == b'.' {
        let word = &view.bytes()[at..end];
        let short = word.len() == 1 || word.contains(&b'.') || words.abbreviation(word).is_some();
        end += usize::from(short);
    }
    let next = end + view.space_len(end);
    match view.byte(next) {
        b',' if next == end => Err(Tail::Subject),
        b'a'..=b'z' | b'&' if next > end => {
            let word = view.letters(next);
            let link = next + word.len().max(1);
            let linked = link + view.space_len(link);
            match word {
                b"of" | b"and" | b"for" | b"the" | b"de" | b"" if is_capital(view, linked) => {
                    Ok(linked)
                }
                _ if words.is_verb(word) => Err(Tail::Subject),
                _ if words.kind(word) == Some(Kind::Part) => Err(Tail::Other),
                _ => Err(Tail::Clause),
            }
        }
        _ if next > end && is_capital(view, next) => Ok(next),
        _ => Err(Tail::Other),
    }
}

fn is_capital(view: &View<'_>, at: usize) -> bool {
    view.char(at).is_some_and(char::is_uppercase)
}

/// The end of a word of a name, with what it holds inside: `O'Dell`, `Rolls-Royce`, `U.S`, `Québec`, `Co.`
/// of `Co.'s`.
pub(super) fn word_end(view: &View<'_>, from: usize) -> usize {
    let mut at = from;
    while let Some(c) = view.char(at).filter(|_| at < from + WORD) {
        let goes_on = view.char(at + 1).is_some_and(char::is_alphanumeric);
        let inner = match c {
            '\'' => goes_on && possessive(view, at) == 0,
            '-' | '&' => goes_on,
            '.' => goes_on || possessive(view, at + 1) > 0,
            _ => false,
        };
        if !(c.is_alphanumeric() || inner) {
            break;
        }
        at += c.len_utf8();
    }
    at
}

/// Length of the `'s` at `at`, or of a bare mark behind a plural.
pub(super) fn possessive(view: &View<'_>, at: usize) -> usize {
    let mark = match view.char(at) {
        Some(c @ ('\'' | '\u{2019}')) => c.len_utf8(),
        _ => return 0,
    };
    let s = usize::from(view.byte(at + mark) == b's');
    let ends = !view.char(at + mark + s).is_some_and(char::is_alphanumeric);
    if ends && (s > 0 || view.byte_before(at) == b's') {
        mark + s
    } else {
        0
    }
}

/// `London time`, `New York time`: `time` behind the word that ends at `at`, or one word further on.
fn is_local_time(view: &View<'_>, at: usize) -> bool {
    let next = at + view.space_len(at);
    let word = view.letters(next);
    let behind = next + word.len();
    let capital = word.first().is_some_and(u8::is_ascii_uppercase);
    word == b"time" || capital && view.letters(behind + view.space_len(behind)) == b"time"
}

/// A Roman numeral or a single capital, but not the words among them.
fn is_numeral(letters: &[u8]) -> bool {
    let roman = letters.iter().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'));
    !matches!(letters, b"I" | b"A" | [])
        && (letters.len() == 1 && letters[0].is_ascii_uppercase() || roman)
}
