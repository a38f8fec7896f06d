//! A person's name taken apart.

use crate::entity::person::{key, Class, PersonMention, LEXICON};
use crate::scan::fold::fold_into;
use crate::scan::numbers::Numbers;
use crate::span::Span;

/// The Arabic article before a surname.
const ARABIC: &str = "al-";

/// Most letters of what is written behind a name in capitals: "OBE", "FRSA".
const HONOUR: usize = 4;

/// A name without what follows it in capitals: "Ann Lee OBE".
fn without_honours(surface: &str) -> &str {
    let mut name = surface;
    if !name.ends_with(|c: char| c.is_ascii_uppercase()) {
        return name;
    }
    while let Some((rest, last)) = name.rsplit_once(char::is_whitespace) {
        // "John Paul II" is the second of his name.
        let number = last.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
        let capitals = last.bytes().all(|b| b.is_ascii_uppercase());
        let honour = (2..=HONOUR).contains(&last.len()) && capitals && !number;
        let named = |word: &str| word.contains(char::is_lowercase);
        if !honour || rest.split_whitespace().filter(|word| named(word)).nth(1).is_none() {
            break;
        }
        name = rest;
    }
    name
}

/// The different names of a page's mentions, without honours.
#[derive(Clone, Debug)]
pub(super) struct Surfaces<'t> {
    names: Vec<(&'t str, Parts)>,
    /// The place of each mention's name.
    pub of: Vec<usize>,
}

impl<'t> Surfaces<'t> {
    /// Takes every different name apart once; it is folded into `folded`.
    pub fn read(text: &'t str, mentions: &[PersonMention], folded: &mut String) -> Surfaces<'t> {
        let mut names = Vec::with_capacity(mentions.len());
        let mut numbers = Numbers::default();
        let number = |mention: &PersonMention| {
            let name = without_honours(&text[mention.span]);
            let number = numbers.number(key(name));
            if number == names.len() {
                names.push((name, Parts::of(name, folded)));
            }
            number
        };
        let of = mentions.iter().map(number).collect();
        Surfaces { names, of }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// The name of a mention, taken apart.
    pub fn parts(&self, mention: usize) -> Parts {
        self.names[self.of[mention]].1
    }

    /// The name at a place.
    pub fn name(&self, at: usize) -> &'t str {
        self.names[at].0
    }
}

/// A name taken apart, as places in the text of all folded mentions.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    /// The first given name.
    pub given: Option<Span>,
    pub surname: Span,
    /// The key of the surname.
    pub key: u64,
}

impl Parts {
    /// Folds a name, appended to `folded`. Its surname is the last word that is no suffix.
    pub fn of(surface: &str, folded: &mut String) -> Parts {
        let from = folded.len();
        fold_into(surface, folded);
        let (mut first, mut surname) = (None, Span::new(from, from));
        let mut surname_key = key("");
        let (mut words, mut particles) = (0, 0);
        let pieces = folded[from..].split(|c: char| c.is_whitespace() || c == '.');
        for word in pieces.filter(|word| !word.is_empty()) {
            let start = word.as_ptr() as usize - folded.as_ptr() as usize;
            let span = Span::new(start, start + word.len());
            let word = key(word);
            let class = LEXICON.class_of(word);
            if first.is_none() || !class.is(Class::SUFFIX) {
                (surname, surname_key) = (span, word);
            }
            first = first.or(Some(span));
            particles += usize::from(class.is(Class::PARTICLE));
            words += 1;
        }
        // "Van de Brook" is a surname.
        let given =
            first.filter(|first| *first != surname && (particles < 2 || particles + 1 < words));
        // "Rawadi" and "al-Rawadi" are one surname.
        if folded[surname].len() > ARABIC.len() && folded[surname].starts_with(ARABIC) {
            surname.start += ARABIC.len();
            surname_key = key(&folded[surname]);
        }
        Parts { given, surname, key: surname_key }
    }

    /// Where all words of the name are.
    pub fn whole(self) -> Span {
        Span::new(self.given.unwrap_or(self.surname).start, self.surname.end)
    }

    /// Where the first given name begins and the second ends, of a name of these two and a surname.
    /// "Marcia Clinton Slams" of a heading is none.
    pub fn front(self, folded: &str) -> Option<Span> {
        let given = self.given?;
        let inner = folded.get(given.end..self.surname.start)?;
        let second = inner.trim();
        if second.contains(char::is_whitespace) || !LEXICON.class(second).is_given() {
            return None;
        }
        let (last, class) = (&folded[self.surname], LEXICON.class(&folded[self.surname]));
        let verb = class.is(Class::COMMON) || last.ends_with('s');
        let named = class.is(Class::SURNAME) || !verb;
        named.then(|| Span::new(given.start, given.end + inner.trim_end().len()))
    }

    /// True when a name ends with all of another: "Ursula van der Brook", "van der Brook".
    pub fn ends_with(self, short: Parts, folded: &str) -> bool {
        let head = folded[self.whole()].strip_suffix(&folded[short.whole()]);
        short.given.is_some() && head.is_some_and(|head| head.ends_with(char::is_whitespace))
    }

    /// True when somebody goes by a later given name: "Hans Otto Harry Lund", "Otto Lund". A heading
    /// has other words between: "Ann Lee Beats Otto Lund".
    pub fn has_inner(self, short: Parts, folded: &str) -> bool {
        let (Some(first), Some(given)) = (self.given, short.given) else { return false };
        let inner = folded.get(first.end..self.surname.start).unwrap_or_default();
        if inner.len() <= given.len() {
            return false;
        }
        let named = |word: &str| word.len() == 1 || LEXICON.class(word).is_given();
        let mut words = inner.split_whitespace();
        words.clone().any(|word| *word == folded[given]) && words.all(named)
    }
}
