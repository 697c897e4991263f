//! The importers that modules name as their loaders: `BuiltinImporter`, `FrozenImporter`, `SourceFileLoader`.
//!
//! Every module refers to one of these, so they are always there; what their methods do is written in Python
//! (`importlib/_loading.py`) and loaded when one is called.

use super::module_spec;
use crate::heap::kinds::Layout;
use crate::pickle::by_reference::import_attribute;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The module `_frozen_importlib`.
pub static BOOTSTRAP: ModuleSpec = ModuleSpec {
    name: "_frozen_importlib",
    doc: "Core implementation of import.",
    functions: &[],
    classes: &[],
    init: Some(|vm, ns| {
        for spec in [&module_spec::SPEC, &BUILTIN, &FROZEN] {
            add_class(vm, ns, spec);
        }
        Ok(())
    }),
};

/// The module `_frozen_importlib_external`.
pub static EXTERNAL: ModuleSpec = ModuleSpec {
    name: "_frozen_importlib_external",
    doc: "Core implementation of path-based import.",
    functions: &[NativeSpec::new("__getattr__", "(name, /)", in_loading, "")],
    classes: &[],
    init: Some(|vm, ns| {
        add_class(vm, ns, &SOURCE_FILE);
        Ok(())
    }),
};

fn add_class(vm: &mut Vm, ns: DictKey, spec: &'static TypeSpec) {
    let class = plain_class(vm, spec);
    vm.heap.ns_set_text(ns, spec.name, Value::Class(class));
}

/// The other classes of the module are written in Python.
fn in_loading(vm: &mut Vm, args: Args) -> Res {
    let [name] = args.take(vm);
    let name = vm.str_text(name)?;
    import_attribute(vm, "importlib._loading", &name)
}

/// The class of a spec, whose instances are plain objects with a `__dict__`.
pub fn plain_class(vm: &mut Vm, spec: &'static TypeSpec) -> ClassKey {
    let class = vm.class_for(spec);
    let c = &mut vm.heap.classes[class];
    c.layout = Layout::Plain;
    c.flags.has_dict = true;
    class
}

/// Sets attributes of a plain object.
pub fn set_attributes(vm: &mut Vm, object: Value, attributes: &[(&str, Value)]) {
    if let Value::Instance(k) = object {
        for &(name, value) in attributes {
            let name = vm.heap.intern(name);
            vm.heap.set_attribute(k, name, value);
        }
    }
}

/// The loader of the modules written in Rust.
pub fn builtin_importer(vm: &mut Vm) -> Value {
    Value::Class(plain_class(vm, &BUILTIN))
}

/// The loader of the modules written in Python that are part of the interpreter.
pub fn frozen_importer(vm: &mut Vm) -> Value {
    Value::Class(plain_class(vm, &FROZEN))
}

/// The loader of a file.
pub fn source_file_loader(vm: &mut Vm, name: Value, path: Value) -> Value {
    let class = plain_class(vm, &SOURCE_FILE);
    let loader = Value::Instance(vm.heap.new_instance(class));
    set_attributes(vm, loader, &[("name", name), ("path", path)]);
    loader
}

/// Calls the function of `importlib._loading` that does what the method is for.
fn python(vm: &mut Vm, function: &str, args: Args) -> Res {
    let function = import_attribute(vm, "importlib._loading", function)?;
    let given: Vec<Value> = (0..args.len).map(|i| args.get(vm, i)).take_while(|v| !v.is_undef()).collect();
    vm.call(function, &given)
}

static BUILTIN: TypeSpec = TypeSpec {
    name: "BuiltinImporter",
    module: "_frozen_importlib",
    subclassable: true,
    weakref: true,
    doc: "Meta path import for built-in modules.\n\nAll methods are either class or static methods to avoid the need \
          to\ninstantiate the class.\n\n",
    class_methods: &[
        NativeSpec::new(
            "find_spec",
            "($type, fullname, path=None, target=None)",
            |vm, a| python(vm, "builtin_find_spec", a),
            "",
        ),
        NativeSpec::new("get_code", "($type, fullname)", |vm, a| python(vm, "builtin_get_none", a), ""),
        NativeSpec::new("get_source", "($type, fullname)", |vm, a| python(vm, "builtin_get_none", a), ""),
        NativeSpec::new("is_package", "($type, fullname)", |vm, a| python(vm, "builtin_is_package", a), ""),
        NativeSpec::new("load_module", "($type, fullname)", |vm, a| python(vm, "load_module", a), ""),
    ],
    static_methods: &[
        NativeSpec::new("create_module", "(spec)", |vm, a| python(vm, "builtin_create_module", a), ""),
        NativeSpec::new("exec_module", "(module)", |_, _| Ok(Value::None), ""),
    ],
    ..TypeSpec::BASE
};

static FROZEN: TypeSpec = TypeSpec {
    name: "FrozenImporter",
    module: "_frozen_importlib",
    subclassable: true,
    weakref: true,
    doc: "Meta path import for frozen modules.\n\nAll methods are either class or static methods to avoid the need \
          to\ninstantiate the class.\n\n",
    class_methods: &[
        NativeSpec::new(
            "find_spec",
            "($type, fullname, path=None, target=None)",
            |vm, a| python(vm, "frozen_find_spec", a),
            "",
        ),
        NativeSpec::new("get_code", "($type, fullname)", |vm, a| python(vm, "frozen_get_code", a), ""),
        NativeSpec::new("get_source", "($type, fullname)", |vm, a| python(vm, "frozen_get_source", a), ""),
        NativeSpec::new("is_package", "($type, fullname)", |vm, a| python(vm, "frozen_is_package", a), ""),
        NativeSpec::new("load_module", "($type, fullname)", |vm, a| python(vm, "load_module", a), ""),
    ],
    static_methods: &[
        NativeSpec::new("create_module", "(spec)", |_, _| Ok(Value::None), ""),
        NativeSpec::new("exec_module", "(module)", |vm, a| python(vm, "frozen_exec_module", a), ""),
    ],
    ..TypeSpec::BASE
};

static SOURCE_FILE: TypeSpec = TypeSpec {
    name: "SourceFileLoader",
    module: "_frozen_importlib_external",
    subclassable: true,
    weakref: true,
    doc: "Concrete implementation of SourceLoader using the file system.",
    specials: &[
        NativeSpec::new(
            "__init__",
            "($self, fullname, path)",
            |vm, a| python(vm, "file_init", a),
            "Cache the module name and the path to the file found by the\nfinder.",
        ),
        NativeSpec::new("__eq__", "($self, other)", |vm, a| python(vm, "file_eq", a), ""),
        NativeSpec::new("__hash__", "($self)", |vm, a| python(vm, "file_hash", a), ""),
    ],
    methods: &[
        NativeSpec::new("create_module", "($self, spec)", |_, _| Ok(Value::None), ""),
        NativeSpec::new("exec_module", "($self, module)", |vm, a| python(vm, "exec_module", a), ""),
        NativeSpec::new("get_code", "($self, fullname)", |vm, a| python(vm, "source_get_code", a), ""),
        NativeSpec::new("get_data", "($self, path)", |vm, a| python(vm, "file_get_data", a), ""),
        NativeSpec::new("get_filename", "($self, name=None)", |vm, a| python(vm, "file_get_filename", a), ""),
        NativeSpec::new("get_source", "($self, fullname)", |vm, a| python(vm, "source_get_source", a), ""),
        NativeSpec::new("is_package", "($self, fullname)", |vm, a| python(vm, "file_is_package", a), ""),
        NativeSpec::new("load_module", "($self, fullname)", |vm, a| python(vm, "load_module", a), ""),
        NativeSpec::new("source_to_code", "($self, data, path)", |vm, a| python(vm, "source_to_code", a), ""),
    ],
    ..TypeSpec::BASE
};
