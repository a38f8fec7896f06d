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
const SECOND: Plan = Plan { trees: 300, depth: 5, rate: 0.05, ridge: 5.0, columns: 0.4, rows: 0.7 };

const LAST: Plan = Plan { trees: 60, depth: 4, rate: 0.1, ridge: 20.0, columns: 0.5, rows: 0.7 };

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
    let firsts = out_of_fold(&all, &readings, FIRST, |at| rows(readings[at].own()), false);
    let seconds =
        out_of_fold(&all, &readings, SECOND, |at| rows(readings[at].both(&firsts[at])), true);
    let mut trees = String::new();
    let mut pass = |name, plan, row: &dyn Fn(usize) -> Rows, second| {
        let table = table(&all, &readings, row, |_| true, second);
        boost::write(&boost::grow(&table, plan, training::UNIT), name, &mut trees);
    };
    pass("1", FIRST, &|at| rows(readings[at].own()), false);
    pass("2", SECOND, &|at| rows(readings[at].both(&firsts[at])), true);
    pass("3", LAST, &|at| rows(readings[at].last(&firsts[at], &seconds[at])), true);
    (counts.table(""), trees)
}

/// Evidence of the lines of one page.
type Rows = Vec<Vec<u8>>;

fn rows<const N: usize>(rows: Vec<[u8; N]>) -> Rows {
    rows.into_iter().map(|r| r.to_vec()).collect()
}

/// Scores of every line, as the next pass reads them, by trees that did not see its site.
fn out_of_fold(
    docs: &[&Doc],
    readings: &[Reading],
    plan: Plan,
    rows: impl Fn(usize) -> Rows,
    second: bool,
) -> Vec<Vec<u8>> {
    let mut scores = vec![Vec::new(); docs.len()];
    let part_of = |doc: &Doc| fold(&doc.site, INNER, 99);
    for part in 0..INNER {
        let table = table(docs, readings, &rows, |d| part_of(d) != part, second);
        let trees = boost::grow(&table, plan, training::UNIT);
        for (at, _) in docs.iter().enumerate().filter(|(_, d)| part_of(d) == part) {
            scores[at] = rows(at).iter().map(|row| score(&trees, row)).collect();
        }
    }
    scores
}

fn score(trees: &[Tree], row: &[u8]) -> u8 {
    training::as_byte(trees.iter().map(|t| t.leaf(|f| row[f])).sum())
}

fn table(
    docs: &[&Doc],
    readings: &[Reading],
    rows: &dyn Fn(usize) -> Rows,
    wanted: impl Fn(&Doc) -> bool,
    second: bool,
) -> Table {
    let mut table = Table::default();
    for (at, doc) in docs.iter().enumerate().filter(|(_, d)| wanted(d)) {
        add(&mut table, doc, &readings[at], rows(at).iter().map(|r| &r[..]), second);
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
        f if f.starts_with("full") => 1.3,
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
            Label::Title if second => 0.3,
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
