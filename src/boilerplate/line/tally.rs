//! What is counted over the words and marks of one line.
//!
//! A line is read twice: its text once, from which its words are noted down with what is known of
//! them; then the notes, for what needs no order between words and marks.

use super::known::{Known, SHAPES};
use super::lexicon::{join, Lexicon, MARKED};
use super::marks::glyph;
use super::tokens::{Initial, Mark, Token, Tokens, Word};
use crate::boilerplate::BlockKind;

/// What is noted of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noted {
    pub(super) hash: u32,
    /// Of a content word, 0 of any other.
    pub(super) stem: u32,
    pub(super) known: Known,
}

/// Counts over one line.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) words: u32,
    pub(super) letters: u32,
    pub(super) digits: u32,
    pub(super) shouted: u32,
    pub(super) shapes: Shapes,
    /// Words of each class.
    pub(super) classes: [u32; 8],
    pub(super) weight: i32,
    pub(super) lightest: i32,
    pub(super) heaviest: i32,
    pub(super) first_weight: i8,
    pub(super) last_weight: i8,
    pub(super) marked: [u32; MARKED.len()],
    pub(super) marked_words: u32,
    /// Keys and words of the marker phrases that have begun; of no meaning while none is under way.
    running: [(u32, u32); 3],
    under_way: bool,
    /// Words and kind of the longest marker phrase that opens the line.
    pub(super) lead: (u32, u8),
    /// Bits of [`role`](super::lexicon::role) of the phrases in it.
    pub(super) roles: u8,
    /// That kind, when a colon or a bar closes the phrase or nothing follows it.
    pub(super) label: u8,
    pub(super) marks: [u32; Mark::Symbol as usize + 1],
    /// Words ahead of the last mark.
    words_ahead: u32,
    pub(super) inner_stops: u32,
    stopped: bool,
    spaced: bool,
    pub(super) first: u8,
    pub(super) tail: u8,
    pub(super) tail_quoted: bool,
}

/// Words by how they begin and whether they are known.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shapes {
    pub(super) capitals: u32,
    pub(super) numbers: u32,
    pub(super) content: u32,
    pub(super) content_capitals: u32,
    pub(super) learned: u32,
}

impl Tally {
    /// Reads the line that the tokens have been sent to, and notes its words.
    pub(super) fn of(tokens: &mut Tokens<'_>, lexicon: &Lexicon, notes: &mut Vec<Noted>) -> Tally {
        let mut tally = Tally { first: opening(tokens.rest()), ..Tally::default() };
        notes.clear();
        loop {
            if let Some(word) = tokens.plain_word() {
                tally.word(word, tokens.spaced, lexicon, notes);
                continue;
            }
            if let Some(mark) = tokens.plain_mark() {
                tally.mark(mark, tokens.spaced);
                continue;
            }
            match tokens.next() {
                Some(Token::Word(word)) => tally.odd_word(word, tokens.spaced, lexicon, notes),
                Some(Token::Mark(mark)) => tally.mark(mark, tokens.spaced),
                None => break,
            }
        }
        tally.end(notes);
        tally
    }

    /// The same for the words that are not plain: there are fewer of them, and the code for those that
    /// are is shorter without what these need.
    #[inline(never)]
    fn odd_word(&mut self, word: Word, spaced: bool, lexicon: &Lexicon, notes: &mut Vec<Noted>) {
        self.digits += word.digits;
        self.shouted += u32::from(word.shouted);
        self.word(word, spaced, lexicon, notes);
    }

    #[inline(always)]
    fn word(&mut self, word: Word, spaced: bool, lexicon: &Lexicon, notes: &mut Vec<Noted>) {
        let known = lexicon.word(word.hash);
        if self.stopped {
            let parted = self.spaced || spaced;
            self.inner_stops += u32::from(parted && word.initial != Initial::Lower);
            self.stopped = false;
        }
        self.letters += word.chars;
        if (self.under_way & known.follows()) | (known.kind() != 0) {
            self.follow(word.hash, known, lexicon);
        } else {
            self.under_way = known.opens_longer();
            if self.under_way {
                self.running = [(word.hash, 1), (0, 0), (0, 0)];
            }
        }
        self.words += 1;
        let stem = if known.classes() == 0 && word.chars >= 4 { word.stem } else { 0 };
        notes.push(Noted { hash: word.hash, stem, known: known.beginning(word.initial) });
    }

    /// Follows the marker phrases that are under way; at most three begin before one ends.
    #[inline(never)]
    fn follow(&mut self, word: u32, known: Known, lexicon: &Lexicon) {
        match self.under_way && known.follows() {
            true => self.go_on(word, lexicon),
            false => self.running = [(0, 0); 3],
        }
        if known.kind() != 0 {
            self.mark_phrase(1, known.kind());
        }
        if known.opens_longer() {
            self.running.rotate_right(1);
            self.running[0] = (word, 1);
        }
        self.under_way = self.running.iter().any(|run| run.0 != 0);
    }

    /// Takes the next word of the phrases that are under way.
    fn go_on(&mut self, word: u32, lexicon: &Lexicon) {
        let mut running = self.running;
        for run in running.iter_mut().filter(|run| run.0 != 0) {
            *run = (join(run.0, word), run.1 + 1);
            let phrase = lexicon.phrase(run.0);
            self.roles |= phrase.roles;
            if phrase.kind != 0 {
                self.mark_phrase(run.1, phrase.kind);
            }
            if !phrase.opens {
                *run = (0, 0);
            }
        }
        self.running = running;
    }

    /// A marker phrase of so many words ends with this one.
    #[inline]
    fn mark_phrase(&mut self, words: u32, kind: u8) {
        self.marked[usize::from(kind - 1)] += words;
        self.marked_words += words;
        if words == self.words + 1 {
            self.lead = (words, kind);
        }
    }

    #[inline]
    fn mark(&mut self, mark: Mark, spaced: bool) {
        self.marks[mark as usize] += 1;
        self.spaced |= spaced;
        self.words_ahead = self.words;
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

    /// Behind the last token.
    fn end(&mut self, notes: &[Noted]) {
        if self.lead.0 == self.words {
            self.label = self.lead.1;
        }
        if let (Some(first), Some(last)) = (notes.first(), notes.last()) {
            (self.first_weight, self.last_weight) = (first.known.weight(), last.known.weight());
            if self.words > self.words_ahead {
                self.tail = u8::from(last.known.begins(Initial::Digit));
                self.tail_quoted = false;
            }
        }
        self.sum(notes);
    }

    /// Sums up what is noted of the words.
    fn sum(&mut self, notes: &[Noted]) {
        let (mut weight, mut lightest, mut heaviest) = (0, 0, 0);
        // Eight counters of a byte each.
        for notes in notes.chunks(usize::from(u8::MAX)) {
            let (mut classes, mut shapes) = (0, 0);
            for word in notes {
                classes += SPREAD[usize::from(word.known.classes())];
                shapes += COUNTED[word.known.shape()];
                let of_word = i32::from(word.known.weight());
                weight += of_word;
                lightest = of_word.min(lightest);
                heaviest = of_word.max(heaviest);
            }
            for (sum, count) in self.classes.iter_mut().zip(u64::to_le_bytes(classes)) {
                *sum += u32::from(count);
            }
            self.shapes.add(shapes);
        }
        (self.weight, self.lightest, self.heaviest) = (weight, lightest, heaviest);
    }

    /// Whether the line may have a bar, a dash or a bullet.
    pub(super) fn is_parted(&self) -> bool {
        [Mark::Separator, Mark::Dash, Mark::Bullet].iter().any(|&m| self.marks[m as usize] > 0)
    }

    /// Whether it has a marker phrase of one of the kinds.
    pub(super) fn is_of(&self, kinds: &[BlockKind]) -> bool {
        MARKED.iter().zip(self.marked).any(|(kind, count)| count > 0 && kinds.contains(kind))
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

/// What [`Shapes`] counts of a word of each shape, a byte each.
const COUNTED: [u64; SHAPES] = {
    let mut shapes = [0; SHAPES];
    let mut at = 0;
    while at < shapes.len() {
        let (learned, stop, initial) = (at & 2 != 0, at & 1 != 0, at >> 2);
        let capital = initial == Initial::Upper as usize;
        let number = initial == Initial::Digit as usize;
        let content = !stop && !number;
        let counted = [capital, number, content, content && capital, learned];
        let mut bit = 0;
        while bit < counted.len() {
            shapes[at] |= (counted[bit] as u64) << (8 * bit);
            bit += 1;
        }
        at += 1;
    }
    shapes
};

impl Shapes {
    /// Adds counters of a byte each.
    fn add(&mut self, counters: u64) {
        let counted = counters.to_le_bytes().map(u32::from);
        self.capitals += counted[0];
        self.numbers += counted[1];
        self.content += counted[2];
        self.content_capitals += counted[3];
        self.learned += counted[4];
    }
}

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
