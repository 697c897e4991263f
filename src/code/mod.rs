//! Code: the instruction set, code as the compiler makes it, and code as the VM runs it.

pub mod op;
pub mod unit;
