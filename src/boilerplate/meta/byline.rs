//! The names in a byline.

use super::date::month;
use super::words::{does, WORDS};
use crate::scan::{blocks, work};
use crate::span::Span;

/// Most words of a name, and most names of a byline.
const LONGEST: usize = 5;
const MOST: usize = 12;
/// Bytes of what follows "By", at which it is no list of names.
const LONG: usize = 200;

/// The names of a line that says who wrote the article; empty when it says no such thing.
pub(super) fn names(text: &str, line: Span) -> Vec<Span> {
    match opened(text, line) {
        Some(rest) => listed(text, rest),
        None => Vec::new(),
    }
}

/// The same for a line without a bar, dash or bullet, which can but begin with "By". Constant time
/// for most lines.
pub(super) fn names_at_start(text: &str, line: Span) -> Vec<Span> {
    let rest = opens(text, line).filter(|rest| rest.len() < LONG);
    rest.map(|rest| listed(text, rest)).unwrap_or_default()
}

/// What follows "By" at the start of the line, or behind a bar or dash in it.
fn opened(text: &str, line: Span) -> Option<Span> {
    work::read(line.len());
    let bytes = text.as_bytes();
    let parts = blocks::hits(bytes, line.start, line.end, |b| {
        (b == b'|') | (b == b'-') | (b == b'*') | (b == 0xc2) | (b == 0xe2)
    });
    let behind = parts.filter_map(|at| match bytes[at..line.end] {
        [b'|' | b'-' | b'*', ..] => Some(at + 1),
        [0xc2, 0xb7, ..] => Some(at + 2),
        [0xe2, 0x80, 0xa2, ..] => Some(at + 3),
        _ => None,
    });
    std::iter::once(line.start).chain(behind).find_map(|at| {
        opens(text, Span::new(at, line.end).trim(text)).filter(|rest| rest.len() < LONG)
    })
}

/// What follows the word that opens a byline.
fn opens(text: &str, part: Span) -> Option<Span> {
    WORDS.openers(&text.as_bytes()[part.range()]).find_map(|(opener, label)| {
        let head = text.get(part.start..part.start + opener.len())?;
        let rest = Span::new(part.start + opener.len(), part.end);
        let next = text[rest].chars().next()?;
        let parted = next == ':' || !label && (next.is_whitespace() || next.is_uppercase());
        (head.eq_ignore_ascii_case(opener) && parted).then_some(rest)
    })
}

/// The names of a list: "A and B, C".
fn listed(text: &str, list: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut name: Option<Span> = None;
    let (mut words, mut titled, mut shorter) = (0, false, None);
    for word in tokens(text, list) {
        let written = &text[word];
        let parted = name.is_some_and(|n| text[n.end..word.start].contains([',', '&', ';', '/']));
        if parted || written == "and" {
            close(text, &mut found, &mut name, words);
            words = 0;
            if written == "and" {
                continue;
            }
        }
        let stops = name.is_some_and(|n| {
            text[n.end..word.start].contains(['|', '\u{2022}', '\u{b7}', '('])
                || text[n.end..word.start].contains(" - ")
        });
        // "By Court Correspondent Ann Lee"
        let heads = words == 1 && !stops || titled && name.is_none();
        if heads && WORDS.does(&written.to_lowercase(), does::ROLE) {
            (name, words, titled) = (None, 0, true);
            continue;
        }
        if stops || !is_name_word(written, name.is_some()) || found.len() >= MOST {
            // "By Ann Lee Sky News"
            if words > 2 && WORDS.does(&written.to_lowercase(), does::OUTLET) {
                (name, words) = (shorter, words - 1);
            }
            break;
        }
        shorter = name;
        name = Some(Span::new(name.map_or(word.start, |n| n.start), word.end));
        words += 1;
        if words > LONGEST {
            return found;
        }
    }
    close(text, &mut found, &mut name, words);
    found
}

fn close(text: &str, found: &mut Vec<Span>, name: &mut Option<Span>, words: usize) {
    if let Some(name) = name.take() {
        let agency = WORDS.does(&text[name].to_lowercase(), does::AGENCY);
        if words >= 2 || agency {
            found.push(name);
        }
    }
}

/// Words parted by white space and commas, with their full stops when they are initials.
fn tokens(text: &str, list: Span) -> impl Iterator<Item = Span> + '_ {
    let is_part = |c: char| c.is_alphanumeric() || "'\u{2019}-.@".contains(c);
    let mut at = list.start;
    std::iter::from_fn(move || {
        let rest = &text[at..list.end];
        let start = at + rest.find(is_part)?;
        let end = text[start..list.end].find(|c| !is_part(c)).map_or(list.end, |n| start + n);
        work::read(2 * (end - at));
        let word = text[start..end].trim_end_matches('-');
        let word = &word[..seam(word)];
        at = if word.is_empty() { end } else { start + word.len() };
        let initial = word.len() <= 2 || word.trim_end_matches('.').contains('.');
        let word = if initial { word } else { word.trim_end_matches('.') };
        Some(Span::new(start, start + word.len()))
    })
}

/// Where a role was glued to the name before it ("LeeTravel Writer"): a scraper lost the line end.
fn seam(word: &str) -> usize {
    let mut before = ' ';
    for (at, c) in word.char_indices() {
        if before.is_lowercase()
            && c.is_uppercase()
            && WORDS.does(&word[at..].to_lowercase(), does::ROLE)
        {
            return at;
        }
        before = c;
    }
    word.len()
}

/// Two words and more that were glued together: no name has more than one inner capital.
fn is_glued(word: &str) -> bool {
    let pairs = word.chars().zip(word.chars().skip(1));
    pairs.filter(|(a, b)| a.is_lowercase() && b.is_uppercase()).count() > 1
}

/// A capital, no month, no role; inside a name also a particle.
fn is_name_word(word: &str, inside: bool) -> bool {
    let low = word.to_lowercase();
    if inside && WORDS.does(&low, does::PARTICLE) {
        return true;
    }
    let small = inside && WORDS.does(&low, does::SMALL);
    // "May Lee" is a name, "May 4" is none, and a month inside a name ends it.
    let dated = month(word).is_some() && (word.len() <= 4 || inside);
    let role = inside && WORDS.does(&low, does::ROLE);
    let written = word.starts_with(char::is_uppercase) && !word.contains('@') && !is_glued(word);
    written && !small && !dated && !role
}

/// A line that is nothing but a name, with a role behind it or not: "Ann Lee", "Ann Lee Political
/// Correspondent".
pub(super) fn lone(text: &str, line: Span) -> Option<Span> {
    let bare = text[line].trim_start_matches(['*', '\u{2022}', ' ']);
    let line = Span::new(line.end - bare.len(), line.end);
    if text[line].ends_with(['.', '!', '?', ':', ',']) || line.len() > 80 {
        return None;
    }
    let words: Vec<Span> = tokens(text, line).collect();
    let mut end = line.start;
    let goes_on = |w: &&Span| {
        let near = end == line.start || w.start - end <= 1;
        let part = near && is_name_word(&text[**w], end > line.start);
        end = w.end;
        part
    };
    let name = words.iter().take_while(goes_on).count();
    let role = words.get(name).map_or(true, |w| {
        let word = text[*w].to_lowercase();
        // "Ann Lee in Oslo"
        WORDS.does(&word, does::ROLE) || word == "the" || word == "in" || month(&word).is_some()
    });
    let commas = text[line].contains([',', ':', '|', '/', '\u{2019}', '\'']);
    let alone = name == words.len() && commas;
    let furniture =
        words.iter().take(name).any(|w| WORDS.does(&text[*w].to_lowercase(), does::FURNITURE));
    (role && (2..=3).contains(&name) && !alone && !furniture)
        .then(|| Span::new(words[0].start, words[name - 1].end))
}
