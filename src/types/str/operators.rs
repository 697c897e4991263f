//! The special methods of strings: `+`, `*`, `[…]`, comparisons, hashing, construction.

use super::{iter, search, this, unchanged};
use crate::code::op::CompareOp;
use crate::heap::Heap;
use crate::heap::text::Str;
use crate::types::{buffer, codec, percent, slice};
use crate::value::*;
use crate::vm::compare::{str_order, with_comparisons};
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};

pub(super) static SPECIALS: &[NativeSpec] = with_comparisons!(
    compare,
    NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    NativeSpec::new("__str__", "($self, /)", str_, "Return str(self)."),
    NativeSpec::new("__hash__", "($self, /)", hash, "Return hash(self)."),
    NativeSpec::new("__iter__", "($self, /)", iter_, "Implement iter(self)."),
    NativeSpec::new("__len__", "($self, /)", len, "Return len(self)."),
    NativeSpec::new("__getitem__", "($self, key, /)", getitem, "Return self[key]."),
    NativeSpec::new("__add__", "($self, value, /)", add, "Return self+value."),
    NativeSpec::new("__mul__", "($self, value, /)", mul, "Return self*value."),
    NativeSpec::new("__rmul__", "($self, value, /)", mul, "Return value*self."),
    NativeSpec::new("__contains__", "($self, key, /)", search::contains, "Return bool(key in self)."),
    NativeSpec::new("__mod__", "($self, value, /)", modulo, "Return self%value."),
    NativeSpec::new("__rmod__", "($self, value, /)", rmod, "Return value%self."),
);

/// `str(v)` of a str or int.
pub(super) fn quick_new(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    let &[Value::Class(class), v] = args else { return None };
    if class == heap.types.str { heap.quick_str(v) } else { None }
}

/// `str(object='')`, `str(bytes, encoding, errors)`
pub(super) fn new(vm: &mut Vm, args: Args) -> Res {
    let [class, rest, kwargs] = args.take(vm);
    let base = vm.heap.types.str;
    let class = vm.check_new(class, base)?;
    let [object, encoding, errors] = arguments(vm, rest, kwargs)?;
    let value = if encoding.is_undef() && errors.is_undef() {
        match object {
            Value::Undef => vm.heap.interned_str(""),
            _ => vm.str(object)?,
        }
    } else {
        decoded(vm, object, encoding, errors)?
    };
    if class == base {
        return Ok(value);
    }
    let content = vm.payload(value);
    Ok(vm.wrap_new(class, content))
}

/// The arguments `object`, `encoding`, `errors`, by position or name.
fn arguments(vm: &mut Vm, rest: Value, kwargs: Value) -> Res<[Value; 3]> {
    let given = match rest {
        Value::Tuple(t) => &vm.heap.tuples[t][..],
        _ => &[],
    };
    let named: Vec<(Value, Value)> = match kwargs {
        Value::Dict(d) => vm.heap.dicts[d].iter().map(|e| (e.key, e.value)).collect(),
        _ => Vec::new(),
    };
    let n = given.len() + named.len();
    if n > 3 {
        let message = if named.is_empty() {
            format!("str expected at most 3 arguments, got {n}")
        } else {
            format!("str() takes at most 3 arguments ({n} given)")
        };
        return Err(vm.type_error(message));
    }
    let mut bound = [Value::Undef; 3];
    bound[..given.len()].copy_from_slice(given);
    for (key, value) in named {
        let name = vm.str_text(key)?;
        let Some(i) = ["object", "encoding", "errors"].iter().position(|&p| p == name) else {
            return Err(vm.type_error(format!("str() got an unexpected keyword argument '{name}'")));
        };
        if !bound[i].is_undef() {
            let place = i + 1;
            return Err(vm.type_error(format!("argument for str() given by name ('{name}') and position ({place})")));
        }
        bound[i] = value;
    }
    Ok(bound)
}

fn decoded(vm: &mut Vm, object: Value, encoding: Value, errors: Value) -> Res {
    let encoding = codec::name_argument(vm, encoding, "str", "encoding", "utf-8")?;
    let errors = codec::name_argument(vm, errors, "str", "errors", "strict")?;
    match vm.payload(object) {
        Value::Undef => Ok(vm.heap.interned_str("")),
        Value::Str(_) => Err(vm.type_error("decoding str is not supported")),
        Value::Bytes(_) | Value::ByteArray(_) => codec::decode(vm, object, &encoding, &errors),
        _ if buffer::content(vm, object).is_some() => codec::decode(vm, object, &encoding, &errors),
        _ => {
            let t = vm.type_name(object);
            Err(vm.type_error(format!("decoding to str: need a bytes-like object, {t} found")))
        }
    }
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [a, b] = args.take(vm);
    let a = this(vm, a)?;
    let Value::Str(b) = vm.payload(b) else { return Ok(Value::NotImplemented) };
    let (a, b) = (&vm.heap.strs[a], &vm.heap.strs[b]);
    Ok(Value::Bool(match op {
        CompareOp::Eq => a == b,
        CompareOp::Ne => a != b,
        _ => op.of(str_order(a, b)),
    }))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let text = this(vm, args.get(vm, 0))?;
    vm.repr(Value::Str(text))
}

fn str_(vm: &mut Vm, args: Args) -> Res {
    let value = args.get(vm, 0);
    let text = this(vm, value)?;
    Ok(unchanged(vm, value, text))
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let text = this(vm, args.get(vm, 0))?;
    vm.hash(Value::Str(text)).map(Value::Int)
}

fn iter_(vm: &mut Vm, args: Args) -> Res {
    let text = this(vm, args.get(vm, 0))?;
    Ok(iter::iter(vm, text))
}

fn len(vm: &mut Vm, args: Args) -> Res {
    let text = this(vm, args.get(vm, 0))?;
    Ok(Value::Int(vm.heap.strs[text].len() as i64))
}

fn getitem(vm: &mut Vm, args: Args) -> Res {
    let [s, key] = args.take(vm);
    let text = this(vm, s)?;
    if let Value::Slice(k) = key {
        return sliced(vm, s, text, k);
    }
    if !vm.is_index(key) {
        let t = vm.type_name(key);
        return Err(vm.type_error(format!("string indices must be integers, not '{t}'")));
    }
    let i = vm.index_for_item(key)?;
    vm.get_item(Value::Str(text), Value::Int(i))
}

/// `text[start:stop:step]`; `value` is the text or an instance of a subclass with it.
pub fn sliced(vm: &mut Vm, value: Value, text: StrKey, key: SliceKey) -> Res {
    let len = vm.heap.strs[text].len();
    let (start, _, step, count) = slice::resolve(vm, key, len)?;
    let s = &vm.heap.strs[text];
    let out = match (count, step) {
        (0, _) => return Ok(vm.heap.interned_str("")),
        (n, 1) if n == len => return Ok(unchanged(vm, value, text)),
        (_, 1) => {
            let part = s.slice(start as usize, start as usize + count);
            return Ok(vm.heap.new_text(part));
        }
        _ if s.is_ascii() => {
            let bytes = s.as_bytes();
            let at = |i: i64| bytes[(start + i * step) as usize];
            Str::from_bytes(&(0..count as i64).map(at).collect::<Vec<u8>>())
        }
        _ => {
            let points: Vec<u32> = s.code_points().collect();
            let at = |i: i64| points[(start + i * step) as usize];
            Str::from_code_points(&(0..count as i64).map(at).collect::<Vec<u32>>())
        }
    };
    Ok(vm.heap.new_own_text(out))
}

/// `a + b` of two strings.
pub fn concat(vm: &mut Vm, a: StrKey, b: StrKey) -> Res {
    let size = vm.heap.strs[a].size() + vm.heap.strs[b].size();
    vm.reserve(size)?;
    Ok(joined(&mut vm.heap, a, b))
}

fn joined(heap: &mut Heap, a: StrKey, b: StrKey) -> Value {
    let (x, y) = (&heap.strs[a], &heap.strs[b]);
    if y.is_empty() {
        return Value::Str(a);
    }
    if x.is_empty() {
        return Value::Str(b);
    }
    let joined = x.concat(y);
    heap.new_text(joined)
}

/// Up to this many bytes a string is made without asking whether there is memory for it.
pub const SHORT: usize = 1024;

/// `a + b` of two strings so short that no memory need be asked for.
pub fn quick_concat(heap: &mut Heap, a: Value, b: Value) -> Option<Value> {
    let (Value::Str(a), Value::Str(b)) = (a, b) else { return None };
    let size = heap.strs[a].size() + heap.strs[b].size();
    (size <= SHORT).then(|| joined(heap, a, b))
}

fn add(vm: &mut Vm, args: Args) -> Res {
    let [a, b] = args.take(vm);
    let text = this(vm, a)?;
    match vm.payload(b) {
        Value::Str(other) if vm.heap.strs[other].is_empty() => Ok(unchanged(vm, a, text)),
        Value::Str(other) if vm.heap.strs[text].is_empty() => Ok(unchanged(vm, b, other)),
        Value::Str(other) => concat(vm, text, other),
        _ => {
            let t = vm.type_name(b);
            Err(vm.type_error(format!("can only concatenate str (not \"{t}\") to str")))
        }
    }
}

fn mul(vm: &mut Vm, args: Args) -> Res {
    let [s, n] = args.take(vm);
    let text = this(vm, s)?;
    let Some(n) = slice::repeat_count(vm, n)? else { return Ok(Value::NotImplemented) };
    if n == 1 {
        return Ok(unchanged(vm, s, text));
    }
    repeat(vm, text, n)
}

/// `text * n`
pub fn repeat(vm: &mut Vm, text: StrKey, n: usize) -> Res {
    let s = &vm.heap.strs[text];
    if n == 1 || s.is_empty() {
        return Ok(Value::Str(text));
    }
    let size = s.size().saturating_mul(n);
    vm.reserve(size)?;
    let repeated = vm.heap.strs[text].repeat(n);
    Ok(vm.heap.new_text(repeated))
}

fn modulo(vm: &mut Vm, args: Args) -> Res {
    let [s, value] = args.take(vm);
    let text = this(vm, s)?;
    percent::format_str(vm, text, value)
}

fn rmod(vm: &mut Vm, args: Args) -> Res {
    let [s, value] = args.take(vm);
    match vm.payload(value) {
        Value::Str(text) => percent::format_str(vm, text, s),
        _ => Ok(Value::NotImplemented),
    }
}

pub(super) fn format(vm: &mut Vm, args: Args) -> Res {
    let [s, spec] = args.take(vm);
    let text = this(vm, s)?;
    let Value::Str(spec) = vm.payload(spec) else {
        let t = vm.type_name(spec);
        return Err(vm.type_error(format!("__format__() argument must be str, not {t}")));
    };
    if vm.heap.strs[spec].is_empty() {
        return vm.str(s);
    }
    let value = if matches!(s, Value::Str(_)) { Value::Str(text) } else { s };
    crate::types::format::format_value(vm, value, spec)
}

pub(super) fn getnewargs(vm: &mut Vm, args: Args) -> Res {
    let text = this(vm, args.get(vm, 0))?;
    let s = &vm.heap.strs[text];
    let copy = s.byte_slice(0, s.size());
    let copy = vm.heap.new_own_text(copy);
    Ok(vm.heap.new_tuple([copy]))
}

pub(super) fn sizeof(vm: &mut Vm, args: Args) -> Res {
    let text = this(vm, args.get(vm, 0))?;
    let s = &vm.heap.strs[text];
    // As CPython lays strings out: one, two or four bytes a character behind a header.
    let widest = s.code_points().max().unwrap_or(0);
    let (header, unit) = match widest {
        0..=0x7F => (40, 1),
        0x80..=0xFF => (56, 1),
        0x100..=0xFFFF => (56, 2),
        _ => (56, 4),
    };
    Ok(Value::Int((header + (s.len() + 1) * unit) as i64))
}
