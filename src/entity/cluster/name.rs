//! A name that the caller found, taken apart.

use crate::entity::person::{Class, LEXICON};
use crate::entity::Gender;
use crate::scan::fold::fold;

/// Letters of an acronym, at most.
const LONGEST_ACRONYM: usize = 8;

/// Words of a person's name, at most.
const LONGEST_PERSON: usize = 5;

/// Words inside names that no acronym has a letter for.
const SMALL: [&str; 10] = ["of", "the", "and", "for", "in", "on", "to", "a", "at", "&"];

/// A name taken apart.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Words, folded, without articles, titles and suffixes.
    pub words: Vec<String>,
    /// One word in capitals: "SPD", "AfD".
    pub acronym: bool,
    /// May be a person's, as far as its words tell.
    pub person: bool,
    /// Begins with the name of a place.
    pub placed: bool,
    /// A table knows it.
    pub known: bool,
    /// What its title or its given name tells.
    pub gender: Option<Gender>,
}

impl Name {
    /// Takes `surface` apart; `placed` when it begins with the name of a country or another place.
    pub fn of(surface: &str, placed: bool) -> Name {
        let stem = without_possessive(&surface[lead(surface)..]);
        let mut words: Vec<String> = split(stem);
        while words.len() > 1 && words.last().is_some_and(|w| LEXICON.class(w).is(Class::SUFFIX)) {
            words.pop();
        }
        if words.len() > 1 && words.iter().all(|w| w.len() == 1) {
            words = vec![words.concat()];
        }
        let capitals = stem.chars().filter(|c| c.is_uppercase()).count();
        let letters = stem.chars().filter(|c| c.is_alphabetic()).count();
        let short = words.len() == 1 && (2..=LONGEST_ACRONYM).contains(&letters);
        let acronym = short && capitals > 1 && capitals * 2 > letters;
        let placed = placed && !words.first().is_some_and(|w| LEXICON.class(w).is_given());
        let person = !placed && is_like_person(&words) && (capitals < letters || letters < 3);
        let titles = fold(&surface[..lead(surface)]);
        let title = titles.split_whitespace().find_map(|w| bare_class(w).gender());
        let given = words.first().filter(|_| person).and_then(|w| LEXICON.class(w).gender());
        Name { words, acronym, person, placed, known: false, gender: title.or(given) }
    }

    /// A table knows it, and then it is no person.
    pub fn known(self, known: bool) -> Name {
        Name { known, ..self }
    }

    pub fn key(&self) -> String {
        self.words.join(" ").replace('-', " ")
    }

    pub fn is_long(&self) -> bool {
        self.words.len() > 1
    }

    pub fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    pub fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// The name without what only says that it is a company: "apple inc" is "apple". Of a company
    /// with a country's name nothing would be left but the country.
    pub fn stem(&self) -> String {
        let kept = if self.placed { self.words.len() } else { self.without(Class::FIRM) };
        self.words[..kept].join(" ")
    }

    /// How many words stand before the last ones of a class.
    fn without(&self, class: Class) -> usize {
        let last = |w: &&String| LEXICON.class(w).is(class);
        self.words.len() - self.words.iter().skip(1).rev().take_while(last).count()
    }

    /// First letters, with and without those of small words, of second halves and of what says that
    /// it is a company: "Ministry of Defence" is "md" and "mod".
    pub fn initials(&self) -> [String; 4] {
        let firm = self.without(Class::FIRM);
        let letters = |words: &[String], small: bool, halves: usize| {
            let parts = words.iter().flat_map(|w| w.splitn(halves, '-'));
            let counted = parts.filter(|w| small || !SMALL.contains(w));
            counted.filter_map(|w| w.chars().next()).collect()
        };
        let (all, most) = (&self.words[..], &self.words[..firm]);
        [
            letters(all, false, 9),
            letters(all, true, 9),
            letters(all, false, 1),
            letters(most, false, 9),
        ]
    }

    /// What the name is also called: its last words, its first ones before an "of" or "de", and
    /// those before a word like "River".
    pub fn parts(&self) -> impl Iterator<Item = String> + '_ {
        let most = self.words.len().min(LONGEST_ACRONYM);
        let tails = (2..most).map(|n| &self.words[self.words.len() - n..]);
        let tails = tails.filter(|tail| !SMALL.contains(&tail[0].as_str()));
        let of = self.words.iter().position(|w| w == "of").filter(|at| *at > 1);
        let de = self.words.iter().position(|w| w == "de").filter(|at| *at == 1);
        let geo = Some(self.without(Class::GEO)).filter(|at| *at < self.words.len());
        let heads = of.into_iter().chain(de).chain(geo).map(|at| &self.words[..at]);
        tails.chain(heads).map(|words| words.join(" "))
    }

    /// A person's by its form and by one of its words.
    pub fn is_sure_person(&self) -> bool {
        let (first, last) = (LEXICON.class(self.first()), LEXICON.class(self.last()));
        self.person && !self.known && (first.is_given() || last.is(Class::SURNAME))
    }

    /// The last word of a name that is surely a person's.
    pub fn sure_surname(&self) -> Option<&str> {
        let sure = self.person && LEXICON.class(self.first()).is_surely_given();
        sure.then(|| self.last())
    }

    /// True of a person with another given name, however alike: "Marie" and "Maria".
    pub fn is_other_person(&self, other: &Name) -> bool {
        let given = |name: &Name| LEXICON.class(name.first()).is_given();
        self.first() != other.first() && given(self) && given(other)
            || self.words.iter().chain(&other.words).any(|w| w.contains(char::is_numeric))
    }

    /// True of names like "Miami Marlins": a place, and who is at home there.
    pub fn is_of_place(&self) -> bool {
        let what = Class::HEAD.and(Class::FIRM).and(Class::GEO);
        let whose = |w: &String| !LEXICON.class(w).is(what) && !SMALL.contains(&w.as_str());
        self.placed && self.is_long() && self.words.iter().all(whose)
    }

    /// The word that says what it is: "commission", "council" of "Council of Europe".
    pub fn head(&self) -> Option<&str> {
        let heads = |w: &&str| LEXICON.class(w).is(Class::HEAD);
        let of = self.words.iter().position(|w| w == "of").filter(|at| *at > 0);
        let at = of.unwrap_or(self.words.len()) - 1;
        self.words.get(at).map(String::as_str).filter(heads)
    }
}

/// The words of a name, folded; the Arabic article before a hyphen is left out.
fn split(stem: &str) -> Vec<String> {
    let folded = fold(stem).replace("'s ", " ").replace("\u{2019}s ", " ");
    let folded = folded.replace(['\'', '\u{2019}'], "");
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '&');
    let bare = |w: &str| w.strip_prefix("al-").unwrap_or(w).trim_matches('-').to_owned();
    words.map(bare).filter(|w| !w.is_empty()).collect()
}

/// A name without a possessive ending.
pub(super) fn without_possessive(surface: &str) -> &str {
    let surface = surface.trim();
    let stem = surface.strip_suffix("'s").or_else(|| surface.strip_suffix("\u{2019}s"));
    stem.unwrap_or(surface)
}

/// Bytes of the article, the trade and the titles before a name.
pub(super) fn lead(surface: &str) -> usize {
    let (mut lead, mut rest) = (0, surface);
    while let Some((word, behind)) = rest.split_once(char::is_whitespace) {
        if behind.trim().is_empty() || !opens(&fold(word)) {
            break;
        }
        lead += rest.len() - behind.len();
        rest = behind;
    }
    lead
}

fn opens(folded: &str) -> bool {
    let class = bare_class(folded);
    is_article(folded) || class.is_title() && !class.is_given()
}

/// "the", or what a company does: "automaker".
pub(super) fn is_article(folded: &str) -> bool {
    folded == "the" || LEXICON.class(folded).is(Class::TRADE)
}

/// What a folded word is known as, without the dots of an abbreviation.
fn bare_class(folded: &str) -> Class {
    LEXICON.class(folded.trim_matches(['.', ',']))
}

/// Two words or a few more, none of which an organisation's name has.
fn is_like_person(words: &[String]) -> bool {
    let class = |w: &String| LEXICON.class(w);
    let small = |w: &String| SMALL.contains(&w.as_str()) && w != "a";
    // "Park Geun-hye": what is a head at the end is a surname where that comes first.
    let rest = words.get(1).map_or(0, |second| usize::from(second.contains('-')));
    let letters = |w: &String| w.chars().all(|c| c.is_alphabetic() || c == '-');
    (2..=LONGEST_PERSON).contains(&words.len())
        && !words.iter().any(small)
        && !words.iter().skip(rest).any(|w| class(w).is(Class::HEAD))
        && words.iter().all(letters)
}
