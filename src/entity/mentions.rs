//! The mentions that a caller found, made fit to be read: sorted, and in layers that do not overlap.

use crate::page::{ceil_boundary, floor_boundary};
use crate::span::Span;

/// Most layers: what lies deeper in other mentions is left out.
const DEEPEST: usize = 4;

/// Places in the text, trimmed, sorted, each once.
pub(super) fn clean(text: &str, spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let inside = |span: Span| {
        let (start, end) = (ceil_boundary(text, span.start), floor_boundary(text, span.end));
        (start < end).then(|| Span::new(start, end).trim(text)).filter(|span| !span.is_empty())
    };
    let mut spans: Vec<Span> = spans.into_iter().filter_map(inside).collect();
    spans.sort_unstable();
    spans.dedup();
    keep_shallow(&mut spans);
    spans
}

/// Leaves out what lies too deep.
fn keep_shallow(spans: &mut Vec<Span>) {
    let mut ends = [0; DEEPEST];
    spans.retain(|span| {
        let free = ends.iter_mut().find(|end| **end <= span.start);
        free.map(|end| *end = span.end).is_some()
    });
}

/// Places of `spans`, which are clean, in layers: those of one do not overlap.
pub(super) fn layers(spans: &[Span]) -> Vec<Vec<usize>> {
    let mut layers: Vec<Vec<usize>> = Vec::new();
    for (at, span) in spans.iter().enumerate() {
        let free = |layer: &&mut Vec<usize>| {
            layer.last().map_or(true, |&last| spans[last].end <= span.start)
        };
        match layers.iter_mut().find(free) {
            Some(layer) => layer.push(at),
            None => layers.push(vec![at]),
        }
    }
    layers
}
