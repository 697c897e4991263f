//! `collections.deque`: the class, construction, comparison, and what operators do with it.

use super::deque_iterator;
use super::deque_methods::METHODS;
use crate::code::op::CompareOp;
use crate::heap::kinds::{Collection, Object};
use crate::types::container_repr::{Joined, guarded};
use crate::types::slice;
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::subscript::position;
use crate::vm::{Res, Vm};
use std::collections::VecDeque;

/// The class `collections.deque`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "deque",
    module: "collections",
    doc: "A list-like sequence optimized for data accesses near its endpoints.",
    subclassable: true,
    weakref: true,
    collection: Collection::Sequence,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    specials: with_comparisons!(
        compare,
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__iter__", "($self, /)", iter, "Implement iter(self)."),
        NativeSpec::new(
            "__init__",
            "($self, iterable=(), maxlen=None)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        NativeSpec::new("__len__", "($self, /)", len, "Return len(self)."),
        NativeSpec::new("__add__", "($self, value, /)", add, "Return self+value."),
        NativeSpec::new("__mul__", "($self, value, /)", mul, "Return self*value."),
        NativeSpec::new("__rmul__", "($self, value, /)", mul, "Return value*self."),
        NativeSpec::new("__getitem__", "($self, key, /)", getitem, "Return self[key]."),
        NativeSpec::new("__setitem__", "($self, key, value, /)", setitem, "Set self[key] to value."),
        NativeSpec::new("__delitem__", "($self, key, /)", delitem, "Delete self[key]."),
        NativeSpec::new("__contains__", "($self, key, /)", contains, "Return bool(key in self)."),
        NativeSpec::new("__iadd__", "($self, value, /)", iadd, "Implement self+=value."),
        NativeSpec::new("__imul__", "($self, value, /)", imul, "Implement self*=value."),
    ),
    methods: METHODS,
    class_methods: crate::types::generic_alias::CLASS_GETITEM,
    getsets: &[GetSetSpec {
        name: "maxlen",
        get: |vm, v| {
            let k = key_of(vm, v)?;
            let max_len = vm.deque(k).max_len;
            Ok(max_len.map_or(Value::None, |n| vm.heap.int_from(n)))
        },
        set: None,
        doc: "maximum size of a deque or None if unbounded",
    }],
    unhashable: true,
    ..TypeSpec::BASE
};

/// The state of a deque.
#[derive(Default)]
pub struct Deque {
    /// The elements.
    pub items: VecDeque<Value>,
    /// Beyond so many the elements at the other end go.
    pub max_len: Option<usize>,
    /// Changes whenever elements come, go or move.
    pub version: u64,
}

impl Object for Deque {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.items.iter().for_each(|&v| visit(v));
    }

    fn size(&self) -> usize {
        self.items.capacity() * 16
    }
}

/// The deque in a value: itself, or the payload of an instance of a subclass.
pub fn key_of(vm: &mut Vm, v: Value) -> Res<ObjectKey> {
    match vm.payload(v) {
        Value::Object(k) if vm.heap.object::<Deque>(k).is_some() => Ok(k),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("descriptor requires a 'collections.deque' object but received a '{t}'")))
        }
    }
}

impl Vm {
    /// The state of a deque, by a key from [`key_of`].
    pub fn deque(&mut self, k: ObjectKey) -> &mut Deque {
        self.heap.object_mut::<Deque>(k).expect("keys of deques come from key_of")
    }

    /// The element of a deque at a place, as it is now.
    pub fn deque_item(&mut self, k: ObjectKey, i: usize) -> Option<Value> {
        self.deque(k).items.get(i).copied()
    }

    /// Counts room for one more element, before it is added.
    pub fn deque_grow(&mut self, k: ObjectKey) -> Res<()> {
        let items = &self.deque(k).items;
        if items.len() == items.capacity() {
            let more = items.len().max(4) * 16;
            self.reserve(more)?;
            self.heap.grew(more);
        }
        Ok(())
    }

    /// Adds an element on the right; a full deque loses its first.
    pub fn deque_append(&mut self, k: ObjectKey, v: Value) -> Res<()> {
        self.deque_grow(k)?;
        let deque = self.deque(k);
        deque.version += 1;
        deque.items.push_back(v);
        if deque.max_len.is_some_and(|max| deque.items.len() > max) {
            let gone = deque.items.pop_front().unwrap_or_default();
            self.heap.recent.push(gone);
        }
        Ok(())
    }

    /// Adds an element on the left; a full deque loses its last.
    pub fn deque_append_left(&mut self, k: ObjectKey, v: Value) -> Res<()> {
        self.deque_grow(k)?;
        let deque = self.deque(k);
        deque.version += 1;
        deque.items.push_front(v);
        if deque.max_len.is_some_and(|max| deque.items.len() > max) {
            let gone = deque.items.pop_back().unwrap_or_default();
            self.heap.recent.push(gone);
        }
        Ok(())
    }

    /// Adds all elements of an iterable on the right.
    pub fn deque_extend(&mut self, k: ObjectKey, iterable: Value) -> Res<()> {
        if let Value::Object(other) = self.payload(iterable)
            && other == k
        {
            // A deque that is extended by itself.
            for v in self.deque(k).items.clone() {
                self.deque_append(k, v)?;
            }
            return Ok(());
        }
        let mut recent = usize::MAX;
        self.for_each(iterable, |vm, v| {
            vm.deque_append(k, v)?;
            // What is in the deque, or has left it, needs no other root.
            recent = recent.min(vm.heap.recent.len());
            vm.heap.recent.truncate(recent);
            Ok(())
        })
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(args.get(vm, 0), base)?;
    let deque = vm.heap.new_object(base, Deque::default());
    Ok(vm.wrap_new(class, deque))
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [this, iterable, max_len] = args.take(vm);
    let k = key_of(vm, this)?;
    let max_len = match max_len.or_none() {
        Value::None => None,
        v if vm.is_index(v) => match usize::try_from(vm.index_i64(v)?) {
            Ok(n) => Some(n),
            Err(_) => return Err(vm.value_error("maxlen must be non-negative")),
        },
        _ => return Err(vm.type_error("an integer is required")),
    };
    let deque = vm.deque(k);
    deque.max_len = max_len;
    deque.version += 1;
    deque.items.clear();
    if let Some(iterable) = iterable.bound() {
        vm.deque_extend(k, iterable)?;
    }
    Ok(Value::None)
}

/// A new deque of the class itself.
pub fn make(vm: &mut Vm, items: VecDeque<Value>, max_len: Option<usize>) -> Value {
    let class = vm.class_for(&SPEC);
    vm.heap.new_object(class, Deque { items, max_len, version: 0 })
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    let a = key_of(vm, this)?;
    let Value::Object(b) = vm.payload(other) else { return Ok(Value::NotImplemented) };
    if vm.heap.object::<Deque>(b).is_none() {
        return Ok(Value::NotImplemented);
    }
    let lengths = (vm.deque(a).items.len(), vm.deque(b).items.len());
    if this.is(other) || (lengths.0 != lengths.1 && matches!(op, CompareOp::Eq | CompareOp::Ne)) {
        return Ok(Value::Bool(op.of(lengths.0.cmp(&lengths.1))));
    }
    let left = deque_iterator::make(vm, a);
    let right = deque_iterator::make(vm, b);
    loop {
        match (vm.next(left)?, vm.next(right)?) {
            (Some(x), Some(y)) => {
                if vm.eq_pinned(x, y)? {
                    continue;
                }
                return match op {
                    CompareOp::Eq => Ok(Value::Bool(false)),
                    CompareOp::Ne => Ok(Value::Bool(true)),
                    _ => vm.compare_pinned(op, x, y),
                };
            }
            (x, y) => return Ok(Value::Bool(op.of(x.is_some().cmp(&y.is_some())))),
        }
    }
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key_of(vm, this)?;
    guarded(vm, this, "[...]", |vm| {
        let class = vm.class_of(this);
        let mut text = Joined::default();
        let name = vm.heap.class_name(class);
        text.push_str(&name);
        text.push_str("([");
        let mut i = 0;
        while let Some(v) = vm.deque_item(k, i) {
            if i > 0 {
                text.push_str(", ");
            }
            text.push_repr(vm, v)?;
            i += 1;
        }
        match vm.deque(k).max_len {
            Some(max) => text.push_str(&format!("], maxlen={max})")),
            None => text.push_str("])"),
        }
        text.finish(vm)
    })
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(deque_iterator::make(vm, k))
}

fn len(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(Value::Int(vm.deque(k).items.len() as i64))
}

fn add(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    key_of(vm, this)?;
    if !matches!(vm.payload(other), Value::Object(k) if vm.heap.object::<Deque>(k).is_some()) {
        let t = vm.type_name(other);
        return Err(vm.type_error(format!("can only concatenate deque (not \"{t}\") to deque")));
    }
    let copy = vm.heap.intern("copy");
    let new = vm.call_method(this, copy, &[])?;
    let k = key_of(vm, new)?;
    vm.deque_extend(k, other)?;
    Ok(new)
}

fn iadd(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let k = key_of(vm, this)?;
    vm.deque_extend(k, other)?;
    Ok(this)
}

fn mul(vm: &mut Vm, args: Args) -> Res {
    let [this, n] = args.take(vm);
    key_of(vm, this)?;
    let Some(n) = slice::repeat_count(vm, n)? else { return Ok(Value::NotImplemented) };
    let copy = vm.heap.intern("copy");
    let new = vm.call_method(this, copy, &[])?;
    let k = key_of(vm, new)?;
    repeat(vm, k, n)?;
    Ok(new)
}

fn imul(vm: &mut Vm, args: Args) -> Res {
    let [this, n] = args.take(vm);
    let k = key_of(vm, this)?;
    let Some(n) = slice::repeat_count(vm, n)? else { return Ok(Value::NotImplemented) };
    repeat(vm, k, n)?;
    Ok(this)
}

/// `deque *= n`; of a bounded deque only as much is made as stays.
fn repeat(vm: &mut Vm, k: ObjectKey, n: usize) -> Res<()> {
    let deque = vm.deque(k);
    let (len, max) = (deque.items.len(), deque.max_len.unwrap_or(usize::MAX));
    let Some(total) = len.checked_mul(n) else { return Err(vm.memory_error()) };
    let kept = total.min(max);
    vm.reserve(kept.saturating_mul(16))?;
    vm.heap.grew(kept * 16);
    let deque = vm.deque(k);
    let items: Vec<Value> = deque.items.iter().copied().cycle().skip((total - kept) % len.max(1)).take(kept).collect();
    deque.items = items.into();
    deque.version += 1;
    Ok(())
}

/// The place an index means, or `IndexError`.
fn place(vm: &mut Vm, k: ObjectKey, index: Value) -> Res<usize> {
    if !vm.is_index(index) {
        let t = vm.type_name(index);
        return Err(vm.type_error(format!("sequence index must be integer, not '{t}'")));
    }
    let i = vm.index_for_item(index)?;
    match position(vm.deque(k).items.len(), i) {
        Some(i) => Ok(i),
        None => Err(vm.index_error("deque index out of range")),
    }
}

fn getitem(vm: &mut Vm, args: Args) -> Res {
    let [this, index] = args.take(vm);
    let k = key_of(vm, this)?;
    let i = place(vm, k, index)?;
    Ok(vm.deque_item(k, i).unwrap_or_default())
}

fn setitem(vm: &mut Vm, args: Args) -> Res {
    let [this, index, v] = args.take(vm);
    let k = key_of(vm, this)?;
    let i = place(vm, k, index)?;
    let old = std::mem::replace(&mut vm.deque(k).items[i], v);
    vm.heap.recent.push(old);
    Ok(Value::None)
}

fn delitem(vm: &mut Vm, args: Args) -> Res {
    let [this, index] = args.take(vm);
    let k = key_of(vm, this)?;
    let i = place(vm, k, index)?;
    let deque = vm.deque(k);
    deque.items.remove(i);
    deque.version += 1;
    Ok(Value::None)
}

fn contains(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let k = key_of(vm, this)?;
    let (mut i, version) = (0, vm.deque(k).version);
    while let Some(v) = vm.deque_item(k, i) {
        if vm.eq_pinned(v, item)? {
            return Ok(Value::Bool(true));
        }
        if vm.deque(k).version != version {
            return Err(vm.runtime_error("deque mutated during iteration"));
        }
        i += 1;
    }
    Ok(Value::Bool(false))
}
