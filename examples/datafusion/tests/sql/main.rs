//! All tests in one binary: linking a query engine once takes long enough.

mod cluster;
mod functions;
