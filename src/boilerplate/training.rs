//! What the training program needs of the stripper's inside. Not part of the public interface.

use super::decide::{self, Lines, Model};
use super::line::lexicon::{self, Lexicon};
use super::line::EVIDENCE;
use super::relate::ALL;
use super::sheet::{Row, SHEET};
use super::tile::Tiles;
use super::Strictness;
use crate::page::Page;
use crate::span::Span;

/// Pieces of evidence of a line.
pub const OWN: usize = EVIDENCE;
/// Pieces of evidence of a line beside its page.
pub const BOTH: usize = ALL;
/// Units of a leaf.
pub const UNIT: i32 = decide::UNIT;

/// A lexicon with other weights.
#[derive(Clone, Debug)]
pub struct Weights(Lexicon);

impl Weights {
    /// Reads a table of weights.
    pub fn new(table: &str) -> Weights {
        Weights(Lexicon::new(table))
    }
}

/// The lines of a page.
#[derive(Clone, Debug)]
pub struct Reading(Lines);

impl Reading {
    /// Reads a page.
    pub fn new(text: &str, weights: &Weights) -> Reading {
        let page = Page::new(text);
        let Tiles { blocks, ends, .. } = Tiles::of(&page);
        Reading(Lines::read(text, &blocks, &ends, &weights.0))
    }

    /// Where each line is.
    pub fn spans(&self) -> Vec<Span> {
        self.0.lines.iter().map(|l| l.span).collect()
    }

    /// Words of each line.
    pub fn words(&self) -> Vec<u16> {
        self.0.lines.iter().map(|l| l.words).collect()
    }

    /// The evidence of each line.
    pub fn own(&self) -> Vec<[u8; OWN]> {
        self.0.lines.iter().map(|l| l.evidence).collect()
    }

    /// The evidence of each line beside its page.
    pub fn both(&self, first: &[u8]) -> Vec<[u8; BOTH]> {
        let kept: Vec<u32> = (0..self.0.lines.len() as u32).collect();
        let relations = self.0.relations(&kept, first);
        let row = |at: usize| {
            let mut sheet = SHEET;
            relations.common(&mut sheet);
            relations.all(at, &mut Row { sheet: &mut sheet, slot: 0, used: 0 });
            std::array::from_fn(|piece| sheet[piece].0[0])
        };
        (0..kept.len()).map(row).collect()
    }
}

/// A score of the first pass as the second pass reads it.
pub fn as_byte(score: i32) -> u8 {
    decide::as_byte(score)
}

/// The words of a line as the table of weights writes them.
pub fn words_of(line: &str) -> Vec<String> {
    lexicon::spelled(line)
}

/// The lines of a page that stay, by other tables than those compiled in.
pub fn kept(text: &str, weights: &Weights, trees: &str, strictness: Strictness) -> Vec<Span> {
    let Reading(lines) = Reading::new(text, weights);
    let threshold = super::layout::threshold(strictness);
    let all = (0..lines.lines.len() as u32).collect();
    let verdict = decide::settle(&lines, &Model::new(trees), threshold, all);
    verdict.kept.iter().map(|&i| lines.lines[i as usize].span).collect()
}
