//! The descriptors of a named tuple's fields.

use crate::heap::kinds::Descriptor;
use crate::heap::types::Exc;
use crate::types::constructor_args::{no_keywords, positional};
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `collections._tuplegetter`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "_tuplegetter",
    module: "collections",
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    specials: &[
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new(
            "__get__",
            "($self, instance, owner=None, /)",
            get,
            "Return an attribute of instance, which is of type owner.",
        ),
        NativeSpec::new("__set__", "($self, instance, value, /)", set, "Set an attribute of instance to value."),
        NativeSpec::new("__delete__", "($self, instance, /)", delete, "Delete an attribute of instance."),
    ],
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce, "")],
    getsets: &[GetSetSpec { name: "__doc__", get: |vm, v| Ok(parts(vm, v).1), set: Some(set_doc), doc: "" }],
    ..TypeSpec::BASE
};

fn new(vm: &mut Vm, args: Args) -> Res {
    let [_, args, kwargs] = args.take(vm);
    no_keywords(vm, "_tuplegetter", kwargs)?;
    let args = positional(vm, args);
    let [index, doc] = args[..] else {
        return Err(vm.type_error(format!("_tuplegetter expected 2 arguments, got {}", args.len())));
    };
    let index = vm.index_i64(index)?;
    let class = vm.class_for(&SPEC);
    Ok(vm.heap.new_descriptor(Descriptor::TupleItem { class, index, doc }))
}

/// Index and documentation.
fn parts(vm: &Vm, v: Value) -> (i64, Value) {
    match v {
        Value::Descriptor(k) => match vm.heap.descriptors[k] {
            Descriptor::TupleItem { index, doc, .. } => (index, doc),
            _ => (0, Value::None),
        },
        _ => (0, Value::None),
    }
}

fn get(vm: &mut Vm, args: Args) -> Res {
    let [this, instance, _] = args.take(vm);
    let class = vm.class_of(instance);
    vm.bind(this, if instance.is_none() { Value::Undef } else { instance }, class)
}

fn set(vm: &mut Vm, _: Args) -> Res {
    Err(vm.error(Exc::AttributeError, "can't set attribute"))
}

fn delete(vm: &mut Vm, _: Args) -> Res {
    Err(vm.error(Exc::AttributeError, "can't delete attribute"))
}

fn set_doc(vm: &mut Vm, this: Value, v: Value) -> Res<()> {
    if let Value::Descriptor(k) = this
        && let Descriptor::TupleItem { doc, .. } = &mut vm.heap.descriptors[k]
    {
        *doc = v.or_none();
    }
    Ok(())
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let (index, doc) = parts(vm, args.get(vm, 0));
    let doc = vm.repr_text(doc)?;
    Ok(vm.heap.new_str(format!("_tuplegetter({index}, {doc})")))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let (index, doc) = parts(vm, this);
    let class = Value::Class(vm.class_of(this));
    let args = vm.heap.new_tuple([Value::Int(index), doc]);
    Ok(vm.heap.new_tuple([class, args]))
}
