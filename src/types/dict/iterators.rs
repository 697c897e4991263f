//! Iterators over dicts: the classes of the forward ones (which `vm/iterate.rs` steps) and the reverse ones.

use crate::heap::Heap;
use crate::heap::kinds::{DictPart, Iter, NativeIter};
use crate::types::iterators::{ITER, LENGTH_HINT_DOC, NEXT, REDUCE_DOC, reduce_to_iter};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::table::Table;
use crate::vm::{Res, Vm};

static METHODS: &[NativeSpec] = &[
    NativeSpec::new("__length_hint__", "($self, /)", length_hint, LENGTH_HINT_DOC),
    NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC),
];
static SPECIALS: &[NativeSpec] = &[ITER, NEXT];

const fn class(name: &'static str) -> TypeSpec {
    TypeSpec { name, no_new: true, methods: METHODS, specials: SPECIALS, ..TypeSpec::BASE }
}

/// The class `dict_keyiterator`.
pub static KEYS: TypeSpec = class("dict_keyiterator");
/// The class `dict_valueiterator`.
pub static VALUES: TypeSpec = class("dict_valueiterator");
/// The class `dict_itemiterator`.
pub static ITEMS: TypeSpec = class("dict_itemiterator");
static REVERSE_KEYS: TypeSpec = class("dict_reversekeyiterator");
static REVERSE_VALUES: TypeSpec = class("dict_reversevalueiterator");
static REVERSE_ITEMS: TypeSpec = class("dict_reverseitemiterator");

/// Over a dict from the end.
struct Reversed {
    class: ClassKey,
    /// None when finished.
    dict: Option<DictKey>,
    what: DictPart,
    /// One more than the next place.
    place: usize,
    len: usize,
}

impl NativeIter for Reversed {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step_back
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        if let Some(k) = self.dict {
            visit(Value::Dict(k));
        }
    }
}

/// `reversed(d)`, `reversed(d.values())`, `reversed(d.items())`.
pub fn reversed(vm: &mut Vm, k: DictKey, what: DictPart) -> Value {
    let class = vm.class_for(match what {
        DictPart::Keys => &REVERSE_KEYS,
        DictPart::Values => &REVERSE_VALUES,
        DictPart::Items => &REVERSE_ITEMS,
    });
    let (place, len) = (vm.heap.dicts[k].places(), vm.heap.dicts[k].len());
    vm.heap.new_native_iter(Reversed { class, dict: Some(k), what, place, len })
}

fn step_back(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(&Reversed { dict: Some(d), what, mut place, len, .. }) = vm.heap.native_iter::<Reversed>(k) else {
        return Ok(None);
    };
    if vm.heap.dicts[d].len() != len {
        if let Some(it) = vm.heap.native_iter_mut::<Reversed>(k) {
            it.len = usize::MAX;
        }
        return Err(vm.runtime_error("dictionary changed size during iteration"));
    }
    let entry = loop {
        let Some(i) = place.checked_sub(1) else { break None };
        place = i;
        if let Some(e) = vm.table_entry(Table::Dict(d), i) {
            break Some(e);
        }
    };
    if let Some(it) = vm.heap.native_iter_mut::<Reversed>(k) {
        it.place = place;
        if entry.is_none() {
            it.dict = None;
        }
    }
    Ok(entry.map(|e| match what {
        DictPart::Keys => e.key,
        DictPart::Values => e.value,
        DictPart::Items => vm.heap.new_tuple([e.key, e.value]),
    }))
}

/// What an iterator over a dict still has to give, without moving it.
fn rest(vm: &mut Vm, this: Value) -> Vec<Value> {
    let Value::Iter(k) = vm.payload(this) else { return Vec::new() };
    let (d, what, places): (DictKey, DictPart, Vec<usize>) = match &vm.heap.iters[k] {
        Iter::Dict { dict: Value::Dict(d), what, place, .. } => {
            (*d, *what, (*place..vm.heap.dicts[*d].places()).collect())
        }
        _ => match vm.heap.native_iter::<Reversed>(k) {
            Some(&Reversed { dict: Some(d), what, place, .. }) => (d, what, (0..place).rev().collect()),
            _ => return Vec::new(),
        },
    };
    let entries: Vec<_> = places.into_iter().filter_map(|i| vm.table_entry(Table::Dict(d), i)).collect();
    entries
        .into_iter()
        .map(|e| match what {
            DictPart::Keys => e.key,
            DictPart::Values => e.value,
            DictPart::Items => vm.heap.new_tuple([e.key, e.value]),
        })
        .collect()
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
