//! [`Layout`]: what each line of a page is.

use std::borrow::Cow;

use super::block::{Block, BlockKind, Reason, Strictness};
use super::decide::{self, Lines, Verdict, MODEL};
use super::kind;
use super::line::lexicon::LEXICON;
use super::line::{at, Line};
use super::memory::SiteMemory;
use super::meta::{self, Date};
use super::tile::{is_parted, Tiles, LEAST};
use super::title;
use crate::page::Page;
use crate::scan::wrap::{line_before, Wrap};
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
    /// See [`Tiles::ends`].
    ends: Vec<usize>,
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
        let mut out: Vec<(Span, bool)> = Vec::new();
        for (at, block) in self.blocks.iter().enumerate().filter(|(_, b)| b.kind.is_kept()) {
            let ended = self.ends.binary_search(&at).is_ok();
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
            out.push_str(&self.text()[if at == 0 { span } else { self.without_opening(span) }]);
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

    /// A stretch without blank lines at its beginning, which would count for the line before it.
    fn without_opening(&self, stretch: Span) -> Span {
        let piece = &self.text()[stretch];
        let blank = &piece[..piece.len() - piece.trim_start().len()];
        Span::new(stretch.start + blank.rfind('\n').map_or(0, |at| at + 1), stretch.end)
    }

    /// The blocks behind which a paragraph ends although no blank line tells, and those that would run
    /// together with the next one that is kept.
    fn apart(&self, wrap: Option<Wrap>) -> Vec<usize> {
        let kept = (0..self.blocks.len()).filter(|&at| self.blocks[at].kind.is_kept());
        let pairs = kept.clone().zip(kept.skip(1)).filter(|(at, next)| at + 1 < *next);
        let (text, span) = (self.text(), |at: usize| self.blocks[at].span);
        let meet = |&(at, next): &(usize, usize)| {
            let line = span(at).trim(text);
            let next = self.without_opening(span(next));
            let goes_on = |wrap: Wrap| wrap.goes_on(text, line_before(text, line, line.end), next);
            !is_parted(text, span(at), line.end) && wrap.is_some_and(goes_on)
        };
        let mut ends: Vec<usize> =
            self.ends.iter().copied().chain(pairs.filter(meet).map(|p| p.0)).collect();
        ends.sort_unstable();
        ends.dedup();
        ends
    }

    /// How the clean text is wrapped.
    fn clean_wrap(&self) -> Option<Wrap> {
        let stretches = self.stretches();
        let pieces = stretches.iter().map(|&(span, ended)| (self.without_opening(span), ended));
        Wrap::of_pieces(self.text(), pieces, LEAST)
    }
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
///
/// What a page says of its wrapping may be another thing when furniture is gone. The clean text has to
/// be cut into the same blocks, or it would not be the same when it is read again.
pub(crate) fn decided<'t>(
    page: Page<'t>,
    site: Option<&SiteMemory>,
    strictness: Strictness,
) -> Layout<'t> {
    /// Ways of wrapping that are tried before a page is kept as it is.
    const TRIED: usize = 2;
    let mut tiles = Tiles::of(&page);
    for _ in 0..TRIED {
        let wrap = tiles.wrap;
        let layout = of_tiles(page.clone(), tiles, site, strictness);
        let again = layout.clean_wrap();
        if wrap.or(again).is_none() {
            return layout;
        }
        tiles = Tiles::as_wrapped(&page, again);
        let spans = |blocks: &[Block]| blocks.iter().map(|b| b.span).collect::<Vec<_>>();
        if spans(&tiles.blocks) == spans(&layout.blocks) {
            tiles.ends = layout.apart(again);
            if tiles.ends == layout.ends {
                return layout;
            }
        }
    }
    let Tiles { blocks, ends, .. } = Tiles::as_wrapped(&page, None);
    Layout { page, blocks, ends, meta: meta::Meta::default() }
}

/// The layout of a page that is cut into blocks.
fn of_tiles<'t>(
    page: Page<'t>,
    Tiles { mut blocks, ends, .. }: Tiles,
    site: Option<&SiteMemory>,
    strictness: Strictness,
) -> Layout<'t> {
    let text = page.text();
    let lines = Lines::read(text, &blocks, &ends, &LEXICON);
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
    Layout { page, blocks, ends, meta }
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
