//! The mentions that the caller found, and the entities they name.

use super::given::{self, Given};
use super::name;
use crate::entity::gazetteer::{Entry, Found, TableMention};
use crate::entity::{Entity, EntityId, Form, Kind, Mention};
use crate::scan::fold::fold;
use crate::scan::map::Map;
use crate::span::Span;

/// Different forms of one name that are counted: more are not names but noise.
const FORMS: usize = 16;

/// What a table knows of a mention, and how.
type Known<'t> = Option<(&'t Entry, Form)>;

/// The mentions that the caller found, in reading order, grouped by what they name.
///
/// `layers` are places of `spans`, and each of `found` is what the tables know of the mentions of one
/// layer. Linear in the number of mentions.
pub(crate) fn resolve<'t>(
    text: &'t str,
    spans: &[Span],
    layers: &[Vec<usize>],
    found: &'t [Found<'_>],
) -> (Vec<Mention>, Vec<Entity>) {
    let mut given: Vec<Given<'t>> = spans.iter().map(|span| Given::of(&text[*span])).collect();
    let mut known: Vec<Known<'t>> = vec![None; spans.len()];
    for (layer, found) in layers.iter().zip(found) {
        for &at in layer {
            (given[at], known[at]) = look_up(text, found, spans[at]);
        }
    }
    let grouped = given::group(&given);
    let mut ids: Map<usize, usize> = Map::default();
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    let mut ids_of = Vec::with_capacity(spans.len());
    for (at, &span) in spans.iter().enumerate() {
        let id = *ids.entry(grouped.of[at]).or_insert(drafts.len());
        if id == drafts.len() {
            drafts.push(Draft::default());
        }
        drafts[id].add(text, span, known[at], grouped.person[at]);
        ids_of.push(id);
    }
    let entities: Vec<Entity> = drafts.into_iter().map(Draft::entity).collect();
    let mention = |(&span, id): (&Span, usize)| {
        let (kind, entity) = (entities[id].kind, EntityId(id as u32));
        Mention { span, kind, entity, form: Form::Given }
    };
    (spans.iter().zip(ids_of).map(mention).collect(), entities)
}

/// What the tables know of a name that the caller found.
fn look_up<'t>(text: &'t str, found: &'t Found<'_>, span: Span) -> (Given<'t>, Known<'t>) {
    let surface = &text[span];
    let table = whole(text, found, span).map(|table| (found.entry(table.entry), table.form));
    let known = table.map(|(entry, form)| {
        let key = match form {
            Form::Part => format!("{}\t{}", entry.name, surface),
            _ => entry.name.to_string(),
        };
        (key, entry.name.as_ref())
    });
    let first = first_inside(found, span).filter(|table| table.span.start == span.start);
    let is = |kinds: &[Kind]| first.filter(|table| kinds.contains(&table.kind));
    let placed = is(&[Kind::Country, Kind::Demonym, Kind::Place]).is_some();
    let common = is(&[Kind::Country, Kind::Demonym]).map(|table| {
        let rest = &text[table.span.end..span.end];
        let rest = rest.strip_prefix("'s").or_else(|| rest.strip_prefix("’s")).unwrap_or(rest);
        format!("{}{rest}", found.entry(table.entry).name)
    });
    (Given { surface, known, placed, common }, table)
}

fn first_inside<'f>(found: &'f Found<'_>, span: Span) -> Option<&'f TableMention> {
    let at = found.mentions.partition_point(|m| m.span.start < span.start);
    found.mentions.get(at).filter(|m| span.covers(m.span))
}

/// The table mention that a name is all of, but for an article or what a company does ("Automaker
/// GM") before it and a possessive ending.
fn whole<'f>(text: &str, found: &'f Found<'_>, span: Span) -> Option<&'f TableMention> {
    let table = first_inside(found, span)?;
    let before = &text[span.start..table.span.start];
    let after = &text[table.span.end..span.end];
    let article = before.is_empty() || name::is_article(&fold(before.trim()));
    (article && matches!(after, "" | "'s" | "’s" | "'" | "’")).then_some(table)
}

/// An entity while its mentions are read.
#[derive(Default)]
struct Draft<'t> {
    known: Known<'t>,
    person: bool,
    title: Option<Span>,
    /// Forms of the name with how often each stands among the mentions.
    forms: Vec<(&'t str, u32)>,
}

impl<'t> Draft<'t> {
    fn add(&mut self, text: &'t str, span: Span, known: Known<'t>, person: bool) {
        let lead = name::lead(&text[span]);
        let title = Span::new(span.start, span.start + lead).trim(text);
        let has_title = !matches!(&text[title], "" | "the" | "The" | "THE");
        self.person |= person;
        self.title = self.title.or(has_title.then_some(title));
        self.known = self.known.or(known.filter(|_| !person));
        let form = name::without_possessive(&text[span.start + lead..span.end]);
        match self.forms.iter().position(|(known, _)| *known == form) {
            Some(at) => self.forms[at].1 += 1,
            None if self.forms.len() < FORMS => self.forms.push((form, 1)),
            None => {}
        }
    }

    /// Named as the table has it, or by the fullest form: most words, then with diacritics, then
    /// the most frequent, then the first.
    fn entity(self) -> Entity {
        if let Some((entry, _)) = self.known.filter(|(_, form)| *form != Form::Part) {
            let (kind, name, code) = (entry.kind, entry.name.clone(), entry.code);
            return Entity { kind, name, code, title: None, gender: None };
        }
        let entry = self.known.map(|(entry, _)| entry);
        let rank = |form: &str| (form.split_whitespace().count(), !form.is_ascii());
        let best = self.forms.iter().rev().max_by_key(|(form, count)| (rank(form), *count));
        let other = if self.person { Kind::Person } else { Kind::Organisation };
        Entity {
            kind: entry.map_or(other, |entry| entry.kind),
            name: best.map_or("", |(form, _)| form).to_owned().into(),
            code: entry.and_then(|entry| entry.code),
            title: self.title.filter(|_| self.person),
            gender: None,
        }
    }
}
