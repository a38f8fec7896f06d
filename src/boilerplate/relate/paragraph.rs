//! Paragraphs: lines that belong together, and what they sum up to.

use crate::boilerplate::scale::{count, log, ratio};

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

/// A paragraph as evidence, a byte each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) lines: u8,
    pub(super) words: u8,
    pub(super) score: u8,
    pub(super) rare: u8,
    /// Parts of its rarer words, of all its content words and of its names that come back.
    pub(super) rare_echoed: u8,
    pub(super) echoed: u8,
    pub(super) names_echoed: u8,
}

impl Told {
    /// What is told of no paragraph.
    pub(super) const NONE: Told = Told {
        lines: 0,
        words: 0,
        score: 0,
        rare: 0,
        rare_echoed: 128,
        echoed: 0,
        names_echoed: 128,
    };
}

impl Paragraph {
    pub(super) fn told(&self) -> Told {
        let share = |part, whole| if whole == 0 { 128 } else { ratio(part, whole) };
        Told {
            lines: count(self.lines),
            words: log(self.words),
            score: (self.weight / u64::from(self.words.max(1))).min(255) as u8,
            rare: count(self.rare),
            rare_echoed: share(self.echoed_rare, self.rare),
            echoed: ratio(self.echoed, self.stems),
            names_echoed: share(self.echoed_names, self.names),
        }
    }
}
