//! Names whose words are cut short: "Bosnia-Herzeg.", "P. Rico", "United Arab Emir."

use std::collections::HashMap;

use super::Country;

/// Fewer letters of a word may be anybody's initial.
const TELLING: usize = 3;

/// The known names, by the initials of their words.
#[derive(Debug, Default)]
pub(crate) struct Abbreviated {
    by_initials: HashMap<String, Vec<(Vec<String>, Country)>>,
}

impl Abbreviated {
    /// Of names as lists of their words in order of the alphabet.
    pub fn new(names: impl Iterator<Item = (Vec<String>, Country)>) -> Abbreviated {
        let mut new = Abbreviated::default();
        for (words, country) in names.filter(|(words, _)| words.len() > 1) {
            new.by_initials.entry(initials(&words)).or_default().push((words, country));
        }
        new
    }

    /// The one country with a name of these words, of which those of `cut` are beginnings;
    /// `is_form` knows the words for a form of state.
    pub fn find(
        &self,
        words: &[String],
        cut: &[String],
        is_form: impl Fn(&str) -> bool,
    ) -> Option<Country> {
        let tells = |word: &String| word.len() >= TELLING && !is_form(word);
        if words.len() < 2 || cut.is_empty() || !words.iter().any(tells) {
            return None;
        }
        let mut words = words.to_vec();
        words.sort_unstable();
        // "S. Israel" is a person, no state.
        let weak = |word: &str| words.len() == 2 && (is_form(word) || word == "saint");
        let stands_for = |short: &str, word: &str| {
            word.starts_with(short)
                && (short.len() >= TELLING || word.len() >= TELLING && !weak(word))
        };
        let fits = |(written, word): (&String, &String)| {
            written == word || cut.contains(written) && stands_for(written, word)
        };
        let named = self.by_initials.get(&initials(&words))?;
        let mut found = named.iter().filter(|(name, _)| words.iter().zip(name).all(fits));
        let (_, first) = found.next()?;
        found.all(|(_, country)| country == first).then_some(*first)
    }
}

fn initials(words: &[String]) -> String {
    let mut initials: Vec<char> = words.iter().filter_map(|word| word.chars().next()).collect();
    initials.sort_unstable();
    initials.into_iter().collect()
}
