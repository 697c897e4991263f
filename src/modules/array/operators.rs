//! Operators on arrays: subscripts, `+`, `*`, comparisons, the text.

use super::item::{self, to_bytes};
use super::methods::{extend_with, remove_at, text_of, values};
use super::{as_array, check_resizable, key, make, state, state_mut};
use crate::code::op::CompareOp;
use crate::types::slice;
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::subscript::position;
use crate::vm::{Res, Vm};

pub(super) fn len(vm: &mut Vm, args: Args) -> Res {
    let k = key(vm, args.get(vm, 0))?;
    Ok(Value::Int(state(vm, k).len() as i64))
}

pub(super) fn repr(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let k = key(vm, this)?;
    let class = vm.class_of(this);
    let (name, code) = (vm.heap.class_name(class), state(vm, k).code);
    let c = code.character();
    if state(vm, k).bytes.is_empty() {
        return Ok(vm.heap.new_str(format!("{name}('{c}')")));
    }
    let content = if code.is_text() {
        text_of(vm, k)?
    } else {
        let items = values(vm, k)?;
        vm.heap.new_list(items)
    };
    let content = vm.repr_text(content)?;
    Ok(vm.heap.new_str(format!("{name}('{c}', {content})")))
}

/// The place that an index means.
fn place(vm: &mut Vm, k: ObjectKey, index: Value, what: &str) -> Res<usize> {
    if !vm.is_index(index) {
        return Err(vm.type_error("array indices must be integers"));
    }
    let i = vm.index_for_item(index)?;
    match position(state(vm, k).len(), i) {
        Some(i) => Ok(i),
        None => Err(vm.index_error(format!("{what} index out of range"))),
    }
}

pub(super) fn getitem(vm: &mut Vm, args: Args) -> Res {
    let [this, index] = args.take(vm);
    let k = key(vm, this)?;
    let Value::Slice(s) = index else {
        let i = place(vm, k, index, "array")?;
        return item::read(vm, k, i);
    };
    let (start, stop, step) = slice::unpack(vm, s)?;
    let array = state(vm, k);
    let (start, _, count) = slice::adjust(array.len(), start, stop, step);
    let chosen = (0..count as i64).map(|i| (start + i * step) as usize);
    let bytes: Vec<u8> = chosen.flat_map(|i| array.bytes[array.range(i, i + 1)].iter().copied()).collect();
    let code = array.code;
    vm.reserve(bytes.len())?;
    Ok(make(vm, code, bytes))
}

pub(super) fn setitem(vm: &mut Vm, args: Args) -> Res {
    let [this, index, value] = args.take(vm);
    let k = key(vm, this)?;
    if let Value::Slice(s) = index {
        set_slice(vm, k, s, value)?;
        return Ok(Value::None);
    }
    let i = place(vm, k, index, "array assignment")?;
    let code = state(vm, k).code;
    let bytes = to_bytes(vm, code, value)?;
    let array = state_mut(vm, k);
    let range = array.range(i, i + 1);
    if let Some(item) = array.bytes.get_mut(range) {
        item.copy_from_slice(&bytes);
    }
    Ok(Value::None)
}

fn set_slice(vm: &mut Vm, k: ObjectKey, s: SliceKey, value: Value) -> Res<()> {
    let Some(other) = as_array(vm, value) else {
        let t = vm.type_name(value);
        return Err(vm.type_error(format!("can only assign array (not \"{t}\") to array slice")));
    };
    if state(vm, other).code != state(vm, k).code {
        return Err(vm.type_error("bad argument type for built-in operation"));
    }
    let (start, stop, step) = slice::unpack(vm, s)?;
    let new = state(vm, other).bytes.clone();
    let given = state(vm, other).len();
    let (start, stop, count) = slice::adjust(state(vm, k).len(), start, stop, step);
    if step == 1 {
        if given != count {
            check_resizable(vm, k)?;
        }
        vm.heap.grew(new.len());
        let array = state_mut(vm, k);
        let range = array.range(start as usize, stop.max(start) as usize);
        array.bytes.splice(range, new);
        return Ok(());
    }
    if given == 0 {
        return delete_steps(vm, k, start, step, count);
    }
    if given != count {
        let message = format!("attempt to assign array of size {given} to extended slice of size {count}");
        return Err(vm.value_error(message));
    }
    let array = state_mut(vm, k);
    let size = array.code.size();
    for (i, item) in new.chunks_exact(size).enumerate() {
        let at = (start + i as i64 * step) as usize;
        let range = array.range(at, at + 1);
        array.bytes[range].copy_from_slice(item);
    }
    Ok(())
}

/// Removes `count` items `step` apart from `start` on.
fn delete_steps(vm: &mut Vm, k: ObjectKey, start: i64, step: i64, count: usize) -> Res<()> {
    if count == 0 {
        return Ok(());
    }
    check_resizable(vm, k)?;
    let gone: std::collections::HashSet<usize> = (0..count as i64).map(|i| (start + i * step) as usize).collect();
    let array = state_mut(vm, k);
    let size = array.code.size();
    let kept = array.bytes.chunks_exact(size).enumerate().filter(|(i, _)| !gone.contains(i));
    array.bytes = kept.flat_map(|(_, item)| item.iter().copied()).collect();
    Ok(())
}

pub(super) fn delitem(vm: &mut Vm, args: Args) -> Res {
    let [this, index] = args.take(vm);
    let k = key(vm, this)?;
    if let Value::Slice(s) = index {
        let (start, stop, step) = slice::unpack(vm, s)?;
        let (start, _, count) = slice::adjust(state(vm, k).len(), start, stop, step);
        delete_steps(vm, k, start, step, count)?;
    } else {
        let i = place(vm, k, index, "array assignment")?;
        remove_at(vm, k, i)?;
    }
    Ok(Value::None)
}

pub(super) fn add(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let k = key(vm, this)?;
    let Some(o) = as_array(vm, other) else {
        let t = vm.type_name(other);
        return Err(vm.type_error(format!("can only append array (not \"{t}\") to array")));
    };
    let (a, b) = (state(vm, k), state(vm, o));
    if a.code != b.code {
        return Err(vm.type_error("bad argument type for built-in operation"));
    }
    let (code, joined) = (a.code, [&a.bytes[..], &b.bytes[..]].concat());
    vm.reserve(joined.len())?;
    Ok(make(vm, code, joined))
}

pub(super) fn iadd(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let k = key(vm, this)?;
    if as_array(vm, other).is_none() {
        let t = vm.type_name(other);
        return Err(vm.type_error(format!("can only extend array with array (not \"{t}\")")));
    }
    extend_with(vm, k, other)?;
    Ok(this)
}

pub(super) fn mul(vm: &mut Vm, args: Args) -> Res {
    let [this, n] = args.take(vm);
    let k = key(vm, this)?;
    let Some(n) = slice::repeat_count(vm, n)? else { return Ok(Value::NotImplemented) };
    let array = state(vm, k);
    let (code, size) = (array.code, array.bytes.len().saturating_mul(n));
    vm.reserve(size)?;
    let bytes = state(vm, k).bytes.repeat(n);
    Ok(make(vm, code, bytes))
}

pub(super) fn imul(vm: &mut Vm, args: Args) -> Res {
    let [this, n] = args.take(vm);
    let k = key(vm, this)?;
    let Some(n) = slice::repeat_count(vm, n)? else { return Ok(Value::NotImplemented) };
    let size = state(vm, k).bytes.len();
    if n != 1 && size > 0 {
        check_resizable(vm, k)?;
        vm.reserve(size.saturating_mul(n))?;
        vm.heap.grew(size.saturating_mul(n));
        let array = state_mut(vm, k);
        array.bytes = array.bytes.repeat(n);
    }
    Ok(this)
}

/// Item by item, as lists compare.
pub(super) fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    let k = key(vm, this)?;
    let Some(o) = as_array(vm, other) else { return Ok(Value::NotImplemented) };
    let (n, m) = (state(vm, k).len(), state(vm, o).len());
    if n != m && matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(Value::Bool(op == CompareOp::Ne));
    }
    let mut i = 0;
    while i < state(vm, k).len().min(state(vm, o).len()) {
        let (a, b) = (item::read(vm, k, i)?, item::read(vm, o, i)?);
        if !vm.compare_bool(CompareOp::Eq, a, b)? {
            return match op {
                CompareOp::Eq => Ok(Value::Bool(false)),
                CompareOp::Ne => Ok(Value::Bool(true)),
                _ => vm.compare(op, a, b),
            };
        }
        i += 1;
    }
    Ok(Value::Bool(op.of(state(vm, k).len().cmp(&state(vm, o).len()))))
}
