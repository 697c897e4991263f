//! `ImportError`, `NameError`, `AttributeError`: the exceptions that carry the name that was looked for.

use super::{args_of, base, field, payload, set_field_of};
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Raised, Res, Vm};

const INIT_DOC: &str = "Initialize self.  See help(type(self)) for accurate signature.";

pub const METHODS: &[NativeSpec] = &[NativeSpec::new("__reduce__", "($self)", reduce, "")];

pub const SPECIALS: &[NativeSpec] = &[
    NativeSpec::new("__init__", "($self, /, *args, **kwargs)", init, INIT_DOC),
    NativeSpec::new("__str__", "($self, /)", str_, "Return str(self)."),
];

pub const NAME_SPECIALS: &[NativeSpec] =
    &[NativeSpec::new("__init__", "($self, /, *args, **kwargs)", name_init, INIT_DOC)];

pub const ATTRIBUTE_SPECIALS: &[NativeSpec] =
    &[NativeSpec::new("__init__", "($self, /, *args, **kwargs)", attribute_init, INIT_DOC)];

pub const ATTRIBUTE_METHODS: &[NativeSpec] = &[
    NativeSpec::new("__reduce__", "($self)", attribute_reduce, ""),
    NativeSpec::new("__getstate__", "($self)", attribute_getstate, ""),
];

/// Takes the positional arguments as `args` and sets the fields given by these keywords.
fn init_with(vm: &mut Vm, args: Args, function: &str, keywords: &[&str]) -> Res<Value> {
    let [this, rest, kwargs] = args.take(vm);
    let key = payload(vm, this)?;
    vm.heap.exceptions[key].args = rest;
    for &name in keywords {
        set_field_of(vm, this, name, Value::Undef);
    }
    let Value::Dict(d) = kwargs else { return Ok(this) };
    let given: Vec<(Value, Value)> = vm.heap.dicts[d].iter().map(|e| (e.key, e.value)).collect();
    for (name, value) in given {
        let Value::Str(name) = name else { continue };
        let name = vm.heap.text(name).into_owned();
        if !keywords.contains(&name.as_str()) {
            return Err(vm.type_error(format!("{function}() got an unexpected keyword argument '{name}'")));
        }
        set_field_of(vm, this, &name, value);
    }
    Ok(this)
}

fn name_init(vm: &mut Vm, args: Args) -> Res {
    init_with(vm, args, "NameError", &["name"])?;
    Ok(Value::None)
}

fn attribute_init(vm: &mut Vm, args: Args) -> Res {
    init_with(vm, args, "AttributeError", &["name", "obj"])?;
    Ok(Value::None)
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let this = init_with(vm, args, "ImportError", &["name", "path", "name_from"])?;
    let key = payload(vm, this)?;
    let message = if let [message] = args_of(vm, key)[..] { message } else { Value::Undef };
    set_field_of(vm, this, "msg", message);
    Ok(Value::None)
}

fn str_(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    match field(vm, this, "msg") {
        message @ Value::Str(_) => Ok(message),
        _ => base::base_str(vm, this),
    }
}

/// A copy of the instance's attributes, with the fields of these names that are set.
fn state_with(vm: &mut Vm, this: Value, names: &[&str]) -> DictKey {
    let table = match base::own_attributes(vm, this) {
        Some(d) => vm.heap.dicts[d].clone(),
        None => Default::default(),
    };
    let state = vm.heap.new_dict_key(table);
    for &name in names {
        if let Some(v) = field(vm, this, name).bound() {
            vm.heap.ns_set_text(state, name, v);
        }
    }
    state
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let key = payload(vm, this)?;
    let has_dict = base::own_attributes(vm, this).is_some();
    let state = state_with(vm, this, &["name", "path", "name_from"]);
    let state = (has_dict || !vm.heap.dicts[state].is_empty()).then_some(Value::Dict(state));
    let all = vm.heap.exceptions[key].args;
    Ok(base::reduced(vm, this, all, state))
}

/// What pickles of an `AttributeError`: not `obj`, which often can't be pickled.
fn attribute_state(vm: &mut Vm, this: Value) -> Res {
    let key = payload(vm, this)?;
    let state = state_with(vm, this, &["name"]);
    let all = vm.heap.exceptions[key].args;
    vm.heap.ns_set_text(state, "args", all);
    Ok(Value::Dict(state))
}

fn attribute_getstate(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    attribute_state(vm, this)
}

fn attribute_reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let key = payload(vm, this)?;
    let state = attribute_state(vm, this)?;
    let all = vm.heap.exceptions[key].args;
    Ok(base::reduced(vm, this, all, Some(state)))
}

/// Raises an `ImportError` or a subclass with its fields.
#[cold]
pub fn import_error(vm: &mut Vm, exc: Exc, message: String, name: Value, path: Value, name_from: Value) -> Raised {
    let raised = vm.error(exc, message);
    let pending = vm.pending;
    for (field, value) in [("name", name), ("path", path), ("name_from", name_from)] {
        set_field_of(vm, pending, field, value);
    }
    raised
}
