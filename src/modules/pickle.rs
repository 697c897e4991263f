//! The modules `_pickle`, where the classes live, and `pickle`, where they are found.

use super::{pickle_buffer, pickler, unpickler};
use crate::pickle::by_reference::{import, import_attribute, split, which_module};
use crate::pickle::errors::{PICKLE_ERROR, PICKLING_ERROR, UNPICKLING_ERROR, error_class};
use crate::pickle::opcodes::OPCODES;
use crate::pickle::{DEFAULT_PROTOCOL, HIGHEST_PROTOCOL};
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};
use num_bigint::BigInt;

/// The module `_pickle`.
pub static CORE: ModuleSpec = ModuleSpec {
    name: "_pickle",
    doc: "Optimized C implementation for the Python pickle module.",
    functions: &[],
    classes: &[&pickler::SPEC, &unpickler::SPEC, &pickle_buffer::SPEC],
    init: Some(init_core),
};

/// The module `pickle`.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "pickle",
    doc: "Create portable serialized representations of Python objects.",
    functions: FUNCTIONS,
    classes: &[],
    init: Some(init),
};

static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new(
        "encode_long",
        "(x)",
        encode_long,
        "Encode a long to a two's complement little-endian binary string.",
    ),
    NativeSpec::new(
        "decode_long",
        "(data)",
        decode_long,
        "Decode a long from a two's complement little-endian binary string.",
    ),
    NativeSpec::new("whichmodule", "(obj, name)", whichmodule, "Find the module an object belong to."),
];

/// What `pickle` takes from `_pickle`.
const SHARED: &[&str] = &[
    "PickleError",
    "PicklingError",
    "UnpicklingError",
    "Pickler",
    "Unpickler",
    "dump",
    "dumps",
    "load",
    "loads",
    "PickleBuffer",
];

fn init_core(vm: &mut Vm, ns: DictKey) -> Res<()> {
    for spec in [&PICKLE_ERROR, &PICKLING_ERROR, &UNPICKLING_ERROR] {
        let class = error_class(vm, spec);
        vm.heap.ns_set_text(ns, spec.name, Value::Class(class));
    }
    let module = vm.heap.new_str("_pickle");
    vm.add_functions(ns, module, pickler::FUNCTIONS);
    vm.add_functions(ns, module, unpickler::FUNCTIONS);
    Ok(())
}

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let core = vm.heap.intern("_pickle");
    let core = import(vm, core)?;
    let mut all = Vec::new();
    for name in SHARED {
        let v = vm.getattr_text(core, name)?;
        vm.heap.ns_set_text(ns, name, v);
        all.push(*name);
    }
    for (name, byte) in OPCODES {
        let v = vm.heap.new_bytes([*byte]);
        vm.heap.ns_set_text(ns, name, v);
        all.push(name);
    }
    for (name, line) in [("TRUE", &b"I01\n"[..]), ("FALSE", &b"I00\n"[..])] {
        let v = vm.heap.new_bytes(line);
        vm.heap.ns_set_text(ns, name, v);
        all.push(name);
    }
    let numbers = [("HIGHEST_PROTOCOL", HIGHEST_PROTOCOL), ("DEFAULT_PROTOCOL", DEFAULT_PROTOCOL)];
    for (name, n) in numbers {
        vm.heap.ns_set_text(ns, name, Value::Int(i64::from(n)));
        all.push(name);
    }
    // CPython lists the constants in the order of their names.
    all[SHARED.len()..].sort_unstable();
    let all: Vec<Value> = all.into_iter().map(|name| vm.heap.interned_str(name)).collect();
    let all = vm.heap.new_list(all);
    vm.heap.ns_set_text(ns, "__all__", all);
    let version = vm.heap.new_str("4.0");
    vm.heap.ns_set_text(ns, "format_version", version);
    let versions = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"];
    let versions = versions.map(|v| vm.heap.new_str(v));
    let versions = vm.heap.new_list(versions.to_vec());
    vm.heap.ns_set_text(ns, "compatible_formats", versions);
    let types = [vm.heap.types.bytes, vm.heap.types.bytearray].map(Value::Class);
    let types = vm.heap.new_tuple(types);
    vm.heap.ns_set_text(ns, "bytes_types", types);
    for name in ["dispatch_table", "_extension_registry", "_inverted_registry", "_extension_cache"] {
        let v = import_attribute(vm, "copyreg", name)?;
        vm.heap.ns_set_text(ns, name, v);
    }
    Ok(())
}

fn encode_long(vm: &mut Vm, args: Args) -> Res {
    let [n] = args.take(vm);
    let n = match vm.payload(n) {
        Value::Int(i) => BigInt::from(i),
        Value::Bool(b) => BigInt::from(u8::from(b)),
        Value::BigInt(k) => vm.heap.bigints[k].clone(),
        _ => {
            let name = vm.heap.intern("bit_length");
            return Err(vm.no_attribute(n, name));
        }
    };
    if n == BigInt::default() {
        return Ok(vm.heap.new_bytes([]));
    }
    let bytes = n.to_signed_bytes_le();
    Ok(vm.heap.new_bytes(bytes))
}

fn decode_long(vm: &mut Vm, args: Args) -> Res {
    let [data] = args.take(vm);
    let from_bytes = vm.getattr_text(Value::Class(vm.heap.types.int), "from_bytes")?;
    let order = vm.heap.new_str("little");
    let signed = vm.heap.intern("signed");
    vm.call_kw(from_bytes, &[data, order], &[(signed, Value::Bool(true))])
}

fn whichmodule(vm: &mut Vm, args: Args) -> Res {
    let [object, name] = args.take(vm);
    let name = vm.str_text(name)?;
    let path = split(vm, &name);
    which_module(vm, object, &path)
}
