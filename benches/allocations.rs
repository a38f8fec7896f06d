//! What the stages ask of the allocator: exact counts, the same on a busy machine as on a quiet one.
//!
//! `cargo bench --bench allocations`. First what the engines keep, then per page of 3 KB and 100 KB.

mod bars;
mod tasks;
mod text;

use std::alloc::System;
use std::hint::black_box;

use copydesk::Desk;
use stats_alloc::{Region, StatsAlloc, INSTRUMENTED_SYSTEM};

use tasks::{Engines, TASKS};
use text::Kind;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut numbers = text::Numbers::new(20_260_505);
    let warm = Kind::Page.text(&mut numbers, 3 << 10);
    let mut rows = vec![bars::judged(bars::MEMORY, kept(&warm))];
    let engines = Engines::new()?;
    println!("{:<30} {:>9} {:>12} {:>16}", "task", "bytes", "allocations", "bytes asked for");
    for task in &TASKS {
        for size in [3 << 10, 100 << 10] {
            let page = task.kind.text(&mut numbers, size);
            let document = task.document(&page);
            let region = Region::new(ALLOCATOR);
            black_box((task.work)(&engines, black_box(&document)));
            let change = region.change();
            let times = change.allocations + change.reallocations;
            let asked = change.bytes_allocated;
            println!("{:<30} {:>9} {times:>12} {asked:>16}", task.name, page.len());
            let figures = [page.len(), times, asked].map(|figure| figure.to_string());
            rows.push([vec!["allocations".into(), task.name.into()], figures.to_vec()].concat());
        }
    }
    bars::keep("allocations", &rows)?;
    Ok(())
}

/// Megabytes that the engines keep once every stage was used by function and by desk.
fn kept(warm: &str) -> f64 {
    let before = Region::new(ALLOCATOR);
    let desk = Desk::new();
    black_box(desk.read(warm).sentences().len());
    black_box(copydesk::sentences(warm).count());
    black_box(copydesk::quotes(warm).as_slice().len());
    black_box(copydesk::layout(warm).blocks().len());
    let change = before.change();
    (change.bytes_allocated as f64 - change.bytes_deallocated as f64) / 1e6
}
