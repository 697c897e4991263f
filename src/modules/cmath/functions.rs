//! Complex functions, by the formulas of Kahan ("Branch Cuts for Complex Elementary Functions", 1987), which keep
//! their digits and the signs of zeros near the branch cuts.

use super::Fault;
use super::special;
use crate::modules::math;
use crate::types::complex::Parts;
use std::f64::consts::{E, FRAC_PI_2, LN_2, LN_10};

/// A result, or why there is none.
type Answer = Result<Parts, Fault>;

/// Beyond this a square, and a sum of squares, might overflow.
const LARGE: f64 = f64::MAX / 4.0;

fn is_special((x, y): Parts) -> bool {
    !x.is_finite() || !y.is_finite()
}

/// `i * z`
fn times_i((x, y): Parts) -> Parts {
    (-y, x)
}

/// `-i * z`
fn over_i((x, y): Parts) -> Parts {
    (y, -x)
}

/// A result of finite arguments: an infinite one is out of range.
fn finite(z: Parts) -> Answer {
    if z.0.is_infinite() || z.1.is_infinite() { Err(Fault::Range) } else { Ok(z) }
}

pub fn sqrt(z: Parts) -> Parts {
    let (x, y) = z;
    if is_special(z) {
        return special::sqrt(z);
    }
    if x == 0.0 && y == 0.0 {
        return (0.0, y);
    }
    let (mut ax, ay) = (x.abs(), y.abs());
    // sqrt((|x| + |z|) / 2), scaled so that the sum neither overflows nor loses digits.
    let s = if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE {
        ax = libm::scalbn(ax, 53);
        libm::scalbn((ax + ax.hypot(libm::scalbn(ay, 53))).sqrt(), -27)
    } else {
        ax /= 8.0;
        2.0 * (ax + ax.hypot(ay / 8.0)).sqrt()
    };
    let d = ay / (2.0 * s);
    if x >= 0.0 { (s, d.copysign(y)) } else { (d, s.copysign(y)) }
}

pub fn log(z: Parts) -> Answer {
    if is_special(z) {
        return Ok(special::log(z));
    }
    let (ax, ay) = (z.0.abs(), z.1.abs());
    let length = if ax > LARGE || ay > LARGE {
        (ax / 2.0).hypot(ay / 2.0).ln() + LN_2
    } else if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE {
        if ax == 0.0 && ay == 0.0 {
            return Err(Fault::Domain);
        }
        libm::scalbn(ax, 53).hypot(libm::scalbn(ay, 53)).ln() - 53.0 * LN_2
    } else {
        let h = ax.hypot(ay);
        // Near one the logarithm is small: from the difference of the squares.
        if (0.71..=1.73).contains(&h) {
            let (larger, smaller) = (ax.max(ay), ax.min(ay));
            ((larger - 1.0) * (larger + 1.0) + smaller * smaller).ln_1p() / 2.0
        } else {
            h.ln()
        }
    };
    Ok((length, z.1.atan2(z.0)))
}

pub fn log10(z: Parts) -> Answer {
    let (re, im) = log(z)?;
    Ok((re / LN_10, im / LN_10))
}

/// `length * (cos(angle) + i sin(angle))`, also where the length alone would overflow.
fn grown(exponent: f64, angle: f64) -> Parts {
    let length = if exponent > LARGE.ln() { (exponent - 1.0).exp() } else { exponent.exp() };
    let more = if exponent > LARGE.ln() { E } else { 1.0 };
    (length * angle.cos() * more, length * angle.sin() * more)
}

pub fn exp(z: Parts) -> Answer {
    if is_special(z) { special::exp(z) } else { finite(grown(z.0, z.1)) }
}

pub fn cosh(z: Parts) -> Answer {
    let (x, y) = z;
    if is_special(z) {
        return special::cosh(z);
    }
    if x.abs() > LARGE.ln() {
        let shrunk = x - 1f64.copysign(x);
        return finite((y.cos() * shrunk.cosh() * E, y.sin() * shrunk.sinh() * E));
    }
    finite((y.cos() * x.cosh(), y.sin() * x.sinh()))
}

pub fn sinh(z: Parts) -> Answer {
    let (x, y) = z;
    if is_special(z) {
        return special::sinh(z);
    }
    if x.abs() > LARGE.ln() {
        let shrunk = x - 1f64.copysign(x);
        return finite((y.cos() * shrunk.sinh() * E, y.sin() * shrunk.cosh() * E));
    }
    finite((y.cos() * x.sinh(), y.sin() * x.cosh()))
}

pub fn tanh(z: Parts) -> Answer {
    let (x, y) = z;
    if is_special(z) {
        return special::tanh(z);
    }
    if x.abs() > LARGE.ln() {
        return Ok((1f64.copysign(x), 4.0 * y.sin() * y.cos() * (-2.0 * x.abs()).exp()));
    }
    let (tx, ty) = (x.tanh(), y.tan());
    let cx = 1.0 / x.cosh();
    let product = tx * ty;
    let denominator = 1.0 + product * product;
    Ok((tx * (1.0 + ty * ty) / denominator, (ty / denominator) * cx * cx))
}

pub fn cos(z: Parts) -> Answer {
    cosh(times_i(z))
}

pub fn sin(z: Parts) -> Answer {
    sinh(times_i(z)).map(over_i)
}

pub fn tan(z: Parts) -> Answer {
    tanh(times_i(z)).map(over_i)
}

/// `log(2 |z|)` for a `z` beyond which one plus or minus is nothing.
fn log_twice((x, y): Parts) -> f64 {
    (x / 2.0).hypot(y / 2.0).ln() + LN_2 * 2.0
}

pub fn acos(z: Parts) -> Answer {
    let (x, y) = z;
    if is_special(z) {
        return Ok(special::acos(z));
    }
    if x.abs() > LARGE || y.abs() > LARGE {
        let im = log_twice(z);
        let im = if x < 0.0 { -im.copysign(y) } else { im.copysign(-y) };
        return Ok((y.abs().atan2(x), im));
    }
    let (a, b) = (sqrt((1.0 - x, -y)), sqrt((1.0 + x, y)));
    Ok((2.0 * a.0.atan2(b.0), math::asinh(b.0 * a.1 - b.1 * a.0)))
}

pub fn acosh(z: Parts) -> Answer {
    let (x, y) = z;
    if is_special(z) {
        return Ok(special::acosh(z));
    }
    if x.abs() > LARGE || y.abs() > LARGE {
        return Ok((log_twice(z), y.atan2(x)));
    }
    let (a, b) = (sqrt((x - 1.0, y)), sqrt((x + 1.0, y)));
    Ok((math::asinh(a.0 * b.0 + a.1 * b.1), 2.0 * a.1.atan2(b.0)))
}

pub fn asinh(z: Parts) -> Answer {
    let (x, y) = z;
    if is_special(z) {
        return Ok(special::asinh(z));
    }
    if x.abs() > LARGE || y.abs() > LARGE {
        let re = log_twice(z);
        let re = if y >= 0.0 { re.copysign(x) } else { -re.copysign(-x) };
        return Ok((re, y.atan2(x.abs())));
    }
    let (a, b) = (sqrt((1.0 + y, -x)), sqrt((1.0 - y, x)));
    Ok((math::asinh(a.0 * b.1 - b.0 * a.1), y.atan2(a.0 * b.0 - a.1 * b.1)))
}

pub fn asin(z: Parts) -> Answer {
    asinh(times_i(z)).map(over_i)
}

pub fn atanh(z: Parts) -> Answer {
    let (x, y) = z;
    if is_special(z) {
        return Ok(special::atanh(z));
    }
    // An odd function: the right half plane is enough.
    if x < 0.0 || x == 0.0 && x.is_sign_negative() {
        return atanh((-x, -y)).map(|(re, im)| (-re, -im));
    }
    let ay = y.abs();
    if x > LARGE.sqrt() || ay > LARGE.sqrt() {
        let h = (x / 2.0).hypot(y / 2.0);
        return Ok((x / 4.0 / h / h, -FRAC_PI_2.copysign(-y)));
    }
    if x == 1.0 && ay < f64::MIN_POSITIVE.sqrt() {
        if ay == 0.0 {
            return Err(Fault::Domain);
        }
        return Ok((-(ay.sqrt() / ay.hypot(2.0).sqrt()).ln(), (2f64.atan2(-ay) / 2.0).copysign(y)));
    }
    let re = (4.0 * x / ((1.0 - x) * (1.0 - x) + ay * ay)).ln_1p() / 4.0;
    Ok((re, -(-2.0 * y).atan2((1.0 - x) * (1.0 + x) - ay * ay) / 2.0))
}

pub fn atan(z: Parts) -> Answer {
    atanh(times_i(z)).map(over_i)
}

pub fn rect(length: f64, angle: f64) -> Answer {
    if is_special((length, angle)) {
        return special::rect(length, angle);
    }
    if angle == 0.0 {
        return Ok((length, length * angle));
    }
    Ok((length * angle.cos(), length * angle.sin()))
}
