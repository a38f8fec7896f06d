//! The page that an example is run on.

use std::ffi::OsStr;
use std::io::{self, Read};

/// The text of the file named by the only argument, of standard input for `-`, `sample` for none.
pub fn page(sample: &str) -> Result<String, String> {
    let mut arguments = std::env::args_os().skip(1);
    let (name, more) = (arguments.next(), arguments.next());
    if more.is_some() {
        return Err("one page at a time: FILE, or - for standard input".into());
    }
    let page = match name {
        None => sample.to_owned(),
        Some(name) => read(&name)?,
    };
    if page.trim().is_empty() {
        return Err("the page is empty: there is nothing to read".into());
    }
    Ok(page)
}

fn read(name: &OsStr) -> Result<String, String> {
    let (shown, bytes) = if name == "-" {
        let mut bytes = Vec::new();
        ("standard input".into(), io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes))
    } else {
        (name.to_string_lossy().into_owned(), std::fs::read(name))
    };
    let bytes = bytes.map_err(|error| format!("cannot read {shown}: {error}"))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("{shown} is not UTF-8: the first bad byte is at offset {at}")
    })
}
