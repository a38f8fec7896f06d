//! A paragraph as a stream of tokens: the writer's own words, with each quotation as one token.

use super::near::lower;
use super::words::{part, Part};
use super::Quote;
use crate::entity::{Entities, Mention};
use crate::scan::words::words;
use crate::scan::work;
use crate::span::Span;

/// One token of a paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub span: Span,
    pub part: Part,
    /// The part, or the word itself if it tells more: an index of [`super::words::NAMES`].
    pub fine: u8,
    /// Ends in "'s", or in "s".
    pub owner: bool,
    pub plural: bool,
    /// Number of the sentence.
    pub sentence: usize,
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
    pub ends: &'a [usize],
}

impl Reader<'_, '_> {
    /// The tokens of `paragraph`. Linear in its length.
    pub(crate) fn read(&self, paragraph: Span) -> Vec<Token> {
        let mut stream = Vec::with_capacity(paragraph.len() / 6);
        let from = self.parts.partition_point(|(p, _)| p.start < paragraph.start);
        let mut at = paragraph.start;
        for &(part, of) in self.parts[from..].iter().take_while(|(p, _)| p.start < paragraph.end) {
            // A quotation inside another is not the writer's word.
            if part.start < at {
                continue;
            }
            self.between(Span::new(at, part.start), &mut stream);
            stream.push(self.token(part, Part::Quote, of));
            at = part.end.min(paragraph.end);
        }
        self.between(Span::new(at, paragraph.end), &mut stream);
        stream
    }

    fn token(&self, span: Span, part: Part, of: usize) -> Token {
        let sentence = self.ends.partition_point(|&end| end <= span.start);
        Token { span, part, fine: part as u8, owner: false, plural: false, sentence, of }
    }

    /// Tokens of a stretch without quotations: names, and what stands between them.
    fn between(&self, stretch: Span, stream: &mut Vec<Token>) {
        let mentions = self.entities.mentions();
        let from = mentions.partition_point(|m| m.span.start < stretch.start);
        let mut at = stretch.start;
        let inside = |m: &&Mention| m.span.start < stretch.end;
        for (n, mention) in mentions[from..].iter().take_while(inside).enumerate() {
            if mention.span.end > stretch.end {
                break;
            }
            self.plain(Span::new(at, mention.span.start), stream);
            stream.push(self.token(mention.span, Part::Name, from + n));
            at = mention.span.end;
        }
        self.plain(Span::new(at, stretch.end), stream);
    }

    /// Words and the marks that part them.
    fn plain(&self, stretch: Span, stream: &mut Vec<Token>) {
        let mut low = String::new();
        let mut at = stretch.start;
        for word in words(self.text, stretch) {
            self.marks(Span::new(at, word.start), stream);
            at = word.end;
            let written = &self.text[word];
            let capital = written.starts_with(char::is_uppercase);
            // What a name leaves behind: the "s" of a possessive.
            if written == "s" && self.text[..word.start].ends_with(['\'', '\u{2019}']) {
                stream.push(self.token(word, Part::Of, 0));
                continue;
            }
            let low = lower(written, &mut low);
            let (part, fine) = part(low, capital);
            // "called for", "called on": that is no judgement.
            if let Some(before) = stream.last_mut().filter(|t| t.part == Part::Call) {
                if matches!(low, "for" | "on" | "upon" | "in") {
                    before.part = Part::Verb;
                }
            }
            let (owner, plural) = (low.ends_with("'s"), low.ends_with('s'));
            let token = self.token(word, part, 0);
            stream.push(Token { fine, owner, plural, ..token });
        }
        self.marks(Span::new(at, stretch.end), stream);
    }

    fn marks(&self, gap: Span, stream: &mut Vec<Token>) {
        work::read(gap.len());
        for (offset, c) in self.text[gap].char_indices() {
            let part = match c {
                ',' => Part::Comma,
                ';' => Part::Semicolon,
                ':' => Part::Colon,
                '\u{2013}' | '\u{2014}' => Part::Dash,
                '-' => Part::Dash,
                '(' | '[' => Part::Open,
                ')' | ']' => Part::Shut,
                '.' | '!' | '?' => {
                    let end = gap.start + offset + 1;
                    if self.ends.binary_search(&end).is_err() && end != gap.end {
                        continue;
                    }
                    Part::Stop
                }
                _ => continue,
            };
            let start = gap.start + offset;
            stream.push(self.token(Span::new(start, start + c.len_utf8()), part, 0));
        }
    }
}

/// What the token at `at` is; the edge beyond the last.
pub(crate) fn part_at(tokens: &[Token], at: usize) -> Part {
    tokens.get(at).map_or(Part::Edge, |t| t.part)
}

/// The parts of all quotations that are nobody's inner ones, sorted, each with its quotation.
pub(crate) fn parts(quotes: &[Quote]) -> Vec<(Span, usize)> {
    let mut parts: Vec<(Span, usize)> = Vec::with_capacity(quotes.len());
    for (at, quote) in quotes.iter().enumerate().filter(|(_, q)| q.parent.is_none()) {
        parts.extend(quote.parts.iter().map(|part| (*part, at)));
    }
    parts.sort_unstable();
    parts
}
