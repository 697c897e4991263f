//! Programs: what a pattern is compiled to.

use super::case::Fold;
use super::first::ByteSet;
use super::set::Set;
use memchr::memmem::Finder;

/// The place of an instruction.
pub type Label = u32;

/// A compiled pattern.
#[derive(Debug)]
pub struct Program {
    /// The instructions; the last is [`Inst::Match`].
    pub code: Vec<Inst>,
    /// The sets they refer to.
    pub sets: Vec<Set>,
    /// How many groups there are.
    pub groups: usize,
    /// How many loops keep count.
    pub loops: usize,
    /// How many instructions keep a height of the stack.
    pub marks: usize,
    /// Bytes a match may begin with; None if it may be empty.
    pub first: Option<Box<ByteSet>>,
    /// What every match begins with, if that is more than a byte.
    pub prefix: Option<Finder<'static>>,
}

/// An instruction. Where it doesn't say otherwise, the next one follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inst {
    /// These bytes come next.
    Literal(Box<[u8]>),
    /// A character that passes comes next.
    One(One),
    /// As many characters that pass.
    Repeat {
        /// Which characters.
        one: One,
        /// How many at least.
        min: u32,
        /// How many at most.
        max: u32,
        /// Which number is tried first.
        greed: super::node::Greed,
        /// The byte that must come after them, if there is one.
        then: Option<u8>,
    },
    /// It is such a place.
    Place(Place),
    /// A group begins or ends here: the slot.
    Save(u32),
    /// If the following fails, go on there.
    Branch(Label),
    /// Go on there.
    Jump(Label),
    /// A loop begins: its register.
    LoopStart(u32),
    /// The end of a loop's body, and where the loop is entered.
    Loop {
        /// Its register.
        register: u32,
        /// How often at least.
        min: u32,
        /// How often at most.
        max: u32,
        /// As rarely as possible.
        lazy: bool,
        /// The body.
        body: Label,
    },
    /// What follows, up to [`Inst::CutEnd`], has one way to match: the register.
    CutStart(u32),
    /// Forgets other ways.
    CutEnd(u32),
    /// What follows, up to [`Inst::LookEnd`], is looked for and doesn't count.
    LookStart {
        /// The register.
        register: u32,
        /// So many characters before.
        behind: Option<u32>,
        /// If it must not match: where to go on.
        unless: Option<Label>,
    },
    /// The end of that.
    LookEnd {
        /// The register.
        register: u32,
        /// It must not match.
        negate: bool,
    },
    /// What the group matched comes next.
    Backref(u32, Fold),
    /// Go on there if the group didn't take part.
    UnlessGroup(u32, Label),
    /// No match.
    Fail,
    /// A match.
    Match,
}

/// Tests of one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum One {
    /// Any.
    Any,
    /// Any but a newline.
    NotNewline,
    /// This one.
    Char(u32),
    /// One with this lower case.
    Folded(Fold, u32),
    /// One of a set: its index.
    Set(u32),
}

/// Places between characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The beginning of the text.
    TextStart,
    /// The beginning of a line.
    LineStart,
    /// The end, or before the newline that ends the text.
    End,
    /// The end of a line.
    LineEnd,
    /// The end of the text.
    TextEnd,
    /// Between a word and what is none.
    Boundary {
        /// Words are Unicode's.
        unicode: bool,
        /// Not between them.
        negate: bool,
    },
}
