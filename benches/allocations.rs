//! What the stages ask of the allocator: exact counts, the same on a busy machine as on a quiet one.
//!
//! `cargo bench --bench allocations`. First what the engines keep, then per page of 3 KB and 100 KB.

mod text;

use std::alloc::System;
use std::hint::black_box;

use copydesk::Desk;
use stats_alloc::{Region, StatsAlloc, INSTRUMENTED_SYSTEM};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

type Stage = (&'static str, fn(&Desk, &str) -> usize);

const STAGES: [Stage; 5] = [
    ("sentences", |_, t| copydesk::sentences(t).count()),
    ("entities", |_, t| copydesk::entities(t).mentions().len()),
    ("quotations", |_, t| copydesk::quotes(t).as_slice().len()),
    ("boilerplate", |_, t| copydesk::layout(t).blocks().len()),
    ("pipeline", |d, t| d.read(t).sentences().len()),
];

fn main() {
    let before = Region::new(ALLOCATOR);
    let desk = Desk::new();
    let mut numbers = text::Numbers::new(20_260_505);
    let warm = text::page(&mut numbers, 3 << 10);
    STAGES.iter().for_each(|(_, work)| {
        black_box(work(&desk, &warm));
    });
    let kept = before.change();
    let bytes = kept.bytes_allocated as isize - kept.bytes_deallocated as isize;
    println!(
        "kept by the engines after the first page: {} KB (bar 3072)",
        (bytes - warm.len() as isize) / 1024
    );
    println!("{:<12} {:>9} {:>12} {:>16}", "stage", "bytes", "allocations", "bytes asked for");
    for (name, work) in STAGES {
        for size in [3 << 10, 100 << 10] {
            let page = text::page(&mut numbers, size);
            let region = Region::new(ALLOCATOR);
            black_box(work(&desk, black_box(&page)));
            let change = region.change();
            println!(
                "{name:<12} {:>9} {:>12} {:>16}",
                page.len(),
                change.allocations + change.reallocations,
                change.bytes_allocated
            );
        }
    }
}
