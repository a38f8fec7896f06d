//! Lengths, distances and endings in the few steps that evidence knows.

/// How a quotation ends.
pub(super) fn closing(words: &str) -> usize {
    let inner = words.trim_end_matches(|c: char| !c.is_alphanumeric() && !",.?!".contains(c));
    match inner.chars().next_back() {
        Some(',') => 0,
        Some('.') => 1,
        Some('?' | '!') => 2,
        _ => 3,
    }
}

/// One word, a few, some, or many.
pub(super) fn length(words: &str) -> usize {
    match words.split_whitespace().take(8).count() {
        0..=1 => 0,
        2..=3 => 1,
        4..=7 => 2,
        _ => 3,
    }
}

/// How many tokens lie between, the farther the coarser.
pub(super) fn distance(tokens: usize) -> usize {
    match tokens {
        0..=3 => tokens,
        4..=5 => 4,
        6..=8 => 5,
        9..=13 => 6,
        14..=21 => 7,
        22..=34 => 8,
        _ => 9,
    }
}
