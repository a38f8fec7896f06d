//! The sentences between the accepted candidates.

use super::boundary::Verdict;
use super::candidates::Candidates;
use super::Sentence;
use crate::span::Span;

/// Iterator over the sentences of a page, lazy and without allocation: see
/// [`Segmenter::sentences`](super::Segmenter::sentences).
///
/// ```
/// let mut sentences = copydesk::sentences("One. Two.");
/// assert_eq!(sentences.next().map(|s| s.span), Some(copydesk::Span::new(0, 4)));
/// assert_eq!(sentences.count(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    pub(super) candidates: Candidates<'t>,
}

impl Iterator for Sentences<'_> {
    type Item = Sentence;

    #[inline]
    fn next(&mut self) -> Option<Sentence> {
        loop {
            let candidate = self.candidates.next()?;
            if let Verdict::Accepted(boundary) = candidate.verdict {
                let span = Span::new(self.candidates.accepted_from, candidate.end);
                return Some(Sentence { span, boundary });
            }
        }
    }
}

impl core::iter::FusedIterator for Sentences<'_> {}
