//! Indirect speech as if some of its words were quoted: many more sentences to learn from who says
//! what, though nobody put marks into them.

use copydesk::Span;
use serde_json::Value;

use crate::{place, Dice, Said};

/// Where words are cut out once and again.
pub const ROUNDS: u64 = 2;

/// Words that a quotation seldom begins with.
const LEADING: [&str; 7] = ["that", "to", "the", "a", "of", "if", "whether"];
/// Lengths of cuts in words: as many short ones as in the news.
const LENGTHS: [usize; 10] = [1, 2, 2, 3, 3, 4, 5, 7, 10, 15];

/// Some words out of every piece of indirect speech, with its speaker; no two overlap.
pub fn cuts(gold: &Value, round: u64) -> Vec<Said> {
    let text = gold["text"].as_str().unwrap_or_default();
    let said = |q: &&Value| q["kind"] == "indirect" && !q["speaker"].is_null();
    let quotes = gold["quotes"].as_array().into_iter().flatten().filter(said);
    let mut spans: Vec<(Span, Span)> =
        quotes.filter_map(|q| Some((place(q)?, place(&q["speaker"])?))).collect();
    spans.sort_unstable();
    let mut cuts: Vec<Said> = Vec::new();
    for (content, speaker) in spans {
        let seed = content.start as u64 * ROUNDS + round + 1;
        let Some(cut) = text.get(content.range()).and_then(|words| cut(words, seed)) else {
            continue;
        };
        let cut = Span::new(content.start + cut.start, content.start + cut.end);
        if !speaker.overlaps(cut) && cuts.last().map_or(true, |(last, _)| last.end <= cut.start) {
            cuts.push((cut, Some(speaker)));
        }
    }
    cuts
}

/// A few words of `content`, from its beginning or from anywhere; none of what holds marks or runs
/// over lines.
fn cut(content: &str, seed: u64) -> Option<Span> {
    if content.contains(['"', '\u{201c}', '\n']) {
        return None;
    }
    let mut words: Vec<Span> = Vec::new();
    let mut at = 0;
    for word in content.split(' ') {
        if word.contains(char::is_alphanumeric) {
            words.push(Span::new(at, at + word.len()));
        }
        at += word.len() + 1;
    }
    let mut dice = Dice::new(seed);
    let length = LENGTHS[dice.throw(LENGTHS.len())];
    let anywhere = dice.throw(3) > 0 && !words.is_empty();
    let mut first = if anywhere { dice.throw(words.len()) } else { 0 };
    while first + 1 < words.len() && LEADING.contains(&&content[words[first].range()]) {
        first += 1;
    }
    let last = (first + length).min(words.len()).checked_sub(1)?;
    Some(Span::new(words[first].start, words[last].end))
}
