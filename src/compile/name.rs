//! Names: loading, storing and deleting them, each by the way its scope reaches it.

use super::Compiler;
use super::names::Sym;
use super::registers::Reg;
use super::scope::{Access, VarId};
use crate::code::op::Op;
use crate::code::unit::Place;
use crate::syntax::ast::{ExprId, ExprKind, NameId, Span};

impl Compiler<'_> {
    /// The name an identifier stands for here.
    pub(super) fn mangle(&mut self, name: NameId) -> Sym {
        let class = self.scopes[self.unit.scope].class;
        self.names.mangled(class, name)
    }

    pub(super) fn access(&self, name: Sym) -> Access {
        self.scopes[self.unit.scope].access(name)
    }

    /// The index of a name in the unit.
    pub(super) fn name_index(&mut self, name: Sym) -> u32 {
        self.unit.name(name, &self.names)
    }

    /// A new inline cache site.
    pub(super) fn site(&mut self, name: Sym) -> u32 {
        self.unit.site(name, &self.names)
    }

    /// The variable's register that an expression, a name, can be read from directly.
    pub(super) fn variable_register(&mut self, id: ExprId) -> Option<Reg> {
        let ExprKind::Name(name) = self.ast[id].kind else {
            return None;
        };
        if self.folded.contains_key(&id) {
            return None;
        }
        let name = self.mangle(name);
        match self.access(name) {
            Access::Var(var) => match self.unit.layout.place(var) {
                Place::Register(register) => Some(register),
                Place::Cell(_) | Place::Free(_) | Place::Spill(..) => None,
            },
            _ => None,
        }
    }

    /// Whether a name's variable is rebound by some `:=` of the unit.
    pub(super) fn is_walrus_target(&mut self, id: ExprId) -> bool {
        let ExprKind::Name(name) = self.ast[id].kind else {
            return false;
        };
        let name = self.mangle(name);
        let scope = &self.scopes[self.unit.scope];
        match scope.access(name) {
            Access::Var(VarId(var)) => self.scopes[scope.unit].vars[var as usize].walrus,
            _ => false,
        }
    }

    /// Raises here unless the variable's register is bound.
    pub(super) fn check_bound(&mut self, register: Reg, name: Sym, span: Span) {
        if !self.unit.is_bound(register) {
            let name = self.name_index(name);
            self.emit(Op::CheckBound { a: register, name }, span);
            if !self.unit.is_temp(register) {
                self.unit.set_bound(register, true);
            }
        }
    }

    /// `r[d] = name`
    pub(super) fn load_name(&mut self, d: Reg, name: Sym, span: Span) {
        match self.access(name) {
            Access::Var(var) => match self.unit.layout.place(var) {
                Place::Register(a) => {
                    self.check_bound(a, name, span);
                    self.move_to(d, a, span);
                }
                Place::Cell(a) | Place::Free(a) => {
                    let name = self.name_index(name);
                    self.emit(Op::LoadCell { d, a, name }, span);
                }
                Place::Spill(a, i) => {
                    // The place may be unbound, and a variable's register must not become so.
                    let t = if self.unit.is_temp(d) { d } else { self.unit.alloc() };
                    let name = self.name_index(name);
                    self.emit(Op::LoadSpill { d: t, a, i }, span);
                    self.emit(Op::CheckBound { a: t, name }, span);
                    self.move_to(d, t, span);
                }
            },
            Access::ClassVar(var) => {
                let name = self.name_index(name);
                if let Place::Free(a) | Place::Cell(a) = self.unit.layout.place(var) {
                    self.emit(Op::LoadClassCell { d, a, name }, span);
                }
            }
            Access::ScopeVar(dict, var) => {
                let name = self.name_index(name);
                if let (Place::Free(ns), Place::Free(a)) = (self.unit.layout.place(dict), self.unit.layout.place(var)) {
                    self.emit(Op::LoadScopeCell { d, ns, a, name }, span);
                }
            }
            Access::ScopeName(dict) => {
                let ic = self.site(name);
                if let Place::Free(ns) = self.unit.layout.place(dict) {
                    self.emit(Op::LoadScopeName { d, ns, ic }, span);
                }
            }
            Access::Global => {
                let ic = self.site(name);
                self.emit(Op::LoadGlobal { d, ic }, span);
            }
            Access::Name => {
                let ic = self.site(name);
                self.emit(Op::LoadName { d, ic }, span);
            }
        }
    }

    /// `name = r[v]`
    pub(super) fn store_name(&mut self, name: Sym, v: Reg, span: Span) {
        match self.access(name) {
            Access::Var(var) | Access::ClassVar(var) => match self.unit.layout.place(var) {
                Place::Register(d) => {
                    self.move_to(d, v, span);
                    self.unit.set_bound(d, true);
                }
                Place::Cell(a) | Place::Free(a) => self.emit(Op::StoreCell { a, v }, span),
                Place::Spill(a, i) => self.emit(Op::StoreSpill { a, v, i }, span),
            },
            // Annotation scopes bind nothing but their type parameters, which are variables.
            Access::ScopeVar(..) | Access::ScopeName(_) => {}
            Access::Global => {
                let name = self.name_index(name);
                self.emit(Op::StoreGlobal { v, name }, span);
            }
            Access::Name => {
                let name = self.name_index(name);
                self.emit(Op::StoreName { v, name }, span);
            }
        }
    }

    /// `del name`
    pub(super) fn delete_name(&mut self, name: Sym, span: Span) {
        match self.access(name) {
            Access::Var(var) | Access::ClassVar(var) => match self.unit.layout.place(var) {
                Place::Register(a) => {
                    self.check_bound(a, name, span);
                    self.emit(Op::Unbind { a }, span);
                    self.unit.set_bound(a, false);
                }
                Place::Cell(a) | Place::Free(a) => {
                    let name = self.name_index(name);
                    self.emit(Op::DelCell { a, name }, span);
                }
                Place::Spill(a, i) => {
                    let top = self.unit.top;
                    let t = self.unit.alloc();
                    let name = self.name_index(name);
                    self.emit(Op::LoadSpill { d: t, a, i }, span);
                    self.emit(Op::CheckBound { a: t, name }, span);
                    self.emit(Op::Unbind { a: t }, span);
                    self.emit(Op::StoreSpill { a, v: t, i }, span);
                    self.unit.top = top;
                }
            },
            Access::ScopeVar(..) | Access::ScopeName(_) => {}
            Access::Global => {
                let name = self.name_index(name);
                self.emit(Op::DelGlobal { name }, span);
            }
            Access::Name => {
                let name = self.name_index(name);
                self.emit(Op::DelName { name }, span);
            }
        }
    }

    /// `name = None; del name`: what the end of an `except … as name` does.
    pub(super) fn forget_name(&mut self, name: Sym, span: Span) {
        if let Access::Var(var) = self.access(name)
            && let Place::Register(a) = self.unit.layout.place(var)
        {
            self.emit(Op::Unbind { a }, span);
            self.unit.set_bound(a, false);
            return;
        }
        let top = self.unit.top;
        let t = self.unit.alloc();
        self.emit(Op::LoadNone { d: t }, span);
        self.store_name(name, t, span);
        self.delete_name(name, span);
        self.unit.top = top;
    }

    pub(super) fn move_to(&mut self, d: Reg, a: Reg, span: Span) {
        if d != a {
            self.emit(Op::Move { d, a }, span);
        }
    }

    /// Appends an op at a place of the source.
    pub(super) fn emit(&mut self, op: Op, span: Span) {
        self.unit.emit(op, span, &self.source);
    }
}
