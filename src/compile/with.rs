//! `with`. <https://docs.python.org/3.13/reference/compound_stmts.html#the-with-statement>

use super::registers::Reg;
use super::unwind::Enclosing;
use super::{Compiler, Result};
use crate::code::op::Op;
use crate::code::unit::Awaited;
use crate::syntax::ast::*;

impl Compiler<'_> {
    pub(super) fn with_stmt(
        &mut self,
        items: &[WithItem],
        body: List<StmtId>,
        is_async: bool,
        span: Span,
    ) -> Result<()> {
        let Some((item, rest)) = items.split_first() else {
            return self.body(body);
        };
        let at = self.ast[item.context_expr].span;
        let first = self.unit.top;
        let exit = self.unit.alloc();
        let enter = self.unit.alloc();
        let a = self.operand(item.context_expr)?;
        self.emit(if is_async { Op::BeforeAsyncWith { d: exit, a } } else { Op::BeforeWith { d: exit, a } }, at);
        self.unit.top = u16::from(enter) + 1;
        self.emit(Op::Call { d: enter, f: enter, argc: 0 }, at);
        if is_async {
            self.await_value(enter, enter, Awaited::Enter, at);
        }
        let (handler, end) = (self.unit.label(), self.unit.label());
        let regions = self.unit.regions();
        self.enclose(Enclosing::With { exit, is_async, span: at, regions }, span)?;
        // What `__enter__` gave is done with once it is stored; the exception comes in its place.
        self.unit.protect(handler, enter);
        if let Some(target) = item.optional_vars {
            self.holding(|this| this.store(target, enter))?;
        }
        self.unit.top = u16::from(enter);
        self.holding(|this| this.with_stmt(rest, body, is_async, span))?;
        self.unit.unprotect();
        self.unit.enclosing.pop();
        self.call_exit(exit, is_async, at);
        self.jump(Op::Jump { off: 0 }, end, at);

        self.unit.place(handler);
        self.unit.top = u16::from(enter);
        let (e, saved, cleanup) = self.begin_handler();
        let f = self.unit.alloc();
        let parts = self.unit.alloc_run(3);
        self.emit(Op::Move { d: f, a: exit }, at);
        self.emit(Op::ExcParts { d: parts, e }, at);
        self.emit(Op::Call { d: f, f, argc: 3 }, at);
        self.unit.top = u16::from(f) + 1;
        if is_async {
            self.await_value(f, f, Awaited::Exit, at);
        }
        let swallowed = self.unit.label();
        self.jump(Op::JumpIfTrue { a: f, off: 0 }, swallowed, at);
        self.emit(Op::Reraise { a: e }, at);
        self.unit.place(swallowed);
        self.unit.top = u16::from(saved) + 1;
        let interrupted = self.unit.interrupt(self.unit.regions() - 1);
        self.pop_handled(saved, at);
        self.jump(Op::Jump { off: 0 }, end, at);
        self.unit.resume(interrupted);
        self.end_handler(saved, cleanup);
        self.unit.place(end);
        self.unit.top = first;
        Ok(())
    }

    /// Calls a bound `__exit__` as when no exception was raised, or awaits what a bound `__aexit__` gives.
    pub(super) fn call_exit(&mut self, exit: Reg, is_async: bool, span: Span) {
        let top = self.unit.top;
        let f = self.unit.alloc();
        self.emit(Op::Move { d: f, a: exit }, span);
        for _ in 0..3 {
            let d = self.unit.alloc();
            self.emit(Op::LoadNone { d }, span);
        }
        self.emit(Op::Call { d: f, f, argc: 3 }, span);
        if is_async {
            self.unit.top = u16::from(f) + 1;
            self.await_value(f, f, Awaited::Exit, span);
        }
        self.unit.top = top;
    }
}
