//! The words of all lines of a page by number, for comparing lines.
//!
//! Hashes are numbered once, when a page is read; every round over the page then needs only an array.

use super::lexicon::join;
use super::tally::Noted;

/// The words of all lines, by number, for comparing lines.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// Content words by number of their stem. Bit 0 tells words that the learned table does not have,
    /// which are the rarer ones, bit 1 names (capital not at the beginning); the number is above.
    pub(crate) stems: Vec<u32>,
    /// A sample of the runs of three words, by number.
    pub(crate) grams: Vec<u32>,
    pub(crate) stem_numbers: Numbers,
    pub(crate) gram_numbers: Numbers,
    pub(crate) line_numbers: Numbers,
    picked: Picked,
}

/// The bit of names.
const NAME: u32 = 2;

/// Words that are looked through at once.
const PICKED: usize = 64;

/// What is to be numbered of some words of a line. It is picked without a branch, as no processor can
/// guess which words it will be.
#[derive(Clone, Debug)]
struct Picked {
    grams: [u32; PICKED],
    /// Stems with their bits.
    stems: [(u32, u32); PICKED],
}

/// The keys of the line so far, of its last two words and of its last.
struct Keys {
    line: u32,
    pair: u32,
    last: u32,
}

impl Picked {
    /// Picks from the words of a line of which so many are ahead.
    fn pick(&mut self, ahead: usize, notes: &[Noted], keys: &mut Keys) -> (&[u32], &[(u32, u32)]) {
        let (mut grams, mut stems) = (0, 0);
        for (at, word) in notes.iter().enumerate() {
            let gram = join(keys.pair, word.hash);
            keys.line = keys.line.rotate_left(5).wrapping_add(gram);
            self.grams[grams % PICKED] = gram;
            grams += usize::from((gram & 6 == 0) & (ahead + at >= 2));
            (keys.pair, keys.last) = (join(keys.last, word.hash), word.hash);
            self.stems[stems % PICKED] = (word.stem, word.known.rare_or_capital());
            stems += usize::from(word.stem != 0);
        }
        if ahead == 0 && notes.first().is_some_and(|first| first.stem != 0) {
            self.stems[0].1 &= !NAME;
        }
        (&self.grams[..grams], &self.stems[..stems])
    }
}

impl Words {
    /// Room for the words of a page of so many bytes and lines, as English usually has them.
    pub(crate) fn with_room(bytes: usize, lines: usize) -> Words {
        Words {
            stems: Vec::with_capacity(bytes / 12),
            grams: Vec::with_capacity(bytes / 20),
            stem_numbers: Numbers::with_room(bytes / 16),
            gram_numbers: Numbers::with_room(bytes / 24),
            line_numbers: Numbers::with_room(lines),
            picked: Picked { grams: [0; PICKED], stems: [(0, 0); PICKED] },
        }
    }

    /// Takes the words of the next line.
    pub(super) fn add(&mut self, notes: &[Noted]) -> Said {
        let (stems, grams) = (self.stems.len() as u32, self.grams.len() as u32);
        let mut keys = Keys { line: 0x9e37_79b1, pair: 0, last: 0 };
        for (nth, notes) in notes.chunks(PICKED).enumerate() {
            let (grams, stems) = self.picked.pick(nth * PICKED, notes, &mut keys);
            let numbers = &mut self.gram_numbers;
            self.grams.extend(grams.iter().map(|&gram| numbers.number(gram)));
            let numbers = &mut self.stem_numbers;
            self.stems.extend(stems.iter().map(|&(stem, bits)| numbers.number(stem) << 2 | bits));
        }
        Said {
            twin: self.line_numbers.number(keys.line.max(1)),
            stems: (stems, self.stems.len() as u32),
            grams: (grams, self.grams.len() as u32),
        }
    }

    /// The content words at these places.
    pub(crate) fn stems_at(&self, places: (u32, u32)) -> &[u32] {
        self.stems.get(places.0 as usize..places.1 as usize).unwrap_or_default()
    }

    /// The sampled runs of three words at these places.
    pub(crate) fn grams_at(&self, places: (u32, u32)) -> &[u32] {
        self.grams.get(places.0 as usize..places.1 as usize).unwrap_or_default()
    }
}

/// What one line says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    /// By number: lines of the same words have the same.
    pub(crate) twin: u32,
    /// Its content words in [`Words::stems`].
    pub(crate) stems: (u32, u32),
    /// Its runs of three words in [`Words::grams`].
    pub(crate) grams: (u32, u32),
}

/// Numbers hashes in the order of their first occurrence.
#[derive(Clone, Debug)]
pub(crate) struct Numbers {
    /// Hash and one more than its number; hash 0 is a free slot.
    slots: Vec<(u32, u32)>,
    used: u32,
}

/// Slots that are looked at before two hashes are taken for one: whoever chooses the words of a page
/// cannot make it slow.
const PROBES: usize = 48;

impl Numbers {
    /// Room for so many hashes before the table has to grow.
    pub(crate) fn with_room(hashes: usize) -> Numbers {
        Numbers { slots: vec![(0, 0); (hashes * 2).next_power_of_two().max(64)], used: 0 }
    }

    /// How many different hashes there are.
    pub(crate) fn len(&self) -> usize {
        self.used as usize
    }

    /// The number of a hash that is not 0.
    #[inline]
    pub(crate) fn number(&mut self, hash: u32) -> u32 {
        let mask = self.slots.len() - 1;
        let mut at = place(hash, mask);
        for _ in 0..PROBES {
            let slot = &mut self.slots[at];
            if slot.0 == hash {
                return slot.1;
            }
            if slot.0 == 0 {
                *slot = (hash, self.used);
                self.used += 1;
                if self.used as usize * 2 > mask {
                    self.grow();
                }
                return self.used - 1;
            }
            at = (at + 1) & mask;
        }
        self.slots[at].1
    }

    #[cold]
    fn grow(&mut self) {
        let double = vec![(0, 0); self.slots.len() * 2];
        let mask = double.len() - 1;
        let old = std::mem::replace(&mut self.slots, double);
        for slot in old.into_iter().filter(|s| s.0 != 0) {
            let mut at = place(slot.0, mask);
            while self.slots[at].0 != 0 {
                at = (at + 1) & mask;
            }
            self.slots[at] = slot;
        }
    }
}

#[inline]
fn place(hash: u32, mask: usize) -> usize {
    (hash.wrapping_mul(0x9e37_79b1) >> 8) as usize & mask
}
