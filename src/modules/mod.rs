//! The standard library: one module a file.
pub mod copy;
pub mod copyreg;
pub mod deep_copy;
pub mod import;
pub mod pickle;
pub mod pickle_buffer;
pub mod pickler;
pub mod stdlib_names;
pub mod sys;
pub mod unpickler;
