//! The tree of a pattern.

use super::flags::Flags;
use super::set::SetItem;

/// No upper bound of a repetition.
pub const UNBOUNDED: u32 = u32::MAX;

/// A sequence of nodes.
pub type Sequence = Vec<Node>;

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A character.
    Literal(u32),
    /// `.`
    Any,
    /// `[…]`, or a class such as `\d` alone.
    Set {
        /// `[^…]`
        negate: bool,
        /// What is in it.
        items: Vec<SetItem>,
    },
    /// A place between characters.
    At(At),
    /// `a|b`
    Branch(Vec<Sequence>),
    /// `x*`, `x{2,3}?`, `x++`
    Repeat {
        /// The least number of times.
        min: u32,
        /// The greatest, or [`UNBOUNDED`].
        max: u32,
        /// Which number is tried first.
        greed: Greed,
        /// What is repeated.
        body: Sequence,
    },
    /// `(…)`, `(?:…)`, `(?i-x:…)`
    Group {
        /// Its number, if it captures.
        index: Option<u32>,
        /// Flags turned on inside.
        add: Flags,
        /// Flags turned off inside.
        remove: Flags,
        /// What is in it.
        body: Sequence,
    },
    /// `(?>…)`
    Atomic(Sequence),
    /// `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`
    Look {
        /// It looks at what lies before.
        behind: bool,
        /// It must not match.
        negate: bool,
        /// What is looked for.
        body: Sequence,
    },
    /// `\1`, `(?P=name)`
    Backref(u32),
    /// `(?(1)yes|no)`
    Conditional {
        /// The group whose participation decides.
        group: u32,
        /// If it took part.
        yes: Sequence,
        /// If it didn't.
        no: Option<Sequence>,
    },
    /// `(?!)`
    Fail,
}

/// How a repetition chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Greed {
    /// As often as possible first.
    Greedy,
    /// As rarely as possible first.
    Lazy,
    /// As often as possible, and nothing else.
    Possessive,
}

/// A place between characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// `^`
    Beginning,
    /// `$`
    End,
    /// `\A`
    BeginningOfText,
    /// `\Z`
    EndOfText,
    /// `\b`
    Boundary,
    /// `\B`
    NonBoundary,
}
