//! Iterating over bytes and bytearrays.

use super::memory;
use crate::heap::Heap;
use crate::heap::kinds::NativeIter;
use crate::types::iterators::{
    ITER, LENGTH_HINT_DOC, NEXT, REDUCE_DOC, SETSTATE_DOC, key_of, reduce_to_iter, state_index,
};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

#[derive(Clone, Copy)]
struct BytesIter {
    /// Unbound once finished.
    object: Value,
    index: usize,
    class: ClassKey,
}

impl NativeIter for BytesIter {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.object);
    }
}

fn step(vm: &mut Vm, key: IterKey) -> Res<Option<Value>> {
    let Some(&BytesIter { object, index, .. }) = vm.heap.native_iter::<BytesIter>(key) else { return Ok(None) };
    let found = memory(vm, object).and_then(|b| b.get(index)).map(|&b| Value::Int(i64::from(b)));
    if let Some(it) = vm.heap.native_iter_mut::<BytesIter>(key) {
        match found {
            Some(_) => it.index += 1,
            None => it.object = Value::Undef,
        }
    }
    Ok(found)
}

pub(super) fn iter(vm: &mut Vm, args: Args) -> Res {
    let object = vm.payload(args.get(vm, 0));
    let spec = if matches!(object, Value::ByteArray(_)) { &BYTEARRAY_ITERATOR } else { &BYTES_ITERATOR };
    let class = vm.class_for(spec);
    Ok(vm.heap.new_native_iter(BytesIter { object, index: 0, class }))
}

fn length_hint(vm: &mut Vm, args: Args) -> Res {
    let key = key_of(vm, args.get(vm, 0))?;
    let left = vm.heap.native_iter::<BytesIter>(key).and_then(|it| {
        let len = memory(vm, it.object)?.len();
        Some(len.saturating_sub(it.index))
    });
    Ok(Value::Int(left.unwrap_or(0) as i64))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let iter = vm.builtin_function("iter")?;
    let key = key_of(vm, args.get(vm, 0))?;
    match vm.heap.native_iter::<BytesIter>(key) {
        Some(&BytesIter { object, index, .. }) if !object.is_undef() => {
            reduce_to_iter(vm, iter, &[object], Some(Value::Int(index as i64)))
        }
        _ => {
            let empty = vm.heap.new_tuple([]);
            reduce_to_iter(vm, iter, &[empty], None)
        }
    }
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, state] = args.take(vm);
    let key = key_of(vm, this)?;
    let index = usize::try_from(state_index(vm, state)?).unwrap_or(0);
    if let Some(it) = vm.heap.native_iter_mut::<BytesIter>(key) {
        it.index = index;
    }
    Ok(Value::None)
}

const METHODS: &[NativeSpec] = &[
    NativeSpec::new("__length_hint__", "($self, /)", length_hint, LENGTH_HINT_DOC),
    NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC),
    NativeSpec::new("__setstate__", "($self, state, /)", setstate, SETSTATE_DOC),
];

static BYTES_ITERATOR: TypeSpec =
    TypeSpec { name: "bytes_iterator", no_new: true, methods: METHODS, specials: &[ITER, NEXT], ..TypeSpec::BASE };

static BYTEARRAY_ITERATOR: TypeSpec =
    TypeSpec { name: "bytearray_iterator", no_new: true, methods: METHODS, specials: &[ITER, NEXT], ..TypeSpec::BASE };
