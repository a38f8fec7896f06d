//! Who was quoted, and how much.

use std::collections::HashMap;

use copydesk::entity::EntityId;
use copydesk::quote::{Quote, Quotes, Speaker};

/// Colours that the style sheet has for speakers; whoever comes after them begins again.
const COLOURS: usize = 10;

/// Somebody who is quoted.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The canonical name or the description; `None` for words that the text gives to nobody.
    pub name: Option<String>,
    pub quotes: usize,
    pub words: usize,
    /// Index of the first quotation.
    pub first: usize,
    /// The class that gives everything of this speaker its colour.
    pub colour: String,
}

/// What makes two quotations one speaker's.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Entity(EntityId),
    Described(String),
    Nobody,
}

/// The speakers of a page, who said most first.
#[derive(Debug)]
pub struct Voices {
    all: Vec<Voice>,
    of_quote: Vec<usize>,
}

impl Voices {
    pub fn of(quotes: &Quotes) -> Voices {
        let mut at: HashMap<Key, usize> = HashMap::new();
        let mut all: Vec<Voice> = Vec::new();
        let mut of_quote = Vec::new();
        for (index, quote) in quotes.as_slice().iter().enumerate() {
            let slot = *at.entry(key(quotes, quote)).or_insert_with(|| {
                let name = quotes.speaker_name(quote).map(str::to_owned);
                all.push(Voice { name, quotes: 0, words: 0, first: index, colour: String::new() });
                all.len() - 1
            });
            all[slot].quotes += 1;
            // What is quoted inside somebody's words are that somebody's words already.
            all[slot].words += if quote.parent.is_none() { words(quotes, quote) } else { 0 };
            of_quote.push(slot);
        }
        rank(&mut all, &mut of_quote);
        Voices { all, of_quote }
    }

    pub fn all(&self) -> &[Voice] {
        &self.all
    }

    /// The speaker of the quotation with this index.
    pub fn of_quote(&self, index: usize) -> &Voice {
        &self.all[self.rank(index)]
    }

    /// The place among all speakers of the one of this quotation.
    pub fn rank(&self, index: usize) -> usize {
        self.of_quote[index]
    }

    pub fn words(&self) -> usize {
        self.all.iter().map(|voice| voice.words).sum()
    }
}

/// Sorts by words and gives out the colours; words of nobody come last and are grey.
fn rank(all: &mut Vec<Voice>, of_quote: &mut [usize]) {
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|&at| (all[at].name.is_none(), std::cmp::Reverse(all[at].words)));
    let mut place = vec![0; all.len()];
    for (rank, &at) in order.iter().enumerate() {
        place[at] = rank;
        all[at].colour = match all[at].name {
            Some(_) => format!("k{}", rank % COLOURS),
            None => "nobody".into(),
        };
    }
    of_quote.iter_mut().for_each(|slot| *slot = place[*slot]);
    *all = order.iter().map(|&at| all[at].clone()).collect();
}

fn key(quotes: &Quotes, quote: &Quote) -> Key {
    match quote.speaker {
        Speaker::Entity { entity, .. } => Key::Entity(entity),
        Speaker::Described { span, .. } => Key::Described(quotes.text()[span].to_lowercase()),
        _ => Key::Nobody,
    }
}

fn words(quotes: &Quotes, quote: &Quote) -> usize {
    quote.parts.iter().map(|part| quotes.text()[*part].split_whitespace().count()).sum()
}
