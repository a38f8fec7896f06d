//! All integration tests, in one binary so that they link once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod algebra;
mod cases;
mod gazetteer;
mod generate;
mod hostile;
mod laws;
mod pages;
mod strip;
mod unbreakable;
#[cfg(feature = "work")]
mod work;
