//! How many bytes of text the stages examine, counted for the tests.
//!
//! Every place that reads text of no fixed length says how much it read. Without the feature `work`
//! that is nothing: the function is empty and is compiled away.

/// Notes that so many bytes were examined.
#[cfg(not(feature = "work"))]
#[inline(always)]
pub(crate) fn read(_bytes: usize) {}

#[cfg(feature = "work")]
pub(crate) use counter::read;

#[cfg(feature = "work")]
pub(crate) mod counter {
    use std::cell::Cell;

    thread_local! {
        static EXAMINED: Cell<u64> = const { Cell::new(0) };
    }

    pub(crate) fn read(bytes: usize) {
        EXAMINED.with(|examined| examined.set(examined.get() + bytes as u64));
    }

    /// Bytes of text that `task` examines, on this thread.
    pub fn examined(task: impl FnOnce()) -> u64 {
        EXAMINED.with(|examined| examined.set(0));
        task();
        EXAMINED.with(Cell::get)
    }
}
