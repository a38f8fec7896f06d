//! Dates and times as pages write them.

use std::fmt;

use super::words::{does, WORDS};
use crate::scan::work;
use crate::span::Span;

/// A date, with the time if the page gives one.
///
/// ```
/// let page = "Published: Wed, March 13, 2024\n\nThe bridge over the river was opened again on Monday, \
///             and the first cars crossed it in the rain while the mayor looked on.";
/// let date = copydesk::layout(page).published().unwrap();
/// assert_eq!(date.to_string(), "2024-03-13");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Date {
    /// Where the date stands, without the time.
    pub span: Span,
    /// Year, four digits.
    pub year: u16,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
    /// Time of day, as written.
    pub time: Option<Time>,
    /// True when day and month could be read the other way round ("04/05/2019"). Another date of the
    /// page in numbers decided, or the zone of the time, or which reading is nearer to the other
    /// dates of the page; on a page that is silent the month was taken first.
    pub ambiguous: bool,
}

/// A time of day with its zone as the page writes it.
///
/// ```
/// let page = "Nov. 2, 2022 4:12 p.m. ET\n\nThe bridge over the river was opened again on Monday, and \
///             the first cars crossed it in the rain while the mayor looked on from the bank.";
/// let time = copydesk::layout(page).published().and_then(|date| date.time).unwrap();
/// assert_eq!((time.hour, time.minute), (16, 12));
/// assert_eq!(time.zone.map(|zone| &page[zone]), Some("ET"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Time {
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute.
    pub minute: u8,
    /// The zone's name or offset.
    pub zone: Option<Span>,
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A run of letters or of digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub span: Span,
    /// The number, for digits.
    pub number: Option<u32>,
}

/// The runs of letters and of digits of a line.
pub(super) fn pieces(text: &str, line: Span) -> Vec<Piece> {
    work::read(2 * line.len());
    let bytes = &text.as_bytes()[line.range()];
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let digit = bytes[at].is_ascii_digit();
        if !(digit || bytes[at].is_ascii_alphabetic()) {
            at += 1;
            continue;
        }
        let same = |b: &&u8| if digit { b.is_ascii_digit() } else { b.is_ascii_alphabetic() };
        let len = bytes[at..].iter().take_while(same).count();
        let len = if is_glued(&bytes[at..], len) { YEAR } else { len };
        let span = Span::new(line.start + at, line.start + at + len);
        let number =
            if digit { text[span].get(..9.min(len)).and_then(|n| n.parse().ok()) } else { None };
        found.push(Piece { span, number });
        at += len;
    }
    found
}

/// Digits of a year.
const YEAR: usize = 4;

/// "20224:10": a year, and the hour glued to it.
fn is_glued(digits: &[u8], len: usize) -> bool {
    let year = matches!(digits, [b'1', b'9', ..] | [b'2', b'0', ..]);
    (YEAR + 1..=YEAR + 2).contains(&len) && year && digits.get(len) == Some(&b':')
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const LONG: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The month that a word names, in full or cut to three or four letters.
pub(super) fn month(word: &str) -> Option<u8> {
    let head = word.as_bytes().first_chunk::<3>()?.map(|byte| byte.to_ascii_lowercase());
    let at = MONTHS.iter().position(|month| month.as_bytes() == head)?;
    let whole = |name: &str| word.eq_ignore_ascii_case(name);
    (word.len() == 3 || whole("sept") || whole(LONG[at])).then_some(at as u8 + 1)
}

/// The first date of a line, and how many pieces were read up to its end.
pub(super) fn first(text: &str, pieces: &[Piece]) -> Option<(Date, usize)> {
    (0..pieces.len()).find_map(|at| read(text, pieces, at))
}

/// The date that begins at piece `at`.
fn read(text: &str, pieces: &[Piece], at: usize) -> Option<(Date, usize)> {
    let word = |at: usize| pieces.get(at).map(|p| &text[p.span]);
    let number = |at: usize| pieces.get(at).and_then(|p| p.number);
    let close = |a: usize, b: usize| {
        pieces.get(a).zip(pieces.get(b)).is_some_and(|(a, b)| b.span.start - a.span.end <= 3)
    };
    let ordinal = |at: usize| usize::from(matches!(word(at), Some("st" | "nd" | "rd" | "th")));
    if let Some(first) = number(at) {
        if pieces[at].span.len() == 4 {
            let (month, day) = (number(at + 1)?, number(at + 2)?);
            let dated = separated(text, pieces, at, "-/.");
            return dated.then(|| date(pieces, at, 2, (first, month, day), false)).flatten();
        }
        let skip = at + 1 + ordinal(at + 1);
        let skip = skip + usize::from(word(skip) == Some("of"));
        if let Some(month) = word(skip).and_then(month) {
            let year = number(skip + 1).filter(|_| close(skip, skip + 1))?;
            return date(pieces, at, skip + 1 - at, (year, u32::from(month), first), false);
        }
        let (second, year) = (number(at + 1)?, number(at + 2)?);
        let year = if pieces[at + 2].span.len() == 2 { year + 2000 } else { year };
        return by_numbers(text, pieces, at, first, second, year);
    }
    let month = word(at).and_then(month)?;
    let day = number(at + 1).filter(|_| close(at, at + 1))?;
    let behind = at + 2 + ordinal(at + 2);
    let year = number(behind).filter(|_| close(behind - 1, behind))?;
    date(pieces, at, behind - at, (year, u32::from(month), day), false)
}

/// "12/04/2019", "13.4.2019": day and month in either order.
fn by_numbers(
    text: &str,
    pieces: &[Piece],
    at: usize,
    first: u32,
    second: u32,
    year: u32,
) -> Option<(Date, usize)> {
    if separated(text, pieces, at, ".") {
        return date(pieces, at, 2, (year, second, first), false);
    }
    if !separated(text, pieces, at, "/-") {
        return None;
    }
    let (month, day) = if first > 12 { (second, first) } else { (first, second) };
    let ambiguous = first <= 12 && second <= 12 && first != second;
    date(pieces, at, 2, (year, month, day), ambiguous)
}

/// True when the three pieces from `at` on are parted by one character each, the same one of `by`.
fn separated(text: &str, pieces: &[Piece], at: usize, by: &str) -> bool {
    let gap = |a: usize| text.get(pieces[a].span.end..pieces[a + 1].span.start);
    let Some(_) = pieces.get(at + 2) else { return false };
    gap(at).is_some_and(|g| g.len() == 1 && by.contains(g)) && gap(at) == gap(at + 1)
}

fn date(
    pieces: &[Piece],
    at: usize,
    length: usize,
    (year, month, day): (u32, u32, u32),
    ambiguous: bool,
) -> Option<(Date, usize)> {
    let real = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let span = Span::new(pieces[at].span.start, pieces.get(at + length)?.span.end);
    let (year, month, day) = (year as u16, month as u8, day as u8);
    let date = Date { span, year, month, day, time: None, ambiguous };
    real.then_some((date, at + length + 1))
}

/// The first time of day in a line.
pub(super) fn time(text: &str, pieces: &[Piece]) -> Option<Time> {
    (0..pieces.len()).find_map(|at| time_at(text, pieces, at))
}

fn time_at(text: &str, pieces: &[Piece], at: usize) -> Option<Time> {
    let hour = pieces[at].number.filter(|&h| h < 24 && pieces[at].span.len() <= 2)?;
    let next = pieces.get(at + 1)?;
    let gap = text.get(pieces[at].span.end..next.span.start)?;
    let (minute, mut behind) = match (gap, next.number) {
        (":" | ".", Some(minute)) if minute < 60 && next.span.len() == 2 => (minute, at + 2),
        ("" | " ", None) if half(text, pieces, at + 1).is_some() => (0, at + 1),
        _ => return None,
    };
    if gap == "." && half(text, pieces, behind).is_none() && !zone_like(text, pieces, behind) {
        return None;
    }
    // Seconds, and what a stamp writes behind them.
    let colon = |at: usize| pieces.get(at).is_some_and(|p| text[..p.span.start].ends_with(':'));
    behind += usize::from(colon(behind) && pieces[behind].number.is_some());
    let half = half(text, pieces, behind);
    behind += half.map_or(0, |(_, taken)| taken);
    let hour = match half.map(|(afternoon, _)| afternoon) {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let zone = pieces.get(behind).map(|p| p.span).filter(|_| zone_like(text, pieces, behind));
    Some(Time { hour: hour as u8, minute: minute as u8, zone })
}

/// "am", "p.m.": whether it is afternoon, and how many pieces that took.
fn half(text: &str, pieces: &[Piece], at: usize) -> Option<(bool, usize)> {
    let word = |at: usize| pieces.get(at).map(|p| text[p.span].to_ascii_lowercase());
    match (word(at)?.as_str(), word(at + 1).as_deref()) {
        ("am", _) => Some((false, 1)),
        ("pm", _) => Some((true, 1)),
        ("a", Some("m")) => Some((false, 2)),
        ("p", Some("m")) => Some((true, 2)),
        _ => None,
    }
}

fn zone_like(text: &str, pieces: &[Piece], at: usize) -> bool {
    pieces.get(at).is_some_and(|p| WORDS.does(&text[p.span], does::MONTH_FIRST | does::DAY_FIRST))
}
