//! The methods of `deque`.

use super::deque::{key_of, make};
use super::deque_iterator;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};

/// All of them.
pub const METHODS: &[NativeSpec] = &[
    NativeSpec::new("append", "($self, item, /)", append, "Add an element to the right side of the deque."),
    NativeSpec::new("appendleft", "($self, item, /)", append_left, "Add an element to the left side of the deque."),
    NativeSpec::new("clear", "($self, /)", clear, "Remove all elements from the deque."),
    NativeSpec::new("__copy__", "($self, /)", copy, "Return a shallow copy of a deque."),
    NativeSpec::new("copy", "($self, /)", copy, "Return a shallow copy of a deque."),
    NativeSpec::new("count", "($self, value, /)", count, "Return number of occurrences of value."),
    NativeSpec::new(
        "extend",
        "($self, iterable, /)",
        extend,
        "Extend the right side of the deque with elements from the iterable.",
    ),
    NativeSpec::new(
        "extendleft",
        "($self, iterable, /)",
        extend_left,
        "Extend the left side of the deque with elements from the iterable.",
    ),
    NativeSpec::new(
        "index",
        "($self, value, start=0, stop=sys.maxsize, /)",
        index,
        "Return first index of value.\n\nRaises ValueError if the value is not present.",
    ),
    NativeSpec::new("insert", "($self, index, value, /)", insert, "Insert value before index."),
    NativeSpec::new("pop", "($self, /)", pop, "Remove and return the rightmost element."),
    NativeSpec::new("popleft", "($self, /)", pop_left, "Remove and return the leftmost element."),
    NativeSpec::new("__reduce__", "($self, /)", reduce, "Return state information for pickling."),
    NativeSpec::new("remove", "($self, value, /)", remove, "Remove first occurrence of value."),
    NativeSpec::new("__reversed__", "($self, /)", reversed, "Return a reverse iterator over the deque."),
    NativeSpec::new("reverse", "($self, /)", reverse, "Reverse *IN PLACE*."),
    NativeSpec::new(
        "rotate",
        "($self, n=1, /)",
        rotate,
        "Rotate the deque n steps to the right.  If n is negative, rotates left.",
    ),
    NativeSpec::new("__sizeof__", "($self, /)", sizeof, "Return the size of the deque in memory, in bytes."),
];

fn append(vm: &mut Vm, args: Args) -> Res {
    let [this, v] = args.take(vm);
    let k = key_of(vm, this)?;
    vm.deque_append(k, v)?;
    Ok(Value::None)
}

fn append_left(vm: &mut Vm, args: Args) -> Res {
    let [this, v] = args.take(vm);
    let k = key_of(vm, this)?;
    vm.deque_append_left(k, v)?;
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    let deque = vm.deque(k);
    deque.items = Default::default();
    deque.version += 1;
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key_of(vm, this)?;
    let (items, max_len) = (vm.deque(k).items.clone(), vm.deque(k).max_len);
    if let Value::Object(_) = this {
        vm.reserve(items.len() * 16)?;
        return Ok(make(vm, items, max_len));
    }
    let class = Value::Class(vm.class_of(this));
    match max_len {
        None => vm.call(class, &[this]),
        Some(n) => {
            let max_len = vm.heap.int_from(n);
            vm.call(class, &[this, max_len])
        }
    }
}

fn count(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let k = key_of(vm, this)?;
    let (mut i, mut n, version) = (0, 0, vm.deque(k).version);
    while let Some(v) = vm.deque_item(k, i) {
        n += i64::from(vm.eq_pinned(v, item)?);
        if vm.deque(k).version != version {
            return Err(vm.runtime_error("deque mutated during iteration"));
        }
        i += 1;
    }
    Ok(Value::Int(n))
}

fn extend(vm: &mut Vm, args: Args) -> Res {
    let [this, iterable] = args.take(vm);
    let k = key_of(vm, this)?;
    vm.deque_extend(k, iterable)?;
    Ok(Value::None)
}

fn extend_left(vm: &mut Vm, args: Args) -> Res {
    let [this, iterable] = args.take(vm);
    let k = key_of(vm, this)?;
    if let Value::Object(other) = vm.payload(iterable)
        && other == k
    {
        for v in vm.deque(k).items.clone() {
            vm.deque_append_left(k, v)?;
        }
        return Ok(Value::None);
    }
    vm.for_each(iterable, |vm, v| vm.deque_append_left(k, v))?;
    Ok(Value::None)
}

/// A bound of a search: from the end if negative, within the deque.
fn bound(vm: &mut Vm, v: Value, len: usize, default: usize) -> Res<usize> {
    if v.is_undef() {
        return Ok(default);
    }
    let index = vm.heap.names.__index__;
    if vm.special(v, index).is_none() {
        return Err(vm.type_error("slice indices must be integers or have an __index__ method"));
    }
    let i = vm.index_clamped(v)?;
    let i = if i < 0 { i.saturating_add(len as i64).max(0) } else { i };
    Ok((i as usize).min(len))
}

fn index(vm: &mut Vm, args: Args) -> Res {
    let [this, item, start, stop] = args.take(vm);
    let k = key_of(vm, this)?;
    let len = vm.deque(k).items.len();
    let start = bound(vm, start, len, 0)?;
    let stop = bound(vm, stop, len, len)?;
    let version = vm.deque(k).version;
    for i in start..stop {
        let Some(v) = vm.deque_item(k, i) else { break };
        if vm.eq_pinned(v, item)? {
            return Ok(Value::Int(i as i64));
        }
        if vm.deque(k).version != version {
            return Err(vm.runtime_error("deque mutated during iteration"));
        }
    }
    let shown = vm.repr_text(item)?;
    Err(vm.value_error(format!("{shown} is not in deque")))
}

fn insert(vm: &mut Vm, args: Args) -> Res {
    let [this, at, v] = args.take(vm);
    let k = key_of(vm, this)?;
    let at = vm.index_i64(at)?;
    let deque = vm.deque(k);
    let len = deque.items.len();
    if deque.max_len == Some(len) {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    let at = if at < 0 { at.saturating_add(len as i64).max(0) } else { at.min(len as i64) } as usize;
    vm.deque_grow(k)?;
    let deque = vm.deque(k);
    deque.items.insert(at, v);
    deque.version += 1;
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    let deque = vm.deque(k);
    match deque.items.pop_back() {
        Some(v) => {
            deque.version += 1;
            Ok(v)
        }
        None => Err(vm.index_error("pop from an empty deque")),
    }
}

fn pop_left(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    let deque = vm.deque(k);
    match deque.items.pop_front() {
        Some(v) => {
            deque.version += 1;
            Ok(v)
        }
        None => Err(vm.index_error("pop from an empty deque")),
    }
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key_of(vm, this)?;
    let class = Value::Class(vm.class_of(this));
    let getstate = vm.heap.names.__getstate__;
    let state = vm.call_method(this, getstate, &[])?;
    let items = vm.iter(this)?;
    let max_len = vm.deque(k).max_len;
    let args = match max_len {
        None => vm.heap.new_tuple([]),
        Some(n) => {
            let (empty, max_len) = (vm.heap.new_tuple([]), vm.heap.int_from(n));
            vm.heap.new_tuple([empty, max_len])
        }
    };
    Ok(vm.heap.new_tuple([class, args, state, items]))
}

fn remove(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let k = key_of(vm, this)?;
    let (mut i, version) = (0, vm.deque(k).version);
    while let Some(v) = vm.deque_item(k, i) {
        let equal = vm.eq_pinned(v, item)?;
        let deque = vm.deque(k);
        if deque.version != version {
            return Err(vm.index_error("deque mutated during iteration"));
        }
        if equal {
            deque.items.remove(i);
            deque.version += 1;
            return Ok(Value::None);
        }
        i += 1;
    }
    let shown = vm.repr_text(item)?;
    Err(vm.value_error(format!("{shown} is not in deque")))
}

fn reversed(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(deque_iterator::reversed(vm, k))
}

fn reverse(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    vm.deque(k).items.make_contiguous().reverse();
    Ok(Value::None)
}

fn rotate(vm: &mut Vm, args: Args) -> Res {
    let [this, n] = args.take(vm);
    let k = key_of(vm, this)?;
    let n = if n.is_undef() { 1 } else { vm.index_i64(n)? };
    let deque = vm.deque(k);
    let len = deque.items.len();
    if len > 1 {
        deque.items.rotate_right(n.rem_euclid(len as i64) as usize);
        deque.version += 1;
    }
    Ok(Value::None)
}

fn sizeof(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(Value::Int(64 + 16 * vm.deque(k).items.capacity() as i64))
}
