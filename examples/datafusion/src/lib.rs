//! copydesk's functions in SQL: on one machine with Apache DataFusion, on several with Ballista.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> datafusion::error::Result<()> {
//! use datafusion::prelude::SessionContext;
//!
//! let context = SessionContext::new();
//! copydesk_datafusion::register(&context);
//! let found = context.sql("SELECT country('Rep. of Korea') AS code").await?.collect().await?;
//! # assert_eq!(found[0].num_rows(), 1);
//! # Ok(()) }
//! ```

pub mod cluster;
pub mod functions;
pub mod pages;
mod rows;
pub mod tables;

use datafusion::prelude::SessionContext;

/// Makes every scalar and table function of this crate known to `context`.
pub fn register(context: &SessionContext) {
    for function in functions::all() {
        context.register_udf(function.as_ref().clone());
    }
    for (name, function) in tables::all() {
        context.register_udtf(name, function);
    }
}
