//! The standard library: one module a file.
pub mod import;
pub mod stdlib_names;
pub mod sys;
