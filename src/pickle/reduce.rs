//! The reduction protocol: what `object.__reduce_ex__` answers (PEP 307), and `object.__getstate__`.

use crate::heap::dict::Dict;
use crate::heap::kinds::Layout;
use crate::object::builtin_class::is_core;
use crate::object::lookup::Lookup;
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Raised, Res, Vm};
use num_traits::ToPrimitive;

/// `object.__reduce_ex__(protocol)`: the class's own `__reduce__` if it has one, else the default of the protocol.
pub fn object_reduce_ex(vm: &mut Vm, args: Args) -> Res {
    let [this, protocol] = args.take(vm);
    let protocol = match vm.index(protocol)? {
        Value::Int(i) => i,
        Value::BigInt(k) => vm.heap.bigints[k].to_i64().unwrap_or(i64::MAX),
        _ => 0,
    };
    let name = vm.heap.names.__reduce__;
    if let Some(reduce) = vm.getattr_opt(this, name)? {
        let class = vm.class_of(this);
        let in_class = vm.getattr(Value::Class(class), name)?;
        if !is_of_object(vm, Some(in_class), "__reduce__") {
            return vm.call(reduce, &[]);
        }
    }
    common_reduce(vm, this, protocol)
}

/// `object.__reduce__()`
pub fn object_reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    common_reduce(vm, this, 0)
}

/// `object.__getstate__()`
pub fn object_getstate(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    default_state(vm, this, false)
}

fn common_reduce(vm: &mut Vm, v: Value, protocol: i64) -> Res {
    if protocol >= 2 { reduce_newobj(vm, v) } else { reduce_old(vm, v, protocol) }
}

/// This is the function of that name that `object` has.
fn is_of_object(vm: &Vm, found: Option<Value>, name: &str) -> bool {
    match found {
        Some(Value::Native(k)) => {
            let native = &vm.heap.natives[k];
            native.owner == Some(vm.heap.types.object) && native.spec.name == name
        }
        _ => false,
    }
}

/// This is a native function, bound to something.
pub fn is_native_method(vm: &Vm, v: Value, function: crate::vm::native::NativeFn) -> bool {
    let Value::Method(k) = v else { return false };
    match vm.heap.methods[k].function {
        Value::Native(n) => std::ptr::fn_addr_eq(vm.heap.natives[n].spec.function, function),
        _ => false,
    }
}

/// Reducing this instance of this class runs nothing but what is here: no method of the protocol is overridden, and
/// there are no arguments for `__new__`. True for `object`-descended classes only.
pub fn reduces_plainly(vm: &mut Vm, k: InstanceKey, class: ClassKey) -> bool {
    let v = Value::Instance(k);
    if !vm.uses_default_getattribute(v) {
        return false;
    }
    let names = vm.heap.names;
    let absent = [names.__getnewargs_ex__, names.__getnewargs__];
    if absent.into_iter().any(|n| vm.heap.lookup_in_class(class, n).is_some()) {
        return false;
    }
    let reducers = [
        (names.__reduce_ex__, "__reduce_ex__"),
        (names.__reduce__, "__reduce__"),
        (names.__getstate__, "__getstate__"),
    ];
    let plain = reducers.into_iter().all(|(n, text)| {
        let found = vm.heap.lookup_in_class(class, n);
        is_of_object(vm, found, text) && matches!(vm.find_attribute(v, n), Lookup::Method(_))
    });
    let object = vm.heap.types.object;
    plain
        && match vm.heap.find_in_mro(class, names.__class__) {
            Some((ns, _)) => ns == vm.heap.namespace(object),
            None => true,
        }
}

/// A function of the module `copyreg`.
fn copyreg(vm: &mut Vm, name: &str) -> Res {
    super::by_reference::import_attribute(vm, "copyreg", name)
}

/// A class's name as errors of C code show it: with its module, unless that is `builtins`.
fn c_name(vm: &Vm, class: ClassKey) -> String {
    vm.qualified_type_name(class)
}

/// Protocol 2 and later: `copyreg.__newobj__` or `__newobj_ex__` with the class and its arguments, the state, and
/// iterators over the items of lists and dicts.
fn reduce_newobj(vm: &mut Vm, v: Value) -> Res {
    let class = vm.class_of(v);
    if vm.heap.classes[class].flags.no_new {
        return Err(refuse(vm, class));
    }
    let arguments = new_arguments(vm, v)?;
    let payload = vm.payload(v);
    let items = matches!(payload, Value::List(_) | Value::Dict(_));
    let required = arguments.is_none() && !items;
    let (function, args) = match arguments {
        Some((args, kwargs)) if vm.heap.dicts[kwargs].is_empty() => {
            let mut all = vec![Value::Class(class)];
            all.extend_from_slice(&vm.heap.tuples[args]);
            (copyreg(vm, "__newobj__")?, vm.heap.new_tuple(all))
        }
        Some((args, kwargs)) => {
            let all = vm.heap.new_tuple([Value::Class(class), Value::Tuple(args), Value::Dict(kwargs)]);
            (copyreg(vm, "__newobj_ex__")?, all)
        }
        None => (copyreg(vm, "__newobj__")?, vm.heap.new_tuple([Value::Class(class)])),
    };
    let state = state_of(vm, v, required)?;
    let list_items = if matches!(payload, Value::List(_)) { vm.iter(v)? } else { Value::None };
    let dict_items = if matches!(payload, Value::Dict(_)) {
        let name = vm.heap.names.items;
        let items = vm.call_method(v, name, &[])?;
        vm.iter(items)?
    } else {
        Value::None
    };
    Ok(vm.heap.new_tuple([function, args, state, list_items, dict_items]))
}

/// What `__getnewargs_ex__` or `__getnewargs__` answers.
fn new_arguments(vm: &mut Vm, v: Value) -> Res<Option<(TupleKey, DictKey)>> {
    let names = vm.heap.names;
    if let Some(answer) = vm.call_special(v, names.__getnewargs_ex__, &[])? {
        let Value::Tuple(k) = vm.payload(answer) else {
            let t = vm.type_name(answer);
            return Err(vm.type_error(format!("__getnewargs_ex__ should return a tuple, not '{t}'")));
        };
        let parts = vm.heap.tuples[k].to_vec();
        let [args, kwargs] = parts[..] else {
            let n = parts.len();
            let message = format!("__getnewargs_ex__ should return a tuple of length 2, not {n}");
            return Err(vm.value_error(message));
        };
        let wrong = |vm: &mut Vm, nth: &str, what: &str, v: Value| {
            let t = vm.type_name(v);
            let message = format!("{nth} item of the tuple returned by __getnewargs_ex__ must be a {what}, not '{t}'");
            Err(vm.type_error(message))
        };
        let Value::Tuple(args_key) = vm.payload(args) else { return wrong(vm, "first", "tuple", args) };
        let Value::Dict(kwargs_key) = vm.payload(kwargs) else { return wrong(vm, "second", "dict", kwargs) };
        return Ok(Some((args_key, kwargs_key)));
    }
    let Some(answer) = vm.call_special(v, names.__getnewargs__, &[])? else { return Ok(None) };
    let Value::Tuple(args) = vm.payload(answer) else {
        let t = vm.type_name(answer);
        return Err(vm.type_error(format!("__getnewargs__ should return a tuple, not '{t}'")));
    };
    let kwargs = vm.heap.new_dict_key(Dict::new());
    Ok(Some((args, kwargs)))
}

/// `v.__getstate__()`; the default one refuses objects with state it doesn't know of, if `required`.
fn state_of(vm: &mut Vm, v: Value, required: bool) -> Res {
    let name = vm.heap.names.__getstate__;
    let method = vm.getattr(v, name)?;
    if let Value::Method(k) = method {
        let m = vm.heap.methods[k];
        if m.receiver.is(v) && is_of_object(vm, Some(m.function), "__getstate__") {
            return default_state(vm, v, required);
        }
    }
    vm.call(method, &[])
}

/// A stream over a file: CPython's refuse in words of their own.
fn is_stream(name: &str) -> bool {
    name.starts_with("_io.") && !matches!(name, "_io.BytesIO" | "_io.StringIO")
}

/// Raises "cannot pickle 'x' object". CPython words it otherwise for types whose instances vary in size.
#[cold]
fn refuse(vm: &mut Vm, class: ClassKey) -> Raised {
    let n = c_name(vm, class);
    let message = if class == vm.heap.types.code || n == "memoryview" {
        format!("cannot pickle {n} objects")
    } else if is_stream(&n) {
        format!("cannot pickle '{}' instances", n.trim_start_matches("_io."))
    } else {
        format!("cannot pickle '{n}' object")
    };
    vm.type_error(message)
}

/// `object.__getstate__`: None, the `__dict__`, or a pair of it and the values of slots.
pub fn default_state(vm: &mut Vm, v: Value, required: bool) -> Res {
    let class = vm.class_of(v);
    if required && has_hidden_state(vm, v, class) {
        return Err(refuse(vm, class));
    }
    let state = own_dict(vm, v);
    let names = slot_names(vm, class)?;
    if names.is_empty() {
        return Ok(state);
    }
    let slots = vm.heap.new_dict_key(Dict::new());
    for name in names {
        let attribute = vm.heap.intern_key(name);
        if let Some(value) = vm.getattr_opt(v, attribute)? {
            vm.dict_set(slots, Value::Str(name), value)?;
        }
    }
    if vm.heap.dicts[slots].is_empty() { Ok(state) } else { Ok(vm.heap.new_tuple([state, Value::Dict(slots)])) }
}

/// `v.__dict__`, or None if it has none or an empty one.
fn own_dict(vm: &mut Vm, v: Value) -> Value {
    if let Value::Instance(k) = v
        && vm.heap.attributes(k).is_empty()
    {
        return Value::None;
    }
    match vm.dict_of(v) {
        Some(d) if !vm.heap.dicts[d].is_empty() => Value::Dict(d),
        _ => Value::None,
    }
}

/// There is more to the object than attributes and slots: state of a built-in type.
fn has_hidden_state(vm: &Vm, v: Value, class: ClassKey) -> bool {
    match v {
        Value::Instance(_) => vm.heap.classes[class].layout != Layout::Plain,
        Value::None | Value::Ellipsis | Value::NotImplemented => false,
        _ => class != vm.heap.types.object,
    }
}

/// The names of all slots of a class and its bases, mangled as in the instances; remembered in the class as
/// `__slotnames__`, as `copyreg` does.
pub fn slot_names(vm: &mut Vm, class: ClassKey) -> Res<Vec<StrKey>> {
    let ns = vm.heap.namespace(class);
    let key = vm.heap.intern("__slotnames__");
    if let Some(found) = vm.heap.ns_get(ns, key) {
        let Value::List(list) = found else {
            if found.is_none() {
                return Ok(Vec::new());
            }
            let (n, t) = (vm.heap.class_name(class), vm.type_name(found));
            let message = format!("{n}.__slotnames__ should be a list or None, not {t}");
            return Err(vm.type_error(message));
        };
        let names = vm.heap.lists[list].clone();
        let texts = names.into_iter().filter_map(|n| match vm.payload(n) {
            Value::Str(k) => Some(k),
            _ => None,
        });
        return Ok(texts.collect());
    }
    let mut names = Vec::new();
    for c in vm.heap.classes[class].mro.to_vec() {
        let ns = vm.heap.namespace(c);
        let Some(slots) = vm.heap.ns_get(ns, vm.heap.names.__slots__) else { continue };
        let slots = if let Value::Str(_) = vm.payload(slots) { vec![slots] } else { vm.to_vec(slots)? };
        for slot in slots {
            let Value::Str(slot) = vm.payload(slot) else { continue };
            let text = vm.heap.text(slot).into_owned();
            if text == "__dict__" || text == "__weakref__" {
                continue;
            }
            let class_name = vm.heap.class_name(c);
            let stripped = class_name.trim_start_matches('_');
            let private = text.starts_with("__") && !text.ends_with("__") && !stripped.is_empty();
            // A mangled name is made anew for each class.
            names.push(match private {
                true => own_text_key(vm, format!("_{stripped}{text}")),
                false => slot,
            });
        }
    }
    if vm.heap.classes[class].flags.python {
        let list = vm.heap.new_list(names.iter().map(|&n| Value::Str(n)).collect());
        vm.heap.ns_set(ns, key, list);
        vm.renew_class(class);
    }
    Ok(names)
}

fn own_text_key(vm: &mut Vm, text: String) -> StrKey {
    match vm.heap.new_own_str(text) {
        Value::Str(k) => k,
        _ => vm.heap.intern(""),
    }
}

/// The class is built in, and not one that an extension module makes without a `__new__`: as far as `copyreg` sees,
/// those are like classes made in Python.
fn has_own_new(vm: &Vm, class: ClassKey) -> bool {
    let c = &vm.heap.classes[class];
    let module = vm.heap.text(c.module);
    !c.flags.python && (!c.flags.no_new || is_core(&module) || module == "_io")
}

/// Protocols 0 and 1: `copyreg._reconstructor` with the class, its first built-in base, and the value of that.
pub fn reduce_old(vm: &mut Vm, v: Value, protocol: i64) -> Res {
    let names = vm.heap.names;
    let class_value = vm.getattr(v, names.__class__)?;
    let Value::Class(class) = class_value else {
        return Err(vm.type_error("__class__ must be a class"));
    };
    let mro = vm.heap.classes[class].mro.to_vec();
    let object = vm.heap.types.object;
    let base = mro.into_iter().find(|&c| has_own_new(vm, c)).unwrap_or(object);
    let state = if base == object {
        Value::None
    } else if base == class {
        if is_stream(&c_name(vm, class)) {
            return Err(refuse(vm, class));
        }
        let n = vm.heap.class_name(class);
        return Err(vm.type_error(format!("cannot pickle '{n}' object")));
    } else {
        vm.call(Value::Class(base), &[v])?
    };
    let args = vm.heap.new_tuple([class_value, Value::Class(base), state]);
    let slots = vm.getattr_opt(v, names.__slots__)?;
    let with_slots = match slots {
        Some(s) => vm.truth(s)?,
        None => false,
    };
    let n = vm.heap.class_name(class);
    let dict = match vm.getattr_opt(v, names.__getstate__)? {
        None if with_slots => {
            return Err(vm.type_error(format!(
                "cannot pickle '{n}' object: a class that defines __slots__ without overriding __getstate__ cannot be \
                 pickled with protocol {protocol}"
            )));
        }
        None => vm.getattr_opt(v, names.__dict__)?.unwrap_or(Value::None),
        Some(getstate) => {
            let actual = vm.class_of(v);
            let in_class = vm.heap.lookup_in_class(actual, names.__getstate__);
            if with_slots && is_of_object(vm, in_class, "__getstate__") {
                let message = "a class that defines __slots__ without defining __getstate__ cannot be pickled";
                return Err(vm.type_error(message));
            }
            vm.call(getstate, &[])?
        }
    };
    let function = copyreg(vm, "_reconstructor")?;
    if vm.truth(dict)? {
        Ok(vm.heap.new_tuple([function, args, dict]))
    } else {
        Ok(vm.heap.new_tuple([function, args]))
    }
}
