//! `count`, `repeat`, `cycle` and `accumulate`.

use super::{NEW_DOC, State, exactly, make, own_state, reduced, required, state, state_mut, warn_of_pickling};
use crate::code::op::BinaryOp;
use crate::heap::kinds::Iter;
use crate::types::constructor_args::positional;
use crate::types::iterators::{ITER, LENGTH_HINT_DOC, NEXT, REDUCE_DOC, SETSTATE_DOC};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `itertools.count`.
pub static COUNT: TypeSpec = TypeSpec {
    name: "count",
    module: "itertools",
    doc: "Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def \
          count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n            x += step",
    subclassable: true,
    new: Some(NativeSpec::new("__new__", "($type, start=0, step=1)", new_count, NEW_DOC)),
    specials: &[ITER, NEXT, NativeSpec::new("__repr__", "($self, /)", repr_count, "Return repr(self).")],
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce_count, REDUCE_DOC)],
    ..TypeSpec::BASE
};

/// The class `itertools.repeat`.
pub static REPEAT: TypeSpec = TypeSpec {
    name: "repeat",
    module: "itertools",
    doc: "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If \
          not specified, returns the object\nendlessly.",
    subclassable: true,
    new: Some(NativeSpec::new("__new__", "($type, object=<unrepresentable>, times=None)", new_repeat, NEW_DOC)),
    specials: &[ITER, NEXT, NativeSpec::new("__repr__", "($self, /)", repr_repeat, "Return repr(self).")],
    methods: &[
        NativeSpec::new("__length_hint__", "($self, /)", repeat_length, LENGTH_HINT_DOC),
        NativeSpec::new("__reduce__", "($self, /)", reduce_repeat, REDUCE_DOC),
    ],
    ..TypeSpec::BASE
};

/// The class `itertools.cycle`.
pub static CYCLE: TypeSpec = TypeSpec {
    name: "cycle",
    module: "itertools",
    doc: "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
    subclassable: true,
    new: Some(NativeSpec::new("__new__", "($type, *args, **kwargs)", new_cycle, NEW_DOC)),
    specials: &[ITER, NEXT],
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce_cycle, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", set_cycle, SETSTATE_DOC),
    ],
    ..TypeSpec::BASE
};

/// The class `itertools.accumulate`.
pub static ACCUMULATE: TypeSpec = TypeSpec {
    name: "accumulate",
    module: "itertools",
    doc: "Return series of accumulated sums (or other binary function results).",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, iterable=<unrepresentable>, func=None, *, initial=None)",
        new_accumulate,
        NEW_DOC,
    )),
    specials: &[ITER, NEXT],
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce_accumulate, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", set_accumulate, SETSTATE_DOC),
    ],
    ..TypeSpec::BASE
};

#[derive(Clone, Copy)]
struct Count {
    next: Value,
    step: Value,
}

impl State for Count {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.next);
        visit(self.step);
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(&Count { next, step }) = state::<Count>(vm, k) else { return Ok(None) };
        let mark = vm.pin(next);
        let sum = vm.binary(BinaryOp::Add, false, next, step);
        vm.unpin_to(mark);
        let sum = sum?;
        if let Some(count) = state_mut::<Count>(vm, k) {
            count.next = sum;
        }
        vm.heap.recent.push(next);
        Ok(Some(next))
    }
}

fn is_number(vm: &mut Vm, v: Value) -> bool {
    let names = vm.heap.names;
    matches!(vm.payload(v), Value::Complex(_))
        || [names.__index__, names.__float__, names.__int__].iter().any(|&n| vm.special(v, n).is_some())
}

fn new_count(vm: &mut Vm, args: Args) -> Res {
    let cls = args.get(vm, 0);
    let (next, step) = (args.get_or(vm, 1, Value::Int(0)), args.get_or(vm, 2, Value::Int(1)));
    if !is_number(vm, next) || !is_number(vm, step) {
        return Err(vm.type_error("a number is required"));
    }
    make(vm, cls, &COUNT, Count { next, step })
}

fn repr_count(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut Count { next, step } = own_state::<Count>(vm, this)?;
    let class = vm.class_of(this);
    let name = vm.heap.class_name(class);
    let next = vm.repr_text(next)?;
    if let Value::Int(1) = step {
        return Ok(vm.heap.new_str(format!("{name}({next})")));
    }
    let step = vm.repr_text(step)?;
    Ok(vm.heap.new_str(format!("{name}({next}, {step})")))
}

fn reduce_count(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut Count { next, step } = own_state::<Count>(vm, this)?;
    match step {
        Value::Int(1) => reduced(vm, this, &[next], None),
        _ => reduced(vm, this, &[next, step], None),
    }
}

#[derive(Clone, Copy)]
struct Repeat {
    object: Value,
    /// None: endlessly.
    left: Option<i64>,
}

impl State for Repeat {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.object);
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(Repeat { object, left }) = state_mut::<Repeat>(vm, k) else { return Ok(None) };
        match left {
            Some(0) => return Ok(None),
            Some(n) => *n -= 1,
            None => {}
        }
        Ok(Some(*object))
    }
}

fn new_repeat(vm: &mut Vm, args: Args) -> Res {
    let [cls, object, times] = args.take(vm);
    let object = required(vm, "repeat", object, "object", 1)?;
    let left = match times.bound() {
        None => None,
        Some(times) => Some(vm.index_i64(times)?.max(0)),
    };
    make(vm, cls, &REPEAT, Repeat { object, left })
}

fn repr_repeat(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut Repeat { object, left } = own_state::<Repeat>(vm, this)?;
    let class = vm.class_of(this);
    let name = vm.heap.class_name(class);
    let object = vm.repr_text(object)?;
    let text = match left {
        None => format!("{name}({object})"),
        Some(n) => format!("{name}({object}, {n})"),
    };
    Ok(vm.heap.new_str(text))
}

fn repeat_length(vm: &mut Vm, args: Args) -> Res {
    match own_state::<Repeat>(vm, args.get(vm, 0))?.left {
        Some(n) => Ok(Value::Int(n)),
        None => Err(vm.type_error("len() of unsized object")),
    }
}

fn reduce_repeat(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut Repeat { object, left } = own_state::<Repeat>(vm, this)?;
    match left {
        None => reduced(vm, this, &[object], None),
        Some(n) => reduced(vm, this, &[object, Value::Int(n)], None),
    }
}

struct Cycle {
    /// Unbound when it ended.
    iterator: Value,
    /// What it gave: a list, which pickles show.
    saved: ListKey,
    /// What it still gives is among them already.
    complete: bool,
    /// The next of them to give again.
    at: usize,
}

impl State for Cycle {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.iterator);
        visit(Value::List(self.saved));
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(iterator) = state::<Cycle>(vm, k).map(|c| c.iterator) else { return Ok(None) };
        if !iterator.is_undef() {
            let next = vm.next(iterator)?;
            let Some(cycle) = state_mut::<Cycle>(vm, k) else { return Ok(None) };
            let (saved, complete) = (cycle.saved, cycle.complete);
            match next {
                Some(v) => {
                    if !complete {
                        vm.heap.recent.push(v);
                        vm.list_push(saved, v)?;
                    }
                    return Ok(Some(v));
                }
                None => cycle.iterator = Value::Undef,
            }
        }
        let Some(&Cycle { saved, at, .. }) = state::<Cycle>(vm, k) else { return Ok(None) };
        let saved = &vm.heap.lists[saved];
        let (next, len) = (saved.get(at).copied(), saved.len());
        if let Some(cycle) = state_mut::<Cycle>(vm, k) {
            cycle.at = if at + 1 >= len { 0 } else { at + 1 };
        }
        Ok(next)
    }
}

fn new_cycle(vm: &mut Vm, args: Args) -> Res {
    let [iterable] = exactly(vm, "cycle", args)?;
    let iterator = vm.iter(iterable)?;
    let saved = match vm.heap.new_list(Vec::new()) {
        Value::List(saved) => saved,
        _ => return Err(vm.type_error("not a list")),
    };
    make(vm, args.get(vm, 0), &CYCLE, Cycle { iterator, saved, complete: false, at: 0 })
}

fn reduce_cycle(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let cycle = own_state::<Cycle>(vm, this)?;
    let (iterator, list, complete, at) = (cycle.iterator, Value::List(cycle.saved), cycle.complete, cycle.at);
    match iterator.bound() {
        Some(iterator) => {
            let state = vm.heap.new_tuple([list, Value::Bool(complete)]);
            reduced(vm, this, &[iterator], Some(state))
        }
        None => {
            // What is left of this round comes first.
            let rest = vm.heap.new_iter(Iter::List { list, index: at });
            let state = vm.heap.new_tuple([list, Value::Bool(true)]);
            reduced(vm, this, &[rest], Some(state))
        }
    }
}

fn set_cycle(vm: &mut Vm, args: Args) -> Res {
    let [this, given] = args.take(vm);
    warn_of_pickling(vm)?;
    let parts = positional(vm, given);
    let [Value::List(saved), _] = parts[..] else {
        let message = if let Value::Tuple(_) = given {
            "state is not a 2-tuple of list and bool"
        } else {
            "state is not a tuple"
        };
        return Err(vm.type_error(message));
    };
    let complete = vm.truth(parts[1])?;
    let cycle = own_state::<Cycle>(vm, this)?;
    (cycle.saved, cycle.complete, cycle.at) = (saved, complete, 0);
    Ok(Value::None)
}

#[derive(Clone, Copy)]
struct Accumulate {
    iterator: Value,
    /// None: addition.
    function: Value,
    /// Unbound before the first value.
    total: Value,
    /// Given first; None if there is none (any more).
    initial: Value,
}

impl State for Accumulate {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        [self.iterator, self.function, self.total, self.initial].into_iter().for_each(visit);
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(&Accumulate { iterator, function, total, initial }) = state::<Accumulate>(vm, k) else {
            return Ok(None);
        };
        let new = if !initial.is_none() {
            initial
        } else {
            let Some(v) = vm.next(iterator)? else { return Ok(None) };
            let mark = vm.pin(v);
            vm.pin(total);
            let sum = match (total, function) {
                (Value::Undef, _) => Ok(v),
                (_, Value::None) => vm.binary(BinaryOp::Add, false, total, v),
                _ => vm.call(function, &[total, v]),
            };
            vm.unpin_to(mark);
            sum?
        };
        if let Some(state) = state_mut::<Accumulate>(vm, k) {
            state.total = new;
            state.initial = Value::None;
        }
        Ok(Some(new))
    }
}

fn new_accumulate(vm: &mut Vm, args: Args) -> Res {
    let [cls, iterable, function, initial] = args.take(vm);
    let iterable = required(vm, "accumulate", iterable, "iterable", 1)?;
    let iterator = vm.iter(iterable)?;
    let (function, initial) = (function.or_none(), initial.or_none());
    make(vm, cls, &ACCUMULATE, Accumulate { iterator, function, total: Value::Undef, initial })
}

fn reduce_accumulate(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut Accumulate { mut iterator, function, total, initial } = own_state::<Accumulate>(vm, this)?;
    if !initial.is_none() {
        // The initial value goes in front of the others.
        let chain = vm.class_for(&super::chain::SPEC);
        let first = vm.heap.new_tuple([initial]);
        iterator = vm.call(Value::Class(chain), &[first, iterator])?;
    }
    let state = if initial.is_none() { total.or_none() } else { Value::None };
    reduced(vm, this, &[iterator, function], Some(state))
}

fn set_accumulate(vm: &mut Vm, args: Args) -> Res {
    let [this, given] = args.take(vm);
    warn_of_pickling(vm)?;
    own_state::<Accumulate>(vm, this)?.total = if given.is_none() { Value::Undef } else { given };
    Ok(Value::None)
}
