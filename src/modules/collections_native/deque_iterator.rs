//! Iterators over deques, which notice every change.

use super::deque::{Deque, key_of};
use crate::heap::Heap;
use crate::heap::kinds::NativeIter;
use crate::types::iterators::{ITER, LENGTH_HINT_DOC, NEXT, REDUCE_DOC, reduce_to_class};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

const METHODS: &[NativeSpec] = &[
    NativeSpec::new("__length_hint__", "($self, /)", length_hint, LENGTH_HINT_DOC),
    NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC),
];

/// The class of iterators over deques.
pub static FORWARD: TypeSpec = TypeSpec {
    name: "_deque_iterator",
    module: "collections",
    new: Some(NativeSpec::new("__new__", "($type, deque, index=0, /)", |vm, a| new(vm, a, false), "")),
    specials: &[ITER, NEXT],
    methods: METHODS,
    ..TypeSpec::BASE
};

/// The class of reverse iterators over deques.
pub static REVERSE: TypeSpec = TypeSpec {
    name: "_deque_reverse_iterator",
    module: "collections",
    new: Some(NativeSpec::new("__new__", "($type, deque, index=0, /)", |vm, a| new(vm, a, true), "")),
    specials: &[ITER, NEXT],
    methods: METHODS,
    ..TypeSpec::BASE
};

struct DequeIter {
    class: ClassKey,
    deque: ObjectKey,
    reversed: bool,
    /// How many were given.
    index: usize,
    /// How many are left.
    left: usize,
    /// Of the deque when this began.
    version: u64,
}

impl NativeIter for DequeIter {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Object(self.deque));
    }
}

/// `iter(deque)`
pub fn make(vm: &mut Vm, deque: ObjectKey) -> Value {
    start(vm, deque, false, 0)
}

/// `reversed(deque)`
pub fn reversed(vm: &mut Vm, deque: ObjectKey) -> Value {
    start(vm, deque, true, 0)
}

fn start(vm: &mut Vm, deque: ObjectKey, reversed: bool, skipped: usize) -> Value {
    let class = vm.class_for(if reversed { &REVERSE } else { &FORWARD });
    let Deque { items, version, .. } = vm.deque(deque);
    let (index, version) = (skipped.min(items.len()), *version);
    let left = items.len() - index;
    vm.heap.new_native_iter(DequeIter { class, deque, reversed, index, left, version })
}

fn new(vm: &mut Vm, args: Args, reversed: bool) -> Res {
    let [_, deque, index] = args.take(vm);
    let class = vm.class_for(&super::deque::SPEC);
    if !vm.heap.is_subclass(vm.class_of(deque), class) {
        let t = vm.type_name(deque);
        let name = if reversed { REVERSE.name } else { FORWARD.name };
        return Err(vm.type_error(format!("{name}() argument 1 must be collections.deque, not {t}")));
    }
    let k = key_of(vm, deque)?;
    let skipped = if index.is_undef() { 0 } else { vm.index_i64(index)? };
    Ok(start(vm, k, reversed, usize::try_from(skipped).unwrap_or(0)))
}

fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(it) = vm.heap.native_iter::<DequeIter>(k) else { return Ok(None) };
    let (deque, reversed, index, left, version) = (it.deque, it.reversed, it.index, it.left, it.version);
    let state = vm.deque(deque);
    let unchanged = state.version == version;
    let place = if reversed { left.wrapping_sub(1) } else { index };
    let found = state.items.get(place).copied().filter(|_| unchanged && left > 0);
    let Some(it) = vm.heap.native_iter_mut::<DequeIter>(k) else { return Ok(None) };
    if !unchanged {
        it.left = 0;
        return Err(vm.runtime_error("deque mutated during iteration"));
    }
    if found.is_none() {
        return Ok(None);
    }
    it.index += 1;
    it.left -= 1;
    Ok(found)
}

fn state(vm: &mut Vm, this: Value) -> Option<&DequeIter> {
    match this {
        Value::Iter(k) => vm.heap.native_iter::<DequeIter>(k),
        _ => None,
    }
}

fn length_hint(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    Ok(Value::Int(state(vm, this).map_or(0, |it| it.left as i64)))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let Some(it) = state(vm, this) else { return Err(vm.type_error("not an iterator over a deque")) };
    let (deque, index) = (it.deque, it.index);
    reduce_to_class(vm, this, &[Value::Object(deque), Value::Int(index as i64)], None)
}
