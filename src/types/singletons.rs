//! `None`, `NotImplemented`, `...`, and the small classes of cells and modules.

use crate::code::op::CompareOp;
use crate::heap::dict::Dict;
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `NoneType`.
pub static NONE: TypeSpec = TypeSpec {
    name: "NoneType",
    doc: "The type of the None singleton.",
    new: Some(NativeSpec::new(
        "__new__",
        "($type)",
        |_, _| Ok(Value::None),
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    specials: &[
        NativeSpec::new("__repr__", "($self, /)", |vm, _| Ok(vm.heap.interned_str("None")), "Return repr(self)."),
        NativeSpec::new("__bool__", "($self, /)", |_, _| Ok(Value::Bool(false)), "True if self else False"),
    ],
    ..TypeSpec::BASE
};

/// The class `NotImplementedType`.
pub static NOT_IMPLEMENTED: TypeSpec = TypeSpec {
    name: "NotImplementedType",
    doc: "The type of the NotImplemented singleton.",
    new: Some(NativeSpec::new(
        "__new__",
        "($type)",
        |_, _| Ok(Value::NotImplemented),
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[NativeSpec::new(
        "__reduce__",
        "($self, /)",
        |vm, _| Ok(vm.heap.interned_str("NotImplemented")),
        "Helper for pickle.",
    )],
    specials: &[
        NativeSpec::new(
            "__repr__",
            "($self, /)",
            |vm, _| Ok(vm.heap.interned_str("NotImplemented")),
            "Return repr(self).",
        ),
        NativeSpec::new("__bool__", "($self, /)", not_implemented_bool, "True if self else False"),
    ],
    ..TypeSpec::BASE
};

fn not_implemented_bool(vm: &mut Vm, _args: Args) -> Res {
    vm.warn_deprecated("NotImplemented should not be used in a boolean context")?;
    Ok(Value::Bool(true))
}

/// The class `ellipsis`.
pub static ELLIPSIS: TypeSpec = TypeSpec {
    name: "ellipsis",
    doc: "The type of the Ellipsis singleton.",
    new: Some(NativeSpec::new(
        "__new__",
        "($type)",
        |_, _| Ok(Value::Ellipsis),
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[NativeSpec::new(
        "__reduce__",
        "($self, /)",
        |vm, _| Ok(vm.heap.interned_str("Ellipsis")),
        "Helper for pickle.",
    )],
    specials: &[NativeSpec::new(
        "__repr__",
        "($self, /)",
        |vm, _| Ok(vm.heap.interned_str("Ellipsis")),
        "Return repr(self).",
    )],
    ..TypeSpec::BASE
};

/// The class `cell`.
pub static CELL: TypeSpec = TypeSpec {
    name: "cell",
    doc: "Create a new cell object.",
    new: Some(NativeSpec::new(
        "__new__",
        "($type, contents=None, /)",
        cell_new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    specials: with_comparisons!(
        cell_compare,
        NativeSpec::new("__repr__", "($self, /)", cell_repr, "Return repr(self).")
    ),
    unhashable: true,
    getsets: &[GetSetSpec { name: "cell_contents", get: cell_contents, set: Some(set_cell_contents), doc: "" }],
    ..TypeSpec::BASE
};

/// The class `module`.
pub static MODULE: TypeSpec = TypeSpec {
    name: "module",
    doc: "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
    subclassable: true,
    weakref: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        module_new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    specials: &[
        NativeSpec::new(
            "__init__",
            "($self, /, name, doc=None)",
            module_init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        NativeSpec::new("__repr__", "($self, /)", module_repr, "Return repr(self)."),
    ],
    methods: &[NativeSpec::new(
        "__dir__",
        "($self, /)",
        module_dir,
        "__dir__() -> list\nspecialized dir() implementation",
    )],
    getsets: &[GetSetSpec { name: "__dict__", get: module_namespace, set: None, doc: "" }],
    ..TypeSpec::BASE
};

fn module_namespace(vm: &mut Vm, module: Value) -> Res {
    let Some(dict) = vm.dict_of(module) else { return Ok(Value::None) };
    if vm.host.sys == Some(dict) {
        crate::modules::sys_info::make_all(vm)?;
    }
    Ok(Value::Dict(dict))
}

/// The module's own `__dir__` function (PEP 562), or its names.
fn module_dir(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let name = vm.heap.names.__dict__;
    let dict = vm.getattr(this, name)?;
    let Value::Dict(dict) = vm.payload(dict) else {
        return Err(vm.type_error("<module>.__dict__ is not a dictionary"));
    };
    if let Some(hook) = vm.heap.ns_get(dict, vm.heap.names.__dir__) {
        return vm.call(hook, &[]);
    }
    let names = vm.heap.dicts[dict].iter().map(|e| e.key).collect();
    Ok(vm.heap.new_list(names))
}

fn cell_new(vm: &mut Vm, args: Args) -> Res {
    let content = args.get(vm, 1);
    Ok(vm.heap.new_cell(content))
}

/// Cells compare as what they hold; an empty one comes before all others.
fn cell_compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [Value::Cell(a), Value::Cell(b)] = args.take(vm) else { return Ok(Value::NotImplemented) };
    match (vm.heap.cells[a].bound(), vm.heap.cells[b].bound()) {
        (Some(a), Some(b)) => vm.compare(op, a, b),
        (a, b) => Ok(Value::Bool(op.of(a.is_some().cmp(&b.is_some())))),
    }
}

fn cell_repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let Value::Cell(k) = this else { return Ok(Value::None) };
    let id = vm.id(this);
    let address = crate::object::identity::hex(vm, id);
    let text = match vm.heap.cells[k].bound() {
        None => format!("<cell at {address}: empty>"),
        Some(v) => {
            let (t, id) = (vm.type_name(v), vm.id(v));
            format!("<cell at {address}: {t} object at {}>", crate::object::identity::hex(vm, id))
        }
    };
    Ok(vm.heap.new_str(text))
}

fn cell_contents(vm: &mut Vm, cell: Value) -> Res {
    let Value::Cell(k) = cell else { return Ok(Value::None) };
    match vm.heap.cells[k].bound() {
        Some(v) => Ok(v),
        None => Err(vm.value_error("Cell is empty")),
    }
}

fn set_cell_contents(vm: &mut Vm, cell: Value, v: Value) -> Res<()> {
    if let Value::Cell(k) = cell {
        vm.heap.cells[k] = v;
    }
    Ok(())
}

fn module_new(vm: &mut Vm, args: Args) -> Res {
    let cls = args.get(vm, 0);
    let class = vm.check_new(cls, vm.heap.types.module)?;
    let dict = vm.heap.new_dict_key(Dict::new());
    let module = vm.heap.new_module(dict);
    let made = vm.wrap_new(class, module);
    if let Value::Instance(k) = made {
        vm.heap.use_dict(k, dict);
    }
    Ok(made)
}

fn module_init(vm: &mut Vm, args: Args) -> Res {
    let [this, name, doc] = args.take(vm);
    let Value::Str(_) = vm.payload(name) else {
        let t = vm.type_name(name);
        return Err(vm.type_error(format!("module() argument 'name' must be str, not {t}")));
    };
    if let Some(d) = vm.dict_of(this) {
        let names = vm.heap.names;
        vm.heap.ns_set(d, names.__name__, name);
        vm.heap.ns_set(d, names.__doc__, doc.or_none());
        for n in [names.__package__, names.__loader__, names.__spec__] {
            vm.heap.ns_set(d, n, Value::None);
        }
    }
    Ok(Value::None)
}

fn module_repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let names = vm.heap.names;
    let Some(d) = vm.dict_of(this) else { return Ok(Value::None) };
    let name = vm.heap.ns_get(d, names.__name__).unwrap_or(Value::None);
    let name = vm.repr_text(name)?;
    let text = match vm.heap.ns_get(d, names.__file__) {
        Some(f) if !f.is_none() => format!("<module {name} from {}>", vm.repr_text(f)?),
        Some(_) => return module_repr_from_spec(vm, d, &name),
        None if vm.is_builtin_module(d) => format!("<module {name} (built-in)>"),
        None => return module_repr_from_spec(vm, d, &name),
    };
    Ok(vm.heap.new_str(text))
}

/// `<module 'm' (…)>` for a module without a file: what its spec says of it, or its loader.
fn module_repr_from_spec(vm: &mut Vm, namespace: DictKey, name: &str) -> Res {
    let names = vm.heap.names;
    let spec = vm.heap.ns_get(namespace, names.__spec__).unwrap_or(Value::None);
    let loader = vm.heap.ns_get(namespace, names.__loader__).unwrap_or(Value::None);
    let text = if spec.is_none() {
        if loader.is_none() {
            format!("<module {name}>")
        } else {
            format!("<module {name} ({})>", vm.repr_text(loader)?)
        }
    } else {
        let origin = vm.getattr_text(spec, "origin")?;
        let locations = vm.getattr_text(spec, "submodule_search_locations")?;
        let loader = vm.getattr_text(spec, "loader")?;
        if !origin.is_none() {
            format!("<module {name} ({})>", vm.str_text(origin)?)
        } else if !locations.is_none() {
            let folders = vm.to_vec(locations)?;
            let folders = vm.heap.new_list(folders);
            format!("<module {name} (namespace) from {}>", vm.repr_text(folders)?)
        } else if !loader.is_none() {
            format!("<module {name} ({})>", vm.repr_text(loader)?)
        } else {
            format!("<module {name}>")
        }
    };
    Ok(vm.heap.new_str(text))
}
