//! [`Layout`]: what each line of a page is.

use std::borrow::Cow;

use super::block::{Block, BlockKind, Reason, Strictness};
use super::decide::{self, Lines, Verdict, MODEL};
use super::kind;
use super::line::lexicon::LEXICON;
use super::line::{at, Line};
use super::memory::SiteMemory;
use super::meta::{self, Date};
use super::tile;
use super::title;
use crate::page::Page;
use crate::span::Span;

/// What each line of a page is, and what the page says of its article.
///
/// ```
/// let page = "Elmsworth Iron Bridge to Reopen After Nine Months\n\nThe town council of Elmsworth voted on \
///             Tuesday to reopen the old iron bridge over the Marsh.\n\nShare this article\n";
/// let layout = copydesk::layout(page);
/// assert_eq!(layout.blocks().len(), 3);
/// assert!(layout.clean().starts_with("The town council"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout<'t> {
    page: Page<'t>,
    blocks: Vec<Block>,
    meta: meta::Meta,
}

impl<'t> Layout<'t> {
    /// The whole text, the caller's own. Constant time.
    ///
    /// ```
    /// assert_eq!(copydesk::layout("One.").text(), "One.");
    /// ```
    pub fn text(&self) -> &'t str {
        self.page.text()
    }

    /// The blocks, in order; together they are the page's regions. Constant time.
    ///
    /// ```
    /// let page = "One.\n\nTwo.\n";
    /// let layout = copydesk::layout(page);
    /// assert_eq!(&page[layout.blocks()[0].span], "One.\n\n");
    /// ```
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The blocks that are not part of the clean text, those with the metadata among them.
    ///
    /// ```
    /// assert_eq!(copydesk::layout("").dropped().count(), 0);
    /// ```
    pub fn dropped(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|b| !b.kind.is_kept())
    }

    /// The headline, trimmed.
    ///
    /// ```
    /// assert_eq!(copydesk::layout("").title(), None);
    /// ```
    pub fn title(&self) -> Option<Span> {
        self.meta.title
    }

    /// The names of the authors.
    ///
    /// ```
    /// assert_eq!(copydesk::layout("").authors(), []);
    /// ```
    pub fn authors(&self) -> &[Span] {
        &self.meta.authors
    }

    /// The date of publication.
    ///
    /// ```
    /// assert_eq!(copydesk::layout("").published(), None);
    /// ```
    pub fn published(&self) -> Option<Date> {
        self.meta.published
    }

    /// The date of the last change, where the page gives one.
    ///
    /// ```
    /// assert_eq!(copydesk::layout("").updated(), None);
    /// ```
    pub fn updated(&self) -> Option<Date> {
        self.meta.updated
    }

    /// The section of the paper.
    ///
    /// ```
    /// assert_eq!(copydesk::layout("").section(), None);
    /// ```
    pub fn section(&self) -> Option<Span> {
        self.meta.section
    }

    /// The page that the other stages read: the same text, only what was kept. Linear in the number
    /// of blocks.
    ///
    /// ```
    /// let page = "The bridge will reopen on Friday, the council said after its meeting.";
    /// assert_eq!(copydesk::layout(page).body().regions().len(), 1);
    /// ```
    pub fn body(&self) -> Page<'t> {
        Page::with_regions(self.text(), self.stretches().into_iter().map(|s| s.0))
    }

    /// The stretches of blocks that are kept, and whether a region of the page ends with each.
    fn stretches(&self) -> Vec<(Span, bool)> {
        let ends = tile::ends(&self.blocks, &self.page);
        let mut out: Vec<(Span, bool)> = Vec::new();
        for (at, block) in self.blocks.iter().enumerate().filter(|(_, b)| b.kind.is_kept()) {
            let ended = ends.binary_search(&at).is_ok();
            match out.last_mut() {
                Some((last, at_end @ false)) if last.end == block.span.start => {
                    (last.end, *at_end) = (block.span.end, ended);
                }
                _ => out.push((block.span, ended)),
            }
        }
        out
    }

    /// The clean text; borrowed when it is one stretch of the page. Between what was kept of two
    /// regions stands a blank line.
    ///
    /// ```
    /// let page = "The bridge will reopen on Friday, the council said after its meeting.";
    /// assert_eq!(copydesk::layout(page).clean(), page);
    /// ```
    pub fn clean(&self) -> Cow<'t, str> {
        match self.stretches().as_slice() {
            [] => Cow::Borrowed(""),
            [(one, false)] => Cow::Borrowed(&self.text()[*one]),
            many => Cow::Owned(self.joined(many)),
        }
    }

    fn joined(&self, stretches: &[(Span, bool)]) -> String {
        let mut out = String::with_capacity(stretches.iter().map(|s| s.0.len() + 2).sum());
        for (at, &(span, ended)) in stretches.iter().enumerate() {
            let piece = &self.text()[span];
            // Blank lines that open a region would count for the line before it.
            let opening = if out.is_empty() { 0 } else { opening_blanks(piece) };
            out.push_str(&piece[opening..]);
            let after = out.trim_end().len();
            let breaks = out[after..].matches('\n').count();
            // A line that lost what was glued to it lost its end as well.
            let wanted = if ended { 2 } else { usize::from(at + 1 < stretches.len()) };
            for _ in breaks..wanted {
                out.push('\n');
            }
        }
        out
    }
}

/// Length of the blank lines at the beginning.
fn opening_blanks(piece: &str) -> usize {
    let blank = piece.len() - piece.trim_start().len();
    piece[..blank].rfind('\n').map_or(0, |at| at + 1)
}

impl<'t> From<&Layout<'t>> for Page<'t> {
    fn from(layout: &Layout<'t>) -> Page<'t> {
        layout.body()
    }
}

impl<'t> From<Layout<'t>> for Page<'t> {
    fn from(layout: Layout<'t>) -> Page<'t> {
        layout.body()
    }
}

/// The layout of a page, with what is remembered of its site.
pub(crate) fn decided<'t>(
    page: Page<'t>,
    site: Option<&SiteMemory>,
    strictness: Strictness,
) -> Layout<'t> {
    let text = page.text();
    let mut blocks = tile::blocks(&page);
    let lines = Lines::read(text, &blocks, &tile::ends(&blocks, &page), &LEXICON);
    let known = site.map(|site| site.knows(text, &blocks)).unwrap_or_default();
    let elsewhere = |at: usize| known.get(at).is_some_and(|&k| k);
    let read = |at: &u32| !elsewhere(*at as usize) && !lines.lines[*at as usize].span.is_empty();
    let start = (0..blocks.len() as u32).filter(read).collect();
    let verdict = decide::settle(&lines, &MODEL, threshold(strictness), start);
    name(&mut blocks, &lines, &verdict);
    for (at, block) in blocks.iter_mut().enumerate().filter(|(at, _)| elsewhere(*at)) {
        block.kind = kind::of_furniture(&lines.lines[at]);
        block.reason = Reason::SeenElsewhere;
    }
    let read = |(block, line): (&Block, &Line)| meta::Read {
        span: line.span,
        kind: block.kind,
        form: line.evidence[at::FORM],
        nameable: line.may_be_name(),
    };
    let read: Vec<meta::Read> = blocks.iter().zip(&lines.lines).map(read).collect();
    let meta = meta::read(text, &read);
    Layout { page, blocks, meta }
}

/// The score below which a line is dropped.
pub(super) fn threshold(strictness: Strictness) -> i32 {
    match strictness {
        Strictness::Lenient => -768,
        Strictness::Balanced => 0,
        Strictness::Strict => 256,
    }
}

/// Names every block: what stays, the headline, what is dropped.
fn name(blocks: &mut [Block], lines: &Lines, verdict: &Verdict) {
    let mut kept = verdict.kept.iter().peekable();
    for (at, (block, line)) in blocks.iter_mut().zip(&lines.lines).enumerate() {
        let facts = verdict.facts[at];
        let stays = line.span.is_empty() || kept.next_if(|&&k| k as usize == at).is_some();
        let glued = block.reason == Reason::Glued;
        (block.kind, block.reason) = match stays {
            true => kind::of_kept(line, lines.lines.get(at + 1), facts.score >= 0),
            false => kind::of_dropped(line, facts),
        };
        if glued && !stays {
            block.reason = Reason::Glued;
        }
    }
    let body = verdict.kept.first().map_or(0, |&k| k as usize);
    if let Some(title) = title::headline(&blocks[..body], &lines.lines, verdict) {
        (blocks[title].kind, blocks[title].reason) = (BlockKind::Title, Reason::Form);
    }
}
