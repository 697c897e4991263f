//! The module `gc`: the collector, as programs see it.

use crate::heap::dict::Dict;
use crate::pickle::by_reference::import_attribute;
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
            |vm, _| import_attribute(vm, "gc", "_threshold"),
            "Return the current collection thresholds.",
        ),
        NativeSpec::new("set_threshold", "(*thresholds)", set_threshold, "Set the collection thresholds."),
        NativeSpec::new(
            "get_debug",
            "()",
            |vm, _| import_attribute(vm, "gc", "_debug"),
            "Get the garbage collection debugging flags.",
        ),
        NativeSpec::new("set_debug", "(flags, /)", set_debug, "Set the garbage collection debugging flags."),
        NativeSpec::new(
            "get_stats",
            "()",
            get_stats,
            "Return a list of dictionaries containing per-generation statistics.",
        ),
        NativeSpec::new(
            "freeze",
            "()",
            |_, _| Ok(Value::None),
            "Freeze all current tracked objects and ignore them for future collections.\n\nThere are no generations here: nothing is to be ignored.",
        ),
        NativeSpec::new("unfreeze", "()", |_, _| Ok(Value::None), "Unfreeze all objects in the permanent generation."),
        NativeSpec::new(
            "get_freeze_count",
            "()",
            |_, _| Ok(Value::Int(0)),
            "Return the number of objects in the permanent generation.",
        ),
        NativeSpec::new(
            "get_objects",
            "(generation=None)",
            get_objects,
            "Return a list of objects tracked by the collector (excluding the list returned).",
        ),
        NativeSpec::new(
            "get_count",
            "()",
            |vm, _| Ok(vm.heap.new_tuple([Value::Int(0), Value::Int(0), Value::Int(0)])),
            "Return a three-tuple of the current collection counts.",
        ),
    ],
    classes: &[],
    init: Some(init),
};

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    for name in ["garbage", "callbacks"] {
        let list = vm.heap.new_list(Vec::new());
        vm.heap.ns_set_text(ns, name, list);
    }
    for (name, flag) in [
        ("DEBUG_STATS", 1),
        ("DEBUG_COLLECTABLE", 2),
        ("DEBUG_UNCOLLECTABLE", 4),
        ("DEBUG_SAVEALL", 32),
        ("DEBUG_LEAK", 38),
    ] {
        vm.heap.ns_set_text(ns, name, Value::Int(flag));
    }
    vm.heap.ns_set_text(ns, "_debug", Value::Int(0));
    let threshold = vm.heap.new_tuple([2000, 10, 10].map(Value::Int));
    vm.heap.ns_set_text(ns, "_threshold", threshold);
    vm.heap.ns_set_text(ns, "_collections", Value::Int(0));
    vm.heap.ns_set_text(ns, "_collected", Value::Int(0));
    Ok(())
}

/// The module's namespace.
fn namespace(vm: &mut Vm) -> Option<DictKey> {
    let name = vm.heap.interned_str("gc");
    let modules = vm.modules;
    match vm.dict_get(modules, name) {
        Ok(Some(Value::Module(k))) => Some(vm.heap.modules[k].dict),
        _ => None,
    }
}

fn set(vm: &mut Vm, name: &str, value: Value) {
    if let Some(ns) = namespace(vm) {
        vm.heap.ns_set_text(ns, name, value);
    }
}

/// Thresholds are kept for who asks; when to collect the collector knows by itself.
fn set_threshold(vm: &mut Vm, args: Args) -> Res {
    let given = crate::types::constructor_args::positional(vm, args.get(vm, 0));
    if !(1..=3).contains(&given.len()) {
        return Err(vm.type_error("gc.set_threshold requires 1 to 3 arguments"));
    }
    let now = import_attribute(vm, "gc", "_threshold")?;
    let mut thresholds = match now {
        Value::Tuple(k) => vm.heap.tuples[k].to_vec(),
        _ => vec![Value::Int(0); 3],
    };
    for (place, v) in thresholds.iter_mut().zip(given) {
        *place = vm.index(v)?;
    }
    let thresholds = vm.heap.new_tuple(thresholds);
    set(vm, "_threshold", thresholds);
    Ok(Value::None)
}

fn set_debug(vm: &mut Vm, args: Args) -> Res {
    let flags = args.get(vm, 0);
    let flags = vm.index(flags)?;
    set(vm, "_debug", flags);
    Ok(Value::None)
}

/// All collections are full ones: they stand for the oldest generation.
fn get_stats(vm: &mut Vm, _: Args) -> Res {
    let (collections, collected) =
        (import_attribute(vm, "gc", "_collections")?, import_attribute(vm, "gc", "_collected")?);
    let mut generations = Vec::new();
    for generation in 0..3 {
        let stats = vm.heap.new_dict_key(Dict::new());
        let of = |v: Value| if generation == 2 { v } else { Value::Int(0) };
        for (name, v) in
            [("collections", of(collections)), ("collected", of(collected)), ("uncollectable", Value::Int(0))]
        {
            vm.heap.ns_set_text(stats, name, v);
        }
        generations.push(Value::Dict(stats));
    }
    Ok(vm.heap.new_list(generations))
}

/// The containers and instances there are. Of generations there is one, the oldest.
fn get_objects(vm: &mut Vm, args: Args) -> Res {
    let generation = args.get(vm, 0).or_none();
    if !generation.is_none() {
        match vm.index(generation)? {
            Value::Int(-1 | 2) => {}
            Value::Int(0 | 1) => return Ok(vm.heap.new_list(Vec::new())),
            Value::Int(i64::MIN..0) => return Err(vm.value_error("generation parameter cannot be negative")),
            _ => {
                let message = "generation parameter must be less than the number of available generations (3)";
                return Err(vm.value_error(message));
            }
        }
    }
    let heap = &vm.heap;
    let mut all: Vec<Value> = Vec::new();
    all.extend(heap.lists.iter().map(|(k, _)| Value::List(k)));
    all.extend(heap.tuples.iter().map(|(k, _)| Value::Tuple(k)));
    all.extend(heap.dicts.iter().map(|(k, _)| Value::Dict(k)));
    all.extend(heap.functions.iter().map(|(k, _)| Value::Function(k)));
    all.extend(heap.classes.iter().map(|(k, _)| Value::Class(k)));
    all.extend(heap.instances.iter().map(|(k, _)| Value::Instance(k)));
    all.extend(heap.modules.iter().map(|(k, _)| Value::Module(k)));
    all.extend(heap.cells.iter().map(|(k, _)| Value::Cell(k)));
    all.extend(heap.generators.iter().map(|(k, _)| Value::Generator(k)));
    vm.reserve(all.len() * 16)?;
    Ok(vm.heap.new_list(all))
}

/// Tells `gc.callbacks` of a collection.
fn notify(vm: &mut Vm, phase: &str, generation: i64, collected: i64) -> Res<()> {
    let Value::List(callbacks) = import_attribute(vm, "gc", "callbacks")? else { return Ok(()) };
    for callback in vm.heap.lists[callbacks].clone() {
        let info = vm.heap.new_dict_key(Dict::new());
        for (name, n) in [("generation", generation), ("collected", collected), ("uncollectable", 0)] {
            vm.heap.ns_set_text(info, name, Value::Int(n));
        }
        let phase = vm.heap.interned_str(phase);
        let mark = vm.pin(callback);
        let told = vm.call(callback, &[phase, Value::Dict(info)]);
        vm.unpin_to(mark);
        if told.is_err() {
            let e = vm.take_pending();
            super::unraisable::report(vm, e, callback);
        }
    }
    Ok(())
}

fn collect(vm: &mut Vm, args: Args) -> Res {
    let [generation] = args.take(vm);
    let generation = match generation.bound() {
        None => 2,
        Some(g) => match vm.index(g)? {
            Value::Int(g @ 0..=2) => g,
            _ => return Err(vm.value_error("invalid generation")),
        },
    };
    notify(vm, "start", generation, 0)?;
    let before = vm.heap.objects_in_use();
    vm.collect();
    let collected = before.saturating_sub(vm.heap.objects_in_use()) as i64;
    for (name, more) in [("_collections", 1), ("_collected", collected)] {
        if let Value::Int(n) = import_attribute(vm, "gc", name)? {
            set(vm, name, Value::Int(n + more));
        }
    }
    notify(vm, "stop", generation, collected)?;
    Ok(Value::Int(collected))
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
