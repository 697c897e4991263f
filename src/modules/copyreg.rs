//! The module `copyreg`: reducers by type, and the registry of extension codes.

use crate::heap::dict::Dict;
use crate::pickle::by_reference::import_attribute;
use crate::pickle::reduce;
use crate::pickle::write_reduce::is_callable;
use crate::types::union;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module `copyreg`.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "copyreg",
    doc: "Helper to provide extensibility for pickle.\n\nThis is only useful to add pickle support for extension types \
          defined in\nC, not for instances of user-defined classes.\n",
    functions: FUNCTIONS,
    classes: &[],
    init: Some(init),
};

static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new("pickle", "(ob_type, pickle_function, constructor_ob=None)", pickle, ""),
    NativeSpec::new("constructor", "(object)", constructor, ""),
    NativeSpec::new("pickle_complex", "(c)", pickle_complex, ""),
    NativeSpec::new("pickle_union", "(obj)", pickle_union, ""),
    NativeSpec::new("_reconstructor", "(cls, base, state)", reconstructor, ""),
    NativeSpec::new("_reduce_ex", "(self, proto)", reduce_ex, ""),
    NativeSpec::new("__newobj__", "(cls, /, *args)", newobj, ""),
    NativeSpec::new(
        "__newobj_ex__",
        "(cls, args, kwargs)",
        newobj_ex,
        "Used by pickle protocol 4, instead of __newobj__ to allow classes with\nkeyword-only arguments to be pickled correctly.\n",
    ),
    NativeSpec::new(
        "_slotnames",
        "(cls)",
        slotnames,
        "Return a list of slot names for a given class.\n\nThis needs to find slots defined by the class and its bases, \
         so we\ncan't simply return the __slots__ attribute.  We must walk down\nthe Method Resolution Order and \
         concatenate the __slots__ of each\nclass found there.  (This assumes classes don't modify their\n__slots__ \
         attribute to misrepresent their slots after the class is\ndefined.)\n",
    ),
    NativeSpec::new("add_extension", "(module, name, code)", add_extension, "Register an extension code."),
    NativeSpec::new(
        "remove_extension",
        "(module, name, code)",
        remove_extension,
        "Unregister an extension code.  For testing only.",
    ),
    NativeSpec::new("clear_extension_cache", "()", clear_extension_cache, ""),
];

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let table = vm.heap.new_dict_key(Dict::new());
    let union = vm.class_for(&union::SPEC);
    for (class, name) in [(vm.heap.types.complex, "pickle_complex"), (union, "pickle_union")] {
        let name = vm.heap.intern(name);
        if let Some(f) = vm.heap.ns_get(ns, name) {
            vm.dict_set(table, Value::Class(class), f)?;
        }
    }
    vm.heap.ns_set_text(ns, "dispatch_table", Value::Dict(table));
    for name in ["_extension_registry", "_inverted_registry", "_extension_cache"] {
        let registry = vm.heap.new_dict(Dict::new());
        vm.heap.ns_set_text(ns, name, registry);
    }
    let public = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"];
    let public = public.map(|name| vm.heap.interned_str(name));
    let public = vm.heap.new_list(public.to_vec());
    vm.heap.ns_set_text(ns, "__all__", public);
    Ok(())
}

/// One of the module's dicts.
fn table(vm: &mut Vm, name: &str) -> Res<DictKey> {
    match import_attribute(vm, "copyreg", name)? {
        Value::Dict(k) => Ok(k),
        other => {
            let t = vm.type_name(other);
            Err(vm.runtime_error(format!("copyreg.{name} should be a dict, not {t}")))
        }
    }
}

fn pickle(vm: &mut Vm, args: Args) -> Res {
    let [class, function, made_by] = args.take(vm);
    if !is_callable(vm, function) {
        return Err(vm.type_error("reduction functions must be callable"));
    }
    let reducers = table(vm, "dispatch_table")?;
    vm.dict_set(reducers, class, function)?;
    if !made_by.is_undef() && !made_by.is_none() && !is_callable(vm, made_by) {
        return Err(vm.type_error("constructors must be callable"));
    }
    Ok(Value::None)
}

fn constructor(vm: &mut Vm, args: Args) -> Res {
    let [object] = args.take(vm);
    if !is_callable(vm, object) {
        return Err(vm.type_error("constructors must be callable"));
    }
    Ok(Value::None)
}

fn pickle_complex(vm: &mut Vm, args: Args) -> Res {
    let [c] = args.take(vm);
    let (real, imaginary) = match vm.payload(c) {
        Value::Complex(k) => {
            let (re, im) = vm.heap.complexes[k];
            (Value::Float(re), Value::Float(im))
        }
        _ => (vm.getattr_text(c, "real")?, vm.getattr_text(c, "imag")?),
    };
    let parts = vm.heap.new_tuple([real, imaginary]);
    let class = Value::Class(vm.heap.types.complex);
    Ok(vm.heap.new_tuple([class, parts]))
}

fn pickle_union(vm: &mut Vm, args: Args) -> Res {
    let [union] = args.take(vm);
    let reduce = import_attribute(vm, "functools", "reduce")?;
    let or = import_attribute(vm, "operator", "or_")?;
    let members = vm.getattr_text(union, "__args__")?;
    let args = vm.heap.new_tuple([or, members]);
    Ok(vm.heap.new_tuple([reduce, args]))
}

fn reconstructor(vm: &mut Vm, args: Args) -> Res {
    let [cls, base, state] = args.take(vm);
    let names = vm.heap.names;
    if base.is(Value::Class(vm.heap.types.object)) {
        let new = vm.object_new();
        return vm.call(new, &[cls]);
    }
    let new = vm.getattr(base, names.__new__)?;
    let v = vm.call(new, &[cls, state])?;
    let init = vm.getattr(base, names.__init__)?;
    if !init.is(vm.object_init()) {
        vm.call(init, &[v, state])?;
    }
    Ok(v)
}

fn reduce_ex(vm: &mut Vm, args: Args) -> Res {
    let [this, protocol] = args.take(vm);
    let protocol = match vm.index(protocol)? {
        Value::Int(i) => i,
        _ => 0,
    };
    reduce::reduce_old(vm, this, protocol)
}

fn newobj(vm: &mut Vm, args: Args) -> Res {
    let [cls, rest] = args.take(vm);
    let new = vm.heap.names.__new__;
    let new = vm.getattr(cls, new)?;
    let mut all = vec![cls];
    if let Value::Tuple(k) = rest {
        all.extend_from_slice(&vm.heap.tuples[k]);
    }
    vm.call(new, &all)
}

fn newobj_ex(vm: &mut Vm, args: Args) -> Res {
    let [cls, arguments, kwargs] = args.take(vm);
    let new = vm.heap.names.__new__;
    let new = vm.getattr(cls, new)?;
    let mut all = vec![cls];
    all.extend(vm.to_vec(arguments)?);
    let mut named = Vec::new();
    if let Value::Dict(k) = vm.payload(kwargs) {
        for (key, value) in vm.heap.dicts[k].iter().map(|e| (e.key, e.value)).collect::<Vec<_>>() {
            let Value::Str(key) = key else { return Err(vm.type_error("keywords must be strings")) };
            named.push((vm.heap.intern_key(key), value));
        }
    }
    vm.call_kw(new, &all, &named)
}

fn slotnames(vm: &mut Vm, args: Args) -> Res {
    let [cls] = args.take(vm);
    let Value::Class(class) = cls else {
        let t = vm.type_name(cls);
        return Err(vm.type_error(format!("_slotnames() argument must be a class, not {t}")));
    };
    let names = reduce::slot_names(vm, class)?;
    Ok(vm.heap.new_list(names.into_iter().map(Value::Str).collect()))
}

/// `dict.get(key)` compared with a value.
fn maps_to(vm: &mut Vm, dict: DictKey, key: Value, value: Value) -> Res<bool> {
    match vm.dict_get(dict, key)? {
        Some(found) => vm.eq(found, value),
        None => Ok(false),
    }
}

fn add_extension(vm: &mut Vm, args: Args) -> Res {
    let [module, name, code] = args.take(vm);
    let int = Value::Class(vm.heap.types.int);
    let code = vm.call(int, &[code])?;
    if !matches!(code, Value::Int(1..=0x7fff_ffff)) {
        return Err(vm.value_error("code out of range"));
    }
    let key = vm.heap.new_tuple([module, name]);
    let registry = table(vm, "_extension_registry")?;
    let inverted = table(vm, "_inverted_registry")?;
    if maps_to(vm, registry, key, code)? && maps_to(vm, inverted, code, key)? {
        return Ok(Value::None);
    }
    if let Some(other) = vm.dict_get(registry, key)? {
        let (key, other) = (vm.str_text(key)?, vm.str_text(other)?);
        return Err(vm.value_error(format!("key {key} is already registered with code {other}")));
    }
    if let Some(other) = vm.dict_get(inverted, code)? {
        let (code, other) = (vm.str_text(code)?, vm.str_text(other)?);
        return Err(vm.value_error(format!("code {code} is already in use for key {other}")));
    }
    vm.dict_set(registry, key, code)?;
    vm.dict_set(inverted, code, key)?;
    Ok(Value::None)
}

fn remove_extension(vm: &mut Vm, args: Args) -> Res {
    let [module, name, code] = args.take(vm);
    let key = vm.heap.new_tuple([module, name]);
    let registry = table(vm, "_extension_registry")?;
    let inverted = table(vm, "_inverted_registry")?;
    if !maps_to(vm, registry, key, code)? || !maps_to(vm, inverted, code, key)? {
        let (key, code) = (vm.str_text(key)?, vm.str_text(code)?);
        return Err(vm.value_error(format!("key {key} is not registered with code {code}")));
    }
    vm.dict_remove(registry, key)?;
    vm.dict_remove(inverted, code)?;
    let cache = table(vm, "_extension_cache")?;
    vm.dict_remove(cache, code)?;
    Ok(Value::None)
}

fn clear_extension_cache(vm: &mut Vm, _: Args) -> Res {
    let cache = table(vm, "_extension_cache")?;
    vm.heap.dicts[cache].clear();
    Ok(Value::None)
}
