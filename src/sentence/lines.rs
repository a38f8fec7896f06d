//! Line ends: does a single one end a sentence, or was a paragraph wrapped by hand?

use super::view::View;
use crate::page::Page;
use crate::scan::lines::lines;
use crate::scan::work;

/// What a single line end means; a blank line always ends a sentence.
///
/// ```
/// use copydesk::sentence::{LineEnds, Segmenter};
/// let text = "One line\nand another";
/// let count = |line_ends| Segmenter::builder().line_ends(line_ends).build().sentences(text).count();
/// assert_eq!(count(LineEnds::Break), 2);
/// assert_eq!(count(LineEnds::Space), 1);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum LineEnds {
    /// It ends a sentence: every line is a paragraph, a headline or an item.
    Break,
    /// It is white space: paragraphs were wrapped at a fixed width.
    Space,
    /// Found out from the page: it is white space where the lines are filled up to one width and go
    /// on in lower case, and ends a sentence elsewhere.
    #[default]
    Detect,
}

/// Bytes of a page from which its layout is judged.
const SAMPLE: usize = 64 * 1024;
/// A line longer than this was not wrapped by hand.
const WIDEST: usize = 120;

/// The width at which the paragraphs of a page were wrapped; `None` when they were not.
///
/// Reads at most the first 64 KB, twice.
pub(super) fn wrap_width(page: &Page<'_>) -> Option<usize> {
    let mut widest = 0;
    for (line, _) in sample(page) {
        if line > WIDEST {
            return None;
        }
        widest = widest.max(line);
    }
    let (mut joints, mut full, mut lower) = (0, 0, 0);
    let mut before = 0;
    for (line, opening) in sample(page) {
        if before > 0 && line > 0 {
            joints += 1;
            full += usize::from(before + 1 + opening.len > widest);
            lower += usize::from(opening.lower);
        }
        before = line;
    }
    let wrapped = lower > 0 && full * 3 >= joints * 2 && lower * 4 >= joints;
    wrapped.then_some(widest)
}

/// The first word of a line.
#[derive(Clone, Copy, Debug)]
struct Opening {
    len: usize,
    lower: bool,
}

/// Length in characters and first word of each line of the sample.
fn sample<'a>(page: &'a Page<'_>) -> impl Iterator<Item = (usize, Opening)> + 'a {
    let text = page.text();
    let mut read = 0;
    lines(page)
        .take_while(move |line| {
            read += line.len() + 1;
            read <= SAMPLE
        })
        .map(move |line| {
            let line = text[line].trim();
            (chars(line.as_bytes(), 4 * WIDEST + 4), opening(line))
        })
}

fn opening(line: &str) -> Opening {
    let word = line.split(char::is_whitespace).next().unwrap_or_default().as_bytes();
    let marker = matches!(word, [.., b')' | b'.']) && word.len() < 5;
    let lower = word.first().is_some_and(u8::is_ascii_lowercase) && !marker;
    Opening { len: chars(word, WIDEST), lower }
}

/// Characters in `bytes`, of which at most `limit` bytes are read.
fn chars(bytes: &[u8], limit: usize) -> usize {
    work::read(bytes.len().min(limit));
    bytes.iter().take(limit).filter(|b| **b & 0xc0 != 0x80).count()
}

/// True when the line that ends at `at` was filled up to `width`, so that the first word behind its
/// end had no room in it.
pub(super) fn is_filled(view: &View<'_>, at: usize, next: usize, width: usize) -> bool {
    /// Room that a wrapping program may leave at the end of a line.
    const SLACK: usize = 3;
    let from = view.region.start.max(at.saturating_sub(4 * WIDEST));
    let back = &view.bytes()[from..at];
    let line = back.iter().rev().take_while(|b| **b != b'\n').count();
    work::read(2 * line);
    let word = opening(&view.text[next..view.region.end]);
    let marker = matches!(view.byte(next), b'-' | b'*' | b'#' | b'>');
    !marker && chars(&back[back.len() - line..], usize::MAX) + 1 + word.len + SLACK > width
}
