//! A scheduler, its executors, and a session that sends its queries to them.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use ballista::prelude::SessionContextExt;
use ballista_core::error::{BallistaError, Result};
use ballista_core::extension::SessionConfigExt;
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::default_session_builder;
use ballista_executor::executor_process::{start_executor_process, ExecutorProcessConfig};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use datafusion::execution::{FunctionRegistry, SessionState};
use datafusion::functions_nested::all_default_nested_functions;
use datafusion::prelude::{SessionConfig, SessionContext};

use crate::functions;

/// An executor that has not been heard of for so long is taken for dead, and its tasks and the
/// results that only it held are done again elsewhere. Short, because a page takes microseconds.
const EXECUTOR_TIMEOUT_SECONDS: u64 = 8;
const HEARTBEAT_SECONDS: u64 = 2;

/// Serves a scheduler on `127.0.0.1:port` until the process ends.
pub async fn scheduler(port: u16) -> Result<()> {
    let config = SchedulerConfig {
        bind_port: port,
        external_host: "127.0.0.1".into(),
        executor_timeout_seconds: EXECUTOR_TIMEOUT_SECONDS,
        expire_dead_executor_interval_seconds: HEARTBEAT_SECONDS,
        override_session_builder: Some(Arc::new(state)),
        ..SchedulerConfig::default()
    };
    let cluster = BallistaCluster::new_from_config(&config).await?;
    start_server(cluster, SocketAddr::from(([127, 0, 0, 1], port)), Arc::new(config)).await
}

/// Serves an executor of the scheduler on `scheduler_port` until the process ends. It listens on
/// `port` and `port + 1` and keeps what it has computed under `work_dir`.
pub async fn executor(port: u16, scheduler_port: u16, work_dir: PathBuf) -> Result<()> {
    let work_dir = work_dir.to_str().map(str::to_owned).ok_or_else(|| {
        BallistaError::Configuration("the working folder's name is not UTF-8".into())
    })?;
    let config = ExecutorProcessConfig {
        port,
        grpc_port: port + 1,
        external_host: Some("127.0.0.1".into()),
        scheduler_host: "127.0.0.1".into(),
        scheduler_port,
        scheduler_connect_timeout_seconds: 30,
        vcores: 1,
        work_dir: Some(work_dir),
        executor_heartbeat_interval_seconds: HEARTBEAT_SECONDS,
        override_function_registry: Some(Arc::new(registry())),
        ..ExecutorProcessConfig::default()
    };
    start_executor_process(Arc::new(config)).await
}

/// A session whose queries run on the cluster of the scheduler at `url` (`df://127.0.0.1:50050`).
pub async fn session(url: &str) -> datafusion::error::Result<SessionContext> {
    let state = state(SessionConfig::new_with_ballista())?;
    let context = SessionContext::remote_with_state(url, state).await?;
    crate::register(&context);
    Ok(context)
}

/// What a scheduler and a client plan with: Ballista's own functions and ours.
fn state(config: SessionConfig) -> datafusion::error::Result<SessionState> {
    let mut state = default_session_builder(config)?;
    for function in functions::all() {
        state.register_udf(function)?;
    }
    Ok(state)
}

/// What an executor runs: DataFusion's own functions, those of lists among them, and ours.
fn registry() -> BallistaFunctionRegistry {
    let mut registry = BallistaFunctionRegistry::default();
    let functions = all_default_nested_functions().into_iter().chain(functions::all());
    registry.scalar_functions.extend(functions.map(|f| (f.name().to_owned(), f)));
    registry
}
