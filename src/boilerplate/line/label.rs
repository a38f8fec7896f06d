//! What a label makes of a line: "Read more: Bridge Opens" calls for another story, "Related stories"
//! heads a list of them.

use super::evidence::{at, EVIDENCE};
use super::lexicon::{key, role, Lexicon, MARKED};
use super::marks::Mark;
use super::picture;
use super::tally::Tally;
use crate::boilerplate::BlockKind;
use crate::scan::{blocks, work};

/// What the label of a line, or a phrase that is as good as one, makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// It has none.
    None,
    /// The label calls for what it stands before: "Explainer: How Bridges Age".
    Calls,
    /// It is nothing but where to write to: "ann.lee@example.com".
    Address,
    /// The label stands alone and heads the lines below: "Related stories".
    Heads,
    /// It says who else had a part in the article.
    Credits,
    /// It heads what a company says of itself: "About Ostrel Industries".
    About,
    /// The heading and what follows in one line: "About Ostrel Industries: The firm makes bolts."
    Praise,
    /// It says what companies say of themselves.
    SelfPraise,
    /// It ends by saying whose picture it shows.
    Pictures,
}

/// Bytes of a label, at most.
pub(in crate::boilerplate) const LONGEST: usize = 40;
/// Words of a line that has a label, at most, and those of the story it calls for, at least.
const MOST: u32 = 24;
const LEAST: u32 = 3;
/// Words of a line of credits, and of the heading of a company, at most.
const CREDITS: u32 = 40;
const ABOUT: u32 = 9;
/// Characters of "About" and a name ahead of a colon, at most, and small words inside the name.
const NAME: usize = 80;
const SMALL: [&str; 6] = ["the", "of", "and", "for", "in", "&"];
/// Words behind the phrase of a label that stands alone: "More from Our Business Desk".
const BEHIND: u32 = 3;

/// Kinds whose phrases head lists of links, and those whose phrases head what ends a page.
const LINKS: [BlockKind; 4] =
    [BlockKind::Related, BlockKind::Newsletter, BlockKind::Tags, BlockKind::Comments];
/// Kinds whose phrases stand under pictures.
const SHOWN: [BlockKind; 2] = [BlockKind::Caption, BlockKind::Credit];
const CLOSING: [BlockKind; 3] = [BlockKind::Bio, BlockKind::SignOff, BlockKind::Copyright];

/// The label of a line.
pub(super) fn of(line: &str, tally: &Tally, evidence: &[u8; EVIDENCE], lexicon: &Lexicon) -> Label {
    let (words, (lead, kind)) = (tally.words, tally.lead);
    let kind = usize::from(kind).checked_sub(1).map(|kind| MARKED[kind]);
    let is = |kinds: &[BlockKind]| kind.is_some_and(|kind| kinds.contains(&kind));
    // "(Reporting by Ann Lee)"
    let bracketed = evidence[at::FIRST] == 4 + Mark::Open as u8;
    let credited = tally.roles & role::CREDITS != 0 || bracketed && is(&[BlockKind::Credit]);
    let parted = evidence[at::COLON] > 0 || evidence[at::SEPARATOR] > 0;
    let ends = ends_sentence(evidence);
    // "What do you think about the bridge?"
    let asks = is(&[BlockKind::Comments]) && evidence[at::TAIL] == 2 + Mark::Question as u8;
    let links = is(&LINKS) && words <= lead + BEHIND || is(&CLOSING) && words == lead;
    if asks || !ends && links {
        Label::Heads
    } else if credited && words <= CREDITS {
        Label::Credits
    } else if !ends && words <= ABOUT && is_about(line, false) {
        Label::About
    } else if ends && evidence[at::COLON] > 0 && is_about(line, true) {
        Label::Praise
    } else if tally.roles & role::ABOUT != 0 {
        Label::SelfPraise
    } else if is_address(line) {
        Label::Address
    } else if tally.is_of(&SHOWN) && picture::is_credited(line, lexicon) {
        Label::Pictures
    } else if parted && words <= MOST && calls(line, words, evidence, lexicon) {
        Label::Calls
    } else {
        Label::None
    }
}

/// "ann.lee@example.com" by itself.
fn is_address(line: &str) -> bool {
    /// Bytes of a longer one, which nobody has.
    const LONGEST: usize = 64;
    let named = |(name, host): (&str, &str)| !name.is_empty() && host.contains('.');
    line.len() <= LONGEST
        && !line.contains(char::is_whitespace)
        && line.split_once('@').is_some_and(named)
}

fn ends_sentence(evidence: &[u8; EVIDENCE]) -> bool {
    [Mark::Stop, Mark::Exclaim, Mark::Question].map(|m| 2 + m as u8).contains(&evidence[at::TAIL])
}

/// What heads what a company says of itself, in lower case.
const ABOUT_ITSELF: &str = "about";

/// "About Ostrel Industries": a name behind the word, to the end or to a colon.
fn is_about(line: &str, colon: bool) -> bool {
    // Hardly any line begins so.
    if !line.get(..ABOUT_ITSELF.len()).is_some_and(|head| head.eq_ignore_ascii_case(ABOUT_ITSELF)) {
        return false;
    }
    let head = match line.char_indices().take(NAME).find(|c| c.1 == ':') {
        Some((at, _)) if colon => &line[..at],
        None if !colon => line,
        _ => return false,
    };
    let mut words = head.split_whitespace();
    let about = words.next().is_some_and(|word| word.eq_ignore_ascii_case(ABOUT_ITSELF));
    let named = |word: &str| word.starts_with(char::is_uppercase);
    let mut name = words.filter(|word| !SMALL.contains(word)).peekable();
    about && name.peek().is_some() && name.all(named)
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
    let genre = lexicon.phrase(key).roles & role::GENRE != 0;
    let named = genre || n == 1 && is_promo(key, lexicon);
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
