//! Learns the weights of `src/data/quote/speaker.tsv`: who said a quotation.
//!
//! ```text
//! cargo run --release --features train --example train_quotes -- GOLD.jsonl... > table.tsv
//! ```
//!
//! GOLD holds one document a line, `{"text", "quotes": [{"start", "end", "kind", "speaker":
//! {"start", "end"} | null}]}`, offsets in bytes. A log-linear model over the candidates of each
//! quotation is fitted by stochastic gradient steps; any candidate that shares a telling word with
//! the gold speaker counts as right. Figures of five folds by document go to standard error.

use std::error::Error;
use std::io::BufRead;

use copydesk::quote::training::{cases, evidence, evidence_name, Case};
use copydesk::Span;
use serde_json::Value;

const EPOCHS: usize = 5;
const RATE: f64 = 0.05;
const PENALTY: f64 = 1e-3;
const FOLDS: usize = 5;
/// Weights that are smaller, in thousandths of a logit, are left out of the table.
const SLIGHT: f64 = 100.0;

/// A quotation with its options, and which of them are right.
struct Row {
    document: usize,
    options: Vec<Vec<usize>>,
    right: Vec<bool>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let rows = read()?;
    let reachable = rows.iter().filter(|r| r.right.contains(&true)).count();
    eprintln!("{} quotations, {reachable} with the speaker among the candidates", rows.len());
    let mut correct = 0;
    for fold in 0..FOLDS {
        let weights = learn(rows.iter().filter(|r| r.document % FOLDS != fold));
        let held = || rows.iter().filter(|r| r.document % FOLDS == fold);
        let good = held().filter(|r| r.right[best(&weights, &r.options)]).count();
        eprintln!("fold {fold}: {good} of {} right", held().count());
        correct += good;
    }
    eprintln!("held out: {:.2} %", 100.0 * correct as f64 / rows.len() as f64);
    write(&learn(rows.iter()));
    Ok(())
}

fn read() -> Result<Vec<Row>, Box<dyn Error>> {
    let mut rows = Vec::new();
    let mut document = 0;
    for path in std::env::args().skip(1) {
        for line in std::io::BufReader::new(std::fs::File::open(path)?).lines() {
            let gold: Value = serde_json::from_str(&line?)?;
            document += 1;
            rows.extend(label(&gold, document));
        }
    }
    Ok(rows)
}

/// The quotations of a document that the gold has too, with their options.
fn label(gold: &Value, document: usize) -> Vec<Row> {
    let text = gold["text"].as_str().unwrap_or_default();
    let quotes: Vec<(Span, Option<Span>)> = gold["quotes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|q| q["kind"] != "indirect")
        .filter_map(|q| Some((place(q)?, place(&q["speaker"]))))
        .collect();
    let find = |span: Span| quotes.iter().find(|(gold, _)| alike(*gold, span));
    let is_right = |span: Span, words: Option<Span>| {
        find(span).is_some_and(|(_, speaker)| match (speaker, words) {
            (None, None) => true,
            (Some(speaker), Some(words)) => shares_word(text, *speaker, words),
            _ => false,
        })
    };
    let pick = |quote: Span, words: &[Option<Span>]| {
        words.iter().position(|w| is_right(quote, *w)).unwrap_or(0)
    };
    let rows = cases(text, pick).into_iter().filter(|case| find(case.quote).is_some());
    let row = |case: Case| {
        let right = case.options.iter().map(|(words, _)| is_right(case.quote, *words)).collect();
        Row { document, right, options: case.options.into_iter().map(|o| o.1).collect() }
    };
    rows.map(row).collect()
}

fn place(value: &Value) -> Option<Span> {
    Some(Span::new(value["start"].as_u64()? as usize, value["end"].as_u64()? as usize))
}

/// Both hold most of one another.
fn alike(a: Span, b: Span) -> bool {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    shared * 10 >= a.len().max(b.len()) * 8
}

/// The overlap holds a word that tells: a capital, or four letters; or all of a short speaker.
fn shares_word(text: &str, gold: Span, words: Span) -> bool {
    if !gold.overlaps(words) || words.len() > 80.max(2 * gold.len()) {
        return false;
    }
    let shared = Span::new(gold.start.max(words.start), gold.end.min(words.end));
    let Some(shared_text) = text.get(shared.range()) else { return false };
    let telling = |w: &str| w.len() > 3 || w.starts_with(char::is_uppercase);
    let tells = |s: &str| s.split(|c: char| !c.is_alphanumeric()).any(telling);
    tells(shared_text) || !text.get(gold.range()).is_some_and(tells)
}

fn score(weights: &[f64], seen: &[usize]) -> f64 {
    seen.iter().map(|&at| weights[at]).sum()
}

fn best(weights: &[f64], options: &[Vec<usize>]) -> usize {
    let scores: Vec<f64> = options.iter().map(|seen| score(weights, seen)).collect();
    (0..options.len()).rev().max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap_or(0)
}

/// Fits the weights: every step moves towards the right options by how likely they are held to be.
fn learn<'a>(rows: impl Iterator<Item = &'a Row>) -> Vec<f64> {
    let rows: Vec<&Row> = rows.filter(|r| r.right.contains(&true)).collect();
    let mut weights = vec![0.0; evidence()];
    let mut squares = vec![1e-3; evidence()];
    let mut average = vec![0.0; evidence()];
    let mut order: Vec<usize> = (0..rows.len()).collect();
    for epoch in 0..EPOCHS {
        shuffle(&mut order, epoch as u64 + 1);
        for &at in &order {
            step(&mut weights, &mut squares, rows[at]);
        }
        // The mean of the later epochs is steadier than where the last step happened to lead.
        let share = 1.0 / EPOCHS as f64;
        average.iter_mut().zip(&weights).for_each(|(mean, weight)| *mean += share * weight);
    }
    average
}

fn step(weights: &mut [f64], squares: &mut [f64], row: &Row) {
    let scores: Vec<f64> = row.options.iter().map(|seen| score(weights, seen)).collect();
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let likely: Vec<f64> = scores.iter().map(|s| (s - most).exp()).collect();
    let total: f64 = likely.iter().sum();
    let right: f64 = likely.iter().zip(&row.right).filter(|(_, r)| **r).map(|(l, _)| l).sum();
    for ((seen, likely), is_right) in row.options.iter().zip(&likely).zip(&row.right) {
        let wanted = if *is_right { likely / right.max(1e-300) } else { 0.0 };
        let pull = wanted - likely / total;
        if pull.abs() < 1e-6 {
            continue;
        }
        for &at in seen {
            let gradient = pull - PENALTY * weights[at];
            squares[at] += gradient * gradient;
            weights[at] += RATE * gradient / squares[at].sqrt();
        }
    }
}

/// The same order for the same seed, on every machine.
fn shuffle(order: &mut [usize], seed: u64) {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for at in (1..order.len()).rev() {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(at, (state >> 33) as usize % (at + 1));
    }
}

fn write(weights: &[f64]) {
    println!(
        "# Evidence for and against a speaker.\n\
         # Made by examples/train_quotes (a log-linear model over the candidates of each quotation)\n\
         # from where the speakers of PolNeAR (US political news, 2015-16) and Wikinews (CC BY 2.5)\n\
         # stand; no text of either is in it. Run the program again to make it anew.\n\
         # Columns: views and values as src/quote/feature.rs names them; weight in thousandths of a\n\
         # logit. To add a row: weigh it by hand."
    );
    for (at, weight) in weights.iter().enumerate().filter(|(_, w)| w.abs() * 1000.0 >= SLIGHT) {
        let (views, values) = evidence_name(at);
        println!("{views}\t{values}\t{:.0}", weight * 1000.0);
    }
}
