//! `dict`: the class and its methods.

pub mod iterators;
pub mod update;
pub mod views;

use super::constructor_args::at_most_one;
use super::container_repr::{Joined, guarded};
use crate::code::op::CompareOp;
use crate::heap::dict::Dict;
use crate::heap::kinds::{Collection, DictPart};
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::table::Table;
use crate::vm::{Res, Vm};

/// The class `dict`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "dict",
    doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: METHODS,
    specials: SPECIALS,
    class_methods: CLASS_METHODS,
    unhashable: true,
    collection: Collection::Mapping,
    ..TypeSpec::BASE
};

static METHODS: &[NativeSpec] = &[
    NativeSpec::new("__getitem__", "($self, key, /)", getitem, "Return self[key]."),
    NativeSpec::new(
        "__contains__",
        "($self, key, /)",
        contains,
        "True if the dictionary has the specified key, else False.",
    ),
    NativeSpec::new("__sizeof__", "($self, /)", sizeof, "Return the size of the dict in memory, in bytes."),
    NativeSpec::new(
        "get",
        "($self, key, default=None, /)",
        get,
        "Return the value for key if key is in the dictionary, else default.",
    ),
    NativeSpec::new(
        "setdefault",
        "($self, key, default=None, /)",
        setdefault,
        "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.",
    ),
    NativeSpec::new(
        "pop",
        "($self, key, default=<unrepresentable>, /)",
        pop,
        "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.",
    ),
    NativeSpec::new(
        "popitem",
        "($self, /)",
        popitem,
        "Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty.",
    ),
    NativeSpec::new(
        "keys",
        "($self, /)",
        |vm, a| view(vm, a, DictPart::Keys),
        "Return a set-like object providing a view on the dict's keys.",
    ),
    NativeSpec::new(
        "items",
        "($self, /)",
        |vm, a| view(vm, a, DictPart::Items),
        "Return a set-like object providing a view on the dict's items.",
    ),
    NativeSpec::new(
        "values",
        "($self, /)",
        |vm, a| view(vm, a, DictPart::Values),
        "Return an object providing a view on the dict's values.",
    ),
    NativeSpec::new(
        "update",
        "($self, /, *args, **kwargs)",
        update_method,
        "D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.\nIf E is present and has a .keys() method, then does:  for k in E: D[k] = E[k]\nIf E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\nIn either case, this is followed by: for k in F:  D[k] = F[k]",
    ),
    NativeSpec::new("clear", "($self, /)", clear, "Remove all items from the dict."),
    NativeSpec::new("copy", "($self, /)", copy, "Return a shallow copy of the dict."),
    NativeSpec::new("__reversed__", "($self, /)", reversed, "Return a reverse iterator over the dict keys."),
];

static SPECIALS: &[NativeSpec] = with_comparisons!(
    compare,
    NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    NativeSpec::new("__iter__", "($self, /)", iter, "Implement iter(self)."),
    NativeSpec::new(
        "__init__",
        "($self, /, *args, **kwargs)",
        init,
        "Initialize self.  See help(type(self)) for accurate signature.",
    ),
    NativeSpec::new("__or__", "($self, value, /)", or, "Return self|value."),
    NativeSpec::new("__ror__", "($self, value, /)", ror, "Return value|self."),
    NativeSpec::new("__ior__", "($self, value, /)", ior, "Return self|=value."),
    NativeSpec::new("__len__", "($self, /)", len, "Return len(self)."),
    NativeSpec::new("__setitem__", "($self, key, value, /)", setitem, "Set self[key] to value."),
    NativeSpec::new("__delitem__", "($self, key, /)", delitem, "Delete self[key]."),
);

static CLASS_METHODS: &[NativeSpec] = &[
    NativeSpec::new(
        "fromkeys",
        "($type, iterable, value=None, /)",
        fromkeys,
        "Create a new dictionary with keys from iterable and values set to value.",
    ),
    NativeSpec::new("__class_getitem__", "($type, object, /)", super::generic_alias::class_getitem, "See PEP 585"),
];

/// The dict in a value: itself, or the payload of an instance of a subclass.
pub fn key_of(vm: &mut Vm, v: Value) -> Res<DictKey> {
    match vm.payload(v) {
        Value::Dict(k) => Ok(k),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("descriptor requires a 'dict' object but received a '{t}'")))
        }
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let class = vm.check_new(args.get(vm, 0), vm.heap.types.dict)?;
    let dict = vm.heap.new_dict(Dict::new());
    Ok(vm.wrap_new(class, dict))
}

fn fill(vm: &mut Vm, name: &str, args: Args) -> Res {
    let [this, args, kwargs] = args.take(vm);
    let k = key_of(vm, this)?;
    if let Some(other) = at_most_one(vm, name, args)? {
        vm.dict_update(k, other)?;
    }
    if let Value::Dict(_) = kwargs {
        vm.dict_update(k, kwargs)?;
    }
    Ok(Value::None)
}

fn init(vm: &mut Vm, args: Args) -> Res {
    fill(vm, "dict", args)
}

fn update_method(vm: &mut Vm, args: Args) -> Res {
    fill(vm, "update", args)
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    match (vm.payload(this), vm.payload(other)) {
        (Value::Dict(a), Value::Dict(b)) if matches!(op, CompareOp::Eq | CompareOp::Ne) => {
            Ok(Value::Bool(vm.dicts_equal(a, b)? == (op == CompareOp::Eq)))
        }
        _ => Ok(Value::NotImplemented),
    }
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key_of(vm, this)?;
    if vm.heap.dicts[k].is_empty() {
        return Ok(vm.heap.new_str("{}"));
    }
    guarded(vm, this, "{...}", |vm| {
        let mut text = Joined::default();
        text.push_str("{");
        let (mut place, mut first) = (0, true);
        while place < vm.heap.dicts[k].places() {
            if let Some(e) = vm.table_entry(Table::Dict(k), place) {
                if !std::mem::take(&mut first) {
                    text.push_str(", ");
                }
                let mark = vm.pin(e.value);
                text.push_repr(vm, e.key)?;
                text.push_str(": ");
                text.push_repr(vm, e.value)?;
                vm.unpin_to(mark);
            }
            place += 1;
        }
        text.push_str("}");
        text.finish(vm)
    })
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(vm.dict_iter(k, DictPart::Keys))
}

fn view(vm: &mut Vm, args: Args, what: DictPart) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(views::make(vm, k, what))
}

fn reversed(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(iterators::reversed(vm, k, DictPart::Keys))
}

fn len(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(Value::Int(vm.heap.dicts[k].len() as i64))
}

fn sizeof(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(Value::Int((size_of::<Dict>() + vm.heap.dicts[k].size()) as i64))
}

fn getitem(vm: &mut Vm, args: Args) -> Res {
    let [this, key] = args.take(vm);
    let k = key_of(vm, this)?;
    match vm.dict_get(k, key)? {
        Some(v) => Ok(v),
        None => missing(vm, this, key),
    }
}

/// What `d[key]` does for an absent key: `__missing__` of a subclass, or `KeyError`.
fn missing(vm: &mut Vm, this: Value, key: Value) -> Res {
    if let Value::Instance(_) = this {
        let name = vm.heap.names.__missing__;
        if let Some(v) = vm.call_special(this, name, &[key])? {
            return Ok(v);
        }
    }
    Err(vm.key_error(key))
}

fn setitem(vm: &mut Vm, args: Args) -> Res {
    let [this, key, v] = args.take(vm);
    let k = key_of(vm, this)?;
    vm.dict_set(k, key, v)?;
    Ok(Value::None)
}

fn delitem(vm: &mut Vm, args: Args) -> Res {
    let [this, key] = args.take(vm);
    let k = key_of(vm, this)?;
    match vm.dict_remove(k, key)? {
        Some(_) => Ok(Value::None),
        None => Err(vm.key_error(key)),
    }
}

fn contains(vm: &mut Vm, args: Args) -> Res {
    let [this, key] = args.take(vm);
    let k = key_of(vm, this)?;
    Ok(Value::Bool(vm.dict_get(k, key)?.is_some()))
}

fn get(vm: &mut Vm, args: Args) -> Res {
    let [this, key, default] = args.take(vm);
    let k = key_of(vm, this)?;
    Ok(vm.dict_get(k, key)?.unwrap_or(default.or_none()))
}

fn setdefault(vm: &mut Vm, args: Args) -> Res {
    let [this, key, default] = args.take(vm);
    let k = key_of(vm, this)?;
    let hash = vm.key_hash(key)?;
    if let Some(i) = vm.table_find(Table::Dict(k), hash, key)? {
        return Ok(vm.heap.dicts[k].value_at(i));
    }
    vm.table_insert(Table::Dict(k), hash, key, default.or_none())?;
    Ok(default.or_none())
}

fn pop(vm: &mut Vm, args: Args) -> Res {
    let [this, key, default] = args.take(vm);
    let k = key_of(vm, this)?;
    match (vm.dict_remove(k, key)?, default) {
        (Some(v), _) => Ok(v),
        (None, Value::Undef) => Err(vm.key_error(key)),
        (None, default) => Ok(default),
    }
}

fn popitem(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    let table = &mut vm.heap.dicts[k];
    match table.last_place() {
        Some(last) => {
            let e = table.remove_at(last);
            Ok(vm.heap.new_tuple([e.key, e.value]))
        }
        None => Err(vm.error(Exc::KeyError, "popitem(): dictionary is empty")),
    }
}

fn clear(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    vm.heap.dicts[k].clear();
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    copied(vm, k).map(Value::Dict)
}

/// A new dict with the same associations.
pub fn copied(vm: &mut Vm, k: DictKey) -> Res<DictKey> {
    let size = vm.heap.dicts[k].size();
    vm.reserve(size)?;
    let table = vm.heap.dicts[k].clone();
    Ok(vm.heap.new_dict_key(table))
}

fn or(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    match (vm.payload(this), vm.payload(other)) {
        (Value::Dict(a), Value::Dict(_)) => merged(vm, a, other),
        _ => Ok(Value::NotImplemented),
    }
}

fn ror(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    match (vm.payload(this), vm.payload(other)) {
        (Value::Dict(_), Value::Dict(a)) => merged(vm, a, this),
        _ => Ok(Value::NotImplemented),
    }
}

fn merged(vm: &mut Vm, a: DictKey, b: Value) -> Res {
    let k = copied(vm, a)?;
    vm.dict_update(k, b)?;
    Ok(Value::Dict(k))
}

fn ior(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let k = key_of(vm, this)?;
    vm.dict_update(k, other)?;
    Ok(this)
}

fn fromkeys(vm: &mut Vm, args: Args) -> Res {
    let [cls, iterable, value] = args.take(vm);
    let value = value.or_none();
    let result = vm.call(cls, &[])?;
    let mark = vm.pin(result);
    vm.for_each(iterable, |vm, key| match result {
        Value::Dict(k) => vm.dict_set(k, key, value),
        _ => vm.set_item(result, key, value),
    })?;
    vm.unpin_to(mark);
    Ok(result)
}
