//! The decision: does the sentence end at these marks? All evidence meets here.

use super::after::{after, is_attribution, After};
use super::before::Before;
use super::boundary::{Boundary, Rejection, Verdict};
use super::list;
use super::marks::{Mark, Run};
use super::next::{next_kind, Steps};
use super::view::{closes, View};
use super::words::{Class, Kind, Next, Words};

/// What is known about one candidate.
#[derive(Debug)]
pub(super) struct Evidence<'a, 't> {
    pub(super) view: &'a View<'t>,
    pub(super) words: &'a Words,
    /// Where the sentence begins.
    pub(super) from: usize,
    pub(super) run: Run,
    /// Behind the marks and all that closes with them.
    pub(super) end: usize,
    /// The first byte behind the white space.
    pub(super) next: usize,
    pub(super) before: Before,
    /// The line or the region ends here, whatever the marks are.
    pub(super) last: bool,
    pub(super) steps: &'a mut Steps,
}

impl Evidence<'_, '_> {
    /// Weighs the evidence. The order is the argument: what rules a boundary out stands first.
    pub(super) fn weigh(&mut self) -> Verdict {
        use Rejection as No;
        if self.last {
            return Verdict::Accepted(self.reason());
        }
        let after = after(self.view, self.next);
        match after {
            After::End => return Verdict::Accepted(self.reason()),
            After::Lower if !self.is_plain_end() => return Verdict::Rejected(No::LowerCase),
            After::Punctuation => return Verdict::Rejected(No::Punctuation),
            _ if self.before == Before::Nothing => return Verdict::Rejected(No::Omission),
            _ => {}
        }
        let mark = self.run.mark;
        match mark {
            Mark::Stop => self.weigh_stop(after),
            Mark::Question | Mark::Exclamation if self.is_attributed(after) => {
                Verdict::Rejected(No::Attribution)
            }
            Mark::Exclamation if self.is_name(after) => Verdict::Rejected(No::Name),
            Mark::Ellipsis if self.goes_on(after) => Verdict::Rejected(No::Omission),
            _ => Verdict::Accepted(self.reason()),
        }
    }

    fn weigh_stop(&mut self, after: After) -> Verdict {
        let Before::Short(class) = self.before else {
            return match self.is_list_marker() {
                true => Verdict::Rejected(Rejection::ListMarker),
                false => Verdict::Accepted(Boundary::FullStop),
            };
        };
        if self.closes_quotation() && class != Class::Title {
            // What closes behind the abbreviation shows that the name is complete.
            return Verdict::Accepted(Boundary::Abbreviation);
        }
        if class == Class::Number && self.is_whole_answer() {
            return Verdict::Accepted(Boundary::FullStop);
        }
        if class == Class::Time && self.is_only_a_time() {
            return Verdict::Rejected(Rejection::Abbreviation);
        }
        let next = self.next_kind(after);
        let begins = matches!(after, After::Capital | After::Quote) && next != Next::Starter;
        if self.words.ends(class, next) && !(begins && self.is_fronted(class)) {
            return Verdict::Accepted(Boundary::Abbreviation);
        }
        Verdict::Rejected(Rejection::Abbreviation)
    }

    /// A mark between two ordinary words, outside brackets: the writer does without capitals. Of a
    /// question this is believed only when its own sentence began so.
    fn is_plain_end(&self) -> bool {
        /// How far an opening bracket is looked for.
        const BRACKET: usize = 48;
        let word = self.view.letters_before(self.from, self.run.start);
        let next = self.view.letters(self.next);
        let behind = self.view.byte(self.next + next.len());
        let plain = self.run.end == self.end && self.before == Before::Word;
        let mark = match self.run.mark {
            Mark::Stop => true,
            Mark::Question | Mark::Exclamation => self.view.byte(self.from).is_ascii_lowercase(),
            Mark::Ellipsis => false,
        };
        plain
            && mark
            && word.len() > 1
            && word.iter().all(u8::is_ascii_lowercase)
            && (word.len() < 3 || word.iter().any(|b| b"aeiouy".contains(b)))
            && self.words.abbreviation(word).is_none()
            && (matches!(behind, b',' | b'\'' | 0xe2)
                || self.view.space_len(self.next + next.len()) > 0)
            && !self.in_bracket(BRACKET)
    }

    /// True when a bracket was opened in the `reach` bytes in front and not closed.
    fn in_bracket(&self, reach: usize) -> bool {
        let from = self.from.max(self.run.start.saturating_sub(reach));
        let front = &self.view.bytes()[from..self.run.start];
        let last = front.iter().rposition(|b| matches!(b, b'(' | b'[' | b'{' | b')' | b']' | b'}'));
        last.is_some_and(|at| matches!(front[at], b'(' | b'[' | b'{'))
    }

    /// The column of `classes.txt` for what follows.
    fn next_kind(&mut self, after: After) -> Next {
        match after {
            After::Number => Next::Number,
            After::Quote => Next::Quote,
            After::Bracket if self.opens_aside() => Next::Starter,
            After::Bracket | After::Dash => Next::Bracket,
            After::Symbol if matches!(self.view.char(self.next), Some('§' | '¶' | '#')) => {
                Next::Number
            }
            After::Symbol => Next::Opener,
            _ => next_kind(self.view, self.words, self.steps, self.next),
        }
    }

    /// `(See page 4.)`, a sentence of its own; `(The Bank)` is a name.
    fn opens_aside(&self) -> bool {
        let first = self.view.letters(self.next + 1);
        self.words.kind(first) == Some(Kind::Starter)
            && first != b"The"
            && first[0].is_ascii_uppercase()
    }

    /// `No. Never`: the word is all there is.
    fn is_whole_answer(&self) -> bool {
        let word = self.view.letters_before(self.from, self.run.start).len();
        let opening = self.view.bytes()[self.from..self.run.start - word].iter();
        opening.take(4).all(|b| !b.is_ascii_alphanumeric())
            && self.run.start - word < self.from + 4
            && !self.view.byte(self.next).is_ascii_digit()
    }

    /// `8:12 a.m. A goose entered the bank.`: a log says first when.
    fn is_only_a_time(&self) -> bool {
        let front = &self.view.bytes()[self.from..self.run.start];
        front[0].is_ascii_digit() && front.len() <= "12:59:59 a.m".len()
    }

    /// `At 5 a.m. Mr. Lee`, `In the U.S. Mr. Lee`, `Sato Corp. Tokyo officials`: what opens the sentence,
    /// or what follows a colon, has its clause still before it.
    fn is_fronted(&self, class: Class) -> bool {
        /// Longest opening phrase.
        const PHRASE: usize = 48;
        let from = self.from.max(self.run.start.saturating_sub(PHRASE));
        let front = &self.view.bytes()[from..self.run.start];
        let phrase = match front.windows(2).rposition(|pair| pair == b": ") {
            Some(at) => &front[at + 2..],
            None if from == self.from => front,
            None => return false,
        };
        // Without the abbreviation itself.
        let inner = phrase.iter().filter(|b| **b == b' ').count();
        let mut words = phrase.split(|b| *b == b' ').take(inner);
        match class {
            Class::Time | Class::Era => {
                words.next().is_some_and(is_preposition) && !words.any(|w| self.words.is_verb(w))
            }
            Class::Company
            | Class::Suffix
            | Class::Degree
            | Class::Acronym
            | Class::Nation
            | Class::Place
            | Class::Town => words.skip(1).all(is_of_a_name),
            _ => false,
        }
    }

    /// `1.`, `a.`, `iv.` where a sentence would begin.
    fn is_list_marker(&self) -> bool {
        /// Longest marker: `12.10.3`.
        const LONGEST: usize = 8;
        let marker = &self.view.bytes()[self.from..self.run.start];
        if marker.len() > LONGEST {
            return false;
        }
        let digits = marker.iter().all(|b| b.is_ascii_digit() || *b == b'.') && marker.len() < 4;
        let heading =
            marker.contains(&b'.') && marker.iter().all(|b| matches!(b, b'0'..=b'9' | b'.'));
        let letter = marker.len() == 1 && marker[0].is_ascii_lowercase();
        let roman = marker.len() <= 4 && marker.iter().all(|b| matches!(b, b'i' | b'v' | b'x'));
        let text = &self.view.text[self.from..self.view.region.end];
        digits || heading || letter || roman || list::opens(text, self.end - self.from)
    }

    /// True when the last of what closes with the marks is a quotation mark.
    fn closes_quotation(&self) -> bool {
        let last = self.view.char_before(self.end);
        self.end > self.run.end && last.is_some_and(|c| closes(c) && !matches!(c, ')' | ']' | '}'))
    }

    /// `"Ready?" CNN reported.`
    fn is_attributed(&self, after: After) -> bool {
        self.closes_quotation()
            && after == After::Capital
            && is_attribution(self.view, self.words, self.next)
    }

    /// `Yahoo! News`
    fn is_name(&mut self, after: After) -> bool {
        let name = self.view.letters_before(self.from, self.run.start);
        name.first().is_some_and(u8::is_ascii_uppercase)
            && self.end == self.run.start + 1
            && self.words.is_marked(name)
            && !matches!(self.next_kind(after), Next::Starter | Next::Opener | Next::Quote)
    }

    /// `I thought ... I would go`; an omission before a bracket.
    fn goes_on(&self, after: After) -> bool {
        let pronoun = self.view.byte(self.next) == b'I'
            && !self.view.byte(self.next + 1).is_ascii_alphabetic();
        let marks = self.view.bytes()[self.run.start..self.run.end].iter().take(16);
        let short = marks.filter(|b| **b == b'.').count() < 4;
        pronoun && short && self.end == self.run.end
            || matches!(after, After::Bracket | After::Number)
    }

    fn reason(&self) -> Boundary {
        match (self.run.mark, self.before) {
            (Mark::Stop, Before::Short(_)) => Boundary::Abbreviation,
            (Mark::Stop, _) => Boundary::FullStop,
            (Mark::Question, _) => Boundary::Question,
            (Mark::Exclamation, _) => Boundary::Exclamation,
            (Mark::Ellipsis, _) => Boundary::Ellipsis,
        }
    }

    /// The decision where no white space stands behind the marks: is a space lost, or is the mark
    /// inside a word?
    pub(super) fn weigh_joined(&self) -> Verdict {
        let inside = Verdict::Rejected(Rejection::InsideWord);
        let next = self.view.letters(self.next);
        let behind = self.view.byte(self.next + next.len());
        let closed = self.end > self.run.end;
        match after(self.view, self.next) {
            After::Punctuation => return Verdict::Rejected(Rejection::Punctuation),
            After::Lower if closed => return Verdict::Rejected(Rejection::LowerCase),
            After::Capital | After::Quote | After::Dash if closed => {}
            After::Quote => {}
            After::Capital if self.joins(next, behind) => {}
            _ => return inside,
        }
        match self.before {
            Before::Nothing => Verdict::Rejected(Rejection::Omission),
            Before::Short(class) if !closed && self.run.mark == Mark::Stop => {
                let starts = self.words.kind(next) == Some(Kind::Starter) && next.len() > 1;
                match starts && self.words.ends(class, Next::Starter) && class != Class::Initial {
                    true => Verdict::Accepted(Boundary::LostSpace),
                    false => Verdict::Rejected(Rejection::Abbreviation),
                }
            }
            _ => Verdict::Accepted(Boundary::LostSpace),
        }
    }

    /// `on Monday.The bridge`, but not `Gazeta.Ru`, `Node.Js`, `U.S`.
    fn joins(&self, next: &[u8], behind: u8) -> bool {
        let previous = self.view.byte_before(self.run.start);
        let lower = previous.is_ascii_lowercase()
            || previous >= 0x80
                && self.view.char_before(self.run.start).is_some_and(char::is_alphanumeric);
        let plain = lower || matches!(previous, b')' | b'%' | b'"' | b'\'' | b'0'..=b'9');
        let ends = !behind.is_ascii_alphanumeric() && !matches!(behind, b'@' | b'/' | b'_' | b'=');
        let kind = self.words.kind(next);
        let starter =
            matches!(kind, Some(Kind::Starter | Kind::Opener | Kind::When)) && behind != b'.';
        let long = next.len() > 2 || next.len() > 1 && next[1].is_ascii_lowercase();
        let word = long && !self.words.is_suffix(next);
        let capitals = self.view.letters_before(self.from, self.run.start);
        let acronym = capitals.len() > 1 && capitals.iter().all(u8::is_ascii_uppercase);
        if previous.is_ascii_digit() || acronym {
            return starter && ends;
        }
        plain && ends && (starter || word)
    }
}

fn is_preposition(word: &[u8]) -> bool {
    matches!(word, b"At" | b"By" | b"In" | b"On" | b"Around" | b"Before" | b"After")
}

/// A word in lower case only where a name may hold it.
fn is_of_a_name(word: &[u8]) -> bool {
    let lower = word.first().is_some_and(u8::is_ascii_lowercase);
    !lower || matches!(word, b"the" | b"a" | b"an" | b"of" | b"and" | b"de")
}
