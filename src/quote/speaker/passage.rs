//! A paragraph of quotations, read as far as it is asked for: most speakers stand in the sentence of
//! their quotation.

use std::cell::OnceCell;

use super::interview::unlabelled;
use super::read::Read;
use super::stream::{Reader, Token};
use super::Scene;
use crate::span::Span;

/// Bytes around the sentences of quotations that are read with them, at most and at least.
const AROUND: usize = 24;
const LEAST: usize = 8;
/// A sentence of so many bytes outside of quotations has somebody in it who speaks, as a rule.
const SPEAKS: usize = 12;

/// A paragraph that was read in part.
#[derive(Debug)]
pub(super) struct Passage {
    paragraph: Span,
    /// The sentences of its quotations.
    sentences: Span,
    near: Read,
    whole: OnceCell<Read>,
}

impl Passage {
    /// Reads the sentences of the quotations, whose parts are given.
    pub(super) fn read(
        scene: &Scene<'_, '_>,
        reader: &Reader<'_, '_>,
        paragraph: usize,
        parts: &[(Span, usize)],
        room: Read,
    ) -> Passage {
        let ends = scene.ends.of(paragraph);
        let paragraph = unlabelled(scene.text, scene.paragraphs[paragraph]);
        let sentences = sentences(paragraph, ends, parts);
        let around = around(scene, paragraph, sentences, parts);
        let mut near = room.refill(reader, around, &[]);
        near.begins = around.start == paragraph.start;
        near.ends = around.end == paragraph.end;
        Passage { paragraph, sentences, near, whole: OnceCell::new() }
    }

    /// A paragraph, or what stands inside a quotation, read as a whole.
    pub(super) fn of(paragraph: Span, read: Read) -> Passage {
        Passage { paragraph, sentences: paragraph, near: read, whole: OnceCell::new() }
    }

    /// The quotations with their sentences.
    pub(super) fn near(&self) -> &Read {
        &self.near
    }

    /// The whole paragraph.
    pub(super) fn whole(&self, reader: &Reader<'_, '_>) -> &Read {
        if self.near.is_whole() {
            return &self.near;
        }
        self.whole.get_or_init(|| {
            let known = within(&self.near.tokens, self.sentences);
            Read::default().refill(reader, self.paragraph, known)
        })
    }

    /// The whole paragraph, if it was read, and what was read apart from that.
    pub(super) fn into_reads(self) -> (Option<Read>, Option<Read>) {
        match self.near.is_whole() {
            true => (Some(self.near), None),
            false => (self.whole.into_inner(), Some(self.near)),
        }
    }
}

/// The sentences from that of the first part to that of the last.
fn sentences(paragraph: Span, ends: &[usize], parts: &[(Span, usize)]) -> Span {
    let (Some((first, _)), Some((last, _))) = (parts.first(), parts.last()) else {
        return paragraph;
    };
    let before = ends[..ends.partition_point(|&end| end <= first.start)].last();
    let start = before.map_or(paragraph.start, |&end| end.max(paragraph.start));
    let end = ends.get(ends.partition_point(|&end| end < last.end));
    Span::new(start, end.map_or(paragraph.end, |&end| end.min(paragraph.end)))
}

/// The same with a few words around them; all of a paragraph that has little more, or whose quotations
/// stand alone.
fn around(
    scene: &Scene<'_, '_>,
    paragraph: Span,
    sentences: Span,
    parts: &[(Span, usize)],
) -> Span {
    let quoted: usize = parts.iter().map(|(part, _)| part.len()).sum();
    if sentences.len() < quoted + SPEAKS {
        return paragraph;
    }
    let (bytes, mentions) = (scene.text.as_bytes(), scene.entities.mentions());
    let across = |at: usize| {
        let mention = mentions.get(mentions.partition_point(|m| m.span.end <= at));
        mention.map(|m| m.span).filter(|span| span.start < at)
    };
    // What a full stop parts is not looked across.
    let stops = |at: usize| matches!(bytes[at - 1], b'.' | b'!' | b'?');
    let (mut start, mut end) = (paragraph.start, paragraph.end);
    if start + 2 * AROUND < sentences.start && stops(sentences.start) {
        let mut before = sentences.start - AROUND..sentences.start - LEAST;
        if let Some(at) = before.find(|&at| bytes[at] == b' ') {
            start = across(at + 1).map_or(at + 1, |name| name.start.max(start));
        }
    }
    let quoted = parts.last().map(|(part, _)| part.end) == Some(sentences.end);
    if sentences.end + 2 * AROUND < end && (quoted || stops(sentences.end)) {
        let mut behind = sentences.end + LEAST..sentences.end + AROUND;
        if let Some(at) = behind.rfind(|&at| bytes[at] == b' ') {
            end = across(at).map_or(at, |name| name.end.min(end));
        }
    }
    Span::new(start, end)
}

/// The tokens of whole sentences among those that were read around them.
fn within(tokens: &[Token], sentences: Span) -> &[Token] {
    let before = tokens.partition_point(|t| t.span.start < sentences.start);
    let until = tokens.partition_point(|t| t.span.start < sentences.end);
    let (front, known) = tokens[..until].split_at(before);
    let parted = front.last().map_or(true, |t| t.span.end <= sentences.start)
        && known.last().map_or(true, |t| t.span.end <= sentences.end);
    if parted {
        known
    } else {
        &[]
    }
}
