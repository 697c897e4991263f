//! `islice`

use super::{NEW_DOC, State, is_exact, make, own_state, reduced, state, state_mut, warn_of_pickling};
use crate::types::constructor_args::{no_keywords, positional};
use crate::types::iterators::{ITER, NEXT, REDUCE_DOC, SETSTATE_DOC};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{CHECKPOINT_INTERVAL, Raised, Res, Vm};

/// The class `itertools.islice`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "islice",
    module: "itertools",
    doc: "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an \
          iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip all \
          preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another \
          value, step determines how many values are\nskipped between successive calls.  Works like a slice() on a \
          list\nbut returns an iterator.",
    subclassable: true,
    new: Some(NativeSpec::new("__new__", "($type, *args, **kwargs)", new, NEW_DOC)),
    specials: &[ITER, NEXT],
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", setstate, SETSTATE_DOC),
    ],
    ..TypeSpec::BASE
};

#[derive(Clone, Copy)]
struct Slice {
    /// Unbound when finished.
    iterator: Value,
    /// The index of the next value to give.
    next: u64,
    /// None: to the end.
    stop: Option<u64>,
    step: u64,
    /// How many were taken from the iterator.
    count: u64,
}

impl State for Slice {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.iterator);
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(&Slice { iterator, next, stop, .. }) = state::<Slice>(vm, k) else { return Ok(None) };
        if iterator.is_undef() {
            return Ok(None);
        }
        // Skipped values are taken even if the next one lies beyond the stop.
        let wanted = stop.map_or(next, |stop| next.min(stop));
        let recent = vm.heap.recent.len();
        loop {
            let Some(slice) = state_mut::<Slice>(vm, k) else { return Ok(None) };
            let skip = slice.count < wanted;
            if !skip && stop.is_some_and(|stop| slice.count >= stop) {
                slice.iterator = Value::Undef;
                return Ok(None);
            }
            let Some(v) = vm.next(iterator)? else {
                if let Some(slice) = state_mut::<Slice>(vm, k) {
                    slice.iterator = Value::Undef;
                }
                return Ok(None);
            };
            let Some(slice) = state_mut::<Slice>(vm, k) else { return Ok(None) };
            slice.count += 1;
            if !skip {
                let after = slice.next.saturating_add(slice.step);
                slice.next = stop.map_or(after, |stop| after.min(stop));
                return Ok(Some(v));
            }
            let count = slice.count;
            vm.heap.recent.truncate(recent);
            if count % u64::from(CHECKPOINT_INTERVAL) == 0 {
                vm.check_limits(u64::from(CHECKPOINT_INTERVAL))?;
            }
        }
    }
}

/// A bound of a slice: None if it is None. `message` is for anything but ints from `least` on.
fn bound(vm: &mut Vm, v: Value, least: i64, message: &str) -> Res<Option<u64>> {
    if v.is_none() {
        return Ok(None);
    }
    let n = if vm.is_index(v) { vm.index(v) } else { Ok(Value::None) };
    match n {
        Ok(Value::Int(n)) if n >= least => Ok(Some(n as u64)),
        Err(Raised) => {
            vm.take_pending();
            Err(vm.value_error(message))
        }
        _ => Err(vm.value_error(message)),
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, rest, kwargs] = args.take(vm);
    if is_exact(vm, cls) {
        no_keywords(vm, "islice", kwargs)?;
    }
    let rest = positional(vm, rest);
    let (iterable, start, stop, step) = match rest[..] {
        [iterable, stop] => (iterable, Value::None, stop, Value::None),
        [iterable, start, stop] => (iterable, start, stop, Value::None),
        [iterable, start, stop, step] => (iterable, start, stop, step),
        _ => {
            let n = rest.len();
            let expected = if n < 2 { "at least 2" } else { "at most 4" };
            return Err(vm.type_error(format!("islice expected {expected} arguments, got {n}")));
        }
    };
    let stop_message = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    let start_message = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    let stop = bound(vm, stop, 0, stop_message)?;
    let start = bound(vm, start, 0, start_message)?.unwrap_or(0);
    let step = bound(vm, step, 1, "Step for islice() must be a positive integer or None.")?.unwrap_or(1);
    let iterator = vm.iter(iterable)?;
    make(vm, cls, &SPEC, Slice { iterator, next: start, stop, step, count: 0 })
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut Slice { iterator, next, stop, step, count } = own_state::<Slice>(vm, this)?;
    if iterator.is_undef() {
        let empty = vm.heap.new_list(Vec::new());
        let it = vm.iter(empty)?;
        return reduced(vm, this, &[it, Value::Int(0)], Some(Value::Int(0)));
    }
    let stop = stop.map_or(Value::None, |n| vm.heap.int_from(n));
    let (next, step, count) = (vm.heap.int_from(next), vm.heap.int_from(step), vm.heap.int_from(count));
    reduced(vm, this, &[iterator, next, stop, step], Some(count))
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, given] = args.take(vm);
    warn_of_pickling(vm)?;
    let count = u64::try_from(vm.index_i64(given)?).unwrap_or(0);
    own_state::<Slice>(vm, this)?.count = count;
    Ok(Value::None)
}
