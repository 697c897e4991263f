//! The named tuples of `sys`: `version_info`, `flags`, `float_info`, … made when they are first asked for.

use crate::heap::kinds::{Descriptor, Layout};
use crate::modules::import_machinery::{builtin_importer, frozen_importer};
use crate::pickle::by_reference::import_attribute;
use crate::types::traceback_text::qualified_name;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// `sys.__getattr__`: makes what is made on demand.
pub fn getattr(vm: &mut Vm, args: Args) -> Res {
    let [name] = args.take(vm);
    let text = match vm.payload(name) {
        Value::Str(k) => vm.heap.text(k).into_owned(),
        _ => String::new(),
    };
    let made = match text.as_str() {
        "version_info" => version_info(vm),
        "flags" => flags(vm),
        "_xoptions" => x_options(vm)?,
        "float_info" => float_info(vm),
        "int_info" => {
            let values = [30, 4, 4300, 640].map(Value::Int);
            sequence(vm, &INT_INFO, &values)
        }
        "hash_info" => hash_info(vm),
        "thread_info" => {
            let (name, lock) = (vm.heap.interned_str("pthread"), vm.heap.interned_str("semaphore"));
            sequence(vm, &THREAD_INFO, &[name, lock, Value::None])
        }
        "implementation" => implementation(vm)?,
        "meta_path" => {
            let path_finder = import_attribute(vm, "importlib._loading", "PathFinder")?;
            let finders = vec![builtin_importer(vm), frozen_importer(vm), path_finder];
            vm.host.finders[0].clone_from(&finders);
            vm.heap.new_list(finders)
        }
        "path_hooks" => {
            let hook = import_attribute(vm, "importlib._loading", "default_path_hook")?;
            vm.host.finders[1] = vec![hook];
            vm.heap.new_list(vec![hook])
        }
        "stdlib_module_names" => names(vm, super::stdlib_names::STDLIB.iter().copied(), true)?,
        "builtin_module_names" => {
            names(vm, std::iter::once("builtins").chain(super::NATIVE_MODULES.iter().map(|m| m.name)), false)?
        }
        _ => {
            let message = format!("module 'sys' has no attribute '{text}'");
            let key = vm.heap.intern(&text);
            let sys = vm.heap.names.sys;
            let module = vm.heap.ns_get(vm.modules, sys).unwrap_or_default();
            return Err(vm.attribute_error(message, module.or_none(), key));
        }
    };
    if let Some(ns) = vm.host.sys {
        vm.heap.ns_set_text(ns, &text, made);
    }
    Ok(made)
}

fn names(vm: &mut Vm, names: impl Iterator<Item = &'static str>, set: bool) -> Res {
    let items: Vec<Value> = names.map(|n| vm.heap.interned_str(n)).collect();
    let tuple = vm.heap.new_tuple(items);
    if !set {
        return Ok(tuple);
    }
    let class = vm.heap.types.frozenset;
    vm.call(Value::Class(class), &[tuple])
}

/// The field at an index of a named tuple.
pub const fn field<const I: usize>(name: &'static str) -> GetSetSpec {
    GetSetSpec { name, get: item::<I>, set: None, doc: "" }
}

fn item<const I: usize>(vm: &mut Vm, this: Value) -> Res {
    match vm.payload(this) {
        Value::Tuple(t) => Ok(vm.heap.tuples[t].get(I).copied().unwrap_or(Value::None)),
        _ => Err(vm.type_error("descriptor requires a named tuple of sys")),
    }
}

const REPR: &[NativeSpec] = &[NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self).")];

const fn info(name: &'static str, getsets: &'static [GetSetSpec]) -> TypeSpec {
    named_tuple(name, "sys", getsets)
}

/// The class of named tuples with these fields.
pub const fn named_tuple(name: &'static str, module: &'static str, fields: &'static [GetSetSpec]) -> TypeSpec {
    TypeSpec { name, module, no_new: true, specials: REPR, getsets: fields, ..TypeSpec::BASE }
}

static VERSION_INFO: TypeSpec = info(
    "version_info",
    &[field::<0>("major"), field::<1>("minor"), field::<2>("micro"), field::<3>("releaselevel"), field::<4>("serial")],
);
static INT_INFO: TypeSpec = info(
    "int_info",
    &[
        field::<0>("bits_per_digit"),
        field::<1>("sizeof_digit"),
        field::<2>("default_max_str_digits"),
        field::<3>("str_digits_check_threshold"),
    ],
);
static THREAD_INFO: TypeSpec = info("thread_info", &[field::<0>("name"), field::<1>("lock"), field::<2>("version")]);
static HASH_INFO: TypeSpec = info(
    "hash_info",
    &[
        field::<0>("width"),
        field::<1>("modulus"),
        field::<2>("inf"),
        field::<3>("nan"),
        field::<4>("imag"),
        field::<5>("algorithm"),
        field::<6>("hash_bits"),
        field::<7>("seed_bits"),
        field::<8>("cutoff"),
    ],
);
static FLOAT_INFO: TypeSpec = info(
    "float_info",
    &[
        field::<0>("max"),
        field::<1>("max_exp"),
        field::<2>("max_10_exp"),
        field::<3>("min"),
        field::<4>("min_exp"),
        field::<5>("min_10_exp"),
        field::<6>("dig"),
        field::<7>("mant_dig"),
        field::<8>("epsilon"),
        field::<9>("radix"),
        field::<10>("rounds"),
    ],
);
static FLAGS: TypeSpec = info(
    "flags",
    &[
        field::<0>("debug"),
        field::<1>("inspect"),
        field::<2>("interactive"),
        field::<3>("optimize"),
        field::<4>("dont_write_bytecode"),
        field::<5>("no_user_site"),
        field::<6>("no_site"),
        field::<7>("ignore_environment"),
        field::<8>("verbose"),
        field::<9>("bytes_warning"),
        field::<10>("quiet"),
        field::<11>("hash_randomization"),
        field::<12>("isolated"),
        field::<13>("dev_mode"),
        field::<14>("utf8_mode"),
        field::<15>("warn_default_encoding"),
        field::<16>("safe_path"),
        field::<17>("int_max_str_digits"),
        // Beside the tuple, as if the lock were there: nothing runs at the same time.
        GetSetSpec { name: "gil", get: |_, _| Ok(Value::Int(1)), set: None, doc: "" },
    ],
);

/// An instance of a named tuple's class, which is made on first use.
pub fn sequence(vm: &mut Vm, spec: &'static TypeSpec, values: &[Value]) -> Value {
    let tuple = vm.heap.types.tuple;
    let class = match made_class(vm, spec) {
        Some(class) => class,
        None => {
            let class = vm.make_builtin_class(spec, tuple);
            let root = vm.heap.shapes.new_root(class, 1);
            let c = &mut vm.heap.classes[class];
            (c.layout, c.fixed, c.root_shape) = (Layout::Payload(tuple), 1, root);
            vm.register_class(spec, class);
            describe_fields(vm, spec, class, values.len());
            class
        }
    };
    let payload = vm.heap.new_tuple(values);
    vm.wrap_new(class, payload)
}

/// Sets what a named tuple's class says of its fields: how many there are of each sort, and the names of those that
/// are in the tuple.
fn describe_fields(vm: &mut Vm, spec: &'static TypeSpec, class: ClassKey, in_tuple: usize) {
    let names = spec.getsets.iter().take(in_tuple).map(|field| vm.heap.interned_str(field.name)).collect::<Vec<_>>();
    let names = vm.heap.new_tuple(names);
    let ns = vm.heap.namespace(class);
    for (name, value) in [
        ("n_sequence_fields", Value::Int(in_tuple as i64)),
        ("n_fields", Value::Int(spec.getsets.len() as i64)),
        ("n_unnamed_fields", Value::Int(0)),
        ("__match_args__", names),
    ] {
        vm.heap.ns_set_text(ns, name, value);
    }
}

/// The fields of an instance of a named tuple's class.
pub fn fields(vm: &Vm, v: Value, spec: &'static TypeSpec) -> Option<Vec<Value>> {
    match vm.payload(v) {
        Value::Tuple(t) if made_class(vm, spec) == Some(vm.class_of(v)) => Some(vm.heap.tuples[t].to_vec()),
        _ => None,
    }
}

/// The class of named tuples, if there was an instance already.
fn made_class(vm: &Vm, spec: &'static TypeSpec) -> Option<ClassKey> {
    vm.native_classes.get(&(std::ptr::from_ref(spec) as usize)).copied()
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let Value::Tuple(t) = vm.payload(this) else { return vm.repr(Value::None) };
    let class = vm.class_of(this);
    let ns = vm.heap.namespace(class);
    let descriptors: Vec<&'static str> = vm.heap.dicts[ns]
        .iter()
        .filter_map(|e| match e.value {
            Value::Descriptor(k) => match &vm.heap.descriptors[k] {
                Descriptor::GetSet { spec, .. } => Some(spec.name),
                _ => None,
            },
            _ => None,
        })
        .collect();
    let values = vm.heap.tuples[t].to_vec();
    let mut parts = Vec::new();
    for (name, value) in descriptors.into_iter().zip(values) {
        parts.push(format!("{name}={}", vm.repr_text(value)?));
    }
    let (module, name) = qualified_name(vm, class);
    let prefix = module.filter(|module| module != "builtins").map(|module| module + ".").unwrap_or_default();
    let text = format!("{prefix}{name}({})", parts.join(", "));
    Ok(vm.heap.new_str(text))
}

fn version_info(vm: &mut Vm) -> Value {
    let level = vm.heap.interned_str("final");
    sequence(vm, &VERSION_INFO, &[Value::Int(3), Value::Int(13), Value::Int(0), level, Value::Int(0)])
}

fn flags(vm: &mut Vm) -> Value {
    let flags = vm.host.flags.clone();
    let count = |letter: char| flags.shown.iter().filter(|&&l| l == letter).count() as i64;
    let isolated = i64::from(flags.isolated);
    let interactive = i64::from(vm.host.interactive);
    let development = flags.x_options.iter().any(|x| x == "dev");
    let int = Value::Int;
    let values = [
        int(count('d')),
        int(interactive),
        int(interactive),
        int(i64::from(flags.optimize)),
        int(1), // no bytecode is ever written
        int(count('s').max(isolated)),
        int(count('S')),
        int(count('E').max(isolated)),
        int(count('v')),
        int(count('b')),
        int(i64::from(flags.quiet)),
        int(1),
        int(isolated),
        Value::Bool(development),
        int(0),
        int(0),
        Value::Bool(flags.safe_path),
        int(vm.limits.int_digits as i64),
    ];
    sequence(vm, &FLAGS, &values)
}

/// `sys._xoptions`: the `-X` options, by name.
fn x_options(vm: &mut Vm) -> Res {
    let options = vm.heap.new_dict_key(Default::default());
    for option in vm.host.flags.x_options.clone() {
        let (name, value) = option.split_once('=').map_or((&*option, None), |(n, v)| (n, Some(v)));
        let value = value.map_or(Value::Bool(true), |v| vm.heap.new_str(v));
        let name = vm.heap.new_str(name);
        vm.dict_set(options, name, value)?;
    }
    Ok(Value::Dict(options))
}

/// What [`getattr`] makes.
const LAZY: &[&str] = &[
    "_xoptions",
    "builtin_module_names",
    "flags",
    "float_info",
    "hash_info",
    "implementation",
    "int_info",
    "meta_path",
    "path_hooks",
    "stdlib_module_names",
    "thread_info",
    "version_info",
];

/// `sys.__dir__`: what is there and what is made on demand.
pub fn dir(vm: &mut Vm, _args: Args) -> Res {
    let Some(ns) = vm.host.sys else { return Ok(vm.heap.new_list(Vec::new())) };
    let mut names: Vec<Value> = vm.heap.dicts[ns].iter().map(|e| e.key).collect();
    names.retain(|&v| match v {
        Value::Str(k) => !matches!(&*vm.heap.text(k), "__getattr__" | "__dir__"),
        _ => true,
    });
    for name in LAZY {
        let key = vm.heap.intern(name);
        if vm.heap.ns_get(ns, key).is_none() {
            names.push(Value::Str(key));
        }
    }
    Ok(vm.heap.new_list(names))
}

/// Makes everything that is still to be made on demand, for who asks for the namespace itself.
pub fn make_all(vm: &mut Vm) -> Res<()> {
    let Some(ns) = vm.host.sys else { return Ok(()) };
    let names = vm.heap.names;
    let Some(hook @ Value::Native(_)) = vm.heap.ns_get(ns, names.__getattr__) else { return Ok(()) };
    for name in LAZY {
        let key = vm.heap.intern(name);
        if vm.heap.ns_get(ns, key).is_none() {
            vm.call(hook, &[Value::Str(key)])?;
        }
    }
    for hook in [names.__getattr__, names.__dir__] {
        vm.heap.ns_remove(ns, hook);
    }
    Ok(())
}

fn float_info(vm: &mut Vm) -> Value {
    let values = [
        Value::Float(f64::MAX),
        Value::Int(i64::from(f64::MAX_EXP)),
        Value::Int(i64::from(f64::MAX_10_EXP)),
        Value::Float(f64::MIN_POSITIVE),
        Value::Int(i64::from(f64::MIN_EXP)),
        Value::Int(i64::from(f64::MIN_10_EXP)),
        Value::Int(i64::from(f64::DIGITS)),
        Value::Int(i64::from(f64::MANTISSA_DIGITS)),
        Value::Float(f64::EPSILON),
        Value::Int(i64::from(f64::RADIX)),
        Value::Int(1),
    ];
    sequence(vm, &FLOAT_INFO, &values)
}

fn hash_info(vm: &mut Vm) -> Value {
    let algorithm = vm.heap.interned_str("foldhash");
    let int = Value::Int;
    let values =
        [int(64), int((1 << 61) - 1), int(314_159), int(0), int(1_000_003), algorithm, int(64), int(64), int(0)];
    sequence(vm, &HASH_INFO, &values)
}

fn implementation(vm: &mut Vm) -> Res {
    let name = vm.heap.interned_str("selfsame");
    let version = version_info(vm);
    let class = super::types_native::simple_namespace(vm);
    let fields =
        [("name", name), ("cache_tag", Value::None), ("version", version), ("hexversion", Value::Int(0x030d_00f0))];
    let fields: Vec<(StrKey, Value)> = fields.into_iter().map(|(n, v)| (vm.heap.intern(n), v)).collect();
    vm.call_kw(Value::Class(class), &[], &fields)
}
