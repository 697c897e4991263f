//! `UnicodeDecodeError`, `UnicodeEncodeError`, `UnicodeTranslateError`: what could not be coded, where and why.

use super::fields::field as getset;
use super::{base, field, payload};
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec};
use crate::vm::{Res, Vm};

const INIT_DOC: &str = "Initialize self.  See help(type(self)) for accurate signature.";

pub const DECODE_SPECIALS: &[NativeSpec] = &[
    NativeSpec::new("__init__", "($self, /, *args, **kwargs)", decode_init, INIT_DOC),
    NativeSpec::new("__str__", "($self, /)", decode_str, "Return str(self)."),
];

pub const ENCODE_SPECIALS: &[NativeSpec] = &[
    NativeSpec::new("__init__", "($self, /, *args, **kwargs)", encode_init, INIT_DOC),
    NativeSpec::new("__str__", "($self, /)", encode_str, "Return str(self)."),
];

pub const TRANSLATE_SPECIALS: &[NativeSpec] = &[
    NativeSpec::new("__init__", "($self, /, *args, **kwargs)", translate_init, INIT_DOC),
    NativeSpec::new("__str__", "($self, /)", translate_str, "Return str(self)."),
];

pub const GETSETS: &[GetSetSpec] = &[
    getset::<0>("encoding", "exception encoding"),
    getset::<1>("object", "exception object"),
    getset::<2>("start", "exception start"),
    getset::<3>("end", "exception end"),
    getset::<4>("reason", "exception reason"),
];

pub const TRANSLATE_GETSETS: &[GetSetSpec] = &[
    getset::<0>("object", "exception object"),
    getset::<1>("start", "exception start"),
    getset::<2>("end", "exception end"),
    getset::<3>("reason", "exception reason"),
];

/// What an argument must be.
#[derive(Clone, Copy)]
enum Kind {
    Str,
    Bytes,
    Int,
}

/// Checks the arguments against `kinds` and stores them as the fields.
fn init_with(vm: &mut Vm, args: Args, kinds: &[Kind]) -> Res {
    let (key, mut given) = base::base_init(vm, args)?;
    if given.len() != kinds.len() {
        let n = given.len();
        return Err(vm.type_error(format!("function takes exactly {} arguments ({n} given)", kinds.len())));
    }
    for (i, kind) in kinds.iter().enumerate() {
        let v = vm.payload(given[i]);
        let wanted = match (kind, v) {
            (Kind::Str, Value::Str(_)) | (Kind::Bytes, Value::Bytes(_)) => continue,
            (Kind::Bytes, Value::ByteArray(k)) => {
                let copy = vm.heap.bytearrays[k].clone();
                given[i] = vm.heap.new_bytes(copy);
                continue;
            }
            (Kind::Int, _) => {
                given[i] = vm.index(v)?;
                continue;
            }
            (Kind::Str, _) => "str",
            (Kind::Bytes, _) => {
                let t = vm.type_name(v);
                return Err(vm.type_error(format!("a bytes-like object is required, not '{t}'")));
            }
        };
        let t = vm.type_name(v);
        return Err(vm.type_error(format!("argument {} must be {wanted}, not {t}", i + 1)));
    }
    vm.heap.exceptions[key].fields = given.into();
    Ok(Value::None)
}

fn decode_init(vm: &mut Vm, args: Args) -> Res {
    init_with(vm, args, &[Kind::Str, Kind::Bytes, Kind::Int, Kind::Int, Kind::Str])
}

fn encode_init(vm: &mut Vm, args: Args) -> Res {
    init_with(vm, args, &[Kind::Str, Kind::Str, Kind::Int, Kind::Int, Kind::Str])
}

fn translate_init(vm: &mut Vm, args: Args) -> Res {
    init_with(vm, args, &[Kind::Str, Kind::Int, Kind::Int, Kind::Str])
}

/// What `start` and `end` mean for an object of so many elements.
enum Part {
    /// One element, at this place.
    One(usize),
    /// From the first place to the last, which may lie anywhere.
    Between(i64, i64),
}

fn part(vm: &Vm, this: Value, len: usize) -> Part {
    let int = |name| match field(vm, this, name) {
        Value::Int(i) => i,
        _ => 0,
    };
    let (start, end) = (int("start"), int("end"));
    match usize::try_from(start) {
        Ok(place) if place < len && start.checked_add(1) == Some(end) => Part::One(place),
        _ => Part::Between(start, end.saturating_sub(1)),
    }
}

fn text_of(vm: &mut Vm, this: Value, name: &str) -> Res<String> {
    let v = field(vm, this, name).or_none();
    vm.str_text(v)
}

fn decode_str(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    payload(vm, this)?;
    let Value::Bytes(object) = vm.payload(field(vm, this, "object")) else {
        return Ok(vm.heap.interned_str(""));
    };
    let (encoding, reason) = (text_of(vm, this, "encoding")?, text_of(vm, this, "reason")?);
    let bytes = &vm.heap.bytes[object];
    let text = match part(vm, this, bytes.len()) {
        Part::One(place) => {
            let byte = bytes[place];
            format!("'{encoding}' codec can't decode byte 0x{byte:02x} in position {place}: {reason}")
        }
        Part::Between(first, last) => {
            format!("'{encoding}' codec can't decode bytes in position {first}-{last}: {reason}")
        }
    };
    Ok(vm.heap.new_str(text))
}

/// "character '\xe9' in position 3" or "characters in position 3-5" of the text in `object`.
fn characters(vm: &mut Vm, this: Value) -> Option<String> {
    let Value::Str(object) = vm.payload(field(vm, this, "object")) else { return None };
    let s = &vm.heap.strs[object];
    Some(match part(vm, this, s.len()) {
        Part::One(place) => {
            let c = s.code_point_at(place)?;
            let escape = match c {
                0..=0xff => format!("\\x{c:02x}"),
                0x100..=0xffff => format!("\\u{c:04x}"),
                _ => format!("\\U{c:08x}"),
            };
            format!("character '{escape}' in position {place}")
        }
        Part::Between(first, last) => format!("characters in position {first}-{last}"),
    })
}

fn encode_str(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    payload(vm, this)?;
    let Some(what) = characters(vm, this) else { return Ok(vm.heap.interned_str("")) };
    let (encoding, reason) = (text_of(vm, this, "encoding")?, text_of(vm, this, "reason")?);
    Ok(vm.heap.new_str(format!("'{encoding}' codec can't encode {what}: {reason}")))
}

fn translate_str(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    payload(vm, this)?;
    let Some(what) = characters(vm, this) else { return Ok(vm.heap.interned_str("")) };
    let reason = text_of(vm, this, "reason")?;
    Ok(vm.heap.new_str(format!("can't translate {what}: {reason}")))
}
