//! Ranges that overlap as they like, woven into elements that nest.

use std::fmt::Write;

use copydesk::Span;

use crate::escape::Text;

/// Which element is outside where two ranges share text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    Quote,
    Unspoken,
    Sentence,
    Speaker,
    Cue,
    Mention,
}

/// A range of the page, and the element that is to show it.
#[derive(Clone, Debug)]
pub struct Range {
    pub span: Span,
    pub layer: Layer,
    /// Goes to the first piece only, if the range falls into several.
    pub id: Option<String>,
    /// The attributes of every piece, escaped.
    pub attributes: String,
}

impl Range {
    fn name(&self) -> &'static str {
        match self.layer {
            Layer::Quote => "mark",
            _ => "span",
        }
    }

    fn open(&self, first: bool, out: &mut String) {
        let _ = write!(out, "<{}", self.name());
        if let Some(id) = self.id.as_ref().filter(|_| first) {
            let _ = write!(out, " id=\"{id}\" tabindex=\"-1\"");
        }
        let _ = write!(out, " {}>", self.attributes);
    }
}

/// Writes the text of `area` with the elements of `ranges`: split where a range that lies further
/// out begins or ends. Linear in the text and in the number of pieces.
pub fn weave(text: &str, area: Span, ranges: &[&Range], out: &mut String) {
    let mut cuts: Vec<usize> = vec![area.start, area.end];
    cuts.extend(ranges.iter().flat_map(|r| [r.span.start, r.span.end]));
    cuts.retain(|&cut| area.start <= cut && cut <= area.end);
    cuts.sort_unstable();
    cuts.dedup();
    let mut waiting = ranges.to_vec();
    waiting.sort_by_key(|r| r.span.start);
    let mut waiting = waiting.into_iter().peekable();
    let mut open: Vec<&Range> = Vec::new();
    for piece in cuts.windows(2).map(|w| Span::new(w[0], w[1])) {
        let mut wanted: Vec<&Range> =
            open.iter().copied().filter(|r| r.span.end > piece.start).collect();
        while let Some(range) = waiting.next_if(|r| r.span.start <= piece.start) {
            if range.span.end > piece.start {
                wanted.push(range);
            }
        }
        wanted.sort_by_key(|r| (r.layer, r.span.start, std::cmp::Reverse(r.span.end)));
        turn(&mut open, wanted, piece.start, out);
        let _ = write!(out, "{}", Text(&text[piece]));
    }
    turn(&mut open, Vec::new(), area.end, out);
}

/// Closes what is not wanted any more and opens what is wanted now.
fn turn<'r>(open: &mut Vec<&'r Range>, wanted: Vec<&'r Range>, at: usize, out: &mut String) {
    let same = open.iter().zip(&wanted).take_while(|(a, b)| std::ptr::eq(**a, **b)).count();
    for range in open.drain(same..).rev() {
        let _ = write!(out, "</{}>", range.name());
    }
    for range in &wanted[same..] {
        range.open(range.span.start == at, out);
    }
    *open = wanted;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(start: usize, end: usize, layer: Layer, name: &str) -> Range {
        let (id, attributes) = (Some(format!("{name}0")), format!("class=\"{name}\""));
        Range { span: Span::new(start, end), layer, id, attributes }
    }

    fn woven(text: &str, area: Span, ranges: &[Range]) -> String {
        let mut out = String::new();
        weave(text, area, &ranges.iter().collect::<Vec<_>>(), &mut out);
        out.replace(" tabindex=\"-1\"", "")
    }

    #[test]
    fn the_inner_of_two_that_cross_is_cut_and_keeps_its_id_once() {
        let ranges = [range(0, 4, Layer::Sentence, "s"), range(2, 6, Layer::Quote, "q")];
        assert_eq!(
            woven("ab<def", Span::new(0, 6), &ranges),
            "<span id=\"s0\" class=\"s\">ab</span><mark id=\"q0\" class=\"q\">\
             <span class=\"s\">&lt;d</span>ef</mark>"
        );
    }

    #[test]
    fn a_range_over_several_lines_is_opened_in_each() {
        let ranges = [range(0, 5, Layer::Quote, "q")];
        let lines = [Span::new(0, 2), Span::new(3, 5)].map(|area| woven("ab\ncd", area, &ranges));
        assert_eq!(lines[0], "<mark id=\"q0\" class=\"q\">ab</mark>");
        assert_eq!(lines[1], "<mark class=\"q\">cd</mark>");
    }
}
