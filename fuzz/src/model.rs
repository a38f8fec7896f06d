//! What a scan for names has to find, written as plainly as can be: every name is tried at every word.

/// Names of all shapes: of several words, one inside another, in capitals, with marks and accents.
pub const NAMES: [&str; 14] = [
    "Ab",
    "Ab Cd",
    "Ab Cd Ef",
    "Cd Ef",
    "CD",
    "Gh of Ij",
    "Kl-Mn",
    "Élo",
    "O'Qr",
    "U.S.",
    "St. Ab",
    "Uv, Wx",
    "Yz of Ab Cd",
    "Ab’s Cd",
];

/// Where the names stand in a text, as whole words, leftmost and longest.
pub fn find(text: &str) -> Vec<(usize, usize)> {
    let words = words(text);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for at in 0..words.len() {
        if found.last().is_some_and(|last| words[at].0 < last.1) {
            continue;
        }
        let ends = NAMES.iter().filter_map(|name| end_of(name, text, &words[at..]));
        found.extend(ends.max().map(|end| (words[at].0, end)));
    }
    found
}

/// Runs of letters, digits and the marks that combine with them.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_word(*c)) {
        match words.last_mut() {
            Some(word) if word.1 == at => word.1 = at + c.len_utf8(),
            _ => words.push((at, at + c.len_utf8())),
        }
    }
    words
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// Where the name ends, if the words begin with it.
fn end_of(name: &str, text: &str, words: &[(usize, usize)]) -> Option<usize> {
    let own = self::words(name);
    let here = words.get(..own.len())?;
    let (start, end) = (here[0].0, here[own.len() - 1].1);
    let small = |text: &str| text.starts_with(char::is_lowercase);
    let alike = own.iter().zip(here).all(|(a, b)| {
        let (a, b) = (&name[a.0..a.1], &text[b.0..b.1]);
        fold(a) == fold(b) && (small(a) || !small(b))
    });
    let gap = |text: &str, pair: &[(usize, usize)]| gap(&text[pair[0].1..pair[1].0]);
    let joined = own.windows(2).zip(here.windows(2)).all(|(a, b)| {
        let b = gap(text, b);
        b.is_some() && gap(name, a) == b
    });
    let caps = name.contains(char::is_lowercase) || !text[start..end].contains(char::is_lowercase);
    let dot = name.ends_with('.') && text[end..].starts_with('.');
    let dot = dot && !text[end + 1..].starts_with(is_word);
    (alike && joined && caps).then_some(end + usize::from(dot))
}

fn gap(between: &str) -> Option<char> {
    Some(match between {
        ". " | ".\u{a0}" => ':',
        ", " | ",\u{a0}" => ',',
        "." => '.',
        // "Côte d' Ivoire": a space may follow.
        "'" | "’" | "' " | "’ " | "'\u{a0}" | "’\u{a0}" => '\'',
        " " | "-" | "\n" | "\r\n" | "\u{a0}" | "\u{2010}" | "\u{2011}" | "\u{2013}" => ' ',
        _ => return None,
    })
}

fn fold(word: &str) -> String {
    let plain = word.replace(['É', 'é'], "e").replace('\u{301}', "");
    plain.to_lowercase()
}

/// A text of the pieces that names and their neighbourhoods are made of, one for each byte.
pub fn text(choices: &[u8]) -> String {
    const PIECES: [&str; 40] = [
        "Ab", "Cd", "Ef", "Gh", "of", "Ij", "Kl", "Mn", "Élo", "O", "Qr", "U", "S", "St", "Uv",
        "Wx", "Yz", "AB", "CD", "ab", "cd", "s", "x", "É", "E\u{301}", "1", " ", " ", " ", " ",
        "-", ".", ". ", ", ", "'", "’", "\u{a0}", "\n", "\r\n", "\u{2013}",
    ];
    choices.iter().map(|&choice| PIECES[usize::from(choice) % PIECES.len()]).collect()
}
