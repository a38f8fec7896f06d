//! Text to measure with: invented, seeded, the same on every machine, of the kinds that a crawl brings.
#![allow(dead_code)] // Each bench takes what it needs.

/// A small generator of numbers (xorshift64*), so that a seed means the same text for ever.
#[derive(Clone, Debug)]
pub struct Numbers(u64);

impl Numbers {
    pub fn new(seed: u64) -> Numbers {
        Numbers(seed.max(1))
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % bound
    }

    fn one(&mut self, of: &[&'static str]) -> &'static str {
        of[self.below(of.len())]
    }
}

/// Kinds of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Edited prose, a quotation in every third paragraph.
    News,
    /// A quotation in every sentence.
    Quotations,
    /// News with the menu, teasers and captions of its page, and the marks of a bad extraction.
    Page,
    /// Nothing but names, one a line.
    Names,
    /// News from abroad: letters outside ASCII in every line, curly and angle marks.
    Foreign,
}

pub const KINDS: [Kind; 5] = [Kind::News, Kind::Quotations, Kind::Page, Kind::Names, Kind::Foreign];

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Kind::News => "news",
            Kind::Quotations => "quotations",
            Kind::Page => "scraped page",
            Kind::Names => "names",
            Kind::Foreign => "non-ASCII",
        }
    }

    /// A text of this kind, of about `bytes` bytes.
    pub fn text(self, numbers: &mut Numbers, bytes: usize) -> String {
        let mut out = String::with_capacity(bytes + 800);
        let mut cast = Cast::default();
        if self == Kind::Page {
            out += HEAD;
        }
        while out.len() < bytes {
            match self {
                Kind::News => paragraph(numbers, &mut cast, 3, &mut out),
                Kind::Quotations => paragraph(numbers, &mut cast, 1, &mut out),
                Kind::Page => scraped(numbers, &mut cast, &mut out),
                Kind::Names => names(numbers, &mut out),
                Kind::Foreign => foreign(numbers, &mut out),
            }
        }
        if self == Kind::Page {
            out += FOOT;
        }
        out
    }
}

/// Texts of about `size` bytes, `total` bytes of them.
pub fn texts(kind: Kind, size: usize, total: usize) -> Vec<String> {
    let mut numbers = Numbers::new(20_260_505);
    (0..(total / size).max(1)).map(|_| kind.text(&mut numbers, size)).collect()
}

const GIVEN: [&str; 24] = [
    "Ama", "Piotr", "Lucy", "Tom", "Grete", "Daniel", "Irina", "Rahul", "Maria", "John", "Aisha",
    "Peter", "Sarah", "David", "Anna", "Michael", "Elena", "James", "Fatima", "Robert", "Chloe",
    "Samuel", "Ingrid", "Paul",
];
const SURNAMES: [&str; 32] = [
    "Boateng",
    "Zielak",
    "Herran",
    "Okafor",
    "Lindqvist",
    "Whitcombe",
    "Sokolova",
    "Menon",
    "Carter",
    "Nwosu",
    "Petrov",
    "Hayes",
    "Brandt",
    "O'Leary",
    "Fairweather",
    "Castellan",
    "Adeyemi",
    "McRae",
    "Tanaka",
    "Delacroix",
    "van Houten",
    "Marsh",
    "Quill",
    "Ashdown",
    "Novak",
    "Pereira",
    "Stirling",
    "Haddad",
    "Kowal",
    "Bergstrom",
    "Ellery",
    "Osei",
];
const TITLES: [&str; 6] = ["President", "Mayor", "Sen.", "Dr.", "Foreign Minister", "Mr."];
const COUNTRIES: [&str; 12] = [
    "Ghana",
    "the Russian Federation",
    "Poland",
    "the U.S.",
    "Viet Nam",
    "Georgia",
    "the United Kingdom",
    "New Mexico",
    "Brazil",
    "the Republic of Korea",
    "Kenya",
    "France",
];
const CITIES: [&str; 6] = ["Geneva", "Nairobi", "Chicago", "Lagos", "Warsaw", "the Gulf Coast"];
const SUBJECTS: [&str; 16] = [
    "the World Bank",
    "NATO",
    "the Harbour Workers Association",
    "a group of Brazilian engineers",
    "the French railway",
    "Lindholm Shipping",
    "the harbour council",
    "a committee of engineers",
    "the shipping company",
    "a group of residents",
    "the finance ministry",
    "the local hospital",
    "an inspector from the railway",
    "the dockers' union",
    "the second court of appeal",
    "a spokesman for the airport",
];
const CLAUSES: [&str; 14] = [
    "had agreed to reopen the northern terminal before the end of the year",
    "would spend about 3.5 million dollars on new cranes, pumps and a railway siding",
    "declined to say how many workers were affected by the delay",
    "has been under pressure since the storm of Jan. 12 damaged two warehouses",
    "wanted the contract with Hartley & Sons Co. to be published in full",
    "asked for more time to study the report, which runs to 212 pages",
    "found the plan sound, although nobody had seen the figures for the second quarter",
    "met at 9 a.m. on Tuesday and again in the evening without result",
    "will move to St. Anne's Street once the lease of its present building ends",
    "could not explain why the alarm had failed for almost forty minutes",
    "lost a vote on the budget by 31 to 12 (two members were absent)",
    "called the delay regrettable, but said that safety had to come first",
    "sold half of its shares to a fund in Zurich last spring",
    "expects between 400 and 600 visitors a day if the weather holds",
];
const SPEECH: [&str; 8] = [
    "We will not sign anything that we have not read",
    "Nobody here believes that the bridge can be saved",
    "It was cold, it was dark and the boat was late",
    "There is no money for it, and there will be none next year",
    "I have said from the start that this would take time",
    "They promised us two new ships before the winter",
    "That is a question for the council, not for me",
    "If the rain goes on we shall have to close the road",
];
const SAID: [&str; 8] =
    ["said", "told reporters", "added", "wrote on Monday", "insisted", "argued", "warned", "noted"];

/// Who was named so far, as given name and surname.
#[derive(Default)]
struct Cast(Vec<(&'static str, &'static str)>);

impl Cast {
    /// Somebody of the last few, or somebody new; and whether the article knows them.
    fn one(&mut self, numbers: &mut Numbers) -> (&'static str, &'static str, bool) {
        let recent = &self.0[self.0.len().saturating_sub(4)..];
        if !recent.is_empty() && numbers.below(2) == 0 {
            let (given, surname) = recent[numbers.below(recent.len())];
            return (given, surname, true);
        }
        let (given, surname) = (numbers.one(&GIVEN), numbers.one(&SURNAMES));
        self.0.push((given, surname));
        (given, surname, false)
    }
}

/// As dense as edited news: in a kilobyte two people, each named two or three times and once in full,
/// ten names of all kinds, two quotations, four paragraphs.
fn paragraph(numbers: &mut Numbers, cast: &mut Cast, quoted: usize, out: &mut String) {
    let (given, surname, known) = cast.one(numbers);
    let title = numbers.one(&TITLES);
    // One place in six is of the gazetteer that is scanned for.
    let place = match numbers.below(6) {
        0 => invented(3 * numbers.below(3000)),
        1..=3 => numbers.one(&COUNTRIES).to_owned(),
        _ => numbers.one(&CITIES).to_owned(),
    };
    let (subject, said) = (numbers.one(&SUBJECTS), numbers.one(&SAID));
    let (first, second) = (numbers.one(&CLAUSES), numbers.one(&CLAUSES));
    let (speech, more) = (numbers.one(&SPEECH), numbers.one(&SPEECH));
    *out += &match known {
        true => format!("{surname} said that {subject} {first}. "),
        false => format!("{title} {given} {surname} of {place} said that {subject} {first}. "),
    };
    *out += &match numbers.below(3 * quoted) {
        0 => format!("\"{speech},\" {surname} {said}."),
        1 if quoted == 1 => format!("“{speech},” {surname} {said}. “{more}.”"),
        1 => format!("\"{speech},\" {said} {surname}, \"and {subject} {second}.\""),
        2 => format!("The plan, {surname} {said}, is \"too late.\""),
        3 => format!("{subject} {second}, but {surname} {said}: \"{speech}.\""),
        4..=5 => format!("Critics in {place} disagree: {subject} {second}. {more}."),
        _ => format!("For now, {subject} {second}, and the talks go on."),
    };
    *out += "\n\n";
}

const HEAD: &str = "Home\nNews\nSport\nCulture\nSubscribe\nPublished: Tue, May 05, 2026\nWorld | By Nora Quill\n\n\
    Harbour Talks Drag On As Winter Nears\n\nHarbour Talks Drag On As Winter Nears\n\n";
const FOOT: &str = "Share this:\nFacebook\nTwitter\n\nRelated: Lighthouse Keeper Wins Lottery For Third \
    Time\n\nLike this:\nLike Loading...\nSign up for our newsletter to get the best stories in your inbox.\n";
const FURNITURE: [&str; 8] = [
    "Advertisement\n\n",
    "Read more: Ten bridges to see before they fall\n\n",
    "Photo by A. Marsh/Harbour Press\n\n",
    "Ferry Captain Retires To Grow Leeks\n\nHe says the sea was never for him.\n\n",
    "Follow us on Facebook and Twitter\n\n",
    "Nora Quill covers the coast for the Courier. She lives in Tema with two cats.\n\n",
    "© 2026 The Marsh Courier. All rights reserved.\n\n",
    "Comments\nLog in to comment\n\n",
];

fn scraped(numbers: &mut Numbers, cast: &mut Cast, out: &mut String) {
    if numbers.below(4) == 0 {
        *out += numbers.one(&FURNITURE);
    }
    let from = out.len();
    paragraph(numbers, cast, 2, out);
    if numbers.below(3) == 0 {
        // What extraction does: a lost space behind a sentence, a space before a mark.
        let damaged = out[from..].replacen(". ", ".", 1).replacen(',', " ,", 1);
        out.truncate(from);
        *out += &damaged;
    }
}

fn names(numbers: &mut Numbers, out: &mut String) {
    let (given, surname) = (numbers.one(&GIVEN), numbers.one(&SURNAMES));
    let country = numbers.one(&COUNTRIES);
    *out += &match numbers.below(3) {
        0 => format!("{given} {surname}, {country}\n"),
        1 => format!("{} {surname}\n", numbers.one(&TITLES)),
        _ => format!("{given} {} {surname}\n", numbers.one(&SURNAMES)),
    };
}

const ABROAD: [&str; 6] = [
    "Lucía Herrán, la alcaldesa de Ríoseco, dijo que «la decisión está tomada» y no habló más del puerto.",
    "Zdeněk Novák told the Przegląd that “nobody in Łódź or Kraków was asked” – an answer he repeated in Brno.",
    "Der Bürgermeister von Überlingen, Jörg Büßen, erklärte: „Wir warten nicht länger.“ Die Fähre fährt wieder.",
    "Мэр Ирина Соколова сказала: «Мы подождём до весны». Порт закрыт с января.",
    "The café owner, Zoë Brontë, said the naïve résumé of São Tomé’s façade cost €3.5 million — in 2019.",
    "Η δήμαρχος είπε ότι το λιμάνι θα ανοίξει ξανά. “Περιμένουμε,” είπε η Ελένη Παππά.",
];

fn foreign(numbers: &mut Numbers, out: &mut String) {
    *out += numbers.one(&ABROAD);
    *out += if numbers.below(3) == 0 { "\n\n" } else { " " };
}

/// So many invented names of one to three words, all different.
pub fn gazetteer(names: usize) -> Vec<String> {
    (0..names)
        .map(|n| match n % 3 {
            0 => invented(n),
            1 => format!("{} {}", invented(n), numbered(&SURNAMES, n)),
            _ => format!("{} {} {}", numbered(&GIVEN, n), invented(n), numbered(&SURNAMES, n / 7)),
        })
        .collect()
}

fn numbered<'a>(of: &[&'a str], n: usize) -> &'a str {
    of[n % of.len()]
}

/// A capitalised word for a number, different for every number.
fn invented(mut n: usize) -> String {
    const HEAD: [&str; 8] = ["Bar", "Cor", "Del", "Fen", "Gal", "Hol", "Mar", "Tor"];
    const NEXT: [&str; 12] =
        ["ab", "en", "il", "or", "um", "ast", "ell", "ing", "ona", "urg", "ev", "ith"];
    let mut out = String::from(HEAD[n % 8]);
    loop {
        n /= 8;
        out += NEXT[n % 12];
        n /= 12;
        if n == 0 {
            return out;
        }
    }
}
