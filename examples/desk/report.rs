//! What the desk found, as text for a person.

use std::collections::BTreeMap;

use copydesk::entity::{EntityId, Kind};
use copydesk::quote::How;
use copydesk::quote::Speaker;
use copydesk::Article;

use crate::paint::{cut, fill, one_line, table, Paint, WIDTH};

pub fn render(article: &Article, paint: Paint) -> String {
    let sections = [
        ("Article", clean(article)),
        ("Dropped", dropped(article, paint)),
        ("Entities", entities(article, paint)),
        ("Quotations", quotes(article, paint)),
    ];
    let mut out = head(article, paint);
    for (name, body) in sections {
        let body = if body.is_empty() { format!("  {}\n", paint.dim("none")) } else { body };
        out += &format!("\n{}\n{body}", paint.heading(&name.to_uppercase()));
    }
    out
}

fn head(article: &Article, paint: Paint) -> String {
    let layout = article.layout();
    let text = layout.text();
    let authors: Vec<String> = layout.authors().iter().map(|a| one_line(&text[*a])).collect();
    let title = layout.title().map(|t| one_line(&text[t]));
    let date = layout.published().map(|d| d.to_string());
    let none = || paint.dim("not found");
    let rows = [
        ("Title", title.map_or_else(none, |t| paint.bold(&t))),
        ("Byline", if authors.is_empty() { none() } else { authors.join(", ") }),
        ("Date", date.unwrap_or_else(none)),
    ];
    rows.iter()
        .map(|(name, value)| format!("{} {value}\n", paint.dim(&format!("{name:<7}"))))
        .collect()
}

fn clean(article: &Article) -> String {
    let clean = article.layout().clean();
    let paragraphs = clean.lines().filter(|line| !line.trim().is_empty());
    let filled: Vec<String> = paragraphs.map(|p| fill(p, WIDTH - 4, "  ")).collect();
    filled.join("\n")
}

fn dropped(article: &Article, paint: Paint) -> String {
    let layout = article.layout();
    let rows: Vec<Vec<String>> = layout
        .dropped()
        .map(|b| vec![b.kind.to_string(), b.reason.to_string(), one_line(&layout.text()[b.span])])
        .filter(|row| !row[2].is_empty())
        .collect();
    table(&rows, |column, cell| if column == 2 { paint.dim(cell) } else { cell.to_owned() })
}

fn entities(article: &Article, paint: Paint) -> String {
    let entities = article.entities();
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    for (id, entity) in entities.iter() {
        let count = entities.mentions_of(id).count();
        let kind = entity.code.filter(|_| entity.kind == Kind::Country);
        let kind = kind.map_or(entity.kind.to_string(), |code| format!("{} {code}", entity.kind));
        rows.push((
            count,
            vec![cut(&entity.name, 34), kind, count.to_string(), forms(article, id)],
        ));
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.0));
    let rows: Vec<_> = rows.into_iter().map(|row| row.1).collect();
    table(&rows, |column, cell| if column == 0 { paint.bold(cell) } else { cell.to_owned() })
}

/// Every surface form of an entity with its count, the most frequent first.
fn forms(article: &Article, id: EntityId) -> String {
    let entities = article.entities();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for mention in entities.mentions_of(id) {
        *counts.entry(one_line(&entities.text()[mention.span])).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let shown: Vec<String> = counts
        .iter()
        .map(|(form, count)| if *count > 1 { format!("{form} ×{count}") } else { form.clone() })
        .collect();
    shown.join(", ")
}

fn quotes(article: &Article, paint: Paint) -> String {
    let quotes = article.quotes();
    let text = quotes.text();
    let mut rows = Vec::new();
    for quote in quotes {
        let how = match quote.speaker {
            Speaker::Entity { how: How::Pronoun, mention, .. }
            | Speaker::Entity { how: How::Role, mention, .. } => {
                format!(" ({})", cut(&text[mention], 20))
            }
            Speaker::Entity { how: How::CarriedOn, .. } => " (carried on)".into(),
            _ => String::new(),
        };
        let speaker = quotes.speaker_name(quote).map_or("nobody".into(), |name| cut(name, 34));
        let cue = quote.cue.map_or("–".into(), |cue| cut(&text[cue], 16));
        let parts: Vec<String> = quote.parts.iter().map(|part| one_line(&text[*part])).collect();
        rows.push(vec![speaker + &how, cue, quote.kind.to_string(), parts.join(" … ")]);
    }
    table(&rows, |column, cell| if column == 0 { paint.bold(cell) } else { cell.to_owned() })
}
