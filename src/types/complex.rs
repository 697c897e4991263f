//! `complex`: arithmetic, text, the class.

use crate::code::op::{BinaryOp, CompareOp};
use crate::heap::Heap;
use crate::heap::types::Exc;
use crate::types::format::{self, complex_repr};
use crate::types::{float, int};
use crate::value::*;
use crate::vm::compare::{number_order, with_comparisons};
use crate::vm::hash::hash_complex;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec, read_only};
use crate::vm::{Res, Vm};

/// Real and imaginary part.
pub type Parts = (f64, f64);

/// The class `complex`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "complex",
    doc: "Create a complex number from a string or numbers.\n\nIf a string is given, parse it as a complex number.\nIf a single number is given, convert it to a complex number.\nIf the 'real' or 'imag' arguments are given, create a complex number\nwith the specified real and imaginary components.",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, real=0, imag=0)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: METHODS,
    specials: SPECIALS,
    getsets: GETSETS,
    ..TypeSpec::BASE
};

static SPECIALS: &[NativeSpec] = with_comparisons!(
    compare,
    NativeSpec::new("__repr__", "($self, /)", repr_method, "Return repr(self)."),
    NativeSpec::new("__hash__", "($self, /)", hash, "Return hash(self)."),
    NativeSpec::new("__add__", "($self, value, /)", add, "Return self+value."),
    NativeSpec::new("__radd__", "($self, value, /)", radd, "Return value+self."),
    NativeSpec::new("__sub__", "($self, value, /)", sub, "Return self-value."),
    NativeSpec::new("__rsub__", "($self, value, /)", rsub, "Return value-self."),
    NativeSpec::new("__mul__", "($self, value, /)", mul, "Return self*value."),
    NativeSpec::new("__rmul__", "($self, value, /)", rmul, "Return value*self."),
    NativeSpec::new("__pow__", "($self, value, mod=None, /)", pow, "Return pow(self, value, mod)."),
    NativeSpec::new("__rpow__", "($self, value, mod=None, /)", rpow, "Return pow(value, self, mod)."),
    NativeSpec::new("__neg__", "($self, /)", neg, "-self"),
    NativeSpec::new("__pos__", "($self, /)", itself, "+self"),
    NativeSpec::new("__abs__", "($self, /)", abs, "abs(self)"),
    NativeSpec::new("__bool__", "($self, /)", bool, "True if self else False"),
    NativeSpec::new("__truediv__", "($self, value, /)", truediv, "Return self/value."),
    NativeSpec::new("__rtruediv__", "($self, value, /)", rtruediv, "Return value/self."),
);

static METHODS: &[NativeSpec] = &[
    NativeSpec::new(
        "__format__",
        "($self, format_spec, /)",
        format::method,
        "Convert to a string according to format_spec.",
    ),
    NativeSpec::new(
        "conjugate",
        "($self, /)",
        conjugate,
        "Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.",
    ),
    NativeSpec::new("__complex__", "($self, /)", itself, "Convert this value to exact type complex."),
    NativeSpec::new("__getnewargs__", "($self, /)", getnewargs, ""),
];

static GETSETS: &[GetSetSpec] = &[
    GetSetSpec { name: "real", get: real, set: Some(read_only), doc: "the real part of a complex number" },
    GetSetSpec { name: "imag", get: imag, set: Some(read_only), doc: "the imaginary part of a complex number" },
];

/// The parts of a complex number or an instance of a subclass.
pub fn of(vm: &Vm, v: Value) -> Option<Parts> {
    match vm.payload(v) {
        Value::Complex(k) => Some(vm.heap.complexes[k]),
        _ => None,
    }
}

fn receiver(vm: &mut Vm, this: Value) -> Res<Parts> {
    match of(vm, this) {
        Some(parts) => Ok(parts),
        None => {
            let t = vm.type_name(this);
            Err(vm.type_error(format!("descriptor requires a 'complex' object but received a '{t}'")))
        }
    }
}

fn real(vm: &mut Vm, this: Value) -> Res {
    Ok(Value::Float(receiver(vm, this)?.0))
}

fn imag(vm: &mut Vm, this: Value) -> Res {
    Ok(Value::Float(receiver(vm, this)?.1))
}

/// Any number as a complex one; None for anything that is not a number.
fn operand(vm: &mut Vm, v: Value) -> Res<Option<Parts>> {
    match vm.payload(v) {
        Value::Complex(k) => Ok(Some(vm.heap.complexes[k])),
        n @ (Value::Float(_) | Value::Int(_) | Value::BigInt(_) | Value::Bool(_)) => {
            Ok(Some((float::to_f64(vm, n)?, 0.0)))
        }
        _ => Ok(None),
    }
}

/// An operator on exact numbers, at least one of them complex. `NotImplemented` for those complex numbers lack.
pub fn binary_values(vm: &mut Vm, op: BinaryOp, a: Value, b: Value) -> Res {
    match (operand(vm, a)?, operand(vm, b)?) {
        (Some(x), Some(y)) => binary(vm, op, x, y),
        _ => Ok(Value::NotImplemented),
    }
}

fn binary(vm: &mut Vm, op: BinaryOp, a: Parts, b: Parts) -> Res {
    let (re, im) = match op {
        BinaryOp::Add => (a.0 + b.0, a.1 + b.1),
        BinaryOp::Sub => (a.0 - b.0, a.1 - b.1),
        BinaryOp::Mul => multiply(a, b),
        BinaryOp::TrueDiv => match divide(a, b) {
            Some(quotient) => quotient,
            None => return Err(vm.zero_division("complex division by zero")),
        },
        BinaryOp::Pow => return power(vm, a, b),
        BinaryOp::FloorDiv
        | BinaryOp::Mod
        | BinaryOp::LShift
        | BinaryOp::RShift
        | BinaryOp::And
        | BinaryOp::Or
        | BinaryOp::Xor
        | BinaryOp::MatMul => return Ok(Value::NotImplemented),
    };
    Ok(vm.heap.new_complex(re, im))
}

fn multiply(a: Parts, b: Parts) -> Parts {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// Smith's division: scales by the larger part of the divisor. None for a divisor of zero.
pub fn divide(a: Parts, b: Parts) -> Option<Parts> {
    let (re, im) = (b.0.abs(), b.1.abs());
    if re >= im {
        if re == 0.0 {
            return None;
        }
        let ratio = b.1 / b.0;
        let denominator = b.0 + b.1 * ratio;
        return Some(((a.0 + a.1 * ratio) / denominator, (a.1 - a.0 * ratio) / denominator));
    }
    if im >= re {
        let ratio = b.0 / b.1;
        let denominator = b.0 * ratio + b.1;
        return Some(((a.0 * ratio + a.1) / denominator, (a.1 * ratio - a.0) / denominator));
    }
    Some((f64::NAN, f64::NAN))
}

/// `a ** b`; small whole exponents by multiplication. Raises `ZeroDivisionError` and `OverflowError`.
pub fn power(vm: &mut Vm, a: Parts, b: Parts) -> Res {
    let whole = b.1 == 0.0 && b.0 == b.0.floor() && b.0.abs() <= 100.0;
    let result = if b == (0.0, 0.0) {
        Some((1.0, 0.0))
    } else if whole && b.0 > 0.0 {
        Some(power_whole(a, b.0 as u32))
    } else if whole {
        divide((1.0, 0.0), power_whole(a, -b.0 as u32))
    } else {
        power_polar(a, b)
    };
    let Some((re, im)) = result else {
        return Err(vm.zero_division("0.0 to a negative or complex power"));
    };
    if re.is_infinite() || im.is_infinite() {
        return Err(vm.overflow_error("complex exponentiation"));
    }
    Ok(vm.heap.new_complex(re, im))
}

fn power_whole(a: Parts, exponent: u32) -> Parts {
    let (mut result, mut square) = ((1.0, 0.0), a);
    let mut bit = 1;
    while bit <= exponent {
        if exponent & bit != 0 {
            result = multiply(result, square);
        }
        bit <<= 1;
        square = multiply(square, square);
    }
    result
}

fn power_polar(a: Parts, b: Parts) -> Option<Parts> {
    if a == (0.0, 0.0) {
        return if b.1 != 0.0 || b.0 < 0.0 { None } else { Some((0.0, 0.0)) };
    }
    let size = a.0.hypot(a.1);
    let angle = a.1.atan2(a.0);
    let mut length = size.powf(b.0);
    let mut phase = angle * b.0;
    if b.1 != 0.0 {
        length *= (-angle * b.1).exp();
        phase += b.1 * size.ln();
    }
    Some((length * phase.cos(), length * phase.sin()))
}

/// The complex number a text says, if all of it is one: `1`, `2j`, `1+2j`, in parentheses or not.
pub fn read(text: &str) -> Option<Parts> {
    let text = text.trim_matches(' ');
    let inner = match text.strip_prefix('(') {
        Some(rest) => rest.strip_suffix(')')?.trim_matches(' '),
        None => text,
    };
    let bytes = inner.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    if inner.match_indices('_').any(|(i, _)| i == 0 || !digit(i - 1) || !digit(i + 1)) {
        return None;
    }
    let inner = inner.replace('_', "");
    let (first, rest) = match float::read_prefix(&inner) {
        Some(end) => (inner[..end].parse::<f64>().ok()?, &inner[end..]),
        None => return unit(&inner).map(|im| (0.0, im)),
    };
    match rest {
        "" => Some((first, 0.0)),
        "j" | "J" => Some((0.0, first)),
        _ if !rest.starts_with(['+', '-']) => None,
        _ => match float::read_prefix(rest) {
            Some(end) if matches!(&rest[end..], "j" | "J") => Some((first, rest[..end].parse().ok()?)),
            Some(_) => None,
            None => unit(rest).map(|im| (first, im)),
        },
    }
}

/// `j`, `+j`, `-j`
fn unit(text: &str) -> Option<f64> {
    match text {
        "j" | "J" | "+j" | "+J" => Some(1.0),
        "-j" | "-J" => Some(-1.0),
        _ => None,
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, re, im] = args.take(vm);
    let class = vm.check_new(cls, vm.heap.types.complex)?;
    if let (Value::Complex(_), true) = (re, im.is_undef() && class == vm.heap.types.complex) {
        return Ok(re);
    }
    if let Some(re) = re.bound()
        && let Value::Str(k) = vm.payload(re)
    {
        if !im.is_undef() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        let text = int::ascii_number(vm.heap.strs[k].code_points());
        let Some((re, im)) = read(&text) else {
            return Err(vm.value_error("complex() arg is a malformed string"));
        };
        let value = vm.heap.new_complex(re, im);
        return Ok(vm.wrap_new(class, value));
    }
    if let Some(im) = im.bound()
        && matches!(vm.payload(im), Value::Str(_))
    {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    let first = match re.bound() {
        None => (0.0, 0.0),
        Some(re) => match number(vm, re)? {
            Some(parts) => parts,
            None => {
                let t = vm.type_name(re);
                let message = format!("complex() first argument must be a string or a number, not '{t}'");
                return Err(vm.type_error(message));
            }
        },
    };
    let (mut re, mut im_part) = first;
    if let Some(im) = im.bound() {
        // `complex(a, b)` is a + b*1j, whatever the two are; a real `a` adds nothing to the sign of a zero.
        let Some((x, y)) = second(vm, im)? else {
            let t = vm.type_name(im);
            return Err(vm.type_error(format!("complex() second argument must be a number, not '{t}'")));
        };
        if of(vm, im).is_some() {
            re -= y;
        }
        im_part = if im_part == 0.0 { x } else { im_part + x };
    }
    let value = vm.heap.new_complex(re, im_part);
    Ok(vm.wrap_new(class, value))
}

/// The complex number of an argument, as C functions take them: "must be real number, not str".
pub fn argument(vm: &mut Vm, v: Value) -> Res<Parts> {
    match number(vm, v)? {
        Some(parts) => Ok(parts),
        None => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("must be real number, not {t}")))
        }
    }
}

/// The first argument: through `__complex__`, `__float__` or `__index__`.
fn number(vm: &mut Vm, v: Value) -> Res<Option<Parts>> {
    let name = vm.heap.names.__complex__;
    if !matches!(v, Value::Complex(_))
        && let Some(answer) = vm.call_special(v, name, &[])?
    {
        return match of(vm, answer) {
            Some(parts) => {
                if !matches!(answer, Value::Complex(_)) {
                    vm.warn_strict_subclass("__complex__", "complex", answer)?;
                }
                Ok(Some(parts))
            }
            None => {
                let t = vm.type_name(answer);
                Err(vm.type_error(format!("__complex__ returned non-complex (type {t})")))
            }
        };
    }
    second(vm, v)
}

fn second(vm: &mut Vm, v: Value) -> Res<Option<Parts>> {
    match of(vm, v) {
        Some(parts) => Ok(Some(parts)),
        None => Ok(float::from_number(vm, v)?.map(|re| (re, 0.0))),
    }
}

/// One operator as a method: `NotImplemented` unless both are numbers.
fn operate(vm: &mut Vm, args: Args, op: BinaryOp, reflected: bool) -> Res {
    let [this, other] = args.take(vm);
    let x = receiver(vm, this)?;
    match operand(vm, other)? {
        Some(y) if reflected => binary(vm, op, y, x),
        Some(y) => binary(vm, op, x, y),
        None => Ok(Value::NotImplemented),
    }
}

/// Two functions for each operator: the method and its reflection.
macro_rules! operators {
    ($($method:ident $reflected:ident $op:ident)*) => { $(
        fn $method(vm: &mut Vm, args: Args) -> Res {
            operate(vm, args, BinaryOp::$op, false)
        }

        fn $reflected(vm: &mut Vm, args: Args) -> Res {
            operate(vm, args, BinaryOp::$op, true)
        }
    )* };
}

operators! {
    add radd Add
    sub rsub Sub
    mul rmul Mul
    truediv rtruediv TrueDiv
}

fn pow(vm: &mut Vm, args: Args) -> Res {
    if !args.get(vm, 2).or_none().is_none() {
        return Err(vm.value_error("complex modulo"));
    }
    operate(vm, args, BinaryOp::Pow, false)
}

fn rpow(vm: &mut Vm, args: Args) -> Res {
    if !args.get(vm, 2).or_none().is_none() {
        return Err(vm.value_error("complex modulo"));
    }
    operate(vm, args, BinaryOp::Pow, true)
}

/// A complex number equals an exact number: the imaginary part is zero and the real part equal, exactly.
pub fn equals(heap: &Heap, (re, im): Parts, other: Value) -> Option<bool> {
    match other {
        Value::Complex(k) => Some((re, im) == heap.complexes[k]),
        _ => {
            let order = number_order(heap, Value::Float(re), other)?;
            Some(im == 0.0 && order.is_some_and(std::cmp::Ordering::is_eq))
        }
    }
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    let parts = receiver(vm, this)?;
    let other = vm.payload(other);
    Ok(match (op, equals(&vm.heap, parts, other)) {
        (CompareOp::Eq, Some(equal)) => Value::Bool(equal),
        (CompareOp::Ne, Some(equal)) => Value::Bool(!equal),
        _ => Value::NotImplemented,
    })
}

fn neg(vm: &mut Vm, args: Args) -> Res {
    let (re, im) = receiver(vm, args.get(vm, 0))?;
    Ok(vm.heap.new_complex(-re, -im))
}

fn itself(vm: &mut Vm, args: Args) -> Res {
    let (re, im) = receiver(vm, args.get(vm, 0))?;
    Ok(vm.heap.new_complex(re, im))
}

fn conjugate(vm: &mut Vm, args: Args) -> Res {
    let (re, im) = receiver(vm, args.get(vm, 0))?;
    Ok(vm.heap.new_complex(re, -im))
}

fn abs(vm: &mut Vm, args: Args) -> Res {
    let (re, im) = receiver(vm, args.get(vm, 0))?;
    let size = re.hypot(im);
    if size.is_infinite() && re.is_finite() && im.is_finite() {
        return Err(vm.error(Exc::OverflowError, "absolute value too large"));
    }
    Ok(Value::Float(size))
}

fn bool(vm: &mut Vm, args: Args) -> Res {
    let (re, im) = receiver(vm, args.get(vm, 0))?;
    Ok(Value::Bool(re != 0.0 || im != 0.0))
}

fn repr_method(vm: &mut Vm, args: Args) -> Res {
    let (re, im) = receiver(vm, args.get(vm, 0))?;
    Ok(vm.heap.new_str(complex_repr(re, im)))
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let (re, im) = receiver(vm, args.get(vm, 0))?;
    Ok(Value::Int(hash_complex(re, im)))
}

fn getnewargs(vm: &mut Vm, args: Args) -> Res {
    let (re, im) = receiver(vm, args.get(vm, 0))?;
    Ok(vm.heap.new_tuple([Value::Float(re), Value::Float(im)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_as_cpython() {
        assert_eq!(read("(1+2j)"), Some((1.0, 2.0)));
        assert_eq!(read("1-j"), Some((1.0, -1.0)));
        assert_eq!(read("1e5J"), Some((0.0, 1e5)));
        for text in ["", "+-1j", "1 + 2j", "1+", "(1", "1j2"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
