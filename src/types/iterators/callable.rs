//! `iter(callable, sentinel)`: calls until the sentinel comes.

use super::{ITER, NEXT, REDUCE_DOC, key_of, reduce_to_iter};
use crate::heap::Heap;
use crate::heap::kinds::NativeIter;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

static SPEC: TypeSpec = TypeSpec {
    name: "callable_iterator",
    no_new: true,
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC)],
    specials: &[ITER, NEXT],
    ..TypeSpec::BASE
};

#[derive(Clone, Copy)]
struct CallableIter {
    class: ClassKey,
    /// Unbound when finished.
    callable: Value,
    sentinel: Value,
}

impl NativeIter for CallableIter {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.callable);
        visit(self.sentinel);
    }
}

/// The iterator `iter(callable, sentinel)` makes; the caller has checked that it is callable.
pub fn make(vm: &mut Vm, callable: Value, sentinel: Value) -> Value {
    let class = vm.class_for(&SPEC);
    vm.heap.new_native_iter(CallableIter { class, callable, sentinel })
}

fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(&CallableIter { callable, sentinel, .. }) = vm.heap.native_iter::<CallableIter>(k) else {
        return Ok(None);
    };
    if callable.is_undef() {
        return Ok(None);
    }
    let result = vm.call(callable, &[]);
    let found = match vm.catch(result, Exc::StopIteration)? {
        Some(v) if !vm.eq_pinned(sentinel, v)? => Some(v),
        _ => None,
    };
    if found.is_none()
        && let Some(it) = vm.heap.native_iter_mut::<CallableIter>(k)
    {
        (it.callable, it.sentinel) = (Value::Undef, Value::Undef);
    }
    Ok(found)
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    match vm.heap.native_iter::<CallableIter>(k) {
        Some(&CallableIter { callable, sentinel, .. }) if !callable.is_undef() => {
            reduce_to_iter(vm, &[callable, sentinel], None)
        }
        _ => {
            let empty = vm.heap.new_tuple([]);
            reduce_to_iter(vm, &[empty], None)
        }
    }
}
