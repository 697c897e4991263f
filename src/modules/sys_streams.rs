//! `sys.stdin`, `sys.stdout`, `sys.stderr`, and writing to them from native code.

use crate::types::exception::from_io;
use crate::types::file::binary::{BUFFERED_READER, BUFFERED_WRITER, Binary, Source};
use crate::types::file::string_io::Newline;
use crate::types::file::text::Text;
use crate::types::file::text_methods::TEXT_IO_WRAPPER;
use crate::value::*;
use crate::vm::{Res, Vm};

/// Adds the stream objects to the namespace of `sys`.
pub fn add(vm: &mut Vm, ns: DictKey) {
    let streams = [
        ("stdin", "<stdin>", Source::Stdin, "strict"),
        ("stdout", "<stdout>", Source::Stdout, "strict"),
        ("stderr", "<stderr>", Source::Stderr, "backslashreplace"),
    ];
    for (i, (name, shown, source, errors)) in streams.into_iter().enumerate() {
        let reads = i == 0;
        let shown = vm.heap.interned_str(shown);
        let class = vm.class_for(if reads { &BUFFERED_READER } else { &BUFFERED_WRITER });
        let binary = Binary::new(source, reads, !reads, shown, if reads { "rb" } else { "wb" });
        let binary = vm.heap.new_object(class, binary);
        let mut text = Text::new(binary, "utf-8", errors, if reads { Newline::Universal } else { Newline::Lf });
        (text.readable, text.writable) = (reads, !reads);
        text.line_buffering = i == 2 || vm.host.stdout.line_buffered;
        text.mode = vm.heap.interned_str(if reads { "r" } else { "w" });
        let class = vm.class_for(&TEXT_IO_WRAPPER);
        let text = vm.heap.new_object(class, text);
        vm.host.streams[i] = text;
        vm.heap.ns_set_text(ns, name, text);
        vm.heap.ns_set_text(ns, &format!("__{name}__"), text);
    }
}

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
