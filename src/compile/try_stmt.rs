//! `try`, `except`, `else`, `finally`.
//! <https://docs.python.org/3.13/reference/compound_stmts.html#the-try-statement>

use super::emit::Label;
use super::registers::Reg;
use super::unwind::Enclosing;
use super::{Compiler, Result};
use crate::code::op::Op;
use crate::syntax::ast::*;

/// A `try` statement's parts but for `finally`.
#[derive(Clone, Copy)]
pub(super) struct Guarded {
    pub(super) body: List<StmtId>,
    pub(super) handlers: List<ExceptHandler>,
    pub(super) orelse: List<StmtId>,
    /// The handlers are `except*` clauses.
    pub(super) star: bool,
}

impl Compiler<'_> {
    pub(super) fn try_stmt(&mut self, guarded: Guarded, finalbody: List<StmtId>, span: Span) -> Result<()> {
        if finalbody.is_empty() { self.try_except(guarded, span) } else { self.try_finally(guarded, finalbody, span) }
    }

    fn try_finally(&mut self, guarded: Guarded, body: List<StmtId>, span: Span) -> Result<()> {
        let (handler, end) = (self.unit.label(), self.unit.label());
        let base = self.unit.top as Reg;
        let regions = self.unit.regions();
        self.enclose(Enclosing::Finally { body, regions }, span)?;
        self.unit.protect(handler, base);
        if guarded.handlers.is_empty() {
            self.body(guarded.body)?;
        } else {
            self.try_except(guarded, span)?;
        }
        self.unit.unprotect();
        self.unit.enclosing.pop();
        self.body(body)?;
        self.unit.jump_silent(end);

        self.unit.place(handler);
        let (e, saved, cleanup) = self.begin_handler();
        let regions = self.unit.regions() - 1;
        self.enclose(Enclosing::Handler { saved, name: None, span, regions }, span)?;
        self.body(body)?;
        self.unit.enclosing.pop();
        self.unit.emit_silent(Op::Reraise { a: e });
        self.end_handler(saved, cleanup);
        self.unit.place(end);
        Ok(())
    }

    /// The start of code that handles the exception in the next temporary: it becomes the one handled, and
    /// the one before is the handled one again however the code ends. Gives the registers of both.
    pub(super) fn begin_handler(&mut self) -> (Reg, Reg, Label) {
        let e = self.unit.alloc();
        let saved = self.unit.alloc();
        let cleanup = self.unit.label();
        let generator = self.unit.unit.generator.is_some();
        let push = if generator { Op::PushHandledHere { d: saved, e } } else { Op::PushHandled { d: saved, e } };
        self.unit.emit_silent(push);
        let reg = self.unit.top as Reg;
        self.unit.protect(cleanup, reg);
        (e, saved, cleanup)
    }

    pub(super) fn pop_handled_op(&self, saved: Reg) -> Op {
        if self.unit.unit.generator.is_some() { Op::PopHandledHere { a: saved } } else { Op::PopHandled { a: saved } }
    }

    /// The exception handled before the handler that saved it is the handled one again.
    pub(super) fn pop_handled(&mut self, saved: Reg, span: Span) {
        let op = self.pop_handled_op(saved);
        self.emit(op, span);
    }

    /// The end of what `begin_handler` began: an exception in it goes on.
    pub(super) fn end_handler(&mut self, saved: Reg, cleanup: Label) {
        self.unit.unprotect();
        self.unit.place(cleanup);
        let raised = self.unit.alloc();
        let op = self.pop_handled_op(saved);
        self.unit.emit_silent(op);
        self.unit.emit_silent(Op::Reraise { a: raised });
        self.unit.top = u16::from(saved) - 1;
    }

    fn try_except(&mut self, guarded: Guarded, span: Span) -> Result<()> {
        let (handler, end) = (self.unit.label(), self.unit.label());
        let base = self.unit.top as Reg;
        self.enclose(Enclosing::Try, span)?;
        self.unit.protect(handler, base);
        self.body(guarded.body)?;
        self.unit.unprotect();
        self.unit.enclosing.pop();
        self.body(guarded.orelse)?;
        self.unit.jump_silent(end);

        self.unit.place(handler);
        let (e, saved, cleanup) = self.begin_handler();
        if guarded.star {
            self.except_star_clauses(&self.ast[guarded.handlers], e, saved, end, span)?;
        } else {
            self.except_clauses(&self.ast[guarded.handlers], e, saved, end)?;
        }
        self.end_handler(saved, cleanup);
        self.unit.place(end);
        Ok(())
    }

    fn except_clauses(&mut self, handlers: &[ExceptHandler], e: Reg, saved: Reg, end: Label) -> Result<()> {
        for (i, handler) in handlers.iter().enumerate() {
            if handler.kind.is_none() && i + 1 < handlers.len() {
                let message = "default 'except:' must be last";
                return Err(self.source.error(handler.span, message));
            }
            self.except_clause(handler, e, saved, end)?;
        }
        self.unit.emit_silent(Op::Reraise { a: e });
        Ok(())
    }

    fn except_clause(&mut self, clause: &ExceptHandler, e: Reg, saved: Reg, end: Label) -> Result<()> {
        let span = clause.span;
        let next = self.unit.label();
        if let Some(kind) = clause.kind {
            let top = self.unit.top;
            let t = self.holding(|this| this.operand(kind))?;
            self.jump(Op::JumpIfNotExc { e, t, off: 0 }, next, self.ast[kind].span);
            self.unit.top = top;
        }
        let name = clause.name.map(|name| self.mangle(name.name));
        let regions = self.unit.regions() - 1;
        let block = Enclosing::Handler { saved, name, span, regions };
        if let Some(name) = name {
            self.store_name(name, e, span);
            let forget = self.unit.label();
            let raised = self.unit.top as Reg;
            self.enclose(block, span)?;
            self.unit.protect(forget, raised);
            self.body(clause.body)?;
            self.unit.unprotect();
            self.unit.enclosing.pop();
            self.leave_handler(saved, Some(name), regions, end, span);
            self.unit.place(forget);
            let raised = self.unit.alloc();
            self.forget_name(name, span);
            self.unit.emit_silent(Op::Reraise { a: raised });
            self.unit.top = u16::from(raised);
        } else {
            self.enclose(block, span)?;
            self.body(clause.body)?;
            self.unit.enclosing.pop();
            self.leave_handler(saved, None, regions, end, span);
        }
        self.unit.place(next);
        Ok(())
    }

    /// The regular end of an `except` clause.
    fn leave_handler(&mut self, saved: Reg, name: Option<super::names::Sym>, regions: usize, end: Label, span: Span) {
        let interrupted = self.unit.interrupt(regions);
        self.pop_handled(saved, span);
        if let Some(name) = name {
            self.forget_name(name, span);
        }
        self.jump(Op::Jump { off: 0 }, end, span);
        self.unit.resume(interrupted);
    }
}
