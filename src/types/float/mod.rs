//! `float`: the class, its constructor, its operators as methods.

mod ops;
mod text;

pub use ops::{binary, decode, floor_divide, modulo, no_modulus, out_of_range, ratio_to_f64, scale, to_f64, truncate};
pub use text::{parse, read, read_prefix, round_to};

use crate::code::op::{BinaryOp, CompareOp};
use crate::heap::Heap;
use crate::object::identity::identity_hash;
use crate::types::buffer;
use crate::types::format::{self, float_repr};
use crate::value::*;
use crate::vm::compare::{number_order, with_comparisons};
use crate::vm::hash::hash_float;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};
use num_bigint::BigInt;
use text::BadHex;

/// The class `float`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "float",
    doc: "Convert a string or number to a floating-point number, if possible.",
    subclassable: true,
    new: Some(
        NativeSpec::new(
            "__new__",
            "($type, x=0, /)",
            new,
            "Create and return a new object.  See help(type) for accurate signature.",
        )
        .quick(quick_new),
    ),
    methods: METHODS,
    class_methods: CLASS_METHODS,
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
    NativeSpec::new("__mod__", "($self, value, /)", r#mod, "Return self%value."),
    NativeSpec::new("__rmod__", "($self, value, /)", rmod, "Return value%self."),
    NativeSpec::new("__divmod__", "($self, value, /)", divmod, "Return divmod(self, value)."),
    NativeSpec::new("__rdivmod__", "($self, value, /)", rdivmod, "Return divmod(value, self)."),
    NativeSpec::new("__pow__", "($self, value, mod=None, /)", pow, "Return pow(self, value, mod)."),
    NativeSpec::new("__rpow__", "($self, value, mod=None, /)", rpow, "Return pow(value, self, mod)."),
    NativeSpec::new("__neg__", "($self, /)", neg, "-self"),
    NativeSpec::new("__pos__", "($self, /)", itself, "+self"),
    NativeSpec::new("__abs__", "($self, /)", abs, "abs(self)"),
    NativeSpec::new("__bool__", "($self, /)", bool, "True if self else False"),
    NativeSpec::new("__int__", "($self, /)", trunc, "int(self)"),
    NativeSpec::new("__float__", "($self, /)", itself, "float(self)"),
    NativeSpec::new("__floordiv__", "($self, value, /)", floordiv, "Return self//value."),
    NativeSpec::new("__rfloordiv__", "($self, value, /)", rfloordiv, "Return value//self."),
    NativeSpec::new("__truediv__", "($self, value, /)", truediv, "Return self/value."),
    NativeSpec::new("__rtruediv__", "($self, value, /)", rtruediv, "Return value/self."),
);

static METHODS: &[NativeSpec] = &[
    NativeSpec::new(
        "__format__",
        "($self, format_spec, /)",
        format::method,
        "Formats the float according to format_spec.",
    ),
    NativeSpec::new("conjugate", "($self, /)", itself, "Return self, the complex conjugate of any float."),
    NativeSpec::new("__trunc__", "($self, /)", trunc, "Return the Integral closest to x between 0 and x."),
    NativeSpec::new("__floor__", "($self, /)", floor, "Return the floor as an Integral."),
    NativeSpec::new("__ceil__", "($self, /)", ceil, "Return the ceiling as an Integral."),
    NativeSpec::new(
        "__round__",
        "($self, ndigits=None, /)",
        round,
        "Return the Integral closest to x, rounding half toward even.",
    ),
    NativeSpec::new(
        "as_integer_ratio",
        "($self, /)",
        as_integer_ratio,
        "Return a pair of integers, whose ratio is exactly equal to the original float.",
    ),
    NativeSpec::new("hex", "($self, /)", hex, "Return a hexadecimal representation of a floating-point number."),
    NativeSpec::new("is_integer", "($self, /)", is_integer, "Return True if the float is an integer."),
    NativeSpec::new("__getnewargs__", "($self, /)", getnewargs, ""),
];

static CLASS_METHODS: &[NativeSpec] = &[
    NativeSpec::new(
        "fromhex",
        "($type, string, /)",
        fromhex,
        "Create a floating-point number from a hexadecimal string.",
    ),
    NativeSpec::new("__getformat__", "($type, typestr, /)", getformat, "You probably don't want to use this function."),
];

static GETSETS: &[GetSetSpec] = &[
    GetSetSpec { name: "real", get: real, set: None, doc: "the real part of a complex number" },
    GetSetSpec { name: "imag", get: imag, set: None, doc: "the imaginary part of a complex number" },
];

/// The float an object is: a float or an instance of a subclass.
pub fn of(vm: &Vm, v: Value) -> Option<f64> {
    match vm.payload(v) {
        Value::Float(f) => Some(f),
        _ => None,
    }
}

/// The float a method was called on.
fn receiver(vm: &mut Vm, args: Args, method: &str) -> Res<f64> {
    let this = args.get(vm, 0);
    match of(vm, this) {
        Some(f) => Ok(f),
        None => {
            let t = vm.type_name(this);
            Err(vm.type_error(format!("descriptor '{method}' requires a 'float' object but received a '{t}'")))
        }
    }
}

fn real(vm: &mut Vm, this: Value) -> Res {
    Ok(vm.payload(this))
}

fn imag(_: &mut Vm, _: Value) -> Res {
    Ok(Value::Float(0.0))
}

/// `float(x)` of a float.
fn quick_new(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    let &[Value::Class(class), x @ Value::Float(_)] = args else { return None };
    (class == heap.types.float).then_some(x)
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, x] = args.take(vm);
    let class = vm.check_new(cls, vm.heap.types.float)?;
    let f = match x.bound() {
        None => 0.0,
        Some(x) => match vm.payload(x) {
            Value::Str(_) | Value::Bytes(_) | Value::ByteArray(_) => parse(vm, x)?,
            Value::Object(_) if buffer::content(vm, x).is_some() => parse(vm, x)?,
            _ => match from_number(vm, x)? {
                Some(f) => f,
                None => {
                    let t = vm.type_name(x);
                    let message = format!("float() argument must be a string or a real number, not '{t}'");
                    return Err(vm.type_error(message));
                }
            },
        },
    };
    Ok(vm.wrap_new(class, Value::Float(f)))
}

/// The float of a number: through `__float__` or `__index__`; None if it has neither.
pub fn from_number(vm: &mut Vm, x: Value) -> Res<Option<f64>> {
    if let Value::Float(_) | Value::Int(_) | Value::BigInt(_) | Value::Bool(_) = x {
        return to_f64(vm, x).map(Some);
    }
    let name = vm.heap.names.__float__;
    if let Some(answer) = vm.call_special(x, name, &[])? {
        return match of(vm, answer) {
            Some(f) => {
                if !matches!(answer, Value::Float(_)) {
                    let method = format!("{}.__float__", vm.type_name(x));
                    vm.warn_strict_subclass(&method, "float", answer)?;
                }
                Ok(Some(f))
            }
            None => {
                let (t, a) = (vm.type_name(x), vm.type_name(answer));
                Err(vm.type_error(format!("{t}.__float__ returned non-float (type {a})")))
            }
        };
    }
    if vm.is_index(x) {
        let n = vm.index(x)?;
        return to_f64(vm, n).map(Some);
    }
    Ok(None)
}

/// The float of an argument, as C functions take doubles: "must be real number, not str".
pub fn argument(vm: &mut Vm, x: Value) -> Res<f64> {
    match from_number(vm, x)? {
        Some(f) => Ok(f),
        None => {
            let t = vm.type_name(x);
            Err(vm.type_error(format!("must be real number, not {t}")))
        }
    }
}

/// The other operand of a float: a float or an int; None for anything else.
fn operand(vm: &mut Vm, v: Value) -> Res<Option<f64>> {
    match vm.payload(v) {
        n @ (Value::Float(_) | Value::Int(_) | Value::BigInt(_) | Value::Bool(_)) => to_f64(vm, n).map(Some),
        _ => Ok(None),
    }
}

/// One operator as a method: `NotImplemented` unless the other operand is a float or an int.
fn operate(vm: &mut Vm, args: Args, op: BinaryOp, reflected: bool) -> Res {
    let other = args.get(vm, 1);
    let x = receiver(vm, args, "operator")?;
    let Some(y) = operand(vm, other)? else { return Ok(Value::NotImplemented) };
    if reflected { binary(vm, op, y, x) } else { binary(vm, op, x, y) }
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
}

fn pow(vm: &mut Vm, args: Args) -> Res {
    if !args.get(vm, 2).or_none().is_none() {
        return Err(no_modulus(vm));
    }
    operate(vm, args, BinaryOp::Pow, false)
}

fn rpow(vm: &mut Vm, args: Args) -> Res {
    if !args.get(vm, 2).or_none().is_none() {
        return Err(no_modulus(vm));
    }
    operate(vm, args, BinaryOp::Pow, true)
}

fn divmod_of(vm: &mut Vm, x: f64, y: f64) -> Res {
    if y == 0.0 {
        return Err(vm.zero_division("float divmod()"));
    }
    let pair = [Value::Float(floor_divide(x, y)), Value::Float(modulo(x, y))];
    Ok(vm.heap.new_tuple(pair))
}

fn divmod(vm: &mut Vm, args: Args) -> Res {
    let other = args.get(vm, 1);
    let x = receiver(vm, args, "__divmod__")?;
    match operand(vm, other)? {
        Some(y) => divmod_of(vm, x, y),
        None => Ok(Value::NotImplemented),
    }
}

fn rdivmod(vm: &mut Vm, args: Args) -> Res {
    let other = args.get(vm, 1);
    let y = receiver(vm, args, "__rdivmod__")?;
    match operand(vm, other)? {
        Some(x) => divmod_of(vm, x, y),
        None => Ok(Value::NotImplemented),
    }
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let other = args.get(vm, 1);
    let x = receiver(vm, args, "comparison")?;
    let other = vm.payload(other);
    Ok(match number_order(&vm.heap, Value::Float(x), other) {
        Some(order) => Value::Bool(op.of_partial(order)),
        None => Value::NotImplemented,
    })
}

fn neg(vm: &mut Vm, args: Args) -> Res {
    Ok(Value::Float(-receiver(vm, args, "__neg__")?))
}

fn itself(vm: &mut Vm, args: Args) -> Res {
    Ok(Value::Float(receiver(vm, args, "__float__")?))
}

fn abs(vm: &mut Vm, args: Args) -> Res {
    Ok(Value::Float(receiver(vm, args, "__abs__")?.abs()))
}

fn bool(vm: &mut Vm, args: Args) -> Res {
    Ok(Value::Bool(receiver(vm, args, "__bool__")? != 0.0))
}

fn trunc(vm: &mut Vm, args: Args) -> Res {
    let f = receiver(vm, args, "__trunc__")?;
    truncate(vm, f)
}

fn floor(vm: &mut Vm, args: Args) -> Res {
    let f = receiver(vm, args, "__floor__")?;
    truncate(vm, f.floor())
}

fn ceil(vm: &mut Vm, args: Args) -> Res {
    let f = receiver(vm, args, "__ceil__")?;
    truncate(vm, f.ceil())
}

fn repr_method(vm: &mut Vm, args: Args) -> Res {
    let f = receiver(vm, args, "__repr__")?;
    Ok(vm.heap.new_str(float_repr(f)))
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let f = receiver(vm, args, "__hash__")?;
    // What is not a number is equal to nothing: any object hashes for itself.
    Ok(Value::Int(if f.is_nan() { identity_hash(args.get(vm, 0)) } else { hash_float(f) }))
}

fn round(vm: &mut Vm, args: Args) -> Res {
    let digits = args.get(vm, 1);
    let f = receiver(vm, args, "__round__")?;
    if digits.or_none().is_none() {
        return truncate(vm, f.round_ties_even());
    }
    let digits = vm.index_clamped(digits)?;
    match round_to(f, digits) {
        Some(rounded) => Ok(Value::Float(rounded)),
        None => Err(vm.overflow_error("rounded value too large to represent")),
    }
}

fn as_integer_ratio(vm: &mut Vm, args: Args) -> Res {
    let f = receiver(vm, args, "as_integer_ratio")?;
    if f.is_nan() {
        return Err(vm.value_error("cannot convert NaN to integer ratio"));
    }
    if f.is_infinite() {
        return Err(vm.overflow_error("cannot convert Infinity to integer ratio"));
    }
    let (negative, mut mantissa, mut exponent) = decode(f);
    if mantissa == 0 {
        return Ok(vm.heap.new_tuple([Value::Int(0), Value::Int(1)]));
    }
    let twos = mantissa.trailing_zeros();
    mantissa >>= twos;
    exponent += i64::from(twos);
    let numerator = BigInt::from(mantissa) << exponent.max(0);
    let denominator = BigInt::from(1) << (-exponent).max(0);
    let numerator = vm.heap.new_int(if negative { -numerator } else { numerator });
    let denominator = vm.heap.new_int(denominator);
    Ok(vm.heap.new_tuple([numerator, denominator]))
}

fn is_integer(vm: &mut Vm, args: Args) -> Res {
    let f = receiver(vm, args, "is_integer")?;
    Ok(Value::Bool(f.is_finite() && f == f.trunc()))
}

fn getnewargs(vm: &mut Vm, args: Args) -> Res {
    let f = receiver(vm, args, "__getnewargs__")?;
    Ok(vm.heap.new_tuple([Value::Float(f)]))
}

fn hex(vm: &mut Vm, args: Args) -> Res {
    let f = receiver(vm, args, "hex")?;
    Ok(vm.heap.new_str(text::to_hex(f)))
}

fn fromhex(vm: &mut Vm, args: Args) -> Res {
    let [cls, string] = args.take(vm);
    let Value::Str(k) = vm.payload(string) else {
        return Err(vm.type_error("bad argument type for built-in operation"));
    };
    let f = match text::from_hex(&vm.heap.text(k)) {
        Ok(f) => Value::Float(f),
        Err(BadHex::Syntax) => return Err(vm.value_error("invalid hexadecimal floating-point string")),
        Err(BadHex::Overflow) => {
            return Err(vm.overflow_error("hexadecimal value too large to represent as a float"));
        }
    };
    if matches!(cls, Value::Class(c) if c == vm.heap.types.float) { Ok(f) } else { vm.call(cls, &[f]) }
}

fn getformat(vm: &mut Vm, args: Args) -> Res {
    let kind = args.get(vm, 1);
    let Value::Str(k) = vm.payload(kind) else {
        let t = vm.type_name(kind);
        return Err(vm.type_error(format!("__getformat__() argument must be str, not {t}")));
    };
    match vm.heap.strs[k].as_str() {
        Some("double" | "float") => Ok(vm.heap.new_str("IEEE, little-endian")),
        _ => Err(vm.value_error("__getformat__() argument 1 must be 'double' or 'float'")),
    }
}
