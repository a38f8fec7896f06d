//! Which of the lines ahead of the body is its headline.

use super::block::{Block, BlockKind, Reason};
use super::decide::Verdict;
use super::line::Line;

/// Lines ahead of the body among which its headline is looked for.
const AHEAD: usize = 40;
/// Words of a headline, at least, and those that count: what stands below it says more in more words.
const LEAST: u16 = 3;
const COUNTED: u16 = 8;
/// Lines below a headline in which its author or date stands.
const BELOW: usize = 4;

/// Kinds of lines that have no marker phrases.
const PLAIN: [BlockKind; 4] =
    [BlockKind::Related, BlockKind::Navigation, BlockKind::Promo, BlockKind::Duplicate];

/// Of the lines ahead of the body, the one that speaks most of what the body speaks of; twice as much
/// counts one with the author or the date below it, half as much what is furniture by its words or
/// speaks of pictures. Of repetitions the first.
pub(super) fn headline(ahead: &[Block], lines: &[Line], verdict: &Verdict) -> Option<usize> {
    let from = ahead.len().saturating_sub(AHEAD);
    let is_set = |at: &usize| !lines[*at].span.is_empty();
    let signed = |at: &usize| matches!(ahead[*at].kind, BlockKind::Byline | BlockKind::Date);
    let worth = |at: usize| {
        let line = &lines[at];
        let named = ahead[at].kind.is_metadata() || !line.is_headline() || line.words < LEAST;
        let echo = u32::from(verdict.facts[at].echo) * u32::from(line.words.min(COUNTED));
        let below = (at + 1..ahead.len()).filter(is_set).take(BELOW).any(|at| signed(&at));
        let pictured =
            [BlockKind::Caption, BlockKind::Credit].iter().any(|&kind| line.has_phrase_of(kind));
        let plain = !pictured && PLAIN.contains(&ahead[at].kind);
        (!named).then_some(echo * if below { 2 } else { 1 } * if plain { 2 } else { 1 })
    };
    let found = (from..ahead.len()).filter_map(|at| Some((worth(at)?, at)));
    let plain = |at: usize| ahead[at].reason != Reason::Marker;
    let best = found.max_by_key(|&(worth, at)| (worth, plain(at), std::cmp::Reverse(at)))?;
    Some(best.1)
}
