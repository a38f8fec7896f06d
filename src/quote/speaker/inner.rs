//! Who said what is quoted inside a quotation.

use super::candidate::Sort;
use super::choice::{Choice, Said};
use super::choose::Chooser;
use super::judge::{Foremost, Judge};
use super::passage::Passage;
use super::read::Read;
use super::resolve::Resolver;
use super::stream::{parts, Reader};
use super::words::Part;
use super::Scene;
use crate::quote::{Quote, Speaker};
use crate::span::Span;

/// Sets cue and speaker of the quotations inside others. The words around them are read like a
/// paragraph of which whoever says the outer one is the writer: "I" is that speaker. Linear in the
/// length of the outer quotations.
pub(super) fn attribute(scene: &Scene<'_, '_>, quotes: &mut [Quote], resolver: &mut Resolver) {
    for (of, inside, choice) in choose(scene, quotes) {
        let outer = quotes[inside].speaker;
        // Without a verb that gives it to somebody it is the outer speaker's manner of speaking.
        let Some(said) = choice.said().filter(|said| said.cue.is_some()) else { continue };
        quotes[of].speaker = speaker(&said, outer, resolver);
        quotes[of].cue = said.cue;
    }
}

/// Every quotation right inside another, that other, and who is chosen.
fn choose(scene: &Scene<'_, '_>, quotes: &[Quote]) -> Vec<(usize, usize, Choice)> {
    let nested = quotes.iter().enumerate().filter(|(_, q)| q.parent.is_some());
    let mut inner: Vec<(Span, usize)> =
        nested.flat_map(|(at, q)| q.parts.iter().map(move |part| (*part, at))).collect();
    if inner.is_empty() {
        return Vec::new();
    }
    inner.sort_unstable();
    let Scene { text, entities, ends, .. } = *scene;
    let reader = Reader { text, entities, parts: &inner, ends };
    let chooser = Chooser::new(scene, reader, quotes);
    let (mut judge, mut chosen) = (Foremost::new(), Vec::new());
    for (number, &(part, outer)) in parts(quotes).iter().enumerate() {
        let from = inner.partition_point(|(p, _)| p.start < part.start);
        if !inner.get(from).is_some_and(|(p, _)| p.end <= part.end) {
            continue;
        }
        let mark = text[part].chars().next().map_or(0, char::len_utf8);
        let inside = Span::new(part.start + mark, part.end);
        let passage = Passage::of(inside, Read::new(&chooser.reader, inside));
        for (at, token) in passage.near().tokens.iter().enumerate() {
            if token.part == Part::Quote && quotes[token.of].parts[0] == token.span {
                chooser.put(number, &passage, at, || None, &mut judge);
                chosen.push((token.of, outer, judge.choose(token.of).1));
            }
        }
    }
    chosen
}

/// A pronoun inside speech points to what was spoken of, which the page may not tell; a capital
/// there mostly begins a sentence.
fn speaker(said: &Said, outer: Speaker, resolver: &mut Resolver) -> Speaker {
    match said.sort {
        Sort::I => outer,
        Sort::Person | Sort::Organisation | Sort::Place => resolver.speaker(&[], said, false),
        Sort::Capital => Speaker::Unknown,
        _ => Speaker::Described { mention: said.span, span: said.span },
    }
}
