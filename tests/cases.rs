//! Runs `tests/cases/<stage>/<phenomenon>.txt`: what goes in, and what must come out.
//!
//! A file holds cases. A case begins with `== its name`; then comes the page as it is; then a line
//! `=>`; then what the stage must say, one answer a line, as this file's `render_*` functions
//! write it. Lines that begin with `#` before the first case are a comment. A blank line before the next
//! `==` is not part of the answer; the blank line that ends the page is not part of the page.

use std::fmt::Write;
use std::path::Path;

struct Case<'a> {
    name: &'a str,
    page: &'a str,
    want: &'a str,
}

fn parse(file: &str) -> Vec<Case<'_>> {
    let starts: Vec<usize> = file
        .match_indices("== ")
        .map(|(at, _)| at)
        .filter(|&at| at == 0 || file.as_bytes()[at - 1] == b'\n')
        .collect();
    let ends = starts.iter().skip(1).copied().chain([file.len()]);
    starts.iter().zip(ends).map(|(&from, to)| parse_case(&file[from..to])).collect()
}

fn parse_case(case: &str) -> Case<'_> {
    let (name, rest) = case.split_once('\n').expect("a case has a page");
    let (page, want) = rest.split_once("\n=>\n").unwrap_or_else(|| panic!("{name}: no line =>"));
    Case { name: &name[3..], page: page.strip_suffix('\n').unwrap_or(page), want: want.trim_end() }
}

/// Runs every case of one stage and reports all that differ, not only the first.
fn run(stage: &str, render: fn(&str) -> String) {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(stage);
    let mut files: Vec<_> = std::fs::read_dir(&dir).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let (mut count, mut failures) = (0, String::new());
    for path in files.iter().filter(|p| p.extension().is_some_and(|e| e == "txt")) {
        let file = std::fs::read_to_string(path).unwrap();
        for case in parse(&file) {
            count += 1;
            let got = render(case.page);
            if got.trim_end() != case.want {
                let file = path.file_name().unwrap().to_string_lossy();
                let name = case.name;
                writeln!(failures, "\n{file}: {name}\n got:\n{got}\n want:\n{}", case.want)
                    .unwrap();
            }
        }
    }
    assert!(count > 0, "no case in {}", dir.display());
    assert!(failures.is_empty(), "{failures}");
}

fn one_line(text: &str) -> String {
    text.replace('\n', "⏎")
}

/// `the sentence`
fn render_sentences(page: &str) -> String {
    copydesk::sentences(page).map(|s| one_line(&page[s.span]) + "\n").collect()
}

/// `kind | the line`
fn render_layout(page: &str) -> String {
    let layout = copydesk::layout(page);
    let line = |b: &copydesk::boilerplate::Block| {
        format!("{} | {}\n", b.kind, one_line(page[b.span].trim()))
    };
    layout.blocks().iter().map(line).collect()
}

/// `what | value`: dates with time, zone and doubt, authors, section
fn render_meta(page: &str) -> String {
    let layout = copydesk::layout(page);
    let mut out = String::new();
    for (what, date) in [("published", layout.published()), ("updated", layout.updated())] {
        let Some(date) = date else { continue };
        let time = date.time.map(|t| format!(" {:02}:{:02}", t.hour, t.minute)).unwrap_or_default();
        let zone = date.time.and_then(|t| t.zone).map(|z| format!(" {}", &page[z]));
        let doubt = if date.ambiguous { " ambiguous" } else { "" };
        writeln!(out, "{what} | {date}{time}{}{doubt}", zone.unwrap_or_default()).unwrap();
    }
    layout.authors().iter().for_each(|a| writeln!(out, "author | {}", &page[*a]).unwrap());
    layout.section().iter().for_each(|s| writeln!(out, "section | {}", &page[*s]).unwrap());
    out
}

/// `surface | kind | canonical name | code`
fn render_entities(page: &str) -> String {
    let entities = copydesk::entities(page);
    let line = |m: &copydesk::entity::Mention| {
        let entity = entities.get(m.entity).unwrap();
        let code = entity.code.unwrap_or("-");
        format!("{} | {} | {} | {code}\n", one_line(&page[m.span]), m.kind, entity.name)
    };
    entities.mentions().iter().map(line).collect()
}

/// The page is a list of fields, one a line: `field | code`
fn render_country(page: &str) -> String {
    let code = |field| copydesk::country(field).map_or("-", |country| country.alpha2());
    page.lines().map(|field| format!("{field} | {}\n", code(field))).collect()
}

/// The page is a list of names, one a line: `kind | canonical name | name; name; …`
fn render_group(page: &str) -> String {
    let mut at = 0;
    let mut next = |line: &str| {
        at += line.len();
        copydesk::Span::new(at - line.len(), at)
    };
    let spans: Vec<_> = page.split_inclusive('\n').map(&mut next).collect();
    let found = copydesk::entity::Normalizer::new().resolve(page, spans);
    let mut out = String::new();
    for (id, entity) in found.iter() {
        let names: Vec<_> = found.mentions_of(id).map(|m| &page[m.span]).collect();
        let title = entity.title.map(|t| format!(" ({})", &page[t])).unwrap_or_default();
        writeln!(out, "{} | {}{title} | {}", entity.kind, entity.name, names.join("; ")).unwrap();
    }
    out
}

/// `kind | speaker | cue | part … part`, one quoted inside another with `> ` before it; then
/// `unspoken | words` for marks that are no speech.
fn render_quotes(page: &str) -> String {
    let quotes = copydesk::quotes(page);
    let line = |q: &copydesk::quote::Quote| {
        let speaker = quotes.speaker_name(q).unwrap_or("-");
        let parts: Vec<_> = q.parts.iter().map(|p| one_line(&page[*p])).collect();
        let cue = q.cue.map_or("-", |c| &page[c]);
        let inside = if q.parent.is_some() { "> " } else { "" };
        format!("{inside}{} | {speaker} | {cue} | {}\n", q.kind, parts.join(" … "))
    };
    let unspoken = quotes.unspoken().iter();
    let unspoken = unspoken.map(|u| format!("unspoken | {}\n", one_line(&page[u.span])));
    quotes.as_slice().iter().map(line).chain(unspoken).collect()
}

/// As `render_quotes`, without speaker and cue: `kind | part … part`.
fn render_marks(page: &str) -> String {
    let quotes = copydesk::quotes(page);
    let line = |q: &copydesk::quote::Quote| {
        let parts: Vec<_> = q.parts.iter().map(|p| one_line(&page[*p])).collect();
        let inside = if q.parent.is_some() { "> " } else { "" };
        format!("{inside}{} | {}\n", q.kind, parts.join(" … "))
    };
    let unspoken = quotes.unspoken().iter();
    let unspoken = unspoken.map(|u| format!("unspoken | {}\n", one_line(&page[u.span])));
    quotes.as_slice().iter().map(line).chain(unspoken).collect()
}

/// `source | cue | content` of speech reported without marks.
fn render_indirect(page: &str) -> String {
    let entities = copydesk::entities(page);
    let quotes = copydesk::quote::Attributor::new().indirect(true).quotes(page, &entities);
    let indirect = quotes.as_slice().iter().filter(|q| q.kind.as_str() == "indirect");
    let line = |q: &copydesk::quote::Quote| {
        let source = quotes.speaker_name(q).unwrap_or("-");
        let cue = q.cue.map_or("-", |c| &page[c]);
        format!("{source} | {cue} | {}\n", one_line(&page[q.span()]))
    };
    indirect.map(line).collect()
}

#[test]
fn sentence() {
    run("sentence", render_sentences);
}

#[test]
fn boilerplate() {
    run("boilerplate", render_layout);
}

#[test]
fn meta() {
    run("meta", render_meta);
}

#[test]
fn entity() {
    run("entity", render_entities);
}

#[test]
fn country() {
    run("country", render_country);
}

#[test]
fn group() {
    run("group", render_group);
}

#[test]
fn quote() {
    run("quote", render_quotes);
}

#[test]
fn marks() {
    run("marks", render_marks);
}

#[test]
fn indirect() {
    run("indirect", render_indirect);
}
