//! selfsame: a small Python that shows what an object *is*.
//!
//! ```text
//! source ─ logos ─▶ tokens ─ layout ─▶ tokens + INDENT/DEDENT ─ lalrpop ─▶ AST (spans)
//!        ─ scopes ─▶ names resolved ─ codegen ─▶ Code (fixed-width register ops) ─▶ VM over the Heap
//! ```
#![forbid(unsafe_code)]

pub mod builtins;
#[cfg(feature = "cli")]
pub mod cli;
pub mod code;
pub mod compile;
pub mod embed;
pub mod heap;
pub mod modules;
pub mod object;
pub mod pickle;
pub mod regex;
pub mod syntax;
pub mod types;
pub mod value;
pub mod vm;

/// The README's Rust examples, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
