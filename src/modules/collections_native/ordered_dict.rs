//! `collections.OrderedDict`: a dict whose order is part of its value and can be changed.

use super::ordered_dict_views::{iterate, view};
use crate::code::op::CompareOp;
use crate::heap::kinds::DictPart;
use crate::heap::types::Exc;
use crate::types::constructor_args::{keywords, positional};
use crate::types::container_repr::{Joined, guarded};
use crate::types::dict::{self, key_of};
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::table::Table;
use crate::vm::{Res, Vm};

/// The class `collections.OrderedDict`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "OrderedDict",
    module: "collections",
    base: Some(&dict::SPEC),
    doc: "Dictionary that remembers insertion order",
    subclassable: true,
    weakref: true,
    places: Some(0),
    has_dict: true,
    specials: with_comparisons!(
        compare,
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__iter__", "($self, /)", iter, "Implement iter(self)."),
        NativeSpec::new(
            "__init__",
            "($self, /, *args, **kwargs)",
            |vm, a| fill(vm, "OrderedDict", a),
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        NativeSpec::new("__or__", "($self, value, /)", |vm, a| or(vm, a, false), "Return self|value."),
        NativeSpec::new("__ror__", "($self, value, /)", |vm, a| or(vm, a, true), "Return value|self."),
        NativeSpec::new("__ior__", "($self, value, /)", ior, "Return self|=value."),
    ),
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce, "Return state information for pickling"),
        NativeSpec::new(
            "setdefault",
            "($self, /, key, default=None)",
            setdefault,
            "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is \
             in the dictionary, else default.",
        ),
        NativeSpec::new(
            "pop",
            "($self, /, key, default=<unrepresentable>)",
            pop,
            "od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not \
             found, return the default if given; otherwise,\nraise a KeyError.",
        ),
        NativeSpec::new(
            "popitem",
            "($self, /, last=True)",
            popitem,
            "Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is \
             true or FIFO order if false.",
        ),
        NativeSpec::new("keys", "($self, /)", |vm, a| view(vm, a, DictPart::Keys), ""),
        NativeSpec::new("values", "($self, /)", |vm, a| view(vm, a, DictPart::Values), ""),
        NativeSpec::new("items", "($self, /)", |vm, a| view(vm, a, DictPart::Items), ""),
        NativeSpec::new("update", "($self, /, *args, **kwargs)", |vm, a| fill(vm, "update", a), ""),
        NativeSpec::new("copy", "($self, /)", copy, "od.copy() -> a shallow copy of od"),
        NativeSpec::new("__reversed__", "($self, /)", reversed, "od.__reversed__() <==> reversed(od)"),
        NativeSpec::new(
            "move_to_end",
            "($self, /, key, last=True)",
            move_to_end,
            "Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element \
             does not exist.",
        ),
    ],
    class_methods: &[NativeSpec::new(
        "fromkeys",
        "($type, /, iterable, value=None)",
        fromkeys,
        "Create a new ordered dictionary with keys from iterable and values set to value.",
    )],
    getsets: &[crate::types::exception::DICT],
    unhashable: true,
    ..TypeSpec::BASE
};

/// The class itself, not one derived from it in Python.
fn is_exact(vm: &mut Vm, this: Value) -> bool {
    vm.class_of(this) == vm.class_for(&SPEC)
}

/// What `__init__` and `update` do. Keys are set by the class's own `__setitem__`.
fn fill(vm: &mut Vm, name: &str, args: Args) -> Res {
    let [this, args, kwargs] = args.take(vm);
    let args = positional(vm, args);
    if args.len() > 1 {
        let n = args.len();
        return Err(vm.type_error(match name {
            "update" => format!("update() takes at most 1 positional argument ({n} given)"),
            _ => format!("expected at most 1 arguments, got {n}"),
        }));
    }
    if let Some(&other) = args.first() {
        update_from(vm, this, other)?;
    }
    for (name, v) in keywords(vm, kwargs) {
        vm.set_item(this, Value::Str(name), v)?;
    }
    Ok(Value::None)
}

/// `MutableMapping.update`: from a dict by its items, from anything with `keys` by those, else from pairs.
fn update_from(vm: &mut Vm, this: Value, other: Value) -> Res<()> {
    let names = vm.heap.names;
    if let Value::Dict(_) = other {
        let items = vm.call_method(other, names.items, &[])?;
        return update_from_pairs(vm, this, items);
    }
    if let Some(keys) = vm.getattr_opt(other, names.keys)? {
        let keys = vm.call(keys, &[])?;
        return vm.for_each(keys, |vm, key| {
            let v = vm.get_item(other, key)?;
            vm.set_item(this, key, v)
        });
    }
    if let Some(items) = vm.getattr_opt(other, names.items)? {
        let items = vm.call(items, &[])?;
        return update_from_pairs(vm, this, items);
    }
    update_from_pairs(vm, this, other)
}

fn update_from_pairs(vm: &mut Vm, this: Value, pairs: Value) -> Res<()> {
    vm.for_each(pairs, |vm, pair| {
        let mut parts = Vec::with_capacity(2);
        vm.for_each(pair, |vm, v| {
            if parts.len() == 2 {
                return Err(vm.value_error("too many values to unpack (expected 2)"));
            }
            vm.heap.recent.push(v);
            parts.push(v);
            Ok(())
        })?;
        match parts[..] {
            [key, v] => vm.set_item(this, key, v),
            _ => {
                let plural = if parts.len() == 1 { "" } else { "s" };
                Err(vm.value_error(format!("need more than {} value{plural} to unpack", parts.len())))
            }
        }
    })
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    let (Value::Dict(a), Value::Dict(b), CompareOp::Eq | CompareOp::Ne) = (vm.payload(this), vm.payload(other), op)
    else {
        return Ok(Value::NotImplemented);
    };
    let mut equal = vm.dicts_equal(a, b)?;
    let class = vm.class_for(&SPEC);
    if equal && vm.heap.is_subclass(vm.class_of(other), class) {
        equal = same_order(vm, a, b)?;
    }
    Ok(Value::Bool(equal == (op == CompareOp::Eq)))
}

fn same_order(vm: &mut Vm, a: DictKey, b: DictKey) -> Res<bool> {
    let left = vm.dict_iter(a, DictPart::Keys);
    let right = vm.dict_iter(b, DictPart::Keys);
    loop {
        match (vm.next(left)?, vm.next(right)?) {
            (None, None) => return Ok(true),
            (Some(x), Some(y)) if vm.eq_pinned(x, y)? => {}
            _ => return Ok(false),
        }
    }
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let class = vm.class_of(this);
    let name = vm.heap.class_name(class);
    if vm.len(this)? == 0 {
        return Ok(vm.heap.new_str(format!("{name}()")));
    }
    let exact = is_exact(vm, this);
    guarded(vm, this, "...", |vm| {
        let shown = if exact {
            let k = key_of(vm, this)?;
            Value::Dict(dict::copied(vm, k)?)
        } else {
            let items = vm.heap.names.items;
            let items = vm.call_method(this, items, &[])?;
            let class = vm.heap.types.dict;
            vm.call(Value::Class(class), &[items])?
        };
        let mut text = Joined::default();
        text.push_str(&name);
        text.push_str("(");
        text.push_repr(vm, shown)?;
        text.push_str(")");
        text.finish(vm)
    })
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(iterate(vm, k, DictPart::Keys, false))
}

fn reversed(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(iterate(vm, k, DictPart::Keys, true))
}

fn or(vm: &mut Vm, args: Args, reflected: bool) -> Res {
    let [this, other] = args.take(vm);
    let (Value::Dict(_), Value::Dict(_)) = (vm.payload(this), vm.payload(other)) else {
        return Ok(Value::NotImplemented);
    };
    let class = Value::Class(vm.class_of(this));
    let (left, right) = if reflected { (other, this) } else { (this, other) };
    let new = vm.call(class, &[left])?;
    update_from(vm, new, right)?;
    Ok(new)
}

fn ior(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    update_from(vm, this, other)?;
    Ok(this)
}

fn setdefault(vm: &mut Vm, args: Args) -> Res {
    let [this, key, default] = args.take(vm);
    if vm.contains(this, key)? {
        return vm.get_item(this, key);
    }
    vm.set_item(this, key, default.or_none())?;
    Ok(default.or_none())
}

fn pop(vm: &mut Vm, args: Args) -> Res {
    let [this, key, default] = args.take(vm);
    if is_exact(vm, this) {
        let k = key_of(vm, this)?;
        return match (vm.dict_remove(k, key)?, default.bound()) {
            (Some(v), _) | (None, Some(v)) => Ok(v),
            (None, None) => Err(vm.key_error(key)),
        };
    }
    if vm.contains(this, key)? {
        let v = vm.get_item(this, key)?;
        vm.del_item(this, key)?;
        return Ok(v);
    }
    if let Some(default) = default.bound() {
        return Ok(default);
    }
    let name = vm.heap.names.__missing__;
    match vm.call_special(this, name, &[key])? {
        Some(v) => Ok(v),
        None => Err(vm.key_error(key)),
    }
}

fn popitem(vm: &mut Vm, args: Args) -> Res {
    let [this, last] = args.take(vm);
    let last = last.is_undef() || vm.truth(last)?;
    let k = key_of(vm, this)?;
    let table = &mut vm.heap.dicts[k];
    let place = if last { table.last_place() } else { table.first_place() };
    let Some(place) = place else { return Err(vm.error(Exc::KeyError, "dictionary is empty")) };
    if is_exact(vm, this) {
        let e = vm.heap.dicts[k].remove_at(place);
        return Ok(vm.heap.new_tuple([e.key, e.value]));
    }
    let Some(e) = vm.table_entry(Table::Dict(k), place) else { return Ok(Value::None) };
    vm.heap.recent.push(e.key);
    let v = vm.get_item(this, e.key)?;
    vm.del_item(this, e.key)?;
    Ok(vm.heap.new_tuple([e.key, v]))
}

fn copy(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let class = Value::Class(vm.class_of(this));
    let new = vm.call(class, &[])?;
    if let (Value::Instance(from), Value::Instance(to)) = (this, new) {
        for (name, v) in vm.heap.attributes(from) {
            if let Value::Str(name) = name {
                vm.heap.set_attribute(to, name, v);
            }
        }
    }
    let k = key_of(vm, this)?;
    let keys = iterate(vm, k, DictPart::Keys, false);
    vm.for_each(keys, |vm, key| {
        let v = vm.get_item(this, key)?;
        vm.set_item(new, key, v)
    })?;
    Ok(new)
}

fn move_to_end(vm: &mut Vm, args: Args) -> Res {
    let [this, key, last] = args.take(vm);
    let last = last.is_undef() || vm.truth(last)?;
    let k = key_of(vm, this)?;
    let hash = vm.key_hash(key)?;
    let Some(place) = vm.table_find(Table::Dict(k), hash, key)? else { return Err(vm.key_error(key)) };
    let table = &mut vm.heap.dicts[k];
    let already = Some(place) == if last { table.last_place() } else { table.first_place() };
    if !already {
        let e = table.remove_at(place);
        if last {
            table.insert_new(e.hash, e.key, e.value);
        } else {
            table.insert_first(e.hash, e.key, e.value);
        }
    }
    Ok(Value::None)
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let class = Value::Class(vm.class_of(this));
    let getstate = vm.heap.names.__getstate__;
    let state = vm.call_method(this, getstate, &[])?;
    let items = vm.heap.names.items;
    let items = vm.call_method(this, items, &[])?;
    let items = vm.iter(items)?;
    let empty = vm.heap.new_tuple([]);
    Ok(vm.heap.new_tuple([class, empty, state, Value::None, items]))
}

fn fromkeys(vm: &mut Vm, args: Args) -> Res {
    let [cls, iterable, value] = args.take(vm);
    let new = vm.call(cls, &[])?;
    vm.for_each(iterable, |vm, key| vm.set_item(new, key, value.or_none()))?;
    Ok(new)
}
