//! What the compiler hands over: code as plain data, with no heap and no values yet.

use super::op::Op;
use num_bigint::BigInt;

/// A constant, before it becomes a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    /// `None`
    None,
    /// `...`
    Ellipsis,
    /// `True`, `False`
    Bool(bool),
    /// An int of at most 64 bits.
    Int(i64),
    /// A larger int.
    BigInt(BigInt),
    /// A float.
    Float(f64),
    /// A complex number: real and imaginary part.
    Complex(f64, f64),
    /// Text.
    Str(Box<str>),
    /// Text with lone surrogates, as code points.
    WideStr(Box<[u32]>),
    /// Bytes.
    Bytes(Box<[u8]>),
    /// A tuple of constants (also: keyword names of a call).
    Tuple(Box<[Const]>),
    /// A frozenset of constants (`x in {1, 2}`).
    FrozenSet(Box<[Const]>),
    /// The code of a function, lambda, class body or generator expression.
    Code(Box<CodeUnit>),
}

/// The place of an op in the source, for tracebacks. Lines count from 1, columns are UTF-8 bytes from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// First line; 0 for an op that stands for no source.
    pub line: u32,
    /// Last line.
    pub end_line: u32,
    /// First column.
    pub column: u32,
    /// Column behind the last.
    pub end_column: u32,
}

/// While the op index is in `start..end`, an exception goes to `target`, with the exception in `r[reg]`.
/// Innermost entries come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// First op covered.
    pub start: u32,
    /// Behind the last op covered.
    pub end: u32,
    /// Where control goes.
    pub target: u32,
    /// Where the exception goes.
    pub reg: u8,
}

/// Where a local variable lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a register.
    Register(u8),
    /// In a cell in a register: captured by an inner function.
    Cell(u8),
    /// In a cell of the closure, copied into a register by `CopyFree`.
    Free(u8),
    /// At an index of the spill list in the register.
    Spill(u8, u32),
}

/// A local variable of a function, for `locals()`, tracing and messages.
#[derive(Clone, Debug, PartialEq)]
pub struct Local {
    /// Its name.
    pub name: Box<str>,
    /// Where it lives.
    pub place: Place,
}

/// What kind of block the code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A module, or `exec`/`eval`/`single` source: names live in the globals, or in the mapping `r[0]` if
    /// `namespace` is set.
    Module,
    /// A class body: names live in the mapping `r[0]`; returns its `__class__` cell or None.
    Class,
    /// A function or lambda.
    Function,
}

/// What calling a function makes of it instead of running its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorKind {
    /// A generator.
    Generator,
    /// A generator that `await` takes as well, by `types.coroutine`.
    IterableCoroutine,
    /// The coroutine of an `async def`.
    Coroutine,
    /// The asynchronous generator of an `async def` with a `yield`.
    AsyncGenerator,
}

impl GeneratorKind {
    /// A generator in the narrow sense: one that can be iterated over.
    pub fn is_iterable(self) -> bool {
        matches!(self, GeneratorKind::Generator | GeneratorKind::IterableCoroutine)
    }

    /// What messages call it.
    pub fn noun(self) -> &'static str {
        match self {
            GeneratorKind::Generator | GeneratorKind::IterableCoroutine => "generator",
            GeneratorKind::Coroutine => "coroutine",
            GeneratorKind::AsyncGenerator => "async generator",
        }
    }
}

/// What an object that is awaited comes from, for the message about one that can't be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// An `await` expression.
    Expression,
    /// `__aenter__`
    Enter,
    /// `__aexit__`
    Exit,
}

/// The kinds of type parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeParameter {
    /// `T`
    TypeVar,
    /// `T: bound`
    Bound,
    /// `T: (constraint, …)`
    Constrained,
    /// `*Ts`
    TypeVarTuple,
    /// `**P`
    ParamSpec,
}

/// Code as plain data. A tree: inner code is among the constants.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeUnit {
    /// `__name__`
    pub name: Box<str>,
    /// `__qualname__`
    pub qualname: Box<str>,
    /// `co_filename`
    pub filename: Box<str>,
    /// The line of `def`, `class` or the first decorator.
    pub first_line: u32,
    /// What kind of block it is.
    pub kind: BlockKind,
    /// Names live in the mapping in `r[0]` (class bodies; modules run by `exec` with locals).
    pub namespace: bool,
    /// What calling it makes, if it doesn't run at once.
    pub generator: Option<GeneratorKind>,
    /// It uses zero-argument `super()` or `__class__`: the register of the cell.
    pub class_cell: Option<u8>,
    /// Number of positional parameters, positional-only ones included.
    pub positional: u32,
    /// Number of positional-only parameters.
    pub positional_only: u32,
    /// Number of keyword-only parameters.
    pub keyword_only: u32,
    /// There is a `*args`.
    pub varargs: bool,
    /// There is a `**kwargs`.
    pub varkw: bool,
    /// Parameter names, in register order: positional, keyword-only, `*args`, `**kwargs`.
    pub params: Vec<Box<str>>,
    /// Registers of parameters and locals; unbound at entry but for the arguments.
    pub locals_end: u8,
    /// Registers used in all (at most 256).
    pub registers: u16,
    /// The locals, parameters first, then in order of first appearance (`co_varnames`, `co_cellvars`, `co_freevars`).
    pub locals: Vec<Local>,
    /// Names of the closure's cells, in order.
    pub free: Vec<Box<str>>,
    /// The instructions.
    pub ops: Vec<Op>,
    /// For each op: registers below this may be live while it runs and after.
    pub live: Vec<u8>,
    /// For each op: where it is in the source.
    pub positions: Vec<Position>,
    /// For each [`Op::InvokeMethod`], by its index: where the attribute is, for an exception of its lookup.
    /// In order of the index.
    pub lookups: Vec<(u32, Position)>,
    /// Constants.
    pub consts: Vec<Const>,
    /// Names of attributes, globals and variables.
    pub names: Vec<Box<str>>,
    /// For each inline cache site, the index of its name in `names`.
    pub sites: Vec<u32>,
    /// The exception table.
    pub handlers: Vec<Handler>,
    /// The docstring, if the block has one.
    pub doc: Option<Const>,
}
