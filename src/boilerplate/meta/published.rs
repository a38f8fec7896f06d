//! Which date of a page is the one of publication, and which way round its numbers are.

use super::byline;
use super::date::{self, Date};
use super::words::{does, WORDS};
use super::LONGEST;
use crate::scan::blocks;
use crate::span::Span;

/// Words beside a date in a line that is nothing but a date line.
const BESIDE: usize = 7;

/// The date of a line that is little else, with its time.
pub(super) fn date_line(text: &str, line: Span) -> Option<Date> {
    if line.len() > LONGEST || !has_numbers(text, line) {
        return None;
    }
    let pieces = date::pieces(text, line);
    let (date, _) = date::first(text, &pieces)?;
    let beside = pieces.iter().filter(|p| p.number.is_none() && !date.span.covers(p.span)).count();
    let owned = text[line].contains(['\u{a9}', '?']);
    (beside <= BESIDE && !owned).then(|| Date { time: date::time(text, &pieces), ..date })
}

/// Whether a line has two numbers, without which there is no date.
fn has_numbers(text: &str, line: Span) -> bool {
    let bytes = text.as_bytes();
    let digits = blocks::hits(bytes, line.start, line.end, |b| b.wrapping_sub(b'0') < 10);
    let mut begins = digits.filter(|&at| at == line.start || !bytes[at - 1].is_ascii_digit());
    begins.next().and(begins.next()).is_some()
}

/// The dates of publication and of the last change. In the head a date beside the author's name or
/// behind a word such as "published" is the article's, then the one nearest the first paragraph: one
/// far above it may be the day on which the page was fetched. The head is what is `ahead` of that
/// paragraph and what follows `into` the article. Without any, the first of the tail.
pub(super) fn read(
    text: &str,
    (ahead, into): (&[Span], &[Span]),
    tail: impl Iterator<Item = Span>,
) -> (Option<Date>, Option<Date>) {
    let mut found = Found::default();
    ahead.iter().rev().chain(into).for_each(|&line| found.add(text, line, true));
    tail.for_each(|line| found.add(text, line, false));
    (found.signed.or(found.bare).or(found.updated), found.updated)
}

/// The first date of each sort.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    signed: Option<Date>,
    bare: Option<Date>,
    updated: Option<Date>,
}

impl Found {
    fn add(&mut self, text: &str, line: Span, in_head: bool) {
        if line.len() > LONGEST || !has_numbers(text, line) {
            return;
        }
        let signed = in_head && is_signed(text, line);
        let read = if signed { first_date(text, line) } else { date_line(text, line) };
        let Some(date) = read else { return };
        // "12:43, 20 Apr 2026Updated 12:44, 20 Apr 2026"
        let rest = Span::new(date.span.end, line.end);
        if self.updated.is_none() && is_update(&text[rest]) {
            self.updated = date_line(text, rest);
        }
        let label = &text[Span::new(line.start, date.span.start)];
        let slot = match (is_update(label), signed) {
            (true, _) => &mut self.updated,
            (false, true) => &mut self.signed,
            (false, false) => &mut self.bare,
        };
        *slot = slot.or(Some(date));
    }
}

/// The first date of a line, with its time.
fn first_date(text: &str, line: Span) -> Option<Date> {
    let pieces = date::pieces(text, line);
    let (date, _) = date::first(text, &pieces)?;
    Some(Date { time: date::time(text, &pieces), ..date })
}

fn is_update(label: &str) -> bool {
    let label = label.to_ascii_lowercase();
    label.contains("updated") || label.contains("modified")
}

/// Whether a line says who wrote the article, or that it was published.
fn is_signed(text: &str, line: Span) -> bool {
    let said = text[line].to_ascii_lowercase();
    if said.ends_with('.') {
        return false; // a sentence
    }
    ["published", "posted", "by "].iter().any(|word| said.starts_with(word))
        || !byline::names(text, line).is_empty()
        || byline::lone(text, line).is_some()
}

/// A date whose day and month may be read either way, read as the page reads: as another date in
/// numbers that has only one reading, as the zone of its time tells, or so that it is nearer to the
/// other dates of the page; month first when the page is silent.
pub(super) fn ordered<I: Iterator<Item = Span>>(
    text: &str,
    date: Date,
    lines: impl Fn() -> I,
) -> Date {
    if !date.ambiguous {
        return date;
    }
    let other = Date { month: date.day, day: date.month, ..date };
    let zone = date.time.and_then(|time| time.zone).map(|zone| &text[zone]);
    let day_first = by_numbers(text, lines())
        .or_else(|| zone.map(|zone| !WORDS.does(zone, does::MONTH_FIRST)))
        .unwrap_or_else(|| nearest(text, lines(), other) < nearest(text, lines(), date));
    if day_first {
        other
    } else {
        date
    }
}

/// Whether the day comes first in a date in numbers that has only one reading.
fn by_numbers(text: &str, mut lines: impl Iterator<Item = Span>) -> Option<bool> {
    lines.find_map(|line| {
        let (date, pieces) = plain_date(text, line)?;
        let first = pieces.iter().find(|p| p.span.start == date.span.start)?.number?;
        let numbers = !text[date.span].contains(|c: char| c.is_alphabetic() || c == '.');
        (numbers && !date.ambiguous && first <= 31 && date.day != date.month)
            .then_some(first == u32::from(date.day))
    })
}

/// Days, about, between a date and the nearest other date of the page that has one reading.
fn nearest(text: &str, lines: impl Iterator<Item = Span>, date: Date) -> u32 {
    let day = |d: Date| u32::from(d.year) * 372 + u32::from(d.month) * 31 + u32::from(d.day);
    let dates = lines.filter_map(|line| plain_date(text, line)).filter(|(d, _)| !d.ambiguous);
    dates.map(|(d, _)| day(d).abs_diff(day(date))).min().unwrap_or_default()
}

/// The first date of a line of any length.
fn plain_date(text: &str, line: Span) -> Option<(Date, Vec<date::Piece>)> {
    let pieces = date::pieces(text, line);
    let (date, _) = date::first(text, &pieces)?;
    Some((date, pieces))
}
