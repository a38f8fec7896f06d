//! What speaks for and against a candidate: a quotation and a candidate as the views see them.

use super::candidate::{Candidate, Sort};
use super::measure::{closing, distance, length};
use super::read::{Count, Read};
use super::standing::{Place, Standing};
use super::stream::{part_at, Token};
use super::view::{Evidence, View};
use super::words::Part;
use crate::quote::{Quote, QuoteKind};

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
    /// Behind the end of a quotation that runs over paragraphs.
    Tail,
    /// The speaker of the quotation before.
    Carried,
    Nobody,
    /// There is no quotation before.
    None,
}

/// The quotation before, seen from this one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Last {
    /// How far it is: in the sentence, the paragraph, the paragraph before, farther.
    pub gap: usize,
    /// Where its speaker stood.
    pub side: Side,
}

/// A quotation in its paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting<'a> {
    pub read: &'a Read,
    /// Index of the quotation's token.
    pub at: usize,
    /// How many candidates begin before it.
    pub split: usize,
    /// The tokens of its sentence.
    first: usize,
    last: usize,
    /// The last verb of speech before it in its sentence, and the candidate that is its subject.
    before: Option<usize>,
    subject: Option<usize>,
    /// The candidate that is the subject of the first verb of speech behind it.
    after: Option<usize>,
    /// What every candidate shares.
    pub shared: Evidence,
}

/// Most tokens of a sentence that are looked through for its verb, and behind a quotation.
const SENTENCE: usize = 200;
const BEHIND: usize = 15;
/// Most candidates before that are looked through for a subject.
const SUBJECTS: usize = 24;

impl<'a> Setting<'a> {
    /// Looks at the quotation `quote`, whose token stands at `at`.
    pub(crate) fn new(
        text: &str,
        read: &'a Read,
        at: usize,
        quote: &Quote,
        last: Last,
    ) -> Setting<'a> {
        let (first, end) = sentence(&read.tokens, at);
        let shared = Evidence::default();
        let mut setting = Setting {
            read,
            at,
            split: read.split(at),
            first,
            last: end,
            before: None,
            subject: None,
            after: None,
            shared,
        };
        setting.look_around();
        setting.look_at(text, quote, last);
        setting
    }

    /// Notes the tokens next to the quotation, and the verbs of speech before and behind it.
    fn look_around(&mut self) {
        let (tokens, at) = (&self.read.tokens, self.at);
        let seen = &mut self.shared;
        seen.set(View::QuoteBefore, part_before(tokens, at, 1));
        seen.set(View::QuoteBeforeThat, part_before(tokens, at, 2));
        seen.set(View::QuoteBehind, part_at(tokens, at + 1) as usize);
        seen.set(View::QuoteBehindThat, part_at(tokens, at + 2) as usize);
        seen.set(View::QuoteBeforeWord, at.checked_sub(1).map_or(0, |at| fine_at(tokens, at)));
        let speaks = |at: usize| {
            let part = part_at(tokens, at);
            let governs = part != Part::According || part_at(tokens, at + 1) == Part::To;
            part.is_speech() && governs
        };
        let end = (self.last + 1).min(at + 1 + BEHIND);
        let is_quote = |at: &usize| part_at(tokens, *at) != Part::Quote;
        let after = (at + 1..end)
            .take_while(is_quote)
            .find(|&at| speaks(at) && part_at(tokens, at) != Part::Calling);
        self.before = (self.first..at).rev().find(|&at| speaks(at));
        self.see_verb_before();
        self.see_verb_after(after);
    }

    fn see_verb_before(&mut self) {
        let tokens = &self.read.tokens;
        let split = self.split;
        let mut inherits = 0;
        if let Some(verb) = self.before {
            let near = self.read.candidates[..split].iter().enumerate().rev().take(SUBJECTS);
            let here = near.take_while(|(_, c)| c.first >= self.first);
            let mut inherited = None;
            for (at, c) in here {
                let acts = c.standing.acts() || c.standing.place == Place::Inverted;
                if c.standing.verb == Some(verb) && acts {
                    (self.subject, inherits) = (Some(at), 1);
                    break;
                }
                let main = matches!(c.standing.place, Place::Subject | Place::Remote);
                if inherited.is_none() && main && c.last < verb {
                    inherited = Some(at);
                }
            }
            if self.subject.is_none() && inherited.is_some() {
                (self.subject, inherits) = (inherited, 2);
            }
        }
        let seen = &mut self.shared;
        seen.set(View::Inherits, inherits);
        let verb = self.before;
        seen.set(View::VerbBefore, verb.map_or(0, |at| part_at(tokens, at) as usize));
        seen.set(View::VerbBeforeWord, verb.map_or(0, |at| fine_at(tokens, at)));
        seen.set(View::VerbBeforeNext, verb.map_or(0, |at| part_at(tokens, at + 1) as usize));
        seen.set(View::VerbBeforeDistance, verb.map_or(9, |at| distance(self.at - at - 1)));
    }

    fn see_verb_after(&mut self, verb: Option<usize>) {
        let tokens = &self.read.tokens;
        let split = self.split;
        let is_subject =
            |c: &&Candidate| c.standing.verb == verb && c.standing.acts() && c.first > self.at;
        if verb.is_some() {
            let near = self.read.candidates[split..].iter().take(SUBJECTS);
            self.after = near.take_while(|c| c.first <= self.last).position(|c| is_subject(&c));
            self.after = self.after.map(|at| at + split);
        }
        let seen = &mut self.shared;
        seen.set(View::VerbAfter, verb.map_or(0, |at| part_at(tokens, at) as usize));
        seen.set(View::VerbAfterWord, verb.map_or(0, |at| fine_at(tokens, at)));
        let far = verb.map_or(9, |at| distance(at - self.at - 1).min(5));
        seen.set(View::VerbAfterDistance, far);
    }

    /// Notes the quotation itself and its place on the page.
    fn look_at(&mut self, text: &str, quote: &Quote, last: Last) {
        let words = &text[quote.parts[0]];
        let seen = &mut self.shared;
        seen.set(View::Kind, usize::from(quote.kind != QuoteKind::Direct));
        seen.set(View::Closing, closing(words));
        seen.set(View::Length, length(words));
        seen.set(View::Gap, last.gap);
        seen.set(View::LastSide, last.side as usize);
        let (begins, ends) = (self.read.begins, self.read.ends);
        let start = match self.at {
            0 if begins => 0,
            at if at == self.first => 1,
            _ => 2,
        };
        seen.set(View::Start, start);
        let first = begins && self.at == 0;
        let last = ends && self.at + 1 == self.read.tokens.len();
        let edges = usize::from(first) + usize::from(last);
        seen.set(View::Whole, edges);
        let quotes_from = |from: usize| self.read.between(from, self.at, Count::Quotes);
        let earlier = match quotes_from(0) {
            0 => 0,
            _ if quotes_from(self.first) > 0 => 1,
            _ => 2,
        };
        seen.set(View::Earlier, earlier);
    }

    /// Nobody, or whoever said the quotation before.
    pub(crate) fn plain(&self, side: Side, sort: Sort) -> Evidence {
        let mut seen = self.shared;
        seen.set(View::Side, side as usize);
        seen.set(View::Sort, sort as usize);
        const MISSING: [View; 12] = [
            View::Distance,
            View::Verbs,
            View::Rank,
            View::Subjects,
            View::Commas,
            View::Clauses,
            View::Ands,
            View::Quotes,
            View::Sentences,
            View::VerbDistance,
            View::First,
            View::Carry,
        ];
        for view in MISSING {
            seen.set(view, if view == View::Carry { 0 } else { 9 });
        }
        seen
    }

    /// A candidate of the quotation's own paragraph.
    pub(crate) fn own(&self, which: usize, carry: usize, side: Side) -> Evidence {
        let (c, tokens) = (&self.read.candidates[which], &self.read.tokens);
        let behind = c.first > self.at;
        let (from, to) = if behind { (self.at + 1, c.first) } else { (c.last + 1, self.at) };
        let mut seen = self.shared;
        seen.set(View::Side, side as usize);
        seen.set(View::Sort, c.sort as usize);
        seen.set(View::Carry, carry);
        seen.set(View::Distance, distance(to.saturating_sub(from)));
        let split = self.split;
        let rank = if behind { which - split } else { split - 1 - which };
        seen.count(View::Rank, rank, 3);
        seen.count(View::Subjects, self.subjects_between(which), 3);
        let between = |count: Count| self.read.between(from, to.max(from), count);
        seen.count(View::Verbs, between(Count::Verbs), 3);
        seen.count(View::Commas, between(Count::Commas), 2);
        seen.count(View::Clauses, between(Count::Clauses), 2);
        seen.count(View::Ands, between(Count::Ands), 2);
        seen.count(View::Quotes, between(Count::Quotes), 2);
        let sentences = tokens[c.first].sentence.abs_diff(tokens[self.at].sentence);
        seen.count(View::Sentences, sentences as usize, 3);
        seen.set(View::First, self.opening(c));
        self.see_words(&mut seen, c);
        self.see_verb(&mut seen, c.standing);
        seen.set(View::Governs, self.governs(which, behind));
        seen
    }

    /// Whether a candidate begins the quotation's sentence, or one behind it.
    fn opening(&self, c: &Candidate) -> usize {
        let tokens = &self.read.tokens;
        let begins = c.first > self.last && tokens[c.first - 1].sentence < tokens[c.first].sentence;
        usize::from(c.first <= self.first) + 2 * usize::from(begins)
    }

    /// The verb before the quotation, if the candidate is its subject.
    pub(crate) fn verb_of(&self, which: usize) -> Option<usize> {
        self.before.filter(|_| self.subject == Some(which))
    }

    /// Where a candidate of the quotation's own paragraph stands.
    pub(crate) fn side(&self, c: &Candidate) -> Side {
        let same = (self.first..=self.last).contains(&c.first);
        match (c.first > self.at, same) {
            (false, true) => Side::Before,
            (true, true) => Side::After,
            (false, false) => Side::Earlier,
            (true, false) => Side::Later,
        }
    }

    fn subjects_between(&self, which: usize) -> usize {
        let (all, split) = (&self.read.candidates, self.split);
        let c = &all[which];
        let until = |at: usize| match all.get(at) {
            Some(c) => c.subjects as usize,
            None => all.last().map_or(0, |c| c.subjects as usize + usize::from(c.standing.acts())),
        };
        match which < split {
            true => until(split) - c.subjects as usize - usize::from(c.standing.acts()),
            false => c.subjects as usize - until(split),
        }
    }

    fn see_words(&self, seen: &mut Evidence, c: &Candidate) {
        let tokens = &self.read.tokens;
        let before = c.first.checked_sub(1);
        seen.set(View::Before, before.map_or(0, |at| part_at(tokens, at) as usize));
        seen.set(View::BeforeWord, before.map_or(0, |at| fine_at(tokens, at)));
        seen.set(View::Behind, part_at(tokens, c.last + 1) as usize);
        seen.set(View::BehindWord, fine_at(tokens, c.last + 1));
    }

    fn see_verb(&self, seen: &mut Evidence, standing: Standing) {
        let tokens = &self.read.tokens;
        seen.set(View::Place, standing.place as usize);
        seen.set(View::Verb, standing.part as usize);
        let Some(verb) = standing.verb else { return };
        seen.set(View::VerbNext, part_at(tokens, verb + 1) as usize);
        seen.set(View::VerbWord, fine_at(tokens, verb));
        let far = distance(verb.abs_diff(self.at).saturating_sub(1)).min(4);
        seen.set(View::VerbDistance, 1 + far);
    }

    /// Whether the candidate's verb is the one that governs the quotation.
    fn governs(&self, which: usize, behind: bool) -> usize {
        if behind {
            return if self.after == Some(which) { 5 } else { 0 };
        }
        if self.subject == Some(which) {
            let c = &self.read.candidates[which];
            return if c.standing.verb == self.before { 1 } else { 2 };
        }
        match self.read.candidates[which].standing.verb {
            Some(verb) if Some(verb) < self.before => 3,
            Some(verb) if Some(verb) > self.before && verb < self.at => 4,
            _ => 0,
        }
    }

    /// A candidate of the paragraph before, the nearest having rank 0.
    pub(crate) fn above(&self, above: &Read, which: usize, rank: usize, carry: usize) -> Evidence {
        let (c, tokens) = (&above.candidates[which], &above.tokens);
        let mut seen = self.plain(Side::Above, c.sort);
        let last = tokens.len() - 1;
        seen.set(View::Place, c.standing.place as usize);
        seen.set(View::Verb, c.standing.part as usize);
        seen.count(View::Rank, rank, 5);
        let subjects = above.candidates[which + 1..].iter().filter(|c| c.standing.acts());
        seen.count(View::Subjects, subjects.count(), 3);
        seen.set(View::Carry, carry);
        seen.set(View::Distance, distance(last - c.last));
        let sentences = tokens[last].sentence - tokens[c.first].sentence;
        seen.count(View::Sentences, sentences as usize, 3);
        let quotes = above.between(c.last, tokens.len(), Count::Quotes);
        seen.count(View::Quotes, quotes, 2);
        seen.set(View::First, usize::from(c.first == 0));
        let before = c.first.checked_sub(1);
        seen.set(View::Before, before.map_or(0, |at| part_at(tokens, at) as usize));
        seen.set(View::Behind, part_at(tokens, c.last + 1) as usize);
        let colon = part_at(tokens, last) == Part::Colon;
        seen.set(View::Governs, if colon { 6 } else { 0 });
        seen
    }
}

/// The first and the last token of the sentence of a quotation.
fn sentence(tokens: &[Token], at: usize) -> (usize, usize) {
    let same = |t: &Token| t.sentence == tokens[at].sentence;
    let mut first = at;
    while first > 0 && at - first < SENTENCE && same(&tokens[first - 1]) {
        if tokens[first - 1].part == Part::Stop {
            break;
        }
        first -= 1;
    }
    let mut last = at;
    while last - at < SENTENCE && tokens[last].part != Part::Stop {
        if !tokens.get(last + 1).is_some_and(same) {
            break;
        }
        last += 1;
    }
    (first, last)
}

fn part_before(tokens: &[Token], at: usize, back: usize) -> usize {
    at.checked_sub(back).map_or(0, |at| part_at(tokens, at) as usize)
}

fn fine_at(tokens: &[Token], at: usize) -> usize {
    tokens.get(at).map_or(0, |t| usize::from(t.fine))
}
