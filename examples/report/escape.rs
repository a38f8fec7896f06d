//! Page text inside HTML.

use std::fmt;

/// Text that HTML shows as it is: nothing in it is markup, in an element or between the quotation
/// marks of an attribute, and what would be unseen or would turn the text around can be seen.
#[derive(Clone, Copy)]
pub struct Text<'t>(pub &'t str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut plain = 0;
        for (at, c) in self.0.char_indices() {
            let Some(shown) = special(c) else { continue };
            f.write_str(&self.0[plain..at])?;
            f.write_str(shown)?;
            plain = at + c.len_utf8();
        }
        f.write_str(&self.0[plain..])
    }
}

/// What is written for a character that cannot stand for itself.
fn special(c: char) -> Option<&'static str> {
    Some(match c {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\n' | '\t' => return None,
        '\0'..='\x1f' => PICTURES[c as usize],
        '\x7f' => "␡",
        '\u{80}'..='\u{9f}' => "\u{fffd}",
        '\u{202a}' => "⟦LRE⟧",
        '\u{202b}' => "⟦RLE⟧",
        '\u{202c}' => "⟦PDF⟧",
        '\u{202d}' => "⟦LRO⟧",
        '\u{202e}' => "⟦RLO⟧",
        '\u{2066}' => "⟦LRI⟧",
        '\u{2067}' => "⟦RLI⟧",
        '\u{2068}' => "⟦FSI⟧",
        '\u{2069}' => "⟦PDI⟧",
        _ => return None,
    })
}

const PICTURES: [&str; 32] = [
    "␀", "␁", "␂", "␃", "␄", "␅", "␆", "␇", "␈", "␉", "␊", "␋", "␌", "␍", "␎", "␏", "␐", "␑", "␒",
    "␓", "␔", "␕", "␖", "␗", "␘", "␙", "␚", "␛", "␜", "␝", "␞", "␟",
];

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn nothing_is_left_that_is_markup_or_unseen() {
        let hostile: String = (0..0x3000).filter_map(char::from_u32).collect();
        let shown = Text(&hostile).to_string();
        let is_unseen = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        assert!(!shown.contains(['<', '>', '"', '\'', '\u{202e}', '\u{2066}']));
        assert!(!shown.contains(is_unseen));
    }
}
