//! `int`: the class, its constructor and its operators as methods.

mod methods;
mod ops;
mod text;

pub use ops::{binary, divmod, exact, floor_div, floor_mod, is_negative, power_modulo, small_binary, to_bigint, unary};
pub use text::{DEFAULT_MAX_STR_DIGITS, ascii_number, decimal_digits, parse, to_decimal, to_radix};

use crate::code::op::{BinaryOp, CompareOp, UnaryOp};
use crate::heap::Heap;
use crate::types::{buffer, float};
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};
use std::cmp::Ordering;

/// The class `int`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "int",
    doc: "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no arguments\nare given.  If x is a number, return x.__int__().  For floating-point\nnumbers, this truncates towards zero.\n\nIf x is not a number or if base is given, then x must be a string,\nbytes, or bytearray instance representing an integer literal in the\ngiven base.  The literal can be preceded by '+' or '-' and be surrounded\nby whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\nBase 0 means to interpret the base from the string as an integer literal.\n>>> int('0b100', base=0)\n4",
    subclassable: true,
    new: Some(
        NativeSpec::new(
            "__new__",
            "($type, x=0, /, base=10, *args)",
            new,
            "Create and return a new object.  See help(type) for accurate signature.",
        )
        .quick(quick_new),
    ),
    methods: methods::METHODS,
    class_methods: methods::CLASS_METHODS,
    specials: SPECIALS,
    getsets: GETSETS,
    ..TypeSpec::BASE
};

static SPECIALS: &[NativeSpec] = with_comparisons!(
    compare,
    NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    NativeSpec::new("__hash__", "($self, /)", hash, "Return hash(self)."),
    NativeSpec::new("__add__", "($self, value, /)", add, "Return self+value."),
    NativeSpec::new("__radd__", "($self, value, /)", radd, "Return value+self."),
    NativeSpec::new("__sub__", "($self, value, /)", sub, "Return self-value."),
    NativeSpec::new("__rsub__", "($self, value, /)", rsub, "Return value-self."),
    NativeSpec::new("__mul__", "($self, value, /)", mul, "Return self*value."),
    NativeSpec::new("__rmul__", "($self, value, /)", rmul, "Return value*self."),
    NativeSpec::new("__mod__", "($self, value, /)", r#mod, "Return self%value."),
    NativeSpec::new("__rmod__", "($self, value, /)", rmod, "Return value%self."),
    NativeSpec::new("__divmod__", "($self, value, /)", divmod_method, "Return divmod(self, value)."),
    NativeSpec::new("__rdivmod__", "($self, value, /)", rdivmod, "Return divmod(value, self)."),
    NativeSpec::new("__pow__", "($self, value, mod=None, /)", pow, "Return pow(self, value, mod)."),
    NativeSpec::new("__rpow__", "($self, value, mod=None, /)", rpow, "Return pow(value, self, mod)."),
    NativeSpec::new("__neg__", "($self, /)", neg, "-self"),
    NativeSpec::new("__pos__", "($self, /)", pos, "+self"),
    NativeSpec::new("__abs__", "($self, /)", abs, "abs(self)"),
    NativeSpec::new("__bool__", "($self, /)", bool, "True if self else False"),
    NativeSpec::new("__invert__", "($self, /)", invert, "~self"),
    NativeSpec::new("__lshift__", "($self, value, /)", lshift, "Return self<<value."),
    NativeSpec::new("__rlshift__", "($self, value, /)", rlshift, "Return value<<self."),
    NativeSpec::new("__rshift__", "($self, value, /)", rshift, "Return self>>value."),
    NativeSpec::new("__rrshift__", "($self, value, /)", rrshift, "Return value>>self."),
    NativeSpec::new("__and__", "($self, value, /)", and, "Return self&value."),
    NativeSpec::new("__rand__", "($self, value, /)", rand, "Return value&self."),
    NativeSpec::new("__xor__", "($self, value, /)", xor, "Return self^value."),
    NativeSpec::new("__rxor__", "($self, value, /)", rxor, "Return value^self."),
    NativeSpec::new("__or__", "($self, value, /)", or, "Return self|value."),
    NativeSpec::new("__ror__", "($self, value, /)", ror, "Return value|self."),
    NativeSpec::new("__int__", "($self, /)", int, "int(self)"),
    NativeSpec::new("__float__", "($self, /)", to_float, "float(self)"),
    NativeSpec::new("__floordiv__", "($self, value, /)", floordiv, "Return self//value."),
    NativeSpec::new("__rfloordiv__", "($self, value, /)", rfloordiv, "Return value//self."),
    NativeSpec::new("__truediv__", "($self, value, /)", truediv, "Return self/value."),
    NativeSpec::new("__rtruediv__", "($self, value, /)", rtruediv, "Return value/self."),
    NativeSpec::new(
        "__index__",
        "($self, /)",
        index,
        "Return self converted to an integer, if self is suitable for use as an index into a list.",
    ),
);

static GETSETS: &[GetSetSpec] = &[
    GetSetSpec { name: "real", get: itself, set: None, doc: "the real part of a complex number" },
    GetSetSpec { name: "imag", get: zero, set: None, doc: "the imaginary part of a complex number" },
    GetSetSpec { name: "numerator", get: itself, set: None, doc: "the numerator of a rational number in lowest terms" },
    GetSetSpec {
        name: "denominator",
        get: one,
        set: None,
        doc: "the denominator of a rational number in lowest terms",
    },
];

/// The int an object is: an int, a bool, or an instance of a subclass.
pub fn of(vm: &Vm, v: Value) -> Option<Value> {
    exact(vm.payload(v))
}

/// The int that a method of `int` was called on.
fn receiver(vm: &mut Vm, this: Value, method: &str) -> Res {
    match of(vm, this) {
        Some(n) => Ok(n),
        None => {
            let t = vm.type_name(this);
            Err(vm.type_error(format!("descriptor '{method}' requires a 'int' object but received a '{t}'")))
        }
    }
}

fn itself(vm: &mut Vm, this: Value) -> Res {
    receiver(vm, this, "real")
}

fn zero(_: &mut Vm, _: Value) -> Res {
    Ok(Value::Int(0))
}

fn one(_: &mut Vm, _: Value) -> Res {
    Ok(Value::Int(1))
}

/// `int(x)` of small numbers.
fn quick_new(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    const WHOLE: f64 = (1u64 << 53) as f64;
    let &[Value::Class(class), x] = args else { return None };
    if class != heap.types.int {
        return None;
    }
    match x {
        Value::Int(_) => Some(x),
        Value::Bool(b) => Some(Value::Int(i64::from(b))),
        Value::Float(f) if f.abs() < WHOLE => Some(Value::Int(f as i64)),
        _ => None,
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, x, base, rest] = args.take(vm);
    let class = vm.check_new(cls, vm.heap.types.int)?;
    if let Value::Tuple(k) = rest
        && !vm.heap.tuples[k].is_empty()
    {
        let given = vm.heap.tuples[k].len() + 2;
        return Err(vm.type_error(format!("int expected at most 2 arguments, got {given}")));
    }
    let n = match (x.bound(), base.bound()) {
        (None, None) => Value::Int(0),
        (None, Some(_)) => return Err(vm.type_error("int() missing string argument")),
        (Some(x), None) => from_value(vm, x)?,
        (Some(x), Some(base)) => {
            let base = vm.index_clamped(base)?;
            let base = match u32::try_from(base) {
                Ok(b @ (0 | 2..=36)) => b,
                _ => return Err(vm.value_error("int() base must be >= 2 and <= 36, or 0")),
            };
            match vm.payload(x) {
                Value::Str(_) | Value::Bytes(_) | Value::ByteArray(_) => parse(vm, x, base)?,
                _ => return Err(vm.type_error("int() can't convert non-string with explicit base")),
            }
        }
    };
    Ok(vm.wrap_new(class, n))
}

/// `int(x)`: through `__int__`, `__index__`, `__trunc__`, or from text.
pub fn from_value(vm: &mut Vm, x: Value) -> Res {
    match x {
        Value::Int(_) | Value::BigInt(_) => return Ok(x),
        Value::Bool(b) => return Ok(Value::Int(i64::from(b))),
        Value::Float(f) => return float::truncate(vm, f),
        Value::Str(_) => return parse(vm, x, 10),
        _ => {}
    }
    let names = vm.heap.names;
    if let Some(answer) = vm.call_special(x, names.__int__, &[])? {
        return match of(vm, answer) {
            Some(n) => {
                if !matches!(answer, Value::Int(_) | Value::BigInt(_)) {
                    vm.warn_strict_subclass("__int__", "int", answer)?;
                }
                Ok(n)
            }
            None => {
                let t = vm.type_name(answer);
                Err(vm.type_error(format!("__int__ returned non-int (type {t})")))
            }
        };
    }
    if vm.is_index(x) {
        return vm.index(x);
    }
    if let Some(answer) = vm.call_special(x, names.__trunc__, &[])? {
        vm.warn_deprecated("The delegation of int() to __trunc__ is deprecated.")?;
        if of(vm, answer).is_none() && !vm.is_index(answer) {
            let t = vm.type_name(answer);
            return Err(vm.type_error(format!("__trunc__ returned non-Integral (type {t})")));
        }
        return vm.index(answer);
    }
    match vm.payload(x) {
        Value::Str(_) | Value::Bytes(_) | Value::ByteArray(_) => parse(vm, x, 10),
        Value::Object(_) if buffer::content(vm, x).is_some() => {
            let bytes = buffer::argument(vm, x)?;
            let bytes = vm.heap.new_bytes(bytes);
            parse(vm, bytes, 10)
        }
        _ => {
            let t = vm.type_name(x);
            let wanted = "int() argument must be a string, a bytes-like object or a real number";
            Err(vm.type_error(format!("{wanted}, not '{t}'")))
        }
    }
}

/// One operator as a method: `NotImplemented` unless both are ints.
fn operate(vm: &mut Vm, args: Args, op: BinaryOp, reflected: bool) -> Res {
    let [this, other] = args.take(vm);
    let a = receiver(vm, this, "operator")?;
    let Some(b) = of(vm, other) else { return Ok(Value::NotImplemented) };
    let (a, b) = if reflected { (b, a) } else { (a, b) };
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => small_binary(vm, op, x, y),
        _ => binary(vm, op, a, b),
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
    floordiv rfloordiv FloorDiv
    r#mod rmod Mod
    lshift rlshift LShift
    rshift rrshift RShift
    and rand And
    or ror Or
    xor rxor Xor
}

fn pow(vm: &mut Vm, args: Args) -> Res {
    let [this, other, modulus] = args.take(vm);
    power(vm, this, other, modulus)
}

fn rpow(vm: &mut Vm, args: Args) -> Res {
    let [this, other, modulus] = args.take(vm);
    power(vm, other, this, modulus)
}

fn power(vm: &mut Vm, base: Value, exponent: Value, modulus: Value) -> Res {
    let (Some(a), Some(b)) = (of(vm, base), of(vm, exponent)) else { return Ok(Value::NotImplemented) };
    if modulus.or_none().is_none() {
        return binary(vm, BinaryOp::Pow, a, b);
    }
    match of(vm, modulus) {
        Some(c) => power_modulo(vm, a, b, c),
        None => Ok(Value::NotImplemented),
    }
}

fn divmod_method(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let a = receiver(vm, this, "__divmod__")?;
    match of(vm, other) {
        Some(b) => divmod(vm, a, b),
        None => Ok(Value::NotImplemented),
    }
}

fn rdivmod(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let b = receiver(vm, this, "__rdivmod__")?;
    match of(vm, other) {
        Some(a) => divmod(vm, a, b),
        None => Ok(Value::NotImplemented),
    }
}

/// The order of two exact ints.
pub fn order(heap: &crate::heap::Heap, a: Value, b: Value) -> Ordering {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => x.cmp(&y),
        _ => to_bigint(heap, a).cmp(&to_bigint(heap, b)),
    }
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    let a = receiver(vm, this, "comparison")?;
    Ok(match of(vm, other) {
        Some(b) => Value::Bool(op.of(order(&vm.heap, a, b))),
        None => Value::NotImplemented,
    })
}

fn neg(vm: &mut Vm, args: Args) -> Res {
    let n = receiver(vm, args.get(vm, 0), "__neg__")?;
    unary(vm, UnaryOp::Neg, n)
}

fn pos(vm: &mut Vm, args: Args) -> Res {
    receiver(vm, args.get(vm, 0), "__pos__")
}

fn invert(vm: &mut Vm, args: Args) -> Res {
    let n = receiver(vm, args.get(vm, 0), "__invert__")?;
    unary(vm, UnaryOp::Invert, n)
}

fn abs(vm: &mut Vm, args: Args) -> Res {
    let n = receiver(vm, args.get(vm, 0), "__abs__")?;
    if is_negative(&vm.heap, n) { unary(vm, UnaryOp::Neg, n) } else { Ok(n) }
}

fn bool(vm: &mut Vm, args: Args) -> Res {
    let n = receiver(vm, args.get(vm, 0), "__bool__")?;
    Ok(Value::Bool(!matches!(n, Value::Int(0))))
}

fn int(vm: &mut Vm, args: Args) -> Res {
    receiver(vm, args.get(vm, 0), "__int__")
}

fn index(vm: &mut Vm, args: Args) -> Res {
    receiver(vm, args.get(vm, 0), "__index__")
}

fn to_float(vm: &mut Vm, args: Args) -> Res {
    let n = receiver(vm, args.get(vm, 0), "__float__")?;
    Ok(Value::Float(float::to_f64(vm, n)?))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let n = receiver(vm, args.get(vm, 0), "__repr__")?;
    let text = to_decimal(vm, n)?;
    Ok(vm.heap.new_str(text))
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let n = receiver(vm, args.get(vm, 0), "__hash__")?;
    Ok(Value::Int(vm.hash(n)?))
}
