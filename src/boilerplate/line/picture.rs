//! Whether a line ends by saying whose picture it shows: "... in 1987. Photo by Ann Lee", "(Image credit:
//! Ostrel Industries)".
//!
//! Of 250 lines of labelled pages that end so, all but one phrase of one site are captions, however much
//! they read like the article.

use super::lexicon::{key, role, Lexicon};

/// Bytes at the end of a line that may name a picture's source, and words of the name.
const NEAR: usize = 140;
const NAME: usize = 10;
/// Small words inside names, and those that lead from the picture to its source.
const SMALL: [&str; 9] = ["of", "and", "the", "for", "de", "la", "van", "von", "at"];
const LEADS: [&str; 4] = ["by", "courtesy", "via", "credit"];

/// Whether the line is credited as a picture.
pub(super) fn is_credited(line: &str, lexicon: &Lexicon) -> bool {
    let from = (line.len().saturating_sub(NEAR)..).find(|&at| line.is_char_boundary(at));
    let near = from.and_then(|from| line.get(from..)).unwrap_or_default();
    // Behind the name, which is read from its end, stands a word for a picture or what leads from it.
    let mut names = 0;
    let mut behind = "";
    for word in near.split_whitespace().rev().take(NAME + 2) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let leads = |word: &str| LEADS.iter().any(|lead| word.eq_ignore_ascii_case(lead));
        let parted = word.ends_with(':') || behind == ":";
        let led = leads(behind.trim_end_matches(':')) && names > 1;
        let shown = lexicon.phrase(key(bare.as_bytes()).0).roles & role::PICTURE != 0;
        if names > 0 && shown && (parted || led) {
            return true;
        }
        let named = bare.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        if !(named || bare.is_empty() || SMALL.contains(&bare) || leads(bare)) {
            return false;
        }
        names += usize::from(!bare.is_empty());
        behind = word;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boilerplate::line::lexicon::LEXICON;

    #[test]
    fn sources_of_pictures_end_the_line() {
        for line in [
            "The bridge in May. Photo by Ann Lee",
            "The bridge in May. (Image credit: Ostrel Industries)",
            "The bridge in May Credit : Ann Lee/AFP",
            "The bridge in May. Photograph courtesy of the Marsh Museum.",
            "Picture: Ann Lee",
        ] {
            assert!(is_credited(line, &LEXICON), "{line}");
        }
        for line in [
            "She said the picture was painted by Ann Lee",
            "The committee wants to see the picture by Friday, said Ann Lee",
            "In the photograph: a bridge that nobody remembers",
            "The bank gave the firm credit",
            "Photo by",
            "",
        ] {
            assert!(!is_credited(line, &LEXICON), "{line}");
        }
    }
}
