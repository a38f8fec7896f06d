//! Invented passages of what the news lacks: conversations, interviews, letters, reviews, advice.

use serde_json::{json, Value};

/// How often each passage counts.
const OWN: usize = 3;

/// The passages of `samples.txt` as documents, each as often as it counts.
pub fn passages() -> Vec<Value> {
    let lines = include_str!("samples.txt").lines().filter(|line| !line.starts_with('#'));
    let passages: Vec<Value> = lines.map(passage).collect();
    (0..OWN).flat_map(|_| passages.clone()).collect()
}

/// Reads a line: `<1 Ann Lee>` are words for speaker 1, `<1>` stands behind what she says, `<0>` behind
/// what nobody says.
fn passage(line: &str) -> Value {
    let line = line.replace("\\n", "\n");
    let mut pieces = line.split('<');
    let mut text = pieces.next().unwrap_or_default().to_string();
    let (mut speakers, mut said) = (Vec::new(), Vec::new());
    for (tag, behind) in pieces.filter_map(|piece| piece.split_once('>')) {
        let at = text.len();
        match tag.split_once(' ') {
            Some((number, words)) => {
                text += words;
                speakers.push((number, json!({"start": at, "end": text.len()})));
            }
            None => said.push((tag, text.rfind('\u{201c}').unwrap_or_default(), at)),
        }
        text += behind;
    }
    speakers.push(("0", Value::Null));
    let quotes = said.iter().flat_map(|(number, start, end)| {
        let words = speakers.iter().filter(move |(speaker, _)| speaker == number);
        words.map(move |(_, words)| json!({"start": start, "end": end, "kind": "direct", "speaker": words}))
    });
    let quotes: Vec<Value> = quotes.collect();
    json!({"text": text, "quotes": quotes})
}
