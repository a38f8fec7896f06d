//! What a line shares with the rest of its page: twins, runs of words, and the words of its subject.
//!
//! A story that was spliced in speaks of things that the article never mentions. Its headline and its
//! teaser support each other, and a new aspect of the article has new words too; so what counts is how
//! many of a line's content words, its names and its rarer words come back in prose that is not in
//! the same paragraph nor in those beside it.

use super::paragraph::{Paragraph, PROSE};
use super::seen::Seen;
use super::Place;
use crate::boilerplate::line::{Line, Words};
use crate::boilerplate::scale::{count, ratio};

/// How much of a line comes back elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Echo {
    pub(super) twins: u8,
    /// The first line of the same words.
    pub(super) first: u32,
    pub(super) twin_before: bool,
    pub(super) twin_after: bool,
    pub(super) before: u8,
    pub(super) after: u8,
    pub(super) grams: u8,
    pub(super) near: u8,
    pub(super) far: u8,
    pub(super) farther: u8,
    pub(super) names: u8,
    pub(super) stems: u8,
    pub(super) rare: u8,
    pub(super) rare_near: u8,
    pub(super) rare_far: u8,
}

/// What the lines of a page say, and where.
pub(super) struct Speech<'a> {
    pub(super) lines: &'a [&'a Line],
    /// Their first scores.
    pub(super) scores: &'a [u8],
    pub(super) places: &'a [Place],
    pub(super) words: &'a Words,
}

impl Speech<'_> {
    /// Finds what comes back elsewhere, and adds it up over the paragraphs.
    pub(super) fn echoes(&self, paragraphs: &mut [Paragraph]) -> Vec<Echo> {
        let words = self.words;
        let mut twins = Seen::new(words.line_numbers.len());
        let mut times = vec![0_u32; words.line_numbers.len()];
        let mut grams = Seen::new(words.gram_numbers.len());
        let mut stems = Seen::new(words.stem_numbers.len());
        for (at, line) in self.lines.iter().enumerate() {
            twins.add(line.said.twin, at as u32);
            times[line.said.twin as usize] += 1;
            words.grams_at(line.said.grams).iter().for_each(|&g| grams.add(g, at as u32));
            if self.scores[at] > PROSE {
                let paragraph = self.places[at].paragraph;
                words.stems_at(line.said.stems).iter().for_each(|&s| stems.add(s >> 2, paragraph));
            }
        }
        let echo = |at: usize| {
            let mut echo = self.repetition(at, &twins, &grams);
            echo.twins = count(times[self.lines[at].said.twin as usize]);
            let paragraph = &mut paragraphs[self.places[at].paragraph as usize];
            self.recurrence(at, &stems, &mut echo, paragraph);
            echo
        };
        (0..self.lines.len()).map(echo).collect()
    }

    /// What the line repeats as a whole or in runs of words.
    fn repetition(&self, at: usize, twins: &Seen, grams: &Seen) -> Echo {
        let line = self.lines[at];
        let here = at as u32;
        let twin = twins.get(line.said.twin);
        let mut echo = Echo {
            first: twin.first,
            twin_before: twin.first < here,
            twin_after: twin.last > here,
            ..Echo::default()
        };
        let (mut before, mut after) = (0, 0);
        let run = self.words.grams_at(line.said.grams);
        for &gram in run {
            let places = grams.get(gram);
            before += u32::from(places.first < here);
            after += u32::from(places.last > here);
        }
        echo.before = ratio(before, run.len() as u32);
        echo.after = ratio(after, run.len() as u32);
        echo.grams = count(run.len() as u32);
        echo
    }

    /// How many of a line's content words come back in other paragraphs of prose.
    fn recurrence(&self, at: usize, stems: &Seen, echo: &mut Echo, paragraph: &mut Paragraph) {
        let here = self.places[at].paragraph;
        let run = self.words.stems_at(self.lines[at].said.stems);
        // Words by their two bits, for each distance at which they come back or farther.
        let mut reach = [[0_u32; 4]; 4];
        for &stem in run {
            let farthest = stems.get(stem >> 2).reach(here).min(3);
            reach[farthest as usize][stem as usize % 4] += 1;
        }
        for distance in (0..3).rev() {
            let farther = reach[distance + 1];
            reach[distance].iter_mut().zip(farther).for_each(|(n, more)| *n += more);
        }
        let [near, far, farther] = [1, 2, 3].map(|distance: usize| reach[distance].iter().sum());
        let [rare, rare_near, rare_far] = [0, 1, 2].map(|d: usize| reach[d][1] + reach[d][3]);
        let [names, far_names] = [0, 2].map(|d: usize| reach[d][2] + reach[d][3]);
        let total = run.len() as u32;
        echo.near = ratio(near, total);
        echo.far = ratio(far, total);
        echo.farther = ratio(farther, total);
        echo.names = if names == 0 { 128 } else { ratio(far_names, names) };
        echo.stems = count(total);
        echo.rare = count(rare);
        echo.rare_near = if rare == 0 { 128 } else { ratio(rare_near, rare) };
        echo.rare_far = if rare == 0 { 128 } else { ratio(rare_far, rare) };
        paragraph.rare += rare;
        paragraph.echoed_rare += rare_far;
        paragraph.stems += total;
        paragraph.echoed += far;
        paragraph.names += names;
        paragraph.echoed_names += far_names;
    }
}
