//! A labelled page being written down, line by line.

use crate::corpus::{Gold, Label};
use copydesk::Span;

/// A page as it is written down.
pub struct Writer {
    pub text: String,
    pub gold: Vec<Gold>,
    /// What ends a line.
    pub gap: &'static str,
}

impl Writer {
    pub fn line(&mut self, line: &str, label: Label, reason: &str) {
        let start = self.text.len();
        self.text.push_str(line);
        let span = Span::new(start, self.text.len());
        self.gold.push(Gold { span, label, reason: reason.to_string() });
        self.text.push_str(self.gap);
    }

    /// Leaves no blank line behind the last line.
    pub fn tight(&mut self) {
        while self.text.ends_with("\n\n") {
            self.text.pop();
        }
    }
}

/// Rough sentences: a small letter or digit, a full stop, a space, a capital.
pub fn sentences(line: &str) -> Vec<&str> {
    let bytes = line.as_bytes();
    let mut from = 0;
    let mut out = Vec::new();
    for at in 1..bytes.len().saturating_sub(2) {
        let small = bytes[at - 1].is_ascii_lowercase() || bytes[at - 1].is_ascii_digit();
        if small && bytes[at] == b'.' && bytes[at + 1] == b' ' && bytes[at + 2].is_ascii_uppercase()
        {
            out.push(&line[from..=at]);
            from = at + 2;
        }
    }
    out.push(&line[from..]);
    out
}
