//! selfsame.
#![forbid(unsafe_code)]

pub mod code;
