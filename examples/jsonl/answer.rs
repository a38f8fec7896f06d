//! What each stage answers to one line.

use std::collections::HashMap;
use std::error::Error;

use std::sync::OnceLock;

use copydesk::entity::{country_fuzzy, Entities, EntityId, Kind, Mention, Normalizer};
use copydesk::quote::{Attributor, Quotes};
use copydesk::{Article, Desk, Layout, Span};
use serde_json::{json, Value};

/// The stages that can be asked for.
pub const STAGES: [&str; 9] = [
    "sentences",
    "country",
    "mentions",
    "clusters",
    "group",
    "quotes",
    "indirect",
    "boilerplate",
    "desk",
];

/// Built once: groups what callers found.
static NORMALIZER: OnceLock<Normalizer> = OnceLock::new();

/// The answer of `stage` to one input line.
pub fn answer(desk: &Desk, stage: &str, input: &Value) -> Result<Value, Box<dyn Error>> {
    let text = input["text"].as_str().ok_or("no text")?;
    let mut out = match stage {
        "sentences" => {
            json!({"sentences": copydesk::sentences(text).map(|s| pair(s.span)).collect::<Vec<_>>()})
        }
        "country" => json!({"iso2": country_fuzzy(text).map(|c| c.alpha2())}),
        "mentions" => json!({"mentions": mentions(&copydesk::entities(text))}),
        "clusters" => clusters(&copydesk::entities(text)),
        "group" => {
            let given = input["mentions"].as_array().ok_or("no mentions")?;
            let spans = given
                .iter()
                .filter_map(|m| Some(Span::new(m[0].as_u64()? as usize, m[1].as_u64()? as usize)));
            clusters(&NORMALIZER.get_or_init(Normalizer::new).resolve(text, spans))
        }
        "quotes" => json!({"quotes": quotes(&copydesk::quotes(text), false)}),
        "indirect" => {
            let entities = copydesk::entities(text);
            json!({"quotes": quotes(&Attributor::new().indirect(true).quotes(text, &entities), false)})
        }
        "boilerplate" => layout(&copydesk::layout(text)),
        "desk" => article(&desk.read(text)),
        other => return Err(format!("unknown stage {other:?}").into()),
    };
    out["id"] = input["id"].clone();
    Ok(out)
}

fn pair(span: Span) -> Value {
    json!([span.start, span.end])
}

fn place(span: Span) -> Value {
    json!({"start": span.start, "end": span.end})
}

fn mentions(entities: &Entities) -> Vec<Value> {
    let kind = |m: &copydesk::entity::Mention| match m.kind {
        Kind::Seat | Kind::Organisation => "org",
        other => other.as_str(),
    };
    let found = entities.mentions().iter().filter_map(|m| Some((m, entities.get(m.entity)?)));
    found
        .map(|(m, e)| {
            json!({"start": m.span.start, "end": m.span.end, "kind": kind(m),
                             "canonical": e.name, "key": e.code})
        })
        .collect()
}

/// Names by entity. A demonym says where somebody is from; it is no name of the country.
fn clusters(entities: &Entities) -> Value {
    let named = |m: &&Mention| m.kind != Kind::Demonym;
    let mut spans: HashMap<EntityId, Vec<Value>> = HashMap::new();
    for mention in entities.mentions().iter().filter(named) {
        spans.entry(mention.entity).or_default().push(pair(mention.span));
    }
    let clusters: Vec<_> =
        entities.iter().map(|(id, _)| spans.remove(&id).unwrap_or_default()).collect();
    let names: Vec<_> = entities.iter().map(|(_, e)| e.name.as_ref()).collect();
    json!({"clusters": clusters, "names": names})
}

/// What is quoted inside a quotation is left out unless `nested`: the gold of the stage alone has no
/// such entries.
fn quotes(quotes: &Quotes, nested: bool) -> Vec<Value> {
    let mut out = Vec::new();
    for quote in quotes.as_slice().iter().filter(|q| nested || q.parent.is_none()) {
        let speaker = quote.speaker.mention();
        let name = quotes.speaker_name(quote);
        for part in &quote.parts {
            out.push(json!({"start": part.start, "end": part.end, "kind": quote.kind.as_str(),
                            "speaker": speaker.map(place), "speaker_name": name,
                            "cue": quote.cue.map(place)}));
        }
    }
    out
}

fn layout(layout: &Layout) -> Value {
    let text = layout.text();
    let keep: Vec<_> = layout.body().regions().iter().map(|r| pair(r.trim(text))).collect();
    let dropped: Vec<_> = layout
        .dropped()
        .map(|b| (b.span.trim(text), b.kind))
        .map(|(s, k)| json!({"start": s.start, "end": s.end, "reason": k.as_str()}))
        .collect();
    let authors: Vec<_> = layout.authors().iter().map(|a| &text[*a]).collect();
    json!({"keep": keep, "title": layout.title().map(pair), "authors": authors,
           "date": layout.published().map(|d| d.to_string()), "dropped": dropped})
}

fn article(article: &Article) -> Value {
    let mut out = layout(article.layout());
    out["sentences"] = article.sentences().iter().map(|s| pair(s.span)).collect();
    out["mentions"] = mentions(article.entities()).into();
    out["quotes"] = quotes(article.quotes(), true).into();
    out
}
