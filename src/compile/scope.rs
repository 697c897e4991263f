//! Scopes: which block a name belongs to, and so how it is reached.
//!
//! [`super::collect`] finds the blocks and what each does with its names; [`Scopes::resolve`] then
//! decides, as <https://docs.python.org/3.13/reference/executionmodel.html#resolution-of-names> says.
//! A list, set or dict comprehension is a scope of its own but runs inline (PEP 709): its variables
//! live in the function, class or module around it, which is the scope's *unit*.

use super::names::{Names, Sym};
use super::source::Source;
use super::{Result, names};
use crate::code::unit::GeneratorKind;
use crate::syntax::ast::{ClassId, ExprId, FunctionId, Span, StmtId};
use std::collections::HashMap;

/// The variable that hands a class body its type parameters.
pub(super) const TYPE_PARAMS: &str = ".type_params";

/// The variables that hand a generic function its defaults, which are evaluated outside of it.
pub(super) const DEFAULTS: [&str; 2] = [".defaults", ".kwdefaults"];

/// What a block does with a name; a set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Uses(u16);

impl Uses {
    pub(super) const GLOBAL: Uses = Uses(1);
    pub(super) const NONLOCAL: Uses = Uses(2);
    /// Bound by an assignment, `def`, `import` and the like.
    pub(super) const LOCAL: Uses = Uses(4);
    pub(super) const PARAM: Uses = Uses(8);
    pub(super) const LOAD: Uses = Uses(16);
    pub(super) const ANNOTATED: Uses = Uses(32);
    /// The target of a comprehension's `for`.
    pub(super) const ITERATION: Uses = Uses(64);
    /// Unbound by `del` or at the end of an `except` clause.
    pub(super) const DELETED: Uses = Uses(128);
    /// The target of a `:=`.
    pub(super) const WALRUS: Uses = Uses(256);
    /// Bound by an import. Unlike other bindings, a `global` may follow it.
    pub(super) const IMPORT: Uses = Uses(512);

    pub(super) fn has(self, other: Uses) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn or(self, other: Uses) -> Uses {
        Uses(self.0 | other.0)
    }

    fn binds(self) -> bool {
        self.has(Uses::LOCAL.or(Uses::PARAM).or(Uses::ITERATION).or(Uses::IMPORT))
            && !self.has(Uses::GLOBAL.or(Uses::NONLOCAL))
    }
}

/// Index of a scope; a scope comes before those inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct ScopeId(u32);

/// Index of a variable of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct VarId(pub(super) u32);

/// Which piece of the tree a scope stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Block {
    Module,
    Function(FunctionId),
    Class(ClassId),
    /// A lambda, comprehension or generator expression.
    Expr(ExprId),
    /// The type parameters of a function, class or type alias.
    FunctionParams(FunctionId),
    ClassParams(ClassId),
    AliasParams(StmtId),
    /// What is evaluated when it is asked for: the value of a type alias; a bound or default of a type parameter.
    Lazy(ExprId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    Generator,
    /// A list, set or dict comprehension.
    Inlined,
    /// Type parameters and what is evaluated with them in scope (PEP 695).
    TypeParams,
    /// What is evaluated when it is asked for.
    Lazy,
}

impl ScopeKind {
    /// A comprehension of any kind.
    pub(super) fn is_comprehension(self) -> bool {
        matches!(self, ScopeKind::Generator | ScopeKind::Inlined)
    }

    /// An annotation scope: in a class body, it sees the names of the class.
    pub(super) fn is_annotation(self) -> bool {
        matches!(self, ScopeKind::TypeParams | ScopeKind::Lazy)
    }

    fn is_function(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }
}

/// How a block reaches a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    /// A variable of the unit.
    Var(VarId),
    /// In a class body: the namespace, then a cell of the closure.
    ClassVar(VarId),
    /// In an annotation scope of a class body: the class's namespace, in the first variable, then the second.
    ScopeVar(VarId, VarId),
    /// In an annotation scope of a class body: the class's namespace, in this variable, then the globals.
    ScopeName(VarId),
    /// The globals (and builtins).
    Global,
    /// The namespace in `r[0]`, then the globals.
    Name,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VarKind {
    Local,
    /// Captured by an inner block.
    Cell,
    /// A cell of the closure.
    Free,
}

/// A variable of a unit.
#[derive(Clone, Debug)]
pub(super) struct Var {
    pub(super) name: Sym,
    pub(super) kind: VarKind,
    pub(super) param: bool,
    /// Some `del` or `except … as` unbinds it.
    pub(super) deleted: bool,
    /// Some `:=` rebinds it in the midst of an expression.
    pub(super) walrus: bool,
    /// For a comprehension's variable: how many comprehensions of the unit are around it.
    pub(super) comprehension: Option<u16>,
}

/// A name in a scope.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) name: Sym,
    pub(super) uses: Uses,
    /// Where it is declared global or nonlocal.
    declared: Span,
    access: Access,
}

/// One block and its names.
#[derive(Debug)]
pub(super) struct Scope {
    /// The piece of the tree it is.
    pub(super) block: Block,
    pub(super) kind: ScopeKind,
    pub(super) parent: Option<ScopeId>,
    /// The scope whose code this one is part of: itself, unless inlined.
    pub(super) unit: ScopeId,
    /// The class whose private names are mangled here.
    pub(super) class: Option<Sym>,
    /// There is a `yield` in it.
    pub(super) generator: bool,
    /// It is an `async def`, or a comprehension with `await` or `async for` in it.
    pub(super) coroutine: bool,
    /// It is an `async def`.
    pub(super) asynchronous: bool,
    /// A module or class with an annotated assignment.
    pub(super) annotations: bool,
    /// A comprehension whose targets are being visited.
    pub(super) in_target: bool,
    /// How many inlined comprehensions of the unit are around it, itself included.
    pub(super) depth: u16,
    pub(super) names: Vec<Entry>,
    index: HashMap<Sym, u32>,
    /// Variables of a unit.
    pub(super) vars: Vec<Var>,
    /// The closure of a unit.
    pub(super) free: Vec<(Sym, VarId)>,
    /// A class: the variable of its `__class__` cell, if a method needs it.
    pub(super) class_cell: Option<VarId>,
    /// A class: the variable of the cell with its namespace, if an annotation scope needs it.
    pub(super) class_dict: Option<VarId>,
    /// An annotation scope: the class it is directly in.
    sees_class: Option<ScopeId>,
    /// An annotation scope: what it is part of, for messages.
    pub(super) within: Option<&'static str>,
}

impl Scope {
    /// What calling the scope's code makes, if it doesn't run at once.
    pub(super) fn makes(&self) -> Option<GeneratorKind> {
        match (self.generator, self.coroutine) {
            (true, true) => Some(GeneratorKind::AsyncGenerator),
            (true, false) => Some(GeneratorKind::Generator),
            (false, true) => Some(GeneratorKind::Coroutine),
            (false, false) => None,
        }
    }

    pub(super) fn entry(&self, name: Sym) -> Option<&Entry> {
        self.index.get(&name).map(|&i| &self.names[i as usize])
    }

    pub(super) fn uses(&self, name: Sym) -> Uses {
        self.entry(name).map_or(Uses::default(), |e| e.uses)
    }

    /// How this scope reaches `name`; a name it never mentions is global.
    pub(super) fn access(&self, name: Sym) -> Access {
        match (self.entry(name), self.kind) {
            (Some(entry), _) => entry.access,
            (None, ScopeKind::Class) => Access::Name,
            (None, _) => Access::Global,
        }
    }
}

/// All scopes of a source.
pub(super) struct Scopes {
    scopes: Vec<Scope>,
    blocks: HashMap<Block, ScopeId>,
    /// The module's names live in a mapping of their own.
    namespace: bool,
    /// The name that annotation scopes capture a class's namespace by.
    class_dict_name: Option<Sym>,
}

impl std::ops::Index<ScopeId> for Scopes {
    type Output = Scope;
    fn index(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }
}

impl std::ops::IndexMut<ScopeId> for Scopes {
    fn index_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.scopes[id.0 as usize]
    }
}

impl Scopes {
    /// The module's scope.
    pub(super) const MODULE: ScopeId = ScopeId(0);

    pub(super) fn new(namespace: bool) -> Self {
        Scopes { scopes: Vec::new(), blocks: HashMap::new(), namespace, class_dict_name: None }
    }

    /// The scope of a block of the tree.
    pub(super) fn of(&self, block: Block) -> ScopeId {
        // Every block was visited by `collect`; the module stands in so that this is total.
        self.blocks.get(&block).copied().unwrap_or(Self::MODULE)
    }

    /// How many scopes there are.
    pub(super) fn len(&self) -> usize {
        self.scopes.len()
    }

    /// Forgets all but the first `len` scopes: those of code that is never compiled.
    pub(super) fn truncate(&mut self, len: usize) {
        self.scopes.truncate(len);
    }

    pub(super) fn add(
        &mut self,
        block: Block,
        kind: ScopeKind,
        parent: Option<ScopeId>,
        class: Option<Sym>,
    ) -> ScopeId {
        let id = ScopeId(self.scopes.len() as u32);
        let (unit, depth) = match (kind, parent) {
            (ScopeKind::Inlined, Some(parent)) => (self[parent].unit, self[parent].depth + 1),
            _ => (id, 0),
        };
        let sees_class = match parent {
            Some(parent) if kind.is_annotation() && self[parent].kind == ScopeKind::Class => Some(parent),
            Some(parent) if kind.is_annotation() => self[parent].sees_class,
            _ => None,
        };
        self.scopes.push(Scope {
            block,
            kind,
            parent,
            unit,
            class,
            generator: false,
            coroutine: false,
            asynchronous: false,
            annotations: false,
            in_target: false,
            depth,
            names: Vec::new(),
            index: HashMap::new(),
            vars: Vec::new(),
            free: Vec::new(),
            class_cell: None,
            class_dict: None,
            sees_class,
            within: None,
        });
        self.blocks.insert(block, id);
        id
    }

    /// Notes a use of a name.
    pub(super) fn note(&mut self, scope: ScopeId, name: Sym, uses: Uses, span: Span) {
        let scope = &mut self[scope];
        let next = scope.names.len() as u32;
        let at = *scope.index.entry(name).or_insert(next);
        if at == next {
            scope.names.push(Entry { name, uses, declared: span, access: Access::Global });
            return;
        }
        let entry = &mut scope.names[at as usize];
        let declares = Uses::GLOBAL.or(Uses::NONLOCAL);
        if uses.has(declares) && !entry.uses.has(declares) {
            entry.declared = span;
        }
        entry.uses = entry.uses.or(uses);
    }

    /// Decides about every name of every scope.
    pub(super) fn resolve(&mut self, names: &mut Names, source: &Source) -> Result<()> {
        let class_name = names.intern("__class__");
        self.class_dict_name = Some(names.intern("__classdict__"));
        for id in (0..self.scopes.len() as u32).map(ScopeId) {
            for at in 0..self[id].names.len() {
                let Entry { name, uses, declared, .. } = self[id].names[at];
                let access = self.decide(id, name, uses, declared, class_name, names, source)?;
                self[id].names[at].access = access;
            }
        }
        // The order of a closure is that of the names, as in `co_freevars`.
        for scope in &mut self.scopes {
            scope.free.sort_by_key(|&(name, _)| names.text(name).to_owned());
        }
        Ok(())
    }

    #[allow(clippy::too_many_arguments)] // one private caller, all of them needed once
    fn decide(
        &mut self,
        id: ScopeId,
        name: Sym,
        uses: Uses,
        declared: Span,
        class_name: Sym,
        names: &names::Names,
        source: &Source,
    ) -> Result<Access> {
        if uses.has(Uses::GLOBAL) {
            if uses.has(Uses::NONLOCAL) {
                let text = names.text(name);
                return Err(source.error(declared, format!("name '{text}' is nonlocal and global")));
            }
            return Ok(Access::Global);
        }
        if uses.has(Uses::NONLOCAL) {
            if self[id].kind == ScopeKind::Module {
                return Err(source.error(declared, "nonlocal declaration not allowed at module level"));
            }
            if self.is_type_parameter(id, name) {
                let text = names.text(name);
                let message = format!("nonlocal binding not allowed for type parameter '{text}'");
                return Err(source.error(declared, message));
            }
            return match self.look_up(id, name, class_name) {
                Some(Access::Var(var)) => Ok(Access::Var(var)),
                _ => {
                    let text = names.text(name);
                    let message = format!("no binding for nonlocal '{text}' found");
                    Err(source.error(declared, message))
                }
            };
        }
        let module = if self.namespace { Access::Name } else { Access::Global };
        if uses.binds() {
            return Ok(match self[id].kind {
                ScopeKind::Module => module,
                ScopeKind::Class => Access::Name,
                _ => Access::Var(self.own(id, name)),
            });
        }
        if let Some(class) = self[self[id].unit].sees_class {
            return Ok(self.decide_beside_class(id, name, class, class_name));
        }
        Ok(match (self.look_up(id, name, class_name), self[id].kind) {
            (Some(Access::Var(var)), ScopeKind::Class) => Access::ClassVar(var),
            (Some(access), _) => access,
            (None, ScopeKind::Class) => Access::Name,
            (None, _) if self[self[id].unit].kind == ScopeKind::Module => module,
            (None, _) => Access::Global,
        })
    }

    /// How an annotation scope in a class body reaches a name that is not its own: in the namespace of the class
    /// first. Names that the class binds are not looked for in functions around it.
    fn decide_beside_class(&mut self, id: ScopeId, name: Sym, class: ScopeId, class_name: Sym) -> Access {
        let unit = self[id].unit;
        let uses = self[class].uses(name);
        if uses.has(Uses::GLOBAL) {
            return Access::Global;
        }
        let found = if uses.binds() { None } else { self.look_up(id, name, class_name) };
        match found {
            Some(Access::Var(var)) if self[unit].vars[var.0 as usize].kind == VarKind::Free => {
                Access::ScopeVar(self.class_dict(class, unit), var)
            }
            Some(access @ Access::Var(_)) => access,
            _ => Access::ScopeName(self.class_dict(class, unit)),
        }
    }

    /// The variable of a unit that holds the cell with the namespace of a class around it.
    fn class_dict(&mut self, class: ScopeId, unit: ScopeId) -> VarId {
        let Some(name) = self.class_dict_name else { return VarId(0) };
        if self[class].class_dict.is_none() {
            self[class].class_dict = Some(self.add_cell(class, name));
        }
        self.pass_down(class, unit, name)
    }

    /// Whether the innermost block around a scope that binds the name does so as a type parameter.
    fn is_type_parameter(&self, id: ScopeId, name: Sym) -> bool {
        let mut at = self[id].parent;
        while let Some(owner) = at {
            let scope = &self[owner];
            if scope.kind.is_function() && scope.uses(name).binds() {
                return scope.kind == ScopeKind::TypeParams;
            }
            at = scope.parent;
        }
        false
    }

    /// The variable that `name`, bound in scope `id`, is in the unit of `id`.
    fn own(&mut self, id: ScopeId, name: Sym) -> VarId {
        if let Some(entry) = self[id].entry(name)
            && let Access::Var(var) = entry.access
        {
            return var;
        }
        let uses = self[id].uses(name);
        let comprehension = (self[id].kind == ScopeKind::Inlined).then_some(self[id].depth);
        let unit = self[id].unit;
        let var = VarId(self[unit].vars.len() as u32);
        self[unit].vars.push(Var {
            name,
            kind: VarKind::Local,
            param: uses.has(Uses::PARAM),
            deleted: uses.has(Uses::DELETED),
            walrus: uses.has(Uses::WALRUS),
            comprehension,
        });
        let at = self[id].index.get(&name).copied();
        if let Some(at) = at {
            self[id].names[at as usize].access = Access::Var(var);
        }
        var
    }

    /// Looks for `name` in the functions around scope `id`: a variable of its unit, or `Global` if a
    /// function around declares it so; none if no function binds it.
    fn look_up(&mut self, id: ScopeId, name: Sym, class_name: Sym) -> Option<Access> {
        let unit = self[id].unit;
        let mut at = self[id].parent;
        while let Some(owner) = at {
            at = self[owner].parent;
            let uses = self[owner].uses(name);
            let found = match self[owner].kind {
                ScopeKind::Module => return None,
                // A comprehension of the body itself is no method.
                ScopeKind::Class if name == class_name && self[owner].unit == unit => return Some(Access::Global),
                ScopeKind::Class if name == class_name => Some(self.class_cell(owner, name)),
                kind if kind.is_function() && uses.has(Uses::GLOBAL) => {
                    return Some(Access::Global);
                }
                kind if kind.is_function() && uses.binds() => Some(self.own(owner, name)),
                _ => None,
            };
            let Some(var) = found else { continue };
            let home = self[owner].unit;
            if home == unit {
                return Some(Access::Var(var));
            }
            self[home].vars[var.0 as usize].kind = VarKind::Cell;
            return Some(Access::Var(self.pass_down(home, unit, name)));
        }
        None
    }

    fn class_cell(&mut self, class: ScopeId, name: Sym) -> VarId {
        if let Some(var) = self[class].class_cell {
            return var;
        }
        let var = self.add_cell(class, name);
        self[class].class_cell = Some(var);
        var
    }

    fn add_cell(&mut self, class: ScopeId, name: Sym) -> VarId {
        let var = VarId(self[class].vars.len() as u32);
        self[class].vars.push(Var {
            name,
            kind: VarKind::Cell,
            param: false,
            deleted: false,
            walrus: false,
            comprehension: None,
        });
        var
    }

    /// Makes `name`, a cell of the unit `home`, a free variable of every unit from there down to `unit`.
    fn pass_down(&mut self, home: ScopeId, unit: ScopeId, name: Sym) -> VarId {
        let mut result = None;
        let mut at = unit;
        while at != home {
            let known = self[at].free.iter().find(|(free, _)| *free == name);
            let var = match known {
                Some(&(_, var)) => var,
                None => {
                    let var = VarId(self[at].vars.len() as u32);
                    self[at].vars.push(Var {
                        name,
                        kind: VarKind::Free,
                        param: false,
                        deleted: true,
                        walrus: false,
                        comprehension: None,
                    });
                    self[at].free.push((name, var));
                    var
                }
            };
            result.get_or_insert(var);
            let Some(parent) = self[at].parent else { break };
            at = self[parent].unit;
        }
        result.unwrap_or(VarId(0))
    }

    /// The variable of the cell that a unit inside scope `id` captures as its free variable `name`.
    pub(super) fn captured(&self, id: ScopeId, name: Sym, class_name: Sym) -> Option<VarId> {
        let unit = self[id].unit;
        let mut at = Some(id);
        while let Some(owner) = at.filter(|&owner| self[owner].unit == unit) {
            let scope = &self[owner];
            if scope.kind == ScopeKind::Class && name == class_name {
                return scope.class_cell;
            }
            if scope.kind == ScopeKind::Class && Some(name) == self.class_dict_name {
                return scope.class_dict;
            }
            if scope.kind.is_function()
                && scope.uses(name).binds()
                && let Some(Entry { access: Access::Var(var), .. }) = scope.entry(name)
            {
                return Some(*var);
            }
            at = scope.parent;
        }
        let free = &self[unit].free;
        free.iter().find(|(n, _)| *n == name).map(|&(_, var)| var)
    }
}
