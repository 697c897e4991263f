//! The instruction set: fixed-width register operations of at most 8 bytes.
//!
//! Every function runs in a window of up to 256 registers. Parameters come first (in the order of
//! [`super::unit::CodeUnit::params`]), then the other locals, then temporaries, which are allocated as a stack.
//! `d` is the destination; an op writes it only when it succeeds. `ic` is the index of the op's inline
//! cache site, which also knows the name ([`super::unit::CodeUnit::sites`]); `name` and `k` index
//! `names` and `consts`. Jump offsets count ops from the op *behind* the jump.

use super::unit::{Awaited, TypeParameter};

/// A comparison operator, as in [`Op::Compare`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareOp {
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

/// A binary arithmetic operator; names the special methods and the sign in messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    TrueDiv,
    /// `//`
    FloorDiv,
    /// `%`
    Mod,
    /// `**`
    Pow,
    /// `<<`
    LShift,
    /// `>>`
    RShift,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
    /// `@`
    MatMul,
}

/// A unary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    /// `-x`
    Neg,
    /// `+x`
    Pos,
    /// `~x`
    Invert,
}

/// The conversion of a replacement field (`!s`, `!r`, `!a`) or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// No conversion: `format(value, spec)`.
    None,
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

/// One instruction: operands are named by the conventions in the module documentation.
#[allow(missing_docs)]
/// See the module's documentation for the operand conventions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Op {
    // ---- moves and constants
    /// `r[d] = consts[k]`
    LoadConst { d: u8, k: u32 },
    /// `r[d] = None`
    LoadNone { d: u8 },
    /// `r[d] = i`, a small int.
    LoadInt { d: u8, i: i32 },
    /// `r[d] = r[a]`
    Move { d: u8, a: u8 },
    /// `r[a] = unbound` (after `del x`, and for the name of an `except` clause).
    Unbind { a: u8 },
    /// Raises `UnboundLocalError` naming `names[name]` if `r[a]` is unbound. Emitted before a use the
    /// compiler can't prove to be bound.
    CheckBound { a: u8, name: u32 },

    // ---- cells
    /// Wraps the present content of `r[a]` (maybe unbound) into a new cell, in place.
    MakeCell { a: u8 },
    /// Copies the running function's closure cells into `r[first..first + n]`, in closure order.
    CopyFree { first: u8, n: u8 },
    /// `r[d] = ` content of the cell in `r[a]`; unbound raises `NameError` for a free variable
    /// ("cannot access free variable ..."), `UnboundLocalError` for the function's own.
    LoadCell { d: u8, a: u8, name: u32 },
    /// Sets the content of the cell in `r[a]` to `r[v]`.
    StoreCell { a: u8, v: u8 },
    /// Empties the cell in `r[a]`; raises as `LoadCell` does if it was empty.
    DelCell { a: u8, name: u32 },
    /// Class bodies: `names[name]` in the namespace `r[0]` if it is there, else the cell in `r[a]`.
    LoadClassCell { d: u8, a: u8, name: u32 },

    // ---- globals and namespaces
    /// `r[d] =` the global or builtin named by the site, or `NameError`.
    LoadGlobal { d: u8, ic: u32 },
    /// Binds `names[name]` in the globals.
    StoreGlobal { v: u8, name: u32 },
    /// Unbinds `names[name]` in the globals, or `NameError`.
    DelGlobal { name: u32 },
    /// Class bodies and `exec` with locals: looks in the mapping `r[0]`, then as `LoadGlobal`.
    LoadName { d: u8, ic: u32 },
    /// Stores into the mapping `r[0]`.
    StoreName { v: u8, name: u32 },
    /// Deletes from the mapping `r[0]`, or `NameError`.
    DelName { name: u32 },

    /// Annotation scopes in class bodies: looks in the mapping in the cell `r[ns]`, then in the cell `r[a]`.
    LoadScopeCell { d: u8, ns: u8, a: u8, name: u32 },
    /// Annotation scopes in class bodies: looks in the mapping in the cell `r[ns]`, then as `LoadGlobal`.
    LoadScopeName { d: u8, ns: u8, ic: u32 },

    // ---- spilled registers (functions with more than a window's worth of locals or temporaries)
    /// `r[d] =` a hidden list of `n` unbound places.
    MakeSpill { d: u8, n: u32 },
    /// `r[d] = spill[i]` of the hidden list in `r[a]` (unbound stays unbound: follow with `CheckBound`).
    LoadSpill { d: u8, a: u8, i: u32 },
    /// `spill[i] = r[v]`; `v` may be unbound.
    StoreSpill { a: u8, v: u8, i: u32 },
    /// `r[d] =` a hidden list of `r[first..first + n]`, unbound ones included.
    SaveRegisters { d: u8, first: u8, n: u8 },
    /// Puts back what `SaveRegisters` saved in `r[a]` to `r[first..first + n]`.
    RestoreRegisters { a: u8, first: u8, n: u8 },

    // ---- arithmetic; `inplace` tries the in-place special method first
    /// `+`
    Add { d: u8, a: u8, b: u8, inplace: bool },
    /// `-`
    Sub { d: u8, a: u8, b: u8, inplace: bool },
    /// `*`
    Mul { d: u8, a: u8, b: u8, inplace: bool },
    /// `/`
    TrueDiv { d: u8, a: u8, b: u8, inplace: bool },
    /// `//`
    FloorDiv { d: u8, a: u8, b: u8, inplace: bool },
    /// `%`
    Mod { d: u8, a: u8, b: u8, inplace: bool },
    /// `&`
    And { d: u8, a: u8, b: u8, inplace: bool },
    /// `|`
    Or { d: u8, a: u8, b: u8, inplace: bool },
    /// `^`
    Xor { d: u8, a: u8, b: u8, inplace: bool },
    /// `<<`
    LShift { d: u8, a: u8, b: u8, inplace: bool },
    /// `>>`
    RShift { d: u8, a: u8, b: u8, inplace: bool },
    /// The rare ones: `**`, `@`.
    Binary { op: BinaryOp, d: u8, a: u8, b: u8, inplace: bool },
    /// `r[a] + i`; so for the other immediates, which stand for an int constant on the right.
    AddI { d: u8, a: u8, inplace: bool, i: i32 },
    /// `r[a] - i`
    SubI { d: u8, a: u8, inplace: bool, i: i32 },
    /// `r[a] * i`
    MulI { d: u8, a: u8, inplace: bool, i: i32 },
    /// `r[a] // i`
    FloorDivI { d: u8, a: u8, inplace: bool, i: i32 },
    /// `r[a] % i`
    ModI { d: u8, a: u8, inplace: bool, i: i32 },
    /// `r[a] & i`
    AndI { d: u8, a: u8, inplace: bool, i: i32 },
    /// `r[a] >> i`
    RShiftI { d: u8, a: u8, inplace: bool, i: i32 },
    /// `r[a] << i`
    LShiftI { d: u8, a: u8, inplace: bool, i: i32 },
    /// `-x`, `+x`, `~x`
    Unary { op: UnaryOp, d: u8, a: u8 },
    /// `not x`: always a bool.
    Not { d: u8, a: u8 },

    // ---- comparison
    /// Rich comparison; the result may be any object.
    Compare { op: CompareOp, d: u8, a: u8, b: u8 },
    /// `a is b`
    Is { d: u8, a: u8, b: u8, negate: bool },
    /// `a in b`
    Contains { d: u8, a: u8, b: u8, negate: bool },

    // ---- jumps
    /// Unconditional. A negative offset is a back-edge and counts as a checkpoint.
    Jump { off: i32 },
    /// Jumps if `r[a]` is true (`__bool__`/`__len__` may run).
    JumpIfTrue { a: u8, off: i32 },
    /// Jumps if `r[a]` is false.
    JumpIfFalse { a: u8, off: i32 },
    /// Jumps if `r[a] is None`.
    JumpIfNone { a: u8, off: i32 },
    /// Jumps if `r[a] is not None`.
    JumpIfNotNone { a: u8, off: i32 },
    /// Compares and jumps if the truth of the result is `want`. A negative offset is a back-edge.
    JumpIfLt { a: u8, b: u8, want: bool, off: i32 },
    /// As `JumpIfLt`, for `<=`.
    JumpIfLe { a: u8, b: u8, want: bool, off: i32 },
    /// As `JumpIfLt`, for `>`.
    JumpIfGt { a: u8, b: u8, want: bool, off: i32 },
    /// As `JumpIfLt`, for `>=`.
    JumpIfGe { a: u8, b: u8, want: bool, off: i32 },
    /// As `JumpIfLt`, for `==`.
    JumpIfEq { a: u8, b: u8, want: bool, off: i32 },
    /// As `JumpIfLt`, for `!=`.
    JumpIfNe { a: u8, b: u8, want: bool, off: i32 },
    /// As `JumpIfLt`, against a small int constant on the right.
    JumpIfLtI { a: u8, want: bool, i: i8, off: i32 },
    /// As `JumpIfLtI`, for `<=`.
    JumpIfLeI { a: u8, want: bool, i: i8, off: i32 },
    /// As `JumpIfLtI`, for `>`.
    JumpIfGtI { a: u8, want: bool, i: i8, off: i32 },
    /// As `JumpIfLtI`, for `>=`.
    JumpIfGeI { a: u8, want: bool, i: i8, off: i32 },
    /// As `JumpIfLtI`, for `==`.
    JumpIfEqI { a: u8, want: bool, i: i8, off: i32 },
    /// As `JumpIfLtI`, for `!=`.
    JumpIfNeI { a: u8, want: bool, i: i8, off: i32 },
    /// `is` / `is not` and jump: jumps if `(r[a] is r[b]) == want`.
    JumpIfIs { a: u8, b: u8, want: bool, off: i32 },

    // ---- attributes and items
    /// `r[d] = r[o].name`
    GetAttr { d: u8, o: u8, ic: u32 },
    /// `r[o].name = r[v]`
    SetAttr { o: u8, v: u8, ic: u32 },
    /// `del r[o].name`
    DelAttr { o: u8, name: u32 },
    /// Looks `name` up on `r[f + 1]` for a call: either `r[f]` becomes the function and `r[f + 1]` stays
    /// as its `self`, or `r[f]` becomes the attribute's value and `r[f + 1]` unbound.
    LoadMethod { f: u8, ic: u32 },
    /// `super().name` for a call, with `r[f + 1]` the instance (or class) and `r[c]` the content of the
    /// `__class__` cell; leaves `r[f]`, `r[f + 1]` as `LoadMethod` does. Emitted when the callee is the bare
    /// name `super` without arguments; if the name no longer means the builtin, it is called as any other.
    LoadSuperMethod { f: u8, c: u8, ic: u32 },
    /// `r[d] = r[o][r[k]]`
    GetItem { d: u8, o: u8, k: u8 },
    /// `r[d] = r[o][i]`, for a constant int.
    GetItemI { d: u8, o: u8, i: i32 },
    /// `r[o][r[k]] = r[v]`
    SetItem { o: u8, k: u8, v: u8 },
    /// `del r[o][r[k]]`
    DelItem { o: u8, k: u8 },
    /// `r[d] = slice(r[first], r[first + 1], r[first + 2])`
    BuildSlice { d: u8, first: u8 },

    // ---- displays
    /// `r[d] = (r[first], …)` of `n`.
    BuildTuple { d: u8, first: u8, n: u8 },
    /// `r[d] = [r[first], …]` of `n`.
    BuildList { d: u8, first: u8, n: u8 },
    /// `r[d] = {r[first], …}` of `n`.
    BuildSet { d: u8, first: u8, n: u8 },
    /// `r[d] = {r[first]: r[first + 1], …}` of `n` pairs.
    BuildDict { d: u8, first: u8, n: u8 },
    /// `list.append` on the list being built.
    ListAppend { l: u8, v: u8 },
    /// `list.extend` for `[*v]` and for call arguments ("Value after * must be an iterable, not int").
    ListExtend { l: u8, v: u8 },
    /// Extends with a call's `*v`; `f` is the callee, for the message.
    ArgsExtend { l: u8, v: u8, f: u8 },
    /// `r[d] = tuple(r[a])` of the list being built.
    ListToTuple { d: u8, a: u8 },
    /// `set.add` on the set being built.
    SetAdd { s: u8, v: u8 },
    /// `set.update` for `{*v}`.
    SetUpdate { s: u8, v: u8 },
    /// `m[k] = v` on the dict being built.
    DictSet { m: u8, k: u8, v: u8 },
    /// `dict.update` for `{**v}` ("'int' object is not a mapping").
    DictUpdate { m: u8, v: u8 },
    /// Merges a call's `**v`; a duplicate key is a `TypeError` that names the callee `r[f]`.
    DictMerge { m: u8, v: u8, f: u8 },
    /// `r[first..first + n] = r[a]`, unpacked.
    Unpack { a: u8, first: u8, n: u8 },
    /// As `Unpack` with a starred target: `before` values, a list, `after` values.
    UnpackEx { a: u8, first: u8, before: u8, after: u8 },

    // ---- strings
    /// `r[d] = format(conv(r[a]), "")`
    Format { d: u8, a: u8, conv: Conversion },
    /// `r[d] = format(conv(r[a]), r[spec])`
    FormatSpec { d: u8, a: u8, spec: u8, conv: Conversion },
    /// Concatenates `n` strings.
    BuildString { d: u8, first: u8, n: u8 },

    // ---- calls: the callee in `r[f]`, arguments behind it
    /// `r[d] = r[f](r[f + 1], …)`, `argc` positional arguments.
    Call { d: u8, f: u8, argc: u8 },
    /// As `Call`, the last `len(consts[k])` of the `argc` arguments being keywords named by that tuple.
    CallKw { d: u8, f: u8, argc: u8, k: u32 },
    /// `r[f](*r[f + 1], **r[f + 2])`: a tuple or list, and a dict or unbound.
    CallEx { d: u8, f: u8 },
    /// After `LoadMethod`: `argc` arguments from `r[f + 2]`, with `r[f + 1]` in front if bound.
    CallMethod { d: u8, f: u8, argc: u8 },
    /// As `CallMethod` with keywords.
    CallMethodKw { d: u8, f: u8, argc: u8, k: u32 },
    /// `LoadMethod` and `CallMethod` in one, for arguments whose evaluation can't be observed.
    InvokeMethod { d: u8, f: u8, argc: u8, ic: u32 },
    /// Returns `r[a]`.
    Return { a: u8 },

    // ---- functions and classes
    /// `r[d] =` a function of the code `consts[k]` with the frame's globals.
    MakeFunction { d: u8, k: u32 },
    /// `__defaults__ = r[v]`, a tuple.
    SetDefaults { f: u8, v: u8 },
    /// `__kwdefaults__ = r[v]`, a dict.
    SetKwDefaults { f: u8, v: u8 },
    /// The closure: cells in `r[first..first + n]`, in the order of the code's `free` names.
    SetClosure { f: u8, first: u8, n: u8 },
    /// `__annotations__ = r[v]`, a dict.
    SetAnnotations { f: u8, v: u8 },
    /// `__type_params__ = r[v]`, a tuple.
    SetTypeParams { f: u8, v: u8 },
    /// `r[d] =` a type parameter named `r[first]`; `r[first + 1]` is the function that makes its bound or constraints.
    MakeTypeParam { d: u8, first: u8, what: TypeParameter },
    /// `r[f]` is the function that makes the default of the type parameter `r[p]`.
    SetTypeDefault { p: u8, f: u8 },
    /// `r[d] =` a type alias: its name, its type parameters (a tuple or None), and the function that makes its value
    /// are in `r[first..first + 3]`.
    MakeTypeAlias { d: u8, first: u8 },
    /// `r[d] = typing.Generic[*r[a]]`, of a tuple of type parameters.
    GenericBase { d: u8, a: u8 },
    /// `r[d] = __build_class__`
    LoadBuildClass { d: u8 },
    /// Makes sure `__annotations__` exists in the module's or class body's namespace.
    SetupAnnotations,

    // ---- iteration and generators
    /// `r[d] = iter(r[a])`
    GetIter { d: u8, a: u8 },
    /// If the iterator `r[it]` has a next value: `r[d] =` it, and jump. Else go on. Stands at the bottom of its loop.
    ForIter { d: u8, it: u8, off: i32 },
    /// Suspends with `r[v]`; when resumed `r[d]` is what was sent.
    Yield { d: u8, v: u8 },
    /// `r[d] =` the iterator `yield from r[a]` runs on (generators as they are).
    GetYieldFromIter { d: u8, a: u8 },
    /// Sends `r[v]` to the iterator `r[it]`. A value: suspends with it, and when resumed runs this op again with
    /// `r[v]` what was sent. Its end: `r[d] =` its return value, and go on.
    YieldFrom { d: u8, it: u8, v: u8 },

    /// `r[d] =` the iterator that `await r[a]` runs on.
    GetAwaitable { d: u8, a: u8, from: Awaited },
    /// `r[d] = aiter(r[a])`, for `async for`.
    GetAsyncIter { d: u8, a: u8 },
    /// `r[d] =` the iterator that the next value of the asynchronous iterator `r[it]` is awaited on.
    GetAsyncNext { d: u8, it: u8 },
    /// Goes on if the exception `r[e]` is a `StopAsyncIteration`; else raises it on, as `Reraise` does.
    EndAsyncFor { e: u8 },
    /// For `async with`: as `BeforeWith`, with `__aexit__` and `__aenter__`.
    BeforeAsyncWith { d: u8, a: u8 },

    // ---- patterns
    /// `r[d] = len(r[a])`
    GetLen { d: u8, a: u8 },
    /// Jumps unless `r[a]` is what sequence patterns match.
    MatchSequence { a: u8, off: i32 },
    /// Jumps unless `r[a]` is what mapping patterns match.
    MatchMapping { a: u8, off: i32 },
    /// `r[first..first + n] =` the values that the mapping `r[a]` has for the `n` keys of the tuple `r[first]`; jumps
    /// if one is missing.
    MatchKeys { a: u8, first: u8, n: u8, off: i32 },
    /// `r[d] =` a dict of what the mapping `r[a]` has besides the keys of the tuple `r[k]`.
    MappingRest { d: u8, a: u8, k: u8 },
    /// `r[first..first + n] =` the attributes that a class pattern looks at, if `r[a]` is an instance of the class
    /// `r[first]`: those of `__match_args__`, then those the tuple `r[first + 1]` names. Jumps if it isn't, or one is missing.
    MatchClass { a: u8, first: u8, n: u8, off: i32 },

    // ---- exceptions
    /// `raise`, with nothing: the exception being handled, or `RuntimeError`.
    RaiseAgain,
    /// `raise r[a]`
    Raise { a: u8 },
    /// `raise r[a] from r[b]`
    RaiseFrom { a: u8, b: u8 },
    /// Raises `r[a]` on, as it is: no new traceback entry for this line, no new context.
    Reraise { a: u8 },
    /// A handler begins: `r[d] =` the exception handled so far, and `r[e]` is it from now on.
    PushHandled { d: u8, e: u8 },
    /// A handler ends: the exception in `r[a]` (saved by `PushHandled`) is the handled one again.
    PopHandled { a: u8 },
    /// `PushHandled` in a generator: `r[d]` is unbound if the exception handled so far is the caller's.
    PushHandledHere { d: u8, e: u8 },
    /// `PopHandled` in a generator.
    PopHandledHere { a: u8 },
    /// Jumps unless the exception `r[e]` matches the class or tuple `r[t]`.
    JumpIfNotExc { e: u8, t: u8, off: i32 },
    /// A clause of `except*`: `r[d] =` what of the exception `r[rest]` matches `r[t]`, or None, and `r[rest]` what is left
    /// of it. What matches is the handled one from now on.
    SplitGroup { d: u8, rest: u8, t: u8 },
    /// The end of the clauses of `except*`: `r[d] =` what is to be raised, or None, of the exception `r[e]` that was
    /// caught and the list `r[l]` of what is left of it and what the clauses raised.
    JoinGroups { d: u8, e: u8, l: u8 },
    /// `r[d] = AssertionError`, whatever the name means.
    LoadAssertionError { d: u8 },
    /// For `with`: `r[d] =` the bound `__exit__`, `r[d + 1] =` the bound `__enter__` of `r[a]`.
    BeforeWith { d: u8, a: u8 },
    /// `r[d], r[d + 1], r[d + 2] = type, value, traceback` of the exception `r[e]`, as `__exit__` wants them.
    ExcParts { d: u8, e: u8 },

    // ---- imports
    /// `r[d] = __import__(names[name], …, fromlist=r[a], level=r[a + 1])`
    ImportName { d: u8, a: u8, name: u32 },
    /// `r[d] = names[name]` of the module `r[m]`, or `ImportError`.
    ImportFrom { d: u8, m: u8, name: u32 },
    /// `from r[m] import *` into the frame's namespace (globals, or `r[0]` if the code has a namespace).
    ImportStar { m: u8 },

    // ---- the prompt
    /// Shows the value of an expression statement through `sys.displayhook`.
    PrintExpr { a: u8 },
}

const _: () = assert!(size_of::<Op>() <= 8);
