//! The methods of arrays.

use super::item::{self, to_bytes};
use super::{as_array, check_resizable, extend_bytes, key, make, state, state_mut};
use crate::heap::text::Str;
use crate::heap::types::Exc;
use crate::types::buffer;
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::subscript::position;
use crate::vm::{Res, Vm};

/// The array a method was called on.
fn this(vm: &mut Vm, args: Args) -> Res<ObjectKey> {
    let v = args.get(vm, 0);
    key(vm, v)
}

pub(super) fn append(vm: &mut Vm, args: Args) -> Res {
    let (k, v) = (this(vm, args)?, args.get(vm, 1));
    append_item(vm, k, v)?;
    Ok(Value::None)
}

fn append_item(vm: &mut Vm, k: ObjectKey, v: Value) -> Res<()> {
    let code = state(vm, k).code;
    let bytes = to_bytes(vm, code, v)?;
    extend_bytes(vm, k, &bytes)
}

pub(super) fn extend(vm: &mut Vm, args: Args) -> Res {
    let (k, other) = (this(vm, args)?, args.get(vm, 1));
    extend_with(vm, k, other)?;
    Ok(Value::None)
}

/// Appends what `extend` is given: an array of the same kind, or the items of an iterable.
pub(super) fn extend_with(vm: &mut Vm, k: ObjectKey, other: Value) -> Res<()> {
    match as_array(vm, other) {
        Some(o) if state(vm, o).code != state(vm, k).code => {
            Err(vm.type_error("can only extend with array of same kind"))
        }
        Some(o) => {
            let bytes = state(vm, o).bytes.clone();
            extend_bytes(vm, k, &bytes)
        }
        None => extend_from_iterable(vm, k, other),
    }
}

pub(super) fn extend_from_iterable(vm: &mut Vm, k: ObjectKey, iterable: Value) -> Res<()> {
    vm.for_each(iterable, |vm, v| append_item(vm, k, v))
}

pub(super) fn extend_from_buffer(vm: &mut Vm, k: ObjectKey, source: Value) -> Res<()> {
    let bytes = buffer::argument(vm, source)?;
    if bytes.len() % state(vm, k).code.size() != 0 {
        return Err(vm.value_error("bytes length not a multiple of item size"));
    }
    extend_bytes(vm, k, &bytes)
}

pub(super) fn frombytes(vm: &mut Vm, args: Args) -> Res {
    let (k, source) = (this(vm, args)?, args.get(vm, 1));
    extend_from_buffer(vm, k, source)?;
    Ok(Value::None)
}

pub(super) fn fromlist(vm: &mut Vm, args: Args) -> Res {
    let (k, list) = (this(vm, args)?, args.get(vm, 1));
    let Value::List(l) = vm.payload(list) else { return Err(vm.type_error("arg must be list")) };
    let code = state(vm, k).code;
    let mut bytes = Vec::new();
    let len = vm.heap.lists[l].len();
    for i in 0..len {
        let Some(&v) = vm.heap.lists[l].get(i) else {
            return Err(vm.runtime_error("list changed size during iteration"));
        };
        bytes.extend(to_bytes(vm, code, v)?);
    }
    extend_bytes(vm, k, &bytes)?;
    Ok(Value::None)
}

pub(super) fn fromfile(vm: &mut Vm, args: Args) -> Res {
    let (k, file, n) = (this(vm, args)?, args.get(vm, 1), args.get(vm, 2));
    let n = vm.index_i64(n)?;
    let size = state(vm, k).code.size();
    let Ok(n) = usize::try_from(n) else { return Err(vm.value_error("negative count")) };
    let Some(wanted) = n.checked_mul(size).filter(|&n| i64::try_from(n).is_ok()) else {
        return Err(vm.memory_error());
    };
    let read = vm.heap.names.read;
    let piece = vm.call_method(file, read, &[Value::Int(wanted as i64)])?;
    let Value::Bytes(b) = piece else { return Err(vm.type_error("read() didn't return bytes")) };
    let short = vm.heap.bytes[b].len() != wanted;
    extend_from_buffer(vm, k, piece)?;
    if short {
        return Err(vm.error(Exc::EOFError, "read() didn't return enough bytes"));
    }
    Ok(Value::None)
}

pub(super) fn tofile(vm: &mut Vm, args: Args) -> Res {
    let (k, file) = (this(vm, args)?, args.get(vm, 1));
    let write = vm.heap.names.write;
    let bytes = state(vm, k).bytes.clone();
    for block in bytes.chunks(64 << 10) {
        let block = vm.heap.new_bytes(block);
        vm.call_method(file, write, &[block])?;
    }
    Ok(Value::None)
}

pub(super) fn fromunicode(vm: &mut Vm, args: Args) -> Res {
    let (k, text) = (this(vm, args)?, args.get(vm, 1));
    let Value::Str(s) = vm.payload(text) else {
        let t = vm.type_name(text);
        return Err(vm.type_error(format!("fromunicode() argument must be str, not {t}")));
    };
    if !state(vm, k).code.is_text() {
        return Err(vm.value_error("fromunicode() may only be called on unicode type arrays ('u' or 'w')"));
    }
    let bytes: Vec<u8> = vm.heap.strs[s].code_points().flat_map(u32::to_ne_bytes).collect();
    extend_bytes(vm, k, &bytes)?;
    Ok(Value::None)
}

pub(super) fn tounicode(vm: &mut Vm, args: Args) -> Res {
    let k = this(vm, args)?;
    if !state(vm, k).code.is_text() {
        return Err(vm.value_error("tounicode() may only be called on unicode type arrays ('u' or 'w')"));
    }
    text_of(vm, k)
}

/// The text of an array of characters.
pub(super) fn text_of(vm: &mut Vm, k: ObjectKey) -> Res {
    let points: Vec<u32> =
        state(vm, k).bytes.chunks_exact(4).map(|b| u32::from_ne_bytes([b[0], b[1], b[2], b[3]])).collect();
    for &point in &points {
        item::character(vm, point)?;
    }
    Ok(vm.heap.new_text(Str::from_code_points(&points)))
}

pub(super) fn tobytes(vm: &mut Vm, args: Args) -> Res {
    let k = this(vm, args)?;
    let bytes = state(vm, k).bytes.clone();
    Ok(vm.heap.new_bytes(bytes))
}

/// All items, as values.
pub(super) fn values(vm: &mut Vm, k: ObjectKey) -> Res<Vec<Value>> {
    let len = state(vm, k).len();
    vm.reserve(len.saturating_mul(16))?;
    (0..len).map(|i| item::read(vm, k, i)).collect()
}

pub(super) fn tolist(vm: &mut Vm, args: Args) -> Res {
    let k = this(vm, args)?;
    let values = values(vm, k)?;
    Ok(vm.heap.new_list(values))
}

pub(super) fn copy(vm: &mut Vm, args: Args) -> Res {
    let k = this(vm, args)?;
    let array = state(vm, k).clone();
    vm.reserve(array.bytes.len())?;
    Ok(make(vm, array.code, array.bytes))
}

/// As CPython counts: a header, and the items.
pub(super) fn sizeof(vm: &mut Vm, args: Args) -> Res {
    let k = this(vm, args)?;
    Ok(Value::Int(64 + state(vm, k).bytes.len() as i64))
}

/// There is no address here: the object's identity stands for it.
pub(super) fn buffer_info(vm: &mut Vm, args: Args) -> Res {
    let k = this(vm, args)?;
    let len = state(vm, k).len() as i64;
    let id = vm.id(Value::Object(k));
    Ok(vm.heap.new_tuple([id, Value::Int(len)]))
}

pub(super) fn byteswap(vm: &mut Vm, args: Args) -> Res {
    let k = this(vm, args)?;
    let array = state_mut(vm, k);
    let size = array.code.size();
    array.bytes.chunks_exact_mut(size).for_each(<[u8]>::reverse);
    Ok(Value::None)
}

pub(super) fn reverse(vm: &mut Vm, args: Args) -> Res {
    let k = this(vm, args)?;
    let array = state_mut(vm, k);
    let size = array.code.size();
    array.bytes.reverse();
    array.bytes.chunks_exact_mut(size).for_each(<[u8]>::reverse);
    Ok(Value::None)
}

pub(super) fn clear(vm: &mut Vm, args: Args) -> Res {
    let k = this(vm, args)?;
    check_resizable(vm, k)?;
    state_mut(vm, k).bytes = Vec::new();
    Ok(Value::None)
}

/// The first place from `from` to `to` with an item equal to `v`.
fn find(vm: &mut Vm, k: ObjectKey, v: Value, from: usize, to: usize) -> Res<Option<usize>> {
    let mut i = from;
    while i < to.min(state(vm, k).len()) {
        let item = item::read(vm, k, i)?;
        if vm.eq(item, v)? {
            return Ok(Some(i));
        }
        i += 1;
    }
    Ok(None)
}

pub(super) fn contains(vm: &mut Vm, args: Args) -> Res {
    let (k, v) = (this(vm, args)?, args.get(vm, 1));
    Ok(Value::Bool(find(vm, k, v, 0, usize::MAX)?.is_some()))
}

pub(super) fn count(vm: &mut Vm, args: Args) -> Res {
    let (k, v) = (this(vm, args)?, args.get(vm, 1));
    let (mut n, mut from) = (0, 0);
    while let Some(i) = find(vm, k, v, from, usize::MAX)? {
        n += 1;
        from = i + 1;
    }
    Ok(Value::Int(n))
}

pub(super) fn index(vm: &mut Vm, args: Args) -> Res {
    let (k, v) = (this(vm, args)?, args.get(vm, 1));
    let len = state(vm, k).len() as i64;
    let mut bounds = [0, i64::MAX];
    for (i, bound) in bounds.iter_mut().enumerate() {
        if let Some(given) = args.get(vm, 2 + i).bound() {
            let n = vm.index_clamped(given)?;
            *bound = if n < 0 { n.saturating_add(len).max(0) } else { n };
        }
    }
    match find(vm, k, v, bounds[0] as usize, bounds[1] as usize)? {
        Some(i) => Ok(Value::Int(i as i64)),
        None => Err(vm.value_error("array.index(x): x not in array")),
    }
}

pub(super) fn remove(vm: &mut Vm, args: Args) -> Res {
    let (k, v) = (this(vm, args)?, args.get(vm, 1));
    match find(vm, k, v, 0, usize::MAX)? {
        Some(i) => {
            remove_at(vm, k, i)?;
            Ok(Value::None)
        }
        None => Err(vm.value_error("array.remove(x): x not in array")),
    }
}

/// Removes one item.
pub(super) fn remove_at(vm: &mut Vm, k: ObjectKey, i: usize) -> Res<()> {
    check_resizable(vm, k)?;
    let array = state_mut(vm, k);
    let range = array.range(i, i + 1);
    array.bytes.drain(range);
    Ok(())
}

pub(super) fn insert(vm: &mut Vm, args: Args) -> Res {
    let (k, i, v) = (this(vm, args)?, args.get(vm, 1), args.get(vm, 2));
    let i = vm.index_i64(i)?;
    let code = state(vm, k).code;
    let bytes = to_bytes(vm, code, v)?;
    check_resizable(vm, k)?;
    let len = state(vm, k).len() as i64;
    let at = if i < 0 { i.saturating_add(len).max(0) } else { i.min(len) } as usize;
    vm.heap.grew(bytes.len());
    let array = state_mut(vm, k);
    let range = array.range(at, at);
    array.bytes.splice(range, bytes);
    Ok(Value::None)
}

pub(super) fn pop(vm: &mut Vm, args: Args) -> Res {
    let (k, i) = (this(vm, args)?, args.get(vm, 1));
    let i = i.bound().map_or(Ok(-1), |i| vm.index_i64(i))?;
    let len = state(vm, k).len();
    if len == 0 {
        return Err(vm.index_error("pop from empty array"));
    }
    let Some(i) = position(len, i) else { return Err(vm.index_error("pop index out of range")) };
    let item = item::read(vm, k, i)?;
    remove_at(vm, k, i)?;
    Ok(item)
}
