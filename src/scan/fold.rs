//! Folding of case and diacritics, for comparing names.

/// `text` in lower case and without diacritics on Latin letters, appended to `out`.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    super::work::read(text.len());
    if text.is_ascii() {
        let from = out.len();
        out.push_str(text);
        return out[from..].make_ascii_lowercase();
    }
    for c in text.chars() {
        fold_char(c, out);
    }
}

/// `text` in lower case and without diacritics on Latin letters.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    // Combining diacritical marks: a decomposed text folds as the precomposed one.
    if ('\u{300}'..='\u{36f}').contains(&c) {
        return;
    }
    for low in c.to_lowercase() {
        match base_letters(low) {
            Some(base) => out.push_str(base),
            None if ('\u{300}'..='\u{36f}').contains(&low) => {}
            None => out.push(low),
        }
    }
}

/// The plain letters behind a lower-case Latin letter of Latin-1 Supplement, Latin Extended-A, or
/// of the Romanian, Vietnamese and Azeri alphabets and of transliterations of Arabic (Unicode chart names U+00DF to U+1EF9).
fn base_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' | 'ḍ' | 'ḏ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' | 'ẹ'..='ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' | 'ḥ' | 'ḩ' | 'ḫ' | 'ẖ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => "i",
        'ĵ' => "j",
        'ķ' | 'ḳ' | 'ḵ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ṅ' | 'ṇ' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṣ' | 'ṡ' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' | 'ṭ' | 'ṯ' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => "y",
        'ź' | 'ż' | 'ž' | 'ẓ' | 'ẕ' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds_case_and_diacritics_alike_for_both_normal_forms() {
        assert_eq!(fold("Herrán"), "herran");
        assert_eq!(fold("Herra\u{301}n"), "herran");
        assert_eq!(fold("Côte d’Ivoire"), "cote d’ivoire");
        assert_eq!(fold("İstanbul"), "istanbul");
        assert_eq!(fold("NGUYỄN"), "nguyen");
    }
}
