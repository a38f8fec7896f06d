//! The labelled pages.

use std::error::Error;
use std::path::Path;

use copydesk::Span;
use serde_json::Value;

/// What the gold says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    Keep,
    Drop,
    /// The headline, first occurrence: keeping it is no fault.
    Title,
    /// Never counted.
    Neutral,
}

/// A labelled line.
#[derive(Clone, Debug)]
pub struct Gold {
    pub span: Span,
    pub label: Label,
    pub reason: String,
}

/// A labelled page.
#[derive(Clone, Debug)]
pub struct Doc {
    pub id: String,
    /// The file it is from, without its folder.
    pub file: String,
    /// Registrable domain: pages of one site are never split between training and testing.
    pub site: String,
    pub text: String,
    pub gold: Vec<Gold>,
}

/// Reads the files.
pub fn load(paths: &[String]) -> Result<Vec<Doc>, Box<dyn Error>> {
    let mut docs = Vec::new();
    for path in paths {
        let file = Path::new(path).file_name().unwrap_or_default().to_string_lossy().to_string();
        for line in std::fs::read_to_string(path)?.lines().filter(|l| !l.trim().is_empty()) {
            docs.push(read(&serde_json::from_str(line)?, &file)?);
        }
    }
    Ok(docs)
}

fn read(page: &Value, file: &str) -> Result<Doc, Box<dyn Error>> {
    let text = page["text"].as_str().ok_or("no text")?.to_string();
    let mut gold = Vec::new();
    let mut add = |name: &str, label: Label| {
        for entry in page[name].as_array().into_iter().flatten() {
            let at = |i: usize| entry[i].as_u64().unwrap_or(0) as usize;
            let reason = entry[2].as_str().unwrap_or_default().to_string();
            gold.push(Gold { span: Span::new(at(0), at(1)), label, reason });
        }
    };
    add("keep", Label::Keep);
    add("drops", Label::Drop);
    add("neutral", Label::Neutral);
    add("titles", Label::Title);
    gold.sort_by_key(|g| g.span);
    let mut titled = false;
    for line in gold.iter_mut().filter(|g| g.label == Label::Title) {
        if std::mem::replace(&mut titled, true) {
            line.label = Label::Drop;
            line.reason = "duplicate".into();
        } else {
            line.reason = "title".into();
        }
    }
    let site = site(page["url"].as_str().unwrap_or_default());
    let id = page["id"].as_str().unwrap_or_default().to_string();
    Ok(Doc { id, file: file.to_string(), site, text, gold })
}

/// The registrable domain of an address: two labels, three where the second is a general one.
fn site(url: &str) -> String {
    let host = url.split("//").last().unwrap_or(url).split('/').next().unwrap_or_default();
    let labels: Vec<&str> = host.trim_start_matches("www.").split('.').collect();
    let n = labels.len();
    let general = n >= 3 && labels[n - 1].len() == 2 && labels[n - 2].len() <= 3;
    labels[n.saturating_sub(if general { 3 } else { 2 })..].join(".").to_lowercase()
}

/// A number from 0 to `folds` by the site; another `seed` makes another division.
pub fn fold(site: &str, folds: u64, seed: u64) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325_u64 ^ seed << 32;
    let hash = site.bytes().fold(start, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 20) % folds
}
