//! Small words of English by their part in a sentence, all in lower case.

/// What may stand between a subject and its verb: auxiliaries and adverbs.
pub(crate) fn is_auxiliary(word: &str) -> bool {
    word.ends_with("ly")
        || matches!(
            word,
            "has"
                | "have"
                | "had"
                | "also"
                | "later"
                | "then"
                | "would"
                | "will"
                | "could"
                | "did"
                | "does"
                | "not"
                | "never"
                | "again"
                | "often"
                | "once"
                | "who"
                | "himself"
                | "herself"
                | "now"
                | "first"
                | "still"
                | "earlier"
                | "is"
                | "was"
                | "even"
                | "itself"
                | "may"
                | "might"
        )
}

/// Where a noun phrase begins, or all of it: determiners, small numbers and pronouns.
pub(crate) fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "this"
            | "his"
            | "her"
            | "their"
            | "its"
            | "some"
            | "many"
            | "most"
            | "several"
            | "two"
            | "three"
            | "one"
            | "both"
            | "other"
            | "he"
            | "she"
            | "they"
            | "it"
            | "we"
            | "i"
            | "who"
            | "which"
            | "another"
            | "few"
    )
}

/// What no noun phrase goes over.
pub(crate) fn is_boundary(word: &str) -> bool {
    matches!(
        word,
        "that"
            | "and"
            | "but"
            | "or"
            | "when"
            | "while"
            | "as"
            | "if"
            | "because"
            | "where"
            | "after"
            | "before"
            | "since"
            | "although"
            | "though"
            | "than"
            | "so"
            | "what"
            | "how"
            | "why"
            | "said"
            | "to"
            | "on"
            | "at"
            | "with"
    )
}
