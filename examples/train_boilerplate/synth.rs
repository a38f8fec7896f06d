//! Pages spliced from the labelled ones: an article with other pages' furniture and stories in it.

use crate::boost::Dice;
use crate::corpus::{Doc, Gold, Label};
use copydesk::Span;

/// What there is to splice in.
#[derive(Debug, Default)]
struct Pool<'a> {
    articles: Vec<(&'a Doc, Vec<&'a str>, Option<&'a str>)>,
    furniture: Vec<(&'a str, &'a str, &'a str)>,
    /// Lists that articles have, and menus and lists of links that pages have.
    lists: Vec<(&'a str, Label, Vec<&'a str>)>,
}

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

fn pool<'a>(docs: &[&'a Doc]) -> Pool<'a> {
    let mut pool = Pool::default();
    for doc in docs.iter().filter(|d| d.file.starts_with("full_")) {
        let lines = |label: Label| {
            doc.gold.iter().filter(move |g| g.label == label).map(|g| &doc.text[g.span])
        };
        let body: Vec<&str> = lines(Label::Keep).collect();
        let wrapped = body.iter().filter(|l| l.len() > 120).count() * 5 < body.len();
        if body.len() >= 5 && !wrapped {
            pool.articles.push((doc, body, lines(Label::Title).next()));
        }
        for label in [Label::Keep, Label::Drop] {
            runs(doc, label, &mut pool);
        }
        for gold in doc.gold.iter().filter(|g| g.label == Label::Drop) {
            pool.furniture.push((&doc.site, &gold.reason, &doc.text[gold.span]));
        }
    }
    pool
}

/// The runs of short lines with one label.
fn runs<'a>(doc: &'a Doc, label: Label, pool: &mut Pool<'a>) {
    let mut run = Vec::new();
    for gold in &doc.gold {
        let line = &doc.text[gold.span];
        let words = line.split(' ').count();
        let short = gold.label == label
            && words <= 12
            && (label == Label::Drop || !line.ends_with(['.', '”', '"']));
        if short && run.len() < 30 {
            run.push(line);
        } else if run.len() >= 4 {
            pool.lists.push((&doc.site, label, std::mem::take(&mut run)));
        } else {
            run.clear();
        }
    }
}

struct Writer {
    text: String,
    gold: Vec<Gold>,
    gap: &'static str,
}

impl Writer {
    fn line(&mut self, line: &str, label: Label, reason: &str) {
        let start = self.text.len();
        self.text.push_str(line);
        let span = Span::new(start, self.text.len());
        self.gold.push(Gold { span, label, reason: reason.to_string() });
        self.text.push_str(self.gap);
    }

    fn tight(&mut self) {
        while self.text.ends_with("\n\n") {
            self.text.pop();
        }
    }
}

fn page(pool: &Pool, at: usize, round: usize, dice: &mut Dice) -> Doc {
    let (doc, body, title) = &pool.articles[at];
    let gap = if dice.chance(0.75) { "\n\n" } else { "\n" };
    let mut out = Writer { text: String::new(), gold: Vec::new(), gap };
    let pure = round == 0;
    if let (Some(title), false) = (title, pure) {
        out.line(title, Label::Title, "title");
        if dice.chance(0.5) {
            out.line(title, Label::Drop, "duplicate");
        }
    }
    if !pure {
        for reason in ["byline", "date"] {
            if dice.chance(0.5) {
                furniture(pool, &doc.site, &[reason], dice, &mut out);
            }
        }
    }
    for (n, line) in body.iter().enumerate() {
        out.line(line, Label::Keep, "");
        if !pure && n > 0 && n + 1 < body.len() {
            between(pool, doc, dice, &mut out);
        }
    }
    if !pure {
        for reason in ["related", "share", "copyright", "tags", "comments", "newsletter", "bio"] {
            if dice.chance(0.35) {
                furniture(pool, &doc.site, &[reason], dice, &mut out);
            }
        }
    }
    Doc {
        id: format!("splice/{round}/{}", doc.id),
        file: "splice".into(),
        site: doc.site.clone(),
        text: out.text,
        gold: out.gold,
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

/// What may stand between two paragraphs.
fn between(pool: &Pool, doc: &Doc, dice: &mut Dice, out: &mut Writer) {
    if dice.chance(0.025) {
        list(pool, doc, dice, out);
    }
    if dice.chance(0.09) {
        promo(pool, doc, dice, out);
    }
    if dice.chance(0.12) {
        let reasons =
            ["related", "caption", "ad", "newsletter", "share", "headline", "prose", "comments"];
        furniture(pool, &doc.site, &reasons, dice, out);
    }
}

/// A headline of another story, its teaser, or both.
fn promo(pool: &Pool, doc: &Doc, dice: &mut Dice, out: &mut Writer) {
    let (other, body, title) = &pool.articles[dice.below(pool.articles.len())];
    if other.site == doc.site {
        return;
    }
    let kind = dice.below(6);
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
