//! How long the first call takes: the tables are read once in a process, so the bench starts itself
//! again for each figure. `cargo bench --bench startup`.

mod bars;
mod text;

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

const CHILD: &str = "COPYDESK_FIRST_CALL";

fn main() -> std::io::Result<()> {
    if std::env::var_os(CHILD).is_some() {
        first_call();
        return Ok(());
    }
    let mut best = (f64::MAX, f64::MAX);
    for _ in 0..if bars::is_smoke() { 1 } else { 25 } {
        let child = Command::new(std::env::current_exe()?).env(CHILD, "1").output()?;
        let line = String::from_utf8_lossy(&child.stdout).into_owned();
        let mut figures = line.split_whitespace().filter_map(|word| word.parse::<f64>().ok());
        if let (Some(first), Some(second)) = (figures.next(), figures.next()) {
            best = (best.0.min(first), best.1.min(second));
        }
    }
    println!("first page of a process {:.2} ms, second {:.2} ms", best.0, best.1);
    bars::keep("startup", &[bars::judged(bars::FIRST_CALL, best.0 - best.1)])
}

/// Milliseconds for the first page of a process and for the second.
fn first_call() {
    let page = text::Kind::Page.text(&mut text::Numbers::new(7), 3 << 10);
    for _ in 0..2 {
        let begun = Instant::now();
        black_box(copydesk::Desk::new().read(black_box(&page)).sentences().len());
        print!("{} ", begun.elapsed().as_secs_f64() * 1e3);
    }
}
