//! `_selfsame`: what the interpreter can tell of itself. What a program sees is `selfsame`, written in Python.

use crate::pickle::explain::Explainer;
use crate::pickle::explain::resolve::{Outcome, Resolution};
use crate::pickle::explain::step::{HEADING, Step};
use crate::pickle::input::bytes_of;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_selfsame",
    doc: "What the interpreter tells of identities and pickles.",
    functions: &[NativeSpec::new(
        "explain_pickle",
        "(data, /)",
        explain_pickle,
        "The steps of loading a pickle, as a list of dicts. Nothing is imported or called.",
    )],
    classes: &[],
    init: Some(init),
};

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let heading = vm.heap.new_str(HEADING);
    vm.heap.ns_set_text(ns, "HEADING", heading);
    Ok(())
}

fn explain_pickle(vm: &mut Vm, args: Args) -> Res {
    let [data] = args.take(vm);
    let mut explainer = Explainer::new(bytes_of(vm, data)?);
    let steps = vm.heap.new_list(Vec::new());
    while let Some(step) = explainer.next_step(vm)? {
        let step = step_dict(vm, &step);
        if let Value::List(k) = steps {
            vm.heap.grew(16);
            vm.heap.lists[k].push(step);
        }
    }
    Ok(steps)
}

fn step_dict(vm: &mut Vm, step: &Step) -> Value {
    let stack: Vec<Value> = step.stack.iter().map(|item| vm.heap.new_str(item.as_str())).collect();
    let stack = vm.heap.new_list(stack);
    let memo = match &step.memo {
        None => Value::None,
        Some(memo) => {
            let value = vm.heap.new_str(memo.value.as_str());
            let index = Value::Int(memo.index as i64);
            dict(vm, &[("index", index), ("stored", Value::Bool(memo.stored)), ("value", value)])
        }
    };
    let resolution = step.resolution.as_ref().map_or(Value::None, |r| resolution_dict(vm, r));
    let opcode = step.opcode.map_or(Value::None, |name| vm.heap.interned_str(name));
    let items = [
        ("offset", Value::Int(step.offset as i64)),
        ("opcode", opcode),
        ("argument", text(vm, step.argument.as_deref())),
        ("stack", stack),
        ("depth", Value::Int(step.depth as i64)),
        ("memo", memo),
        ("resolution", resolution),
        ("effect", text(vm, step.effect.as_deref())),
        ("error", text(vm, step.error.as_deref())),
        ("text", vm.heap.new_str(step.to_string())),
    ];
    dict(vm, &items)
}

fn resolution_dict(vm: &mut Vm, resolution: &Resolution) -> Value {
    let (kind, slot) = match &resolution.outcome {
        Outcome::Here { kind, slot } => (Some(kind.as_str()), *slot),
        _ => (None, None),
    };
    let old = match &resolution.old {
        None => Value::None,
        Some((module, name)) => {
            let names = [module, name].map(|n| vm.heap.new_str(n.as_str()));
            vm.heap.new_list(names.to_vec())
        }
    };
    let items = [
        ("status", vm.heap.interned_str(resolution.outcome.status())),
        ("module", text(vm, Some(&resolution.module))),
        ("name", text(vm, Some(&resolution.name))),
        ("old", old),
        ("kind", text(vm, kind)),
        ("slot", slot.map_or(Value::None, |s| Value::Int(s.slot as i64))),
        ("generation", slot.map_or(Value::None, |s| Value::Int(i64::from(s.generation)))),
        ("text", vm.heap.new_str(resolution.to_string())),
    ];
    dict(vm, &items)
}

fn text(vm: &mut Vm, text: Option<&str>) -> Value {
    text.map_or(Value::None, |text| vm.heap.new_str(text))
}

fn dict(vm: &mut Vm, items: &[(&'static str, Value)]) -> Value {
    let dict = vm.heap.new_dict_key(Default::default());
    for &(name, v) in items {
        vm.heap.ns_set_text(dict, name, v);
    }
    Value::Dict(dict)
}
