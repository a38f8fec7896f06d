//! What is known of a word, in one number.

use super::word::Initial;

/// Classes of words, as bits.
pub(crate) mod class {
    pub(crate) const STOP: u8 = 1;
    pub(crate) const YOU: u8 = 2;
    pub(crate) const WE: u8 = 4;
    pub(crate) const I: u8 = 8;
    pub(crate) const THEY: u8 = 16;
    pub(crate) const SAID: u8 = 32;
    pub(crate) const TIME: u8 = 64;
    pub(crate) const AGO: u8 = 128;
    pub(crate) const NAMES: [(&str, u8); 8] = [
        ("stop", STOP),
        ("you", YOU),
        ("we", WE),
        ("i", I),
        ("they", THEY),
        ("said", SAID),
        ("time", TIME),
        ("ago", AGO),
    ];
}

/// What the lexicon knows of a word; with its [`Initial`], once it is read in a line.
///
/// ```text
/// bits 0-7 classes, 8-15 weight, 16-19 kind, 20 opens, 21 follows, 22 stop, 23 learned, 24-26 initial
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known(u32);

/// Shapes that [`Known::shape`] tells apart.
pub(super) const SHAPES: usize = 32;

impl Known {
    const KIND: u32 = 0xf << 16;
    const OPENS: u32 = 1 << 20;
    const FOLLOWS: u32 = 1 << 21;
    const STOP: u32 = 1 << 22;
    const LEARNED: u32 = 1 << 23;
    /// Where the initial stands, and where the shape begins: stop, learned, initial.
    const INITIAL: u32 = 24;
    const SHAPE: u32 = 22;

    /// Bits of [`class`].
    #[inline]
    pub(super) fn classes(self) -> u8 {
        self.0 as u8
    }

    /// Learned: positive for words of articles, negative for words of furniture.
    #[inline]
    pub(super) fn weight(self) -> i8 {
        (self.0 >> 8) as i8
    }

    /// One more than the index in [`MARKED`](super::lexicon::MARKED) of the kind whose marker phrase
    /// the word is by itself.
    #[inline]
    pub(super) fn kind(self) -> u8 {
        ((self.0 & Known::KIND) >> 16) as u8
    }

    /// A marker phrase of several words begins with it.
    #[inline]
    pub(super) fn opens_longer(self) -> bool {
        self.0 & Known::OPENS != 0
    }

    /// It stands in a marker phrase, not at its beginning.
    #[inline]
    pub(super) fn follows(self) -> bool {
        self.0 & Known::FOLLOWS != 0
    }

    /// Bit 0: the learned table has it not. Bit 1: it begins with a capital.
    #[inline]
    pub(super) fn rare_or_capital(self) -> u32 {
        (self.0 ^ Known::LEARNED) >> (Known::SHAPE + 1) & 3
    }

    /// How it begins in the line.
    #[inline]
    pub(super) fn begins(self, initial: Initial) -> bool {
        self.0 >> Known::INITIAL == initial as u32
    }

    /// A number below [`SHAPES`]: whether it is a stop word, whether it is learned, how it begins.
    #[inline]
    pub(super) fn shape(self) -> usize {
        (self.0 >> Known::SHAPE) as usize % SHAPES
    }

    /// The same of a word that begins so.
    #[inline]
    pub(super) fn beginning(self, initial: Initial) -> Known {
        Known(self.0 | (initial as u32) << Known::INITIAL)
    }

    pub(super) fn add_class(&mut self, class: u8) {
        self.0 |= u32::from(class);
        if class == class::STOP {
            self.0 |= Known::STOP;
        }
    }

    pub(super) fn learn(&mut self, weight: i8) {
        self.0 = self.0 & !0xff00 | u32::from(weight as u8) << 8 | Known::LEARNED;
    }

    /// Makes it a marker phrase by itself; of two kinds the first counts.
    pub(super) fn mark(&mut self, kind: u8) {
        if self.kind() == 0 {
            self.0 |= u32::from(kind) << 16 & Known::KIND;
        }
    }

    pub(super) fn open(&mut self) {
        self.0 |= Known::OPENS;
    }

    pub(super) fn follow(&mut self) {
        self.0 |= Known::FOLLOWS;
    }
}
