//! Learns the weights of `src/data/quote/speaker.tsv`: who said a quotation.
//!
//! ```text
//! cargo run --release --features train --example train_quotes -- GOLD.jsonl... > table.tsv
//! ```
//!
//! GOLD holds one document a line, `{"text", "quotes": [{"start", "end", "kind", "speaker":
//! {"start", "end"} | null}]}`, offsets in bytes. A log-linear model over the candidates of each
//! quotation is fitted by stochastic gradient steps, first to words cut out of indirect speech, then
//! to the quotations; any candidate that shares a telling word with the gold speaker counts as
//! right. The invented passages of `samples.txt` are learned too: they bring what US political news
//! lacks. Figures of five folds by document go to standard error; nobody is judged by the passages.

mod cuts;
mod invented;

use std::collections::HashMap;
use std::error::Error;
use std::io::BufRead;

use copydesk::quote::training::{cases, evidence_name, unheard, Candidate};
use copydesk::Span;
use serde_json::Value;

/// Rounds over all quotations before slight weights are left out, and behind: the mean of these is
/// what the table holds.
const BEFORE: usize = 3;
const EPOCHS: usize = 6;
const RATE: f64 = 0.06;
const PENALTY: f64 = 3e-4;
/// How much of the steps towards the cuts the pace remembers.
const MEMORY: f64 = 0.1;
const FOLDS: usize = 5;
/// Weights that are smaller after the first rounds are left out, and the others learn to do
/// without them.
const SLIGHT: f64 = 0.12;
/// In how many orders the rows are gone through from nothing, how far their seeds lie apart, and
/// weights that are smaller in the mean are left out.
const ORDERS: u64 = 4;
const SEEDS: u64 = 1000;
const FAINT: f64 = 0.05;

/// Words, and the words for who said them.
type Said = (Span, Option<Span>);

/// Weights by the key of their evidence.
type Weights = HashMap<u64, Weight>;

/// A weight as it is learned.
#[derive(Clone, Copy, Default)]
struct Weight {
    now: f64,
    /// The sum of its squared gradients.
    squares: f64,
    /// The sum over the epochs.
    sum: f64,
}

/// A quotation with its options, and which of them are right.
struct Row {
    options: Vec<Vec<u64>>,
    right: Vec<bool>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut documents = Vec::new();
    for path in std::env::args().skip(1) {
        for line in std::io::BufReader::new(std::fs::File::open(path)?).lines() {
            documents.push(serde_json::from_str::<Value>(&line?)?);
        }
    }
    let lessons: Vec<Lesson> = documents.iter().map(Lesson::new).collect();
    let invented: Vec<Lesson> = invented::passages().iter().map(Lesson::new).collect();
    let all = lessons.iter().flat_map(|lesson| &lesson.quotes);
    let reachable = all.clone().filter(|r| r.right.contains(&true)).count();
    eprintln!("{} quotations, {reachable} with the speaker among the candidates", all.count());
    let texts = documents.iter().filter_map(|document| document["text"].as_str());
    let missed: usize = texts.map(unheard).sum();
    eprintln!("{missed} would go to somebody whom the compiled table leaves unheard");
    let (mut correct, mut wanted) = (0, 0);
    for fold in 0..FOLDS {
        let is_held = |at: usize| at % FOLDS == fold;
        let learned = lessons.iter().enumerate().filter(|(at, _)| !is_held(*at));
        let weights = learn(learned.map(|(_, lesson)| lesson).chain(&invented));
        let (mut good, mut count) = (0, 0);
        for (_, gold) in documents.iter().enumerate().filter(|(at, _)| is_held(*at)) {
            // What was chosen before is evidence: here it is the model's own choice.
            for row in label(gold, &[], |row| best(&weights, &row.options)) {
                good += usize::from(row.right[best(&weights, &row.options)]);
                count += 1;
            }
        }
        eprintln!("fold {fold}: {good} of {count} right");
        (correct, wanted) = (correct + good, wanted + count);
    }
    eprintln!("held out: {:.2} %", 100.0 * correct as f64 / wanted as f64);
    write(&learn(lessons.iter().chain(&invented)));
    Ok(())
}

/// What a document teaches.
struct Lesson {
    /// Words cut out of indirect speech.
    cuts: Vec<Row>,
    quotes: Vec<Row>,
}

impl Lesson {
    fn new(gold: &Value) -> Lesson {
        let rounds = (0..cuts::ROUNDS).map(|round| cuts::cuts(gold, round));
        let cuts = rounds.flat_map(|cuts| label(gold, &cuts, first_right)).collect();
        Lesson { cuts, quotes: label(gold, &[], first_right) }
    }
}

/// The option that is right, for the evidence of the quotations behind; or else nobody.
fn first_right(row: &Row) -> usize {
    row.right.iter().position(|right| *right).unwrap_or(0)
}

/// The quotations of a document that the gold has too, with their options; or the cuts, if there
/// are any.
fn label(gold: &Value, cuts: &[Said], choose: impl Fn(&Row) -> usize) -> Vec<Row> {
    let text = gold["text"].as_str().unwrap_or_default();
    let quotes = gold["quotes"].as_array().into_iter().flatten();
    let quotes: Vec<Said> = quotes
        .filter(|q| q["kind"] != "indirect")
        .filter_map(|q| Some((place(q)?, place(&q["speaker"]))))
        .chain(cuts.iter().copied())
        .collect();
    let more: Vec<Span> = cuts.iter().map(|(cut, _)| *cut).collect();
    let mut rows = Vec::new();
    cases(text, &more, |quote, options: Vec<Candidate>| {
        let gold = || quotes.iter().filter(|(gold, _)| alike(*gold, quote));
        let is_right = |words: &Option<Span>| {
            gold().any(|(_, speaker)| match (speaker, words) {
                (None, None) => true,
                (Some(speaker), Some(words)) => shares_word(text, *speaker, *words),
                _ => false,
            })
        };
        let right = options.iter().map(|(words, _)| is_right(words)).collect();
        let row = Row { right, options: options.into_iter().map(|o| o.1).collect() };
        let chosen = choose(&row);
        if gold().next().is_some() && (more.is_empty() || more.contains(&quote)) {
            rows.push(row);
        }
        chosen
    });
    rows
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

fn score(weights: &Weights, seen: &[u64], of: impl Fn(&Weight) -> f64) -> f64 {
    seen.iter().filter_map(|key| weights.get(key)).map(of).sum()
}

fn best(weights: &Weights, options: &[Vec<u64>]) -> usize {
    let scores: Vec<f64> = options.iter().map(|seen| score(weights, seen, |w| w.sum)).collect();
    (0..options.len()).rev().max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap_or(0)
}

/// The mean of what is learned from the rows in several orders: one order alone leads here or there.
fn learn<'a>(lessons: impl Iterator<Item = &'a Lesson> + Clone) -> Weights {
    let mut mean = Weights::new();
    for order in 0..ORDERS {
        for (key, weight) in learn_once(lessons.clone(), order * SEEDS) {
            mean.entry(key).or_default().sum += weight.sum / ORDERS as f64;
        }
    }
    mean.retain(|_, w| w.sum.abs() >= FAINT * EPOCHS as f64);
    mean
}

/// Fits the weights: every step moves towards the right options by how likely they are held to be.
fn learn_once<'a>(lessons: impl Iterator<Item = &'a Lesson> + Clone, seed: u64) -> Weights {
    let mut weights = Weights::new();
    let quotes = || lessons.clone().flat_map(|lesson| &lesson.quotes);
    let mut seeds = seed..;
    let mut walk = |weights: &mut Weights, rows: Vec<&Row>, grow| {
        walk(weights, rows, seeds.next().unwrap_or_default(), grow);
    };
    walk(&mut weights, lessons.clone().flat_map(|lesson| &lesson.cuts).collect(), true);
    weights.values_mut().for_each(|w| w.squares *= MEMORY);
    for _ in 0..BEFORE {
        walk(&mut weights, quotes().collect(), true);
    }
    weights.retain(|_, w| w.now.abs() >= SLIGHT);
    for _ in 0..EPOCHS {
        walk(&mut weights, quotes().collect(), false);
        // The mean of the epochs is steadier than where the last step happened to lead.
        weights.values_mut().for_each(|w| w.sum += w.now);
    }
    weights
}

/// One step for every row, in a random order; new weights only if they are to `grow`.
fn walk(weights: &mut Weights, mut rows: Vec<&Row>, seed: u64, grow: bool) {
    rows.retain(|r| r.right.contains(&true));
    let mut dice = Dice::new(seed);
    for at in (1..rows.len()).rev() {
        rows.swap(at, dice.throw(at + 1));
    }
    rows.into_iter().for_each(|row| step(weights, row, grow));
}

fn step(weights: &mut Weights, row: &Row, grow: bool) {
    let scores: Vec<f64> = row.options.iter().map(|seen| score(weights, seen, |w| w.now)).collect();
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let likely: Vec<f64> = scores.iter().map(|s| (s - most).exp()).collect();
    let total: f64 = likely.iter().sum();
    let right: f64 = likely.iter().zip(&row.right).filter(|(_, r)| **r).map(|(l, _)| l).sum();
    for ((seen, likely), is_right) in row.options.iter().zip(&likely).zip(&row.right) {
        let wanted = if *is_right { likely / right.max(1e-300) } else { 0.0 };
        let pull = wanted - likely / total;
        if pull.abs() < 1e-5 {
            continue;
        }
        for key in seen {
            if grow {
                weights.entry(*key).or_insert(Weight { squares: 1e-3, ..Weight::default() });
            }
            let Some(weight) = weights.get_mut(key) else { continue };
            let gradient = pull - PENALTY * weight.now;
            weight.squares += gradient * gradient;
            weight.now += RATE * gradient / weight.squares.sqrt();
        }
    }
}

/// Throws the same numbers for the same seed, on every machine.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// A number below `sides`.
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

fn write(weights: &Weights) {
    print!(
        "# Evidence for and against a speaker.\n\
         # Made by examples/train_quotes (a log-linear model over the candidates of each quotation)\n\
         # from where the speakers of quotations and indirect speech of PolNeAR (US political news, 2015-16) and Wikinews (CC BY 2.5)\n\
         # stand, and of invented passages; no text of any is in it. Run the program again to make it anew.\n\
         # Columns: views as src/quote/speaker/view.rs names them, left out where they are those of the row\n\
         # before; their values but for the last; the last with its weight in hundredths of a logit, any\n\
         # number of times. To add a row: weigh it by hand."
    );
    let mut rows: Vec<_> = weights
        .iter()
        .map(|(key, w)| (*key, 100.0 * w.sum / EPOCHS as f64))
        .filter(|(_, weight)| weight.abs() >= 0.5)
        .map(|(key, weight)| (evidence_name(key), weight))
        .collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let mut last = ("", "");
    for ((views, values), weight) in &rows {
        let (values, value) = values.rsplit_once(' ').unwrap_or_default();
        match last == (views, values) {
            true => print!("\t{value} {weight:.0}"),
            _ if last.0 == *views => print!("\n\t{values}\t{value} {weight:.0}"),
            _ => print!("\n{views}\t{values}\t{value} {weight:.0}"),
        }
        last = (views, values);
    }
    println!();
}
