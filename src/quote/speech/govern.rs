//! Is a place in a sentence part of what somebody says there? The words around it tell, whatever
//! stands in it: they are weighed by what was learned from indirect speech, of which there is more
//! than of quotations.

use super::near::plain;
use super::weigh::Sum;
use super::witness::{Value, Witness};
use crate::quote::class::Class;
use crate::quote::lexicon::classes_of;
use crate::scan::words::read_words;
use crate::scan::work;
use crate::span::Span;

/// How far verbs of speech are looked for on either side, in words.
const REACH: usize = 40;
/// How many words on either side are evidence by themselves.
const LEFT: usize = 12;
const RIGHT: usize = 8;
/// How many verbs on either side.
const CUES: usize = 2;

/// The words of one sentence of the writer's; what is quoted in it counts as one word.
#[derive(Debug, Default)]
pub(crate) struct Line {
    /// All words as evidence, one behind the other.
    plain: String,
    words: Vec<Word>,
    /// Where the last word ends in the text.
    end: usize,
    low: String,
}

#[derive(Clone, Copy, Debug)]
struct Word {
    /// Where it stands in `plain`, and its key.
    plain: Span,
    key: u64,
    /// Its class, if it is a verb of speech.
    cue: Option<&'static str>,
    /// Punctuation stands before it.
    gap: bool,
}

impl Line {
    /// Forgets all; the next sentence begins at `start`.
    pub(crate) fn begin(&mut self, start: usize) {
        self.plain.clear();
        self.words.clear();
        self.end = start;
    }

    /// Appends the words of the text up to `end`.
    pub(crate) fn read(&mut self, text: &str, end: usize) {
        let stretch = Span::new(self.end.min(end), end);
        for (word, letters) in read_words(text, stretch) {
            let mut low = std::mem::take(&mut self.low);
            let name = &text[word];
            let plain = match name {
                "According" => Value::of("according"),
                _ => plain(name, letters, &mut low),
            };
            let cue = match classes_of(plain.key) {
                _ if plain.name == "according" => Some("according"),
                Some(class) if class.has(Class::Report) => Some("report"),
                Some(class) if class.has(Class::Say) => Some("say"),
                Some(class) if class.has(Class::Call) => Some("call"),
                _ => None,
            };
            self.push(text, word, plain, cue);
            self.low = low;
        }
    }

    /// Appends a pair of marks as one word.
    pub(crate) fn quoted(&mut self, text: &str, pair: Span) {
        self.push(text, pair, Value::of("quoted"), None);
    }

    fn push(&mut self, text: &str, word: Span, plain: Value<'_>, cue: Option<&'static str>) {
        let between = &text[self.end.min(word.start)..word.start];
        work::read(between.len());
        let gap = between.contains([',', ';', ':', '(', ')', '\u{2013}', '\u{2014}']);
        let from = self.plain.len();
        self.plain.push_str(plain.name);
        let (key, plain) = (plain.key, Span::new(from, self.plain.len()));
        self.words.push(Word { plain, key, cue, gap });
        self.end = word.end.max(self.end);
    }

    /// How many words have been read.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// How much speaks for the words `from..to` being part of what somebody says, in thousandths of a
    /// logit.
    pub(crate) fn governs(&self, from: usize, to: usize) -> i32 {
        let mut sum = Sum::default();
        self.testify(from, to, &mut sum);
        sum.speech()
    }

    /// Tells `witness` all that speaks for and against.
    pub(crate) fn testify(&self, from: usize, to: usize, witness: &mut impl Witness) {
        let before = |back: usize| {
            from.checked_sub(back).map_or_else(|| Value::of("START"), |at| self.word(at))
        };
        witness.see_value("place before", before(1));
        witness.see_value("place before that", before(2));
        witness.see_together("place before both", &[before(2), before(1)]);
        witness.see_value("place after", self.word(to));
        if self.words.get(from).is_some_and(|word| word.gap) {
            witness.see("place gap", "");
        }
        self.cues_before(from, witness);
        self.cues_behind(to, witness);
        let bag = |word: &Value<'_>| !matches!(word.name, "Name" | "0");
        let left = (from.saturating_sub(LEFT)..from).map(|at| self.word(at));
        left.filter(bag).for_each(|word| witness.see_value("place left", word));
        let right = (to..self.len().min(to + RIGHT)).map(|at| self.word(at));
        right.filter(bag).for_each(|word| witness.see_value("place right", word));
        witness.see_value("place opens", self.word(0));
        witness.see_together("place opens both", &[self.word(0), self.word(1)]);
        if let Some(last) = self.len().checked_sub(1).filter(|&last| last > to) {
            witness.see_together("place ends", &[self.word(last - 1), self.word(last)]);
        }
        witness.see("place depth", distance(from));
        witness.see("place rest", distance(self.len().saturating_sub(to)));
    }

    fn cues_before(&self, from: usize, witness: &mut impl Witness) {
        const GROUPS: [[&str; 6]; CUES] = [
            ["cue", "cue breaks", "cue place", "cue that", "cue subject", "cue next"],
            ["cue 2", "cue 2 breaks", "cue 2 place", "cue 2 that", "cue 2 subject", "cue 2 next"],
        ];
        let (mut breaks, mut that, mut found) = (0, false, 0);
        for at in (from.saturating_sub(REACH)..from).rev() {
            let word = self.word(at);
            that |= word.name == "that";
            if let Some(class) = self.words[at].cue.map(Value::of) {
                let [cue, broken, place, clause, subject, next] = GROUPS[found];
                let count = Value::of(["0", "1", "2"][breaks.min(2)]);
                let behind = if at + 1 < from { self.word(at + 1) } else { Value::of("HERE") };
                let reach = if behind.name == "that" { "next" } else { yes(that) };
                let far = distance(from - 1 - at);
                witness.see_value(cue, word);
                witness.see_together(broken, &[word, count]);
                witness.see_together(place, &[class, Value::of(far), count]);
                witness.see_together(clause, &[class, Value::of(reach)]);
                witness.see_together(subject, &[class, self.subject(at)]);
                witness.see_together(next, &[word, behind]);
                found += 1;
                if found == CUES {
                    return;
                }
            }
            breaks += usize::from(self.words.get(at + 1).is_some_and(|word| word.gap));
        }
        if found == 0 {
            witness.see("cue", "none");
        }
    }

    fn cues_behind(&self, to: usize, witness: &mut impl Witness) {
        const GROUPS: [[&str; 4]; CUES] = [
            ["cue behind", "cue behind place", "cue behind rest", "cue behind subject"],
            ["cue behind 2", "cue behind 2 place", "cue behind 2 rest", "cue behind 2 subject"],
        ];
        let mut found = 0;
        for at in to..self.len().min(to + REACH) {
            let Some(class) = self.words[at].cue.filter(|class| *class != "call") else { continue };
            let [cue, place, rest, subject] = GROUPS[found];
            let parted = (at.saturating_sub(5).max(to)..=at).any(|near| self.words[near].gap);
            let (class, who) = (Value::of(class), self.subject(at));
            let [parted, far, behind] =
                [yes(parted), distance(at - to), distance(self.len() - 1 - at)].map(Value::of);
            witness.see_value(cue, self.word(at));
            witness.see_together(place, &[class, far]);
            witness.see_together(rest, &[class, who, parted, behind]);
            witness.see_together(subject, &[self.word(at), who]);
            found += 1;
            if found == CUES {
                return;
            }
        }
        if found == 0 {
            witness.see("cue behind", "none");
        }
    }

    /// What stands where the subject of a verb would.
    fn subject(&self, verb: usize) -> Value<'_> {
        const SUBJECTS: [&str; 7] = ["Name", "he", "she", "they", "who", "to", "quoted"];
        let Some(word) = verb.checked_sub(1).map(|at| self.word(at)) else {
            return Value::of("START");
        };
        if SUBJECTS.contains(&word.name) {
            word
        } else {
            Value::of("word")
        }
    }

    fn word(&self, at: usize) -> Value<'_> {
        let word = self.words.get(at).map(|w| Value { name: &self.plain[w.plain], key: w.key });
        word.unwrap_or_else(|| Value::of("END"))
    }
}

fn yes(it: bool) -> &'static str {
    if it {
        "yes"
    } else {
        "no"
    }
}

fn distance(words: usize) -> &'static str {
    match words {
        0 => "0",
        1 => "1",
        2..=3 => "2-3",
        4..=7 => "4-7",
        8..=15 => "8-15",
        _ => "16+",
    }
}

/// Half logits as evidence.
pub(crate) fn degree(thousandths: i32) -> &'static str {
    const NAMES: [&str; 9] = ["-4", "-3", "-2", "-1", "0", "1", "2", "3", "4"];
    NAMES[(thousandths.div_euclid(500).clamp(-4, 4) + 4) as usize]
}
