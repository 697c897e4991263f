//! `bytes` and `bytearray`: what they share lies here, one subject a file.

pub mod bytearray;
mod case;
mod class;
mod construct;
mod hex;
mod iter;
mod layout;
mod operators;
pub mod repr;
mod search;
mod split;

pub use crate::types::buffer::content as buffer;
pub use crate::types::buffer::memory;
use crate::types::buffer::{argument as buffer_argument, gathered, wanted as bytes_like_wanted};
pub use class::SPEC;
pub use construct::bytes_of;
pub use hex::of as hex_of;

use crate::value::*;
use crate::vm::{Res, Vm};

/// The content of the object a method was called on. Its arguments have been seen to be right.
fn content(vm: &Vm, this: Value) -> &[u8] {
    memory(vm, this).unwrap_or_default()
}

/// A new object of the kind `this` is: bytearray methods answer bytearrays.
fn alike(vm: &mut Vm, this: Value, bytes: Vec<u8>) -> Value {
    match vm.payload(this) {
        Value::ByteArray(_) => vm.heap.new_bytearray(bytes),
        _ => vm.heap.new_bytes(bytes),
    }
}

/// Like [`alike`], and bytes of one byte are an object of their own, too.
fn own_alike(vm: &mut Vm, this: Value, bytes: Vec<u8>) -> Value {
    match vm.payload(this) {
        Value::ByteArray(_) => vm.heap.new_bytearray(bytes),
        _ => vm.heap.new_own_bytes(bytes),
    }
}

/// `this` unchanged, as a method answers it: bytes themselves, a copy of a bytearray.
fn unchanged(vm: &mut Vm, this: Value) -> Value {
    match vm.payload(this) {
        Value::ByteArray(k) => {
            let copy = vm.heap.bytearrays[k].clone();
            vm.heap.new_bytearray(copy)
        }
        bytes => bytes,
    }
}

/// An int in range(256); `ValueError` "byte must be in range(0, 256)".
fn byte(vm: &mut Vm, v: Value) -> Res<u8> {
    match vm.index(v)? {
        Value::Int(i @ 0..256) => Ok(i as u8),
        _ => Err(vm.value_error("byte must be in range(0, 256)")),
    }
}

/// What `%s` of bytes shows: the bytes of a bytes-like object, or of what `__bytes__` answers.
pub fn for_percent(vm: &mut Vm, v: Value) -> Res<Vec<u8>> {
    if let Some(content) = gathered(vm, v) {
        return Ok(content);
    }
    match construct::by_method(vm, v)? {
        Some(content) => Ok(content),
        None => {
            let t = vm.type_name(v);
            let wanted = "%b requires a bytes-like object, or an object that implements __bytes__";
            Err(vm.type_error(format!("{wanted}, not '{t}'")))
        }
    }
}
