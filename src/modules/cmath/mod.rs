//! The module `cmath`: the functions of `math` on complex numbers.

mod functions;
mod special;

use crate::modules::math;
use crate::types::complex::{self, Parts};
use crate::types::float;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "cmath",
    doc: "This module provides access to mathematical functions for complex\nnumbers.",
    functions: FUNCTIONS,
    classes: &[],
    init: Some(init),
};

#[rustfmt::skip] // a table
static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new("acos", "(z, /)", |vm, args| apply(vm, args, functions::acos), "Return the arc cosine of z."),
    NativeSpec::new("acosh", "(z, /)", |vm, args| apply(vm, args, functions::acosh), "Return the inverse hyperbolic cosine of z."),
    NativeSpec::new("asin", "(z, /)", |vm, args| apply(vm, args, functions::asin), "Return the arc sine of z."),
    NativeSpec::new("asinh", "(z, /)", |vm, args| apply(vm, args, functions::asinh), "Return the inverse hyperbolic sine of z."),
    NativeSpec::new("atan", "(z, /)", |vm, args| apply(vm, args, functions::atan), "Return the arc tangent of z."),
    NativeSpec::new("atanh", "(z, /)", |vm, args| apply(vm, args, functions::atanh), "Return the inverse hyperbolic tangent of z."),
    NativeSpec::new("cos", "(z, /)", |vm, args| apply(vm, args, functions::cos), "Return the cosine of z."),
    NativeSpec::new("cosh", "(z, /)", |vm, args| apply(vm, args, functions::cosh), "Return the hyperbolic cosine of z."),
    NativeSpec::new("exp", "(z, /)", |vm, args| apply(vm, args, functions::exp), "Return the exponential value e**z."),
    NativeSpec::new("isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", isclose, "Determine whether two complex numbers are close in value.\n\n  rel_tol\n    maximum difference for being considered \"close\", relative to the\n    magnitude of the input values\n  abs_tol\n    maximum difference for being considered \"close\", regardless of the\n    magnitude of the input values\n\nReturn True if a is close in value to b, and False otherwise.\n\nFor the values to be considered close, the difference between them must be\nsmaller than at least one of the tolerances.\n\n-inf, inf and NaN behave similarly to the IEEE 754 Standard. That is, NaN is\nnot close to anything, even itself. inf and -inf are only close to themselves."),
    NativeSpec::new("isfinite", "(z, /)", |vm, args| test(vm, args, |(x, y)| x.is_finite() && y.is_finite()), "Return True if both the real and imaginary parts of z are finite, else False."),
    NativeSpec::new("isinf", "(z, /)", |vm, args| test(vm, args, |(x, y)| x.is_infinite() || y.is_infinite()), "Checks if the real or imaginary part of z is infinite."),
    NativeSpec::new("isnan", "(z, /)", |vm, args| test(vm, args, |(x, y)| x.is_nan() || y.is_nan()), "Checks if the real or imaginary part of z not a number (NaN)."),
    NativeSpec::new("log", "(z, base=<unrepresentable>, /)", log, "log(z[, base]) -> the logarithm of z to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of z."),
    NativeSpec::new("log10", "(z, /)", |vm, args| apply(vm, args, functions::log10), "Return the base-10 logarithm of z."),
    NativeSpec::new("phase", "(z, /)", phase, "Return argument, also known as the phase angle, of a complex."),
    NativeSpec::new("polar", "(z, /)", polar, "Convert a complex from rectangular coordinates to polar coordinates.\n\nr is the distance from 0 and phi the phase angle."),
    NativeSpec::new("rect", "(r, phi, /)", rect, "Convert from polar coordinates to rectangular coordinates."),
    NativeSpec::new("sin", "(z, /)", |vm, args| apply(vm, args, functions::sin), "Return the sine of z."),
    NativeSpec::new("sinh", "(z, /)", |vm, args| apply(vm, args, functions::sinh), "Return the hyperbolic sine of z."),
    NativeSpec::new("sqrt", "(z, /)", |vm, args| apply(vm, args, |z| Ok(functions::sqrt(z))), "Return the square root of z."),
    NativeSpec::new("tan", "(z, /)", |vm, args| apply(vm, args, functions::tan), "Return the tangent of z."),
    NativeSpec::new("tanh", "(z, /)", |vm, args| apply(vm, args, functions::tanh), "Return the hyperbolic tangent of z."),
];

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    math::constants(vm, ns);
    for (name, imaginary) in [("infj", f64::INFINITY), ("nanj", f64::NAN)] {
        let value = vm.heap.new_complex(0.0, imaginary);
        vm.heap.ns_set_text(ns, name, value);
    }
    Ok(())
}

/// Why a function has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// It has no value there.
    Domain,
    /// The value is beyond all floats.
    Range,
}

fn raise_fault<T>(vm: &mut Vm, result: Result<T, Fault>) -> Res<T> {
    result.map_err(|fault| match fault {
        Fault::Domain => math::domain_error(vm),
        Fault::Range => math::range_error(vm),
    })
}

fn argument(vm: &mut Vm, args: Args, i: usize) -> Res<Parts> {
    let z = args.get(vm, i);
    complex::argument(vm, z)
}

fn apply(vm: &mut Vm, args: Args, f: fn(Parts) -> Result<Parts, Fault>) -> Res {
    let z = argument(vm, args, 0)?;
    let (re, im) = raise_fault(vm, f(z))?;
    Ok(vm.heap.new_complex(re, im))
}

fn test(vm: &mut Vm, args: Args, is: fn(Parts) -> bool) -> Res {
    Ok(Value::Bool(is(argument(vm, args, 0)?)))
}

fn log(vm: &mut Vm, args: Args) -> Res {
    let z = argument(vm, args, 0)?;
    let mut result = functions::log(z);
    if !args.get(vm, 1).is_undef() {
        let base = argument(vm, args, 1)?;
        let quotient = |a, b| complex::divide(a, b).ok_or(Fault::Domain);
        result = result.and_then(|log| functions::log(base).and_then(|base| quotient(log, base)));
    }
    let (re, im) = raise_fault(vm, result)?;
    Ok(vm.heap.new_complex(re, im))
}

fn phase(vm: &mut Vm, args: Args) -> Res {
    let (x, y) = argument(vm, args, 0)?;
    Ok(Value::Float(y.atan2(x)))
}

fn polar(vm: &mut Vm, args: Args) -> Res {
    let (x, y) = argument(vm, args, 0)?;
    let length = x.hypot(y);
    if length.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(math::range_error(vm));
    }
    Ok(vm.heap.new_tuple([Value::Float(length), Value::Float(y.atan2(x))]))
}

fn rect(vm: &mut Vm, args: Args) -> Res {
    let (length, angle) = (args.get(vm, 0), args.get(vm, 1));
    let length = float::argument(vm, length)?;
    let angle = float::argument(vm, angle)?;
    let (re, im) = raise_fault(vm, functions::rect(length, angle))?;
    Ok(vm.heap.new_complex(re, im))
}

fn isclose(vm: &mut Vm, args: Args) -> Res {
    let (a, b) = (argument(vm, args, 0)?, argument(vm, args, 1)?);
    let tolerances = math::tolerances(vm, args)?;
    let size = |(x, y): Parts| x.hypot(y);
    let difference = size((a.0 - b.0, a.1 - b.1));
    Ok(Value::Bool(a == b || math::is_within(difference, [size(a), size(b)], tolerances)))
}
