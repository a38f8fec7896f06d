//! The bars of speed and size, and the figures measured against them.
//!
//! Each bench notes its figures in a file of its own; the bench `verdict` reads them all.
#![allow(dead_code)] // Each bench takes what it needs.

use std::path::PathBuf;
use std::{fs, io};

/// One bar: at least, or at most, so much.
pub struct Bar {
    pub name: &'static str,
    pub bar: f64,
    pub reach: Option<f64>,
    pub unit: Unit,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Bytes a second as a ratio to those of `memchr3` over the same text in the same run.
    Ratio,
    /// Speed on all cores as a part of the speed on one, times cores.
    Linear,
    Milliseconds,
    Megabytes,
    Seconds,
}

pub const SENTENCES: &str = "sentences";
pub const GAZETTEER: &str = "gazetteer scan, 10,000 forms";
pub const ENTITIES: &str = "entities, people grouped";
pub const QUOTATIONS: &str = "quotations with speakers";
pub const BOILERPLATE: &str = "boilerplate";
pub const PIPELINE: &str = "whole pipeline";
pub const THREADS: &str = "threads, over documents";
pub const FIRST_CALL: &str = "first call, all engines";
pub const MEMORY: &str = "memory kept by the engines";
pub const BINARY: &str = "added to a stripped binary";
pub const COMPILE: &str = "our own cold compile";

pub const BARS: [Bar; 11] = [
    Bar { name: SENTENCES, bar: 0.10, reach: Some(0.18), unit: Unit::Ratio },
    Bar { name: GAZETTEER, bar: 0.06, reach: Some(0.11), unit: Unit::Ratio },
    Bar { name: ENTITIES, bar: 0.03, reach: Some(0.06), unit: Unit::Ratio },
    Bar { name: QUOTATIONS, bar: 0.05, reach: Some(0.12), unit: Unit::Ratio },
    Bar { name: BOILERPLATE, bar: 0.08, reach: Some(0.15), unit: Unit::Ratio },
    Bar { name: PIPELINE, bar: 0.012, reach: Some(0.025), unit: Unit::Ratio },
    Bar { name: THREADS, bar: 0.9, reach: None, unit: Unit::Linear },
    Bar { name: FIRST_CALL, bar: 5.0, reach: Some(1.0), unit: Unit::Milliseconds },
    Bar { name: MEMORY, bar: 3.0, reach: Some(1.0), unit: Unit::Megabytes },
    Bar { name: BINARY, bar: 2.5, reach: Some(0.6), unit: Unit::Megabytes },
    Bar { name: COMPILE, bar: 10.0, reach: None, unit: Unit::Seconds },
];

impl Bar {
    /// Whether a figure is on the good side of the bar or of its reach.
    pub fn is_met(&self, line: f64, figure: f64) -> bool {
        match self.unit {
            Unit::Ratio | Unit::Linear => figure >= line,
            _ => figure <= line,
        }
    }

    /// "0.2890, bar 0.1 holds, reach 0.18 met".
    pub fn verdict(&self, figure: f64) -> String {
        let met = |line: f64| self.is_met(line, figure);
        let unit = self.unit.name();
        let held = if met(self.bar) { "holds" } else { "MISSED" };
        let reach = self.reach.map_or(String::new(), |reach| {
            format!(", reach {reach} {}", if met(reach) { "met" } else { "not met" })
        });
        format!("{figure:.4}{unit}, bar {} {held}{reach}", self.bar)
    }
}

impl Unit {
    pub fn name(self) -> &'static str {
        match self {
            Unit::Ratio => "",
            Unit::Linear => " of linear",
            Unit::Milliseconds => " ms",
            Unit::Megabytes => " MB",
            Unit::Seconds => " s",
        }
    }
}

/// True when a bench should only show that it works.
pub fn is_smoke() -> bool {
    std::env::args().any(|arg| arg == "--smoke")
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("figures")
}

/// Keeps the rows of a bench for `verdict`, unless it was a smoke run.
pub fn keep(bench: &str, rows: &[Vec<String>]) -> io::Result<()> {
    if is_smoke() {
        return Ok(());
    }
    fs::create_dir_all(folder())?;
    let lines: Vec<String> = rows.iter().map(|row| row.join("\t") + "\n").collect();
    fs::write(folder().join(bench), lines.concat())
}

/// The rows that a bench kept; none when it has not run.
pub fn kept(bench: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(folder().join(bench)).unwrap_or_default();
    text.lines().map(|line| line.split('\t').map(String::from).collect()).collect()
}

/// Prints a figure beside its bar, and gives the row that tells it.
pub fn judged(name: &'static str, figure: f64) -> Vec<String> {
    if let Some(bar) = BARS.iter().find(|bar| bar.name == name && !is_smoke()) {
        println!("=> {name}: {}", bar.verdict(figure));
    }
    vec!["bar".into(), name.into(), figure.to_string()]
}
