//! The module `_bisect`: places in sorted sequences.

use crate::code::op::CompareOp;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

const SIGNATURE: &str = "(a, x, lo=0, hi=None, *, key=None)";

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_bisect",
    doc: "Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order without\nhaving \
          to sort the list after each insertion. For long lists of items with\nexpensive comparison operations, this \
          can be an improvement over the more\ncommon approach.\n",
    functions: &[
        NativeSpec::new(
            "bisect_right",
            SIGNATURE,
            |vm, a| bisect(vm, a, Side::Right),
            "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such \
             that all e in a[:i] have e <= x, and all e in\na[i:] have e > x.  So if x already appears in the list, \
             a.insert(i, x) will\ninsert just after the rightmost x already there.\n\nOptional args lo (default 0) and \
             hi (default len(a)) bound the\nslice of a to be searched.\n\nA custom key function can be supplied to \
             customize the sort order.",
        ),
        NativeSpec::new(
            "bisect_left",
            SIGNATURE,
            |vm, a| bisect(vm, a, Side::Left),
            "Return the index where to insert item x in list a, assuming a is sorted.\n\nThe return value i is such \
             that all e in a[:i] have e < x, and all e in\na[i:] have e >= x.  So if x already appears in the list, \
             a.insert(i, x) will\ninsert just before the leftmost x already there.\n\nOptional args lo (default 0) and \
             hi (default len(a)) bound the\nslice of a to be searched.\n\nA custom key function can be supplied to \
             customize the sort order.",
        ),
        NativeSpec::new(
            "insort_right",
            SIGNATURE,
            |vm, a| insort(vm, a, Side::Right),
            "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to \
             the right of the rightmost x.\n\nOptional args lo (default 0) and hi (default len(a)) bound the\nslice of \
             a to be searched.\n\nA custom key function can be supplied to customize the sort order.",
        ),
        NativeSpec::new(
            "insort_left",
            SIGNATURE,
            |vm, a| insort(vm, a, Side::Left),
            "Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to \
             the left of the leftmost x.\n\nOptional args lo (default 0) and hi (default len(a)) bound the\nslice of a \
             to be searched.\n\nA custom key function can be supplied to customize the sort order.",
        ),
    ],
    classes: &[],
    init: None,
};

/// Where among equal elements.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// The place for `x`, whose key was taken already.
fn find(vm: &mut Vm, args: Args, x: Value, side: Side) -> Res<i64> {
    let [a, _, lo, hi, key] = args.take(vm);
    let mut lo = if lo.is_undef() { 0 } else { vm.index_i64(lo)? };
    if lo < 0 {
        return Err(vm.value_error("lo must be non-negative"));
    }
    let mut hi = match hi.or_none() {
        Value::None => -1,
        v => vm.index_i64(v)?,
    };
    if hi == -1 {
        hi = vm.len(a)? as i64;
    }
    let recent = vm.heap.recent.len();
    while lo < hi {
        // Can't overflow: both are not negative.
        let middle = ((lo as u64 + hi as u64) / 2) as i64;
        let mut v = vm.get_item(a, Value::Int(middle))?;
        if !key.or_none().is_none() {
            v = vm.call(key, &[v])?;
        }
        let go_left = match side {
            Side::Left => {
                let less = vm.compare_pinned(CompareOp::Lt, v, x)?;
                !vm.truth(less)?
            }
            Side::Right => {
                let less = vm.compare_pinned(CompareOp::Lt, x, v)?;
                vm.truth(less)?
            }
        };
        if go_left {
            hi = middle;
        } else {
            lo = middle + 1;
        }
        vm.heap.recent.truncate(recent);
    }
    Ok(lo)
}

fn bisect(vm: &mut Vm, args: Args, side: Side) -> Res {
    find(vm, args, args.get(vm, 1), side).map(Value::Int)
}

fn insort(vm: &mut Vm, args: Args, side: Side) -> Res {
    let [a, x, _, _, key] = args.take(vm);
    let wanted = if key.or_none().is_none() { x } else { vm.call(key, &[x])? };
    vm.pin(wanted);
    let at = find(vm, args, wanted, side)?;
    if let Value::List(k) = a {
        vm.list_push(k, x)?;
        let items = &mut vm.heap.lists[k];
        let at = usize::try_from(at).unwrap_or(0).min(items.len() - 1);
        items[at..].rotate_right(1);
        return Ok(Value::None);
    }
    let insert = vm.heap.intern("insert");
    vm.call_method(a, insert, &[Value::Int(at), x])?;
    Ok(Value::None)
}
