//! The class `bytearray`: what changes it in place. The rest is shared with `bytes`.

use super::class::{CLASS_METHODS, STATIC_METHODS, with_shared_methods};
use super::{buffer, byte, construct, iter, operators, repr, search};
use crate::code::op::CompareOp;
use crate::types::buffer::{check_resizable, gathered};
use crate::types::slice;
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::subscript::position;
use crate::vm::{Res, Vm};

/// The class `bytearray`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "bytearray",
    doc: "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array\n\nConstruct a mutable bytearray object from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - a bytes or a buffer object\n  - any object implementing the buffer API.\n  - an integer",
    subclassable: true,
    unhashable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: METHODS,
    specials: SPECIALS,
    class_methods: CLASS_METHODS,
    static_methods: STATIC_METHODS,
    ..TypeSpec::BASE
};

static METHODS: &[NativeSpec] = with_shared_methods!(
    NativeSpec::new("__alloc__", "($self, /)", alloc, "Return the number of bytes actually allocated."),
    NativeSpec::new("__reduce__", "($self, /)", reduce, "Return state information for pickling."),
    NativeSpec::new("__reduce_ex__", "($self, proto=0, /)", reduce_ex, "Return state information for pickling."),
    NativeSpec::new(
        "__sizeof__",
        "($self, /)",
        sizeof,
        "Returns the size of the bytearray object in memory, in bytes."
    ),
    NativeSpec::new("append", "($self, item, /)", append, "Append a single item to the end of the bytearray."),
    NativeSpec::new("clear", "($self, /)", clear, "Remove all items from the bytearray."),
    NativeSpec::new("copy", "($self, /)", copy, "Return a copy of B."),
    NativeSpec::new(
        "extend",
        "($self, iterable_of_ints, /)",
        extend,
        "Append all the items from the iterator or sequence to the end of the bytearray."
    ),
    NativeSpec::new(
        "insert",
        "($self, index, item, /)",
        insert,
        "Insert a single item into the bytearray before the given index."
    ),
    NativeSpec::new("pop", "($self, index=-1, /)", pop, "Remove and return a single item from B."),
    NativeSpec::new("remove", "($self, value, /)", remove, "Remove the first occurrence of a value in the bytearray."),
    NativeSpec::new("reverse", "($self, /)", reverse, "Reverse the order of the values in B in place."),
);

static SPECIALS: &[NativeSpec] = with_comparisons!(
    operators::compare,
    NativeSpec::new(
        "__init__",
        "($self, /, *args, **kwargs)",
        init,
        "Initialize self.  See help(type(self)) for accurate signature."
    ),
    NativeSpec::new("__repr__", "($self, /)", show, "Return repr(self)."),
    NativeSpec::new("__str__", "($self, /)", show, "Return str(self)."),
    NativeSpec::new("__iter__", "($self, /)", iter::iter, "Implement iter(self)."),
    NativeSpec::new("__len__", "($self, /)", operators::len, "Return len(self)."),
    NativeSpec::new("__getitem__", "($self, key, /)", operators::getitem, "Return self[key]."),
    NativeSpec::new("__setitem__", "($self, key, value, /)", setitem, "Set self[key] to value."),
    NativeSpec::new("__delitem__", "($self, key, /)", delitem, "Delete self[key]."),
    NativeSpec::new("__add__", "($self, value, /)", operators::add, "Return self+value."),
    NativeSpec::new("__mul__", "($self, value, /)", operators::mul, "Return self*value."),
    NativeSpec::new("__rmul__", "($self, value, /)", operators::mul, "Return value*self."),
    NativeSpec::new("__iadd__", "($self, value, /)", iadd, "Implement self+=value."),
    NativeSpec::new("__imul__", "($self, value, /)", imul, "Implement self*=value."),
    NativeSpec::new("__contains__", "($self, key, /)", search::contains, "Return bool(key in self)."),
    NativeSpec::new("__mod__", "($self, value, /)", operators::modulo, "Return self%value."),
    NativeSpec::new("__rmod__", "($self, value, /)", operators::rmod, "Return value%self."),
);

/// The bytearray a method that changes its size was called on: no view may show it.
fn resizable(vm: &mut Vm, v: Value) -> Res<ByteArrayKey> {
    let k = this(vm, v)?;
    check_resizable(vm, Value::ByteArray(k))?;
    Ok(k)
}

/// The bytearray a method was called on.
fn this(vm: &mut Vm, v: Value) -> Res<ByteArrayKey> {
    match vm.payload(v) {
        Value::ByteArray(k) => Ok(k),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("descriptor requires a 'bytearray' object but received a '{t}'")))
        }
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let base = vm.heap.types.bytearray;
    let class = vm.check_new(args.get(vm, 0), base)?;
    let value = vm.heap.new_bytearray(Vec::new());
    Ok(vm.wrap_new(class, value))
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [array, rest, kwargs] = args.take(vm);
    let k = this(vm, array)?;
    let [source, encoding, errors] = construct::arguments(vm, "bytearray", rest, kwargs)?;
    let bytes = construct::from_source(vm, "bytearray", source, encoding, errors)?;
    check_resizable(vm, Value::ByteArray(k))?;
    vm.heap.grew(bytes.len());
    vm.heap.bytearrays[k] = bytes;
    Ok(Value::None)
}

fn show(vm: &mut Vm, args: Args) -> Res {
    let array = args.get(vm, 0);
    let k = this(vm, array)?;
    let name = match array {
        Value::ByteArray(_) => String::from("bytearray"),
        _ => vm.type_name(array),
    };
    let text = format!("{name}({})", repr::quote_array(&vm.heap.bytearrays[k]));
    Ok(vm.heap.new_str(text))
}

fn setitem(vm: &mut Vm, args: Args) -> Res {
    let [array, key, value] = args.take(vm);
    let k = this(vm, array)?;
    if let Value::Slice(s) = key {
        set_slice(vm, k, s, value)?;
        return Ok(Value::None);
    }
    let i = slice::sequence_index(vm, key, "bytearray")?;
    let at = place(vm, k, i)?;
    let b = byte(vm, value)?;
    match vm.heap.bytearrays[k].get_mut(at) {
        Some(slot) => *slot = b,
        None => return Err(vm.index_error("bytearray index out of range")),
    }
    Ok(Value::None)
}

/// The place of an index that may count from the end.
fn place(vm: &mut Vm, k: ByteArrayKey, i: i64) -> Res<usize> {
    let len = vm.heap.bytearrays[k].len();
    let at = if i < 0 { i.saturating_add(len as i64) } else { i };
    match usize::try_from(at) {
        Ok(at) if at < len => Ok(at),
        _ => Err(vm.index_error("bytearray index out of range")),
    }
}

fn set_slice(vm: &mut Vm, k: ByteArrayKey, s: SliceKey, value: Value) -> Res<()> {
    let new = match gathered(vm, value) {
        Some(bytes) => bytes,
        None if is_no_iterable_of_ints(vm, value) => {
            return Err(vm.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)"));
        }
        None => construct::bytes_of(vm, "bytearray", value)?,
    };
    let (start, stop, step) = slice::unpack(vm, s)?;
    let (start, stop, count) = slice::adjust(vm.heap.bytearrays[k].len(), start, stop, step);
    if new.len() != count && (step == 1 || new.is_empty()) {
        check_resizable(vm, Value::ByteArray(k))?;
    }
    let array = &mut vm.heap.bytearrays[k];
    if step == 1 {
        let end = stop.max(start) as usize;
        let added = new.len();
        array.splice(start as usize..end, new);
        vm.heap.grew(added);
        return Ok(());
    }
    if new.is_empty() {
        delete_steps(array, start, step, count);
        return Ok(());
    }
    if new.len() != count {
        let n = new.len();
        return Err(vm.value_error(format!("attempt to assign bytes of size {n} to extended slice of size {count}")));
    }
    for (i, b) in new.into_iter().enumerate() {
        array[(start + i as i64 * step) as usize] = b;
    }
    Ok(())
}

fn is_no_iterable_of_ints(vm: &mut Vm, v: Value) -> bool {
    let names = vm.heap.names;
    matches!(vm.payload(v), Value::Str(_) | Value::Int(_) | Value::BigInt(_) | Value::Bool(_) | Value::Float(_))
        || (!matches!(v, Value::Iter(_)) && vm.special(v, names.__iter__).is_none())
}

/// Removes `count` elements `step` apart from `start` on.
fn delete_steps(array: &mut Vec<u8>, start: i64, step: i64, count: usize) {
    let (first, stride) = if step < 0 {
        (start + (count as i64 - 1) * step, step.unsigned_abs() as usize)
    } else {
        (start, step as usize)
    };
    if count == 0 {
        return;
    }
    let (first, mut at) = (first as usize, 0);
    let last = first + (count - 1) * stride;
    array.retain(|_| {
        let i = at;
        at += 1;
        i < first || i > last || (i - first) % stride != 0
    });
}

fn delitem(vm: &mut Vm, args: Args) -> Res {
    let [array, key] = args.take(vm);
    let k = this(vm, array)?;
    if let Value::Slice(s) = key {
        let (start, stop, step) = slice::unpack(vm, s)?;
        let (start, _, count) = slice::adjust(vm.heap.bytearrays[k].len(), start, stop, step);
        if count > 0 {
            check_resizable(vm, Value::ByteArray(k))?;
        }
        let array = &mut vm.heap.bytearrays[k];
        delete_steps(array, start, step, count);
        return Ok(Value::None);
    }
    let i = slice::sequence_index(vm, key, "bytearray")?;
    let at = place(vm, k, i)?;
    check_resizable(vm, Value::ByteArray(k))?;
    vm.heap.bytearrays[k].remove(at);
    Ok(Value::None)
}

fn push_all(vm: &mut Vm, k: ByteArrayKey, bytes: &[u8]) -> Res<()> {
    vm.reserve(bytes.len())?;
    if !bytes.is_empty() {
        check_resizable(vm, Value::ByteArray(k))?;
    }
    let array = &mut vm.heap.bytearrays[k];
    let before = array.capacity();
    array.extend_from_slice(bytes);
    let grown = array.capacity() - before;
    vm.heap.grew(grown);
    Ok(())
}

fn iadd(vm: &mut Vm, args: Args) -> Res {
    let [array, other] = args.take(vm);
    let k = this(vm, array)?;
    let Some(bytes) = buffer(vm, other).map(<[u8]>::to_vec) else {
        return Err(operators::cant_concat(vm, array, other));
    };
    push_all(vm, k, &bytes)?;
    Ok(array)
}

fn imul(vm: &mut Vm, args: Args) -> Res {
    let [array, n] = args.take(vm);
    let k = this(vm, array)?;
    let n = usize::try_from(vm.index_i64(n)?).unwrap_or(0);
    let size = vm.heap.bytearrays[k].len().saturating_mul(n);
    vm.reserve(size)?;
    if n != 1 {
        check_resizable(vm, Value::ByteArray(k))?;
    }
    let repeated = vm.heap.bytearrays[k].repeat(n);
    vm.heap.grew(size);
    vm.heap.bytearrays[k] = repeated;
    Ok(array)
}

fn append(vm: &mut Vm, args: Args) -> Res {
    let [array, item] = args.take(vm);
    let k = this(vm, array)?;
    let b = byte(vm, item)?;
    push_all(vm, k, &[b])?;
    Ok(Value::None)
}

fn extend(vm: &mut Vm, args: Args) -> Res {
    let [array, iterable] = args.take(vm);
    let k = this(vm, array)?;
    let bytes = match (buffer(vm, iterable), vm.payload(iterable)) {
        (Some(b), _) => b.to_vec(),
        (None, Value::Str(_)) => return Err(vm.type_error("expected iterable of integers; got: 'str'")),
        _ => {
            let names = vm.heap.names;
            let is_iterator = matches!(iterable, Value::Iter(_));
            if !is_iterator
                && vm.special(iterable, names.__iter__).is_none()
                && vm.special(iterable, names.__getitem__).is_none()
            {
                let t = vm.type_name(iterable);
                return Err(vm.type_error(format!("can't extend bytearray with {t}")));
            }
            let it = vm.sized_iter(iterable)?;
            construct::ints(vm, it, "byte must be in range(0, 256)")?
        }
    };
    push_all(vm, k, &bytes)?;
    Ok(Value::None)
}

fn insert(vm: &mut Vm, args: Args) -> Res {
    let [array, index, item] = args.take(vm);
    let k = this(vm, array)?;
    let i = vm.index_i64(index)?;
    let b = byte(vm, item)?;
    check_resizable(vm, Value::ByteArray(k))?;
    let array = &mut vm.heap.bytearrays[k];
    let len = array.len() as i64;
    let at = if i < 0 { i.saturating_add(len).max(0) } else { i.min(len) };
    array.insert(at as usize, b);
    vm.heap.grew(1);
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: Args) -> Res {
    let [array, index] = args.take(vm);
    let k = this(vm, array)?;
    let i = match index {
        Value::Undef => -1,
        _ => vm.index_i64(index)?,
    };
    let array = &mut vm.heap.bytearrays[k];
    if array.is_empty() {
        return Err(vm.index_error("pop from empty bytearray"));
    }
    let Some(at) = position(array.len(), i) else { return Err(vm.index_error("pop index out of range")) };
    check_resizable(vm, Value::ByteArray(k))?;
    Ok(Value::Int(i64::from(vm.heap.bytearrays[k].remove(at))))
}

fn remove(vm: &mut Vm, args: Args) -> Res {
    let [array, value] = args.take(vm);
    let k = this(vm, array)?;
    let b = byte(vm, value)?;
    match vm.heap.bytearrays[k].iter().position(|&x| x == b) {
        Some(at) => {
            check_resizable(vm, Value::ByteArray(k))?;
            vm.heap.bytearrays[k].remove(at);
            Ok(Value::None)
        }
        None => Err(vm.value_error("value not found in bytearray")),
    }
}

fn reverse(vm: &mut Vm, args: Args) -> Res {
    let k = this(vm, args.get(vm, 0))?;
    vm.heap.bytearrays[k].reverse();
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: Args) -> Res {
    let k = resizable(vm, args.get(vm, 0))?;
    vm.heap.bytearrays[k] = Vec::new();
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Res {
    let k = this(vm, args.get(vm, 0))?;
    let bytes = vm.heap.bytearrays[k].clone();
    Ok(vm.heap.new_bytearray(bytes))
}

/// As CPython counts: one more for the null byte behind the content.
fn alloc(vm: &mut Vm, args: Args) -> Res {
    let k = this(vm, args.get(vm, 0))?;
    let len = vm.heap.bytearrays[k].len() as i64;
    Ok(Value::Int(if len == 0 { 0 } else { len + 1 }))
}

fn sizeof(vm: &mut Vm, args: Args) -> Res {
    let k = this(vm, args.get(vm, 0))?;
    let len = vm.heap.bytearrays[k].len() as i64;
    Ok(Value::Int(56 + if len == 0 { 0 } else { len + 1 }))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    reduced(vm, args.get(vm, 0), 2)
}

fn reduce_ex(vm: &mut Vm, args: Args) -> Res {
    let [array, protocol] = args.take(vm);
    let protocol = if protocol.is_undef() { 0 } else { vm.index_i64(protocol)? };
    reduced(vm, array, protocol)
}

/// `(class, (text, 'latin-1'), state)` before protocol 3, `(class, (bytes,), state)` from it on.
fn reduced(vm: &mut Vm, array: Value, protocol: i64) -> Res {
    let k = this(vm, array)?;
    let class = Value::Class(vm.class_of(array));
    let bytes = vm.heap.bytearrays[k].clone();
    let arguments = if bytes.is_empty() {
        Vec::new()
    } else if protocol < 3 {
        let text = vm.heap.new_str(bytes.iter().map(|&b| char::from(b)).collect::<String>());
        vec![text, vm.heap.new_own_str("latin-1".to_owned())]
    } else {
        vec![vm.heap.new_bytes(bytes)]
    };
    let arguments = vm.heap.new_tuple(arguments);
    let getstate = vm.heap.names.__getstate__;
    let state = vm.call_method(array, getstate, &[])?;
    Ok(vm.heap.new_tuple([class, arguments, state]))
}
