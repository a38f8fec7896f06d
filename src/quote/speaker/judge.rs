//! Who hears the candidates of a quotation and chooses among them.

use super::choice::Choice;
use super::feature::Side;
use super::view::Evidence;
use super::weigh::{Scale, WEIGHTS};

/// Hears everybody who may have said a quotation, and chooses one.
pub(crate) trait Judge {
    /// A quotation begins.
    fn open(&mut self);

    /// What the options that follow share.
    fn regard(&mut self, shared: &Evidence);

    /// False when nobody on that side is to be heard any more.
    fn hears(&self, side: Side) -> bool;

    /// Hears of an option, which has that place in the order of all.
    fn hear(&mut self, place: usize, side: Side, evidence: Evidence, choice: impl Fn() -> Choice);

    /// The choice among those that were heard, by the number of the quotation.
    fn choose(&mut self, quote: usize) -> (Side, Choice);
}

/// What nobody must lead by, in hundredths of a logit: in doubt a quotation is somebody's.
const DOUBT: i32 = 20;

/// Whom to hear first, later and last, and the weight from which on nobody more is heard, in
/// hundredths of a logit: in no development text anybody farther off weighs more. The training program
/// counts such quotations.
const STAGES: [(&[Side], i32); 4] = [
    (&[Side::Before, Side::After], i32::MAX),
    (&[Side::Nobody, Side::Carried, Side::Later, Side::Tail], 200),
    (&[Side::Earlier], 150),
    (&[Side::Above], -200),
];

/// Finds the option with the most weight, and looks no farther than it takes.
pub(super) struct Foremost {
    scale: Scale<'static>,
    best: Option<Best>,
}

struct Best {
    score: i32,
    place: usize,
    side: Side,
    choice: Choice,
}

impl Foremost {
    pub(super) fn new() -> Foremost {
        Foremost { scale: WEIGHTS.scale(), best: None }
    }
}

impl Judge for Foremost {
    fn open(&mut self) {
        self.best = None;
    }

    fn regard(&mut self, shared: &Evidence) {
        self.scale.regard(shared);
    }

    fn hears(&self, side: Side) -> bool {
        let stage = STAGES.iter().find(|(sides, _)| sides.contains(&side));
        let enough = stage.map_or(i32::MAX, |(_, enough)| *enough);
        self.best.as_ref().map_or(true, |best| best.score < enough)
    }

    #[inline]
    fn hear(&mut self, place: usize, side: Side, evidence: Evidence, choice: impl Fn() -> Choice) {
        let score = self.scale.score(&evidence) - if side == Side::Nobody { DOUBT } else { 0 };
        // Of equals the first one.
        let is_behind = |best: &Best| (best.score, place) >= (score, best.place);
        if !self.best.as_ref().is_some_and(is_behind) {
            self.best = Some(Best { score, place, side, choice: choice() });
        }
    }

    fn choose(&mut self, _: usize) -> (Side, Choice) {
        self.best.as_ref().map_or((Side::Nobody, Choice::Nobody), |best| (best.side, best.choice))
    }
}

/// Somebody who may have spoken, with all that is known for and against.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weighed {
    pub evidence: Evidence,
    pub choice: Choice,
    side: Side,
    place: usize,
}

/// Collects all options of a quotation, and asks `pick` which to take.
pub(crate) struct Everybody<P> {
    options: Vec<Weighed>,
    pick: P,
}

impl<P: FnMut(usize, &[Weighed]) -> usize> Everybody<P> {
    pub(crate) fn new(pick: P) -> Everybody<P> {
        Everybody { options: Vec::new(), pick }
    }
}

impl<P: FnMut(usize, &[Weighed]) -> usize> Judge for Everybody<P> {
    fn open(&mut self) {
        self.options.clear();
    }

    fn regard(&mut self, _: &Evidence) {}

    fn hears(&self, _: Side) -> bool {
        true
    }

    fn hear(&mut self, place: usize, side: Side, evidence: Evidence, choice: impl Fn() -> Choice) {
        self.options.push(Weighed { evidence, choice: choice(), side, place });
    }

    fn choose(&mut self, quote: usize) -> (Side, Choice) {
        self.options.sort_by_key(|option| option.place);
        let picked = (self.pick)(quote, &self.options).min(self.options.len().saturating_sub(1));
        let picked = self.options.get(picked);
        picked.map_or((Side::Nobody, Choice::Nobody), |option| (option.side, option.choice))
    }
}

/// Which of the options [`Foremost`] takes.
pub(crate) fn best(options: &[Weighed]) -> usize {
    best_of(options, |foremost, sides| sides.iter().all(|side| foremost.hears(*side)))
}

/// True where somebody weighs more whom [`Foremost`] does not hear.
#[cfg(feature = "train")]
pub(crate) fn misses(options: &[Weighed]) -> bool {
    best(options) != best_of(options, |_, _| true)
}

fn best_of(options: &[Weighed], hears: impl Fn(&Foremost, &[Side]) -> bool) -> usize {
    let mut foremost = Foremost::new();
    for (sides, _) in STAGES {
        if !hears(&foremost, sides) {
            continue;
        }
        for (at, option) in options.iter().enumerate().filter(|(_, o)| sides.contains(&o.side)) {
            foremost.regard(&option.evidence);
            foremost.hear(at, option.side, option.evidence, || option.choice);
        }
    }
    foremost.best.map_or(0, |best| best.place)
}

#[cfg(test)]
mod tests {
    use super::{best, Everybody, Foremost, Weighed};
    use crate::quote::speaker::{choose::choose, Scene};
    use crate::quote::{ends::Ends, marks::pair, paragraph::paragraphs, speech::quotations};
    use crate::Page;
    use proptest::prelude::*;

    /// What news is made of.
    fn fragments() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "“We had no rope,” ",
            "\"Not one boat is left. ",
            "\" ",
            "\n\n",
            "\n",
            ". ",
            ", ",
            ": ",
            "? ",
            "Ann Lee ",
            "Mayor Ole Brandt ",
            "the Ellerby Post ",
            "the minister ",
            "Ghana ",
            "He ",
            "who ",
            "said ",
            "told ",
            "according to ",
            "added ",
            "called it ",
            "and ",
            "of ",
            "by ",
            "the boat ",
            "Q: ",
            "I ",
            "it ",
            "was ",
            "closed ",
        ])
    }

    proptest! {
        #[test]
        fn all_options_are_explained_as_they_are_chosen(parts in prop::collection::vec(fragments(), 0..60)) {
            let text = parts.concat();
            let page = Page::new(&text);
            let paragraphs = paragraphs(&page);
            let ends = Ends::new(&page, &paragraphs);
            let (quotes, _) = quotations(&text, &paragraphs, &ends, &pair(&page, &paragraphs));
            let entities = crate::entities(&text);
            let scene =
                Scene { text: &text, paragraphs: &paragraphs, entities: &entities, ends: &ends };
            let mut everybody = Everybody::new(|_, options: &[Weighed]| best(options));
            let all = choose(&scene, &quotes, &mut everybody);
            prop_assert_eq!(choose(&scene, &quotes, &mut Foremost::new()), all);
        }
    }
}
