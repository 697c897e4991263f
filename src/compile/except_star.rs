//! `except*`. <https://docs.python.org/3.13/reference/compound_stmts.html#except-star>

use super::emit::Label;
use super::registers::Reg;
use super::unwind::Enclosing;
use super::{Compiler, Result};
use crate::code::op::Op;
use crate::syntax::ast::*;

impl Compiler<'_> {
    /// The clauses of a `try` statement with `except*`, for the exception in `r[e]`: each takes its part of it, what
    /// they raise is gathered, and joined with what nobody took.
    pub(super) fn except_star_clauses(
        &mut self,
        clauses: &[ExceptHandler],
        e: Reg,
        saved: Reg,
        end: Label,
        span: Span,
    ) -> Result<()> {
        let rest = self.unit.alloc();
        self.unit.emit_silent(Op::Move { d: rest, a: e });
        let raised = self.unit.alloc();
        self.unit.emit_silent(Op::BuildList { d: raised, first: raised, n: 0 });
        for clause in clauses {
            self.holding(|this| this.except_star_clause(clause, rest, raised))?;
        }
        self.unit.emit_silent(Op::ListAppend { l: raised, v: rest });
        self.unit.emit_silent(Op::JoinGroups { d: raised, e, l: raised });
        let handled = self.unit.label();
        self.jump(Op::JumpIfNone { a: raised, off: 0 }, handled, span);
        self.unit.emit_silent(Op::Reraise { a: raised });
        self.unit.place(handled);
        let interrupted = self.unit.interrupt(self.unit.regions() - 1);
        let op = self.pop_handled_op(saved);
        self.unit.emit_silent(op);
        self.unit.jump_silent(end);
        self.unit.resume(interrupted);
        self.unit.top = u16::from(rest);
        Ok(())
    }

    fn except_star_clause(&mut self, clause: &ExceptHandler, rest: Reg, raised: Reg) -> Result<()> {
        let top = self.unit.top;
        let (failed, next) = (self.unit.label(), self.unit.label());
        let span = clause.span;
        let matched = self.unit.alloc();
        // The grammar wants a class.
        if let Some(kind) = clause.kind {
            let at = self.ast[kind].span;
            let t = self.operand(kind)?;
            self.emit(Op::SplitGroup { d: matched, rest, t }, at);
            self.jump(Op::JumpIfNone { a: matched, off: 0 }, next, at);
        }
        let name = clause.name.map(|name| self.mangle(name.name));
        if let Some(name) = name {
            self.store_name(name, matched, span);
        }
        self.unit.top = top;
        self.enclose(Enclosing::StarHandler, span)?;
        self.unit.protect(failed, matched);
        self.body(clause.body)?;
        self.unit.unprotect();
        self.unit.enclosing.pop();
        if let Some(name) = name {
            self.forget_name(name, span);
        }
        self.unit.jump_silent(next);

        self.unit.place(failed);
        let exception = self.unit.alloc();
        if let Some(name) = name {
            self.forget_name(name, span);
        }
        self.unit.emit_silent(Op::ListAppend { l: raised, v: exception });
        self.unit.top = top;
        self.unit.place(next);
        Ok(())
    }
}
