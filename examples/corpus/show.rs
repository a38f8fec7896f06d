//! A corpus as a table.

use std::collections::HashMap;
use std::time::Duration;

use indicatif::HumanBytes;

use crate::paint::{cut, table};
use crate::tally::{Tally, Voice};

/// Speakers that are shown.
const SHOWN: usize = 20;

pub fn render(tally: &Tally, took: Duration) -> String {
    let mut voices: Vec<(&String, &Voice)> = tally.voices.iter().collect();
    voices.sort_by(|a, b| (b.1.quotes, b.1.words, a.0).cmp(&(a.1.quotes, a.1.words, b.0)));
    let speakers = voices.len();
    let head = ["quoted", "times", "words", "by", "about"].map(str::to_owned).to_vec();
    let rows = voices.into_iter().take(SHOWN).map(|(name, voice)| row(name, voice));
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    let unread = match tally.unread {
        0 => String::new(),
        n => format!("{n} pages could not be read\n"),
    };
    let speed = tally.bytes as f64 / took.as_secs_f64().max(1e-9);
    format!(
        "{} pages, {} of text, {} of it articles, in {:.2} s ({}/s)\n{} quotations, {speakers} \
         speakers with a name\n{unread}\n{}",
        tally.pages,
        HumanBytes(tally.bytes as u64),
        HumanBytes(tally.kept as u64),
        took.as_secs_f64(),
        HumanBytes(speed as u64),
        tally.quotes,
        table(&rows, |_, cell| cell.to_owned())
    )
}

fn row(name: &str, voice: &Voice) -> Vec<String> {
    let about = voice.about.iter().map(|(country, n)| (country.name().to_owned(), *n)).collect();
    vec![
        cut(name, 26),
        voice.quotes.to_string(),
        voice.words.to_string(),
        cut(&most(&voice.by), 24),
        most(&about),
    ]
}

/// The names that were counted most, with their counts.
fn most(counts: &HashMap<String, usize>) -> String {
    let mut counts: Vec<(&String, &usize)> = counts.iter().collect();
    counts.sort_by(|a, b| (b.1, a.0).cmp(&(a.1, b.0)));
    let named = counts.iter().take(3).map(|(name, n)| format!("{name} {n}"));
    named.collect::<Vec<_>>().join(", ")
}
