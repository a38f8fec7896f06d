//! The raw page, line by line: what was dropped with its reason in the margin, what was kept with
//! everything that was found in it.

use std::fmt::Write;

use copydesk::boilerplate::{Block, BlockKind, Reason};
use copydesk::{Layout, Span};

use crate::escape::Text;
use crate::weave::{weave, Range};

/// The lines of the page as HTML. `ranges` are sorted by where they begin.
pub fn html(layout: &Layout, ranges: &[Range]) -> String {
    let text = layout.text();
    let lines: Vec<(&Block, Span)> =
        layout.blocks().iter().map(|block| (block, block.span.trim(text))).collect();
    let mut out = String::new();
    for ((block, area), ranges) in lines.iter().zip(by_line(&lines, ranges)) {
        if !area.is_empty() {
            line(text, block, *area, &ranges, &mut out);
        }
    }
    out
}

/// The ranges of each line; one that runs over several lines is among those of each.
fn by_line<'r>(lines: &[(&Block, Span)], ranges: &'r [Range]) -> Vec<Vec<&'r Range>> {
    let mut out: Vec<Vec<&Range>> = vec![Vec::new(); lines.len()];
    let mut first = 0;
    for range in ranges {
        while lines.get(first).is_some_and(|(_, area)| area.end <= range.span.start) {
            first += 1;
        }
        let over = lines[first..].iter().take_while(|(_, area)| area.start < range.span.end);
        out[first..].iter_mut().take(over.count()).for_each(|line| line.push(range));
    }
    out
}

fn line(text: &str, block: &Block, area: Span, ranges: &[&Range], out: &mut String) {
    let kept = block.kind.is_kept();
    let state = match kept {
        true => "kept",
        false if block.kind.is_metadata() => "meta",
        false => "drop",
    };
    let gap = if text[area.end..block.span.end].matches('\n').count() > 1 { " gap" } else { "" };
    let kind = block.kind;
    let _ = write!(out, "<div class=\"line {state} {kind}{gap}\"><p class=\"note\">");
    note(block, out);
    out.push_str("</p><p class=\"text\" dir=\"auto\">");
    weave(text, area, ranges, out);
    out.push_str("</p></div>\n");
}

/// What the margin says: nothing of a paragraph that surely belongs to the article.
fn note(block: &Block, out: &mut String) {
    let (kind, reason) = (block.kind, block.reason);
    let _ = match (kind.is_kept(), reason) {
        (true, Reason::InDoubt) => write!(out, "<b>{kind}</b> <i>kept in doubt</i>"),
        (true, _) if kind == BlockKind::Body => Ok(()),
        (true, _) => write!(out, "<b>{kind}</b>"),
        (false, _) if kind.is_metadata() => write!(out, "<b>{kind}</b>"),
        (false, _) => write!(
            out,
            "<span class=\"unseen\">Dropped: </span><b>{kind}</b> <i title=\"{}\">{reason}</i>",
            why(reason)
        ),
    };
}

/// The reason in a sentence.
fn why(reason: Reason) -> &'static str {
    match reason {
        Reason::Prose => "It reads as the article",
        Reason::InDoubt => "The evidence is divided",
        Reason::Form => "It has the form of such a line",
        Reason::Marker => "Words that only the furniture of a page uses",
        Reason::Repeated => "It says again what another line says",
        Reason::Unrelated => "Its words come back nowhere in the article",
        Reason::Outside => "It lies outside the stretch of the article",
        Reason::Furniture => "It reads as furniture of the page",
        Reason::SeenElsewhere => "Other pages of the site have it too",
        _ => "",
    }
}

/// Escaped text on one line, for a title or a table.
pub fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    Text(&words.join(" ")).to_string()
}
