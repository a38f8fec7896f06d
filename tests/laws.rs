//! The laws that hold for every input.

use copydesk::quote::Speaker;
use copydesk::sentence::{LineEnds, Segmenter};
use copydesk::{Desk, Page, Span};
use proptest::prelude::*;

use crate::generate::{news, text};

/// What every stage says of a page, with each span moved back by `shift`.
fn answers(page: &Page<'_>, shift: usize) -> String {
    let back = |span: Span| Span::new(span.start - shift, span.end - shift);
    let sentences: Vec<_> =
        copydesk::sentences(page).map(|s| (back(s.span), format!("{:?}", s.boundary))).collect();
    let entities = copydesk::entities(page);
    let mentions: Vec<_> = entities
        .mentions()
        .iter()
        .map(|m| (back(m.span), m.kind, entities.get(m.entity).unwrap().name.to_string()))
        .collect();
    let quotes = copydesk::quotes(page);
    let quotes: Vec<_> = quotes
        .as_slice()
        .iter()
        .map(|q| {
            let parts: Vec<_> = q.parts.iter().map(|p| back(*p)).collect();
            (parts, q.kind, q.cue.map(back), quotes.speaker_name(q).map(str::to_owned))
        })
        .collect();
    let layout = copydesk::layout(page);
    let blocks: Vec<_> = layout.blocks().iter().map(|b| (back(b.span), b.kind, b.reason)).collect();
    format!("{sentences:?}\n{mentions:?}\n{quotes:?}\n{blocks:?}")
}

fn assert_inside(text: &str, regions: &[Span], span: Span) {
    assert!(text.get(span.range()).is_some(), "{span} cuts a character");
    assert!(regions.iter().any(|r| r.covers(span)), "{span} leaves the regions");
}

/// White space, or the mark that some editors put in front of a file.
fn is_space(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == '\u{feff}')
}

proptest! {
    #[test]
    fn sentences_are_in_order_and_cover_what_is_not_space(text in text()) {
        let mut at = 0;
        for sentence in copydesk::sentences(&text) {
            prop_assert!(is_space(&text[at..sentence.span.start]));
            prop_assert_eq!(text[sentence.span].trim(), &text[sentence.span]);
            prop_assert!(!sentence.span.is_empty());
            at = sentence.span.end;
        }
        prop_assert!(is_space(&text[at..]));
    }

    #[test]
    fn mentions_are_in_order_and_apart(text in text()) {
        let entities = copydesk::entities(&text);
        let mut at = 0;
        for mention in entities.mentions() {
            assert_inside(&text, &[Span::new(0, text.len())], mention.span);
            prop_assert!(mention.span.start >= at && !mention.span.is_empty());
            prop_assert!(entities.get(mention.entity).is_some());
            at = mention.span.end;
        }
    }

    #[test]
    fn quotations_lie_in_the_text(text in text()) {
        let quotes = copydesk::quotes(&text);
        let whole = [Span::new(0, text.len())];
        for quote in quotes.as_slice() {
            prop_assert!(!quote.parts.is_empty());
            quote.parts.iter().for_each(|part| assert_inside(&text, &whole, *part));
            prop_assert!(quote.parts.windows(2).all(|w| w[0].end <= w[1].start));
            quote.cue.iter().for_each(|cue| assert_inside(&text, &whole, *cue));
            quote.speaker.mention().iter().for_each(|m| assert_inside(&text, &whole, *m));
            if let Speaker::Described { span, .. } = quote.speaker {
                assert_inside(&text, &whole, span);
            }
        }
    }

    #[test]
    fn blocks_tile_the_page(text in text()) {
        let layout = copydesk::layout(&text);
        let mut at = 0;
        for block in layout.blocks() {
            prop_assert_eq!(block.span.start, at);
            at = block.span.end;
        }
        prop_assert_eq!(at, text.len());
    }

    #[test]
    fn a_region_reads_as_its_slice(before in news(), region in news(), after in news()) {
        let whole = format!("{before}{region}{after}");
        let span = Span::new(before.len(), before.len() + region.len());
        let page = Page::with_regions(&whole, [span]);
        prop_assert_eq!(answers(&page, before.len()), answers(&Page::new(&region), 0));
    }

    #[test]
    fn the_same_input_has_the_same_answer(text in text()) {
        let desk = Desk::new();
        let first = format!("{:?}", desk.read(&text));
        prop_assert_eq!(&format!("{:?}", desk.clone().read(&text)), &first);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| assert_eq!(format!("{:?}", desk.read(&text)), first));
            }
        });
    }

    #[test]
    fn stripping_and_normalizing_twice_is_once(text in text()) {
        let stripped = copydesk::strip(&text);
        prop_assert_eq!(&copydesk::strip(stripped.as_ref()), &stripped);
        let normal = copydesk::normalize(&text);
        prop_assert_eq!(&copydesk::normalize(normal.as_ref()), &normal);
    }

    #[test]
    fn a_paragraph_in_front_only_shifts_sentences(text in news()) {
        let front = "It rained all day.\n\n";
        let moved = format!("{front}{text}");
        // Whether lines are broken to fill a width is the whole page's evidence: it is told here.
        let segmenter = Segmenter::builder().line_ends(LineEnds::Break).build();
        let spans = |text: &str| segmenter.sentences(text).map(|s| s.span).collect::<Vec<_>>();
        let shifted: Vec<_> = spans(&text).into_iter().map(|s| s.shift(front.len())).collect();
        prop_assert_eq!(&spans(&moved)[1..], shifted);
    }
}

#[test]
fn every_public_type_can_be_shared() {
    fn shared<T: Send + Sync>() {}
    shared::<Desk>();
    shared::<Page<'static>>();
    shared::<copydesk::Article<'static>>();
    shared::<copydesk::Layout<'static>>();
    shared::<copydesk::Entities<'static>>();
    shared::<copydesk::Quotes<'static>>();
    shared::<copydesk::Sentences<'static>>();
    shared::<copydesk::Offsets<'static>>();
    shared::<copydesk::Error>();
    shared::<copydesk::boilerplate::Stripper>();
    shared::<copydesk::sentence::Segmenter>();
    shared::<copydesk::entity::Normalizer>();
    shared::<copydesk::quote::Attributor>();
}
