//! Code: the instruction set, code as the compiler makes it, and code as the VM runs it.

pub mod cache;
pub mod disassemble;
pub mod op;
pub mod operands;
pub mod unit;

use crate::value::{StrKey, Value};
use cache::Site;
use op::Op;
use unit::{BlockKind, GeneratorKind, Handler, Place, Position};

/// A local variable, with its name interned.
#[derive(Clone, Copy, Debug)]
pub struct LocalName {
    /// Its name.
    pub name: StrKey,
    /// Where it lives.
    pub place: Place,
}

/// A code object: a [`unit::CodeUnit`] whose constants are values and whose names are interned.
#[derive(Clone, Debug)]
pub struct Code {
    /// The instructions.
    pub ops: Box<[Op]>,
    /// Inline caches, with the names they look up.
    pub sites: Box<[Site]>,
    /// Constants.
    pub consts: Box<[Value]>,
    /// Names.
    pub names: Box<[StrKey]>,
    /// Number of positional parameters.
    pub positional: u32,
    /// Of these, positional-only.
    pub positional_only: u32,
    /// Number of keyword-only parameters.
    pub keyword_only: u32,
    /// There is a `*args`.
    pub varargs: bool,
    /// There is a `**kwargs`.
    pub varkw: bool,
    /// How many arguments it takes if a call with that many needs no binding: it has positional parameters and
    /// nothing else, and makes no generator. [`NEVER_PLAIN`] for other code.
    pub plain: usize,
    /// What calling it makes, if it doesn't run at once.
    pub generator: Option<GeneratorKind>,
    /// Names live in the mapping in `r[0]`.
    pub namespace: bool,
    /// The register of the `__class__` cell.
    pub class_cell: Option<u8>,
    /// Registers of parameters and locals.
    pub locals_end: u8,
    /// Registers in all.
    pub registers: u16,
    /// Parameters and locals, parameters first.
    pub locals: Box<[LocalName]>,
    /// Names of the closure's cells.
    pub free: Box<[StrKey]>,
    /// The exception table.
    pub handlers: Box<[Handler]>,
    /// For each op: registers below this may be live.
    pub live: Box<[u8]>,
    /// For each op: where it is in the source.
    pub positions: Box<[Position]>,
    /// For fused method calls, by op: where the attribute is.
    pub lookups: Box<[(u32, Position)]>,
    /// `co_name`
    pub name: StrKey,
    /// `co_qualname`
    pub qualname: StrKey,
    /// `co_filename`
    pub filename: StrKey,
    /// `co_firstlineno`
    pub first_line: u32,
    /// What kind of block it is.
    pub kind: BlockKind,
    /// The docstring, or None.
    pub doc: Value,
}

/// What [`Code::plain`] is for code whose arguments must be bound.
pub const NEVER_PLAIN: usize = usize::MAX;

impl Code {
    /// Number of parameters that arguments are bound to: positional, keyword-only, `*args`, `**kwargs`.
    #[inline]
    pub fn parameters(&self) -> usize {
        (self.positional + self.keyword_only) as usize + usize::from(self.varargs) + usize::from(self.varkw)
    }

    /// It takes positional parameters and nothing else.
    #[inline]
    pub fn is_plain(&self) -> bool {
        self.keyword_only == 0 && !self.varargs && !self.varkw
    }

    /// A call with this many positional arguments needs no binding and makes no generator.
    #[inline]
    pub fn enters_plainly(&self, argc: usize) -> bool {
        self.plain == argc
    }

    /// The source position a traceback entry shows.
    pub fn entry_position(&self, entry: &crate::heap::kinds::TracebackEntry) -> Position {
        match self.lookups.binary_search_by_key(&entry.pc, |l| l.0) {
            Ok(i) if entry.lookup => self.lookups[i].1,
            _ => self.position(entry.pc),
        }
    }

    /// The source position of an op.
    pub fn position(&self, pc: u32) -> Position {
        self.positions.get(pc as usize).copied().unwrap_or_default()
    }
}
