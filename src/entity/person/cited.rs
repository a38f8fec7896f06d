//! Names that a page cites as papers do: "(Li, Polat & Bavelier, 2010)".

use super::evidence::Evidence;
use super::Judged;
use crate::scan::chars::is_same;
use crate::span::Span;

/// Names cited with a comma and a year by which a page is known as one of papers.
const LEAST: usize = 2;

/// What only papers write behind a name, once a page is known as one.
const PAPERS: [Evidence; 3] = [Evidence::Dated, Evidence::Year, Evidence::Numbered];

/// What stands between the names of one list.
const LIST: [&str; 5] = [", ", " & ", ", & ", ", and ", " and "];

/// Marks all cited names of a page.
pub(super) fn spread(text: &str, judged: &mut [Judged]) {
    if is_of_papers(judged) {
        for judged in judged.iter_mut().filter(|j| PAPERS.iter().any(|year| j.seen.has(*year))) {
            judged.seen.note(Evidence::Cited, true);
            judged.seen.drop(Evidence::Number);
            judged.seen.drop(Evidence::Brackets);
        }
    }
    let mut next: Option<(Span, bool, bool)> = None;
    for judged in judged.iter_mut().rev() {
        let listed = next.filter(|(next, ..)| {
            let between = text.get(judged.span.end..next.start);
            between.is_some_and(|b| LIST.iter().any(|joint| is_same(b, joint)))
        });
        let place = judged.seen.has(Evidence::Table);
        judged.seen.note(Evidence::Cited, !place && listed.is_some_and(|(_, cited, _)| cited));
        if listed.is_some_and(|(.., owns)| owns) {
            // "In Carrano and Polat's study" is said of the study.
            judged.seen.drop(Evidence::Place);
        }
        let cited = judged.seen.has(Evidence::Cited);
        if cited {
            judged.seen.drop(Evidence::Ampersand);
        }
        let owns = judged.seen.has(Evidence::Owns);
        next = (cited || owns).then_some((judged.span, cited, owns));
    }
}

fn is_of_papers(judged: &[Judged]) -> bool {
    let cited = judged.iter().filter(|j| j.seen.has(Evidence::Cited)).take(LEAST).count();
    cited == LEAST || judged.iter().any(|j| j.seen.has(Evidence::EtAl))
}
