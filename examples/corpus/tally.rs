//! What a corpus adds up to.

use std::collections::HashMap;
use std::hash::Hash;

use copydesk::entity::{Country, Kind};
use copydesk::quote::{Quote, Speaker};
use copydesk::{Article, Desk, Span};
use indicatif::ProgressBar;
use serde_json::Value;

use crate::source::{Content, Raw};

/// Counts over pages. Adding two up is all there is to it, so every thread has its own.
#[derive(Default)]
pub struct Tally {
    pub pages: usize,
    pub unread: usize,
    pub bytes: usize,
    pub kept: usize,
    pub quotes: usize,
    pub voices: HashMap<String, Voice>,
}

/// Somebody who was quoted.
#[derive(Default)]
pub struct Voice {
    pub quotes: usize,
    pub words: usize,
    /// Authors, or sources where no author is named.
    pub by: HashMap<String, usize>,
    pub about: HashMap<Country, usize>,
}

impl Tally {
    /// The counts of one page, or of one that could not be read, of which `bar` tells.
    pub fn of(desk: &Desk, raw: Raw, bar: &ProgressBar) -> Tally {
        let place = raw.place.clone();
        match decode(raw) {
            Ok(None) => Tally::default(),
            Ok(Some((text, source))) => Tally::read(&desk.read(text.as_str()), &source),
            Err(problem) => {
                bar.suspend(|| eprintln!("corpus: {place}: {problem}"));
                Tally { unread: 1, ..Tally::default() }
            }
        }
    }

    fn read(article: &Article, source: &str) -> Tally {
        let layout = article.layout();
        let bytes = layout.text().len();
        let mut tally = Tally { pages: 1, bytes, kept: layout.body().len(), ..Tally::default() };
        let authors = layout.authors().iter().map(|author| layout.text()[*author].to_owned());
        let mut by: Vec<String> = authors.collect();
        if by.is_empty() {
            by.push(source.to_owned());
        }
        for quote in article.quotes().as_slice().iter().filter(|quote| quote.parent.is_none()) {
            tally.quotes += 1;
            if let Speaker::Entity { .. } = quote.speaker {
                tally.add(article, quote, &by);
            }
        }
        tally
    }

    fn add(&mut self, article: &Article, quote: &Quote, by: &[String]) {
        let Some(name) = article.quotes().speaker_name(quote) else { return };
        let text = article.quotes().text();
        let voice = self.voices.entry(name.to_owned()).or_default();
        voice.quotes += 1;
        voice.words += words(text, quote);
        by.iter().for_each(|author| count(&mut voice.by, author.clone(), 1));
        for country in countries(article, quote) {
            count(&mut voice.about, country, 1);
        }
    }

    pub fn merge(mut self, other: Tally) -> Tally {
        self.pages += other.pages;
        self.unread += other.unread;
        self.bytes += other.bytes;
        self.kept += other.kept;
        self.quotes += other.quotes;
        for (name, voice) in other.voices {
            let mine = self.voices.entry(name).or_default();
            mine.quotes += voice.quotes;
            mine.words += voice.words;
            voice.by.into_iter().for_each(|(author, n)| count(&mut mine.by, author, n));
            voice.about.into_iter().for_each(|(country, n)| count(&mut mine.about, country, n));
        }
        self
    }
}

/// The text of a page and its source; nothing for a blank line.
fn decode(raw: Raw) -> Result<Option<(String, String)>, String> {
    match raw.content.map_err(|error| error.to_string())? {
        Content::Text(bytes) => {
            let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
            Ok(Some((text, raw.folder)))
        }
        Content::Json(line) if line.iter().all(u8::is_ascii_whitespace) => Ok(None),
        Content::Json(line) => {
            let mut page: Value = serde_json::from_slice(&line).map_err(|e| e.to_string())?;
            let source = page["source"].as_str().unwrap_or(&raw.folder).to_owned();
            match page["text"].take() {
                Value::String(text) => Ok(Some((text, source))),
                _ => Err("no text".into()),
            }
        }
    }
}

fn count<K: Hash + Eq>(counts: &mut HashMap<K, usize>, key: K, n: usize) {
    *counts.entry(key).or_default() += n;
}

fn words(text: &str, quote: &Quote) -> usize {
    quote.parts.iter().map(|part| text[*part].split_whitespace().count()).sum()
}

/// The countries that the sentences of a quotation name, each once.
fn countries(article: &Article, quote: &Quote) -> Vec<Country> {
    let sentences = article.sentences();
    let first = sentences.partition_point(|s| s.span.end <= quote.span().start);
    let last = sentences.partition_point(|s| s.span.start < quote.span().end);
    let Some(said) = sentences.get(first..last) else { return Vec::new() };
    let (Some(from), Some(to)) = (said.first(), said.last()) else { return Vec::new() };
    let said = Span::new(from.span.start, to.span.end);
    let entities = article.entities();
    let start = entities.mentions().partition_point(|m| m.span.end <= said.start);
    let named = entities.mentions()[start..].iter().take_while(|m| m.span.start < said.end);
    let named = named.filter(|m| matches!(m.kind, Kind::Country | Kind::Demonym));
    let mut out: Vec<Country> =
        named.filter_map(|m| Country::from_code(entities.get(m.entity)?.code?)).collect();
    out.sort_unstable();
    out.dedup();
    out
}
