//! What is counted over the words and marks of one line.

use super::lexicon::{class, join, Known, Lexicon, MARKED};
use super::marks::glyph;
use super::tokens::{Initial, Mark, Token, Tokens, Word};
use super::words::Words;

/// Counts over one line.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// Of all words, in their order.
    pub(super) hash: u32,
    pub(super) last: [u32; 2],
    pub(super) words: u32,
    pub(super) letters: u32,
    pub(super) digits: u32,
    pub(super) capitals: u32,
    pub(super) shouted: u32,
    pub(super) numbers: u32,
    /// Words of each class: the sum so far, and what was counted since, eight counters of one byte.
    pub(super) classes: [u32; 8],
    pub(super) class_counts: u64,
    pub(super) content: u32,
    pub(super) content_capitals: u32,
    pub(super) known: u32,
    pub(super) weight: i32,
    pub(super) lightest: i8,
    pub(super) heaviest: i8,
    pub(super) first_weight: i8,
    pub(super) last_weight: i8,
    pub(super) marked: [u32; MARKED.len()],
    pub(super) marked_words: u32,
    pub(super) running: [(u32, u32); 3],
    pub(super) under_way: bool,
    /// Words and kind of the longest marker phrase that opens the line.
    pub(super) lead: (u32, u8),
    /// Bits of [`role`](super::lexicon::role) of the phrases in it.
    pub(super) roles: u8,
    /// That kind, when a colon or a bar closes the phrase or nothing follows it.
    pub(super) label: u8,
    pub(super) marks: [u32; Mark::Symbol as usize + 1],
    pub(super) inner_stops: u32,
    pub(super) stopped: bool,
    pub(super) spaced: bool,
    pub(super) first: u8,
    pub(super) tail: u8,
    pub(super) tail_quoted: bool,
}

impl Tally {
    /// Reads the line that the tokens have been sent to, and leaves its words for the comparison of
    /// lines.
    pub(super) fn of(tokens: &mut Tokens<'_>, lexicon: &Lexicon, words: &mut Words) -> Tally {
        let first = opening(tokens.rest());
        let mut tally = Tally { hash: 0x9e37_79b1, first, ..Tally::default() };
        loop {
            if let Some(word) = tokens.plain_word() {
                tally.word(word, tokens.spaced, lexicon, words);
                continue;
            }
            match tokens.next() {
                Some(Token::Word(word)) => tally.odd_word(word, tokens.spaced, lexicon, words),
                Some(Token::Mark(mark)) => tally.mark(mark, tokens.spaced),
                None => break,
            }
        }
        tally.end();
        tally
    }

    /// The same for the words that are not plain: there are fewer of them, and the code for those that
    /// are is shorter without what these need.
    #[inline(never)]
    fn odd_word(&mut self, word: Word, spaced: bool, lexicon: &Lexicon, words: &mut Words) {
        self.word(word, spaced, lexicon, words);
    }

    #[inline(always)]
    fn word(&mut self, word: Word, spaced: bool, lexicon: &Lexicon, words: &mut Words) {
        let known = lexicon.word(word.hash);
        if self.stopped {
            let parted = self.spaced || spaced;
            self.inner_stops += u32::from(parted && word.initial != Initial::Lower);
        }
        (self.stopped, self.tail_quoted) = (false, false);
        self.tail = u8::from(word.initial == Initial::Digit);
        self.count(word, known);
        if known.opens || self.under_way {
            self.follow(word.hash, known.opens, lexicon);
        }
        self.keep(word, known, words);
        self.words += 1;
    }

    #[inline(always)]
    fn count(&mut self, word: Word, known: Known) {
        self.letters += word.chars;
        self.digits += word.digits;
        let capital = word.initial == Initial::Upper;
        self.capitals += u32::from(capital);
        self.shouted += u32::from(word.shouted);
        self.numbers += u32::from(word.initial == Initial::Digit);
        self.class_counts += SPREAD[usize::from(known.classes)];
        if self.words % 128 == 127 {
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
    #[inline(never)]
    fn follow(&mut self, word: u32, opens: bool, lexicon: &Lexicon) {
        for run in &mut self.running {
            if run.0 == 0 {
                continue;
            }
            run.0 = join(run.0, word);
            run.1 += 1;
            let phrase = lexicon.phrase(run.0);
            self.roles |= phrase.roles;
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
        if opens {
            self.begin(word, lexicon);
        }
        self.under_way = self.running.iter().any(|run| run.0 != 0);
    }

    /// Begins a marker phrase with a word that may open one.
    fn begin(&mut self, word: u32, lexicon: &Lexicon) {
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
    #[inline(always)]
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
    fn mark(&mut self, mark: Mark, spaced: bool) {
        self.marks[mark as usize] += 1;
        self.spaced |= spaced;
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

    /// Whether the line may have a bar, a dash or a bullet.
    pub(super) fn is_parted(&self) -> bool {
        [Mark::Separator, Mark::Dash, Mark::Bullet].iter().any(|&m| self.marks[m as usize] > 0)
    }

    pub(super) fn has_digits(&self) -> bool {
        self.digits > 0
    }
}

/// The bits of each byte as eight bytes of 0 or 1, the lowest bit first.
const SPREAD: [u64; 256] = {
    let mut spread = [0; 256];
    let mut bits = 0;
    while bits < spread.len() {
        let each = (bits as u64 * 0x0101_0101_0101_0101) & 0x8040_2010_0804_0201;
        spread[bits] = (each + 0x7f7f_7f7f_7f7f_7f7f) >> 7 & 0x0101_0101_0101_0101;
        bits += 1;
    }
    spread
};

/// How a line begins: with which sort of word, or with which mark.
fn opening(line: &[u8]) -> u8 {
    let mut at = 0;
    while let Some((mark, len)) = glyph(line, at) {
        match mark {
            Some(Mark::Space) => at += len,
            Some(mark) => return 4 + mark as u8,
            None => {
                return match Initial::of(line[at]) {
                    Initial::Lower => 0,
                    Initial::Other => 1,
                    Initial::Upper => 2,
                    Initial::Digit => 3,
                }
            }
        }
    }
    0
}
