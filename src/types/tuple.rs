//! `tuple`: the class, its methods and subscription.

use super::constructor_args::{at_most_one, no_keywords_for};
use super::container_repr::{guarded, join_reprs};
use super::list;
use super::slice::{repeat_count, resolve, select, sequence_index};
use crate::code::op::CompareOp;
use crate::heap::kinds::Collection;
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::subscript::position;
use crate::vm::{Res, Vm};

/// The class `tuple`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "tuple",
    doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: METHODS,
    specials: SPECIALS,
    class_methods: super::generic_alias::CLASS_GETITEM,
    collection: Collection::Sequence,
    ..TypeSpec::BASE
};

static METHODS: &[NativeSpec] = &[
    NativeSpec::new("__getnewargs__", "($self, /)", getnewargs, ""),
    NativeSpec::new(
        "index",
        "($self, value, start=0, stop=sys.maxsize, /)",
        index,
        "Return first index of value.\n\nRaises ValueError if the value is not present.",
    ),
    NativeSpec::new("count", "($self, value, /)", count, "Return number of occurrences of value."),
];

static SPECIALS: &[NativeSpec] = with_comparisons!(
    compare,
    NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    NativeSpec::new("__hash__", "($self, /)", hash, "Return hash(self)."),
    NativeSpec::new("__iter__", "($self, /)", iter, "Implement iter(self)."),
    NativeSpec::new("__len__", "($self, /)", len, "Return len(self)."),
    NativeSpec::new("__getitem__", "($self, key, /)", getitem, "Return self[key]."),
    NativeSpec::new("__add__", "($self, value, /)", add, "Return self+value."),
    NativeSpec::new("__mul__", "($self, value, /)", mul, "Return self*value."),
    NativeSpec::new("__rmul__", "($self, value, /)", mul, "Return value*self."),
    NativeSpec::new("__contains__", "($self, key, /)", contains, "Return bool(key in self)."),
);

/// The tuple in a value: itself, or the payload of an instance of a subclass.
pub fn key_of(vm: &mut Vm, v: Value) -> Res<TupleKey> {
    match vm.payload(v) {
        Value::Tuple(k) => Ok(k),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("descriptor requires a 'tuple' object but received a '{t}'")))
        }
    }
}

/// A tuple of the values of an iterable: the very same object for an exact tuple.
pub fn from_iterable(vm: &mut Vm, v: Value) -> Res {
    if let Value::Tuple(_) = v {
        return Ok(v);
    }
    let items = vm.to_vec(v)?;
    Ok(vm.heap.new_tuple(items))
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, args, kwargs] = args.take(vm);
    let (base, init) = (vm.heap.types.tuple, vm.heap.names.__init__);
    let class = vm.check_new(cls, base)?;
    no_keywords_for(vm, class, base, init, kwargs)?;
    let tuple = match at_most_one(vm, "tuple", args)? {
        Some(iterable) => from_iterable(vm, iterable)?,
        None => vm.heap.new_tuple([]),
    };
    Ok(vm.wrap_new(class, tuple))
}

/// `tuple[key]`
pub fn get(vm: &mut Vm, k: TupleKey, key: Value) -> Res {
    let len = vm.heap.tuples[k].len();
    if let Value::Slice(s) = key {
        let (start, _, step, count) = resolve(vm, s, len)?;
        if count == len && step == 1 {
            return Ok(Value::Tuple(k));
        }
        vm.reserve(count * 16)?;
        let items = select(&vm.heap.tuples[k], start, step, count);
        return Ok(vm.heap.new_tuple(items));
    }
    let i = sequence_index(vm, key, "tuple")?;
    match position(len, i) {
        Some(i) => Ok(vm.heap.tuples[k][i]),
        None => Err(vm.index_error("tuple index out of range")),
    }
}

fn getitem(vm: &mut Vm, args: Args) -> Res {
    let [this, key] = args.take(vm);
    let k = key_of(vm, this)?;
    get(vm, k, key)
}

fn getnewargs(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let k = key_of(vm, this)?;
    let copy = match this {
        Value::Tuple(_) => this,
        _ => {
            let copy = vm.heap.tuples[k].clone();
            vm.heap.new_tuple(copy)
        }
    };
    Ok(vm.heap.new_tuple([copy]))
}

fn index(vm: &mut Vm, args: Args) -> Res {
    let [this, item, start, stop] = args.take(vm);
    let k = key_of(vm, this)?;
    match list::find(vm, Value::Tuple(k), item, start, stop)? {
        Some(i) => Ok(Value::Int(i as i64)),
        None => Err(vm.value_error("tuple.index(x): x not in tuple")),
    }
}

fn count(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let k = key_of(vm, this)?;
    list::count_in(vm, Value::Tuple(k), item)
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    match (vm.payload(this), vm.payload(other)) {
        (a @ Value::Tuple(_), b @ Value::Tuple(_)) => vm.compare_sequences(op, a, b),
        _ => Ok(Value::NotImplemented),
    }
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key_of(vm, this)?;
    let close = match vm.heap.tuples[k].len() {
        0 => return Ok(vm.heap.new_str("()")),
        1 => ",)",
        _ => ")",
    };
    guarded(vm, this, "(...)", |vm| join_reprs(vm, "(", close, |vm, i| vm.heap.tuples[k].get(i).copied()))
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    vm.hash_tuple(k).map(Value::Int)
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    vm.iter(Value::Tuple(k))
}

fn len(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    Ok(Value::Int(vm.heap.tuples[k].len() as i64))
}

/// `a + b` for a tuple and anything: `NotImplemented` where the other operand has its own say.
fn add(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let k = key_of(vm, this)?;
    let Value::Tuple(o) = vm.payload(other) else {
        let radd = vm.heap.names.__radd__;
        if matches!(other, Value::Instance(_) | Value::Object(_)) && vm.special(other, radd).is_some() {
            return Ok(Value::NotImplemented);
        }
        let t = vm.type_name(other);
        return Err(vm.type_error(format!("can only concatenate tuple (not \"{t}\") to tuple")));
    };
    let (n, m) = (vm.heap.tuples[k].len(), vm.heap.tuples[o].len());
    if m == 0 {
        return Ok(Value::Tuple(k));
    }
    if n == 0 {
        return Ok(Value::Tuple(o));
    }
    vm.reserve((n + m) * 16)?;
    let items = [&vm.heap.tuples[k][..], &vm.heap.tuples[o][..]].concat();
    Ok(vm.heap.new_tuple(items))
}

fn mul(vm: &mut Vm, args: Args) -> Res {
    let [this, n] = args.take(vm);
    let k = key_of(vm, this)?;
    match repeat_count(vm, n)? {
        None => Ok(Value::NotImplemented),
        Some(1) => Ok(Value::Tuple(k)),
        Some(n) => {
            let items = list::repeated(vm, Value::Tuple(k), n)?;
            Ok(vm.heap.new_tuple(items))
        }
    }
}

fn contains(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let k = key_of(vm, this)?;
    vm.sequence_contains(Value::Tuple(k), item).map(Value::Bool)
}
