//! Built-in functions, and the start of an interpreter.

pub mod async_iteration;
pub mod build_class;
pub mod compile;
pub mod console;
pub mod isinstance;
pub mod iteration;
pub mod numbers;
pub mod objects;
pub mod scope;
pub mod site;
pub mod start;

use crate::vm::native::NativeSpec;

/// The built-in functions, by subject.
pub static FUNCTIONS: &[&[NativeSpec]] = &[
    async_iteration::FUNCTIONS,
    build_class::FUNCTIONS,
    console::FUNCTIONS,
    isinstance::FUNCTIONS,
    iteration::FUNCTIONS,
    numbers::FUNCTIONS,
    objects::FUNCTIONS,
    scope::FUNCTIONS,
    crate::modules::import::FUNCTIONS,
];
