//! `ModuleSpec`: what a module's `__spec__` tells of where it comes from.

use crate::heap::kinds::Object;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// A module's spec.
#[derive(Debug)]
pub struct Spec {
    name: Value,
    origin: Value,
    locations: Value,
    parent: Value,
}

impl Object for Spec {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.name);
        visit(self.origin);
        visit(self.locations);
        visit(self.parent);
    }
}

/// The class `ModuleSpec`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "ModuleSpec",
    module: "importlib.machinery",
    no_new: true,
    doc: "The specification for a module, used for loading.",
    specials: &[NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self).")],
    getsets: &[
        GetSetSpec { name: "name", get: |vm, v| read(vm, v, |s| s.name), set: None, doc: "" },
        GetSetSpec { name: "loader", get: |_, _| Ok(Value::None), set: None, doc: "" },
        GetSetSpec { name: "origin", get: |vm, v| read(vm, v, |s| s.origin), set: None, doc: "" },
        GetSetSpec {
            name: "submodule_search_locations",
            get: |vm, v| read(vm, v, |s| s.locations),
            set: None,
            doc: "",
        },
        GetSetSpec { name: "parent", get: |vm, v| read(vm, v, |s| s.parent), set: None, doc: "" },
        GetSetSpec { name: "cached", get: |_, _| Ok(Value::None), set: None, doc: "" },
        GetSetSpec { name: "has_location", get: has_location, set: None, doc: "" },
    ],
    ..TypeSpec::BASE
};

/// Makes a spec; `locations` is None for what is not a package.
pub fn new(vm: &mut Vm, name: Value, origin: Value, locations: Value, parent: Value) -> Value {
    let class = vm.class_for(&SPEC);
    vm.heap.new_object(class, Spec { name, origin, locations, parent })
}

fn read(vm: &mut Vm, v: Value, f: impl FnOnce(&Spec) -> Value) -> Res {
    match v {
        Value::Object(k) if let Some(s) = vm.heap.object::<Spec>(k) => Ok(f(s)),
        _ => Err(vm.type_error("descriptor requires a 'ModuleSpec' object")),
    }
}

fn has_location(vm: &mut Vm, v: Value) -> Res {
    let origin = read(vm, v, |s| s.origin)?;
    Ok(Value::Bool(matches!(origin, Value::Str(k) if vm.heap.strs[k].as_str() != Some("built-in"))))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let (name, origin) = (read(vm, this, |s| s.name)?, read(vm, this, |s| s.origin)?);
    let locations = read(vm, this, |s| s.locations)?;
    let mut text = format!("ModuleSpec(name={}, loader=None", vm.repr_text(name)?);
    if !origin.is_none() {
        text += &format!(", origin={}", vm.repr_text(origin)?);
    }
    if !locations.is_none() {
        text += &format!(", submodule_search_locations={}", vm.repr_text(locations)?);
    }
    Ok(vm.heap.new_str(text + ")"))
}
