//! A promo that a scraper glued to the end of a paragraph: "… the mayor said. Read more: Bridge Opens".
//!
//! Only what is beyond doubt is cut off: a full stop, then a marker phrase of promos, then a colon or
//! a bar. It becomes a block of its own, which the weights judge as they judge any line.

use super::line::lexicon::{join, Lexicon, MARKED};
use super::line::tokens::{tokens, Token};
use super::BlockKind;
use crate::scan::{blocks, work};

/// Bytes of a line ahead of what is glued to it, at least: a short line is a list of links.
const PARAGRAPH: usize = 60;
/// Bytes of the promo, at most: a headline, with what calls for it.
const PROMO: usize = 256;
/// Bytes of a marker phrase, at most.
const PHRASE: usize = 40;

/// Where the promo begins that is glued to the end of a line, if one is. Constant time.
pub(super) fn seam(line: &str, lexicon: &Lexicon) -> Option<usize> {
    let bytes = line.as_bytes();
    let first = PARAGRAPH.max(bytes.len().saturating_sub(PROMO)).min(bytes.len());
    let labels = blocks::hits(bytes, first, bytes.len(), |b| (b == b':') | (b == b'|'));
    let mut behind = first;
    let mut seams = labels.filter_map(|end| {
        let from = behind.max(end.saturating_sub(PHRASE));
        behind = end;
        work::read(end - from);
        let begins = |at: &usize| {
            let stop = matches!(bytes[at - 2], b'.' | b'!' | b'?' | b'"' | 0x9d | b')');
            stop && bytes[at - 1] == b' ' && bytes[*at].is_ascii_uppercase()
        };
        let at = (from..end).rev().find(begins)?;
        is_label(line.get(at..end)?, lexicon).then_some(at)
    });
    seams.next()
}

/// Whether the words are a marker phrase of promos; one that is a single word is too common.
fn is_label(phrase: &str, lexicon: &Lexicon) -> bool {
    let words = tokens(phrase.as_bytes()).filter_map(Token::word).map(|word| word.hash);
    let joined = words.fold((0, 0), |(key, n), word| match n {
        0 => (word, 1),
        _ => (join(key, word), n + 1),
    });
    let kind = usize::from(lexicon.phrase(joined.0).kind).checked_sub(1).map(|at| MARKED[at]);
    let promo = matches!(kind, Some(BlockKind::Related | BlockKind::Newsletter));
    promo && (joined.1 > 1 || phrase.eq_ignore_ascii_case("related"))
}
