//! The module `_compat_pickle`: the dicts that say what Python 2 called what Python 3 moved.

use crate::heap::dict::Dict;
use crate::pickle::old_names::{self, Global};
use crate::value::*;
use crate::vm::native::ModuleSpec;
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec =
    ModuleSpec { name: "_compat_pickle", doc: "", functions: &[], classes: &[], init: Some(init) };

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    add_modules(vm, ns, "IMPORT_MAPPING", old_names::modules_to_3())?;
    add_names(vm, ns, "NAME_MAPPING", old_names::names_to_3())?;
    for (name, classes) in [
        ("PYTHON2_EXCEPTIONS", old_names::PYTHON2_EXCEPTIONS),
        ("MULTIPROCESSING_EXCEPTIONS", old_names::MULTIPROCESSING_EXCEPTIONS),
        ("PYTHON3_OSERROR_EXCEPTIONS", old_names::NEW_OS_ERRORS),
        ("PYTHON3_IMPORTERROR_EXCEPTIONS", old_names::NEW_IMPORT_ERRORS),
    ] {
        let classes: Vec<Value> = classes.iter().map(|class| vm.heap.interned_str(class)).collect();
        let classes = vm.heap.new_tuple(classes);
        vm.heap.ns_set_text(ns, name, classes);
    }
    add_modules(vm, ns, "REVERSE_IMPORT_MAPPING", old_names::modules_to_2())?;
    add_names(vm, ns, "REVERSE_NAME_MAPPING", old_names::names_to_2())
}

/// A dict of modules by modules.
fn add_modules(
    vm: &mut Vm,
    ns: DictKey,
    name: &str,
    pairs: impl Iterator<Item = (&'static str, &'static str)>,
) -> Res<()> {
    let dict = vm.heap.new_dict_key(Dict::new());
    vm.heap.ns_set_text(ns, name, Value::Dict(dict));
    for (from, to) in pairs {
        let (from, to) = (vm.heap.interned_str(from), vm.heap.interned_str(to));
        vm.dict_set(dict, from, to)?;
    }
    Ok(())
}

/// A dict of (module, name) by (module, name).
fn add_names(vm: &mut Vm, ns: DictKey, name: &str, pairs: impl Iterator<Item = (Global, Global)>) -> Res<()> {
    let dict = vm.heap.new_dict_key(Dict::new());
    vm.heap.ns_set_text(ns, name, Value::Dict(dict));
    for (from, to) in pairs {
        let (from, to) = (global(vm, from), global(vm, to));
        vm.dict_set(dict, from, to)?;
    }
    Ok(())
}

fn global(vm: &mut Vm, (module, name): Global) -> Value {
    let parts = [vm.heap.interned_str(module), vm.heap.interned_str(name)];
    vm.heap.new_tuple(parts)
}
