//! Taking strings apart and putting them together: `split`, `splitlines`, `partition`, `join`.

use super::chars::{is_line_break, is_space};
use super::this;
use crate::heap::text::{Builder, CodePoints, Str};
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};
use memchr::memmem;

/// A piece of a string, as byte offsets.
type Piece = (usize, usize);

fn new_pieces(vm: &mut Vm, text: StrKey, pieces: &[Piece]) -> Vec<Value> {
    let s = &vm.heap.strs[text];
    if let [(0, end)] = *pieces
        && end == s.size()
    {
        return vec![Value::Str(text)];
    }
    let parts: Vec<Str> = pieces.iter().map(|&(a, b)| s.byte_slice(a, b)).collect();
    parts.into_iter().map(|p| vm.heap.new_text(p)).collect()
}

/// `sep` and `maxsplit` of `split` and `rsplit`: None for white space, and how many splits at most.
fn split_arguments(vm: &mut Vm, sep: Value, maxsplit: Value) -> Res<(Option<StrKey>, usize)> {
    let most = match maxsplit {
        Value::Undef => usize::MAX,
        _ => usize::try_from(vm.index_i64(maxsplit)?).unwrap_or(usize::MAX),
    };
    let sep = match vm.payload(sep) {
        Value::Undef | Value::None => None,
        Value::Str(k) => Some(k),
        other => {
            let t = vm.type_name(other);
            return Err(vm.type_error(format!("must be str or None, not {t}")));
        }
    };
    if sep.is_some_and(|k| vm.heap.strs[k].is_empty()) {
        return Err(vm.value_error("empty separator"));
    }
    Ok((sep, most))
}

pub(super) fn split(vm: &mut Vm, args: Args) -> Res {
    let [s, sep, maxsplit] = args.take(vm);
    let text = this(vm, s)?;
    let (sep, most) = split_arguments(vm, sep, maxsplit)?;
    let s = &vm.heap.strs[text];
    let pieces = match sep {
        Some(sep) => at_separators(s.as_bytes(), vm.heap.strs[sep].as_bytes(), most),
        None => words(s, most),
    };
    let items = new_pieces(vm, text, &pieces);
    Ok(vm.heap.new_list(items))
}

pub(super) fn rsplit(vm: &mut Vm, args: Args) -> Res {
    let [s, sep, maxsplit] = args.take(vm);
    let text = this(vm, s)?;
    let (sep, most) = split_arguments(vm, sep, maxsplit)?;
    let s = &vm.heap.strs[text];
    let pieces = match sep {
        Some(sep) => at_last_separators(s.as_bytes(), vm.heap.strs[sep].as_bytes(), most),
        None => last_words(s, most),
    };
    let items = new_pieces(vm, text, &pieces);
    Ok(vm.heap.new_list(items))
}

/// The pieces between the first `most` separators.
pub fn at_separators(bytes: &[u8], sep: &[u8], most: usize) -> Vec<Piece> {
    let mut from = 0;
    let mut pieces = Vec::new();
    for at in memmem::find_iter(bytes, sep).take(most) {
        pieces.push((from, at));
        from = at + sep.len();
    }
    pieces.push((from, bytes.len()));
    pieces
}

/// The pieces between the last `most` separators.
pub fn at_last_separators(bytes: &[u8], sep: &[u8], most: usize) -> Vec<Piece> {
    let mut end = bytes.len();
    let mut pieces = Vec::new();
    for at in memmem::rfind_iter(bytes, sep).take(most) {
        pieces.push((at + sep.len(), end));
        end = at;
    }
    pieces.push((0, end));
    pieces.reverse();
    pieces
}

/// The words; after `most` splits the rest is one, with the white space at its end.
fn words(s: &Str, most: usize) -> Vec<Piece> {
    let bytes = s.as_bytes();
    let mut points = s.code_points();
    let mut pieces = Vec::new();
    let mut start = None;
    loop {
        let at = bytes.len() - points.rest().len();
        let Some(c) = points.next() else { break };
        match (start, is_space(c)) {
            (Some(from), true) => {
                pieces.push((from, at));
                start = None;
            }
            (None, false) if pieces.len() == most => {
                pieces.push((at, bytes.len()));
                return pieces;
            }
            (None, false) => start = Some(at),
            _ => {}
        }
    }
    pieces.extend(start.map(|from| (from, bytes.len())));
    pieces
}

/// The words from the back; after `most` splits the rest is one, with the white space at its front.
fn last_words(s: &Str, most: usize) -> Vec<Piece> {
    let mut points = s.code_points();
    let mut pieces = Vec::new();
    let mut end = None;
    loop {
        let behind = points.rest().len();
        let Some(c) = points.next_back() else { break };
        match (end, is_space(c)) {
            (Some(to), true) => {
                pieces.push((behind, to));
                end = None;
            }
            (None, false) if pieces.len() == most => {
                pieces.push((0, behind));
                pieces.reverse();
                return pieces;
            }
            (None, false) => end = Some(behind),
            _ => {}
        }
    }
    pieces.extend(end.map(|to| (0, to)));
    pieces.reverse();
    pieces
}

pub(super) fn splitlines(vm: &mut Vm, args: Args) -> Res {
    let [s, keepends] = args.take(vm);
    let text = this(vm, s)?;
    let keep = !keepends.is_undef() && vm.truth(keepends)?;
    let bytes = vm.heap.strs[text].as_bytes();
    let mut points = CodePoints::of(bytes);
    let mut pieces = Vec::new();
    let mut from = 0;
    loop {
        let at = bytes.len() - points.rest().len();
        let Some(c) = points.next() else { break };
        if is_line_break(c) {
            if c == 0x0D && points.rest().first() == Some(&b'\n') {
                points.next();
            }
            let behind = bytes.len() - points.rest().len();
            pieces.push((from, if keep { behind } else { at }));
            from = behind;
        }
    }
    if from < bytes.len() {
        pieces.push((from, bytes.len()));
    }
    let items = new_pieces(vm, text, &pieces);
    Ok(vm.heap.new_list(items))
}

fn partition_at(vm: &mut Vm, args: Args, last: bool) -> Res {
    let [s, sep] = args.take(vm);
    let text = this(vm, s)?;
    let Value::Str(sep) = vm.payload(sep) else {
        let t = vm.type_name(sep);
        return Err(vm.type_error(format!("must be str, not {t}")));
    };
    if vm.heap.strs[sep].is_empty() {
        return Err(vm.value_error("empty separator"));
    }
    let (s, sep_bytes) = (&vm.heap.strs[text], vm.heap.strs[sep].as_bytes());
    let found = if last { memmem::rfind(s.as_bytes(), sep_bytes) } else { memmem::find(s.as_bytes(), sep_bytes) };
    let empty = vm.heap.interned_str("");
    let parts = match found {
        Some(at) => {
            let (s, width) = (&vm.heap.strs[text], vm.heap.strs[sep].size());
            let (head, tail) = (s.byte_slice(0, at), s.byte_slice(at + width, s.size()));
            [vm.heap.new_text(head), Value::Str(sep), vm.heap.new_text(tail)]
        }
        None if last => [empty, empty, Value::Str(text)],
        None => [Value::Str(text), empty, empty],
    };
    Ok(vm.heap.new_tuple(parts))
}

pub(super) fn partition(vm: &mut Vm, args: Args) -> Res {
    partition_at(vm, args, false)
}

pub(super) fn rpartition(vm: &mut Vm, args: Args) -> Res {
    partition_at(vm, args, true)
}

pub(super) fn join(vm: &mut Vm, args: Args) -> Res {
    let [s, iterable] = args.take(vm);
    let sep = this(vm, s)?;
    let items = iterable_items(vm, iterable, "can only join an iterable")?;
    let mut keys = Vec::with_capacity(items.len());
    let mut size = 0usize;
    for (i, &item) in items.iter().enumerate() {
        let Value::Str(k) = vm.payload(item) else {
            let t = vm.type_name(item);
            return Err(vm.type_error(format!("sequence item {i}: expected str instance, {t} found")));
        };
        size = size.saturating_add(vm.heap.strs[k].size());
        keys.push(k);
    }
    if let [Value::Str(_)] = *items {
        return Ok(items[0]);
    }
    size = size.saturating_add(vm.heap.strs[sep].size().saturating_mul(keys.len().saturating_sub(1)));
    vm.reserve(size)?;
    let mut out = Builder::with_capacity(size);
    let separator = &vm.heap.strs[sep];
    for (i, &k) in keys.iter().enumerate() {
        if i > 0 {
            out.push_text(separator);
        }
        out.push_text(&vm.heap.strs[k]);
    }
    Ok(vm.heap.new_own_text(out.finish()))
}

/// All values of an iterable; `TypeError` with this message if it is none.
pub fn iterable_items(vm: &mut Vm, iterable: Value, message: &str) -> Res<Vec<Value>> {
    match iterable {
        Value::List(k) => return Ok(vm.heap.lists[k].clone()),
        Value::Tuple(k) => return Ok(vm.heap.tuples[k].to_vec()),
        Value::Iter(_) | Value::Dict(_) | Value::Set(_) | Value::Str(_) => {}
        _ => {
            let names = vm.heap.names;
            if vm.special(iterable, names.__iter__).is_none() && vm.special(iterable, names.__getitem__).is_none() {
                return Err(vm.type_error(message));
            }
        }
    }
    vm.sequence_to_vec(iterable)
}
