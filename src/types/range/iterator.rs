//! Iterators over ranges: within 64 bits, and beyond.

use crate::heap::Heap;
use crate::heap::kinds::{Iter, NativeIter, Range};
use crate::types::int;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};
use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive};

/// The class `range_iterator`.
pub static ITERATOR: TypeSpec = TypeSpec { name: "range_iterator", ..PARTS };

/// The class `longrange_iterator`.
pub static LONG_ITERATOR: TypeSpec = TypeSpec { name: "longrange_iterator", ..PARTS };

const PARTS: TypeSpec = TypeSpec { no_new: true, specials: SPECIALS, methods: METHODS, ..TypeSpec::BASE };

static SPECIALS: &[NativeSpec] = &[
    NativeSpec::new("__iter__", "($self, /)", iter_method, "Implement iter(self)."),
    NativeSpec::new("__next__", "($self, /)", next, "Implement next(self)."),
];

static METHODS: &[NativeSpec] = &[
    NativeSpec::new(
        "__length_hint__",
        "($self, /)",
        length_hint,
        "Private method returning an estimate of len(list(it)).",
    ),
    NativeSpec::new("__reduce__", "($self, /)", reduce, "Return state information for pickling."),
    NativeSpec::new("__setstate__", "($self, object, /)", setstate, "Set state information for unpickling."),
];

/// State of an iterator over ints beyond 64 bits.
struct LongRange {
    class: ClassKey,
    next: BigInt,
    step: BigInt,
    left: BigInt,
}

impl NativeIter for LongRange {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step_long
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Class(self.class));
    }
}

fn step_long(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(state) = vm.heap.native_iter_mut::<LongRange>(k) else { return Ok(None) };
    if !state.left.is_positive() {
        return Ok(None);
    }
    let behind = &state.next + &state.step;
    let v = std::mem::replace(&mut state.next, behind);
    state.left -= BigInt::one();
    Ok(Some(vm.heap.new_int(v)))
}

impl Range {
    /// The iterator of a range of 64-bit ints, if 64 bits also hold where it will stop: up to a step behind `stop`.
    pub fn small_iter(&self) -> Option<Iter> {
        let (Value::Int(next), Value::Int(stop), Value::Int(step), Value::Int(len)) =
            (self.start, self.stop, self.step, self.len)
        else {
            return None;
        };
        let within = len == 0 || stop.checked_add(step - step.signum()).is_some();
        within.then_some(Iter::Range { next, step, left: len.unsigned_abs() })
    }
}

/// An iterator over the elements of a range.
pub fn iter(vm: &mut Vm, range: &Range) -> Value {
    let heap = &vm.heap;
    if let Some(it) = range.small_iter() {
        return vm.heap.new_iter(it);
    }
    let owned = |v| int::to_bigint(heap, v).into_owned();
    let (next, step, left) = (owned(range.start), owned(range.step), owned(range.len));
    let class = vm.class_for(&LONG_ITERATOR);
    vm.heap.new_native_iter(LongRange { class, next, step, left })
}

/// What is left of a range iterator: the next value, the step, how many.
fn rest(vm: &mut Vm, this: Value) -> Res<(BigInt, BigInt, BigInt)> {
    if let Value::Iter(k) = this {
        if let Iter::Range { next, step, left } = &vm.heap.iters[k] {
            return Ok(((*next).into(), (*step).into(), (*left).into()));
        }
        if let Some(state) = vm.heap.native_iter::<LongRange>(k) {
            return Ok((state.next.clone(), state.step.clone(), state.left.clone()));
        }
    }
    let t = vm.type_name(this);
    Err(vm.type_error(format!("descriptor requires a 'range_iterator' object but received a '{t}'")))
}

fn iter_method(vm: &mut Vm, args: Args) -> Res {
    Ok(args.get(vm, 0))
}

fn next(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    rest(vm, this)?;
    match vm.next(this)? {
        Some(v) => Ok(v),
        None => Err(vm.error_with(crate::heap::types::Exc::StopIteration, &[])),
    }
}

fn length_hint(vm: &mut Vm, args: Args) -> Res {
    let (_, _, left) = rest(vm, args.get(vm, 0))?;
    Ok(vm.heap.new_int(left))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let function = vm.builtin_function("iter")?;
    let (next, step, left) = rest(vm, args.get(vm, 0))?;
    let stop = &next + &step * left;
    let (start, stop, step) = (vm.heap.new_int(next), vm.heap.new_int(stop), vm.heap.new_int(step));
    let range = super::make(vm, start, stop, step);
    let arguments = vm.heap.new_tuple([range]);
    Ok(vm.heap.new_tuple([function, arguments, Value::None]))
}

/// Moves on by so many elements, at most to the end.
fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, state] = args.take(vm);
    let (next, step, left) = rest(vm, this)?;
    let state = vm.index(state)?;
    let count = int::to_bigint(&vm.heap, state).into_owned().clamp(BigInt::ZERO, left.clone());
    let (next, left) = (next + &step * &count, left - count);
    let Value::Iter(k) = this else { return Ok(Value::None) };
    if let Iter::Range { next: n, left: l, .. } = &mut vm.heap.iters[k] {
        // At the end the next value may lie beyond 64 bits; it is never given out.
        (*n, *l) = (next.to_i64().unwrap_or(i64::MAX), left.to_u64().unwrap_or(0));
    } else if let Some(state) = vm.heap.native_iter_mut::<LongRange>(k) {
        (state.next, state.left) = (next, left);
    }
    Ok(Value::None)
}
