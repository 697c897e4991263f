//! Weak references: `weakref.ref` and proxies. A reference holds a key that the collector does not mark.

use crate::heap::kinds::{Object, WeakRef};
use crate::heap::types::Exc;
use crate::types::constructor_args::{keywords, positional};
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `weakref.ReferenceType`.
pub static REF: TypeSpec = TypeSpec {
    name: "ReferenceType",
    module: "weakref",
    subclassable: true,
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
            |_, _| Ok(Value::None),
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        NativeSpec::new("__call__", "($self, /, *args, **kwargs)", call, "Call self as a function."),
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__hash__", "($self, /)", hash, "Return hash(self)."),
        NativeSpec::new("__eq__", "($self, value, /)", |vm, a| compare(vm, a, false), "Return self==value."),
        NativeSpec::new("__ne__", "($self, value, /)", |vm, a| compare(vm, a, true), "Return self!=value."),
    ],
    getsets: &[GetSetSpec {
        name: "__callback__",
        get: |vm, r| {
            Ok(key(vm, r).map_or(Value::None, |k| {
                if vm.heap.weakrefs[k].target.is_undef() { Value::None } else { vm.heap.weakrefs[k].callback }
            }))
        },
        set: None,
        doc: "",
    }],
    ..TypeSpec::BASE
};

/// A proxy: a reference through which everything is done to the object itself.
#[derive(Debug)]
pub struct Proxy {
    reference: Value,
}

impl Object for Proxy {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.reference);
    }
}

macro_rules! forwarded {
    ($($name:literal $signature:literal,)*) => {
        &[
            NativeSpec::new("__getattribute__", "($self, name, /)", get_attribute, "Return getattr(self, name)."),
            NativeSpec::new("__setattr__", "($self, name, value, /)", set_attribute, "Implement setattr(self, name, value)."),
            NativeSpec::new("__delattr__", "($self, name, /)", set_attribute, "Implement delattr(self, name)."),
            NativeSpec::new("__repr__", "($self, /)", proxy_repr, "Return repr(self)."),
            NativeSpec::new("__str__", "($self, /)", proxy_str, "Return str(self)."),
            NativeSpec::new("__bool__", "($self, /)", proxy_bool, "True if self else False"),
            $(NativeSpec::new($name, $signature, |vm, args| forward(vm, args, $name), "Done to the object referred to."),)*
        ]
    };
}

static FORWARDED: &[NativeSpec] = forwarded! {
    "__len__" "($self, /)", "__iter__" "($self, /)", "__next__" "($self, /)", "__hash__" "($self, /)",
    "__getitem__" "($self, key, /)", "__setitem__" "($self, key, value, /)", "__delitem__" "($self, key, /)",
    "__contains__" "($self, key, /)", "__eq__" "($self, value, /)", "__ne__" "($self, value, /)",
    "__lt__" "($self, value, /)", "__le__" "($self, value, /)", "__gt__" "($self, value, /)", "__ge__" "($self, value, /)",
    "__add__" "($self, value, /)", "__sub__" "($self, value, /)", "__mul__" "($self, value, /)",
    "__truediv__" "($self, value, /)", "__floordiv__" "($self, value, /)", "__mod__" "($self, value, /)",
    "__and__" "($self, value, /)", "__or__" "($self, value, /)", "__xor__" "($self, value, /)",
    "__neg__" "($self, /)", "__abs__" "($self, /)", "__int__" "($self, /)", "__float__" "($self, /)", "__index__" "($self, /)",
};

/// The class `weakref.ProxyType`.
pub static PROXY: TypeSpec = TypeSpec {
    name: "ProxyType",
    module: "weakref",
    no_new: true,
    unhashable: true,
    specials: FORWARDED,
    ..TypeSpec::BASE
};

/// The class `weakref.CallableProxyType`.
pub static CALLABLE_PROXY: TypeSpec = TypeSpec {
    name: "CallableProxyType",
    module: "weakref",
    no_new: true,
    unhashable: true,
    base: Some(&PROXY),
    specials: &[NativeSpec::new("__call__", "($self, /, *args, **kwargs)", proxy_call, "Call self as a function.")],
    ..TypeSpec::BASE
};

/// The key of a reference, also inside an instance of a subclass.
pub fn key(vm: &Vm, v: Value) -> Option<WeakRefKey> {
    match vm.payload(v) {
        Value::WeakRef(k) => Some(k),
        _ => None,
    }
}

/// Fails unless objects of this kind can be weakly referenced.
fn check_target(vm: &mut Vm, target: Value) -> Res<()> {
    let able = match target {
        Value::Class(_) | Value::Function(_) | Value::Method(_) | Value::Native(_) | Value::Generator(_) => true,
        Value::Set(_) | Value::FrozenSet(_) | Value::Module(_) | Value::Code(_) => true,
        Value::Instance(_) | Value::Object(_) => vm.heap.classes[vm.class_of(target)].flags.weakref,
        _ => false,
    };
    if able {
        return Ok(());
    }
    let t = vm.type_name(target);
    Err(vm.type_error(format!("cannot create weak reference to '{t}' object")))
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, rest, kwargs] = args.take(vm);
    let class = vm.check_new(cls, vm.heap.types.weakref)?;
    let rest = match rest {
        Value::Tuple(t) => vm.heap.tuples[t].to_vec(),
        _ => Vec::new(),
    };
    let exact = class == vm.heap.types.weakref;
    if let (Value::Dict(d), true) = (kwargs, exact)
        && !vm.heap.dicts[d].is_empty()
    {
        return Err(vm.type_error("ref() takes no keyword arguments"));
    }
    match rest[..] {
        [] => Err(vm.type_error("__new__ expected at least 1 argument, got 0")),
        [_, _, _, ..] if exact => {
            Err(vm.type_error(format!("__new__ expected at most 2 arguments, got {}", rest.len())))
        }
        [target, ..] => make(vm, class, target, rest.get(1).copied().unwrap_or(Value::None)),
    }
}

/// A reference of this class; the one there is already, if it would be the same.
pub fn make(vm: &mut Vm, class: ClassKey, target: Value, callback: Value) -> Res {
    check_target(vm, target)?;
    let exact = class == vm.heap.types.weakref;
    if exact && callback.is_none() {
        let same = |w: &WeakRef| w.target.is(target) && w.callback.is_none();
        let found = vm.heap.weakrefs.iter().find(|(_, w)| same(w) && w.plain).map(|(k, _)| k);
        if let Some(k) = found {
            return Ok(Value::WeakRef(k));
        }
    }
    let reference = vm.heap.new_weakref(WeakRef { target, callback, hash: None, plain: exact, outer: Value::Undef });
    let made = vm.wrap_new(class, reference);
    if let (Value::WeakRef(k), Value::Instance(_)) = (reference, made) {
        vm.heap.weakrefs[k].outer = made;
    }
    Ok(made)
}

/// The object referred to; None when it is gone.
pub fn target(vm: &Vm, v: Value) -> Option<Value> {
    vm.heap.weakrefs[key(vm, v)?].target.bound()
}

fn call(vm: &mut Vm, args: Args) -> Res {
    let [this, rest] = args.take(vm);
    if let Value::Tuple(t) = rest
        && !vm.heap.tuples[t].is_empty()
    {
        let n = vm.heap.tuples[t].len();
        return Err(vm.type_error(format!("weakref expected 0 arguments, got {n}")));
    }
    Ok(target(vm, this).unwrap_or(Value::None))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let id = vm.id(this);
    let address = crate::object::identity::hex(vm, id);
    let text = match target(vm, this) {
        None => format!("<weakref at {address}; dead>"),
        Some(o) => {
            let (t, id) = (vm.type_name(o), vm.id(o));
            let at = crate::object::identity::hex(vm, id);
            let name = vm.heap.names.__name__;
            match vm.getattr_opt(o, name)? {
                Some(Value::Str(n)) => format!("<weakref at {address}; to '{t}' at {at} ({})>", vm.heap.text(n)),
                _ => format!("<weakref at {address}; to '{t}' at {at}>"),
            }
        }
    };
    Ok(vm.heap.new_str(text))
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let Some(k) = key(vm, this) else { return Ok(Value::Int(0)) };
    if let Some(h) = vm.heap.weakrefs[k].hash {
        return Ok(Value::Int(h));
    }
    match target(vm, this) {
        Some(o) => {
            let h = vm.hash(o)?;
            vm.heap.weakrefs[k].hash = Some(h);
            Ok(Value::Int(h))
        }
        None => Err(vm.type_error("weak object has gone away")),
    }
}

fn compare(vm: &mut Vm, args: Args, negate: bool) -> Res {
    let [a, b] = args.take(vm);
    let (Some(x), Some(y)) = (key(vm, a), key(vm, b)) else { return Ok(Value::NotImplemented) };
    let equal = match (target(vm, a), target(vm, b)) {
        (Some(p), Some(q)) => vm.eq(p, q)?,
        _ => x == y,
    };
    Ok(Value::Bool(equal != negate))
}

/// `weakref.proxy(object, callback)`
pub fn new_proxy(vm: &mut Vm, object: Value, callback: Value) -> Res {
    let reference = vm.heap.types.weakref;
    let reference = make(vm, reference, object, callback)?;
    let name = vm.heap.names.__call__;
    let spec = if vm.special(object, name).is_some() { &CALLABLE_PROXY } else { &PROXY };
    let class = vm.class_for(spec);
    Ok(vm.heap.new_object(class, Proxy { reference }))
}

/// The object behind a proxy, or `ReferenceError`.
fn behind(vm: &mut Vm, proxy: Value) -> Res {
    let reference = match proxy {
        Value::Object(k) => vm.heap.object::<Proxy>(k).map(|p| p.reference),
        _ => None,
    };
    match reference.and_then(|r| target(vm, r)) {
        Some(o) => Ok(o),
        None => Err(vm.error(Exc::ReferenceError, "weakly-referenced object no longer exists")),
    }
}

fn forward(vm: &mut Vm, args: Args, name: &'static str) -> Res {
    let o = behind(vm, args.get(vm, 0))?;
    let rest: Vec<Value> = (1..args.len).map(|i| args.get(vm, i)).collect();
    if name == "__hash__" {
        let t = vm.type_name(args.get(vm, 0));
        return Err(vm.type_error(format!("unhashable type: '{t}'")));
    }
    let key = vm.heap.intern(name);
    match vm.call_special(o, key, &rest)? {
        Some(v) => Ok(v),
        None => {
            let t = vm.type_name(o);
            Err(vm.type_error(format!("'{t}' object has no {name}")))
        }
    }
}

fn get_attribute(vm: &mut Vm, args: Args) -> Res {
    let [this, name] = args.take(vm);
    let o = behind(vm, this)?;
    let name = super::object::attribute_name(vm, name)?;
    vm.getattr(o, name)
}

fn set_attribute(vm: &mut Vm, args: Args) -> Res {
    let [this, name] = args.take(vm);
    let o = behind(vm, this)?;
    let name = super::object::attribute_name(vm, name)?;
    match args.len {
        3 => vm.setattr(o, name, args.get(vm, 2))?,
        _ => vm.delattr(o, name)?,
    }
    Ok(Value::None)
}

fn proxy_repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let o = behind(vm, this)?;
    let (id, t, at) = (vm.id(this), vm.type_name(o), vm.id(o));
    let (id, at) = (crate::object::identity::hex(vm, id), crate::object::identity::hex(vm, at));
    Ok(vm.heap.new_str(format!("<weakproxy at {id} to {t} at {at}>")))
}

fn proxy_str(vm: &mut Vm, args: Args) -> Res {
    let o = behind(vm, args.get(vm, 0))?;
    vm.str(o)
}

fn proxy_bool(vm: &mut Vm, args: Args) -> Res {
    let o = behind(vm, args.get(vm, 0))?;
    Ok(Value::Bool(vm.truth(o)?))
}

fn proxy_call(vm: &mut Vm, args: Args) -> Res {
    let [this, rest, kwargs] = args.take(vm);
    let o = behind(vm, this)?;
    let (rest, kwargs) = (positional(vm, rest), keywords(vm, kwargs));
    vm.call_kw(o, &rest, &kwargs)
}
