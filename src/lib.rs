//! A copy desk for scraped news text.
//!
//! Four functions over a text, each usable alone, and a pipeline that chains them:
//!
//! 1. [`layout`] tells the article from what surrounds it; [`strip`] gives its clean text.
//! 2. [`sentences`] splits it into sentences.
//! 3. [`entities`] finds countries, organisations and people, each under one name; [`normalize`]
//!    rewrites them; [`country`] reads one name of a country from a table of data.
//! 4. [`quotes`] tells who said what, with which verb.
//!
//! The text is never changed. Every answer is a [`Span`] of bytes in it, half-open, and says why it
//! is what it is. A stage takes anything that is a [`Page`]: a `&str`, or the [`Layout`] of one, whose
//! body the next stage then reads, with spans still of the raw page:
//!
//! ```
//! let page = "Share this!\n\n“We will wait,” Ana Belmonte said on Monday. She leads the harbour \
//!             council of Tema, and she has waited for two years already, as have the dockers.\n";
//! let layout = copydesk::layout(page);
//! let quotes = copydesk::quotes(&layout);
//! let quote = &quotes.as_slice()[0];
//! assert_eq!(&page[quote.parts[0]], "“We will wait,”");
//! assert_eq!(quotes.speaker_name(quote), Some("Ana Belmonte"));
//! ```
//!
//! [`Desk`] is all four at once. The engines behind the functions ([`boilerplate::Stripper`],
//! [`sentence::Segmenter`], [`entity::Normalizer`], [`quote::Attributor`]) are there to be configured;
//! the functions use the default ones, built at their first call.
//!
//! Nothing here does I/O or keeps state between calls; engines and results are `Send + Sync`.
//! Analysis cannot fail, does not panic and takes linear time, whatever the bytes: pages come from
//! strangers. More in [`docs`]: recipes, the design, a comparison, and how to migrate.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod boilerplate;
mod data;
mod desk;
pub mod docs;
pub mod entity;
mod error;
mod offset;
mod page;
pub mod quote;
mod scan;
pub mod sentence;
mod span;

use std::borrow::Cow;

use once_cell::sync::Lazy;

pub use boilerplate::Layout;
pub use desk::{Article, Desk, DeskBuilder};
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

/// What each line of a page is. Linear in the length of the page.
///
/// ```
/// let layout = copydesk::layout("Rain fell on Tema all day, and nobody minded it much.");
/// assert_eq!(layout.blocks().len(), 1);
/// ```
pub fn layout<'t>(page: impl Into<Page<'t>>) -> Layout<'t> {
    STRIPPER.layout(page)
}

/// The clean text of a page: its article without what surrounds it, borrowed when that is one
/// stretch. Linear in the length of the page. Stripping a stripped text changes nothing.
///
/// ```
/// let page = "Rain fell on Tema all day, and nobody minded it much.";
/// assert_eq!(copydesk::strip(page), page);
/// ```
pub fn strip<'t>(page: impl Into<Page<'t>>) -> Cow<'t, str> {
    layout(page).clean()
}

/// The sentences of a page, lazily and without allocation. Linear in the length of the page.
///
/// ```
/// let page = "Mr. Lee left at 9 a.m. on Monday. Nobody saw him.";
/// let found: Vec<&str> = copydesk::sentences(page).map(|s| &page[s.span]).collect();
/// assert_eq!(found, ["Mr. Lee left at 9 a.m. on Monday.", "Nobody saw him."]);
/// ```
pub fn sentences<'t>(page: impl Into<Page<'t>>) -> Sentences<'t> {
    SEGMENTER.sentences(page)
}

/// The countries, organisations, places and people of a page. Linear in the length of the page.
///
/// ```
/// let entities = copydesk::entities("Mr. Lee flew to the Russian Federation. Ann Lee stayed.");
/// let names: Vec<&str> = entities.iter().map(|(_, entity)| entity.name.as_ref()).collect();
/// assert!(names.contains(&"Russia"));
/// ```
pub fn entities<'t>(page: impl Into<Page<'t>>) -> Entities<'t> {
    NORMALIZER.entities(page)
}

/// The text of a page with countries under their common names, grammar kept. Linear in the length
/// of the page. Normalizing a normalized text changes nothing.
///
/// ```
/// let text = "The Russian Federation's fleet left.";
/// assert_eq!(copydesk::normalize(text), "Russia's fleet left.");
/// ```
pub fn normalize<'t>(page: impl Into<Page<'t>>) -> Cow<'t, str> {
    entities(page).normalized()
}

/// The quotations of a page with their speakers. Linear in the length of the page.
///
/// ```
/// let quotes = copydesk::quotes("“It rained,” Ana Belmonte said.");
/// assert_eq!(quotes.speaker_name(&quotes.as_slice()[0]), Some("Ana Belmonte"));
/// ```
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
