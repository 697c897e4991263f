//! `types.UnionType`: what `int | str` is (PEP 604).

use super::container_repr::Joined;
use super::generic_alias::{origin_of, push_type};
use super::generic_subst;
use crate::code::op::{BinaryOp, CompareOp};
use crate::heap::kinds::Object;
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `types.UnionType`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "UnionType",
    module: "types",
    doc: "Represent a PEP 604 union type\n\nE.g. for int | str",
    no_new: true,
    methods: &[
        NativeSpec::new("__instancecheck__", "($self, object, /)", instancecheck, ""),
        NativeSpec::new("__subclasscheck__", "($self, object, /)", subclasscheck, ""),
    ],
    specials: with_comparisons!(
        compare,
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__hash__", "($self, /)", hash, "Return hash(self)."),
        NativeSpec::new("__getitem__", "($self, key, /)", getitem, "Return self[key]."),
        NativeSpec::new("__or__", "($self, value, /)", or, "Return self|value."),
        NativeSpec::new("__ror__", "($self, value, /)", ror, "Return value|self."),
    ),
    getsets: &[
        GetSetSpec { name: "__args__", get: |vm, v| Ok(Value::Tuple(receiver(vm, v)?)), set: None, doc: "" },
        GetSetSpec {
            name: "__parameters__",
            get: |vm, v| {
                let args = receiver(vm, v)?;
                let found = generic_subst::parameters(vm, args)?;
                Ok(vm.heap.new_tuple(found))
            },
            set: None,
            doc: "Type variables in the types.UnionType.",
        },
    ],
    ..TypeSpec::BASE
};

/// Its members.
struct Union(TupleKey);

impl Object for Union {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Tuple(self.0));
    }
}

/// The members of a union; None for anything else.
pub fn members(vm: &Vm, v: Value) -> Option<TupleKey> {
    match v {
        Value::Object(k) => vm.heap.object::<Union>(k).map(|u| u.0),
        _ => None,
    }
}

fn receiver(vm: &mut Vm, this: Value) -> Res<TupleKey> {
    match members(vm, this) {
        Some(k) => Ok(k),
        None => Err(vm.type_error("descriptor requires a 'types.UnionType' object")),
    }
}

/// `a | b` of two types: a union, or the type itself if they are the same. `NotImplemented` if one is no type.
pub fn join(vm: &mut Vm, a: Value, b: Value) -> Res {
    let mut all: Vec<Value> = Vec::new();
    for v in [a, b] {
        let Some(parts) = parts(vm, v) else { return Ok(Value::NotImplemented) };
        for part in parts {
            let mut known = false;
            for &have in &all {
                known = known || vm.eq(have, part)?;
            }
            if !known {
                all.push(part);
            }
        }
    }
    if let [one] = all[..] {
        return Ok(one);
    }
    let tuple = vm.heap.new_tuple(all);
    let Value::Tuple(k) = tuple else { return Ok(Value::NotImplemented) };
    let class = vm.class_for(&SPEC);
    Ok(vm.heap.new_object(class, Union(k)))
}

/// What a type contributes to a union; None if it is no type.
fn parts(vm: &Vm, v: Value) -> Option<Vec<Value>> {
    match v {
        Value::None => Some(vec![Value::Class(vm.heap.types.none)]),
        Value::Class(_) => Some(vec![v]),
        _ => match members(vm, v) {
            Some(k) => Some(vm.heap.tuples[k].to_vec()),
            None => (origin_of(vm, v).is_some() || super::type_alias::is_alias(vm, v)).then(|| vec![v]),
        },
    }
}

/// `__or__` of types.
pub fn or(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    join(vm, this, other)
}

/// `__ror__` of types.
pub fn ror(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    join(vm, other, this)
}

fn instancecheck(vm: &mut Vm, args: Args) -> Res {
    let [this, v] = args.take(vm);
    Ok(Value::Bool(vm.is_instance(v, this)?))
}

fn subclasscheck(vm: &mut Vm, args: Args) -> Res {
    let [this, v] = args.take(vm);
    Ok(Value::Bool(vm.is_subclass(v, this)?))
}

/// The union of the members with their type parameters replaced.
fn getitem(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let args = receiver(vm, this)?;
    let members = generic_subst::substitute(vm, this, args, item)?;
    let mut joined = Value::Undef;
    for member in members {
        joined = match joined.bound() {
            None => member,
            Some(left) => vm.binary(BinaryOp::Or, false, left, member)?,
        };
    }
    Ok(joined)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let k = receiver(vm, this)?;
    let none = vm.heap.types.none;
    let mut text = Joined::default();
    for i in 0..vm.heap.tuples[k].len() {
        let member = vm.heap.tuples[k][i];
        if i > 0 {
            text.push_str(" | ");
        }
        match member {
            Value::Class(c) if c == none => text.push_str("None"),
            _ => push_type(vm, &mut text, member)?,
        }
    }
    text.finish(vm)
}

/// That of the members as a frozenset.
fn hash(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let k = receiver(vm, this)?;
    let class = vm.heap.types.frozenset;
    let members = vm.call(Value::Class(class), &[Value::Tuple(k)])?;
    Ok(Value::Int(vm.hash(members)?))
}

/// As it pickles: `functools.reduce(operator.or_, members)`.
fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    let a = receiver(vm, this)?;
    let (Some(b), CompareOp::Eq | CompareOp::Ne) = (members(vm, other), op) else { return Ok(Value::NotImplemented) };
    let (a, b) = (vm.heap.tuples[a].to_vec(), vm.heap.tuples[b].to_vec());
    // Members are unique, so as many of them and each in the other is equality.
    let mut equal = a.len() == b.len();
    for &x in &a {
        let mut found = false;
        for &y in &b {
            found = found || vm.eq(x, y)?;
        }
        equal = equal && found;
    }
    Ok(Value::Bool(equal == (op == CompareOp::Eq)))
}
