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
    /// Place, kind and block of what is written for the purpose, and what fills its braces.
    written: Vec<[&'a str; 3]>,
    slots: Vec<(&'a str, Vec<&'a str>)>,
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
    let rows = |table: &'static str| table.lines().filter(|l| !l.starts_with('#'));
    for row in rows(include_str!("furniture.tsv")) {
        let mut columns = row.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        pool.written.push([next(), next(), next()]);
    }
    for row in rows(include_str!("slots.tsv")) {
        let (slot, fillings) = row.split_once('\t').unwrap_or_default();
        pool.slots.push((slot, fillings.split("; ").collect()));
    }
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
    let short = dice.chance(0.5);
    let body = &body[..body.len().min(if short { 4 + dice.below(10) } else { usize::MAX })];
    if let (Some(title), false) = (title, pure) {
        out.line(title, Label::Title, "title");
        if dice.chance(0.5) {
            out.line(title, Label::Drop, "duplicate");
        }
    }
    if !pure {
        while dice.chance(0.4) {
            written(pool, "head", dice, &mut out);
        }
        for reason in ["byline", "date"] {
            if dice.chance(0.4) {
                furniture(pool, &doc.site, &[reason], dice, &mut out);
            }
        }
    }
    for (n, line) in body.iter().enumerate() {
        match pure {
            true => out.line(line, Label::Keep, ""),
            false => paragraph(line, dice, &mut out),
        }
        if !pure && n > 0 && n + 1 < body.len() {
            between(pool, doc, body.len(), dice, &mut out);
        }
    }
    if !pure {
        while dice.chance(0.6) {
            written(pool, "tail", dice, &mut out);
        }
        for reason in ["related", "share", "copyright", "tags", "comments", "newsletter", "bio"] {
            if dice.chance(0.25) {
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

/// A line with its braces filled in.
fn filled(pool: &Pool, line: &str, dice: &mut Dice) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, after) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(before);
        let fillings = pool.slots.iter().find(|s| s.0 == slot);
        match fillings {
            Some((_, fillings)) => out.push_str(fillings[dice.below(fillings.len())]),
            None => {
                let title = pool.articles[dice.below(pool.articles.len())].2;
                out.push_str(title.unwrap_or("A Bridge Opens Again"));
            }
        }
        rest = after;
    }
    out + rest
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

/// Rough sentences: a small letter or digit, a full stop, a space, a capital.
fn sentences(line: &str) -> Vec<&str> {
    let bytes = line.as_bytes();
    let mut from = 0;
    let mut out = Vec::new();
    for at in 1..bytes.len().saturating_sub(2) {
        let small = bytes[at - 1].is_ascii_lowercase() || bytes[at - 1].is_ascii_digit();
        if small && bytes[at] == b'.' && bytes[at + 1] == b' ' && bytes[at + 2].is_ascii_uppercase()
        {
            out.push(&line[from..=at]);
            from = at + 2;
        }
    }
    out.push(&line[from..]);
    out
}

/// What may stand between two paragraphs.
fn between(pool: &Pool, doc: &Doc, length: usize, dice: &mut Dice, out: &mut Writer) {
    if dice.chance(0.04) {
        written(pool, "middle", dice, out);
    }
    if dice.chance(0.025) {
        list(pool, doc, dice, out);
    }
    if dice.chance(if length < 14 { 0.15 } else { 0.09 }) {
        promo(pool, doc, dice, out);
    }
    if dice.chance(0.09) {
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
