//! Finds names of the caller's own beside the built-in ones.
//!
//! `cargo run --release --example custom_gazetteer [NAMES.tsv [FILE]]`; without arguments it reads a
//! table and a page of its own. A bad row is answered with its line number.

#[path = "../shared/output.rs"]
mod output;

use std::process::ExitCode;

use copydesk::entity::Gazetteer;
use copydesk::Desk;

const NAMES: &str = include_str!("names.tsv");
const PAGE: &str = include_str!("page.txt");

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("custom_gazetteer: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let mut arguments = std::env::args().skip(1);
    let (names, file) = (arguments.next(), arguments.next());
    let table = names.as_deref().map_or(Ok(NAMES.to_owned()), read)?;
    let page = file.as_deref().map_or(Ok(PAGE.to_owned()), read)?;

    let gazetteer = Gazetteer::from_tsv(&table)
        .map_err(|error| format!("{}: {error}", names.as_deref().unwrap_or("names.tsv")))?;
    let desk = Desk::builder().gazetteer(&gazetteer).build();
    let article = desk.read(page.as_str());

    let mut out = format!("{} names of your own\n", gazetteer.len());
    for mention in article.entities().mentions() {
        if let Some(entity) = article.entities().get(mention.entity) {
            let (form, code) = (&page[mention.span], entity.code.unwrap_or(""));
            out += &format!("{:>12}  {form:<20} {} {code}\n", mention.kind, entity.name);
        }
    }
    output::show(&out)
}

fn read(name: &str) -> Result<String, String> {
    std::fs::read_to_string(name).map_err(|error| format!("cannot read {name}: {error}"))
}
