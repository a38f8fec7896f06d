//! Reading text at the level of bytes and characters, shared by all stages.

pub(crate) mod blocks;
pub(crate) mod capitals;
pub(crate) mod chars;
pub(crate) mod classes;
pub(crate) mod endings;
pub(crate) mod fold;
pub(crate) mod letters;
pub(crate) mod lines;
pub(crate) mod map;
pub(crate) mod numbers;
pub(crate) mod table;
pub(crate) mod words;
pub(crate) mod work;
pub(crate) mod wrap;
