//! Streams JSON Lines `{"id","text"}` through one stage, an answer a line in the order of the input.
//!
//! `jsonl STAGE [--threads N] < pages.jsonl > answers.jsonl`

mod answer;

use std::error::Error;
use std::io::{self, BufRead, IsTerminal, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use copydesk::Desk;
use rayon::prelude::*;

const USAGE: &str = "usage: jsonl STAGE [--threads N] < pages.jsonl > answers.jsonl
STAGE: sentences, country, mentions, clusters, group, quotes, boilerplate or desk";

/// Text read before it is worked on: what bounds the memory, however long the stream.
const BATCH_BYTES: usize = 4 << 20;

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(bad) => {
            eprintln!("jsonl: {bad} malformed lines were left out");
            ExitCode::FAILURE
        }
        // Whoever reads our output went away: there is nobody left to answer.
        Err(error) if is_closed_pipe(error.as_ref()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jsonl: {error}");
            ExitCode::FAILURE
        }
    }
}

fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
}

/// Runs the stream, and returns how many lines were malformed.
fn run() -> Result<u64, Box<dyn Error>> {
    let (stage, threads) = arguments()?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?;
    let desk = Desk::new();
    let mut input = io::stdin().lock();
    let mut out = io::stdout().lock();
    let mut progress = Progress::new();
    let mut bad = 0;
    loop {
        let batch = read_batch(&mut input)?;
        if batch.is_empty() {
            return Ok(bad);
        }
        let answers: Vec<_> =
            pool.install(|| batch.par_iter().map(|line| one_line(&desk, &stage, line)).collect());
        for answer in answers {
            progress.lines += 1;
            match answer {
                // One write a line: a kill in between leaves whole lines.
                Ok(Some(answer)) => out.write_all(answer.as_bytes())?,
                Ok(None) => {}
                Err(error) => {
                    bad += 1;
                    eprintln!("jsonl: line {}: {error}", progress.lines);
                }
            }
        }
        progress.show(batch.iter().map(Vec::len).sum());
    }
}

fn arguments() -> Result<(String, usize), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (stage, threads) = match words.as_slice() {
        [stage] => (*stage, 1),
        [stage, "--threads", n] | ["--threads", n, stage] => (*stage, n.parse()?),
        _ => return Err(USAGE.into()),
    };
    if !answer::STAGES.contains(&stage) {
        return Err(format!("unknown stage {stage:?}\n{USAGE}").into());
    }
    Ok((stage.to_owned(), threads))
}

/// The next lines, until they are large enough together.
fn read_batch(input: &mut impl BufRead) -> io::Result<Vec<Vec<u8>>> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while bytes < BATCH_BYTES {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        bytes += line.len();
        batch.push(line);
    }
    Ok(batch)
}

/// The answer with its line end; nothing for a blank line; why not, for a malformed one.
fn one_line(desk: &Desk, stage: &str, line: &[u8]) -> Result<Option<String>, String> {
    if line.iter().all(u8::is_ascii_whitespace) {
        return Ok(None);
    }
    let input = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let answer = answer::answer(desk, stage, &input).map_err(|error| error.to_string())?;
    Ok(Some(answer.to_string() + "\n"))
}

/// A line on standard error that tells how far the stream is, if a person looks at it.
struct Progress {
    on: bool,
    lines: u64,
    bytes: usize,
    begun: Instant,
    shown: Option<Instant>,
}

impl Progress {
    fn new() -> Progress {
        let on = io::stderr().is_terminal();
        Progress { on, lines: 0, bytes: 0, begun: Instant::now(), shown: None }
    }

    fn show(&mut self, bytes: usize) {
        self.bytes += bytes;
        let due = self.shown.map_or(true, |at| at.elapsed() > Duration::from_millis(200));
        if self.on && due {
            let (megabytes, seconds) =
                (self.bytes as f64 / 1e6, self.begun.elapsed().as_secs_f64());
            let rate = megabytes / seconds.max(1e-9);
            eprint!("\r{} lines, {megabytes:.1} MB, {rate:.1} MB/s ", self.lines);
            self.shown = Some(Instant::now());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.is_some() {
            eprintln!();
        }
    }
}
