//! Is it speech? Sorts pairs of marks into quotations and marks that are no speech.

use super::marks::Marked;
use super::{Quote, QuoteKind, Unspoken};
use crate::scan::words::words;
use crate::span::Span;

/// What a pair of marks holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Direct,
    Mixed,
    Unspoken,
}

/// The quotations among `marks`, in reading order, and the marks that are no speech.
pub(crate) fn sort(
    text: &str,
    paragraphs: &[Span],
    marks: &[Marked],
) -> (Vec<Quote>, Vec<Unspoken>) {
    let mut quotes: Vec<Quote> = Vec::new();
    let mut unspoken = Vec::new();
    // Where the pair went: index of its quotation.
    let mut home: Vec<Option<usize>> = vec![None; marks.len()];
    let mut last: Option<usize> = None;
    for (at, mark) in marks.iter().enumerate() {
        if let Some(quote) = home[at] {
            // The next paragraph of a quotation begun before.
            quotes[quote].parts.push(mark.span);
            carry(&mut home, mark, quote);
            continue;
        }
        let kind = match verdict(text, paragraphs[mark.paragraph], mark) {
            Verdict::Direct => QuoteKind::Direct,
            Verdict::Mixed => QuoteKind::Mixed,
            Verdict::Unspoken => {
                unspoken.push(Unspoken { span: mark.span });
                continue;
            }
        };
        let parent = mark.parent.and_then(|up| home[up]);
        let resumes = last.filter(|&l| parent.is_none() && resumed(text, marks, l, at));
        let quote = match resumes.and_then(|l| home[l]) {
            Some(quote) => {
                quotes[quote].parts.push(mark.span);
                quote
            }
            None => {
                quotes.push(Quote::new(vec![mark.span], kind, parent));
                quotes.len() - 1
            }
        };
        home[at] = Some(quote);
        carry(&mut home, mark, quote);
        if parent.is_none() {
            last = Some(at);
        }
    }
    (quotes, unspoken)
}

fn carry(home: &mut [Option<usize>], mark: &Marked, quote: usize) {
    if let Some(next) = mark.next {
        home[next] = Some(quote);
    }
}

/// Longest attribution that may stand between two parts of one quotation.
const INTERRUPTION: usize = 120;

/// True when `marks[at]` goes on with the sentence that `marks[before]` began: a comma before the
/// attribution, a comma after it, and no end of a sentence in it.
fn resumed(text: &str, marks: &[Marked], before: usize, at: usize) -> bool {
    let (before, mark) = (&marks[before], &marks[at]);
    if before.paragraph != mark.paragraph || before.family != mark.family {
        return false;
    }
    if mark.span.start < before.span.end || mark.span.start - before.span.end > INTERRUPTION {
        return false;
    }
    let between = &text[before.span.end..mark.span.start];
    let broken = text[before.inner].trim_end().ends_with(',') || between.starts_with(',');
    broken && between.trim_end().ends_with(',') && between.trim_matches(',').contains(' ')
}

fn verdict(text: &str, paragraph: Span, mark: &Marked) -> Verdict {
    let words = words(text, mark.inner).take(4).count();
    let before = text[paragraph.start..mark.span.start].trim_end();
    let opens = before.is_empty() || before.ends_with([',', ':', '.', '!', '?', '"', '\u{201d}']);
    let capital = text[mark.inner].chars().find(|c| c.is_alphanumeric());
    let capital = capital.is_some_and(|c| !c.is_lowercase());
    match words {
        0..=1 if !opens => Verdict::Unspoken,
        _ if opens && (capital || words > 3) => Verdict::Direct,
        _ => Verdict::Mixed,
    }
}
