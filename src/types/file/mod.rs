//! Files: binary and text files, `BytesIO`, `StringIO`, and what they share. See `modules/io.rs` for the module.

pub mod base;
pub mod binary;
pub mod bytes_io;
pub mod open;
mod saved;
pub mod string_io;
pub mod target;
pub mod text;
pub mod text_methods;

use crate::heap::kinds::Layout;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::native::TypeSpec;
use crate::vm::{Raised, Res, Vm};

/// `io.UnsupportedOperation`, which is both an `OSError` and a `ValueError`.
static UNSUPPORTED: TypeSpec =
    TypeSpec { name: "UnsupportedOperation", module: "io", subclassable: true, weakref: true, ..TypeSpec::BASE };

/// The class `io.UnsupportedOperation`, made on first use.
pub fn unsupported_class(vm: &mut Vm) -> ClassKey {
    let address = std::ptr::from_ref(&UNSUPPORTED) as usize;
    if let Some(&class) = vm.native_classes.get(&address) {
        return class;
    }
    let t = &vm.heap.types;
    let (os_error, value_error) = (t.exception(Exc::OSError), t.exception(Exc::ValueError));
    let (exception, base_exception, object) = (t.exception(Exc::Exception), t.exception(Exc::BaseException), t.object);
    let class = vm.make_builtin_class(&UNSUPPORTED, os_error);
    let root = vm.heap.shapes.new_root(class, 1);
    let c = &mut vm.heap.classes[class];
    c.bases = [os_error, value_error].into();
    c.mro = [class, os_error, value_error, exception, base_exception, object].into();
    (c.layout, c.fixed, c.root_shape) = (Layout::Payload(base_exception), 1, root);
    c.flags.has_dict = true;
    vm.add_subclass(value_error, class);
    vm.register_class(&UNSUPPORTED, class);
    class
}

/// Raises `io.UnsupportedOperation`.
#[cold]
pub fn unsupported(vm: &mut Vm, what: &str) -> Raised {
    let class = unsupported_class(vm);
    let what = vm.heap.new_str(what);
    let e = vm.new_exception(class, &[what]);
    vm.raise(e)
}

/// Raises `ValueError` for a closed file.
#[cold]
pub fn closed_error(vm: &mut Vm) -> Raised {
    vm.value_error("I/O operation on closed file.")
}

/// A size argument: None or absent or negative means everything.
pub fn size_argument(vm: &mut Vm, v: Value) -> Res<Option<usize>> {
    match v.or_none() {
        Value::None => Ok(None),
        v => {
            if !matches!(vm.payload(v), Value::Int(_) | Value::Bool(_) | Value::BigInt(_)) {
                let index = vm.heap.names.__index__;
                if vm.special(v, index).is_none() {
                    let t = vm.type_name(v);
                    return Err(vm.type_error(format!("argument should be integer or None, not '{t}'")));
                }
            }
            match vm.index(v)? {
                Value::Int(n) => Ok(usize::try_from(n).ok()),
                _ => Err(vm.overflow_error("cannot fit 'int' into an index-sized integer")),
            }
        }
    }
}

/// An offset argument.
pub fn int_argument(vm: &mut Vm, v: Value) -> Res<i64> {
    match vm.index(v)? {
        Value::Int(n) => Ok(n),
        _ => Err(vm.overflow_error("cannot fit 'int' into an index-sized integer")),
    }
}

pub use crate::types::buffer::argument as bytes_argument;
