//! Spellings of one name: transliterations and slips.

/// Names shorter than this are too much alike for their spellings to be guessed.
const SHORTEST: usize = 4;

/// Longest name whose spellings are looked for: what is longer is no name.
const LONGEST: usize = 40;

/// The key of a name is a polynomial of its letters, so that each can be taken out in one step.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// `BASE * INVERSE` is 1, by Newton's iteration, which doubles the digits that are right.
const INVERSE: u64 = {
    let (mut inverse, mut step) = (1_u64, 0);
    while step < 6 {
        inverse = inverse.wrapping_mul(2_u64.wrapping_sub(BASE.wrapping_mul(inverse)));
        step += 1;
    }
    inverse
};

/// A folded name as it sounds: transliterations of one name come out the same.
///
/// Not phonetics of any one language, only letters that romanizations exchange.
pub(crate) fn sound(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    sound_into(folded, &mut out);
    out
}

/// The same, appended to `out`.
pub(crate) fn sound_into(folded: &str, out: &mut String) {
    let mut last = None;
    let mut rest = folded;
    while let Some(c) = rest.chars().next() {
        let (taken, put) = match rest.as_bytes() {
            [b'k', b'h', ..] => (2, 'h'),
            [b'p', b'h', ..] => (2, 'f'),
            [b'o', b'u' | b'o', ..] => (2, 'u'),
            // Umlauts that are written out, where the folded name has the bare vowel.
            [b'a' | b'o' | b'u', b'e', ..] => (2, c),
            [b'e', b'e', ..] => (2, 'i'),
            [b'c', b'k', ..] | [b'q', b'u', ..] => (2, 'k'),
            [b'y' | b'j', ..] => (1, 'i'),
            [b'w', ..] => (1, 'v'),
            [b'q', ..] => (1, 'k'),
            _ => (c.len_utf8(), c),
        };
        if last != Some(put) && c.is_alphanumeric() {
            out.push(put);
            last = Some(put);
        }
        rest = &rest[taken..];
    }
}

/// Keys under which a name and every name one slip away meet: the name itself and the name less
/// each of its letters. Empty for names that are too short.
pub(crate) fn slips(sound: &str) -> impl Iterator<Item = u64> + '_ {
    let length = sound.chars().count();
    let kept = if (SHORTEST..=LONGEST).contains(&length) { sound } else { "" };
    let whole = kept.chars().fold(0_u64, |key, c| key.wrapping_mul(BASE).wrapping_add(c.into()));
    let mut power = (1..length.min(LONGEST)).fold(1_u64, |power, _| power.wrapping_mul(BASE));
    let mut before = 0_u64;
    let less_one = kept.chars().map(move |c| {
        let own = u64::from(c).wrapping_mul(power);
        let behind = whole.wrapping_sub(before).wrapping_sub(own);
        let key = before.wrapping_mul(INVERSE).wrapping_add(behind);
        before = before.wrapping_add(own);
        power = power.wrapping_mul(INVERSE);
        key
    });
    (!kept.is_empty()).then_some(whole).into_iter().chain(less_one)
}

/// Which words may be a slip away from some others, of those that have [`slips`]: they have the first
/// letter, nearly the length, and the second letter or the last one of one of them.
#[derive(Clone, Debug)]
pub(crate) struct Likely {
    /// By two letters, a bit for each length.
    lengths: [u64; 64],
    /// A word that cannot be told so was added.
    any: bool,
}

impl Default for Likely {
    fn default() -> Likely {
        Likely { lengths: [0; 64], any: false }
    }
}

impl Likely {
    /// Adds what is a slip away from `word`.
    pub(crate) fn add(&mut self, word: &str) {
        self.any |= !word.is_ascii();
        for place in places(word).into_iter().flatten() {
            self.lengths[place] |= 0b111 << (word.len() - 1);
        }
    }

    /// False of what is no slip away from any word added.
    pub(crate) fn may_be_near(&self, word: &str) -> bool {
        let mut places = places(word).into_iter().flatten();
        self.any || !word.is_ascii() || places.any(|at| self.lengths[at] >> word.len() & 1 == 1)
    }
}

/// Places for the first letter of a word with its second and with its last one, if it has [`slips`].
/// When a word outside ASCII is folded, none of them need stay.
fn places(word: &str) -> Option<[usize; 2]> {
    let [first, second, .., last] = word.as_bytes() else { return None };
    let place = |other: u8| usize::from((first & 31).wrapping_mul(7) ^ (other & 31)) & 31;
    let long = (SHORTEST..=LONGEST).contains(&word.len());
    long.then(|| [place(*second), 32 | place(*last)])
}

/// One letter more, less or other, or two neighbours exchanged; the first letter is the same.
pub(crate) fn one_slip(a: &str, b: &str) -> bool {
    if a.as_bytes().first() != b.as_bytes().first() {
        return false;
    }
    if a.is_ascii() && b.is_ascii() {
        return is_slip(a.as_bytes(), b.as_bytes());
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    is_slip(&a, &b)
}

fn is_slip<L: Copy + PartialEq>(a: &[L], b: &[L]) -> bool {
    if a.first() != b.first() {
        return false;
    }
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    match (a, b) {
        ([], []) | ([_], []) | ([], [_]) | ([_], [_]) => true,
        ([p, q], [r, s]) => p == s && q == r,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{one_slip, slips, sound};

    #[test]
    fn transliterations_sound_alike() {
        assert_eq!(sound("zelenskyy"), sound("zelenski"));
        assert_eq!(sound("khalid"), sound("halid"));
        assert_eq!(sound("moeller"), sound("moller"));
        assert_ne!(sound("brown"), sound("braun"));
    }

    #[test]
    fn names_one_slip_apart_share_a_key() {
        for (a, b) in [("boateng", "boatang"), ("sokolov", "sokolow")] {
            assert!(one_slip(a, b), "{a} {b}");
            assert!(slips(a).any(|k| slips(b).any(|other| other == k)), "{a} {b}");
        }
        assert!(!one_slip("meyer", "beyer"), "the first letter is heard too well to slip");
        assert!(!one_slip("johnson", "jonsson"));
    }
}
