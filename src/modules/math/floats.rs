//! What a float is made of: its parts, its neighbours, its remainders, and what it is close to.

use super::{domain_error, floats, range_error};
use crate::types::{float, int};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};

/// The functions.
#[rustfmt::skip] // a table
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new("ceil", "(x, /)", ceil, "Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x."),
    NativeSpec::new("copysign", "(x, y, /)", copysign, "Return a float with the magnitude (absolute value) of x but the sign of y.\n\nOn platforms that support signed zeros, copysign(1.0, -0.0)\nreturns -1.0.\n"),
    NativeSpec::new("fabs", "(x, /)", fabs, "Return the absolute value of the float x."),
    NativeSpec::new("floor", "(x, /)", floor, "Return the floor of x as an Integral.\n\nThis is the largest integer <= x."),
    NativeSpec::new("fma", "(x, y, z, /)", fma, "Fused multiply-add operation.\n\nCompute (x * y) + z with a single round."),
    NativeSpec::new("fmod", "(x, y, /)", fmod, "Return fmod(x, y), according to platform C.\n\nx % y may differ."),
    NativeSpec::new("frexp", "(x, /)", frexp, "Return the mantissa and exponent of x, as pair (m, e).\n\nm is a float and e is an int, such that x = m * 2.**e.\nIf x is 0, m and e are both 0.  Else 0.5 <= abs(m) < 1.0."),
    NativeSpec::new("isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", isclose, "Determine whether two floating-point numbers are close in value.\n\n  rel_tol\n    maximum difference for being considered \"close\", relative to the\n    magnitude of the input values\n  abs_tol\n    maximum difference for being considered \"close\", regardless of the\n    magnitude of the input values\n\nReturn True if a is close in value to b, and False otherwise.\n\nFor the values to be considered close, the difference between them\nmust be smaller than at least one of the tolerances.\n\n-inf, inf and NaN behave similarly to the IEEE 754 Standard.  That\nis, NaN is not close to anything, even itself.  inf and -inf are\nonly close to themselves."),
    NativeSpec::new("isfinite", "(x, /)", |vm, args| test(vm, args, f64::is_finite), "Return True if x is neither an infinity nor a NaN, and False otherwise."),
    NativeSpec::new("isinf", "(x, /)", |vm, args| test(vm, args, f64::is_infinite), "Return True if x is a positive or negative infinity, and False otherwise."),
    NativeSpec::new("isnan", "(x, /)", |vm, args| test(vm, args, f64::is_nan), "Return True if x is a NaN (not a number), and False otherwise."),
    NativeSpec::new("ldexp", "(x, i, /)", ldexp, "Return x * (2**i).\n\nThis is essentially the inverse of frexp()."),
    NativeSpec::new("modf", "(x, /)", modf, "Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats."),
    NativeSpec::new("nextafter", "(x, y, /, *, steps=None)", nextafter, "Return the floating-point value the given number of steps after x towards y.\n\nIf steps is not specified or is None, it defaults to 1.\n\nRaises a TypeError, if x or y is not a double, or if steps is not an integer.\nRaises ValueError if steps is negative."),
    NativeSpec::new("remainder", "(x, y, /)", remainder, "Difference between x and the closest integer multiple of y.\n\nReturn x - n*y where n*y is the closest integer multiple of y.\nIn the case where x is exactly halfway between two multiples of\ny, the nearest even value of n is used. The result is always exact."),
    NativeSpec::new("trunc", "(x, /)", trunc, "Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method."),
    NativeSpec::new("ulp", "(x, /)", ulp, "Return the value of the least significant bit of the float x."),
];

fn test(vm: &mut Vm, args: Args, is: fn(f64) -> bool) -> Res {
    let [x] = floats(vm, args)?;
    Ok(Value::Bool(is(x)))
}

fn fabs(vm: &mut Vm, args: Args) -> Res {
    let [x] = floats(vm, args)?;
    Ok(Value::Float(x.abs()))
}

fn copysign(vm: &mut Vm, args: Args) -> Res {
    let [x, y] = floats(vm, args)?;
    Ok(Value::Float(x.copysign(y)))
}

/// A whole number by rounding: the object's own method, or that of the float it can be made.
fn rounded(vm: &mut Vm, x: Value, method: StrKey, round: fn(f64) -> f64) -> Res {
    if let Value::Float(f) = x {
        return float::truncate(vm, round(f));
    }
    if let Some(answer) = vm.call_special(x, method, &[])? {
        return Ok(answer);
    }
    let f = float::argument(vm, x)?;
    float::truncate(vm, round(f))
}

fn ceil(vm: &mut Vm, args: Args) -> Res {
    let (x, method) = (args.get(vm, 0), vm.heap.names.__ceil__);
    rounded(vm, x, method, f64::ceil)
}

fn floor(vm: &mut Vm, args: Args) -> Res {
    let (x, method) = (args.get(vm, 0), vm.heap.names.__floor__);
    rounded(vm, x, method, f64::floor)
}

fn trunc(vm: &mut Vm, args: Args) -> Res {
    let (x, method) = (args.get(vm, 0), vm.heap.names.__trunc__);
    match vm.call_special(x, method, &[])? {
        Some(answer) => Ok(answer),
        None => {
            let t = vm.type_name(x);
            Err(vm.type_error(format!("type {t} doesn't define __trunc__ method")))
        }
    }
}

fn fma(vm: &mut Vm, args: Args) -> Res {
    let [x, y, z] = floats(vm, args)?;
    let result = x.mul_add(y, z);
    if result.is_nan() && ![x, y, z].iter().any(|v| v.is_nan()) {
        return Err(vm.value_error("invalid operation in fma"));
    }
    if result.is_infinite() && [x, y, z].iter().all(|v| v.is_finite()) {
        return Err(vm.overflow_error("overflow in fma"));
    }
    Ok(Value::Float(result))
}

fn fmod(vm: &mut Vm, args: Args) -> Res {
    let [x, y] = floats(vm, args)?;
    remaining(vm, x, y, x % y)
}

fn remainder(vm: &mut Vm, args: Args) -> Res {
    let [x, y] = floats(vm, args)?;
    remaining(vm, x, y, libm::remainder(x, y))
}

/// A remainder, unless there is none: of infinity, or by zero.
fn remaining(vm: &mut Vm, x: f64, y: f64, rest: f64) -> Res {
    if rest.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error(vm));
    }
    Ok(Value::Float(rest))
}

fn frexp(vm: &mut Vm, args: Args) -> Res {
    let [x] = floats(vm, args)?;
    let (mantissa, exponent) = if x == 0.0 || !x.is_finite() { (x, 0) } else { libm::frexp(x) };
    Ok(vm.heap.new_tuple([Value::Float(mantissa), Value::Int(i64::from(exponent))]))
}

fn ldexp(vm: &mut Vm, args: Args) -> Res {
    let (x, exponent) = (args.get(vm, 0), args.get(vm, 1));
    let x = float::argument(vm, x)?;
    let Some(exponent) = int::exact(vm.payload(exponent)) else {
        return Err(vm.type_error("Expected an int as second argument to ldexp."));
    };
    if x == 0.0 || !x.is_finite() {
        return Ok(Value::Float(x));
    }
    let result = libm::scalbn(x, vm.index_clamped(exponent)?.clamp(-100_000, 100_000) as i32);
    if result.is_infinite() { Err(range_error(vm)) } else { Ok(Value::Float(result)) }
}

fn modf(vm: &mut Vm, args: Args) -> Res {
    let [x] = floats(vm, args)?;
    let whole = x.trunc();
    let fraction = if x.is_infinite() { 0.0 } else { x - whole };
    let parts = [fraction.copysign(x), whole].map(Value::Float);
    Ok(vm.heap.new_tuple(parts))
}

fn isclose(vm: &mut Vm, args: Args) -> Res {
    let [a, b] = floats(vm, args)?;
    let tolerances = tolerances(vm, args)?;
    Ok(Value::Bool(a == b || is_within((a - b).abs(), [a.abs(), b.abs()], tolerances)))
}

/// The arguments `rel_tol` and `abs_tol`, the third and the fourth.
pub fn tolerances(vm: &mut Vm, args: Args) -> Res<(f64, f64)> {
    let relative = args.get_or(vm, 2, Value::Float(1e-9));
    let relative = float::argument(vm, relative)?;
    let absolute = args.get_or(vm, 3, Value::Float(0.0));
    let absolute = float::argument(vm, absolute)?;
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    Ok((relative, absolute))
}

/// Two numbers so far apart are close to each other. Equal ones are, whatever this says, and infinities to
/// themselves only (PEP 485).
pub fn is_within(difference: f64, sizes: [f64; 2], (relative, absolute): (f64, f64)) -> bool {
    !sizes.iter().any(|s| s.is_infinite())
        && (sizes.iter().any(|size| difference <= relative * size) || difference <= absolute)
}

/// Where a float lies in the order of all floats: neighbours differ by one.
fn rank(x: f64) -> i64 {
    let bits = x.to_bits() as i64;
    if bits < 0 { i64::MIN - bits } else { bits }
}

fn nextafter(vm: &mut Vm, args: Args) -> Res {
    let [x, y] = floats(vm, args)?;
    let steps = match args.get(vm, 2).or_none() {
        Value::None => 1,
        steps => {
            let steps = vm.index(steps)?;
            if int::is_negative(&vm.heap, steps) {
                return Err(vm.value_error("steps must be a non-negative integer"));
            }
            match steps {
                Value::Int(i) => i.unsigned_abs(),
                _ => u64::MAX,
            }
        }
    };
    if steps == 0 || x.is_nan() {
        return Ok(Value::Float(x));
    }
    if y.is_nan() || x == y {
        return Ok(Value::Float(y));
    }
    let (from, to) = (rank(x), rank(y));
    if from.abs_diff(to) <= steps {
        return Ok(Value::Float(y));
    }
    let rank = if from < to { from.wrapping_add_unsigned(steps) } else { from.wrapping_sub_unsigned(steps) };
    let bits = if rank < 0 { i64::MIN - rank } else { rank };
    let at_zero = rank == 0 && from < 0;
    Ok(Value::Float(if at_zero { -0.0 } else { f64::from_bits(bits as u64) }))
}

fn ulp(vm: &mut Vm, args: Args) -> Res {
    let [x] = floats(vm, args)?;
    let x = x.abs();
    let up = x.next_up();
    Ok(Value::Float(match x {
        _ if !x.is_finite() => x,
        _ if up.is_infinite() => x - x.next_down(),
        _ => up - x,
    }))
}
