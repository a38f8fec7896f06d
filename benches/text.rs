//! News-like text to measure with: invented, seeded, the same on every machine.

/// A small generator of numbers (xorshift64*), so that a seed means the same text for ever.
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

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

const PEOPLE: [(&str, &str); 8] = [
    ("Ama", "Boateng"),
    ("Piotr", "Zielak"),
    ("Lucía", "Herrán"),
    ("Tom", "Okafor"),
    ("Grete", "Lindqvist"),
    ("Daniel", "Whitcombe"),
    ("Irina", "Sokolova"),
    ("Rahul", "Menon"),
];
const TITLES: [&str; 5] = ["President", "Mayor", "Sen.", "Dr.", "Foreign Minister"];
const COUNTRIES: [&str; 8] = [
    "Ghana",
    "the Russian Federation",
    "Poland",
    "the U.S.",
    "Viet Nam",
    "Georgia",
    "the United Kingdom",
    "New Mexico",
];
const SUBJECTS: [&str; 6] = [
    "the harbour council",
    "a committee of engineers",
    "the shipping company",
    "a group of residents",
    "the finance ministry",
    "the local hospital",
];
const CLAUSES: [&str; 8] = [
    "had agreed to reopen the northern terminal before the end of the year",
    "would spend about 3.5 million dollars on new cranes, pumps and a railway siding",
    "declined to say how many workers were affected by the delay",
    "has been under pressure since the storm of Jan. 12 damaged two warehouses",
    "wanted the contract with Hartley & Sons Co. to be published in full",
    "asked for more time to study the report, which runs to 212 pages",
    "said the plan was sound, although nobody had seen the figures for the second quarter",
    "met at 9 a.m. on Tuesday and again in the evening without result",
];
const SAID: [&str; 5] = ["said", "told reporters", "added", "wrote on Monday", "insisted"];

/// One article of about `bytes` bytes: paragraphs of prose, a quotation in every third.
pub fn article(numbers: &mut Numbers, bytes: usize) -> String {
    let mut out = String::with_capacity(bytes + 400);
    while out.len() < bytes {
        let (given, surname) = PEOPLE[numbers.below(PEOPLE.len())];
        let title = numbers.one(&TITLES);
        let subject = numbers.one(&SUBJECTS);
        let (first, second) = (numbers.one(&CLAUSES), numbers.one(&CLAUSES));
        let country = numbers.one(&COUNTRIES);
        out += &format!("{title} {given} {surname} of {country} said that {subject} {first}. ");
        match numbers.below(3) {
            0 => out += &format!("\"Nobody {second},\" {surname} {}.", numbers.one(&SAID)),
            1 => out += &format!("Critics in {country} disagree: {subject} {second}."),
            _ => out += &format!("In {country}, {subject} {second}, and the talks go on."),
        }
        out += "\n\n";
    }
    out
}

/// A scraped page of about `bytes` bytes: an article with what surrounds it.
pub fn page(numbers: &mut Numbers, bytes: usize) -> String {
    let body = article(numbers, bytes.saturating_sub(330));
    format!(
        "Home\nNews\nSport\nPublished: Tue, May 05, 2026\nWorld | By Nora Quill\n\n\
         Harbour Talks Drag On As Winter Nears\n\n{body}Share this:\nFacebook\nTwitter\n\n\
         Related: Lighthouse Keeper Wins Lottery For Third Time\n\nLike this:\nLike Loading...\n\
         Sign up for our newsletter to get the best stories in your inbox.\n"
    )
}
