//! Throughput of each stage beside `memchr3` over the same text in the same run.
//!
//! Machines differ and are noisy; the ratio to a primitive that does almost nothing is what can be
//! compared, and processor time is not that of a neighbour. `cargo bench --bench stages [-- PATH]`: with a path to a text file, or to JSON Lines that
//! have a "text", these are measured and no bar is judged; with `--smoke` a run that only shows that
//! it works.

mod bars;
mod tasks;
mod text;

use std::hint::black_box;
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;

use tasks::{Document, Engines, Task, TASKS};
use text::{Kind, KINDS};

/// Bars are judged on articles of this size.
const ARTICLE: usize = 3 << 10;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let smoke = bars::is_smoke();
    let bench = Bench {
        engines: Engines::new()?,
        least: Duration::from_millis(if smoke { 1 } else { 250 }),
        rounds: if smoke { 1 } else { 3 },
        total: if smoke { 64 << 10 } else { 1 << 20 },
    };
    println!(
        "{:<30} {:<13} {:>9} {:>7} {:>8} {:>7}",
        "task", "text", "bytes", "MB/s", "memchr3", "ratio"
    );
    let given = std::env::args().skip(1).find(|arg| !arg.starts_with('-'));
    if let Some(path) = given {
        let texts = read(&path)?;
        TASKS.iter().for_each(|task| {
            bench.measure(task, "given", &texts);
        });
        return Ok(());
    }
    let mut rows = Vec::new();
    for task in &TASKS {
        let sizes: &[usize] =
            if smoke { &[ARTICLE] } else { &[1 << 10, ARTICLE, 100 << 10, 10 << 20] };
        for &size in sizes {
            let (row, ratio) = bench.generated(task, task.kind, size);
            rows.push(row);
            if size == ARTICLE {
                rows.push(bars::judged(task.name, ratio));
            }
        }
        for kind in KINDS.into_iter().filter(|kind| *kind != task.kind && !smoke) {
            rows.push(bench.generated(task, kind, ARTICLE).0);
        }
    }
    rows.push(bars::judged(bars::THREADS, bench.linear()));
    bars::keep("stages", &rows)?;
    Ok(())
}

struct Bench {
    engines: Engines,
    /// How long to measure, at least.
    least: Duration,
    /// Rounds, at least.
    rounds: usize,
    /// Bytes of text in all.
    total: usize,
}

impl Bench {
    fn generated(&self, task: &Task, kind: Kind, size: usize) -> (Vec<String>, f64) {
        let texts = text::texts(kind, size, self.total.max(size));
        let (ours, base) = self.measure(task, kind.name(), &texts);
        let row = ["rate", task.name, kind.name()].map(String::from).to_vec();
        let figures = [size as f64, ours, base].map(|figure| figure.to_string());
        (row.into_iter().chain(figures).collect(), ours / base)
    }

    /// Megabytes a second, ours and those of `memchr3`.
    fn measure(&self, task: &Task, kind: &str, texts: &[String]) -> (f64, f64) {
        let documents: Vec<Document<'_>> = texts.iter().map(|text| task.document(text)).collect();
        let base = self.rate(&documents, |document| {
            memchr::memchr3_iter(b'.', b'?', b'!', document.text.as_bytes()).count()
        });
        let ours = self.rate(&documents, |document| (task.work)(&self.engines, document));
        let size = texts.iter().map(String::len).sum::<usize>() / texts.len();
        println!(
            "{:<30} {kind:<13} {size:>9} {ours:>7.0} {base:>8.0} {:>7.4}",
            task.name,
            ours / base
        );
        (ours, base)
    }

    /// Megabytes a second, the best of a few rounds or of those that fit: noise only ever slows down.
    fn rate(&self, documents: &[Document<'_>], work: impl Fn(&Document<'_>) -> usize) -> f64 {
        let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
        let begun = Instant::now();
        let (mut best, mut rounds) = (f64::MAX, 0);
        while begun.elapsed() < self.least || rounds < self.rounds {
            rounds += 1;
            let round = ThreadTime::now();
            documents.iter().for_each(|document| {
                black_box(work(black_box(document)));
            });
            best = best.min(round.elapsed().as_secs_f64());
        }
        bytes as f64 / 1e6 / best
    }

    /// The pipeline on all cores beside the pipeline on one: 1 is linear.
    fn linear(&self) -> f64 {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let texts = text::texts(Kind::Page, ARTICLE, self.total);
        let read = |part: &[String]| {
            part.iter().for_each(|text| {
                black_box(self.engines.desk.read(black_box(text)).sentences().len());
            });
        };
        let best = |threads: usize| {
            let parts: Vec<&[String]> = texts.chunks(texts.len().div_ceil(threads)).collect();
            let rounds = (0..if bars::is_smoke() { 1 } else { 8 }).map(|_| {
                let begun = Instant::now();
                std::thread::scope(|scope| {
                    parts.iter().for_each(|part| {
                        scope.spawn(|| read(part));
                    });
                });
                begun.elapsed().as_secs_f64()
            });
            rounds.fold(f64::MAX, f64::min)
        };
        let (one, all) = (best(1), best(cores));
        println!("{:<30} {cores} cores, {:.2} times the speed of one", bars::THREADS, one / all);
        one / all / cores as f64
    }
}

/// The texts of a file: all of it, or of JSON Lines what is called "text".
fn read(path: &str) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let all = std::fs::read_to_string(path)?;
    let text = |line: &str| -> Option<String> {
        let value: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(value["text"].as_str()?.to_owned())
    };
    let texts: Vec<String> = all.lines().filter_map(text).collect();
    Ok(if texts.is_empty() { vec![all] } else { texts })
}
