//! A copy desk for scraped news text.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod boilerplate;
#[allow(dead_code)]
mod data;
mod desk;
pub mod docs;
pub mod entity;
mod error;
mod offset;
mod page;
pub mod quote;
#[allow(dead_code)]
mod scan;
pub mod sentence;
mod span;

use std::borrow::Cow;

use once_cell::sync::Lazy;

pub use boilerplate::Layout;
pub use desk::{Article, Desk};
pub use entity::{country, Country, Entities};
pub use error::Error;
pub use offset::Offsets;
pub use page::Page;
pub use quote::Quotes;
pub use sentence::{Sentence, Sentences};
pub use span::Span;

static STRIPPER: Lazy<boilerplate::Stripper> = Lazy::new(boilerplate::Stripper::new);
static SEGMENTER: Lazy<sentence::Segmenter> = Lazy::new(sentence::Segmenter::new);
static NORMALIZER: Lazy<entity::Normalizer> = Lazy::new(entity::Normalizer::new);
static ATTRIBUTOR: Lazy<quote::Attributor> = Lazy::new(quote::Attributor::new);

/// What each line of a page is.
pub fn layout<'t>(page: impl Into<Page<'t>>) -> Layout<'t> {
    STRIPPER.layout(page)
}

/// The clean text of a page.
pub fn strip<'t>(page: impl Into<Page<'t>>) -> Cow<'t, str> {
    layout(page).clean()
}

/// The sentences of a page.
pub fn sentences<'t>(page: impl Into<Page<'t>>) -> Sentences<'t> {
    SEGMENTER.sentences(page)
}

/// The entities of a page.
pub fn entities<'t>(page: impl Into<Page<'t>>) -> Entities<'t> {
    NORMALIZER.entities(page)
}

/// The text of a page with countries under their common names.
pub fn normalize<'t>(page: impl Into<Page<'t>>) -> Cow<'t, str> {
    entities(page).normalized()
}

/// The quotations of a page.
pub fn quotes<'t>(page: impl Into<Page<'t>>) -> Quotes<'t> {
    let page = page.into();
    let entities = entities(&page);
    ATTRIBUTOR.quotes(&page, &entities)
}

/// The README's code runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
#[derive(Debug)]
pub struct ReadmeDoctests;
