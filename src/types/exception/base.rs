//! `BaseException`: making, showing, pickling, chaining; and the small ones: `StopIteration`, `SystemExit`, `KeyError`.

use super::{allocate, args_of, exit_code, payload};
use crate::heap::types::Exc;
use crate::types::traceback;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec};
use crate::vm::{Res, Vm};

pub const NEW: NativeSpec = NativeSpec::new(
    "__new__",
    "($type, *args, **kwargs)",
    new,
    "Create and return a new object.  See help(type) for accurate signature.",
);

pub const METHODS: &[NativeSpec] = &[
    NativeSpec::new("__reduce__", "($self)", reduce, ""),
    NativeSpec::new("__setstate__", "($self, object, /)", setstate, ""),
    NativeSpec::new(
        "with_traceback",
        "($self, object, /)",
        with_traceback,
        "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self.",
    ),
    NativeSpec::new(
        "add_note",
        "($self, object, /)",
        add_note,
        "Exception.add_note(note) --\n    add a note to the exception",
    ),
];

pub const SPECIALS: &[NativeSpec] = &[
    NativeSpec::new(
        "__init__",
        "($self, /, *args, **kwargs)",
        init,
        "Initialize self.  See help(type(self)) for accurate signature.",
    ),
    NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    NativeSpec::new("__str__", "($self, /)", str_, "Return str(self)."),
];

pub const STOP_ITERATION_SPECIALS: &[NativeSpec] = &[NativeSpec::new(
    "__init__",
    "($self, /, *args, **kwargs)",
    stop_iteration_init,
    "Initialize self.  See help(type(self)) for accurate signature.",
)];

pub const SYSTEM_EXIT_SPECIALS: &[NativeSpec] = &[NativeSpec::new(
    "__init__",
    "($self, /, *args, **kwargs)",
    system_exit_init,
    "Initialize self.  See help(type(self)) for accurate signature.",
)];

pub const KEY_ERROR_SPECIALS: &[NativeSpec] =
    &[NativeSpec::new("__str__", "($self, /)", key_error_str, "Return str(self).")];

/// `__dict__`, for built-in classes whose instances have attributes.
pub const DICT: GetSetSpec = GetSetSpec { name: "__dict__", get: get_dict, set: Some(set_dict), doc: "" };

pub const GETSETS: &[GetSetSpec] = &[
    GetSetSpec { name: "args", get: get_args, set: Some(set_args), doc: "" },
    GetSetSpec { name: "__traceback__", get: get_traceback, set: Some(set_traceback), doc: "" },
    GetSetSpec { name: "__context__", get: get_context, set: Some(set_context), doc: "exception context" },
    GetSetSpec { name: "__cause__", get: get_cause, set: Some(set_cause), doc: "exception cause" },
    GetSetSpec { name: "__suppress_context__", get: get_suppress, set: Some(set_suppress), doc: "" },
    DICT,
];

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, rest] = args.take(vm);
    let base = vm.heap.types.exception(Exc::BaseException);
    let class = vm.check_new(cls, base)?;
    Ok(allocate(vm, class, rest))
}

/// What every `__init__` does: takes the positional arguments as `args`; `TypeError` for keywords.
pub fn base_init(vm: &mut Vm, args: Args) -> Res<(ExceptionKey, Vec<Value>)> {
    let [this, rest, kwargs] = args.take(vm);
    let key = payload(vm, this)?;
    if let Value::Dict(d) = kwargs
        && !vm.heap.dicts[d].is_empty()
    {
        let name = vm.heap.class_name(vm.class_of(this));
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    vm.heap.exceptions[key].args = rest;
    Ok((key, args_of(vm, key)))
}

fn init(vm: &mut Vm, args: Args) -> Res {
    base_init(vm, args)?;
    Ok(Value::None)
}

fn stop_iteration_init(vm: &mut Vm, args: Args) -> Res {
    let (key, given) = base_init(vm, args)?;
    vm.heap.exceptions[key].fields[0] = given.first().copied().unwrap_or(Value::None);
    Ok(Value::None)
}

fn system_exit_init(vm: &mut Vm, args: Args) -> Res {
    let (key, given) = base_init(vm, args)?;
    let code = exit_code(vm, key, &given);
    vm.heap.exceptions[key].fields[0] = code;
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let key = payload(vm, this)?;
    let name = vm.heap.class_name(vm.class_of(this));
    let text = match args_of(vm, key)[..] {
        [only] => format!("{name}({})", vm.repr_text(only)?),
        _ => {
            let all = vm.heap.exceptions[key].args;
            format!("{name}{}", vm.repr_text(all)?)
        }
    };
    Ok(vm.heap.new_str(text))
}

fn str_(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    base_str(vm, this)
}

/// `BaseException.__str__`
pub fn base_str(vm: &mut Vm, this: Value) -> Res {
    let key = payload(vm, this)?;
    match args_of(vm, key)[..] {
        [] => Ok(vm.heap.interned_str("")),
        [only] => vm.str(only),
        _ => {
            let all = vm.heap.exceptions[key].args;
            vm.str(all)
        }
    }
}

fn key_error_str(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let key = payload(vm, this)?;
    match args_of(vm, key)[..] {
        // The key as it is written: KeyError('') would otherwise show as nothing.
        [only] => vm.repr(only),
        _ => base_str(vm, this),
    }
}

/// The instance's `__dict__`, if it has attributes or somebody asked for it before.
pub fn own_attributes(vm: &mut Vm, this: Value) -> Option<DictKey> {
    let Value::Instance(k) = this else { return None };
    if vm.heap.own_dict(this).is_none() && vm.heap.attributes(k).is_empty() {
        return None;
    }
    vm.dict_of(this)
}

/// `(type(self), args)`, with the `state` if there is one.
pub fn reduced(vm: &mut Vm, this: Value, args: Value, state: Option<Value>) -> Value {
    let class = Value::Class(vm.class_of(this));
    let mut parts = vec![class, args];
    parts.extend(state);
    vm.heap.new_tuple(parts)
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let key = payload(vm, this)?;
    let state = own_attributes(vm, this).map(Value::Dict);
    let all = vm.heap.exceptions[key].args;
    Ok(reduced(vm, this, all, state))
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, state] = args.take(vm);
    let Value::Dict(d) = vm.payload(state) else {
        if state.is_none() {
            return Ok(Value::None);
        }
        return Err(vm.type_error("state is not a dictionary"));
    };
    let items: Vec<(Value, Value)> = vm.heap.dicts[d].iter().map(|e| (e.key, e.value)).collect();
    for (name, v) in items {
        let Value::Str(name) = vm.payload(name) else {
            let t = vm.type_name(name);
            return Err(vm.type_error(format!("attribute name must be string, not '{t}'")));
        };
        let name = vm.heap.intern_key(name);
        vm.setattr(this, name, v)?;
    }
    Ok(Value::None)
}

fn with_traceback(vm: &mut Vm, args: Args) -> Res {
    let [this, tb] = args.take(vm);
    set_traceback(vm, this, tb)?;
    Ok(this)
}

fn add_note(vm: &mut Vm, args: Args) -> Res {
    let [this, note] = args.take(vm);
    payload(vm, this)?;
    if !matches!(vm.payload(note), Value::Str(_)) {
        let t = vm.type_name(note);
        return Err(vm.type_error(format!("note must be a str, not '{t}'")));
    }
    let name = vm.heap.names.__notes__;
    match vm.getattr_opt(this, name)? {
        Some(Value::List(k)) => {
            vm.heap.lists[k].push(note);
            vm.heap.grew(16);
        }
        Some(_) => return Err(vm.type_error("Cannot add note: __notes__ is not a list")),
        None => {
            let list = vm.heap.new_list(vec![note]);
            vm.setattr(this, name, list)?;
        }
    }
    Ok(Value::None)
}

fn get_args(vm: &mut Vm, this: Value) -> Res {
    let key = payload(vm, this)?;
    Ok(vm.heap.exceptions[key].args)
}

fn set_args(vm: &mut Vm, this: Value, value: Value) -> Res<()> {
    let key = payload(vm, this)?;
    if value.is_undef() {
        return Err(vm.type_error("args may not be deleted"));
    }
    vm.heap.exceptions[key].args = match value {
        Value::Tuple(_) => value,
        _ => {
            let items = vm.to_vec(value)?;
            vm.heap.new_tuple(items)
        }
    };
    Ok(())
}

fn get_traceback(vm: &mut Vm, this: Value) -> Res {
    let key = payload(vm, this)?;
    Ok(traceback::of(vm, key))
}

fn set_traceback(vm: &mut Vm, this: Value, value: Value) -> Res<()> {
    let key = payload(vm, this)?;
    if value.is_undef() {
        return Err(vm.type_error("__traceback__ may not be deleted"));
    }
    if !value.is_none() && !traceback::is_traceback(vm, value) {
        return Err(vm.type_error("__traceback__ must be a traceback or None"));
    }
    let e = &mut vm.heap.exceptions[key];
    e.traceback.clear();
    e.traceback_object = if value.is_none() { Value::Undef } else { value };
    Ok(())
}

fn get_context(vm: &mut Vm, this: Value) -> Res {
    let key = payload(vm, this)?;
    Ok(vm.heap.exceptions[key].context.or_none())
}

/// Checks what is set as `__cause__` or `__context__`.
fn check_chained(vm: &mut Vm, attribute: &str, what: &str, value: Value) -> Res<()> {
    if value.is_undef() {
        return Err(vm.type_error(format!("{attribute} may not be deleted")));
    }
    if !value.is_none() && vm.exception_key(value).is_none() {
        return Err(vm.type_error(format!("exception {what} must be None or derive from BaseException")));
    }
    Ok(())
}

fn set_context(vm: &mut Vm, this: Value, value: Value) -> Res<()> {
    let key = payload(vm, this)?;
    check_chained(vm, "__context__", "context", value)?;
    vm.heap.exceptions[key].context = value;
    Ok(())
}

fn get_cause(vm: &mut Vm, this: Value) -> Res {
    let key = payload(vm, this)?;
    Ok(vm.heap.exceptions[key].cause.or_none())
}

fn set_cause(vm: &mut Vm, this: Value, value: Value) -> Res<()> {
    let key = payload(vm, this)?;
    check_chained(vm, "__cause__", "cause", value)?;
    let e = &mut vm.heap.exceptions[key];
    e.cause = value;
    e.suppress_context = true;
    Ok(())
}

fn get_suppress(vm: &mut Vm, this: Value) -> Res {
    let key = payload(vm, this)?;
    Ok(Value::Bool(vm.heap.exceptions[key].suppress_context))
}

fn set_suppress(vm: &mut Vm, this: Value, value: Value) -> Res<()> {
    let key = payload(vm, this)?;
    let Value::Bool(b) = value else {
        let message =
            if value.is_undef() { "can't delete numeric/char attribute" } else { "attribute value type must be bool" };
        return Err(vm.type_error(message));
    };
    vm.heap.exceptions[key].suppress_context = b;
    Ok(())
}

fn get_dict(vm: &mut Vm, this: Value) -> Res {
    match vm.dict_of(this) {
        Some(d) => Ok(Value::Dict(d)),
        None => {
            let name = vm.heap.names.__dict__;
            Err(vm.no_attribute(this, name))
        }
    }
}

fn set_dict(vm: &mut Vm, this: Value, value: Value) -> Res<()> {
    let Value::Instance(k) = this else { return Ok(()) };
    match vm.payload(value) {
        Value::Dict(d) => {
            vm.heap.use_dict(k, d);
            Ok(())
        }
        _ => {
            let t = vm.type_name(value);
            Err(vm.type_error(format!("__dict__ must be set to a dictionary, not a '{t}'")))
        }
    }
}
