//! [`SiteMemory`]: lines that other pages of a site have.

use std::collections::{HashMap, HashSet};

use super::block::Block;
use super::line::tokens::{tokens, Token};
use super::tile::Tiles;
use crate::page::Page;
use crate::span::Span;

/// Pages that must have a line before it counts as the site's.
const PAGES: u32 = 3;
/// One page in so many must have it.
const SHARE: u32 = 4;

/// The lines that a crawl has seen on the pages of one site.
///
/// The caller owns it, fills it and passes it to
/// [`Stripper::layout_with`](super::Stripper::layout_with); nothing is remembered anywhere else, so
/// the same page with the same memory gives the same answer. A line counts as the site's own when at
/// least three pages have it, and one page in four. A page of which the memory knows more than half
/// the words is an article seen before, and is read as if nothing were remembered.
///
/// Method: repetition across the pages of a site, as in "template detection" for web pages, on hashes
/// of whole lines; a line is known by its words, whatever its marks and spaces.
///
/// ```
/// use copydesk::boilerplate::{Reason, SiteMemory, Stripper};
/// let mut site = SiteMemory::new();
/// for day in ["Monday", "Tuesday", "Wednesday"] {
///     site.learn(&format!("The ferry ran on {day}.\n\nThe Marsh Courier has served the river since 1881.\n"));
/// }
/// let page = "The ferry did not run on Thursday, said the harbour master, because of the ice.\n\n\
///             The Marsh Courier has served the river since 1881.\n";
/// let layout = Stripper::new().layout_with(page, &site);
/// assert_eq!(layout.blocks()[1].reason, Reason::SeenElsewhere);
/// ```
#[derive(Clone, Debug, Default)]
pub struct SiteMemory {
    pages: u32,
    lines: HashMap<u64, u32>,
}

impl SiteMemory {
    /// A memory of no page.
    ///
    /// ```
    /// assert_eq!(copydesk::boilerplate::SiteMemory::new().pages(), 0);
    /// ```
    pub fn new() -> SiteMemory {
        SiteMemory::default()
    }

    /// Remembers the lines of a page. Linear in its length; memory grows by 16 bytes or so for each
    /// line that is new.
    ///
    /// ```
    /// let mut site = copydesk::boilerplate::SiteMemory::new();
    /// site.learn("Home\nNews\n");
    /// assert_eq!(site.pages(), 1);
    /// ```
    pub fn learn<'t>(&mut self, page: impl Into<Page<'t>>) {
        let page = page.into();
        let blocks = Tiles::of(&page).blocks;
        let lines: HashSet<u64> = blocks.iter().map(|b| known_by(page.text(), b.span).0).collect();
        for line in lines {
            *self.lines.entry(line).or_default() += 1;
        }
        self.pages = self.pages.saturating_add(1);
    }

    /// How many pages were learned.
    ///
    /// ```
    /// assert_eq!(copydesk::boilerplate::SiteMemory::default().pages(), 0);
    /// ```
    pub fn pages(&self) -> u32 {
        self.pages
    }

    /// For each block whether it is the site's own.
    pub(crate) fn knows(&self, text: &str, blocks: &[Block]) -> Vec<bool> {
        let lines: Vec<(u64, usize)> = blocks.iter().map(|b| known_by(text, b.span)).collect();
        let known: Vec<bool> = lines.iter().map(|l| self.has(l.0)).collect();
        let all: usize = lines.iter().map(|l| l.1).sum();
        let of_known: usize = lines.iter().zip(&known).filter(|(_, k)| **k).map(|(l, _)| l.1).sum();
        match of_known * 2 > all {
            true => vec![false; blocks.len()],
            false => known,
        }
    }

    fn has(&self, line: u64) -> bool {
        let times = self.lines.get(&line).copied().unwrap_or_default();
        times >= PAGES && times.saturating_mul(SHARE) >= self.pages
    }
}

/// What a line is known by, and how many words it has.
fn known_by(text: &str, span: Span) -> (u64, usize) {
    let words = tokens(text[span].as_bytes()).filter_map(Token::word);
    words.fold((0xcbf2_9ce4_8422_2325, 0), |(hash, n), word| {
        let hash: u64 = (hash ^ u64::from(word.hash)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (hash ^ hash >> 32, n + 1)
    })
}
