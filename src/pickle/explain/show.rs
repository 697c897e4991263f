//! Values as short text. It runs no Python code, and takes no longer for large and for endless values than for small ones.

use super::placeholder::Placeholder;
use super::step::{TEXT_SHOWN, shorten};
use crate::heap::text::Str;
use crate::types::format::float_repr;
use crate::types::{bytes, str};
use crate::value::*;
use crate::vm::Vm;

/// So many items of a container are shown.
const ITEMS_SHOWN: usize = 4;
/// Containers within containers are shown so deep.
const DEPTH_SHOWN: usize = 2;
/// Ints of more bits than this are not written out.
const BITS_SHOWN: u64 = 192;

/// A value in at most some sixty characters, as `repr` would have it where there is room.
pub(super) fn show(vm: &Vm, v: Value) -> String {
    shorten(&nested(vm, v, DEPTH_SHOWN), TEXT_SHOWN)
}

fn nested(vm: &Vm, v: Value, depth: usize) -> String {
    match v {
        Value::None => "None".into(),
        Value::Bool(b) => (if b { "True" } else { "False" }).into(),
        Value::Int(i) => i.to_string(),
        Value::Float(x) => float_repr(x),
        Value::BigInt(k) => match vm.heap.bigints[k].bits() {
            bits if bits > BITS_SHOWN => format!("<int of {bits} bits>"),
            _ => vm.heap.bigints[k].to_string(),
        },
        Value::Str(k) => text(&vm.heap.strs[k]),
        Value::Bytes(k) => raw(&vm.heap.bytes[k], bytes::repr::quote),
        Value::ByteArray(k) => format!("bytearray({})", raw(&vm.heap.bytearrays[k], bytes::repr::quote_array)),
        Value::List(k) => {
            let list = &vm.heap.lists[k];
            format!("[{}]", items(vm, list.iter().copied(), list.len(), depth))
        }
        Value::Tuple(k) => {
            let tuple = &vm.heap.tuples[k];
            let comma = if tuple.len() == 1 { "," } else { "" };
            format!("({}{comma})", items(vm, tuple.iter().copied(), tuple.len(), depth))
        }
        Value::Dict(k) => pairs(vm, k, depth),
        Value::Set(k) | Value::FrozenSet(k) => {
            let set = &vm.heap.sets[k].table;
            let inner = match set.len() {
                0 => String::new(),
                n => format!("{{{}}}", items(vm, set.iter().map(|e| e.key), n, depth)),
            };
            match v {
                Value::Set(_) if !inner.is_empty() => inner,
                Value::Set(_) => "set()".into(),
                _ => format!("frozenset({inner})"),
            }
        }
        _ => match Placeholder::of(vm, v) {
            Some(p) => p.text.clone(),
            None => format!("<{}>", vm.type_name(v)),
        },
    }
}

fn text(s: &Str) -> String {
    let cut = s.len() > TEXT_SHOWN;
    let points: Vec<u32> = s.code_points().take(TEXT_SHOWN).collect();
    let quoted = str::repr::quote(&Str::from_code_points(&points));
    let quoted = String::from_utf8_lossy(quoted.as_bytes()).into_owned();
    if cut { format!("{quoted}…") } else { quoted }
}

fn raw(content: &[u8], quote: fn(&[u8]) -> String) -> String {
    match content.get(..TEXT_SHOWN) {
        Some(start) if content.len() > TEXT_SHOWN => format!("{}…", quote(start)),
        _ => quote(content),
    }
}

/// The first of so many items, with commas.
fn items(vm: &Vm, all: impl Iterator<Item = Value>, count: usize, depth: usize) -> String {
    if depth == 0 && count > 0 {
        return "…".into();
    }
    let mut shown: Vec<String> = all.take(ITEMS_SHOWN).map(|v| nested(vm, v, depth - 1)).collect();
    if count > ITEMS_SHOWN {
        shown.push(format!("… {} more", count - ITEMS_SHOWN));
    }
    shown.join(", ")
}

fn pairs(vm: &Vm, k: DictKey, depth: usize) -> String {
    let dict = &vm.heap.dicts[k];
    if depth == 0 && !dict.is_empty() {
        return "{…}".into();
    }
    let shown = dict.iter().take(ITEMS_SHOWN);
    let mut shown: Vec<String> =
        shown.map(|e| format!("{}: {}", nested(vm, e.key, depth - 1), nested(vm, e.value, depth - 1))).collect();
    if dict.len() > ITEMS_SHOWN {
        shown.push(format!("… {} more", dict.len() - ITEMS_SHOWN));
    }
    format!("{{{}}}", shown.join(", "))
}
