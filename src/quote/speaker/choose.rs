//! Which candidate said it: everybody who may have spoken is weighed, quotation by quotation.

use super::candidate::{Candidate, Sort};
use super::feature::{Last, Setting, Side};
use super::interview::{asks, unlabelled};
use super::read::Read;
use super::stream::{part_at, parts, Reader};
use super::view::Evidence;
use super::weigh::WEIGHTS;
use super::words::Part;
use super::Scene;
use crate::entity::EntityId;
use crate::quote::{Quote, QuoteKind};
use crate::span::Span;

/// Candidates of the paragraph that are looked at on each side, of the paragraph before, and behind
/// a quotation that runs over paragraphs.
const NEAR: usize = 10;
const ABOVE: usize = 6;
const TAIL: usize = 4;
/// Paragraphs above that are looked at for anybody.
const PASSED: usize = 3;

/// Somebody who may have spoken, with all that is known for and against.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weighed {
    pub evidence: Evidence,
    pub side: Side,
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
    /// The mention of a name, and its entity.
    pub mention: Option<(usize, EntityId)>,
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

/// What nobody must lead by, in hundredths of a logit: in doubt a quotation is somebody's.
const DOUBT: i32 = 20;

pub(crate) fn best(options: &[Weighed]) -> usize {
    let mut scale = WEIGHTS.scale();
    let score = |at: &usize| {
        let nobody = options[*at].choice == Choice::Nobody;
        scale.score(&options[*at].evidence) - if nobody { DOUBT } else { 0 }
    };
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
    let mut chooser = Chooser::new(scene, reader, quotes);
    let mut chosen = vec![Choice::Nobody; quotes.len()];
    let mut before: Option<(usize, Read)> = None;
    for (number, &paragraph) in scene.paragraphs.iter().enumerate() {
        let from = parts.partition_point(|(p, _)| p.start < paragraph.start);
        if !parts.get(from).is_some_and(|(p, _)| p.start < paragraph.end) {
            continue;
        }
        let above = match before.take() {
            Some((at, read)) if at + 1 == number && !read.candidates.is_empty() => Some(read),
            _ => chooser.above(number),
        };
        let read = chooser.read(number);
        for (at, token) in read.tokens.iter().enumerate() {
            if token.part == Part::Quote && quotes[token.of].parts[0] == token.span {
                let options = chooser.options(number, &read, at, above.as_ref());
                let picked = options[pick(token.of, &options).min(options.len() - 1)];
                chosen[token.of] = picked.choice;
                chooser.note(number, &quotes[token.of], picked);
            }
        }
        before = Some((number, read));
    }
    chosen
}

/// Goes from quotation to quotation and remembers who spoke.
pub(super) struct Chooser<'a, 't> {
    scene: &'a Scene<'a, 't>,
    pub(super) reader: Reader<'a, 't>,
    quotes: &'a [Quote],
    /// Who spoke on the page so far, by the number of the entity.
    said: Vec<bool>,
    /// The quotation before: its paragraph, who said it, and where that stood.
    last: Option<(usize, Choice, Side)>,
}

impl<'a, 't> Chooser<'a, 't> {
    pub(super) fn new(
        scene: &'a Scene<'a, 't>,
        reader: Reader<'a, 't>,
        quotes: &'a [Quote],
    ) -> Chooser<'a, 't> {
        Chooser { scene, reader, quotes, said: Vec::new(), last: None }
    }

    fn read(&self, paragraph: usize) -> Read {
        let paragraph = unlabelled(self.scene.text, self.scene.paragraphs[paragraph]);
        Read::new(&self.reader, self.scene.entities, paragraph)
    }

    /// The nearest paragraph above that speaks of anybody: a subhead in between counts for nothing,
    /// nor does a bare question.
    fn above(&self, paragraph: usize) -> Option<Read> {
        let back = (0..paragraph).rev().filter(|at| !self.asks(*at)).take(PASSED);
        back.map(|at| self.read(at)).find(|read| !read.candidates.is_empty())
    }

    /// True for a paragraph that only asks.
    fn asks(&self, paragraph: usize) -> bool {
        asks(self.scene.text, self.scene.paragraphs[paragraph], self.reader.parts)
    }

    fn note(&mut self, paragraph: usize, quote: &Quote, picked: Weighed) {
        if quote.kind == QuoteKind::Direct || picked.choice != Choice::Nobody {
            self.last = Some((paragraph, picked.choice, picked.side));
        }
        let entity = picked.choice.said().and_then(|said| said.mention).map(|(_, id)| id);
        if let Some(id) = entity {
            let number = id.0 as usize;
            self.said.resize(self.said.len().max(number + 1), false);
            self.said[number] = true;
        }
    }

    pub(super) fn options(
        &self,
        number: usize,
        read: &Read,
        at: usize,
        above: Option<&Read>,
    ) -> Vec<Weighed> {
        let quote = &self.quotes[read.tokens[at].of];
        let last = self.seen_last(read, at, number);
        let setting = Setting::new(self.scene.text, read, at, quote, last);
        let mut out = Vec::with_capacity(2 * NEAR + ABOVE + 2);
        let nobody = setting.plain(Side::Nobody, Sort::Nobody);
        out.push(Weighed { evidence: nobody, side: Side::Nobody, choice: Choice::Nobody });
        self.own(&setting, NEAR..NEAR, None, &mut out);
        self.tail(quote, last, &mut out);
        let nearest = above.map_or(&[][..], |above| &above.candidates);
        // Who writes "we" there is the writer.
        let others = (0..nearest.len()).rev().filter(|at| nearest[*at].sort != Sort::I);
        for (rank, at) in others.take(ABOVE).enumerate() {
            let Some(above) = above else { break };
            let evidence = setting.above(above, at, rank, self.carry(&nearest[at]));
            out.push(Weighed { evidence, side: Side::Above, choice: said(&nearest[at], None) });
        }
        if let Some(said) = self.last.and_then(|(_, choice, _)| choice.said()) {
            let evidence = setting.plain(Side::Carried, said.sort);
            out.push(Weighed { evidence, side: Side::Carried, choice: Choice::Carried(said) });
        }
        out
    }

    /// The candidates around a quotation: so many before and behind.
    fn own(
        &self,
        setting: &Setting<'_>,
        near: std::ops::Range<usize>,
        side: Option<Side>,
        out: &mut Vec<Weighed>,
    ) {
        let (read, split) = (setting.read, setting.split);
        let end = (split + near.end).min(read.candidates.len());
        for which in split.saturating_sub(near.start)..end {
            let c = &read.candidates[which];
            let (own, evidence) = setting.own(which, self.carry(c), side);
            let choice = said(c, cue(setting, which));
            out.push(Weighed { evidence, side: own, choice });
        }
    }

    /// The candidates behind the last part of a quotation that runs over paragraphs.
    fn tail(&self, quote: &Quote, last: Last, out: &mut Vec<Weighed>) {
        let (Some(&first), Some(&end)) = (quote.parts.first(), quote.parts.last()) else { return };
        let home = |span: Span| self.scene.paragraphs.partition_point(|p| p.end <= span.start);
        if home(first) == home(end) {
            return;
        }
        let read = self.read(home(end));
        let Some(at) = read.tokens.iter().position(|t| t.part == Part::Quote && t.span == end)
        else {
            return;
        };
        let setting = Setting::new(self.scene.text, &read, at, quote, last);
        self.own(&setting, 0..TAIL, Some(Side::Tail), out);
    }

    /// How far the quotation before is, and where its speaker stood.
    fn seen_last(&self, read: &Read, at: usize, number: usize) -> Last {
        let earlier = read.tokens[..at].iter().rev().find(|t| t.part == Part::Quote);
        let Some((paragraph, _, side)) = self.last else {
            return Last { gap: 3, side: Side::None };
        };
        let gap = match earlier {
            Some(token) if token.sentence == read.tokens[at].sentence => 0,
            Some(_) => 1,
            None if (paragraph + 1..number).all(|at| self.asks(at)) => 2,
            None => 3,
        };
        Last { gap, side }
    }

    /// Whether a candidate spoke before.
    fn carry(&self, c: &Candidate) -> usize {
        let Some((_, choice, _)) = self.last else { return 1 };
        let Some(said) = choice.said() else { return 2 };
        let entity = c.mention.map(|(_, id)| id);
        if said.span == c.span || entity.is_some() && entity == said.mention.map(|(_, id)| id) {
            return 3;
        }
        match entity {
            Some(id) if self.said.get(id.0 as usize) == Some(&true) => 4,
            _ => 5,
        }
    }
}

fn said(c: &Candidate, cue: Option<Span>) -> Choice {
    Choice::Said(Said { span: c.span, sort: c.sort, mention: c.mention, cue })
}

/// The verb that governs the quotation if the candidate is its subject; or else the candidate's own
/// if it is one of speech, the one that "by" stands behind, or the nearest between it and the
/// quotation.
fn cue(setting: &Setting<'_>, which: usize) -> Option<Span> {
    let (tokens, c, quote) = (&setting.read.tokens, &setting.read.candidates[which], setting.at);
    let speaks = |at: &usize| part_at(tokens, *at).is_speech();
    let (from, to) = if c.first > quote { (quote + 1, c.first) } else { (c.last + 1, quote) };
    let between = || (from..to.min(from + 24)).rev().find(speaks);
    let own = c.standing.verb.filter(speaks);
    let agent = c.first.checked_sub(2).filter(|at| part_at(tokens, at + 1) == Part::By);
    let own = own.or(agent.filter(speaks));
    setting.verb_of(which).or(own).or_else(between).map(|at| tokens[at].span)
}
