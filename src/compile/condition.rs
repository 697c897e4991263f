//! Conditions: comparisons, as values and fused with a jump, and control flow by truth.

use super::emit::Label;
use super::registers::Reg;
use super::{Compiler, Result};
use crate::code::op::{CompareOp, Op};
use crate::code::unit::Const;
use crate::syntax::ast::*;

impl Compiler<'_> {
    /// Jumps if the truth of the expression is `want`; else goes on.
    pub(super) fn jump_if(&mut self, id: ExprId, want: bool, label: Label) -> Result<()> {
        let top = self.unit.top;
        self.deeper(|this| this.jump_if_inner(id, want, label))?;
        self.unit.top = top;
        Ok(())
    }

    fn jump_if_inner(&mut self, id: ExprId, want: bool, label: Label) -> Result<()> {
        let ast = self.ast;
        let Expr { kind, span, .. } = ast[id];
        if let Some(truth) = self.constant_truth(id) {
            if truth == want {
                self.jump(Op::Jump { off: 0 }, label, span);
            }
            return Ok(());
        }
        match kind {
            ExprKind::UnaryOp { op: UnaryOp::Not, operand } => self.jump_if(operand, !want, label),
            ExprKind::BoolOp { op, values } => self.jump_if_any(&ast[values], op == BoolOp::Or, want, label),
            ExprKind::IfExp { test, body, orelse } if self.constant_truth(test).is_none() => {
                let (otherwise, end) = (self.unit.label(), self.unit.label());
                self.jump_if(test, false, otherwise)?;
                self.jump_if(body, want, label)?;
                self.jump(Op::Jump { off: 0 }, end, span);
                self.unit.place(otherwise);
                self.jump_if(orelse, want, label)?;
                self.unit.place(end);
                Ok(())
            }
            ExprKind::Compare { left, rest } => match ast[rest] {
                [Comparison { op, right }] => {
                    self.warn_comparison(left, op, right, span);
                    let a = self.operand_before(left, &[right])?;
                    self.compare_jump(a, op, right, want, label, span)
                }
                _ => self.chain_jump(left, &ast[rest], want, label, span),
            },
            _ => {
                let a = self.operand(id)?;
                self.truth_jump(a, want, label, span);
                Ok(())
            }
        }
    }

    fn truth_jump(&mut self, a: Reg, want: bool, label: Label, span: Span) {
        let op = if want { Op::JumpIfTrue { a, off: 0 } } else { Op::JumpIfFalse { a, off: 0 } };
        self.jump(op, label, span);
    }

    /// `or` (`decides`) or `and`: an operand whose truth is `decides` settles it.
    fn jump_if_any(&mut self, values: &[ExprId], decides: bool, want: bool, label: Label) -> Result<()> {
        let Some((&last, first)) = values.split_last() else {
            return Ok(());
        };
        if decides == want {
            for &value in values {
                self.jump_if(value, want, label)?;
            }
            return Ok(());
        }
        let settled = self.unit.label();
        for &value in first {
            self.jump_if(value, decides, settled)?;
        }
        self.jump_if(last, want, label)?;
        self.unit.place(settled);
        Ok(())
    }

    /// `a < b < c` as a condition.
    fn chain_jump(&mut self, left: ExprId, rest: &[Comparison], want: bool, label: Label, span: Span) -> Result<()> {
        let fails = if want { self.unit.label() } else { label };
        let mut a = self.push(left)?;
        let mut before = left;
        for (i, &Comparison { op, right }) in rest.iter().enumerate() {
            self.warn_comparison(before, op, right, span);
            before = right;
            if i + 1 == rest.len() {
                self.compare_jump(a, op, right, want, label, span)?;
            } else {
                let b = self.push(right)?;
                self.registers_jump(a, op, b, false, fails, span);
                a = self.next_in_chain(a, b, i, span);
            }
        }
        if want {
            self.unit.place(fails);
        }
        Ok(())
    }

    /// Compares `r[a]` with an expression and jumps if the truth of the result is `want`.
    fn compare_jump(&mut self, a: Reg, op: CmpOp, right: ExprId, want: bool, label: Label, span: Span) -> Result<()> {
        if matches!(op, CmpOp::Is | CmpOp::IsNot) && self.constant(right) == Some(Const::None) {
            let jump =
                if want == (op == CmpOp::Is) { Op::JumpIfNone { a, off: 0 } } else { Op::JumpIfNotNone { a, off: 0 } };
            self.jump(jump, label, span);
            return Ok(());
        }
        if let Some(i) = self.small_int(right).and_then(|i| i8::try_from(i).ok())
            && let Some(jump) = immediate_jump(op, a, i, want)
        {
            self.jump(jump, label, span);
            return Ok(());
        }
        let b = self.right_operand(op, right)?;
        self.registers_jump(a, op, b, want, label, span);
        Ok(())
    }

    fn registers_jump(&mut self, a: Reg, op: CmpOp, b: Reg, want: bool, label: Label, span: Span) {
        let off = 0;
        let jump = match op {
            CmpOp::Lt => Op::JumpIfLt { a, b, want, off },
            CmpOp::LtE => Op::JumpIfLe { a, b, want, off },
            CmpOp::Gt => Op::JumpIfGt { a, b, want, off },
            CmpOp::GtE => Op::JumpIfGe { a, b, want, off },
            CmpOp::Eq => Op::JumpIfEq { a, b, want, off },
            CmpOp::NotEq => Op::JumpIfNe { a, b, want, off },
            CmpOp::Is | CmpOp::IsNot => {
                let want = want == (op == CmpOp::Is);
                Op::JumpIfIs { a, b, want, off }
            }
            CmpOp::In | CmpOp::NotIn => {
                let top = self.unit.top;
                let d = self.unit.alloc();
                let negate = op == CmpOp::NotIn;
                self.emit(Op::Contains { d, a, b, negate }, span);
                self.truth_jump(d, want, label, span);
                self.unit.top = top;
                return;
            }
        };
        self.jump(jump, label, span);
    }

    /// The right side of a comparison; what stands behind `in` may be turned into a constant.
    fn right_operand(&mut self, op: CmpOp, right: ExprId) -> Result<Reg> {
        if matches!(op, CmpOp::In | CmpOp::NotIn)
            && let Some(value) = self.constant_collection(right)
        {
            let d = self.unit.alloc();
            self.load_const(d, value, self.ast[right].span);
            return Ok(d);
        }
        self.operand(right)
    }

    /// A list or set display of constants as the constant that serves as well, where it is only iterated
    /// over or searched.
    pub(super) fn constant_collection(&self, id: ExprId) -> Option<Const> {
        match self.ast[id].kind {
            ExprKind::List { elts } => self.all_constant(elts).map(Const::Tuple),
            ExprKind::Set { elts } => self.all_constant(elts).map(Const::FrozenSet),
            _ => None,
        }
    }

    fn all_constant(&self, elts: List<ExprId>) -> Option<Box<[Const]>> {
        self.ast[elts].iter().map(|&e| self.constant(e)).collect()
    }

    /// The register in which a chain goes on after comparing `r[a]` and `r[b]`: that of `b`, or in long chains
    /// that of `a`, so that they don't climb.
    fn next_in_chain(&mut self, a: Reg, b: Reg, i: usize, span: Span) -> Reg {
        let next = if i == 0 { b } else { a };
        self.move_to(next, b, span);
        self.unit.top = u16::from(next) + 1;
        next
    }

    /// A comparison as a value.
    pub(super) fn compare(&mut self, left: ExprId, rest: List<Comparison>, d: Reg, span: Span) -> Result<()> {
        let rest = &self.ast[rest];
        if let [Comparison { op, right }] = *rest {
            self.warn_comparison(left, op, right, span);
            return self.comparison(left, op, right, d, span);
        }
        let t = if self.unit.is_temp(d) { d } else { self.unit.alloc() };
        let end = self.unit.label();
        let mut a = self.push(left)?;
        let mut before = left;
        for (i, &Comparison { op, right }) in rest.iter().enumerate() {
            self.warn_comparison(before, op, right, span);
            before = right;
            if i + 1 == rest.len() {
                let b = self.right_operand(op, right)?;
                self.registers_compare(t, a, op, b, span);
            } else {
                let b = self.push(right)?;
                self.registers_compare(t, a, op, b, span);
                self.jump(Op::JumpIfFalse { a: t, off: 0 }, end, span);
                a = self.next_in_chain(a, b, i, span);
            }
        }
        self.unit.place(end);
        self.move_to(d, t, span);
        Ok(())
    }

    /// `r[d] = left op right`
    pub(super) fn comparison(&mut self, left: ExprId, op: CmpOp, right: ExprId, d: Reg, span: Span) -> Result<()> {
        self.unit.reuse(d);
        let a = self.operand_before(left, &[right])?;
        let b = self.right_operand(op, right)?;
        self.registers_compare(d, a, op, b, span);
        Ok(())
    }

    fn registers_compare(&mut self, d: Reg, a: Reg, op: CmpOp, b: Reg, span: Span) {
        let compare = |op| Op::Compare { op, d, a, b };
        let negate = matches!(op, CmpOp::IsNot | CmpOp::NotIn);
        let op = match op {
            CmpOp::Lt => compare(CompareOp::Lt),
            CmpOp::LtE => compare(CompareOp::Le),
            CmpOp::Gt => compare(CompareOp::Gt),
            CmpOp::GtE => compare(CompareOp::Ge),
            CmpOp::Eq => compare(CompareOp::Eq),
            CmpOp::NotEq => compare(CompareOp::Ne),
            CmpOp::Is | CmpOp::IsNot => Op::Is { d, a, b, negate },
            CmpOp::In | CmpOp::NotIn => Op::Contains { d, a, b, negate },
        };
        self.emit(op, span);
    }
}

fn immediate_jump(op: CmpOp, a: Reg, i: i8, want: bool) -> Option<Op> {
    let off = 0;
    Some(match op {
        CmpOp::Lt => Op::JumpIfLtI { a, want, i, off },
        CmpOp::LtE => Op::JumpIfLeI { a, want, i, off },
        CmpOp::Gt => Op::JumpIfGtI { a, want, i, off },
        CmpOp::GtE => Op::JumpIfGeI { a, want, i, off },
        CmpOp::Eq => Op::JumpIfEqI { a, want, i, off },
        CmpOp::NotEq => Op::JumpIfNeI { a, want, i, off },
        CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn => return None,
    })
}
