//! `SimpleNamespace`: an object whose attributes are what it was made with.

use crate::heap::kinds::Layout;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `types.SimpleNamespace`.
pub static SIMPLE_NAMESPACE: TypeSpec = TypeSpec {
    name: "SimpleNamespace",
    module: "types",
    doc: "A simple attribute-based namespace.",
    subclassable: true,
    weakref: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    specials: &[
        NativeSpec::new(
            "__init__",
            "($self, /, *args, **kwargs)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__eq__", "($self, value, /)", eq, "Return self==value."),
    ],
    methods: &[
        NativeSpec::new("__reduce__", "($self)", reduce, "Return state information for pickling"),
        NativeSpec::new(
            "__replace__",
            "($self, /, **changes)",
            replace,
            "Return a copy of the namespace object with new values for the specified attributes.",
        ),
    ],
    getsets: &[crate::types::exception::DICT],
    unhashable: true,
    ..TypeSpec::BASE
};

/// The class, made on first use: its instances are plain objects with a `__dict__`.
pub fn simple_namespace(vm: &mut Vm) -> ClassKey {
    let class = vm.class_for(&SIMPLE_NAMESPACE);
    let c = &mut vm.heap.classes[class];
    c.layout = Layout::Plain;
    c.flags.has_dict = true;
    class
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, ..] = args.take::<3>(vm);
    let base = simple_namespace(vm);
    let class = vm.check_new(cls, base)?;
    Ok(Value::Instance(vm.heap.new_instance(class)))
}

fn dict(vm: &mut Vm, this: Value) -> Res<DictKey> {
    match vm.dict_of(this) {
        Some(d) => Ok(d),
        None => Err(vm.type_error("descriptor requires a 'types.SimpleNamespace' object")),
    }
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [this, rest, kwargs] = args.take(vm);
    let own = dict(vm, this)?;
    let given = match rest {
        Value::Tuple(t) => vm.heap.tuples[t].to_vec(),
        _ => Vec::new(),
    };
    if given.len() > 1 {
        let n = given.len();
        return Err(vm.type_error(format!("SimpleNamespace expected at most 1 argument, got {n}")));
    }
    let mut sources = Vec::new();
    if let Some(&mapping) = given.first() {
        let class = vm.heap.types.dict;
        sources.push(vm.call(Value::Class(class), &[mapping])?);
    }
    sources.push(kwargs);
    for source in sources {
        let Value::Dict(d) = source else { continue };
        let items: Vec<(Value, Value)> = vm.heap.dicts[d].iter().map(|e| (e.key, e.value)).collect();
        for (k, v) in items {
            let Value::Str(k) = k else { return Err(vm.type_error("keywords must be strings")) };
            let k = vm.heap.intern_key(k);
            vm.heap.ns_set(own, k, v);
        }
    }
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let class = vm.class_of(this);
    let exact = class == simple_namespace(vm);
    let name = if exact { "namespace".to_owned() } else { vm.heap.class_name(class) };
    if vm.repr_stack.iter().any(|v| v.is(this)) {
        return Ok(vm.heap.new_str(format!("{name}(...)")));
    }
    vm.repr_stack.push(this);
    let text = repr_items(vm, this);
    vm.repr_stack.pop();
    Ok(vm.heap.new_str(format!("{name}({})", text?)))
}

fn repr_items(vm: &mut Vm, this: Value) -> Res<String> {
    let own = dict(vm, this)?;
    let items: Vec<(Value, Value)> = vm.heap.dicts[own].iter().map(|e| (e.key, e.value)).collect();
    let mut parts = Vec::new();
    for (k, v) in items {
        let Value::Str(k) = k else { continue };
        let k = vm.heap.text(k).into_owned();
        parts.push(format!("{k}={}", vm.repr_text(v)?));
    }
    Ok(parts.join(", "))
}

fn eq(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let class = simple_namespace(vm);
    if !vm.heap.is_subclass(vm.class_of(other), class) {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = (dict(vm, this)?, dict(vm, other)?);
    Ok(Value::Bool(vm.eq(Value::Dict(a), Value::Dict(b))?))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let (class, own) = (vm.class_of(this), dict(vm, this)?);
    let empty = vm.heap.new_tuple([]);
    Ok(vm.heap.new_tuple([Value::Class(class), empty, Value::Dict(own)]))
}

fn replace(vm: &mut Vm, args: Args) -> Res {
    let [this, changes] = args.take(vm);
    let (class, own) = (vm.class_of(this), dict(vm, this)?);
    let made = vm.call(Value::Class(class), &[])?;
    let target = dict(vm, made)?;
    for source in [Value::Dict(own), changes] {
        let Value::Dict(d) = source else { continue };
        let items: Vec<(Value, Value)> = vm.heap.dicts[d].iter().map(|e| (e.key, e.value)).collect();
        for (k, v) in items {
            vm.dict_set(target, k, v)?;
        }
    }
    Ok(made)
}
