//! The standard library: one module a file.
pub mod copyreg;
pub mod import;
pub mod pickle;
pub mod pickle_buffer;
pub mod pickler;
pub mod stdlib_names;
pub mod sys;
pub mod unpickler;
