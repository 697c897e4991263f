//! The source being compiled: from spans to positions, errors and warnings.

use super::CompileError;
use crate::code::unit::Position;
use crate::syntax::ast::Span;
use crate::syntax::{LineIndex, SyntaxError, SyntaxErrorKind, SyntaxWarning};

/// A source text with its name and line index.
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) filename: &'a str,
    lines: LineIndex,
}

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str, filename: &'a str) -> Self {
        Source { text, filename, lines: LineIndex::new(text) }
    }

    /// The line of a byte offset, from 1.
    pub(super) fn line(&self, offset: u32) -> u32 {
        self.lines.line(offset)
    }

    /// The byte offset at which a line starts.
    pub(super) fn line_start(&self, line: u32) -> u32 {
        self.lines.line_start(line)
    }

    /// Where a span is, for tracebacks.
    pub(super) fn position(&self, span: Span) -> Position {
        let start = self.lines.location(span.start);
        let end = self.lines.location(span.end);
        Position { line: start.line, end_line: end.line, column: start.column, end_column: end.column }
    }

    /// A `SyntaxError` at a span.
    pub(super) fn error(&self, span: Span, message: impl Into<String>) -> CompileError {
        let start = self.lines.location(span.start);
        let end = self.lines.location(span.end);
        let mut text = self.lines.line_text(self.text, start.line).to_owned();
        text.push('\n');
        CompileError::Syntax(Box::new(SyntaxError {
            kind: SyntaxErrorKind::Syntax,
            message: message.into(),
            line: start.line,
            column: start.char_column + 1,
            end_line: end.line,
            end_column: end.char_column as i32 + 1,
            text: Some(text),
            incomplete: false,
        }))
    }

    /// A `SyntaxError` of which only the start is known.
    pub(super) fn error_from(&self, span: Span, message: impl Into<String>) -> CompileError {
        let mut error = self.error(Span::new(span.start, span.start), message);
        if let CompileError::Syntax(error) = &mut error {
            error.end_column = -1;
        }
        error
    }

    /// A warning at a span.
    pub(super) fn warning(&self, span: Span, message: String) -> SyntaxWarning {
        let start = self.lines.location(span.start);
        SyntaxWarning { message, line: start.line, column: start.char_column + 1, offset: span.start }
    }
}
