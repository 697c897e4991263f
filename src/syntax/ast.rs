//! The typed syntax tree: nodes in an arena, named after CPython's `ast` module.
//!
//! Nothing here owns another node, so dropping a tree of any depth takes no stack. Ids and lists are
//! `Copy`; `ast[id]` gives the node and `&ast[list]` the slice of a child list:
//!
//! ```ignore
//! if let ExprKind::Call { func, args, .. } = ast[expr].kind {
//!     for &arg in &ast[args] { .. }
//! }
//! ```
//!
//! A child is always made before its parent, so ids of children are smaller than those of parents.
//! There is no `ctx`: whether a name is loaded, stored or deleted follows from where it stands.
use num_bigint::BigInt;

pub use super::arena::{
    Ast, ClassId, ConstantId, ExprId, FunctionId, List, NameId, ParametersId, PatternId, Pooled, Span, StmtId,
};

/// What a source is as a whole, by the mode it was parsed in.
#[derive(Clone, Copy, Debug)]
pub enum Body {
    /// A file: `Mode::File`.
    Module(List<StmtId>),
    /// One input line or compound statement at the prompt: `Mode::Single`.
    Interactive(List<StmtId>),
    /// A lone expression: `Mode::Eval`.
    Expression(ExprId),
}

impl Default for Body {
    fn default() -> Self {
        Body::Module(List::EMPTY)
    }
}

/// A name at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ident {
    /// Which name.
    pub name: NameId,
    /// Where it is written.
    pub span: Span,
}

/// An expression and where it is. Parentheses around it are not part of the span, except those of a
/// tuple or a generator expression.
#[derive(Clone, Copy, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it is.
    pub span: Span,
    /// Nesting depth, saturating; see [`Ast::depth`].
    pub(super) depth: u16,
    /// Whether it is written in (grouping or tuple) parentheses.
    pub parenthesized: bool,
}

const _: () = assert!(size_of::<Expr>() <= 36);

/// The kinds of expression. <https://docs.python.org/3.13/library/ast.html#expressions>
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)] // fields are those of the Python class
#[rustfmt::skip]
pub enum ExprKind {
    /// `a and b and c`: at least two values, flat.
    BoolOp { op: BoolOp, values: List<ExprId> },
    /// `(target := value)`.
    NamedExpr { target: ExprId, value: ExprId },
    /// `left op right`.
    BinOp { left: ExprId, op: Operator, right: ExprId },
    /// `op operand`; `-1` is one of these.
    UnaryOp { op: UnaryOp, operand: ExprId },
    /// `lambda parameters: body`.
    Lambda { parameters: ParametersId, body: ExprId },
    /// `body if test else orelse`.
    IfExp { test: ExprId, body: ExprId, orelse: ExprId },
    /// `{key: value, **mapping}`: equally many of both; no key means `**value`.
    Dict { keys: List<Option<ExprId>>, values: List<ExprId> },
    /// `{a, b}`.
    Set { elts: List<ExprId> },
    /// `[elt for ..]`.
    ListComp { elt: ExprId, generators: List<Comprehension> },
    /// `{elt for ..}`.
    SetComp { elt: ExprId, generators: List<Comprehension> },
    /// `{key: value for ..}`.
    DictComp { key: ExprId, value: ExprId, generators: List<Comprehension> },
    /// `(elt for ..)`.
    GeneratorExp { elt: ExprId, generators: List<Comprehension> },
    /// `await value`.
    Await { value: ExprId },
    /// `yield value`.
    Yield { value: Option<ExprId> },
    /// `yield from value`.
    YieldFrom { value: ExprId },
    /// `left op right op right ..`: at least one comparison.
    Compare { left: ExprId, rest: List<Comparison> },
    /// `func(*args, **keywords)`: a starred argument is a `Starred` in `args`.
    Call { func: ExprId, args: List<ExprId>, keywords: List<Keyword> },
    /// `{value!conversion:format_spec}` within an f-string; the spec is a `JoinedStr`.
    FormattedValue { value: ExprId, conversion: Option<Conversion>, format_spec: Option<ExprId> },
    /// An f-string: `Constant` strings and `FormattedValue`s.
    JoinedStr { values: List<ExprId> },
    /// A literal: number, string, bytes, `None`, `True`, `False`, `...`.
    Constant(ConstantId),
    /// `value.attr`.
    Attribute { value: ExprId, attr: Ident },
    /// `value[slice]`.
    Subscript { value: ExprId, slice: ExprId },
    /// `*value`.
    Starred { value: ExprId },
    /// An identifier.
    Name(NameId),
    /// `[a, b]`.
    List { elts: List<ExprId> },
    /// `a, b` or `(a, b)`; `parenthesized` says which.
    Tuple { elts: List<ExprId> },
    /// `lower:upper:step` within a subscript.
    Slice { lower: Option<ExprId>, upper: Option<ExprId>, step: Option<ExprId> },
}

/// `and`, `or`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum BoolOp {
    And,
    Or,
}

/// Binary operators, also those of augmented assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Operator {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

/// Prefix operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum UnaryOp {
    Invert,
    Not,
    UAdd,
    USub,
}

/// Comparison operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CmpOp {
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}

/// `!s`, `!r`, `!a` in a replacement field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Conversion {
    Str,
    Repr,
    Ascii,
}

/// One `op right` of a comparison chain.
#[derive(Clone, Copy, Debug)]
pub struct Comparison {
    /// The operator.
    pub op: CmpOp,
    /// What stands to its right.
    pub right: ExprId,
}

/// `arg=value`, or `**value` when `arg` is absent: in calls and class headers.
#[derive(Clone, Copy, Debug)]
pub struct Keyword {
    /// The name, absent for `**value`.
    pub arg: Option<Ident>,
    /// The value.
    pub value: ExprId,
    /// All of it.
    pub span: Span,
}

/// One `for target in iter if .. if ..` of a comprehension.
#[derive(Clone, Copy, Debug)]
pub struct Comprehension {
    /// What is assigned.
    pub target: ExprId,
    /// What is iterated over.
    pub iter: ExprId,
    /// The conditions.
    pub ifs: List<ExprId>,
    /// Whether it is `async for`.
    pub is_async: bool,
    /// From `for` (or `async`) to the last condition.
    pub span: Span,
}

/// A decoded literal.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Constant {
    None,
    True,
    False,
    Ellipsis,
    /// An integer that fits 64 bits.
    Int(i64),
    /// One that doesn't.
    BigInt(BigInt),
    Float(f64),
    /// `2j`: the imaginary part.
    Imag(f64),
    Str(StrLit),
    Bytes(Box<[u8]>),
}

/// The value of a string literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StrLit {
    /// Ordinary text.
    Utf8(Box<str>),
    /// Code points, when there are lone surrogates among them (`'\ud800'`).
    Wide(Box<[u32]>),
}

/// A statement and where it is: from its first token to the end of its last child.
#[derive(Clone, Copy, Debug)]
pub struct Stmt {
    /// What it is.
    pub kind: StmtKind,
    /// Where it is. Decorators are not part of it.
    pub span: Span,
}

const _: () = assert!(size_of::<Stmt>() <= 44);

/// The kinds of statement. <https://docs.python.org/3.13/library/ast.html#statements>
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)] // fields are those of the Python class
#[rustfmt::skip]
pub enum StmtKind {
    /// `def name(parameters): body`.
    FunctionDef(FunctionId),
    /// `async def name(parameters): body`.
    AsyncFunctionDef(FunctionId),
    /// `class name(bases, keywords): body`.
    ClassDef(ClassId),
    /// `return value`.
    Return { value: Option<ExprId> },
    /// `del a, b`.
    Delete { targets: List<ExprId> },
    /// `a = b = value`: the targets are `a` and `b`.
    Assign { targets: List<ExprId>, value: ExprId },
    /// `type name[type_params] = value`; the name is a `Name` expression.
    TypeAlias { name: ExprId, type_params: List<TypeParam>, value: ExprId },
    /// `target op= value`.
    AugAssign { target: ExprId, op: Operator, value: ExprId },
    /// `target: annotation = value`; `simple` when the target is a name not in parentheses.
    AnnAssign { target: ExprId, annotation: ExprId, value: Option<ExprId>, simple: bool },
    /// `for target in iter: body`.
    For { target: ExprId, iter: ExprId, body: List<StmtId>, orelse: List<StmtId> },
    /// `async for target in iter: body`.
    AsyncFor { target: ExprId, iter: ExprId, body: List<StmtId>, orelse: List<StmtId> },
    /// `while test: body`.
    While { test: ExprId, body: List<StmtId>, orelse: List<StmtId> },
    /// `if`, its `elif`s and its `else`: flat, unlike CPython's `ast`, so that a long chain nests nothing.
    If { branches: List<Branch>, orelse: List<StmtId> },
    /// `with items: body`.
    With { items: List<WithItem>, body: List<StmtId> },
    /// `async with items: body`.
    AsyncWith { items: List<WithItem>, body: List<StmtId> },
    /// `match subject: cases`.
    Match { subject: ExprId, cases: List<MatchCase> },
    /// `raise exc from cause`.
    Raise { exc: Option<ExprId>, cause: Option<ExprId> },
    /// `try: body except ..: ..`.
    Try { body: List<StmtId>, handlers: List<ExceptHandler>, orelse: List<StmtId>, finalbody: List<StmtId> },
    /// `try: body except* ..: ..`.
    TryStar { body: List<StmtId>, handlers: List<ExceptHandler>, orelse: List<StmtId>, finalbody: List<StmtId> },
    /// `assert test, msg`.
    Assert { test: ExprId, msg: Option<ExprId> },
    /// `import names`.
    Import { names: List<Alias> },
    /// `from ..module import names`, with `level` dots.
    ImportFrom { module: Option<Ident>, names: List<Alias>, level: u32 },
    /// `global names`.
    Global { names: List<Ident> },
    /// `nonlocal names`.
    Nonlocal { names: List<Ident> },
    /// An expression as a statement.
    Expr { value: ExprId },
    /// `pass`.
    Pass,
    /// `break`.
    Break,
    /// `continue`.
    Continue,
}

/// What `def` and `async def` say.
#[derive(Clone, Copy, Debug)]
pub struct Function {
    /// The function's name.
    pub name: Ident,
    /// Its type parameters (PEP 695).
    pub type_params: List<TypeParam>,
    /// Its parameters.
    pub parameters: ParametersId,
    /// What stands behind `->`.
    pub returns: Option<ExprId>,
    /// Its statements.
    pub body: List<StmtId>,
    /// Its decorators, outermost first, without the `@`.
    pub decorators: List<ExprId>,
}

/// What `class` says.
#[derive(Clone, Copy, Debug)]
pub struct Class {
    /// The class's name.
    pub name: Ident,
    /// Its type parameters (PEP 695).
    pub type_params: List<TypeParam>,
    /// Its bases; may be `Starred`.
    pub bases: List<ExprId>,
    /// `metaclass=` and the like.
    pub keywords: List<Keyword>,
    /// Its statements.
    pub body: List<StmtId>,
    /// Its decorators, outermost first, without the `@`.
    pub decorators: List<ExprId>,
}

/// The parameters of a function or lambda, by kind. Defaults are with their parameter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Parameters {
    /// Those before `/`.
    pub posonly: List<Param>,
    /// Those that may be given by position or by name.
    pub args: List<Param>,
    /// `*args`.
    pub vararg: Option<Param>,
    /// Those behind `*`.
    pub kwonly: List<Param>,
    /// `**kwargs`.
    pub kwarg: Option<Param>,
}

/// One parameter.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// Its name.
    pub name: Ident,
    /// Its annotation; may be `Starred` for `*args: *Ts`.
    pub annotation: Option<ExprId>,
    /// Its default.
    pub default: Option<ExprId>,
    /// Name and annotation, without stars and default.
    pub span: Span,
}

/// A type parameter of a `def`, `class` or `type`.
#[derive(Clone, Copy, Debug)]
pub struct TypeParam {
    /// Which of the three kinds.
    pub kind: TypeParamKind,
    /// Its name.
    pub name: Ident,
    /// What stands behind `=`; may be `Starred` for a `TypeVarTuple`.
    pub default: Option<ExprId>,
    /// All of it.
    pub span: Span,
}

/// The kinds of type parameter.
#[derive(Clone, Copy, Debug)]
pub enum TypeParamKind {
    /// `T`, `T: bound`.
    TypeVar {
        /// What stands behind `:`.
        bound: Option<ExprId>,
    },
    /// `*Ts`.
    TypeVarTuple,
    /// `**P`.
    ParamSpec,
}

/// `if` or `elif`, up to the next of them.
#[derive(Clone, Copy, Debug)]
pub struct Branch {
    /// The condition.
    pub test: ExprId,
    /// What is done when it holds.
    pub body: List<StmtId>,
    /// From `if` or `elif` to the end of the body.
    pub span: Span,
}

/// `except kind as name: body`.
#[derive(Clone, Copy, Debug)]
pub struct ExceptHandler {
    /// The class or tuple of classes; absent for a bare `except:`.
    pub kind: Option<ExprId>,
    /// The name behind `as`.
    pub name: Option<Ident>,
    /// What is done.
    pub body: List<StmtId>,
    /// All of it.
    pub span: Span,
}

/// `context_expr as optional_vars`.
#[derive(Clone, Copy, Debug)]
pub struct WithItem {
    /// The context manager.
    pub context_expr: ExprId,
    /// The target behind `as`.
    pub optional_vars: Option<ExprId>,
}

/// `case pattern if guard: body`.
#[derive(Clone, Copy, Debug)]
pub struct MatchCase {
    /// The pattern.
    pub pattern: PatternId,
    /// The condition.
    pub guard: Option<ExprId>,
    /// What is done.
    pub body: List<StmtId>,
    /// All of it.
    pub span: Span,
}

/// `import name as asname`; `from m import name as asname`, where `name` may be `*`.
#[derive(Clone, Copy, Debug)]
pub struct Alias {
    /// What is imported: may be dotted in an `import`.
    pub name: Ident,
    /// The name behind `as`.
    pub asname: Option<Ident>,
    /// All of it.
    pub span: Span,
}

/// A pattern and where it is.
#[derive(Clone, Copy, Debug)]
pub struct Pattern {
    /// What it is.
    pub kind: PatternKind,
    /// Where it is.
    pub span: Span,
    pub(super) depth: u16,
}

/// The kinds of pattern. <https://docs.python.org/3.13/library/ast.html#pattern-matching>
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)] // fields are those of the Python class
#[rustfmt::skip]
pub enum PatternKind {
    /// Compared by `==`: a number, string, `a.b`, `-1`, `1+2j`.
    MatchValue { value: ExprId },
    /// Compared by `is`: `None`, `True`, `False`.
    MatchSingleton { value: ConstantId },
    /// `[a, *b]`.
    MatchSequence { patterns: List<PatternId> },
    /// `{key: pattern, **rest}`: equally many keys and patterns.
    MatchMapping { keys: List<ExprId>, patterns: List<PatternId>, rest: Option<Ident> },
    /// `cls(patterns, attr=pattern)`.
    MatchClass { cls: ExprId, patterns: List<PatternId>, keywords: List<KeywordPattern> },
    /// `*name`, or `*_` without a name.
    MatchStar { name: Option<Ident> },
    /// `pattern as name`; `name` alone; neither for `_`.
    MatchAs { pattern: Option<PatternId>, name: Option<Ident> },
    /// `a | b`.
    MatchOr { patterns: List<PatternId> },
}

/// `attr=pattern` in a class pattern.
#[derive(Clone, Copy, Debug)]
pub struct KeywordPattern {
    /// The attribute.
    pub attr: Ident,
    /// What it has to match.
    pub pattern: PatternId,
}
