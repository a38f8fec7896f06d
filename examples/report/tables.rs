//! The same findings as tables: to be read aloud, searched and copied.

use std::fmt::Write;

use copydesk::Article;

use crate::legend;
use crate::lines::one_line;
use crate::voices::Voices;

pub fn html(article: &Article, voices: &Voices) -> String {
    let text = article.layout().text();
    let quotes = article.quotes().as_slice().iter().enumerate().map(|(n, quote)| {
        let parts: Vec<String> = quote.parts.iter().map(|part| one_line(&text[*part])).collect();
        let cue = quote.cue.map_or(String::new(), |cue| one_line(&text[cue]));
        let who = legend::name(voices.of_quote(n));
        vec![format!("#q{n}"), who, cue, quote.kind.to_string(), parts.join(" … ")]
    });
    let sentences = article.sentences().iter().enumerate().map(|(n, sentence)| {
        vec![format!("#s{n}"), sentence.boundary.to_string(), one_line(&text[sentence.span])]
    });
    let dropped = article.dropped().filter(|block| !text[block.span].trim().is_empty());
    let dropped = dropped.map(|block| {
        let words = one_line(&text[block.span]);
        vec![String::new(), block.kind.to_string(), block.reason.to_string(), words]
    });
    let mut out = String::new();
    table("Quotations", &["Speaker", "Cue", "Kind", "Words"], quotes, &mut out);
    table("Sentences", &["Ends by", "Sentence"], sentences, &mut out);
    table("Lines outside the article", &["Kind", "Reason", "Line"], dropped, &mut out);
    out
}

/// A folded table. The first cell of a row is where it stands in the text, or empty.
fn table(caption: &str, head: &[&str], rows: impl Iterator<Item = Vec<String>>, out: &mut String) {
    let rows: Vec<Vec<String>> = rows.collect();
    let _ = write!(out, "<details><summary>{caption} <b>{}</b></summary>", rows.len());
    let _ = write!(out, "<div class=\"scroll\"><table><caption>{caption}</caption><thead><tr>");
    head.iter().for_each(|name| out.push_str(&format!("<th scope=\"col\">{name}</th>")));
    out.push_str("</tr></thead><tbody>");
    for row in rows {
        out.push_str("<tr>");
        for (at, cell) in row[1..].iter().enumerate() {
            let _ = match (at, row[0].as_str()) {
                (0, place) if !place.is_empty() => {
                    write!(out, "<td><a href=\"{place}\" dir=\"auto\">{cell}</a></td>")
                }
                _ => write!(out, "<td dir=\"auto\">{cell}</td>"),
            };
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table></div></details>\n");
}
