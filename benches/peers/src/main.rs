//! Each stage beside crates that do something like it, over the same generated text in one run.
//!
//! `cargo run --release --manifest-path benches/peers/Cargo.toml [-- --write] [--srx FILE]`: FILE is a
//! file of SRX rules, such as LanguageTool's `segment.srx` that comes with the source of the crate srx.
//! With `--write` the table goes to `benches/results/peers.md`. What a peer finds is not compared
//! here, only what it costs.

#[path = "../../text.rs"]
mod text;

use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use aho_corasick::{AhoCorasick, MatchKind};
use copydesk::entity::{Gazetteer, Kind as EntityKind, Normalizer};
use cpu_time::ThreadTime;
use text::Kind;
use unicode_segmentation::UnicodeSegmentation;

const ARTICLE: usize = 3 << 10;
const TOTAL: usize = 1 << 20;

/// A task, who does it, and megabytes a second.
type Row = (&'static str, &'static str, f64);

fn main() -> Result<(), Box<dyn Error>> {
    let mut rows: Vec<Row> = Vec::new();
    let news = text::texts(Kind::News, ARTICLE, TOTAL);
    let base = rate(&news, |t| memchr::memchr3_iter(b'.', b'?', b'!', t.as_bytes()).count());
    sentences(&news, &mut rows)?;
    names(&news, &mut rows)?;
    pages(&mut rows);
    countries(&mut rows);
    let table = table(&rows, base);
    println!("{table}");
    if std::env::args().any(|arg| arg == "--write") {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../results");
        std::fs::create_dir_all(folder)?;
        std::fs::write(format!("{folder}/peers.md"), table)?;
    }
    Ok(())
}

fn sentences(news: &[String], rows: &mut Vec<Row>) -> Result<(), Box<dyn Error>> {
    const TASK: &str = "sentences";
    rows.push((TASK, "copydesk", rate(news, |t| copydesk::sentences(t).count())));
    let icu = icu_segmenter::SentenceSegmenter::new(Default::default());
    rows.push((TASK, "icu_segmenter", rate(news, |t| icu.segment_str(t).count())));
    rows.push((TASK, "unicode-segmentation", rate(news, |t| t.unicode_sentences().count())));
    rows.push((TASK, "sentencex", rate(news, |t| sentencex::segment("en", t).len())));
    let given = std::env::args().skip_while(|arg| arg != "--srx").nth(1);
    if let Some(path) = given {
        let rules = std::fs::read_to_string(path)?.parse::<srx::SRX>()?.language_rules("en");
        rows.push((TASK, "srx", rate(&news[..16], |t| rules.split(t).count())));
    }
    Ok(())
}

fn names(news: &[String], rows: &mut Vec<Row>) -> Result<(), Box<dyn Error>> {
    const TASK: &str = "10,000 names in text";
    let names = text::gazetteer(10_000);
    let table = Gazetteer::from_pairs(EntityKind::Place, names.iter().map(|name| (name, name)))?;
    let ours = Normalizer::with_gazetteer_only(&table).people(false);
    rows.push((TASK, "copydesk", rate(news, |t| ours.entities(t).mentions().len())));
    let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&names)?;
    rows.push((
        TASK,
        "aho-corasick (no whole words)",
        rate(news, |t| automaton.find_iter(t).count()),
    ));
    Ok(())
}

fn pages(rows: &mut Vec<Row>) {
    const TASK: &str = "boilerplate of pages";
    let pages = text::texts(Kind::Page, ARTICLE, TOTAL);
    rows.push((TASK, "copydesk", rate(&pages, |t| copydesk::layout(t).blocks().len())));
    // It reads HTML: each line is a paragraph, and the bytes counted are those of the lines alone.
    let html = |page: &String| -> String {
        let body: String = page.lines().map(|line| format!("<p>{line}</p>\n")).collect();
        format!("<html><body>{body}</body></html>")
    };
    let marked: Vec<String> = pages.iter().map(html).collect();
    let config = justext::Config::default();
    let read = rate(&marked, |t| {
        justext::extract_text_lang(t, "English", &config).map_or(0, |text| text.len())
    });
    let bytes = |texts: &[String]| texts.iter().map(String::len).sum::<usize>() as f64;
    rows.push((TASK, "justext (HTML)", read * bytes(&pages) / bytes(&marked)));
}

fn countries(rows: &mut Vec<Row>) {
    const TASK: &str = "names of countries, one by one";
    const NAMES: [&str; 10] = [
        "Russian Federation",
        "Korea, Rep. of",
        "Poland",
        "Viet Nam",
        "COTE D'IVOIRE",
        "Brazil",
        "United States of America",
        "Swaziland",
        "New Mexico",
        "Kenya",
    ];
    let names: Vec<String> = NAMES.iter().cycle().take(5000).map(|n| n.to_string()).collect();
    rows.push((TASK, "copydesk", rate(&names, |t| usize::from(copydesk::country(t).is_some()))));
    let found = |t: &str| usize::from(keshvar::find_by_iso_short_name(t).is_ok());
    rows.push((TASK, "keshvar (exact names)", rate(&names, found)));
}

/// Megabytes a second of processor time, the best of a few rounds.
fn rate(texts: &[String], work: impl Fn(&str) -> usize) -> f64 {
    const LEAST: Duration = Duration::from_millis(300);
    let bytes: usize = texts.iter().map(String::len).sum();
    let begun = ThreadTime::now();
    let (mut best, mut rounds) = (f64::MAX, 0);
    while begun.elapsed() < LEAST || rounds < 2 {
        rounds += 1;
        let round = ThreadTime::now();
        texts.iter().for_each(|text| {
            black_box(work(black_box(text)));
        });
        best = best.min(round.elapsed().as_secs_f64());
    }
    bytes as f64 / 1e6 / best
}

fn table(rows: &[Row], base: f64) -> String {
    let mut out = format!(
        "Generated texts of 3 KB, one thread; `memchr3` over the same news makes {base:.0} MB/s.\n\n\
         | task | crate | MB/s | ratio to memchr3 |\n|---|---|---|---|\n"
    );
    for (task, who, rate) in rows {
        out += &format!("| {task} | {who} | {rate:.1} | {:.4} |\n", rate / base);
    }
    out
}
