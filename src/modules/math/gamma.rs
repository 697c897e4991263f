//! The gamma function, its logarithm, and the error function.

use super::{domain_error, floats, range_error};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};
use std::f64::consts::PI;

/// The functions.
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new("erf", "(x, /)", erf, "Error function at x."),
    NativeSpec::new("erfc", "(x, /)", erfc, "Complementary error function at x."),
    NativeSpec::new("gamma", "(x, /)", gamma, "Gamma function at x."),
    NativeSpec::new("lgamma", "(x, /)", lgamma, "Natural logarithm of absolute value of Gamma function at x."),
];

fn erf(vm: &mut Vm, args: Args) -> Res {
    let [x] = floats(vm, args)?;
    Ok(Value::Float(libm::erf(x)))
}

fn erfc(vm: &mut Vm, args: Args) -> Res {
    let [x] = floats(vm, args)?;
    Ok(Value::Float(libm::erfc(x)))
}

/// Where the gamma function has its poles: at zero and the negative whole numbers.
fn is_pole(x: f64) -> bool {
    x <= 0.0 && x == x.floor()
}

fn gamma(vm: &mut Vm, args: Args) -> Res {
    let [x] = floats(vm, args)?;
    if is_pole(x) {
        return Err(domain_error(vm));
    }
    let y = gamma_of(x);
    if y.is_infinite() && x.is_finite() {
        return Err(range_error(vm));
    }
    Ok(Value::Float(y))
}

fn lgamma(vm: &mut Vm, args: Args) -> Res {
    let [x] = floats(vm, args)?;
    if x.is_infinite() {
        return Ok(Value::Float(f64::INFINITY));
    }
    if is_pole(x) {
        return Err(domain_error(vm));
    }
    let y = log_gamma(x);
    if y.is_infinite() {
        return Err(range_error(vm));
    }
    Ok(Value::Float(y))
}

/// Lanczos' approximation: `Γ(x) = (x + G - 1/2)**(x - 1/2) / exp(x + G - 1/2) * S(x)`, where `S` is the quotient of
/// these two polynomials (constant term first). G and the coefficients are those of Boost's `lanczos13m53`, which are
/// the best there are for doubles.
const G: f64 = 6.024_680_040_776_73;

const NUMERATOR: [f64; 13] = [
    23_531_376_880.410_76,
    42_919_803_642.649_1,
    35_711_959_237.355_67,
    17_921_034_426.037_21,
    6_039_542_586.352_028,
    1_439_720_407.311_721_6,
    248_874_557.862_054_17,
    31_426_415.585_400_194,
    2_876_370.628_935_372_5,
    186_056.265_395_223_48,
    8_071.672_002_365_816,
    210.824_277_751_579_36,
    2.506_628_274_631_000_2,
];

/// `x * (x + 1) * … * (x + 11)`, multiplied out.
const DENOMINATOR: [f64; 13] = [
    0.0,
    39_916_800.0,
    120_543_840.0,
    150_917_976.0,
    105_258_076.0,
    45_995_730.0,
    13_339_535.0,
    2_637_558.0,
    357_423.0,
    32_670.0,
    1_925.0,
    66.0,
    1.0,
];

/// `S(x)` for positive `x`. Of a large one both polynomials are divided by its highest power.
fn lanczos(x: f64) -> f64 {
    let value = |coefficients: &[f64; 13]| -> f64 {
        if x < 5.0 {
            coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
        } else {
            coefficients.iter().fold(0.0, |sum, c| sum / x + c)
        }
    };
    value(&NUMERATOR) / value(&DENOMINATOR)
}

/// `sin(πx)` for positive `x`, exact where the result is.
fn sin_pi(x: f64) -> f64 {
    let y = x % 2.0;
    match (2.0 * y).round() as i64 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    }
}

/// The gamma function off its poles.
fn gamma_of(x: f64) -> f64 {
    if !x.is_finite() {
        return x;
    }
    let size = x.abs();
    // Factorials that are floats are exact.
    if x == x.floor() && (1.0..=23.0).contains(&x) {
        return (1..x as u64).map(|i| i as f64).product();
    }
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 { 0.0 / sin_pi(x) } else { f64::INFINITY };
    }
    // What rounding takes from the base is corrected for at the end.
    let base = size + (G - 0.5);
    let error = if size > G - 0.5 { base - size - (G - 0.5) } else { base - (G - 0.5) - size };
    let correction = error * G / base;
    let power = |exponent: f64| base.powf(exponent);
    if x < 0.0 {
        // The reflection formula: Γ(-x) = -π / (sin(πx) * x * Γ(x)).
        let mut y = -PI / sin_pi(size) / size * base.exp() / lanczos(size);
        y -= correction * y;
        if size < 140.0 {
            y / power(size - 0.5)
        } else {
            let root = power(size / 2.0 - 0.25);
            y / root / root
        }
    } else {
        let mut y = lanczos(size) / base.exp();
        y += correction * y;
        if size < 140.0 {
            y * power(size - 0.5)
        } else {
            let root = power(size / 2.0 - 0.25);
            y * root * root
        }
    }
}

/// `log(|Γ(x)|)` off the poles.
fn log_gamma(x: f64) -> f64 {
    let size = x.abs();
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    if size < 1e-20 {
        return -size.ln();
    }
    let mut y = lanczos(size).ln() - G;
    y += (size - 0.5) * ((size + G - 0.5).ln() - 1.0);
    if x < 0.0 { PI.ln() - sin_pi(size).abs().ln() - size.ln() - y } else { y }
}
