//! `copydesk-datafusion`: SQL over Parquet files of pages, here or on a cluster.

use std::error::Error;
use std::path::PathBuf;

use copydesk_datafusion::{cluster, pages, register};
use datafusion::prelude::{ParquetReadOptions, SessionContext};

const USAGE: &str = "usage:
  copydesk-datafusion pages FOLDER [FILES] [PAGES]      write invented pages as Parquet files
  copydesk-datafusion sql FOLDER QUERY [CLUSTER]        run QUERY over FOLDER's files, table `pages`;
                                                        CLUSTER is df://HOST:PORT, default: this process
  copydesk-datafusion scheduler PORT                    serve a cluster's scheduler on the loopback
  copydesk-datafusion executor PORT SCHEDULER_PORT DIR  serve one of its executors (uses PORT and PORT + 1)";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["pages", folder] => pages::write(folder.as_ref(), 8, 1000)?,
        ["pages", folder, files, count] => {
            pages::write(folder.as_ref(), files.parse()?, count.parse()?)?
        }
        ["sql", folder, query] => {
            let context = SessionContext::new();
            register(&context);
            show(&context, folder, query).await?
        }
        ["sql", folder, query, url] => show(&cluster::session(url).await?, folder, query).await?,
        ["scheduler", port] => cluster::scheduler(port.parse()?).await?,
        ["executor", port, scheduler, dir] => {
            cluster::executor(port.parse()?, scheduler.parse()?, PathBuf::from(dir)).await?
        }
        _ => return Err(USAGE.into()),
    }
    Ok(())
}

async fn show(context: &SessionContext, folder: &str, query: &str) -> Result<(), Box<dyn Error>> {
    context.register_parquet("pages", folder, ParquetReadOptions::default()).await?;
    context.sql(query).await?.show().await?;
    Ok(())
}
