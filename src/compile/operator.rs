//! Operators: unary, binary with immediate operands, `and`/`or` as values.

use super::registers::Reg;
use super::{Compiler, Result};
use crate::code::op::{BinaryOp, Op, UnaryOp as CodeUnary};
use crate::syntax::ast::*;

impl Compiler<'_> {
    pub(super) fn unary(&mut self, op: UnaryOp, operand: ExprId, d: Reg, span: Span) -> Result<()> {
        self.unit.reuse(d);
        let op = match op {
            UnaryOp::Not => {
                // `not a in b` is `a not in b`.
                if let ExprKind::Compare { left, rest } = self.ast[operand].kind
                    && let [Comparison { op, right }] = self.ast[rest]
                    && let Some(op) = negated(op)
                {
                    self.warn_comparison(left, op, right, self.ast[operand].span);
                    return self.comparison(left, op, right, d, self.ast[operand].span);
                }
                let a = self.operand(operand)?;
                self.emit(Op::Not { d, a }, span);
                return Ok(());
            }
            UnaryOp::USub => CodeUnary::Neg,
            UnaryOp::UAdd => CodeUnary::Pos,
            UnaryOp::Invert => CodeUnary::Invert,
        };
        let a = self.operand(operand)?;
        self.emit(Op::Unary { op, d, a }, span);
        Ok(())
    }

    /// `a + b + c + …`: the left operands in a loop, since there may be thousands.
    pub(super) fn binary_chain(&mut self, id: ExprId, d: Reg) -> Result<()> {
        let ast = self.ast;
        let mut chain = Vec::new();
        let mut at = id;
        while let ExprKind::BinOp { left, op, right } = ast[at].kind
            && !self.folded.contains_key(&at)
        {
            chain.push((op, right, ast[at].span));
            at = left;
        }
        self.unit.reuse(d);
        let top = self.unit.top;
        let Some(&(_, first, _)) = chain.last() else {
            return Ok(());
        };
        let mut a = self.operand_before(at, &[first])?;
        while let Some((op, right, span)) = chain.pop() {
            // The destination of a step: the last one's is that of the whole.
            let last = chain.is_empty();
            let t = if last { d } else { top as Reg };
            let direct = self.small_int(right);
            let direct = direct.and_then(|i| immediate(op, t, a, i, false));
            let op = match direct {
                Some(op) => op,
                None => binary(op, t, a, self.operand(right)?, false),
            };
            self.unit.top = top;
            if !last {
                self.unit.alloc();
            }
            self.emit(op, span);
            a = t;
        }
        Ok(())
    }

    /// `and`, `or` as a value: the first operand that decides.
    pub(super) fn bool_op(&mut self, op: BoolOp, values: List<ExprId>, d: Reg, span: Span) -> Result<()> {
        let values = &self.ast[values];
        let t = if self.unit.is_temp(d) { d } else { self.unit.alloc() };
        let end = self.unit.label();
        for (i, &value) in values.iter().enumerate() {
            self.expr(value, t)?;
            if i + 1 < values.len() {
                let jump = match op {
                    BoolOp::And => Op::JumpIfFalse { a: t, off: 0 },
                    BoolOp::Or => Op::JumpIfTrue { a: t, off: 0 },
                };
                self.jump(jump, end, span);
            }
        }
        self.unit.place(end);
        self.move_to(d, t, span);
        Ok(())
    }

    /// `r[d] = r[a] op expr`, in place.
    pub(super) fn augmented(&mut self, op: Operator, d: Reg, a: Reg, value: ExprId, span: Span) -> Result<()> {
        if let Some(i) = self.small_int(value)
            && let Some(op) = immediate(op, d, a, i, true)
        {
            self.emit(op, span);
            return Ok(());
        }
        let b = self.operand(value)?;
        self.emit(binary(op, d, a, b, true), span);
        Ok(())
    }
}

/// The opposite of an operator whose result is always a bool.
pub(super) fn negated(op: CmpOp) -> Option<CmpOp> {
    match op {
        CmpOp::Is => Some(CmpOp::IsNot),
        CmpOp::IsNot => Some(CmpOp::Is),
        CmpOp::In => Some(CmpOp::NotIn),
        CmpOp::NotIn => Some(CmpOp::In),
        CmpOp::Eq | CmpOp::NotEq | CmpOp::Lt | CmpOp::LtE | CmpOp::Gt | CmpOp::GtE => None,
    }
}

#[rustfmt::skip]
fn binary(op: Operator, d: Reg, a: Reg, b: Reg, inplace: bool) -> Op {
    match op {
        Operator::Add => Op::Add { d, a, b, inplace },
        Operator::Sub => Op::Sub { d, a, b, inplace },
        Operator::Mult => Op::Mul { d, a, b, inplace },
        Operator::Div => Op::TrueDiv { d, a, b, inplace },
        Operator::FloorDiv => Op::FloorDiv { d, a, b, inplace },
        Operator::Mod => Op::Mod { d, a, b, inplace },
        Operator::BitAnd => Op::And { d, a, b, inplace },
        Operator::BitOr => Op::Or { d, a, b, inplace },
        Operator::BitXor => Op::Xor { d, a, b, inplace },
        Operator::LShift => Op::LShift { d, a, b, inplace },
        Operator::RShift => Op::RShift { d, a, b, inplace },
        Operator::Pow => Op::Binary { op: BinaryOp::Pow, d, a, b, inplace },
        Operator::MatMult => Op::Binary { op: BinaryOp::MatMul, d, a, b, inplace },
    }
}

#[rustfmt::skip]
fn immediate(op: Operator, d: Reg, a: Reg, i: i32, inplace: bool) -> Option<Op> {
    Some(match op {
        Operator::Add => Op::AddI { d, a, inplace, i },
        Operator::Sub => Op::SubI { d, a, inplace, i },
        Operator::Mult => Op::MulI { d, a, inplace, i },
        Operator::FloorDiv => Op::FloorDivI { d, a, inplace, i },
        Operator::Mod => Op::ModI { d, a, inplace, i },
        Operator::BitAnd => Op::AndI { d, a, inplace, i },
        Operator::RShift => Op::RShiftI { d, a, inplace, i },
        Operator::LShift => Op::LShiftI { d, a, inplace, i },
        Operator::Div | Operator::BitOr | Operator::BitXor | Operator::Pow | Operator::MatMult => return None,
    })
}
