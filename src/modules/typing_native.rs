//! `_typing`: the parts of typing that the language itself makes.

use crate::types::{no_default, param_spec, type_alias, type_param};
use crate::vm::native::{ModuleSpec, NativeSpec};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_typing",
    doc: "Primitives and accelerators for the typing module.\n",
    functions: &[NativeSpec::new("_idfunc", "(object, /)", |vm, args| Ok(args.get(vm, 0)), "")],
    classes: &[
        &type_param::TYPE_VAR,
        &type_param::TYPE_VAR_TUPLE,
        &type_param::PARAM_SPEC,
        &param_spec::ARGS,
        &param_spec::KWARGS,
        &type_alias::SPEC,
    ],
    init: Some(|vm, ns| {
        type_param::prepare_classes(vm);
        let v = no_default::value(vm);
        vm.heap.ns_set_text(ns, "NoDefault", v);
        Ok(())
    }),
};
