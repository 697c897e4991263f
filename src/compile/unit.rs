//! Code units: beginning and ending one, its prologue, and names that are looked up in a namespace
//! whatever the program says about them.

use super::emit::Builder;
use super::names::{Names, Sym};
use super::registers::{self, Reg};
use super::scope::{ScopeId, ScopeKind, Scopes};
use super::source::Source;
use super::{CompileError, CompileOptions, Compiler, Result};
use crate::code::op::Op;
use crate::code::unit::{BlockKind, CodeUnit, Place};
use crate::syntax::ast::Span;

/// A unit without code.
fn empty(filename: &str, kind: BlockKind, namespace: bool) -> CodeUnit {
    CodeUnit {
        name: "<module>".into(),
        qualname: "<module>".into(),
        filename: filename.into(),
        first_line: 1,
        kind,
        namespace,
        generator: None,
        class_cell: None,
        positional: 0,
        positional_only: 0,
        keyword_only: 0,
        varargs: false,
        varkw: false,
        params: Vec::new(),
        locals_end: 0,
        registers: 0,
        locals: Vec::new(),
        free: Vec::new(),
        ops: Vec::new(),
        live: Vec::new(),
        positions: Vec::new(),
        lookups: Vec::new(),
        consts: Vec::new(),
        names: Vec::new(),
        sites: Vec::new(),
        handlers: Vec::new(),
        doc: None,
    }
}

/// The unit of the whole source.
pub(super) fn module(names: &Names, source: &Source, scopes: &Scopes, options: &CompileOptions) -> Builder {
    let unit = empty(source.filename, BlockKind::Module, options.namespace);
    let scope = &scopes[Scopes::MODULE];
    let layout = registers::lay_out(scope, names, u16::from(options.namespace));
    Builder::new(unit, Scopes::MODULE, layout)
}

impl Compiler<'_> {
    /// Begins a unit inside the present one.
    pub(super) fn enter_unit(&mut self, scope: ScopeId, name: Sym, kind: BlockKind, line: u32) {
        let class = kind == BlockKind::Class;
        let mut unit = empty(self.source.filename, kind, class);
        unit.name = self.names.text(name).into();
        unit.qualname = self.qualname(name, kind).into();
        unit.first_line = line;
        unit.generator = self.scopes[scope].makes();
        let free = &self.scopes[scope].free;
        unit.free = free.iter().map(|&(name, _)| self.names.text(name).into()).collect();
        let layout = registers::lay_out(&self.scopes[scope], &self.names, u16::from(class));
        if !class {
            let class_name = self.names.intern("__class__");
            let cell = self.scopes[scope].free.iter().find(|(name, _)| *name == class_name);
            unit.class_cell = cell.and_then(|&(_, var)| match layout.place(var) {
                Place::Free(register) => Some(register),
                _ => None,
            });
        }
        let mut builder = Builder::new(unit, scope, layout);
        if class {
            builder.set_bound(0, true);
        }
        self.outer.push(std::mem::replace(&mut self.unit, builder));
    }

    /// <https://docs.python.org/3.13/glossary.html#term-qualified-name>
    fn qualname(&self, name: Sym, kind: BlockKind) -> String {
        let text = self.names.text(name);
        // Type parameters are no part of the name of what has them.
        let generic = self.scopes[self.unit.scope].kind == ScopeKind::TypeParams;
        let owner = if generic { self.outer.last().unwrap_or(&self.unit) } else { &self.unit };
        let around = &owner.unit;
        // A function or class declared global is named as one.
        let declared = kind != BlockKind::Module
            && self.scopes[owner.scope].entry(name).is_some_and(|entry| entry.uses.has(super::scope::Uses::GLOBAL));
        match around.kind {
            _ if declared => text.to_owned(),
            BlockKind::Module => text.to_owned(),
            BlockKind::Class => format!("{}.{text}", around.qualname),
            BlockKind::Function => format!("{}.<locals>.{text}", around.qualname),
        }
    }

    /// What a unit does before its first statement: the closure, the cells, the spill list.
    pub(super) fn prologue(&mut self) {
        if let Some((first, n)) = self.unit.layout.free {
            self.unit.emit_silent(Op::CopyFree { first, n });
        }
        for a in self.unit.layout.cells.clone() {
            self.unit.emit_silent(Op::MakeCell { a });
        }
        let Some((list, n)) = self.unit.layout.spill else {
            return;
        };
        let params = std::mem::take(&mut self.unit.layout.spilled_params);
        if params.is_empty() {
            self.unit.emit_silent(Op::MakeSpill { d: list, n });
            return;
        }
        // The parameters take the place of the list and of temporaries until they are in the list.
        let made = self.unit.layout.params_end.min(u16::from(u8::MAX)) as Reg;
        let top = self.unit.top;
        self.unit.top = u16::from(made) + 1;
        self.unit.emit_silent(Op::MakeSpill { d: made, n });
        for (v, i) in params {
            self.unit.emit_silent(Op::StoreSpill { a: made, v, i });
        }
        self.unit.emit_silent(Op::Move { d: list, a: made });
        self.unit.top = top;
    }

    /// Ends the present unit and goes back to the one around it.
    pub(super) fn leave_unit(&mut self) -> Result<CodeUnit> {
        if self.unit.overflow {
            return Err(self.too_complex());
        }
        let Some(around) = self.outer.pop() else {
            return self.finish_unit();
        };
        Ok(std::mem::replace(&mut self.unit, around).finish())
    }

    /// Ends the outermost unit.
    pub(super) fn finish_unit(&mut self) -> Result<CodeUnit> {
        if self.unit.overflow {
            return Err(self.too_complex());
        }
        let spare = registers::lay_out(&self.scopes[Scopes::MODULE], &self.names, 0);
        let spare = Builder::new(empty("", BlockKind::Module, false), Scopes::MODULE, spare);
        Ok(std::mem::replace(&mut self.unit, spare).finish())
    }

    /// The error for code that needs more registers than a window has.
    pub(super) fn too_complex(&self) -> CompileError {
        let unit = &self.unit.unit;
        let line = unit.first_line;
        let span = Span::new(self.source.line_start(line), self.source.line_start(line));
        let message = format!("'{}' needs too many registers", unit.name);
        self.source.error(span, message)
    }

    /// `r[d] =` a name of the module's or class body's namespace, or a global, whatever the scope says.
    pub(super) fn load_special(&mut self, d: Reg, name: Sym, span: Span) {
        let ic = self.site(name);
        let op = if self.unit.unit.namespace { Op::LoadName { d, ic } } else { Op::LoadGlobal { d, ic } };
        self.emit(op, span);
    }

    /// Stores into the namespace of the module or class body.
    pub(super) fn store_special(&mut self, name: Sym, v: Reg, span: Span) {
        let name = self.name_index(name);
        let op = if self.unit.unit.namespace { Op::StoreName { v, name } } else { Op::StoreGlobal { v, name } };
        self.emit(op, span);
    }

    /// The register of the cell that an inner unit captures as `name`.
    pub(super) fn captured_cell(&mut self, name: Sym) -> Reg {
        let class_name = self.names.intern("__class__");
        let var = self.scopes.captured(self.unit.scope, name, class_name);
        match var.map(|var| self.unit.layout.place(var)) {
            Some(Place::Cell(register) | Place::Free(register)) => register,
            _ => 0,
        }
    }
}
