//! What the training programs see of this stage.

use super::marks::{pair, Marked};
use super::paragraph::paragraphs;
use super::speaker::choose::{choose, Weighed};
use super::speaker::weigh::WEIGHTS;
use super::speaker::Scene;
use super::speech::{assemble, quotations, Bench, Previous, Value, Verdict, Witness};
use super::{Quote, QuoteKind, SEGMENTER};
use crate::page::Page;
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
    /// Groups and values.
    pub evidence: Vec<(&'static str, String)>,
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
    let ends: Vec<usize> = SEGMENTER.sentences(&page).map(|s| s.span.end).collect();
    let bench = Bench::new(text, &paragraphs, &ends, &marks);
    let mut outer: Option<usize> = None;
    let sample = |(at, mark): (usize, &Marked)| {
        let before = outer.and_then(|o| Some((o, bench.previous(o, at, true)?.near)));
        if mark.parent.is_none() {
            outer = Some(at);
        }
        let mut notes = Notes(Vec::new());
        bench.testify(at, None, &mut notes);
        Sample { span: mark.span, nested: mark.parent.is_some(), before, evidence: notes.0 }
    };
    marks.iter().enumerate().map(sample).collect()
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
    let bench = Bench::new(text, &paragraphs, &[], &marks);
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
    let ends: Vec<usize> = SEGMENTER.sentences(&page).map(|s| s.span.end).collect();
    let (mut quotes, _) = quotations(text, &paragraphs, &ends, &marks);
    let apart = |span: &&Span| !quotes.iter().any(|q| q.span().overlaps(**span));
    let more: Vec<Span> = more.iter().filter(apart).copied().collect();
    let mixed = |span| Quote::new(vec![span], QuoteKind::Mixed, None);
    quotes.extend(more.into_iter().map(mixed));
    let entities = crate::entities(text);
    let scene = Scene { text, paragraphs: &paragraphs, entities: &entities, ends: &ends };
    choose(&scene, &quotes, |at, options| {
        let seen = |o: &Weighed| o.evidence.keys(&WEIGHTS.templates).collect();
        let option = |o: &Weighed| (o.choice.said().map(|said| said.span), seen(o));
        pick(quotes[at].parts[0], options.iter().map(option).collect())
    });
}

/// The views and values of a key of evidence.
pub fn evidence_name(key: u64) -> (&'static str, String) {
    let made = WEIGHTS.templates.iter().find(|template| template.made(key));
    made.map_or_else(Default::default, |template| (template.name(), template.names(key)))
}
