//! What an example prints.

use std::io::{self, Write};

/// Writes to standard output. Whoever reads it may stop whenever they have seen enough.
pub fn show(text: &str) -> Result<(), String> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}
