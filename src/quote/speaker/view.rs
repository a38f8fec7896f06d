//! The views of a quotation and a candidate, and the combinations of them that have a weight.

use super::candidate::SORTS;
use super::names::NAMES;
use super::standing::PLACES;
use crate::scan::table::{key, Table, SEED};

/// What is looked at. The order is that of [`VIEWS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum View {
    // The candidate seen from the quotation.
    Side,
    Sort,
    Distance,
    Before,
    Behind,
    BeforeWord,
    BehindWord,
    Place,
    Verb,
    VerbNext,
    VerbWord,
    VerbDistance,
    Governs,
    Rank,
    Subjects,
    Verbs,
    Commas,
    Clauses,
    Ands,
    Quotes,
    Sentences,
    First,
    Carry,
    // The quotation.
    Kind,
    Closing,
    Gap,
    LastSide,
    Length,
    Start,
    Whole,
    Earlier,
    QuoteBefore,
    QuoteBeforeThat,
    QuoteBehind,
    QuoteBehindThat,
    QuoteBeforeWord,
    VerbBefore,
    VerbBeforeDistance,
    VerbBeforeWord,
    VerbBeforeNext,
    VerbAfter,
    VerbAfterDistance,
    VerbAfterWord,
    Inherits,
}

const COUNT: usize = 44;

/// True of what is seen of a quotation whoever the candidate is.
pub(crate) const fn is_shared(view: u8) -> bool {
    view >= View::Kind as u8
}

/// The values of every view by the keys of their names.
pub(crate) struct Known {
    views: Vec<Table<u8>>,
}

impl Known {
    pub(crate) fn new() -> Known {
        let numbered = |names: Names| names.iter().zip(0..).map(|(name, n)| (key(SEED, name), n));
        let table = |names| Table::new(&numbered(names).collect::<Vec<_>>());
        Known { views: VIEWS.iter().map(|(_, names)| table(names)).collect() }
    }

    /// The value of a view by its name; `None` for a name that it has not.
    pub(crate) fn value(&self, view: u8, name: &str) -> Option<u8> {
        self.views[usize::from(view)].get(key(SEED, name))
    }

    /// The values of views by their names; `None` for a name that no view has.
    pub(crate) fn values<'n>(
        &self,
        views: &[u8],
        names: impl Iterator<Item = &'n str>,
    ) -> Option<Values> {
        let mut values = Values::default();
        for ((value, &view), name) in values.iter_mut().zip(views).zip(names) {
            *value = self.value(view, name)?;
        }
        Some(values)
    }
}

/// How many values a view has.
pub(crate) fn values_of(view: u8) -> usize {
    VIEWS[usize::from(view)].1.len()
}

/// Room for the values of all views and, behind them, for one that is always 0.
const SLOTS: usize = 64;

type Names = &'static [&'static str];

const SIDES: Names =
    &["before", "after", "earlier", "later", "above", "tail", "carried", "nobody", "none"];
const NUMBERS: Names = &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
const GOVERNS: Names = &["no", "own", "inherits", "earlier", "later", "after", "colon"];
const CARRIES: Names = &["no", "none", "unknown", "same", "spoke", "other"];
const KINDS: Names = &["direct", "mixed"];
const CLOSINGS: Names = &["comma", "stop", "question", "nothing"];
const GAPS: Names = &["sentence", "paragraph", "next", "far"];
const INHERITS: Names = &["no", "own", "inherits"];

/// The names of the views and of their values.
const VIEWS: [(&str, Names); COUNT] = [
    ("side", SIDES),
    ("sort", &SORTS),
    ("distance", NUMBERS),
    ("before", &NAMES),
    ("behind", &NAMES),
    ("before-word", &NAMES),
    ("behind-word", &NAMES),
    ("place", &PLACES),
    ("verb", &NAMES),
    ("verb-next", &NAMES),
    ("verb-word", &NAMES),
    ("verb-distance", NUMBERS),
    ("governs", GOVERNS),
    ("rank", NUMBERS),
    ("subjects", NUMBERS),
    ("verbs", NUMBERS),
    ("commas", NUMBERS),
    ("clauses", NUMBERS),
    ("ands", NUMBERS),
    ("quotes", NUMBERS),
    ("sentences", NUMBERS),
    ("first", NUMBERS),
    ("carry", CARRIES),
    ("kind", KINDS),
    ("closing", CLOSINGS),
    ("gap", GAPS),
    ("last-side", SIDES),
    ("length", NUMBERS),
    ("start", NUMBERS),
    ("whole", NUMBERS),
    ("earlier", NUMBERS),
    ("quote-before", &NAMES),
    ("quote-before-that", &NAMES),
    ("quote-behind", &NAMES),
    ("quote-behind-that", &NAMES),
    ("quote-before-word", &NAMES),
    ("verb-before", &NAMES),
    ("verb-before-distance", NUMBERS),
    ("verb-before-word", &NAMES),
    ("verb-before-next", &NAMES),
    ("verb-after", &NAMES),
    ("verb-after-distance", NUMBERS),
    ("verb-after-word", &NAMES),
    ("inherits", INHERITS),
];

/// Most views in a combination.
const WIDTH: usize = 4;

/// What the views of a combination see, in their order.
pub(crate) type Values = [u8; WIDTH];

/// How many combinations have weights.
pub(crate) const COMBINATIONS: usize = 38;

/// The combinations that have weights.
const TEMPLATES: [&str; COMBINATIONS] = [
    "side behind",
    "side before",
    "side before behind",
    "side verbs rank",
    "side quote-behind",
    "sort quote-before carry",
    "side kind closing",
    "side carry gap",
    "sort before",
    "side rank sort",
    "side kind gap rank",
    "side place verb",
    "place quote-before-that verb-distance verb",
    "side governs verb-before verb-before-distance",
    "side place subjects",
    "place behind",
    "side governs quote-behind closing",
    "side sentences quotes",
    "side whole gap carry",
    "side whole closing",
    "side first sort",
    "side verb-after verb-after-distance",
    "side verb verb-distance",
    "sort length",
    "side carry start kind",
    "side commas ands clauses",
    "place verbs side",
    "place earlier",
    "place start before",
    "side before earlier",
    "side governs verb-next",
    "verb-word verb-next governs",
    "side governs verb-before-next",
    "side verb-word",
    "side quote-before-word",
    "side last-side gap",
    "place behind sentences",
    "side governs sort",
];

/// A quotation and a candidate, seen through every view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Evidence {
    values: [u8; SLOTS],
}

impl Default for Evidence {
    fn default() -> Evidence {
        Evidence { values: [0; SLOTS] }
    }
}

impl Evidence {
    #[inline]
    pub(crate) fn set(&mut self, view: View, value: usize) {
        self.values[view as usize] = value as u8;
    }

    /// Notes a count; all that are too many to tell apart are as `most`.
    #[inline]
    pub(crate) fn count(&mut self, view: View, count: usize, most: usize) {
        self.set(view, count.min(most));
    }

    /// What a view sees.
    #[inline]
    pub(crate) fn value(&self, view: u8) -> usize {
        usize::from(self.values[usize::from(view) % SLOTS])
    }

    /// The keys of its weights, one a template.
    #[cfg(feature = "train")]
    pub(crate) fn keys<'a>(&'a self, templates: &'a [Template]) -> impl Iterator<Item = u64> + 'a {
        templates.iter().map(|template| template.key(self))
    }
}

/// Some views whose values together have a weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template {
    number: u64,
    /// Where its values stand; beyond `count`, where nothing stands.
    views: [u8; WIDTH],
    count: usize,
}

impl Template {
    /// All templates, in order.
    pub(crate) fn all() -> Vec<Template> {
        TEMPLATES.iter().zip(1..).filter_map(|(names, n)| Template::new(n, names)).collect()
    }

    /// The template of that number, from the names of its views.
    fn new(number: usize, names: &str) -> Option<Template> {
        let mut views = [COUNT as u8; WIDTH];
        let mut count = 0;
        for name in names.split(' ') {
            let at = VIEWS.iter().position(|(view, _)| *view == name)?;
            *views.get_mut(count)? = at as u8;
            count += 1;
        }
        Some(Template { number: number as u64, views, count })
    }

    /// The names of its views.
    pub(crate) fn name(&self) -> &'static str {
        TEMPLATES[self.number as usize - 1]
    }

    /// What it looks at.
    pub(crate) fn views(&self) -> &[u8] {
        &self.views[..self.count]
    }

    /// A number that no other template and no other values have.
    #[inline]
    pub(crate) fn key(&self, evidence: &Evidence) -> u64 {
        let value = |view: u8| evidence.value(view) as u64;
        self.views.iter().fold(self.number, |key, &view| key << 8 | value(view))
    }

    /// The names of the values in a key.
    pub(crate) fn names(&self, key: u64) -> String {
        let value = |(at, &view): (usize, &u8)| {
            let value = key >> (8 * (WIDTH - 1 - at)) & 0xff;
            VIEWS[usize::from(view)].1.get(value as usize).copied().unwrap_or("?")
        };
        let names: Vec<_> = self.views[..self.count].iter().enumerate().map(value).collect();
        names.join(" ")
    }

    /// True for a key that this template made.
    #[cfg(feature = "train")]
    pub(crate) fn made(&self, key: u64) -> bool {
        key >> (8 * WIDTH) == self.number
    }
}
