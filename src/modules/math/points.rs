//! Distances: `hypot` and `dist`.

use super::exact_sum::{ExactSum, two_product};
use crate::types::float;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};

/// The functions.
#[rustfmt::skip] // a table
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new("dist", "(p, q, /)", dist, "Return the Euclidean distance between two points p and q.\n\nThe points should be specified as sequences (or iterables) of\ncoordinates.  Both inputs must have the same dimension.\n\nRoughly equivalent to:\n    sqrt(sum((px - qx) ** 2.0 for px, qx in zip(p, q)))"),
    NativeSpec::new("hypot", "(*coordinates)", hypot, "hypot(*coordinates) -> value\n\nMultidimensional Euclidean distance from the origin to a point.\n\nRoughly equivalent to:\n    sqrt(sum(x**2 for x in coordinates))\n\nFor a two dimensional point (x, y), gives the hypotenuse\nusing the Pythagorean theorem:  sqrt(x*x + y*y).\n\nFor example, the hypotenuse of a 3/4/5 right triangle is:\n\n    >>> hypot(3.0, 4.0)\n    5.0\n"),
];

fn hypot(vm: &mut Vm, args: Args) -> Res {
    let coordinates = args.get(vm, 0);
    let coordinates = coordinates_of(vm, coordinates)?;
    Ok(Value::Float(norm(coordinates)))
}

fn dist(vm: &mut Vm, args: Args) -> Res {
    let [p, q] = args.take(vm);
    let p = vm.to_vec(p)?;
    let p = vm.heap.new_tuple(p);
    let q = vm.to_vec(q)?;
    let q = vm.heap.new_tuple(q);
    if vm.len(p)? != vm.len(q)? {
        return Err(vm.value_error("both points must have the same number of dimensions"));
    }
    let (p, q) = (coordinates_of(vm, p)?, coordinates_of(vm, q)?);
    Ok(Value::Float(norm(p.iter().zip(&q).map(|(x, y)| x - y).collect())))
}

/// The floats of a tuple.
fn coordinates_of(vm: &mut Vm, tuple: Value) -> Res<Vec<f64>> {
    let Value::Tuple(k) = tuple else { return Ok(Vec::new()) };
    let mark = vm.pin(tuple);
    let mut out = Vec::with_capacity(vm.heap.tuples[k].len());
    for i in 0..vm.heap.tuples[k].len() {
        let x = vm.heap.tuples[k][i];
        out.push(float::argument(vm, x)?);
    }
    vm.unpin_to(mark);
    Ok(out)
}

/// The length of a vector, rounded once in all but the rarest cases, without overflow on the way.
pub fn norm(mut vector: Vec<f64>) -> f64 {
    let largest = vector.iter().fold(0.0, |a: f64, x| a.max(x.abs()));
    if largest.is_infinite() {
        return f64::INFINITY;
    }
    if let Some(&nan) = vector.iter().find(|x| x.is_nan()) {
        return nan;
    }
    if largest == 0.0 || vector.len() == 1 {
        return largest;
    }
    // By a power of two, which changes no digit: the largest becomes about one.
    let (_, exponent) = libm::frexp(largest);
    let mut squares = ExactSum::default();
    for x in &mut vector {
        *x = libm::scalbn(*x, -exponent);
        add_square(&mut squares, *x, 1.0);
    }
    // The root is off by half the difference of the squares, divided by the root.
    let root = squares.round().sqrt();
    add_square(&mut squares, root, -1.0);
    libm::scalbn(root + squares.round() / (2.0 * root), exponent)
}

/// Adds `sign * x * x` without rounding.
fn add_square(sum: &mut ExactSum, x: f64, sign: f64) {
    let (square, error) = two_product(x, x);
    sum.add(sign * square);
    sum.add(sign * error);
}
