//! Subscription of lists by ints and slices: reading, assignment and deletion.

use crate::types::slice::{adjust, select, sequence_index, unpack};
use crate::value::*;
use crate::vm::subscript::position;
use crate::vm::{Res, Vm};

/// `list[key]`
pub fn get(vm: &mut Vm, k: ListKey, key: Value) -> Res {
    if let Value::Slice(s) = key {
        let (start, stop, step) = unpack(vm, s)?;
        let (start, _, count) = adjust(vm.heap.lists[k].len(), start, stop, step);
        vm.reserve(count * 16)?;
        let items = select(&vm.heap.lists[k], start, step, count);
        return Ok(vm.heap.new_list(items));
    }
    let i = sequence_index(vm, key, "list")?;
    match position(vm.heap.lists[k].len(), i) {
        Some(i) => Ok(vm.heap.lists[k][i]),
        None => Err(vm.index_error("list index out of range")),
    }
}

/// `list[key] = v`
pub fn set(vm: &mut Vm, k: ListKey, key: Value, v: Value) -> Res<()> {
    if let Value::Slice(s) = key {
        return set_slice(vm, k, s, v);
    }
    let i = sequence_index(vm, key, "list")?;
    match position(vm.heap.lists[k].len(), i) {
        Some(i) => {
            vm.heap.lists[k][i] = v;
            Ok(())
        }
        None => Err(vm.index_error("list assignment index out of range")),
    }
}

fn set_slice(vm: &mut Vm, k: ListKey, s: SliceKey, v: Value) -> Res<()> {
    let (start, stop, step) = unpack(vm, s)?;
    let names = vm.heap.names;
    let iterable = matches!(v, Value::List(_) | Value::Tuple(_) | Value::Iter(_))
        || vm.special(v, names.__iter__).is_some()
        || vm.special(v, names.__getitem__).is_some();
    if !iterable {
        return Err(vm.type_error("must assign iterable to extended slice"));
    }
    let items = vm.sequence_to_vec(v)?;
    // The iteration may have changed the list.
    let (start, stop, count) = adjust(vm.heap.lists[k].len(), start, stop, step);
    if step == 1 {
        let more = items.len().saturating_sub(count) * 16;
        vm.reserve(more)?;
        vm.heap.grew(more);
        let (from, to) = (start as usize, stop.max(start) as usize);
        vm.heap.lists[k].splice(from..to, items);
        return Ok(());
    }
    if items.len() != count {
        let n = items.len();
        return Err(vm.value_error(format!("attempt to assign sequence of size {n} to extended slice of size {count}")));
    }
    for (i, item) in items.into_iter().enumerate() {
        vm.heap.lists[k][(start + i as i64 * step) as usize] = item;
    }
    Ok(())
}

/// `del list[key]`
pub fn delete(vm: &mut Vm, k: ListKey, key: Value) -> Res<()> {
    let Value::Slice(s) = key else {
        let i = sequence_index(vm, key, "list")?;
        return match position(vm.heap.lists[k].len(), i) {
            Some(i) => {
                vm.heap.lists[k].remove(i);
                Ok(())
            }
            None => Err(vm.index_error("list assignment index out of range")),
        };
    };
    let (start, stop, step) = unpack(vm, s)?;
    let (start, _, count) = adjust(vm.heap.lists[k].len(), start, stop, step);
    if count == 0 {
        return Ok(());
    }
    // The selected positions in ascending order.
    let (first, stride) =
        if step < 0 { (start + (count as i64 - 1) * step, step.unsigned_abs()) } else { (start, step as u64) };
    let (first, stride) = (first as usize, stride as usize);
    let list = &mut vm.heap.lists[k];
    if stride == 1 {
        list.drain(first..first + count);
        return Ok(());
    }
    let mut i = 0;
    let mut left = count;
    list.retain(|_| {
        let selected = left > 0 && i >= first && (i - first) % stride == 0;
        left -= usize::from(selected);
        i += 1;
        !selected
    });
    Ok(())
}
