//! What has to hold of every text, a body for each fuzz target.

mod model;

use std::hint::black_box;
use std::sync::OnceLock;

use copydesk::entity::{Gazetteer, Kind, Normalizer};
use copydesk::{examined, Desk, Page, Span};

/// Sentences come in order, inside the text, and leave only space between them.
pub fn sentences(text: &str) {
    let blank = |s: &str| s.chars().all(|c| c.is_whitespace() || c == '\u{feff}');
    let mut at = 0;
    for sentence in copydesk::sentences(text) {
        assert!(blank(&text[at..sentence.span.start]) && !sentence.span.is_empty());
        at = sentence.span.end;
    }
    assert!(blank(&text[at..]));
    let spans = |page: &Page<'_>, back: usize| -> Vec<(usize, usize)> {
        let sentences = copydesk::sentences(page);
        sentences.map(|s| (s.span.start - back, s.span.end - back)).collect()
    };
    let (from, to) = middle(text);
    let part = Page::with_regions(text, [Span::new(from, to)]);
    assert_eq!(spans(&part, from), spans(&Page::new(&text[from..to]), 0));
}

/// Mentions come in order, apart, each of an entity; rewriting twice is rewriting once.
pub fn entities(text: &str) {
    let entities = copydesk::entities(text);
    let mut at = 0;
    for mention in entities.mentions() {
        assert!(mention.span.start >= at && !text[mention.span].is_empty());
        assert!(entities.get(mention.entity).is_some());
        at = mention.span.end;
    }
    let once = copydesk::normalize(text).into_owned();
    assert_eq!(copydesk::normalize(&once), once);
}

/// The parts and the cue of a quotation are places in the text.
pub fn quotes(text: &str) {
    for quote in copydesk::quotes(text).as_slice() {
        assert!(!quote.parts.is_empty());
        let places = quote.parts.iter().chain(quote.cue.iter());
        assert!(places.into_iter().all(|span| text.get(span.range()).is_some()));
    }
}

/// Blocks tile the text; stripping twice is stripping once.
pub fn layout(text: &str) {
    let layout = copydesk::layout(text);
    let end = layout.blocks().iter().fold(0, |at, block| {
        assert_eq!(block.span.start, at);
        block.span.end
    });
    assert_eq!(end, text.len());
    let once = copydesk::strip(text).into_owned();
    assert_eq!(copydesk::strip(&once), once);
}

/// The whole desk gives the same answer twice.
pub fn chain(text: &str) {
    let desk = Desk::new();
    assert_eq!(format!("{:?}", desk.read(text)), format!("{:?}", desk.clone().read(text)));
}

/// The fast scan for names finds what the plain one finds. The names are organisations: of places the
/// word in front has a say ("pro-Beijing").
pub fn scanner(choices: &[u8]) {
    static SCANNER: OnceLock<Normalizer> = OnceLock::new();
    let scanner = SCANNER.get_or_init(|| {
        let names = model::NAMES.map(|name| (name, name));
        let table = Gazetteer::from_pairs(Kind::Organisation, names).expect("names");
        Normalizer::with_gazetteer_only(&table).people(false)
    });
    let text = model::text(&choices[..choices.len().min(64)]);
    let found = scanner.entities(&text);
    let fast: Vec<_> = found.mentions().iter().map(|m| (m.span.start, m.span.end)).collect();
    assert_eq!(fast, model::find(&text), "{text:?}");
}

/// Ten times the text is little more than ten times the work, and no byte is looked at more than so often.
pub fn work(text: &str) {
    /// Work of ten times the text, at most. A page is stripped a second time when it turns out to be
    /// wrapped without its furniture, which may be true of the longer text alone.
    const GROWTH: u64 = 21;
    /// Looks at each byte by all stages together, at most.
    const LOOKS: u64 = 64;
    // Shorter, and what the whole page says (that it quotes with these marks at all) may change between.
    const SHORT: usize = 4 << 10;
    if text.is_empty() {
        return;
    }
    let times = SHORT.div_ceil(text.len());
    let (short, long) = (text.repeat(times), text.repeat(10 * times));
    // Each stage over the whole page: how much of it the stripper keeps for the others is no law.
    let read = |text: &str| {
        examined(|| {
            black_box(copydesk::layout(text).blocks().len());
            black_box(copydesk::sentences(text).count());
            black_box(copydesk::quotes(text).as_slice().len());
        })
    };
    let (little, much) = (read(&short), read(&long));
    assert!(much <= GROWTH * little, "{much} bytes after {little}");
    assert!(much <= 2 * LOOKS * long.len() as u64 + 4096, "{much} bytes of {}", long.len());
}

/// A part of the text that begins and ends inside characters' bounds.
fn middle(text: &str) -> (usize, usize) {
    let bound = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    (bound(text.len() / 3), bound(text.len() * 3 / 4))
}
