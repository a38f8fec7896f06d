//! Trains the stripper's weights.
//!
//! `train_boilerplate [--cv DIR [--seed N]] [--out DIR] FILE...` reads pages as JSON Lines
//! `{"id","url","text","keep","titles","neutral","drops"}`. With `--cv` it trains on the sites of
//! all folds but one, strips the pages of that fold, and writes what is kept, a file for each file
//! read. With `--out` it trains on everything and writes `words.tsv` and `trees.tsv`.

mod boost;
mod corpus;
mod synth;
mod words;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;

use boost::{Plan, Table, Tree};
use copydesk::boilerplate::training::{self, Reading, Weights};
use corpus::{fold, Doc, Label};

const FOLDS: u64 = 5;
const INNER: u64 = 3;
const SPLICES: usize = 6;

const FIRST: Plan = Plan { trees: 80, depth: 5, rate: 0.12, ridge: 5.0, columns: 0.6, rows: 0.7 };
const SECOND: Plan = Plan { trees: 220, depth: 5, rate: 0.07, ridge: 5.0, columns: 0.4, rows: 0.7 };

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (mut cv, mut out, mut files, mut seed) = (None, None, Vec::new(), 0);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--cv" => cv = args.next(),
            "--out" => out = args.next(),
            "--seed" => seed = args.next().unwrap_or_default().parse()?,
            _ => files.push(arg),
        }
    }
    let docs = corpus::load(&files)?;
    if let Some(dir) = cv {
        cross_validate(&docs, &dir, seed)?;
    }
    if let Some(dir) = out {
        let all: Vec<&Doc> = docs.iter().collect();
        let (weights, trees) = train(&all);
        std::fs::write(format!("{dir}/words.tsv"), head(WORDS_HEAD, &files) + &weights)?;
        std::fs::write(format!("{dir}/trees.tsv"), head(TREES_HEAD, &files) + &trees)?;
    }
    Ok(())
}

const WORDS_HEAD: &str = "\
# Words that tell articles from the furniture of pages: 16 times the logarithm of how much likelier
# an article uses the word.
";
const TREES_HEAD: &str = "\
# Trees that weigh a line's evidence: a sum of leaves above the threshold keeps the line.
# Columns: pass; questions, \"evidence>threshold\" by index into the evidence; leaves, in 1/256 of a
# logarithm of odds, the answer to the first question being the highest bit of a leaf's number.
";

fn head(what: &str, files: &[String]) -> String {
    let names: Vec<_> = files.iter().filter_map(|f| f.rsplit('/').next()).collect();
    format!(
        "{what}# Made by examples/train_boilerplate from labelled pages of four public collections, whose text is\n\
         # not part of this crate: dobbersc/fundus-evaluation (MIT), flairNLP/fundus test data (MIT),\n\
         # scrapinghub/article-extraction-benchmark (MIT), WCXB by Murrough Foley 2026 (CC BY 4.0).\n\
         # Files: {}.\n# Not edited by hand: run the program again.\n",
        names.join(" ")
    )
}

/// Trains both passes; the tables of words and of trees.
fn train(docs: &[&Doc]) -> (String, String) {
    let counts = words::Counts::new(docs);
    let splices = synth::splice(docs, SPLICES, 0x1234_5678_9abc_def1);
    let mut all: Vec<&Doc> = docs.to_vec();
    all.extend(splices.iter());
    let mut weights: BTreeMap<&str, Weights> = BTreeMap::new();
    for doc in &all {
        weights.entry(&doc.site).or_insert_with(|| Weights::new(&counts.table(&doc.site)));
    }
    let readings: Vec<Reading> =
        all.iter().map(|d| Reading::new(&d.text, &weights[d.site.as_str()])).collect();
    let firsts = out_of_fold(&all, &readings);
    let first = boost::grow(&first_table(&all, &readings, |_| true), FIRST, training::UNIT);
    let mut table = Table::default();
    for ((doc, reading), scores) in all.iter().zip(&readings).zip(&firsts) {
        add(&mut table, doc, reading, reading.both(scores).iter().map(|r| &r[..]), true);
    }
    let second = boost::grow(&table, SECOND, training::UNIT);
    let mut trees = String::new();
    boost::write(&first, "1", &mut trees);
    boost::write(&second, "2", &mut trees);
    (counts.table(""), trees)
}

/// First scores of every line by trees that did not see its site.
fn out_of_fold(docs: &[&Doc], readings: &[Reading]) -> Vec<Vec<u8>> {
    let mut scores = vec![Vec::new(); docs.len()];
    for part in 0..INNER {
        let table = first_table(docs, readings, |d| fold(&d.site, INNER, 99) != part);
        let trees = boost::grow(&table, FIRST, training::UNIT);
        for (at, doc) in docs.iter().enumerate() {
            if fold(&doc.site, INNER, 99) == part {
                scores[at] =
                    readings[at].own().iter().map(|row| first_score(&trees, row)).collect();
            }
        }
    }
    scores
}

fn first_score(trees: &[Tree], row: &[u8]) -> u8 {
    training::as_byte(trees.iter().map(|t| t.leaf(|f| row[f])).sum())
}

fn first_table(docs: &[&Doc], readings: &[Reading], wanted: impl Fn(&Doc) -> bool) -> Table {
    let mut table = Table::default();
    for (doc, reading) in docs.iter().zip(readings).filter(|(d, _)| wanted(d)) {
        add(&mut table, doc, reading, reading.own().iter().map(|r| &r[..]), false);
    }
    table
}

/// Adds the labelled lines of a page.
fn add<'a>(
    table: &mut Table,
    doc: &Doc,
    reading: &Reading,
    rows: impl Iterator<Item = &'a [u8]>,
    second: bool,
) {
    let words = reading.words();
    let spans = reading.spans();
    let mut gold = doc.gold.iter().peekable();
    let worth = |n: u16| 1.0 + f32::from(n.min(60)).sqrt();
    let total: f32 = words.iter().map(|&n| worth(n)).sum();
    let file = match doc.file.as_str() {
        f if f.contains("other") => 0.5,
        f if f.starts_with("full") => 1.0,
        f if f.starts_with("residue_hard") => 1.5,
        "splice" => 0.25,
        _ => 1.0,
    };
    let scale = file * 10.0 / total.sqrt();
    for ((row, span), &n) in rows.zip(spans).zip(&words) {
        while gold.peek().is_some_and(|g| g.span.end <= span.start) {
            gold.next();
        }
        let Some(line) = gold.peek().filter(|g| g.span.overlaps(span)) else { continue };
        let weight = match line.label {
            Label::Neutral => 0.0,
            Label::Title if second => 0.1,
            Label::Title => 0.5,
            _ => 1.0,
        };
        if weight > 0.0 {
            table.push(row, line.label == Label::Keep, weight * scale * worth(n));
        }
    }
}

/// Strips every page by weights that did not see its site.
fn cross_validate(docs: &[Doc], dir: &str, seed: u64) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(dir)?;
    let mut lines: BTreeMap<&str, BTreeMap<usize, String>> = BTreeMap::new();
    for part in 0..FOLDS {
        let (test, rest): (Vec<_>, Vec<_>) =
            docs.iter().enumerate().partition(|(_, d)| fold(&d.site, FOLDS, seed) == part);
        let rest: Vec<&Doc> = rest.into_iter().map(|(_, d)| d).collect();
        let (weights, trees) = train(&rest);
        let weights = Weights::new(&weights);
        for (at, doc) in test {
            let kept = training::kept(&doc.text, &weights, &trees, 0);
            let spans: Vec<_> = kept.iter().map(|s| [s.start, s.end]).collect();
            let answer = serde_json::json!({"id": doc.id, "keep": spans}).to_string();
            lines.entry(&doc.file).or_default().insert(at, answer);
        }
        eprintln!("fold {part} done");
    }
    for (file, answers) in lines {
        let mut out = String::new();
        answers.values().for_each(|a| {
            let _ = writeln!(out, "{a}");
        });
        std::fs::write(format!("{dir}/{file}"), out)?;
    }
    Ok(())
}
