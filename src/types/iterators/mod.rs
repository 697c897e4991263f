//! Built-in iterators: their classes, and those that are classes a program calls (`zip`, `map`, …).

pub mod enumerate;
pub mod indexed;
pub mod map;
pub mod reversed;
pub mod sequence;
pub mod zip;

use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};

/// `__iter__` of every iterator: itself.
pub const ITER: NativeSpec =
    NativeSpec::new("__iter__", "($self, /)", |vm, a| Ok(a.get(vm, 0)), "Implement iter(self).");
/// `__next__` of every built-in iterator.
pub const NEXT: NativeSpec = NativeSpec::new("__next__", "($self, /)", next, "Implement next(self).");
/// The documentation of `__length_hint__`.
pub const LENGTH_HINT_DOC: &str = "Private method returning an estimate of len(list(it)).";
/// The documentation of `__reduce__`.
pub const REDUCE_DOC: &str = "Return state information for pickling.";
/// The documentation of `__setstate__`.
pub const SETSTATE_DOC: &str = "Set state information for unpickling.";

fn next(vm: &mut Vm, args: Args) -> Res {
    let this = vm.payload(args.get(vm, 0));
    let Value::Iter(k) = this else {
        let t = vm.type_name(this);
        return Err(vm.type_error(format!("'{t}' object is not an iterator")));
    };
    match vm.next_builtin(k)? {
        Some(v) => Ok(v),
        None => Err(vm.stop_iteration(Value::None)),
    }
}

/// The iterator in a value: itself, or the payload of an instance of a subclass.
pub fn key_of(vm: &mut Vm, v: Value) -> Res<IterKey> {
    match vm.payload(v) {
        Value::Iter(k) => Ok(k),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("descriptor requires an iterator but received a '{t}'")))
        }
    }
}

/// What `__reduce__` of most iterators answers: `(iter, args)`, or `(iter, args, state)`. Looking up `iter` may run code
/// that moves the iterator: do that first.
pub fn reduce_to_iter(vm: &mut Vm, iter: Value, args: &[Value], state: Option<Value>) -> Res {
    let args = vm.heap.new_tuple(args);
    Ok(match state {
        Some(state) => vm.heap.new_tuple([iter, args, state]),
        None => vm.heap.new_tuple([iter, args]),
    })
}

/// `(class, args)`, or `(class, args, state)`: what `__reduce__` of an iterator class answers.
pub fn reduce_to_class(vm: &mut Vm, this: Value, args: &[Value], state: Option<Value>) -> Res {
    let class = Value::Class(vm.class_of(this));
    let args = vm.heap.new_tuple(args);
    Ok(match state {
        Some(state) => vm.heap.new_tuple([class, args, state]),
        None => vm.heap.new_tuple([class, args]),
    })
}

/// A state given to `__setstate__` as an index, clipped to 64 bits.
pub fn state_index(vm: &mut Vm, state: Value) -> Res<i64> {
    Ok(match vm.index(state)? {
        Value::Int(i) => i,
        Value::BigInt(k) if vm.heap.bigints[k].sign() == num_bigint::Sign::Minus => i64::MIN,
        _ => i64::MAX,
    })
}
