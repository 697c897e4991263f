//! What the front end reports: `SyntaxError` and `SyntaxWarning`, in CPython's words and places.
use std::borrow::Cow;

use super::ast::Span;
use super::lines::LineIndex;

/// Which of the three exception classes an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    /// `SyntaxError`.
    Syntax,
    /// `IndentationError`.
    Indentation,
    /// `TabError`.
    Tab,
}

impl SyntaxErrorKind {
    /// The name of the Python exception class.
    pub fn class_name(self) -> &'static str {
        match self {
            SyntaxErrorKind::Syntax => "SyntaxError",
            SyntaxErrorKind::Indentation => "IndentationError",
            SyntaxErrorKind::Tab => "TabError",
        }
    }
}

/// Why a source is not Python. Places are those of the Python exception's attributes: lines and
/// columns from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The exception class.
    pub kind: SyntaxErrorKind,
    /// `msg`.
    pub message: String,
    /// `lineno`; 0 when the error has no place at all, and CPython sets nothing but `msg`.
    pub line: u32,
    /// `offset`.
    pub column: u32,
    /// `end_lineno`.
    pub end_line: u32,
    /// `end_offset`; 0 or -1 when CPython doesn't know it.
    pub end_column: i32,
    /// `text`: the source line with its newline, when there is one.
    pub text: Option<String>,
    /// Whether more input could still make the source valid; what a prompt asks.
    pub incomplete: bool,
}

impl std::fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {} (line {})", self.kind.class_name(), self.message, self.line)
    }
}

impl std::error::Error for SyntaxError {}

/// Something valid that CPython warns about (`SyntaxWarning`), such as an invalid escape sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxWarning {
    /// The text of the warning.
    pub message: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Byte offset in the source.
    pub offset: u32,
}

/// An error by byte offsets, as the stages of the front end hand it on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub kind: SyntaxErrorKind,
    pub message: Cow<'static, str>,
    /// Where it starts.
    pub at: u32,
    pub end: FaultEnd,
    pub incomplete: bool,
    pub origin: Origin,
    /// What is to be added to the column of `at` where CPython counts otherwise.
    pub shift: i32,
    /// What CPython's tokenizer had in its buffer: from where, and the last line's end or a place in it.
    pub kept: Option<Span>,
}

/// Which part of CPython finds an error, which decides what goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The tokenizer: then the line is shown without its newline.
    Tokenizer,
    /// The tokenizer, which leaves it to the parser to say so: indentation, stray backslashes.
    Layout,
    /// The tokenizer, at the end of the source: a bracket was never closed.
    Unclosed,
    /// The parser.
    Parser,
    /// What decodes literals, once the parser has read them.
    Literal,
    /// The compiler.
    Compiler,
}

/// Where an error ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FaultEnd {
    /// Just before this offset.
    At(u32),
    /// Just before this offset, and counted without the character there.
    Cursor(u32),
    /// Just behind the character at this offset, a newline or the end of the source.
    Behind(u32),
    /// CPython gives an `end_offset` of 0.
    Unknown,
    /// The same, on the line of this offset.
    UnknownOn(u32),
    /// CPython gives an `end_offset` of -1.
    Missing,
    /// CPython gives neither `offset` nor `end_offset`, but 0.
    NoColumns,
}

impl Fault {
    /// An error of the tokenizer at one place.
    pub fn token(at: usize, message: impl Into<Cow<'static, str>>) -> Box<Self> {
        Box::new(Fault {
            kind: SyntaxErrorKind::Syntax,
            message: message.into(),
            at: at as u32,
            end: FaultEnd::At(at as u32),
            incomplete: false,
            origin: Origin::Tokenizer,
            shift: 0,
            kept: None,
        })
    }

    /// A `SyntaxError` about a piece of the source.
    pub fn syntax(span: Span, message: impl Into<Cow<'static, str>>) -> Box<Self> {
        Box::new(Fault {
            kind: SyntaxErrorKind::Syntax,
            message: message.into(),
            at: span.start,
            end: FaultEnd::At(span.end),
            incomplete: false,
            origin: Origin::Parser,
            shift: 0,
            kept: None,
        })
    }

    /// With lines and columns, and the line itself.
    pub fn located(self, source: &str) -> SyntaxError {
        let lines = LineIndex::new(source);
        let start = lines.location(self.at);
        let (end_line, end_column) = match self.end {
            FaultEnd::At(end) => {
                let end = lines.location(end);
                let column = match end.line > start.line && self.origin != Origin::Compiler {
                    // CPython counts this column's characters in the line the error starts on.
                    true => characters(lines.line_text(source, start.line), end.column),
                    false => end.char_column,
                };
                (end.line, column as i32 + 1)
            }
            FaultEnd::Cursor(end) => {
                let end = lines.location(end);
                (end.line, end.char_column as i32)
            }
            FaultEnd::Behind(last) => {
                let last = lines.location(last);
                (last.line, last.char_column as i32 + 2)
            }
            FaultEnd::UnknownOn(end) => (lines.line(end), 0),
            FaultEnd::Unknown | FaultEnd::NoColumns => (start.line, 0),
            FaultEnd::Missing => (start.line, -1),
        };
        let text = self.text(source, &lines, start.line);
        SyntaxError {
            kind: self.kind,
            message: self.message.into_owned(),
            line: start.line,
            column: match self.end {
                FaultEnd::NoColumns => 0,
                _ => (start.char_column + 1).saturating_add_signed(self.shift),
            },
            end_line,
            end_column,
            text: Some(text),
            incomplete: self.incomplete,
        }
    }

    /// The line that is shown: what the tokenizer has in its buffer if that ends on this line, with the newline; else
    /// the line alone.
    fn text(&self, source: &str, lines: &LineIndex, line: u32) -> String {
        let own = lines.line_text(source, line);
        match self.kept {
            Some(kept) if lines.line(kept.end) > line => own.to_owned(),
            Some(kept) => {
                let end = kept.end as usize;
                let newline = source.as_bytes().iter().skip(end).position(|&b| b == b'\n');
                let behind = newline.map_or(source.len(), |n| end + n);
                format!("{}\n", source.get(kept.start as usize..behind).unwrap_or(own))
            }
            None if self.origin == Origin::Tokenizer => own.to_owned(),
            None => format!("{own}\n"),
        }
    }
}

/// How many characters the first `bytes` bytes of a line are, at most all.
fn characters(line: &str, bytes: u32) -> u32 {
    line.char_indices().take_while(|&(at, _)| at < bytes as usize).count() as u32
}

/// A warning by byte offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Warning {
    pub message: String,
    pub at: u32,
}

impl Warning {
    /// With line and column.
    pub fn located(self, lines: &LineIndex) -> SyntaxWarning {
        let place = lines.location(self.at);
        SyntaxWarning { message: self.message, line: place.line, column: place.char_column + 1, offset: self.at }
    }
}
