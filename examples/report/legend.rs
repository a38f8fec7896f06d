//! Who was quoted how much, and which names the article has how often.

use std::fmt::Write;

use copydesk::entity::Kind;

use crate::census::{Census, Row};
use crate::escape::Text;
use crate::voices::{Voice, Voices};

/// The lists of names, with what their mentions look like in the text.
const LISTS: [(&str, &str, &[Kind]); 3] = [
    ("Countries", "country", &[Kind::Country, Kind::Demonym]),
    ("People", "person", &[Kind::Person]),
    ("Organisations and places", "organisation", &[Kind::Organisation, Kind::Place, Kind::Seat]),
];

/// Names a list shows before it has to be opened.
const SHOWN: usize = 12;

pub fn html(census: &Census, voices: &Voices) -> String {
    let mut out = LAYERS.to_owned();
    speakers(voices, &mut out);
    for (heading, look, kinds) in LISTS {
        let rows = census.ranked(|entity| kinds.contains(&entity.kind));
        names(heading, look, &rows, &mut out);
    }
    out
}

/// What can be switched off, which is the key to the marks too. The style sheet does the switching.
const LAYERS: &str = "<fieldset class=\"layers\"><legend>Show</legend>\
    <label><input type=\"checkbox\" id=\"show-s\" checked><span class=\"s odd\">sentences</span></label>\
    <label><input type=\"checkbox\" id=\"show-q\" checked><span class=\"q k0\">quotations</span></label>\
    <label><input type=\"checkbox\" id=\"show-e\" checked><span class=\"e country\">names</span></label>\
    <label><input type=\"checkbox\" id=\"show-d\" checked><span class=\"dim\">dropped lines</span></label>\
    </fieldset>\n";

fn speakers(voices: &Voices, out: &mut String) {
    out.push_str("<section><h2>Who was quoted</h2>");
    if voices.all().is_empty() {
        out.push_str("<p class=\"none\">Nobody.</p></section>\n");
        return;
    }
    let total = voices.words().max(1);
    let share = |voice: &Voice| (voice.words * 100 + total / 2) / total;
    out.push_str("<div class=\"bar\" aria-hidden=\"true\">");
    for voice in voices.all().iter().filter(|voice| voice.words > 0) {
        let _ = write!(
            out,
            "<span class=\"{}\" style=\"flex-grow:{}\" title=\"{}, {} %\"></span>",
            voice.colour,
            voice.words,
            name(voice),
            share(voice)
        );
    }
    out.push_str("</div><ol class=\"names\">");
    for (rank, voice) in voices.all().iter().enumerate() {
        let _ = write!(
            out,
            "<li><a class=\"{}\" href=\"#q{}\" data-voice=\"{rank}\"><i class=\"swatch\"></i>\
             <bdi>{}</bdi></a><span class=\"count\">{} × · {} words · {} %</span></li>",
            voice.colour,
            voice.first,
            name(voice),
            voice.quotes,
            voice.words,
            share(voice)
        );
    }
    out.push_str("</ol></section>\n");
}

pub fn name(voice: &Voice) -> String {
    voice.name.as_deref().map_or("nobody named".into(), |name| Text(name).to_string())
}

fn names(heading: &str, look: &str, rows: &[&Row], out: &mut String) {
    let _ = write!(out, "<section><h2><span class=\"e {look}\">{heading}</span></h2>");
    if rows.is_empty() {
        out.push_str("<p class=\"none\">None.</p></section>\n");
        return;
    }
    let (first, more) = rows.split_at(rows.len().min(SHOWN));
    list(first, out);
    if !more.is_empty() {
        let _ = write!(out, "<details><summary>{} more</summary>", more.len());
        list(more, out);
        out.push_str("</details>");
    }
    out.push_str("</section>\n");
}

fn list(rows: &[&Row], out: &mut String) {
    out.push_str("<ul class=\"names\">");
    for row in rows {
        let code = row.entity.code.filter(|_| row.entity.kind == Kind::Country);
        let code = code.map_or(String::new(), |code| format!(" <abbr>{code}</abbr>"));
        let _ = write!(
            out,
            "<li><a href=\"#m{}\" data-entity=\"{}\"><bdi>{}</bdi></a>{code}\
             <span class=\"count\">{}<span class=\"unseen\"> mentions</span></span></li>",
            row.first,
            row.number,
            Text(&row.entity.name),
            row.mentions
        );
    }
    out.push_str("</ul>");
}
