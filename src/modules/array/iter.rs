//! The iterator over an array.

use super::{item, key, state};
use crate::heap::Heap;
use crate::heap::kinds::NativeIter;
use crate::types::iterators::{ITER, NEXT, REDUCE_DOC, SETSTATE_DOC, key_of, reduce_to_iter, state_index};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

static SPEC: TypeSpec = TypeSpec {
    name: "arrayiterator",
    module: "array",
    no_new: true,
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, state, /)", setstate, SETSTATE_DOC),
    ],
    specials: &[ITER, NEXT],
    ..TypeSpec::BASE
};

#[derive(Clone, Copy)]
struct ArrayIter {
    class: ClassKey,
    /// Unbound when finished.
    array: Value,
    index: usize,
}

impl NativeIter for ArrayIter {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.array);
    }
}

pub(super) fn iter(vm: &mut Vm, args: Args) -> Res {
    let array = args.get(vm, 0);
    key(vm, array)?;
    let class = vm.class_for(&SPEC);
    Ok(vm.heap.new_native_iter(ArrayIter { class, array, index: 0 }))
}

fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(&ArrayIter { array, index, .. }) = vm.heap.native_iter::<ArrayIter>(k) else { return Ok(None) };
    if array.is_undef() {
        return Ok(None);
    }
    let a = key(vm, array)?;
    let more = index < state(vm, a).len();
    if let Some(it) = vm.heap.native_iter_mut::<ArrayIter>(k) {
        if more {
            it.index += 1;
        } else {
            it.array = Value::Undef;
        }
    }
    if more { item::read(vm, a, index).map(Some) } else { Ok(None) }
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let iter = vm.builtin_function("iter")?;
    let k = key_of(vm, args.get(vm, 0))?;
    match vm.heap.native_iter::<ArrayIter>(k).copied() {
        Some(it) if !it.array.is_undef() => reduce_to_iter(vm, iter, &[it.array], Some(Value::Int(it.index as i64))),
        _ => {
            let empty = vm.heap.new_tuple([]);
            reduce_to_iter(vm, iter, &[empty], None)
        }
    }
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, position] = args.take(vm);
    let k = key_of(vm, this)?;
    let at = usize::try_from(state_index(vm, position)?).unwrap_or(0);
    if let Some(it) = vm.heap.native_iter_mut::<ArrayIter>(k) {
        it.index = at;
    }
    Ok(Value::None)
}
