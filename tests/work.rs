//! Work grows with the length of the text and with nothing else: bytes examined are counted.
//!
//! Runs with the feature `work`, which makes the stages count every look at a byte of the text, the
//! second look at the same one too.

use std::hint::black_box;
use std::sync::Once;

use copydesk::quote::Attributor;
use copydesk::{examined, Desk};

use crate::hostile::HOSTILE;

/// Bytes of the shorter text; the longer one has ten times as many.
const SHORT: usize = 2 << 10;
/// What a call may cost whatever the text.
const ALLOWANCE: f64 = 4096.0;
/// Looks at each byte, at most. News needs nine at most; where every other byte is a
/// candidate its surroundings are looked at again for each: the words on both sides of an
/// abbreviation's dot, a dozen words beside a quotation mark.
const MOST: [(&str, f64); 5] = [
    ("sentences", 15.0),
    ("entities", 12.0),
    ("quotations", 27.0),
    ("boilerplate", 8.0),
    ("pipeline", 48.0),
];

/// Bytes that each stage examines of a text by itself, and the pipeline. Tables are read before.
fn of_stages(text: &str) -> [u64; 5] {
    static TABLES: Once = Once::new();
    TABLES.call_once(|| {
        black_box(Desk::new().read("\"We left,\" said Ann Lee.").sentences().len());
    });
    let (attributor, desk) = (Attributor::new(), Desk::new());
    let entities = copydesk::entities(text);
    let seen = |n: usize| {
        black_box(n);
    };
    [
        examined(|| seen(copydesk::sentences(text).count())),
        examined(|| seen(copydesk::entities(text).mentions().len())),
        examined(|| seen(attributor.quotes(text, &entities).as_slice().len())),
        examined(|| seen(copydesk::layout(text).blocks().len())),
        examined(|| seen(desk.read(text).sentences().len())),
    ]
}

#[test]
fn work_is_a_multiple_of_the_length_whatever_the_text() {
    let mut worst = [(0.0, ""); 5];
    for (name, shape) in &HOSTILE {
        let (short, long) = (shape.text(SHORT), shape.text(10 * SHORT));
        let (little, much) = (of_stages(&short), of_stages(&long));
        for (at, (stage, most)) in MOST.into_iter().enumerate() {
            let (little, much) = (little[at] as f64, much[at] as f64);
            let looks = (much - ALLOWANCE) / long.len() as f64;
            if looks > worst[at].0 {
                worst[at] = (looks, name);
            }
            assert!(looks <= most, "{stage}: {name}: {looks:.1} looks at each byte");
            assert!(much <= 13.0 * little, "{stage}: {name}: {:.1} times the work", much / little);
        }
    }
    println!("most looks at each byte: {worst:?}");
}

/// Edited prose, of which a crawl mostly is.
#[test]
fn news_is_looked_at_a_few_times() {
    let paragraph = "President Ana Belmonte said on Monday that the Russian Federation had agreed to \
                     reopen the port of Tema. “We will wait,” Mrs. Belmonte told reporters. “It is late.”\n\n";
    let text = paragraph.repeat(40);
    for ((stage, _), work) in MOST.into_iter().zip(of_stages(&text)).take(4) {
        let looks = work as f64 / text.len() as f64;
        println!("{stage}: {looks:.1} looks at each byte of news");
        assert!(looks <= 10.0, "{stage}: {looks:.1} looks at each byte");
    }
}
