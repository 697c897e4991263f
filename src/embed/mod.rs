//! The door for programs that embed the interpreter.

pub mod host;
