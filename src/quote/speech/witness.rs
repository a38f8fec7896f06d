//! Who hears the evidence about a pair of marks: it is weighed, explained, or learned from.

use crate::scan::table::{key, SEED};

/// Receives evidence.
pub(crate) trait Witness {
    /// One piece of evidence: its group and its value.
    #[inline(always)]
    fn see(&mut self, group: &'static str, value: &str) {
        self.see_together(group, &[Value::of(value)]);
    }

    /// The same for a value whose key is known.
    #[inline(always)]
    fn see_value(&mut self, group: &'static str, value: Value<'_>) {
        self.see_together(group, &[value]);
    }

    /// One piece of evidence whose value has several parts.
    fn see_together(&mut self, group: &'static str, parts: &[Value<'_>]);
}

/// What was seen, with its key: one value is a part of several pieces of evidence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Value<'a> {
    pub name: &'a str,
    pub key: u64,
}

impl<'a> Value<'a> {
    #[inline]
    pub(crate) fn of(name: &'a str) -> Value<'a> {
        Value { name, key: key(SEED, name) }
    }

    /// The value of several parts, as the table has it.
    pub(crate) fn join(parts: &[Value<'_>]) -> String {
        parts.iter().map(|part| part.name).collect::<Vec<_>>().join(" | ")
    }
}
