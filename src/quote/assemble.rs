//! From pairs of marks to quotations: parts of one quotation are put together, marks that are no
//! speech are put aside.

use super::evidence::{is_near, Habits, Previous};
use super::marks::Marked;
use super::speech::verdict;
use super::{Quote, Unspoken};
use crate::scan::work;
use crate::span::Span;

/// The quotations among `marks`, in reading order, and the marks that are no speech. Linear.
pub(crate) fn assemble(
    text: &str,
    paragraphs: &[Span],
    marks: &[Marked],
) -> (Vec<Quote>, Vec<Unspoken>) {
    let habits = Habits::of(text, marks);
    let mut quotes: Vec<Quote> = Vec::new();
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
        let previous = outer
            .filter(|&o| marks[o].paragraph == mark.paragraph)
            .map(|o| Previous { spoken: home[o].is_some(), near: is_near(text, &marks[o], mark) });
        if mark.parent.is_none() {
            outer = Some(at);
        }
        let quote = match begun {
            Some(quote) => {
                quotes[quote].parts.push(mark.span);
                quote
            }
            None => match verdict(text, paragraphs, mark, habits, previous).kind() {
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
/// a comma after it, and words between.
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
}
