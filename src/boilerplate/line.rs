//! One line's evidence: what its words and marks say before anything is known of its neighbours.
//!
//! Every piece of evidence is one byte, so that the weights are compared with thresholds of one byte
//! and nothing depends on floating point.

use super::lexicon::{class, join, Known, Lexicon, MARKED};
use super::meta;
use super::repeat::Numbers;
use super::tokens::{tokens, Initial, Mark, Token, Word};
use crate::span::Span;

/// Pieces of evidence of a line.
pub(crate) const EVIDENCE: usize = SHAPE + MARKED.len();

/// Pieces of evidence that are no counts of marker phrases.
const SHAPE: usize = 41;

/// Where in a line's evidence the pieces are that others ask for by name.
pub(crate) mod at {
    pub(crate) const WORDS: usize = 1;
    pub(crate) const TAIL: usize = 12;
    pub(crate) const QUOTED: usize = 13;
    pub(crate) const FIRST: usize = 14;
    pub(crate) const MEAN: usize = 24;
    pub(crate) const MARKED: usize = 36;
    pub(crate) const FORM: usize = 37;
    pub(crate) const LABEL: usize = 39;
    pub(crate) const MARKERS: usize = super::SHAPE;
}

/// A line of a page that is not blank.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The line without white space at its ends.
    pub(crate) span: Span,
    /// A blank line follows.
    pub(crate) gap: bool,
    /// Number of words, cut at 65,535.
    pub(crate) words: u16,
    /// By number: lines of the same words have the same.
    pub(crate) twin: u32,
    /// Its content words in [`Words::stems`].
    pub(crate) stems: (u32, u32),
    /// Its runs of three words in [`Words::grams`].
    pub(crate) grams: (u32, u32),
    /// See [`evidence`] for the order.
    pub(crate) evidence: [u8; EVIDENCE],
}

/// The words of all lines, by number, for comparing lines.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// Content words by number of their stem. Bit 0 tells names (capital not at the beginning), bit 1
    /// words that the learned table does not have, which are the rarer ones; the number is above.
    pub(crate) stems: Vec<u32>,
    /// A sample of the runs of three words, by number.
    pub(crate) grams: Vec<u32>,
    pub(crate) stem_numbers: Numbers,
    pub(crate) gram_numbers: Numbers,
    pub(crate) line_numbers: Numbers,
}

impl Words {
    /// Room for the words of a page of so many bytes and lines, as English usually has them.
    pub(crate) fn with_room(bytes: usize, lines: usize) -> Words {
        Words {
            stems: Vec::with_capacity(bytes / 12),
            grams: Vec::with_capacity(bytes / 20),
            stem_numbers: Numbers::with_room(bytes / 16),
            gram_numbers: Numbers::with_room(bytes / 24),
            line_numbers: Numbers::with_room(lines),
        }
    }
}

/// Lines longer than this are not asked whether they are a byline or a date.
const FORM_LIMIT: usize = 200;

/// Reads one line, trimmed and not empty.
pub(crate) fn read(
    text: &str,
    span: Span,
    gap: bool,
    lexicon: &Lexicon,
    words: &mut Words,
) -> Line {
    let line = &text[span];
    let mut tally = Tally::new(words);
    let mut tokens = tokens(line.as_bytes());
    while let Some(token) = tokens.next() {
        tally.spaced |= tokens.spaced;
        match token {
            Token::Word(word) => tally.word(word, lexicon, words),
            Token::Mark(mark) => tally.mark(mark),
        }
    }
    tally.end();
    let form = if line.len() <= FORM_LIMIT { meta::form(line) as u8 } else { 0 };
    Line {
        span,
        gap,
        words: tally.words.min(u32::from(u16::MAX)) as u16,
        twin: words.line_numbers.number(tally.hash),
        stems: (tally.stems_from, words.stems.len() as u32),
        grams: (tally.grams_from, words.grams.len() as u32),
        evidence: tally.evidence(form, gap),
    }
}

/// Counts over one line.
#[derive(Clone, Debug, Default)]
struct Tally {
    stems_from: u32,
    grams_from: u32,
    hash: u32,
    last: [u32; 2],
    words: u32,
    letters: u32,
    digits: u32,
    capitals: u32,
    shouted: u32,
    numbers: u32,
    /// Words of each class: the sum so far, and what was counted since, eight counters of one byte.
    classes: [u32; 8],
    class_counts: u64,
    content: u32,
    content_capitals: u32,
    known: u32,
    weight: i32,
    lightest: i8,
    heaviest: i8,
    first_weight: i8,
    last_weight: i8,
    marked: [u32; MARKED.len()],
    marked_words: u32,
    running: [(u32, u32); 3],
    under_way: bool,
    /// Words and kind of the longest marker phrase that opens the line.
    lead: (u32, u8),
    /// That kind, when a colon or a bar closes the phrase or nothing follows it.
    label: u8,
    marks: [u32; Mark::Symbol as usize + 1],
    inner_stops: u32,
    stopped: bool,
    spaced: bool,
    first: u8,
    tail: u8,
    tail_quoted: bool,
    started: bool,
}

impl Tally {
    fn new(words: &Words) -> Tally {
        Tally {
            stems_from: words.stems.len() as u32,
            grams_from: words.grams.len() as u32,
            hash: 0x9e37_79b1,
            ..Tally::default()
        }
    }

    #[inline]
    fn word(&mut self, word: Word, lexicon: &Lexicon, words: &mut Words) {
        let known = lexicon.word(word.hash);
        if !self.started {
            self.started = true;
            self.first = match word.initial {
                Initial::Lower => 0,
                Initial::Other => 1,
                Initial::Upper => 2,
                Initial::Digit => 3,
            };
        }
        if self.stopped && self.spaced && word.initial != Initial::Lower {
            self.inner_stops += 1;
        }
        (self.stopped, self.spaced, self.tail, self.tail_quoted) = (false, false, 0, false);
        if word.initial == Initial::Digit {
            self.tail = 1;
        }
        self.count(word, known);
        self.phrases(word.hash, known, lexicon);
        self.keep(word, known, words);
        self.words += 1;
    }

    #[inline]
    fn count(&mut self, word: Word, known: Known) {
        self.letters += word.chars;
        self.digits += word.digits;
        let capital = word.initial == Initial::Upper;
        self.capitals += u32::from(capital);
        self.shouted += u32::from(word.shouted);
        self.numbers += u32::from(word.initial == Initial::Digit);
        self.class_counts += spread(known.classes);
        if self.words % 255 == 254 {
            self.flush();
        }
        if known.classes & class::STOP == 0 && word.initial != Initial::Digit {
            self.content += 1;
            self.content_capitals += u32::from(capital);
        }
        self.known += u32::from(known.learned);
        self.weight += i32::from(known.weight);
        self.lightest = self.lightest.min(known.weight);
        self.heaviest = self.heaviest.max(known.weight);
        self.last_weight = known.weight;
        if self.words == 0 {
            self.first_weight = known.weight;
        }
    }

    /// Moves what was counted of the classes to the sums.
    fn flush(&mut self) {
        for (sum, count) in self.classes.iter_mut().zip(self.class_counts.to_le_bytes()) {
            *sum += u32::from(count);
        }
        self.class_counts = 0;
    }

    /// Follows the marker phrases that are under way; at most three begin before one ends.
    #[inline]
    fn phrases(&mut self, word: u32, known: Known, lexicon: &Lexicon) {
        if known.opens || self.under_way {
            self.follow(word, known, lexicon);
            self.under_way = self.running.iter().any(|run| run.0 != 0);
        }
    }

    fn follow(&mut self, word: u32, known: Known, lexicon: &Lexicon) {
        for run in &mut self.running {
            if run.0 == 0 {
                continue;
            }
            run.0 = join(run.0, word);
            run.1 += 1;
            let phrase = lexicon.phrase(run.0);
            if phrase.kind != 0 {
                self.marked[usize::from(phrase.kind - 1)] += run.1;
                self.marked_words += run.1;
                if run.1 == self.words + 1 {
                    self.lead = (run.1, phrase.kind);
                }
            }
            if !phrase.opens {
                *run = (0, 0);
            }
        }
        if !known.opens {
            return;
        }
        let phrase = lexicon.phrase(word);
        if phrase.kind != 0 {
            self.marked[usize::from(phrase.kind - 1)] += 1;
            self.marked_words += 1;
            if self.words == 0 {
                self.lead = (1, phrase.kind);
            }
        }
        if phrase.opens {
            self.running.rotate_right(1);
            self.running[0] = (word, 1);
        }
    }

    /// Leaves the word for the comparison of lines.
    #[inline]
    fn keep(&mut self, word: Word, known: Known, words: &mut Words) {
        self.hash = join(self.hash, word.hash);
        if self.words >= 2 {
            let gram = join(join(self.last[0], self.last[1]), word.hash);
            if gram & 6 == 0 {
                words.grams.push(words.gram_numbers.number(gram));
            }
        }
        self.last = [self.last[1], word.hash];
        if known.classes == 0 && word.chars >= 4 {
            let name = self.words > 0 && word.initial == Initial::Upper;
            let bits = u32::from(name) | u32::from(!known.learned) << 1;
            words.stems.push(words.stem_numbers.number(word.stem) << 2 | bits);
        }
    }

    #[inline]
    fn mark(&mut self, mark: Mark) {
        self.marks[mark as usize] += 1;
        if !self.started {
            self.started = true;
            self.first = 4 + mark as u8;
        }
        let closes = matches!(mark, Mark::Colon | Mark::Separator | Mark::Dash);
        if closes && self.lead.0 == self.words {
            self.label = self.lead.1;
        }
        match mark {
            Mark::Stop | Mark::Exclaim | Mark::Question | Mark::Ellipsis => {
                (self.stopped, self.spaced) = (true, false);
                self.tail = 2 + mark as u8;
                self.tail_quoted = false;
            }
            Mark::Quote | Mark::Single | Mark::Close if self.stopped => self.tail_quoted = true,
            _ => {
                self.stopped = false;
                (self.tail, self.tail_quoted) = (2 + mark as u8, false);
            }
        }
    }

    fn end(&mut self) {
        self.hash = self.hash.max(1);
        if self.lead.0 == self.words {
            self.label = self.lead.1;
        }
        self.flush();
    }

    fn evidence(&self, form: u8, gap: bool) -> [u8; EVIDENCE] {
        let words = self.words.max(1);
        let mark = |m: Mark| count(self.marks[m as usize]);
        let head: [u8; SHAPE] = [
            log(self.letters),
            log(self.words),
            ratio(self.letters, words * 12),
            ratio(self.classes[0], words),
            count(self.classes[0]),
            ratio(self.capitals, words),
            ratio(self.content_capitals, self.content),
            ratio(self.shouted, words),
            ratio(self.numbers, words),
            ratio(self.digits, self.letters),
            mark(Mark::Comma),
            count(self.inner_stops),
            self.tail,
            u8::from(self.tail_quoted),
            self.first,
            mark(Mark::Quote),
            mark(Mark::Separator),
            mark(Mark::Dash),
            mark(Mark::Colon),
            mark(Mark::Open),
            count(self.marks[Mark::Money as usize] + self.marks[Mark::Symbol as usize]),
            count(self.marks[Mark::At as usize] + self.marks[Mark::Hash as usize]),
            mark(Mark::Rights),
            centred(self.weight / 4),
            centred(self.weight * 2 / words as i32),
            centred(i32::from(self.lightest)),
            centred(i32::from(self.heaviest)),
            centred(i32::from(self.first_weight)),
            centred(i32::from(self.last_weight)),
            ratio(self.known, words),
            count(self.classes[1]),
            count(self.classes[2]),
            count(self.classes[3] + self.classes[4]),
            count(self.classes[5]),
            count(self.classes[6]),
            count(self.classes[7]),
            ratio(self.marked_words, words),
            form,
            u8::from(gap),
            self.label,
            count(self.lead.0),
        ];
        let mut out = [0; EVIDENCE];
        out[..SHAPE].copy_from_slice(&head);
        for (to, &n) in out[SHAPE..].iter_mut().zip(&self.marked) {
            *to = count(n);
        }
        out
    }
}

/// The bits of a byte as eight bytes of 0 or 1, the lowest bit first.
#[inline]
fn spread(bits: u8) -> u64 {
    let each = u64::from(bits).wrapping_mul(0x0101_0101_0101_0101) & 0x8040_2010_0804_0201;
    (each + 0x7f7f_7f7f_7f7f_7f7f) >> 7 & 0x0101_0101_0101_0101
}

/// A count as a byte.
#[inline]
pub(crate) fn count(n: u32) -> u8 {
    n.min(255) as u8
}

/// A part of a whole as a byte: 255 for all of it.
#[inline]
pub(crate) fn ratio(part: u32, whole: u32) -> u8 {
    if whole == 0 {
        return 0;
    }
    (u64::from(part) * 255 / u64::from(whole)).min(255) as u8
}

/// A length as a byte: eight steps for each doubling.
#[inline]
pub(crate) fn log(n: u32) -> u8 {
    if n == 0 {
        return 0;
    }
    let power = 31 - n.leading_zeros();
    let rest = if power >= 3 { n >> (power - 3) } else { n << (3 - power) } & 7;
    (power * 8 + rest + 1).min(255) as u8
}

/// A signed value as a byte, zero in the middle.
#[inline]
pub(crate) fn centred(n: i32) -> u8 {
    (n + 128).clamp(0, 255) as u8
}

/// A signed distance as a byte: zero in the middle, eight steps for each doubling.
#[inline]
pub(crate) fn signed_log(n: i32) -> u8 {
    let size = i32::from(log(n.unsigned_abs())) / 2;
    centred(if n < 0 { -size } else { size })
}
