//! Expressions, compiled towards a destination.
//!
//! The contract of a destination: if it is a variable's register, only the last op of the expression
//! writes it, so that the variable keeps its value until the whole expression succeeded, and the
//! expression may still read it. A temporary may be written early.

use super::registers::{CROWDED, RESULT, Reg};
use super::{Compiler, Result};
use crate::code::op::Op;
use crate::code::unit::Const;
use crate::syntax::ast::*;

impl Compiler<'_> {
    /// `r[d] = expr`
    pub(super) fn expr(&mut self, id: ExprId, d: Reg) -> Result<()> {
        if self.unit.top > CROWDED && self.unit.top - self.unit.base > 8 && !self.is_simple(id) {
            return self.expr_afresh(id, d);
        }
        let top = self.unit.top;
        self.deeper(|this| this.expr_inner(id, d))?;
        self.unit.top = top;
        Ok(())
    }

    /// Whether an expression needs no temporaries to speak of and runs no code of the program's.
    pub(super) fn is_simple(&self, id: ExprId) -> bool {
        matches!(self.ast[id].kind, ExprKind::Name(_) | ExprKind::Constant(_)) || self.folded.contains_key(&id)
    }

    /// With the window nearly full: saves the temporaries of the statement, compiles the expression as if
    /// there were none, and puts them back.
    fn expr_afresh(&mut self, id: ExprId, d: Reg) -> Result<()> {
        let span = self.ast[id].span;
        let (top, base) = (self.unit.top, self.unit.base);
        let first = base as Reg;
        let n = (top - base) as u8;
        self.unit.emit_silent(Op::SaveRegisters { d: first, first, n });
        self.unit.top = base + 1;
        self.unit.unit.registers = self.unit.unit.registers.max(u16::from(RESULT) + 1);
        self.expr(id, RESULT)?;
        self.unit.top = top;
        let restore = Op::RestoreRegisters { a: first, first, n };
        self.unit.emit_holding(restore, RESULT);
        self.move_to(d, RESULT, span);
        Ok(())
    }

    /// The value in a new temporary on top of the stack.
    pub(super) fn push(&mut self, id: ExprId) -> Result<Reg> {
        let d = self.unit.alloc();
        self.expr(id, d)?;
        Ok(d)
    }

    /// A register that has the value: the variable's own, if the expression is one, else a new temporary.
    pub(super) fn operand(&mut self, id: ExprId) -> Result<Reg> {
        if let ExprKind::NamedExpr { target, value } = self.ast[id].kind
            && let Some(register) = self.variable_register(target)
        {
            self.named_expr(target, value, register)?;
            return Ok(register);
        }
        let Some(register) = self.variable_register(id) else {
            return self.push(id);
        };
        let ExprKind::Name(name) = self.ast[id].kind else {
            return self.push(id);
        };
        let name = self.mangle(name);
        self.check_bound(register, name, self.ast[id].span);
        Ok(register)
    }

    /// As `operand`, for a value that is used only after `later` is evaluated, which may contain a `:=`
    /// that rebinds the variable.
    pub(super) fn operand_before(&mut self, id: ExprId, later: &[ExprId]) -> Result<Reg> {
        if later.iter().all(|&later| self.is_simple(later)) {
            return self.operand(id);
        }
        let rebound = match self.ast[id].kind {
            ExprKind::NamedExpr { .. } => true,
            _ => self.is_walrus_target(id),
        };
        if rebound { self.push(id) } else { self.operand(id) }
    }

    /// Evaluates for the effect.
    pub(super) fn effect(&mut self, id: ExprId) -> Result<()> {
        if self.is_constant(id) {
            return Ok(());
        }
        let top = self.unit.top;
        self.operand(id)?;
        self.unit.top = top;
        Ok(())
    }

    /// `d` if it is a temporary, else a new one: a place to build a value in several steps.
    pub(super) fn workplace(&mut self, d: Reg) -> Reg {
        if self.unit.is_temp(d) && d != RESULT { d } else { self.unit.alloc() }
    }

    fn expr_inner(&mut self, id: ExprId, d: Reg) -> Result<()> {
        let ast = self.ast;
        let Expr { kind, span, .. } = ast[id];
        if let Some(value) = self.folded.get(&id) {
            let value = value.clone();
            self.load_const(d, value, span);
            return Ok(());
        }
        match kind {
            ExprKind::Constant(constant) => {
                let value = super::constant::literal(&ast[constant]);
                self.load_const(d, value, span);
                Ok(())
            }
            ExprKind::Name(name) => {
                let name = self.mangle(name);
                self.load_name(d, name, span);
                Ok(())
            }
            ExprKind::BinOp { .. } => self.binary_chain(id, d),
            ExprKind::UnaryOp { op, operand } => self.unary(op, operand, d, span),
            ExprKind::BoolOp { op, values } => self.bool_op(op, values, d, span),
            ExprKind::Compare { left, rest } => self.compare(left, rest, d, span),
            ExprKind::IfExp { test, body, orelse } => self.if_exp(test, body, orelse, d),
            ExprKind::NamedExpr { target, value } => self.named_expr(target, value, d),
            ExprKind::Attribute { .. } | ExprKind::Subscript { .. } | ExprKind::Call { .. } => {
                self.trailer_chain(id, d)
            }
            ExprKind::Tuple { elts } => self.tuple(elts, d, span),
            ExprKind::List { elts } => self.list(elts, d, span),
            ExprKind::Set { elts } => self.set(elts, d, span),
            ExprKind::Dict { keys, values } => self.dict(keys, values, d, span),
            ExprKind::ListComp { .. } | ExprKind::SetComp { .. } | ExprKind::DictComp { .. } => {
                self.comprehension(id, d)
            }
            ExprKind::GeneratorExp { .. } => self.generator_expression(id, d),
            ExprKind::Lambda { parameters, body } => self.lambda(id, parameters, body, d),
            ExprKind::JoinedStr { values } => self.joined_str(values, d, span),
            ExprKind::FormattedValue { .. } => self.formatted_value(id, d),
            ExprKind::Slice { lower, upper, step } => self.slice(lower, upper, step, d, span),
            ExprKind::Yield { value } => self.yield_expr(value, d, span),
            ExprKind::YieldFrom { value } => self.yield_from(value, d, span),
            ExprKind::Starred { .. } => Err(self.source.error(span, "can't use starred expression here")),
            ExprKind::Await { value } => self.await_expr(value, d, span),
        }
    }

    fn if_exp(&mut self, test: ExprId, body: ExprId, orelse: ExprId, d: Reg) -> Result<()> {
        if let Some(truth) = self.constant_truth(test) {
            let (taken, dead) = if truth { (body, orelse) } else { (orelse, body) };
            self.dead(|this| this.expr(dead, d))?;
            return self.expr(taken, d);
        }
        // The jump over the other branch counts only registers of the stack as live.
        let t = if d == RESULT { self.unit.alloc() } else { d };
        let (otherwise, end) = (self.unit.label(), self.unit.label());
        self.jump_if(test, false, otherwise)?;
        self.expr(body, t)?;
        self.jump(Op::Jump { off: 0 }, end, self.ast[body].span);
        self.unit.place(otherwise);
        self.expr(orelse, t)?;
        self.unit.place(end);
        self.move_to(d, t, self.ast[orelse].span);
        Ok(())
    }

    fn named_expr(&mut self, target: ExprId, value: ExprId, d: Reg) -> Result<()> {
        let span = self.ast[target].span;
        let ExprKind::Name(name) = self.ast[target].kind else {
            return Ok(());
        };
        let name = self.mangle(name);
        if let Some(register) = self.variable_register(target) {
            self.expr(value, register)?;
            self.unit.set_bound(register, true);
            self.move_to(d, register, span);
            return Ok(());
        }
        let t = self.workplace(d);
        self.expr(value, t)?;
        self.store_name(name, t, span);
        self.move_to(d, t, span);
        Ok(())
    }

    fn slice(
        &mut self,
        lower: Option<ExprId>,
        upper: Option<ExprId>,
        step: Option<ExprId>,
        d: Reg,
        span: Span,
    ) -> Result<()> {
        self.unit.reuse(d);
        let first = self.unit.top as Reg;
        for part in [lower, upper, step] {
            let register = self.unit.alloc();
            match part {
                Some(part) => self.expr(part, register)?,
                None => self.load_const(register, Const::None, span),
            }
        }
        self.emit(Op::BuildSlice { d, first }, span);
        Ok(())
    }

    fn yield_expr(&mut self, value: Option<ExprId>, d: Reg, span: Span) -> Result<()> {
        self.inside_function("yield", span)?;
        let v = match value {
            Some(value) => self.operand(value)?,
            None => {
                let v = self.unit.alloc();
                self.emit(Op::LoadNone { d: v }, span);
                v
            }
        };
        self.emit(Op::Yield { d, v }, span);
        Ok(())
    }

    fn yield_from(&mut self, value: ExprId, d: Reg, span: Span) -> Result<()> {
        self.inside_function("yield from", span)?;
        if self.in_async_function() {
            return Err(self.source.error(span, "'yield from' inside async function"));
        }
        let it = self.unit.alloc();
        let a = self.operand(value)?;
        self.emit(Op::GetYieldFromIter { d: it, a }, span);
        self.unit.top = u16::from(it) + 1;
        let v = self.unit.alloc();
        self.emit(Op::LoadNone { d: v }, span);
        self.emit(Op::YieldFrom { d, it, v }, span);
        Ok(())
    }

    pub(super) fn inside_function(&self, what: &str, span: Span) -> Result<()> {
        use super::scope::ScopeKind;
        let unit = self.scopes[self.unit.scope].unit;
        match self.scopes[unit].kind {
            ScopeKind::Module | ScopeKind::Class => Err(self.source.error(span, format!("'{what}' outside function"))),
            _ => Ok(()),
        }
    }

    /// Compiles code that can't be reached: for its errors only.
    pub(super) fn dead(&mut self, inside: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        let bound = self.unit.bound.take();
        let top = self.unit.top;
        inside(self)?;
        self.unit.top = top;
        self.unit.bound = bound;
        Ok(())
    }

    /// Appends a jump.
    pub(super) fn jump(&mut self, op: Op, label: super::emit::Label, span: Span) {
        self.unit.jump(op, label, span, &self.source);
    }
}
