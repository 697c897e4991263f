//! What may be wrong with a pattern or a replacement template.

/// Why there is no program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// `re.error`: a message, and the place in the pattern if there is one.
    Pattern(String, Option<usize>),
    /// `ValueError`: flags that exclude each other.
    Flags(&'static str),
    /// `OverflowError`: a repetition count beyond 32 bits.
    Overflow,
    /// `IndexError`: a template names a group that isn't there.
    UnknownGroup(String),
    /// `RecursionError`: groups nested too deep.
    Depth,
}

/// The result of reading a pattern.
pub type Outcome<T> = Result<T, Fault>;
