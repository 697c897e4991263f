//! `ModuleSpec`: what a module's `__spec__` tells of where it comes from.

use super::import_machinery::{plain_class, set_attributes};
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `ModuleSpec`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "ModuleSpec",
    module: "_frozen_importlib",
    subclassable: true,
    weakref: true,
    doc: "The specification for a module, used for loading.",
    specials: &[
        NativeSpec::new(
            "__init__",
            "($self, name, loader, *, origin=None, loader_state=None, is_package=None)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__eq__", "($self, other, /)", eq, "Return self==value."),
    ],
    getsets: &[
        crate::types::exception::DICT,
        GetSetSpec { name: "parent", get: parent, set: None, doc: "The name of the module's parent." },
        GetSetSpec {
            name: "cached",
            get: |vm, v| read(vm, v, "_cached"),
            set: Some(|vm, v, new| write(vm, v, "_cached", new)),
            doc: "",
        },
        GetSetSpec {
            name: "has_location",
            get: |vm, v| read(vm, v, "_set_fileattr"),
            set: Some(|vm, v, new| {
                let truth = vm.truth(new)?;
                write(vm, v, "_set_fileattr", Value::Bool(truth))
            }),
            doc: "",
        },
    ],
    unhashable: true,
    ..TypeSpec::BASE
};

/// What a spec is made of.
pub struct Parts {
    /// The module's full name.
    pub name: Value,
    /// What loads it.
    pub loader: Value,
    /// Where it comes from, or None.
    pub origin: Value,
    /// Where the modules within it are; None for what is not a package.
    pub locations: Value,
    /// `origin` is a file.
    pub location: bool,
}

/// Makes a spec.
pub fn new(vm: &mut Vm, parts: &Parts) -> Value {
    let class = plain_class(vm, &SPEC);
    let spec = Value::Instance(vm.heap.new_instance(class));
    fill(vm, spec, parts, Value::None);
    spec
}

fn fill(vm: &mut Vm, spec: Value, parts: &Parts, state: Value) {
    let submodules = vm.heap.new_list(Vec::new());
    let attributes = [
        ("name", parts.name),
        ("loader", parts.loader),
        ("origin", parts.origin),
        ("loader_state", state),
        ("submodule_search_locations", parts.locations),
        ("_uninitialized_submodules", submodules),
        ("_set_fileattr", Value::Bool(parts.location)),
        ("_cached", Value::None),
    ];
    set_attributes(vm, spec, &attributes);
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [this, name, loader, origin, state, package] = args.take(vm);
    let package = !package.is_undef() && vm.truth(package)?;
    let locations = if package { vm.heap.new_list(Vec::new()) } else { Value::None };
    let parts = Parts { name, loader, origin: origin.or_none(), locations, location: false };
    fill(vm, this, &parts, state.or_none());
    Ok(Value::None)
}

fn read(vm: &mut Vm, spec: Value, name: &str) -> Res {
    vm.getattr_text(spec, name)
}

fn write(vm: &mut Vm, spec: Value, name: &str, value: Value) -> Res<()> {
    let name = vm.heap.intern(name);
    vm.setattr(spec, name, value)
}

/// The package of a module: itself, if it is one.
fn parent(vm: &mut Vm, spec: Value) -> Res {
    let name = read(vm, spec, "name")?;
    if !read(vm, spec, "submodule_search_locations")?.is_none() {
        return Ok(name);
    }
    let text = vm.str_text(name)?;
    Ok(vm.heap.new_str(text.rsplit_once('.').map_or("", |(parent, _)| parent)))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let class = vm.class_of(this);
    let mut parts = Vec::new();
    for (shown, name) in [
        ("name", "name"),
        ("loader", "loader"),
        ("origin", "origin"),
        ("submodule_search_locations", "submodule_search_locations"),
    ] {
        let value = read(vm, this, name)?;
        if parts.len() < 2 || !value.is_none() {
            parts.push(format!("{shown}={}", vm.repr_text(value)?));
        }
    }
    let text = format!("{}({})", vm.heap.class_name(class), parts.join(", "));
    Ok(vm.heap.new_str(text))
}

fn eq(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let class = plain_class(vm, &SPEC);
    if !vm.heap.is_subclass(vm.class_of(other), class) {
        return Ok(Value::NotImplemented);
    }
    for name in ["name", "loader", "origin", "submodule_search_locations", "_cached", "_set_fileattr"] {
        let (a, b) = (read(vm, this, name)?, read(vm, other, name)?);
        if !vm.eq(a, b)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}
