//! Longer texts: [recipes](cookbook), [why it is built this way](design), [how it compares](compare),
//! and [how to come from another tool](migrate).

#[doc = include_str!("cookbook.md")]
pub mod cookbook {}

#[doc = include_str!("design.md")]
pub mod design {}

#[doc = include_str!("compare.md")]
pub mod compare {}

#[doc = include_str!("migrate.md")]
pub mod migrate {}
