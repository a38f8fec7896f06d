//! Colour, wrapping and tables for a terminal.

use unicode_width::UnicodeWidthStr;

/// Columns that the output fills: what a person reads without moving the head.
pub const WIDTH: usize = 96;

/// Colours text, or leaves it alone.
#[derive(Clone, Copy)]
pub struct Paint {
    on: bool,
}

impl Paint {
    pub fn new(on: bool) -> Paint {
        Paint { on }
    }

    pub fn bold(self, text: &str) -> String {
        self.wrap("1", text)
    }

    pub fn dim(self, text: &str) -> String {
        self.wrap("2", text)
    }

    pub fn heading(self, text: &str) -> String {
        self.wrap("1;36", text)
    }

    fn wrap(self, code: &str, text: &str) -> String {
        if self.on && !text.is_empty() {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }
}

/// `text` on one line: white space folded, control characters left out.
pub fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().filter(|c| !c.is_control()).collect()
}

/// `text` cut to `width` columns, with an ellipsis where something was cut.
pub fn cut(text: &str, width: usize) -> String {
    let text = one_line(text);
    if text.width() <= width {
        return text;
    }
    let mut out = String::new();
    for c in text.chars() {
        if out.width() + 1 >= width {
            break;
        }
        out.push(c);
    }
    out.trim_end().to_owned() + "…"
}

/// `text` in lines of at most `width` columns, each behind `indent`.
pub fn fill(text: &str, width: usize, indent: &str) -> String {
    let mut out = String::new();
    let mut line = String::new();
    for word in one_line(text).split(' ') {
        if !line.is_empty() && line.width() + 1 + word.width() > width {
            out += &format!("{indent}{line}\n");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line += word;
    }
    out + &format!("{indent}{line}\n")
}

/// Rows in columns as wide as their widest cell, the last one cut to what is left of the line.
pub fn table(rows: &[Vec<String>], paint: impl Fn(usize, &str) -> String) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let wide = |at: usize| rows.iter().map(|row| row[at].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(wide).collect();
    let mut out = String::new();
    for row in rows {
        out += " ";
        let mut used = 1;
        for (at, cell) in row.iter().enumerate() {
            let last = at + 1 == columns;
            let cell = if last { cut(cell, WIDTH.saturating_sub(used + 1)) } else { cell.clone() };
            let pad = if last { 0 } else { widths[at] - cell.width() };
            out += &format!(" {}{}", paint(at, &cell), " ".repeat(pad + usize::from(!last)));
            used += widths[at] + 2;
        }
        out.push('\n');
    }
    out
}
