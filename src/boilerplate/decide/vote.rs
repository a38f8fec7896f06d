//! Lines that their neighbours outvote.
//!
//! The trees weigh every line by itself, but articles and furniture come in stretches. Of the sentences
//! about which the trees are in doubt, between two lines that stay, two in three are of the article;
//! headlines there are as often promos as subheads, and between two lines that go most are links. Labels
//! ("Advertisement", "Read more: ...") stand anywhere: they have no vote, and what follows one is blamed
//! for it by the trees more than it should be.

use std::ops::Range;

use crate::boilerplate::relate::Voter;

/// How far below the threshold a sentence may be between two lines that stay, beside each other and with
/// labels between, and how far above it a headline must be between two that go, in units of the trees'
/// leaves.
const SENTENCE: i32 = 150;
const LABELLED: i32 = 300;
const LINK: i32 = 100;

/// A vote, and whether it was cast across labels.
type Vote = Option<(bool, bool)>;

/// The scores that are in doubt.
pub(super) fn doubt(threshold: i32) -> Range<i32> {
    threshold - LABELLED..threshold + LINK
}

/// Which lines stay, told what each is. The one neighbour of the first line and of the last votes
/// twice.
pub(super) fn stays(scores: &[i32], threshold: i32, voters: &[Voter]) -> Vec<bool> {
    let alone: Vec<bool> = scores.iter().map(|&score| score >= threshold).collect();
    let votes = |at: usize, last: Vote| match alone[at] || voters[at] != Voter::Label {
        true => Some((alone[at], false)),
        // Labels at the end of a page go with what is behind the article.
        false => Some((last.is_some_and(|(stays, _)| stays), true)),
    };
    let mut after = vec![None; scores.len()];
    for at in (1..scores.len()).rev() {
        after[at - 1] = votes(at, after[at]);
    }
    let mut before = None;
    let decide = |(at, after): (usize, Vote)| {
        let (above, below) = (before.or(after), after.or(before));
        before = votes(at, before);
        // A headline does not vouch for what stands below it, which may be its teaser.
        let teased = at.checked_sub(1).is_some_and(|above| voters[above] == Voter::Headline);
        match (voters[at], above, below) {
            (Voter::Sentence, Some((true, far)), Some((true, wide))) if !teased => {
                scores[at] >= threshold - if far || wide { LABELLED } else { SENTENCE }
            }
            (Voter::Headline, Some((false, _)), Some((false, _))) => scores[at] >= threshold + LINK,
            _ => alone[at],
        }
    };
    after.into_iter().enumerate().map(decide).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubtful_sentences_stay_amid_what_stays() {
        let sentences = |scores: &[i32]| stays(scores, 0, &vec![Voter::Sentence; scores.len()]);
        assert_eq!(sentences(&[900, -100, 900]), [true, true, true]);
        assert_eq!(sentences(&[900, -200, 900]), [true, false, true]);
        assert_eq!(sentences(&[900, -100, -900]), [true, false, false]);
        assert_eq!(sentences(&[-100, 900]), [true, true]);
        assert_eq!(sentences(&[-1]), [false]);
        let below = [Voter::Headline, Voter::Sentence, Voter::Sentence];
        assert_eq!(stays(&[900, -100, 900], 0, &below), [true, false, true]);
    }

    #[test]
    fn doubtful_headlines_go_amid_what_goes() {
        let headlines = |scores: &[i32]| stays(scores, 0, &vec![Voter::Headline; scores.len()]);
        assert_eq!(headlines(&[-900, 90, -900]), [false, false, false]);
        assert_eq!(headlines(&[-900, 110, -900]), [false, true, false]);
        assert_eq!(headlines(&[900, -100, 900]), [true, false, true]);
    }

    #[test]
    fn labels_have_no_vote() {
        let second = |scores: &[i32]| {
            let mut voters = vec![Voter::Sentence; scores.len()];
            voters[1] = Voter::Label;
            stays(scores, 0, &voters)
        };
        assert_eq!(second(&[900, -900, -200, 900]), [true, false, true, true]);
        assert_eq!(second(&[900, -900, -400, 900]), [true, false, false, true]);
        assert_eq!(second(&[-900, -900, -200, 900]), [false, false, false, true]);
        assert_eq!(second(&[-100, -900]), [false, false]);
    }
}
