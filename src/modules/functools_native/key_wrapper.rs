//! `functools.cmp_to_key`: keys that compare by a comparison function.

use super::readonly;
use crate::code::op::CompareOp;
use crate::heap::kinds::Object;
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class of what `cmp_to_key` answers, and of the keys that makes.
static SPEC: TypeSpec = TypeSpec {
    name: "KeyWrapper",
    module: "functools",
    no_new: true,
    specials: with_comparisons!(
        compare,
        NativeSpec::new("__call__", "($self, /, obj=<unrepresentable>)", call, "Call self as a function."),
    ),
    getsets: &[GetSetSpec {
        name: "obj",
        get: wrapped,
        set: Some(set_wrapped),
        doc: "Value wrapped by a key function.",
    }],
    unhashable: true,
    ..TypeSpec::BASE
};

#[derive(Clone, Copy)]
struct KeyWrapper {
    function: Value,
    /// Unbound in the key function itself.
    object: Value,
}

impl Object for KeyWrapper {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.function);
        visit(self.object);
    }
}

/// `functools.cmp_to_key(mycmp)`
pub fn cmp_to_key(vm: &mut Vm, args: Args) -> Res {
    let [function] = args.take(vm);
    Ok(make(vm, function, Value::Undef))
}

fn make(vm: &mut Vm, function: Value, object: Value) -> Value {
    let class = vm.class_for(&SPEC);
    vm.heap.new_object(class, KeyWrapper { function, object })
}

fn state(vm: &Vm, v: Value) -> Option<KeyWrapper> {
    match v {
        Value::Object(k) => vm.heap.object::<KeyWrapper>(k).copied(),
        _ => None,
    }
}

fn call(vm: &mut Vm, args: Args) -> Res {
    let [this, object] = args.take(vm);
    if object.is_undef() {
        return Err(vm.type_error("K() missing required argument 'obj' (pos 1)"));
    }
    let function = state(vm, this).map_or(Value::None, |s| s.function);
    Ok(make(vm, function, object))
}

fn wrapped(vm: &mut Vm, this: Value) -> Res {
    match state(vm, this).and_then(|s| s.object.bound()) {
        Some(v) => Ok(v),
        None => {
            let name = vm.heap.intern("obj");
            Err(vm.no_attribute(this, name))
        }
    }
}

fn set_wrapped(vm: &mut Vm, this: Value, v: Value) -> Res<()> {
    let Value::Object(k) = this else { return readonly(vm, this, v) };
    if let Some(key) = vm.heap.object_mut::<KeyWrapper>(k) {
        key.object = v;
    }
    Ok(())
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    let (Some(a), Some(b)) = (state(vm, this), state(vm, other)) else {
        return Err(vm.type_error("other argument must be K instance"));
    };
    if a.object.is_undef() || b.object.is_undef() {
        let name = vm.heap.intern("object");
        return Err(vm.attribute_error("object", this, name));
    }
    let answer = vm.call(a.function, &[a.object, b.object])?;
    vm.compare(op, answer, Value::Int(0))
}
