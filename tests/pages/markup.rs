//! Reads pages that carry their own gold, in the markup that `README.md` explains.

use copydesk::Span;

/// One page and what is true of it; every span is one of `text`.
#[derive(Debug, Default)]
pub struct Page {
    pub name: String,
    pub text: String,
    pub title: Option<Span>,
    pub kept: Vec<Span>,
    /// Lines that say again what the page says elsewhere.
    pub repeats: Vec<Span>,
    pub sentences: Vec<Span>,
    pub mentions: Vec<Named>,
    pub quotes: Vec<Quoted>,
}

/// A name and whose it is. `sign` is `@` for a person, `#` for an organisation, `^` for a demonym,
/// `~` for what is not judged, and a space for a country.
#[derive(Debug)]
pub struct Named {
    pub span: Span,
    pub sign: char,
    pub canonical: String,
}

/// What stands between quotation marks: `q` direct, `m` mixed, `n` no speech; and all the speakers
/// that are right, none being nobody.
#[derive(Debug)]
pub struct Quoted {
    pub span: Span,
    pub tag: char,
    pub speakers: Vec<Option<String>>,
}

impl Page {
    /// The page behind the markup. Panics, with the place, where the markup is broken.
    pub fn read(name: &str, source: &str) -> Page {
        let mut page = Page { name: name.into(), ..Page::default() };
        let says = |directive| source.lines().any(|line| line == directive);
        let (single, wrap) = (says("@single-newline"), says("@wrap"));
        let mut blank = false;
        for line in source.lines().filter(|line| !line.starts_with(['%', '@'])) {
            if line.trim().is_empty() {
                blank = true;
                continue;
            }
            if !page.text.is_empty() {
                page.text.push_str(if blank && !single { "\n\n" } else { "\n" });
            }
            blank = false;
            let start = page.text.len();
            page.block(line);
            if wrap {
                wrap_lines(&mut page.text, start);
            }
        }
        page.sentences.sort();
        page.mentions.sort_by_key(|m| m.span);
        page.quotes.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
        page
    }

    fn block(&mut self, line: &str) {
        let (tag, text) = line.split_once(" | ").unwrap_or_else(|| panic!("{}: {line}", self.name));
        let start = self.text.len();
        if tag == "P" {
            self.paragraph(text);
        } else {
            self.text.push_str(text);
        }
        let span = Span::new(start, self.text.len());
        match tag {
            "P" => self.kept.push(span),
            "H" => self.title = Some(span),
            "D duplicate" => self.repeats.push(span),
            _ if tag.starts_with("D ") => {}
            _ => panic!("{}: no such block: {line}", self.name),
        }
    }

    fn paragraph(&mut self, mut rest: &str) {
        let mut from = self.text.len();
        let mut open: Vec<(char, usize, Vec<Option<String>>)> = Vec::new();
        while let Some(next) = rest.chars().next() {
            if let Some(behind) = rest.strip_prefix(" ¦ ") {
                self.sentences.push(Span::new(from, self.text.len()));
                self.text.push(' ');
                from = self.text.len();
                rest = behind;
            } else if next == '{' {
                let (mention, behind) = self.until(&rest[1..], '}');
                self.mention(mention);
                rest = behind;
            } else if next == '<' {
                let (tag, behind) = self.until(&rest[1..], '>');
                match tag.strip_prefix('/') {
                    Some(_) => {
                        let (tag, start, speakers) = open.pop().expect("a mark closes");
                        let span = Span::new(start, self.text.len());
                        self.quotes.push(Quoted { span, tag, speakers });
                    }
                    None => open.push((self.tag(tag), self.text.len(), speakers(tag))),
                }
                rest = behind;
            } else {
                self.text.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
        assert!(open.is_empty(), "{}: a quotation is never closed", self.name);
        self.sentences.push(Span::new(from, self.text.len()));
    }

    fn until<'s>(&self, rest: &'s str, close: char) -> (&'s str, &'s str) {
        rest.split_once(close).unwrap_or_else(|| panic!("{}: no {close} in {rest}", self.name))
    }

    fn tag(&self, tag: &str) -> char {
        let tag = tag.chars().next().unwrap_or(' ');
        assert!("qmn".contains(tag), "{}: no such mark: {tag}", self.name);
        tag
    }

    fn mention(&mut self, mention: &str) {
        let (canonical, surface) =
            mention.split_once('|').unwrap_or_else(|| panic!("{}: {mention}", self.name));
        let sign = canonical.chars().next().filter(|c| "@#^~".contains(*c));
        let canonical = canonical.trim_start_matches(['@', '#', '^', '~']).to_owned();
        let start = self.text.len();
        self.text.push_str(surface);
        let span = Span::new(start, self.text.len());
        self.mentions.push(Named { span, sign: sign.unwrap_or(' '), canonical });
    }
}

/// `q Name||Other` or `q -`: whoever may be given as the speaker.
fn speakers(tag: &str) -> Vec<Option<String>> {
    let names = tag.get(2..).unwrap_or_default();
    names.split("||").map(|n| (n.trim() != "-").then(|| n.trim().to_owned())).collect()
}

/// Breaks the text behind `start` at 72 columns: a space becomes the end of a line.
fn wrap_lines(text: &mut String, start: usize) {
    const WIDTH: usize = 72;
    let mut breaks = Vec::new();
    let (mut line, mut space) = (0, None);
    for (column, (at, c)) in text[start..].char_indices().enumerate() {
        if c == ' ' {
            space = Some((column, start + at));
        }
        if column + 1 - line > WIDTH {
            if let Some((column, at)) = space.take() {
                breaks.push(at);
                line = column;
            }
        }
    }
    breaks.iter().for_each(|&at| text.replace_range(at..at + 1, "\n"));
}
