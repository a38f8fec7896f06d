//! Paragraphs: lines that belong together, and what they sum up to.

/// A first score above this reads as prose.
pub(crate) const PROSE: u8 = 128;

/// Lines that belong together.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Paragraph {
    pub(super) from: u32,
    pub(super) lines: u32,
    pub(super) words: u32,
    /// Sum of score times words.
    pub(super) weight: u64,
    /// Content words, and those of them that come back outside the paragraph and its neighbours.
    pub(super) stems: u32,
    pub(super) echoed: u32,
    pub(super) names: u32,
    pub(super) echoed_names: u32,
    pub(super) rare: u32,
    pub(super) echoed_rare: u32,
}

impl Paragraph {
    pub(super) fn score(self) -> u8 {
        (self.weight / u64::from(self.words.max(1))).min(255) as u8
    }
}
