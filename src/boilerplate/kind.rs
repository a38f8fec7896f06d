//! What to call a line once it is decided whether it stays: its kind, and the reason.
//!
//! Whether a line stays is settled by weights and labels; this names it by its form, its marker
//! phrases, and what it repeats.

use super::block::{BlockKind, Reason};
use super::line::label::Label;
use super::line::lexicon::MARKED;
use super::line::tokens::Mark;
use super::line::{at, Line};
use super::meta::Form;
use super::relate::Facts;

/// First bytes of evidence that stand for a mark: see [`at::FIRST`].
const MARKS: u8 = 4;
/// Parts of a line that other lines have, above which it is a repetition.
const REPEATED: u8 = 170;
/// Parts of a line's content words that come back, below which it is of another story.
const UNRELATED: u8 = 64;
/// Words of a line that no heading has.
const LONG: u16 = 20;

/// The kind of a line that stays.
pub(crate) fn of_kept(line: &Line, next: Option<&Line>, sure: bool) -> (BlockKind, Reason) {
    // A line that the next one goes on is no heading but was cut at some width.
    let cut = !line.gap && next.is_some_and(|n| n.evidence[at::FIRST] == 0);
    let first = line.evidence[at::FIRST];
    let quoted = line.evidence[at::QUOTED] == 1 || line.evidence[at::TAIL] == 2 + Mark::Quote as u8;
    let begins = |mark: Mark| first == MARKS + mark as u8;
    // A question is as often asked in an interview as it heads a part.
    let asks = line.evidence[at::TAIL] == 2 + Mark::Question as u8;
    let kind = if begins(Mark::Bullet) || (begins(Mark::Dash) && line.words > 1) {
        BlockKind::ListItem
    } else if begins(Mark::Quote) && quoted {
        BlockKind::Quotation
    } else if line.is_headline() && !cut && !asks || begins(Mark::Hash) {
        BlockKind::Subhead
    } else {
        BlockKind::Body
    };
    let reason = match (sure, kind) {
        (false, _) => Reason::InDoubt,
        (true, BlockKind::Body) => Reason::Prose,
        (true, _) => Reason::Form,
    };
    (kind, reason)
}

/// The kind of a line that is dropped.
pub(crate) fn of_dropped(line: &Line, facts: Facts) -> (BlockKind, Reason) {
    let form = line.evidence[at::FORM];
    if form == Form::Byline as u8 {
        return (BlockKind::Byline, Reason::Form);
    }
    if form == Form::Date as u8 {
        return (BlockKind::Date, Reason::Form);
    }
    if form == Form::Section as u8 {
        return (BlockKind::Section, Reason::Form);
    }
    if facts.repeated >= REPEATED && line.words > 3 {
        return (BlockKind::Duplicate, Reason::Repeated);
    }
    if matches!(line.label, Label::About | Label::Praise) && facts.led_away {
        return (BlockKind::Bio, Reason::Marker);
    }
    if line.label == Label::Address {
        return (BlockKind::Navigation, Reason::Form);
    }
    let led = match line.label {
        Label::Pictures => BlockKind::Caption,
        _ => BlockKind::Related,
    };
    if let Some(kind) = marked(line).or(facts.led_away.then_some(led)) {
        return (kind, Reason::Marker);
    }
    by_place(line, facts)
}

/// The kind of a line that every page of the site has.
pub(crate) fn of_furniture(line: &Line) -> BlockKind {
    marked(line).unwrap_or(BlockKind::Navigation)
}

/// The kind whose label opens the line, or whose marker phrases it has most of when they make out
/// enough of it.
fn marked(line: &Line) -> Option<BlockKind> {
    if let Some(label) = usize::from(line.evidence[at::LABEL]).checked_sub(1) {
        return MARKED.get(label).copied();
    }
    let counts = &line.evidence[at::MARKERS..];
    let (which, &most) = counts.iter().enumerate().rev().max_by_key(|c| c.1)?;
    let part = line.evidence[at::MARKED];
    let enough = most > 0 && (part > 80 || most > 1 && (line.words <= 12 || part > 30));
    enough.then(|| MARKED[which])
}

/// A line without marker phrases, by where it stands and by what comes back of it.
fn by_place(line: &Line, facts: Facts) -> (BlockKind, Reason) {
    let reason = match facts.inside {
        true if facts.echo < UNRELATED => Reason::Unrelated,
        true => Reason::Furniture,
        false => Reason::Outside,
    };
    let kind = match (facts.inside, line.words) {
        (true, 4..) | (false, LONG..) => BlockKind::Promo,
        (false, 6..) => BlockKind::Related,
        _ => BlockKind::Navigation,
    };
    (kind, reason)
}
