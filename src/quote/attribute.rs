//! Who said it: the speaker of every quotation of a page.

use super::candidate::{candidates, Candidate, Sort};
use super::feature::{self, closing, is_verb, Evidence, Setting, Side};
use super::resolve::Resolver;
use super::stream::{parts, Reader, Stream};
use super::weigh::WEIGHTS;
use super::words::Part;
use super::{Quote, QuoteKind, Scene, Speaker};
use crate::span::Span;

/// Candidates of the paragraph that are looked at on each side, and of the paragraph before.
const NEAR: usize = 10;
const ABOVE: usize = 4;

/// Somebody who may have spoken, with all that is known for and against.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weighed {
    pub evidence: Evidence,
    pub choice: Choice,
}

/// Who is chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Choice {
    Nobody,
    /// Whoever said the quotation before.
    Carried(Said),
    Said(Said),
}

/// Words that point to a speaker, and the verb that gives them the quotation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Said {
    pub span: Span,
    pub sort: Sort,
    pub mention: Option<usize>,
    pub cue: Option<Span>,
}

impl Choice {
    pub(crate) fn said(self) -> Option<Said> {
        match self {
            Choice::Nobody => None,
            Choice::Carried(said) | Choice::Said(said) => Some(said),
        }
    }
}

/// Sets cue and speaker of every quotation; what the text gives to nobody stays unknown.
/// Linear in the length of the page.
pub(crate) fn attribute(scene: &Scene<'_, '_>, quotes: &mut [Quote]) {
    let mut resolver = Resolver::new(scene, quotes);
    let chosen = choose(scene, quotes, |_, options| best(options));
    for (quote, choice) in quotes.iter_mut().zip(chosen) {
        let Some(said) = choice.said() else { continue };
        let carried = matches!(choice, Choice::Carried(_));
        quote.speaker = resolver.speaker(&said, carried);
        quote.cue = said.cue.filter(|_| !carried);
    }
    // Words quoted inside a quotation are somebody else's, and the text seldom says whose.
    for inner in quotes.iter_mut().filter(|q| q.parent.is_some()) {
        (inner.speaker, inner.cue) = (Speaker::Unknown, None);
    }
}

fn best(options: &[Weighed]) -> usize {
    let score = |at: &usize| WEIGHTS.score(&options[*at].evidence);
    (0..options.len()).rev().max_by_key(score).unwrap_or(0)
}

/// Puts the options for every quotation, in reading order, to `pick`. A choice is an option of the
/// next quotation.
pub(crate) fn choose(
    scene: &Scene<'_, '_>,
    quotes: &[Quote],
    mut pick: impl FnMut(usize, &[Weighed]) -> usize,
) -> Vec<Choice> {
    let parts = parts(quotes);
    let (text, entities, ends) = (scene.text, scene.entities, scene.ends);
    let reader = Reader { text, entities, parts: &parts, ends };
    let mut chosen = vec![Choice::Nobody; quotes.len()];
    let mut last: Option<(usize, Choice)> = None;
    let mut before: Option<(usize, Read)> = None;
    for (number, &paragraph) in scene.paragraphs.iter().enumerate() {
        let from = parts.partition_point(|(p, _)| p.start < paragraph.start);
        if !parts.get(from).is_some_and(|(p, _)| p.start < paragraph.end) {
            continue;
        }
        let above = match before.take() {
            Some((at, read)) if at + 1 == number => Some(read),
            _ => number.checked_sub(1).map(|at| Read::new(&reader, scene, scene.paragraphs[at])),
        };
        let read = Read::new(&reader, scene, paragraph);
        for (at, token) in read.stream.tokens.iter().enumerate() {
            let quote = match token.part {
                Part::Quote if quotes[token.of].parts[0] == token.span => token.of,
                _ => continue,
            };
            let gap = last.map_or(3, |(p, _)| gap(&read, at, p, number));
            let setting = Setting {
                stream: &read.stream,
                at,
                kind: quotes[quote].kind,
                closing: closing(&scene.text[token.span]),
                gap,
            };
            let options = options(&setting, &read, above.as_ref(), last.map(|l| l.1));
            let choice = options[pick(quote, &options).min(options.len() - 1)].choice;
            chosen[quote] = choice;
            if quotes[quote].kind == QuoteKind::Direct || choice != Choice::Nobody {
                last = Some((number, choice));
            }
        }
        before = Some((number, read));
    }
    chosen
}

/// A paragraph that was read.
struct Read {
    stream: Stream,
    candidates: Vec<Candidate>,
}

impl Read {
    fn new(reader: &Reader<'_, '_>, scene: &Scene<'_, '_>, paragraph: Span) -> Read {
        let stream = reader.read(paragraph);
        let candidates = candidates(&stream, scene.entities);
        Read { stream, candidates }
    }
}

/// How far the quotation before is: in the sentence, the paragraph, the paragraph before, farther.
fn gap(read: &Read, at: usize, paragraph: usize, number: usize) -> u8 {
    let tokens = &read.stream.tokens;
    let earlier = tokens[..at].iter().rev().find(|t| t.part == Part::Quote);
    match earlier {
        Some(token) if token.sentence == tokens[at].sentence => 0,
        Some(_) => 1,
        None if paragraph + 1 == number => 2,
        None => 3,
    }
}

fn options(
    setting: &Setting<'_>,
    read: &Read,
    above: Option<&Read>,
    last: Option<Choice>,
) -> Vec<Weighed> {
    let carried = last.and_then(Choice::said);
    let carry = |span: Span, mention: Option<usize>| match (last, carried) {
        (None, _) => 0,
        (_, None) => 3,
        (_, Some(said)) if said.span == span || mention.is_some() && said.mention == mention => 1,
        _ => 2,
    };
    let evidence = feature::plain(setting, Side::Nobody, Sort::Nobody);
    let mut out = vec![Weighed { evidence, choice: Choice::Nobody }];
    let split = read.candidates.partition_point(|c| c.first < setting.at);
    let near = split.saturating_sub(NEAR)..(split + NEAR).min(read.candidates.len());
    for at in near {
        let c = &read.candidates[at];
        let evidence = feature::own(setting, &read.candidates, at, carry(c.span, c.mention));
        let cue = cue(&read.stream, c, setting.at);
        out.push(Weighed { evidence, choice: Choice::Said(said(c, cue)) });
    }
    if let Some(above) = above {
        for (rank, c) in above.candidates.iter().rev().take(ABOVE).enumerate() {
            let carry = carry(c.span, c.mention);
            let evidence = feature::above(setting, &above.stream, c, rank, carry);
            out.push(Weighed { evidence, choice: Choice::Said(said(c, None)) });
        }
    }
    if let Some(said) = carried {
        let evidence = feature::plain(setting, Side::Carried, said.sort);
        out.push(Weighed { evidence, choice: Choice::Carried(said) });
    }
    out
}

fn said(c: &Candidate, cue: Option<Span>) -> Said {
    Said { span: c.span, sort: c.sort, mention: c.mention, cue }
}

/// The verb of speech next to a candidate, or else the nearest between it and the quotation.
fn cue(stream: &Stream, c: &Candidate, quote: usize) -> Option<Span> {
    let tokens = &stream.tokens;
    let verb = |at: usize| tokens.get(at).filter(|t| is_verb(t.part)).map(|t| t.span);
    let next = (c.last + 1..c.last + 4).find_map(verb);
    let before = c.first.checked_sub(1).and_then(verb);
    let (from, to) = if c.first > quote { (quote + 1, c.first) } else { (c.last + 1, quote) };
    let between = || (from..to.min(from + 24)).rev().find_map(verb);
    if c.first > quote { before.or(next) } else { next.or(before) }.or_else(between)
}
