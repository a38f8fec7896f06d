//! A line's evidence relative to its page: where it stands, what stands around it, what it repeats,
//! and whether the rest of the article speaks of the same things.
//!
//! Everything here is computed from the lines that are still kept, their order and their first
//! scores, never from the text: a second round over the kept lines is the first round over the
//! clean text.

use super::decide::Facts;
use super::line::{at, centred, count, log, ratio, Line, Words, EVIDENCE};
use super::repeat::Seen;

/// Pieces of evidence of a line relative to its page.
pub(crate) const RELATED: usize = 89;

/// The lines of a page that are still kept, compared with one another.
#[derive(Debug)]
pub(crate) struct Relations<'a> {
    lines: Vec<&'a Line>,
    scores: Vec<u8>,
    /// The paragraph of each line: lines without a blank line between them, where the page uses
    /// blank lines at all.
    paragraph: Vec<u32>,
    paragraphs: Vec<Paragraph>,
    /// Words of lines that read as prose, ahead of each line.
    prose: Vec<u64>,
    stretch: (usize, usize),
    /// The run of short lines that each line is in, if any.
    run: Vec<u32>,
    runs: Vec<Run>,
    echo: Vec<Echo>,
    page: [u8; 12],
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

/// Lines that belong together.
#[derive(Clone, Copy, Debug, Default)]
struct Paragraph {
    from: u32,
    lines: u32,
    words: u32,
    /// Sum of score times words.
    weight: u64,
    /// Content words, and those of them that come back outside the paragraph and its neighbours.
    stems: u32,
    echoed: u32,
    names: u32,
    echoed_names: u32,
    rare: u32,
    echoed_rare: u32,
}

impl Paragraph {
    fn score(self) -> u8 {
        (self.weight / u64::from(self.words.max(1))).min(255) as u8
    }
}

/// How much of a line comes back elsewhere.
#[derive(Clone, Copy, Debug, Default)]
struct Echo {
    twins: u8,
    twin_before: bool,
    twin_after: bool,
    before: u8,
    after: u8,
    grams: u8,
    near: u8,
    far: u8,
    farther: u8,
    names: u8,
    stems: u8,
    rare: u8,
    rare_near: u8,
    rare_far: u8,
}

/// A first score above this reads as prose.
const PROSE: u8 = 128;

impl<'a> Relations<'a> {
    /// Compares the lines; `scores` are those of the first pass. Linear.
    pub(crate) fn new(lines: Vec<&'a Line>, scores: Vec<u8>, words: &Words) -> Relations<'a> {
        let mut relations = Relations {
            paragraph: Vec::new(),
            paragraphs: Vec::new(),
            prose: Vec::new(),
            stretch: best_stretch(&lines, &scores),
            run: Vec::new(),
            runs: Vec::new(),
            echo: Vec::new(),
            page: [0; 12],
            lines,
            scores,
        };
        relations.group();
        relations.find_runs();
        relations.compare(words);
        relations.page = relations.summary();
        relations
    }

    /// Groups the lines into paragraphs and sums up the prose ahead of each.
    fn group(&mut self) {
        let gaps = self.lines.iter().filter(|l| l.gap).count();
        let by_gap = gaps * 8 >= self.lines.len();
        let (mut prose, mut open) = (0, false);
        for (at, (line, &score)) in self.lines.iter().zip(&self.scores).enumerate() {
            if !open {
                self.paragraphs.push(Paragraph { from: at as u32, ..Paragraph::default() });
            }
            self.paragraph.push(self.paragraphs.len() as u32 - 1);
            if let Some(paragraph) = self.paragraphs.last_mut() {
                let words = u32::from(line.words) + 1;
                paragraph.lines += 1;
                paragraph.words += words;
                paragraph.weight += u64::from(words) * u64::from(score);
            }
            self.prose.push(prose);
            prose += if score > PROSE { u64::from(line.words) } else { 0 };
            open = by_gap && !line.gap;
        }
        self.prose.push(prose);
    }

    /// Finds the runs of short lines.
    fn find_runs(&mut self) {
        let mut open = false;
        for (at, (line, &score)) in self.lines.iter().zip(&self.scores).enumerate() {
            let short =
                line.words <= 10 && !(2..=4).contains(&(line.evidence[at::TAIL].wrapping_sub(2)));
            if short && !open {
                self.runs.push(Run { from: at as u32, worst: u8::MAX, ..Run::default() });
            }
            open = short;
            self.run.push(if short { self.runs.len() as u32 } else { 0 });
            if let (Some(run), true) = (self.runs.last_mut(), short) {
                run.lines += 1;
                run.score += u32::from(score);
                run.worst = run.worst.min(score);
                run.marked += u32::from(line.evidence[at::MARKED] > 60);
            }
        }
    }

    /// Finds what comes back elsewhere.
    fn compare(&mut self, words: &Words) {
        let mut twins = Seen::new(words.line_numbers.len());
        let mut grams = Seen::new(words.gram_numbers.len());
        let mut stems = Seen::new(words.stem_numbers.len());
        for (at, line) in self.lines.iter().enumerate() {
            twins.add(line.twin, at as u32);
            words.grams_of(line).iter().for_each(|&g| grams.add(g, at as u32));
            if self.scores[at] > PROSE {
                let paragraph = self.paragraph[at];
                words.stems_of(line).iter().for_each(|&s| stems.add(s >> 2, paragraph));
            }
        }
        for at in 0..self.lines.len() {
            let echo = self.echo_of(at, words, &twins, &grams, &stems);
            self.echo.push(echo);
        }
    }

    fn echo_of(
        &mut self,
        at: usize,
        words: &Words,
        twins: &Seen,
        grams: &Seen,
        stems: &Seen,
    ) -> Echo {
        let line = self.lines[at];
        let here = at as u32;
        let twin = twins.get(line.twin);
        let mut echo = Echo {
            twins: count(twin.times),
            twin_before: twin.first < here,
            twin_after: twin.last > here,
            ..Echo::default()
        };
        let (mut before, mut after) = (0, 0);
        let run = words.grams_of(line);
        for &gram in run {
            let places = grams.get(gram);
            before += u32::from(places.first < here);
            after += u32::from(places.last > here);
        }
        echo.before = ratio(before, run.len() as u32);
        echo.after = ratio(after, run.len() as u32);
        echo.grams = count(run.len() as u32);
        self.recurrence(at, words, stems, &mut echo);
        echo
    }

    /// How many of a line's content words come back in other paragraphs of prose.
    fn recurrence(&mut self, at: usize, words: &Words, stems: &Seen, echo: &mut Echo) {
        let here = self.paragraph[at];
        let (mut near, mut far, mut farther, mut names, mut far_names) = (0, 0, 0, 0, 0);
        let (mut rare, mut rare_near, mut rare_far) = (0, 0, 0);
        let run = words.stems_of(self.lines[at]);
        for &stem in run {
            let places = stems.get(stem >> 2);
            let is_far = places.outside(here, 1);
            near += u32::from(places.outside(here, 0));
            far += u32::from(is_far);
            farther += u32::from(places.outside(here, 2));
            rare += stem >> 1 & 1;
            rare_near += stem >> 1 & 1 & u32::from(places.outside(here, 0));
            rare_far += stem >> 1 & 1 & u32::from(is_far);
            names += stem & 1;
            far_names += stem & 1 & u32::from(is_far);
        }
        let total = run.len() as u32;
        echo.near = ratio(near, total);
        echo.far = ratio(far, total);
        echo.farther = ratio(farther, total);
        echo.names = if names == 0 { 128 } else { ratio(far_names, names) };
        echo.stems = count(total);
        echo.rare = count(rare);
        echo.rare_near = if rare == 0 { 128 } else { ratio(rare_near, rare) };
        echo.rare_far = if rare == 0 { 128 } else { ratio(rare_far, rare) };
        let paragraph = &mut self.paragraphs[here as usize];
        paragraph.rare += rare;
        paragraph.echoed_rare += rare_far;
        paragraph.stems += total;
        paragraph.echoed += far;
        paragraph.names += names;
        paragraph.echoed_names += far_names;
    }

    /// What every line of the page has in common.
    fn summary(&self) -> [u8; 12] {
        let lines = self.lines.len() as u32;
        let good: Vec<usize> = (0..self.lines.len()).filter(|&i| self.scores[i] > PROSE).collect();
        let all_words: u64 = self.lines.iter().map(|l| u64::from(l.words)).sum();
        let prose = self.prose.last().copied().unwrap_or_default();
        let (stems, echoed) =
            self.paragraphs.iter().fold((0, 0), |sum, p| (sum.0 + p.stems, sum.1 + p.echoed));
        let gaps = self.lines.iter().filter(|l| l.gap).count() as u32;
        let sure = self.scores.iter().filter(|&&s| s > PROSE + 32).count() as u32;
        [
            log(lines),
            ratio(good.len() as u32, lines),
            (prose * 255 / all_words.max(1)).min(255) as u8,
            ratio(gaps, lines),
            log((prose / good.len().max(1) as u64).min(u64::from(u32::MAX)) as u32),
            ratio(echoed, stems),
            log(prose.min(u64::from(u32::MAX)) as u32),
            ratio(sure, lines),
            ratio(self.scores.iter().filter(|&&s| s < PROSE - 48).count() as u32, lines),
            self.mean(0, 6),
            self.mean(self.lines.len().saturating_sub(6), self.lines.len()),
            log(self.lines.iter().filter(|l| l.evidence[at::MARKED] > 100).count() as u32),
        ]
    }

    /// The evidence of one line. Constant time.
    pub(crate) fn evidence(&self, at: usize) -> [u8; RELATED] {
        let mut out = Row { bytes: [0; RELATED], used: 0 };
        self.around(at, &mut out);
        self.place(at, &mut out);
        self.company(at, &mut out);
        self.comes_back(at, &mut out);
        self.in_run(at, &mut out);
        self.page.iter().for_each(|&b| out.push(b));
        debug_assert_eq!(out.used, RELATED);
        out.bytes
    }

    /// Number of lines.
    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    /// The evidence that a line has by itself.
    pub(crate) fn own(&self, at: usize) -> &[u8; EVIDENCE] {
        &self.lines[at].evidence
    }

    /// What is to be remembered of a line when its score has decided.
    pub(crate) fn facts(&self, at: usize, score: i32) -> Facts {
        let echo = self.echo[at];
        let repeated = if echo.twin_before { 255 } else { echo.before };
        let inside = self.stretch.0 <= at && at < self.stretch.1;
        Facts { score, repeated, echo: echo.far, inside }
    }

    fn score(&self, at: usize, step: isize) -> u8 {
        at.checked_add_signed(step).and_then(|i| self.scores.get(i)).copied().unwrap_or_default()
    }

    fn shape(&self, at: usize, step: isize, what: usize) -> u8 {
        let line = at.checked_add_signed(step).and_then(|i| self.lines.get(i));
        line.map_or(0, |l| l.evidence[what])
    }

    /// First scores of the line and of those around it.
    fn around(&self, at: usize, out: &mut Row) {
        for step in -3..=3 {
            out.push(self.score(at, step));
        }
        out.push(self.mean(at.saturating_sub(3), at));
        out.push(self.mean(at + 1, at + 4));
        out.push(self.mean(at.saturating_sub(8), at));
        out.push(self.mean(at + 1, at + 9));
        out.push(self.mean(at.saturating_sub(20), at));
        out.push(self.mean(at + 1, at + 21));
    }

    /// The mean first score of some lines, each weighed by its words.
    fn mean(&self, from: usize, to: usize) -> u8 {
        let to = to.min(self.lines.len());
        let (mut sum, mut words) = (0, 0);
        for at in from..to {
            let weight = u32::from(self.lines[at].words).min(100) + 2;
            sum += u32::from(self.scores[at]) * weight;
            words += weight;
        }
        (sum / words.max(1)) as u8
    }

    /// Where the line stands on the page and in the best stretch.
    fn place(&self, at: usize, out: &mut Row) {
        let (from, to) = self.stretch;
        let total = self.prose.last().copied().unwrap_or_default();
        let share = |part: u64| (part * 255 / total.max(1)).min(255) as u8;
        let ahead = self.prose[at];
        let behind = total - self.prose[at + 1];
        out.push(u8::from(from <= at && at < to));
        out.push(centred(at as i32 - from as i32));
        out.push(centred(to as i32 - 1 - at as i32));
        out.push(ratio(at as u32, self.lines.len() as u32));
        out.push(count(at as u32));
        out.push(count((self.lines.len() - 1 - at) as u32));
        out.push(share(ahead));
        out.push(share(behind));
        out.push(log(ahead.min(1 << 30) as u32));
        out.push(log(behind.min(1 << 30) as u32));
    }

    /// The shape of the lines around and of the paragraph.
    fn company(&self, at: usize, out: &mut Row) {
        for step in [-2, -1, 1, 2] {
            out.push(self.shape(at, step, at::WORDS));
            out.push(self.shape(at, step, at::MEAN));
        }
        for step in [-1, 1] {
            out.push(self.shape(at, step, at::TAIL));
            out.push(self.shape(at, step, at::FIRST));
            out.push(self.shape(at, step, at::MARKED));
            out.push(self.shape(at, step, at::FORM));
        }
        let id = self.paragraph[at] as usize;
        let paragraph = self.paragraphs[id];
        out.push(u8::from(at > 0 && self.lines[at - 1].gap));
        out.push(count(paragraph.lines));
        out.push(count(at as u32 - paragraph.from));
        out.push(log(paragraph.words));
        out.push(paragraph.score());
        out.push(id.checked_sub(1).map_or(0, |i| self.paragraphs[i].score()));
        out.push(self.paragraphs.get(id + 1).map_or(0, |p| p.score()));
    }

    /// The run of short lines that the line is in, and what stands around it.
    fn in_run(&self, at: usize, out: &mut Row) {
        let none = Run { from: at as u32, ..Run::default() };
        let run = (self.run[at] as usize).checked_sub(1).map_or(none, |i| self.runs[i]);
        let (from, to) = (run.from as usize, (run.from + run.lines.max(1)) as usize);
        out.push(log(run.lines));
        out.push(count(at as u32 - run.from));
        out.push(from.checked_sub(1).map_or(0, |i| self.scores[i]));
        out.push(self.scores.get(to).copied().unwrap_or_default());
        out.push((run.score / run.lines.max(1)) as u8);
        out.push(run.worst);
        out.push(ratio(run.marked, run.lines));
        out.push(from.checked_sub(1).map_or(0, |i| self.lines[i].evidence[at::TAIL]));
    }

    /// What the line repeats, and what of it comes back.
    fn comes_back(&self, at: usize, out: &mut Row) {
        let echo = self.echo[at];
        out.push(echo.twins);
        out.push(u8::from(echo.twin_before));
        out.push(u8::from(echo.twin_after));
        out.push(echo.before);
        out.push(echo.after);
        out.push(echo.grams);
        out.push(echo.near);
        out.push(echo.far);
        out.push(echo.farther);
        out.push(echo.names);
        out.push(echo.stems);
        out.push(echo.rare);
        out.push(echo.rare_near);
        out.push(echo.rare_far);
        let id = self.paragraph[at] as usize;
        let rare = |p: &Paragraph| if p.rare == 0 { 128 } else { ratio(p.echoed_rare, p.rare) };
        out.push(rare(&self.paragraphs[id]));
        out.push(id.checked_sub(1).map_or(128, |i| rare(&self.paragraphs[i])));
        out.push(self.paragraphs.get(id + 1).map_or(128, rare));
        out.push(count(self.paragraphs[id].rare));
        let far = |i: Option<usize>| i.and_then(|i| self.echo.get(i)).map_or(128, |e| e.far);
        out.push(far(at.checked_sub(1)));
        out.push(far(Some(at + 1)));
        let paragraph = self.paragraphs[self.paragraph[at] as usize];
        out.push(ratio(paragraph.echoed, paragraph.stems));
        out.push(if paragraph.names == 0 {
            128
        } else {
            ratio(paragraph.echoed_names, paragraph.names)
        });
        out.push(centred((i32::from(echo.far) - i32::from(self.page[5])) / 2));
    }
}

/// Evidence being written down.
struct Row {
    bytes: [u8; RELATED],
    used: usize,
}

impl Row {
    #[inline]
    fn push(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(self.used) {
            *slot = byte;
        }
        self.used += 1;
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

/// All evidence of a line in one row, its own first.
pub(crate) const ALL: usize = EVIDENCE + RELATED;
