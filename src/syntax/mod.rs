//! The front end: from source text to a syntax tree with spans.
//!
//! ```text
//! bytes ─ source ─▶ text ─ token (logos) ─ layout ─▶ tokens ─ parse (LALRPOP, grammar/python.lalrpop)
//!       ─ builder, actions, strings, literal ─▶ ast (nodes in arena)
//! ```
//!
//! A valid source goes that way once, without a list or a box for each node. For a source that is not
//! valid `fault` (in the layout pass) and `diagnose` (behind the parser) find what CPython would say:
//! `diagnose` reads the tokens once more, in the order in which CPython's own parser tries its rules.
mod actions;
mod arena;
pub mod ast;
mod builder;
mod diagnose;
mod error;
mod fault;
mod layout;
mod lines;
mod literal;
mod names;
mod parse;
mod source;
mod strings;
mod token;

pub use error::{SyntaxError, SyntaxErrorKind, SyntaxWarning};
pub use lines::{LineIndex, Location};
pub use literal::character_named;
pub use source::{decode_file, decode_source};

/// What kind of source is parsed: the modes of `compile()`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// `'exec'`: any number of statements.
    File,
    /// `'eval'`: one expression.
    Eval,
    /// `'single'`: one simple line or one compound statement, as at the prompt.
    Single,
}

/// A source that was understood.
pub struct Parsed {
    /// Its tree.
    pub ast: ast::Ast,
    /// What CPython would warn about, in order.
    pub warnings: Vec<SyntaxWarning>,
}

/// The longest source, in bytes: offsets and ids have 32 bits, and a byte may make more than one node.
const MAX_LENGTH: usize = u32::MAX as usize / 4;

/// Parses `source`. Spans are byte offsets into `source`; if it contains `\r`, into what
/// [`normalize_newlines`] makes of it.
///
/// # Errors
/// The `SyntaxError`, `IndentationError` or `TabError` CPython would raise.
pub fn parse(source: &str, mode: Mode) -> Result<Parsed, SyntaxError> {
    if source.contains('\0') {
        return Err(source::plain("source code string cannot contain null bytes".to_owned()));
    }
    if source.len() > MAX_LENGTH {
        return Err(source::plain("source code is too long".to_owned()));
    }
    parse::parse(&normalize_newlines(source), mode)
}

/// `\r\n` and lone `\r` become `\n`, as CPython reads any source.
pub fn normalize_newlines(source: &str) -> std::borrow::Cow<'_, str> {
    if source.contains('\r') { source.replace("\r\n", "\n").replace('\r', "\n").into() } else { source.into() }
}
