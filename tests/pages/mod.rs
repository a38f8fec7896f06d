//! Reads whole pages with a [`Desk`] and holds all four stages against gold that the pages carry.
//!
//! `cargo test --test all pages -- --nocapture` prints the figures and every difference.

mod markup;
mod score;

use copydesk::Desk;
use markup::Page;
use score::Score;
use std::path::Path;

/// The least that a folder must reach: F1 by stage, and the share of pages wholly right. A little
/// below what was measured, so that a change for the better elsewhere need not fail here.
struct Floors {
    lines: f64,
    sentences: f64,
    mentions: f64,
    quotes: f64,
    perfect: f64,
}

fn pages(folder: &str) -> Vec<Page> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(&dir).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy();
        Page::read(&name, &std::fs::read_to_string(path).unwrap())
    };
    files.iter().map(read).collect()
}

/// One desk, the pages shared out among a few threads: the answer is the same on any of them.
fn score(pages: &[Page]) -> Score {
    let desk = Desk::new();
    let share = |share: &[Page]| {
        let mut sum = Score::default();
        share.iter().for_each(|page| sum.add(Score::of(page, &desk.read(&page.text))));
        sum
    };
    let mut sum = Score::default();
    std::thread::scope(|scope| {
        let shares = pages.chunks(pages.len().div_ceil(4).max(1));
        let threads: Vec<_> = shares.map(|pages| scope.spawn(move || share(pages))).collect();
        threads.into_iter().for_each(|thread| sum.add(thread.join().unwrap()));
    });
    sum
}

fn check(folder: &str, floors: &Floors) {
    let pages = pages(folder);
    assert!(!pages.is_empty(), "no page in {folder}");
    let score = score(&pages);
    let perfect = score.perfect as f64 / score.pages as f64;
    let rows = [
        ("lines", score.lines.f1(), floors.lines),
        ("sentences", score.sentences.f1(), floors.sentences),
        ("mentions", score.mentions.f1(), floors.mentions),
        ("quotations", score.quotes.f1(), floors.quotes),
        ("pages wholly right", perfect, floors.perfect),
    ];
    let table: String = rows
        .iter()
        .map(|(what, got, floor)| format!("  {what}: {got:.3}, at least {floor:.3}\n"))
        .collect();
    let report = format!("{folder}\n{}\n{table}", score.differences.join("\n"));
    println!("{report}");
    assert!(rows.iter().all(|(_, got, floor)| got >= floor), "{report}");
}

#[test]
fn learn() {
    let floors =
        Floors { lines: 0.95, sentences: 0.98, mentions: 0.97, quotes: 0.91, perfect: 0.33 };
    check("learn", &floors);
}

#[test]
fn unseen() {
    let floors = Floors { lines: 0.9, sentences: 0.95, mentions: 0.9, quotes: 0.8, perfect: 0.1 };
    check("unseen", &floors);
}
