//! [`Block`]: what one line of a page, or one wrapped paragraph, is, and why.

use std::fmt;

use crate::span::Span;

/// What a block of a page is.
///
/// ```
/// use copydesk::boilerplate::BlockKind;
/// assert!(BlockKind::Subhead.is_kept());
/// assert!(!BlockKind::Share.is_kept());
/// assert_eq!(BlockKind::SignOff.to_string(), "sign-off");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum BlockKind {
    /// The headline.
    Title,
    /// Who wrote it.
    Byline,
    /// When it was published or updated.
    Date,
    /// The part of the paper it belongs to.
    Section,
    /// A paragraph of the article.
    Body,
    /// A heading inside the article.
    Subhead,
    /// An item of a list of the article.
    ListItem,
    /// A paragraph that is somebody's words from its first mark to its last.
    Quotation,
    /// Buttons and calls to share, follow, print or save.
    Share,
    /// A link to other stories, or what introduces such links.
    Related,
    /// An unrelated story, its headline or its teaser.
    Promo,
    /// A call to subscribe, register, sign in or donate.
    Newsletter,
    /// An advertisement or the label of one.
    Advertisement,
    /// The words under a picture.
    Caption,
    /// Whose picture or report it is.
    Credit,
    /// The topics it is filed under.
    Tags,
    /// Readers' comments, or the way to them.
    Comments,
    /// Rights, terms and reprints.
    Copyright,
    /// Menus, buttons and other furniture of the site.
    Navigation,
    /// Cookies, privacy and consent.
    Consent,
    /// A line that repeats another.
    Duplicate,
    /// Who the author, the speaker or the company is.
    Bio,
    /// What closes a report after its last sentence.
    SignOff,
}

impl BlockKind {
    /// Every kind, in the order of the declaration.
    ///
    /// ```
    /// use copydesk::boilerplate::BlockKind;
    /// assert_eq!(BlockKind::ALL.iter().filter(|k| k.is_kept()).count(), 4);
    /// ```
    pub const ALL: [BlockKind; 23] = [
        BlockKind::Title,
        BlockKind::Byline,
        BlockKind::Date,
        BlockKind::Section,
        BlockKind::Body,
        BlockKind::Subhead,
        BlockKind::ListItem,
        BlockKind::Quotation,
        BlockKind::Share,
        BlockKind::Related,
        BlockKind::Promo,
        BlockKind::Newsletter,
        BlockKind::Advertisement,
        BlockKind::Caption,
        BlockKind::Credit,
        BlockKind::Tags,
        BlockKind::Comments,
        BlockKind::Copyright,
        BlockKind::Navigation,
        BlockKind::Consent,
        BlockKind::Duplicate,
        BlockKind::Bio,
        BlockKind::SignOff,
    ];

    /// Whether blocks of this kind are part of the clean text: body, subhead, list item, quotation.
    ///
    /// ```
    /// use copydesk::boilerplate::BlockKind;
    /// assert!(BlockKind::Body.is_kept());
    /// assert!(!BlockKind::Title.is_kept()); // metadata, not text
    /// ```
    pub const fn is_kept(self) -> bool {
        use BlockKind::{Body, ListItem, Quotation, Subhead};
        matches!(self, Body | Subhead | ListItem | Quotation)
    }

    /// Whether blocks of this kind say something of the article without being its text: title,
    /// byline, date, section.
    ///
    /// ```
    /// use copydesk::boilerplate::BlockKind;
    /// assert!(BlockKind::Byline.is_metadata());
    /// ```
    pub const fn is_metadata(self) -> bool {
        matches!(self, BlockKind::Title | BlockKind::Byline | BlockKind::Date | BlockKind::Section)
    }

    /// The stable kebab-case name.
    ///
    /// ```
    /// use copydesk::boilerplate::BlockKind;
    /// assert_eq!(BlockKind::ListItem.as_str(), "list-item");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            BlockKind::Title => "title",
            BlockKind::Byline => "byline",
            BlockKind::Date => "date",
            BlockKind::Section => "section",
            BlockKind::Body => "body",
            BlockKind::Subhead => "subhead",
            BlockKind::ListItem => "list-item",
            BlockKind::Quotation => "quotation",
            BlockKind::Share => "share",
            BlockKind::Related => "related",
            BlockKind::Promo => "promo",
            BlockKind::Newsletter => "newsletter",
            BlockKind::Advertisement => "advertisement",
            BlockKind::Caption => "caption",
            BlockKind::Credit => "credit",
            BlockKind::Tags => "tags",
            BlockKind::Comments => "comments",
            BlockKind::Copyright => "copyright",
            BlockKind::Navigation => "navigation",
            BlockKind::Consent => "consent",
            BlockKind::Duplicate => "duplicate",
            BlockKind::Bio => "bio",
            BlockKind::SignOff => "sign-off",
        }
    }
}

impl fmt::Display for BlockKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A line of a page, or what is glued to the end of one: where, what, why. In a page whose paragraphs
/// were wrapped at one width, all lines of a paragraph are one block.
///
/// ```
/// let page = "The bridge will reopen on Friday, the council said.\n\nShare on Facebook\n";
/// let layout = copydesk::layout(page);
/// let spans: Vec<_> = layout.blocks().iter().map(|b| &page[b.span]).collect();
/// assert_eq!(spans.concat(), page);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Block {
    /// The line with its line end and the blank lines after it (those that open a region belong to
    /// its first line): blocks tile the page.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// What decided.
    pub reason: Reason,
}

/// What decided the kind of a block.
///
/// ```
/// use copydesk::boilerplate::Reason;
/// assert_eq!(Reason::SeenElsewhere.to_string(), "seen-elsewhere");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Reason {
    /// The evidence of the line and of its neighbours: it reads as the article.
    Prose,
    /// The evidence is divided, and the strictness says to keep.
    InDoubt,
    /// The form of the line: that of a headline, a byline, a date.
    Form,
    /// Words that only the furniture of a page uses.
    Marker,
    /// It says again what another line says.
    Repeated,
    /// Its words come back nowhere in the article, which goes on after it.
    Unrelated,
    /// It lies outside the stretch of the page that the article fills.
    Outside,
    /// The evidence of the line and of its neighbours: it reads as furniture.
    Furniture,
    /// Other pages of the site have it too.
    SeenElsewhere,
    /// It stands in the line of a paragraph, behind a label of promos.
    Glued,
}

impl Reason {
    /// The stable kebab-case name.
    ///
    /// ```
    /// use copydesk::boilerplate::Reason;
    /// assert_eq!(Reason::InDoubt.as_str(), "in-doubt");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Reason::Prose => "prose",
            Reason::InDoubt => "in-doubt",
            Reason::Form => "form",
            Reason::Marker => "marker",
            Reason::Repeated => "repeated",
            Reason::Unrelated => "unrelated",
            Reason::Outside => "outside",
            Reason::Furniture => "furniture",
            Reason::SeenElsewhere => "seen-elsewhere",
            Reason::Glued => "glued",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// How sure the evidence against a line must be before the line is dropped: one dial.
///
/// Measured on news pages of sites that the weights had not seen; "extracted" is text that another
/// tool had taken from its page, a fifth of its lines still furniture:
///
/// | | dropped lines that were furniture | furniture dropped | lines of articles lost |
/// |---|---|---|---|
/// | `Lenient`, whole pages | 99 % | 90 % | 4 % |
/// | `Lenient`, extracted | 97 % | 35 % | .3 % |
/// | `Balanced`, whole pages | 98 % | 98 % | 12 % |
/// | `Balanced`, extracted | 84 % | 69 % | 4 % |
/// | `Strict`, whole pages | 97 % | 99 % | 18 % |
/// | `Strict`, extracted | 72 % | 81 % | 9 % |
///
/// Most of the lines that are lost have fewer than twelve words: counted in words, `Balanced` has an F1
/// of .97 on whole pages and of .98 on extracted text.
///
/// ```
/// use copydesk::boilerplate::{Strictness, Stripper};
/// let stripper = Stripper::new().with_strictness(Strictness::Lenient);
/// assert_eq!(stripper.strictness(), Strictness::Lenient);
/// assert_eq!(Strictness::default(), Strictness::Balanced);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Strictness {
    /// Keep when unsure: no line of the article is to be lost.
    Lenient,
    /// What measured best on pages and on extracted text.
    #[default]
    Balanced,
    /// Drop when unsure: no furniture is to be left.
    Strict,
}
