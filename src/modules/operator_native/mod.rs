//! The module `_operator`: the operators as functions, and functions that get items, attributes and methods.

mod getters;

use crate::code::op::{BinaryOp, CompareOp, UnaryOp};
use crate::heap::types::Exc;
use crate::types::constructor_args::{keywords, positional};
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Raised, Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_operator",
    doc: "Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic \
          operators of Python.  For example, operator.add(x, y)\nis equivalent to the expression x+y.",
    functions: FUNCTIONS,
    classes: &[&getters::ATTR, &getters::ITEM, &getters::METHOD],
    init: None,
};

const UNARY: &str = "(a, /)";
const BINARY: &str = "(a, b, /)";

macro_rules! binary {
    ($name:literal, $op:ident, $doc:literal) => {
        NativeSpec::new($name, BINARY, |vm, a| binary(vm, a, BinaryOp::$op, false), $doc)
    };
}

macro_rules! inplace {
    ($name:literal, $op:ident, $doc:literal) => {
        NativeSpec::new($name, BINARY, |vm, a| binary(vm, a, BinaryOp::$op, true), $doc)
    };
}

macro_rules! comparison {
    ($name:literal, $op:ident, $doc:literal) => {
        NativeSpec::new($name, BINARY, |vm, a| vm.compare(CompareOp::$op, a.get(vm, 0), a.get(vm, 1)), $doc)
    };
}

macro_rules! unary {
    ($name:literal, $op:ident, $doc:literal) => {
        NativeSpec::new($name, UNARY, |vm, a| vm.unary(UnaryOp::$op, a.get(vm, 0)), $doc)
    };
}

static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new("truth", UNARY, truth, "Return True if a is true, False otherwise."),
    NativeSpec::new("contains", BINARY, contains, "Same as b in a (note reversed operands)."),
    NativeSpec::new("indexOf", BINARY, index_of, "Return the first index of b in a."),
    NativeSpec::new("countOf", BINARY, count_of, "Return the number of items in a which are, or which equal, b."),
    NativeSpec::new("is_", BINARY, |vm, a| Ok(a.get(vm, 0).is(a.get(vm, 1)).into()), "Same as a is b."),
    NativeSpec::new("is_not", BINARY, |vm, a| Ok((!a.get(vm, 0).is(a.get(vm, 1))).into()), "Same as a is not b."),
    binary!("add", Add, "Same as a + b."),
    binary!("sub", Sub, "Same as a - b."),
    binary!("mul", Mul, "Same as a * b."),
    binary!("matmul", MatMul, "Same as a @ b."),
    binary!("floordiv", FloorDiv, "Same as a // b."),
    binary!("truediv", TrueDiv, "Same as a / b."),
    binary!("mod", Mod, "Same as a % b."),
    binary!("pow", Pow, "Same as a ** b."),
    binary!("lshift", LShift, "Same as a << b."),
    binary!("rshift", RShift, "Same as a >> b."),
    binary!("and_", And, "Same as a & b."),
    binary!("xor", Xor, "Same as a ^ b."),
    binary!("or_", Or, "Same as a | b."),
    inplace!("iadd", Add, "Same as a += b."),
    inplace!("isub", Sub, "Same as a -= b."),
    inplace!("imul", Mul, "Same as a *= b."),
    inplace!("imatmul", MatMul, "Same as a @= b."),
    inplace!("ifloordiv", FloorDiv, "Same as a //= b."),
    inplace!("itruediv", TrueDiv, "Same as a /= b."),
    inplace!("imod", Mod, "Same as a %= b."),
    inplace!("ipow", Pow, "Same as a **= b."),
    inplace!("ilshift", LShift, "Same as a <<= b."),
    inplace!("irshift", RShift, "Same as a >>= b."),
    inplace!("iand", And, "Same as a &= b."),
    inplace!("ixor", Xor, "Same as a ^= b."),
    inplace!("ior", Or, "Same as a |= b."),
    comparison!("lt", Lt, "Same as a < b."),
    comparison!("le", Le, "Same as a <= b."),
    comparison!("eq", Eq, "Same as a == b."),
    comparison!("ne", Ne, "Same as a != b."),
    comparison!("gt", Gt, "Same as a > b."),
    comparison!("ge", Ge, "Same as a >= b."),
    unary!("neg", Neg, "Same as -a."),
    unary!("pos", Pos, "Same as +a."),
    unary!("inv", Invert, "Same as ~a."),
    unary!("invert", Invert, "Same as ~a."),
    NativeSpec::new("abs", UNARY, crate::builtins::numbers::abs, "Same as abs(a)."),
    NativeSpec::new("index", UNARY, index, "Same as a.__index__()"),
    NativeSpec::new("not_", UNARY, |vm, a| Ok((!vm.truth(a.get(vm, 0))?).into()), "Same as not a."),
    NativeSpec::new("concat", BINARY, |vm, a| concat(vm, a, false), "Same as a + b, for a and b sequences."),
    NativeSpec::new("iconcat", BINARY, |vm, a| concat(vm, a, true), "Same as a += b, for a and b sequences."),
    NativeSpec::new("getitem", BINARY, |vm, a| vm.get_item(a.get(vm, 0), a.get(vm, 1)), "Same as a[b]."),
    NativeSpec::new("setitem", "(a, b, c, /)", setitem, "Same as a[b] = c."),
    NativeSpec::new("delitem", BINARY, delitem, "Same as del a[b]."),
    NativeSpec::new(
        "length_hint",
        "(obj, default=0, /)",
        length_hint,
        "Return an estimate of the number of items in obj.\n\nThis is useful for presizing containers when building from \
         an iterable.\n\nIf the object supports len(), the result will be exact.\nOtherwise, it may over- or \
         under-estimate by an arbitrary amount.\nThe result will be an integer >= 0.",
    ),
    NativeSpec::new("call", "(obj, /, *args, **kwargs)", call, "Same as obj(*args, **kwargs)."),
    NativeSpec::new(
        "_compare_digest",
        BINARY,
        compare_digest,
        "Return 'a == b'.\n\nThis function uses an approach designed to prevent\ntiming analysis, making it appropriate \
         for cryptography.\n\na and b must both be of the same type: either str (ASCII only),\nor any bytes-like \
         object.\n\nNote: If a and b are of different lengths, or if an error occurs,\na timing attack could \
         theoretically reveal information about the\ntypes and lengths of a and b--but not their values.",
    ),
];

fn binary(vm: &mut Vm, args: Args, op: BinaryOp, inplace: bool) -> Res {
    let [a, b] = args.take(vm);
    vm.binary(op, inplace, a, b)
}

fn truth(vm: &mut Vm, args: Args) -> Res {
    let [a] = args.take(vm);
    vm.truth(a).map(Value::Bool)
}

fn contains(vm: &mut Vm, args: Args) -> Res {
    let [a, b] = args.take(vm);
    vm.contains(a, b).map(Value::Bool)
}

fn index(vm: &mut Vm, args: Args) -> Res {
    let [a] = args.take(vm);
    vm.index(a)
}

/// An iterator over `a`; what can't be iterated over is "not iterable" in the words of `in`.
fn searched(vm: &mut Vm, a: Value) -> Res {
    match vm.iter(a) {
        Err(Raised) if vm.pending_is(Exc::TypeError) && !vm.has_iteration(a) => {
            vm.take_pending();
            let t = vm.type_name(a);
            Err(vm.type_error(format!("argument of type '{t}' is not iterable")))
        }
        other => other,
    }
}

fn index_of(vm: &mut Vm, args: Args) -> Res {
    let [a, b] = args.take(vm);
    let it = searched(vm, a)?;
    let recent = vm.heap.recent.len();
    let mut i = 0;
    while let Some(v) = vm.next(it)? {
        if vm.eq_pinned(v, b)? {
            return Ok(Value::Int(i));
        }
        vm.heap.recent.truncate(recent);
        i += 1;
    }
    Err(vm.value_error("sequence.index(x): x not in sequence"))
}

fn count_of(vm: &mut Vm, args: Args) -> Res {
    let [a, b] = args.take(vm);
    let it = searched(vm, a)?;
    let recent = vm.heap.recent.len();
    let mut n = 0;
    while let Some(v) = vm.next(it)? {
        n += i64::from(vm.eq_pinned(v, b)?);
        vm.heap.recent.truncate(recent);
    }
    Ok(Value::Int(n))
}

/// `a + b` for sequences: an object with `__getitem__` counts as one.
fn concat(vm: &mut Vm, args: Args, inplace: bool) -> Res {
    let [a, b] = args.take(vm);
    let getitem = vm.heap.names.__getitem__;
    if vm.special(a, getitem).is_none() || matches!(vm.payload(a), Value::Dict(_)) {
        let t = vm.type_name(a);
        return Err(vm.type_error(format!("'{t}' object can't be concatenated")));
    }
    vm.binary(BinaryOp::Add, inplace, a, b)
}

fn setitem(vm: &mut Vm, args: Args) -> Res {
    let [a, b, c] = args.take(vm);
    vm.set_item(a, b, c)?;
    Ok(Value::None)
}

fn delitem(vm: &mut Vm, args: Args) -> Res {
    let [a, b] = args.take(vm);
    vm.del_item(a, b)?;
    Ok(Value::None)
}

fn length_hint(vm: &mut Vm, args: Args) -> Res {
    let [object, default] = args.take(vm);
    let default = match default {
        Value::Undef => 0,
        Value::Int(_) | Value::BigInt(_) | Value::Bool(_) => vm.index_i64(default)?,
        _ => {
            let t = vm.type_name(default);
            return Err(vm.type_error(format!("'{t}' object cannot be interpreted as an integer")));
        }
    };
    let hint = vm.length_hint(object, default)?;
    Ok(Value::Int(hint))
}

fn call(vm: &mut Vm, args: Args) -> Res {
    let [f, rest, kwargs] = args.take(vm);
    let (rest, named) = (positional(vm, rest), keywords(vm, kwargs));
    vm.call_kw(f, &rest, &named)
}

fn compare_digest(vm: &mut Vm, args: Args) -> Res {
    let [a, b] = args.take(vm);
    let bytes = |vm: &Vm, v: Value| match vm.payload(v) {
        Value::Bytes(k) => Some(vm.heap.bytes[k].to_vec()),
        Value::ByteArray(k) => Some(vm.heap.bytearrays[k].clone()),
        _ => None,
    };
    let (left, right) = match (vm.payload(a), vm.payload(b)) {
        (Value::Str(x), Value::Str(y)) => match (vm.heap.strs[x].as_str(), vm.heap.strs[y].as_str()) {
            (Some(x), Some(y)) if x.is_ascii() && y.is_ascii() => (x.as_bytes().to_vec(), y.as_bytes().to_vec()),
            _ => return Err(vm.type_error("comparing strings with non-ASCII characters is not supported")),
        },
        _ => match (bytes(vm, a), bytes(vm, b)) {
            (Some(x), Some(y)) => (x, y),
            _ => {
                let (s, t) = (vm.type_name(a), vm.type_name(b));
                return Err(
                    vm.type_error(format!("unsupported operand types(s) or combination of types: '{s}' and '{t}'"))
                );
            }
        },
    };
    // Every byte is looked at, whatever the first ones say.
    let differing = left.iter().zip(&right).fold(0, |all, (x, y)| all | (x ^ y));
    Ok(Value::Bool(left.len() == right.len() && differing == 0))
}
