//! Every bar beside its figure, and the page of results with its plots.
//!
//! The last of the benches that `cargo bench` runs: reads what the others left. With
//! `cargo bench -- --write` the page and the plots in `benches/results/` are written again.

mod bars;
mod plot;

use std::path::Path;
use std::{fs, io};

use bars::{Unit, BARS};
use plot::{Chart, Group, Theme};

const BENCHES: [&str; 5] = ["allocations", "footprint", "instructions", "stages", "startup"];

fn main() -> io::Result<()> {
    let rows: Vec<Vec<String>> = BENCHES.iter().flat_map(|bench| bars::kept(bench)).collect();
    let table = table(&rows);
    println!("{table}");
    if std::env::args().any(|arg| arg == "--write") {
        write(&rows, &table)?;
    }
    Ok(())
}

/// The number in a column of the row that begins with these words.
fn figure(rows: &[Vec<String>], head: &[&str], column: usize) -> Option<f64> {
    let fits =
        |row: &&Vec<String>| row.len() > column && head.iter().zip(row.iter()).all(|(a, b)| a == b);
    rows.iter().rev().find(fits)?[column].parse().ok()
}

fn table(rows: &[Vec<String>]) -> String {
    let mut out = String::from("| task | figure | bar | | reach | | instructions a byte |\n|---|---|---|---|---|---|---|\n");
    for bar in &BARS {
        let instructions = figure(rows, &["instructions", bar.name], 2);
        let instructions = instructions.map_or(String::new(), |n| format!("{n:.1}"));
        let (found, held, met) = match figure(rows, &["bar", bar.name], 2) {
            None => ("not measured".into(), "", ""),
            Some(found) => {
                let met = |line: f64| bar.is_met(line, found);
                let reach = bar.reach.map_or("", |line| if met(line) { "met" } else { "not met" });
                (
                    digits(found) + bar.unit.name(),
                    if met(bar.bar) { "holds" } else { "MISSED" },
                    reach,
                )
            }
        };
        let reach = bar.reach.map_or(String::new(), |reach| reach.to_string());
        out += &format!(
            "| {} | {found} | {} | {held} | {reach} | {met} | {instructions} |\n",
            bar.name, bar.bar
        );
    }
    out
}

fn digits(n: f64) -> String {
    match n {
        n if n < 0.1 => format!("{n:.4}"),
        n if n < 10.0 => format!("{n:.2}"),
        n => format!("{n:.0}"),
    }
}

fn write(rows: &[Vec<String>], table: &str) -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/results");
    fs::create_dir_all(&folder)?;
    let plots = [("bars", against_bars(rows)), ("sizes", by_size(rows)), ("kinds", by_kind(rows))];
    for (name, bars) in &plots {
        fs::write(folder.join(format!("{name}.svg")), plot::svg(bars, Theme::Light))?;
        fs::write(folder.join(format!("{name}-dark.svg")), plot::svg(bars, Theme::Dark))?;
    }
    fs::write(folder.join("README.md"), page(rows, table))
}

fn page(rows: &[Vec<String>], table: &str) -> String {
    let mut out = String::from(include_str!("results.md"));
    out = out.replace("{table}", table);
    let mut rates = String::new();
    for row in rows.iter().filter(|row| row[0] == "rate" && row.len() == 6) {
        let number = |at: usize| row[at].parse::<f64>().unwrap_or_default();
        let (size, ours, base) = (number(3), number(4), number(5));
        rates += &format!(
            "| {} | {} | {} | {ours:.0} | {} |\n",
            row[1],
            row[2],
            bytes(size),
            digits(ours / base)
        );
    }
    let mut asked = String::new();
    for row in rows.iter().filter(|row| row[0] == "allocations" && row.len() == 5) {
        asked += &format!("| {} | {} | {} | {} |\n", row[1], row[2], row[3], row[4]);
    }
    out.replace("{rates}", &rates).replace("{allocations}", &asked)
}

fn bytes(size: f64) -> String {
    match size {
        size if size >= 1e6 => format!("{:.0} MB", size / (1 << 20) as f64),
        size => format!("{:.0} KB", size / 1024.0),
    }
}

/// Each ratio with its bar and its reach as marks.
fn against_bars(rows: &[Vec<String>]) -> Chart {
    let groups = BARS.iter().filter(|bar| bar.unit == Unit::Ratio).filter_map(|bar| {
        let found = figure(rows, &["bar", bar.name], 2)?;
        let marks = [Some(bar.bar), bar.reach].into_iter().flatten().collect();
        Some(Group { name: bar.name.into(), values: vec![found], marks })
    });
    Chart {
        title: "Speed as a ratio to memchr3 over the same text".into(),
        note: "articles of 3 KB, one thread; the marks are the bar and the reach".into(),
        series: vec!["measured".into()],
        groups: groups.collect(),
    }
}

fn by_size(rows: &[Vec<String>]) -> Chart {
    let sizes = [1 << 10, 3 << 10, 100 << 10, 10 << 20];
    let names = ratios(rows, |task, kind, ratio: &dyn Fn(&str, &str, usize) -> Option<f64>| {
        sizes.iter().filter_map(|&size| ratio(task, kind, size)).collect()
    });
    Chart {
        title: "Speed by length of the text, as a ratio to memchr3".into(),
        note: "generated news; scraped pages for boilerplate and the pipeline".into(),
        series: sizes.iter().map(|&size| bytes(size as f64)).collect(),
        groups: names,
    }
}

fn by_kind(rows: &[Vec<String>]) -> Chart {
    let kinds = ["news", "quotations", "scraped page", "names", "non-ASCII"];
    let names = ratios(rows, |task, _, ratio: &dyn Fn(&str, &str, usize) -> Option<f64>| {
        kinds.iter().filter_map(|kind| ratio(task, kind, 3 << 10)).collect()
    });
    Chart {
        title: "Speed by kind of text, as a ratio to memchr3".into(),
        note: "generated texts of 3 KB, one thread".into(),
        series: kinds.map(String::from).to_vec(),
        groups: names,
    }
}

type Ratio<'a> = &'a dyn Fn(&str, &str, usize) -> Option<f64>;

/// A group of ratios for each task.
fn ratios(rows: &[Vec<String>], of: impl Fn(&str, &str, Ratio<'_>) -> Vec<f64>) -> Vec<Group> {
    let ratio = |task: &str, kind: &str, size: usize| {
        let head = ["rate", task, kind, &size.to_string()];
        Some(figure(rows, &head, 4)? / figure(rows, &head, 5)?)
    };
    let tasks = BARS.iter().filter(|bar| bar.unit == Unit::Ratio);
    let group = |name: &str| {
        let judged = rows.iter().find(|row| row.len() == 6 && row[1] == name)?;
        let values = of(name, &judged[2], &ratio);
        Some(Group { name: name.into(), values, marks: Vec::new() })
    };
    tasks.filter_map(|bar| group(bar.name)).collect()
}
