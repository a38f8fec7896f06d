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
//! is what it is.
//!
//! # A tour
//!
//! A page as a scraper brings it, with buttons around its article:
//!
//! ```
//! let page = "Ferries Stay In Port\n\n\
//!     By Nora Quill\n\n\
//!     Share on Facebook\n\n\
//!     The ferries between Tema and Lomé stay in port, the harbour council said on Monday, because \
//!     the Republic of Korea has not sent the engines that it promised in June.\n\n\
//!     “We will believe it when they float,” Ama Boateng told reporters. “Korea knows that,” she said.\n\n\
//!     Sign up for our newsletter\n";
//!
//! // What is the article? Blocks tile the page; each says what it is, and why.
//! let layout = copydesk::layout(page);
//! let dropped: Vec<String> =
//!     layout.dropped().map(|block| format!("{} by {}", block.kind, block.reason)).collect();
//! assert_eq!(dropped, ["title by form", "byline by form", "share by marker", "newsletter by marker"]);
//! assert_eq!(layout.authors().iter().map(|name| &page[*name]).next(), Some("Nora Quill"));
//!
//! // The other stages read what was kept, and their spans are still of the raw page.
//! let sentences: Vec<&str> = copydesk::sentences(&layout).map(|s| &page[s.span]).collect();
//! assert_eq!(sentences.last(), Some(&"“Korea knows that,” she said."));
//!
//! // One name for everything that means the same.
//! let entities = copydesk::entities(&layout);
//! let korea = entities.mentions().iter().find(|mention| page[mention.span].ends_with("Korea"));
//! let korea = entities.get(korea.unwrap().entity).unwrap();
//! assert_eq!((korea.name.as_ref(), korea.code), ("South Korea", Some("KR")));
//!
//! // Who said what: "she" is somebody.
//! let quotes = copydesk::quotes(&layout);
//! let said: Vec<_> =
//!     quotes.as_slice().iter().map(|q| (&page[q.parts[0]], quotes.speaker_name(q))).collect();
//! assert_eq!(said[1], ("“Korea knows that,”", Some("Ama Boateng")));
//! ```
//!
//! [`Desk`] is all four at once, configured once and shared by all threads:
//!
//! ```
//! use copydesk::{boilerplate::Strictness, entity::Gazetteer, sentence::Segmenter, Desk};
//! # fn main() -> Result<(), copydesk::Error> {
//! let desk = Desk::builder()
//!     .strictness(Strictness::Lenient)
//!     .segmenter(Segmenter::builder().abbreviations(["obstr."]).build())
//!     .gazetteer(&Gazetteer::from_tsv("Harbour Board\torganisation\tTema Harbour Board")?)
//!     .build();
//! let article = desk.read("The Harbour Board met on Monday. “It rained,” Ana Belmonte said.");
//! assert_eq!(article.sentences().len(), 2);
//! assert_eq!(article.quotes().as_slice().len(), 1);
//! # Ok(()) }
//! ```
//!
//! # Engines
//!
//! The functions use default engines, built at their first call in a few milliseconds. The engines
//! themselves are there to be configured: [`boilerplate::Stripper`], [`sentence::Segmenter`],
//! [`entity::Normalizer`], [`quote::Attributor`]. All take `impl Into<Page>`, that is a `&str`, a
//! [`Layout`], or a [`Page`] with regions of your own.
//!
//! # Text from strangers
//!
//! Nothing here does I/O or keeps state between calls; engines and results are `Send + Sync`.
//! Analysis cannot fail, does not panic and takes linear time, whatever the bytes. Only a table of
//! your own can be refused: [`Error`] names its line.
//!
//! # Features
//!
//! `serde`: `Serialize` and `Deserialize` for result types. (`train` opens the inside to the programs
//! that learn the weights; it is no part of the interface.)
//!
//! More in [`docs`]: recipes, the design, a comparison, and how to migrate.
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

#[cfg(feature = "work")]
#[doc(hidden)]
pub use scan::work::counter::examined;

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
    NORMALIZER.normalize(page)
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
