//! Arithmetic on exact ints: 64 bits inline, beyond that `num-bigint`, always normalised.

use crate::code::op::{BinaryOp, UnaryOp};
use crate::heap::Heap;
use crate::types::float;
use crate::value::*;
use crate::vm::{Res, Vm};
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Pow, Signed, ToPrimitive, Zero};
use std::borrow::Cow;

/// An int in its normal form if the value is an exact int or a bool.
#[inline]
pub fn exact(v: Value) -> Option<Value> {
    match v {
        Value::Int(_) | Value::BigInt(_) => Some(v),
        Value::Bool(b) => Some(Value::Int(i64::from(b))),
        _ => None,
    }
}

/// The number an int or bool stands for; zero for anything else.
pub fn to_bigint(heap: &Heap, v: Value) -> Cow<'_, BigInt> {
    match v {
        Value::Int(i) => Cow::Owned(BigInt::from(i)),
        Value::Bool(b) => Cow::Owned(BigInt::from(u8::from(b))),
        Value::BigInt(k) => Cow::Borrowed(&heap.bigints[k]),
        _ => Cow::Owned(BigInt::ZERO),
    }
}

/// The int is below zero.
pub fn is_negative(heap: &Heap, v: Value) -> bool {
    match v {
        Value::Int(i) => i < 0,
        Value::BigInt(k) => heap.bigints[k].is_negative(),
        _ => false,
    }
}

/// `x // y`, unless it divides by zero or overflows.
#[inline(always)]
pub fn floor_div(x: i64, y: i64) -> Option<i64> {
    let q = x.checked_div(y)?;
    Some(if x % y != 0 && (x < 0) != (y < 0) { q - 1 } else { q })
}

/// `x % y`, unless it divides by zero or overflows.
#[inline(always)]
pub fn floor_mod(x: i64, y: i64) -> Option<i64> {
    let r = x.checked_rem(y)?;
    Some(if r != 0 && (r < 0) != (y < 0) { r + y } else { r })
}

/// An operator on small ints. `NotImplemented` for `@`.
#[inline]
pub fn small_binary(vm: &mut Vm, op: BinaryOp, x: i64, y: i64) -> Res {
    let small = match op {
        BinaryOp::Add => x.checked_add(y),
        BinaryOp::Sub => x.checked_sub(y),
        BinaryOp::Mul => x.checked_mul(y),
        BinaryOp::FloorDiv => floor_div(x, y),
        BinaryOp::Mod => floor_mod(x, y),
        BinaryOp::And => Some(x & y),
        BinaryOp::Or => Some(x | y),
        BinaryOp::Xor => Some(x ^ y),
        BinaryOp::LShift if (0..63).contains(&y) => Some(x << y).filter(|r| r >> y == x),
        BinaryOp::RShift if y >= 0 => Some(x >> y.min(63)),
        BinaryOp::Pow if y >= 0 => u32::try_from(y).ok().and_then(|y| x.checked_pow(y)),
        BinaryOp::TrueDiv if y != 0 && x.unsigned_abs() <= 1 << 53 && y.unsigned_abs() <= 1 << 53 => {
            return Ok(Value::Float(x as f64 / y as f64));
        }
        _ => None,
    };
    match small {
        Some(i) => Ok(Value::Int(i)),
        None => binary(vm, op, Value::Int(x), Value::Int(y)),
    }
}

/// An operator on ints of any size (bools count). `NotImplemented` for `@`.
#[inline(never)]
pub fn binary(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> Res {
    match op {
        BinaryOp::Pow => return power(vm, a, b),
        BinaryOp::LShift | BinaryOp::RShift => return shift(vm, op, a, b),
        BinaryOp::TrueDiv => return true_divide(vm, a, b),
        BinaryOp::MatMul => return Ok(Value::NotImplemented),
        _ => {}
    }
    let (bits_a, bits_b) = (bits(&vm.heap, a), bits(&vm.heap, b));
    let size = if op == BinaryOp::Mul { bits_a + bits_b } else { bits_a.max(bits_b) };
    reserve_bits(vm, size)?;
    let heap = &vm.heap;
    let (x, y) = (to_bigint(heap, a), to_bigint(heap, b));
    if y.is_zero() {
        match op {
            BinaryOp::FloorDiv => return Err(vm.zero_division("integer division or modulo by zero")),
            BinaryOp::Mod => return Err(vm.zero_division("integer modulo by zero")),
            _ => {}
        }
    }
    let (x, y) = (x.as_ref(), y.as_ref());
    let result = match op {
        BinaryOp::Add => x + y,
        BinaryOp::Sub => x - y,
        BinaryOp::Mul => x * y,
        BinaryOp::FloorDiv => x.div_floor(y),
        BinaryOp::Mod => x.mod_floor(y),
        BinaryOp::And => x & y,
        BinaryOp::Or => x | y,
        BinaryOp::Xor => x ^ y,
        BinaryOp::Pow | BinaryOp::LShift | BinaryOp::RShift | BinaryOp::TrueDiv | BinaryOp::MatMul => {
            return Ok(Value::NotImplemented);
        }
    };
    Ok(vm.heap.new_int(result))
}

fn bits(heap: &Heap, v: Value) -> u64 {
    match v {
        Value::BigInt(k) => heap.bigints[k].bits(),
        _ => 64,
    }
}

/// Refuses a result of so many bits if it exceeds the memory limit.
fn reserve_bits(vm: &mut Vm, bits: u64) -> Res<()> {
    if bits < 1 << 13 {
        return Ok(());
    }
    vm.reserve(usize::try_from(bits / 8).unwrap_or(usize::MAX))
}

fn power(vm: &mut Vm, a: Value, b: Value) -> Res {
    if is_negative(&vm.heap, b) {
        let (x, y) = (float::to_f64(vm, a)?, float::to_f64(vm, b)?);
        return float::binary(vm, BinaryOp::Pow, x, y);
    }
    let base = to_bigint(&vm.heap, a).into_owned();
    let exponent = match exact(b) {
        Some(Value::Int(e)) => e.unsigned_abs(),
        _ => u64::MAX,
    };
    if exponent == 0 {
        return Ok(Value::Int(1));
    }
    let small = base.to_i64();
    if let Some(x @ -1..=1) = small {
        let odd = to_bigint(&vm.heap, b).is_odd();
        return Ok(Value::Int(if x == -1 && !odd { 1 } else { x }));
    }
    let bits = match small {
        Some(x) => (x.unsigned_abs() as f64).log2() * exponent as f64,
        None => base.bits() as f64 * exponent as f64,
    };
    // What does not fit an address space saturates, and is refused.
    reserve_bits(vm, bits as u64)?;
    if exponent >= 1 << 40 {
        return Err(vm.memory_error());
    }
    let two = small.is_some_and(|x| x > 0 && x.unsigned_abs().is_power_of_two());
    let result = match small {
        Some(x) if two => BigInt::from(1) << (u64::from(x.trailing_zeros()) * exponent),
        _ => Pow::pow(base, exponent),
    };
    Ok(vm.heap.new_int(result))
}

fn shift(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> Res {
    if is_negative(&vm.heap, b) {
        return Err(vm.value_error("negative shift count"));
    }
    let count = match exact(b) {
        Some(Value::Int(i)) => i.unsigned_abs(),
        _ => u64::MAX,
    };
    if matches!(exact(a), Some(Value::Int(0))) {
        return Ok(Value::Int(0));
    }
    if op == BinaryOp::RShift {
        let x = to_bigint(&vm.heap, a);
        if count >= x.bits() {
            return Ok(Value::Int(if x.is_negative() { -1 } else { 0 }));
        }
        let result = x.as_ref() >> count;
        return Ok(vm.heap.new_int(result));
    }
    if count == u64::MAX {
        return Err(vm.overflow_error("too many digits in integer"));
    }
    let size = bits(&vm.heap, a).saturating_add(count);
    reserve_bits(vm, size)?;
    if count >= 1 << 45 {
        return Err(vm.memory_error());
    }
    let result = to_bigint(&vm.heap, a).as_ref() << count;
    Ok(vm.heap.new_int(result))
}

/// `a / b` correctly rounded.
fn true_divide(vm: &mut Vm, a: Value, b: Value) -> Res {
    let (x, y) = (to_bigint(&vm.heap, a), to_bigint(&vm.heap, b));
    if y.is_zero() {
        return Err(vm.zero_division("division by zero"));
    }
    let negative = (x.sign() == Sign::Minus) != (y.sign() == Sign::Minus);
    match float::ratio_to_f64(x.magnitude(), y.magnitude()) {
        Some(f) => Ok(Value::Float(if negative { -f } else { f })),
        None => Err(vm.overflow_error("integer division result too large for a float")),
    }
}

/// `(a // b, a % b)` of ints.
pub fn divmod(vm: &mut Vm, a: Value, b: Value) -> Res {
    if matches!(b, Value::Int(0)) {
        return Err(vm.zero_division("integer division or modulo by zero"));
    }
    let (q, r) = match (a, b) {
        (Value::Int(_), Value::Int(_)) => {
            (binary_small(vm, BinaryOp::FloorDiv, a, b)?, binary_small(vm, BinaryOp::Mod, a, b)?)
        }
        _ => {
            let (q, r) = to_bigint(&vm.heap, a).div_mod_floor(&to_bigint(&vm.heap, b));
            (vm.heap.new_int(q), vm.heap.new_int(r))
        }
    };
    Ok(vm.heap.new_tuple([q, r]))
}

fn binary_small(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> Res {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => small_binary(vm, op, x, y),
        _ => binary(vm, op, a, b),
    }
}

/// `pow(a, b, c)` of ints; a negative exponent means the modular inverse.
pub fn power_modulo(vm: &mut Vm, a: Value, b: Value, c: Value) -> Res {
    let heap = &vm.heap;
    let (mut base, exponent) = (to_bigint(heap, a).into_owned(), to_bigint(heap, b).into_owned());
    let modulus = to_bigint(heap, c).into_owned();
    if modulus.is_zero() {
        return Err(vm.value_error("pow() 3rd argument cannot be 0"));
    }
    let positive = modulus.abs();
    if exponent.is_negative() {
        match base.modinv(&positive) {
            Some(inverse) => base = inverse,
            None => return Err(vm.value_error("base is not invertible for the given modulus")),
        }
    }
    let mut result = base.modpow(&exponent.abs(), &positive);
    if modulus.is_negative() && !result.is_zero() {
        result += modulus;
    }
    Ok(vm.heap.new_int(result))
}

/// `-x`, `+x`, `~x` of an exact int.
pub fn unary(vm: &mut Vm, op: UnaryOp, a: Value) -> Res {
    if let Value::Int(i) = a {
        let small = match op {
            UnaryOp::Neg => i.checked_neg(),
            UnaryOp::Pos => Some(i),
            UnaryOp::Invert => Some(!i),
        };
        if let Some(i) = small {
            return Ok(Value::Int(i));
        }
    }
    let n = to_bigint(&vm.heap, a).into_owned();
    let result = match op {
        UnaryOp::Neg => -n,
        UnaryOp::Pos => return Ok(a),
        UnaryOp::Invert => -n - 1,
    };
    Ok(vm.heap.new_int(result))
}
