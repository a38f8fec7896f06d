//! Which marks are speech, and which of them make one quotation.

mod assemble;
mod bench;
mod evidence;
mod explain;
mod frame;
mod govern;
mod near;
mod weigh;
mod witness;

pub(crate) use assemble::quotations;
pub use explain::{Evidence, Explained};

#[cfg(feature = "train")]
pub(super) use assemble::assemble;
#[cfg(feature = "train")]
pub(super) use bench::Bench;
#[cfg(feature = "train")]
pub(super) use evidence::Previous;
#[cfg(feature = "train")]
pub(super) use frame::Frames;
#[cfg(feature = "train")]
pub(super) use govern::{degree, Line};
#[cfg(feature = "train")]
pub(super) use near::clausal;
#[cfg(feature = "train")]
pub(super) use weigh::{Verdict, GOVERNED};
#[cfg(feature = "train")]
pub(super) use witness::{Value, Witness};
