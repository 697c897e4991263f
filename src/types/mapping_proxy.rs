//! `types.MappingProxyType`: a read-only view of a mapping, as `C.__dict__` is.

use super::container_repr::{Joined, guarded};
use crate::code::op::{BinaryOp, CompareOp};
use crate::heap::kinds::{Collection, Object};
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `mappingproxy`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "mappingproxy",
    doc: "Read-only proxy of a mapping.",
    new: Some(NativeSpec::new(
        "__new__",
        "($type, mapping, /)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[
        NativeSpec::new(
            "get",
            "($self, key, default=None, /)",
            get,
            "Return the value for key if key is in the mapping, else default.",
        ),
        NativeSpec::new(
            "keys",
            "($self, /)",
            |vm, a| forward(vm, a, "keys"),
            "D.keys() -> a set-like object providing a view on D's keys",
        ),
        NativeSpec::new(
            "values",
            "($self, /)",
            |vm, a| forward(vm, a, "values"),
            "D.values() -> an object providing a view on D's values",
        ),
        NativeSpec::new(
            "items",
            "($self, /)",
            |vm, a| forward(vm, a, "items"),
            "D.items() -> a set-like object providing a view on D's items",
        ),
        NativeSpec::new("copy", "($self, /)", |vm, a| forward(vm, a, "copy"), "D.copy() -> a shallow copy of D"),
        NativeSpec::new(
            "__reversed__",
            "($self, /)",
            |vm, a| forward(vm, a, "__reversed__"),
            "D.__reversed__() -> reverse iterator",
        ),
    ],
    specials: with_comparisons!(
        compare,
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__str__", "($self, /)", str, "Return str(self)."),
        NativeSpec::new("__hash__", "($self, /)", hash, "Return hash(self)."),
        NativeSpec::new("__iter__", "($self, /)", iter, "Implement iter(self)."),
        NativeSpec::new("__len__", "($self, /)", len, "Return len(self)."),
        NativeSpec::new("__getitem__", "($self, key, /)", getitem, "Return self[key]."),
        NativeSpec::new("__contains__", "($self, key, /)", contains, "Return bool(key in self)."),
        NativeSpec::new("__or__", "($self, value, /)", or, "Return self|value."),
        NativeSpec::new("__ror__", "($self, value, /)", ror, "Return value|self."),
        NativeSpec::new("__ior__", "($self, value, /)", ior, "Return self|=value."),
    ),
    class_methods: super::generic_alias::CLASS_GETITEM,
    collection: Collection::Mapping,
    ..TypeSpec::BASE
};

/// The mapping shown.
pub struct MappingProxy(pub Value);

impl Object for MappingProxy {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.0);
    }
}

/// A proxy of a mapping.
pub fn make(vm: &mut Vm, mapping: Value) -> Value {
    let class = vm.class_for(&SPEC);
    vm.heap.new_object(class, MappingProxy(mapping))
}

fn shown(vm: &Vm, v: Value) -> Option<Value> {
    match v {
        Value::Object(k) => vm.heap.object::<MappingProxy>(k).map(|p| p.0),
        _ => None,
    }
}

fn mapping(vm: &mut Vm, v: Value) -> Res {
    match shown(vm, v) {
        Some(m) => Ok(m),
        None => Err(vm.type_error("descriptor requires a 'mappingproxy' object")),
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [_, m] = args.take(vm);
    let getitem = vm.heap.names.__getitem__;
    if matches!(vm.payload(m), Value::List(_) | Value::Tuple(_)) || vm.special(m, getitem).is_none() {
        let t = vm.type_name(m);
        return Err(vm.type_error(format!("mappingproxy() argument must be a mapping, not {t}")));
    }
    Ok(make(vm, m))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let m = mapping(vm, this)?;
    guarded(vm, this, "mappingproxy(...)", |vm| {
        let mut text = Joined::default();
        text.push_str("mappingproxy(");
        text.push_repr(vm, m)?;
        text.push_str(")");
        text.finish(vm)
    })
}

fn str(vm: &mut Vm, args: Args) -> Res {
    let m = mapping(vm, args.get(vm, 0))?;
    vm.str(m)
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let m = mapping(vm, args.get(vm, 0))?;
    vm.hash(m).map(Value::Int)
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    let m = mapping(vm, args.get(vm, 0))?;
    vm.iter(m)
}

fn len(vm: &mut Vm, args: Args) -> Res {
    let m = mapping(vm, args.get(vm, 0))?;
    vm.len(m).map(|n| Value::Int(n as i64))
}

fn getitem(vm: &mut Vm, args: Args) -> Res {
    let [this, key] = args.take(vm);
    let m = mapping(vm, this)?;
    vm.get_item(m, key)
}

fn contains(vm: &mut Vm, args: Args) -> Res {
    let [this, key] = args.take(vm);
    let m = mapping(vm, this)?;
    vm.contains(m, key).map(Value::Bool)
}

fn get(vm: &mut Vm, args: Args) -> Res {
    let [this, key, default] = args.take(vm);
    let m = mapping(vm, this)?;
    let name = vm.heap.intern("get");
    vm.call_method(m, name, &[key, default.or_none()])
}

fn forward(vm: &mut Vm, args: Args, method: &str) -> Res {
    let m = mapping(vm, args.get(vm, 0))?;
    let name = vm.heap.intern(method);
    vm.call_method(m, name, &[])
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    let m = mapping(vm, this)?;
    vm.compare(op, m, other)
}

fn or(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let (a, b) = (mapping(vm, this)?, shown(vm, other).unwrap_or(other));
    vm.binary(BinaryOp::Or, false, a, b)
}

fn ror(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let (a, b) = (shown(vm, other).unwrap_or(other), mapping(vm, this)?);
    vm.binary(BinaryOp::Or, false, a, b)
}

fn ior(vm: &mut Vm, _: Args) -> Res {
    Err(vm.type_error("'|=' is not supported by mappingproxy; use '|' instead"))
}
