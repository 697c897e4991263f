//! `compress`, `dropwhile`, `filterfalse`, `takewhile` and `starmap`: one pass over an iterator with a function.

use super::{NEW_DOC, State, exactly, make, own_state, reduced, required, state, state_mut, warn_of_pickling};
use crate::types::iterators::{ITER, NEXT, REDUCE_DOC, SETSTATE_DOC};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{CHECKPOINT_INTERVAL, Res, Vm};

const REST: &str = "($type, *args, **kwargs)";

/// The class `itertools.compress`.
pub static COMPRESS: TypeSpec = TypeSpec {
    name: "compress",
    module: "itertools",
    doc: "Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data \
          elements using the selectors to\nchoose the data elements.",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, data=<unrepresentable>, selectors=<unrepresentable>)",
        new_compress,
        NEW_DOC,
    )),
    specials: &[ITER, NEXT],
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce_compress, REDUCE_DOC)],
    ..TypeSpec::BASE
};

/// The class `itertools.dropwhile`.
pub static DROP_WHILE: TypeSpec = TypeSpec {
    name: "dropwhile",
    module: "itertools",
    doc: "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the \
          iterable is exhausted.",
    subclassable: true,
    new: Some(NativeSpec::new("__new__", REST, |vm, a| new_while::<true>(vm, a, &DROP_WHILE), NEW_DOC)),
    specials: &[ITER, NEXT],
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce_while::<true>, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", set_while::<true>, SETSTATE_DOC),
    ],
    ..TypeSpec::BASE
};

/// The class `itertools.takewhile`.
pub static TAKE_WHILE: TypeSpec = TypeSpec {
    name: "takewhile",
    module: "itertools",
    doc: "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.",
    subclassable: true,
    new: Some(NativeSpec::new("__new__", REST, |vm, a| new_while::<false>(vm, a, &TAKE_WHILE), NEW_DOC)),
    specials: &[ITER, NEXT],
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce_while::<false>, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", set_while::<false>, SETSTATE_DOC),
    ],
    ..TypeSpec::BASE
};

/// The class `itertools.filterfalse`.
pub static FILTER_FALSE: TypeSpec = TypeSpec {
    name: "filterfalse",
    module: "itertools",
    doc: "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items \
          that are false.",
    subclassable: true,
    new: Some(NativeSpec::new("__new__", REST, new_filter_false, NEW_DOC)),
    specials: &[ITER, NEXT],
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce_filter_false, REDUCE_DOC)],
    ..TypeSpec::BASE
};

/// The class `itertools.starmap`.
pub static STAR_MAP: TypeSpec = TypeSpec {
    name: "starmap",
    module: "itertools",
    doc: "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the \
          given sequence.",
    subclassable: true,
    new: Some(NativeSpec::new("__new__", REST, new_star_map, NEW_DOC)),
    specials: &[ITER, NEXT],
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce_star_map, REDUCE_DOC)],
    ..TypeSpec::BASE
};

/// Takes values of an iterator until `wanted` says so of one. Long runs of unwanted ones can be interrupted.
fn next_wanted(
    vm: &mut Vm,
    iterator: Value,
    mut wanted: impl FnMut(&mut Vm, Value) -> Res<Option<bool>>,
) -> Res<Option<Value>> {
    let recent = vm.heap.recent.len();
    let mut count = 0;
    loop {
        let Some(v) = vm.next(iterator)? else { return Ok(None) };
        let mark = vm.pin(v);
        let answer = wanted(vm, v);
        vm.unpin_to(mark);
        vm.heap.recent.truncate(recent);
        match answer? {
            Some(true) => {
                vm.heap.recent.push(v);
                return Ok(Some(v));
            }
            Some(false) => {}
            None => return Ok(None),
        }
        count += 1;
        if count == CHECKPOINT_INTERVAL {
            count = 0;
            vm.check_limits(u64::from(CHECKPOINT_INTERVAL))?;
        }
    }
}

#[derive(Clone, Copy)]
struct Compress {
    data: Value,
    selectors: Value,
}

impl State for Compress {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.data);
        visit(self.selectors);
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(&Compress { data, selectors }) = state::<Compress>(vm, k) else { return Ok(None) };
        next_wanted(vm, data, |vm, _| match vm.next(selectors)? {
            Some(selector) => {
                vm.pin(selector);
                vm.truth(selector).map(Some)
            }
            None => Ok(None),
        })
    }
}

fn new_compress(vm: &mut Vm, args: Args) -> Res {
    let [cls, data, selectors] = args.take(vm);
    let data = required(vm, "compress", data, "data", 1)?;
    let selectors = required(vm, "compress", selectors, "selectors", 2)?;
    let (data, selectors) = (vm.iter(data)?, vm.iter(selectors)?);
    make(vm, cls, &COMPRESS, Compress { data, selectors })
}

fn reduce_compress(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut Compress { data, selectors } = own_state::<Compress>(vm, this)?;
    reduced(vm, this, &[data, selectors], None)
}

/// `dropwhile` and `takewhile`.
#[derive(Clone, Copy)]
struct While<const DROP: bool> {
    predicate: Value,
    iterator: Value,
    /// The predicate was false once.
    done: bool,
}

impl<const DROP: bool> State for While<DROP> {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.predicate);
        visit(self.iterator);
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(&While { predicate, iterator, done }) = state::<While<DROP>>(vm, k) else { return Ok(None) };
        if done {
            return if DROP { vm.next(iterator) } else { Ok(None) };
        }
        next_wanted(vm, iterator, |vm, v| {
            let answer = vm.call(predicate, &[v])?;
            let holds = vm.truth(answer)?;
            if !holds && let Some(state) = state_mut::<While<DROP>>(vm, k) {
                state.done = true;
            }
            Ok(if DROP { Some(!holds) } else { holds.then_some(true) })
        })
    }
}

fn new_while<const DROP: bool>(vm: &mut Vm, args: Args, spec: &'static TypeSpec) -> Res {
    let [predicate, iterable] = exactly(vm, spec.name, args)?;
    let iterator = vm.iter(iterable)?;
    make(vm, args.get(vm, 0), spec, While::<DROP> { predicate, iterator, done: false })
}

fn reduce_while<const DROP: bool>(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut While { predicate, iterator, done } = own_state::<While<DROP>>(vm, this)?;
    reduced(vm, this, &[predicate, iterator], Some(Value::Int(i64::from(done))))
}

fn set_while<const DROP: bool>(vm: &mut Vm, args: Args) -> Res {
    let [this, given] = args.take(vm);
    warn_of_pickling(vm)?;
    let done = vm.truth(given)?;
    own_state::<While<DROP>>(vm, this)?.done = done;
    Ok(Value::None)
}

#[derive(Clone, Copy)]
struct FilterFalse {
    function: Value,
    iterator: Value,
}

impl State for FilterFalse {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.function);
        visit(self.iterator);
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(&FilterFalse { function, iterator }) = state::<FilterFalse>(vm, k) else { return Ok(None) };
        let by_truth = match function {
            Value::None => true,
            Value::Class(c) => c == vm.heap.types.bool,
            _ => false,
        };
        next_wanted(vm, iterator, |vm, v| {
            let answer = if by_truth { v } else { vm.call(function, &[v])? };
            Ok(Some(!vm.truth(answer)?))
        })
    }
}

fn new_filter_false(vm: &mut Vm, args: Args) -> Res {
    let [function, iterable] = exactly(vm, "filterfalse", args)?;
    let iterator = vm.iter(iterable)?;
    make(vm, args.get(vm, 0), &FILTER_FALSE, FilterFalse { function, iterator })
}

fn reduce_filter_false(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut FilterFalse { function, iterator } = own_state::<FilterFalse>(vm, this)?;
    reduced(vm, this, &[function, iterator], None)
}

#[derive(Clone, Copy)]
struct StarMap {
    function: Value,
    iterator: Value,
}

impl State for StarMap {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.function);
        visit(self.iterator);
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(&StarMap { function, iterator }) = state::<StarMap>(vm, k) else { return Ok(None) };
        let Some(args) = vm.next(iterator)? else { return Ok(None) };
        let mark = vm.pin(args);
        let result = vm.to_vec(args).and_then(|args| vm.call(function, &args));
        vm.unpin_to(mark);
        result.map(Some)
    }
}

fn new_star_map(vm: &mut Vm, args: Args) -> Res {
    let [function, iterable] = exactly(vm, "starmap", args)?;
    let iterator = vm.iter(iterable)?;
    make(vm, args.get(vm, 0), &STAR_MAP, StarMap { function, iterator })
}

fn reduce_star_map(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut StarMap { function, iterator } = own_state::<StarMap>(vm, this)?;
    reduced(vm, this, &[function, iterator], None)
}
