//! The standard library: one module a file.
pub mod import;
