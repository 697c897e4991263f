//! Constants: from literals, their truth, and how they get into a register.

use super::Compiler;
use super::registers::Reg;
use crate::code::op::Op;
use crate::code::unit::Const;
use crate::syntax::ast::{Constant, ExprId, ExprKind, Span, StrLit};
use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive, Zero};

/// The constant that a literal is.
pub(super) fn literal(constant: &Constant) -> Const {
    match constant {
        Constant::None => Const::None,
        Constant::True => Const::Bool(true),
        Constant::False => Const::Bool(false),
        Constant::Ellipsis => Const::Ellipsis,
        Constant::Int(value) => Const::Int(*value),
        Constant::BigInt(value) => int(value.clone()),
        Constant::Float(value) => Const::Float(*value),
        Constant::Imag(value) => Const::Complex(0.0, *value),
        Constant::Str(StrLit::Utf8(text)) => Const::Str(text.clone()),
        Constant::Str(StrLit::Wide(text)) => Const::WideStr(text.clone()),
        Constant::Bytes(bytes) => Const::Bytes(bytes.clone()),
    }
}

/// An int, small if it can be.
pub(super) fn int(value: BigInt) -> Const {
    match value.to_i64() {
        Some(value) => Const::Int(value),
        None => Const::BigInt(value),
    }
}

/// Whether a constant is true.
pub(super) fn truth(value: &Const) -> Option<bool> {
    Some(match value {
        Const::None => false,
        Const::Ellipsis => true,
        Const::Bool(value) => *value,
        Const::Int(value) => *value != 0,
        Const::BigInt(value) => !value.is_zero(),
        Const::Float(value) => *value != 0.0,
        Const::Complex(re, im) => *re != 0.0 || *im != 0.0,
        Const::Str(text) => !text.is_empty(),
        Const::WideStr(text) => !text.is_empty(),
        Const::Bytes(bytes) => !bytes.is_empty(),
        Const::Tuple(items) | Const::FrozenSet(items) => !items.is_empty(),
        Const::Code(_) => return None,
    })
}

/// Whether two constants are equal as `==` says: numbers by value, whatever their types.
pub(super) fn equal(a: &Const, b: &Const) -> bool {
    match (number(a), number(b)) {
        (Some(a), Some(b)) => a == b,
        (None, None) => a == b,
        _ => false,
    }
}

/// A number as real and imaginary part, an exact int among the real ones.
fn number(value: &Const) -> Option<(Real, f64)> {
    Some(match value {
        Const::Bool(value) => (Real::Int(BigInt::from(u8::from(*value))), 0.0),
        Const::Int(value) => (Real::Int(BigInt::from(*value)), 0.0),
        Const::BigInt(value) => (Real::Int(value.clone()), 0.0),
        Const::Float(value) => (real(*value), 0.0),
        Const::Complex(re, im) => (real(*re), *im),
        _ => return None,
    })
}

#[derive(PartialEq)]
enum Real {
    Int(BigInt),
    Other(f64),
}

fn real(value: f64) -> Real {
    let whole = (value.fract() == 0.0).then(|| BigInt::from_f64(value)).flatten();
    whole.map_or(Real::Other(value), Real::Int)
}

impl Compiler<'_> {
    /// The value of an expression, if it is known.
    pub(super) fn constant(&self, id: ExprId) -> Option<Const> {
        match self.ast[id].kind {
            ExprKind::Constant(constant) => Some(literal(&self.ast[constant])),
            _ => self.folded.get(&id).cloned(),
        }
    }

    /// Whether the value of an expression is known.
    pub(super) fn is_constant(&self, id: ExprId) -> bool {
        matches!(self.ast[id].kind, ExprKind::Constant(_)) || self.folded.contains_key(&id)
    }

    /// Whether an expression is a constant, and a true or false one.
    pub(super) fn constant_truth(&self, id: ExprId) -> Option<bool> {
        match self.ast[id].kind {
            ExprKind::Constant(constant) => truth(&literal(&self.ast[constant])),
            _ => truth(self.folded.get(&id)?),
        }
    }

    /// The value of an expression if it is a known int that fits an immediate operand.
    pub(super) fn small_int(&self, id: ExprId) -> Option<i32> {
        let value = match self.ast[id].kind {
            ExprKind::Constant(constant) => match self.ast[constant] {
                Constant::Int(value) => value,
                _ => return None,
            },
            _ => match self.folded.get(&id)? {
                Const::Int(value) => *value,
                _ => return None,
            },
        };
        i32::try_from(value).ok()
    }

    /// Puts a constant into a register.
    pub(super) fn load_const(&mut self, d: Reg, value: Const, span: Span) {
        let op = match value {
            Const::None => Op::LoadNone { d },
            Const::Int(i) if i32::try_from(i).is_ok() => Op::LoadInt { d, i: i as i32 },
            value => {
                let k = self.unit.pool.constant(value);
                Op::LoadConst { d, k }
            }
        };
        self.emit(op, span);
    }
}
