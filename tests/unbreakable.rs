//! No text stops a stage: every hostile one is read by all, whole and as a region of another.

use copydesk::{Desk, Page, Span};

use crate::hostile::HOSTILE;

/// Enough for every table, window and limit of the stages to be passed.
const BYTES: usize = 3 << 10;

fn read(page: &Page<'_>) -> usize {
    let entities = copydesk::entities(page);
    let quotes = copydesk::quotes(page);
    let layout = copydesk::layout(page);
    copydesk::sentences(page).count()
        + entities.mentions().len()
        + quotes.as_slice().len()
        + layout.blocks().len()
}

#[test]
fn every_stage_reads_every_hostile_text() {
    for (name, shape) in &HOSTILE {
        let text = shape.text(BYTES);
        let at = text.char_indices().nth(7).map_or(0, |(at, _)| at);
        println!("{name}");
        read(&Page::new(&text));
        read(&Page::with_regions(&text, [Span::new(at, text.len())]));
    }
}

#[test]
fn the_desk_reads_every_hostile_text() {
    let desk = Desk::new();
    for (name, shape) in &HOSTILE {
        println!("{name}");
        let text = shape.text(BYTES);
        let article = desk.read(&text);
        let mut spans = article.sentences().iter().map(|s| s.span);
        assert!(spans.all(|span| text.get(span.range()).is_some()));
    }
}

#[test]
fn hostile_blocks_tile_and_hostile_sentences_are_in_order() {
    for (name, shape) in &HOSTILE {
        let text = shape.text(BYTES);
        let layout = copydesk::layout(&text);
        let end = layout.blocks().iter().fold(0, |at, block| {
            assert_eq!(block.span.start, at, "{name}");
            block.span.end
        });
        assert_eq!(end, text.len(), "{name}");
        copydesk::sentences(&text).fold(0, |at, sentence| {
            assert!(sentence.span.start >= at && !sentence.span.is_empty(), "{name}");
            sentence.span.end
        });
    }
}

/// Found by the fuzz targets: what was left made a longer name with what stood before it, or a head
/// was rewritten that had kept its name from being so.
#[test]
fn heads_before_names_are_normalized_once() {
    for text in
        ["Republic of Republic of Georgia, Jordan,", "Republic of Korea, Korea Republic of Korea"]
    {
        let once = copydesk::normalize(text);
        assert_eq!(copydesk::normalize(once.as_ref()), once);
    }
}
