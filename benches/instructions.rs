//! Instructions a byte, counted by callgrind: the second figure, the same on a busy machine.
//!
//! `cargo bench --bench instructions`; needs valgrind, and says so where there is none. The bench runs
//! itself under callgrind twice for each task, over one round of the same articles and over two; the
//! difference is one round, without start-up.

mod bars;
mod tasks;
mod text;

use std::hint::black_box;
use std::process::Command;

use tasks::{Engines, TASKS};
use text::Kind;

const CHILD: &str = "COPYDESK_INSTRUCTIONS";
const ARTICLE: usize = 3 << 10;
/// Bytes of a round.
const ROUND: usize = 48 << 10;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    if let Ok(order) = std::env::var(CHILD) {
        return child(&order);
    }
    if bars::is_smoke() || Command::new("valgrind").arg("--version").output().is_err() {
        println!("valgrind is not here, or not asked: no instructions counted");
        return Ok(());
    }
    let mut rows = Vec::new();
    println!("{:<30} {:>20}", "task", "instructions a byte");
    for at in 0..=TASKS.len() {
        let (name, kind) = TASKS.get(at).map_or(("memchr3", Kind::News), |t| (t.name, t.kind));
        let bytes: usize = text::texts(kind, ARTICLE, ROUND).iter().map(String::len).sum();
        let (one, two) = (count(at, 1)?, count(at, 2)?);
        let each = (two - one) / bytes as f64;
        println!("{name:<30} {each:>20.2}");
        rows.push(vec!["instructions".into(), name.into(), each.to_string()]);
    }
    bars::keep("instructions", &rows)?;
    Ok(())
}

/// Instructions of a process that does a task for so many rounds.
fn count(task: usize, rounds: usize) -> Result<f64, Box<dyn std::error::Error>> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe()?)
        .env(CHILD, format!("{task} {rounds}"))
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let collected = said.lines().find_map(|line| line.split("Collected : ").nth(1));
    let number = collected.and_then(|number| number.trim().parse().ok());
    number.ok_or_else(|| format!("callgrind counted nothing: {said}").into())
}

fn child(order: &str) -> Result<(), Box<dyn std::error::Error>> {
    let (task, rounds) = order.split_once(' ').ok_or("no order")?;
    let (task, rounds): (usize, usize) = (task.parse()?, rounds.parse()?);
    let engines = Engines::new()?;
    let kind = TASKS.get(task).map_or(Kind::News, |task| task.kind);
    let texts = text::texts(kind, ARTICLE, ROUND);
    let task = TASKS.get(task);
    // What a task is handed is none of its work.
    let document = |text| task.map(|task| task.document(text));
    let documents: Vec<_> = texts.iter().map(|text| document(text)).collect();
    // One round goes ahead, for tables that are read when they are needed.
    for _ in 0..=rounds {
        for (text, document) in texts.iter().zip(&documents) {
            black_box(match (task, document) {
                (Some(task), Some(document)) => (task.work)(&engines, document),
                _ => memchr::memchr3_iter(b'.', b'?', b'!', text.as_bytes()).count(),
            });
        }
    }
    Ok(())
}
