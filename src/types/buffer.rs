//! The buffer protocol: bytes-like objects, and who may look into their memory.

use crate::heap::types::Exc;
use crate::modules::pickle_buffer;
use crate::types::memoryview::{self, View};
use crate::value::*;
use crate::vm::{Raised, Res, Vm};

/// The content of a bytes-like object: bytes, bytearray, array, a view of one of them, or a `PickleBuffer`. None for
/// anything else, for what was released, and for views whose items don't lie one after the other.
pub fn content(vm: &Vm, v: Value) -> Option<&[u8]> {
    match vm.payload(v) {
        Value::Object(k) => {
            if let Some(view) = vm.heap.object::<View>(k) {
                return view.content(vm);
            }
            if let Some(source) = pickle_buffer::source(vm, v) {
                return content(vm, source);
            }
            let object = &vm.heap.objects[k].data;
            object.item_format().map(|_| object.memory())
        }
        v => memory(vm, v),
    }
}

/// The content of a bytes-like object, wherever its items lie.
pub fn gathered(vm: &Vm, v: Value) -> Option<Vec<u8>> {
    match vm.payload(v) {
        Value::Object(k) if vm.heap.object::<View>(k).is_some_and(|view| !view.released) => {
            vm.heap.object::<View>(k).map(|view| view.gathered(vm))
        }
        _ => content(vm, v).map(<[u8]>::to_vec),
    }
}

/// The memory that views of an object show: also of a `BytesIO`, which is itself not bytes-like.
pub fn memory(vm: &Vm, exporter: Value) -> Option<&[u8]> {
    match vm.payload(exporter) {
        Value::Bytes(k) => Some(&vm.heap.bytes[k]),
        Value::ByteArray(k) => Some(&vm.heap.bytearrays[k]),
        Value::Object(k) => Some(vm.heap.objects[k].data.memory()),
        _ => None,
    }
}

/// The memory that views of an object may write to.
pub fn memory_mut(vm: &mut Vm, exporter: Value) -> Option<&mut [u8]> {
    match vm.payload(exporter) {
        Value::ByteArray(k) => Some(&mut vm.heap.bytearrays[k]),
        Value::Object(k) => Some(vm.heap.objects[k].data.memory_mut()),
        _ => None,
    }
}

/// The content of an argument: "a bytes-like object is required, not 'str'".
pub fn argument(vm: &mut Vm, v: Value) -> Res<Vec<u8>> {
    match content(vm, v) {
        Some(bytes) => {
            let size = bytes.len();
            vm.reserve(size)?;
            Ok(content(vm, v).unwrap_or_default().to_vec())
        }
        None => Err(wanted(vm, v)),
    }
}

/// Says that a bytes-like object is wanted, or that this one was released.
#[cold]
pub fn wanted(vm: &mut Vm, v: Value) -> Raised {
    if memoryview::is_released(vm, v) {
        return memoryview::released_error(vm);
    }
    if let Value::Object(k) = v
        && vm.heap.object::<View>(k).is_some()
    {
        return vm.error(Exc::BufferError, "memoryview: underlying buffer is not C-contiguous");
    }
    let t = vm.type_name(v);
    vm.type_error(format!("a bytes-like object is required, not '{t}'"))
}

/// The length of an argument's memory, which may be written to: "`what` must be read-write bytes-like object, not
/// bytes".
pub fn writable_argument(vm: &mut Vm, v: Value, what: &str) -> Res<usize> {
    if memoryview::is_released(vm, v) {
        return Err(memoryview::released_error(vm));
    }
    let len = match vm.payload(v) {
        Value::ByteArray(k) => Some(vm.heap.bytearrays[k].len()),
        Value::Object(k) => match vm.heap.object::<View>(k) {
            Some(view) if view.readonly || !view.is_contiguous() => None,
            Some(view) => Some(view.nbytes()),
            None => {
                let object = &vm.heap.objects[k].data;
                object.item_format().map(|_| object.memory().len())
            }
        },
        _ => None,
    };
    match len {
        Some(len) => Ok(len),
        None => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("{what} must be read-write bytes-like object, not {t}")))
        }
    }
}

/// Writes bytes into what [`writable_argument`] accepted.
pub fn write_at(vm: &mut Vm, v: Value, at: usize, bytes: &[u8]) -> Res<()> {
    let (exporter, offset) = match vm.payload(v) {
        Value::Object(k) => match vm.heap.object::<View>(k) {
            Some(view) => (view.exporter, view.offset),
            None => (v, 0),
        },
        _ => (v, 0),
    };
    let place = memory_mut(vm, exporter).and_then(|m| m.get_mut(offset + at..)?.get_mut(..bytes.len()));
    match place {
        Some(place) => {
            place.copy_from_slice(bytes);
            Ok(())
        }
        None => Err(vm.value_error("the buffer changed its size")),
    }
}

/// Refuses to resize what views show: "Existing exports of data: object cannot be re-sized". Views that nothing
/// refers to any more don't count, for which the collector may have to be asked.
pub fn check_resizable(vm: &mut Vm, exporter: Value) -> Res<()> {
    check_resizable_as(vm, exporter, "Existing exports of data: object cannot be re-sized")
}

/// As [`check_resizable`], with a message of the type's own.
pub fn check_resizable_as(vm: &mut Vm, exporter: Value, message: &str) -> Res<()> {
    let exporter = vm.payload(exporter);
    if !vm.heap.exported.iter().any(|v| v.is(exporter)) {
        return Ok(());
    }
    if is_viewed(vm, exporter) {
        vm.collect();
        if is_viewed(vm, exporter) {
            return Err(vm.error(Exc::BufferError, message));
        }
    }
    vm.heap.exported.retain(|v| !v.is(exporter));
    Ok(())
}

fn is_viewed(vm: &Vm, exporter: Value) -> bool {
    let mut objects = vm.heap.objects.iter();
    objects.any(|(_, object)| object.state::<View>().is_some_and(|v| !v.released && v.exporter.is(exporter)))
}
