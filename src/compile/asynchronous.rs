//! `await`, `async for` and `async with`.
//! <https://docs.python.org/3.13/reference/compound_stmts.html#coroutines>

use super::emit::Label;
use super::registers::Reg;
use super::scope::ScopeKind;
use super::unwind::Enclosing;
use super::{Compiler, Result};
use crate::code::op::Op;
use crate::code::unit::Awaited;
use crate::syntax::ast::*;

impl Compiler<'_> {
    /// `r[d] = await value`
    pub(super) fn await_expr(&mut self, value: ExprId, d: Reg, span: Span) -> Result<()> {
        self.inside_function("await", span)?;
        let unit = self.scopes[self.unit.scope].unit;
        if !self.in_async_function() && self.scopes[unit].kind != ScopeKind::Generator {
            return Err(self.source.error(span, "'await' outside async function"));
        }
        let a = self.operand(value)?;
        self.await_value(d, a, Awaited::Expression, span);
        Ok(())
    }

    /// `r[d] = await r[a]`
    pub(super) fn await_value(&mut self, d: Reg, a: Reg, from: Awaited, span: Span) {
        let top = self.unit.top;
        let it = self.unit.alloc();
        self.emit(Op::GetAwaitable { d: it, a, from }, span);
        self.delegate(d, it, span);
        self.unit.top = top;
    }

    /// Delegates to the iterator `r[it]`; what it returns goes to `r[d]`.
    pub(super) fn delegate(&mut self, d: Reg, it: Reg, span: Span) {
        let v = self.unit.alloc();
        self.emit(Op::LoadNone { d: v }, span);
        self.emit(Op::YieldFrom { d, it, v }, span);
    }

    /// The unit is the code of an `async def`.
    pub(super) fn in_async_function(&self) -> bool {
        let unit = self.scopes[self.unit.scope].unit;
        self.scopes[unit].asynchronous
    }

    fn only_in_async_function(&self, what: &str, span: Span) -> Result<()> {
        if self.in_async_function() {
            return Ok(());
        }
        Err(self.source.error(span, format!("'{what}' outside async function")))
    }

    pub(super) fn async_with(&mut self, items: &[WithItem], body: List<StmtId>, span: Span) -> Result<()> {
        self.only_in_async_function("async with", span)?;
        self.with_stmt(items, body, true, span)
    }

    pub(super) fn async_for(
        &mut self,
        target: ExprId,
        iter: ExprId,
        body: List<StmtId>,
        orelse: List<StmtId>,
        span: Span,
    ) -> Result<()> {
        self.only_in_async_function("async for", span)?;
        let it = self.unit.alloc();
        self.async_iterator(iter, it)?;
        let end = self.unit.label();
        let at = self.ast[iter].span;
        self.async_loop(target, it, at, |this, next| {
            this.enclose(Enclosing::Loop { next, end }, span)?;
            this.body(body)?;
            this.unit.enclosing.pop();
            Ok(())
        })?;
        self.body(orelse)?;
        self.unit.place(end);
        Ok(())
    }

    /// `r[it] = aiter(expr)`
    pub(super) fn async_iterator(&mut self, iter: ExprId, it: Reg) -> Result<()> {
        let top = self.unit.top;
        let a = self.operand(iter)?;
        self.emit(Op::GetAsyncIter { d: it, a }, self.ast[iter].span);
        self.unit.top = top;
        Ok(())
    }

    /// Runs `inside` for each value of the asynchronous iterator `r[it]`; it gets the label of the loop's next
    /// round. Behind the loop, control is where the iterator ended.
    pub(super) fn async_loop(
        &mut self,
        target: ExprId,
        it: Reg,
        span: Span,
        inside: impl FnOnce(&mut Self, Label) -> Result<()>,
    ) -> Result<()> {
        let (next, ended) = (self.unit.label(), self.unit.label());
        let v = self.loop_variable(target);
        let top = self.unit.top;
        self.unit.place_head(next);
        self.unit.protect(ended, top as Reg);
        let step = self.unit.alloc();
        self.emit(Op::GetAsyncNext { d: step, it }, span);
        self.delegate(v, step, span);
        self.unit.unprotect();
        self.unit.top = top;
        if self.variable_register(target).is_some() {
            self.unit.set_bound(v, true);
        } else {
            self.store(target, v)?;
            self.unit.top = top;
        }
        inside(self, next)?;
        self.unit.top = top;
        self.jump(Op::Jump { off: 0 }, next, span);
        self.unit.place(ended);
        let e = self.unit.alloc();
        self.emit(Op::EndAsyncFor { e }, span);
        self.unit.top = top;
        Ok(())
    }
}
