//! From pairs of marks to quotations: parts of one quotation are put together, marks that are no
//! speech are put aside.

use super::bench::Bench;
use super::evidence::Previous;
use super::near::sentence_ends;
use super::weigh::Verdict;
use crate::quote::ends::Ends;
use crate::quote::marks::Marked;
use crate::quote::{Quote, Unspoken};
use crate::scan::words::words;
use crate::scan::work;
use crate::span::Span;

/// The quotations among `marks`, in reading order, and the marks that are no speech; `ends` are where
/// sentences end. Linear.
pub(crate) fn quotations(
    text: &str,
    paragraphs: &[Span],
    ends: &Ends<'_, '_>,
    marks: &[Marked],
) -> (Vec<Quote>, Vec<Unspoken>) {
    let bench = Bench::new(text, paragraphs, ends, marks);
    assemble(&bench, |at, previous| bench.verdict(at, previous))
}

/// The quotations among the pairs of marks, in reading order, and the marks that are no speech, as
/// `verdict` judges each by its number and the pair before. Linear.
pub(crate) fn assemble(
    bench: &Bench<'_>,
    mut verdict: impl FnMut(usize, Option<Previous>) -> Verdict,
) -> (Vec<Quote>, Vec<Unspoken>) {
    let Bench { text, marks, .. } = *bench;
    let mut quotes: Vec<Quote> = Vec::with_capacity(marks.len());
    let mut unspoken = Vec::new();
    // Where each pair went: the index of its quotation.
    let mut home: Vec<Option<usize>> = vec![None; marks.len()];
    let mut last: Option<usize> = None;
    // The outermost pair before, whatever it is.
    let mut outer: Option<usize> = None;
    for (at, mark) in marks.iter().enumerate() {
        let begun = home[at].or_else(|| {
            let before = last.filter(|_| mark.parent.is_none())?;
            resumes(text, &marks[before], mark).then(|| home[before])?
        });
        let previous = outer.and_then(|o| bench.previous(o, at, home[o].is_some()));
        if mark.parent.is_none() {
            outer = Some(at);
        }
        let quote = match begun {
            Some(quote) => {
                quotes[quote].parts.push(mark.span);
                quote
            }
            None => match verdict(at, previous).kind() {
                None => {
                    unspoken.push(Unspoken { span: mark.span });
                    continue;
                }
                Some(kind) => {
                    let parent = mark.parent.and_then(|up| home[up]);
                    quotes.push(Quote::new(vec![mark.span], kind, parent));
                    quotes.len() - 1
                }
            },
        };
        home[at] = Some(quote);
        if let Some(next) = mark.next {
            home[next] = Some(quote);
        }
        if mark.parent.is_none() {
            last = Some(at);
        }
    }
    (quotes, unspoken)
}

/// Longest attribution that may stand between two parts of one quotation, in characters.
const INTERRUPTION: usize = 120;

/// True when `mark` goes on with the sentence that `before` began: a comma before the attribution,
/// a comma after it, and words between that end no sentence.
fn resumes(text: &str, before: &Marked, mark: &Marked) -> bool {
    if before.paragraph != mark.paragraph || before.family != mark.family {
        return false;
    }
    if mark.span.start < before.span.end || mark.span.start - before.span.end > 4 * INTERRUPTION {
        return false;
    }
    let between = &text[before.span.end..mark.span.start];
    work::read(2 * between.len());
    if between.chars().count() > INTERRUPTION {
        return false;
    }
    let broken = text[before.inner].ends_with(',') || between.starts_with(',');
    broken
        && between.trim_end().ends_with(',')
        && between.trim_matches(',').contains(char::is_whitespace)
        && !ends_sentence(text, Span::new(before.span.end, mark.span.start))
}

/// True when a sentence ends between two words of `between`.
fn ends_sentence(text: &str, between: Span) -> bool {
    let mut last: Option<Span> = None;
    let ends = |word| last.replace(word).is_some_and(|last| sentence_ends(text, last, word));
    words(text, between).any(ends)
}
