//! The same SQL here and on a cluster of processes gives the same rows, also when an executor dies.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use copydesk_datafusion::{cluster, pages, register};
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::prelude::{ParquetReadOptions, SessionContext};

const QUERY: &str = "
    SELECT quote['speaker'] AS speaker, quote['cue'] AS cue, count(*) AS quotations,
           sum(cardinality(sentences(clean_text(page)))) AS sentences
    FROM (SELECT page, unnest(quotes(page)) AS quote FROM pages)
    GROUP BY 1, 2 ORDER BY 1, 2";

/// A process that ends with the test, however the test ends.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(arguments: &[&str]) -> Process {
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk-datafusion"));
    Process(command.args(arguments).stdout(Stdio::null()).spawn().unwrap())
}

/// A port with a free one after it.
fn free_ports() -> u16 {
    loop {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        if port < u16::MAX && TcpListener::bind(("127.0.0.1", port + 1)).is_ok() {
            return port;
        }
    }
}

/// A scheduler and two executors, with a folder of pages to read.
struct Cluster {
    url: String,
    executors: Vec<(Process, PathBuf)>,
    _scheduler: Process,
    folder: PathBuf,
}

impl Cluster {
    async fn start(name: &str, files: usize, count: usize) -> Cluster {
        let folder = std::env::temp_dir().join(format!("copydesk-{name}-{}", std::process::id()));
        pages::write(&folder.join("pages"), files, count).unwrap();
        let port = free_ports();
        let scheduler = start(&["scheduler", &port.to_string()]);
        wait("the scheduler", || std::net::TcpStream::connect(("127.0.0.1", port)).is_ok()).await;
        let executors = (0..2).map(|n| executor(port, folder.join(format!("work-{n}")))).collect();
        let url = format!("df://127.0.0.1:{port}");
        Cluster { url, executors, _scheduler: scheduler, folder }
    }

    async fn ask(&self) -> String {
        let context = cluster::session(&self.url).await.unwrap();
        answer(&context, &self.folder.join("pages")).await
    }

    async fn ask_here(&self) -> String {
        let context = SessionContext::new();
        register(&context);
        answer(&context, &self.folder.join("pages")).await
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.executors.clear();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn executor(scheduler: u16, work: PathBuf) -> (Process, PathBuf) {
    std::fs::create_dir_all(&work).unwrap();
    let port = free_ports().to_string();
    let process = start(&["executor", &port, &scheduler.to_string(), work.to_str().unwrap()]);
    (process, work)
}

async fn answer(context: &SessionContext, pages: &Path) -> String {
    let folder = pages.to_str().unwrap();
    context.register_parquet("pages", folder, ParquetReadOptions::default()).await.unwrap();
    let rows = context.sql(QUERY).await.unwrap().collect().await.unwrap();
    pretty_format_batches(&rows).unwrap().to_string()
}

/// Waits until `ready`; a minute is far more than any step takes on a loaded machine.
async fn wait(what: &str, ready: impl Fn() -> bool) {
    let begun = Instant::now();
    while !ready() {
        assert!(begun.elapsed() < Duration::from_secs(60), "{what} did not come up");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn holds_a_file(folder: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.flatten().any(|e| e.path().is_file() || holds_a_file(&e.path()))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cluster_answers_as_one_machine_does() {
    let cluster = Cluster::start("same", 4, 50).await;
    let here = cluster.ask_here().await;
    assert!(here.contains("Ama Boateng"), "{here}");
    assert_eq!(cluster.ask().await, here);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_executor_that_dies_midway_loses_no_row() {
    let mut cluster = Cluster::start("killed", 24, 1000).await;
    let here = cluster.ask_here().await;
    let (url, pages) = (cluster.url.clone(), cluster.folder.join("pages"));
    let query = tokio::spawn(async move {
        let context = cluster::session(&url).await.unwrap();
        answer(&context, &pages).await
    });
    // Midway: it has finished a part, whose rows die with it, and the query is not done.
    let (victim, work) = cluster.executors.remove(0);
    wait("the first finished part", || holds_a_file(&work)).await;
    assert!(!query.is_finished(), "the query was over before the executor could be killed");
    drop(victim);
    std::fs::remove_dir_all(&work).unwrap();
    assert_eq!(query.await.unwrap(), here);
}
