//! The module `_weakref`: what `weakref.py` builds on.

use crate::types::weakref::{CALLABLE_PROXY, PROXY, REF, new_proxy};
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_weakref",
    doc: "Weak-reference support module.",
    functions: &[
        NativeSpec::new("getweakrefcount", "(object, /)", count, "Return the number of weak references to 'object'."),
        NativeSpec::new(
            "getweakrefs",
            "(object, /)",
            references,
            "Return a list of all weak reference objects pointing to 'object'.",
        ),
        NativeSpec::new(
            "proxy",
            "(object, callback=None, /)",
            proxy,
            "Create a proxy object that weakly references 'object'.",
        ),
    ],
    classes: &[&PROXY, &CALLABLE_PROXY],
    init: Some(init),
};

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let class = vm.class_for(&REF);
    vm.heap.ns_set_text(ns, "ref", Value::Class(class));
    vm.heap.ns_set_text(ns, "ReferenceType", Value::Class(class));
    Ok(())
}

fn all(vm: &Vm, object: Value) -> Vec<Value> {
    vm.heap.weakrefs.iter().filter(|(_, w)| w.target.is(object)).map(|(k, _)| Value::WeakRef(k)).collect()
}

fn count(vm: &mut Vm, args: Args) -> Res {
    let [object] = args.take(vm);
    Ok(Value::Int(all(vm, object).len() as i64))
}

fn references(vm: &mut Vm, args: Args) -> Res {
    let [object] = args.take(vm);
    let list = all(vm, object);
    Ok(vm.heap.new_list(list))
}

fn proxy(vm: &mut Vm, args: Args) -> Res {
    let [object, callback] = args.take(vm);
    new_proxy(vm, object, callback.or_none())
}
