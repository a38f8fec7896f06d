//! Which marks are speech, and which of them make one quotation.

mod assemble;
mod evidence;
mod explain;
mod frame;
mod near;
mod verdict;

pub(crate) use assemble::quotations;
pub use explain::{Evidence, Explained};

#[cfg(feature = "train")]
pub(super) use assemble::assemble;
#[cfg(feature = "train")]
pub(super) use evidence::{Previous, Witness};
#[cfg(feature = "train")]
pub(super) use verdict::{Bench, Verdict};
