//! The evidence for and against a person's name, by name, and what each piece of it weighs.

use once_cell::sync::Lazy;

use crate::data;

/// Declares the evidence in one place: what it is called in code, in the table, and what it means.
macro_rules! evidence {
    ($($variant:ident $name:literal $meaning:literal)*) => {
        /// Something that speaks for or against a run of capitalised words being a person's name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Evidence { $(#[doc = $meaning] $variant,)* }

        /// The names that the table uses, in the order of the variants.
        pub(crate) const NAMES: &[&str] = &[$($name),*];
    };
}

evidence! {
    // The words themselves.
    GivenFirst "given-first" "The first word is a given name and nothing else."
    GivenWord "given-word" "The first word is a given name and an ordinary word too."
    FrontFirst "front-first" "The first word begins names of places: \"Fort Lee\"."
    InitialFirst "initial-first" "An initial first."
    SurnameFirst "surname-first" "The first word is a known surname, no given name."
    GivenLast "given-last" "The last word is a given name, no known surname."
    SurnameLast "surname-last" "The last word is a known surname."
    NameEnding "name-ending" "The last word is unknown and ends as surnames do: \"-ssen\", \"-ović\"."
    PlaceEnding "place-ending" "The last word is unknown and ends as places do: \"-ville\"."
    Syllables "syllables" "The first or the last word is two syllables with a hyphen: \"Yeung-tat\"."
    SurnameThenSyllables "surname-then-syllables" "\"Wong Yeung-tat\"."
    InitialInside "initial-inside" "An initial behind the first word."
    Particle "particle" "\"van\", \"bin\" inside."
    Suffix "suffix" "\"Jr.\", \"III\" inside."
    ThreeWords "three-words" "Three words that count."
    ManyWords "many-words" "Four words that count, or more."
    Caps "caps" "Some words are all capitals."
    AllCaps "all-caps" "All words are all capitals."
    WordyEnding "wordy-ending" "An unknown word ends as nouns and adjectives do: \"-tion\"."
    CommonFirst "common-first" "The first word is an ordinary word, not surely a name."
    CommonLast "common-last" "The last word is an ordinary word, no known surname."
    CommonSurname "common-surname" "The last word is an ordinary word and a known surname."
    SmallFirst "small-first" "The page writes the first word small, and it is not surely a name."
    SmallLast "small-last" "The page writes the last word small."
    Calendar "calendar" "A weekday, month or feast is among the words."
    Head "head" "A word of organisations and places is among the words, but not last."
    HeadLast "head-last" "A word of organisations and places is last, no known surname."
    RoleLast "role-last" "A title or role is last, no known surname: \"Virginia Governor\"."
    Alone "alone" "A word by which alone one person is known: \"Plato\"."
    HeadSurname "head-surname" "A word of organisations and places is last, a known surname too."
    Mixed "mixed" "A capital inside a word, other than behind \"Mc\" or an apostrophe."
    Scottish "scottish" "\"McKay\", \"O'Hara\", \"L'Enfant\"."
    Foreign "foreign" "Letters outside ASCII."
    Short "short" "The last word has three letters at most."
    Digits "digits" "Digits inside."
    Table "table" "The words are a name of the tables too: \"Paris\"."
    TableDoubtful "table-doubtful" "They are a country's and something else's: \"Jordan\"."
    TableLast "table-last" "A name of the tables ends the words, behind others: \"Jack London\"."
    // What stands before.
    Opens "opens" "The name opens a line or a sentence."
    Line "line" "The name opens a line."
    The "the" "\"the\" before."
    Article "article" "\"a\" or \"an\" before."
    Possessive "possessive" "\"his\", \"their\" before."
    Place "place" "\"in\", \"at\", \"near\" before."
    In "in" "\"in\", \"near\" before, and not \"at\"."
    To "to" "\"to\", \"from\" before."
    Of "of" "\"of\" before."
    CommaOf "comma-of" "A comma and \"of\" before: \"Ann Lee, of Mill Lane\"."
    By "by" "\"by\" before."
    With "with" "\"with\", \"for\", \"against\" and the like before."
    And "and" "\"and\", \"or\" before."
    Title "title" "A title before."
    RoleBefore "role" "A role in lower case before: \"actor\"."
    Kin "kin" "A relative or friend in lower case before: \"his sister\"."
    KinComma "kin-comma" "The same and a comma before: \"his sister, \"."
    RoleComma "role-comma" "A role and a comma before: \"a former rival, \"."
    RoleBetween "role-between" "A role and a comma before, and a comma behind: \"the captain, Orlo, \"."
    SpeechBefore "speech-before" "A verb of speech before: \"said\"."
    Owned "owned" "A possessive before: \"Hull's Ann Lee\"."
    Adjective "adjective" "A name of the tables before: \"Russian\", \"Florida\"."
    Comma "comma" "A comma before."
    Called "called" "\"named\", \"called\", \"titled\" before."
    NamedAs "named-as" "\"name as\" before: \"gave his name as Jan\"."
    Marked "marked" "A quotation mark before."
    Bracketed "bracketed" "A bracket before."
    Word "word" "Another word in lower case before."
    Direction "direction" "\"northern\", \"downtown\" before."
    // What stands behind.
    Speech "speech" "A verb of speech behind."
    Deed "deed" "A verb behind that people do: \"married\", \"scored\"."
    Auxiliary "auxiliary" "\"is\", \"was\", \"had\" behind."
    Owns "owns" "A possessive ending."
    Apposed "apposed" "\", 39\", \" (D-Ill.)\", \", who\" behind."
    Cited "cited" "\", 2011)\" behind, as papers name people, or behind a name in the same list."
    EtAl "et-al" "\" et al.\" behind."
    Dated "dated" "\" (2011)\" behind."
    Year "year" "\" 2011\" behind: on a page of papers a citation."
    Numbered "numbered" "\" [7]\" behind: on a page of papers a citation."
    Versus "versus" "\"v.\", \"versus\" before or behind, on a page that speaks of courts."
    Epithet "epithet" "\" the Great\" behind."
    Inverted "inverted" "A line that begins with the name, a comma and a given name: \"Lee, Ann.\"."
    AndBehind "and-behind" "\"and\", \"or\" behind."
    Ampersand "ampersand" "\"&\" before or behind, in no list of papers: \"Smith & Sons\"."
    OfBehind "of-behind" "\"of\" behind."
    HeadBehind "head-behind" "A word of organisations or places behind."
    NounBehind "noun-behind" "Another ordinary word behind."
    InPlace "in-place" "A comma behind, and the name of a place or country: \"Tolmin, Peru\"."
    Town "town" "\"the town of\" before, or \"is a city\", \", an island\" behind."
    WordBehind "word-behind" "A word in lower case behind that is no small word and no verb known."
    Brackets "brackets" "An opening bracket behind."
    Colon "colon" "A colon behind."
    CommaBehind "comma-behind" "A comma behind."
    Stops "stops" "A full stop behind."
    EndsLine "ends-line" "The line ends behind it."
    MarkBehind "mark-behind" "A quotation mark behind."
    Hyphen "hyphen" "A hyphen behind: \"Booker Prize-winner\"."
    Number "number" "A number behind: \"Apollo 11\"."
    OwnLine "own-line" "The name is a line of its own."
    Speaker "speaker" "A line that begins with the name and a colon."
    // What the page tells.
    Again "again" "The page has the last word by itself elsewhere."
    Often "often" "Three times or more."
    MidSentence "mid-sentence" "The last word stands capitalised inside a sentence."
    PageFull "page-full" "It ends a longer run elsewhere on the page."
    PageGiven "page-given" "It stands behind a given name elsewhere."
    PageFirst "page-first" "It begins a longer run elsewhere."
    PageTitled "page-titled" "It stands behind a title elsewhere."
    PageRole "page-role" "It stands behind a role elsewhere."
    PageKin "page-kin" "It stands behind a relative elsewhere."
    PageSpoke "page-spoke" "Beside a verb of speech elsewhere."
    PageDid "page-did" "Before a verb that people do elsewhere."
    PageOwns "page-owns" "With a possessive ending elsewhere."
    PageApposed "page-apposed" "With an age, \"who\" or the like elsewhere."
    PageCited "page-cited" "As papers name people elsewhere."
    PagePlace "page-place" "Behind \"in\", \"at\" elsewhere."
    PageIn "page-in" "Behind \"in\" here or elsewhere, by itself or not."
    PageTo "page-to" "Behind \"to\", \"from\" elsewhere."
    PageTown "page-town" "Called a town or the like, or in a place, elsewhere."
    PageThe "page-the" "By itself behind \"the\" elsewhere."
    PageHead "page-head" "Before a word of organisations or places elsewhere."
    Surname "surname" "Somebody whom the page names in full bears it as a surname."
    SurnamePerhaps "surname-perhaps" "Somebody who is named in full by little evidence does."
    SurnameSlip "surname-slip" "Somebody named in full bears a surname that is this word with a slip."
    AmongPlaces "among-places" "Beside a place in a list."
    Placed "placed" "It is found as a place's elsewhere."
    GivenName "given-name" "Somebody whom the page names in full bears it as a given name."
}

/// A set of evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen(u128);

impl Seen {
    pub(crate) const NONE: Seen = Seen(0);

    pub(crate) fn note(&mut self, evidence: Evidence, holds: bool) {
        self.0 |= u128::from(holds) << evidence as u8;
    }

    pub(crate) const fn of(evidence: Evidence) -> Seen {
        Seen(1 << evidence as u8)
    }

    /// What is in both.
    pub(crate) const fn both(self, other: Seen) -> Seen {
        Seen(self.0 & other.0)
    }

    /// What is not in `other`.
    pub(crate) const fn without(self, other: Seen) -> Seen {
        Seen(self.0 & !other.0)
    }

    pub(crate) fn drop(&mut self, evidence: Evidence) {
        self.0 &= !(1 << evidence as u8);
    }

    pub(crate) fn has(self, evidence: Evidence) -> bool {
        self.0 >> evidence as u8 & 1 == 1
    }

    pub(crate) const fn and(self, other: Seen) -> Seen {
        Seen(self.0 | other.0)
    }

    /// The places of what was noted, among [`NAMES`].
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        // Two registers, each by itself, are faster than a number of two.
        let halves = [(0, self.0 as u64), (64, (self.0 >> 64) as u64)];
        halves.into_iter().flat_map(|(from, mut rest)| {
            std::iter::from_fn(move || {
                let at = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
                rest &= rest - 1;
                Some(from + at)
            })
        })
    }
}

/// What something weighs for a person and for a place, in hundredths of a logit.
pub(crate) type Weight = [i32; 2];

/// What each piece of evidence weighs; the last one weighs always.
type Column = [Weight; NAMES.len() + 1];

/// Weights of names of several words, and of single ones.
#[derive(Clone, Debug)]
pub(crate) struct Weights {
    full: Column,
    bare: Column,
}

pub(crate) static WEIGHTS: Lazy<Weights> = Lazy::new(|| {
    let none = [[0; 2]; NAMES.len() + 1];
    let mut weights = Weights { full: none, bare: none };
    for (_, mut columns) in data::rows(include_str!("../../data/entity/person_evidence.tsv")) {
        let name = columns.next().unwrap_or_default();
        let at = NAMES.iter().position(|n| *n == name).unwrap_or(NAMES.len());
        let mut weight = || columns.next().and_then(|w| w.parse().ok()).unwrap_or_default();
        for kind in 0..2 {
            (weights.full[at][kind], weights.bare[at][kind]) = (weight(), weight());
        }
    }
    weights
});

impl Weights {
    /// What all the evidence together weighs: above nothing, a kind is likelier than not.
    pub(crate) fn sum(&self, bare: bool, seen: Seen) -> Weight {
        let column = if bare { &self.bare } else { &self.full };
        seen.iter().fold(column[NAMES.len()], |sum, at| add(sum, column[at]))
    }

    /// The same with one piece more.
    pub(crate) fn more(&self, bare: bool, sum: Weight, evidence: Evidence) -> Weight {
        let column = if bare { &self.bare } else { &self.full };
        add(sum, column[evidence as usize])
    }
}

fn add(a: Weight, b: Weight) -> Weight {
    [a[0] + b[0], a[1] + b[1]]
}
