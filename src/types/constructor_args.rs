//! Arguments of built-in constructors, whose signature is `(*args, **kwargs)`.

use crate::heap::dict::Entry;
use crate::value::{ClassKey, StrKey, Value};
use crate::vm::{Res, Vm};

/// The positional arguments in the tuple of `*args`.
pub fn positional(vm: &Vm, args: Value) -> Vec<Value> {
    match args {
        Value::Tuple(k) => vm.heap.tuples[k].to_vec(),
        _ => Vec::new(),
    }
}

/// The keyword arguments in the dict of `**kwargs`.
pub fn keywords(vm: &Vm, kwargs: Value) -> Vec<(StrKey, Value)> {
    let Value::Dict(k) = kwargs else { return Vec::new() };
    let named = |e: &Entry| if let Value::Str(name) = e.key { Some((name, e.value)) } else { None };
    vm.heap.dicts[k].iter().filter_map(named).collect()
}

/// Fails with "list() takes no keyword arguments" if the dict of `**kwargs` holds any.
pub fn no_keywords(vm: &mut Vm, name: &str, kwargs: Value) -> Res<()> {
    match kwargs {
        Value::Dict(k) if !vm.heap.dicts[k].is_empty() => {
            Err(vm.type_error(format!("{name}() takes no keyword arguments")))
        }
        _ => Ok(()),
    }
}

/// As [`no_keywords`] for a constructor that `class` may have inherited from `base`: keyword arguments are passed over if
/// the class has another `hook` (`__init__` beside this `__new__`, or the other way round) to take them.
pub fn no_keywords_for(vm: &mut Vm, class: ClassKey, base: ClassKey, hook: StrKey, kwargs: Value) -> Res<()> {
    if vm.shares_method(class, base, hook) { no_keywords(vm, &vm.heap.class_name(base), kwargs) } else { Ok(()) }
}

/// At most one positional argument: "list expected at most 1 argument, got 2".
pub fn at_most_one(vm: &mut Vm, name: &str, args: Value) -> Res<Option<Value>> {
    let args = positional(vm, args);
    if args.len() > 1 {
        return Err(vm.type_error(format!("{name} expected at most 1 argument, got {}", args.len())));
    }
    Ok(args.first().copied())
}
