//! Finding in bytes: `find`, `index`, `count`, `in`, prefixes and suffixes, `replace`, `translate`.

use super::{alike, buffer, buffer_argument, byte, bytes_like_wanted, content, own_alike, unchanged};
use crate::types::str::search::bounds;
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};
use memchr::memmem;

/// What is searched: bytes, or one byte given as an int.
fn needle(vm: &mut Vm, v: Value) -> Res<Box<[u8]>> {
    if let Some(b) = buffer(vm, v) {
        return Ok(b.into());
    }
    if vm.is_index(v) {
        return Ok([byte(vm, v)?].into());
    }
    let t = vm.type_name(v);
    Err(vm.type_error(format!("argument should be integer or bytes-like object, not '{t}'")))
}

/// The needle, and the part of the object it is searched in.
fn search(vm: &mut Vm, args: Args) -> Res<(Box<[u8]>, Option<(usize, usize)>)> {
    let [this, sub, start, end] = args.take(vm);
    let sub = needle(vm, sub)?;
    let len = content(vm, this).len();
    let range = bounds(vm, start, end, len)?;
    // The object may have shrunk while the bounds were asked for.
    let len = content(vm, this).len();
    Ok((sub, range.filter(|&(_, end)| end <= len)))
}

fn place(vm: &mut Vm, args: Args, last: bool) -> Res<Option<usize>> {
    let (sub, range) = search(vm, args)?;
    let Some((start, end)) = range else { return Ok(None) };
    let hay = &content(vm, args.get(vm, 0))[start..end];
    let found = if last { memmem::rfind(hay, &sub) } else { memmem::find(hay, &sub) };
    Ok(found.map(|at| start + at))
}

fn position(found: Option<usize>) -> Value {
    Value::Int(found.map_or(-1, |at| at as i64))
}

fn position_or_error(vm: &mut Vm, found: Option<usize>) -> Res {
    match found {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(vm.value_error("subsection not found")),
    }
}

pub(super) fn find(vm: &mut Vm, args: Args) -> Res {
    place(vm, args, false).map(position)
}

pub(super) fn rfind(vm: &mut Vm, args: Args) -> Res {
    place(vm, args, true).map(position)
}

pub(super) fn index(vm: &mut Vm, args: Args) -> Res {
    let found = place(vm, args, false)?;
    position_or_error(vm, found)
}

pub(super) fn rindex(vm: &mut Vm, args: Args) -> Res {
    let found = place(vm, args, true)?;
    position_or_error(vm, found)
}

pub(super) fn count(vm: &mut Vm, args: Args) -> Res {
    let (sub, range) = search(vm, args)?;
    let Some((start, end)) = range else { return Ok(Value::Int(0)) };
    let hay = &content(vm, args.get(vm, 0))[start..end];
    let n = if sub.is_empty() { hay.len() + 1 } else { memmem::find_iter(hay, &sub).count() };
    Ok(Value::Int(n as i64))
}

pub(super) fn contains(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let found = match buffer(vm, item).map(|sub| memmem::find(content(vm, this), sub).is_some()) {
        Some(found) => found,
        None if vm.is_index(item) => {
            let b = byte(vm, item)?;
            content(vm, this).contains(&b)
        }
        None => return Err(bytes_like_wanted(vm, item)),
    };
    Ok(Value::Bool(found))
}

pub(super) fn startswith(vm: &mut Vm, args: Args) -> Res {
    affix(vm, args, "startswith", |part, affix| part.starts_with(affix))
}

pub(super) fn endswith(vm: &mut Vm, args: Args) -> Res {
    affix(vm, args, "endswith", |part, affix| part.ends_with(affix))
}

fn affix(vm: &mut Vm, args: Args, name: &str, test: fn(&[u8], &[u8]) -> bool) -> Res {
    let [this, affix, start, end] = args.take(vm);
    let len = content(vm, this).len();
    let range = bounds(vm, start, end, len)?.filter(|&(_, end)| end <= content(vm, this).len());
    let candidates: Vec<Value> = match vm.payload(affix) {
        Value::Tuple(t) => vm.heap.tuples[t].to_vec(),
        _ if buffer(vm, affix).is_some() => vec![affix],
        _ => {
            let t = vm.type_name(affix);
            return Err(vm.type_error(format!("{name} first arg must be bytes or a tuple of bytes, not {t}")));
        }
    };
    for candidate in candidates {
        let Some(affix) = buffer(vm, candidate) else { return Err(bytes_like_wanted(vm, candidate)) };
        if range.is_some_and(|(start, end)| test(&content(vm, this)[start..end], affix)) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

pub(super) fn removeprefix(vm: &mut Vm, args: Args) -> Res {
    let [this, prefix] = args.take(vm);
    let prefix = buffer_argument(vm, prefix)?;
    match content(vm, this).strip_prefix(&*prefix).map(<[u8]>::to_vec) {
        Some(rest) if !prefix.is_empty() => Ok(alike(vm, this, rest)),
        _ => Ok(unchanged(vm, this)),
    }
}

pub(super) fn removesuffix(vm: &mut Vm, args: Args) -> Res {
    let [this, suffix] = args.take(vm);
    let suffix = buffer_argument(vm, suffix)?;
    match content(vm, this).strip_suffix(&*suffix).map(<[u8]>::to_vec) {
        Some(rest) if !suffix.is_empty() => Ok(alike(vm, this, rest)),
        _ => Ok(unchanged(vm, this)),
    }
}

pub(super) fn replace(vm: &mut Vm, args: Args) -> Res {
    let [this, old, new, count] = args.take(vm);
    let (old, new) = (buffer_argument(vm, old)?, buffer_argument(vm, new)?);
    let most = match count {
        Value::Undef => usize::MAX,
        _ => usize::try_from(vm.index_i64(count)?).unwrap_or(usize::MAX),
    };
    let bytes = content(vm, this);
    let places: Vec<usize> = if old.is_empty() {
        (0..=bytes.len()).take(most).collect()
    } else {
        memmem::find_iter(bytes, &*old).take(most).collect()
    };
    if places.is_empty() {
        return Ok(unchanged(vm, this));
    }
    let size = bytes.len();
    vm.reserve(size.saturating_add(places.len().saturating_mul(new.len())))?;
    let bytes = content(vm, this);
    let mut out = Vec::with_capacity(size + places.len() * new.len() - places.len() * old.len().min(1));
    let mut from = 0;
    for at in places {
        out.extend_from_slice(&bytes[from..at]);
        out.extend_from_slice(&new);
        from = at + old.len();
    }
    out.extend_from_slice(&bytes[from..]);
    Ok(own_alike(vm, this, out))
}

pub(super) fn translate(vm: &mut Vm, args: Args) -> Res {
    let [this, table, delete] = args.take(vm);
    let table = match table {
        Value::None => None,
        _ => Some(buffer_argument(vm, table)?),
    };
    if table.as_ref().is_some_and(|t| t.len() != 256) {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let delete = if delete.is_undef() { Vec::new() } else { buffer_argument(vm, delete)? };
    if table.is_none() && delete.is_empty() {
        return Ok(unchanged(vm, this));
    }
    let kept = content(vm, this).iter().filter(|b| !delete.contains(b));
    let out = kept.map(|&b| table.as_ref().map_or(b, |t| t[usize::from(b)])).collect();
    Ok(own_alike(vm, this, out))
}

pub(super) fn maketrans(vm: &mut Vm, args: Args) -> Res {
    let [from, to] = args.take(vm);
    let (from, to) = (buffer_argument(vm, from)?, buffer_argument(vm, to)?);
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (&a, &b) in from.iter().zip(&to) {
        table[usize::from(a)] = b;
    }
    Ok(vm.heap.new_bytes(table))
}
