//! Complex functions of infinities and NaNs, by the rules of C99's annex G.

use super::Fault;
use crate::types::complex::Parts;
use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

/// One with the sign of `x`. A NaN has none.
fn sign(x: f64) -> f64 {
    if x.is_nan() { 1.0 } else { 1f64.copysign(x) }
}

pub fn sqrt((x, y): Parts) -> Parts {
    match () {
        () if y.is_infinite() => (INF, y),
        () if x == INF => (INF, if y.is_nan() { y } else { 0f64.copysign(y) }),
        () if x == -INF && y.is_nan() => (y, INF),
        () if x == -INF => (0.0, INF.copysign(y)),
        () => (NAN, NAN),
    }
}

pub fn log((x, y): Parts) -> Parts {
    let length = if x.is_infinite() || y.is_infinite() { INF } else { NAN };
    (length, y.atan2(x))
}

/// `length * (cos(angle), sin(angle))` for an infinite length or one of zero and an angle that is finite. A zero
/// angle keeps its sign, with a length of any kind.
fn turned(length: f64, angle: f64) -> Parts {
    if angle == 0.0 {
        (length, 0f64.copysign(angle) * 1f64.copysign(length))
    } else {
        (length.copysign(length * angle.cos()), length.copysign(length * angle.sin()))
    }
}

pub fn exp((x, y): Parts) -> Result<Parts, Fault> {
    if x == -INF {
        return Ok(if y.is_finite() { turned(0.0, y) } else { (0.0, 0.0) });
    }
    if y.is_infinite() && !x.is_nan() {
        return Err(Fault::Domain);
    }
    Ok(match () {
        () if x.is_nan() => (x, if y == 0.0 { y } else { NAN }),
        () if x == INF && y.is_nan() => (INF, NAN),
        () if x == INF => turned(INF, y),
        () => (NAN, NAN),
    })
}

pub fn cosh((x, y): Parts) -> Result<Parts, Fault> {
    if y.is_infinite() && !x.is_nan() {
        return Err(Fault::Domain);
    }
    Ok(match () {
        () if x.is_infinite() && y.is_nan() => (INF, NAN),
        () if x.is_infinite() => {
            let (re, im) = turned(INF, y);
            (re, im * 1f64.copysign(x))
        }
        () if x.is_nan() => (x, if y == 0.0 { 0.0 } else { NAN }),
        () => (NAN, if x == 0.0 { 0.0 } else { NAN }),
    })
}

pub fn sinh((x, y): Parts) -> Result<Parts, Fault> {
    if y.is_infinite() && !x.is_nan() {
        return Err(Fault::Domain);
    }
    Ok(match () {
        () if x.is_infinite() && y.is_nan() => (INF, NAN),
        () if x.is_infinite() => {
            let (re, im) = turned(INF, y);
            (re * 1f64.copysign(x), im)
        }
        () if x.is_nan() => (x, if y == 0.0 { y } else { NAN }),
        () => (if x == 0.0 { 0.0 } else { NAN }, NAN),
    })
}

pub fn tanh((x, y): Parts) -> Result<Parts, Fault> {
    if x.is_infinite() {
        let sign = if y.is_finite() { (2.0 * y).sin() } else { 1.0 };
        return Ok((1f64.copysign(x), 0f64.copysign(if y == 0.0 { y } else { sign })));
    }
    if y.is_infinite() && x.is_finite() {
        return Err(Fault::Domain);
    }
    Ok((NAN, if x.is_nan() && y == 0.0 { y } else { NAN }))
}

pub fn acos((x, y): Parts) -> Parts {
    let angle = match () {
        () if y.is_infinite() && x.is_infinite() => y.abs().atan2(x),
        () if y.is_infinite() => {
            if x.is_nan() {
                NAN
            } else {
                FRAC_PI_2
            }
        }
        () if x == 0.0 => FRAC_PI_2,
        () if y.is_nan() || x.is_nan() => NAN,
        () => {
            if x == INF {
                0.0
            } else {
                PI
            }
        }
    };
    let length = match () {
        () if y.is_nan() && x.is_infinite() => INF,
        () if y.is_infinite() || x.is_infinite() => INF.copysign(-y),
        () => NAN,
    };
    (angle, length)
}

pub fn acosh((x, y): Parts) -> Parts {
    let length = if x.is_infinite() || y.is_infinite() { INF } else { NAN };
    let angle = if x == 0.0 && y.is_nan() { NAN } else { y.atan2(x) };
    (length, angle)
}

pub fn asinh((x, y): Parts) -> Parts {
    match () {
        () if x.is_infinite() && y.is_infinite() => (x, FRAC_PI_4.copysign(y)),
        () if x.is_infinite() => (x, if y.is_nan() { y } else { 0f64.copysign(y) }),
        () if y.is_infinite() => (INF * sign(x), if x.is_nan() { NAN } else { FRAC_PI_2.copysign(y) }),
        () => (NAN, if y == 0.0 { y } else { NAN }),
    }
}

pub fn atanh((x, y): Parts) -> Parts {
    match () {
        () if y.is_infinite() => (0.0 * sign(x), FRAC_PI_2.copysign(y)),
        () if x.is_infinite() => (0f64.copysign(x), if y.is_nan() { y } else { FRAC_PI_2.copysign(y) }),
        () => (if x == 0.0 { x } else { NAN }, NAN),
    }
}

pub fn rect(length: f64, angle: f64) -> Result<Parts, Fault> {
    if angle.is_infinite() && length != 0.0 && !length.is_nan() {
        return Err(Fault::Domain);
    }
    Ok(match () {
        () if length.is_nan() => (length, if angle == 0.0 { 0.0 } else { NAN }),
        () if angle.is_nan() && length == 0.0 => (0.0, 0.0),
        () if angle.is_infinite() => (0.0, 0.0),
        () if angle.is_nan() => (if length.is_infinite() { INF } else { NAN }, NAN),
        () => {
            let (re, im) = turned(INF, angle);
            let sign = 1f64.copysign(length);
            (re * sign, im * sign)
        }
    })
}
