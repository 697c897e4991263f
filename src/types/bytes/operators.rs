//! What bytes and bytearrays share of operators: `+`, `*`, `[…]`, comparisons, `%`, hashing.

use super::{alike, buffer, content, own_alike, unchanged};
use crate::code::op::CompareOp;
use crate::types::{percent, slice};
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};

pub(super) fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [a, b] = args.take(vm);
    // Bytes know bytes; a bytearray, as a view, compares itself with all that is bytes-like.
    if let (Value::Bytes(_), Value::Object(_)) = (vm.payload(a), vm.payload(b)) {
        return Ok(Value::NotImplemented);
    }
    match buffer(vm, b) {
        Some(other) => Ok(Value::Bool(op.of(content(vm, a).cmp(other)))),
        None => Ok(Value::NotImplemented),
    }
}

pub(super) fn len(vm: &mut Vm, args: Args) -> Res {
    Ok(Value::Int(content(vm, args.get(vm, 0)).len() as i64))
}

pub(super) fn add(vm: &mut Vm, args: Args) -> Res {
    let [a, b] = args.take(vm);
    let Some(other) = buffer(vm, b) else { return Err(cant_concat(vm, a, b)) };
    match (a, b, content(vm, a).is_empty(), other.is_empty()) {
        (_, Value::Bytes(_), true, _) if matches!(vm.payload(a), Value::Bytes(_)) => return Ok(b),
        (Value::Bytes(_), _, _, true) => return Ok(a),
        _ => {}
    }
    let size = content(vm, a).len() + other.len();
    vm.reserve(size)?;
    let other = buffer(vm, b).unwrap_or_default();
    let joined = [content(vm, a), other].concat();
    Ok(alike(vm, a, joined))
}

#[cold]
pub(super) fn cant_concat(vm: &mut Vm, a: Value, b: Value) -> crate::vm::Raised {
    let (a, b) = (vm.type_name(a), vm.type_name(b));
    vm.type_error(format!("can't concat {b} to {a}"))
}

pub(super) fn mul(vm: &mut Vm, args: Args) -> Res {
    let [this, n] = args.take(vm);
    let Some(n) = slice::repeat_count(vm, n)? else { return Ok(Value::NotImplemented) };
    if n == 1 || content(vm, this).is_empty() {
        return Ok(unchanged(vm, this));
    }
    let size = content(vm, this).len().saturating_mul(n);
    vm.reserve(size)?;
    let repeated = content(vm, this).repeat(n);
    Ok(match vm.payload(this) {
        Value::ByteArray(_) => vm.heap.new_bytearray(repeated),
        _ => vm.heap.new_separate_bytes(repeated.into()),
    })
}

pub(super) fn getitem(vm: &mut Vm, args: Args) -> Res {
    let [this, key] = args.take(vm);
    if let Value::Slice(k) = key {
        let (start, stop, step) = slice::unpack(vm, k)?;
        let bytes = content(vm, this);
        let (start, _, count) = slice::adjust(bytes.len(), start, stop, step);
        if count == bytes.len() && step == 1 {
            return Ok(unchanged(vm, this));
        }
        if step == 1 {
            let part = bytes[start as usize..start as usize + count].to_vec();
            return Ok(alike(vm, this, part));
        }
        let out = (0..count as i64).map(|i| bytes[(start + i * step) as usize]).collect();
        return Ok(own_alike(vm, this, out));
    }
    let is_array = matches!(vm.payload(this), Value::ByteArray(_));
    let i = slice::sequence_index(vm, key, if is_array { "bytearray" } else { "byte" })?;
    let bytes = content(vm, this);
    let at = if i < 0 { i.saturating_add(bytes.len() as i64) } else { i };
    match usize::try_from(at).ok().and_then(|at| bytes.get(at)) {
        Some(&b) => Ok(Value::Int(i64::from(b))),
        None if is_array => Err(vm.index_error("bytearray index out of range")),
        None => Err(vm.index_error("index out of range")),
    }
}

pub(super) fn modulo(vm: &mut Vm, args: Args) -> Res {
    let [this, value] = args.take(vm);
    let template = content(vm, this).to_vec();
    let out = percent::format_bytes(vm, &template, value)?;
    Ok(alike(vm, this, out))
}

pub(super) fn rmod(vm: &mut Vm, args: Args) -> Res {
    let [this, value] = args.take(vm);
    let Some(template) = buffer(vm, value).map(<[u8]>::to_vec) else { return Ok(Value::NotImplemented) };
    let out = percent::format_bytes(vm, &template, this)?;
    Ok(alike(vm, value, out))
}

pub(super) fn decode(vm: &mut Vm, args: Args) -> Res {
    use crate::types::codec;
    let [this, encoding, errors] = args.take(vm);
    let encoding = codec::name_argument(vm, encoding, "decode", "encoding", "utf-8")?;
    let errors = codec::name_argument(vm, errors, "decode", "errors", "strict")?;
    let object = vm.payload(this);
    codec::decode(vm, object, &encoding, &errors)
}
