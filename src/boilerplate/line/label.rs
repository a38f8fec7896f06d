//! What a label makes of a line: "Read more: Bridge Opens" calls for another story, "Related stories"
//! heads a list of them.

use super::evidence::{at, EVIDENCE};
use super::lexicon::{join, Lexicon, MARKED};
use super::marks::Mark;
use super::tokens::{tokens, Token};
use crate::boilerplate::BlockKind;
use crate::scan::{blocks, work};

/// What the label of a line makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// It has none.
    None,
    /// The label calls for what it stands before.
    Calls,
    /// The label stands alone: it heads the lines below.
    Heads,
}

/// Bytes of a label, at most.
pub(in crate::boilerplate) const LONGEST: usize = 40;
/// Words of a line that has a label, at most, and those of the story it calls for, at least.
const MOST: u32 = 24;
const LEAST: u32 = 3;
/// Words behind the phrase of a label that stands alone: "More from Our Business Desk".
const BEHIND: u32 = 3;

/// Kinds whose phrases head lists of links.
const HEADING: [BlockKind; 4] =
    [BlockKind::Related, BlockKind::Newsletter, BlockKind::Tags, BlockKind::Comments];

/// The label of a line of so many words that begins with a marker phrase of `lead` words, or of none.
pub(super) fn of(
    line: &str,
    words: u32,
    lead: (u32, u8),
    evidence: &[u8; EVIDENCE],
    lexicon: &Lexicon,
) -> Label {
    let kind = usize::from(lead.1).checked_sub(1).map(|kind| MARKED[kind]);
    let heading = kind.is_some_and(|kind| HEADING.contains(&kind));
    if heading && words <= lead.0 + BEHIND && !ends_sentence(evidence) {
        return Label::Heads;
    }
    let parted = evidence[at::COLON] > 0 || evidence[at::SEPARATOR] > 0;
    match parted && words <= MOST && calls(line, words, evidence, lexicon) {
        true => Label::Calls,
        false => Label::None,
    }
}

fn ends_sentence(evidence: &[u8; EVIDENCE]) -> bool {
    [Mark::Stop, Mark::Exclaim, Mark::Question].map(|m| 2 + m as u8).contains(&evidence[at::TAIL])
}

/// Whether what is before the first colon or bar calls for what is behind it. A genre, as any single
/// word, does so only before a headline: "Analysis: The bill fell by a third." is of the article.
fn calls(line: &str, words: u32, evidence: &[u8; EVIDENCE], lexicon: &Lexicon) -> bool {
    let bytes = line.as_bytes();
    let near = bytes.len().min(LONGEST);
    let Some(end) = blocks::hits(bytes, 0, near, |b| (b == b':') | (b == b'|')).next() else {
        return false;
    };
    work::read(end);
    let (key, n) = key(&bytes[..end]);
    let headline = evidence[at::TAIL] != 2 + Mark::Stop as u8;
    let named = lexicon.is_genre(key) || n == 1 && is_promo(key, lexicon);
    words >= n + LEAST && (named && headline || n > 0 && is_label(&line[..end], lexicon))
}

/// Whether the words are a marker phrase of promos; one that is a single word is too common.
pub(in crate::boilerplate) fn is_label(phrase: &str, lexicon: &Lexicon) -> bool {
    let (key, words) = key(phrase.as_bytes());
    is_promo(key, lexicon) && (words > 1 || phrase.eq_ignore_ascii_case("related"))
}

fn is_promo(key: u32, lexicon: &Lexicon) -> bool {
    let kind = usize::from(lexicon.phrase(key).kind).checked_sub(1).map(|at| MARKED[at]);
    matches!(kind, Some(BlockKind::Related | BlockKind::Newsletter))
}

/// The key of a run of words, and how many they are.
pub(super) fn key(phrase: &[u8]) -> (u32, u32) {
    let words = tokens(phrase).filter_map(Token::word).map(|word| word.hash);
    words.fold((0, 0), |(key, n), word| match n {
        0 => (word, 1),
        _ => (join(key, word), n + 1),
    })
}
