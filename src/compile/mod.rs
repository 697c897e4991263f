//! The compiler: from a syntax tree to register code.
//!
//! `collect` finds the scopes and what they do with names, `scope` resolves the names,
//! `registers` gives variables their places; then one walk over the tree emits the code of each unit.
//! Expressions are compiled *towards a destination*: `x = a + b` is one op.

mod assign;
mod asynchronous;
mod bound;
mod call;
mod class;
mod collect;
mod comprehension;
mod condition;
mod constant;
mod display;
mod docstring;
mod emit;
mod except_star;
mod expr;
mod fold;
mod function;
mod future;
mod import;
mod loops;
mod match_stmt;
mod name;
mod names;
mod operator;
mod pattern;
mod pool;
mod registers;
mod scope;
mod source;
mod stmt;
mod try_stmt;
mod type_params;
mod unit;
mod unparse;
mod unwind;
pub mod verify;
mod warn;
mod with;

use crate::code::unit::{CodeUnit, Const};
use crate::syntax::ast::{Ast, Body, ExprId};
use crate::syntax::{SyntaxError, SyntaxWarning};
use emit::Builder;
use names::Names;
use scope::Scopes;
use source::Source;
use std::collections::HashMap;

/// How deep blocks and expressions may nest in one another. Chains (`a + b + c`, `a.b.c`, `f()()`) don't
/// count, since they are compiled in a loop. A level costs less than 2 KiB of stack in a release build.
const MAX_DEPTH: usize = 800;

/// What kind of source is compiled: the modes of `compile()`.
pub use crate::syntax::Mode;

/// How to compile.
#[derive(Clone, Copy, Debug)]
pub struct CompileOptions<'a> {
    /// `co_filename` of all code.
    pub filename: &'a str,
    /// A file, an expression whose value is returned, or a line of the prompt whose values are shown.
    pub mode: Mode,
    /// Names of the module live in a mapping in `r[0]` (`exec` with locals of its own).
    pub namespace: bool,
    /// `from __future__ import annotations` is in force, as for `exec` in a module that has it.
    pub future_annotations: bool,
    /// `-O`: 1 leaves assertions out, 2 docstrings too.
    pub optimize: u8,
}

impl<'a> CompileOptions<'a> {
    /// Options to compile the file `filename`.
    pub fn file(filename: &'a str) -> Self {
        CompileOptions { filename, mode: Mode::File, namespace: false, future_annotations: false, optimize: 0 }
    }
}

/// A source that compiled.
#[derive(Debug)]
pub struct Compiled {
    /// Its code.
    pub unit: CodeUnit,
    /// What CPython's compiler would warn about, in order.
    pub warnings: Vec<SyntaxWarning>,
    /// The source imports `annotations` from `__future__`.
    pub future_annotations: bool,
}

/// Why a tree could not be compiled.
#[derive(Clone, Debug)]
pub enum CompileError {
    /// A `SyntaxError` that only the compiler sees.
    Syntax(Box<SyntaxError>),
    /// `RecursionError: maximum recursion depth exceeded during compilation`.
    TooDeep,
}

impl std::fmt::Display for CompileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            CompileError::Syntax(error) => error.fmt(f),
            CompileError::TooDeep => f.write_str("RecursionError: maximum recursion depth exceeded during compilation"),
        }
    }
}

impl std::error::Error for CompileError {}

type Result<T> = std::result::Result<T, CompileError>;

/// Compiles the tree of `source`, which is the text its spans refer to.
///
/// # Errors
/// Those of [`CompileError`].
pub fn compile(ast: &Ast, source: &str, options: CompileOptions) -> Result<Compiled> {
    let source = Source::new(source, options.filename);
    let future_annotations = future::annotations(ast, &source)? || options.future_annotations;
    let mut names = Names::new(ast);
    let mut scopes = Scopes::new(options.namespace);
    collect::collect(ast, &mut names, &source, &mut scopes, future_annotations)?;
    scopes.resolve(&mut names, &source)?;
    let folded = fold::fold(ast, options.optimize);
    let module = unit::module(&names, &source, &scopes, &options);
    let mut compiler = Compiler {
        ast,
        names,
        source,
        scopes,
        folded,
        unit: module,
        outer: Vec::new(),
        warnings: Vec::new(),
        depth: 0,
        mode: options.mode,
        optimize: options.optimize,
        future_annotations,
    };
    compiler.module(ast.body)?;
    let unit = compiler.finish_unit()?;
    debug_assert_eq!(verify::verify(&unit), Ok(()));
    Ok(Compiled { unit, warnings: compiler.warnings, future_annotations })
}

/// The walk that emits code.
struct Compiler<'a> {
    ast: &'a Ast,
    names: Names<'a>,
    source: Source<'a>,
    scopes: Scopes,
    /// Operators and tuples whose value is known.
    folded: HashMap<ExprId, Const>,
    /// The unit being made.
    unit: Builder,
    /// The units around it, outermost first.
    outer: Vec<Builder>,
    warnings: Vec<SyntaxWarning>,
    depth: usize,
    mode: Mode,
    optimize: u8,
    future_annotations: bool,
}

impl Compiler<'_> {
    /// The code of the module, or of a lone expression.
    fn module(&mut self, body: Body) -> Result<()> {
        match body {
            Body::Module(body) | Body::Interactive(body) => self.module_body(body),
            Body::Expression(expr) => self.return_value(expr, self.ast[expr].span),
        }
    }

    /// Runs `inside` one level deeper.
    fn deeper<T>(&mut self, inside: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(CompileError::TooDeep);
        }
        let result = inside(self);
        self.depth -= 1;
        result
    }
}
