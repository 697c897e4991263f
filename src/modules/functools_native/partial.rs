//! `functools.partial`: a function with some of its arguments given.

use super::readonly;
use crate::builtins::objects::is_callable;
use crate::heap::dict::Dict;
use crate::types::constructor_args::{keywords, positional};
use crate::types::container_repr::{Joined, guarded};
use crate::types::dict;
use crate::types::exception::own_attributes;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `functools.partial`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "partial",
    module: "functools",
    doc: "Create a new function with partial application of the given arguments\nand keywords.",
    subclassable: true,
    weakref: true,
    places: Some(3),
    has_dict: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    specials: &[
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__call__", "($self, /, *args, **kwargs)", call, "Call self as a function."),
    ],
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce, ""),
        NativeSpec::new("__setstate__", "($self, object, /)", setstate, ""),
    ],
    class_methods: crate::types::generic_alias::CLASS_GETITEM,
    getsets: &[
        GetSetSpec {
            name: "func",
            get: |vm, v| Ok(state(vm, v).function),
            set: Some(readonly),
            doc: "function object to use in future partial calls",
        },
        GetSetSpec {
            name: "args",
            get: |vm, v| Ok(state(vm, v).args),
            set: Some(readonly),
            doc: "tuple of arguments to future partial calls",
        },
        GetSetSpec {
            name: "keywords",
            get: |vm, v| Ok(state(vm, v).keywords),
            set: Some(readonly),
            doc: "dictionary of keyword arguments to future partial calls",
        },
        crate::types::exception::DICT,
    ],
    ..TypeSpec::BASE
};

/// The three places of an instance.
#[derive(Clone, Copy)]
struct Partial {
    function: Value,
    /// A tuple.
    args: Value,
    /// A dict.
    keywords: Value,
}

fn state(vm: &Vm, this: Value) -> Partial {
    let Value::Instance(k) = this else {
        return Partial { function: Value::None, args: Value::None, keywords: Value::None };
    };
    Partial { function: vm.heap.place(k, 0), args: vm.heap.place(k, 1), keywords: vm.heap.place(k, 2) }
}

fn set_state(vm: &mut Vm, this: Value, state: Partial) {
    if let Value::Instance(k) = this {
        vm.heap.set_place(k, 0, state.function);
        vm.heap.set_place(k, 1, state.args);
        vm.heap.set_place(k, 2, state.keywords);
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, args, kwargs] = args.take(vm);
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(cls, base)?;
    let mut args = positional(vm, args);
    if args.is_empty() {
        return Err(vm.type_error("type 'partial' takes at least one argument"));
    }
    let mut function = args.remove(0);
    if !is_callable(vm, function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let merged = vm.heap.new_dict_key(Dict::new());
    if let Some(inner) = flat(vm, function, base) {
        args.splice(..0, positional(vm, inner.args));
        function = inner.function;
        vm.dict_update(merged, inner.keywords)?;
    }
    if let Value::Dict(_) = kwargs {
        vm.dict_update(merged, kwargs)?;
    }
    let args = vm.heap.new_tuple(args);
    let made = Value::Instance(vm.heap.new_instance(class));
    set_state(vm, made, Partial { function, args, keywords: Value::Dict(merged) });
    Ok(made)
}

/// The state of a partial whose arguments another may take over: one that is called as `partial` does it and has no
/// attributes.
fn flat(vm: &mut Vm, function: Value, base: ClassKey) -> Option<Partial> {
    let Value::Instance(k) = function else { return None };
    let class = vm.class_of(function);
    if !vm.heap.is_subclass(class, base) || !vm.heap.attributes(k).is_empty() {
        return None;
    }
    let name = vm.heap.names.__call__;
    matches!(vm.special(function, name), Some(Value::Native(_))).then(|| state(vm, function))
}

fn call(vm: &mut Vm, args: Args) -> Res {
    let [this, rest, kwargs] = args.take(vm);
    let partial = state(vm, this);
    let mut all = positional(vm, partial.args);
    all.extend(positional(vm, rest));
    let mut named = keywords(vm, partial.keywords);
    for (name, value) in keywords(vm, kwargs) {
        match named.iter_mut().find(|(n, _)| *n == name) {
            Some(known) => known.1 = value,
            None => named.push((name, value)),
        }
    }
    vm.call_kw(partial.function, &all, &named)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    guarded(vm, this, "...", |vm| {
        let partial = state(vm, this);
        let class = vm.class_of(this);
        let mut text = Joined::default();
        let name = vm.full_class_name(class)?;
        text.push_str(&name);
        text.push_str("(");
        text.push_repr(vm, partial.function)?;
        for v in positional(vm, partial.args) {
            text.push_str(", ");
            text.push_repr(vm, v)?;
        }
        let Value::Dict(keywords) = partial.keywords else { return text.finish(vm) };
        let items: Vec<(Value, Value)> = vm.heap.dicts[keywords].iter().map(|e| (e.key, e.value)).collect();
        vm.heap.recent.extend(items.iter().flat_map(|&(k, v)| [k, v]));
        for (name, v) in items {
            text.push_str(", ");
            let name = vm.str(name)?;
            text.push_value(vm, name);
            text.push_str("=");
            text.push_repr(vm, v)?;
        }
        text.push_str(")");
        text.finish(vm)
    })
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let partial = state(vm, this);
    let class = Value::Class(vm.class_of(this));
    let attributes = own_attributes(vm, this).map_or(Value::None, Value::Dict);
    let made_of = vm.heap.new_tuple([partial.function]);
    let state = vm.heap.new_tuple([partial.function, partial.args, partial.keywords, attributes]);
    Ok(vm.heap.new_tuple([class, made_of, state]))
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, state] = args.take(vm);
    let parts = match vm.payload(state) {
        Value::Tuple(k) => vm.heap.tuples[k].to_vec(),
        _ => Vec::new(),
    };
    let [function, args, keywords, attributes] = parts[..] else {
        return Err(vm.type_error("invalid partial state"));
    };
    let (Value::Tuple(given), Value::Dict(_) | Value::None, true) =
        (vm.payload(args), vm.payload(keywords), is_callable(vm, function))
    else {
        return Err(vm.type_error("invalid partial state"));
    };
    // Exact ones of its own: a subclass could do anything when asked for its elements.
    let args = if let Value::Tuple(_) = args { args } else { Value::Tuple(given) };
    let keywords = match vm.payload(keywords) {
        Value::Dict(k) => Value::Dict(dict::copied(vm, k)?),
        _ => vm.heap.new_dict(Dict::new()),
    };
    if let (Value::Instance(k), Value::Dict(attributes)) = (this, attributes) {
        vm.heap.use_dict(k, attributes);
    }
    set_state(vm, this, Partial { function, args, keywords });
    Ok(Value::None)
}
