//! `product`

use super::{NEW_DOC, State, make, own_state, reduced, state, state_mut, warn_of_pickling};
use crate::types::constructor_args::positional;
use crate::types::iterators::{ITER, NEXT, REDUCE_DOC, SETSTATE_DOC};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `itertools.product`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "product",
    module: "itertools",
    doc: "Cartesian product of input iterables.  Equivalent to nested for-loops.\n\nFor example, product(A, B) returns the \
          same as:  ((x,y) for x in A for y in B).\nThe leftmost iterators are in the outermost for-loop, so the output \
          tuples\ncycle in a manner similar to an odometer (with the rightmost element changing\non every \
          iteration).\n\nTo compute the product of an iterable with itself, specify the number\nof repetitions with \
          the optional repeat keyword argument. For example,\nproduct(A, repeat=4) means the same as product(A, A, A, \
          A).\n\nproduct('ab', range(3)) --> ('a',0) ('a',1) ('a',2) ('b',0) ('b',1) ('b',2)\nproduct((0,1), (0,1), \
          (0,1)) --> (0,0,0) (0,0,1) (0,1,0) (0,1,1) (1,0,0) ...",
    subclassable: true,
    new: Some(NativeSpec::new("__new__", "($type, *iterables, repeat=1)", new, NEW_DOC)),
    specials: &[ITER, NEXT],
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", setstate, SETSTATE_DOC),
        NativeSpec::new("__sizeof__", "($self, /)", sizeof, "Returns size in memory, in bytes."),
    ],
    ..TypeSpec::BASE
};

struct Product {
    /// Tuples.
    pools: Vec<Value>,
    /// The tuple of them that it reduced to, which stays the same, as pickles show; unbound before.
    arguments: Value,
    sizes: Vec<usize>,
    /// The places of the elements given last.
    indices: Vec<usize>,
    started: bool,
    done: bool,
}

impl State for Product {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.pools.iter().for_each(|&v| visit(v));
        visit(self.arguments);
    }

    fn size(&self) -> usize {
        64 + self.pools.len() * 32
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(product) = state_mut::<Product>(vm, k) else { return Ok(None) };
        if product.done {
            product.started = true;
            return Ok(None);
        }
        if std::mem::replace(&mut product.started, true) && !product.advance() {
            product.done = true;
            return Ok(None);
        }
        let Some(product) = state::<Product>(vm, k) else { return Ok(None) };
        let items: Vec<Value> =
            product.pools.iter().zip(&product.indices).filter_map(|(&pool, &i)| vm.sequence_item(pool, i)).collect();
        Ok(Some(vm.heap.new_tuple(items)))
    }
}

impl Product {
    /// Goes on as an odometer does; false if it is through.
    fn advance(&mut self) -> bool {
        for i in (0..self.indices.len()).rev() {
            self.indices[i] += 1;
            if self.indices[i] < self.sizes[i] {
                return true;
            }
            self.indices[i] = 0;
        }
        false
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, iterables, repeat] = args.take(vm);
    let repeat = if repeat.is_undef() { 1 } else { vm.index_i64(repeat)? };
    let Ok(repeat) = usize::try_from(repeat) else {
        return Err(vm.value_error("repeat argument cannot be negative"));
    };
    let mut once = Vec::new();
    if repeat > 0 {
        for iterable in positional(vm, iterables) {
            once.push(crate::types::tuple::from_iterable(vm, iterable)?);
        }
    }
    match once.len().checked_mul(repeat).filter(|&n| n < usize::MAX / 64) {
        Some(n) => vm.reserve(n * 48)?,
        None => return Err(vm.overflow_error("repeat argument too large")),
    }
    let pools = once.repeat(if once.is_empty() { 0 } else { repeat });
    let sizes: Vec<usize> = pools.iter().map(|&p| vm.sequence_len(p)).collect();
    let done = sizes.contains(&0);
    let indices = vec![0; pools.len()];
    make(vm, cls, &SPEC, Product { pools, arguments: Value::Undef, sizes, indices, started: false, done })
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let p = own_state::<Product>(vm, this)?;
    let (pools, indices, started, done) = (p.pools.clone(), p.indices.clone(), p.started, p.done);
    let arguments_before = p.arguments.bound();
    if started && done {
        let empty = vm.heap.new_tuple([]);
        return reduced(vm, this, &[empty], None);
    }
    let arguments = match arguments_before {
        Some(arguments) => arguments,
        None => vm.heap.new_tuple(pools),
    };
    own_state::<Product>(vm, this)?.arguments = arguments;
    warn_of_pickling(vm)?;
    let class = Value::Class(vm.class_of(this));
    if !started {
        return Ok(vm.heap.new_tuple([class, arguments]));
    }
    let indices: Vec<Value> = indices.into_iter().map(|i| Value::Int(i as i64)).collect();
    let state = vm.heap.new_tuple(indices);
    Ok(vm.heap.new_tuple([class, arguments, state]))
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, given] = args.take(vm);
    warn_of_pickling(vm)?;
    let items = positional(vm, given);
    let sizes = own_state::<Product>(vm, this)?.sizes.clone();
    if items.len() != sizes.len() {
        return Err(vm.value_error("invalid arguments"));
    }
    if sizes.contains(&0) {
        return Ok(Value::None);
    }
    let mut indices = Vec::with_capacity(sizes.len());
    for (v, size) in items.into_iter().zip(sizes) {
        indices.push(vm.index_i64(v)?.clamp(0, size as i64 - 1) as usize);
    }
    let p = own_state::<Product>(vm, this)?;
    (p.indices, p.started) = (indices, true);
    Ok(Value::None)
}

fn sizeof(vm: &mut Vm, args: Args) -> Res {
    let size = own_state::<Product>(vm, args.get(vm, 0))?.size();
    Ok(Value::Int(size as i64))
}
