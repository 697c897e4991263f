//! The module `gc`: the collector, as programs see it.

use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "gc",
    doc: "This module provides access to the garbage collector.\n\nCollection here is mark and sweep: objects go at a \
          collection, never at once.",
    functions: &[
        NativeSpec::new(
            "collect",
            "(generation=2)",
            collect,
            "Run the garbage collector; return how many objects went.",
        ),
        NativeSpec::new(
            "enable",
            "()",
            |vm, _| {
                vm.limits.automatic_collection = true;
                Ok(Value::None)
            },
            "Enable automatic garbage collection.",
        ),
        NativeSpec::new(
            "disable",
            "()",
            |vm, _| {
                vm.limits.automatic_collection = false;
                Ok(Value::None)
            },
            "Disable automatic garbage collection.",
        ),
        NativeSpec::new(
            "isenabled",
            "()",
            |vm, _| Ok(Value::Bool(vm.limits.automatic_collection)),
            "Returns true if automatic garbage collection is enabled.",
        ),
        NativeSpec::new(
            "is_tracked",
            "(obj, /)",
            is_tracked,
            "Returns true if the object is tracked by the garbage collector.",
        ),
        NativeSpec::new(
            "get_threshold",
            "()",
            |vm, _| Ok(vm.heap.new_tuple([Value::Int(2000), Value::Int(10), Value::Int(0)])),
            "Return the current collection thresholds.",
        ),
        NativeSpec::new(
            "get_count",
            "()",
            |vm, _| Ok(vm.heap.new_tuple([Value::Int(0), Value::Int(0), Value::Int(0)])),
            "Return a three-tuple of the current collection counts.",
        ),
    ],
    classes: &[],
    init: None,
};

fn collect(vm: &mut Vm, args: Args) -> Res {
    let [generation] = args.take(vm);
    if let Some(g) = generation.bound() {
        match vm.index(g)? {
            Value::Int(0..=2) => {}
            _ => return Err(vm.value_error("invalid generation")),
        }
    }
    let before = vm.heap.objects_in_use();
    vm.collect();
    let after = vm.heap.objects_in_use();
    Ok(Value::Int(before.saturating_sub(after) as i64))
}

/// Containers and instances are; atoms are not.
fn is_tracked(vm: &mut Vm, args: Args) -> Res {
    let [v] = args.take(vm);
    let atom = matches!(
        v,
        Value::None
            | Value::NotImplemented
            | Value::Ellipsis
            | Value::Bool(_)
            | Value::Int(_)
            | Value::Float(_)
            | Value::BigInt(_)
            | Value::Complex(_)
            | Value::Str(_)
            | Value::Bytes(_)
            | Value::ByteArray(_)
            | Value::Range(_)
    );
    Ok(Value::Bool(!atom))
}
