//! Writes what the desk found in one page as a page to look at.
//!
//! `cargo run --release --example report [FILE | -] > report.html`; without an argument it reads a
//! page of its own. The file needs no network and no other file.

#[cfg(all(test, unix))]
mod browser;
mod census;
mod document;
mod escape;
#[path = "../shared/input.rs"]
mod input;
mod legend;
mod lines;
#[path = "../shared/output.rs"]
mod output;
mod ranges;
mod tables;
#[cfg(all(test, unix))]
mod tests;
mod voices;
mod weave;

use std::process::ExitCode;

use copydesk::Desk;

const SAMPLE: &str = include_str!("../desk/page.txt");

fn main() -> ExitCode {
    let written = input::page(SAMPLE)
        .and_then(|page| output::show(&document::html(&Desk::new().read(page.as_str()))));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("report: {message}");
            ExitCode::FAILURE
        }
    }
}
