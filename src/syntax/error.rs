//! What the front end reports: `SyntaxError` and `SyntaxWarning`, in CPython's words and places.

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
    /// `lineno`.
    pub line: u32,
    /// `offset`.
    pub column: u32,
    /// `end_lineno`.
    pub end_line: u32,
    /// `end_offset`; 0 when CPython doesn't know it.
    pub end_column: u32,
    /// `text`: the source line with its newline, when there is one.
    pub text: Option<String>,
    /// Whether more input could still make the source valid; what a prompt asks.
    pub incomplete: bool,
}

impl std::fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{}: {} (line {})",
            self.kind.class_name(),
            self.message,
            self.line
        )
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
