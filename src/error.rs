//! [`Error`]: what can go wrong when a table of the caller's is read. Analysis itself cannot fail.

/// Why a table of the caller's own was refused.
///
/// ```
/// use copydesk::{entity::Gazetteer, Error};
/// let Err(Error::Row { line, problem, text, .. }) = Gazetteer::from_tsv("Acme\nAcme Park\tplase") else {
///     panic!("a kind that does not exist was taken");
/// };
/// assert_eq!((line, problem.as_str(), text.as_str()), (2, "unknown kind", "plase"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A row of a table does not have the form its head promises.
    #[error("line {line}: {problem}: {text:?}")]
    #[non_exhaustive]
    Row {
        /// Line of the table, counted from 1.
        line: usize,
        /// What is wrong with it.
        problem: String,
        /// The offending text, cut to a length that can be shown.
        text: String,
    },
}

impl Error {
    pub(crate) fn row(line: usize, problem: impl Into<String>, text: &str) -> Error {
        /// Enough to recognise a row by, short enough for one line of a terminal.
        const SHOWN: usize = 80;
        let text = text.chars().take(SHOWN).collect();
        Error::Row { line, problem: problem.into(), text }
    }
}
