//! Trains the stripper's weights.
//!
//! `train_boilerplate [--cv DIR [--seed N]] [--out DIR] FILE...` reads pages as JSON Lines
//! `{"id","url","text","keep","titles","neutral","drops"}`. With `--cv` it strips every page by
//! weights that have not seen its site, writes what is kept, a file for each file read and each
//! strictness, and prints the loss of each file, which shows changes that are too small for the
//! share of clean pages. With `--out` it trains on everything and writes `words.tsv` and `trees.tsv`.

mod boost;
mod corpus;
mod pool;
mod synth;
mod words;
mod writer;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;

use boost::{Plan, Table, Tree};
use copydesk::boilerplate::training::{self, Reading, Weights};
use copydesk::boilerplate::Strictness;
use corpus::{fold, Doc, Label};
use words::Counts;

/// Parts that the sites are divided into.
const PARTS: usize = 5;
/// Spliced pages for each article.
const SPLICES: usize = 5;
const SEED: u64 = 0x1234_5678_9abc_def1;

/// One of the two passes.
#[derive(Clone, Copy, Debug)]
struct Pass {
    plan: Plan,
    /// What a headline ahead of the body counts, which may stay or go.
    title: f32,
}

const FIRST: Pass = Pass {
    plan: Plan { trees: 80, depth: 5, rate: 0.12, ridge: 5.0, columns: 0.6, rows: 0.7 },
    title: 0.5,
};
const SECOND: Pass = Pass {
    plan: Plan { trees: 200, depth: 5, rate: 0.08, ridge: 5.0, columns: 0.4, rows: 0.7 },
    title: 0.3,
};

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
        let (weights, trees) = train(&docs);
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

/// Pages that are read and divided into parts, no site in two of them.
struct Pages<'a> {
    docs: Vec<&'a Doc>,
    /// Words are weighed for each page as if its own site had not been counted.
    weights: BTreeMap<&'a str, Weights>,
    readings: Vec<Reading>,
    parts: Vec<usize>,
}

impl<'a> Pages<'a> {
    fn new(docs: &[&'a Doc], counts: &Counts, seed: u64) -> Pages<'a> {
        let mut weights: BTreeMap<&str, Weights> = BTreeMap::new();
        for doc in docs {
            weights.entry(&doc.site).or_insert_with(|| Weights::new(&counts.table(&doc.site)));
        }
        let read = |d: &&Doc| Reading::new(&d.text, &weights[d.site.as_str()]);
        let readings = docs.iter().map(read).collect();
        let parts = docs.iter().map(|d| part_of(d, seed)).collect();
        Pages { docs: docs.to_vec(), weights, readings, parts }
    }

    /// The labelled lines of the pages, those of one part left out.
    fn table(&self, pass: Pass, rows: impl Fn(usize) -> Rows, without: usize) -> Table {
        let mut table = Table::default();
        for at in (0..self.docs.len()).filter(|&at| self.parts[at] != without) {
            add(&mut table, self.docs[at], &self.readings[at], &rows(at), pass);
        }
        table
    }

    /// For each part the trees that have not seen it.
    fn unseen(&self, pass: Pass, rows: impl Fn(usize) -> Rows + Sync) -> Vec<Vec<Tree>> {
        let grown = |part| boost::grow(&self.table(pass, &rows, part), pass.plan, training::UNIT);
        std::thread::scope(|scope| {
            let parts: Vec<_> = (0..PARTS).map(|part| scope.spawn(move || grown(part))).collect();
            parts.into_iter().filter_map(|part| part.join().ok()).collect()
        })
    }

    /// The first scores of every line by trees that have not seen its site.
    fn firsts(&self, trees: &[Vec<Tree>]) -> Vec<Vec<u8>> {
        let score = |at: usize| {
            let trees = &trees[self.parts[at]];
            let sum = |row: &[u8]| trees.iter().map(|t| t.leaf(|f| row[f])).sum();
            self.readings[at].own().iter().map(|row| training::as_byte(sum(row))).collect()
        };
        (0..self.docs.len()).map(score).collect()
    }
}

/// The mean loss of a line of each file, in natural logarithms, each line weighed as in training.
fn losses(pages: &Pages, firsts: &[Vec<u8>], second: &[Vec<Tree>]) -> BTreeMap<String, f32> {
    let mut sums: BTreeMap<String, (f32, f32)> = BTreeMap::new();
    for (at, doc) in pages.docs.iter().enumerate() {
        let mut table = Table::default();
        let both = rows(pages.readings[at].both(&firsts[at]));
        add(&mut table, doc, &pages.readings[at], &both, SECOND);
        let sum = sums.entry(doc.file.clone()).or_default();
        for (row, (&label, &weight)) in table.labels.iter().zip(&table.weights).enumerate() {
            let trees = &second[pages.parts[at]];
            let score: i32 = trees.iter().map(|t| t.leaf(|f| table.columns[f][row])).sum();
            let odds = score as f32 / training::UNIT as f32;
            let against = if label > 0.5 { -odds } else { odds };
            *sum = (sum.0 + weight * against.exp().ln_1p(), sum.1 + weight);
        }
    }
    sums.into_iter().map(|(file, (loss, weight))| (file, loss / weight)).collect()
}

fn part_of(doc: &Doc, seed: u64) -> usize {
    fold(&doc.site, PARTS as u64, seed) as usize
}

/// Trains both passes on everything; the tables of words and of trees.
fn train(docs: &[Doc]) -> (String, String) {
    let real: Vec<&Doc> = docs.iter().collect();
    let counts = Counts::new(&real);
    let splices = synth::splice(&real, SPLICES, SEED);
    let all: Vec<&Doc> = docs.iter().chain(&splices).collect();
    let pages = Pages::new(&all, &counts, 0);
    let own = |at: usize| rows(pages.readings[at].own());
    let firsts = pages.firsts(&pages.unseen(FIRST, own));
    let both = |at: usize| rows(pages.readings[at].both(&firsts[at]));
    let first = boost::grow(&pages.table(FIRST, own, PARTS), FIRST.plan, training::UNIT);
    let second = boost::grow(&pages.table(SECOND, both, PARTS), SECOND.plan, training::UNIT);
    (counts.table(""), written(&first, &second))
}

fn written(first: &[Tree], second: &[Tree]) -> String {
    let mut trees = String::new();
    boost::write(first, "1", &mut trees);
    boost::write(second, "2", &mut trees);
    trees
}

/// Evidence of the lines of one page.
type Rows = Vec<Vec<u8>>;

fn rows<const N: usize>(rows: Vec<[u8; N]>) -> Rows {
    rows.into_iter().map(|r| r.to_vec()).collect()
}

/// Adds the labelled lines of a page. A page counts by the root of its length, and a line by that of
/// its words: long menus and long paragraphs are not to drown the rest.
fn add(table: &mut Table, doc: &Doc, reading: &Reading, rows: &Rows, pass: Pass) {
    let words = reading.words();
    let mut gold = doc.gold.iter().peekable();
    let worth = |n: u16| 1.0 + f32::from(n.min(60)).sqrt();
    let total: f32 = words.iter().map(|&n| worth(n)).sum();
    let file = match doc.file.as_str() {
        f if f.contains("other") => 0.4,
        "splice" => 0.35,
        _ => 1.5,
    };
    let scale = file * 10.0 / total.powf(0.7);
    let mut before = None;
    for ((row, span), &n) in rows.iter().zip(reading.spans()).zip(&words) {
        while gold.peek().is_some_and(|g| g.span.end <= span.start) {
            gold.next();
        }
        let Some(line) = gold.peek().filter(|g| g.span.overlaps(span)) else { continue };
        if before.replace(line.span) == Some(line.span) {
            continue; // what is glued to the line before
        }
        let weight = match line.label {
            Label::Neutral => 0.0,
            Label::Title => pass.title,
            _ => 1.0,
        };
        if weight > 0.0 {
            table.push(row, line.label == Label::Keep, weight * scale * worth(n));
        }
    }
}

/// Strips every page by weights that did not see its site: the words are counted on all other
/// sites, the trees of both passes grown on the other parts.
fn cross_validate(docs: &[Doc], dir: &str, seed: u64) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(dir)?;
    let counts = Counts::new(&docs.iter().collect::<Vec<_>>());
    // What is spliced into a page comes from its own part.
    let of_part = |part| docs.iter().filter(|d| part_of(d, seed) == part).collect::<Vec<_>>();
    let splices: Vec<Doc> =
        (0..PARTS).flat_map(|p| synth::splice(&of_part(p), SPLICES, SEED + p as u64)).collect();
    let all: Vec<&Doc> = docs.iter().chain(&splices).collect();
    let pages = Pages::new(&all, &counts, seed);
    let first = pages.unseen(FIRST, |at| rows(pages.readings[at].own()));
    let firsts = pages.firsts(&first);
    let second = pages.unseen(SECOND, |at| rows(pages.readings[at].both(&firsts[at])));
    for (file, loss) in losses(&pages, &firsts, &second) {
        println!("{loss:.4}  {file}");
    }
    let tables: Vec<String> = first.iter().zip(&second).map(|(a, b)| written(a, b)).collect();
    let settings = [
        (Strictness::Balanced, ""),
        (Strictness::Lenient, "lenient"),
        (Strictness::Strict, "strict"),
    ];
    for (strictness, name) in settings {
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        for (doc, &part) in docs.iter().zip(&pages.parts) {
            let weights = &pages.weights[doc.site.as_str()];
            let kept = training::kept(&doc.text, weights, &tables[part], strictness);
            let spans: Vec<_> = kept.iter().map(|s| [s.start, s.end]).collect();
            let answer = serde_json::json!({"id": doc.id, "keep": spans});
            writeln!(files.entry(format!("{dir}/{name}/{}", doc.file)).or_default(), "{answer}")?;
        }
        std::fs::create_dir_all(format!("{dir}/{name}"))?;
        files.iter().try_for_each(|(path, answers)| std::fs::write(path, answers))?;
    }
    Ok(())
}
