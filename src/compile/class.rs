//! Classes: the body, which runs in a namespace, and the call of `__build_class__`.

use super::call::Arguments;
use super::registers::Reg;
use super::scope::{Block, TYPE_PARAMS};
use super::{Compiler, Result};
use crate::code::op::Op;
use crate::code::unit::{BlockKind, CodeUnit, Const, Place};
use crate::syntax::ast::*;

impl Compiler<'_> {
    pub(super) fn class_def(&mut self, id: ClassId, span: Span) -> Result<()> {
        let ast = self.ast;
        let class = ast[id];
        let name = self.mangle(class.name.name);
        let decorators = self.decorators(class.decorators)?;
        let line = self.first_line(class.decorators, span);
        let f = self.unit.alloc();
        if class.type_params.is_empty() {
            self.class_object(id, f, line, None, span)?;
        } else {
            self.generic_class(id, f, line, span)?;
        }
        self.unit.top = u16::from(f) + 1;
        self.decorate(f, &decorators, name, span);
        Ok(())
    }

    /// `r[f] =` the class; `r[f]` is the topmost temporary. A generic class has its type parameters in a register,
    /// and another for the base that they make.
    pub(super) fn class_object(
        &mut self,
        id: ClassId,
        f: Reg,
        line: u32,
        generic: Option<(Reg, Reg)>,
        span: Span,
    ) -> Result<()> {
        let ast = self.ast;
        let class = ast[id];
        let code = self.class_body(id, span, line)?;
        self.emit(Op::LoadBuildClass { d: f }, span);
        let function = self.unit.alloc();
        self.make_function(function, code, span);
        let text = self.unit.alloc();
        let title = Const::Str(ast.name(class.name.name).into());
        self.load_const(text, title, span);
        if let Some((a, d)) = generic {
            self.emit(Op::GenericBase { d, a }, span);
        }
        let last = generic.map(|(_, base)| base);
        let arguments = Arguments { args: &ast[class.bases], last, keywords: &ast[class.keywords] };
        self.class_call(f, arguments, span)
    }

    fn class_body(&mut self, id: ClassId, span: Span, line: u32) -> Result<CodeUnit> {
        let ast = self.ast;
        let class = ast[id];
        let scope = self.scopes.of(Block::Class(id));
        let name = self.names.plain(class.name.name);
        let at = Span::new(span.start, span.start);
        self.enter_unit(scope, name, BlockKind::Class, line);
        self.prologue();
        let t = self.unit.alloc();
        let module = self.names.intern("__name__");
        self.load_special(t, module, at);
        self.class_item("__module__", t, at);
        let qualname = Const::Str(self.unit.unit.qualname.clone());
        self.load_const(t, qualname, at);
        self.class_item("__qualname__", t, at);
        self.load_const(t, Const::Int(line.into()), at);
        self.class_item("__firstlineno__", t, at);
        if !class.type_params.is_empty() {
            let holder = self.names.intern(TYPE_PARAMS);
            self.load_name(t, holder, at);
            self.class_item("__type_params__", t, at);
        }
        self.unit.top -= 1;
        if let Some(Place::Cell(a)) = self.scopes[scope].class_dict.map(|var| self.unit.layout.place(var)) {
            self.emit(Op::StoreCell { a, v: 0 }, at);
        }
        if self.scopes[scope].annotations {
            self.emit(Op::SetupAnnotations, at);
        }
        let mut body = &ast[class.body];
        if let Some((doc, rest)) = self.docstring(body) {
            let at = ast[body[0]].span;
            let t = self.unit.alloc();
            self.load_const(t, doc.clone(), at);
            self.class_item("__doc__", t, at);
            self.unit.top -= 1;
            self.unit.unit.doc = Some(doc);
            body = rest;
        }
        self.statements(body)?;
        self.class_epilogue(at);
        self.leave_unit()
    }

    fn class_item(&mut self, name: &str, v: u8, span: Span) {
        let name = self.names.intern(name);
        self.store_special(name, v, span);
    }

    /// `__static_attributes__`, and the `__class__` cell if a method uses it.
    fn class_epilogue(&mut self, at: Span) {
        let t = self.unit.alloc();
        let attributes = std::mem::take(&mut self.unit.static_attributes);
        let mut attributes: Vec<&str> = attributes.iter().map(|&name| self.names.text(name)).collect();
        attributes.sort_unstable();
        let attributes = attributes.into_iter().map(|name| Const::Str(name.into()));
        let attributes = Const::Tuple(attributes.collect());
        self.load_const(t, attributes, at);
        self.class_item("__static_attributes__", t, at);
        let scope = &self.scopes[self.unit.scope];
        if let Some(Place::Cell(cell)) = scope.class_dict.map(|var| self.unit.layout.place(var)) {
            self.class_item("__classdictcell__", cell, at);
        }
        let scope = &self.scopes[self.unit.scope];
        match scope.class_cell.map(|var| self.unit.layout.place(var)) {
            Some(Place::Cell(cell)) => {
                self.class_item("__classcell__", cell, at);
                self.emit(Op::Return { a: cell }, at);
            }
            _ => {
                self.emit(Op::LoadNone { d: t }, at);
                self.emit(Op::Return { a: t }, at);
            }
        }
    }

    /// `__build_class__(function, name, *bases, **keywords)`, the first three being in registers.
    fn class_call(&mut self, f: u8, arguments: Arguments, span: Span) -> Result<()> {
        if self.is_direct(arguments, self.unit.top) {
            return self.call_behind(f, 2, arguments, f, span);
        }
        // The list and the dict go behind a copy of the callee.
        let callee = self.unit.alloc();
        self.emit(Op::Move { d: callee, a: f }, span);
        self.no_repeated_keyword(arguments.keywords)?;
        self.call_unpacked(callee, &[f + 1, f + 2], arguments, f, span)
    }
}
