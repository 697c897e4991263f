//! From values to bytes.

use super::format::{Item, Layout};
use super::{error, start_in};
use crate::heap::types::Exc;
use crate::types::scalar::{Scalar, float_bits, int_bits, put_bits};
use crate::types::{buffer, float, int};
use crate::value::*;
use crate::vm::{Res, Vm};

/// A bytes object of the packed values.
pub fn to_bytes(vm: &mut Vm, layout: &Layout, values: &[Value]) -> Res {
    check_count(vm, layout, values, "pack")?;
    let packed = pack(vm, layout, values)?;
    Ok(vm.heap.new_bytes(packed))
}

fn check_count(vm: &mut Vm, layout: &Layout, values: &[Value], function: &str) -> Res<()> {
    if values.len() == layout.values {
        return Ok(());
    }
    let (wanted, given) = (layout.values, values.len());
    Err(error(vm, format!("{function} expected {wanted} items for packing (got {given})")))
}

/// Packs into a buffer: the first of `values` is the buffer, the second the offset.
pub fn into(vm: &mut Vm, layout: &Layout, values: &[Value]) -> Res {
    let (&[target, offset, ref values @ ..], true) = (values, values.len() >= 2) else {
        let missing = if values.is_empty() { "buffer" } else { "offset" };
        return Err(error(vm, format!("pack_into expected {missing} argument")));
    };
    check_count(vm, layout, values, "pack_into")?;
    let len = buffer::writable_argument(vm, target, "argument")?;
    let offset = vm.index_for_item(offset)?;
    let start = start_in(vm, len, layout, offset, ["no space to pack", "pack_into", "packing"])?;
    let packed = pack(vm, layout, values)?;
    buffer::write_at(vm, target, start, &packed)?;
    Ok(Value::None)
}

/// The bytes of as many values as the layout has places.
fn pack(vm: &mut Vm, layout: &Layout, values: &[Value]) -> Res<Vec<u8>> {
    vm.reserve(layout.size)?;
    let mut out = vec![0; layout.size];
    let mut values = values.iter().copied();
    for &(offset, item) in &layout.items {
        let place = &mut out[offset..];
        match item {
            Item::Scalars(scalar, code, count) => {
                for (place, value) in place.chunks_exact_mut(scalar.size()).zip(values.by_ref().take(count)) {
                    let bits = bits_of(vm, scalar, code, layout.standard, value);
                    let bits = too_large_int(vm, bits, value)?;
                    put_bits(place, bits, layout.little);
                }
            }
            Item::Bytes(n) => {
                let content = content(vm, values.next(), 's')?;
                let n = n.min(content.len());
                place[..n].copy_from_slice(&content[..n]);
            }
            Item::Pascal(room) => {
                let content = content(vm, values.next(), 'p')?;
                if room > 0 {
                    let n = content.len().min(room - 1);
                    place[1..=n].copy_from_slice(&content[..n]);
                    place[0] = n.min(255) as u8;
                }
            }
        }
    }
    Ok(out)
}

/// The bytes for `s` and `p`.
fn content(vm: &mut Vm, value: Option<Value>, code: char) -> Res<Vec<u8>> {
    match vm.payload(value.unwrap_or_default()) {
        Value::Bytes(k) => Ok(vm.heap.bytes[k].to_vec()),
        Value::ByteArray(k) => Ok(vm.heap.bytearrays[k].clone()),
        _ => Err(error(vm, format!("argument for '{code}' must be a bytes object"))),
    }
}

/// Words the `OverflowError` an int caused.
fn too_large_int(vm: &mut Vm, bits: Res<u64>, value: Value) -> Res<u64> {
    if bits.is_err() && int::of(vm, value).is_some() && vm.pending_is(Exc::OverflowError) {
        vm.take_pending();
        return Err(error(vm, "int too large to convert"));
    }
    bits
}

fn bits_of(vm: &mut Vm, scalar: Scalar, code: u8, standard: bool, value: Value) -> Res<u64> {
    match scalar {
        Scalar::Char => match vm.payload(value) {
            Value::Bytes(k) if vm.heap.bytes[k].len() == 1 => Ok(u64::from(vm.heap.bytes[k][0])),
            _ => Err(error(vm, "char format requires a bytes object of length 1")),
        },
        Scalar::Bool => vm.truth(value).map(u64::from),
        Scalar::Float(size) => {
            let x = float::argument(vm, value);
            if x.is_err() && (vm.pending_is(Exc::TypeError) || vm.pending_is(Exc::OverflowError)) {
                vm.take_pending();
                return Err(error(vm, "required argument is not a float"));
            }
            let x = x?;
            if size == 4 && standard && x.is_finite() && (x as f32).is_infinite() {
                return Err(vm.overflow_error("float too large to pack with f format"));
            }
            float_bits(vm, x, size)
        }
        Scalar::Signed(_) | Scalar::Unsigned(_) | Scalar::Pointer => int_of(vm, scalar, code, value),
    }
}

fn int_of(vm: &mut Vm, scalar: Scalar, code: u8, value: Value) -> Res<u64> {
    if !vm.is_index(value) {
        return Err(error(vm, "required argument is not an integer"));
    }
    let n = vm.index(value)?;
    let n = int::to_bigint(&vm.heap, n).into_owned();
    if let Some(bits) = int_bits(scalar, &n) {
        return Ok(bits);
    }
    if scalar == Scalar::Pointer {
        // A negative pointer wraps around.
        return match int_bits(Scalar::Signed(8), &n) {
            Some(bits) => Ok(bits),
            None => Err(vm.overflow_error("int too large to convert")),
        };
    }
    let (least, greatest) = scalar.range();
    Err(error(vm, format!("'{}' format requires {least} <= number <= {greatest}", char::from(code))))
}
