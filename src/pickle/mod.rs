//! Pickle: objects to bytes and back, to the byte as CPython 3.13 writes them.
//!
//! A pickle is a program for a small stack machine ([`opcodes`]). The [`writer`] walks the object graph and
//! writes the program; the [`reader`] runs it. Classes and functions travel as names
//! ([`by_reference`]): loading follows the name back to the object that was there all along.

pub mod by_reference;
pub mod errors;
pub mod explain;
pub mod framing;
pub mod input;
pub mod live;
pub mod memo;
pub mod old_names;
pub mod opcodes;
pub mod policy;
pub mod read_build;
pub mod read_scalar;
pub mod reader;
pub mod reduce;
#[cfg(test)]
mod tests;
pub mod world;
pub mod write_container;
pub mod write_reduce;
pub mod write_scalar;
pub mod writer;

/// The newest protocol.
pub const HIGHEST_PROTOCOL: u8 = 5;
/// The protocol used when none is asked for.
pub const DEFAULT_PROTOCOL: u8 = 4;
