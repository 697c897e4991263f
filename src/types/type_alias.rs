//! `TypeAliasType`: what a `type` statement makes (PEP 695). Its value is evaluated when it is first asked for.

use super::{generic_alias, type_param, union};
use crate::heap::kinds::Object;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec, read_only};
use crate::vm::{Res, Vm};

/// The class `typing.TypeAliasType`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "TypeAliasType",
    module: "typing",
    doc: "Type alias.\n\nMade by the type statement: type ListOrSet[T] = list[T] | set[T].",
    new: Some(NativeSpec::new(
        "__new__",
        "($type, name, value, *, type_params=())",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[NativeSpec::new("__reduce__", "($self, /)", |vm, args| read(vm, args.get(vm, 0), |a| a.name), "")],
    specials: &[
        NativeSpec::new(
            "__repr__",
            "($self, /)",
            |vm, args| read(vm, args.get(vm, 0), |a| a.name),
            "Return repr(self).",
        ),
        NativeSpec::new("__getitem__", "($self, key, /)", getitem, "Return self[key]."),
        NativeSpec::new("__or__", "($self, value, /)", union::or, "Return self|value."),
        NativeSpec::new("__ror__", "($self, value, /)", union::ror, "Return value|self."),
    ],
    getsets: &[
        GetSetSpec { name: "__name__", get: |vm, v| read(vm, v, |a| a.name), set: Some(read_only), doc: "" },
        GetSetSpec { name: "__value__", get: value, set: None, doc: "" },
        GetSetSpec { name: "__type_params__", get: type_params, set: None, doc: "" },
        GetSetSpec { name: "__parameters__", get: parameters, set: None, doc: "" },
        GetSetSpec { name: "__module__", get: module, set: None, doc: "" },
    ],
    ..TypeSpec::BASE
};

#[derive(Clone, Copy)]
struct TypeAlias {
    name: Value,
    /// A tuple, or None.
    type_params: Value,
    /// Unbound until it is evaluated.
    value: Value,
    /// The function that evaluates it; unbound for one made by a call.
    evaluate: Value,
    /// The module of one made by a call.
    module: Value,
}

impl Object for TypeAlias {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        for v in [self.name, self.type_params, self.value, self.evaluate, self.module] {
            visit(v);
        }
    }
}

/// What a `type` statement makes.
pub fn make_lazy(vm: &mut Vm, name: Value, type_params: Value, evaluate: Value) -> Value {
    let class = vm.class_for(&SPEC);
    let alias = TypeAlias { name, type_params, value: Value::Undef, evaluate, module: Value::Undef };
    vm.heap.new_object(class, alias)
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [_, name, value, type_params] = args.take(vm);
    if !matches!(vm.payload(name), Value::Str(_)) {
        let t = vm.type_name(name);
        return Err(vm.type_error(format!("typealias() argument 'name' must be str, not {t}")));
    }
    let type_params = match type_params {
        Value::Undef => Value::None,
        Value::Tuple(k) if vm.heap.tuples[k].is_empty() => Value::None,
        Value::Tuple(_) => type_params,
        _ => return Err(vm.type_error("type_params must be a tuple")),
    };
    let module = vm.caller_module().unwrap_or(Value::None);
    let class = vm.class_for(&SPEC);
    Ok(vm.heap.new_object(class, TypeAlias { name, type_params, value, evaluate: Value::Undef, module }))
}

/// The value is a type alias.
pub fn is_alias(vm: &Vm, v: Value) -> bool {
    matches!(v, Value::Object(k) if vm.heap.object::<TypeAlias>(k).is_some())
}

fn state(vm: &mut Vm, this: Value) -> Res<(ObjectKey, TypeAlias)> {
    match this {
        Value::Object(k) if let Some(&alias) = vm.heap.object::<TypeAlias>(k) => Ok((k, alias)),
        _ => Err(vm.type_error("descriptor requires a 'typing.TypeAliasType' object")),
    }
}

fn read(vm: &mut Vm, this: Value, field: fn(&TypeAlias) -> Value) -> Res {
    Ok(field(&state(vm, this)?.1))
}

fn value(vm: &mut Vm, this: Value) -> Res {
    let (k, alias) = state(vm, this)?;
    if !alias.value.is_undef() {
        return Ok(alias.value);
    }
    let value = vm.call(alias.evaluate, &[])?;
    if let Some(alias) = vm.heap.object_mut::<TypeAlias>(k) {
        alias.value = value;
    }
    Ok(value)
}

fn type_params(vm: &mut Vm, this: Value) -> Res {
    match state(vm, this)?.1.type_params {
        Value::None => Ok(vm.heap.new_tuple([])),
        params => Ok(params),
    }
}

/// The type parameters, those that stand for several unpacked.
fn parameters(vm: &mut Vm, this: Value) -> Res {
    let Value::Tuple(k) = state(vm, this)?.1.type_params else { return Ok(vm.heap.new_tuple([])) };
    let mut unpacked = Vec::new();
    for param in vm.heap.tuples[k].to_vec() {
        if type_param::is_type_var_tuple(vm, param) {
            unpacked.extend(vm.to_vec(param)?);
        } else {
            unpacked.push(param);
        }
    }
    Ok(vm.heap.new_tuple(unpacked))
}

fn module(vm: &mut Vm, this: Value) -> Res {
    let alias = state(vm, this)?.1;
    if !alias.module.is_undef() {
        return Ok(alias.module);
    }
    let name = vm.heap.names.__module__;
    vm.getattr(alias.evaluate, name)
}

fn getitem(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    if state(vm, this)?.1.type_params.is_none() {
        return Err(vm.type_error("Only generic type aliases are subscriptable"));
    }
    generic_alias::make(vm, this, item)
}
