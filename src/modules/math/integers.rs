//! Functions on whole numbers: factorials, combinations, common divisors, square roots.

use crate::types::int::{self, to_bigint};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};
use num_bigint::BigInt;
use num_integer::{Integer, Roots};
use num_traits::{Signed, ToPrimitive, Zero};

/// The functions.
#[rustfmt::skip] // a table
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new("comb", "(n, k, /)", comb, "Number of ways to choose k items from n items without repetition and without order.\n\nEvaluates to n! / (k! * (n - k)!) when k <= n and evaluates\nto zero when k > n.\n\nAlso called the binomial coefficient because it is equivalent\nto the coefficient of k-th term in polynomial expansion of the\nexpression (1 + x)**n.\n\nRaises TypeError if either of the arguments are not integers.\nRaises ValueError if either of the arguments are negative."),
    NativeSpec::new("factorial", "(n, /)", |vm, args| { let n = args.get(vm, 0); factorial(vm, n) }, "Find n!.\n\nRaise a ValueError if x is negative or non-integral."),
    NativeSpec::new("gcd", "(*integers)", |vm, args| fold(vm, args, BigInt::ZERO, |a, b| a.gcd(b)), "Greatest Common Divisor."),
    NativeSpec::new("isqrt", "(n, /)", isqrt, "Return the integer part of the square root of the input."),
    NativeSpec::new("lcm", "(*integers)", |vm, args| fold(vm, args, BigInt::from(1), |a, b| a.lcm(b)), "Least Common Multiple."),
    NativeSpec::new("perm", "(n, k=None, /)", perm, "Number of ways to choose k items from n items without repetition and with order.\n\nEvaluates to n! / (n - k)! when k <= n and evaluates\nto zero when k > n.\n\nIf k is not specified or is None, then k defaults to n\nand the function returns n!.\n\nRaises TypeError if either of the arguments are not integers.\nRaises ValueError if either of the arguments are negative."),
];

/// Joins the arguments' numbers two by two.
fn fold(vm: &mut Vm, args: Args, start: BigInt, join: fn(&BigInt, &BigInt) -> BigInt) -> Res {
    let Value::Tuple(numbers) = args.get(vm, 0) else { return Ok(vm.heap.new_int(start)) };
    let mut total = start;
    for i in 0..vm.heap.tuples[numbers].len() {
        let n = vm.heap.tuples[numbers][i];
        let n = vm.index(n)?;
        total = join(&total, to_bigint(&vm.heap, n).as_ref());
        vm.reserve(total.bits() as usize / 8)?;
        vm.check_limits(1)?;
    }
    Ok(vm.heap.new_int(total.abs()))
}

fn isqrt(vm: &mut Vm, args: Args) -> Res {
    let n = args.get(vm, 0);
    let n = vm.index(n)?;
    if int::is_negative(&vm.heap, n) {
        return Err(vm.value_error("isqrt() argument must be nonnegative"));
    }
    if let Value::Int(n) = n {
        return Ok(Value::Int(n.sqrt()));
    }
    let root = to_bigint(&vm.heap, n).sqrt();
    Ok(vm.heap.new_int(root))
}

/// `first * (first + 1) * … * (first + count - 1)`, halves first: so factors stay about equally long.
fn product(vm: &mut Vm, first: &BigInt, count: u64) -> Res<BigInt> {
    if count > 32 {
        let half = count / 2;
        let low = product(vm, first, half)?;
        let high = product(vm, &(first + half), count - half)?;
        return Ok(low * high);
    }
    vm.check_limits(count)?;
    let mut total = BigInt::from(1);
    for i in 0..count {
        total *= first + i;
    }
    Ok(total)
}

/// Refuses a product of `count` factors up to `largest` that would not fit the memory.
fn reserve_product(vm: &mut Vm, largest: &BigInt, count: u64) -> Res<()> {
    let bits = u128::from(largest.bits().saturating_sub(1)) * u128::from(count) / 2;
    vm.reserve(usize::try_from(bits / 8).unwrap_or(usize::MAX))
}

fn factorial(vm: &mut Vm, n: Value) -> Res {
    let n = vm.index(n)?;
    if int::is_negative(&vm.heap, n) {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    let Value::Int(n) = n else {
        return Err(vm.overflow_error(format!("factorial() argument should not exceed {}", i64::MAX)));
    };
    reserve_product(vm, &BigInt::from(n), n.unsigned_abs())?;
    let all = product(vm, &BigInt::from(1), n.unsigned_abs())?;
    Ok(vm.heap.new_int(all))
}

/// The arguments of `comb` and `perm`: two ints that are not negative.
fn two_counts(vm: &mut Vm, n: Value, k: Value) -> Res<(BigInt, BigInt)> {
    let n = vm.index(n)?;
    let k = vm.index(k)?;
    for (name, value) in [("n", n), ("k", k)] {
        if int::is_negative(&vm.heap, value) {
            return Err(vm.value_error(format!("{name} must be a non-negative integer")));
        }
    }
    Ok((to_bigint(&vm.heap, n).into_owned(), to_bigint(&vm.heap, k).into_owned()))
}

/// `n! / (n - k)!`
fn falling(vm: &mut Vm, n: &BigInt, k: u64) -> Res<BigInt> {
    reserve_product(vm, n, k)?;
    product(vm, &(n - k + 1), k)
}

fn perm(vm: &mut Vm, args: Args) -> Res {
    let [n, k] = args.take(vm);
    if k.or_none().is_none() {
        return factorial(vm, n);
    }
    let (n, k) = two_counts(vm, n, k)?;
    if n < k {
        return Ok(Value::Int(0));
    }
    let Some(k) = k.to_i64() else {
        return Err(vm.overflow_error(format!("k must not exceed {}", i64::MAX)));
    };
    let ways = falling(vm, &n, k.unsigned_abs())?;
    Ok(vm.heap.new_int(ways))
}

fn comb(vm: &mut Vm, args: Args) -> Res {
    let [n, k] = args.take(vm);
    let (n, k) = two_counts(vm, n, k)?;
    if n < k {
        return Ok(Value::Int(0));
    }
    let fewer = (&n - &k).min(k);
    let Some(k) = fewer.to_i64() else {
        return Err(vm.overflow_error(format!("min(n - k, k) must not exceed {}", i64::MAX)));
    };
    let k = k.unsigned_abs();
    let orders = product(vm, &BigInt::from(1), if n.is_zero() { 0 } else { k });
    let ways = falling(vm, &n, k)? / orders?;
    Ok(vm.heap.new_int(ways))
}
