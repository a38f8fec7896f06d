//! Who said it: the speaker of every quotation of a page.
//!
//! A paragraph is a `stream` of tokens, of which a `passage` reads what is asked for; its `candidate`s stand each in a `place`. A `view` is one thing
//! seen of a candidate, `feature` sees it, `weigh` has the table of learned weights. `choose` goes from
//! quotation to quotation, `resolve` from the words chosen to an entity.

mod candidate;
mod choice;
pub(crate) mod choose;
mod explain;
mod feature;
mod inner;
mod interview;
pub(crate) mod judge;
mod measure;
mod names;
mod organisation;
mod passage;
mod phrase;
mod place;
mod read;
mod resolve;
mod role;
mod standing;
mod stream;
mod view;
pub(crate) mod weigh;
pub(super) mod words;
mod written;

use choice::Choice;
use choose::choose;
use judge::Foremost;
use resolve::Resolver;

use super::ends::Ends;
use super::Quote;
use crate::entity::Entities;
use crate::span::Span;

pub use explain::{Contender, Contest, Reason};

/// What the choice of a speaker looks at.
pub(crate) struct Scene<'a, 't> {
    /// The whole text.
    pub text: &'t str,
    /// The paragraphs, in reading order.
    pub paragraphs: &'a [Span],
    /// The entities of the page.
    pub entities: &'a Entities<'t>,
    /// Where sentences end.
    pub ends: &'a Ends<'a, 't>,
}

/// Sets cue and speaker of every quotation; what the text gives to nobody stays unknown.
/// Linear in the length of the page.
pub(crate) fn attribute(scene: &Scene<'_, '_>, quotes: &mut [Quote]) {
    let mut resolver = Resolver::new(scene, quotes);
    let chosen = choose(scene, quotes, &mut Foremost::new());
    let answers = resolver.answers();
    for (quote, choice) in quotes.iter_mut().zip(chosen) {
        if let Some(speaker) = answers.speaker(quote.parts[0]) {
            quote.speaker = speaker;
            continue;
        }
        let Some(said) = choice.said() else { continue };
        let carried = matches!(choice, Choice::Carried(_));
        quote.speaker = resolver.speaker(&quote.parts, &said, carried);
        quote.cue = said.cue.filter(|_| !carried);
    }
    inner::attribute(scene, quotes, &mut resolver);
}
