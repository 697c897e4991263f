//! Constant folding: operators and tuples whose value is known before the program runs.
//!
//! Nothing is folded that could raise, run for long, or yield something large, with CPython's limits.

use super::constant;
use crate::code::unit::Const;
use crate::syntax::ast::{Ast, ExprId, ExprKind, Operator, UnaryOp};
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};
use std::collections::HashMap;

/// The most bits of an int made by `*`, `<<` or `**`.
const MAX_INT_BITS: u64 = 128;
/// The longest text or bytes made by `*`.
const MAX_TEXT: usize = 4096;
/// The longest tuple made by `*`.
const MAX_TUPLE: usize = 256;
/// The longest text or bytes made by `+`: a chain of `+` is a chain of ever longer constants.
const MAX_SUM: usize = 1 << 16;

/// The values of all foldable expressions that aren't literals themselves. Children come before their
/// parents in the tree's order, so that this is a loop.
pub(super) fn fold(ast: &Ast, optimize: u8) -> HashMap<ExprId, Const> {
    let mut known = HashMap::new();
    for id in ast.expr_ids() {
        let get = |id: ExprId| -> Option<Const> {
            let literal = ast.constant(id).map(constant::literal);
            literal.or_else(|| known.get(&id).cloned())
        };
        let value = match ast[id].kind {
            ExprKind::Name(name) if ast.name(name) == "__debug__" => Some(Const::Bool(optimize == 0)),
            ExprKind::UnaryOp { op, operand } => get(operand).and_then(|v| unary(op, &v)),
            ExprKind::BinOp { left, op, right } => match (get(left), get(right)) {
                (Some(left), Some(right)) => binary(op, &left, &right),
                _ => None,
            },
            ExprKind::Tuple { elts } => {
                let items: Option<Box<[Const]>> = ast[elts].iter().map(|&e| get(e)).collect();
                items.map(Const::Tuple)
            }
            _ => None,
        };
        if let Some(value) = value {
            known.insert(id, value);
        }
    }
    known
}

fn unary(op: UnaryOp, value: &Const) -> Option<Const> {
    Some(match (op, value) {
        (UnaryOp::Not, value) => Const::Bool(!constant::truth(value)?),
        (UnaryOp::USub, Const::Float(v)) => Const::Float(-v),
        (UnaryOp::UAdd, Const::Float(v)) => Const::Float(*v),
        (UnaryOp::USub, Const::Complex(re, im)) => Const::Complex(-re, -im),
        (UnaryOp::UAdd, Const::Complex(re, im)) => Const::Complex(*re, *im),
        (UnaryOp::USub, value) => constant::int(-integer(value)?),
        (UnaryOp::UAdd, value) => constant::int(integer(value)?),
        (UnaryOp::Invert, value) => constant::int(-integer(value)? - 1),
    })
}

/// The value of an int or bool.
fn integer(value: &Const) -> Option<BigInt> {
    match value {
        Const::Bool(value) => Some(BigInt::from(u8::from(*value))),
        Const::Int(value) => Some(BigInt::from(*value)),
        Const::BigInt(value) => Some(value.clone()),
        _ => None,
    }
}

fn binary(op: Operator, left: &Const, right: &Const) -> Option<Const> {
    match (left, right) {
        (Const::Bool(a), Const::Bool(b)) => match op {
            Operator::BitAnd => Some(Const::Bool(a & b)),
            Operator::BitOr => Some(Const::Bool(a | b)),
            Operator::BitXor => Some(Const::Bool(a ^ b)),
            _ => integers(op, &integer(left)?, &integer(right)?),
        },
        _ => match (integer(left), integer(right)) {
            (Some(a), Some(b)) => integers(op, &a, &b),
            (Some(count), None) if op == Operator::Mult && real(right).is_none() => repeat(right, &count),
            (None, Some(count)) if op == Operator::Mult && real(left).is_none() => repeat(left, &count),
            _ if op == Operator::Add => sum(left, right).or_else(|| arithmetic(op, left, right)),
            _ => arithmetic(op, left, right),
        },
    }
}

fn integers(op: Operator, a: &BigInt, b: &BigInt) -> Option<Const> {
    let bits = a.bits().saturating_add(b.bits());
    let floor = |a: &BigInt, b: &BigInt| num_integer::Integer::div_mod_floor(a, b);
    Some(constant::int(match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult if bits <= MAX_INT_BITS => a * b,
        Operator::FloorDiv if !b.is_zero() => floor(a, b).0,
        Operator::Mod if !b.is_zero() => floor(a, b).1,
        Operator::BitAnd => a & b,
        Operator::BitOr => a | b,
        Operator::BitXor => a ^ b,
        Operator::LShift => {
            let by = b.to_u64()?;
            if a.bits().saturating_add(by) > MAX_INT_BITS {
                return None;
            }
            a << by
        }
        Operator::RShift => a >> b.to_u64().filter(|&by| by < 1 << 20)?,
        Operator::Pow => {
            let exponent = b.to_u32()?;
            if a.bits().saturating_mul(exponent.into()) > MAX_INT_BITS {
                return None;
            }
            a.pow(exponent)
        }
        Operator::Div if !b.is_zero() => {
            // Both exact as floats, so that one division rounds as Python's does.
            let exact = |v: &BigInt| v.to_i64().filter(|v| v.abs() <= 1 << 53);
            return Some(Const::Float(exact(a)? as f64 / exact(b)? as f64));
        }
        _ => return None,
    }))
}

fn repeat(value: &Const, count: &BigInt) -> Option<Const> {
    let count = if count.is_negative() { 0 } else { count.to_usize()? };
    let fits = |len: usize, most: usize| len.checked_mul(count).is_some_and(|n| n <= most);
    match value {
        Const::Str(s) if fits(s.chars().count(), MAX_TEXT) => Some(Const::Str(s.repeat(count).into())),
        Const::Bytes(b) if fits(b.len(), MAX_TEXT) => Some(Const::Bytes(b.repeat(count).into())),
        Const::Tuple(items) if fits(items.len(), MAX_TUPLE) => {
            Some(Const::Tuple(std::iter::repeat_n(items, count).flatten().cloned().collect()))
        }
        _ => None,
    }
}

fn sum(left: &Const, right: &Const) -> Option<Const> {
    match (left, right) {
        (Const::Str(a), Const::Str(b)) if a.len() + b.len() <= MAX_SUM => Some(Const::Str(format!("{a}{b}").into())),
        (Const::Bytes(a), Const::Bytes(b)) if a.len() + b.len() <= MAX_SUM => {
            Some(Const::Bytes([&a[..], b].concat().into()))
        }
        (Const::Tuple(a), Const::Tuple(b)) if a.len() + b.len() <= MAX_TUPLE => {
            Some(Const::Tuple([&a[..], b].concat().into()))
        }
        _ => None,
    }
}

/// The value of a number as a float, if that is exact.
fn real(value: &Const) -> Option<f64> {
    match value {
        Const::Bool(value) => Some(f64::from(u8::from(*value))),
        Const::Int(value) if value.abs() <= 1 << 53 => Some(*value as f64),
        Const::Float(value) => Some(*value),
        Const::Complex(..) => Some(0.0),
        _ => None,
    }
}

fn arithmetic(op: Operator, left: &Const, right: &Const) -> Option<Const> {
    let parts = |value: &Const| match value {
        Const::Complex(re, im) => Some((*re, *im)),
        value => real(value).map(|re| (re, 0.0)),
    };
    if let (Const::Complex(..), _) | (_, Const::Complex(..)) = (left, right) {
        let (a, b) = (parts(left)?, parts(right)?);
        return match op {
            Operator::Add => Some(Const::Complex(a.0 + b.0, a.1 + b.1)),
            Operator::Sub => Some(Const::Complex(a.0 - b.0, a.1 - b.1)),
            _ => None,
        };
    }
    let (a, b) = (real(left)?, real(right)?);
    match op {
        Operator::Add => Some(Const::Float(a + b)),
        Operator::Sub => Some(Const::Float(a - b)),
        Operator::Mult => Some(Const::Float(a * b)),
        Operator::Div if b != 0.0 => Some(Const::Float(a / b)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold2(op: Operator, a: Const, b: Const) -> Option<Const> {
        binary(op, &a, &b)
    }

    #[test]
    fn integers_as_python_has_them() {
        let int = Const::Int;
        assert_eq!(fold2(Operator::FloorDiv, int(-7), int(2)), Some(int(-4)));
        assert_eq!(fold2(Operator::Mod, int(-7), int(2)), Some(int(1)));
        assert_eq!(fold2(Operator::Mod, int(7), int(0)), None);
        assert_eq!(fold2(Operator::Div, int(1), int(4)), Some(Const::Float(0.25)));
        assert_eq!(fold2(Operator::Pow, int(2), int(-1)), None);
        assert_eq!(fold2(Operator::LShift, int(1), int(1 << 40)), None);
        let big = fold2(Operator::Pow, int(2), int(64));
        assert_eq!(big, Some(Const::BigInt(BigInt::from(1u8) << 64)));
        assert_eq!(fold2(Operator::BitAnd, Const::Bool(true), Const::Bool(true)), Some(Const::Bool(true)));
    }

    #[test]
    fn large_results_are_left_to_the_program() {
        let text = Const::Str("ab".into());
        assert_eq!(fold2(Operator::Mult, text.clone(), Const::Int(2)), Some(Const::Str("abab".into())));
        assert_eq!(fold2(Operator::Mult, text, Const::Int(1 << 40)), None);
        let zero = Const::Tuple(Box::new([Const::Int(0)]));
        assert_eq!(fold2(Operator::Mult, zero, Const::Int(257)), None);
    }

    #[test]
    fn signs_of_zero() {
        let minus = unary(UnaryOp::USub, &Const::Float(0.0));
        assert!(matches!(minus, Some(Const::Float(z)) if z.is_sign_negative()));
        assert_eq!(fold2(Operator::Sub, Const::Int(1), Const::Complex(0.0, 2.0)), Some(Const::Complex(1.0, -2.0)));
    }
}
