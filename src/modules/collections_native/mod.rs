//! The module `_collections`: the containers and the parts of `collections` that must be fast.

pub mod default_dict;
pub mod deque;
mod deque_iterator;
mod deque_methods;
pub mod ordered_dict;
mod ordered_dict_views;
mod tuple_getter;

use crate::code::op::BinaryOp;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::table::Table;
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_collections",
    doc: "High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n- \
          defaultdict:  dict subclass with a default value factory\n",
    functions: &[NativeSpec::new(
        "_count_elements",
        "(mapping, iterable, /)",
        count_elements,
        "Count elements in the iterable, updating the mapping",
    )],
    classes: &[
        &deque::SPEC,
        &default_dict::SPEC,
        &ordered_dict::SPEC,
        &deque_iterator::FORWARD,
        &deque_iterator::REVERSE,
        &tuple_getter::SPEC,
    ],
    init: None,
};

/// `mapping[x] = mapping.get(x, 0) + 1` for each element: what `Counter` counts by.
fn count_elements(vm: &mut Vm, args: Args) -> Res {
    let [mapping, iterable] = args.take(vm);
    let class = vm.class_of(mapping);
    let names = ["get", "__setitem__"].map(|n| vm.heap.intern(n));
    let dict = vm.heap.types.dict;
    let plain = names.iter().all(|&name| {
        let own = vm.heap.lookup_in_class(class, name).unwrap_or_default();
        own.is(vm.heap.lookup_in_class(dict, name).unwrap_or_default())
    });
    if let (Value::Dict(k), true) = (vm.payload(mapping), plain) {
        vm.for_each(iterable, |vm, item| {
            let hash = vm.key_hash(item)?;
            match vm.table_find(Table::Dict(k), hash, item)? {
                None => vm.table_insert(Table::Dict(k), hash, item, Value::Int(1)),
                Some(place) => {
                    let old = vm.heap.dicts[k].value_at(place);
                    if let Value::Int(n) = old
                        && let Some(n) = n.checked_add(1)
                    {
                        vm.heap.dicts[k].set_value_at(place, Value::Int(n));
                        return Ok(());
                    }
                    let new = vm.binary(BinaryOp::Add, false, old, Value::Int(1))?;
                    vm.table_set(Table::Dict(k), hash, item, new).map(drop)
                }
            }
        })?;
        return Ok(Value::None);
    }
    let get = vm.getattr(mapping, names[0])?;
    vm.for_each(iterable, |vm, item| {
        let old = vm.call(get, &[item, Value::Int(0)])?;
        let new = vm.binary(BinaryOp::Add, false, old, Value::Int(1))?;
        vm.set_item(mapping, item, new)
    })?;
    Ok(Value::None)
}
