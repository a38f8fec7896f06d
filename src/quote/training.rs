//! What the training programs see of this stage.

use super::ends::{Ends, SEGMENTER};
use super::marks::{pair, Marked};
use super::paragraph::paragraphs;
use super::speaker::choose::choose;
use super::speaker::judge::{best, misses, Everybody, Weighed};
use super::speaker::weigh::WEIGHTS;
use super::speaker::Scene;
use super::speech::{
    assemble, clausal, degree, quotations, Bench, Frames, Line, Previous, Value, Verdict, Witness,
};
use super::{Quote, QuoteKind};
use crate::page::Page;
use crate::scan::table::{key, SEED};
use crate::scan::words::words;
use crate::span::Span;

/// One pair of marks and the evidence about it.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The words, marks included.
    pub span: Span,
    /// True when the pair stands inside another one.
    pub nested: bool,
    /// The outermost pair before in the same paragraph, and whether it is near.
    pub before: Option<(usize, bool)>,
    /// Groups and values, but for the evidence of `governed`.
    pub evidence: Vec<(&'static str, String)>,
    /// What tells whether its place is part of what somebody says; nothing for a nested pair.
    pub place: Vec<(&'static str, String)>,
}

struct Notes(Vec<(&'static str, String)>);

impl Witness for Notes {
    fn see_together(&mut self, group: &'static str, parts: &[Value<'_>]) {
        self.0.push((group, Value::join(parts)));
    }
}

/// All pairs of marks of a text.
pub fn samples(text: &str) -> Vec<Sample> {
    let page = Page::new(text);
    let paragraphs = paragraphs(&page);
    let marks = pair(&page, &paragraphs);
    let ends = Ends::new(&page, &paragraphs);
    let bench = Bench::new(text, &paragraphs, &ends, &marks);
    let mut outer: Option<usize> = None;
    let mut seen: Vec<Notes> = marks.iter().map(|_| Notes(Vec::new())).collect();
    Frames::new(text, &paragraphs, &ends, &marks).visit(|at, line, place| {
        line.testify(place, place + 1, &mut seen[at]);
    });
    let sample = |((at, mark), place): ((usize, &Marked), Notes)| {
        let before = outer.and_then(|o| Some((o, bench.previous(o, at, true)?.near)));
        if mark.parent.is_none() {
            outer = Some(at);
        }
        let mut notes = Notes(Vec::new());
        bench.testify(at, None, &mut notes);
        notes.0.retain(|(group, _)| *group != GOVERNED);
        let nested = mark.parent.is_some();
        Sample { span: mark.span, nested, before, evidence: notes.0, place: place.0 }
    };
    marks.iter().enumerate().zip(seen).map(sample).collect()
}

/// The group of the evidence that sums up what a place tells.
pub const GOVERNED: &str = super::speech::GOVERNED;

/// The evidence that so many thousandths of a logit make, in that group.
pub fn governed(thousandths: i32) -> &'static str {
    degree(thousandths)
}

/// How many words stand in a place, in turn.
const LENGTHS: [usize; 8] = [1, 3, 2, 5, 1, 2, 4, 3];
/// Each word of so many begins a place.
const STEP: usize = 3;

/// A few words here and there out of sentences without marks, as if they stood between marks; with
/// what tells whether they are part of what somebody says.
pub fn places(text: &str) -> Vec<Sample> {
    let page = Page::new(text);
    let marks = pair(&page, &paragraphs(&page));
    let (mut line, mut found) = (Line::default(), Vec::new());
    for sentence in SEGMENTER.sentences(&page).map(|s| s.span) {
        let words: Vec<Span> = words(text, sentence).collect();
        let behind = marks.partition_point(|mark| mark.span.start < sentence.end);
        let marked = marks[..behind].iter().rev().take(9).any(|m| m.span.overlaps(sentence));
        if marked || words.len() < 4 {
            continue;
        }
        line.begin(sentence.start);
        line.read(text, sentence.end);
        let short = |at: usize| {
            words[at].len() < 3 || clausal(key(SEED, &text[words[at]].to_lowercase())).is_some()
        };
        let begins = (0..words.len()).filter(|at| (at + sentence.start) % STEP == 0 && !short(*at));
        for at in begins {
            let to = (at + LENGTHS[(at + sentence.end) % LENGTHS.len()]).min(words.len());
            let mut notes = Notes(Vec::new());
            line.testify(at, to, &mut notes);
            let span = Span::new(words[at].start, words[to - 1].end);
            let (evidence, place) = (Vec::new(), notes.0);
            found.push(Sample { span, nested: false, before: None, evidence, place });
        }
    }
    found
}

/// The parts of the quotations of a text that are inside no other, if `is_speech` judges the pairs: by
/// their number, and whether the pair before is speech and near.
pub fn spoken(
    text: &str,
    mut is_speech: impl FnMut(usize, Option<(bool, bool)>) -> bool,
) -> Vec<Span> {
    let page = Page::new(text);
    let paragraphs = paragraphs(&page);
    let marks = pair(&page, &paragraphs);
    let bench = Bench::new(text, &paragraphs, &Ends::known(&page, &paragraphs, Vec::new()), &marks);
    let (quotes, _) = assemble(&bench, |at, previous| {
        let previous = previous.map(|Previous { spoken, near }| (spoken, near));
        if is_speech(at, previous) {
            Verdict::Direct
        } else {
            Verdict::Unspoken
        }
    });
    quotes.into_iter().filter(|q| q.parent.is_none()).flat_map(|q| q.parts).collect()
}

/// The name of the evidence that the pair before gives, in the group "previous".
pub fn previous(spoken: bool, near: bool) -> &'static str {
    Previous { spoken, near }.name()
}

/// Words that point to a speaker, or nobody, with the keys of their evidence.
pub type Candidate = (Option<Span>, Vec<u64>);

/// Puts the options for every quotation of a text, by its first part, to `pick`, which says who it
/// was: an option of the quotations behind. The words of `more` are taken for quotations too, unless
/// they stand in one.
pub fn cases(text: &str, more: &[Span], mut pick: impl FnMut(Span, Vec<Candidate>) -> usize) {
    let page = Page::new(text);
    let paragraphs = paragraphs(&page);
    let marks = pair(&page, &paragraphs);
    let ends = Ends::new(&page, &paragraphs);
    let (mut quotes, _) = quotations(text, &paragraphs, &ends, &marks);
    let apart = |span: &&Span| !quotes.iter().any(|q| q.span().overlaps(**span));
    let more: Vec<Span> = more.iter().filter(apart).copied().collect();
    let mixed = |span| Quote::new(vec![span], QuoteKind::Mixed, None);
    quotes.extend(more.into_iter().map(mixed));
    let entities = crate::entities(text);
    let scene = Scene { text, paragraphs: &paragraphs, entities: &entities, ends: &ends };
    let mut everybody = Everybody::new(|at: usize, options: &[Weighed]| {
        let seen = |o: &Weighed| o.evidence.keys(&WEIGHTS.templates).collect();
        let option = |o: &Weighed| (o.choice.said().map(|said| said.span), seen(o));
        pick(quotes[at].parts[0], options.iter().map(option).collect())
    });
    choose(&scene, &quotes, &mut everybody);
}

/// How many quotations of a text somebody would get who is not heard, because nearer options weigh
/// enough.
pub fn unheard(text: &str) -> usize {
    let page = Page::new(text);
    let paragraphs = paragraphs(&page);
    let ends = Ends::new(&page, &paragraphs);
    let (quotes, _) = quotations(text, &paragraphs, &ends, &pair(&page, &paragraphs));
    let entities = crate::entities(text);
    let scene = Scene { text, paragraphs: &paragraphs, entities: &entities, ends: &ends };
    let mut missed = 0;
    let mut everybody = Everybody::new(|_, options: &[Weighed]| {
        missed += usize::from(misses(options));
        best(options)
    });
    choose(&scene, &quotes, &mut everybody);
    missed
}

/// The views and values of a key of evidence.
pub fn evidence_name(key: u64) -> (&'static str, String) {
    let made = WEIGHTS.templates.iter().find(|template| template.made(key));
    made.map_or_else(Default::default, |template| (template.name(), template.names(key)))
}
