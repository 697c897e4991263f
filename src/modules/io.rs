//! `io`: the classes of files, and `open`.

use crate::types::file::{base, binary, bytes_io, open, string_io, text_methods, unsupported_class};
use crate::value::*;
use crate::vm::native::ModuleSpec;
use crate::vm::{Res, Vm};

static CLASSES: &[&crate::vm::native::TypeSpec] = &[
    &bytes_io::SPEC,
    &string_io::SPEC,
    &text_methods::TEXT_IO_WRAPPER,
    &binary::BUFFERED_READER,
    &binary::BUFFERED_WRITER,
    &binary::BUFFERED_RANDOM,
    &binary::FILE_IO,
];

/// `_io`, which the classes name as their module: pickles of them look there.
pub static CORE: ModuleSpec = ModuleSpec {
    name: "_io",
    doc: "The io module provides the Python interfaces to stream handling.",
    functions: &[],
    classes: CLASSES,
    init: Some(add_open),
};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "io",
    doc: "The io module provides the Python interfaces to stream handling.",
    functions: &[],
    classes: CLASSES,
    init: Some(init),
};

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let bases = [
        ("IOBase", &base::IO_BASE),
        ("RawIOBase", &base::RAW_IO_BASE),
        ("BufferedIOBase", &base::BUFFERED_IO_BASE),
        ("TextIOBase", &base::TEXT_IO_BASE),
    ];
    for (name, spec) in bases {
        let class = vm.class_for(spec);
        vm.heap.ns_set_text(ns, name, Value::Class(class));
    }
    let unsupported = unsupported_class(vm);
    vm.heap.ns_set_text(ns, "UnsupportedOperation", Value::Class(unsupported));
    let blocking = vm.heap.types.exception(crate::heap::types::Exc::BlockingIOError);
    vm.heap.ns_set_text(ns, "BlockingIOError", Value::Class(blocking));
    add_open(vm, ns)?;
    for (name, n) in [("DEFAULT_BUFFER_SIZE", 8192), ("SEEK_SET", 0), ("SEEK_CUR", 1), ("SEEK_END", 2)] {
        vm.heap.ns_set_text(ns, name, Value::Int(n));
    }
    Ok(())
}

/// The built-in function `open`, which calls `_io` its module.
fn add_open(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let name = vm.heap.intern(open::FUNCTIONS[0].name);
    if let Some(f) = vm.heap.ns_get(vm.builtins, name) {
        vm.heap.ns_set(ns, name, f);
    }
    Ok(())
}
