//! The bodies of the fuzz targets on a stable toolchain: hostile units joined at random, for so many
//! seconds. `cargo run --release --no-default-features --example stable [-- SECONDS [SEED]]`.

#[path = "../../tests/hostile.rs"]
mod hostile;

use std::time::{Duration, Instant};

fn main() {
    let mut numbers = std::env::args().skip(1).filter_map(|word| word.parse::<u64>().ok());
    let limit = Duration::from_secs(numbers.next().unwrap_or(60));
    let mut state = numbers.next().unwrap_or(20_260_505).max(1);
    let pieces: Vec<String> = hostile::HOSTILE.iter().map(|(_, shape)| shape.text(24)).collect();
    let begun = Instant::now();
    let mut texts = 0_u64;
    while begun.elapsed() < limit {
        let text = text(&mut state, &pieces);
        let read = std::panic::catch_unwind(|| {
            copydesk_fuzz::sentences(&text);
            copydesk_fuzz::entities(&text);
            copydesk_fuzz::quotes(&text);
            copydesk_fuzz::layout(&text);
            copydesk_fuzz::chain(&text);
            copydesk_fuzz::work(&text[..text.floor_char_boundary(text.len().min(64))]);
            copydesk_fuzz::scanner(text.as_bytes());
        });
        if read.is_err() {
            println!("breaks a law: {text:?}");
            std::process::exit(1);
        }
        texts += 1;
    }
    println!("{texts} texts in {} s: no law broken", limit.as_secs());
}

/// Up to forty pieces, some cut short, joined by what joins lines and words.
fn text(state: &mut u64, pieces: &[String]) -> String {
    const GAPS: [&str; 6] = ["", " ", "\n", "\n\n", "\r\n", "\u{a0}"];
    let mut out = String::new();
    for _ in 0..=below(state, 40) {
        let piece = &pieces[below(state, pieces.len())];
        let cut = below(state, piece.chars().count() + 1);
        out.extend(piece.chars().take(cut));
        out += GAPS[below(state, GAPS.len())];
    }
    out
}

fn below(state: &mut u64, bound: usize) -> usize {
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    (state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % bound
}
