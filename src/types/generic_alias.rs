//! `types.GenericAlias`: what `list[int]` is (PEP 585).

use super::container_repr::Joined;
use super::{generic_subst, union};
use crate::code::op::CompareOp;
use crate::heap::Heap;
use crate::heap::kinds::{NativeIter, Object};
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class method that makes `C[…]` a generic alias.
pub const CLASS_GETITEM: &[NativeSpec] =
    &[NativeSpec::new("__class_getitem__", "($type, object, /)", class_getitem, "See PEP 585")];

/// The class `types.GenericAlias`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "GenericAlias",
    module: "types",
    doc: "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
    subclassable: true,
    weakref: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, origin, args, /)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[
        NativeSpec::new("__mro_entries__", "($self, object, /)", mro_entries, ""),
        NativeSpec::new("__instancecheck__", "($self, object, /)", instancecheck, ""),
        NativeSpec::new("__subclasscheck__", "($self, object, /)", subclasscheck, ""),
        NativeSpec::new("__reduce__", "($self, /)", reduce, ""),
        NativeSpec::new("__dir__", "($self, /)", dir, ""),
    ],
    specials: with_comparisons!(
        compare,
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__hash__", "($self, /)", hash, "Return hash(self)."),
        NativeSpec::new("__call__", "($self, /, *args, **kwargs)", call, "Call self as a function."),
        NativeSpec::new("__getattribute__", "($self, name, /)", getattribute, "Return getattr(self, name)."),
        NativeSpec::new("__iter__", "($self, /)", iter, "Implement iter(self)."),
        NativeSpec::new("__getitem__", "($self, key, /)", getitem, "Return self[key]."),
        NativeSpec::new("__or__", "($self, value, /)", union::or, "Return self|value."),
        NativeSpec::new("__ror__", "($self, value, /)", union::ror, "Return value|self."),
    ),
    getsets: &[
        GetSetSpec { name: "__origin__", get: |vm, v| Ok(state(vm, v)?.origin), set: None, doc: "" },
        GetSetSpec { name: "__args__", get: |vm, v| Ok(state(vm, v)?.args), set: None, doc: "" },
        GetSetSpec { name: "__unpacked__", get: |vm, v| Ok(Value::Bool(state(vm, v)?.starred)), set: None, doc: "" },
        GetSetSpec { name: "__parameters__", get: parameters, set: None, doc: "Type variables in the GenericAlias." },
        GetSetSpec { name: "__typing_unpacked_tuple_args__", get: unpacked_args, set: None, doc: "" },
    ],
    ..TypeSpec::BASE
};

#[derive(Clone, Copy)]
struct GenericAlias {
    origin: Value,
    /// A tuple.
    args: Value,
    /// It is unpacked, as in `*tuple[int, str]`.
    starred: bool,
}

impl Object for GenericAlias {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.origin);
        visit(self.args);
    }
}

/// `origin[args]`
pub fn make(vm: &mut Vm, origin: Value, args: Value) -> Res {
    let args = match args {
        Value::Tuple(_) => args,
        _ => vm.heap.new_tuple([args]),
    };
    let class = vm.class_for(&SPEC);
    Ok(vm.heap.new_object(class, GenericAlias { origin, args, starred: false }))
}

/// `__class_getitem__` of built-in generic classes.
pub fn class_getitem(vm: &mut Vm, args: Args) -> Res {
    let [cls, item] = args.take(vm);
    make(vm, cls, item)
}

/// `__origin__`, if the value is a generic alias.
pub fn origin_of(vm: &Vm, v: Value) -> Option<Value> {
    match vm.payload(v) {
        Value::Object(k) => vm.heap.object::<GenericAlias>(k).map(|a| a.origin),
        _ => None,
    }
}

fn state(vm: &mut Vm, v: Value) -> Res<GenericAlias> {
    let found = match vm.payload(v) {
        Value::Object(k) => vm.heap.object::<GenericAlias>(k).copied(),
        _ => None,
    };
    found.ok_or_else(|| vm.type_error("descriptor requires a 'types.GenericAlias' object"))
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, origin, args] = args.take(vm);
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(cls, base)?;
    let alias = make(vm, origin, args)?;
    Ok(vm.wrap_new(class, alias))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let alias = state(vm, args.get(vm, 0))?;
    let mut text = Joined::default();
    if alias.starred {
        text.push_str("*");
    }
    push_type(vm, &mut text, alias.origin)?;
    text.push_str("[");
    let Value::Tuple(k) = alias.args else { return text.finish(vm) };
    let n = vm.heap.tuples[k].len();
    for i in 0..n {
        if i > 0 {
            text.push_str(", ");
        }
        let item = vm.heap.tuples[k][i];
        push_type(vm, &mut text, item)?;
    }
    text.push_str(if n == 0 { "()]" } else { "]" });
    text.finish(vm)
}

/// A class shows as its qualified name, `...` as itself, anything else as its repr.
pub fn push_type(vm: &mut Vm, text: &mut Joined, v: Value) -> Res<()> {
    match v {
        Value::Ellipsis => text.push_str("..."),
        Value::Class(_) => {
            let names = vm.heap.names;
            let module = vm.getattr(v, names.__module__)?;
            let name = vm.getattr(v, names.__qualname__)?;
            if let Value::Str(m) = module
                && vm.heap.text(m) != "builtins"
            {
                text.push_value(vm, module);
                text.push_str(".");
            }
            text.push_value(vm, name);
        }
        Value::List(k) => {
            text.push_str("[");
            for (i, item) in vm.heap.lists[k].clone().into_iter().enumerate() {
                if i > 0 {
                    text.push_str(", ");
                }
                match item {
                    Value::List(_) => text.push_repr(vm, item)?,
                    _ => push_type(vm, text, item)?,
                }
            }
            text.push_str("]");
        }
        _ => text.push_repr(vm, v)?,
    }
    Ok(())
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    let alias = state(vm, this)?;
    let (Value::Object(k), CompareOp::Eq | CompareOp::Ne) = (vm.payload(other), op) else {
        return Ok(Value::NotImplemented);
    };
    let Some(&o) = vm.heap.object::<GenericAlias>(k) else { return Ok(Value::NotImplemented) };
    let equal = alias.starred == o.starred && vm.eq(alias.origin, o.origin)? && vm.eq(alias.args, o.args)?;
    Ok(Value::Bool(equal == (op == CompareOp::Eq)))
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let alias = state(vm, args.get(vm, 0))?;
    let (a, b) = (vm.hash(alias.origin)?, vm.hash(alias.args)?);
    Ok(Value::Int(crate::vm::hash::not_minus_one(a ^ b)))
}

/// Makes an instance of the origin, and notes the alias on it as `__orig_class__` where that is possible.
fn call(vm: &mut Vm, args: Args) -> Res {
    let [this, args, kwargs] = args.take(vm);
    let alias = state(vm, this)?;
    let args = super::constructor_args::positional(vm, args);
    let mut named = Vec::new();
    if let Value::Dict(k) = kwargs {
        for e in vm.heap.dicts[k].iter() {
            if let Value::Str(n) = e.key {
                named.push((n, e.value));
            }
        }
    }
    let made = vm.call_kw(alias.origin, &args, &named)?;
    if let Value::Instance(_) = made
        && vm.has_instance_dict(made)
    {
        let name = vm.heap.intern("__orig_class__");
        vm.setattr(made, name, this)?;
    }
    Ok(made)
}

/// What an alias has itself; all else it has from its origin.
const OWN: &[&str] = &[
    "__class__",
    "__origin__",
    "__args__",
    "__unpacked__",
    "__parameters__",
    "__typing_unpacked_tuple_args__",
    "__mro_entries__",
    "__reduce_ex__",
    "__reduce__",
    // Not the origin's either.
    "__bases__",
    "__copy__",
    "__deepcopy__",
];

fn getattribute(vm: &mut Vm, args: Args) -> Res {
    let [this, name] = args.take(vm);
    let alias = state(vm, this)?;
    let name = super::object::attribute_name(vm, name)?;
    if !OWN.contains(&&*vm.heap.text(name)) {
        return vm.getattr(alias.origin, name);
    }
    match vm.default_getattr(this, name)? {
        Some(v) => Ok(v),
        None => Err(vm.no_attribute(this, name)),
    }
}

fn parameters(vm: &mut Vm, this: Value) -> Res {
    let Value::Tuple(args) = state(vm, this)?.args else { return Ok(Value::None) };
    let found = generic_subst::parameters(vm, args)?;
    Ok(vm.heap.new_tuple(found))
}

/// What `*tuple[…]` stands for, or None.
fn unpacked_args(vm: &mut Vm, this: Value) -> Res {
    let alias = state(vm, this)?;
    let tuple = Value::Class(vm.heap.types.tuple);
    Ok(if alias.starred && alias.origin.is(tuple) { alias.args } else { Value::None })
}

fn getitem(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let alias = state(vm, this)?;
    let Value::Tuple(args) = alias.args else { return Ok(this) };
    let args = generic_subst::substitute(vm, this, args, item)?;
    let args = vm.heap.new_tuple(args);
    let class = vm.class_for(&SPEC);
    Ok(vm.heap.new_object(class, GenericAlias { args, ..alias }))
}

/// The class `generic_alias_iterator`.
static ITERATOR: TypeSpec = TypeSpec {
    name: "generic_alias_iterator",
    no_new: true,
    methods: &[NativeSpec::new("__reduce__", "($self, /)", iterator_reduce, "Return state information for pickling.")],
    specials: &[
        NativeSpec::new("__iter__", "($self, /)", |vm, args| Ok(args.get(vm, 0)), "Implement iter(self)."),
        NativeSpec::new(
            "__next__",
            "($self, /)",
            |vm, args| match args.get(vm, 0) {
                Value::Iter(k) => match next_unpacked(vm, k)? {
                    Some(v) => Ok(v),
                    None => Err(vm.stop_iteration(Value::None)),
                },
                this => Ok(this),
            },
            "Implement next(self).",
        ),
    ],
    ..TypeSpec::BASE
};

/// Gives the unpacked form of the alias once; unbound afterwards.
struct Unpacking {
    class: ClassKey,
    alias: Value,
}

impl NativeIter for Unpacking {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        next_unpacked
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.alias);
    }
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    let alias = args.get(vm, 0);
    let class = vm.class_for(&ITERATOR);
    Ok(vm.heap.new_native_iter(Unpacking { class, alias }))
}

/// `iter(alias)`, or `iter(())` at the end.
fn iterator_reduce(vm: &mut Vm, args: Args) -> Res {
    let iter = vm.builtin_function("iter")?;
    let alias = match args.get(vm, 0) {
        Value::Iter(k) => vm.heap.native_iter::<Unpacking>(k).map_or(Value::Undef, |it| it.alias),
        _ => Value::Undef,
    };
    let alias = alias.bound().unwrap_or_else(|| vm.heap.new_tuple([]));
    let args = vm.heap.new_tuple([alias]);
    Ok(vm.heap.new_tuple([iter, args]))
}

fn next_unpacked(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(it) = vm.heap.native_iter_mut::<Unpacking>(k) else { return Ok(None) };
    let Some(alias) = std::mem::take(&mut it.alias).bound() else { return Ok(None) };
    let alias = state(vm, alias)?;
    let class = vm.class_for(&SPEC);
    Ok(Some(vm.heap.new_object(class, GenericAlias { starred: true, ..alias })))
}

fn mro_entries(vm: &mut Vm, args: Args) -> Res {
    let alias = state(vm, args.get(vm, 0))?;
    Ok(vm.heap.new_tuple([alias.origin]))
}

fn instancecheck(vm: &mut Vm, _: Args) -> Res {
    Err(vm.type_error("isinstance() argument 2 cannot be a parameterized generic"))
}

fn subclasscheck(vm: &mut Vm, _: Args) -> Res {
    Err(vm.type_error("issubclass() argument 2 cannot be a parameterized generic"))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let alias = state(vm, this)?;
    if alias.starred {
        // The next value of an iterator of the plain alias.
        let class = vm.class_for(&SPEC);
        let plain = vm.heap.new_object(class, GenericAlias { starred: false, ..alias });
        let it = vm.iter(plain)?;
        let next = vm.builtin_function("next")?;
        let args = vm.heap.new_tuple([it]);
        return Ok(vm.heap.new_tuple([next, args]));
    }
    let class = Value::Class(vm.class_for(&SPEC));
    let args = vm.heap.new_tuple([alias.origin, alias.args]);
    Ok(vm.heap.new_tuple([class, args]))
}

fn dir(vm: &mut Vm, args: Args) -> Res {
    let alias = state(vm, args.get(vm, 0))?;
    let name = vm.heap.names.__dir__;
    let listed = match alias.origin {
        Value::Class(c) => {
            let mut names = Vec::new();
            for class in vm.heap.classes[c].mro.to_vec() {
                let ns = vm.heap.namespace(class);
                names.extend(vm.heap.dicts[ns].iter().map(|e| e.key));
            }
            names
        }
        other => {
            let listed = vm.call_method(other, name, &[])?;
            vm.to_vec(listed)?
        }
    };
    let own = ["__origin__", "__args__", "__parameters__", "__mro_entries__", "__reduce_ex__", "__reduce__"];
    let own = own.map(|n| vm.heap.interned_str(n));
    let Value::Set(seen) = vm.heap.new_set(Default::default()) else { return Ok(Value::None) };
    for v in listed.into_iter().chain(own) {
        vm.set_add(seen, v)?;
    }
    vm.new_list_from(Value::Set(seen))
}
