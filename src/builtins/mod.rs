//! Built-in functions, and the start of an interpreter.

pub mod build_class;
pub mod compile;
pub mod start;

use crate::vm::native::NativeSpec;

/// The built-in functions, by subject.
pub static FUNCTIONS: &[&[NativeSpec]] = &[build_class::FUNCTIONS];
