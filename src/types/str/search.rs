//! Finding in strings: `find`, `index`, `count`, `in`, prefixes and suffixes, `replace`.

use super::{str_argument, this, unchanged};
use crate::heap::Heap;
use crate::heap::text::{Builder, Str};
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};
use memchr::memmem;

/// The bounds of a search from optional `start` and `end`, as positions in a sequence of `len`. None if `start` lies
/// behind `end`, so that not even nothing is found. May call `__index__`.
pub fn bounds(vm: &mut Vm, start: Value, end: Value, len: usize) -> Res<Option<(usize, usize)>> {
    let start = bound(vm, start)?.unwrap_or(0);
    let end = bound(vm, end)?.unwrap_or(i64::MAX);
    let len = len as i64;
    let fit = |i: i64| if i < 0 { (i + len).max(0) } else { i };
    let (start, end) = (fit(start), fit(end).min(len));
    Ok((start <= end).then_some((start as usize, end as usize)))
}

fn bound(vm: &mut Vm, v: Value) -> Res<Option<i64>> {
    match v {
        Value::Undef | Value::None => Ok(None),
        Value::Int(i) => Ok(Some(i)),
        _ if vm.is_index(v) => vm.index_clamped(v).map(Some),
        _ => Err(vm.type_error("slice indices must be integers or None or have an __index__ method")),
    }
}

/// A search in part of a string.
struct Search {
    text: StrKey,
    sub: StrKey,
    /// The part, as byte offsets; None: nothing can be found.
    range: Option<(usize, usize)>,
}

fn search(vm: &mut Vm, args: Args, name: &str) -> Res<Search> {
    let [s, sub, start, end] = args.take(vm);
    let text = this(vm, s)?;
    let sub = str_argument(vm, sub, name, 1)?;
    let len = vm.heap.strs[text].len();
    let range = bounds(vm, start, end, len)?;
    let s = &vm.heap.strs[text];
    Ok(Search { text, sub, range: range.map(|(a, b)| (s.byte_offset(a), s.byte_offset(b))) })
}

/// The first or last place of the needle, in characters.
fn place(vm: &mut Vm, args: Args, name: &str, last: bool) -> Res<Option<usize>> {
    let Search { text, sub, range } = search(vm, args, name)?;
    let Some((start, end)) = range else { return Ok(None) };
    let (text, sub) = (&vm.heap.strs[text], vm.heap.strs[sub].as_bytes());
    let hay = &text.as_bytes()[start..end];
    let found = if last { memmem::rfind(hay, sub) } else { memmem::find(hay, sub) };
    Ok(found.map(|at| text.char_offset(start + at)))
}

fn position(found: Option<usize>) -> Value {
    Value::Int(found.map_or(-1, |at| at as i64))
}

fn position_or_error(vm: &mut Vm, found: Option<usize>) -> Res {
    match found {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(vm.value_error("substring not found")),
    }
}

/// Text and needle, where nothing else is given.
fn two_texts<'a>(heap: &'a Heap, args: &[Value]) -> Option<(&'a Str, &'a Str)> {
    let &[Value::Str(text), Value::Str(sub)] = args else { return None };
    Some((&heap.strs[text], &heap.strs[sub]))
}

pub(super) fn quick_find(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    let (text, sub) = two_texts(heap, args)?;
    Some(position(memmem::find(text.as_bytes(), sub.as_bytes()).map(|at| text.char_offset(at))))
}

pub(super) fn quick_startswith(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    let (text, prefix) = two_texts(heap, args)?;
    Some(Value::Bool(text.as_bytes().starts_with(prefix.as_bytes())))
}

pub(super) fn quick_endswith(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    let (text, suffix) = two_texts(heap, args)?;
    Some(Value::Bool(text.as_bytes().ends_with(suffix.as_bytes())))
}

pub(super) fn find(vm: &mut Vm, args: Args) -> Res {
    place(vm, args, "find", false).map(position)
}

pub(super) fn rfind(vm: &mut Vm, args: Args) -> Res {
    place(vm, args, "rfind", true).map(position)
}

pub(super) fn index(vm: &mut Vm, args: Args) -> Res {
    let found = place(vm, args, "index", false)?;
    position_or_error(vm, found)
}

pub(super) fn rindex(vm: &mut Vm, args: Args) -> Res {
    let found = place(vm, args, "rindex", true)?;
    position_or_error(vm, found)
}

pub(super) fn count(vm: &mut Vm, args: Args) -> Res {
    let Search { text, sub, range } = search(vm, args, "count")?;
    let Some((start, end)) = range else { return Ok(Value::Int(0)) };
    let hay = &vm.heap.strs[text].as_bytes()[start..end];
    let sub = vm.heap.strs[sub].as_bytes();
    let n = if sub.is_empty() { crate::heap::text::count_chars(hay) + 1 } else { memmem::find_iter(hay, sub).count() };
    Ok(Value::Int(n as i64))
}

pub(super) fn contains(vm: &mut Vm, args: Args) -> Res {
    let [s, sub] = args.take(vm);
    let text = this(vm, s)?;
    let Value::Str(sub_key) = vm.payload(sub) else {
        let t = vm.type_name(sub);
        return Err(vm.type_error(format!("'in <string>' requires string as left operand, not {t}")));
    };
    Ok(Value::Bool(holds(&vm.heap.strs[text], &vm.heap.strs[sub_key])))
}

/// `sub in text`
pub fn holds(text: &Str, sub: &Str) -> bool {
    memmem::find(text.as_bytes(), sub.as_bytes()).is_some()
}

pub(super) fn startswith(vm: &mut Vm, args: Args) -> Res {
    affix(vm, args, "startswith", |part, affix| part.starts_with(affix))
}

pub(super) fn endswith(vm: &mut Vm, args: Args) -> Res {
    affix(vm, args, "endswith", |part, affix| part.ends_with(affix))
}

fn affix(vm: &mut Vm, args: Args, name: &str, test: fn(&[u8], &[u8]) -> bool) -> Res {
    let [s, affix, start, end] = args.take(vm);
    let text = this(vm, s)?;
    let len = vm.heap.strs[text].len();
    let range = bounds(vm, start, end, len)?;
    let mut candidates = Vec::new();
    match vm.payload(affix) {
        Value::Str(k) => candidates.push(k),
        Value::Tuple(t) => {
            for item in vm.heap.tuples[t].clone() {
                match vm.payload(item) {
                    Value::Str(k) => candidates.push(k),
                    other => {
                        // What comes before the wrong item may already decide.
                        if any_affix(vm, text, range, &candidates, test) {
                            return Ok(Value::Bool(true));
                        }
                        let t = vm.type_name(other);
                        return Err(vm.type_error(format!("tuple for {name} must only contain str, not {t}")));
                    }
                }
            }
        }
        other => {
            let t = vm.type_name(other);
            return Err(vm.type_error(format!("{name} first arg must be str or a tuple of str, not {t}")));
        }
    }
    Ok(Value::Bool(any_affix(vm, text, range, &candidates, test)))
}

fn any_affix(
    vm: &Vm,
    text: StrKey,
    range: Option<(usize, usize)>,
    candidates: &[StrKey],
    test: fn(&[u8], &[u8]) -> bool,
) -> bool {
    let Some((start, end)) = range else { return false };
    let s = &vm.heap.strs[text];
    let part = &s.as_bytes()[s.byte_offset(start)..s.byte_offset(end)];
    candidates.iter().any(|&k| test(part, vm.heap.strs[k].as_bytes()))
}

pub(super) fn removeprefix(vm: &mut Vm, args: Args) -> Res {
    let [s, prefix] = args.take(vm);
    let (text, prefix) = (this(vm, s)?, only_argument(vm, prefix, "removeprefix")?);
    let (s, prefix) = (&vm.heap.strs[text], vm.heap.strs[prefix].as_bytes());
    if prefix.is_empty() || !s.as_bytes().starts_with(prefix) {
        return Ok(Value::Str(text));
    }
    let rest = s.byte_slice(prefix.len(), s.size());
    Ok(vm.heap.new_text(rest))
}

pub(super) fn removesuffix(vm: &mut Vm, args: Args) -> Res {
    let [s, suffix] = args.take(vm);
    let (text, suffix) = (this(vm, s)?, only_argument(vm, suffix, "removesuffix")?);
    let (s, suffix) = (&vm.heap.strs[text], vm.heap.strs[suffix].as_bytes());
    if suffix.is_empty() || !s.as_bytes().ends_with(suffix) {
        return Ok(Value::Str(text));
    }
    let rest = s.byte_slice(0, s.size() - suffix.len());
    Ok(vm.heap.new_text(rest))
}

fn only_argument(vm: &mut Vm, v: Value, name: &str) -> Res<StrKey> {
    match vm.payload(v) {
        Value::Str(k) => Ok(k),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("{name}() argument must be str, not {t}")))
        }
    }
}

pub(super) fn replace(vm: &mut Vm, args: Args) -> Res {
    let [value, old, new, count] = args.take(vm);
    let text = this(vm, value)?;
    let old = str_argument(vm, old, "replace", 1)?;
    let new = str_argument(vm, new, "replace", 2)?;
    let most = match count {
        Value::Undef => usize::MAX,
        _ => usize::try_from(vm.index_i64(count)?).unwrap_or(usize::MAX),
    };
    let (s, old_bytes, added) = (&vm.heap.strs[text], vm.heap.strs[old].as_bytes(), vm.heap.strs[new].size());
    let places: Vec<usize> = if old_bytes.is_empty() {
        let starts = (0..s.len()).map(|i| s.byte_offset(i));
        starts.chain([s.size()]).take(most).collect()
    } else {
        memmem::find_iter(s.as_bytes(), old_bytes).take(most).collect()
    };
    if places.is_empty() {
        return Ok(unchanged(vm, value, text));
    }
    let (removed, size) = (old_bytes.len(), s.size());
    vm.reserve(size.saturating_add(places.len().saturating_mul(added)))?;
    let (s, new) = (&vm.heap.strs[text], &vm.heap.strs[new]);
    let mut out = Builder::with_capacity(size - places.len() * removed + places.len() * added);
    let mut from = 0;
    for at in places {
        out.push_slice(s, from, at);
        out.push_text(new);
        from = at + removed;
    }
    out.push_slice(s, from, size);
    Ok(vm.heap.new_own_text(out.finish()))
}
