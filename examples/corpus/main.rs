//! Reads a whole corpus on all cores: who was quoted most, by whom, about which countries.
//!
//! `cargo run --release --example corpus -- PATH...`; a path is a folder, a text file, or a file of
//! JSON Lines `{"text", "source"}`, each also with `.gz`. Ctrl-C ends it with what it has so far.

#[path = "../shared/output.rs"]
mod output;
#[path = "../desk/paint.rs"]
#[allow(dead_code)]
mod paint;
mod show;
mod source;
mod tally;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use copydesk::Desk;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::iter::{ParallelBridge, ParallelIterator};
use tally::Tally;

const USAGE: &str = "usage: corpus PATH...
PATH: a folder, a text file, or JSON Lines {\"text\", \"source\"}; each also as .gz";

/// What a shell expects of a program that was interrupted.
const INTERRUPTED: u8 = 130;

static STOP: AtomicBool = AtomicBool::new(false);

fn main() -> ExitCode {
    match run() {
        Ok(_) if STOP.load(Ordering::Relaxed) => ExitCode::from(INTERRUPTED),
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("corpus: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Reads and shows; returns how many pages could not be read.
fn run() -> Result<usize, String> {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        return Err(USAGE.into());
    }
    let (files, bytes) = source::files(&paths)?;
    // Pressed a second time it does not wait for the pages that are being read.
    let stop = || {
        if STOP.swap(true, Ordering::Relaxed) {
            std::process::exit(INTERRUPTED.into());
        }
    };
    ctrlc::set_handler(stop).map_err(|error| error.to_string())?;
    let begun = Instant::now();
    let bar = ProgressBar::new(bytes).with_style(style());
    let desk = Desk::new();
    let tally = source::pages(files, &bar)
        .take_while(|_| !STOP.load(Ordering::Relaxed))
        .par_bridge()
        .map(|page| Tally::of(&desk, page, &bar))
        .reduce(Tally::default, Tally::merge);
    bar.finish_and_clear();
    if STOP.load(Ordering::Relaxed) {
        eprintln!("corpus: interrupted; this is what was read until then");
    }
    output::show(&show::render(&tally, begun.elapsed()))?;
    Ok(tally.unread)
}

fn style() -> ProgressStyle {
    let template = "{bar:40} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left";
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
