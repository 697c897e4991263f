//! Values between Rust and Python.

use crate::value::*;
use crate::vm::{Res, Vm};
use num_bigint::BigInt;

/// A Python value as a Rust program sees it: the plain kinds by content, all else by a handle.
#[derive(Clone, Debug, PartialEq)]
pub enum Object {
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// An int of at most 64 bits.
    Int(i64),
    /// A larger int.
    BigInt(BigInt),
    /// A float.
    Float(f64),
    /// A string; lone surrogates are replaced.
    Str(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A list.
    List(Vec<Object>),
    /// A tuple.
    Tuple(Vec<Object>),
    /// A dict, in its order.
    Dict(Vec<(Object, Object)>),
    /// Anything else.
    Other(Handle),
}

/// A Python object that a Rust program holds. It lives as long as its interpreter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handle(usize);

/// The object of a handle; None for a handle of another interpreter.
pub(super) fn value_of(vm: &Vm, handle: &Handle) -> Value {
    vm.host.handles.get(handle.0).copied().unwrap_or(Value::None)
}

/// Nested containers are converted to this depth; what lies deeper stays a handle.
const MAX_DEPTH: usize = 100;

/// What can be made from a Python value.
pub trait FromPython: Sized {
    /// Converts; raises `TypeError` for a value of another kind.
    fn from_python(vm: &mut Vm, v: Value) -> Res<Self>;
}

/// What can become a Python value.
pub trait IntoPython {
    /// Converts.
    fn into_python(self, vm: &mut Vm) -> Value;
}

fn wrong<T>(vm: &mut Vm, wanted: &str, v: Value) -> Res<T> {
    let t = vm.type_name(v);
    Err(vm.type_error(format!("expected {wanted}, got '{t}'")))
}

fn to_object(vm: &mut Vm, v: Value, depth: usize) -> Object {
    let deeper = depth < MAX_DEPTH;
    match v {
        Value::None => Object::None,
        Value::Bool(b) => Object::Bool(b),
        Value::Int(i) => Object::Int(i),
        Value::BigInt(k) => Object::BigInt(vm.heap.bigints[k].clone()),
        Value::Float(f) => Object::Float(f),
        Value::Str(k) => Object::Str(vm.heap.text(k).into_owned()),
        Value::Bytes(k) => Object::Bytes(vm.heap.bytes[k].to_vec()),
        Value::List(k) if deeper => {
            let items = vm.heap.lists[k].clone();
            Object::List(items.into_iter().map(|i| to_object(vm, i, depth + 1)).collect())
        }
        Value::Tuple(k) if deeper => {
            let items = vm.heap.tuples[k].clone();
            Object::Tuple(items.into_iter().map(|i| to_object(vm, i, depth + 1)).collect())
        }
        Value::Dict(k) if deeper => {
            let items: Vec<(Value, Value)> = vm.heap.dicts[k].iter().map(|e| (e.key, e.value)).collect();
            let convert = |(k, v)| (to_object(vm, k, depth + 1), to_object(vm, v, depth + 1));
            Object::Dict(items.into_iter().map(convert).collect())
        }
        _ => {
            vm.host.handles.push(v);
            Object::Other(Handle(vm.host.handles.len() - 1))
        }
    }
}

impl FromPython for Object {
    fn from_python(vm: &mut Vm, v: Value) -> Res<Object> {
        Ok(to_object(vm, v, 0))
    }
}

impl IntoPython for Object {
    fn into_python(self, vm: &mut Vm) -> Value {
        match self {
            Object::None => Value::None,
            Object::Bool(b) => Value::Bool(b),
            Object::Int(i) => Value::Int(i),
            Object::BigInt(n) => vm.heap.new_int(n),
            Object::Float(f) => Value::Float(f),
            Object::Str(s) => vm.heap.new_str(s),
            Object::Bytes(b) => vm.heap.new_bytes(b),
            Object::List(items) => {
                let items = items.into_iter().map(|i| i.into_python(vm)).collect();
                vm.heap.new_list(items)
            }
            Object::Tuple(items) => {
                let items: Vec<Value> = items.into_iter().map(|i| i.into_python(vm)).collect();
                vm.heap.new_tuple(items)
            }
            Object::Dict(items) => dict(vm, items),
            Object::Other(handle) => value_of(vm, &handle),
        }
    }
}

fn dict(vm: &mut Vm, items: Vec<(Object, Object)>) -> Value {
    let made = vm.heap.new_dict_key(Default::default());
    for (k, v) in items {
        let (k, v) = (k.into_python(vm), v.into_python(vm));
        if vm.dict_set(made, k, v).is_err() {
            vm.take_pending(); // a key that can't be hashed is left out
        }
    }
    Value::Dict(made)
}

impl FromPython for () {
    fn from_python(_vm: &mut Vm, _v: Value) -> Res<()> {
        Ok(())
    }
}

impl FromPython for bool {
    fn from_python(vm: &mut Vm, v: Value) -> Res<bool> {
        vm.truth(v)
    }
}

impl FromPython for i64 {
    fn from_python(vm: &mut Vm, v: Value) -> Res<i64> {
        match vm.payload(v) {
            Value::Int(i) => Ok(i),
            Value::Bool(b) => Ok(i64::from(b)),
            Value::BigInt(_) => Err(vm.overflow_error("int too large for 64 bits")),
            _ => wrong(vm, "an int", v),
        }
    }
}

impl FromPython for f64 {
    fn from_python(vm: &mut Vm, v: Value) -> Res<f64> {
        match vm.payload(v) {
            Value::Float(f) => Ok(f),
            Value::Int(i) => Ok(i as f64),
            Value::Bool(b) => Ok(f64::from(b)),
            _ => wrong(vm, "a float", v),
        }
    }
}

impl FromPython for String {
    fn from_python(vm: &mut Vm, v: Value) -> Res<String> {
        match vm.payload(v) {
            Value::Str(k) => Ok(vm.heap.text(k).into_owned()),
            _ => wrong(vm, "a str", v),
        }
    }
}

impl FromPython for Vec<u8> {
    fn from_python(vm: &mut Vm, v: Value) -> Res<Vec<u8>> {
        match vm.payload(v) {
            Value::Bytes(k) => Ok(vm.heap.bytes[k].to_vec()),
            Value::ByteArray(k) => Ok(vm.heap.bytearrays[k].clone()),
            _ => wrong(vm, "bytes", v),
        }
    }
}

impl<T: FromPython> FromPython for Option<T> {
    fn from_python(vm: &mut Vm, v: Value) -> Res<Option<T>> {
        if v.is_none() { Ok(None) } else { T::from_python(vm, v).map(Some) }
    }
}

impl IntoPython for bool {
    fn into_python(self, _vm: &mut Vm) -> Value {
        Value::Bool(self)
    }
}

impl IntoPython for i64 {
    fn into_python(self, _vm: &mut Vm) -> Value {
        Value::Int(self)
    }
}

impl IntoPython for f64 {
    fn into_python(self, _vm: &mut Vm) -> Value {
        Value::Float(self)
    }
}

impl IntoPython for &str {
    fn into_python(self, vm: &mut Vm) -> Value {
        vm.heap.new_str(self)
    }
}

impl IntoPython for String {
    fn into_python(self, vm: &mut Vm) -> Value {
        vm.heap.new_str(self)
    }
}

impl IntoPython for &[u8] {
    fn into_python(self, vm: &mut Vm) -> Value {
        vm.heap.new_bytes(self)
    }
}

impl<T: IntoPython> IntoPython for Option<T> {
    fn into_python(self, vm: &mut Vm) -> Value {
        self.map_or(Value::None, |v| v.into_python(vm))
    }
}

impl<T: IntoPython> IntoPython for Vec<T> {
    fn into_python(self, vm: &mut Vm) -> Value {
        let items = self.into_iter().map(|v| v.into_python(vm)).collect();
        vm.heap.new_list(items)
    }
}
