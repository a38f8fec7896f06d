//! The sheet on which the evidence of a batch of lines is written down, for the trees to read.

/// Lines that are scored at once: a byte of each fills a vector register.
pub(crate) const LANES: usize = 16;

/// A byte of every line of a batch, where a vector register can be loaded from.
#[derive(Clone, Copy, Debug)]
#[repr(align(16))]
pub(crate) struct Column(pub(crate) [u8; LANES]);

/// The evidence of a batch of lines, a column for each piece. There are as many columns as a question
/// can name, so that none needs to be looked for.
pub(crate) type Sheet = [Column; 256];

/// A sheet to write evidence on.
pub(crate) const SHEET: Sheet = [Column([0; LANES]); 256];

/// The evidence of one line of a batch being written down, a column for each piece.
pub(crate) struct Row<'c> {
    pub(crate) sheet: &'c mut Sheet,
    pub(crate) slot: usize,
    pub(crate) used: usize,
}

impl Row<'_> {
    /// Inlined, it is a store for each byte: the columns are known to the compiler.
    #[inline(always)]
    pub(crate) fn put<const N: usize>(&mut self, bytes: &[u8; N]) {
        let slot = self.slot % LANES;
        let columns = self.sheet.get_mut(self.used..self.used + N).unwrap_or_default();
        for (column, &byte) in columns.iter_mut().zip(bytes) {
            column.0[slot] = byte;
        }
        self.used += N;
    }
}
