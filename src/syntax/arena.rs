//! Where a syntax tree's nodes live: typed ids, child lists, and the tree that owns them all.
use std::fmt;
use std::marker::PhantomData;
use std::num::NonZeroU32;
use std::ops::{Index, IndexMut};

use super::ast::*;
use super::names::Names;

/// A half-open range of byte offsets into the (newline-normalised) source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset just behind the last byte.
    pub end: u32,
}

impl Span {
    /// The range from `start` up to, not including, `end`.
    pub fn new(start: u32, end: u32) -> Self {
        Span { start, end }
    }

    /// The smallest range that covers both.
    pub fn to(self, other: Span) -> Self {
        Span { start: self.start, end: other.end }
    }

    /// The piece of `source` this range names.
    pub fn text(self, source: &str) -> &str {
        source.get(self.start as usize..self.end as usize).unwrap_or("")
    }
}

/// A list of nodes that lie side by side in a pool of the tree; read it with `&ast[list]`.
pub struct List<T> {
    pub(super) start: u32,
    pub(super) len: u32,
    pub(super) of: PhantomData<fn() -> T>,
}

impl<T> List<T> {
    /// The list without elements.
    pub const EMPTY: Self = List { start: 0, len: 0, of: PhantomData };

    /// How many elements it has.
    pub fn len(self) -> usize {
        self.len as usize
    }

    /// Whether it has no element.
    pub fn is_empty(self) -> bool {
        self.len == 0
    }
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for List<T> {}
impl<T> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.len) == (other.start, other.len)
    }
}
impl<T> Eq for List<T> {}
impl<T> Default for List<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}
impl<T> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}; {}]", self.start, self.len)
    }
}

/// Declares a typed id and, when the node lives in a field of [`Ast`], indexing by it.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident $(=> $field:ident: $node:ty)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(NonZeroU32);

        impl $name {
            /// The id of the node at position `index`.
            pub(super) fn new(index: usize) -> Self {
                // The source is at most u32::MAX bytes and no byte makes more than one node of a kind
                // beyond a small constant factor; saturating keeps this total.
                let n = u32::try_from(index + 1).unwrap_or(u32::MAX);
                $name(NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN))
            }

            /// The position in its arena: dense from 0, so usable to index a side table.
            pub fn index(self) -> usize {
                self.0.get() as usize - 1
            }
        }

        $(impl Index<$name> for Ast {
            type Output = $node;
            fn index(&self, id: $name) -> &$node {
                &self.$field[id.index()]
            }
        }
        impl IndexMut<$name> for Ast {
            fn index_mut(&mut self, id: $name) -> &mut $node {
                &mut self.$field[id.index()]
            }
        })?
    };
}

id!(
    /// An expression.
    ExprId => exprs: Expr);
id!(
    /// A statement.
    StmtId => stmts: Stmt);
id!(
    /// A `case` pattern.
    PatternId => patterns: Pattern);
id!(
    /// A decoded literal.
    ConstantId => constants: Constant);
id!(
    /// The parts of a `def` or `async def`.
    FunctionId => functions: Function);
id!(
    /// The parts of a `class` statement.
    ClassId => classes: Class);
id!(
    /// The parameters of a function or lambda.
    ParametersId => parameters: Parameters);
id!(
    /// An identifier (or dotted module name), interned within one tree; see [`Ast::name`].
    NameId);

/// A node type whose lists live in a pool of the tree.
pub trait Pooled: Sized + Copy {
    /// The pool that all lists of this type lie in.
    #[doc(hidden)]
    fn pool(pools: &Pools) -> &Vec<Self>;
    /// How many elements lie in it.
    #[doc(hidden)]
    fn pool_len(pools: &Pools) -> u32 {
        Self::pool(pools).len() as u32
    }
    /// The same pool, to append to.
    #[doc(hidden)]
    fn pool_mut(pools: &mut Pools) -> &mut Vec<Self>;
}

/// Declares the pools, one for each type that occurs in lists.
macro_rules! pools {
    ($($field:ident: $node:ty,)*) => {
        /// The pools that child lists lie in.
        #[derive(Default)]
        pub struct Pools {
            $($field: Vec<$node>,)*
        }

        $(impl Pooled for $node {
            fn pool(pools: &Pools) -> &Vec<Self> {
                &pools.$field
            }
            fn pool_mut(pools: &mut Pools) -> &mut Vec<Self> {
                &mut pools.$field
            }
        })*
    };
}

pools! {
    exprs: ExprId,
    stmts: StmtId,
    patterns: PatternId,
    keys: Option<ExprId>,
    idents: Ident,
    keywords: Keyword,
    aliases: Alias,
    params: Param,
    comprehensions: Comprehension,
    comparisons: Comparison,
    branches: Branch,
    handlers: ExceptHandler,
    with_items: WithItem,
    cases: MatchCase,
    keyword_patterns: KeywordPattern,
    type_params: TypeParam,
}

impl<T: Pooled> Index<List<T>> for Ast {
    type Output = [T];
    fn index(&self, list: List<T>) -> &[T] {
        &T::pool(&self.pools)[list.start as usize..(list.start + list.len) as usize]
    }
}

/// A parsed source: every node, and where to start.
#[derive(Default)]
pub struct Ast {
    /// What the source is as a whole.
    pub body: Body,
    pub(super) names: Names,
    pub(super) exprs: Vec<Expr>,
    pub(super) stmts: Vec<Stmt>,
    pub(super) patterns: Vec<Pattern>,
    pub(super) constants: Vec<Constant>,
    pub(super) functions: Vec<Function>,
    pub(super) classes: Vec<Class>,
    pub(super) parameters: Vec<Parameters>,
    pub(super) pools: Pools,
    pub(super) max_depth: u32,
}

impl Ast {
    /// The text of an interned name, NFKC normalised. Not mangled: that is the compiler's.
    pub fn name(&self, id: NameId) -> &str {
        self.names.text(id)
    }

    /// The text of the name at a position, as [`NameId::index`] gives it.
    pub fn name_at(&self, index: usize) -> &str {
        self.names.text(NameId::new(index))
    }

    /// The id of `text` if it occurs as an identifier anywhere in this source.
    pub fn find_name(&self, text: &str) -> Option<NameId> {
        self.names.find(text)
    }

    /// How many different names there are; their ids are `0..name_count()` by [`NameId::index`].
    pub fn name_count(&self) -> usize {
        self.names.len()
    }

    /// How many expressions there are.
    pub fn expr_count(&self) -> usize {
        self.exprs.len()
    }

    /// All expressions, children before their parents.
    pub fn expr_ids(&self) -> impl Iterator<Item = ExprId> + use<> {
        (0..self.exprs.len()).map(ExprId::new)
    }

    /// How deeply expressions nest in `id`: 1 for a leaf. A recursive pass needs as many frames.
    /// Saturates at `u16::MAX`.
    pub fn depth(&self, id: ExprId) -> usize {
        usize::from(self[id].depth)
    }

    /// The greatest [`Ast::depth`] of any expression or pattern.
    pub fn max_depth(&self) -> usize {
        self.max_depth as usize
    }

    /// The constant behind an expression, if it is one.
    pub fn constant(&self, id: ExprId) -> Option<&Constant> {
        match self[id].kind {
            ExprKind::Constant(constant) => Some(&self[constant]),
            _ => None,
        }
    }
}
