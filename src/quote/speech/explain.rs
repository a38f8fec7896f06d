//! Why marks were taken for speech, or not.

use std::fmt;

use super::bench::Bench;
use super::weigh::{weights, Sum};
use super::witness::{Value, Witness};
use crate::page::Page;
use crate::quote::ends::Ends;
use crate::quote::marks::pair;
use crate::quote::paragraph::paragraphs;
use crate::quote::{Attributor, QuoteKind};
use crate::span::Span;

/// One piece of evidence about a pair of quotation marks, and how much it weighs.
///
/// ```
/// let text = "\"We leave at dawn,\" the captain said.";
/// let explained = copydesk::quote::Attributor::new().explain_marks(text);
/// let heaviest = &explained[0].evidence[0];
/// assert!(heaviest.speech.abs() >= explained[0].evidence[1].speech.abs());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Evidence {
    /// What was looked at: "before" is the word before the opening mark.
    pub group: &'static str,
    /// What was seen there.
    pub value: String,
    /// Weight for speech (above zero) or against it, in thousandths of a logit.
    pub speech: i32,
    /// Weight for whole clauses (above zero) or for a fragment, in thousandths of a logit.
    pub direct: i32,
}

/// A pair of quotation marks, what it was taken for, and why.
///
/// ```
/// let text = "The so-called \"sugar tax\" comes into force in April.";
/// let explained = &copydesk::quote::Attributor::new().explain_marks(text)[0];
/// assert_eq!((&text[explained.span], explained.kind), ("\"sugar tax\"", None));
/// assert!(explained.to_string().contains("unspoken"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Explained {
    /// The words, marks included.
    pub span: Span,
    /// Direct, mixed, or `None` when the marks are no speech.
    pub kind: Option<QuoteKind>,
    /// All evidence that weighs anything, the heaviest for or against speech first.
    pub evidence: Vec<Evidence>,
}

impl fmt::Display for Explained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.span, self.kind.map_or("unspoken", |k| k.as_str()))?;
        for e in &self.evidence {
            write!(f, "\n  {:+6} {:+6}  {} = {}", e.speech, e.direct, e.group, e.value)?;
        }
        Ok(())
    }
}

#[derive(Default)]
struct Notes {
    sum: Sum,
    evidence: Vec<Evidence>,
}

impl Witness for Notes {
    fn see_together(&mut self, group: &'static str, parts: &[Value<'_>]) {
        self.sum.see_together(group, parts);
        if let Some((speech, direct)) = weights(group, parts) {
            self.evidence.push(Evidence { group, value: Value::join(parts), speech, direct });
        }
    }
}

impl Attributor {
    /// Every pair of quotation marks of a page, in the order of the opening marks, with what speaks
    /// for and against its being speech.
    ///
    /// A part that goes on with a quotation begun before is judged here on its own, whereas
    /// [`Attributor::quotes`] takes it for speech as its beginning is. Linear in the length of the
    /// page; the method is that of `quotes`.
    ///
    /// ```
    /// use copydesk::quote::{Attributor, QuoteKind};
    /// let text = "\"We leave at dawn,\" the captain said.";
    /// let explained = Attributor::new().explain_marks(text);
    /// assert_eq!(explained[0].kind, Some(QuoteKind::Direct));
    /// assert!(explained[0].evidence.iter().any(|e| e.group == "ends" && e.value == ","));
    /// ```
    pub fn explain_marks<'t>(&self, page: impl Into<Page<'t>>) -> Vec<Explained> {
        let page = page.into();
        let text = page.text();
        let paragraphs = paragraphs(&page);
        let marks = pair(&page, &paragraphs);
        let ends = Ends::new(&page, &paragraphs);
        let bench = Bench::new(text, &paragraphs, &ends, &marks);
        let mut outer: Option<(usize, bool)> = None;
        let explain = |(at, mark): (usize, &crate::quote::marks::Marked)| {
            let mut notes = Notes::default();
            let previous = outer.and_then(|(o, spoken)| bench.previous(o, at, spoken));
            bench.testify(at, previous, &mut notes);
            let mut evidence = notes.evidence;
            evidence.sort_by_key(|e| std::cmp::Reverse(e.speech.abs()));
            if mark.parent.is_none() {
                outer = Some((at, notes.sum.verdict().kind().is_some()));
            }
            Explained { span: mark.span, kind: notes.sum.verdict().kind(), evidence }
        };
        marks.iter().enumerate().map(explain).collect()
    }
}
