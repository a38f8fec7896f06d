//! Learns the weights of `src/data/quote/speech.tsv`: which marks are speech, and which speech is
//! whole clauses.
//!
//! ```text
//! cargo run --release --features train --example train_speech -- GOLD.jsonl... > table.tsv
//! ```
//!
//! GOLD holds one document a line, `{"text", "quotes": [{"start","end","kind"}], "unspoken":
//! [[s,e]], "doubtful": [[s,e]], "ignore": [[s,e]]}`, offsets in bytes. The invented sentences of
//! `samples.txt` are learned too: they bring what US political news lacks. Three logistic regressions
//! are fitted by gradient descent with a quadratic penalty: which places in a sentence are part of
//! what somebody says, from the indirect speech of GOLD; and with its answers for unseen documents as
//! evidence the two of the table. Figures of five folds by document go to standard error: of the
//! places, of the pairs, and of the quotations that come of them.

mod govern;

use std::collections::HashMap;
use std::error::Error;
use std::io::BufRead;

use copydesk::quote::training::{previous, samples, spoken, Sample, GOVERNED};
use copydesk::Span;
use govern::Governor;
use serde_json::Value;

/// A group and a value.
type Evidence = (&'static str, String);

/// Evidence seen in fewer documents is left out.
const LEAST: usize = 5;
const EPOCHS: usize = 100;
/// For evidence in every row; less, by the root of its share of the rows, for rarer.
const PENALTY: f64 = 40.0;
/// Evidence that tells much in a few values is held back less.
const FIRM: [&str; 6] = ["page", "previous", "invented", "length", "follows", "governed"];
const FREEDOM: f64 = 4.0;
const RATE: f64 = 0.05;
const FOLDS: usize = 5;
/// How often each invented sentence counts.
const OWN: usize = 2;
/// The evidence that a sentence is invented: those are not as often speech as the marks of a page.
const INVENTED: (&str, &str) = ("invented", "");
/// The margins that figures are given for.
const MARGINS: [f64; 7] = [0.0, 0.2, 0.4, 0.6, MARGIN, 0.8, 1.0];
/// How much more than its opposite speech must weigh, in logits: what marks hold is taken for nobody's
/// words more readily than a title for somebody's.
const MARGIN: f64 = 0.7;
/// Evidence that weighs less, in thousandths of a logit, is left out of the table.
const SLIGHT: f64 = 60.0;

/// One pair of marks as it was read.
struct Labelled {
    document: usize,
    sample: Sample,
    speech: bool,
    direct: Option<bool>,
}

/// A document as it is told apart from the others.
struct Document {
    text: String,
    /// What is quoted.
    quoted: Vec<Span>,
    /// What is not scored.
    ignored: Vec<Span>,
    /// Marks that the annotators left out.
    unspoken: Vec<Span>,
    /// The evidence of all its pairs.
    pairs: Vec<Vec<Evidence>>,
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
struct Names(Vec<Evidence>);

impl Names {
    fn previous(&self, spoken: bool, near: bool) -> Option<usize> {
        let name = ("previous", previous(spoken, near));
        self.0.iter().position(|(group, value)| (*group, value.as_str()) == name)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut gold: Vec<Value> = Vec::new();
    for path in std::env::args().skip(1) {
        let file = std::io::BufReader::new(std::fs::File::open(path)?);
        for line in file.lines() {
            gold.push(serde_json::from_str(&line?)?);
        }
    }
    let governor = Governor::learn(&gold);
    let mut raw = Vec::new();
    let documents = gold.iter().enumerate();
    let documents: Vec<Document> =
        documents.map(|(at, gold)| label(at, gold, &governor, &mut raw)).collect();
    for line in include_str!("samples.txt").lines().filter(|l| !l.starts_with('#')) {
        invented(line, documents.len(), &governor, &mut raw);
    }
    let (names, rows) = number(raw, LEAST);
    let (speech, direct) = (|r: &Row| Some(r.speech), |r: &Row| r.direct);
    report("speech", &rows, &names, speech);
    report_quotations(&documents, &rows, &names);
    report("direct", &rows, &names, direct);
    let all: Vec<&Row> = rows.iter().collect();
    let (speech, direct) = (fit(&all, &names, speech), fit(&all, &names, direct));
    print_table(&names, &speech, &direct, &governor);
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
fn label(document: usize, gold: &Value, governor: &Governor, raw: &mut Vec<Labelled>) -> Document {
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
    let mut pairs = Vec::new();
    for (at, mut sample) in samples(text).into_iter().enumerate() {
        judge(&mut sample, governor, Some(document));
        pairs.push(sample.evidence.clone());
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
    let quoted = quoted.iter().map(|(span, _)| trim(text, *span)).collect();
    let ignored = [doubtful, ignored].concat();
    let unspoken = spans(gold, "unspoken").iter().map(|span| trim(text, *span)).collect();
    Document { text: text.to_string(), quoted, ignored, unspoken, pairs }
}

/// Adds to the evidence about a pair what its place tells.
fn judge(sample: &mut Sample, governor: &Governor, document: Option<usize>) {
    if !sample.nested {
        let place = governor.judge(document, &sample.place);
        sample.evidence.push((GOVERNED, place.to_string()));
    }
}

/// A quotation without its marks and stops.
fn trim(text: &str, span: Span) -> Span {
    let Some(words) = text.get(span.range()) else { return span };
    let start = span.start + (words.len() - words.trim_start_matches(is_edge).len());
    let end = span.end - (words.len() - words.trim_end_matches(is_edge).len());
    if start < end {
        Span::new(start, end)
    } else {
        span
    }
}

fn is_edge(c: char) -> bool {
    !c.is_alphanumeric()
}

/// Appends the pairs of one line of `samples.txt`: once as if the line stood on a page of news that
/// quotes much, once, where it is no speech, as if on a page that hardly quotes.
fn invented(line: &str, real: usize, governor: &Governor, raw: &mut Vec<Labelled>) {
    let Some((letters, text)) = line.split_once('\t') else { return };
    let document = raw.last().map_or(0, |l| l.document + 1).max(real);
    for copy in 0..OWN {
        let habit = if copy > 0 && letters.starts_with('n') { "few long" } else { "many long" };
        let base = raw.len();
        for (letter, mut sample) in letters.chars().zip(samples(text)) {
            judge(&mut sample, governor, None);
            sample.evidence.push((INVENTED.0, INVENTED.1.to_string()));
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
fn number(raw: Vec<Labelled>, least: usize) -> (Names, Vec<Row>) {
    let mut documents: HashMap<Evidence, (usize, usize)> = HashMap::new();
    for row in &raw {
        for evidence in &row.sample.evidence {
            let entry = documents.entry(evidence.clone()).or_insert((0, usize::MAX));
            if entry.1 != row.document {
                *entry = (entry.0 + 1, row.document);
            }
        }
    }
    let often = documents.into_iter().filter(|(_, (n, _))| *n >= least);
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
    let mut counts = vec![0.0; names.0.len()];
    rows.iter().flat_map(|row| &row.seen).for_each(|&at| counts[at] += 1.0);
    let held = |at: usize| if FIRM.contains(&names.0[at].0) { PENALTY / FREEDOM } else { PENALTY };
    let penalty = |at: usize| held(at) / f64::sqrt(counts[at] * rows.len() as f64);
    for _ in 0..EPOCHS {
        for row in rows {
            let Some(want) = label(row) else { continue };
            let have = 1.0 / (1.0 + (-logit(&weights, &row.seen)).exp());
            let error = have - f64::from(u8::from(want));
            for &at in &row.seen {
                let slope = error + penalty(at) * weights[at];
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
            let have = logit(&weights, &seen) >= if what == "speech" { MARGIN } else { 0.0 };
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

/// Says how many of the quotations are found in five folds, as the stage finds them, and how many of
/// the marks that are none are taken for some, for several margins.
fn report_quotations(documents: &[Document], rows: &[Row], names: &Names) {
    let weights: Vec<Vec<f64>> = (0..FOLDS)
        .map(|fold| {
            let train: Vec<&Row> = rows.iter().filter(|r| r.document % FOLDS != fold).collect();
            fit(&train, names, |r| Some(r.speech))
        })
        .collect();
    let number: HashMap<_, usize> =
        names.0.iter().map(|(g, v)| (*g, v.as_str())).zip(0..).collect();
    for margin in MARGINS {
        let mut tally = Tally::default();
        for (at, document) in documents.iter().enumerate() {
            let weights = &weights[at % FOLDS];
            let spans = spoken(&document.text, |at, before| {
                let known =
                    document.pairs[at].iter().filter_map(|(g, v)| number.get(&(*g, v.as_str())));
                let mut seen: Vec<usize> = known.copied().collect();
                seen.extend(before.and_then(|(spoken, near)| names.previous(spoken, near)));
                logit(weights, &seen) >= margin
            });
            let spans: Vec<Span> = spans.iter().map(|s| trim(&document.text, *s)).collect();
            tally.add(document, &spans);
        }
        eprintln!("quotations, margin {margin:.1}: {tally}");
    }
}

#[derive(Default)]
struct Tally {
    right: usize,
    found: usize,
    wanted: usize,
    unspoken: usize,
    taken: usize,
}

impl Tally {
    fn add(&mut self, document: &Document, spans: &[Span]) {
        let hit = |q: &&Span| spans.iter().any(|s| share(**q, *s) >= 0.8);
        let free = |s: &&Span| {
            let gold = document.quoted.iter().any(|q| share(*q, **s) >= 0.8);
            !gold && document.ignored.iter().any(|i| i.overlaps(**s))
        };
        self.right += document.quoted.iter().filter(hit).count();
        self.wanted += document.quoted.len();
        self.found += spans.len() - spans.iter().filter(free).count();
        self.unspoken += document.unspoken.len();
        self.taken += document.unspoken.iter().filter(hit).count();
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let right = self.right as f64;
        let (p, r) = (right / self.found as f64, right / self.wanted as f64);
        let taken = self.taken as f64 / self.unspoken as f64;
        let f1 = 2.0 * p * r / (p + r);
        write!(f, "P {p:.4} R {r:.4} F1 {f1:.4}; {taken:.3} of {} others taken", self.unspoken)
    }
}

const HEAD: &str = "\
# Evidence that marks hold speech, and that the speech is whole clauses.
# Made by examples/train_speech (logistic regression) from counts of small words, name shapes and
# punctuation around the quotations of PolNeAR (US political news, 2015-16) and Wikinews (CC BY 2.5),
# and of invented sentences; no text of any is in it. Run the program again to make it anew.
# Columns: group and value as src/quote/speech/evidence.rs names them; weight for speech; weight for direct
# against mixed, both in thousandths of a logit. The groups of src/quote/speech/govern.rs come first; their
# weights sum up to the evidence `governed`. To add a row: weigh it by hand, keep the order.";

fn print_table(names: &Names, speech: &[f64], direct: &[f64], governor: &Governor) {
    println!("{HEAD}");
    for ((group, value), weight) in governor.rows().filter(|(_, w)| w.abs() * 1000.0 >= SLIGHT) {
        println!("{group}\t{value}\t{:.0}\t0", weight * 1000.0);
    }
    let written = names.0.iter().enumerate().filter(|(_, (group, _))| *group != INVENTED.0);
    for (at, (group, value)) in written {
        let margin = if *group == "always" { MARGIN } else { 0.0 };
        let (s, d) = ((speech[at] - margin) * 1000.0, direct[at] * 1000.0);
        if s.abs() >= SLIGHT || d.abs() >= SLIGHT {
            println!("{group}\t{value}\t{s:.0}\t{d:.0}");
        }
    }
}
