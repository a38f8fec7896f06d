//! What stands at a candidate: the run of marks, what closes with it, what comes before and after.

use super::view::{closes, opens_quote, View, WORD};
use super::words::{Class, Next, Words};

/// The marks of a candidate, as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Stop,
    Question,
    Exclamation,
    Ellipsis,
}

/// A run of marks: `.`, `?!`, `. . .`, `…`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) mark: Mark,
}

/// What stands in front of the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// An ordinary word, a closing mark, anything that shortens nothing.
    Word,
    /// Digits.
    Number,
    /// The sentence begins with the marks.
    Nothing,
    /// An abbreviation.
    Short(Class),
}

/// What stands behind the marks and the white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// The end of the paragraph or region.
    End,
    /// A word in lower case.
    Lower,
    /// A mark that goes on with the sentence.
    Punctuation,
    /// A capital, or a letter of a script without case.
    Capital,
    Number,
    /// An opening quotation mark and a capital or digit.
    Quote,
    Bracket,
    /// A dash with a space behind it.
    Dash,
    /// Any other character: a bullet, a currency sign, an emoji.
    Symbol,
}

/// Terminators outside ASCII: full stops and question marks of other scripts.
pub(super) fn foreign_mark(c: char) -> Option<Mark> {
    Some(match c {
        '\u{2026}' => Mark::Ellipsis,
        '\u{3002}' | '\u{ff0e}' | '\u{ff61}' | '\u{964}' | '\u{965}' | '\u{6d4}' | '\u{589}'
        | '\u{1362}' | '\u{104b}' => Mark::Stop,
        '\u{ff1f}' | '\u{61f}' => Mark::Question,
        '\u{ff01}' => Mark::Exclamation,
        _ => return None,
    })
}

/// The run of marks that begins at `at`, the first of which is `mark` and `len` bytes long.
#[inline]
pub(super) fn run(view: &View<'_>, at: usize, mark: Mark, len: usize) -> Run {
    let mut run = Run { start: at, end: at + len, mark };
    // Most stops stand alone: a letter or a space and a letter follow.
    let behind = if view.byte(run.end) == b' ' { run.end + 1 } else { run.end };
    if view.byte(behind).is_ascii_alphanumeric() {
        return run;
    }
    while let Some((mark, end)) = next_mark(view, run.end) {
        if run.end == at + 1 && run.mark == Mark::Stop && is_omission(view, at, run.end) {
            break;
        }
        run.mark = match (run.mark, mark) {
            (Mark::Question, _) | (_, Mark::Question) => Mark::Question,
            (Mark::Exclamation, _) | (_, Mark::Exclamation) => Mark::Exclamation,
            _ => Mark::Ellipsis,
        };
        run.end = end;
    }
    run
}

/// `word. ...` and `word. . . .`: a full stop, and then an omission that opens the next sentence.
fn is_omission(view: &View<'_>, at: usize, end: usize) -> bool {
    let rest = view.bytes().get(end..).unwrap_or_default();
    let solid = rest.starts_with(b" ...") || rest.starts_with(" …".as_bytes());
    let spaced = rest.starts_with(b" . . . ") && rest.get(7).is_some_and(u8::is_ascii_uppercase);
    (solid || spaced) && view.byte_before(at) != b' '
}

/// The mark that goes on with a run that ends at `end`: adjacent, or behind one space when no word
/// is attached to it.
#[inline]
fn next_mark(view: &View<'_>, end: usize) -> Option<(Mark, usize)> {
    let space = view.space_len(end);
    let c = view.char(end + space)?;
    let mark = match c {
        '.' => Mark::Stop,
        '?' => Mark::Question,
        '!' => Mark::Exclamation,
        c if c.is_ascii() => return None,
        c => foreign_mark(c)?,
    };
    let next = end + space + c.len_utf8();
    let attached = view.char(next).is_some_and(char::is_alphanumeric);
    (space == 0 || !attached).then_some((mark, next))
}

/// True for `.` after `)` and the like: marks that belong to what they stand behind.
#[inline]
fn is_citation(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b',' | b'-' | b' ' | b':') || byte >= 0x80
}

/// The end of the citations (`[3]`, `[a]`, ` [12]`) that stand at `at`.
#[inline]
pub(super) fn citations(view: &View<'_>, mut at: usize) -> usize {
    /// Longest content: `citation needed`.
    const LONGEST: usize = 16;
    loop {
        let open = at + usize::from(view.byte(at) == b' ');
        if view.byte(open) != b'[' {
            return at;
        }
        if let Some(end) = omission(view, open) {
            return end;
        }
        let rest = view.bytes().get(open + 1..).unwrap_or_default();
        let len = rest.iter().take(LONGEST).take_while(|b| is_citation(**b)).count();
        let number = rest.first().is_some_and(u8::is_ascii_digit);
        let letter = len == 1 && rest[0].is_ascii_lowercase();
        let named = rest.starts_with(b"citation") || rest.starts_with(b"note ");
        if rest.get(len) != Some(&b']') || !(number || letter || named) {
            return at;
        }
        at = open + len + 2;
    }
}

/// The end of an omission in brackets that ends its line: `for all! [...]`.
fn omission(view: &View<'_>, open: usize) -> Option<usize> {
    let rest = view.bytes().get(open..)?;
    let marks = ["[...]", "[…]"];
    let len = marks.iter().find(|m| rest.starts_with(m.as_bytes()))?.len();
    let next = view.skip_spaces(open + len);
    (next >= view.region.end || view.line_end_len(next) > 0).then_some(open + len)
}

/// The end of a superscript reference that lost its raising: `innovation.23 Later`.
#[inline]
pub(super) fn superscript(view: &View<'_>, run: Run) -> Option<usize> {
    let rest = view.bytes().get(run.end..).unwrap_or_default();
    let len = rest.iter().take(4).take_while(|b| b.is_ascii_digit()).count();
    let after = run.end + len;
    let word = matches!(view.byte_before(run.start), b'a'..=b'z' | b')');
    let fits = (1..=3).contains(&len) && word && view.space_len(after) > 0;
    let next = view.skip_spaces(after);
    (fits && view.byte(next).is_ascii_uppercase()).then_some(after)
}

/// The end of the marks that close with the run, when nothing is doubtful about them.
#[inline]
pub(super) fn closers(view: &View<'_>, mut at: usize) -> usize {
    loop {
        match view.byte(at) {
            b'"' | b'\'' | b'`' | b')' | b']' | b'}' => at += 1,
            0..=0x7f => return at,
            _ => match view.char(at) {
                Some(c) if closes(c) => at += c.len_utf8(),
                _ => return at,
            },
        }
    }
}

/// What stands in front of a run that begins at `at`, in a sentence that begins at `from`.
#[inline]
pub(super) fn before(view: &View<'_>, words: &Words, from: usize, at: usize) -> Before {
    let at = if view.byte_before(at) == b' ' { at - 1 } else { at };
    if at <= from {
        return Before::Nothing;
    }
    let last = view.byte_before(at);
    if !last.is_ascii_alphabetic() {
        let numero = matches!(view.char_before(at), Some('°' | 'º' | '№'));
        return match last {
            b'0'..=b'9' => Before::Number,
            _ if numero => Before::Short(Class::Number),
            _ => Before::Word,
        };
    }
    let letters = view.letters_before(from, at);
    let start = at - letters.len();
    let front = view.byte_before(start);
    if start > from && front == b'.' {
        return dotted(view, words, from, at, letters);
    }
    if start > from && front >= 0x80 && view.char_before(start).is_some_and(char::is_alphabetic) {
        return Before::Word;
    }
    word(view, words, from, start, letters)
}

/// A word without stops inside it.
#[inline]
fn word(view: &View<'_>, words: &Words, from: usize, start: usize, letters: &[u8]) -> Before {
    if let [letter @ b'A'..=b'Z'] = letters {
        return initial(view, from, start, *letter);
    }
    match words.abbreviation(letters) {
        None => Before::Word,
        Some(Class::Unit) if !number_before(view, from, start) => Before::Word,
        Some(class) => Before::Short(class),
    }
}

/// A single capital: an initial, unless it is the pronoun or stands behind `and`.
fn initial(view: &View<'_>, from: usize, start: usize, letter: u8) -> Before {
    let front = view.byte_before(start);
    if start > from && matches!(front, b'\'' | b'-' | b'&' | b'/' | b'0'..=b'9') {
        return Before::Word;
    }
    let previous = view.letters_before(from, start.saturating_sub(1));
    let after_word = previous.first().is_some_and(u8::is_ascii_lowercase);
    if letter == b'I' && after_word {
        return Before::Word;
    }
    Before::Short(Class::Initial)
}

/// True when a number stands in front of the word at `start`: `6 ft`, `6ft`.
fn number_before(view: &View<'_>, from: usize, start: usize) -> bool {
    let mut at = start;
    if at > from && view.byte_before(at) == b' ' {
        at -= 1;
    }
    if at > from && view.byte_before(at).is_ascii_digit() {
        return true;
    }
    // `12 sq. ft.`, `6 fl. oz.`: a unit of two words.
    at > from && view.byte_before(at) == b'.' && {
        let first = view.letters_before(from, at - 1);
        let begin = at - 1 - first.len();
        begin > from
            && view.byte_before(begin) == b' '
            && view.byte_before(begin - 1).is_ascii_digit()
    }
}

/// A token with stops inside it: `U.S`, `a.m`, `Ph.D`, `example.org`, `ended.Mr`.
fn dotted(view: &View<'_>, words: &Words, from: usize, at: usize, last: &[u8]) -> Before {
    let rest = view.bytes().get(from.max(at.saturating_sub(WORD))..at).unwrap_or_default();
    let len = rest.iter().rev().take_while(|b| b.is_ascii_alphabetic() || **b == b'.').count();
    let token = &rest[rest.len() - len..];
    if let Some(class) = words.abbreviation(token) {
        // `M.D. Farouk`: what a sentence begins with are initials.
        let opens = class == Class::Degree && at - len == from;
        return Before::Short(if opens { Class::Initial } else { class });
    }
    let singles = token.split(|b| *b == b'.').all(|part| part.len() == 1);
    if singles {
        return Before::Short(Class::Acronym);
    }
    // A lost space: the abbreviation begins behind the stop.
    let class = words.abbreviation(last).filter(|c| *c != Class::Unit);
    class.filter(|_| last[0].is_ascii_uppercase()).map_or(Before::Word, Before::Short)
}

/// What stands at `at`, behind the white space.
#[inline]
pub(super) fn after(view: &View<'_>, at: usize) -> After {
    let byte = view.byte(at);
    match byte {
        b'A'..=b'Z' => After::Capital,
        b'a'..=b'z' => lower(view, at),
        b'0'..=b'9' => After::Number,
        b'(' | b'[' | b'{' => After::Bracket,
        b',' | b';' | b':' | b'%' | b'/' | b'=' | b'&' | b'|' | b'_' | b'\\' => After::Punctuation,
        b')' | b']' | b'}' => After::Punctuation,
        b'-' => dash(view, at + 1),
        b'.' | b'!' | b'?' if is_lone_mark(view, at) => After::Punctuation,
        0 if at >= view.region.end => After::End,
        _ => match view.char(at) {
            Some(c) if opens_quote(c) => quoted(view, at + c.len_utf8()),
            Some('\u{2013}' | '\u{2014}') => dash(view, at + 3),
            Some(c) if c.is_lowercase() => After::Lower,
            Some(c) if c.is_alphabetic() => After::Capital,
            Some(c) if closes(c) => After::Punctuation,
            _ => After::Symbol,
        },
    }
}

/// A mark that stands alone behind a space ends what is in front; an omission opens something new.
fn is_lone_mark(view: &View<'_>, at: usize) -> bool {
    let behind = view.byte(at + 1);
    let spaced = behind == b' ' && view.byte(at + 2) == b'.';
    !(behind.is_ascii_alphanumeric() || behind == b'.' || spaced)
}

/// Lower case, unless it is a name that begins so (`iPhone`, `wikiHow`) or a web address.
#[inline]
fn lower(view: &View<'_>, at: usize) -> After {
    /// Capitals further inside a word make no name of it.
    const PREFIX: usize = 5;
    let letters = view.letters(at);
    let rest = &view.bytes()[at + letters.len()..];
    if matches!(letters, b"http" | b"https") && rest.starts_with(b"://") {
        return After::Symbol;
    }
    if letters.iter().take(PREFIX).any(u8::is_ascii_uppercase) {
        After::Capital
    } else {
        After::Lower
    }
}

fn dash(view: &View<'_>, at: usize) -> After {
    let at = at
        + view
            .bytes()
            .get(at..)
            .map_or(0, |b| b.iter().take(2).take_while(|b| **b == b'-').count());
    let next = view.skip_spaces(at);
    match view.byte(next) {
        b'a'..=b'z' | b'0'..=b'9' => After::Punctuation,
        _ => After::Dash,
    }
}

/// What an opening quotation mark that ends at `at` opens.
#[inline]
fn quoted(view: &View<'_>, at: usize) -> After {
    let mut inner = view.skip_spaces(at);
    while let Some(c) = view.char(inner).filter(|c| opens_quote(*c) && inner < at + WORD) {
        inner = view.skip_spaces(inner + c.len_utf8());
    }
    match after_plain(view, inner) {
        After::Lower => After::Lower,
        After::Punctuation | After::End => After::Symbol,
        _ => After::Quote,
    }
}

fn after_plain(view: &View<'_>, at: usize) -> After {
    match view.char(at) {
        None => After::End,
        Some(c) if c.is_lowercase() => lower(view, at),
        Some(',' | ';' | ':') => After::Punctuation,
        Some(_) => After::Capital,
    }
}

/// Which column of `classes.txt` the word at `at` is.
pub(super) fn next_kind(view: &View<'_>, words: &Words, at: usize) -> Next {
    let letters = view.letters(at);
    let behind = view.byte(at + letters.len());
    if letters.len() > 1 && behind == b'.' {
        match words.abbreviation(letters) {
            Some(Class::Title) => return Next::Title,
            Some(Class::Month | Class::Weekday) => return Next::When,
            _ => {}
        }
    }
    let capitals = letters.len() > 1 && letters[1].is_ascii_uppercase();
    let initial = letters.len() == 1 && behind == b'.';
    match words.next(letters) {
        Some(Next::When) => Next::When,
        Some(kind) if !capitals && !initial && behind != b'-' && behind < 0xc3 => kind,
        _ => Next::Name,
    }
}

/// True when the words at `at` name a speaker and say that he or she spoke: `CNN reported.`
pub(super) fn is_attribution(view: &View<'_>, words: &Words, mut at: usize) -> bool {
    /// Words of a name: `Foreign Minister J. P. de Vries`.
    const NAME: usize = 6;
    let first = words.next(view.letters(at));
    if first.is_some_and(|kind| kind != Next::When) && view.letters(at) != b"I" {
        return false;
    }
    for nth in 0..NAME {
        let letters = view.letters(at);
        let end = at + letters.len();
        if letters.is_empty() {
            return false;
        }
        if nth > 0 && words.is_speech(letters) {
            let behind = view.byte(end);
            return matches!(behind, b'.' | b',' | b';' | b':')
                || behind == b' ' && {
                    let next = view.byte(end + 1);
                    next.is_ascii_lowercase() || next.is_ascii_uppercase() || next == b'"'
                };
        }
        if !letters[0].is_ascii_uppercase() && !matches!(letters, b"de" | b"van" | b"von" | b"al") {
            return false;
        }
        at = end + usize::from(view.byte(end) == b'.');
        at += usize::from(view.byte(at) == b' ');
    }
    false
}
