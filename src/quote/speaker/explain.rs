//! Why a quotation was given to its speaker, and not to somebody else.

use std::fmt;

use super::choice::Choice;
use super::choose::choose;
use super::judge::{best, Everybody, Weighed};
use super::weigh::WEIGHTS;
use super::Scene;
use crate::entity::Entities;
use crate::page::Page;
use crate::quote::ends::Ends;
use crate::quote::marks::pair;
use crate::quote::paragraph::paragraphs;
use crate::quote::speech::quotations;
use crate::quote::Attributor;
use crate::span::Span;

/// One piece of evidence about a candidate, and how much it weighs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Reason {
    /// What was looked at: "side place" is where the candidate stands.
    pub views: &'static str,
    /// What was seen there.
    pub values: String,
    /// Weight for the candidate (above zero) or against it, in hundredths of a logit.
    pub weight: i32,
}

/// Somebody who may have spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Contender {
    /// The words that point to the speaker; `None` for nobody.
    pub words: Option<Span>,
    /// True for whoever said the quotation before.
    pub carried: bool,
    /// The sum of all weights, in hundredths of a logit.
    pub weight: i32,
    /// All evidence that weighs anything, the heaviest first.
    pub reasons: Vec<Reason>,
}

/// A quotation and everybody who may have said it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Contest {
    /// The first part of the quotation.
    pub quote: Span,
    /// Candidates, the one that was chosen first.
    pub contenders: Vec<Contender>,
}

impl fmt::Display for Contest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.quote)?;
        for contender in &self.contenders {
            match contender.words {
                Some(words) => write!(f, "\n  {words}: {:+}", contender.weight)?,
                None => write!(f, "\n  nobody: {:+}", contender.weight)?,
            }
            for reason in &contender.reasons {
                write!(f, "\n    {:+5}  {} = {}", reason.weight, reason.views, reason.values)?;
            }
        }
        Ok(())
    }
}

impl Attributor {
    /// For every quotation of a page that stands inside no other, everybody who may have said it, with
    /// what speaks for and against each. Linear in the length of the page; the method is that of
    /// [`Attributor::quotes`].
    ///
    /// ```
    /// use copydesk::quote::Attributor;
    /// let text = "\"You have until noon,\" Nora Vance told Peter Hallam.";
    /// let contests = Attributor::new().explain_speakers(text, &copydesk::entities(text));
    /// let contenders = &contests[0].contenders;
    /// assert_eq!(contenders[0].words.map(|w| &text[w]), Some("Nora Vance"));
    /// assert!(contenders[0].reasons.iter().any(|r| r.weight > 0));
    /// assert!(contenders[1..].iter().all(|c| c.weight <= contenders[0].weight));
    /// ```
    pub fn explain_speakers<'t>(
        &self,
        page: impl Into<Page<'t>>,
        entities: &Entities<'t>,
    ) -> Vec<Contest> {
        let page = page.into();
        let text = page.text();
        let paragraphs = paragraphs(&page);
        let ends = Ends::new(&page, &paragraphs);
        let (quotes, _) = quotations(text, &paragraphs, &ends, &pair(&page, &paragraphs));
        let scene = Scene { text, paragraphs: &paragraphs, entities, ends: &ends };
        let mut contests = Vec::new();
        let mut everybody = Everybody::new(|at: usize, options: &[Weighed]| {
            let chosen = best(options);
            let mut contenders: Vec<Contender> = options.iter().map(contender).collect();
            contenders[..=chosen].rotate_right(1);
            contenders[1..].sort_by_key(|c| std::cmp::Reverse(c.weight));
            contests.push(Contest { quote: quotes[at].parts[0], contenders });
            chosen
        });
        choose(&scene, &quotes, &mut everybody);
        contests
    }
}

fn contender(option: &Weighed) -> Contender {
    let mut reasons: Vec<Reason> = WEIGHTS
        .reasons(&option.evidence)
        .map(|(template, key, weight)| Reason {
            views: template.name(),
            values: template.names(key),
            weight,
        })
        .collect();
    reasons.sort_by_key(|r| std::cmp::Reverse(r.weight.abs()));
    Contender {
        words: option.choice.said().map(|said| said.span),
        carried: matches!(option.choice, Choice::Carried(_)),
        weight: reasons.iter().map(|r| r.weight).sum(),
        reasons,
    }
}
