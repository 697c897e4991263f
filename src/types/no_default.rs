//! `typing.NoDefault`: what a type parameter without a default has as its default.

use crate::heap::kinds::Object;
use crate::value::*;
use crate::vm::Vm;
use crate::vm::native::{NativeSpec, TypeSpec};

/// The class `NoDefaultType`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "NoDefaultType",
    doc: "The type of the NoDefault singleton.",
    new: Some(NativeSpec::new(
        "__new__",
        "($type, /)",
        |vm, _| Ok(value(vm)),
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[NativeSpec::new("__reduce__", "($self, /)", |vm, _| Ok(vm.heap.interned_str("NoDefault")), "")],
    specials: &[NativeSpec::new(
        "__repr__",
        "($self, /)",
        |vm, _| Ok(vm.heap.new_str("typing.NoDefault")),
        "Return repr(self).",
    )],
    ..TypeSpec::BASE
};

struct NoDefault;

impl Object for NoDefault {
    fn trace(&self, _: &mut dyn FnMut(Value)) {}
}

/// The one instance, made when it is first asked for.
pub fn value(vm: &mut Vm) -> Value {
    if let Some(v) = vm.host.no_default.bound() {
        return v;
    }
    let class = vm.class_for(&SPEC);
    let made = vm.heap.new_object(class, NoDefault);
    vm.host.no_default = made;
    made
}

/// The value is that instance.
pub fn is(vm: &Vm, v: Value) -> bool {
    !v.is_undef() && vm.host.no_default.is(v)
}
