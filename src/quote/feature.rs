//! What speaks for and against a candidate: small named views of a quotation and a candidate, and
//! the combinations of them that have a weight.

use super::candidate::{Candidate, Sort, SORTS};
use super::stream::{Stream, Token};
use super::words::{Part, NAMES};
use super::QuoteKind;

/// Where a candidate stands, seen from the quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Side {
    /// Before it in its sentence.
    Before,
    /// Behind it in its sentence.
    After,
    /// In an earlier sentence of the paragraph.
    Earlier,
    /// In a later sentence of the paragraph.
    Later,
    /// In the paragraph before.
    Above,
    /// The speaker of the quotation before.
    Carried,
    Nobody,
}

/// Names of a view's values.
const SIDES: [&str; 7] = ["before", "after", "earlier", "later", "above", "carried", "nobody"];
const DISTANCES: [&str; 9] = ["0", "1", "2", "3", "4-5", "6-8", "9-13", "14-21", "22-"];
const COUNTS: [&str; 4] = ["0", "1", "2", "3-"];
const KINDS: [&str; 2] = ["direct", "mixed"];
const CLOSINGS: [&str; 4] = ["comma", "stop", "question", "nothing"];
const CARRIES: [&str; 4] = ["nobody-before", "same", "other", "unknown"];
const GAPS: [&str; 4] = ["sentence", "paragraph", "next", "far"];
const GOVERNS: [&str; 6] = ["no", "subject", "inverted", "behind-comma", "according", "possessive"];

/// One view: the names of its values.
type View = &'static [&'static str];

/// The views, in the order of [`Evidence::values`].
const VIEWS: [(&str, View); 17] = [
    ("side", &SIDES),
    ("distance", &DISTANCES),
    ("sort", &SORTS),
    ("before", &NAMES),
    ("behind", &NAMES),
    ("rank", &COUNTS),
    ("verbs", &COUNTS),
    ("rivals", &COUNTS),
    ("quote-before", &NAMES),
    ("quote-behind", &NAMES),
    ("quote-second", &NAMES),
    ("kind", &KINDS),
    ("closing", &CLOSINGS),
    ("carry", &CARRIES),
    ("gap", &GAPS),
    ("governs", &GOVERNS),
    ("verb-distance", &COUNTS),
];

/// The combinations of views that have weights.
const TEMPLATES: [&[&str]; 21] = [
    &["side", "sort"],
    &["side", "distance"],
    &["side", "behind"],
    &["side", "before"],
    &["side", "before", "behind"],
    &["side", "verbs", "rivals"],
    &["side", "quote-before"],
    &["side", "quote-behind"],
    &["side", "quote-second", "rank"],
    &["side", "kind", "closing"],
    &["side", "carry", "gap"],
    &["side", "governs", "verb-distance"],
    &["side", "quote-before", "quote-behind"],
    &["side", "quote-behind", "distance"],
    &["sort", "behind"],
    &["sort", "before"],
    &["side", "rank", "sort"],
    &["side", "governs", "sort"],
    &["side", "governs", "kind"],
    &["side", "kind", "gap", "rank"],
    &["side", "quote-behind", "quote-second"],
];

/// A template as the numbers of its views and its first index among all weights.
#[derive(Clone, Debug)]
pub(crate) struct Template {
    views: Vec<usize>,
    first: usize,
}

/// Numbers the weights of all templates.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    templates: Vec<Template>,
    /// How many weights there are.
    pub size: usize,
}

impl Layout {
    pub(crate) fn new() -> Layout {
        let mut size = 0;
        let number = |name: &&str| VIEWS.iter().position(|(view, _)| view == name);
        let templates = TEMPLATES.iter().map(|names| {
            let views: Vec<usize> = names.iter().filter_map(number).collect();
            let first = size;
            size += views.iter().map(|v| VIEWS[*v].1.len()).product::<usize>();
            Template { views, first }
        });
        let templates = templates.collect();
        Layout { templates, size }
    }

    /// The weights that count for `evidence`, one a template.
    pub(crate) fn indexes<'a>(
        &'a self,
        evidence: &'a Evidence,
    ) -> impl Iterator<Item = usize> + 'a {
        self.templates.iter().map(|template| {
            let place = template
                .views
                .iter()
                .fold(0, |at, &view| at * VIEWS[view].1.len() + usize::from(evidence.values[view]));
            template.first + place
        })
    }

    /// The name of a weight: its template and its values, as the table has them.
    #[cfg(feature = "train")]
    pub(crate) fn name(&self, index: usize) -> (String, String) {
        let template = self.templates.iter().rev().find(|t| t.first <= index);
        let Some(template) = template else { return Default::default() };
        let mut place = index - template.first;
        let mut values = Vec::new();
        for view in template.views.iter().rev() {
            let names = VIEWS[*view].1;
            values.push(names[place % names.len()]);
            place /= names.len();
        }
        values.reverse();
        let views: Vec<&str> = template.views.iter().map(|v| VIEWS[*v].0).collect();
        (views.join(" "), values.join(" "))
    }

    /// The template of these views; `None` for views that nothing combines.
    pub(crate) fn template(&self, views: &str) -> Option<&Template> {
        let same = |t: &&Template| t.views.iter().map(|v| VIEWS[*v].0).eq(views.split(' '));
        self.templates.iter().find(same)
    }
}

impl Template {
    /// The weight of these values; `None` for a name that nothing has.
    pub(crate) fn index(&self, values: &str) -> Option<usize> {
        let mut place = 0;
        for (view, value) in self.views.iter().zip(values.split(' ')) {
            let names = VIEWS[*view].1;
            place = place * names.len() + names.iter().position(|name| *name == value)?;
        }
        Some(self.first + place)
    }
}

/// A quotation and a candidate, seen through every view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Evidence {
    values: [u8; VIEWS.len()],
}

/// A quotation in its paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting<'a> {
    pub stream: &'a Stream,
    /// Index of the quotation's first token.
    pub at: usize,
    pub kind: QuoteKind,
    /// How its words end: an index of [`CLOSINGS`].
    pub closing: u8,
    /// How far the quotation before is: an index of [`GAPS`].
    pub gap: u8,
}

/// How a quotation ends, as evidence.
pub(crate) fn closing(words: &str) -> u8 {
    let inner = words.trim_end_matches(|c: char| !c.is_alphanumeric() && !",.?!".contains(c));
    match inner.chars().next_back() {
        Some(',') => 0,
        Some('.') => 1,
        Some('?' | '!') => 2,
        _ => 3,
    }
}

/// What stands between a candidate and its quotation.
struct Between {
    side: Side,
    distance: usize,
    verbs: usize,
    rivals: usize,
    rank: usize,
}

/// Views a candidate of the quotation's own paragraph.
pub(crate) fn own(setting: &Setting<'_>, all: &[Candidate], which: usize, carry: u8) -> Evidence {
    let candidate = &all[which];
    let tokens = &setting.stream.tokens;
    let behind = candidate.first > setting.at;
    let near = if behind { candidate.first } else { candidate.last };
    let same = tokens[near].sentence == tokens[setting.at].sentence;
    let side = match (behind, same) {
        (false, true) => Side::Before,
        (true, true) => Side::After,
        (false, false) => Side::Earlier,
        (true, false) => Side::Later,
    };
    let (from, to) = if behind { (setting.at + 1, near) } else { (near + 1, setting.at) };
    let gap = tokens.get(from..to).unwrap_or_default();
    let is_rival = |c: &&Candidate| c.first >= from && c.last < to;
    let around = &all[which.saturating_sub(8)..(which + 9).min(all.len())];
    let rivals = around.iter().filter(is_rival).count();
    let verbs = gap.iter().take(32).filter(|t| is_verb(t.part)).count();
    let between = Between { side, distance: gap.len(), verbs, rivals, rank: rivals };
    view(setting, tokens, candidate, &between, carry)
}

/// Views a candidate of the paragraph before.
pub(crate) fn above(
    setting: &Setting<'_>,
    stream: &Stream,
    c: &Candidate,
    rank: usize,
    carry: u8,
) -> Evidence {
    let distance = stream.tokens.len() - c.last + setting.at;
    let between = Between { side: Side::Above, distance, verbs: 0, rivals: rank, rank };
    view(setting, &stream.tokens, c, &between, carry)
}

fn view(
    setting: &Setting<'_>,
    tokens: &[Token],
    c: &Candidate,
    between: &Between,
    carry: u8,
) -> Evidence {
    let mut evidence = plain(setting, between.side, c.sort);
    let (governs, verb) = governs(tokens, c, setting.at, between.side);
    let set = &mut evidence.values;
    set[1] = distance(between.distance);
    set[3] = part_at(tokens, c.first.checked_sub(1));
    set[4] = part_at(tokens, Some(c.last + 1));
    set[5] = between.rank.min(3) as u8;
    set[6] = between.verbs.min(3) as u8;
    set[7] = between.rivals.min(3) as u8;
    set[13] = carry;
    set[15] = governs;
    set[16] = verb.min(3) as u8;
    evidence
}

/// Views the speaker of the quotation before, or nobody.
pub(crate) fn plain(setting: &Setting<'_>, side: Side, sort: Sort) -> Evidence {
    let tokens = &setting.stream.tokens;
    let mut values = [0; VIEWS.len()];
    values[0] = side as u8;
    values[2] = sort as u8;
    values[8] = part_at(tokens, setting.at.checked_sub(1));
    values[9] = part_at(tokens, Some(setting.at + 1));
    values[10] = part_at(tokens, Some(setting.at + 2));
    values[11] = u8::from(setting.kind != QuoteKind::Direct);
    values[12] = setting.closing;
    values[14] = setting.gap;
    Evidence { values }
}

fn part_at(tokens: &[Token], at: Option<usize>) -> u8 {
    at.and_then(|at| tokens.get(at)).map_or(Part::Edge, |t| t.part) as u8
}

fn distance(tokens: usize) -> u8 {
    match tokens {
        0..=3 => tokens as u8,
        4..=5 => 4,
        6..=8 => 5,
        9..=13 => 6,
        14..=21 => 7,
        _ => 8,
    }
}

pub(crate) fn is_verb(part: Part) -> bool {
    matches!(part, Part::Say | Part::Saying | Part::Tell | Part::According)
}

/// Longest apposition or relative clause between a subject and its verb.
const APPOSITION: usize = 16;

/// Whether the candidate is the subject of a verb of speech, and how far that verb is from the
/// quotation.
fn governs(tokens: &[Token], c: &Candidate, quote: usize, side: Side) -> (u8, usize) {
    let part = |at: usize| tokens.get(at).map(|t| t.part);
    let far = |at: usize| if side == Side::Above { 3 } else { at.abs_diff(quote) / 2 };
    let skip = |mut at: usize| {
        while matches!(part(at), Some(Part::Adverb | Part::Be | Part::Bracket)) && at < c.last + 4 {
            at += 1;
        }
        at
    };
    let next = skip(c.last + 1);
    if part(next).is_some_and(is_verb) {
        return (1, far(next));
    }
    let before = c.first.checked_sub(1);
    if let Some(at) = before.filter(|&at| part(at) == Some(Part::To)) {
        if at > 0 && part(at - 1) == Some(Part::According) {
            return (4, far(at));
        }
    }
    if let Some(at) = before.filter(|&at| part(at).is_some_and(is_verb)) {
        return (2, far(at));
    }
    if part(c.last + 1) == Some(Part::Of) {
        return (5, far(c.last));
    }
    if matches!(part(c.last + 1), Some(Part::Comma | Part::Bracket | Part::Dash)) {
        let rest = (c.last + 2)..(c.last + 2 + APPOSITION).min(tokens.len());
        let comma = rest.clone().find(|&at| matches!(part(at), Some(Part::Comma | Part::Dash)));
        if let Some(verb) = comma.map(|at| skip(at + 1)).filter(|&at| part(at).is_some_and(is_verb))
        {
            return (3, far(verb));
        }
    }
    (0, 3)
}
