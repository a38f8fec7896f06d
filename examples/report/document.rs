//! The whole document: one file, no script, style, picture or font from elsewhere.

use copydesk::Article;

use crate::census::Census;
use crate::escape::Text;
use crate::lines::one_line;
use crate::voices::Voices;
use crate::{legend, lines, ranges, tables};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// What a browser may load and run: nothing but the style and the script in the file, and of scripts
/// only the one with this SHA-256. A browser that refuses a changed script says the new sum in its
/// console: `openssl dgst -sha256 -binary script.js | base64` does, too.
const SCRIPT_SUM: &str = "0EMWerDCCZYeEtEKVDMfPEiubQiouAZtl/80qgKu0Ro=";

/// The report on an article.
pub fn html(article: &Article) -> String {
    let census = Census::of(article.entities());
    let voices = Voices::of(article.quotes());
    let ranges = ranges::of(article, &census, &voices);
    let layout = article.layout();
    let title = layout
        .title()
        .map_or("A page without a headline".into(), |title| one_line(&layout.text()[title]));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'; script-src 'sha256-{SCRIPT_SUM}'; base-uri 'none'; \
         form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title} · copydesk</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#page\">Skip to the page</a>\n\
         <header>\n<p class=\"brand\">copydesk</p>\n<h1 dir=\"auto\">{title}</h1>\n{facts}</header>\n\
         <nav aria-label=\"Names and speakers\">\n{legend}</nav>\n\
         <main id=\"page\" tabindex=\"0\" aria-label=\"The page; arrow keys walk through what is marked\">\n\
         <svg id=\"lines\" aria-hidden=\"true\"></svg>\n{lines}</main>\n\
         <section class=\"tables\" aria-label=\"As tables\">\n{tables}</section>\n\
         <div id=\"bubble\" role=\"status\" hidden></div>\n\
         <script>{SCRIPT}</script>\n</body>\n</html>\n",
        facts = facts(article),
        legend = legend::html(&census, &voices),
        lines = lines::html(layout, &ranges),
        tables = tables::html(article, &voices),
    )
}

/// Byline, date, section, and how much there is of everything.
fn facts(article: &Article) -> String {
    let layout = article.layout();
    let text = layout.text();
    let words = |span: copydesk::Span| text[span].split_whitespace().count();
    let body: usize = layout.body().regions().iter().map(|region| words(*region)).sum();
    let all = text.split_whitespace().count();
    let authors: Vec<String> =
        layout.authors().iter().map(|a| format!("<bdi>{}</bdi>", Text(&text[*a]))).collect();
    let mut who: Vec<String> = Vec::new();
    who.extend((!authors.is_empty()).then(|| format!("By {}", authors.join(", "))));
    who.extend(layout.published().map(|date| format!("<time>{date}</time>")));
    who.extend(layout.section().map(|s| format!("<bdi>{}</bdi>", Text(&text[s]))));
    let who = if who.is_empty() { "No byline, no date".into() } else { who.join(" · ") };
    format!(
        "<p class=\"byline\">{who}</p>\n<dl class=\"facts\">\
         <div><dt>words kept</dt><dd>{body}<small> of {all}</small></dd></div>\
         <div><dt>sentences</dt><dd>{}</dd></div>\
         <div><dt>names</dt><dd>{}</dd></div>\
         <div><dt>quotations</dt><dd>{}</dd></div></dl>\n",
        article.sentences().len(),
        article.entities().mentions().len(),
        article.quotes().as_slice().len(),
    )
}
