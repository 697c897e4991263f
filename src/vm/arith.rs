//! Arithmetic: the rule for operators (data model 3.3.8), with exact built-in numbers first.

use super::{Res, Vm};
use crate::code::op::{BinaryOp, UnaryOp};
use crate::value::*;

impl Vm {
    /// `a op b`, or `a op= b` when `inplace`. The full rule: in-place method, then the left operand's method and
    /// the right's reflected one, a subclass's reflected method first. Raises `TypeError` when none applies.
    pub fn binary(&mut self, _op: BinaryOp, _inplace: bool, _a: Value, _b: Value) -> Res {
        Err(self.system_error("arithmetic is not built yet"))
    }

    /// `-x`, `+x`, `~x`.
    pub fn unary(&mut self, _op: UnaryOp, _a: Value) -> Res {
        Err(self.system_error("arithmetic is not built yet"))
    }

    /// `operator.index(v)`: an int ([`Value::Int`] or [`Value::BigInt`]), or `TypeError` "'x' object cannot be
    /// interpreted as an integer".
    pub fn index(&mut self, _v: Value) -> Res {
        Err(self.system_error("arithmetic is not built yet"))
    }
}
