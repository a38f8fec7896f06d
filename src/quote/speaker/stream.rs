//! A paragraph as a stream of tokens: the writer's own words, with each quotation as one token.

use super::words::Part;
use super::written::Word;
use crate::entity::{is_ordinary, Entities, Mention};
use crate::quote::ends::Ends;
use crate::quote::Quote;
use crate::scan::letters::Letters;
use crate::scan::words::{may_go_on, word_end};
use crate::scan::work;
use crate::span::Span;

/// One token of a paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub span: Span,
    pub part: Part,
    /// The part, or the word itself if it tells more: an index of [`super::names::NAMES`].
    pub fine: u8,
    /// Ends in "'s", or in "s".
    pub owner: bool,
    pub plural: bool,
    /// Number of the sentence.
    pub sentence: u32,
    /// Index of the quotation or of the mention, for these parts.
    pub of: usize,
}

/// What tokens are made from: everything sorted, walked once from front to back.
pub(crate) struct Reader<'a, 't> {
    pub text: &'t str,
    pub entities: &'a Entities<'t>,
    /// Parts of quotations with the index of their quotation.
    pub parts: &'a [(Span, usize)],
    /// Ends of sentences.
    pub ends: &'a Ends<'a, 't>,
}

impl Reader<'_, '_> {
    /// The tokens of `paragraph`, read into `tokens`, where those of some of its sentences may be
    /// known. Linear in its length.
    pub(crate) fn read(
        &self,
        paragraph: Span,
        known: &[Token],
        mut tokens: Vec<Token>,
    ) -> Vec<Token> {
        let ends = self.ends.of(self.ends.home(paragraph.start));
        let sentence = ends.partition_point(|&end| end <= paragraph.start);
        tokens.reserve(known.len() + paragraph.len() / 5);
        let end = end_of(ends, sentence);
        let mut reading = Reading { reader: self, ends, sentence, end, tokens, low: String::new() };
        let mut rest = paragraph;
        if let (Some(first), Some(last)) = (known.first(), known.last()) {
            reading.stretch(Span::new(paragraph.start, first.span.start));
            reading.tokens.extend_from_slice(known);
            rest.start = last.span.end;
        }
        reading.stretch(rest);
        reading.tokens
    }
}

/// A paragraph as far as it is read.
struct Reading<'a, 't> {
    reader: &'a Reader<'a, 't>,
    /// Where the sentences of the paragraph end.
    ends: &'a [usize],
    /// Number of the sentence that was reached, and where it ends.
    sentence: usize,
    end: usize,
    tokens: Vec<Token>,
    /// Scratch: a word in lower case.
    low: String,
}

impl Reading<'_, '_> {
    fn push(&mut self, span: Span, part: Part, of: usize) {
        let word = Word { part, fine: part as u8, owner: false, plural: false };
        self.push_word(span, word, of);
    }

    fn push_word(&mut self, span: Span, word: Word, of: usize) {
        while self.end <= span.start {
            self.sentence += 1;
            self.end = end_of(self.ends, self.sentence);
        }
        let Word { part, fine, owner, plural } = word;
        let sentence = self.sentence as u32;
        self.tokens.push(Token { span, part, fine, owner, plural, sentence, of });
    }

    /// A stretch of the paragraph: quotations, and what stands between them.
    fn stretch(&mut self, stretch: Span) {
        work::read(stretch.len());
        let parts = self.reader.parts;
        let from = parts.partition_point(|(p, _)| p.start < stretch.start);
        let mut at = stretch.start;
        for &(part, of) in parts[from..].iter().take_while(|(p, _)| p.start < stretch.end) {
            // A quotation inside another is not the writer's word.
            if part.start < at {
                continue;
            }
            self.between(Span::new(at, part.start));
            self.push(part, Part::Quote, of);
            at = part.end.min(stretch.end);
        }
        self.between(Span::new(at, stretch.end));
    }

    /// A stretch without quotations: names, and what stands between them.
    fn between(&mut self, stretch: Span) {
        let mentions = self.reader.entities.mentions();
        let from = mentions.partition_point(|m| m.span.start < stretch.start);
        let mut at = stretch.start;
        let inside = |m: &&Mention| m.span.start < stretch.end;
        for (n, mention) in mentions[from..].iter().take_while(inside).enumerate() {
            if mention.span.end > stretch.end {
                break;
            }
            self.plain(Span::new(at, mention.span.start));
            self.push(mention.span, Part::Name, from + n);
            at = mention.span.end;
        }
        self.plain(Span::new(at, stretch.end));
    }

    /// Words and the marks that part them.
    fn plain(&mut self, stretch: Span) {
        let text = self.reader.text;
        let bytes = &text.as_bytes()[..stretch.end];
        let mut at = stretch.start;
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii_alphanumeric() {
                let letters = Letters::read(&bytes[at..]);
                let end = at + letters.len;
                let next = bytes.get(end);
                if next.is_some_and(may_go_on) {
                    at = self.rare_word(at, stretch.end);
                    continue;
                }
                self.letters(Span::new(at, end), byte, letters);
                // Nearly all words are a space apart.
                at = end + usize::from(next == Some(&b' '));
            } else if byte == b' ' {
                at += 1;
            } else if byte.is_ascii() {
                self.mark(at, byte, stretch.end);
                at += 1;
            } else {
                let Some(c) = text[at..].chars().next() else { break };
                if c.is_alphanumeric() {
                    at = self.rare_word(at, stretch.end);
                    continue;
                }
                if matches!(c, '\u{2013}' | '\u{2014}') {
                    self.push(Span::new(at, at + c.len_utf8()), Part::Dash, 0);
                }
                at += c.len_utf8();
            }
        }
    }

    /// A word of nothing but letters and digits of ASCII.
    #[inline(always)]
    fn letters(&mut self, span: Span, first: u8, letters: Letters) {
        let word = Word::of_letters(first, letters);
        let before = self.tokens.last().map_or(Part::Edge, |t| t.part);
        let is_alone = letters.len > 1 && !matches!(before, Part::Call | Part::Of);
        if is_alone && word.part != Part::Capital {
            return self.push_word(span, word, 0);
        }
        self.word(span, word);
        if self.tokens.last().is_some_and(|t| t.part == Part::Capital) {
            self.uncapitalise(letters);
        }
    }

    /// The word at `at`, with joints or letters outside ASCII; gives where it ends.
    #[inline(never)]
    fn rare_word(&mut self, at: usize, limit: usize) -> usize {
        let text = self.reader.text;
        let span = Span::new(at, word_end(text, at, limit));
        let word = Word::read(&text[span], &mut self.low);
        if let Some((pronoun, verb)) = contraction(&text[span], &mut self.low) {
            let verb_at = Span::new(at + pronoun, span.end);
            let pronoun = Span::new(at, verb_at.start);
            let word = Word::read(&text[pronoun], &mut self.low);
            self.word(pronoun, word);
            self.push(verb_at, verb, 0);
            return span.end;
        }
        self.word(span, word);
        span.end
    }

    /// A word that may mean something else behind the token before it.
    #[inline(never)]
    fn word(&mut self, span: Span, word: Word) {
        let text = self.reader.text;
        let written = &text[span];
        // What a name leaves behind: the "s" of a possessive.
        if written == "s" && text[..span.start].ends_with(['\'', '\u{2019}']) {
            return self.push(span, Part::Of, 0);
        }
        match self.tokens.last_mut() {
            // "called for", "called on": that is no judgement.
            Some(before) if before.part == Part::Call => {
                if matches!(written, "for" | "on" | "upon" | "in") {
                    before.part = Part::Verb;
                }
                self.push_word(span, word, 0);
            }
            // "Secretary of State" says nothing.
            Some(before) if before.part == Part::Of && word.part.is_speech() => {
                let part = match written.starts_with(char::is_uppercase) {
                    true => Part::Capital,
                    false if before.span.len() > 1 => Part::Word,
                    false => word.part,
                };
                self.push_word(span, word.taken_for(part), 0);
            }
            _ => self.push_word(span, word, 0),
        }
    }

    /// An ordinary word whose capital only begins the sentence is no name.
    fn uncapitalise(&mut self, letters: Letters) {
        let mut back = self.tokens.iter().rev();
        let sentence = back.next().map(|t| t.sentence);
        if back.next().map(|t| t.sentence) == sentence || !is_ordinary(letters.key) {
            return;
        }
        if let Some(token) = self.tokens.last_mut() {
            token.part = Word::uncapitalised(letters).part;
            token.fine = token.part as u8;
        }
    }

    fn mark(&mut self, at: usize, byte: u8, limit: usize) {
        let part = match byte {
            b',' => Part::Comma,
            b';' => Part::Semicolon,
            b':' => Part::Colon,
            b'-' => Part::Dash,
            b'(' | b'[' => Part::Open,
            b')' | b']' => Part::Shut,
            b'.' | b'!' | b'?' if at + 1 == limit || self.ends_at(at + 1) => Part::Stop,
            _ => return,
        };
        self.push(Span::new(at, at + 1), part, 0);
    }

    fn ends_at(&self, at: usize) -> bool {
        let next = self.ends[self.sentence..].iter().find(|&&end| end >= at);
        next == Some(&at)
    }
}

/// "he's", "they've": how long the pronoun is, and what its verb is.
fn contraction(written: &str, low: &mut String) -> Option<(usize, Part)> {
    let (pronoun, verb) = written.split_once(['\'', '\u{2019}'])?;
    let verb = match verb {
        "s" | "d" | "ve" | "ll" => Part::Auxiliary,
        "re" | "m" => Part::Be,
        _ => return None,
    };
    let subject = Word::read(pronoun, low).part;
    let subjects =
        matches!(subject, Part::He | Part::I | Part::They | Part::It | Part::Who | Part::That);
    subjects.then_some((pronoun.len(), verb))
}

/// The end of a sentence by its number; behind the last all is one.
fn end_of(ends: &[usize], sentence: usize) -> usize {
    ends.get(sentence).map_or(usize::MAX, |&end| end)
}

/// What the token at `at` is; the edge beyond the last.
pub(crate) fn part_at(tokens: &[Token], at: usize) -> Part {
    tokens.get(at).map_or(Part::Edge, |t| t.part)
}

/// What stands so many tokens before `at`; the edge before the first.
pub(crate) fn part_before(tokens: &[Token], at: usize, back: usize) -> Part {
    at.checked_sub(back).map_or(Part::Edge, |at| part_at(tokens, at))
}

/// The parts of all quotations that are nobody's inner ones, sorted, each with its quotation.
pub(crate) fn parts(quotes: &[Quote]) -> Vec<(Span, usize)> {
    let mut parts: Vec<(Span, usize)> = Vec::with_capacity(2 * quotes.len());
    for (at, quote) in quotes.iter().enumerate().filter(|(_, q)| q.parent.is_none()) {
        parts.extend(quote.parts.iter().map(|part| (*part, at)));
    }
    parts.sort_unstable();
    parts
}
