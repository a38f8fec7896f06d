//! Learns the weights of `src/data/quote/speech.tsv`: which marks are speech, and which speech is
//! whole clauses.
//!
//! ```text
//! cargo run --release --features train --example train_speech -- GOLD.jsonl... > table.tsv
//! ```
//!
//! GOLD holds one document a line, `{"text", "quotes": [{"start","end","kind"}], "unspoken":
//! [[s,e]], "doubtful": [[s,e]], "ignore": [[s,e]]}`, offsets in bytes. The invented sentences of
//! `samples.txt` are learned too: they bring what US political news lacks. Two logistic regressions
//! are fitted by gradient descent with a quadratic penalty; figures of five folds by document go to
//! standard error.

use std::collections::HashMap;
use std::error::Error;
use std::io::BufRead;

use copydesk::quote::training::{previous, samples, Sample};
use copydesk::Span;
use serde_json::Value;

/// Evidence seen in fewer documents is left out.
const LEAST: usize = 5;
const EPOCHS: usize = 60;
const PENALTY: f64 = 100.0;
const RATE: f64 = 0.05;
const FOLDS: usize = 5;
/// How often each invented sentence counts.
const OWN: usize = 2;
/// Evidence that weighs less, in thousandths of a logit, is left out of the table.
const SLIGHT: f64 = 60.0;

/// One pair of marks as it was read.
struct Labelled {
    document: usize,
    sample: Sample,
    speech: bool,
    direct: Option<bool>,
}

/// One pair of marks: its document, its evidence, whether it is speech, whether direct.
struct Row {
    document: usize,
    seen: Vec<usize>,
    /// The row before in the same paragraph, and whether it is near.
    before: Option<(usize, bool)>,
    speech: bool,
    direct: Option<bool>,
}

/// The evidence, by number.
struct Names(Vec<(&'static str, String)>);

impl Names {
    fn previous(&self, spoken: bool, near: bool) -> Option<usize> {
        let name = ("previous", previous(spoken, near));
        self.0.iter().position(|(group, value)| (*group, value.as_str()) == name)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut raw = Vec::new();
    for path in std::env::args().skip(1) {
        let file = std::io::BufReader::new(std::fs::File::open(path)?);
        for line in file.lines() {
            let gold: Value = serde_json::from_str(&line?)?;
            let document = raw.last().map_or(0, |l: &Labelled| l.document + 1);
            label(document, &gold, &mut raw);
        }
    }
    for line in include_str!("samples.txt").lines().filter(|l| !l.starts_with('#')) {
        invented(line, &mut raw);
    }
    let (names, rows) = number(raw);
    let (speech, direct) = (|r: &Row| Some(r.speech), |r: &Row| r.direct);
    report("speech", &rows, &names, speech);
    report("direct", &rows, &names, direct);
    let all: Vec<&Row> = rows.iter().collect();
    let (speech, direct) = (fit(&all, &names, speech), fit(&all, &names, direct));
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

/// Appends the pairs of marks of one document that the gold tells about.
fn label(document: usize, gold: &Value, raw: &mut Vec<Labelled>) {
    let text = gold["text"].as_str().unwrap_or_default();
    let quoted = gold["quotes"].as_array().map_or(&[][..], |q| q);
    let quoted = quoted.iter().filter(|q| q["kind"] != "indirect");
    let quoted: Vec<(Span, bool)> = quoted
        .filter_map(|q| {
            let span = Span::new(q["start"].as_u64()? as usize, q["end"].as_u64()? as usize);
            Some((span, q["kind"] == "direct"))
        })
        .collect();
    let (doubtful, ignored) = (spans(gold, "doubtful"), spans(gold, "ignore"));
    let mut row_of = HashMap::new();
    for (at, mut sample) in samples(text).into_iter().enumerate() {
        sample.before = sample.before.and_then(|(o, near)| Some((*row_of.get(&o)?, near)));
        let hit = quoted.iter().find(|(span, _)| share(*span, sample.span) > 0.7);
        let unsure = || {
            doubtful.iter().chain(&ignored).any(|s| s.overlaps(sample.span))
                || quoted.iter().any(|(s, _)| s.overlaps(sample.span))
        };
        let (speech, direct) = match hit {
            Some((_, direct)) => (true, Some(*direct)),
            None if sample.nested || unsure() => continue,
            None => (false, None),
        };
        row_of.insert(at, raw.len());
        raw.push(Labelled { document, sample, speech, direct });
    }
}

/// Appends the pairs of one line of `samples.txt`: once as if the line stood on a page of news that
/// quotes much, once, where it is no speech, as if on a page that hardly quotes.
fn invented(line: &str, raw: &mut Vec<Labelled>) {
    let Some((letters, text)) = line.split_once('\t') else { return };
    let document = raw.last().map_or(0, |l| l.document + 1);
    for copy in 0..OWN {
        let habit = if copy > 0 && letters.starts_with('n') { "few long" } else { "many long" };
        let base = raw.len();
        for (letter, mut sample) in letters.chars().zip(samples(text)) {
            sample.before = sample.before.map(|(o, near)| (base + o, near));
            for (_, value) in sample.evidence.iter_mut().filter(|(g, _)| g.starts_with("page")) {
                *value = value.replace("none long", habit).replace("all long", habit);
            }
            let speech = letter != 'n';
            let direct = speech.then_some(letter == 'd');
            raw.push(Labelled { document, sample, speech, direct });
        }
    }
}

/// Numbers the evidence that enough documents hold.
fn number(raw: Vec<Labelled>) -> (Names, Vec<Row>) {
    let mut documents: HashMap<(&'static str, String), (usize, usize)> = HashMap::new();
    for row in &raw {
        for evidence in &row.sample.evidence {
            let entry = documents.entry(evidence.clone()).or_insert((0, usize::MAX));
            if entry.1 != row.document {
                *entry = (entry.0 + 1, row.document);
            }
        }
    }
    let often = documents.into_iter().filter(|(_, (n, _))| *n >= LEAST);
    let mut names: Vec<_> = often.map(|(name, _)| name).collect();
    for (spoken, near) in [(true, true), (true, false), (false, true), (false, false)] {
        names.push(("previous", previous(spoken, near).to_string()));
    }
    names.sort();
    let index: HashMap<_, usize> = names.iter().cloned().zip(0..).collect();
    let names = Names(names);
    let spoken: Vec<bool> = raw.iter().map(|r| r.speech).collect();
    let row = |raw: Labelled| {
        let Labelled { document, sample, speech, direct } = raw;
        let mut seen: Vec<usize> =
            sample.evidence.iter().filter_map(|e| index.get(e).copied()).collect();
        // The last one is the evidence of the row before: the test puts its own guess there.
        seen.extend(sample.before.and_then(|(o, near)| names.previous(spoken[o], near)));
        Row { document, seen, before: sample.before, speech, direct }
    };
    let rows = raw.into_iter().map(row).collect();
    (names, rows)
}

fn logit(weights: &[f64], seen: &[usize]) -> f64 {
    seen.iter().map(|&at| weights[at]).sum()
}

/// Logistic regression by adaptive gradient steps.
fn fit(rows: &[&Row], names: &Names, label: impl Fn(&Row) -> Option<bool>) -> Vec<f64> {
    let mut weights = vec![0.0; names.0.len()];
    let mut squares = vec![1e-3; names.0.len()];
    let count = rows.len() as f64;
    for _ in 0..EPOCHS {
        for row in rows {
            let Some(want) = label(row) else { continue };
            let have = 1.0 / (1.0 + (-logit(&weights, &row.seen)).exp());
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

fn report(what: &str, rows: &[Row], names: &Names, label: impl Fn(&Row) -> Option<bool> + Copy) {
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    let (mut refused, mut negative) = (0, 0);
    let mut guess = vec![true; rows.len()];
    for fold in 0..FOLDS {
        let train: Vec<&Row> = rows.iter().filter(|r| r.document % FOLDS != fold).collect();
        let weights = fit(&train, names, label);
        for (at, row) in rows.iter().enumerate().filter(|(_, r)| r.document % FOLDS == fold) {
            let Some(want) = label(row) else { continue };
            let mut seen = row.seen.clone();
            if let Some((before, near)) = row.before {
                seen.pop();
                seen.extend(names.previous(guess[before], near));
            }
            let have = logit(&weights, &seen) >= 0.0;
            guess[at] = have || what != "speech";
            right += usize::from(want && have);
            found += usize::from(have);
            wanted += usize::from(want);
            negative += usize::from(!want);
            refused += usize::from(!want && !have);
        }
    }
    let (p, r) = (right as f64 / found as f64, right as f64 / wanted as f64);
    let f1 = 2.0 * p * r / (p + r);
    let refused = refused as f64 / negative as f64;
    eprintln!("{what}: P {p:.4} R {r:.4} F1 {f1:.4}; of {negative} others {refused:.3} refused");
}

const HEAD: &str = "\
# Evidence that marks hold speech, and that the speech is whole clauses.
# Made by examples/train_speech (logistic regression) from counts of small words, name shapes and
# punctuation around the quotations of PolNeAR (US political news, 2015-16) and Wikinews (CC BY 2.5),
# and of invented sentences; no text of any is in it. Run the program again to make it anew.
# Columns: group and value as src/quote/evidence.rs names them; weight for speech; weight for direct
# against mixed, both in thousandths of a logit. To add a row: weigh it by hand, keep the order.";

fn print_table(names: &Names, speech: &[f64], direct: &[f64]) {
    println!("{HEAD}");
    for (at, (group, value)) in names.0.iter().enumerate() {
        let (s, d) = (speech[at] * 1000.0, direct[at] * 1000.0);
        if s.abs() >= SLIGHT || d.abs() >= SLIGHT {
            println!("{group}\t{value}\t{s:.0}\t{d:.0}");
        }
    }
}
