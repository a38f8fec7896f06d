//! Reads one scraped page and prints what a newsroom's copy desk would want to know of it.
//!
//! `cargo run --release --example desk [FILE | -]`; without an argument it reads a page of its own.

#[path = "../shared/input.rs"]
mod input;
#[path = "../shared/output.rs"]
mod output;
mod paint;
mod report;

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use copydesk::Desk;
use paint::Paint;

const SAMPLE: &str = include_str!("page.txt");

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("desk: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let page = input::page(SAMPLE)?;
    let color =
        io::stdout().is_terminal() && std::env::var_os("NO_COLOR").map_or(true, |v| v.is_empty());
    let article = Desk::new().read(page.as_str());
    output::show(&report::render(&article, Paint::new(color)))
}
