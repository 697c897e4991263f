//! `combinations`, `combinations_with_replacement` and `permutations`.

use super::{NEW_DOC, State, make, own_state, reduced, required, state, state_mut, warn_of_pickling};
use crate::types::constructor_args::positional;
use crate::types::iterators::{ITER, NEXT, REDUCE_DOC, SETSTATE_DOC};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `itertools.combinations`.
pub static COMBINATIONS: TypeSpec = TypeSpec {
    name: "combinations",
    module: "itertools",
    doc: "Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), \
          (0,1,3), (0,2,3), (1,2,3)",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, iterable=<unrepresentable>, r=<unrepresentable>)",
        |vm, a| new::<COMBINE>(vm, a, &COMBINATIONS),
        NEW_DOC,
    )),
    specials: &[ITER, NEXT],
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce::<COMBINE>, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", setstate::<COMBINE>, SETSTATE_DOC),
        NativeSpec::new("__sizeof__", "($self, /)", sizeof::<COMBINE>, "Returns size in memory, in bytes."),
    ],
    ..TypeSpec::BASE
};

/// The class `itertools.combinations_with_replacement`.
pub static WITH_REPLACEMENT: TypeSpec = TypeSpec {
    name: "combinations_with_replacement",
    module: "itertools",
    doc: "Return successive r-length combinations of elements in the iterable allowing individual elements to have \
          successive repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), \
          ('B','B'), ('B','C'), ('C','C')",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, iterable=<unrepresentable>, r=<unrepresentable>)",
        |vm, a| new::<REPLACE>(vm, a, &WITH_REPLACEMENT),
        NEW_DOC,
    )),
    specials: &[ITER, NEXT],
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce::<REPLACE>, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", setstate::<REPLACE>, SETSTATE_DOC),
        NativeSpec::new("__sizeof__", "($self, /)", sizeof::<REPLACE>, "Returns size in memory, in bytes."),
    ],
    ..TypeSpec::BASE
};

/// The class `itertools.permutations`.
pub static PERMUTATIONS: TypeSpec = TypeSpec {
    name: "permutations",
    module: "itertools",
    doc: "Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), \
          (0,2), (1,0), (1,2), (2,0), (2,1)",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, iterable=<unrepresentable>, r=None)",
        |vm, a| new::<PERMUTE>(vm, a, &PERMUTATIONS),
        NEW_DOC,
    )),
    specials: &[ITER, NEXT],
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce::<PERMUTE>, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", setstate::<PERMUTE>, SETSTATE_DOC),
        NativeSpec::new("__sizeof__", "($self, /)", sizeof::<PERMUTE>, "Returns size in memory, in bytes."),
    ],
    ..TypeSpec::BASE
};

/// Which of the three an iterator is.
const COMBINE: u8 = 0;
const REPLACE: u8 = 1;
const PERMUTE: u8 = 2;

/// Selections of `r` elements of a pool, in the order of their places in it.
struct Selections<const KIND: u8> {
    /// A tuple.
    pool: Value,
    n: usize,
    r: usize,
    /// The places of the selection given last; for permutations those of the others behind them.
    indices: Vec<usize>,
    /// Of permutations: how many places each position is yet to move through.
    cycles: Vec<usize>,
    started: bool,
    done: bool,
}

impl<const KIND: u8> State for Selections<KIND> {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.pool);
    }

    fn size(&self) -> usize {
        96 + (self.indices.len() + self.cycles.len()) * 8
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(selections) = state_mut::<Selections<KIND>>(vm, k) else { return Ok(None) };
        if selections.done {
            return Ok(None);
        }
        if std::mem::replace(&mut selections.started, true) && !selections.advance() {
            selections.done = true;
            return Ok(None);
        }
        let r = selections.r;
        vm.reserve(r * 16)?;
        let Some(selections) = state::<Selections<KIND>>(vm, k) else { return Ok(None) };
        let Value::Tuple(pool) = selections.pool else { return Ok(None) };
        let pool = &vm.heap.tuples[pool];
        let items: Vec<Value> = selections.indices[..r].iter().map(|&i| pool[i]).collect();
        Ok(Some(vm.heap.new_tuple(items)))
    }
}

impl<const KIND: u8> Selections<KIND> {
    fn start(pool: Value, n: usize, r: usize) -> Selections<KIND> {
        let (indices, cycles, done) = match KIND {
            COMBINE => ((0..r).collect(), Vec::new(), r > n),
            REPLACE => (vec![0; r], Vec::new(), n == 0 && r > 0),
            _ if r > n => (Vec::new(), Vec::new(), true),
            _ => ((0..n).collect(), (0..r).map(|i| n - i).collect(), false),
        };
        Selections { pool, n, r, indices, cycles, started: false, done }
    }

    /// Goes on to the next selection; false if there is none.
    fn advance(&mut self) -> bool {
        let (n, r) = (self.n, self.r);
        match KIND {
            COMBINE => {
                // The last place that isn't at its end moves on, and all behind it follow.
                let Some(i) = (0..r).rev().find(|&i| self.indices[i] != i + n - r) else { return false };
                self.indices[i] += 1;
                for j in i + 1..r {
                    self.indices[j] = self.indices[j - 1] + 1;
                }
                true
            }
            REPLACE => {
                let Some(i) = (0..r).rev().find(|&i| self.indices[i] != n - 1) else { return false };
                let next = self.indices[i] + 1;
                self.indices[i..].fill(next);
                true
            }
            _ => {
                for i in (0..r).rev() {
                    self.cycles[i] -= 1;
                    if self.cycles[i] == 0 {
                        self.indices[i..].rotate_left(1);
                        self.cycles[i] = n - i;
                    } else {
                        let other = n - self.cycles[i];
                        self.indices.swap(i, other);
                        return true;
                    }
                }
                false
            }
        }
    }
}

fn new<const KIND: u8>(vm: &mut Vm, args: Args, spec: &'static TypeSpec) -> Res {
    let [cls, iterable, r] = args.take(vm);
    let iterable = required(vm, spec.name, iterable, "iterable", 1)?;
    let r = if KIND == PERMUTE { r.or_none() } else { required(vm, spec.name, r, "r", 2)? };
    let pool = crate::types::tuple::from_iterable(vm, iterable)?;
    let n = vm.sequence_len(pool);
    let r = match r {
        Value::None => n as i64,
        Value::Int(_) | Value::BigInt(_) | Value::Bool(_) => vm.index_i64(r)?,
        _ if KIND == PERMUTE => return Err(vm.type_error("Expected int as r")),
        _ => vm.index_i64(r)?,
    };
    let Ok(r) = usize::try_from(r) else { return Err(vm.value_error("r must be non-negative")) };
    if r <= n || KIND == REPLACE {
        vm.reserve(r.saturating_mul(24))?;
    }
    // More than there are can't be chosen: there is nothing to give, and no room needed.
    let mut selections = Selections::<KIND>::start(pool, n, if KIND == COMBINE { r.min(n + 1) } else { r });
    selections.r = r;
    make(vm, cls, spec, selections)
}

fn reduce<const KIND: u8>(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let s = own_state::<Selections<KIND>>(vm, this)?;
    let (pool, r, done, started) = (s.pool, s.r, s.done, s.started);
    let (indices, cycles) = (s.indices.clone(), s.cycles.clone());
    let r = vm.heap.int_from(r);
    if !started {
        return reduced(vm, this, &[pool, r], None);
    }
    if done {
        let empty = vm.heap.new_tuple([]);
        return reduced(vm, this, &[empty, r], None);
    }
    let ints = |vm: &mut Vm, v: Vec<usize>| {
        let v: Vec<Value> = v.into_iter().map(|i| Value::Int(i as i64)).collect();
        vm.heap.new_tuple(v)
    };
    let mut state = ints(vm, indices);
    if KIND == PERMUTE {
        let cycles = ints(vm, cycles);
        state = vm.heap.new_tuple([state, cycles]);
    }
    reduced(vm, this, &[pool, r], Some(state))
}

/// Places from a tuple of ints, each clipped to `0..=most`; None if there aren't `len` of them.
fn places(vm: &mut Vm, v: Value, len: usize, most: impl Fn(usize) -> usize) -> Res<Option<Vec<usize>>> {
    let items = positional(vm, v);
    if items.len() != len {
        return Ok(None);
    }
    let mut places = Vec::with_capacity(len);
    for (i, v) in items.into_iter().enumerate() {
        places.push(vm.index_i64(v)?.clamp(0, most(i) as i64) as usize);
    }
    Ok(Some(places))
}

fn setstate<const KIND: u8>(vm: &mut Vm, args: Args) -> Res {
    let [this, given] = args.take(vm);
    warn_of_pickling(vm)?;
    let s = own_state::<Selections<KIND>>(vm, this)?;
    let (n, r, done) = (s.n, s.r, s.done);
    if done {
        return Ok(Value::None);
    }
    let restored = match KIND {
        COMBINE => places(vm, given, r, |i| i + n - r)?.map(|indices| (indices, Vec::new())),
        REPLACE => places(vm, given, r, |_| n.saturating_sub(1))?.map(|indices| (indices, Vec::new())),
        _ => match positional(vm, given)[..] {
            [indices, cycles] => {
                let indices = places(vm, indices, n, |_| n.saturating_sub(1))?;
                // At least one: none is left of nothing.
                let cycles = places(vm, cycles, r, |i| n - i)?.map(|c| c.into_iter().map(|c| c.max(1)).collect());
                indices.zip(cycles)
            }
            _ => None,
        },
    };
    let Some((indices, cycles)) = restored else { return Err(vm.value_error("invalid arguments")) };
    let s = own_state::<Selections<KIND>>(vm, this)?;
    (s.indices, s.cycles, s.started) = (indices, cycles, true);
    Ok(Value::None)
}

fn sizeof<const KIND: u8>(vm: &mut Vm, args: Args) -> Res {
    let size = own_state::<Selections<KIND>>(vm, args.get(vm, 0))?.size();
    Ok(Value::Int(size as i64))
}
