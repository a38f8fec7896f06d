//! [`Forms`]: thousands of written forms, the longest one at a word found by hashing its words.
//!
//! Every beginning of a form that ends at a word has a node, found by the hash of its normal form;
//! so a look-up reads on while a node says that longer forms exist. The forms themselves are not
//! kept: that two differ and have one hash of 64 bits is not to be feared. A bitmap answers for
//! nearly all words that begin no form.

use super::tokens::{is_word_char, Reader};
use crate::scan::fold::fold;
use crate::scan::letters::Letters;

/// No form is longer, in words; what a hostile table says beyond is refused when it is read.
pub(crate) const MAX_WORDS: usize = 16;
const NO_FORM: u32 = u32::MAX;

/// One written form and what the owner of the table keeps with it.
#[derive(Clone, Copy, Debug)]
struct Form {
    value: u32,
    /// Upper half of the hash of its first word.
    first: u32,
    /// One bit a word that may begin with a small letter.
    small: u32,
    /// Must be written in capitals throughout: "US".
    caps: bool,
    /// Ends with a dot, which belongs to it in the text too: "U.S."
    dotted: bool,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    hash: u64,
    form: u32,
    /// Forms go on behind this word: a bit for the lowest five of the letter that begins the next one.
    next: u32,
}

impl Node {
    /// False when no form goes on with what stands behind the word.
    #[inline]
    fn may_go_on(self, rest: &[u8]) -> bool {
        match rest {
            [b' ', first, ..] if first.is_ascii_alphanumeric() => {
                self.next >> (first & 31) & 1 == 1
            }
            _ => self.next != 0,
        }
    }
}

const EMPTY: Node = Node { hash: 0, form: NO_FORM, next: 0 };

/// A set of forms.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forms {
    forms: Vec<Form>,
    /// Open addressing; the length is a power of two.
    nodes: Vec<Node>,
    used: usize,
    bitmap: Vec<u64>,
    /// Some form begins with another character than a capital letter.
    pub odd_starts: bool,
}

/// A form found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub end: usize,
    pub value: u32,
}

impl Forms {
    /// Makes room for as many forms more, of three words or less on average.
    pub fn reserve(&mut self, forms: usize) {
        let wanted = self.used + forms * 2;
        if wanted * 2 > self.nodes.len() {
            self.resize(wanted);
        }
    }

    /// Adds a form; false when it was there, with the value it had, has no word or too many, or
    /// more in it than a name in running text can have (brackets).
    pub fn add(&mut self, text: &str, value: u32) -> bool {
        let Some(start) = text.find(is_word_char) else { return false };
        let mut reader = Reader::new(text, start, text.len());
        let (mut hashes, mut next, mut words) = ([reader.hash; MAX_WORDS], [0; MAX_WORDS], 1);
        let mut end = reader.end;
        while reader.advance() {
            if words == MAX_WORDS {
                return false;
            }
            hashes[words] = reader.hash;
            next[words - 1] = 1_u32 << (first_letter(&text[end..]) & 31);
            end = reader.end;
            words += 1;
        }
        let first = text[start..].chars().next();
        // One mark may close a name ("U.S.", "Yahoo!"); more of them hold what is no name.
        if text[reader.end..].chars().nth(1).is_some() {
            return false;
        }
        if (self.used + words) * 2 > self.nodes.len() {
            self.resize(self.nodes.len().max(MAX_WORDS * 2));
        }
        for (&hash, next) in hashes.iter().zip(next).take(words - 1) {
            let at = self.node(hash);
            self.nodes[at].next |= next;
        }
        let at = self.node(reader.hash);
        if self.nodes[at].form != NO_FORM {
            return false;
        }
        self.nodes[at].form = self.forms.len() as u32;
        self.mark((hashes[0] >> 32) as u32);
        self.odd_starts |= !first.is_some_and(starts_name);
        self.forms.push(Form {
            value,
            first: (hashes[0] >> 32) as u32,
            small: reader.small,
            caps: reader.caps,
            dotted: text[reader.end..].starts_with('.'),
        });
        true
    }

    /// Lets a form that is there be written as `text` too: "Nato" beside "NATO".
    pub fn allow_writing(&mut self, text: &str) {
        let Some(start) = text.find(is_word_char) else { return };
        let mut reader = Reader::new(text, start, text.len());
        while reader.advance() {}
        let Some(node) = self.look_up(reader.hash) else { return };
        if let Some(form) = self.forms.get_mut(node.form as usize) {
            form.caps &= reader.caps;
            form.small |= reader.small;
        }
    }

    /// The value of exactly this form, if it is there.
    pub fn get(&self, text: &str) -> Option<u32> {
        let hit = self.longest(text, 0, text.len(), Letters::read(text.as_bytes()))?;
        (hit.end == text.len()).then_some(hit.value)
    }

    /// The longest form that begins with the word at `start`, which has these letters.
    ///
    /// At most [`MAX_WORDS`] words are read; a word is read once.
    #[inline(always)]
    pub fn longest(&self, text: &str, start: usize, limit: usize, letters: Letters) -> Option<Hit> {
        let mut reader = Reader::from_word(text, start, limit, letters);
        if !self.may_begin(reader.hash) {
            return None;
        }
        let mut best = None;
        while let Some(node) = self.look_up(reader.hash) {
            if node.form != NO_FORM {
                best = self.accept(node.form, &text[..limit], &reader).or(best);
            }
            let more = node.may_go_on(&text.as_bytes()[reader.end..limit]);
            if !more || reader.count as usize == MAX_WORDS || !reader.advance() {
                break;
            }
        }
        best
    }

    /// The hit, if the text is written as the form allows.
    fn accept(&self, form: u32, text: &str, read: &Reader<'_>) -> Option<Hit> {
        let form = self.forms[form as usize];
        let written = if form.caps { read.caps } else { read.small & !form.small == 0 };
        if !written {
            return None;
        }
        let after_dot = text[read.end..].strip_prefix('.');
        let dot = form.dotted && after_dot.is_some_and(|rest| !rest.starts_with(is_word_char));
        Some(Hit { end: read.end + usize::from(dot), value: form.value })
    }

    #[inline]
    fn may_begin(&self, hash: u64) -> bool {
        let bit = (hash >> 32) as usize & (self.bitmap.len() * 64).wrapping_sub(1);
        self.bitmap.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }

    fn mark(&mut self, hash: u32) {
        let bit = hash as usize & (self.bitmap.len() * 64 - 1);
        self.bitmap[bit / 64] |= 1 << (bit % 64);
    }

    #[inline]
    fn look_up(&self, hash: u64) -> Option<Node> {
        let mask = self.nodes.len().checked_sub(1)?;
        let mut at = hash as usize & mask;
        loop {
            let node = self.nodes[at];
            if node.hash == hash {
                return Some(node);
            }
            if node.hash == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    /// The place of the node with this hash, made if there is none.
    fn node(&mut self, hash: u64) -> usize {
        let mask = self.nodes.len() - 1;
        let mut at = hash as usize & mask;
        while self.nodes[at].hash != hash {
            if self.nodes[at].hash == 0 {
                self.nodes[at].hash = hash;
                self.used += 1;
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    /// Makes room for `nodes` nodes, twice as many slots and eight bits of bitmap for each.
    fn resize(&mut self, nodes: usize) {
        let slots = (nodes * 2).next_power_of_two().max(64);
        let old = std::mem::replace(&mut self.nodes, vec![EMPTY; slots]);
        self.used = 0;
        for node in old.into_iter().filter(|node| node.hash != 0) {
            let at = self.node(node.hash);
            self.nodes[at] = node;
        }
        self.bitmap = vec![0; slots / 16];
        for at in 0..self.forms.len() {
            self.mark(self.forms[at].first);
        }
    }
}

/// The letter that begins the next word of a form, folded; an ampersand is the word "and".
fn first_letter(rest: &str) -> u8 {
    match rest.chars().find(|c| is_word_char(*c) || *c == '&') {
        Some('&') => b'a',
        Some(c) if c.is_ascii() => c as u8,
        Some(c) => fold(c.encode_utf8(&mut [0; 4])).bytes().next().unwrap_or_default(),
        None => 0,
    }
}

/// Characters that a name may begin with without slowing the search down: capital letters.
fn starts_name(c: char) -> bool {
    c.is_ascii_uppercase() || ('\u{c0}'..='\u{24f}').contains(&c)
}
