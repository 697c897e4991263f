//! `list`: the class, its methods and subscription.

pub mod slicing;
pub mod sort;

use super::constructor_args::{no_keywords_for, positional};
use super::container_repr::{guarded, join_reprs};
use super::iterators::reversed;
use super::slice;
use crate::code::op::CompareOp;
use crate::heap::Heap;
use crate::heap::kinds::Collection;
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::subscript::position;
use crate::vm::{Res, Vm};

pub use slicing::{delete, get, set};

/// The class `list`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "list",
    doc: "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: METHODS,
    specials: SPECIALS,
    class_methods: super::generic_alias::CLASS_GETITEM,
    unhashable: true,
    collection: Collection::Sequence,
    ..TypeSpec::BASE
};

static METHODS: &[NativeSpec] = &[
    NativeSpec::new("__getitem__", "($self, index, /)", getitem, "Return self[index]."),
    NativeSpec::new("__reversed__", "($self, /)", reversed_method, "Return a reverse iterator over the list."),
    NativeSpec::new("__sizeof__", "($self, /)", sizeof, "Return the size of the list in memory, in bytes."),
    NativeSpec::new("clear", "($self, /)", clear, "Remove all items from list."),
    NativeSpec::new("copy", "($self, /)", copy, "Return a shallow copy of the list."),
    NativeSpec::new("append", "($self, object, /)", append, "Append object to the end of the list.")
        .quick(quick_append),
    NativeSpec::new("insert", "($self, index, object, /)", insert, "Insert object before index."),
    NativeSpec::new("extend", "($self, iterable, /)", extend, "Extend list by appending elements from the iterable."),
    NativeSpec::new(
        "pop",
        "($self, index=-1, /)",
        pop,
        "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range.",
    ),
    NativeSpec::new(
        "remove",
        "($self, value, /)",
        remove,
        "Remove first occurrence of value.\n\nRaises ValueError if the value is not present.",
    ),
    NativeSpec::new(
        "index",
        "($self, value, start=0, stop=sys.maxsize, /)",
        index,
        "Return first index of value.\n\nRaises ValueError if the value is not present.",
    ),
    NativeSpec::new("count", "($self, value, /)", count, "Return number of occurrences of value."),
    NativeSpec::new("reverse", "($self, /)", reverse, "Reverse *IN PLACE*."),
    NativeSpec::new(
        "sort",
        "($self, /, *, key=None, reverse=False)",
        sort::sort_method,
        "Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list itself is modified) and stable (i.e. the\norder of two equal elements is maintained).\n\nIf a key function is given, apply it once to each list item and sort them,\nascending or descending, according to their function values.\n\nThe reverse flag can be set to sort in descending order.",
    ),
];

static SPECIALS: &[NativeSpec] = with_comparisons!(
    compare,
    NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    NativeSpec::new("__iter__", "($self, /)", iter, "Implement iter(self)."),
    NativeSpec::new(
        "__init__",
        "($self, /, *args, **kwargs)",
        init,
        "Initialize self.  See help(type(self)) for accurate signature.",
    ),
    NativeSpec::new("__len__", "($self, /)", len, "Return len(self)."),
    NativeSpec::new("__setitem__", "($self, key, value, /)", setitem, "Set self[key] to value."),
    NativeSpec::new("__delitem__", "($self, key, /)", delitem, "Delete self[key]."),
    NativeSpec::new("__add__", "($self, value, /)", add, "Return self+value."),
    NativeSpec::new("__mul__", "($self, value, /)", mul, "Return self*value."),
    NativeSpec::new("__rmul__", "($self, value, /)", mul, "Return value*self."),
    NativeSpec::new("__contains__", "($self, key, /)", contains, "Return bool(key in self)."),
    NativeSpec::new("__iadd__", "($self, value, /)", iadd, "Implement self+=value."),
    NativeSpec::new("__imul__", "($self, value, /)", imul, "Implement self*=value."),
);

/// The list in a value: itself, or the payload of an instance of a subclass.
pub fn key_of(vm: &mut Vm, v: Value) -> Res<ListKey> {
    match vm.payload(v) {
        Value::List(k) => Ok(k),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("descriptor requires a 'list' object but received a '{t}'")))
        }
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let class = vm.check_new(args.get(vm, 0), vm.heap.types.list)?;
    let list = vm.heap.new_list(Vec::new());
    Ok(vm.wrap_new(class, list))
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [this, args, kwargs] = args.take(vm);
    let k = key_of(vm, this)?;
    let (class, base, new) = (vm.class_of(this), vm.heap.types.list, vm.heap.names.__new__);
    no_keywords_for(vm, class, base, new, kwargs)?;
    let args = positional(vm, args);
    if args.len() > 1 {
        return Err(vm.type_error(format!("list expected at most 1 argument, got {}", args.len())));
    }
    vm.heap.lists[k].clear();
    if let Some(&iterable) = args.first() {
        vm.extend_list(k, iterable)?;
    }
    Ok(Value::None)
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    match (vm.payload(this), vm.payload(other)) {
        (a @ Value::List(_), b @ Value::List(_)) => vm.compare_sequences(op, a, b),
        _ => Ok(Value::NotImplemented),
    }
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key_of(vm, this)?;
    if vm.heap.lists[k].is_empty() {
        return Ok(vm.heap.new_str("[]"));
    }
    guarded(vm, this, "[...]", |vm| join_reprs(vm, "[", "]", |vm, i| vm.heap.lists[k].get(i).copied()))
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    vm.iter(Value::List(k))
}

fn reversed_method(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(reversed::over_list(vm, k))
}

fn len(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(Value::Int(vm.heap.lists[k].len() as i64))
}

fn sizeof(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(Value::Int(40 + 8 * vm.heap.lists[k].capacity() as i64))
}

fn contains(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let k = key_of(vm, this)?;
    vm.sequence_contains(Value::List(k), item).map(Value::Bool)
}

fn getitem(vm: &mut Vm, args: Args) -> Res {
    let [this, key] = args.take(vm);
    let k = key_of(vm, this)?;
    vm.get_item(Value::List(k), key)
}

fn setitem(vm: &mut Vm, args: Args) -> Res {
    let [this, key, v] = args.take(vm);
    let k = key_of(vm, this)?;
    vm.set_item(Value::List(k), key, v)?;
    Ok(Value::None)
}

fn delitem(vm: &mut Vm, args: Args) -> Res {
    let [this, key] = args.take(vm);
    let k = key_of(vm, this)?;
    delete(vm, k, key)?;
    Ok(Value::None)
}

/// `a + b` for a list and anything: `NotImplemented` where the other operand has its own say.
fn add(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let k = key_of(vm, this)?;
    let Value::List(o) = vm.payload(other) else {
        let radd = vm.heap.names.__radd__;
        if matches!(other, Value::Instance(_) | Value::Object(_)) && vm.special(other, radd).is_some() {
            return Ok(Value::NotImplemented);
        }
        let t = vm.type_name(other);
        return Err(vm.type_error(format!("can only concatenate list (not \"{t}\") to list")));
    };
    let (n, m) = (vm.heap.lists[k].len(), vm.heap.lists[o].len());
    vm.reserve((n + m) * 16)?;
    let mut items = Vec::with_capacity(n + m);
    items.extend_from_slice(&vm.heap.lists[k]);
    items.extend_from_slice(&vm.heap.lists[o]);
    Ok(vm.heap.new_list(items))
}

fn iadd(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let k = key_of(vm, this)?;
    vm.extend_list(k, other)?;
    Ok(this)
}

fn mul(vm: &mut Vm, args: Args) -> Res {
    let [this, n] = args.take(vm);
    let k = key_of(vm, this)?;
    let Some(n) = slice::repeat_count(vm, n)? else { return Ok(Value::NotImplemented) };
    let items = repeated(vm, Value::List(k), n)?;
    Ok(vm.heap.new_list(items))
}

/// The elements of a list or tuple payload `n` times.
pub fn repeated(vm: &mut Vm, sequence: Value, n: usize) -> Res<Vec<Value>> {
    let len = vm.sequence_len(sequence);
    match len.checked_mul(n).and_then(|total| total.checked_mul(16)) {
        Some(bytes) => vm.reserve(bytes)?,
        None => return Err(vm.memory_error()),
    }
    let items: &[Value] = match sequence {
        Value::List(k) => &vm.heap.lists[k],
        Value::Tuple(k) => &vm.heap.tuples[k],
        _ => &[],
    };
    Ok(items.repeat(n))
}

fn imul(vm: &mut Vm, args: Args) -> Res {
    let [this, n] = args.take(vm);
    let k = key_of(vm, this)?;
    let Some(n) = slice::repeat_count(vm, n)? else { return Ok(Value::NotImplemented) };
    let items = repeated(vm, Value::List(k), n)?;
    vm.heap.grew(items.len() * 16);
    vm.heap.lists[k] = items;
    Ok(this)
}

fn clear(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    vm.heap.lists[k] = Vec::new();
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    let n = vm.heap.lists[k].len();
    vm.reserve(n * 16)?;
    let items = vm.heap.lists[k].clone();
    Ok(vm.heap.new_list(items))
}

/// Where the list has room.
fn quick_append(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    let &[Value::List(k), item] = args else { return None };
    let list = &mut heap.lists[k];
    (list.len() < list.capacity()).then(|| {
        list.push(item);
        Value::None
    })
}

fn append(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let k = key_of(vm, this)?;
    vm.list_push(k, item)?;
    Ok(Value::None)
}

fn insert(vm: &mut Vm, args: Args) -> Res {
    let [this, at, item] = args.take(vm);
    let k = key_of(vm, this)?;
    let at = match vm.index(at)? {
        Value::Int(i) => i,
        _ => {
            let t = vm.type_name(at);
            return Err(vm.overflow_error(format!("cannot fit '{t}' into an index-sized integer")));
        }
    };
    let len = vm.heap.lists[k].len();
    let at = if at < 0 { at.saturating_add(len as i64).max(0) } else { at.min(len as i64) } as usize;
    vm.list_push(k, item)?;
    vm.heap.lists[k][at..].rotate_right(1);
    Ok(Value::None)
}

fn extend(vm: &mut Vm, args: Args) -> Res {
    let [this, iterable] = args.take(vm);
    let k = key_of(vm, this)?;
    vm.extend_list(k, iterable)?;
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: Args) -> Res {
    let [this, at] = args.take(vm);
    let k = key_of(vm, this)?;
    let at = match at {
        Value::Undef => -1,
        Value::Int(i) => i,
        _ => match vm.index(at)? {
            Value::Int(i) => i,
            _ => {
                let t = vm.type_name(at);
                return Err(vm.index_error(format!("cannot fit '{t}' into an index-sized integer")));
            }
        },
    };
    let len = vm.heap.lists[k].len();
    match position(len, at) {
        Some(i) if i + 1 == len => Ok(vm.heap.lists[k].pop().unwrap_or_default()),
        Some(i) => Ok(vm.heap.lists[k].remove(i)),
        None if len == 0 => Err(vm.index_error("pop from empty list")),
        None => Err(vm.index_error("pop index out of range")),
    }
}

fn remove(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let k = key_of(vm, this)?;
    let mut i = 0;
    while let Some(&v) = vm.heap.lists[k].get(i) {
        if vm.eq_pinned(v, item)? {
            // The comparison may have shortened the list.
            if i < vm.heap.lists[k].len() {
                vm.heap.lists[k].remove(i);
            }
            return Ok(Value::None);
        }
        i += 1;
    }
    Err(vm.value_error("list.remove(x): x not in list"))
}

/// The position of a value in a list or tuple payload between two optional bounds.
pub fn find(vm: &mut Vm, sequence: Value, item: Value, start: Value, stop: Value) -> Res<Option<usize>> {
    let len = vm.sequence_len(sequence) as i64;
    let bound = |vm: &mut Vm, v: Value, default: i64| -> Res<i64> {
        if v.is_undef() {
            return Ok(default);
        }
        let index = vm.heap.names.__index__;
        if vm.special(v, index).is_none() {
            return Err(vm.type_error("slice indices must be integers or have an __index__ method"));
        }
        let i = match vm.index(v)? {
            Value::Int(i) => i,
            Value::BigInt(k) if vm.heap.bigints[k].sign() == num_bigint::Sign::Minus => i64::MIN,
            _ => i64::MAX,
        };
        Ok(if i < 0 { i.saturating_add(len).max(0) } else { i })
    };
    let mut i = bound(vm, start, 0)?;
    let stop = bound(vm, stop, i64::MAX)?;
    while i < stop {
        let Some(v) = vm.sequence_item(sequence, i as usize) else { break };
        if vm.eq_pinned(v, item)? {
            return Ok(Some(i as usize));
        }
        i += 1;
    }
    Ok(None)
}

fn index(vm: &mut Vm, args: Args) -> Res {
    let [this, item, start, stop] = args.take(vm);
    let k = key_of(vm, this)?;
    match find(vm, Value::List(k), item, start, stop)? {
        Some(i) => Ok(Value::Int(i as i64)),
        None => {
            let shown = vm.repr_text(item)?;
            Err(vm.value_error(format!("{shown} is not in list")))
        }
    }
}

/// How often a value is in a list or tuple payload.
pub fn count_in(vm: &mut Vm, sequence: Value, item: Value) -> Res {
    let (mut i, mut n) = (0, 0);
    while let Some(v) = vm.sequence_item(sequence, i) {
        n += i64::from(vm.eq_pinned(v, item)?);
        i += 1;
    }
    Ok(Value::Int(n))
}

fn count(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let k = key_of(vm, this)?;
    count_in(vm, Value::List(k), item)
}

fn reverse(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    vm.heap.lists[k].reverse();
    Ok(Value::None)
}
