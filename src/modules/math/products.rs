//! Sums and products over iterables: `fsum`, `sumprod`, `prod`.

use super::exact_sum::{ExactSum, two_product};
use crate::code::op::BinaryOp;
use crate::types::float;
use crate::types::int::to_bigint;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};
use num_bigint::BigInt;

/// The functions.
#[rustfmt::skip] // a table
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new("fsum", "(seq, /)", fsum, "Return an accurate floating-point sum of values in the iterable seq.\n\nAssumes IEEE-754 floating-point arithmetic."),
    NativeSpec::new("prod", "(iterable, /, *, start=1)", prod, "Calculate the product of all the elements in the input iterable.\n\nThe default start value for the product is 1.\n\nWhen the iterable is empty, return the start value.  This function is\nintended specifically for use with numeric values and may reject\nnon-numeric types."),
    NativeSpec::new("sumprod", "(p, q, /)", sumprod, "Return the sum of products of values from two iterables p and q.\n\nRoughly equivalent to:\n\n    sum(itertools.starmap(operator.mul, zip(p, q, strict=True)))\n\nFor float and mixed int/float inputs, the intermediate products\nand sums are computed with extended precision."),
];

fn fsum(vm: &mut Vm, args: Args) -> Res {
    let numbers = args.get(vm, 0);
    let mut sum = ExactSum::default();
    // Infinities and NaNs are kept apart: they decide the result, whatever the rest adds up to.
    let (mut special, mut infinities) = (None, 0.0);
    vm.for_each(numbers, |vm, item| {
        let x = float::argument(vm, item)?;
        if x.is_finite() {
            return if sum.add(x) { Ok(()) } else { Err(vm.overflow_error("intermediate overflow in fsum")) };
        }
        if x.is_infinite() {
            infinities += x;
        }
        special = Some(special.unwrap_or(0.0) + x);
        Ok(())
    })?;
    match special {
        Some(_) if infinities.is_nan() => Err(vm.value_error("-inf + inf in fsum")),
        Some(special) => Ok(Value::Float(special)),
        None => Ok(Value::Float(sum.round())),
    }
}

/// A running product. Ints are multiplied without making objects: the product of many is large.
enum Product {
    Int(BigInt),
    Other(Value),
}

fn prod(vm: &mut Vm, args: Args) -> Res {
    let [iterable, start] = args.take(vm);
    let mut total = match start {
        Value::Undef => Product::Int(BigInt::from(1)),
        Value::Int(_) | Value::BigInt(_) => Product::Int(to_bigint(&vm.heap, start).into_owned()),
        _ => Product::Other(start),
    };
    let mark = vm.heap.pins.len();
    let it = vm.iter(iterable)?;
    vm.pin(it);
    while let Some(item) = vm.next(it)? {
        let item_mark = vm.pin(item);
        let so_far = match total {
            Product::Int(n) if matches!(item, Value::Int(_) | Value::BigInt(_)) => {
                let n = n * to_bigint(&vm.heap, item).as_ref();
                vm.check_limits(1)?;
                vm.reserve(n.bits() as usize / 8)?;
                total = Product::Int(n);
                vm.unpin_to(item_mark);
                continue;
            }
            Product::Int(n) => vm.heap.new_int(n),
            Product::Other(v) => v,
        };
        total = Product::Other(vm.binary(BinaryOp::Mul, false, so_far, item)?);
        vm.unpin_to(item_mark);
    }
    vm.unpin_to(mark);
    Ok(match total {
        Product::Int(n) => vm.heap.new_int(n),
        Product::Other(v) => v,
    })
}

/// The state of `sumprod`: products of floats are collected without rounding as long as floats come.
struct SumOfProducts {
    total: Value,
    floats: ExactSum,
    /// Floats were collected; their sum may be zero.
    collecting: bool,
}

fn sumprod(vm: &mut Vm, args: Args) -> Res {
    let [p, q] = args.take(vm);
    let p = vm.iter(p)?;
    let outer = vm.pin(p);
    let q = vm.iter(q)?;
    vm.pin(q);
    let mut sum = SumOfProducts { total: Value::Int(0), floats: ExactSum::default(), collecting: false };
    let mut count = 0u64;
    loop {
        let mark = vm.pin(sum.total);
        let a = vm.next(p)?;
        vm.pin(a.unwrap_or_default());
        let b = vm.next(q)?;
        vm.pin(b.unwrap_or_default());
        match (a, b) {
            (Some(a), Some(b)) => sum.add(vm, a, b)?,
            (None, None) => break,
            _ => return Err(vm.value_error("Inputs are not the same length")),
        }
        vm.unpin_to(mark);
        count += 1;
        if count.is_multiple_of(1024) {
            vm.check_limits(1024)?;
        }
    }
    sum.finish_floats(vm)?;
    vm.unpin_to(outer);
    Ok(sum.total)
}

impl SumOfProducts {
    /// Far enough from the end of the range of floats that two such numbers may be added.
    const SAFE: f64 = 1e307;

    fn add(&mut self, vm: &mut Vm, a: Value, b: Value) -> Res<()> {
        if let Some((x, y)) = float_factors(vm, a, b)
            && matches!(self.total, Value::Int(_) | Value::Float(_))
        {
            let (product, error) = two_product(x, y);
            if product.abs() < Self::SAFE && self.floats.largest().abs() < Self::SAFE {
                self.floats.add(product);
                self.floats.add(error);
                self.collecting = true;
                return Ok(());
            }
        }
        self.finish_floats(vm)?;
        let product = vm.binary(BinaryOp::Mul, false, a, b)?;
        self.total = vm.binary(BinaryOp::Add, false, self.total, product)?;
        Ok(())
    }

    /// Adds what was collected, rounded once.
    fn finish_floats(&mut self, vm: &mut Vm) -> Res<()> {
        if std::mem::take(&mut self.collecting) {
            let sum = std::mem::take(&mut self.floats).round();
            self.total = vm.binary(BinaryOp::Add, false, self.total, Value::Float(sum))?;
        }
        Ok(())
    }
}

/// Two factors as floats: one is a float, and the other a float or an int that fits one.
fn float_factors(vm: &Vm, a: Value, b: Value) -> Option<(f64, f64)> {
    let as_float = |v| match v {
        Value::Float(f) => Some(f),
        Value::Int(i) => Some(i as f64),
        Value::Bool(b) => Some(f64::from(u8::from(b))),
        Value::BigInt(k) => num_traits::ToPrimitive::to_f64(&vm.heap.bigints[k]).filter(|f| f.is_finite()),
        _ => None,
    };
    if !matches!(a, Value::Float(_)) && !matches!(b, Value::Float(_)) {
        return None;
    }
    Some((as_float(a)?, as_float(b)?))
}
