//! The views and iterators of `OrderedDict`, which notice every change of the order.

use crate::heap::Heap;
use crate::heap::kinds::{DictPart, NativeIter};
use crate::types::dict::{key_of, views};
use crate::types::iterators::{ITER, NEXT, REDUCE_DOC, reduce_to_iter};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::table::Table;
use crate::vm::{Res, Vm};

const VIEW_SPECIALS: &[NativeSpec] =
    &[NativeSpec::new("__iter__", "($self, /)", |vm, a| over_view(vm, a, false), "Implement iter(self).")];
const VIEW_METHODS: &[NativeSpec] =
    &[NativeSpec::new("__reversed__", "($self, /)", |vm, a| over_view(vm, a, true), "")];

const fn view_class(name: &'static str, base: &'static TypeSpec) -> TypeSpec {
    TypeSpec { name, base: Some(base), no_new: true, specials: VIEW_SPECIALS, methods: VIEW_METHODS, ..TypeSpec::BASE }
}

static KEYS: TypeSpec = view_class("odict_keys", &views::KEYS);
static VALUES: TypeSpec = view_class("odict_values", &views::VALUES);
static ITEMS: TypeSpec = view_class("odict_items", &views::ITEMS);

static ITERATOR: TypeSpec = TypeSpec {
    name: "odict_iterator",
    no_new: true,
    specials: &[ITER, NEXT],
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC)],
    ..TypeSpec::BASE
};

/// `od.keys()`, `od.values()`, `od.items()`
pub fn view(vm: &mut Vm, args: Args, what: DictPart) -> Res {
    let dict = key_of(vm, args.get(vm, 0))?;
    let class = vm.class_for(match what {
        DictPart::Keys => &KEYS,
        DictPart::Values => &VALUES,
        DictPart::Items => &ITEMS,
    });
    Ok(vm.heap.new_object(class, views::View { dict, what }))
}

fn over_view(vm: &mut Vm, args: Args, reversed: bool) -> Res {
    let [this] = args.take(vm);
    match views::as_view(vm, this) {
        Some(view) => Ok(iterate(vm, view.dict, view.what, reversed)),
        None => Err(vm.type_error("descriptor requires a dict view")),
    }
}

#[derive(Clone, Copy)]
struct OrderedIter {
    class: ClassKey,
    /// None when finished.
    dict: Option<DictKey>,
    what: DictPart,
    reversed: bool,
    /// The next place; one more than it when going backwards.
    place: usize,
    /// Of the dict's keys when this began.
    version: u32,
}

impl NativeIter for OrderedIter {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        if let Some(k) = self.dict {
            visit(Value::Dict(k));
        }
    }
}

/// An iterator over a part of an `OrderedDict`'s dict.
pub fn iterate(vm: &mut Vm, k: DictKey, what: DictPart, reversed: bool) -> Value {
    let class = vm.class_for(&ITERATOR);
    let dict = &vm.heap.dicts[k];
    let place = if reversed { dict.places() } else { dict.first_place().unwrap_or(0) };
    let version = dict.keys_version;
    vm.heap.new_native_iter(OrderedIter { class, dict: Some(k), what, reversed, place, version })
}

fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(&it) = vm.heap.native_iter::<OrderedIter>(k) else { return Ok(None) };
    let Some(d) = it.dict else { return Ok(None) };
    if vm.heap.dicts[d].keys_version != it.version {
        return Err(vm.runtime_error("OrderedDict mutated during iteration"));
    }
    let (mut place, places) = (it.place, vm.heap.dicts[d].places());
    let entry = loop {
        let at = if it.reversed { place.checked_sub(1) } else { Some(place).filter(|&p| p < places) };
        let Some(at) = at else { break None };
        place = if it.reversed { at } else { at + 1 };
        if let Some(e) = vm.table_entry(Table::Dict(d), at) {
            break Some(e);
        }
    };
    if let Some(it) = vm.heap.native_iter_mut::<OrderedIter>(k) {
        it.place = place;
        if entry.is_none() {
            it.dict = None;
        }
    }
    Ok(entry.map(|e| match it.what {
        DictPart::Keys => e.key,
        DictPart::Values => e.value,
        DictPart::Items => vm.heap.new_tuple([e.key, e.value]),
    }))
}

/// An iterator over a list of what is left; this one isn't moved.
fn reduce(vm: &mut Vm, args: Args) -> Res {
    let iter = vm.builtin_function("iter")?;
    let Value::Iter(k) = args.get(vm, 0) else { return Err(vm.type_error("not an odict_iterator")) };
    let Some(&it) = vm.heap.native_iter::<OrderedIter>(k) else { return Err(vm.type_error("not an odict_iterator")) };
    let copy = vm.heap.new_native_iter(it);
    let rest = vm.new_list_from(copy)?;
    reduce_to_iter(vm, iter, &[rest], None)
}
