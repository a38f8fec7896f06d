//! What must not matter: where a paragraph stands, how lines end, which space, which marks, which
//! normal form of a letter. The same news written otherwise has the same answers.

use copydesk::Article;
use proptest::prelude::*;

/// Paragraphs of whole sentences.
const PARAGRAPHS: [&str; 13] = [
    "The Ministry of Forests and the Ellerby Federation of Teachers agreed. The University of Utah did not.",
    "President Ana Belmonte said on Monday that the Russian Federation had agreed to the plan.",
    "“We will wait,” Mr. Belmonte told reporters. “It is late.”",
    "“It would be a crime,” the minister said, “and a stupid one.”",
    "He called the plan “a farce” and left.",
    "“We don’t know,” said Tom O’Leary, 54, of the dockers’ union.",
    "The U.S. economy grew 2.5 percent in the second quarter, according to the report.",
    "Georgia, Armenia and Jordan signed; Michael Jordan did not. He lives in Athens, Georgia.",
    "Sen. J. R. Whitcombe Jr. of St. Louis, Mo., spoke at 9 a.m. on Jan. 4. Nobody came.",
    "Lucía Herrán, the mayor of Río Seco, met the Côte d’Ivoire envoy in Washington, D.C.",
    "The Northfield Water Board (NWB) closed the lock. The NWB gave no reason, Herrán said.",
    "“Who asked us?” asked Zoë Brontë, who runs the café. The mayor did not answer.",
    "Prime Minister Piotr Zielak (2019) was in New Mexico. “I saw it,” said the prime minister.",
];

fn news() -> impl Strategy<Value = String> {
    let paragraph = prop::sample::select(PARAGRAPHS.to_vec());
    prop::collection::vec(paragraph, 1..6).prop_map(|all| all.join("\n\n"))
}

/// What is known of a text, by its words: the same for the same words.
#[derive(Debug, PartialEq)]
struct Answers {
    sentences: Vec<String>,
    mentions: Vec<(String, String)>,
    quotations: Vec<(Vec<String>, Option<String>, Option<String>)>,
    blocks: Vec<String>,
}

/// The text as it was before one of the changes.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\u{a0}', " ").replace(['“', '”'], "\"");
    DECOMPOSED.iter().fold(text.replace('’', "'"), |text, (one, two)| text.replace(two, one))
}

const DECOMPOSED: [(&str, &str); 4] =
    [("í", "i\u{301}"), ("á", "a\u{301}"), ("ô", "o\u{302}"), ("ë", "e\u{308}")];

fn answers(text: &str) -> Answers {
    let words = |span: copydesk::Span| plain(&text[span]);
    let entities = copydesk::entities(text);
    let quotes = copydesk::quotes(text);
    let name = |id| entities.get(id).map(|e| plain(&e.name)).unwrap_or_default();
    let quotations = quotes.as_slice().iter().map(|q| {
        let parts = q.parts.iter().map(|part| words(*part)).collect();
        (parts, q.cue.map(words), quotes.speaker_name(q).map(plain))
    });
    Answers {
        sentences: copydesk::sentences(text).map(|s| words(s.span)).collect(),
        mentions: entities.mentions().iter().map(|m| (words(m.span), name(m.entity))).collect(),
        quotations: quotations.collect(),
        blocks: copydesk::layout(text).blocks().iter().map(|b| b.kind.to_string()).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn line_ends_do_not_matter(text in news()) {
        prop_assert_eq!(answers(&text.replace('\n', "\r\n")), answers(&text));
    }

    #[test]
    fn no_break_spaces_are_spaces(text in news()) {
        prop_assert_eq!(answers(&text.replace(' ', "\u{a0}")), answers(&text));
    }

    #[test]
    fn straight_marks_are_curly_ones(text in news()) {
        let straight = text.replace(['“', '”'], "\"").replace('’', "'");
        prop_assert_eq!(answers(&straight), answers(&text));
    }

    #[test]
    fn normal_forms_are_one(text in news()) {
        let decomposed = DECOMPOSED.iter().fold(text.clone(), |t, (one, two)| t.replace(one, two));
        prop_assert_eq!(answers(&decomposed), answers(&text));
    }

    /// Another story in front shifts what is found, and adds its own.
    #[test]
    fn a_paragraph_in_front_shifts_all(text in news()) {
        let front = "It rained all day.\n\n";
        let (moved, mut alone) = (answers(&format!("{front}{text}")), answers(&text));
        alone.sentences.insert(0, front.trim().to_owned());
        prop_assert_eq!(moved.sentences, alone.sentences);
        prop_assert_eq!(moved.mentions, alone.mentions);
        prop_assert_eq!(moved.quotations, alone.quotations);
    }

    /// A sentence ends where its own paragraph says, whatever the paragraphs beside it say.
    #[test]
    fn sentences_are_local(before in news(), text in news(), after in news()) {
        let alone = answers(&text).sentences;
        let among = answers(&format!("{before}\n\n{text}\n\n{after}")).sentences;
        let from = answers(&before).sentences.len();
        prop_assert_eq!(&among[from..from + alone.len()], &alone[..]);
    }

    /// Stage by stage, lazily or collected: the desk says what the functions say.
    #[test]
    fn the_desk_says_what_the_stages_say(text in news()) {
        let article: Article<'_> = copydesk::Desk::new().read(&text);
        let body = copydesk::layout(&text).body();
        let mut lazy = copydesk::sentences(&body);
        prop_assert!(article.sentences().iter().all(|s| lazy.next() == Some(*s)));
        prop_assert_eq!(lazy.next(), None);
        prop_assert_eq!(article.entities(), &copydesk::entities(&body));
        prop_assert_eq!(article.quotes(), &copydesk::quotes(&body));
    }
}
