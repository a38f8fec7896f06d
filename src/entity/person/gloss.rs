//! A person's name in other languages, in brackets behind it: "Anna Lys (Latin: Anna Lysia; Greek:
//! Άννα)". How it is said counts as one.

use super::also::{is_label, MARKS};
use super::PersonMention;
use crate::entity::Form;
use crate::page::{floor_boundary, Page};
use crate::scan::chars::strip_head;
use crate::scan::work;
use crate::span::Span;

/// Longest brackets that are read.
const LONGEST: usize = 240;

/// Adds what stands in brackets behind the names of `people` and is another form of the name, sorted
/// among them. Linear in the number of people.
pub(super) fn add(page: &Page<'_>, people: &mut Vec<PersonMention>) {
    let mut new = Vec::new();
    let mut regions = page.regions().iter().peekable();
    for person in people.iter() {
        while regions.next_if(|region| region.end <= person.span.start).is_some() {}
        let Some(region) = regions.peek() else { break };
        if strip_head(&page.text()[person.span.end..region.end], " (").is_none() {
            continue;
        }
        let forms = forms(page.text(), person.span.end, region.end);
        let taken = |form: &Span| {
            let at = people.partition_point(|other| other.span.end <= form.start);
            people.get(at).is_some_and(|other| other.span.overlaps(*form))
        };
        let free = forms.filter(|form| !taken(form));
        new.extend(free.map(|span| PersonMention {
            span,
            form: Form::FullName,
            title: None,
            gender: person.gender,
            kin: false,
        }));
    }
    if !new.is_empty() {
        people.extend(new);
        people.sort_unstable_by_key(|person| person.span);
    }
}

/// The names in the brackets that begin at `at`.
fn forms(text: &str, at: usize, limit: usize) -> impl Iterator<Item = Span> + '_ {
    let rest = &text[at..limit];
    let inside = strip_head(rest, " (").unwrap_or_default();
    let inside = &inside[..floor_boundary(inside, LONGEST)];
    work::read(inside.len());
    let close = inside.find(')').unwrap_or(0);
    inside[..close].split(';').filter_map(move |part| form(text, part))
}

/// The name in one part of the brackets: behind the name of a language, or as it sounds.
fn form(text: &str, part: &str) -> Option<Span> {
    let name = match part.split_once(':') {
        Some((label, name)) if is_label(&part[..label.len() + 1]) => name,
        _ if part.starts_with('/') => part,
        _ => return None,
    };
    let name = name.split(',').next().unwrap_or_default();
    let name = name.trim_matches(|c: char| MARKS.contains(&c) || c.is_whitespace());
    let start = name.as_ptr() as usize - text.as_ptr() as usize;
    // A name, or letters that stand for sounds.
    let named = name.starts_with(|c: char| c.is_uppercase()) || !name.is_ascii();
    let digits = name.contains(|c: char| c.is_ascii_digit());
    (named && !digits).then(|| Span::new(start, start + name.len()))
}
