//! Texts made to break readers of text: each by name, at any length.

/// What a hostile text is made of.
pub enum Shape {
    /// The unit again and again.
    Flood(&'static str),
    /// The first `n` bytes opened, the rest closed: nested as deep as the text is long.
    Nest(&'static str, &'static str),
    /// A new piece for every number, so that no two are the same.
    Count(fn(usize) -> String),
    /// The first piece once, then the unit again and again.
    Head(&'static str, &'static str),
}

use Shape::{Count, Flood, Head, Nest};

impl Shape {
    /// The text of about `bytes` bytes.
    pub fn text(&self, bytes: usize) -> String {
        match self {
            Flood(unit) => unit.repeat(bytes / unit.len() + 1),
            Nest(open, close) => {
                let depth = bytes / (open.len() + close.len() + 1) + 1;
                format!("{}a{}", open.repeat(depth), close.repeat(depth))
            }
            Count(piece) => {
                let mut out = String::with_capacity(bytes + 64);
                for n in 0.. {
                    if out.len() >= bytes {
                        break;
                    }
                    out += &piece(n);
                }
                out
            }
            Head(first, unit) => format!("{first}{}", unit.repeat(bytes / unit.len() + 1)),
        }
    }
}

/// Every hostile text: what it is, and how to make it.
pub const HOSTILE: [(&str, Shape); 101] = [
    ("full stops", Flood(".")),
    ("question marks", Flood("?")),
    ("exclamation marks", Flood("!")),
    ("mixed terminators", Flood(".?!")),
    ("ellipsis characters", Flood("…")),
    ("spaced dots", Flood(". ")),
    ("dots and letters", Flood("a.")),
    ("dots and capitals", Flood("A.")),
    ("spaced initials", Flood("A. ")),
    ("numbers with dots", Flood("1.")),
    ("list numbers", Flood("1. ")),
    ("colons", Flood(":")),
    ("semicolons", Flood("; ")),
    ("commas", Flood(", ")),
    ("hyphens", Flood("-")),
    ("dashes", Flood("—")),
    ("double dashes", Flood(" -- ")),
    ("straight quotes", Flood("\"")),
    ("spaced straight quotes", Flood("\" ")),
    ("quotes before words", Flood("\"a ")),
    ("quotes around words", Flood("\"a\" ")),
    ("single quotes", Flood("'")),
    ("single quotes before words", Flood(" 'a")),
    ("apostrophes in words", Flood("o'n'")),
    ("single quotes behind ends", Flood("'l?")),
    ("backticks behind ends", Flood("`JN!")),
    ("a quote beside a noun of work", Flood("'p`/\t\0\0aD .aDd")),
    ("curly openers", Flood("“")),
    ("curly closers", Flood("”")),
    ("curly openers before words", Flood("“We ")),
    ("curly single openers", Flood(" ‘We")),
    ("guillemets", Flood("«a ")),
    ("doubled accents", Flood("``We ")),
    ("low quotes", Flood("„We ")),
    ("openers on each line", Flood("\"We go.\n\n")),
    ("curly openers on each line", Flood("“We go.\n\n")),
    ("closers after stops", Flood(".”")),
    ("closers inside words", Flood("e\0”s")),
    ("closers and brackets after a stop", Head("He went.", ")\"")),
    ("nested curly quotes", Nest("“a ", " b”")),
    ("nested alternating quotes", Nest("“a ‘b ", "’ c”")),
    ("nested guillemets", Nest("«a ", "»")),
    ("nested brackets", Nest("(a ", ")")),
    ("open brackets", Flood("(")),
    ("open brackets before words", Flood("(see ")),
    ("closed brackets", Flood(")")),
    ("square brackets", Flood("[1]")),
    ("braces and tags", Flood("<a{")),
    ("abbreviations", Flood("Mr. ")),
    ("abbreviations without spaces", Flood("Mr.")),
    ("mixed abbreviations", Flood("Dr. J. Gov. U.S. Jan. Co. ")),
    ("dotted acronyms", Flood("U.S.")),
    ("dotted acronyms spaced", Flood("U.S. ")),
    ("one name", Flood("John Smith ")),
    ("one name in sentences", Flood("John Smith said so. ")),
    ("many names", Count(|n| format!("{} {} came. ", word(n), word(n * 7 + 3)))),
    ("many surnames of one given name", Count(|n| format!("John {} came. ", word(n)))),
    ("many given names of one surname", Count(|n| format!("{} Smith came. ", word(n)))),
    ("near names", Count(|n| format!("Mr. Smith{} came. ", word(n).to_lowercase()))),
    ("names by initials", Count(|n| format!("{}. Smith came. ", letter(n)))),
    ("surnames after one full name", Head("John Smith came. ", "Smith left. ")),
    ("one long run of capitalised words", Flood("Alpha ")),
    ("long run of different capitalised words", Count(|n| word(n) + " ")),
    ("capitalised words and particles", Flood("Van der ")),
    ("names joined by and", Flood("Smith and ")),
    ("names joined by of", Flood("Republic of ")),
    ("country heads", Flood("the Democratic ")),
    ("long country names", Flood("Democratic People's Republic of ")),
    ("countries", Flood("Georgia, Jordan, Chad, ")),
    ("demonyms and heads", Flood("North South Korean ")),
    ("acronyms explained", Count(|n| format!("{} {} ({}) ", word(n), word(n + 1), letter(n)))),
    ("many speakers", Count(|n| format!("\"We go,\" said {} {}. ", word(n), word(n + 9)))),
    ("speakers before one quotation", Count(|n| format!("{} said, {} added, ", word(n), word(n)))),
    ("cues", Flood("said ")),
    ("cues and commas", Flood(", said he, ")),
    ("quotations without speakers", Flood("\"We will go there now.\" ")),
    ("quotations broken by cues", Flood("\"We go,\" he said, \"now.\" ")),
    ("pronouns", Flood("he said she said ")),
    ("according to", Flood("according to ")),
    ("identical lines", Flood("The mayor opened the bridge on Monday.\n")),
    ("different lines", Count(|n| format!("The mayor opened bridge {n} on Monday.\n"))),
    ("nearly identical lines", Count(|n| format!("The {} mayor opened it.\n", n % 7))),
    ("short lines", Flood("a\n")),
    ("line feeds", Flood("\n")),
    ("carriage returns", Flood("\r")),
    ("carriage returns and line feeds", Flood("\r\n")),
    ("mixed line ends", Flood("a\r\nb\rc\nd\u{2028}e\u{2029}f\u{85}g\u{b}h\u{c}")),
    ("spaces", Flood(" ")),
    ("no-break spaces", Flood("\u{a0}")),
    ("tabs", Flood("\t")),
    ("one huge word", Flood("a")),
    ("one huge capitalised word", Head("A", "b")),
    ("one huge number", Flood("1")),
    ("addresses", Flood("http://a.b/c?d=e.f&g=http://")),
    ("at signs", Flood("a@b.")),
    ("lines of nothing but byte order marks", Flood("\u{feff}\r\n")),
    ("byte order marks, NUL and controls", Flood("\u{feff}\0\u{1}a\u{7f}. ")),
    ("bidi controls", Flood("\u{202e}a\u{202c}.\u{2067} ")),
    ("combining marks", Head("e", "\u{301}")),
    ("emoji with joiners", Flood("👩\u{200d}👩\u{200d}👧.🇬🇧? \u{fe0f}")),
    ("other scripts", Flood("हिन्दी। 中文。العربية؟ Ελλάδα; ")),
];

/// A capitalised word for a number, different for every number.
fn word(mut n: usize) -> String {
    const HEAD: &[u8] = b"BCDFGHKLMNPRSTVZ";
    const NEXT: [&str; 16] = [
        "ar", "el", "im", "on", "ur", "as", "et", "il", "om", "un", "ak", "er", "in", "ol", "ut",
        "an",
    ];
    let mut out = String::from(char::from(HEAD[n % 16]));
    loop {
        n /= 16;
        out += NEXT[n % 16];
        if n < 16 {
            return out;
        }
    }
}

fn letter(n: usize) -> char {
    char::from(b'A' + (n % 26) as u8)
}
