//! [`Desk`]: the four stages chained.

use crate::boilerplate::{Block, Date, Layout, Strictness, Stripper};
use crate::entity::{Entities, Gazetteer, Normalizer};
use crate::page::Page;
use crate::quote::{Attributor, Quotes};
use crate::sentence::{Segmenter, Sentence};
use crate::span::Span;

/// The four engines, configured once, cheap to clone and shared by all threads.
///
/// ```
/// let desk = copydesk::Desk::new();
/// let article = desk.read("The vote failed on Monday. “Nobody is surprised,” Ana Belmonte said.");
/// assert_eq!(article.sentences().len(), 2);
/// assert_eq!(article.quotes().as_slice().len(), 1);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Desk {
    stripper: Stripper,
    segmenter: Segmenter,
    normalizer: Normalizer,
    attributor: Attributor,
}

impl Desk {
    /// The default engines.
    ///
    /// ```
    /// assert!(copydesk::Desk::new().read("").sentences().is_empty());
    /// ```
    pub fn new() -> Desk {
        Desk::default()
    }

    /// A desk whose engines are chosen one by one.
    ///
    /// ```
    /// use copydesk::boilerplate::Strictness;
    /// let desk = copydesk::Desk::builder().strictness(Strictness::Lenient).build();
    /// # let _ = desk;
    /// ```
    pub fn builder() -> DeskBuilder {
        DeskBuilder { desk: Desk::default() }
    }

    /// Reads a page through all four stages: strips it, and gives what is left to the others.
    ///
    /// Linear in the length of the page.
    ///
    /// ```
    /// let page = "Rain fell on Tema all day. Nobody minded it much.";
    /// let article = copydesk::Desk::new().read(page);
    /// let first = article.sentences()[0];
    /// assert_eq!(&page[first.span], "Rain fell on Tema all day.");
    /// ```
    pub fn read<'t>(&self, page: impl Into<Page<'t>>) -> Article<'t> {
        let layout = self.stripper.layout(page);
        let body = layout.body();
        let sentences: Vec<Sentence> = self.segmenter.sentences(&body).collect();
        let entities = self.normalizer.entities(&body);
        // Sentences by other rules than the attributor's are no use to it.
        let quotes = match self.segmenter.is_default() {
            true => self.attributor.quotes_between(&body, &entities, Some(&sentences)),
            false => self.attributor.quotes(&body, &entities),
        };
        Article { layout, sentences, entities, quotes }
    }
}

/// Chooses the engines of a [`Desk`].
///
/// ```
/// use copydesk::sentence::Segmenter;
/// let segmenter = Segmenter::builder().abbreviations(["approx"]).build();
/// let desk = copydesk::Desk::builder().segmenter(segmenter).build();
/// let article = desk.read("The wall is approx. 3 miles long. It was built in a year.");
/// assert_eq!(article.sentences().len(), 2);
/// ```
#[derive(Clone, Debug)]
pub struct DeskBuilder {
    desk: Desk,
}

impl DeskBuilder {
    /// How readily lines are dropped.
    ///
    /// ```
    /// use copydesk::boilerplate::Strictness;
    /// let desk = copydesk::Desk::builder().strictness(Strictness::Strict).build();
    /// # let _ = desk;
    /// ```
    #[must_use]
    pub fn strictness(mut self, strictness: Strictness) -> DeskBuilder {
        self.desk.stripper = self.desk.stripper.with_strictness(strictness);
        self
    }

    /// The engine that strips boilerplate.
    ///
    /// ```
    /// let stripper = copydesk::boilerplate::Stripper::new();
    /// let desk = copydesk::Desk::builder().stripper(stripper).build();
    /// # let _ = desk;
    /// ```
    #[must_use]
    pub fn stripper(mut self, stripper: Stripper) -> DeskBuilder {
        self.desk.stripper = stripper;
        self
    }

    /// The engine that splits sentences.
    ///
    /// ```
    /// let segmenter = copydesk::sentence::Segmenter::new();
    /// let desk = copydesk::Desk::builder().segmenter(segmenter).build();
    /// # let _ = desk;
    /// ```
    #[must_use]
    pub fn segmenter(mut self, segmenter: Segmenter) -> DeskBuilder {
        self.desk.segmenter = segmenter;
        self
    }

    /// The engine that finds entities, with the names of the caller's own tables if it has any.
    ///
    /// ```
    /// let normalizer = copydesk::entity::Normalizer::new();
    /// let desk = copydesk::Desk::builder().normalizer(normalizer).build();
    /// # let _ = desk;
    /// ```
    #[must_use]
    pub fn normalizer(mut self, normalizer: Normalizer) -> DeskBuilder {
        self.desk.normalizer = normalizer;
        self
    }

    /// Names of the caller's own, before the built-in tables.
    ///
    /// ```
    /// use copydesk::entity::Gazetteer;
    /// # fn main() -> Result<(), copydesk::Error> {
    /// let ours = Gazetteer::from_tsv("Harbour Board\torganisation\tTema Harbour Board")?;
    /// let desk = copydesk::Desk::builder().gazetteer(&ours).build();
    /// let article = desk.read("Rain fell all day. The Harbour Board did not meet.");
    /// assert_eq!(article.entities().mentions().len(), 1);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn gazetteer(mut self, gazetteer: &Gazetteer) -> DeskBuilder {
        self.desk.normalizer = Normalizer::with_gazetteer(gazetteer);
        self
    }

    /// The engine that attributes quotations.
    ///
    /// ```
    /// let attributor = copydesk::quote::Attributor::new();
    /// let desk = copydesk::Desk::builder().attributor(attributor).build();
    /// # let _ = desk;
    /// ```
    #[must_use]
    pub fn attributor(mut self, attributor: Attributor) -> DeskBuilder {
        self.desk.attributor = attributor;
        self
    }

    /// The desk.
    ///
    /// ```
    /// let desk = copydesk::Desk::builder().build();
    /// # let _ = desk;
    /// ```
    pub fn build(self) -> Desk {
        self.desk
    }
}

/// A page as the desk read it: spans of the page, and the names behind them.
///
/// ```
/// let article = copydesk::Desk::new().read("Rain fell on Tema all day. Nobody minded it much.");
/// assert!(article.title().is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article<'t> {
    layout: Layout<'t>,
    sentences: Vec<Sentence>,
    entities: Entities<'t>,
    quotes: Quotes<'t>,
}

impl<'t> Article<'t> {
    /// What each line of the page is.
    ///
    /// ```
    /// let article = copydesk::Desk::new().read("Rain fell on Tema all day.");
    /// assert_eq!(article.layout().blocks().len(), 1);
    /// ```
    pub fn layout(&self) -> &Layout<'t> {
        &self.layout
    }

    /// The headline.
    ///
    /// ```
    /// assert_eq!(copydesk::Desk::new().read("Rain fell on Tema all day.").title(), None);
    /// ```
    pub fn title(&self) -> Option<Span> {
        self.layout.title()
    }

    /// The names in the byline.
    ///
    /// ```
    /// assert!(copydesk::Desk::new().read("Rain fell on Tema all day.").byline().is_empty());
    /// ```
    pub fn byline(&self) -> &[Span] {
        self.layout.authors()
    }

    /// When the article was published.
    ///
    /// ```
    /// assert_eq!(copydesk::Desk::new().read("Rain fell on Tema all day.").published(), None);
    /// ```
    pub fn published(&self) -> Option<Date> {
        self.layout.published()
    }

    /// The lines that are no part of the article, with their kinds and reasons.
    ///
    /// ```
    /// assert_eq!(copydesk::Desk::new().read("Rain fell on Tema all day.").dropped().count(), 0);
    /// ```
    pub fn dropped(&self) -> impl Iterator<Item = &Block> {
        self.layout.dropped()
    }

    /// The sentences of the body, in reading order.
    ///
    /// ```
    /// assert_eq!(copydesk::Desk::new().read("It rained. It poured.").sentences().len(), 2);
    /// ```
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The entities of the body.
    ///
    /// ```
    /// let article = copydesk::Desk::new().read("Rain fell on Ghana all day.");
    /// assert_eq!(article.entities().mentions().len(), 1);
    /// ```
    pub fn entities(&self) -> &Entities<'t> {
        &self.entities
    }

    /// The quotations of the body.
    ///
    /// ```
    /// let article = copydesk::Desk::new().read("“It rained,” Ana Belmonte said.");
    /// let quotes = article.quotes();
    /// assert_eq!(quotes.speaker_name(&quotes.as_slice()[0]), Some("Ana Belmonte"));
    /// ```
    pub fn quotes(&self) -> &Quotes<'t> {
        &self.quotes
    }
}
