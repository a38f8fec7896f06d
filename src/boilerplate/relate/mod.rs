//! A line's evidence relative to its page: where it stands, what stands around it, what it repeats,
//! and whether the rest of the article speaks of the same things.
//!
//! Everything here is computed from the lines that are still kept, their order and their first
//! scores, never from the text: a second round over the kept lines is the first round over the
//! clean text.

mod echo;
mod evidence;
mod links;
mod paragraph;
mod seen;

#[cfg(feature = "train")]
pub(super) use self::evidence::ALL;
pub(super) use self::paragraph::PROSE;

use self::echo::{Echo, Speech};
use self::links::Links;
use self::paragraph::{Paragraph, Told};
use super::line::tokens::Mark;
use super::line::{at, Line, Words};
use super::scale::{log, ratio};

/// The lines of a page that are still kept, compared with one another.
#[derive(Debug)]
pub(crate) struct Relations<'a> {
    lines: Vec<&'a Line>,
    scores: Vec<u8>,
    /// Where each line stands, and the end of the page.
    places: Vec<Place>,
    paragraphs: Vec<Paragraph>,
    /// The same as evidence.
    told: Vec<Told>,
    stretch: (usize, usize),
    runs: Vec<Run>,
    echo: Vec<Echo>,
    /// The lines long enough to be paragraphs, ascending.
    long: Vec<u32>,
    /// Sums of their scores ahead of each.
    long_scores: Vec<u32>,
    page: [u8; 12],
    links: Links,
}

/// Where a line stands: what it is part of, and what is ahead of it.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// Its paragraph: lines without a blank line between them, where the page uses blank lines at all.
    paragraph: u32,
    /// One more than the run of short lines that it is in, if any.
    run: u32,
    /// How many short lines ago a label stood, counted from 1; 0 when none has.
    labelled: u8,
    /// Long lines ahead.
    long: u32,
    /// Words of lines ahead that read as prose.
    prose: u64,
    /// Sums of score times weight, and of weight, of the lines ahead.
    weighed: (u32, u32),
}

/// Short lines without a closing mark, one after another: a menu, or a list of the article.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    from: u32,
    lines: u32,
    score: u32,
    worst: u8,
    marked: u32,
}

/// Words of a line that may be a paragraph.
const LONG: u16 = 12;

/// Words of a sentence, at least.
const SENTENCE: u16 = 3;

/// Words of a line that articles do not say twice.
const REPEATABLE: u16 = 6;

/// Words of a line that may go on in the next one: lines cut at some width, and headlines. A longer
/// line is a paragraph of its own.
const WRAPPED: u16 = 20;

/// What the round that decided knew of a line.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Facts {
    /// On which side of the threshold and of 0 it is counts, not how far.
    pub(crate) score: i32,
    /// How much of it an earlier line has.
    pub(crate) repeated: u8,
    /// How much of it comes back in paragraphs that are not its neighbours.
    pub(crate) echo: u8,
    /// It lies in the stretch that the article fills.
    pub(crate) inside: bool,
    /// A label says that it leads away from the article.
    pub(crate) led_away: bool,
}

/// What a line is to its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voter {
    Sentence,
    Headline,
    /// A label, or what a label leads away from the article.
    Label,
}

impl<'a> Relations<'a> {
    /// Compares the lines; `scores` are those of the first pass. Linear.
    pub(crate) fn new(lines: Vec<&'a Line>, scores: Vec<u8>, words: &Words) -> Relations<'a> {
        let room = lines.len() + 1;
        let mut relations = Relations {
            places: Vec::with_capacity(room),
            paragraphs: Vec::with_capacity(room),
            told: Vec::new(),
            stretch: best_stretch(&lines, &scores),
            runs: Vec::new(),
            echo: Vec::new(),
            long: Vec::with_capacity(room),
            long_scores: Vec::with_capacity(room),
            page: [0; 12],
            links: Links::default(),
            lines,
            scores,
        };
        relations.group();
        relations.find_runs();
        let (lines, scores) = (&relations.lines, &relations.scores);
        let speech = Speech { lines, scores, places: &relations.places, words };
        relations.echo = speech.echoes(&mut relations.paragraphs);
        relations.told = relations.paragraphs.iter().map(Paragraph::told).collect();
        relations.page = relations.summary();
        relations.links = relations.find_links();
        relations
    }

    /// Groups the lines into paragraphs and sums up the prose ahead of each.
    fn group(&mut self) {
        let gaps = self.lines.iter().filter(|l| l.gap).count();
        let by_gap = gaps * 8 >= self.lines.len();
        let (mut ahead, mut open) = (Place::default(), false);
        for (at, (line, &score)) in self.lines.iter().zip(&self.scores).enumerate() {
            if !open {
                self.paragraphs.push(Paragraph { from: at as u32, ..Paragraph::default() });
            }
            ahead.paragraph = self.paragraphs.len() as u32 - 1;
            if let Some(paragraph) = self.paragraphs.last_mut() {
                let words = u32::from(line.words) + 1;
                paragraph.lines += 1;
                paragraph.words += words;
                paragraph.weight += u64::from(words) * u64::from(score);
            }
            self.places.push(ahead);
            let weight = u32::from(line.words).min(100) + 2;
            let more = (u32::from(score) * weight, weight);
            let sums = ahead.weighed;
            ahead.weighed = (sums.0.wrapping_add(more.0), sums.1.wrapping_add(more.1));
            ahead.prose += if score > PROSE { u64::from(line.words) } else { 0 };
            open = by_gap && !line.gap && line.words <= WRAPPED;
        }
        self.places.push(ahead);
    }

    /// Finds the runs of short lines, and the long lines.
    fn find_runs(&mut self) {
        let (mut open, mut long_scores, mut above) = (false, 0_u32, 0_u8);
        let lines = self.lines.iter().zip(&self.scores).zip(&mut self.places);
        for (at, ((line, &score), place)) in lines.enumerate() {
            place.long = self.long.len() as u32;
            if line.words >= LONG {
                self.long.push(at as u32);
                self.long_scores.push(long_scores);
                long_scores = long_scores.wrapping_add(u32::from(score));
            }
            let short =
                line.words <= 10 && !(2..=4).contains(&(line.evidence[at::TAIL].wrapping_sub(2)));
            if short && !open {
                self.runs.push(Run { from: at as u32, worst: u8::MAX, ..Run::default() });
            }
            open = short;
            above = match (short, line.evidence[at::LABEL]) {
                (false, _) => 0,
                (true, 0) if above == 0 => 0,
                (true, 0) => above.saturating_add(1),
                (true, _) => 1,
            };
            place.labelled = above;
            place.run = if short { self.runs.len() as u32 } else { 0 };
            if let (Some(run), true) = (self.runs.last_mut(), short) {
                run.lines += 1;
                run.score += u32::from(score);
                run.worst = run.worst.min(score);
                run.marked += u32::from(line.evidence[at::MARKED] > 60);
            }
        }
        self.long_scores.push(long_scores);
    }

    /// What every line of the page has in common.
    fn summary(&self) -> [u8; 12] {
        let lines = self.lines.len() as u32;
        let good = self.scores.iter().filter(|&&score| score > PROSE).count();
        let all_words: u64 = self.lines.iter().map(|l| u64::from(l.words)).sum();
        let prose = self.places.last().map_or(0, |end| end.prose);
        let (stems, echoed) =
            self.paragraphs.iter().fold((0, 0), |sum, p| (sum.0 + p.stems, sum.1 + p.echoed));
        let gaps = self.lines.iter().filter(|l| l.gap).count() as u32;
        let sure = self.scores.iter().filter(|&&s| s > PROSE + 32).count() as u32;
        [
            log(lines),
            ratio(good as u32, lines),
            (prose * 255 / all_words.max(1)).min(255) as u8,
            ratio(gaps, lines),
            log((prose / good.max(1) as u64).min(u64::from(u32::MAX)) as u32),
            ratio(echoed, stems),
            log(prose.min(u64::from(u32::MAX)) as u32),
            ratio(sure, lines),
            ratio(self.scores.iter().filter(|&&s| s < PROSE - 48).count() as u32, lines),
            self.mean(0, 6),
            self.mean(self.lines.len().saturating_sub(6), self.lines.len()),
            log(self.lines.iter().filter(|l| l.evidence[at::MARKED] > 100).count() as u32),
        ]
    }

    /// The mean first score of a few lines, each weighed by its words.
    #[inline]
    pub(super) fn mean(&self, from: usize, to: usize) -> u8 {
        let last = self.lines.len();
        let [from, to] = [from, to].map(|at| self.places[at.min(last)].weighed);
        let (score, weight) = (to.0.wrapping_sub(from.0), to.1.wrapping_sub(from.1));
        score.checked_div(weight).unwrap_or(0) as u8
    }

    /// The first score of a line.
    pub(crate) fn first(&self, at: usize) -> u8 {
        self.scores[at]
    }

    /// Number of lines.
    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    /// The earlier line that says the same, for a line long enough for that to be no chance.
    pub(crate) fn original(&self, at: usize) -> Option<usize> {
        let first = self.echo[at].first as usize;
        (first < at && self.lines[at].words >= REPEATABLE).then_some(first)
    }

    /// What the line is to its neighbours.
    pub(crate) fn voter(&self, at: usize) -> Voter {
        let line = self.lines[at];
        if line.evidence[at::LABEL] > 0 && line.words < LONG || self.is_led_away(at) {
            Voter::Label
        } else if line.is_headline() || line.words < SENTENCE {
            Voter::Headline
        } else {
            Voter::Sentence
        }
    }

    /// Whether the line is nothing but words in marks which another line has as well: what somebody says
    /// in the article, said once more in large letters.
    pub(crate) fn is_pulled(&self, at: usize) -> bool {
        let (line, echo) = (self.lines[at], self.echo[at]);
        let begins = line.evidence[at::FIRST] == 4 + Mark::Quote as u8;
        let ends =
            line.evidence[at::QUOTED] == 1 || line.evidence[at::TAIL] == 2 + Mark::Quote as u8;
        let elsewhere = echo.before.max(echo.after) == u8::MAX;
        let twins = echo.twin_before || echo.twin_after;
        begins
            && ends
            && line.evidence[at::QUOTES] == 2
            && elsewhere
            && !twins
            && line.words >= REPEATABLE
    }

    /// What is to be remembered of a line when its score has decided.
    pub(crate) fn facts(&self, at: usize, score: i32) -> Facts {
        let echo = self.echo[at];
        let repeated = match echo.twin_before || self.is_pulled(at) {
            true => 255,
            false => echo.before,
        };
        let inside = self.stretch.0 <= at && at < self.stretch.1;
        Facts { score, repeated, echo: echo.far, inside, led_away: self.is_led_away(at) }
    }
}

/// The run of lines with the greatest sum of scores, prose counting for the line and furniture
/// against it, each by its length.
fn best_stretch(lines: &[&Line], scores: &[u8]) -> (usize, usize) {
    let (mut best, mut best_sum) = ((0, 0), 0);
    let (mut from, mut sum) = (0, 0_i64);
    for (at, (line, &score)) in lines.iter().zip(scores).enumerate() {
        if sum <= 0 {
            (from, sum) = (at, 0);
        }
        sum += (i64::from(score) - i64::from(PROSE)) * (i64::from(line.words.min(60)) + 4);
        if sum > best_sum {
            (best, best_sum) = ((from, at + 1), sum);
        }
    }
    best
}
