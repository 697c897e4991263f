//! Taking bytes apart and putting them together: `split`, `splitlines`, `partition`, `join`.

use super::{alike, buffer, buffer_argument, content, own_alike, unchanged};
use crate::types::str::split::{at_last_separators, at_separators, iterable_items};
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};
use memchr::memmem;

/// What `bytes.isspace` and `split` take for white space.
pub(super) fn is_space(b: u8) -> bool {
    matches!(b, b' ' | 0x09..=0x0D)
}

fn pieces_list(vm: &mut Vm, this: Value, pieces: &[(usize, usize)]) -> Value {
    if let (Value::Bytes(_), &[(0, end)]) = (this, pieces)
        && end == content(vm, this).len()
    {
        return vm.heap.new_list(vec![this]);
    }
    let parts: Vec<Vec<u8>> = pieces.iter().map(|&(a, b)| content(vm, this)[a..b].to_vec()).collect();
    let items = parts.into_iter().map(|p| alike(vm, this, p)).collect();
    vm.heap.new_list(items)
}

fn split_arguments(vm: &mut Vm, sep: Value, maxsplit: Value) -> Res<(Option<Vec<u8>>, usize)> {
    let most = match maxsplit {
        Value::Undef => usize::MAX,
        _ => usize::try_from(vm.index_i64(maxsplit)?).unwrap_or(usize::MAX),
    };
    let sep = match sep {
        Value::Undef | Value::None => None,
        _ => Some(buffer_argument(vm, sep)?),
    };
    if sep.as_ref().is_some_and(|s| s.is_empty()) {
        return Err(vm.value_error("empty separator"));
    }
    Ok((sep, most))
}

pub(super) fn split(vm: &mut Vm, args: Args) -> Res {
    let [this, sep, maxsplit] = args.take(vm);
    let (sep, most) = split_arguments(vm, sep, maxsplit)?;
    let bytes = content(vm, this);
    let pieces = match &sep {
        Some(sep) => at_separators(bytes, sep, most),
        None => words(bytes, most),
    };
    Ok(pieces_list(vm, this, &pieces))
}

pub(super) fn rsplit(vm: &mut Vm, args: Args) -> Res {
    let [this, sep, maxsplit] = args.take(vm);
    let (sep, most) = split_arguments(vm, sep, maxsplit)?;
    let bytes = content(vm, this);
    let pieces = match &sep {
        Some(sep) => at_last_separators(bytes, sep, most),
        None => last_words(bytes, most),
    };
    Ok(pieces_list(vm, this, &pieces))
}

/// The words; after `most` splits the rest is one, with the white space at its end.
fn words(bytes: &[u8], most: usize) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(skipped) = bytes[at..].iter().position(|&b| !is_space(b)) {
        let start = at + skipped;
        if pieces.len() == most {
            pieces.push((start, bytes.len()));
            break;
        }
        at = bytes[start..].iter().position(|&b| is_space(b)).map_or(bytes.len(), |n| start + n);
        pieces.push((start, at));
    }
    pieces
}

/// The words from the back; after `most` splits the rest is one, with the white space at its front.
fn last_words(bytes: &[u8], most: usize) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let mut end = bytes.len();
    while let Some(last) = bytes[..end].iter().rposition(|&b| !is_space(b)) {
        if pieces.len() == most {
            pieces.push((0, last + 1));
            break;
        }
        let start = bytes[..last].iter().rposition(|&b| is_space(b)).map_or(0, |space| space + 1);
        pieces.push((start, last + 1));
        end = start;
    }
    pieces.reverse();
    pieces
}

pub(super) fn splitlines(vm: &mut Vm, args: Args) -> Res {
    let [this, keepends] = args.take(vm);
    let keep = !keepends.is_undef() && vm.truth(keepends)?;
    let bytes = content(vm, this);
    let mut pieces = Vec::new();
    let mut from = 0;
    while let Some(length) = memchr::memchr2(b'\n', b'\r', &bytes[from..]) {
        let at = from + length;
        let behind = if bytes[at..].starts_with(b"\r\n") { at + 2 } else { at + 1 };
        pieces.push((from, if keep { behind } else { at }));
        from = behind;
    }
    if from < bytes.len() {
        pieces.push((from, bytes.len()));
    }
    Ok(pieces_list(vm, this, &pieces))
}

fn partition_at(vm: &mut Vm, args: Args, last: bool) -> Res {
    let [this, sep] = args.take(vm);
    let separator = buffer_argument(vm, sep)?;
    if separator.is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let bytes = content(vm, this);
    let found = if last { memmem::rfind(bytes, &separator) } else { memmem::find(bytes, &separator) };
    let Some(at) = found else {
        let whole = unchanged(vm, this);
        let (one, two) = (alike(vm, this, Vec::new()), alike(vm, this, Vec::new()));
        return Ok(vm.heap.new_tuple(if last { [one, two, whole] } else { [whole, one, two] }));
    };
    let (head, tail) = (bytes[..at].to_vec(), bytes[at + separator.len()..].to_vec());
    let middle = match (this, sep) {
        (Value::Bytes(_), Value::Bytes(_)) => sep,
        _ => alike(vm, this, separator.to_vec()),
    };
    let parts = [alike(vm, this, head), middle, alike(vm, this, tail)];
    Ok(vm.heap.new_tuple(parts))
}

pub(super) fn partition(vm: &mut Vm, args: Args) -> Res {
    partition_at(vm, args, false)
}

pub(super) fn rpartition(vm: &mut Vm, args: Args) -> Res {
    partition_at(vm, args, true)
}

pub(super) fn join(vm: &mut Vm, args: Args) -> Res {
    let [this, iterable] = args.take(vm);
    let items = iterable_items(vm, iterable, "can only join an iterable")?;
    let mut size = content(vm, this).len().saturating_mul(items.len());
    for (i, &item) in items.iter().enumerate() {
        let Some(b) = buffer(vm, item) else {
            let t = vm.type_name(item);
            return Err(vm.type_error(format!("sequence item {i}: expected a bytes-like object, {t} found")));
        };
        size = size.saturating_add(b.len());
    }
    if let ([only @ Value::Bytes(_)], Value::Bytes(_)) = (&items[..], vm.payload(this)) {
        return Ok(*only);
    }
    vm.reserve(size)?;
    let mut out = Vec::with_capacity(size);
    for (i, &item) in items.iter().enumerate() {
        if i > 0 {
            out.extend_from_slice(content(vm, this));
        }
        out.extend_from_slice(buffer(vm, item).unwrap_or_default());
    }
    Ok(own_alike(vm, this, out))
}
