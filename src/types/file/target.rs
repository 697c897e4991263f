//! What a text file reads from and writes to: a binary file, a `BytesIO`, or any object with these methods.

use super::binary::{self, Binary};
use super::bytes_io::{self, BytesIo};
use super::{bytes_argument, closed_error};
use crate::value::*;
use crate::vm::{Res, Vm};

/// A binary stream, told apart once.
#[derive(Clone, Copy)]
pub enum Target {
    /// One of our binary files.
    Binary(ObjectKey),
    /// An exact `BytesIO`.
    Bytes(ObjectKey),
    /// Something else: its methods are called.
    Other(Value),
}

impl Target {
    /// Tells a stream apart.
    pub fn of(vm: &Vm, v: Value) -> Target {
        match v {
            Value::Object(k) if vm.heap.object::<Binary>(k).is_some() => Target::Binary(k),
            Value::Object(k) if vm.heap.object::<BytesIo>(k).is_some() => Target::Bytes(k),
            _ => Target::Other(v),
        }
    }

    /// All that is left.
    pub fn read_all(self, vm: &mut Vm) -> Res<Vec<u8>> {
        match self {
            Target::Binary(k) => binary::read_bytes(vm, k, None),
            Target::Bytes(k) => take(vm, k, |f| f.take(usize::MAX)),
            Target::Other(v) => {
                let read = vm.heap.names.read;
                let bytes = vm.call_method(v, read, &[])?;
                bytes_argument(vm, bytes)
            }
        }
    }

    /// A line, through its `\n`; empty at the end.
    pub fn read_line(self, vm: &mut Vm) -> Res<Vec<u8>> {
        match self {
            Target::Binary(k) => binary::read_line(vm, k, usize::MAX),
            Target::Bytes(k) => take(vm, k, |f| f.take_line(usize::MAX)),
            Target::Other(v) => {
                let readline = vm.heap.names.readline;
                let bytes = vm.call_method(v, readline, &[])?;
                bytes_argument(vm, bytes)
            }
        }
    }

    /// Writes bytes.
    pub fn write(self, vm: &mut Vm, bytes: &[u8]) -> Res<()> {
        match self {
            Target::Binary(k) => binary::write_bytes(vm, k, bytes),
            Target::Bytes(k) => bytes_io::write_bytes(vm, Value::Object(k), bytes),
            Target::Other(v) => {
                let write = vm.heap.names.write;
                let bytes = vm.heap.new_bytes(bytes);
                vm.call_method(v, write, &[bytes]).map(drop)
            }
        }
    }

    /// Hands buffered bytes on.
    pub fn flush(self, vm: &mut Vm) -> Res<()> {
        match self {
            Target::Binary(k) => binary::flush_file(vm, k),
            Target::Bytes(k) => take(vm, k, |_| ()),
            Target::Other(v) => {
                let flush = vm.heap.names.flush;
                vm.call_method(v, flush, &[]).map(drop)
            }
        }
    }

    /// Closes.
    pub fn close(self, vm: &mut Vm) -> Res<()> {
        match self {
            Target::Binary(k) => binary::close_file(vm, k),
            Target::Bytes(k) => {
                if let Some(f) = vm.heap.object_mut::<BytesIo>(k) {
                    f.closed = true;
                }
                Ok(())
            }
            Target::Other(v) => {
                let close = vm.heap.names.close;
                vm.call_method(v, close, &[]).map(drop)
            }
        }
    }

    /// Moves; answers the position.
    pub fn seek(self, vm: &mut Vm, offset: i64, whence: i64) -> Res {
        match self {
            Target::Binary(k) => {
                let at = binary::seek_file(vm, k, offset, whence)?;
                Ok(vm.heap.int_from(at))
            }
            Target::Bytes(k) => self::call(vm, Value::Object(k), offset, whence),
            Target::Other(v) => self::call(vm, v, offset, whence),
        }
    }

    /// The position.
    pub fn tell(self, vm: &mut Vm) -> Res {
        match self {
            Target::Binary(k) => {
                let at = binary::tell_file(vm, k)?;
                Ok(vm.heap.int_from(at))
            }
            Target::Bytes(k) => Ok(Value::Int(take(vm, k, |f| f.at)? as i64)),
            Target::Other(v) => {
                let tell = vm.heap.intern("tell");
                vm.call_method(v, tell, &[])
            }
        }
    }
}

fn call(vm: &mut Vm, v: Value, offset: i64, whence: i64) -> Res {
    let seek = vm.heap.intern("seek");
    vm.call_method(v, seek, &[Value::Int(offset), Value::Int(whence)])
}

fn take<T>(vm: &mut Vm, k: ObjectKey, f: impl FnOnce(&mut BytesIo) -> T) -> Res<T> {
    match vm.heap.object_mut::<BytesIo>(k) {
        Some(file) if !file.closed => Ok(f(file)),
        _ => Err(closed_error(vm)),
    }
}
