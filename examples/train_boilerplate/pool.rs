//! What pages are spliced from: the labelled pages, and tables written for the purpose.

use crate::boost::Dice;
use crate::corpus::{Doc, Label};

/// What there is to splice in.
#[derive(Debug, Default)]
pub struct Pool<'a> {
    pub articles: Vec<(&'a Doc, Vec<&'a str>, Option<&'a str>)>,
    pub furniture: Vec<(&'a str, &'a str, &'a str)>,
    /// Lists that articles have, and menus and lists of links that pages have.
    pub lists: Vec<(&'a str, Label, Vec<&'a str>)>,
    /// Place, kind and block of what is written for the purpose, and what fills its braces.
    pub written: Vec<[&'a str; 3]>,
    pub slots: Vec<(&'a str, Vec<&'a str>)>,
    /// Heading and item of lists that articles have.
    pub items: Vec<(&'a str, &'a str)>,
}

/// Collects what the pages have and what is written for the purpose.
pub fn pool<'a>(docs: &[&'a Doc]) -> Pool<'a> {
    let mut pool = Pool::default();
    let rows = |table: &'static str| table.lines().filter(|l| !l.starts_with('#'));
    for row in rows(include_str!("furniture.tsv")) {
        let mut columns = row.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        pool.written.push([next(), next(), next()]);
    }
    pool.items.extend(rows(include_str!("lists.tsv")).filter_map(|row| row.split_once('\t')));
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

/// A line with its braces filled in.
pub fn filled(pool: &Pool, line: &str, dice: &mut Dice) -> String {
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
