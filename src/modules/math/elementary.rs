//! Roots, powers, logarithms, circular and hyperbolic functions: the platform's, with Python's errors.

use super::{domain_error, floats, range_error};
use crate::types::{float, int};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};
use num_traits::{Signed, ToPrimitive};
use std::f64::consts::{LN_2, LOG10_2, PI};

/// The functions.
#[rustfmt::skip] // a table
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new("acos", "(x, /)", |vm, args| bounded(vm, args, f64::acos), "Return the arc cosine (measured in radians) of x.\n\nThe result is between 0 and pi."),
    NativeSpec::new("acosh", "(x, /)", |vm, args| bounded(vm, args, acosh), "Return the inverse hyperbolic cosine of x."),
    NativeSpec::new("asin", "(x, /)", |vm, args| bounded(vm, args, f64::asin), "Return the arc sine (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2."),
    NativeSpec::new("asinh", "(x, /)", |vm, args| bounded(vm, args, asinh), "Return the inverse hyperbolic sine of x."),
    NativeSpec::new("atan", "(x, /)", |vm, args| bounded(vm, args, f64::atan), "Return the arc tangent (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2."),
    NativeSpec::new("atan2", "(y, x, /)", atan2, "Return the arc tangent (measured in radians) of y/x.\n\nUnlike atan(y/x), the signs of both x and y are considered."),
    NativeSpec::new("atanh", "(x, /)", |vm, args| bounded(vm, args, atanh), "Return the inverse hyperbolic tangent of x."),
    NativeSpec::new("cbrt", "(x, /)", |vm, args| bounded(vm, args, f64::cbrt), "Return the cube root of x."),
    NativeSpec::new("cos", "(x, /)", |vm, args| bounded(vm, args, f64::cos), "Return the cosine of x (measured in radians)."),
    NativeSpec::new("cosh", "(x, /)", |vm, args| growing(vm, args, f64::cosh), "Return the hyperbolic cosine of x."),
    NativeSpec::new("degrees", "(x, /)", degrees, "Convert angle x from radians to degrees."),
    NativeSpec::new("exp", "(x, /)", |vm, args| growing(vm, args, f64::exp), "Return e raised to the power of x."),
    NativeSpec::new("exp2", "(x, /)", |vm, args| growing(vm, args, f64::exp2), "Return 2 raised to the power of x."),
    NativeSpec::new("expm1", "(x, /)", |vm, args| growing(vm, args, f64::exp_m1), "Return exp(x)-1.\n\nThis function avoids the loss of precision involved in the direct evaluation of exp(x)-1 for small x."),
    NativeSpec::new("log", "(x, base=None, /)", log, "log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of x."),
    NativeSpec::new("log10", "(x, /)", |vm, args| { let x = args.get(vm, 0); logarithm(vm, x, &DECIMAL).map(Value::Float) }, "Return the base 10 logarithm of x."),
    NativeSpec::new("log1p", "(x, /)", |vm, args| bounded(vm, args, f64::ln_1p), "Return the natural logarithm of 1+x (base e).\n\nThe result is computed in a way which is accurate for x near zero."),
    NativeSpec::new("log2", "(x, /)", |vm, args| { let x = args.get(vm, 0); logarithm(vm, x, &BINARY).map(Value::Float) }, "Return the base 2 logarithm of x."),
    NativeSpec::new("pow", "(x, y, /)", pow, "Return x**y (x to the power of y)."),
    NativeSpec::new("radians", "(x, /)", radians, "Convert angle x from degrees to radians."),
    NativeSpec::new("sin", "(x, /)", |vm, args| bounded(vm, args, f64::sin), "Return the sine of x (measured in radians)."),
    NativeSpec::new("sinh", "(x, /)", |vm, args| growing(vm, args, f64::sinh), "Return the hyperbolic sine of x."),
    NativeSpec::new("sqrt", "(x, /)", |vm, args| bounded(vm, args, f64::sqrt), "Return the square root of x."),
    NativeSpec::new("tan", "(x, /)", |vm, args| bounded(vm, args, f64::tan), "Return the tangent of x (measured in radians)."),
    NativeSpec::new("tanh", "(x, /)", |vm, args| bounded(vm, args, f64::tanh), "Return the hyperbolic tangent of x."),
];

/// A function that is infinite only where it has a pole: an infinity out of nowhere is a domain error, as a NaN is.
fn bounded(vm: &mut Vm, args: Args, f: fn(f64) -> f64) -> Res {
    let [x] = floats(vm, args)?;
    let y = f(x);
    if y.is_nan() && !x.is_nan() || y.is_infinite() && x.is_finite() {
        return Err(domain_error(vm));
    }
    Ok(Value::Float(y))
}

/// A function that grows beyond all floats: an infinity out of nowhere is a range error.
fn growing(vm: &mut Vm, args: Args, f: fn(f64) -> f64) -> Res {
    let [x] = floats(vm, args)?;
    let y = f(x);
    if y.is_infinite() && x.is_finite() {
        return Err(range_error(vm));
    }
    Ok(Value::Float(y))
}

fn degrees(vm: &mut Vm, args: Args) -> Res {
    let [x] = floats(vm, args)?;
    Ok(Value::Float(x * (180.0 / PI)))
}

fn radians(vm: &mut Vm, args: Args) -> Res {
    let [x] = floats(vm, args)?;
    Ok(Value::Float(x * (PI / 180.0)))
}

fn atan2(vm: &mut Vm, args: Args) -> Res {
    let [y, x] = floats(vm, args)?;
    Ok(Value::Float(y.atan2(x)))
}

fn pow(vm: &mut Vm, args: Args) -> Res {
    let [x, y] = floats(vm, args)?;
    let result = x.powf(y);
    if x.is_finite() && y.is_finite() {
        if result.is_nan() || result.is_infinite() && x == 0.0 {
            return Err(domain_error(vm));
        }
        if result.is_infinite() {
            return Err(range_error(vm));
        }
    }
    Ok(Value::Float(result))
}

/// A logarithm: of floats, and of two.
struct Base {
    of: fn(f64) -> f64,
    of_two: f64,
}

static NATURAL: Base = Base { of: f64::ln, of_two: LN_2 };
static BINARY: Base = Base { of: f64::log2, of_two: 1.0 };
static DECIMAL: Base = Base { of: f64::log10, of_two: LOG10_2 };

fn log(vm: &mut Vm, args: Args) -> Res {
    let [x, base] = args.take(vm);
    let numerator = logarithm(vm, x, &NATURAL)?;
    let Some(base) = base.bound() else { return Ok(Value::Float(numerator)) };
    let denominator = logarithm(vm, base, &NATURAL)?;
    if denominator == 0.0 {
        return Err(vm.zero_division("float division by zero"));
    }
    Ok(Value::Float(numerator / denominator))
}

/// The logarithm of a number; ints have one even where they are no floats.
fn logarithm(vm: &mut Vm, x: Value, base: &Base) -> Res<f64> {
    if let Value::BigInt(k) = vm.payload(x) {
        let n = &vm.heap.bigints[k];
        if n.is_negative() {
            return Err(domain_error(vm));
        }
        // n = mantissa * 2**exponent, where the mantissa has the bits that a float can hold.
        return Ok(match n.to_f64() {
            Some(f) if f.is_finite() => (base.of)(f),
            _ => {
                let exponent = n.bits();
                let ratio = float::ratio_to_f64(n.magnitude(), &(num_bigint::BigUint::from(1u8) << exponent));
                let mantissa = ratio.unwrap_or(1.0);
                base.of_two.mul_add(exponent as f64, (base.of)(mantissa))
            }
        });
    }
    let x = match int::exact(vm.payload(x)) {
        Some(n) => float::to_f64(vm, n)?,
        None => float::argument(vm, x)?,
    };
    if x <= 0.0 {
        return Err(domain_error(vm));
    }
    Ok((base.of)(x))
}

/// Beyond this a number and its square are one to `1.0 + x*x`.
const HUGE: f64 = (1u64 << 28) as f64;

/// The inverse hyperbolic sine, by the formula that loses no digits in each range.
pub fn asinh(x: f64) -> f64 {
    let size = x.abs();
    if !x.is_finite() || size < HUGE.recip() {
        return x;
    }
    let y = if size > HUGE {
        size.ln() + LN_2
    } else if size > 2.0 {
        (2.0 * size + 1.0 / ((x * x + 1.0).sqrt() + size)).ln()
    } else {
        let square = x * x;
        (size + square / (1.0 + (1.0 + square).sqrt())).ln_1p()
    };
    y.copysign(x)
}

/// The inverse hyperbolic cosine, by the formula that loses no digits in each range.
pub fn acosh(x: f64) -> f64 {
    if x.is_nan() || x == f64::INFINITY {
        x
    } else if x < 1.0 {
        f64::NAN
    } else if x > HUGE {
        x.ln() + LN_2
    } else if x > 2.0 {
        (2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt())).ln()
    } else {
        let above = x - 1.0;
        (above + (2.0 * above + above * above).sqrt()).ln_1p()
    }
}

/// The inverse hyperbolic tangent, by the formula that loses no digits in each range.
pub fn atanh(x: f64) -> f64 {
    let size = x.abs();
    if size < HUGE.recip() {
        return x;
    }
    let twice = size + size;
    let y = if size < 0.5 {
        0.5 * (twice + twice * size / (1.0 - size)).ln_1p()
    } else {
        0.5 * (twice / (1.0 - size)).ln_1p()
    };
    y.copysign(x)
}
