//! Sentence segmentation.
//!
//! [`sentences`](crate::sentences) does what most callers want; a [`Segmenter`] is for those with
//! abbreviations of their own, or another mind about line ends and quotations. Both give the same
//! lazy iterator.
//!
//! # Conventions
//!
//! A sentence keeps the marks that close it (`He said: "No."`, `"aircraft".`), a quotation of several
//! sentences is several sentences, and an attribution stays with its question (`"Ready?" CNN
//! reported.` is one sentence). A colon ends a sentence that announces the next (`the following reasons:
//! The roof leaked.`), and no other. A blank line always ends a sentence, and so does a line end, except
//! in a page wrapped at a fixed width ([`LineEnds`]).
//!
//! # How it decides
//!
//! One scan finds the terminators and line ends. Around each the evidence is gathered: the marks,
//! what closes with them, the class of the word in front, the kind of word behind. One ordered list
//! of rules then weighs it; whether an abbreviation ends a sentence is read from a table with a row
//! for each class of abbreviation and a column for each kind of follower. A name that follows is told
//! by its whole run of capitals and what stands behind that: `the U.S. Senate` and `Corp. Vice Chairman`
//! go on, `the U.S. Ford Motor sold` and `Corp. John Lee, who` do not. [`Segmenter::explain`]
//! tells what was decided about every candidate.
//!
//! # Where published rules contradict each other
//!
//! Several sets of golden rules are in use, and no segmenter can satisfy all of them. Where they part,
//! this one follows edited news:
//!
//! - sentences inside a quotation that the same line goes on after are split here, and kept whole by
//!   rules that treat a quotation as one token; [`Builder::whole_quotations`] gives the latter;
//! - `7 a.m. Mr. Lee came`: some sets end the sentence when a verb came before, some never; here a
//!   time that opens the sentence belongs to what follows, and elsewhere a title behind it begins a
//!   sentence;
//! - one set ends `... the U.S. Start of something` behind any acronym, others only before a word that
//!   begins sentences; here the latter, or the U.S. Army would be cut in two;
//! - a stop inside brackets (`see [page. 42]`) ends nothing in one set; here it ends nothing before lower
//!   case only;
//! - `word. . . .` is an omission and an end in one set and an end and an omission in another; here the
//!   first stop ends the sentence when it touches the word and a capital follows;
//! - a line that ends without a mark is a sentence of its own in most sets and goes on in those made
//!   from pages of fixed width; here the page decides ([`LineEnds::Detect`]);
//! - raised reference numbers run into the text (`a trial.11 12 Others`): ended here, kept by others;
//! - an ellipsis before a capital ends the sentence here, except before the pronoun `I`;
//! - a colon before a clause ends the sentence in one treebank of weblogs, seldom in news; here where
//!   the words in front announce it;
//! - an unclosed bracket does not swallow the sentences behind it.

mod after;
mod before;
mod boundary;
mod candidates;
mod colon;
mod decide;
mod lines;
mod list;
mod marks;
mod next;
mod quotes;
mod sentences;
mod user;
mod view;
mod word_map;
mod words;

use std::sync::Arc;

pub use boundary::{Boundary, Candidate, Rejection, Verdict};
pub use candidates::Candidates;
pub use lines::LineEnds;
pub use sentences::Sentences;

use crate::page::Page;
use crate::scan::wrap::Wrap;
use crate::span::Span;
use user::UserWords;

/// One sentence: where it stands and why it ends there.
///
/// ```
/// let text = " Kyiv said no. ";
/// let sentence = copydesk::sentences(text).next().unwrap();
/// assert_eq!(&text[sentence.span], "Kyiv said no.");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Sentence {
    /// The sentence, trimmed of white space, closing marks included.
    pub span: Span,
    /// Why it ends where it ends.
    pub boundary: Boundary,
}

/// What a [`Builder`] set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Options {
    abbreviations: UserWords,
    line_ends: LineEnds,
    whole_quotations: bool,
}

/// Splits pages into sentences. Immutable, cheap to clone, shared by threads.
///
/// ```
/// use copydesk::sentence::Segmenter;
/// let segmenter = Segmenter::new();
/// let text = "Gov. Lee left. Nobody saw it.";
/// assert_eq!(segmenter.sentences(text).count(), 2);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Segmenter {
    options: Arc<Options>,
}

impl Segmenter {
    /// The segmenter with the default options.
    ///
    /// ```
    /// assert_eq!(copydesk::sentence::Segmenter::new().sentences("").count(), 0);
    /// ```
    pub fn new() -> Segmenter {
        Segmenter::default()
    }

    /// The sentences from `at` on, where a line begins, of a page that [does not
    /// wrap](Segmenter::may_wrap): a paragraph by itself, whatever stands before.
    pub(crate) fn sentences_from<'t>(&self, page: &Page<'t>, at: usize) -> Sentences<'t> {
        let mut sentences = self.sentences(page);
        sentences.candidates.skip_to(at);
        sentences
    }

    /// False where every line end of the page ends a sentence.
    pub(crate) fn may_wrap(&self, page: &Page<'_>) -> bool {
        match self.options.line_ends {
            LineEnds::Break => false,
            LineEnds::Space => true,
            LineEnds::Detect => Wrap::of(page).is_some(),
        }
    }

    /// True where no option was set.
    pub(crate) fn is_default(&self) -> bool {
        *self.options == Options::default()
    }

    /// A builder with the default options.
    ///
    /// ```
    /// let segmenter = copydesk::sentence::Segmenter::builder().abbreviations(["obstr."]).build();
    /// assert_eq!(segmenter.sentences("An obstr. Lower down.").count(), 1);
    /// ```
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The sentences of a page, lazily: spans of the page's text in bytes, half-open, sorted,
    /// trimmed, on character boundaries.
    ///
    /// Together they hold every character that is not white space. No allocation; linear in the
    /// length of the page, whatever it holds.
    ///
    /// ```
    /// let text = "\"I am done,\" she said. \"Why not?\" Then she left.";
    /// let found: Vec<_> = copydesk::sentence::Segmenter::new()
    ///     .sentences(text)
    ///     .map(|s| &text[s.span])
    ///     .collect();
    /// assert_eq!(found, ["\"I am done,\" she said.", "\"Why not?\"", "Then she left."]);
    /// ```
    pub fn sentences<'t>(&self, page: impl Into<Page<'t>>) -> Sentences<'t> {
        Sentences { candidates: self.explain(page) }
    }

    /// Every place where a sentence could end, in order, with what was decided and why. The accepted
    /// ones are the ends of [`sentences`](Segmenter::sentences). Same cost.
    ///
    /// ```
    /// use copydesk::sentence::Segmenter;
    /// let text = "Dr. Lee came. He sat.";
    /// let why: Vec<_> = Segmenter::new()
    ///     .explain(text)
    ///     .map(|c| format!("{} {}", c.end, c.verdict))
    ///     .collect();
    /// assert_eq!(why, ["3 abbreviation", "13 full-stop", "21 full-stop"]);
    /// ```
    pub fn explain<'t>(&self, page: impl Into<Page<'t>>) -> Candidates<'t> {
        Candidates::new(page.into(), Arc::clone(&self.options))
    }
}

/// Options of a [`Segmenter`].
///
/// ```
/// use copydesk::sentence::{LineEnds, Segmenter};
/// let segmenter = Segmenter::builder()
///     .abbreviations(["obstr", "accom."])
///     .line_ends(LineEnds::Break)
///     .whole_quotations(true)
///     .build();
/// assert_eq!(segmenter.sentences("\"One. Two.\" Three.").count(), 2);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Builder {
    options: Options,
}

impl Builder {
    /// More abbreviations, with or without their last stop, in any case. Before a name none of them
    /// ends a sentence; before a word that begins sentences they do.
    ///
    /// ```
    /// # use copydesk::sentence::Segmenter;
    /// let segmenter = Segmenter::builder().abbreviations(["Obstr."]).build();
    /// assert_eq!(segmenter.sentences("The obstr. Lee met. The end.").count(), 2);
    /// ```
    #[must_use]
    pub fn abbreviations<S: AsRef<str>>(mut self, words: impl IntoIterator<Item = S>) -> Builder {
        for word in words {
            self.options.abbreviations.insert(word.as_ref());
        }
        self
    }

    /// What a single line end means; by default this is found out from the page.
    ///
    /// ```
    /// # use copydesk::sentence::{LineEnds, Segmenter};
    /// let segmenter = Segmenter::builder().line_ends(LineEnds::Space).build();
    /// assert_eq!(segmenter.sentences("The vote\nfailed.").count(), 1);
    /// ```
    #[must_use]
    pub fn line_ends(mut self, line_ends: LineEnds) -> Builder {
        self.options.line_ends = line_ends;
        self
    }

    /// Whether a quotation of several sentences stays in one; off by default. A quotation that is
    /// never closed ends with its paragraph.
    ///
    /// ```
    /// # use copydesk::sentence::Segmenter;
    /// let text = "\"We won. We did,\" he said.";
    /// assert_eq!(Segmenter::new().sentences(text).count(), 2);
    /// let whole = Segmenter::builder().whole_quotations(true).build();
    /// assert_eq!(whole.sentences(text).count(), 1);
    /// ```
    #[must_use]
    pub fn whole_quotations(mut self, whole: bool) -> Builder {
        self.options.whole_quotations = whole;
        self
    }

    /// The segmenter.
    ///
    /// ```
    /// # use copydesk::sentence::Segmenter;
    /// assert_eq!(Segmenter::builder().build().sentences("One. Two.").count(), 2);
    /// ```
    #[must_use]
    pub fn build(self) -> Segmenter {
        Segmenter { options: Arc::new(self.options) }
    }
}
