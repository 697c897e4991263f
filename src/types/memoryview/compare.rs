//! Equality and hashes of views.

use super::{get, is_released, items, view};
use crate::code::op::CompareOp;
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};

/// Views are equal to bytes-like objects of the same shape whose items are equal.
pub(super) fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    if !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(Value::NotImplemented);
    }
    let equal = if is_released(vm, this) || is_released(vm, other) {
        this.is(other)
    } else {
        let view = get(vm, this)?;
        let Some(other) = view::of(vm, other)? else { return Ok(Value::NotImplemented) };
        same_items(vm, &view, &other)?
    };
    Ok(Value::Bool(equal == (op == CompareOp::Eq)))
}

fn same_items(vm: &mut Vm, a: &view::View, b: &view::View) -> Res<bool> {
    if a.shape != b.shape {
        return Ok(false);
    }
    let (Some(x), Some(y)) = (a.known_scalar(), b.known_scalar()) else { return Ok(false) };
    let (xs, ys) = (items::values(vm, a, x), items::values(vm, b, y));
    for (x, y) in xs.into_iter().zip(ys) {
        if !vm.eq(x, y)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The hash of the bytes it shows, of read-only views of bytes.
pub(super) fn hash(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    if let Value::Object(k) = this
        && let Some(hash) = vm.heap.object::<view::View>(k).and_then(|v| v.hash)
    {
        return Ok(Value::Int(hash));
    }
    let view = get(vm, this)?;
    if !view.readonly {
        return Err(vm.value_error("cannot hash writable memoryview object"));
    }
    if !matches!(view.format.strip_prefix('@').unwrap_or(&view.format), "B" | "b" | "c") {
        return Err(vm.value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'"));
    }
    vm.hash(view.exporter)?;
    let bytes = view.gathered(vm);
    let bytes = vm.heap.new_bytes(bytes);
    let hash = vm.hash(bytes)?;
    if let Value::Object(k) = this
        && let Some(view) = vm.heap.object_mut::<view::View>(k)
    {
        view.hash = Some(hash);
    }
    Ok(Value::Int(hash))
}
