//! The module `copy`: shallow and deep copies, by the same reduction protocol as pickle.

use super::deep_copy::{self, reduction};
use crate::heap::dict::Dict;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec, TypeSpec};
use crate::vm::{Raised, Res, Vm};

/// The module `copy`.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "copy",
    doc: "Generic (shallow and deep) copying operations.",
    functions: &[
        NativeSpec::new(
            "copy",
            "(x)",
            copy,
            "Shallow copy operation on arbitrary Python objects.\n\nSee the module's __doc__ string for more info.\n",
        ),
        NativeSpec::new(
            "deepcopy",
            "(x, memo=None, _nil=[])",
            deepcopy,
            "Deep copy operation on arbitrary Python objects.\n\nSee the module's __doc__ string for more info.\n",
        ),
        NativeSpec::new(
            "replace",
            "(obj, /, **changes)",
            replace,
            "Return a new object replacing specified fields with new values.\n\nThis is especially useful for immutable \
             objects, like named tuples or\nfrozen dataclasses.\n",
        ),
    ],
    classes: &[],
    init: Some(init),
};

/// Stands for the class `copy.Error` in the table of native classes.
static ERROR: TypeSpec = TypeSpec { name: "Error", module: "copy", ..TypeSpec::BASE };

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let error = Value::Class(error_class(vm));
    vm.heap.ns_set_text(ns, "Error", error);
    vm.heap.ns_set_text(ns, "error", error);
    let table = crate::pickle::by_reference::import_attribute(vm, "copyreg", "dispatch_table")?;
    vm.heap.ns_set_text(ns, "dispatch_table", table);
    let public = ["Error", "copy", "deepcopy", "replace"].map(|name| vm.heap.interned_str(name));
    let public = vm.heap.new_list(public.to_vec());
    vm.heap.ns_set_text(ns, "__all__", public);
    Ok(())
}

fn error_class(vm: &mut Vm) -> ClassKey {
    let address = std::ptr::from_ref(&ERROR) as usize;
    if let Some(&class) = vm.native_classes.get(&address) {
        return class;
    }
    let base = vm.heap.types.exception(Exc::Exception);
    let ns = vm.heap.new_dict_key(Dict::new());
    let (key, module) = (vm.heap.names.__module__, vm.heap.interned_str("copy"));
    vm.heap.ns_set(ns, key, module);
    let name = vm.heap.interned_str("Error");
    let meta = vm.heap.types.r#type;
    let class = match vm.type_new(meta, name, &[Value::Class(base)], ns, &[]) {
        Ok(Value::Class(class)) => class,
        _ => base,
    };
    vm.register_class(&ERROR, class);
    class
}

/// Raises `copy.Error`.
#[cold]
pub fn copy_error(vm: &mut Vm, message: &str) -> Raised {
    let class = error_class(vm);
    let message = vm.heap.new_str(message);
    let exception = vm.new_exception(class, &[message]);
    vm.raise(exception)
}

/// What is its own shallow copy.
fn is_immutable(vm: &Vm, v: Value) -> bool {
    match v {
        Value::Undef | Value::None | Value::NotImplemented | Value::Ellipsis | Value::Bool(_) => true,
        Value::Int(_) | Value::Float(_) | Value::BigInt(_) | Value::Complex(_) => true,
        Value::Str(_) | Value::Bytes(_) | Value::Tuple(_) | Value::FrozenSet(_) => true,
        Value::Range(_) | Value::Slice(_) | Value::Function(_) | Value::Class(_) | Value::Code(_) => true,
        Value::WeakRef(_) => vm.class_of(v) == vm.heap.types.weakref,
        Value::Native(_) | Value::Method(_) => vm.class_of(v) == vm.heap.types.builtin_function,
        Value::Descriptor(_) => vm.class_of(v) == vm.heap.types.property,
        Value::Object(_) => vm.class_of(v) == vm.heap.types.super_,
        _ => false,
    }
}

fn copy(vm: &mut Vm, args: Args) -> Res {
    let [v] = args.take(vm);
    match v {
        Value::List(k) => {
            let items = vm.heap.lists[k].clone();
            return Ok(vm.heap.new_list(items));
        }
        Value::Dict(k) => {
            let dict = vm.heap.dicts[k].clone();
            return Ok(vm.heap.new_dict(dict));
        }
        Value::Set(k) => {
            let table = vm.heap.sets[k].table.clone();
            return Ok(vm.heap.new_set(table));
        }
        Value::ByteArray(k) => {
            let bytes = vm.heap.bytearrays[k].clone();
            return Ok(vm.heap.new_bytearray(bytes));
        }
        _ if is_immutable(vm, v) => return Ok(v),
        _ => {}
    }
    let class = vm.class_of(v);
    let name = vm.heap.names.__copy__;
    if let Some(copier) = vm.getattr_opt(Value::Class(class), name)? {
        return vm.call(copier, &[v]);
    }
    if let Value::Instance(k) = v
        && deep_copy::is_plain(vm, k, class)?
    {
        let y = vm.heap.new_instance(class);
        for (name, value) in vm.heap.attributes(k) {
            if let Value::Str(name) = name {
                vm.heap.set_attribute(y, name, value);
            }
        }
        return Ok(Value::Instance(y));
    }
    match reduction(vm, v, class, "shallow")? {
        None => Ok(v),
        Some(parts) => reconstruct(vm, parts),
    }
}

/// Makes a shallow copy from a reduction.
fn reconstruct(vm: &mut Vm, parts: Vec<Value>) -> Res {
    let parts = deep_copy::Parts::new(vm, &parts)?;
    let y = vm.call(parts.function, &parts.args)?;
    if !parts.state.is_none() {
        deep_copy::set_state(vm, y, parts.state)?;
    }
    if !parts.items.is_none() {
        let append = vm.heap.intern("append");
        vm.for_each(parts.items, |vm, item| vm.call_method(y, append, &[item]).map(drop))?;
    }
    if !parts.pairs.is_none() {
        vm.for_each(parts.pairs, |vm, pair| {
            let (key, value) = deep_copy::pair(vm, pair)?;
            vm.set_item(y, key, value)
        })?;
    }
    Ok(y)
}

fn deepcopy(vm: &mut Vm, args: Args) -> Res {
    let [v, memo] = args.take(vm);
    let copy = deep_copy::deepcopy(vm, v, memo);
    vm.collect_soon();
    copy
}

fn replace(vm: &mut Vm, args: Args) -> Res {
    let [v, changes] = args.take(vm);
    let names = vm.heap.names;
    let class = vm.getattr(v, names.__class__)?;
    let Some(function) = vm.getattr_opt(class, names.__replace__)? else {
        let n = vm.getattr(class, names.__name__)?;
        let n = vm.str_text(n)?;
        return Err(vm.type_error(format!("replace() does not support {n} objects")));
    };
    let mut named = Vec::new();
    if let Value::Dict(k) = changes {
        for (key, value) in vm.heap.dicts[k].iter().map(|e| (e.key, e.value)).collect::<Vec<_>>() {
            if let Value::Str(key) = key {
                named.push((vm.heap.intern_key(key), value));
            }
        }
    }
    vm.call_kw(function, &[v], &named)
}
