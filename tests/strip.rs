//! The laws of stripping, for every input.

use copydesk::boilerplate::{Strictness, Stripper};
use copydesk::{Page, Span};
use proptest::prelude::*;

/// Lines of the kinds that pages are made of, and what breaks parsers.
const LINES: [&str; 24] = [
    "The ministry said on Tuesday that the bridge would reopen before the end of the month.",
    "“We have waited long enough,” said Ada Marsh, who runs the ferry. “The river will not.”",
    "Engineers found cracks in two of the nine pillars in March, and the ferry has run ever since.",
    "Bridge to Reopen After Nine Months",
    "Published: Wed, March 13, 2024",
    "By Ada Marsh",
    "Share this:",
    "Like this:",
    "Subscribe to our newsletter",
    "Home",
    "Politics",
    "Read more: Ten bridges to see before they fall",
    "Advertisement",
    "* The ferry stops at noon.",
    "Photo by A. Marsh/Getty Images",
    "© 2019 The Marsh Courier. All rights reserved.",
    "",
    "   ",
    "\u{a0}",
    "\u{feff}",
    "🙂 é “",
    "12:00",
    "\r",
    "Ferry Captain Retires to Grow Leeks",
];

fn pages() -> impl Strategy<Value = String> {
    let line = prop_oneof![4 => prop::sample::select(LINES.to_vec()).prop_map(String::from), 1 => ".{0,40}"];
    let end = prop::sample::select(vec!["\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n\n"]);
    prop::collection::vec((line, end), 0..40)
        .prop_map(|lines| lines.into_iter().map(|(l, e)| l + e).collect())
}

/// Text wrapped at a width, as mail programs do: a space becomes a line end where the next word has no
/// room.
fn wrapped(text: &str, width: usize) -> String {
    let (mut out, mut column) = (String::new(), 0);
    for word in text.split_inclusive([' ', '\n']) {
        let len = word.trim_end().chars().count();
        if column + len > width && out.ends_with(' ') {
            out.pop();
            out.push('\n');
            column = 0;
        }
        column = if word.ends_with('\n') { 0 } else { column + len + 1 };
        out.push_str(word);
    }
    out
}

fn check(text: &str, stripper: &Stripper) -> Result<(), TestCaseError> {
    let layout = stripper.layout(text);
    let tiled: String = layout.blocks().iter().map(|b| &text[b.span]).collect();
    prop_assert_eq!(&tiled, text);
    let once = layout.clean().into_owned();
    let again = stripper.layout(&once).clean().into_owned();
    prop_assert_eq!(&once, &again);
    Ok(())
}

proptest! {
    #[test]
    fn stripping_what_was_stripped_changes_nothing(text in pages()) {
        for strictness in [Strictness::Lenient, Strictness::Balanced, Strictness::Strict] {
            check(&text, &Stripper::new().with_strictness(strictness))?;
        }
    }

    #[test]
    fn a_page_wrapped_at_a_width_keeps_the_same_paragraphs(
        paragraphs in prop::collection::vec(prop::sample::subsequence(LINES[..3].to_vec(), 2..=3), 4..8),
        furniture in prop::sample::subsequence(LINES[3..12].to_vec(), 0..4),
        width in 72_usize..101,
    ) {
        let paragraphs = paragraphs.iter().enumerate();
        let body = paragraphs.map(|(at, lines)| format!("On day {at} they met. {}", lines.join(" ")));
        let all: Vec<String> = body.chain(furniture.into_iter().map(String::from)).collect();
        let page = all.join("\n\n");
        let lines = wrapped(&page, width);
        prop_assert!(lines.lines().all(|line| line.chars().count() <= width));
        let (plain, broken) = (copydesk::layout(&page), copydesk::layout(&lines));
        let told = |l: &copydesk::Layout| l.blocks().iter().map(|b| (b.span, b.kind)).collect::<Vec<_>>();
        prop_assert_eq!(told(&broken), told(&plain));
    }

    #[test]
    fn any_text_is_tiled_and_stable(text in "\\PC*|(?s).{0,200}") {
        check(&text, &Stripper::new())?;
    }

    #[test]
    fn a_region_is_read_like_its_slice(text in pages(), a in 0..4000_usize, b in 0..4000_usize) {
        let page = Page::with_regions(&text, [Span::new(a.min(b), a.max(b))]);
        if let [region] = *page.regions() {
            let inside = copydesk::layout(&page);
            let slice = copydesk::layout(&text[region]);
            let shifted: Vec<_> = slice.blocks().iter().map(|b| (b.span.shift(region.start), b.kind)).collect();
            prop_assert_eq!(inside.blocks().iter().map(|b| (b.span, b.kind)).collect::<Vec<_>>(), shifted);
        }
    }

    #[test]
    fn regions_strip_to_a_stable_text(text in pages(), cuts in prop::collection::vec(0..3000_usize, 0..6)) {
        let spans = cuts.chunks(2).filter_map(|c| Some(Span::new(c[0], *c.get(1)?)));
        let once = copydesk::strip(Page::with_regions(&text, spans)).into_owned();
        prop_assert_eq!(copydesk::strip(&once), once.as_str());
    }

    #[test]
    fn line_ends_spaces_and_marks_do_not_matter(text in pages()) {
        let plain = text.replace("\r\n", "\n");
        let other = plain.replace('\n', "\r\n").replace(['“', '”'], "\"").replace(' ', "\u{a0}");
        let kinds = |t: &str| copydesk::layout(t).blocks().iter().map(|b| b.kind).collect::<Vec<_>>();
        prop_assert_eq!(kinds(&plain), kinds(&other));
    }
}
