//! Ten times the text, at most 13 times the processor time: each stage on each hostile text of `tests/hostile`.
//!
//! `cargo bench --bench growth [-- --strict] [WORD]`. Only what grows faster, or what reads less than a
//! megabyte in 100 ms, is printed by name; with `--strict` the exit status says whether there was any.

#[path = "../tests/hostile.rs"]
mod hostile;

use copydesk::Desk;
use cpu_time::ThreadTime;
use std::hint::black_box;

/// The longer text of a pair; the shorter has a tenth of it.
const BYTES: usize = 1 << 20;
const GROWTH: f64 = 13.0;
/// Seconds for a megabyte: ten of them in one second.
const SLOW: f64 = 0.1;

type Stage = (&'static str, fn(&Desk, &str) -> usize);

const STAGES: [Stage; 5] = [
    ("sentences", |_, t| copydesk::sentences(t).count()),
    ("entities", |_, t| copydesk::entities(t).mentions().len()),
    ("quotations", |_, t| copydesk::quotes(t).as_slice().len()),
    ("boilerplate", |_, t| copydesk::layout(t).blocks().len()),
    ("pipeline", |d, t| d.read(t).sentences().len()),
];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let smoke = std::env::args().any(|a| a == "--smoke");
    let strict = std::env::args().any(|a| a == "--strict");
    let bytes = if smoke { BYTES / 16 } else { BYTES };
    let desk = Desk::new();
    let mut bad = 0;
    for (name, shape) in &hostile::HOSTILE {
        if !words.is_empty() && !words.iter().any(|w| name.contains(w.as_str())) {
            continue;
        }
        let (short, long) = (shape.text(bytes / 10), shape.text(bytes));
        for (stage, work) in STAGES {
            let (little, much) = pair(|t| work(&desk, t), &short, &long);
            let growth = much / little;
            let slow = much / long.len() as f64 * (1 << 20) as f64 > SLOW;
            if growth > GROWTH || (slow && !smoke) {
                bad += 1;
                println!("{stage:<12} {name:<40} {:>9.1} ms  x{growth:.1}", much * 1e3);
            }
        }
    }
    println!("{} texts, {} stages: {bad} over the line", hostile::HOSTILE.len(), STAGES.len());
    // A busy machine may put some over the line that are not: only who asks for it gets a failure.
    std::process::exit(i32::from(bad > 0 && strict));
}

/// Seconds for the shorter and the longer text: the best of a few rounds, since noise only adds.
fn pair(work: impl Fn(&str) -> usize, short: &str, long: &str) -> (f64, f64) {
    let best = |text: &str, rounds: usize| {
        (0..rounds)
            .map(|_| {
                let begun = ThreadTime::now();
                black_box(work(black_box(text)));
                begun.elapsed().as_secs_f64()
            })
            .fold(f64::MAX, f64::min)
    };
    let little = best(short, 5).max(1e-5);
    let mut much = best(long, 1);
    if much / little > GROWTH {
        much = much.min(best(long, 2));
    }
    (little, much)
}
