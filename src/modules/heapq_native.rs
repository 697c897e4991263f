//! The module `_heapq`: heaps in lists.

use crate::code::op::CompareOp;
use crate::types::list;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{CHECKPOINT_INTERVAL, Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_heapq",
    doc: "Heap queue algorithm (a.k.a. priority queue).\n\nHeaps are arrays for which a[k] <= a[2*k+1] and a[k] <= \
          a[2*k+2] for\nall k, counting elements from 0.",
    functions: &[
        NativeSpec::new("heappush", "(heap, item, /)", push, "Push item onto heap, maintaining the heap invariant."),
        NativeSpec::new(
            "heappushpop",
            "(heap, item, /)",
            push_pop,
            "Push item on the heap, then pop and return the smallest item from the heap.\n\nThe combined action runs \
             more efficiently than heappush() followed by\na separate call to heappop().",
        ),
        NativeSpec::new(
            "heappop",
            "(heap, /)",
            |vm, a| pop(vm, a, "heappop", Order::Min),
            "Pop the smallest item off the heap, maintaining the heap invariant.",
        ),
        NativeSpec::new(
            "heapreplace",
            "(heap, item, /)",
            |vm, a| replace(vm, a, "heapreplace", Order::Min),
            "Pop and return the current smallest value, and add the new item.\n\nThis is more efficient than heappop() \
             followed by heappush(), and can be\nmore appropriate when using a fixed-size heap.  Note that the \
             value\nreturned may be larger than item!  That constrains reasonable uses of\nthis routine unless written \
             as part of a conditional replacement:\n\n    if item > heap[0]:\n        item = heapreplace(heap, item)",
        ),
        NativeSpec::new(
            "heapify",
            "(heap, /)",
            |vm, a| heapify(vm, a, "heapify", Order::Min),
            "Transform list into a heap, in-place, in O(len(heap)) time.",
        ),
        NativeSpec::new(
            "_heappop_max",
            "(heap, /)",
            |vm, a| pop(vm, a, "_heappop_max", Order::Max),
            "Maxheap variant of heappop.",
        ),
        NativeSpec::new(
            "_heapify_max",
            "(heap, /)",
            |vm, a| heapify(vm, a, "_heapify_max", Order::Max),
            "Maxheap variant of heapify.",
        ),
        NativeSpec::new(
            "_heapreplace_max",
            "(heap, item, /)",
            |vm, a| replace(vm, a, "_heapreplace_max", Order::Max),
            "Maxheap variant of heapreplace.",
        ),
    ],
    classes: &[],
    init: None,
};

/// Which element is on top.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Min,
    Max,
}

/// The list in the first argument.
fn heap_of(vm: &mut Vm, args: Args, function: &str) -> Res<ListKey> {
    let heap = args.get(vm, 0);
    if let Value::List(_) = vm.payload(heap) {
        return list::key_of(vm, heap);
    }
    let t = vm.type_name(heap);
    let which = if args.len == 1 { "argument" } else { "argument 1" };
    Err(vm.type_error(format!("{function}() {which} must be list, not {t}")))
}

/// The element at `i` goes above the one at `j`. The comparison may run code, but not change the list's length.
fn is_above(vm: &mut Vm, heap: ListKey, i: usize, j: usize, order: Order) -> Res<bool> {
    let items = &vm.heap.lists[heap];
    let (len, a, b) = (items.len(), items[i], items[j]);
    let (a, b) = if order == Order::Min { (a, b) } else { (b, a) };
    let answer = vm.compare_pinned(CompareOp::Lt, a, b)?;
    let above = vm.truth(answer)?;
    if vm.heap.lists[heap].len() != len {
        return Err(vm.runtime_error("list changed size during iteration"));
    }
    Ok(above)
}

/// Moves the element at `i` up to where it belongs, but not above `top`.
fn move_up(vm: &mut Vm, heap: ListKey, top: usize, mut i: usize, order: Order) -> Res<()> {
    while i > top {
        let parent = (i - 1) / 2;
        if !is_above(vm, heap, i, parent, order)? {
            break;
        }
        vm.heap.lists[heap].swap(i, parent);
        i = parent;
    }
    Ok(())
}

/// Moves the element at `top` down along the better children to a leaf, and from there up again: fewer comparisons
/// than looking at each level whether it is there already.
fn move_down(vm: &mut Vm, heap: ListKey, top: usize, order: Order) -> Res<()> {
    let (mut i, len) = (top, vm.heap.lists[heap].len());
    while 2 * i + 1 < len {
        let mut child = 2 * i + 1;
        if child + 1 < len && !is_above(vm, heap, child, child + 1, order)? {
            child += 1;
        }
        vm.heap.lists[heap].swap(i, child);
        i = child;
    }
    move_up(vm, heap, top, i, order)
}

fn push(vm: &mut Vm, args: Args) -> Res {
    let heap = heap_of(vm, args, "heappush")?;
    vm.list_push(heap, args.get(vm, 1))?;
    let last = vm.heap.lists[heap].len() - 1;
    move_up(vm, heap, 0, last, Order::Min)?;
    Ok(Value::None)
}

/// Puts an item in the place of the top, which is the answer.
fn replace_top(vm: &mut Vm, heap: ListKey, item: Value, order: Order) -> Res {
    let top = std::mem::replace(&mut vm.heap.lists[heap][0], item);
    vm.pin(top);
    move_down(vm, heap, 0, order)?;
    Ok(top)
}

fn pop(vm: &mut Vm, args: Args, function: &str, order: Order) -> Res {
    let heap = heap_of(vm, args, function)?;
    let Some(last) = vm.heap.lists[heap].pop() else { return Err(vm.index_error("index out of range")) };
    if vm.heap.lists[heap].is_empty() {
        return Ok(last);
    }
    replace_top(vm, heap, last, order)
}

fn replace(vm: &mut Vm, args: Args, function: &str, order: Order) -> Res {
    let heap = heap_of(vm, args, function)?;
    if vm.heap.lists[heap].is_empty() {
        return Err(vm.index_error("index out of range"));
    }
    replace_top(vm, heap, args.get(vm, 1), order)
}

fn push_pop(vm: &mut Vm, args: Args) -> Res {
    let heap = heap_of(vm, args, "heappushpop")?;
    let item = args.get(vm, 1);
    let Some(&top) = vm.heap.lists[heap].first() else { return Ok(item) };
    let answer = vm.compare_pinned(CompareOp::Lt, top, item)?;
    if !vm.truth(answer)? {
        return Ok(item);
    }
    if vm.heap.lists[heap].is_empty() {
        return Err(vm.index_error("index out of range"));
    }
    replace_top(vm, heap, item, Order::Min)
}

fn heapify(vm: &mut Vm, args: Args, function: &str, order: Order) -> Res {
    let heap = heap_of(vm, args, function)?;
    let recent = vm.heap.recent.len();
    for i in (0..vm.heap.lists[heap].len() / 2).rev() {
        move_down(vm, heap, i, order)?;
        vm.heap.recent.truncate(recent);
        if i % CHECKPOINT_INTERVAL as usize == 0 {
            vm.check_limits(u64::from(CHECKPOINT_INTERVAL))?;
        }
    }
    Ok(Value::None)
}
