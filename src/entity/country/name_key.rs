//! The normal form of a country's name in a table: which words it has, not how they are written.
//!
//! "Korea, Dem. People's Rep. of", "DEMOCRATIC PEOPLE'S REPUBLIC OF KOREA" and "Democratic People’s
//! Republic of Korea (the)" have the same words once case, accents, articles, abbreviations and
//! order are taken away; so one row of a table answers for all of them.

use crate::scan::fold::{fold, fold_into};

/// Words that name nothing.
const DROPPED: [&str; 3] = ["the", "of", "and"];

/// Words of one meaning in tables, each under one spelling.
const SAME: [(&str, &str); 49] = [
    ("plur", "plurinational"),
    ("boliv", "bolivarian"),
    ("bolivar", "bolivarian"),
    ("rep", "republic"),
    ("repub", "republic"),
    ("dem", "democratic"),
    ("demo", "democratic"),
    ("peoples", "people"),
    ("st", "saint"),
    ("sts", "states"),
    ("is", "islands"),
    ("isl", "islands"),
    ("isls", "islands"),
    ("isds", "islands"),
    ("island", "islands"),
    ("isle", "islands"),
    ("isles", "islands"),
    ("terr", "territory"),
    ("ter", "territory"),
    ("terrs", "territory"),
    ("territories", "territory"),
    ("fed", "federal"),
    ("federated", "federal"),
    ("federation", "federal"),
    ("br", "british"),
    ("brit", "british"),
    ("fr", "french"),
    ("cent", "central"),
    ("afr", "african"),
    ("equat", "equatorial"),
    ("eq", "equatorial"),
    ("islam", "islamic"),
    ("gr", "great"),
    ("so", "s"),
    ("prin", "principe"),
    ("utd", "united"),
    ("un", "united"),
    ("unit", "united"),
    ("gren", "grenadines"),
    ("soc", "socialist"),
    ("princ", "principe"),
    ("hond", "honduras"),
    ("herz", "herzegovina"),
    ("barb", "barbuda"),
    ("mc", "mac"),
    ("usa", "us"),
    ("oc", "ocean"),
    ("ind", "indian"),
    ("arabic", "arab"),
];

/// Two words for which tables also write one.
const JOINED: [(&str, &str, &str); 4] = [
    ("united", "states", "us"),
    ("united", "kingdom", "uk"),
    ("great", "britain", "britain"),
    ("people", "s", "people"),
];

/// The words of a name: folded, spelt out, without articles, in the order of the name.
pub(crate) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let repaired = repair(name);
    let mut previous_end = '\0';
    for raw in split(&repaired) {
        let letters = raw.chars().count();
        let after_apostrophe = matches!(previous_end, '\'' | '’');
        previous_end = following(&repaired, raw);
        let mut word = String::with_capacity(raw.len());
        fold_into(raw, &mut word);
        if after_apostrophe && word == "s" {
            continue;
        }
        // "U.S.A.", "D P R": letters that stand alone are one abbreviation.
        let joins = letters == 1 && !after_apostrophe;
        match words.last_mut() {
            Some(last) if joins && last.ends_with('.') => {
                last.insert_str(last.len() - 1, &word);
            }
            _ if joins => words.push(word + "."),
            _ => words.push(word),
        }
    }
    for word in &mut words {
        if word.ends_with('.') {
            word.pop();
        }
    }
    let several = words.len() > 1;
    let mut words: Vec<String> = words
        .into_iter()
        .filter(|word| !(several && DROPPED.contains(&word.as_str())))
        .map(|word| if several { spelt_out(word) } else { single(word) })
        .collect();
    join(&mut words);
    words
}

/// Words of a name that are cut short, as [`words`] has them: with a dot behind, or a letter that stands alone.
pub(crate) fn cut_words(name: &str) -> Vec<String> {
    let cut = |word: &&str| following(name, word) == '.' || word.chars().nth(1).is_none();
    split(name).filter(cut).map(fold).collect()
}

/// The words of a name in order of the alphabet: equal for names that are written alike.
pub(crate) fn key(words: &[String]) -> String {
    let mut sorted: Vec<&str> = words.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.join(" ")
}

/// Words that the normal form spells otherwise: they are part of names all the same.
pub(crate) fn respelt() -> impl Iterator<Item = &'static str> {
    let joined = JOINED.iter().flat_map(|(first, second, _)| [*first, *second]);
    SAME.iter().map(|(short, _)| *short).chain(joined)
}

fn split(name: &str) -> impl Iterator<Item = &str> {
    // Modifier letters stand for apostrophes in transliterations: "Puleʻanga".
    let letter = |c: char| c.is_alphanumeric() && !('\u{2b0}'..'\u{300}').contains(&c);
    name.split(move |c: char| !(letter(c) || is_mark(c))).filter(|word| !word.is_empty())
}

/// A combining mark belongs to the letter before it.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The character behind `word`, which is a slice of `name`.
fn following(name: &str, word: &str) -> char {
    let end = word.as_ptr() as usize - name.as_ptr() as usize + word.len();
    name[end..].chars().next().unwrap_or('\0')
}

/// A name that is one word is not an abbreviation of a part of a name.
fn single(word: String) -> String {
    if word == "usa" {
        return "us".into();
    }
    word
}

fn spelt_out(word: String) -> String {
    match SAME.iter().find(|(short, _)| *short == word) {
        Some((_, long)) => (*long).into(),
        None => word,
    }
}

fn join(words: &mut Vec<String>) {
    for (first, second, joined) in JOINED {
        if let Some(at) = words.windows(2).position(|pair| pair[0] == first && pair[1] == second) {
            words[at] = joined.into();
            words.remove(at + 1);
        }
    }
}

/// A name whose UTF-8 was read as Latin-1, once or twice, as it was: "CÃ´te" is "Côte".
fn repair(name: &str) -> String {
    let mut name = name.to_owned();
    for _ in 0..2 {
        if !name.contains(['Ã', 'Â', 'Å']) {
            break;
        }
        let bytes: Option<Vec<u8>> = name.chars().map(|c| u8::try_from(c as u32).ok()).collect();
        match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(repaired) => name = repaired,
            None => break,
        }
    }
    name
}
