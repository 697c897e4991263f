//! The iterator over sets.

use crate::heap::Heap;
use crate::heap::kinds::NativeIter;
use crate::types::iterators::{ITER, LENGTH_HINT_DOC, NEXT, REDUCE_DOC, reduce_to_iter};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::table::Table;
use crate::vm::{Res, Vm};

static SPEC: TypeSpec = TypeSpec {
    name: "set_iterator",
    no_new: true,
    methods: &[
        NativeSpec::new("__length_hint__", "($self, /)", length_hint, LENGTH_HINT_DOC),
        NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC),
    ],
    specials: &[ITER, NEXT],
    ..TypeSpec::BASE
};

struct SetIter {
    class: ClassKey,
    /// The set; unbound when finished.
    set: Value,
    place: usize,
    len: usize,
    left: usize,
}

impl NativeIter for SetIter {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.set);
    }
}

/// An iterator over the set `k`, which is what the value holds.
pub fn iter(vm: &mut Vm, set: Value, k: SetKey) -> Value {
    let class = vm.class_for(&SPEC);
    let len = vm.heap.sets[k].table.len();
    vm.heap.new_native_iter(SetIter { class, set, place: 0, len, left: len })
}

fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(&SetIter { set: Value::Set(s) | Value::FrozenSet(s), mut place, len, left, .. }) =
        vm.heap.native_iter::<SetIter>(k)
    else {
        return Ok(None);
    };
    let table = &vm.heap.sets[s].table;
    if table.len() != len {
        if let Some(it) = vm.heap.native_iter_mut::<SetIter>(k) {
            it.len = usize::MAX; // from now on it fails always
        }
        return Err(vm.runtime_error("Set changed size during iteration"));
    }
    while place < table.places() && table.entry(place).is_none() {
        place += 1;
    }
    // Elements added for removed ones must not keep it going forever.
    let found = table.entry(place).filter(|_| left > 0).map(|e| e.key);
    if let Some(it) = vm.heap.native_iter_mut::<SetIter>(k) {
        it.place = place + 1;
        it.left = left.saturating_sub(1);
        if found.is_none() {
            it.set = Value::Undef;
        }
    }
    Ok(found)
}

fn rest(vm: &mut Vm, this: Value) -> Vec<Value> {
    let Value::Iter(k) = this else { return Vec::new() };
    match vm.heap.native_iter::<SetIter>(k) {
        Some(&SetIter { set: Value::Set(s) | Value::FrozenSet(s), place, .. }) => {
            let end = vm.heap.sets[s].table.places();
            (place..end).filter_map(|i| vm.table_entry(Table::Set(s), i)).map(|e| e.key).collect()
        }
        _ => Vec::new(),
    }
}

fn length_hint(vm: &mut Vm, args: Args) -> Res {
    let n = rest(vm, args.get(vm, 0)).len();
    Ok(Value::Int(n as i64))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let iter = vm.builtin_function("iter")?;
    let items = rest(vm, args.get(vm, 0));
    let list = vm.heap.new_list(items);
    reduce_to_iter(vm, iter, &[list], None)
}
