//! Reads an HTML page: `html2text` makes lines of it, the desk tells the article from the rest.
//!
//! `cargo run --release --example html [FILE | -]`; without an argument it reads a page of its own.

#[path = "../shared/input.rs"]
mod input;
#[path = "../shared/output.rs"]
mod output;
#[path = "../desk/paint.rs"]
mod paint;
#[path = "../desk/report.rs"]
mod report;

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use copydesk::Desk;
use html2text::render::TrivialDecorator;
use paint::Paint;

const SAMPLE: &str = include_str!("page.html");

/// Wide enough that no paragraph is broken into lines.
const WIDTH: usize = 1 << 20;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("html: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let page = text(&input::page(SAMPLE)?)?;
    let color =
        io::stdout().is_terminal() && std::env::var_os("NO_COLOR").map_or(true, |v| v.is_empty());
    output::show(&report::render(&Desk::new().read(page.as_str()), Paint::new(color)))
}

/// The page as lines of text: a paragraph, an item or a heading each, without its link targets.
fn text(html: &str) -> Result<String, String> {
    html2text::config::with_decorator(TrivialDecorator::new())
        .raw_mode(true)
        .allow_width_overflow()
        .string_from_read(html.as_bytes(), WIDTH)
        .map_err(|error| format!("cannot read the HTML: {error}"))
}
