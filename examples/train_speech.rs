//! Learns the weights of `src/data/quote/speech.tsv`: which marks are speech, and which speech is
//! whole clauses.
//!
//! ```text
//! cargo run --release --features train --example train_speech -- GOLD.jsonl... > table.tsv
//! ```
//!
//! GOLD holds one document a line, `{"text", "quotes": [{"start","end","kind"}], "unspoken":
//! [[s,e]], "doubtful": [[s,e]], "ignore": [[s,e]]}`, offsets in bytes. Two logistic regressions are
//! fitted by gradient descent with a quadratic penalty; five-fold figures, folds by document, go to
//! standard error.

use std::collections::HashMap;
use std::error::Error;
use std::io::BufRead;

use copydesk::quote::training::{samples, Sample};
use copydesk::Span;
use serde_json::Value;

/// Evidence seen in fewer documents is left out.
const LEAST: usize = 5;
const EPOCHS: usize = 60;
const PENALTY: f64 = 100.0;
const RATE: f64 = 0.05;
const FOLDS: usize = 5;
/// Evidence that weighs less, in thousandths of a logit, is left out of the table.
const SLIGHT: f64 = 60.0;

/// One pair of marks: its document, its evidence, whether it is speech, whether direct.
struct Row {
    document: usize,
    seen: Vec<usize>,
    speech: bool,
    direct: Option<bool>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut raw = Vec::new();
    for path in std::env::args().skip(1) {
        let file = std::io::BufReader::new(std::fs::File::open(path)?);
        for line in file.lines() {
            let gold: Value = serde_json::from_str(&line?)?;
            let document = raw.last().map_or(0, |(d, _, _)| d + 1);
            raw.extend(labelled(document, &gold));
        }
    }
    let (names, rows) = number(raw);
    let speech = |r: &Row| Some(r.speech);
    let direct = |r: &Row| r.direct;
    report("speech", &rows, names.len(), speech);
    report("direct", &rows, names.len(), direct);
    let all: Vec<&Row> = rows.iter().collect();
    let speech = fit(&all, names.len(), speech);
    let direct = fit(&all, names.len(), direct);
    print_table(&names, &speech, &direct);
    Ok(())
}

fn spans(gold: &Value, key: &str) -> Vec<Span> {
    let pair = |v: &Value| Some(Span::new(v[0].as_u64()? as usize, v[1].as_u64()? as usize));
    gold[key].as_array().map_or(Vec::new(), |a| a.iter().filter_map(pair).collect())
}

/// How much of the longer of two spans they share.
fn share(a: Span, b: Span) -> f64 {
    let common = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    common as f64 / a.len().max(b.len()).max(1) as f64
}

type Labelled = (usize, Sample, (bool, Option<bool>));

fn labelled(document: usize, gold: &Value) -> Vec<Labelled> {
    let text = gold["text"].as_str().unwrap_or_default();
    let quoted = gold["quotes"].as_array().map_or(&[][..], |q| q);
    let quoted: Vec<(Span, bool)> = quoted
        .iter()
        .filter(|q| q["kind"] != "indirect")
        .filter_map(|q| {
            let span = Span::new(q["start"].as_u64()? as usize, q["end"].as_u64()? as usize);
            Some((span, q["kind"] == "direct"))
        })
        .collect();
    let (doubtful, ignored) = (spans(gold, "doubtful"), spans(gold, "ignore"));
    let mut rows = Vec::new();
    for sample in samples(text) {
        let hit = quoted.iter().find(|(span, _)| share(*span, sample.span) > 0.7);
        let unsure = || {
            doubtful.iter().chain(&ignored).any(|s| s.overlaps(sample.span))
                || quoted.iter().any(|(s, _)| s.overlaps(sample.span))
        };
        let label = match hit {
            Some((_, direct)) => (true, Some(*direct)),
            None if sample.nested || unsure() => continue,
            None => (false, None),
        };
        rows.push((document, sample, label));
    }
    rows
}

/// Numbers the evidence that enough documents hold.
fn number(raw: Vec<Labelled>) -> (Vec<(&'static str, String)>, Vec<Row>) {
    let mut documents: HashMap<(&'static str, String), (usize, usize)> = HashMap::new();
    for (document, sample, _) in &raw {
        for evidence in &sample.evidence {
            let entry = documents.entry(evidence.clone()).or_insert((0, usize::MAX));
            if entry.1 != *document {
                *entry = (entry.0 + 1, *document);
            }
        }
    }
    let mut names: Vec<_> =
        documents.into_iter().filter(|(_, (n, _))| *n >= LEAST).map(|(name, _)| name).collect();
    names.sort();
    let index: HashMap<_, usize> = names.iter().cloned().zip(0..).collect();
    let row = |(document, sample, (speech, direct)): Labelled| {
        let seen = sample.evidence.iter().filter_map(|e| index.get(e).copied()).collect();
        Row { document, seen, speech, direct }
    };
    let rows = raw.into_iter().map(row).collect();
    (names, rows)
}

fn logit(weights: &[f64], row: &Row) -> f64 {
    row.seen.iter().map(|&at| weights[at]).sum()
}

/// Logistic regression, one pass of adaptive gradient steps an epoch.
fn fit(rows: &[&Row], width: usize, label: impl Fn(&Row) -> Option<bool>) -> Vec<f64> {
    let mut weights = vec![0.0; width];
    let mut squares = vec![1e-3; width];
    let count = rows.len() as f64;
    for _ in 0..EPOCHS {
        for row in rows {
            let Some(want) = label(row) else { continue };
            let have = 1.0 / (1.0 + (-logit(&weights, row)).exp());
            let error = have - f64::from(u8::from(want));
            for &at in &row.seen {
                let slope = error + PENALTY * weights[at] / count;
                squares[at] += slope * slope;
                weights[at] -= RATE * slope / f64::sqrt(squares[at]);
            }
        }
    }
    weights
}

fn report(what: &str, rows: &[Row], width: usize, label: impl Fn(&Row) -> Option<bool> + Copy) {
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    let (mut refused, mut negative, mut agree, mut all) = (0, 0, 0, 0);
    for fold in 0..FOLDS {
        let (test, train): (Vec<&Row>, Vec<&Row>) =
            rows.iter().partition(|r| r.document % FOLDS == fold);
        let weights = fit(&train, width, label);
        for row in test {
            let Some(want) = label(row) else { continue };
            let have = logit(&weights, row) >= 0.0;
            right += usize::from(want && have);
            found += usize::from(have);
            wanted += usize::from(want);
            negative += usize::from(!want);
            refused += usize::from(!want && !have);
            agree += usize::from(want == have);
            all += 1;
        }
    }
    let (p, r) = (right as f64 / found as f64, right as f64 / wanted as f64);
    eprintln!(
        "{what}: P {:.4} R {:.4} F1 {:.4}; of {negative} others {:.3} refused; agreement {:.4}",
        p,
        r,
        2.0 * p * r / (p + r),
        refused as f64 / negative as f64,
        agree as f64 / all as f64
    );
}

fn print_table(names: &[(&'static str, String)], speech: &[f64], direct: &[f64]) {
    println!("# Evidence that marks hold speech, and that the speech is whole clauses.");
    println!("# Made by examples/train_speech.rs (logistic regression) from the counts of small words, name");
    println!("# shapes and punctuation around the quotations of PolNeAR (US political news, 2015-16) and of");
    println!("# Wikinews (CC BY 2.5); no text of either is in it. Run it again to make it anew.");
    println!("# Columns: group and value as src/quote/evidence.rs names them; weight for speech; weight for");
    println!("# direct against mixed, both in thousandths of a logit. To add a row: weigh it by hand and keep");
    println!("# it sorted by group and value.");
    for (at, (group, value)) in names.iter().enumerate() {
        let (s, d) = (speech[at] * 1000.0, direct[at] * 1000.0);
        if s.abs() >= SLIGHT || d.abs() >= SLIGHT {
            println!("{group}\t{value}\t{s:.0}\t{d:.0}");
        }
    }
}
