//! The iterator over an object that has only `__getitem__` (data model 3.3.7): indices from 0 until `IndexError`.

use super::{ITER, LENGTH_HINT_DOC, NEXT, REDUCE_DOC, SETSTATE_DOC, key_of, reduce_to_iter, state_index};
use crate::heap::Heap;
use crate::heap::kinds::NativeIter;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Raised, Res, Vm};

static SPEC: TypeSpec = TypeSpec {
    name: "iterator",
    no_new: true,
    methods: &[
        NativeSpec::new("__length_hint__", "($self, /)", length_hint, LENGTH_HINT_DOC),
        NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", setstate, SETSTATE_DOC),
    ],
    specials: &[ITER, NEXT],
    ..TypeSpec::BASE
};

/// Its state.
#[derive(Clone, Copy)]
pub struct SequenceIter {
    class: ClassKey,
    /// Unbound when finished.
    sequence: Value,
    index: i64,
}

impl NativeIter for SequenceIter {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.sequence);
    }
}

impl SequenceIter {
    /// An iterator over an object that has `__getitem__`.
    pub fn make(vm: &mut Vm, sequence: Value) -> Value {
        let class = vm.class_for(&SPEC);
        vm.heap.new_native_iter(SequenceIter { class, sequence, index: 0 })
    }
}

fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(&SequenceIter { sequence, index, .. }) = vm.heap.native_iter::<SequenceIter>(k) else { return Ok(None) };
    if sequence.is_undef() {
        return Ok(None);
    }
    let mark = vm.pin(sequence);
    let result = vm.get_item(sequence, Value::Int(index));
    vm.unpin_to(mark);
    let found = match result {
        Ok(v) => Some(v),
        Err(Raised) if vm.pending_is(Exc::IndexError) || vm.pending_is(Exc::StopIteration) => {
            vm.take_pending();
            None
        }
        Err(Raised) => return Err(Raised),
    };
    if let Some(it) = vm.heap.native_iter_mut::<SequenceIter>(k) {
        match found {
            Some(_) => it.index += 1,
            None => it.sequence = Value::Undef,
        }
    }
    Ok(found)
}

fn state(vm: &mut Vm, this: Value) -> Res<SequenceIter> {
    let k = key_of(vm, this)?;
    match vm.heap.native_iter::<SequenceIter>(k) {
        Some(it) => Ok(*it),
        None => Err(vm.type_error("descriptor requires an 'iterator' object")),
    }
}

fn length_hint(vm: &mut Vm, args: Args) -> Res {
    let it = state(vm, args.get(vm, 0))?;
    let len = vm.heap.names.__len__;
    if it.sequence.is_undef() {
        return Ok(Value::Int(0));
    }
    if vm.special(it.sequence, len).is_none() {
        return Ok(Value::NotImplemented);
    }
    let n = vm.len(it.sequence)? as i64 - it.index;
    Ok(Value::Int(n.max(0)))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let iter = vm.builtin_function("iter")?;
    let it = state(vm, args.get(vm, 0))?;
    if it.sequence.is_undef() {
        let empty = vm.heap.new_tuple([]);
        return reduce_to_iter(vm, iter, &[empty], None);
    }
    reduce_to_iter(vm, iter, &[it.sequence], Some(Value::Int(it.index)))
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, state] = args.take(vm);
    let k = key_of(vm, this)?;
    let index = state_index(vm, state)?.max(0);
    if let Some(it) = vm.heap.native_iter_mut::<SequenceIter>(k) {
        it.index = index;
    }
    Ok(Value::None)
}
