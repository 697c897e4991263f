//! Built-in functions on iterables: `all`, `any`, `iter`, `len`, `max`, `min`, `next`, `sorted`.

use crate::code::op::CompareOp;
use crate::heap::Heap;
use crate::heap::kinds::NativeIter;
use crate::heap::types::Exc;
use crate::types::constructor_args::{keywords, positional};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The functions.
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new(
        "all",
        "(iterable, /)",
        all,
        "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True.",
    ),
    NativeSpec::new(
        "any",
        "(iterable, /)",
        any,
        "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False.",
    ),
    NativeSpec::new(
        "iter",
        "(object, sentinel=None, /)",
        iter,
        "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nGet an iterator from an object.  In the first form, the argument must\nsupply its own iterator, or be a sequence.\nIn the second form, the callable is called until it returns the sentinel.",
    ),
    NativeSpec::new("len", "(obj, /)", len, "Return the number of items in a container.").quick(quick_len),
    NativeSpec::new(
        "max",
        "(*args, key=None, default=None)",
        max,
        "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its biggest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the largest argument.",
    ),
    NativeSpec::new(
        "min",
        "(*args, key=None, default=None)",
        min,
        "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its smallest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the smallest argument.",
    ),
    NativeSpec::new(
        "next",
        "(iterator, default=None, /)",
        next,
        "next(iterator[, default])\n\nReturn the next item from the iterator. If default is given and the iterator\nis exhausted, it is returned instead of raising StopIteration.",
    ),
    NativeSpec::new(
        "sorted",
        "(*args, **kwargs)",
        sorted,
        "Return a new list containing all items from the iterable in ascending order.\n\nA custom key function can be supplied to customize the sort order, and the\nreverse flag can be set to request the result in descending order.",
    ),
];

fn all(vm: &mut Vm, args: Args) -> Res {
    let [iterable] = args.take(vm);
    let it = vm.iter(iterable)?;
    while let Some(v) = vm.next(it)? {
        if !vm.truth(v)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

fn any(vm: &mut Vm, args: Args) -> Res {
    let [iterable] = args.take(vm);
    let it = vm.iter(iterable)?;
    while let Some(v) = vm.next(it)? {
        if vm.truth(v)? {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn quick_len(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    let &[v] = args else { return None };
    i64::try_from(heap.builtin_len(v)?).ok().map(Value::Int)
}

fn len(vm: &mut Vm, args: Args) -> Res {
    let [v] = args.take(vm);
    let len = vm.len(v)?;
    Ok(vm.heap.int_from(len))
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    let [v, sentinel] = args.take(vm);
    let Some(sentinel) = sentinel.bound() else { return vm.iter(v) };
    if !super::objects::is_callable(vm, v) {
        return Err(vm.type_error("iter(v, w): v must be callable"));
    }
    Ok(callable_iterator(vm, v, sentinel))
}

/// An iterator that calls a function until it answers the sentinel.
pub fn callable_iterator(vm: &mut Vm, callable: Value, sentinel: Value) -> Value {
    let class = vm.class_for(&CALLABLE_ITERATOR);
    vm.heap.new_native_iter(CallableIter { class, callable, sentinel })
}

/// The class `callable_iterator`.
pub static CALLABLE_ITERATOR: TypeSpec = TypeSpec {
    name: "callable_iterator",
    no_new: true,
    specials: &[
        NativeSpec::new("__iter__", "($self, /)", itself, "Implement iter(self)."),
        NativeSpec::new("__next__", "($self, /)", next_of, "Implement next(self)."),
    ],
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce, "Return state information for pickling.")],
    ..TypeSpec::BASE
};

/// `iter(callable, sentinel)`; both unbound at the end.
struct CallableIter {
    class: ClassKey,
    callable: Value,
    sentinel: Value,
}

impl NativeIter for CallableIter {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        call_once
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Class(self.class));
        visit(self.callable);
        visit(self.sentinel);
    }
}

fn call_once(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(&CallableIter { callable, sentinel, .. }) = vm.heap.native_iter::<CallableIter>(k) else {
        return Ok(None);
    };
    if callable.is_undef() {
        return Ok(None);
    }
    let mark = vm.pin(callable);
    vm.pin(sentinel);
    let answer = call_until(vm, callable, sentinel);
    vm.unpin_to(mark);
    let answer = answer?;
    let Some(state) = vm.heap.native_iter_mut::<CallableIter>(k) else { return Ok(answer) };
    // The call may have exhausted this very iterator.
    if answer.is_none() || state.callable.is_undef() {
        (state.callable, state.sentinel) = (Value::Undef, Value::Undef);
        return Ok(None);
    }
    Ok(answer)
}

fn call_until(vm: &mut Vm, callable: Value, sentinel: Value) -> Res<Option<Value>> {
    let result = vm.call(callable, &[]);
    let Some(v) = vm.catch(result, Exc::StopIteration)? else { return Ok(None) };
    Ok(if vm.eq(sentinel, v)? { None } else { Some(v) })
}

fn itself(vm: &mut Vm, args: Args) -> Res {
    Ok(args.get(vm, 0))
}

fn next_of(vm: &mut Vm, args: Args) -> Res {
    let [it] = args.take(vm);
    match vm.next(it)? {
        Some(v) => Ok(v),
        None => Err(vm.error_with(Exc::StopIteration, &[])),
    }
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [it] = args.take(vm);
    let function = vm.builtin_function("iter")?;
    let state = match it {
        Value::Iter(k) => vm.heap.native_iter::<CallableIter>(k).map(|s| (s.callable, s.sentinel)),
        _ => None,
    };
    let arguments = match state {
        Some((callable, sentinel)) if !callable.is_undef() => vm.heap.new_tuple([callable, sentinel]),
        _ => {
            let empty = vm.heap.new_tuple([]);
            vm.heap.new_tuple([empty])
        }
    };
    Ok(vm.heap.new_tuple([function, arguments]))
}

fn next(vm: &mut Vm, args: Args) -> Res {
    let [it, default] = args.take(vm);
    let name = vm.heap.names.__next__;
    let result = match it {
        Value::Iter(_) => match vm.next(it)? {
            Some(v) => return Ok(v),
            None if default.is_undef() => Err(vm.error_with(Exc::StopIteration, &[])),
            None => return Ok(default),
        },
        _ => match vm.special(it, name) {
            Some(method) if !method.is_none() => vm.call_found(method, it, &[]),
            _ => {
                let t = vm.type_name(it);
                return Err(vm.type_error(format!("'{t}' object is not an iterator")));
            }
        },
    };
    match default.bound() {
        None => result,
        Some(default) => Ok(vm.catch(result, Exc::StopIteration)?.unwrap_or(default)),
    }
}

fn max(vm: &mut Vm, args: Args) -> Res {
    extreme(vm, args, "max", CompareOp::Gt)
}

fn min(vm: &mut Vm, args: Args) -> Res {
    extreme(vm, args, "min", CompareOp::Lt)
}

/// The first value that no other one is `better` than.
fn extreme(vm: &mut Vm, args: Args, name: &str, better: CompareOp) -> Res {
    let [values, key, default] = args.take(vm);
    let Value::Tuple(values) = values else { return Ok(Value::None) };
    let key = key.or_none();
    let given = vm.heap.tuples[values].len();
    let source = match given {
        0 => return Err(vm.type_error(format!("{name} expected at least 1 argument, got 0"))),
        1 => vm.heap.tuples[values][0],
        _ if !default.is_undef() => {
            let message = format!("Cannot specify a default for {name}() with multiple positional arguments");
            return Err(vm.type_error(message));
        }
        _ => Value::Tuple(values),
    };
    let it = vm.iter(source)?;
    let mark = vm.pin(Value::None);
    vm.pin(Value::None);
    let result = best(vm, it, key, better, mark);
    vm.unpin_to(mark);
    match (result?, default.bound()) {
        (Some(v), _) => Ok(v),
        (None, Some(default)) => Ok(default),
        (None, None) => Err(vm.value_error(format!("{name}() iterable argument is empty"))),
    }
}

/// The two places from `pin` on keep the best value and its key alive.
fn best(vm: &mut Vm, it: Value, key: Value, better: CompareOp, pin: usize) -> Res<Option<Value>> {
    let mut best: Option<(Value, Value)> = None;
    while let Some(v) = vm.next(it)? {
        let k = if key.is_none() {
            v
        } else {
            let inner = vm.pin(v);
            let k = vm.call(key, &[v]);
            vm.unpin_to(inner);
            k?
        };
        let wins = match best {
            None => true,
            Some((_, best_key)) => {
                let inner = vm.pin(v);
                vm.pin(k);
                let wins = vm.compare_bool(better, k, best_key);
                vm.unpin_to(inner);
                wins?
            }
        };
        if wins {
            best = Some((v, k));
            (vm.heap.pins[pin], vm.heap.pins[pin + 1]) = (v, k);
        }
    }
    Ok(best.map(|(v, _)| v))
}

/// The keyword arguments are those of `list.sort`, which also says what is wrong with them.
fn sorted(vm: &mut Vm, args: Args) -> Res {
    let [given, named] = args.take(vm);
    let given = positional(vm, given);
    let [iterable] = given[..] else {
        let given = given.len();
        return Err(vm.type_error(format!("sorted expected 1 argument, got {given}")));
    };
    let items = vm.to_vec(iterable)?;
    vm.reserve(items.len() * size_of::<Value>())?;
    let list = vm.heap.new_list(items);
    let sort = vm.heap.names.sort;
    let sort = vm.getattr(list, sort)?;
    let named = keywords(vm, named);
    vm.call_kw(sort, &[], &named)?;
    Ok(list)
}
