//! `for`, `while`, `break`, `continue`. A loop's test stands at its bottom.

use super::emit::Label;
use super::registers::Reg;
use super::unwind::Enclosing;
use super::{Compiler, Result};
use crate::code::op::Op;
use crate::syntax::ast::*;

impl Compiler<'_> {
    pub(super) fn for_loop(
        &mut self,
        target: ExprId,
        iter: ExprId,
        body: List<StmtId>,
        orelse: List<StmtId>,
        span: Span,
    ) -> Result<()> {
        let loop_span = self.ast[iter].span;
        let it = self.unit.alloc();
        self.iterator(iter, it)?;
        let (start, next, end) = (self.unit.label(), self.unit.label(), self.unit.label());
        let v = self.loop_variable(target);
        self.jump(Op::Jump { off: 0 }, next, loop_span);
        self.enclose(Enclosing::Loop { next, end }, span)?;
        self.enter_loop(start, target, v, next)?;
        self.body(body)?;
        self.unit.enclosing.pop();
        self.unit.place(next);
        self.jump(Op::ForIter { d: v, it, off: 0 }, start, loop_span);
        self.body(orelse)?;
        self.unit.place(end);
        Ok(())
    }

    /// The register that `ForIter` writes: the target's own, or a temporary.
    pub(super) fn loop_variable(&mut self, target: ExprId) -> Reg {
        match self.variable_register(target) {
            Some(register) => register,
            None => self.unit.alloc(),
        }
    }

    /// The start of a loop's body, to which `ForIter` jumps with a new value in `r[v]`. Comes directly
    /// behind the jump to `next`, where `ForIter` is.
    pub(super) fn enter_loop(&mut self, start: Label, target: ExprId, v: Reg, next: Label) -> Result<()> {
        self.unit.bound = self.unit.label_bound(next);
        self.unit.place_head(start);
        if self.variable_register(target).is_some() {
            self.unit.set_bound(v, true);
            return Ok(());
        }
        let top = self.unit.top;
        self.store(target, v)?;
        self.unit.top = top;
        Ok(())
    }

    pub(super) fn while_loop(
        &mut self,
        test: ExprId,
        body: List<StmtId>,
        orelse: List<StmtId>,
        span: Span,
    ) -> Result<()> {
        let (start, next, end) = (self.unit.label(), self.unit.label(), self.unit.label());
        let otherwise = self.unit.label();
        let constant = self.constant_truth(test);
        if constant == Some(false) {
            self.dead(|this| {
                this.enclose(Enclosing::Loop { next, end }, span)?;
                this.body(body)?;
                this.unit.enclosing.pop();
                Ok(())
            })?;
            return self.body(orelse);
        }
        if constant.is_none() {
            self.jump_if(test, false, otherwise)?;
        }
        self.enclose(Enclosing::Loop { next, end }, span)?;
        self.unit.place_head(start);
        self.body(body)?;
        self.unit.enclosing.pop();
        self.unit.place(next);
        if constant.is_none() {
            self.jump_if(test, true, start)?;
        } else {
            self.jump(Op::Jump { off: 0 }, start, span);
        }
        self.unit.place(otherwise);
        self.body(orelse)?;
        self.unit.place(end);
        Ok(())
    }

    pub(super) fn break_loop(&mut self, span: Span) -> Result<()> {
        let Some((depth, _, end)) = self.innermost_loop() else {
            self.check_leaves(0, span)?;
            return Err(self.source.error(span, "'break' outside loop"));
        };
        let left = self.leave(depth + 1, span)?;
        self.jump(Op::Jump { off: 0 }, end, span);
        self.rejoin(left);
        Ok(())
    }

    pub(super) fn continue_loop(&mut self, span: Span) -> Result<()> {
        let Some((depth, next, _)) = self.innermost_loop() else {
            self.check_leaves(0, span)?;
            return Err(self.source.error(span, "'continue' not properly in loop"));
        };
        let left = self.leave(depth + 1, span)?;
        self.jump(Op::Jump { off: 0 }, next, span);
        self.rejoin(left);
        Ok(())
    }

    /// Where a body that is a lone `break` or `continue` goes, if nothing is to be done on the way.
    pub(super) fn plain_exit(&self, body: List<StmtId>) -> Option<Label> {
        let [stmt] = self.ast[body] else {
            return None;
        };
        let (depth, next, end) = self.innermost_loop()?;
        let plain = |block: &Enclosing| matches!(block, Enclosing::Try);
        if !self.unit.enclosing[depth + 1..].iter().all(plain) {
            return None;
        }
        match self.ast[stmt].kind {
            StmtKind::Break => Some(end),
            StmtKind::Continue => Some(next),
            _ => None,
        }
    }

    fn innermost_loop(&self) -> Option<(usize, Label, Label)> {
        let enclosing = self.unit.enclosing.iter().enumerate().rev();
        enclosing
            .filter_map(|(depth, block)| match *block {
                Enclosing::Loop { next, end } => Some((depth, next, end)),
                _ => None,
            })
            .next()
    }
}
