//! Finding the few interesting bytes of a text, 64 bytes at a time.
//!
//! A stage looks closely at a handful of byte values only: terminators, line ends, quotation marks,
//! capitals at word starts. This module turns each block of 64 bytes into bit masks, one bit a
//! byte, and a stage visits the set bits. The test of one byte is written without branches, so that
//! the compiler compares sixteen or more bytes with one instruction; no step depends on what the
//! text is, so the cost per byte is the same for any input.
//!
//! ```text
//! bytes  He left. "Why?"
//! test   .?!
//! mask   0000000100000010   (bit 0 is the first byte)
//! ```

use super::work;

/// Bytes in a block: as many as a mask has bits.
pub(crate) const BLOCK: usize = 64;

/// The block that begins at `at`, filled up with NUL bytes behind `end`.
#[inline(always)]
pub(crate) fn block(bytes: &[u8], at: usize, end: usize) -> [u8; BLOCK] {
    work::read(end.saturating_sub(at).min(BLOCK));
    let mut block = [0; BLOCK];
    match bytes.get(at..end).and_then(|rest| rest.first_chunk::<BLOCK>()) {
        Some(full) => block = *full,
        None => {
            let rest = bytes.get(at..end).unwrap_or_default();
            block[..rest.len()].copy_from_slice(rest);
        }
    }
    block
}

/// One bit for each byte that passes `test`; bit 0 is the first byte.
///
/// Write `test` with `|` and `&`, not with `||` and `&&`, and it compiles to vector comparisons.
#[inline(always)]
pub(crate) fn mask(block: &[u8; BLOCK], test: impl Fn(u8) -> bool) -> u64 {
    let mut flags = [0u8; BLOCK];
    for (flag, &byte) in flags.iter_mut().zip(block) {
        *flag = u8::from(test(byte));
    }
    // Most blocks have none of the bytes of a rare kind.
    let any = flags.iter().fold(0, |any, flag| any | flag);
    if any == 0 {
        return 0;
    }
    collect(&flags)
}

/// Packs 64 bytes of value 0 or 1 into the bits of one word.
#[inline(always)]
fn collect(flags: &[u8; BLOCK]) -> u64 {
    /// Moves bit 0 of byte `i` to bit `56 + i`: the partial products never carry into each other.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let mut bits = 0;
    for (at, eight) in flags.chunks_exact(8).enumerate() {
        let mut word = [0; 8];
        word.copy_from_slice(eight);
        bits |= (u64::from_le_bytes(word).wrapping_mul(GATHER) >> 56) << (8 * at);
    }
    bits
}

/// Letters, digits and every byte of a character outside ASCII: what a word is made of.
///
/// Punctuation outside ASCII counts too; a stage that cares looks at the character.
#[inline(always)]
pub(crate) fn is_wordish(byte: u8) -> bool {
    ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10) | (byte >= 0x80)
}

/// Places of the bytes in `bytes[start..end]` that pass `test`, in order.
///
/// Linear in the length whatever `test` is; no allocation.
#[inline]
pub(crate) fn hits<F: Fn(u8) -> bool>(
    bytes: &[u8],
    start: usize,
    end: usize,
    test: F,
) -> Hits<'_, F> {
    Hits { bytes, end: end.min(bytes.len()), cursor: Cursor::new(start), test }
}

/// Iterator of [`hits`].
#[derive(Clone, Debug)]
pub(crate) struct Hits<'t, F> {
    bytes: &'t [u8],
    end: usize,
    cursor: Cursor,
    test: F,
}

impl<F: Fn(u8) -> bool> Iterator for Hits<'_, F> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        self.cursor.next(self.bytes, self.end, &self.test)
    }
}

/// The state of [`Hits`] without text and test, for a type that keeps them elsewhere.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cursor {
    /// Where the next block begins.
    next: usize,
    /// Where the block that `bits` belongs to begins.
    base: usize,
    bits: u64,
}

impl Cursor {
    /// A cursor in front of byte `start`.
    #[inline]
    pub(crate) fn new(start: usize) -> Cursor {
        Cursor { next: start, base: start, bits: 0 }
    }

    /// The next byte before `end` that passes `test`.
    #[inline(always)]
    pub(crate) fn next(
        &mut self,
        bytes: &[u8],
        end: usize,
        test: impl Fn(u8) -> bool,
    ) -> Option<usize> {
        while self.bits == 0 {
            if self.next >= end {
                return None;
            }
            self.base = self.next;
            self.bits = mask(&block(bytes, self.base, end), &test);
            if end - self.base < BLOCK {
                // NUL may pass the test too: what fills the last block is not text.
                self.bits &= (1 << (end - self.base)) - 1;
            }
            self.next = self.base + BLOCK;
        }
        let at = self.base + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        Some(at)
    }

    /// Goes on at byte `at`, leaving out hits in front of it; never goes back.
    #[inline]
    pub(crate) fn seek(&mut self, at: usize) {
        if at >= self.next {
            *self = Cursor::new(at);
        } else if at > self.base {
            self.bits &= u64::MAX << (at - self.base);
        }
    }
}

/// Places in `bytes[start..end]` where a word begins: the byte passes `first`, and none that passes
/// `inside` stands right before it.
///
/// Linear in the length whatever the tests are; no allocation.
#[inline]
pub(crate) fn starts<F: Fn(u8) -> bool, I: Fn(u8) -> bool>(
    bytes: &[u8],
    start: usize,
    end: usize,
    first: F,
    inside: I,
) -> Starts<'_, F, I> {
    let (end, before) = (end.min(bytes.len()), false);
    Starts { bytes, end, next: start, base: start, bits: 0, before, first: Some(first), inside }
}

/// Places in `bytes[start..end]` where a run of bytes that pass `inside` begins, but for most of those
/// that have only one or two.
#[inline]
pub(crate) fn runs<I: Fn(u8) -> bool>(
    bytes: &[u8],
    start: usize,
    end: usize,
    inside: I,
) -> Starts<'_, fn(u8) -> bool, I> {
    let (end, before) = (end.min(bytes.len()), false);
    Starts { bytes, end, next: start, base: start, bits: 0, before, first: None, inside }
}

/// Iterator of [`starts`].
#[derive(Clone, Debug)]
pub(crate) struct Starts<'t, F, I> {
    bytes: &'t [u8],
    end: usize,
    /// Where the next block begins.
    next: usize,
    /// Where the block that `bits` belongs to begins.
    base: usize,
    bits: u64,
    /// The last byte of that block is inside a word.
    before: bool,
    /// `None` where every run counts.
    first: Option<F>,
    inside: I,
}

impl<F: Fn(u8) -> bool, I: Fn(u8) -> bool> Starts<'_, F, I> {
    /// Reads the next block; false behind the last one.
    #[inline(always)]
    fn advance(&mut self) -> bool {
        if self.next >= self.end {
            return false;
        }
        self.base = self.next;
        let block = block(self.bytes, self.base, self.end);
        let inside = mask(&block, &self.inside);
        // What a run has in the next block is not known yet.
        let long = inside & (inside >> 1 | 1 << 63) & (inside >> 2 | 3 << 62);
        let first = self.first.as_ref().map_or(long, |first| mask(&block, first));
        self.bits = first & !(inside << 1 | u64::from(self.before));
        if self.end - self.base < BLOCK {
            self.bits &= (1 << (self.end - self.base)) - 1;
        }
        self.before = inside >> (BLOCK - 1) == 1;
        self.next = self.base + BLOCK;
        true
    }
}

impl<F: Fn(u8) -> bool, I: Fn(u8) -> bool> Iterator for Starts<'_, F, I> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            if !self.advance() {
                return None;
            }
        }
        let at = self.base + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        Some(at)
    }

    /// Two loops in each other are faster than one that asks each time whether the block is empty.
    #[inline]
    fn fold<B, G: FnMut(B, usize) -> B>(mut self, init: B, mut each: G) -> B {
        let mut folded = init;
        loop {
            let (base, mut bits) = (self.base, self.bits);
            while bits != 0 {
                folded = each(folded, base + bits.trailing_zeros() as usize);
                bits &= bits - 1;
            }
            if !self.advance() {
                return folded;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_word_starts_where_nothing_of_a_word_stands_before(
            bytes in proptest::collection::vec(prop_oneof![Just(b'a'), Just(b'B'), Just(b' ')], 0..300),
            from in 0usize..80,
        ) {
            let (first, inside) = (|b: u8| b == b'B', |b: u8| b != b' ');
            let plain: Vec<usize> = (from..bytes.len())
                .filter(|&at| first(bytes[at]) && (at == from || !inside(bytes[at - 1])))
                .collect();
            let found: Vec<usize> = starts(&bytes, from, bytes.len(), first, inside).collect();
            prop_assert_eq!(&found, &plain);
            let runs: Vec<usize> = runs(&bytes, from, bytes.len(), inside).collect();
            let mut every = starts(&bytes, from, bytes.len(), inside, inside).peekable();
            let long = |at: &usize| bytes[*at..].iter().take(3).filter(|b| inside(**b)).count() == 3;
            prop_assert!(every.clone().filter(long).all(|at| runs.contains(&at)));
            prop_assert!(runs.iter().all(|at| every.any(|start| start == *at)));
            let mut each = Vec::new();
            starts(&bytes, from, bytes.len(), first, inside).for_each(|at| each.push(at));
            prop_assert_eq!(each, plain);
        }

        #[test]
        fn hits_are_what_a_plain_filter_finds(
            bytes in proptest::collection::vec(prop_oneof![Just(b'.'), Just(0), any::<u8>()], 0..300),
            from in 0usize..80,
            cut in 0usize..80,
        ) {
            let end = bytes.len().saturating_sub(cut);
            let test = |b: u8| (b == b'.') | (b == 0) | (b >= 0xf0);
            let plain: Vec<usize> = (from..end).filter(|&at| test(bytes[at])).collect();
            let found: Vec<usize> = hits(&bytes, from, end, test).collect();
            prop_assert_eq!(found, plain);
        }

        #[test]
        fn a_cursor_that_seeks_leaves_out_what_lies_before(
            bytes in proptest::collection::vec(prop_oneof![Just(b'.'), Just(b'a')], 0..300),
            skip in 1usize..150,
        ) {
            let (mut cursor, mut from) = (Cursor::new(0), 0);
            while let Some(at) = cursor.next(&bytes, bytes.len(), |b| b == b'.') {
                prop_assert_eq!(bytes[from..].iter().position(|&b| b == b'.'), Some(at - from));
                from = at + skip;
                cursor.seek(from);
            }
            prop_assert!(bytes.iter().skip(from).all(|&b| b != b'.'));
        }
    }

    #[test]
    fn nothing_is_found_outside_the_text() {
        assert_eq!(hits(b"a.b", 3, 9, |_| true).count(), 0);
        assert_eq!(hits(b"a.b", 9, 3, |_| true).count(), 0);
        assert_eq!(hits(b"", 0, 0, |_| true).count(), 0);
    }
}
