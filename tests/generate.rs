//! Texts for the laws: arbitrary ones, and news-like ones put together from fragments that meet in
//! every order.

use proptest::prelude::*;

/// Pieces of news, and what breaks those who read it.
const PIECES: [&str; 44] = [
    "President Ana Belmonte said on Monday that the Russian Federation had agreed.",
    "\"We will wait,\" Mr. Belmonte told reporters.",
    "“It would be a crime,” she said, “and a stupid one.”",
    "He called the plan “a farce”.",
    "'We don't know,' said Tom O'Leary of the dockers' union.",
    "The U.S. economy grew 2.5 percent in the second quarter, according to the report.",
    "Georgia and Jordan signed; Michael Jordan did not.",
    "Sen. J. R. Whitcombe Jr., 61, of St. Louis, Mo., spoke at 9 a.m. on Jan. 4.",
    "Belmont, who was there, denied it.",
    "Lucía Herrán",
    "Heran",
    "Dr.",
    "the",
    "said",
    "U.S.",
    "No. 10",
    "e.g.",
    "Mr.",
    "al-",
    "van der",
    "\"",
    "“",
    "”",
    "'",
    "’",
    "``",
    "''",
    "«",
    "»",
    ".",
    "?",
    "!",
    "…",
    "...",
    ",",
    ":",
    "—",
    "-",
    "(",
    ")",
    "[3]",
    "\u{a0}",
    "🙂",
    "e\u{301}",
];

const GAPS: [&str; 7] = [" ", " ", " ", "", "\n", "\n\n", "\r\n"];

/// News-like text.
pub fn news() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES.to_vec()).prop_map(String::from),
        1 => "\\PC{0,12}",
    ];
    let gap = prop::sample::select(GAPS.to_vec());
    prop::collection::vec((piece, gap), 0..24)
        .prop_map(|parts| parts.into_iter().map(|(piece, gap)| piece + gap).collect())
}

/// Any text at all, or news-like text.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![1 => any::<String>(), 1 => ".{0,60}", 4 => news()]
}
