//! Finding the names of tables in a text.

use super::acronym;
use super::context::Context;
use super::evidence::Evidence;
use super::forms::Forms;
use super::lexicon::{Entry, EntryId, Lexicon, Meaning, Role};
use super::{Form, Kind};
use crate::page::Page;
use crate::scan::blocks::starts;
use crate::scan::capitals::Capitals;
use crate::scan::chars::strip_tail;
use crate::scan::letters::Letters;
use crate::span::Span;

/// A name of a table, found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TableMention {
    /// The name, without a possessive ending.
    pub span: Span,
    /// What is named here: of a demonym, the entry is the country.
    pub kind: Kind,
    /// What it names.
    pub entry: EntryId,
    /// A whole name, or that of a part or former state.
    pub form: Form,
    /// A country's name that is something else's too, a person's perhaps: "Chad".
    pub doubtful: bool,
}

/// The table mentions of a page, sorted and not overlapping, and what they name.
#[derive(Clone, Debug)]
pub(crate) struct Found<'g> {
    lexicon: &'g Lexicon,
    /// What the page itself defines, with ids behind those of the lexicon.
    pub local: Vec<Entry>,
    pub mentions: Vec<TableMention>,
}

impl Found<'_> {
    /// What a mention names.
    pub fn entry(&self, id: EntryId) -> &Entry {
        let at = id.0 as usize;
        let known = &self.lexicon.entries;
        known.get(at).unwrap_or_else(|| &self.local[at - known.len()])
    }

    /// The id of what the page itself defines.
    pub fn local_id(&self, at: usize) -> EntryId {
        EntryId((self.lexicon.entries.len() + at) as u32)
    }

    /// True of what the page itself defines.
    pub fn is_local(&self, id: EntryId) -> bool {
        id.0 as usize >= self.lexicon.entries.len()
    }

    /// True when the name of a country that is no one else's ends at the end of `span`, behind
    /// something, or any country's behind a preposition: nobody is called "In Israel".
    pub fn ends_with_country(&self, text: &str, span: Span) -> bool {
        let at = self.mentions.partition_point(|mention| mention.span.end < span.end);
        self.mentions.get(at).is_some_and(|mention| {
            let inside = mention.span.end == span.end && mention.span.start > span.start;
            let certain = || {
                !mention.doubtful
                    || PREPOSITIONS.contains(&text[span.start..mention.span.start].trim_end())
            };
            inside && mention.kind == Kind::Country && certain()
        })
    }

    /// Leaves out mentions that share a byte with one of `taken`, which is sorted.
    pub fn veto(&mut self, taken: impl Iterator<Item = Span>) {
        let mut taken = taken.peekable();
        self.mentions.retain(|mention| {
            while taken.next_if(|span| span.end <= mention.span.start).is_some() {}
            !taken.peek().is_some_and(|span| span.overlaps(mention.span))
        });
    }
}

/// Words that begin a sentence in front of a country's name.
const PREPOSITIONS: [&str; 14] = [
    "In", "From", "For", "To", "Of", "And", "But", "With", "On", "At", "While", "When", "As", "If",
];

/// Forms on a short page.
const FEW: usize = 32;

/// A form found in the text, before anything is decided.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub span: Span,
    pub meaning: Meaning,
    pub region: Span,
}

/// The mentions of a page.
///
/// Two passes: all forms are found first, the longest one at each word, so that what the page says
/// anywhere can speak for or against a doubtful name; then each is decided. Linear in the length.
pub(crate) fn find<'g>(lexicon: &'g Lexicon, page: &Page<'_>, capitals: &Capitals) -> Found<'g> {
    let mut hits = Vec::with_capacity(FEW);
    for &region in page.regions() {
        scan(lexicon, &lexicon.forms, page.text(), region, capitals, &mut hits);
    }
    let mut cues = Vec::new();
    if hits.iter().any(|hit| lexicon.needs_small_cues(hit.meaning)) {
        for &region in page.regions() {
            scan(lexicon, &lexicon.small_cues, page.text(), region, capitals, &mut cues);
        }
    }
    let evidence = Evidence::of(lexicon, page.text(), &hits, &cues);
    let decide = |(at, hit): (usize, &Hit)| {
        let context = Context::new(page.text(), &hits, at);
        let (kind, entry) = match hit.meaning.role {
            Role::Cue => return None,
            Role::Name(Kind::Country) | Role::Doubtful(_) => evidence.read(lexicon, &context)?,
            Role::Name(kind) if is_prefixed(page.text(), hit, kind) => return None,
            Role::Name(kind) => (kind, hit.meaning.entry),
        };
        let form = if hit.meaning.part { Form::Part } else { Form::Table };
        let doubtful = matches!(hit.meaning.role, Role::Doubtful(_));
        Some(TableMention { span: hit.span, kind, entry, form, doubtful })
    };
    let mut mentions = Vec::with_capacity(hits.len());
    mentions.extend(hits.iter().enumerate().filter_map(decide));
    let mut found = Found { lexicon, local: Vec::new(), mentions };
    acronym::add(page, &mut found);
    found
}

/// "pro-Beijing", "sub-Alpine": a quality, not the government or the place itself.
fn is_prefixed(text: &str, hit: &Hit, kind: Kind) -> bool {
    let prefix = || text[hit.region.start..hit.span.start].strip_suffix('-');
    matches!(kind, Kind::Seat | Kind::Place)
        && prefix().is_some_and(|before| before.ends_with(char::is_lowercase))
}

/// All forms in a region, leftmost-longest.
fn scan(
    lexicon: &Lexicon,
    forms: &Forms,
    text: &str,
    region: Span,
    capitals: &Capitals,
    hits: &mut Vec<Hit>,
) {
    let mut scan = Scan { lexicon, forms, text, region, resume: region.start, hits };
    let bytes = text.as_bytes();
    if forms.odd_starts {
        let first = |b| is_ascii_word(b) | is_lead(b);
        starts(bytes, region.start, region.end, first, is_ascii_word)
            .for_each(|at| scan.word(at, Letters::read(&bytes[at..region.end])));
    } else {
        for word in capitals.of(region) {
            scan.word(word.at, word.letters);
        }
    }
}

/// A scan over the words of a region.
struct Scan<'a> {
    lexicon: &'a Lexicon,
    forms: &'a Forms,
    text: &'a str,
    region: Span,
    /// Where the last form found ends.
    resume: usize,
    hits: &'a mut Vec<Hit>,
}

impl Scan<'_> {
    /// The form at the word that begins at `start`, if there is one.
    #[inline]
    fn word(&mut self, start: usize, letters: Letters) {
        let (text, region) = (self.text, self.region);
        if start < self.resume || !begins_word(text, region.start, start) {
            return;
        }
        let Some(found) = self.forms.longest(text, start, region.end, letters) else { return };
        let meaning = self.lexicon.meanings[found.value as usize];
        if meaning.after_the && !follows_the(text, region.start, start) {
            return;
        }
        self.resume = found.end;
        let start = with_article(text, region.start, start, meaning);
        self.hits.push(Hit { span: Span::new(start, found.end), meaning, region });
    }
}

/// "al-Qaeda": the Arabic article of an organisation is written small, and found from its noun.
fn with_article(text: &str, from: usize, start: usize, meaning: Meaning) -> usize {
    let organisation = meaning.role == Role::Name(Kind::Organisation);
    match text[from..start].strip_suffix("al-").filter(|_| organisation) {
        Some(before) if !before.ends_with(super::tokens::is_word_char) => start - "al-".len(),
        _ => start,
    }
}

#[inline(always)]
fn is_ascii_word(byte: u8) -> bool {
    ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10)
}

/// The first byte of any character outside ASCII.
#[inline(always)]
fn is_lead(byte: u8) -> bool {
    byte >= 0xc2
}

/// True when no letter outside ASCII stands right before `start`; ASCII was looked at already.
#[inline]
fn begins_word(text: &str, from: usize, start: usize) -> bool {
    let bytes = text.as_bytes();
    if start == from || bytes[start - 1] < 0x80 && bytes[start] < 0x80 {
        return true;
    }
    let is_word = super::tokens::is_word_char;
    !text[from..start].chars().next_back().is_some_and(is_word)
        && text[start..].chars().next().is_some_and(is_word)
}

fn follows_the(text: &str, from: usize, start: usize) -> bool {
    ["the ", "The ", "THE "].iter().any(|the| strip_tail(&text[from..start], the).is_some())
}
