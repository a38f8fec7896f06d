//! Lines that their neighbours outvote.
//!
//! The trees weigh every line by itself, but articles and furniture come in stretches. Of the sentences
//! about which the trees are in doubt, between two lines that stay, two in three are of the article;
//! headlines there are as often promos as subheads, and between two lines that go most are links.

/// How far below the threshold a sentence may be between two lines that stay, and how far above it a
/// headline must be between two that go, in units of the trees' leaves.
const SENTENCE: i32 = 150;
const LINK: i32 = 100;

/// The scores that are in doubt: from the first to below the second.
pub(super) fn doubt(threshold: i32) -> (i32, i32) {
    (threshold - SENTENCE, threshold + LINK)
}

/// Which lines stay, told which have the form of a headline. The one neighbour of the first line and of
/// the last votes twice.
pub(super) fn stays(
    scores: &[i32],
    threshold: i32,
    is_headline: impl Fn(usize) -> bool,
) -> Vec<bool> {
    let alone: Vec<bool> = scores.iter().map(|&score| score >= threshold).collect();
    let vote = |at: usize| {
        let (before, after) = (at.checked_sub(1).map(|at| alone[at]), alone.get(at + 1).copied());
        let (low, high) = doubt(threshold);
        // A headline does not vouch for what stands below it, which may be its teaser.
        let vouched = !is_headline(at) && !at.checked_sub(1).is_some_and(&is_headline);
        match (before.or(after), after.or(before)) {
            (Some(true), Some(true)) if vouched => scores[at] >= low,
            (Some(false), Some(false)) if is_headline(at) => scores[at] >= high,
            _ => alone[at],
        }
    };
    (0..scores.len()).map(vote).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubtful_sentences_stay_amid_what_stays() {
        let sentences = |scores: &[i32]| stays(scores, 0, |_| false);
        assert_eq!(sentences(&[900, -100, 900]), [true, true, true]);
        assert_eq!(sentences(&[900, -200, 900]), [true, false, true]);
        assert_eq!(sentences(&[900, -100, -900]), [true, false, false]);
        assert_eq!(sentences(&[-100, 900]), [true, true]);
        assert_eq!(stays(&[900, -100, 900], 0, |at| at == 0), [true, false, true]);
        assert_eq!(sentences(&[-1]), [false]);
    }

    #[test]
    fn doubtful_headlines_go_amid_what_goes() {
        let headlines = |scores: &[i32]| stays(scores, 0, |_| true);
        assert_eq!(headlines(&[-900, 90, -900]), [false, false, false]);
        assert_eq!(headlines(&[-900, 110, -900]), [false, true, false]);
        assert_eq!(headlines(&[900, -100, 900]), [true, false, true]);
    }
}
