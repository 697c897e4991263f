//! `set` and `frozenset`: the classes, their methods and iterator.

pub mod algebra;
mod iterator;

use super::constructor_args::{at_most_one, no_keywords_for, positional};
use super::container_repr::{guarded, join_reprs};
use crate::code::op::CompareOp;
use crate::heap::dict::Dict;
use crate::heap::kinds::Set;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::hash::exact_hash;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::table::Table;
use crate::vm::{Raised, Res, Vm};
use algebra::Operation;

pub use iterator::iter;

/// The class `set`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "set",
    doc: "Build an unordered collection of unique elements.",
    subclassable: true,
    weakref: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new_set,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: SET_METHODS,
    specials: SET_SPECIALS,
    class_methods: super::generic_alias::CLASS_GETITEM,
    unhashable: true,
    ..TypeSpec::BASE
};

/// The class `frozenset`.
pub static FROZEN: TypeSpec = TypeSpec {
    name: "frozenset",
    doc: "Build an immutable unordered collection of unique elements.",
    subclassable: true,
    weakref: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new_frozenset,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: FROZEN_METHODS,
    specials: FROZEN_SPECIALS,
    class_methods: super::generic_alias::CLASS_GETITEM,
    ..TypeSpec::BASE
};

const CONTAINS: NativeSpec =
    NativeSpec::new("__contains__", "($self, object, /)", contains_method, "x.__contains__(y) <==> y in x.");
const COPY: NativeSpec = NativeSpec::new("copy", "($self, /)", copy, "Return a shallow copy of a set.");
const DIFFERENCE: NativeSpec = NativeSpec::new(
    "difference",
    "($self, /, *others)",
    |vm, a| combine(vm, a, Operation::Difference),
    "Return a new set with elements in the set that are not in the others.",
);
const INTERSECTION: NativeSpec = NativeSpec::new(
    "intersection",
    "($self, /, *others)",
    |vm, a| combine(vm, a, Operation::Intersection),
    "Return a new set with elements common to the set and all others.",
);
const UNION: NativeSpec = NativeSpec::new(
    "union",
    "($self, /, *others)",
    |vm, a| combine(vm, a, Operation::Union),
    "Return a new set with elements from the set and all others.",
);
const SYMMETRIC: NativeSpec = NativeSpec::new(
    "symmetric_difference",
    "($self, other, /)",
    symmetric_difference,
    "Return a new set with elements in either the set or other but not both.",
);
const ISDISJOINT: NativeSpec =
    NativeSpec::new("isdisjoint", "($self, other, /)", isdisjoint, "Return True if two sets have a null intersection.");
const ISSUBSET: NativeSpec =
    NativeSpec::new("issubset", "($self, other, /)", issubset, "Report whether another set contains this set.");
const ISSUPERSET: NativeSpec =
    NativeSpec::new("issuperset", "($self, other, /)", issuperset, "Report whether this set contains another set.");
const REDUCE: NativeSpec =
    NativeSpec::new("__reduce__", "($self, /)", reduce, "Return state information for pickling.");
const SIZEOF: NativeSpec =
    NativeSpec::new("__sizeof__", "($self, /)", sizeof, "S.__sizeof__() -> size of S in memory, in bytes.");

const FROZEN_METHODS: &[NativeSpec] =
    &[CONTAINS, COPY, DIFFERENCE, INTERSECTION, ISDISJOINT, ISSUBSET, ISSUPERSET, REDUCE, SIZEOF, SYMMETRIC, UNION];

const SET_METHODS: &[NativeSpec] = &[
    CONTAINS,
    COPY,
    DIFFERENCE,
    INTERSECTION,
    ISDISJOINT,
    ISSUBSET,
    ISSUPERSET,
    REDUCE,
    SIZEOF,
    SYMMETRIC,
    UNION,
    NativeSpec::new(
        "add",
        "($self, object, /)",
        add,
        "Add an element to a set.\n\nThis has no effect if the element is already present.",
    ),
    NativeSpec::new("clear", "($self, /)", clear, "Remove all elements from this set."),
    NativeSpec::new(
        "discard",
        "($self, object, /)",
        discard,
        "Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set.",
    ),
    NativeSpec::new(
        "difference_update",
        "($self, /, *others)",
        |vm, a| combine_in_place(vm, a, Operation::Difference),
        "Update the set, removing elements found in others.",
    ),
    NativeSpec::new(
        "intersection_update",
        "($self, /, *others)",
        |vm, a| combine_in_place(vm, a, Operation::Intersection),
        "Update the set, keeping only elements found in it and all others.",
    ),
    NativeSpec::new(
        "pop",
        "($self, /)",
        pop,
        "Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty.",
    ),
    NativeSpec::new(
        "remove",
        "($self, object, /)",
        remove,
        "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError.",
    ),
    NativeSpec::new(
        "symmetric_difference_update",
        "($self, other, /)",
        symmetric_difference_update,
        "Update the set, keeping only elements found in either set, but not in both.",
    ),
    NativeSpec::new(
        "update",
        "($self, /, *others)",
        |vm, a| combine_in_place(vm, a, Operation::Union),
        "Update the set, adding elements from all others.",
    ),
];

/// The special methods that both classes have, and then those of one.
macro_rules! specials {
    ($($entry:expr),* $(,)?) => {
        with_comparisons!(
            compare,
            NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
            NativeSpec::new("__iter__", "($self, /)", iter_method, "Implement iter(self)."),
            NativeSpec::new("__sub__", "($self, value, /)", |vm, a| operate(vm, a, Operation::Difference, false), "Return self-value."),
            NativeSpec::new("__rsub__", "($self, value, /)", |vm, a| operate(vm, a, Operation::Difference, true), "Return value-self."),
            NativeSpec::new("__and__", "($self, value, /)", |vm, a| operate(vm, a, Operation::Intersection, false), "Return self&value."),
            NativeSpec::new("__rand__", "($self, value, /)", |vm, a| operate(vm, a, Operation::Intersection, true), "Return value&self."),
            NativeSpec::new("__xor__", "($self, value, /)", |vm, a| operate(vm, a, Operation::Symmetric, false), "Return self^value."),
            NativeSpec::new("__rxor__", "($self, value, /)", |vm, a| operate(vm, a, Operation::Symmetric, true), "Return value^self."),
            NativeSpec::new("__or__", "($self, value, /)", |vm, a| operate(vm, a, Operation::Union, false), "Return self|value."),
            NativeSpec::new("__ror__", "($self, value, /)", |vm, a| operate(vm, a, Operation::Union, true), "Return value|self."),
            NativeSpec::new("__len__", "($self, /)", len, "Return len(self)."),
            $($entry,)*
        )
    };
}

const FROZEN_SPECIALS: &[NativeSpec] = specials!(NativeSpec::new("__hash__", "($self, /)", hash, "Return hash(self)."));

const SET_SPECIALS: &[NativeSpec] = specials!(
    NativeSpec::new(
        "__init__",
        "($self, /, *args, **kwargs)",
        init,
        "Initialize self.  See help(type(self)) for accurate signature.",
    ),
    NativeSpec::new(
        "__isub__",
        "($self, value, /)",
        |vm, a| in_place(vm, a, Operation::Difference),
        "Return self-=value."
    ),
    NativeSpec::new(
        "__iand__",
        "($self, value, /)",
        |vm, a| in_place(vm, a, Operation::Intersection),
        "Return self&=value."
    ),
    NativeSpec::new(
        "__ixor__",
        "($self, value, /)",
        |vm, a| in_place(vm, a, Operation::Symmetric),
        "Return self^=value."
    ),
    NativeSpec::new("__ior__", "($self, value, /)", |vm, a| in_place(vm, a, Operation::Union), "Return self|=value."),
);

/// The set or frozenset in a value: itself, or the payload of an instance of a subclass.
pub fn any_set(vm: &Vm, v: Value) -> Option<SetKey> {
    match vm.payload(v) {
        Value::Set(k) | Value::FrozenSet(k) => Some(k),
        _ => None,
    }
}

fn key_of(vm: &mut Vm, v: Value) -> Res<SetKey> {
    match any_set(vm, v) {
        Some(k) => Ok(k),
        None => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("descriptor requires a 'set' object but received a '{t}'")))
        }
    }
}

/// A new empty set.
fn empty(vm: &mut Vm) -> SetKey {
    let k = vm.heap.sets.insert(Set::default());
    vm.heap.recent.push(Value::Set(k));
    vm.heap.grew(size_of::<Set>());
    k
}

fn new_set(vm: &mut Vm, args: Args) -> Res {
    let class = vm.check_new(args.get(vm, 0), vm.heap.types.set)?;
    let set = vm.heap.new_set(Dict::new());
    Ok(vm.wrap_new(class, set))
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [this, args, kwargs] = args.take(vm);
    let k = key_of(vm, this)?;
    let (class, base, new) = (vm.class_of(this), vm.heap.types.set, vm.heap.names.__new__);
    no_keywords_for(vm, class, base, new, kwargs)?;
    let iterable = at_most_one(vm, "set", args)?;
    vm.heap.sets[k].table.clear();
    if let Some(iterable) = iterable {
        algebra::update(vm, k, iterable)?;
    }
    Ok(Value::None)
}

fn new_frozenset(vm: &mut Vm, args: Args) -> Res {
    let [cls, args, kwargs] = args.take(vm);
    let (base, init) = (vm.heap.types.frozenset, vm.heap.names.__init__);
    let class = vm.check_new(cls, base)?;
    no_keywords_for(vm, class, base, init, kwargs)?;
    let k = match at_most_one(vm, "frozenset", args)? {
        Some(v @ Value::FrozenSet(_)) if class == base => return Ok(v),
        Some(iterable) => {
            let k = empty(vm);
            algebra::update(vm, k, iterable)?;
            k
        }
        None => empty(vm),
    };
    Ok(vm.wrap_new(class, Value::FrozenSet(k)))
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    match (any_set(vm, this), any_set(vm, other)) {
        (Some(a), Some(b)) => vm.compare_sets(op, a, b).map(Value::Bool),
        _ => Ok(Value::NotImplemented),
    }
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key_of(vm, this)?;
    let name = vm.type_name(this);
    if vm.heap.sets[k].table.is_empty() {
        return Ok(vm.heap.new_str(format!("{name}()")));
    }
    let recursive = format!("{name}(...)");
    guarded(vm, this, &recursive, |vm| {
        let items: Vec<Value> = vm.heap.sets[k].table.iter().map(|e| e.key).collect();
        let Value::List(items) = vm.heap.new_list(items) else { return Ok(Value::None) };
        let (open, close) = match this {
            Value::Set(_) => (String::from("{"), "}"),
            _ => (format!("{name}({{"), "})"),
        };
        join_reprs(vm, &open, close, |vm, i| vm.heap.lists[items].get(i).copied())
    })
}

fn iter_method(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    vm.iter(Value::Set(k))
}

fn len(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(Value::Int(vm.heap.sets[k].table.len() as i64))
}

fn sizeof(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(Value::Int((size_of::<Set>() + vm.heap.sets[k].table.size()) as i64))
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(Value::Int(exact_hash(&vm.heap, Value::FrozenSet(k)).unwrap_or(0)))
}

/// Runs a lookup of an element; an unhashable set is looked up as the frozenset equal to it.
fn with_element<T>(vm: &mut Vm, item: Value, f: impl Fn(&mut Vm, Value) -> Res<T>) -> Res<T> {
    match f(vm, item) {
        Err(Raised) if vm.pending_is(Exc::TypeError) => match vm.payload(item) {
            Value::Set(k) => {
                vm.take_pending();
                let table = vm.heap.sets[k].table.clone();
                let frozen = vm.heap.new_frozenset(table);
                f(vm, frozen)
            }
            _ => Err(Raised),
        },
        result => result,
    }
}

/// `item in set`
pub fn contains(vm: &mut Vm, k: SetKey, item: Value) -> Res<bool> {
    with_element(vm, item, |vm, item| vm.set_contains(k, item))
}

fn contains_method(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let k = key_of(vm, this)?;
    contains(vm, k, item).map(Value::Bool)
}

fn add(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let k = key_of(vm, this)?;
    vm.set_add(k, item)?;
    Ok(Value::None)
}

fn discard(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let k = key_of(vm, this)?;
    with_element(vm, item, |vm, item| vm.table_remove(Table::Set(k), item))?;
    Ok(Value::None)
}

fn remove(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let k = key_of(vm, this)?;
    match with_element(vm, item, |vm, item| vm.table_remove(Table::Set(k), item))? {
        Some(_) => Ok(Value::None),
        None => Err(vm.key_error(item)),
    }
}

fn pop(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    let table = &mut vm.heap.sets[k].table;
    let first = (0..table.places()).find(|&i| table.entry(i).is_some());
    match first {
        Some(i) => Ok(table.remove_at(i).key),
        None => Err(vm.error(Exc::KeyError, "pop from an empty set")),
    }
}

fn clear(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    vm.heap.sets[k].table.clear();
    Ok(Value::None)
}

/// A new set of the same built-in kind as a payload, with the same elements.
fn copied(vm: &mut Vm, payload: Value) -> Res<(SetKey, Value)> {
    let (Value::Set(k) | Value::FrozenSet(k)) = payload else { return Err(vm.system_error("not a set")) };
    let size = vm.heap.sets[k].table.size();
    vm.reserve(size)?;
    vm.heap.grew(size);
    let new = empty(vm);
    vm.heap.sets[new].table = vm.heap.sets[k].table.clone();
    Ok((new, if let Value::Set(_) = payload { Value::Set(new) } else { Value::FrozenSet(new) }))
}

fn copy(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    if let Value::FrozenSet(_) = this {
        return Ok(this);
    }
    let payload = vm.payload(this);
    Ok(copied(vm, payload)?.1)
}

/// `a | b` and the like: both must be sets.
fn operate(vm: &mut Vm, args: Args, operation: Operation, reflected: bool) -> Res {
    let [this, other] = args.take(vm);
    let (left, right) = if reflected { (other, this) } else { (this, other) };
    if any_set(vm, left).is_none() || any_set(vm, right).is_none() {
        return Ok(Value::NotImplemented);
    }
    let left = vm.payload(left);
    let (k, result) = copied(vm, left)?;
    operation.apply(vm, k, right)?;
    Ok(result)
}

/// `a |= b` and the like: the other must be a set.
fn in_place(vm: &mut Vm, args: Args, operation: Operation) -> Res {
    let [this, other] = args.take(vm);
    let k = key_of(vm, this)?;
    if any_set(vm, other).is_none() {
        return Ok(Value::NotImplemented);
    }
    operation.apply(vm, k, other)?;
    Ok(this)
}

/// `a.union(*others)` and the like: the others may be any iterables.
fn combine(vm: &mut Vm, args: Args, operation: Operation) -> Res {
    let [this, others] = args.take(vm);
    let payload = vm.payload(this);
    let (k, result) = copied(vm, payload)?;
    for other in positional(vm, others) {
        operation.apply(vm, k, other)?;
    }
    Ok(result)
}

/// `a.update(*others)` and the like.
fn combine_in_place(vm: &mut Vm, args: Args, operation: Operation) -> Res {
    let [this, others] = args.take(vm);
    let k = key_of(vm, this)?;
    for other in positional(vm, others) {
        operation.apply(vm, k, other)?;
    }
    Ok(Value::None)
}

fn symmetric_difference(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let payload = vm.payload(this);
    let (k, result) = copied(vm, payload)?;
    algebra::symmetric_difference_update(vm, k, other)?;
    Ok(result)
}

fn symmetric_difference_update(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let k = key_of(vm, this)?;
    algebra::symmetric_difference_update(vm, k, other)?;
    Ok(Value::None)
}

/// The set in a value, or a new set of what an iterable gives.
fn coerced(vm: &mut Vm, v: Value) -> Res<SetKey> {
    if let Some(k) = any_set(vm, v) {
        return Ok(k);
    }
    let k = empty(vm);
    algebra::update(vm, k, v)?;
    Ok(k)
}

fn isdisjoint(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let k = key_of(vm, this)?;
    let mut disjoint = true;
    vm.for_each(other, |vm, item| {
        disjoint = disjoint && !vm.set_contains(k, item)?;
        Ok(())
    })?;
    Ok(Value::Bool(disjoint))
}

fn issubset(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let k = key_of(vm, this)?;
    let other = coerced(vm, other)?;
    vm.compare_sets(CompareOp::Le, k, other).map(Value::Bool)
}

fn issuperset(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let k = key_of(vm, this)?;
    let other = coerced(vm, other)?;
    vm.compare_sets(CompareOp::Ge, k, other).map(Value::Bool)
}

/// `(class, ([elements],), __dict__ or None)`
fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key_of(vm, this)?;
    let list = match this {
        // A subclass may iterate in its own way.
        Value::Instance(_) => vm.new_list_from(this)?,
        _ => {
            let items: Vec<Value> = vm.heap.sets[k].table.iter().map(|e| e.key).collect();
            vm.heap.new_list(items)
        }
    };
    let arguments = vm.heap.new_tuple([list]);
    let getstate = vm.heap.names.__getstate__;
    let state = match this {
        Value::Instance(_) => vm.call_method(this, getstate, &[])?,
        _ => Value::None,
    };
    let class = Value::Class(vm.class_of(this));
    Ok(vm.heap.new_tuple([class, arguments, state]))
}
