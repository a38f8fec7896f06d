//! The pages of a corpus, one after the other, from whatever files they are in.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::bufread::MultiGzDecoder;
use indicatif::ProgressBar;

/// A page as it was found, not yet decoded: threads do that.
pub struct Raw {
    /// File, and line in it where the file has many pages.
    pub place: String,
    /// The name of the folder, which stands for the source where a page names none.
    pub folder: String,
    pub content: io::Result<Content>,
}

pub enum Content {
    Text(Vec<u8>),
    Json(Vec<u8>),
}

/// The files that can be read under `paths`, sorted, and how many bytes they have together.
pub fn files(paths: &[PathBuf]) -> Result<(Vec<PathBuf>, u64), String> {
    let mut found = Vec::new();
    for path in paths {
        collect(path, true, &mut found)
            .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    }
    if found.is_empty() {
        return Err("no .txt, .jsonl, .txt.gz or .jsonl.gz there".into());
    }
    let size = |path: &PathBuf| path.metadata().map_or(0, |about| about.len());
    let bytes = found.iter().map(size).sum();
    Ok((found, bytes))
}

/// A file that is named is read whatever it is called; in folders the ending decides.
fn collect(path: &Path, named: bool, found: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.metadata()?.is_dir() {
        let mut inside: Vec<PathBuf> =
            path.read_dir()?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        inside.sort_unstable();
        return inside.iter().try_for_each(|path| collect(path, false, found));
    }
    if named || is_json(path) || ending(path) == "txt" {
        found.push(path.to_owned());
    }
    Ok(())
}

/// The ending of a file's name, that before `.gz` if there is one.
fn ending(path: &Path) -> &str {
    let path = if is_gzip(path) { path.with_extension("") } else { path.to_owned() };
    match path.extension().and_then(OsStr::to_str) {
        Some("jsonl" | "ndjson") => "jsonl",
        Some("txt") => "txt",
        _ => "",
    }
}

fn is_json(path: &Path) -> bool {
    ending(path) == "jsonl"
}

fn is_gzip(path: &Path) -> bool {
    path.extension() == Some(OsStr::new("gz"))
}

/// The pages of all files; `bar` moves with the bytes that are read of them.
pub fn pages(files: Vec<PathBuf>, bar: &ProgressBar) -> impl Iterator<Item = Raw> + Send {
    let bar = bar.clone();
    files.into_iter().flat_map(move |path| match open(&path, &bar) {
        Err(error) => one(&path, Err(error)),
        Ok(reader) if is_json(&path) => lines(path, reader),
        Ok(mut reader) => {
            let mut bytes = Vec::new();
            let read = reader.read_to_end(&mut bytes);
            one(&path, read.map(|_| Content::Text(bytes)))
        }
    })
}

type Pages = Box<dyn Iterator<Item = Raw> + Send>;

fn one(path: &Path, content: io::Result<Content>) -> Pages {
    let place = path.display().to_string();
    Box::new(std::iter::once(Raw { place, folder: folder(path), content }))
}

fn lines(path: PathBuf, reader: Box<dyn BufRead + Send>) -> Pages {
    let lines = reader.split(b'\n').enumerate().map(move |(at, line)| Raw {
        place: format!("{}, line {}", path.display(), at + 1),
        folder: folder(&path),
        content: line.map(Content::Json),
    });
    Box::new(lines)
}

fn folder(path: &Path) -> String {
    let name = path.parent().and_then(Path::file_name).unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn open(path: &Path, bar: &ProgressBar) -> io::Result<Box<dyn BufRead + Send>> {
    let reader = BufReader::new(bar.wrap_read(File::open(path)?));
    Ok(if is_gzip(path) {
        Box::new(BufReader::new(MultiGzDecoder::new(reader)))
    } else {
        Box::new(reader)
    })
}
