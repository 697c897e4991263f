//! Built-in functions on numbers: `abs`, `bin`, `chr`, `divmod`, `hex`, `oct`, `ord`, `pow`, `round`, `sum`.

use crate::code::op::BinaryOp;
use crate::types::int;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};

/// The functions.
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new("abs", "(x, /)", abs, "Return the absolute value of the argument."),
    NativeSpec::new(
        "bin",
        "(number, /)",
        bin,
        "Return the binary representation of an integer.\n\n   >>> bin(2796202)\n   '0b1010101010101010101010'",
    ),
    NativeSpec::new(
        "chr",
        "(i, /)",
        chr,
        "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.",
    ),
    NativeSpec::new("divmod", "(x, y, /)", divmod, "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x."),
    NativeSpec::new(
        "hex",
        "(number, /)",
        hex,
        "Return the hexadecimal representation of an integer.\n\n   >>> hex(12648430)\n   '0xc0ffee'",
    ),
    NativeSpec::new(
        "oct",
        "(number, /)",
        oct,
        "Return the octal representation of an integer.\n\n   >>> oct(342391)\n   '0o1234567'",
    ),
    NativeSpec::new("ord", "(c, /)", ord, "Return the Unicode code point for a one-character string."),
    NativeSpec::new(
        "pow",
        "(base, exp, mod=None)",
        pow,
        "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments\n\nSome types, such as ints, are able to use a more efficient algorithm when\ninvoked using the three argument form.",
    ),
    NativeSpec::new(
        "round",
        "(number, ndigits=None)",
        round,
        "Round a number to a given precision in decimal digits.\n\nThe return value is an integer if ndigits is omitted or None.  Otherwise\nthe return value has the same type as the number.  ndigits may be negative.",
    ),
    NativeSpec::new(
        "sum",
        "(iterable, /, start=0)",
        sum,
        "Return the sum of a 'start' value (default: 0) plus an iterable of numbers\n\nWhen the iterable is empty, return the start value.\nThis function is intended specifically for use with numeric values and may\nreject non-numeric types.",
    ),
];

/// `abs(x)`
pub fn abs(vm: &mut Vm, args: Args) -> Res {
    let [x] = args.take(vm);
    match x {
        Value::Int(i) if i > i64::MIN => return Ok(Value::Int(i.abs())),
        Value::Float(f) => return Ok(Value::Float(f.abs())),
        _ => {}
    }
    let name = vm.heap.names.__abs__;
    match vm.call_special(x, name, &[])? {
        Some(v) => Ok(v),
        None => {
            let t = vm.type_name(x);
            Err(vm.type_error(format!("bad operand type for abs(): '{t}'")))
        }
    }
}

fn digits(vm: &mut Vm, args: Args, radix: u32, prefix: &str) -> Res {
    let [x] = args.take(vm);
    let n = vm.index(x)?;
    let text = int::to_radix(&vm.heap, n, radix, prefix);
    Ok(vm.heap.new_str(text))
}

fn bin(vm: &mut Vm, args: Args) -> Res {
    digits(vm, args, 2, "0b")
}

fn oct(vm: &mut Vm, args: Args) -> Res {
    digits(vm, args, 8, "0o")
}

fn hex(vm: &mut Vm, args: Args) -> Res {
    digits(vm, args, 16, "0x")
}

fn chr(vm: &mut Vm, args: Args) -> Res {
    let [x] = args.take(vm);
    match vm.index(x)? {
        Value::Int(i @ 0..=0x10ffff) => Ok(vm.heap.new_char(i as u32)),
        _ => Err(vm.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(vm: &mut Vm, args: Args) -> Res {
    let [c] = args.take(vm);
    let (len, first) = match vm.payload(c) {
        Value::Str(k) => (vm.heap.strs[k].len(), vm.heap.strs[k].code_point_at(0)),
        Value::Bytes(k) => (vm.heap.bytes[k].len(), vm.heap.bytes[k].first().map(|&b| u32::from(b))),
        Value::ByteArray(k) => (vm.heap.bytearrays[k].len(), vm.heap.bytearrays[k].first().map(|&b| u32::from(b))),
        _ => {
            let t = vm.type_name(c);
            return Err(vm.type_error(format!("ord() expected string of length 1, but {t} found")));
        }
    };
    match first {
        Some(c) if len == 1 => Ok(Value::Int(i64::from(c))),
        _ => Err(vm.type_error(format!("ord() expected a character, but string of length {len} found"))),
    }
}

fn divmod(vm: &mut Vm, args: Args) -> Res {
    let [x, y] = args.take(vm);
    vm.divmod(x, y)
}

fn pow(vm: &mut Vm, args: Args) -> Res {
    let [base, exponent, modulus] = args.take(vm);
    if modulus.or_none().is_none() {
        return vm.binary(BinaryOp::Pow, false, base, exponent);
    }
    vm.power_modulo(base, exponent, modulus)
}

fn round(vm: &mut Vm, args: Args) -> Res {
    let [number, digits] = args.take(vm);
    let name = vm.heap.names.__round__;
    let answer = match digits.or_none() {
        Value::None => vm.call_special(number, name, &[])?,
        digits => vm.call_special(number, name, &[digits])?,
    };
    match answer {
        Some(v) => Ok(v),
        None => {
            let t = vm.type_name(number);
            Err(vm.type_error(format!("type {t} doesn't define __round__ method")))
        }
    }
}

fn sum(vm: &mut Vm, args: Args) -> Res {
    let [iterable, start] = args.take(vm);
    let kind = match vm.payload(start) {
        Value::Str(_) => Some(("strings", "''")),
        Value::Bytes(_) => Some(("bytes", "b''")),
        Value::ByteArray(_) => Some(("bytearray", "b''")),
        _ => None,
    };
    if let Some((what, empty)) = kind {
        return Err(vm.type_error(format!("sum() can't sum {what} [use {empty}.join(seq) instead]")));
    }
    let it = vm.iter(iterable)?;
    let mut total = start.bound().unwrap_or(Value::Int(0));
    let mut next = vm.next(it)?;
    // Ints and floats are summed without making objects; what ends a run of them is added the general way.
    while let Some(item) = next {
        (total, next) = match total {
            Value::Int(i) => sum_ints(vm, it, i, item)?,
            Value::Float(f) => sum_floats(vm, it, f, item)?,
            _ => (total, Some(item)),
        };
        let Some(item) = next else { break };
        let mark = vm.pin(total);
        total = vm.binary(BinaryOp::Add, false, total, item)?;
        vm.unpin_to(mark);
        next = if matches!(total, Value::Int(_) | Value::Float(_)) {
            vm.next(it)?
        } else {
            let mark = vm.pin(total);
            let next = vm.next(it);
            vm.unpin_to(mark);
            next?
        };
    }
    Ok(total)
}

/// Adds small ints as long as they come and the sum is small; the sum, and the item that wasn't added.
fn sum_ints(vm: &mut Vm, it: Value, mut total: i64, first: Value) -> Res<(Value, Option<Value>)> {
    let mut next = Some(first);
    while let Some(Value::Int(_) | Value::Bool(_)) = next {
        let i = match next {
            Some(Value::Int(i)) => i,
            Some(Value::Bool(b)) => i64::from(b),
            _ => break,
        };
        match total.checked_add(i) {
            Some(sum) => total = sum,
            None => break,
        }
        next = vm.next(it)?;
    }
    Ok((Value::Int(total), next))
}

/// As [`sum_ints`] for floats, with Neumaier's compensation for the digits each addition loses.
fn sum_floats(vm: &mut Vm, it: Value, mut total: f64, first: Value) -> Res<(Value, Option<Value>)> {
    let mut lost = 0.0;
    let mut next = Some(first);
    loop {
        match next {
            Some(Value::Float(x)) => {
                let sum = total + x;
                lost += if total.abs() >= x.abs() { (total - sum) + x } else { (x - sum) + total };
                total = sum;
            }
            Some(Value::Int(i)) => total += i as f64,
            Some(Value::Bool(b)) => total += f64::from(u8::from(b)),
            _ => break,
        }
        next = vm.next(it)?;
    }
    if lost != 0.0 && lost.is_finite() {
        total += lost;
    }
    Ok((Value::Float(total), next))
}
