//! selfsame.
#![forbid(unsafe_code)]

pub mod code;
pub mod syntax;
