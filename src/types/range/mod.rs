//! `range`: the class; its elements are computed, in 64 bits where they fit.

mod iterator;

pub use iterator::{ITERATOR, iter};

use super::int;
use crate::heap::kinds::{Collection, Range, Slice};
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec, read_only};
use crate::vm::{Res, Vm};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// The class `range`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "range",
    doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).",
    new: Some(NativeSpec::new(
        "__new__",
        "($type, start, stop=None, step=None, /)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: METHODS,
    specials: SPECIALS,
    getsets: GETSETS,
    collection: Collection::Sequence,
    ..TypeSpec::BASE
};

static SPECIALS: &[NativeSpec] = &[
    NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    NativeSpec::new("__hash__", "($self, /)", hash, "Return hash(self)."),
    NativeSpec::new("__lt__", "($self, value, /)", unordered, "Return self<value."),
    NativeSpec::new("__le__", "($self, value, /)", unordered, "Return self<=value."),
    NativeSpec::new("__eq__", "($self, value, /)", eq, "Return self==value."),
    NativeSpec::new("__ne__", "($self, value, /)", ne, "Return self!=value."),
    NativeSpec::new("__gt__", "($self, value, /)", unordered, "Return self>value."),
    NativeSpec::new("__ge__", "($self, value, /)", unordered, "Return self>=value."),
    NativeSpec::new("__iter__", "($self, /)", iter_method, "Implement iter(self)."),
    NativeSpec::new("__bool__", "($self, /)", bool, "True if self else False"),
    NativeSpec::new("__len__", "($self, /)", len, "Return len(self)."),
    NativeSpec::new("__getitem__", "($self, key, /)", getitem, "Return self[key]."),
    NativeSpec::new("__contains__", "($self, key, /)", contains, "Return bool(key in self)."),
];

static METHODS: &[NativeSpec] = &[
    NativeSpec::new("__reversed__", "($self, /)", reversed, "Return a reverse iterator."),
    NativeSpec::new("__reduce__", "($self, /)", reduce, ""),
    NativeSpec::new(
        "count",
        "($self, object, /)",
        count,
        "rangeobject.count(value) -> integer -- return number of occurrences of value",
    ),
    NativeSpec::new(
        "index",
        "($self, object, /)",
        index,
        "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present.",
    ),
];

static GETSETS: &[GetSetSpec] = &[
    GetSetSpec { name: "start", get: |vm, v| Ok(receiver(vm, v)?.start), set: Some(read_only), doc: "" },
    GetSetSpec { name: "stop", get: |vm, v| Ok(receiver(vm, v)?.stop), set: Some(read_only), doc: "" },
    GetSetSpec { name: "step", get: |vm, v| Ok(receiver(vm, v)?.step), set: Some(read_only), doc: "" },
];

fn receiver(vm: &mut Vm, this: Value) -> Res<Range> {
    match this {
        Value::Range(k) => Ok(vm.heap.ranges[k].clone()),
        _ => {
            let t = vm.type_name(this);
            Err(vm.type_error(format!("descriptor requires a 'range' object but received a '{t}'")))
        }
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, first, second, step] = args.take(vm);
    vm.check_new(cls, vm.heap.types.range)?;
    let (start, stop) = match second.bound() {
        None => (Value::Int(0), vm.index(first)?),
        Some(second) => (vm.index(first)?, vm.index(second)?),
    };
    let step = match step.bound() {
        Some(step) => vm.index(step)?,
        None => Value::Int(1),
    };
    if matches!(step, Value::Int(0)) {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    Ok(make(vm, start, stop, step))
}

/// A range of three ints; the step is not zero.
pub fn make(vm: &mut Vm, start: Value, stop: Value, step: Value) -> Value {
    let len = length(vm, start, stop, step);
    vm.heap.new_range(Range { start, stop, step, len })
}

fn length(vm: &mut Vm, start: Value, stop: Value, step: Value) -> Value {
    if let (Value::Int(start), Value::Int(stop), Value::Int(step)) = (start, stop, step) {
        let distance =
            if step > 0 { i128::from(stop) - i128::from(start) } else { i128::from(start) - i128::from(stop) };
        if distance <= 0 {
            return Value::Int(0);
        }
        let len = (distance - 1) / i128::from(step.unsigned_abs()) + 1;
        return match i64::try_from(len) {
            Ok(len) => Value::Int(len),
            Err(_) => vm.heap.int_from(len),
        };
    }
    let heap = &vm.heap;
    let step = int::to_bigint(heap, step);
    let mut distance = int::to_bigint(heap, stop).as_ref() - int::to_bigint(heap, start).as_ref();
    if step.is_negative() {
        distance = -distance;
    }
    if !distance.is_positive() {
        return Value::Int(0);
    }
    let len = (distance - BigInt::one()) / step.abs() + BigInt::one();
    vm.heap.new_int(len)
}

/// The element at a place, which may lie outside: `start + i * step`.
fn element(vm: &mut Vm, range: &Range, i: Value) -> Value {
    if let (Value::Int(start), Value::Int(step), Value::Int(i)) = (range.start, range.step, i)
        && let Some(v) = i.checked_mul(step).and_then(|d| d.checked_add(start))
    {
        return Value::Int(v);
    }
    let heap = &vm.heap;
    let offset = int::to_bigint(heap, i).as_ref() * int::to_bigint(heap, range.step).as_ref();
    let v = offset + int::to_bigint(heap, range.start).as_ref();
    vm.heap.new_int(v)
}

/// The place of an int in a range, if it is an element.
fn place(vm: &mut Vm, range: &Range, v: Value) -> Option<Value> {
    let heap = &vm.heap;
    let offset = int::to_bigint(heap, v).as_ref() - int::to_bigint(heap, range.start).as_ref();
    let (place, rest) = offset.div_mod_floor(&int::to_bigint(heap, range.step));
    let inside = rest.is_zero() && !place.is_negative() && place < *int::to_bigint(heap, range.len);
    inside.then(|| vm.heap.new_int(place))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let range = receiver(vm, args.get(vm, 0))?;
    let (start, stop) = (int::to_decimal(vm, range.start)?, int::to_decimal(vm, range.stop)?);
    let text = match range.step {
        Value::Int(1) => format!("range({start}, {stop})"),
        step => format!("range({start}, {stop}, {})", int::to_decimal(vm, step)?),
    };
    Ok(vm.heap.new_str(text))
}

/// What decides equality: the length, the start if there is an element, the step if there are two.
fn identity(range: &Range) -> [Value; 3] {
    match range.len {
        Value::Int(0) => [range.len, Value::None, Value::None],
        Value::Int(1) => [range.len, range.start, Value::None],
        _ => [range.len, range.start, range.step],
    }
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let range = receiver(vm, args.get(vm, 0))?;
    let tuple = vm.heap.new_tuple(identity(&range));
    Ok(Value::Int(vm.hash(tuple)?))
}

fn same(vm: &mut Vm, args: Args) -> Res<Option<bool>> {
    let [this, other] = args.take(vm);
    let range = receiver(vm, this)?;
    let Value::Range(k) = other else { return Ok(None) };
    let pairs = identity(&range).into_iter().zip(identity(&vm.heap.ranges[k]));
    for (a, b) in pairs {
        let equal = match (int::exact(a), int::exact(b)) {
            (Some(a), Some(b)) => int::order(&vm.heap, a, b).is_eq(),
            _ => a.is(b),
        };
        if !equal {
            return Ok(Some(false));
        }
    }
    Ok(Some(true))
}

fn eq(vm: &mut Vm, args: Args) -> Res {
    Ok(same(vm, args)?.map_or(Value::NotImplemented, Value::Bool))
}

fn ne(vm: &mut Vm, args: Args) -> Res {
    Ok(same(vm, args)?.map_or(Value::NotImplemented, |equal| Value::Bool(!equal)))
}

/// `<`, `<=`, `>`, `>=`: ranges have no order.
fn unordered(_: &mut Vm, _: Args) -> Res {
    Ok(Value::NotImplemented)
}

fn bool(vm: &mut Vm, args: Args) -> Res {
    let range = receiver(vm, args.get(vm, 0))?;
    Ok(Value::Bool(!matches!(range.len, Value::Int(0))))
}

fn len(vm: &mut Vm, args: Args) -> Res {
    let range = receiver(vm, args.get(vm, 0))?;
    match range.len {
        Value::Int(_) => Ok(range.len),
        _ => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

fn getitem(vm: &mut Vm, args: Args) -> Res {
    let [this, key] = args.take(vm);
    let range = receiver(vm, this)?;
    if let Value::Slice(k) = key {
        let slice = vm.heap.slices[k];
        return sliced(vm, &range, slice);
    }
    if !vm.is_index(key) {
        let t = vm.type_name(key);
        return Err(vm.type_error(format!("range indices must be integers or slices, not {t}")));
    }
    let i = vm.index(key)?;
    let i = match (i, range.len) {
        (Value::Int(i), Value::Int(len)) if i < 0 => Value::Int(i.saturating_add(len)),
        (Value::Int(_), Value::Int(_)) => i,
        _ if int::is_negative(&vm.heap, i) => {
            let n = int::to_bigint(&vm.heap, i).as_ref() + int::to_bigint(&vm.heap, range.len).as_ref();
            vm.heap.new_int(n)
        }
        _ => i,
    };
    if int::is_negative(&vm.heap, i) || int::order(&vm.heap, i, range.len).is_ge() {
        return Err(vm.index_error("range object index out of range"));
    }
    Ok(element(vm, &range, i))
}

/// `r[a:b:c]`: a range again.
fn sliced(vm: &mut Vm, range: &Range, slice: Slice) -> Res {
    let step = match slice.step {
        Value::None => BigInt::one(),
        step => slice_index(vm, step)?,
    };
    if step.is_zero() {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    let len = int::to_bigint(&vm.heap, range.len).into_owned();
    // Where the slice may begin and end: one further to the left when it runs backwards.
    let (lowest, highest) =
        if step.is_negative() { (-BigInt::one(), &len - BigInt::one()) } else { (BigInt::ZERO, len.clone()) };
    let bound = |vm: &mut Vm, v: Value, default: &BigInt| -> Res<BigInt> {
        if v.is_none() {
            return Ok(default.clone());
        }
        let mut i = slice_index(vm, v)?;
        if i.is_negative() {
            i += &len;
        }
        Ok(i.clamp(lowest.clone(), highest.clone().max(lowest.clone())))
    };
    let (first, last) = if step.is_negative() { (&highest, &lowest) } else { (&lowest, &highest) };
    let start = bound(vm, slice.start, first)?;
    let stop = bound(vm, slice.stop, last)?;
    let (start, stop) = (vm.heap.new_int(start), vm.heap.new_int(stop));
    let (start, stop) = (element(vm, range, start), element(vm, range, stop));
    let step = step * int::to_bigint(&vm.heap, range.step).as_ref();
    let step = vm.heap.new_int(step);
    Ok(make(vm, start, stop, step))
}

fn slice_index(vm: &mut Vm, v: Value) -> Res<BigInt> {
    if !vm.is_index(v) {
        return Err(vm.type_error("slice indices must be integers or None or have an __index__ method"));
    }
    let i = vm.index(v)?;
    Ok(int::to_bigint(&vm.heap, i).into_owned())
}

/// The elements that equal a value that is not an int: compared one by one. Stops after `most`.
fn search(vm: &mut Vm, this: Value, v: Value, most: usize) -> Res<(usize, usize)> {
    let it = vm.iter(this)?;
    let (mut found, mut place) = (0, 0);
    while let Some(item) = vm.next(it)? {
        if vm.eq(item, v)? {
            found += 1;
            if found == most {
                break;
            }
        }
        place += 1;
    }
    Ok((found, place))
}

fn contains(vm: &mut Vm, args: Args) -> Res {
    let [this, v] = args.take(vm);
    let range = receiver(vm, this)?;
    Ok(Value::Bool(match int::exact(v) {
        Some(n) => place(vm, &range, n).is_some(),
        None => search(vm, this, v, 1)?.0 > 0,
    }))
}

fn count(vm: &mut Vm, args: Args) -> Res {
    let [this, v] = args.take(vm);
    let range = receiver(vm, this)?;
    let n = match int::exact(v) {
        Some(n) => usize::from(place(vm, &range, n).is_some()),
        None => search(vm, this, v, usize::MAX)?.0,
    };
    Ok(vm.heap.int_from(n))
}

fn index(vm: &mut Vm, args: Args) -> Res {
    let [this, v] = args.take(vm);
    let range = receiver(vm, this)?;
    match int::exact(v) {
        Some(n) => match place(vm, &range, n) {
            Some(place) => Ok(place),
            None => {
                let n = int::to_decimal(vm, n)?;
                Err(vm.value_error(format!("{n} is not in range")))
            }
        },
        None => match search(vm, this, v, 1)? {
            (1, place) => Ok(vm.heap.int_from(place)),
            _ => Err(vm.value_error("sequence.index(x): x not in sequence")),
        },
    }
}

fn iter_method(vm: &mut Vm, args: Args) -> Res {
    let range = receiver(vm, args.get(vm, 0))?;
    Ok(iter(vm, &range))
}

fn reversed(vm: &mut Vm, args: Args) -> Res {
    let range = receiver(vm, args.get(vm, 0))?;
    let last = int::to_bigint(&vm.heap, range.len).as_ref() - BigInt::one();
    let last = vm.heap.new_int(last);
    let start = element(vm, &range, last);
    let stop = element(vm, &range, Value::Int(-1));
    let step = -int::to_bigint(&vm.heap, range.step).into_owned();
    let step = match step.to_i64() {
        Some(i) => Value::Int(i),
        None => vm.heap.new_int(step),
    };
    Ok(iter(vm, &Range { start, stop, step, len: range.len }))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let range = receiver(vm, args.get(vm, 0))?;
    let arguments = vm.heap.new_tuple([range.start, range.stop, range.step]);
    let class = Value::Class(vm.heap.types.range);
    Ok(vm.heap.new_tuple([class, arguments]))
}
