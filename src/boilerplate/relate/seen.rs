//! What a page has more than once, and on which of its lines: the memory behind duplicates,
//! near-duplicates and the recurrence of words.

/// Where something occurs, by number of line or paragraph: first and last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Places {
    pub(crate) first: u32,
    pub(crate) last: u32,
}

impl Places {
    /// Nowhere: no place is away from it.
    const NONE: Places = Places { first: u32::MAX, last: 0 };

    /// How far away from `here` it occurs, at most; 0 when it does so nowhere else.
    #[inline]
    pub(crate) fn reach(self, here: u32) -> u32 {
        here.saturating_sub(self.first).max(self.last.saturating_sub(here))
    }
}

/// The places of everything that has a number.
#[derive(Debug)]
pub(crate) struct Seen(Vec<Places>);

impl Seen {
    /// Nothing seen yet of so many things.
    pub(crate) fn new(things: usize) -> Seen {
        Seen(vec![Places::NONE; things])
    }

    /// Notes a thing; places come in ascending order.
    #[inline]
    pub(crate) fn add(&mut self, thing: u32, here: u32) {
        if let Some(places) = self.0.get_mut(thing as usize) {
            *places = Places { first: places.first.min(here), last: here };
        }
    }

    /// Where it occurs.
    #[inline]
    pub(crate) fn get(&self, thing: u32) -> Places {
        self.0.get(thing as usize).copied().unwrap_or(Places::NONE)
    }
}
