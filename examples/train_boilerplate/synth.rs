//! Pages spliced from the labelled ones: an article with other pages' furniture and stories in it.

use crate::boost::Dice;
use crate::corpus::{Doc, Label};
use crate::pool::{filled, pool, Pool};
use crate::writer::{sentences, Writer};

/// Makes `rounds` pages of each article.
pub fn splice(docs: &[&Doc], rounds: usize, seed: u64) -> Vec<Doc> {
    let pool = pool(docs);
    let mut dice = Dice(seed);
    let mut out = Vec::new();
    for round in 0..rounds {
        for at in 0..pool.articles.len() {
            out.push(page(&pool, at, round, &mut dice));
        }
    }
    out
}

fn page(pool: &Pool, at: usize, round: usize, dice: &mut Dice) -> Doc {
    let (doc, body, title) = &pool.articles[at];
    let gap = if dice.chance(0.75) { "\n\n" } else { "\n" };
    let mut out = Writer { text: String::new(), gold: Vec::new(), gap };
    let pure = round == 0;
    // One page in twelve is a list with a few words about it.
    let listing = dice.chance(0.08);
    let body = if listing { &body[..body.len().min(1 + dice.below(4))] } else { part(body, dice) };
    if !pure {
        head(pool, doc, *title, dice, &mut out);
    }
    article(pool, doc, body, pure, dice, &mut out);
    for _ in 0..if listing { 1 + dice.below(6) } else { usize::from(dice.chance(0.04)) } {
        items(pool, dice, &mut out);
    }
    if !pure {
        tail(pool, doc, dice, &mut out);
    }
    Doc {
        id: format!("splice/{round}/{}", doc.id),
        file: "splice".into(),
        site: doc.site.clone(),
        text: out.text,
        gold: out.gold,
    }
}

/// What stands ahead of the article.
fn head(pool: &Pool, doc: &Doc, title: Option<&str>, dice: &mut Dice, out: &mut Writer) {
    if let Some(title) = title {
        out.line(title, Label::Title, "title");
        if dice.chance(0.5) {
            out.line(title, Label::Drop, "duplicate");
        }
    }
    while dice.chance(0.4) {
        written(pool, "head", dice, out);
    }
    for reason in ["byline", "date"] {
        if dice.chance(0.4) {
            furniture(pool, &doc.site, &[reason], dice, out);
        }
    }
}

/// The article, with what stands between its paragraphs unless it is to be pure.
fn article(pool: &Pool, doc: &Doc, body: &[&str], pure: bool, dice: &mut Dice, out: &mut Writer) {
    let letters = dice.chance(0.02);
    for (n, line) in body.iter().enumerate() {
        match pure {
            true => out.line(line, Label::Keep, ""),
            false => paragraph(line, dice, out),
        }
        if letters {
            out.line(&filled(pool, "{name}", dice), Label::Keep, "");
            out.line(&filled(pool, "{place}", dice), Label::Keep, "");
        }
        if !pure && n > 0 && n + 1 < body.len() {
            between(pool, doc, body.len(), dice, out);
            if dice.chance(0.03) {
                pull(body[dice.below(body.len())], dice, out);
            }
        }
    }
}

/// What stands behind the article.
fn tail(pool: &Pool, doc: &Doc, dice: &mut Dice, out: &mut Writer) {
    while dice.chance(0.6) {
        written(pool, "tail", dice, out);
    }
    for reason in ["related", "share", "copyright", "tags", "comments", "newsletter", "bio"] {
        if dice.chance(0.25) {
            furniture(pool, &doc.site, &[reason], dice, out);
        }
    }
}

/// The whole of an article, its beginning, or a few lines from anywhere in it.
fn part<'a>(body: &'a [&'a str], dice: &mut Dice) -> &'a [&'a str] {
    match dice.below(20) {
        0..=1 => {
            let from = dice.below(body.len());
            &body[from..(from + 1 + dice.below(3)).min(body.len())]
        }
        2..=10 => &body[..body.len().min(4 + dice.below(10))],
        _ => body,
    }
}

/// A list of another article, or a run of another page's links.
fn list(pool: &Pool, doc: &Doc, dice: &mut Dice, out: &mut Writer) {
    let wanted = if dice.chance(0.5) { Label::Keep } else { Label::Drop };
    for _ in 0..400 {
        let (from, label, lines) = &pool.lists[dice.below(pool.lists.len())];
        if *label != wanted || *from == doc.site {
            continue;
        }
        let tight = out.gap.len() == 2 && dice.chance(0.5);
        let most = if wanted == Label::Keep { lines.len() } else { 2 + dice.below(9) };
        for line in &lines[..most.min(lines.len())] {
            out.line(line, wanted, "list");
            if tight {
                out.tight();
            }
        }
        if tight {
            out.text.push('\n');
        }
        return;
    }
}

/// A list of the article.
fn items(pool: &Pool, dice: &mut Dice, out: &mut Writer) {
    let (heading, item) = pool.items[dice.below(pool.items.len())];
    let tight = out.gap.len() == 2 && dice.chance(0.4);
    let bullet = ["", "", "", "• ", "- ", "* "][dice.below(6)];
    if heading != "-" {
        out.line(&filled(pool, heading, dice), Label::Keep, "");
    }
    for _ in 0..2 + dice.below(12) {
        for line in item.split(" / ") {
            out.line(&format!("{bullet}{}", filled(pool, line, dice)), Label::Keep, "");
            if tight {
                out.tight();
            }
        }
    }
    if tight {
        out.text.push('\n');
    }
}

/// A block written for the purpose.
fn written(pool: &Pool, place: &str, dice: &mut Dice, out: &mut Writer) {
    let fitting: Vec<_> = pool.written.iter().filter(|w| w[0] == place).collect();
    let [_, kind, block] = fitting[dice.below(fitting.len())];
    let tight = out.gap.len() == 2 && dice.chance(0.4);
    for line in block.split(" / ") {
        out.line(&filled(pool, line, dice), Label::Drop, kind);
        if tight {
            out.tight();
        }
    }
    if tight {
        out.text.push('\n');
    }
}

/// A paragraph as it is, or as the items of a list, or with its short sentences on lines of their own.
fn paragraph(line: &str, dice: &mut Dice, out: &mut Writer) {
    let sentences = sentences(line);
    if sentences.len() >= 3 && dice.chance(0.04) {
        let bullet = ["* ", "• ", "- ", "– "][dice.below(4)];
        for sentence in sentences {
            out.line(&format!("{bullet}{sentence}"), Label::Keep, "");
        }
        return;
    }
    let short = sentences.iter().any(|s| s.split(' ').count() <= 6);
    if short && !line.contains(['“', '"', '‘']) && dice.chance(0.3) {
        sentences.iter().for_each(|s| out.line(s, Label::Keep, ""));
    } else {
        out.line(line, Label::Keep, "");
    }
}

/// What may stand between two paragraphs.
fn between(pool: &Pool, doc: &Doc, length: usize, dice: &mut Dice, out: &mut Writer) {
    if dice.chance(0.04) {
        written(pool, "middle", dice, out);
    }
    if dice.chance(0.025) {
        list(pool, doc, dice, out);
    }
    if dice.chance(if length < 14 { 0.3 } else { 0.12 }) {
        promo(pool, doc, dice, out);
    }
    if dice.chance(0.09) {
        let reasons =
            ["related", "caption", "ad", "newsletter", "share", "headline", "prose", "comments"];
        furniture(pool, &doc.site, &reasons, dice, out);
    }
}

/// What somebody says in the article, said again in large letters.
fn pull(line: &str, dice: &mut Dice, out: &mut Writer) {
    let Some((_, said)) = line.split_once('“') else { return };
    let Some((said, _)) = said.split_once('”') else { return };
    if (6..=30).contains(&said.split(' ').count()) {
        let said = said.trim_end_matches(',');
        let marked = format!("“{said}”");
        out.line(if dice.chance(0.7) { &marked } else { said }, Label::Drop, "duplicate");
    }
}

/// The headline of another story as a link in the article writes it.
fn link(title: &str, dice: &mut Dice) -> String {
    let opening = ["", "• ", "- ", "* ", "RELATED: ", "READ MORE: ", "More: "];
    let title = format!("{}{title}", opening[dice.below(opening.len())]);
    if dice.chance(0.3) {
        title.to_uppercase()
    } else {
        title
    }
}

/// A headline of another story, its teaser, or both; or the headlines of several.
fn promo(pool: &Pool, doc: &Doc, dice: &mut Dice, out: &mut Writer) {
    let (other, body, title) = &pool.articles[dice.below(pool.articles.len())];
    if other.site == doc.site {
        return;
    }
    let kind = dice.below(6);
    if dice.chance(0.1) {
        for _ in 0..1 + dice.below(4) {
            let title = pool.articles[dice.below(pool.articles.len())].2;
            out.line(&link(title.unwrap_or("A Bridge Opens Again"), dice), Label::Drop, "promo");
        }
        return;
    }
    if let (Some(title), true) = (title, kind != 0) {
        out.line(title, Label::Drop, "promo");
        if kind < 4 && out.gap.len() == 2 && dice.chance(0.7) {
            out.tight();
        }
    }
    if kind < 4 {
        let from = if dice.chance(0.6) { 0 } else { dice.below(body.len()) };
        out.line(teaser(body[from], dice), Label::Drop, "promo");
    }
}

/// The first sentences of a paragraph.
fn teaser<'a>(paragraph: &'a str, dice: &mut Dice) -> &'a str {
    let limit = 60 + dice.below(240);
    match paragraph.char_indices().find(|&(i, c)| i >= limit && c == '.') {
        Some((i, _)) => &paragraph[..=i],
        None => paragraph,
    }
}

fn furniture(pool: &Pool, site: &str, reasons: &[&str], dice: &mut Dice, out: &mut Writer) {
    let reason = reasons[dice.below(reasons.len())];
    for _ in 0..400 {
        let (from, kind, line) = pool.furniture[dice.below(pool.furniture.len())];
        if kind == reason && from != site {
            out.line(line, Label::Drop, reason);
            return;
        }
    }
}
