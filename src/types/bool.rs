//! `bool`: the two ints `True` and `False`.

use crate::code::op::{BinaryOp, UnaryOp};
use crate::heap::Heap;
use crate::types::int;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `bool`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "bool",
    base: Some(&int::SPEC),
    doc: "Returns True when the argument is true, False otherwise.\nThe builtins True and False are the only two instances of the class bool.\nThe class bool is a subclass of the class int, and cannot be subclassed.",
    new: Some(
        NativeSpec::new(
            "__new__",
            "($type, object=False, /)",
            new,
            "Create and return a new object.  See help(type) for accurate signature.",
        )
        .quick(quick_new),
    ),
    specials: SPECIALS,
    ..TypeSpec::BASE
};

static SPECIALS: &[NativeSpec] = &[
    NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    NativeSpec::new("__invert__", "($self, /)", invert, "~self"),
    NativeSpec::new("__and__", "($self, value, /)", and, "Return self&value."),
    NativeSpec::new("__rand__", "($self, value, /)", and, "Return value&self."),
    NativeSpec::new("__xor__", "($self, value, /)", xor, "Return self^value."),
    NativeSpec::new("__rxor__", "($self, value, /)", xor, "Return value^self."),
    NativeSpec::new("__or__", "($self, value, /)", or, "Return self|value."),
    NativeSpec::new("__ror__", "($self, value, /)", or, "Return value|self."),
];

/// `bool(x)` of numbers and built-in containers.
fn quick_new(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    let &[Value::Class(class), x] = args else { return None };
    let truth = match x {
        _ if class != heap.types.bool => return None,
        Value::None => false,
        Value::Bool(b) => b,
        Value::Int(i) => i != 0,
        Value::Float(f) => f != 0.0,
        _ => heap.builtin_len(x)? != 0,
    };
    Some(Value::Bool(truth))
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, x] = args.take(vm);
    vm.check_new(cls, vm.heap.types.bool)?;
    match x.bound() {
        Some(x) => Ok(Value::Bool(vm.truth(x)?)),
        None => Ok(Value::Bool(false)),
    }
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let truth = !matches!(int::of(vm, args.get(vm, 0)), Some(Value::Int(0)));
    Ok(vm.heap.interned_str(if truth { "True" } else { "False" }))
}

/// `&`, `|`, `^`: a bool for two bools, else what `int` says.
fn logic(vm: &mut Vm, args: Args, op: BinaryOp) -> Res {
    let [this, other] = args.take(vm);
    if let (Value::Bool(a), Value::Bool(b)) = (this, other) {
        return Ok(Value::Bool(match op {
            BinaryOp::And => a & b,
            BinaryOp::Or => a | b,
            _ => a ^ b,
        }));
    }
    match (int::of(vm, this), int::of(vm, other)) {
        (Some(a), Some(b)) => int::binary(vm, op, a, b),
        _ => Ok(Value::NotImplemented),
    }
}

fn and(vm: &mut Vm, args: Args) -> Res {
    logic(vm, args, BinaryOp::And)
}

fn or(vm: &mut Vm, args: Args) -> Res {
    logic(vm, args, BinaryOp::Or)
}

fn xor(vm: &mut Vm, args: Args) -> Res {
    logic(vm, args, BinaryOp::Xor)
}

fn invert(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    vm.warn_deprecated(
        "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise \
         inversion of the underlying int object and is usually not what you expect from negating a bool. Use the \
         'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying \
         int.",
    )?;
    let n = int::of(vm, this).unwrap_or(Value::Int(0));
    int::unary(vm, UnaryOp::Invert, n)
}
