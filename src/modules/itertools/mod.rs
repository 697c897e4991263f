//! The module `itertools`: iterators that make others of iterators.

mod chain;
mod choose;
mod combinatorics;
mod counting;
mod grouping;
mod product;
mod slice;
mod tee;
mod zip_longest;

use crate::heap::Heap;
use crate::heap::kinds::NativeIter;
use crate::types::constructor_args::{no_keywords, positional};
use crate::types::iterators::{key_of, reduce_to_class};
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "itertools",
    doc: "Functional tools for creating and using iterators.\n\nInfinite iterators:\ncount(start=0, step=1) --> start, \
          start+step, start+2*step, ...\ncycle(p) --> p0, p1, ... plast, p0, p1, ...\nrepeat(elem [,n]) --> elem, elem, \
          elem, ... endlessly or up to n times\n\nIterators terminating on the shortest input \
          sequence:\naccumulate(p[, func]) --> p0, p0+p1, p0+p1+p2\nbatched(p, n) --> [p0, p1, ..., p_n-1], [p_n, \
          p_n+1, ..., p_2n-1], ...\nchain(p, q, ...) --> p0, p1, ... plast, q0, q1, ...\nchain.from_iterable([p, q, \
          ...]) --> p0, p1, ... plast, q0, q1, ...\ncompress(data, selectors) --> (d[0] if s[0]), (d[1] if s[1]), \
          ...\ndropwhile(predicate, seq) --> seq[n], seq[n+1], starting when predicate fails\ngroupby(iterable[, \
          keyfunc]) --> sub-iterators grouped by value of keyfunc(v)\nfilterfalse(predicate, seq) --> elements of seq \
          where pred(elem) is False\nislice(seq, [start,] stop [, step]) --> elements from\n       \
          seq[start:stop:step]\npairwise(s) --> (s[0],s[1]), (s[1],s[2]), (s[2], s[3]), ...\nstarmap(fun, seq) --> \
          fun(*seq[0]), fun(*seq[1]), ...\ntee(it, n) --> (it1, it2 , ... itn) splits one iterator into \
          n\ntakewhile(predicate, seq) --> seq[0], seq[1], until predicate fails\nzip_longest(p, q, ...) --> (p[0], \
          q[0]), (p[1], q[1]), ...\n\nCombinatoric generators:\nproduct(p, q, ... [repeat=1]) --> cartesian \
          product\npermutations(p[, r])\ncombinations(p, r)\ncombinations_with_replacement(p, r)\n",
    functions: &[tee::TEE],
    classes: &[
        &chain::SPEC,
        &choose::COMPRESS,
        &choose::DROP_WHILE,
        &choose::FILTER_FALSE,
        &choose::STAR_MAP,
        &choose::TAKE_WHILE,
        &combinatorics::COMBINATIONS,
        &combinatorics::PERMUTATIONS,
        &combinatorics::WITH_REPLACEMENT,
        &counting::ACCUMULATE,
        &counting::COUNT,
        &counting::CYCLE,
        &counting::REPEAT,
        &grouping::BATCHED,
        &grouping::GROUP,
        &grouping::GROUP_BY,
        &grouping::PAIRWISE,
        &product::SPEC,
        &slice::SPEC,
        &tee::SPEC,
        &tee::CHUNK_SPEC,
        &zip_longest::SPEC,
    ],
    init: None,
};

/// The documentation of each class's `__new__`.
const NEW_DOC: &str = "Create and return a new object.  See help(type) for accurate signature.";

/// What one kind of these iterators remembers, and its step.
trait State: Send + 'static {
    /// Takes a step: the next value, or None at the end.
    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>>;
    /// Calls `visit` with every value held.
    fn trace(&self, visit: &mut dyn FnMut(Value));
    /// Bytes it takes.
    fn size(&self) -> usize {
        64
    }
}

/// A state with the iterator's class.
struct Tool<S: State> {
    class: ClassKey,
    state: S,
}

impl<S: State> NativeIter for Tool<S> {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        S::step
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.state.trace(visit);
    }

    fn size(&self) -> usize {
        self.state.size()
    }
}

/// What `__new__` of these classes answers.
fn make<S: State>(vm: &mut Vm, cls: Value, spec: &'static TypeSpec, state: S) -> Res {
    let base = vm.class_for(spec);
    let class = vm.check_new(cls, base)?;
    let it = vm.heap.new_native_iter(Tool { class: base, state });
    Ok(vm.wrap_new(class, it))
}

/// The state of an iterator in a step: None would mean it is of another kind.
fn state<S: State>(vm: &Vm, k: IterKey) -> Option<&S> {
    vm.heap.native_iter::<Tool<S>>(k).map(|t| &t.state)
}

/// The state of an iterator in a step, to be changed.
fn state_mut<S: State>(vm: &mut Vm, k: IterKey) -> Option<&mut S> {
    vm.heap.native_iter_mut::<Tool<S>>(k).map(|t| &mut t.state)
}

/// The state of the receiver of a method, to be changed, too.
fn own_state<S: State>(vm: &mut Vm, this: Value) -> Res<&mut S> {
    let k = key_of(vm, this)?;
    if vm.heap.native_iter::<Tool<S>>(k).is_none() {
        let t = vm.type_name(this);
        return Err(vm.type_error(format!("descriptor doesn't apply to a '{t}' object")));
    }
    match vm.heap.native_iter_mut::<Tool<S>>(k) {
        Some(tool) => Ok(&mut tool.state),
        None => Err(crate::vm::Raised),
    }
}

/// Exactly `N` positional arguments and no keywords, for a signature `($type, *args, **kwargs)`: "cycle expected 1
/// argument, got 0".
fn exactly<const N: usize>(vm: &mut Vm, name: &str, args: Args) -> Res<[Value; N]> {
    let [cls, rest, kwargs] = args.take(vm);
    if is_exact(vm, cls) {
        no_keywords(vm, name, kwargs)?;
    }
    let rest = positional(vm, rest);
    match <[Value; N]>::try_from(rest) {
        Ok(found) => Ok(found),
        Err(rest) => {
            let plural = if N == 1 { "" } else { "s" };
            Err(vm.type_error(format!("{name} expected {N} argument{plural}, got {}", rest.len())))
        }
    }
}

/// It is one of these classes, not one derived from it: subclasses may take keywords of their own.
fn is_exact(vm: &Vm, cls: Value) -> bool {
    matches!(cls, Value::Class(c) if !vm.heap.classes[c].flags.python)
}

/// What all methods for pickling say first.
fn warn_of_pickling(vm: &mut Vm) -> Res<()> {
    vm.warn_deprecated("Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.")
}

/// `(class, args)` or `(class, args, state)`, with the warning.
fn reduced(vm: &mut Vm, this: Value, args: &[Value], state: Option<Value>) -> Res {
    warn_of_pickling(vm)?;
    reduce_to_class(vm, this, args, state)
}

/// A required argument that may be given by name: "batched() missing required argument 'iterable' (pos 1)".
fn required(vm: &mut Vm, function: &str, v: Value, name: &str, position: usize) -> Res {
    match v.bound() {
        Some(v) => Ok(v),
        None => Err(vm.type_error(format!("{function}() missing required argument '{name}' (pos {position})"))),
    }
}
