//! `sys.stdin`, `sys.stdout`, `sys.stderr`, and writing to them from native code.

use crate::types::exception::from_io;
use crate::value::*;
use crate::vm::{Res, Vm};

/// Adds the stream objects to the namespace of `sys`.
pub fn add(_vm: &mut Vm, _ns: DictKey) {}

/// Writes a str to `sys.stdout`, whatever that is now.
pub fn write_stdout(vm: &mut Vm, text: Value) -> Res<()> {
    match super::sys::get(vm, "stdout") {
        Some(Value::None) => Ok(()),
        Some(file) if !file.is(vm.host.streams[1]) => {
            let write = vm.heap.names.write;
            vm.call_method(file, write, &[text]).map(drop)
        }
        _ => {
            let Value::Str(k) = vm.payload(text) else { return Ok(()) };
            let text = vm.heap.text(k).into_owned();
            vm.host.stdout.write(text.as_bytes()).map_err(|e| from_io(vm, &e, Value::Undef))
        }
    }
}

/// Writes text to `sys.stderr`, whatever that is now; what goes wrong is ignored.
pub fn write_stderr(vm: &mut Vm, text: &str) {
    match super::sys::get(vm, "stderr") {
        Some(Value::None) => {}
        Some(file) if !file.is(vm.host.streams[2]) => {
            let write = vm.heap.names.write;
            let text = vm.heap.new_str(text);
            if vm.call_method(file, write, &[text]).is_err() {
                vm.take_pending();
            }
        }
        _ => {
            let _ = vm.host.stderr.write(text.as_bytes());
            let _ = vm.host.stderr.flush();
        }
    }
}
