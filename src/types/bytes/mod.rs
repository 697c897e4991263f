//! `bytes` and `bytearray`.

pub mod repr;

use crate::value::Value;
use crate::vm::{Res, Vm};

/// The content of a bytes or bytearray, or of an instance of a subclass; None for anything else.
pub fn buffer(vm: &Vm, v: Value) -> Option<&[u8]> {
    match vm.payload(v) {
        Value::Bytes(k) => Some(&vm.heap.bytes[k]),
        Value::ByteArray(k) => Some(&vm.heap.bytearrays[k]),
        _ => None,
    }
}

/// What `%s` of bytes shows: the bytes of a bytes-like object, or of what `__bytes__` answers.
pub fn for_percent(vm: &mut Vm, v: Value) -> Res<Vec<u8>> {
    if let Some(content) = buffer(vm, v) {
        return Ok(content.to_vec());
    }
    let name = vm.heap.names.__bytes__;
    match vm.call_special(v, name, &[])? {
        Some(answer) => match buffer(vm, answer) {
            Some(content) => Ok(content.to_vec()),
            None => {
                let t = vm.type_name(answer);
                Err(vm.type_error(format!("__bytes__ returned non-bytes (type {t})")))
            }
        },
        None => {
            let t = vm.type_name(v);
            let wanted = "%b requires a bytes-like object, or an object that implements __bytes__";
            Err(vm.type_error(format!("{wanted}, not '{t}'")))
        }
    }
}
