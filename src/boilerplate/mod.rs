//! Telling an article from what surrounds it on a page, from plain lines alone.
//!
//! A page is cut into [`Block`]s, a line each, and a promo that is glued to the end of a line one by
//! itself (`tile`, `glue`); a paragraph that was wrapped over many lines is one line here. What a line
//! says by itself (`line`: words, marks, marker phrases of furniture, learned weights of words) gives a
//! first score; the first scores and words of the whole
//! page (`relate`: the stretch that reads as prose, repetitions, whether the line's words come back
//! elsewhere) give the final one. Both scores are sums of small trees that were trained on labelled
//! pages (`decide`); see `examples/train_boilerplate`. Labels that lead to other stories, and lists
//! that the article announces, are not weighed. What stays is read again as a page of its own until
//! nothing more is dropped: stripping a clean text changes nothing. In the end every block gets its
//! name (`kind`, `title`) and the metadata are read (`meta`).

mod block;
mod decide;
mod glue;
mod kind;
mod layout;
mod line;
mod memory;
mod meta;
mod relate;
mod scale;
mod sheet;
mod tile;
mod title;
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod training;

pub use block::{Block, BlockKind, Reason, Strictness};
pub use layout::Layout;
pub use memory::SiteMemory;
pub use meta::{Date, Time};

use crate::page::Page;

/// Tells an article from what surrounds it on a page.
///
/// ```
/// use copydesk::boilerplate::Stripper;
/// let page = "The bridge will reopen on Friday, the council said after its meeting.\n\nShare on Facebook\n";
/// let layout = Stripper::new().layout(page);
/// assert_eq!(layout.blocks().len(), 2);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Stripper {
    strictness: Strictness,
}

impl Stripper {
    /// The default stripper. The weights are read on first use, by all strippers together.
    ///
    /// ```
    /// let stripper = copydesk::boilerplate::Stripper::new();
    /// assert_eq!(stripper.layout("").blocks(), []);
    /// ```
    pub fn new() -> Stripper {
        Stripper::default()
    }

    /// The same stripper with another strictness.
    ///
    /// ```
    /// use copydesk::boilerplate::{Strictness, Stripper};
    /// let careful = Stripper::new().with_strictness(Strictness::Lenient);
    /// let page = "The bridge will reopen on Friday, the council said after its meeting.";
    /// assert_eq!(careful.layout(page).clean(), page);
    /// ```
    pub fn with_strictness(self, strictness: Strictness) -> Stripper {
        Stripper { strictness }
    }

    /// How sure the evidence must be before a line is dropped.
    ///
    /// ```
    /// use copydesk::boilerplate::{Strictness, Stripper};
    /// assert_eq!(Stripper::new().strictness(), Strictness::Balanced);
    /// ```
    pub fn strictness(&self) -> Strictness {
        self.strictness
    }

    /// What each line of a page is. Time and memory are linear in the length of the page.
    ///
    /// ```
    /// let stripper = copydesk::boilerplate::Stripper::new();
    /// let page = "Menu\nHome\nSign in\nThe bridge will reopen on Friday, the council said after its \
    ///             meeting on Monday, because the new bolts have arrived from Sheffield.\n";
    /// assert!(stripper.layout(page).clean().starts_with("The bridge"));
    /// ```
    pub fn layout<'t>(&self, page: impl Into<Page<'t>>) -> Layout<'t> {
        layout::decided(page.into(), None, self.strictness)
    }

    /// What each line of a page is, given what other pages of the site have. Linear as
    /// [`Stripper::layout`] is.
    ///
    /// ```
    /// use copydesk::boilerplate::{SiteMemory, Stripper};
    /// let page = "The bridge will reopen on Friday, the council said after its meeting.";
    /// let stripper = Stripper::new();
    /// assert_eq!(stripper.layout_with(page, &SiteMemory::new()), stripper.layout(page));
    /// ```
    pub fn layout_with<'t>(&self, page: impl Into<Page<'t>>, site: &SiteMemory) -> Layout<'t> {
        layout::decided(page.into(), Some(site), self.strictness)
    }
}
