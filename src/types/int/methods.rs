//! The methods of `int`: bits, bytes, ratios, rounding.

use super::{is_negative, receiver, to_bigint};
use crate::types::buffer;
use crate::types::format;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Pow, Signed};

/// Ordinary methods.
pub static METHODS: &[NativeSpec] = &[
    NativeSpec::new(
        "__format__",
        "($self, format_spec, /)",
        format::method,
        "Convert to a string according to format_spec.",
    ),
    NativeSpec::new("conjugate", "($self, /)", conjugate, "Returns self, the complex conjugate of any int."),
    NativeSpec::new("bit_length", "($self, /)", bit_length, "Number of bits necessary to represent self in binary."),
    NativeSpec::new(
        "bit_count",
        "($self, /)",
        bit_count,
        "Number of ones in the binary representation of the absolute value of self.",
    ),
    NativeSpec::new(
        "to_bytes",
        "($self, /, length=1, byteorder='big', *, signed=False)",
        to_bytes,
        "Return an array of bytes representing an integer.",
    ),
    NativeSpec::new(
        "as_integer_ratio",
        "($self, /)",
        as_integer_ratio,
        "Return a pair of integers, whose ratio is equal to the original int.",
    ),
    NativeSpec::new("__trunc__", "($self, /)", trunc, "Truncating an Integral returns itself."),
    NativeSpec::new("__floor__", "($self, /)", floor, "Flooring an Integral returns itself."),
    NativeSpec::new("__ceil__", "($self, /)", ceil, "Ceiling of an Integral returns itself."),
    NativeSpec::new("__round__", "($self, ndigits=None, /)", round, "Rounding an Integral returns itself."),
    NativeSpec::new("__getnewargs__", "($self, /)", getnewargs, ""),
    NativeSpec::new("__sizeof__", "($self, /)", sizeof, "Returns size in memory, in bytes."),
    NativeSpec::new(
        "is_integer",
        "($self, /)",
        is_integer,
        "Returns True. Exists for duck type compatibility with float.is_integer.",
    ),
];

/// Class methods.
pub static CLASS_METHODS: &[NativeSpec] = &[NativeSpec::new(
    "from_bytes",
    "($type, /, bytes, byteorder='big', *, signed=False)",
    from_bytes,
    "Return the integer represented by the given array of bytes.",
)];

fn conjugate(vm: &mut Vm, args: Args) -> Res {
    receiver(vm, args.get(vm, 0), "conjugate")
}

fn bit_length(vm: &mut Vm, args: Args) -> Res {
    let n = receiver(vm, args.get(vm, 0), "bit_length")?;
    let bits = match n {
        Value::Int(i) => u64::from(64 - i.unsigned_abs().leading_zeros()),
        _ => to_bigint(&vm.heap, n).bits(),
    };
    Ok(vm.heap.int_from(bits))
}

fn bit_count(vm: &mut Vm, args: Args) -> Res {
    let n = receiver(vm, args.get(vm, 0), "bit_count")?;
    let ones = to_bigint(&vm.heap, n).magnitude().count_ones();
    Ok(vm.heap.int_from(ones))
}

/// The byte order argument: true for big.
fn is_big_endian(vm: &mut Vm, order: Value, function: &str) -> Res<bool> {
    let Some(order) = order.bound() else { return Ok(true) };
    let Value::Str(k) = vm.payload(order) else {
        let t = vm.type_name(order);
        return Err(vm.type_error(format!("{function}() argument 'byteorder' must be str, not {t}")));
    };
    match vm.heap.strs[k].as_str() {
        Some("big") => Ok(true),
        Some("little") => Ok(false),
        _ => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn to_bytes(vm: &mut Vm, args: Args) -> Res {
    let [this, length, order, signed] = args.take(vm);
    let n = receiver(vm, this, "to_bytes")?;
    let length = match length.bound() {
        Some(v) => vm.index_i64(v)?,
        None => 1,
    };
    let big = is_big_endian(vm, order, "to_bytes")?;
    let signed = match signed.bound() {
        Some(v) => vm.truth(v)?,
        None => false,
    };
    let Ok(length) = usize::try_from(length) else {
        return Err(vm.value_error("length argument must be non-negative"));
    };
    let negative = is_negative(&vm.heap, n);
    if negative && !signed {
        return Err(vm.overflow_error("can't convert negative int to unsigned"));
    }
    vm.reserve(length)?;
    let number = to_bigint(&vm.heap, n);
    let mut bytes = if signed { number.to_signed_bytes_le() } else { number.magnitude().to_bytes_le() };
    let zero = number.sign() == Sign::NoSign;
    if !zero && bytes.len() > length {
        return Err(vm.overflow_error("int too big to convert"));
    }
    bytes.resize(length, if negative { 0xff } else { 0 });
    if big {
        bytes.reverse();
    }
    Ok(vm.heap.new_own_bytes(bytes))
}

fn from_bytes(vm: &mut Vm, args: Args) -> Res {
    let [cls, source, order, signed] = args.take(vm);
    let big = is_big_endian(vm, order, "from_bytes")?;
    let signed = match signed.bound() {
        Some(v) => vm.truth(v)?,
        None => false,
    };
    let bytes = bytes_of(vm, source)?;
    let n = match (big, signed) {
        (true, true) => BigInt::from_signed_bytes_be(&bytes),
        (true, false) => BigInt::from_bytes_be(Sign::Plus, &bytes),
        (false, true) => BigInt::from_signed_bytes_le(&bytes),
        (false, false) => BigInt::from_bytes_le(Sign::Plus, &bytes),
    };
    let n = vm.heap.new_int(n);
    if matches!(cls, Value::Class(c) if c == vm.heap.types.int) { Ok(n) } else { vm.call(cls, &[n]) }
}

fn as_integer_ratio(vm: &mut Vm, args: Args) -> Res {
    let n = receiver(vm, args.get(vm, 0), "as_integer_ratio")?;
    Ok(vm.heap.new_tuple([n, Value::Int(1)]))
}

fn is_integer(_: &mut Vm, _: Args) -> Res {
    Ok(Value::Bool(true))
}

fn trunc(vm: &mut Vm, args: Args) -> Res {
    receiver(vm, args.get(vm, 0), "__trunc__")
}

fn floor(vm: &mut Vm, args: Args) -> Res {
    receiver(vm, args.get(vm, 0), "__floor__")
}

fn ceil(vm: &mut Vm, args: Args) -> Res {
    receiver(vm, args.get(vm, 0), "__ceil__")
}

/// `round(n, digits)`: to the nearest multiple of a power of ten, halves to the even one.
fn round(vm: &mut Vm, args: Args) -> Res {
    let [this, digits] = args.take(vm);
    let n = receiver(vm, this, "__round__")?;
    let Some(digits) = digits.bound() else { return Ok(n) };
    let digits = vm.index_clamped(digits)?;
    if digits >= 0 {
        return Ok(n);
    }
    let number = to_bigint(&vm.heap, n);
    // Ten to this many digits is more than twice any number of so many bits.
    let places = digits.unsigned_abs();
    if places > number.bits() / 3 + 2 {
        return Ok(Value::Int(0));
    }
    let unit: BigInt = Pow::pow(BigInt::from(10), places);
    let (quotient, rest) = number.div_mod_floor(&unit);
    let twice: BigInt = rest * 2;
    let up = match twice.cmp(&unit) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => quotient.is_odd(),
    };
    let quotient = if up { quotient + 1 } else { quotient };
    Ok(vm.heap.new_int(quotient * unit))
}

fn getnewargs(vm: &mut Vm, args: Args) -> Res {
    let n = receiver(vm, args.get(vm, 0), "__getnewargs__")?;
    Ok(vm.heap.new_tuple([n]))
}

/// The size CPython reports: a header and 30 bits in each 4 bytes.
fn sizeof(vm: &mut Vm, args: Args) -> Res {
    let n = receiver(vm, args.get(vm, 0), "__sizeof__")?;
    let bits = to_bigint(&vm.heap, n).abs().bits();
    Ok(vm.heap.int_from(24 + 4 * bits.div_ceil(30).max(1)))
}

/// The bytes of an object as `bytes(object)` gives them, but for ints and strings.
fn bytes_of(vm: &mut Vm, source: Value) -> Res<Vec<u8>> {
    if let Some(bytes) = buffer::gathered(vm, source) {
        return Ok(bytes);
    }
    let names = vm.heap.names;
    if let Some(answer) = vm.call_special(source, names.__bytes__, &[])? {
        return match vm.payload(answer) {
            Value::Bytes(k) => Ok(vm.heap.bytes[k].to_vec()),
            _ => {
                let t = vm.type_name(answer);
                Err(vm.type_error(format!("__bytes__ returned non-bytes (type {t})")))
            }
        };
    }
    let iterable = !matches!(vm.payload(source), Value::Str(_)) && vm.special(source, names.__iter__).is_some();
    if !iterable {
        let t = vm.type_name(source);
        return Err(vm.type_error(format!("cannot convert '{t}' object to bytes")));
    }
    let mut bytes = Vec::new();
    vm.for_each(source, |vm, item| {
        match vm.index(item)? {
            Value::Int(i @ 0..=255) => bytes.push(i as u8),
            _ => return Err(vm.value_error("bytes must be in range(0, 256)")),
        }
        Ok(())
    })?;
    Ok(bytes)
}
