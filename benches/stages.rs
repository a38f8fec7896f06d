//! Throughput of each stage beside `memchr3` over the same text in the same run.
//!
//! Machines differ and are noisy; the ratio to a primitive that does almost nothing is what can be
//! compared. `cargo bench --bench stages`, or with `-- --smoke` a run that only shows that it works.

mod text;

use std::hint::black_box;
use std::time::{Duration, Instant};

use copydesk::Desk;

/// One thing to measure: its name, the bar it has to hold as a ratio to `memchr3`, and the work.
struct Task {
    name: &'static str,
    bar: f64,
    pages: bool,
    work: fn(&Desk, &str) -> usize,
}

const TASKS: [Task; 5] = [
    Task {
        name: "sentences",
        bar: 0.10,
        pages: false,
        work: |_, t| copydesk::sentences(t).count(),
    },
    Task {
        name: "entities",
        bar: 0.03,
        pages: false,
        work: |_, t| copydesk::entities(t).mentions().len(),
    },
    Task {
        name: "quotations",
        bar: 0.05,
        pages: false,
        work: |_, t| copydesk::quotes(t).as_slice().len(),
    },
    Task {
        name: "boilerplate",
        bar: 0.08,
        pages: true,
        work: |_, t| copydesk::layout(t).blocks().len(),
    },
    Task { name: "pipeline", bar: 0.012, pages: true, work: |d, t| d.read(t).sentences().len() },
];

fn main() {
    let smoke = std::env::args().any(|a| a == "--smoke");
    let total = if smoke { 64 << 10 } else { 8 << 20 };
    let sizes: &[usize] = if smoke { &[3 << 10] } else { &[1 << 10, 3 << 10, 100 << 10, 8 << 20] };
    let least = Duration::from_millis(if smoke { 1 } else { 400 });
    let desk = Desk::new();
    println!("{:<12} {:>9} {:>10} {:>10} {:>7}  bar", "stage", "bytes", "MB/s", "memchr3", "ratio");
    for task in &TASKS {
        for &size in sizes {
            let texts = texts(task.pages, size, total);
            let base = rate(&texts, least, |t| {
                memchr::memchr3_iter(b'.', b'?', b'!', t.as_bytes()).count()
            });
            let ours = rate(&texts, least, |t| (task.work)(&desk, t));
            let ratio = ours / base;
            let verdict = if ratio >= task.bar { "holds" } else { "missed" };
            println!(
                "{:<12} {:>9} {:>10.0} {:>10.0} {:>7.4}  {} {verdict}",
                task.name, size, ours, base, ratio, task.bar
            );
        }
    }
}

fn texts(pages: bool, size: usize, total: usize) -> Vec<String> {
    let mut numbers = text::Numbers::new(20_260_505);
    let make = if pages { text::page } else { text::article };
    (0..total.div_ceil(size)).map(|_| make(&mut numbers, size)).collect()
}

/// Megabytes a second, the best of the rounds that fit into `least`: noise only ever slows down.
fn rate(texts: &[String], least: Duration, work: impl Fn(&str) -> usize) -> f64 {
    let bytes: usize = texts.iter().map(String::len).sum();
    let begun = Instant::now();
    let mut best = f64::MAX;
    while begun.elapsed() < least || best == f64::MAX {
        let round = Instant::now();
        texts.iter().for_each(|text| {
            black_box(work(black_box(text)));
        });
        best = best.min(round.elapsed().as_secs_f64());
    }
    bytes as f64 / 1e6 / best
}
