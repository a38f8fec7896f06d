//! Which candidate said it: everybody who may have spoken is weighed, quotation by quotation.

use std::cell::OnceCell;

use super::candidate::{Candidate, Sort};
use super::choice::{Choice, Said};
use super::feature::{Last, Setting, Side};
use super::interview::{asks, unlabelled};
use super::judge::Judge;
use super::passage::Passage;
use super::read::Read;
use super::stream::{part_at, parts, Reader};
use super::words::Part;
use super::Scene;
use crate::quote::{Quote, QuoteKind};
use crate::span::Span;

/// Candidates of the paragraph that are looked at on each side, of the paragraph before, and behind
/// a quotation that runs over paragraphs.
const NEAR: usize = 10;
const ABOVE: usize = 6;
const TAIL: usize = 4;
/// Where those behind and those above stand in the order of all.
const TAILS: usize = 2 * NEAR + 1;
const ABOVE_ALL: usize = usize::MAX - ABOVE;
/// Paragraphs above that are looked at for anybody.
const PASSED: usize = 3;

/// Puts the options for every quotation, in reading order, to a judge. A choice is an option of the
/// next quotation.
pub(crate) fn choose(
    scene: &Scene<'_, '_>,
    quotes: &[Quote],
    judge: &mut impl Judge,
) -> Vec<Choice> {
    let parts = parts(quotes);
    let (text, entities, ends) = (scene.text, scene.entities, scene.ends);
    let reader = Reader { text, entities, parts: &parts, ends };
    let mut chooser = Chooser::new(scene, reader, quotes);
    let mut chosen = vec![Choice::Nobody; quotes.len()];
    let mut before: Option<(usize, Read)> = None;
    let mut rest = parts.as_slice();
    // One paragraph is read into the room that another took.
    let mut spare = Read::default();
    for (number, &paragraph) in scene.paragraphs.iter().enumerate() {
        let until = |at: usize| rest.partition_point(|(part, _)| part.start < at);
        let (start, end) = (until(paragraph.start), until(paragraph.end));
        let (here, behind) = (&rest[start..end], &rest[end..]);
        rest = behind;
        if here.is_empty() {
            continue;
        }
        let above = OnceCell::new();
        if let Some((at, read)) = before.take() {
            if at + 1 == number && !read.candidates.is_empty() {
                let _ = above.set(Some(read));
            }
        }
        let passage = Passage::read(scene, &chooser.reader, number, here, spare);
        for (at, token) in passage.near().tokens.iter().enumerate() {
            if token.part == Part::Quote && quotes[token.of].parts[0] == token.span {
                let above = || above.get_or_init(|| chooser.above(number)).as_ref();
                chooser.put(number, &passage, at, above, judge);
                let (side, choice) = judge.choose(token.of);
                let choice = chooser.describe(&passage, choice);
                chosen[token.of] = choice;
                chooser.note(number, &quotes[token.of], side, choice);
            }
        }
        let (whole, near) = passage.into_reads();
        before = whole.map(|read| (number, read));
        spare = near.or(above.into_inner().flatten()).unwrap_or_default();
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
        Read::new(&self.reader, paragraph)
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

    fn note(&mut self, paragraph: usize, quote: &Quote, side: Side, choice: Choice) {
        if quote.kind == QuoteKind::Direct || choice != Choice::Nobody {
            self.last = Some((paragraph, choice, side));
        }
        let entity = choice.said().and_then(|said| said.mention).map(|(_, id)| id);
        if let Some(id) = entity {
            let number = id.0 as usize;
            self.said.resize(self.said.len().max(number + 1), false);
            self.said[number] = true;
        }
    }

    /// Puts the options for the quotation whose token stands at `at` to a judge: those of its own
    /// sentence first, what has to be read elsewhere last.
    pub(super) fn put<'r>(
        &self,
        number: usize,
        passage: &Passage,
        at: usize,
        above: impl FnOnce() -> Option<&'r Read>,
        judge: &mut impl Judge,
    ) {
        let read = passage.near();
        let quote = &self.quotes[read.tokens[at].of];
        let last = self.seen_last(read, at, number);
        let setting = Setting::new(self.scene.text, read, at, quote, last);
        judge.open();
        judge.regard(&setting.shared);
        self.own(&setting, &[Side::Before, Side::After], judge);
        let others = |side: Side, judge: &mut _| match side {
            Side::Later if read.ends => self.own(&setting, &[side], judge),
            Side::Earlier if read.begins => self.own(&setting, &[side], judge),
            _ => self.others(&setting, side, passage, (quote, last), judge),
        };
        if judge.hears(Side::Later) {
            self.plain(&setting, judge);
            others(Side::Later, judge);
            self.tail(&setting, quote, last, judge);
        }
        if judge.hears(Side::Earlier) {
            others(Side::Earlier, judge);
        }
        if judge.hears(Side::Above) {
            self.nearest(&setting, above(), judge);
        }
    }

    /// Nobody, and who said the quotation before.
    fn plain(&self, setting: &Setting<'_>, judge: &mut impl Judge) {
        let nobody = setting.plain(Side::Nobody, Sort::Nobody);
        judge.hear(0, Side::Nobody, nobody, || Choice::Nobody);
        if let Some(said) = self.last.and_then(|(_, choice, _)| choice.said()) {
            let evidence = setting.plain(Side::Carried, said.sort);
            judge.hear(usize::MAX, Side::Carried, evidence, || Choice::Carried(said));
        }
    }

    /// The candidates of the nearest paragraph above that speaks of anybody.
    fn nearest(&self, setting: &Setting<'_>, above: Option<&Read>, judge: &mut impl Judge) {
        let Some(above) = above else { return };
        // Who writes "we" there is the writer.
        let others = above.candidates.iter().enumerate().rev().filter(|(_, c)| c.sort != Sort::I);
        for (rank, (at, c)) in others.take(ABOVE).enumerate() {
            let evidence = setting.above(above, at, rank, self.carry(c));
            judge.hear(ABOVE_ALL + rank, Side::Above, evidence, || said(c, None));
        }
    }

    /// The candidates of other sentences of the paragraph, which is read on.
    fn others(
        &self,
        setting: &Setting<'_>,
        side: Side,
        passage: &Passage,
        (quote, last): (&Quote, Last),
        judge: &mut impl Judge,
    ) {
        let whole = passage.whole(&self.reader);
        let at = whole.find(quote.parts[0].start);
        let mut around = Setting::new(self.scene.text, whole, at, quote, last);
        around.shared = setting.shared;
        self.own(&around, &[side], judge);
    }

    /// "he" with the description that it stands for, which may be in any sentence before.
    fn describe(&self, passage: &Passage, choice: Choice) -> Choice {
        match choice {
            Choice::Said(said) if said.sort == Sort::He && !passage.near().begins => {
                let whole = passage.whole(&self.reader);
                let he = whole.candidates.get(whole.split(whole.find(said.span.start)));
                let phrase =
                    he.filter(|he| he.span == said.span).map_or(said.phrase, |he| he.phrase);
                Choice::Said(Said { phrase, ..said })
            }
            _ => choice,
        }
    }

    /// The candidates around a quotation, on these sides of it.
    fn own(&self, setting: &Setting<'_>, sides: &[Side], judge: &mut impl Judge) {
        let (read, split) = (setting.read, setting.split);
        let from = split.saturating_sub(NEAR);
        let near = &read.candidates[from..(split + NEAR).min(read.candidates.len())];
        for (which, c) in near.iter().enumerate() {
            let side = setting.side(c);
            if sides.contains(&side) {
                let evidence = setting.own(from + which, self.carry(c), side);
                let choice = || said(c, cue(setting, from + which));
                judge.hear(1 + NEAR + from + which - split, side, evidence, choice);
            }
        }
    }

    /// The candidates behind the last part of a quotation that runs over paragraphs.
    fn tail(&self, seen: &Setting<'_>, quote: &Quote, last: Last, judge: &mut impl Judge) {
        let (Some(&first), Some(&end)) = (quote.parts.first(), quote.parts.last()) else { return };
        let home = |span: Span| self.scene.ends.home(span.start);
        if home(first) == home(end) {
            return;
        }
        let read = self.read(home(end));
        let Some(at) = read.tokens.iter().position(|t| t.part == Part::Quote && t.span == end)
        else {
            return;
        };
        let setting = Setting::new(self.scene.text, &read, at, quote, last);
        judge.regard(&setting.shared);
        let behind = read.candidates.iter().enumerate().skip(setting.split);
        for (which, c) in behind.take(TAIL) {
            let evidence = setting.own(which, self.carry(c), Side::Tail);
            judge.hear(TAILS + which, Side::Tail, evidence, || said(c, cue(&setting, which)));
        }
        judge.regard(&seen.shared);
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
    Choice::Said(Said { span: c.span, sort: c.sort, mention: c.mention, phrase: c.phrase, cue })
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
