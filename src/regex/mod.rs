//! Regular expressions as Python has them: a parser of its syntax, a compiler to a small program, a matcher.
//!
//! Python's own engine is a backtracking one whose details show (what groups hold after loops, where empty matches
//! are found, what a set means when case is ignored), so this is one too. It knows nothing of the interpreter: texts
//! are bytes, and a [`matcher::Matcher`] stops every so many steps for its caller to look at limits.
//!
//! `parse` makes a tree of [`node::Node`]s, `compile` a [`program::Program`] of it, `matcher` runs that.

pub mod case;
pub mod compile;
pub mod fault;
pub mod first;
pub mod flags;
pub mod matcher;
pub mod node;
mod parse;
mod parse_escape;
mod parse_group;
mod parse_set;
pub mod program;
pub mod set;
pub mod template;
pub mod text;
mod tokens;
mod width;

pub use parse::{Parsed, parse};
