//! Bytes as hexadecimal digits: `hex` and `fromhex`.

use super::{buffer, content};
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};

pub(super) fn hex(vm: &mut Vm, args: Args) -> Res {
    let bytes = content(vm, args.get(vm, 0)).to_vec();
    of(vm, &bytes, args)
}

/// The digits of bytes, with the second argument between groups of the size that the third says.
pub fn of(vm: &mut Vm, bytes: &[u8], args: Args) -> Res {
    let [_, sep, group] = args.take(vm);
    let separator = separator(vm, sep)?;
    let group = match group {
        Value::Undef => 1,
        v => vm.index_i64(v)?,
    };
    let size = bytes.len().saturating_mul(3);
    vm.reserve(size)?;
    let mut out = String::with_capacity(size);
    let every = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    for (i, b) in bytes.iter().enumerate() {
        // Groups are counted from the right, or from the left for a negative size.
        let place = if group < 0 { i } else { bytes.len() - i };
        if let Some(sep) = separator
            && i > 0
            && every > 0
            && place % every == 0
        {
            out.push(sep);
        }
        for digit in [b >> 4, b & 15] {
            out.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    Ok(vm.heap.new_str(out))
}

fn separator(vm: &mut Vm, sep: Value) -> Res<Option<char>> {
    if sep.is_undef() {
        return Ok(None);
    }
    if vm.len(sep)? != 1 {
        return Err(vm.value_error("sep must be length 1."));
    }
    let c = match vm.payload(sep) {
        Value::Str(k) => vm.heap.strs[k].code_point_at(0),
        _ => match buffer(vm, sep) {
            Some(b) => b.first().map(|&b| u32::from(b)),
            None => return Err(vm.type_error("sep must be str or bytes.")),
        },
    };
    match c.and_then(char::from_u32).filter(char::is_ascii) {
        Some(c) => Ok(Some(c)),
        None => Err(vm.value_error("sep must be ASCII.")),
    }
}

pub(super) fn fromhex(vm: &mut Vm, args: Args) -> Res {
    let [class, text] = args.take(vm);
    let Value::Str(k) = vm.payload(text) else {
        let t = vm.type_name(text);
        return Err(vm.type_error(format!("fromhex() argument must be str, not {t}")));
    };
    let out = match read(vm.heap.strs[k].code_points()) {
        Ok(bytes) => bytes,
        Err(at) => {
            return Err(vm.value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}")));
        }
    };
    let Value::Class(c) = class else { return Err(vm.type_error("fromhex() needs a class")) };
    let types = &vm.heap.types;
    let (bytes, bytearray) = (types.bytes, types.bytearray);
    let is_array = vm.heap.is_subclass(c, bytearray);
    let value = if is_array { vm.heap.new_bytearray(out) } else { vm.heap.new_bytes(out) };
    if c == bytes || c == bytearray { Ok(value) } else { vm.call(class, &[value]) }
}

/// Pairs of digits with white space between; the position of what is none.
fn read(points: impl Iterator<Item = u32>) -> Result<Vec<u8>, usize> {
    let digit = |c: u32| char::from_u32(c).and_then(|c| c.to_digit(16));
    let mut out = Vec::new();
    let mut high = None;
    let mut at = 0;
    for (i, c) in points.enumerate() {
        at = i + 1;
        match (high, digit(c)) {
            (None, Some(d)) => high = Some(d),
            (Some(h), Some(d)) => {
                out.push((h << 4 | d) as u8);
                high = None;
            }
            (None, None) if matches!(c, 0x20 | 0x09..=0x0D) => {}
            _ => return Err(i),
        }
    }
    if high.is_some() { Err(at) } else { Ok(out) }
}
