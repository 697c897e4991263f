//! What the grammar's actions call to make the tree: nodes, child lists, names.
//!
//! A list under construction is an [`Open`]: the position where it begins in a pool of pending
//! elements. Lists nest like the source does, so these pools work as stacks and no list is allocated.
use std::marker::PhantomData;

use lalrpop_util::ParseError;
use unicode_normalization::UnicodeNormalization;

use super::arena::Pools;
use super::ast::*;
use super::error::{Fault, Origin, Warning};
use super::token::Tok;

/// What an action fails with.
pub(super) type Fail = ParseError<u32, Tok, Box<Fault>>;

/// A list under construction.
pub(super) struct Open<T> {
    start: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Open<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Open<T> {}
impl<T> std::fmt::Debug for Open<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "[{}..", self.start)
    }
}

/// Statements under construction, and where the last token of the last one ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines {
    pub open: Open<StmtId>,
    pub end: u32,
}

/// A finished suite, and where its last token ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    pub body: List<StmtId>,
    pub end: u32,
}

impl Block {
    /// The suite of a clause that isn't there.
    pub const NONE: Self = Block { body: List::EMPTY, end: 0 };
}

/// Keys and values of a dict display under construction.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenDict {
    pub keys: Open<Option<ExprId>>,
    pub values: Open<ExprId>,
}

/// Positional and keyword arguments under construction.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenArgs {
    pub args: Open<ExprId>,
    pub keywords: Open<Keyword>,
}

/// Keys, patterns and rest of a mapping pattern under construction.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenMapping {
    pub keys: Open<ExprId>,
    pub patterns: Open<PatternId>,
    pub rest: Open<Ident>,
}

/// Positional and keyword patterns of a class pattern under construction.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenClass {
    pub patterns: Open<PatternId>,
    pub keywords: Open<KeywordPattern>,
}

/// What a parameter is in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Plain,
    Star,
    DoubleStar,
    /// `/` alone.
    SlashMark,
    /// `*` alone.
    StarMark,
}

/// One literal of a run of neighbouring ones.
#[derive(Clone, Copy, Debug)]
pub(super) enum Piece {
    Str(Span),
    Bytes(Span),
    /// An f-string's parts.
    Joined(List<ExprId>),
}

/// An f-string that is being read.
#[derive(Clone, Debug)]
pub(super) struct FString {
    pub raw: bool,
    /// Why some of its text cannot be decoded: told once it is read to the end.
    pub error: Option<String>,
    /// Warnings about its text, to be placed likewise.
    pub warnings: Vec<Warning>,
}

/// The tree under construction.
pub(super) struct Builder<'s> {
    pub src: &'s str,
    pub ast: Ast,
    pub warnings: Vec<Warning>,
    pending: Pools,
    pub(super) pieces: Vec<Piece>,
    pub(super) fstrings: Vec<FString>,
    pub(super) raw_params: Vec<(Role, Param)>,
}

impl<'s> Builder<'s> {
    pub fn new(src: &'s str) -> Self {
        let mut ast = Ast::default();
        ast.exprs.reserve(src.len() / 8 + 8);
        ast.stmts.reserve(src.len() / 40 + 4);
        Builder {
            src,
            ast,
            warnings: Vec::new(),
            pending: Pools::default(),
            pieces: Vec::new(),
            fstrings: Vec::new(),
            raw_params: Vec::new(),
        }
    }

    /// The source between two offsets.
    pub fn text(&self, start: u32, end: u32) -> &'s str {
        Span::new(start, end).text(self.src)
    }

    /// An error about a piece of the source.
    pub fn fail<T>(&self, span: Span, message: impl Into<std::borrow::Cow<'static, str>>) -> Result<T, Fail> {
        Err(ParseError::User { error: Fault::syntax(span, message) })
    }

    /// An error in a literal. CPython finds these as soon as it has read the literal.
    pub fn fail_literal<T>(&self, span: Span, message: String) -> Result<T, Fail> {
        let mut error = Fault::syntax(span, message);
        error.origin = Origin::Literal;
        Err(ParseError::User { error })
    }

    // Lists.

    /// A list without elements as yet.
    pub fn none<T: Pooled>(&self) -> Open<T> {
        Open { start: T::pool_len(&self.pending), of: PhantomData }
    }

    /// A list of one element.
    pub fn one<T: Pooled>(&mut self, item: T) -> Open<T> {
        let open = self.none();
        T::pool_mut(&mut self.pending).push(item);
        open
    }

    /// A list of two elements.
    pub fn two<T: Pooled>(&mut self, first: T, second: T) -> Open<T> {
        let open = self.one(first);
        self.push(open, second)
    }

    /// Adds an element.
    pub fn push<T: Pooled>(&mut self, open: Open<T>, item: T) -> Open<T> {
        T::pool_mut(&mut self.pending).push(item);
        open
    }

    /// The elements so far.
    pub fn so_far<T: Pooled>(&self, open: Open<T>) -> &[T] {
        &T::pool(&self.pending)[open.start as usize..]
    }

    /// The last element, if there is one.
    pub fn last_mut<T: Pooled>(&mut self) -> Option<&mut T> {
        T::pool_mut(&mut self.pending).last_mut()
    }

    /// Finishes a list.
    pub fn close<T: Pooled>(&mut self, open: Open<T>) -> List<T> {
        let from = open.start as usize;
        let pending = T::pool_mut(&mut self.pending);
        let pool = T::pool_mut(&mut self.ast.pools);
        let start = pool.len() as u32;
        pool.extend_from_slice(&pending[from..]);
        let len = (pending.len() - from) as u32;
        pending.truncate(from);
        List { start, len, of: PhantomData }
    }

    /// A finished list of one element.
    pub fn only<T: Pooled>(&mut self, item: T) -> List<T> {
        let pool = T::pool_mut(&mut self.ast.pools);
        let start = pool.len() as u32;
        pool.push(item);
        List { start, len: 1, of: PhantomData }
    }

    // Nodes.

    /// An expression.
    pub fn expr(&mut self, kind: ExprKind, start: u32, end: u32) -> ExprId {
        let depth = self.depth_of(&kind).saturating_add(1);
        self.ast.max_depth = self.ast.max_depth.max(u32::from(depth));
        let id = ExprId::new(self.ast.exprs.len());
        let span = Span { start, end };
        self.ast.exprs.push(Expr { kind, span, depth, parenthesized: false });
        id
    }

    /// A statement.
    pub fn stmt(&mut self, kind: StmtKind, start: u32, end: u32) -> StmtId {
        let id = StmtId::new(self.ast.stmts.len());
        self.ast.stmts.push(Stmt { kind, span: Span { start, end } });
        id
    }

    /// A pattern.
    pub fn pattern(&mut self, kind: PatternKind, start: u32, end: u32) -> PatternId {
        let depth = self.pattern_depth(&kind).saturating_add(1);
        self.ast.max_depth = self.ast.max_depth.max(u32::from(depth));
        let id = PatternId::new(self.ast.patterns.len());
        let span = Span { start, end };
        self.ast.patterns.push(Pattern { kind, span, depth });
        id
    }

    /// A constant's entry in the table.
    pub fn constant_id(&mut self, constant: Constant) -> ConstantId {
        let id = ConstantId::new(self.ast.constants.len());
        self.ast.constants.push(constant);
        id
    }

    /// A constant as an expression.
    pub fn constant(&mut self, constant: Constant, start: u32, end: u32) -> ExprId {
        let id = self.constant_id(constant);
        self.expr(ExprKind::Constant(id), start, end)
    }

    /// The name written between two offsets, NFKC normalised.
    pub fn name(&mut self, start: u32, end: u32) -> NameId {
        let text = self.text(start, end);
        if text.is_ascii() {
            return self.ast.names.intern(text);
        }
        let normal: String = text.nfkc().collect();
        self.ast.names.intern(&normal)
    }

    /// The same with its place.
    pub fn ident(&mut self, start: u32, end: u32) -> Ident {
        Ident { name: self.name(start, end), span: Span { start, end } }
    }

    /// A dotted module name, blanks left out.
    pub fn dotted(&mut self, start: u32, end: u32) -> Ident {
        let text = self.text(start, end);
        if text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_')) {
            return self.ident(start, end);
        }
        let mut plain = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            // Within brackets or behind a backslash there may be newlines and comments.
            let skip = match c {
                '#' => rest.find('\n').unwrap_or(rest.len()),
                _ => c.len_utf8(),
            };
            if c == '.' || unicode_ident::is_xid_continue(c) {
                plain.push(c);
            }
            rest = &rest[skip..];
        }
        let normal: String = plain.nfkc().collect();
        Ident { name: self.ast.names.intern(&normal), span: Span { start, end } }
    }

    /// Where an expression is.
    pub fn span(&self, id: ExprId) -> Span {
        self.ast[id].span
    }

    fn depth_of(&self, kind: &ExprKind) -> u16 {
        let ast = &self.ast;
        let one = |id: ExprId| ast[id].depth;
        let maybe = |id: Option<ExprId>| id.map_or(0, one);
        let all = |list: List<ExprId>| ast[list].iter().map(|&id| one(id)).max().unwrap_or(0);
        let loops = |list: List<Comprehension>| {
            let depths = ast[list].iter().map(|c| one(c.target).max(one(c.iter)).max(all(c.ifs)));
            depths.max().unwrap_or(0)
        };
        match *kind {
            ExprKind::Constant(_) | ExprKind::Name(_) => 0,
            ExprKind::Attribute { value, .. }
            | ExprKind::UnaryOp { operand: value, .. }
            | ExprKind::Await { value }
            | ExprKind::YieldFrom { value }
            | ExprKind::Starred { value } => one(value),
            ExprKind::Yield { value } => maybe(value),
            ExprKind::BinOp { left, right, .. } => one(left).max(one(right)),
            ExprKind::NamedExpr { target, value } => one(target).max(one(value)),
            ExprKind::Subscript { value, slice } => one(value).max(one(slice)),
            ExprKind::IfExp { test, body, orelse } => one(test).max(one(body)).max(one(orelse)),
            ExprKind::Slice { lower, upper, step } => maybe(lower).max(maybe(upper)).max(maybe(step)),
            ExprKind::BoolOp { values: list, .. }
            | ExprKind::Set { elts: list }
            | ExprKind::List { elts: list }
            | ExprKind::Tuple { elts: list }
            | ExprKind::JoinedStr { values: list } => all(list),
            ExprKind::Dict { keys, values } => {
                let keys = ast[keys].iter().map(|&key| maybe(key)).max().unwrap_or(0);
                keys.max(all(values))
            }
            ExprKind::ListComp { elt, generators }
            | ExprKind::SetComp { elt, generators }
            | ExprKind::GeneratorExp { elt, generators } => one(elt).max(loops(generators)),
            ExprKind::DictComp { key, value, generators } => one(key).max(one(value)).max(loops(generators)),
            ExprKind::Compare { left, rest } => {
                let right = ast[rest].iter().map(|c| one(c.right)).max().unwrap_or(0);
                one(left).max(right)
            }
            ExprKind::Call { func, args, keywords } => {
                let keywords = ast[keywords].iter().map(|k| one(k.value)).max().unwrap_or(0);
                one(func).max(all(args)).max(keywords)
            }
            ExprKind::FormattedValue { value, format_spec, .. } => one(value).max(maybe(format_spec)),
            ExprKind::Lambda { parameters, body } => {
                let p = &ast[parameters];
                let lists = [p.posonly, p.args, p.kwonly];
                let defaults = lists.iter().flat_map(|&list| &ast[list]).map(|p| maybe(p.default));
                defaults.max().unwrap_or(0).max(one(body))
            }
        }
    }

    fn pattern_depth(&self, kind: &PatternKind) -> u16 {
        let ast = &self.ast;
        let one = |id: PatternId| ast[id].depth;
        let all = |list: List<PatternId>| ast[list].iter().map(|&id| one(id)).max().unwrap_or(0);
        match *kind {
            PatternKind::MatchValue { value } => ast[value].depth,
            PatternKind::MatchSingleton { .. } | PatternKind::MatchStar { .. } => 0,
            PatternKind::MatchSequence { patterns } | PatternKind::MatchOr { patterns } => all(patterns),
            PatternKind::MatchMapping { patterns, .. } => all(patterns),
            PatternKind::MatchClass { cls, patterns, keywords } => {
                let keywords = ast[keywords].iter().map(|k| one(k.pattern)).max().unwrap_or(0);
                ast[cls].depth.max(all(patterns)).max(keywords)
            }
            PatternKind::MatchAs { pattern, .. } => pattern.map_or(0, one),
        }
    }
}
