//! The tables compiled into the crate, as plain text, and their reader.
//!
//! A table is tab-separated; lines that begin with `#` are its head (source, licence, columns, how
//! to add a row); blank lines are skipped. Each table is read by the stage that owns it.

/// The rows of a table: line number counted from 1, and the columns.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = (usize, std::str::Split<'_, char>)> {
    table
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(at, line)| (at + 1, line.split('\t')))
}
