//! Reads one scraped page and prints what a newsroom's copy desk would want to know of it.
//!
//! `cargo run --release --example desk [FILE | -]`; without an argument it reads a page of its own.

mod paint;
mod report;

use std::io::{self, IsTerminal, Read, Write};
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
    let page = input()?;
    if page.trim().is_empty() {
        return Err("the page is empty: there is nothing to read".into());
    }
    let color =
        io::stdout().is_terminal() && std::env::var_os("NO_COLOR").map_or(true, |v| v.is_empty());
    let article = Desk::new().read(page.as_str());
    let text = report::render(&article, Paint::new(color));
    match io::stdout().lock().write_all(text.as_bytes()) {
        // Whoever reads the output may stop whenever they have seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}

/// The page named by the only argument, standard input for `-`, the sample for none.
fn input() -> Result<String, String> {
    let mut arguments = std::env::args_os().skip(1);
    let (name, more) = (arguments.next(), arguments.next());
    if more.is_some() {
        return Err("one page at a time: desk [FILE | -]".into());
    }
    let Some(name) = name else { return Ok(SAMPLE.to_owned()) };
    let (shown, bytes) = if name == "-" {
        let mut bytes = Vec::new();
        ("standard input".into(), io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes))
    } else {
        (name.to_string_lossy().into_owned(), std::fs::read(&name))
    };
    let bytes = bytes.map_err(|error| format!("cannot read {shown}: {error}"))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("{shown} is not UTF-8: the first bad byte is at offset {at}")
    })
}
