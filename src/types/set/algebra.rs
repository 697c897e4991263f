//! The algebra of sets, in place: union, intersection, difference, symmetric difference with any iterable.

use super::any_set;
use crate::heap::dict::{Dict, Entry};
use crate::value::*;
use crate::vm::table::Table;
use crate::vm::{Res, Vm};

/// An operation on a set and another iterable.
#[derive(Clone, Copy, Debug)]
pub enum Operation {
    /// `|`
    Union,
    /// `&`
    Intersection,
    /// `-`
    Difference,
    /// `^`
    Symmetric,
}

impl Operation {
    /// Changes the set `k` to the result of the operation with `other`.
    pub fn apply(self, vm: &mut Vm, k: SetKey, other: Value) -> Res<()> {
        match self {
            Operation::Union => update(vm, k, other),
            Operation::Intersection => intersection_update(vm, k, other),
            Operation::Difference => difference_update(vm, k, other),
            Operation::Symmetric => symmetric_difference_update(vm, k, other),
        }
    }
}

/// Calls `f` with the hash and value of each element of an iterable; those of sets and dicts keep their hash.
fn for_each_hashed(vm: &mut Vm, other: Value, mut f: impl FnMut(&mut Vm, u64, Value) -> Res<()>) -> Res<()> {
    let table = match other {
        Value::Dict(k) => Some(Table::Dict(k)),
        _ => any_set(vm, other).map(Table::Set),
    };
    let Some(table) = table else {
        return vm.for_each(other, |vm, item| {
            let hash = vm.key_hash(item)?;
            f(vm, hash, item)
        });
    };
    let mut place = 0;
    while place < table.of(&vm.heap).places() {
        if let Some(Entry { hash, key, .. }) = vm.table_entry(table, place) {
            let mark = vm.pin(key);
            let result = f(vm, hash, key);
            vm.unpin_to(mark);
            result?;
        }
        place += 1;
    }
    Ok(())
}

/// Adds all elements.
pub fn update(vm: &mut Vm, k: SetKey, other: Value) -> Res<()> {
    if let Some(o) = any_set(vm, other)
        && vm.heap.sets[k].table.is_empty()
    {
        let size = vm.heap.sets[o].table.size();
        vm.reserve(size)?;
        vm.heap.grew(size);
        vm.heap.sets[k].table = vm.heap.sets[o].table.clone();
        return Ok(());
    }
    for_each_hashed(vm, other, |vm, hash, item| vm.table_set(Table::Set(k), hash, item, Value::Undef).map(drop))
}

/// Keeps what `other` has too. Of two equal elements the one of the smaller set stays (of `other`, when both are as
/// large or it is no set).
pub fn intersection_update(vm: &mut Vm, k: SetKey, other: Value) -> Res<()> {
    let Value::Set(kept) = vm.heap.new_set(Dict::new()) else { return Ok(()) };
    let (walked, asked) = match any_set(vm, other) {
        Some(o) if vm.heap.sets[o].table.len() > vm.heap.sets[k].table.len() => (Value::Set(k), o),
        _ => (other, k),
    };
    for_each_hashed(vm, walked, |vm, hash, item| {
        if vm.table_find(Table::Set(asked), hash, item)?.is_some() {
            vm.table_set(Table::Set(kept), hash, item, Value::Undef)?;
        }
        Ok(())
    })?;
    let table = std::mem::take(&mut vm.heap.sets[kept].table);
    vm.heap.sets[k].table = table;
    Ok(())
}

/// Removes what `other` has.
pub fn difference_update(vm: &mut Vm, k: SetKey, other: Value) -> Res<()> {
    if any_set(vm, other) == Some(k) {
        vm.heap.sets[k].table.clear();
        return Ok(());
    }
    for_each_hashed(vm, other, |vm, hash, item| {
        if let Some(i) = vm.table_find(Table::Set(k), hash, item)? {
            vm.heap.sets[k].table.remove_at(i);
        }
        Ok(())
    })
}

/// Removes what both have and adds what only `other` has.
pub fn symmetric_difference_update(vm: &mut Vm, k: SetKey, other: Value) -> Res<()> {
    // What an iterable gives twice counts once.
    let o = match any_set(vm, other) {
        Some(o) if o == k => {
            vm.heap.sets[k].table.clear();
            return Ok(());
        }
        Some(o) => o,
        None => {
            let Value::Set(o) = vm.heap.new_set(Dict::new()) else { return Ok(()) };
            update(vm, o, other)?;
            o
        }
    };
    for_each_hashed(vm, Value::Set(o), |vm, hash, item| {
        match vm.table_find(Table::Set(k), hash, item)? {
            Some(i) => drop(vm.heap.sets[k].table.remove_at(i)),
            None => vm.table_insert(Table::Set(k), hash, item, Value::Undef)?,
        }
        Ok(())
    })
}
