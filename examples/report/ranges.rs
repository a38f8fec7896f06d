//! What an article says of its text, as ranges with the attributes of their elements.

use std::collections::{BTreeSet, HashSet};

use copydesk::entity::{EntityId, Form, Mention};
use copydesk::quote::{How, Quote, Speaker};
use copydesk::{Article, Sentence, Span};

use crate::census::{Census, Row};
use crate::escape::Text;
use crate::voices::Voices;
use crate::weave::{Layer, Range};

/// Every range of the article, sorted by where it begins.
pub fn of(article: &Article, census: &Census, voices: &Voices) -> Vec<Range> {
    let entities = article.entities();
    let quotes = article.quotes();
    let mut out: Vec<Range> = Vec::new();
    out.extend(article.sentences().iter().enumerate().map(|(n, s)| sentence(n, s)));
    let mut told: HashSet<(EntityId, &str)> = HashSet::new();
    for (n, one) in entities.mentions().iter().enumerate() {
        // A reader has to be told only once which name a form stands for.
        let new = told.insert((one.entity, &entities.text()[one.span]));
        let row = census.row(one.entity);
        out.extend(row.map(|row| mention(n, one, row, new.then(|| entities.text()))));
    }
    for (n, one) in quotes.as_slice().iter().enumerate() {
        quote(article, n, one, voices, &mut out);
    }
    pointers(article, voices, &mut out);
    let marks = quotes.unspoken().iter().map(|marks| unspoken(marks.span));
    out.extend(marks);
    out.sort_by_key(|range| range.span.start);
    out
}

fn sentence(n: usize, sentence: &Sentence) -> Range {
    let tint = if n % 2 == 0 { "s" } else { "s odd" };
    let why = sentence.boundary.as_str().replace('-', " ");
    let title = format!("Sentence {}, ends by {why}", n + 1);
    let attributes = format!("class=\"{tint}\" data-s=\"{n}\" title=\"{title}\"");
    Range { span: sentence.span, layer: Layer::Sentence, id: Some(format!("s{n}")), attributes }
}

fn mention(n: usize, mention: &Mention, row: &Row, text: Option<&str>) -> Range {
    let name = Text(&row.entity.name);
    let kind = mention.kind;
    let code = row.entity.code.map_or(String::new(), |code| format!(" {code}"));
    let how = match mention.form {
        Form::Part => ", a part of it",
        Form::Surname => ", by surname",
        Form::GivenName => ", by given name",
        _ => "",
    };
    let mut attributes =
        format!("class=\"e {kind}\" data-e=\"{}\" title=\"{name}, {kind}{code}{how}\"", row.number);
    if text.is_some_and(|text| text[mention.span] != *row.entity.name) {
        attributes += &format!(" data-name=\"{name}\"");
    }
    Range { span: mention.span, layer: Layer::Mention, id: Some(format!("m{n}")), attributes }
}

/// The parts of a quotation.
fn quote(article: &Article, n: usize, quote: &Quote, voices: &Voices, out: &mut Vec<Range>) {
    let voice = voices.of_quote(n);
    let colour = &voice.colour;
    let cue = quote.cue.map_or(String::new(), |cue| format!(" data-cue=\"{}\"", cue.start));
    let title = told(article, quote, voice.name.as_deref());
    for (part, &span) in quote.parts.iter().enumerate() {
        let id = (part == 0).then(|| format!("q{n}"));
        let attributes = format!(
            "class=\"q {colour}\" data-q=\"{n}\" data-v=\"{}\"{cue} title=\"{title}\"",
            voices.rank(n)
        );
        out.push(Range { span, layer: Layer::Quote, id, attributes });
    }
}

/// The cues, and the words that point to speakers: each once, though several quotations share them.
fn pointers(article: &Article, voices: &Voices, out: &mut Vec<Range>) {
    let mut seen: BTreeSet<(Layer, Span)> = BTreeSet::new();
    for (n, quote) in article.quotes().as_slice().iter().enumerate() {
        let colour = &voices.of_quote(n).colour;
        let speaker = quote.speaker.mention();
        for (layer, span) in [(Layer::Cue, quote.cue), (Layer::Speaker, speaker)] {
            let Some(span) = span.filter(|&span| seen.insert((layer, span))) else { continue };
            let attributes = match layer {
                Layer::Cue => format!("class=\"cue {colour}\" data-c=\"{}\"", span.start),
                _ => format!("class=\"speaker {colour}\""),
            };
            out.push(Range { span, layer, id: None, attributes });
        }
    }
}

fn unspoken(span: Span) -> Range {
    let attributes = "class=\"unspoken\" title=\"Marks, but nobody is quoted\"".into();
    Range { span, layer: Layer::Unspoken, id: None, attributes }
}

/// What a reader is told of a quotation, escaped.
fn told(article: &Article, quote: &Quote, name: Option<&str>) -> String {
    let text = article.quotes().text();
    let who = name.map_or("Nobody is named".into(), |name| Text(name).to_string());
    let how = match quote.speaker {
        Speaker::Entity { how: How::CarriedOn, .. } => ", carried on from before".into(),
        Speaker::Entity { how: How::Pronoun | How::Role, mention, .. } => {
            format!(" (“{}”)", Text(&text[mention]))
        }
        Speaker::Described { .. } => ", described".into(),
        _ => String::new(),
    };
    let cue = quote.cue.map_or(String::new(), |cue| format!(", cue “{}”", Text(&text[cue])));
    format!("{who}{how}: {} quotation{cue}", quote.kind)
}
