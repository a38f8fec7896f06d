//! Holds what a desk made of a page against the gold, by the conventions that `README.md` tells.

use super::markup::{Named, Page, Quoted};
use copydesk::entity::Kind;
use copydesk::{Article, Span};

/// What was right, wrongly there and missed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    right: usize,
    surplus: usize,
    missed: usize,
}

impl Tally {
    pub fn f1(self) -> f64 {
        let all = 2 * self.right + self.surplus + self.missed;
        if all == 0 {
            1.0
        } else {
            2.0 * self.right as f64 / all as f64
        }
    }

    fn perfect(self) -> bool {
        self.surplus + self.missed == 0
    }
}

/// The four stages of one page or of many, and what differs.
#[derive(Debug, Default)]
pub struct Score {
    pub lines: Tally,
    pub sentences: Tally,
    pub mentions: Tally,
    pub quotes: Tally,
    pub pages: usize,
    pub perfect: usize,
    pub differences: Vec<String>,
}

impl Score {
    pub fn of(page: &Page, article: &Article) -> Score {
        let mut judge = Judge { page, article, score: Score { pages: 1, ..Score::default() } };
        judge.lines();
        judge.sentences();
        judge.mentions();
        judge.quotes();
        let mut score = judge.score;
        let stages = [score.lines, score.sentences, score.mentions, score.quotes];
        score.perfect = usize::from(stages.iter().all(|stage| stage.perfect()));
        score
    }

    pub fn add(&mut self, other: Score) {
        let sums = [
            (&mut self.lines, other.lines),
            (&mut self.sentences, other.sentences),
            (&mut self.mentions, other.mentions),
            (&mut self.quotes, other.quotes),
        ];
        for (sum, more) in sums {
            sum.right += more.right;
            sum.surplus += more.surplus;
            sum.missed += more.missed;
        }
        self.pages += other.pages;
        self.perfect += other.perfect;
        self.differences.extend(other.differences);
    }
}

struct Judge<'a, 't> {
    page: &'a Page,
    article: &'a Article<'t>,
    score: Score,
}

impl Judge<'_, '_> {
    fn differs(&mut self, what: &str, span: Span, more: &str) {
        let text = self.page.text[span].replace('\n', "⏎");
        self.score.differences.push(format!("{}: {what}: {text} {more}", self.page.name));
    }

    /// The headline and the lines that repeat it.
    fn copies(&self) -> Vec<Span> {
        let text = &self.page.text;
        let Some(title) = self.page.title else { return Vec::new() };
        let title_words = words(&text[title]);
        let again = |span: &&Span| {
            let words = words(&text[**span]);
            let common = words.iter().filter(|word| title_words.contains(word)).count();
            10 * common >= 6 * words.len().min(title_words.len())
        };
        [title].into_iter().chain(self.page.repeats.iter().filter(again).copied()).collect()
    }

    /// A line is kept when over half of its bytes are. One copy of the headline is free.
    fn lines(&mut self) {
        let page = self.page;
        let body = self.article.layout().body();
        let kept = |line: Span| {
            2 * body.regions().iter().map(|region| shared(*region, line)).sum::<usize>()
                > line.len()
        };
        let free = self.copies().into_iter().find(|copy| kept(*copy));
        let copies: Vec<_> = page.title.into_iter().chain(free).collect();
        let mut at = 0;
        for line in page.text.split('\n') {
            let span = Span::new(at, at + line.len()).trim(&page.text);
            at += line.len() + 1;
            if span.is_empty() || touches(&copies, span) {
                continue;
            }
            match (touches(&page.kept, span), kept(span)) {
                (true, true) => self.score.lines.right += 1,
                (true, false) => {
                    self.score.lines.missed += 1;
                    self.differs("line lost", span, "");
                }
                (false, true) => {
                    self.score.lines.surplus += 1;
                    self.differs("line left", span, "");
                }
                (false, false) => {}
            }
        }
    }

    /// The ends of sentences inside what should be kept.
    fn sentences(&mut self) {
        let page = self.page;
        for &block in &page.kept {
            let inside = |s: &&Span| shared(**s, block) > 0 && s.end < block.end;
            let want: Vec<_> = page.sentences.iter().filter(inside).map(|s| s.end).collect();
            let got: Vec<Span> =
                self.article.sentences().iter().map(|s| s.span.trim(&page.text)).collect();
            let got: Vec<_> = got.iter().filter(inside).map(|s| s.end).collect();
            for &end in want.iter().filter(|end| !got.contains(end)) {
                self.score.sentences.missed += 1;
                self.differs("no end found", Span::new(block.start, end), "");
            }
            for &end in got.iter().filter(|end| !want.contains(end)) {
                self.score.sentences.surplus += 1;
                self.differs("false end", Span::new(block.start, end), "");
            }
            self.score.sentences.right += want.iter().filter(|end| got.contains(end)).count();
        }
    }

    /// Countries and people, with their canonical names.
    fn mentions(&mut self) {
        let copies = self.copies();
        let entities = self.article.entities();
        let found = entities.mentions().iter().filter_map(|m| {
            let sign = match m.kind {
                Kind::Country => ' ',
                Kind::Person => '@',
                _ => return None,
            };
            let entity = entities.get(m.entity)?;
            Some((m.span, sign, entity.name.as_ref(), entity.code))
        });
        let mut found: Vec<_> = found.filter(|m| !touches(&copies, m.0)).collect();
        for gold in self.page.mentions.iter().filter(|m| " @".contains(m.sign)) {
            let here = found.iter().position(|m| m.1 == gold.sign && shared(m.0, gold.span) > 0);
            let got = here.map(|at| found.remove(at));
            if got.is_some_and(|(_, _, name, code)| is_named(gold, name, code)) {
                self.score.mentions.right += 1;
                continue;
            }
            self.score.mentions.missed += 1;
            self.score.mentions.surplus += usize::from(got.is_some());
            let got = got.map_or("nothing", |m| m.2);
            self.differs("name", gold.span, &format!("-> {got}, not {}", gold.canonical));
        }
        let free: Vec<_> =
            self.page.mentions.iter().filter(|m| m.sign == '~').map(|m| m.span).collect();
        for (span, ..) in found.into_iter().filter(|m| !touches(&free, m.0)) {
            self.score.mentions.surplus += 1;
            self.differs("no such name", span, "");
        }
    }

    /// Direct quotations that are not inside another, each with its speaker; and marks that are no
    /// speech, which nobody may be given.
    fn quotes(&mut self) {
        let copies = self.copies();
        let quotes = self.article.quotes();
        let parts =
            quotes.as_slice().iter().flat_map(|q| q.parts.iter().map(move |part| (*part, q)));
        let mut found: Vec<_> = parts.filter(|(part, _)| !touches(&copies, *part)).collect();
        for gold in &self.page.quotes {
            let here = found.iter().position(|(part, _)| same_place(*part, gold.span));
            let speaker = here.map(|at| quotes.speaker_name(found.remove(at).1));
            let judged = gold.tag == 'q' && !self.nested(gold);
            match speaker {
                Some(_) if gold.tag == 'n' => {
                    self.score.quotes.surplus += 1;
                    self.differs("no speech", gold.span, "");
                }
                _ if !judged => {}
                Some(name) if self.is_spoken_by(gold, name) => self.score.quotes.right += 1,
                _ => {
                    self.score.quotes.missed += 1;
                    self.score.quotes.surplus += usize::from(speaker.is_some());
                    let want = format!("-> {speaker:?}, not {:?}", gold.speakers);
                    self.differs("quotation", gold.span, &want);
                }
            }
        }
        for (part, _) in found.into_iter().filter(|(_, quote)| quote.kind.as_str() == "direct") {
            self.score.quotes.surplus += 1;
            self.differs("no such quotation", part, "");
        }
    }

    fn nested(&self, quote: &Quoted) -> bool {
        let around = |outer: &Quoted| {
            outer.tag != 'n'
                && outer.span != quote.span
                && shared(outer.span, quote.span) == quote.span.len()
        };
        self.page.quotes.iter().any(around)
    }

    /// A person must be given in full; of a described source, head or tail will do.
    fn is_spoken_by(&self, gold: &Quoted, name: Option<&str>) -> bool {
        let Some(name) = name else { return gold.speakers.contains(&None) };
        gold.speakers.iter().flatten().any(|want| {
            let person = self.page.mentions.iter().any(|m| m.sign == '@' && m.canonical == *want);
            same_name(want, name) || (!person && same_source(want, name))
        })
    }
}

fn shared(a: Span, b: Span) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

fn touches(spans: &[Span], span: Span) -> bool {
    spans.iter().any(|s| shared(*s, span) > 0)
}

/// Four fifths of the longer one are common to both.
fn same_place(a: Span, b: Span) -> bool {
    5 * shared(a, b) >= 4 * a.len().max(b.len())
}

fn is_named(gold: &Named, name: &str, code: Option<&str>) -> bool {
    let country = copydesk::country(&gold.canonical).map(|country| country.alpha2());
    same_name(&gold.canonical, name) || (gold.sign == ' ' && country.is_some() && country == code)
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Whether two names are one; a letter with an accent stands for any letter.
fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (words(a).concat(), words(b).concat());
    let same = |(a, b): (char, char)| a == b || !a.is_ascii() || !b.is_ascii();
    a.chars().count() == b.chars().count() && a.chars().zip(b.chars()).all(same)
}

fn same_source(a: &str, b: &str) -> bool {
    let core = |name: &str| -> Vec<String> {
        let small = ["the", "a", "an", "one", "its", "his", "her", "their"];
        words(name).into_iter().skip_while(|w| small.contains(&w.as_str())).collect()
    };
    let (a, b) = (core(a), core(b));
    !a.is_empty()
        && !b.is_empty()
        && (a.ends_with(&b) || b.ends_with(&a) || a.starts_with(&b) || b.starts_with(&a))
}
