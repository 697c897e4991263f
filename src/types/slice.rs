//! `slice`: the object, and the one rule by which all sequences resolve it.

use super::constructor_args::{no_keywords, positional};
use super::container_repr::join_reprs;
use crate::code::op::CompareOp;
use crate::heap::kinds::Slice;
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::hash::TupleHash;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec, read_only};
use crate::vm::{Res, Vm};
use num_bigint::{BigInt, Sign};

/// The class `slice`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "slice",
    doc: "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).",
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: METHODS,
    specials: SPECIALS,
    getsets: GETSETS,
    ..TypeSpec::BASE
};

static METHODS: &[NativeSpec] = &[
    NativeSpec::new(
        "indices",
        "($self, object, /)",
        indices,
        "S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and stop\nindices, and the stride length of the extended slice described by\nS. Out of bounds indices are clipped in a manner consistent with the\nhandling of normal slices.",
    ),
    NativeSpec::new("__reduce__", "($self, /)", reduce, "Return state information for pickling."),
];

static SPECIALS: &[NativeSpec] = with_comparisons!(
    compare,
    NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    NativeSpec::new("__hash__", "($self, /)", hash, "Return hash(self)."),
);

static GETSETS: &[GetSetSpec] = &[
    GetSetSpec { name: "start", get: |vm, v| Ok(fields(vm, v)?.start), set: Some(read_only), doc: "" },
    GetSetSpec { name: "stop", get: |vm, v| Ok(fields(vm, v)?.stop), set: Some(read_only), doc: "" },
    GetSetSpec { name: "step", get: |vm, v| Ok(fields(vm, v)?.step), set: Some(read_only), doc: "" },
];

fn fields(vm: &mut Vm, v: Value) -> Res<Slice> {
    match v {
        Value::Slice(k) => Ok(vm.heap.slices[k]),
        _ => Err(vm.type_error("descriptor requires a 'slice' object")),
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, args, kwargs] = args.take(vm);
    let class = vm.check_new(cls, vm.heap.types.slice)?;
    no_keywords(vm, "slice", kwargs)?;
    let args = positional(vm, args);
    let (start, stop, step) = match args[..] {
        [stop] => (Value::None, stop, Value::None),
        [start, stop] => (start, stop, Value::None),
        [start, stop, step] => (start, stop, step),
        [] => return Err(vm.type_error("slice expected at least 1 argument, got 0")),
        _ => return Err(vm.type_error(format!("slice expected at most 3 arguments, got {}", args.len()))),
    };
    let slice = vm.heap.new_slice(start, stop, step);
    Ok(vm.wrap_new(class, slice))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let s = fields(vm, this)?;
    let items = [s.start, s.stop, s.step];
    join_reprs(vm, "slice(", ")", |_, i| items.get(i).copied())
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    let (Value::Slice(a), Value::Slice(b)) = (this, other) else { return Ok(Value::NotImplemented) };
    if a == b {
        return Ok(Value::Bool(matches!(op, CompareOp::Eq | CompareOp::Le | CompareOp::Ge)));
    }
    let [a, b] = [a, b].map(|k| {
        let s = vm.heap.slices[k];
        vm.heap.new_tuple([s.start, s.stop, s.step])
    });
    vm.compare_sequences(op, a, b)
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let s = fields(vm, this)?;
    let mut hash = TupleHash::start();
    for v in [s.start, s.stop, s.step] {
        hash.add(vm.hash(v)?);
    }
    Ok(Value::Int(hash.finish_unsized()))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let s = fields(vm, this)?;
    let state = vm.heap.new_tuple([s.start, s.stop, s.step]);
    let class = Value::Class(vm.heap.types.slice);
    Ok(vm.heap.new_tuple([class, state]))
}

/// `slice.indices(len)`: with ints of any size.
fn indices(vm: &mut Vm, args: Args) -> Res {
    let [this, len] = args.take(vm);
    let s = fields(vm, this)?;
    let len = vm.index(len)?;
    let len = big(vm, len);
    if len.sign() == Sign::Minus {
        return Err(vm.value_error("length should not be negative"));
    }
    let zero = BigInt::ZERO;
    let step = match slice_index(vm, s.step)? {
        None => BigInt::from(1),
        Some(v) => big(vm, v),
    };
    if step == zero {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    let backwards = step.sign() == Sign::Minus;
    let (lower, upper) = if backwards { (BigInt::from(-1), &len - 1) } else { (zero.clone(), len.clone()) };
    let clip = |vm: &mut Vm, v: Value, default: &BigInt| -> Res<BigInt> {
        Ok(match slice_index(vm, v)? {
            None => default.clone(),
            Some(v) => {
                let v = big(vm, v);
                let v = if v.sign() == Sign::Minus { v + &len } else { v };
                v.clamp(lower.clone(), upper.clone())
            }
        })
    };
    let (first, last) = if backwards { (&upper, &lower) } else { (&lower, &upper) };
    let start = clip(vm, s.start, first)?;
    let stop = clip(vm, s.stop, last)?;
    let parts = [start, stop, step].map(|n| vm.heap.new_int(n));
    Ok(vm.heap.new_tuple(parts))
}

fn big(vm: &Vm, v: Value) -> BigInt {
    match v {
        Value::Int(i) => i.into(),
        Value::BigInt(k) => vm.heap.bigints[k].clone(),
        _ => BigInt::ZERO,
    }
}

/// A slice's index as an int; None for `None`.
fn slice_index(vm: &mut Vm, v: Value) -> Res<Option<Value>> {
    match v {
        Value::None => Ok(None),
        Value::Int(_) => Ok(Some(v)),
        _ => {
            let name = vm.heap.names.__index__;
            if vm.special(v, name).is_none() {
                return Err(vm.type_error("slice indices must be integers or None or have an __index__ method"));
            }
            vm.index(v).map(Some)
        }
    }
}

/// An int clipped to 64 bits.
fn clipped(vm: &Vm, v: Value) -> i64 {
    match v {
        Value::Int(i) => i,
        Value::Bool(b) => i64::from(b),
        Value::BigInt(k) if vm.heap.bigints[k].sign() == Sign::Minus => i64::MIN,
        _ => i64::MAX,
    }
}

/// The start, stop and step of a slice, clipped to 64 bits, absent ones as the extremes of the direction. May
/// call `__index__`. `ValueError` for a step of 0.
pub fn unpack(vm: &mut Vm, key: SliceKey) -> Res<(i64, i64, i64)> {
    let s = vm.heap.slices[key];
    let step = match slice_index(vm, s.step)? {
        None => 1,
        Some(v) => clipped(vm, v).max(-i64::MAX),
    };
    if step == 0 {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    let (first, last) = if step < 0 { (i64::MAX, i64::MIN) } else { (0, i64::MAX) };
    let start = slice_index(vm, s.start)?.map_or(first, |v| clipped(vm, v));
    let stop = slice_index(vm, s.stop)?.map_or(last, |v| clipped(vm, v));
    Ok((start, stop, step))
}

/// Fits an unpacked slice to a sequence's length: start, stop, and how many elements it selects.
pub fn adjust(len: usize, start: i64, stop: i64, step: i64) -> (i64, i64, usize) {
    let len = len as i64;
    let (lower, upper) = if step < 0 { (-1, len - 1) } else { (0, len) };
    let fit = |i: i64| if i < 0 { (i + len).max(lower) } else { i.min(upper) };
    let (start, stop) = (fit(start), fit(stop));
    let count = if step < 0 {
        if stop < start { (start - stop - 1) / -step + 1 } else { 0 }
    } else if start < stop {
        (stop - start - 1) / step + 1
    } else {
        0
    };
    (start, stop, count as usize)
}

/// Resolves a slice against a sequence of `len` elements: start, stop, step, and how many elements it selects. May
/// call `__index__`: for a mutable sequence use [`unpack`] first and [`adjust`] to its length after.
pub fn resolve(vm: &mut Vm, key: SliceKey, len: usize) -> Res<(i64, i64, i64, usize)> {
    let (start, stop, step) = unpack(vm, key)?;
    let (start, stop, count) = adjust(len, start, stop, step);
    Ok((start, stop, step, count))
}

/// The index a subscript of a sequence means, not yet counted from the end. `TypeError` "list indices must be
/// integers or slices, not str", `IndexError` for ints beyond 64 bits.
pub fn sequence_index(vm: &mut Vm, key: Value, what: &str) -> Res<i64> {
    match key {
        Value::Int(i) => return Ok(i),
        Value::Bool(b) => return Ok(i64::from(b)),
        _ => {}
    }
    let t = vm.type_name(key);
    let name = vm.heap.names.__index__;
    if vm.special(key, name).is_none() {
        return Err(vm.type_error(format!("{what} indices must be integers or slices, not {t}")));
    }
    match vm.index(key)? {
        Value::Int(i) => Ok(i),
        Value::Bool(b) => Ok(i64::from(b)),
        _ => Err(vm.index_error(format!("cannot fit '{t}' into an index-sized integer"))),
    }
}

/// The selected elements of a sequence.
pub fn select(items: &[Value], start: i64, step: i64, count: usize) -> Vec<Value> {
    if step == 1 {
        return items[start as usize..start as usize + count].to_vec();
    }
    (0..count as i64).map(|i| items[(start + i * step) as usize]).collect()
}

/// How often a sequence is repeated by `sequence * v`: None if `v` is not an int and has its own say, `TypeError`
/// for anything else that is not an int.
pub fn repeat_count(vm: &mut Vm, v: Value) -> Res<Option<usize>> {
    let n = match v {
        Value::Int(n) => n,
        Value::Bool(b) => i64::from(b),
        _ => {
            let (index, rmul) = (vm.heap.names.__index__, vm.heap.names.__rmul__);
            if vm.special(v, index).is_none() {
                if matches!(v, Value::Instance(_) | Value::Object(_)) && vm.special(v, rmul).is_some() {
                    return Ok(None);
                }
                let t = vm.type_name(v);
                return Err(vm.type_error(format!("can't multiply sequence by non-int of type '{t}'")));
            }
            match vm.index(v)? {
                Value::Int(n) => n,
                Value::Bool(b) => i64::from(b),
                _ => {
                    let t = vm.type_name(v);
                    return Err(vm.overflow_error(format!("cannot fit '{t}' into an index-sized integer")));
                }
            }
        }
    };
    Ok(Some(usize::try_from(n).unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_fit_any_length() {
        assert_eq!(adjust(5, 0, i64::MAX, 1), (0, 5, 5));
        assert_eq!(adjust(5, i64::MAX, i64::MIN, -1), (4, -1, 5));
        assert_eq!(adjust(5, -3, -1, 1), (2, 4, 2));
        assert_eq!(adjust(0, i64::MAX, i64::MIN, -1), (-1, -1, 0));
        assert_eq!(adjust(5, 1, 100, i64::MAX), (1, 5, 1));
        assert_eq!(adjust(5, i64::MAX, i64::MIN, -i64::MAX), (4, -1, 1));
    }
}
