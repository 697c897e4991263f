//! Arithmetic on floats, exact comparison with ints, hashes.

use crate::code::op::BinaryOp;
use crate::heap::types::Exc;
use crate::types::int::to_bigint;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};
use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{ToPrimitive, Zero};

/// The float of an exact int, bool or float. Raises `OverflowError` for an int beyond its range.
pub fn to_f64(vm: &mut Vm, v: Value) -> Res<f64> {
    match v {
        Value::Float(f) => Ok(f),
        Value::Int(i) => Ok(i as f64),
        Value::Bool(b) => Ok(f64::from(u8::from(b))),
        _ => match to_bigint(&vm.heap, v).to_f64() {
            Some(f) if f.is_finite() => Ok(f),
            _ => Err(vm.overflow_error("int too large to convert to float")),
        },
    }
}

/// An operator on floats. `NotImplemented` for those that floats don't have.
#[inline]
pub fn binary(vm: &mut Vm, op: BinaryOp, x: f64, y: f64) -> Res {
    let result = match op {
        BinaryOp::Add => x + y,
        BinaryOp::Sub => x - y,
        BinaryOp::Mul => x * y,
        BinaryOp::TrueDiv if y != 0.0 => x / y,
        BinaryOp::FloorDiv if y != 0.0 => floor_divide(x, y),
        BinaryOp::Mod if y != 0.0 => modulo(x, y),
        BinaryOp::Pow => return power(vm, x, y),
        BinaryOp::TrueDiv => return Err(vm.zero_division("float division by zero")),
        BinaryOp::FloorDiv => return Err(vm.zero_division("float floor division by zero")),
        BinaryOp::Mod => return Err(vm.zero_division("float modulo by zero")),
        BinaryOp::LShift | BinaryOp::RShift | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor | BinaryOp::MatMul => {
            return Ok(Value::NotImplemented);
        }
    };
    Ok(Value::Float(result))
}

/// `x % y` for `y` not zero: the sign is that of `y`.
pub fn modulo(x: f64, y: f64) -> f64 {
    let rest = x % y;
    if rest == 0.0 {
        return 0f64.copysign(y);
    }
    if (rest < 0.0) != (y < 0.0) { rest + y } else { rest }
}

/// `x // y` for `y` not zero.
pub fn floor_divide(x: f64, y: f64) -> f64 {
    let rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest != 0.0 && (rest < 0.0) != (y < 0.0) {
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return 0f64.copysign(x / y);
    }
    let floor = quotient.floor();
    if quotient - floor > 0.5 { floor + 1.0 } else { floor }
}

#[inline(never)]
fn power(vm: &mut Vm, x: f64, y: f64) -> Res {
    if x == 0.0 && y < 0.0 {
        return Err(vm.zero_division("0.0 cannot be raised to a negative power"));
    }
    if x < 0.0 && x.is_finite() && y.is_finite() && y != y.floor() {
        return crate::types::complex::power(vm, (x, 0.0), (y, 0.0));
    }
    // Where Rust's and C's powers could differ, in special values, C99 annex F rules both.
    let result = x.powf(y);
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(out_of_range(vm));
    }
    Ok(Value::Float(result))
}

/// C's range error, as `OverflowError`.
#[cold]
pub fn out_of_range(vm: &mut Vm) -> Raised {
    let text = vm.heap.new_str("Numerical result out of range");
    vm.error_with(Exc::OverflowError, &[Value::Int(34), text])
}

/// Refuses a third argument of `pow`.
#[cold]
pub fn no_modulus(vm: &mut Vm) -> Raised {
    vm.type_error("pow() 3rd argument not allowed unless all arguments are integers")
}

/// `int(f)`: towards zero.
pub fn truncate(vm: &mut Vm, f: f64) -> Res {
    let whole = f.trunc();
    // Every float of this range is a 64-bit int.
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&whole) {
        return Ok(Value::Int(whole as i64));
    }
    if f.is_nan() {
        return Err(vm.value_error("cannot convert float NaN to integer"));
    }
    if f.is_infinite() {
        return Err(vm.overflow_error("cannot convert float infinity to integer"));
    }
    let n = whole_bigint(whole);
    Ok(vm.heap.new_int(n))
}

/// The int that a finite float without a fraction is.
fn whole_bigint(f: f64) -> BigInt {
    let (negative, mantissa, exponent) = decode(f);
    let mantissa = BigInt::from_biguint(if negative { Sign::Minus } else { Sign::Plus }, BigUint::from(mantissa));
    if exponent >= 0 { mantissa << exponent } else { mantissa >> -exponent }
}

/// Sign, mantissa and exponent of a finite float: `±mantissa * 2**exponent`.
pub fn decode(f: f64) -> (bool, u64, i64) {
    let bits = f.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let mantissa = if exponent == 0 { fraction } else { fraction | 1 << 52 };
    (f.is_sign_negative(), mantissa, exponent.max(1) - 1075)
}

/// `x * 2**exponent`, exact where the result is representable.
pub fn scale(mut x: f64, mut exponent: i64) -> f64 {
    while exponent > 1000 && x.is_finite() && x != 0.0 {
        x *= 2f64.powi(1000);
        exponent -= 1000;
    }
    while exponent < -1000 && x != 0.0 {
        x *= 2f64.powi(-1000);
        exponent += 1000;
    }
    x * 2f64.powi(exponent.clamp(-1000, 1000) as i32)
}

/// `numerator / denominator` correctly rounded; None beyond the range of floats. The denominator is not zero.
pub fn ratio_to_f64(numerator: &BigUint, denominator: &BigUint) -> Option<f64> {
    if numerator.is_zero() {
        return Some(0.0);
    }
    let magnitude = numerator.bits() as i64 - denominator.bits() as i64;
    if magnitude > 1024 {
        return None;
    }
    if magnitude < -1076 {
        return Some(0.0);
    }
    // A quotient of 55 or 56 bits (fewer where the result is subnormal), made odd if something was cut off.
    let shift = magnitude.max(-1021) - 55;
    let (dividend, divisor);
    if shift <= 0 {
        (dividend, divisor) = (numerator << shift.unsigned_abs(), denominator.clone());
    } else {
        (dividend, divisor) = (numerator.clone(), denominator << shift.unsigned_abs());
    }
    let quotient = &dividend / &divisor;
    let exact = &quotient * &divisor == dividend;
    round_scaled(quotient.to_u64()?, !exact, shift)
}

/// `quotient * 2**shift` rounded half to even, `inexact` telling that a little more is there. None: out of range.
/// `shift` is -1076 or more, and the quotient is wide enough to be rounded.
fn round_scaled(quotient: u64, inexact: bool, shift: i64) -> Option<f64> {
    let width = 64 - i64::from(quotient.leading_zeros());
    // The bits below the last one kept.
    let extra = width.max(-1021 - shift) - 53;
    let quotient = quotient | u64::from(inexact);
    let unit = 1u64 << extra;
    let (kept, rest) = (quotient & !(unit - 1), quotient & (unit - 1));
    let half = unit / 2;
    let up = rest > half || rest == half && kept & unit != 0;
    let rounded = if up { kept + unit } else { kept };
    let result = scale(rounded as f64, shift);
    result.is_finite().then_some(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_round_half_to_even() {
        let ratio = |a: u128, b: u128| ratio_to_f64(&BigUint::from(a), &BigUint::from(b));
        assert_eq!(ratio(1, 3), Some(1.0 / 3.0));
        assert_eq!(ratio((1 << 53) + 1, 1), Some(9_007_199_254_740_992.0));
        assert_eq!(ratio((1 << 53) + 3, 1), Some(9_007_199_254_740_996.0));
        let tiny = BigUint::from(1u8) << 1074u32;
        assert_eq!(ratio_to_f64(&BigUint::from(1u8), &tiny), Some(5e-324));
        assert_eq!(ratio_to_f64(&BigUint::from(1u8), &(tiny << 1u32)), Some(0.0));
        assert_eq!(ratio_to_f64(&(BigUint::from(1u8) << 1024u32), &BigUint::from(1u8)), None);
    }
}
