//! `chain`

use super::{NEW_DOC, State, make, own_state, reduced, state, state_mut, warn_of_pickling};
use crate::types::constructor_args::{no_keywords, positional};
use crate::types::iterators::{ITER, NEXT, REDUCE_DOC, SETSTATE_DOC};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `itertools.chain`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "chain",
    module: "itertools",
    doc: "Return a chain object whose .__next__() method returns elements from the\nfirst iterable until it is \
          exhausted, then elements from the next\niterable, until all of the iterables are exhausted.",
    subclassable: true,
    new: Some(NativeSpec::new("__new__", "($type, *args, **kwargs)", new, NEW_DOC)),
    specials: &[ITER, NEXT],
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", setstate, SETSTATE_DOC),
    ],
    class_methods: &[
        NativeSpec::new(
            "from_iterable",
            "($type, iterable, /)",
            from_iterable,
            "Alternative chain() constructor taking a single iterable argument that evaluates lazily.",
        ),
        NativeSpec::new(
            "__class_getitem__",
            "($type, object, /)",
            crate::types::generic_alias::class_getitem,
            "See PEP 585",
        ),
    ],
    ..TypeSpec::BASE
};

struct Chain {
    /// Over the iterables; unbound when finished.
    source: Value,
    /// Over the one under way, or unbound.
    active: Value,
}

impl State for Chain {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.source);
        visit(self.active);
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        loop {
            let Some(&Chain { source, active }) = state::<Chain>(vm, k) else { return Ok(None) };
            if source.is_undef() {
                return Ok(None);
            }
            if !active.is_undef() {
                if let Some(v) = vm.next(active)? {
                    return Ok(Some(v));
                }
                set(vm, k, source, Value::Undef);
            }
            let next = match vm.next(source) {
                Ok(Some(iterable)) => {
                    let mark = vm.pin(iterable);
                    let it = vm.iter(iterable);
                    vm.unpin_to(mark);
                    it
                }
                Ok(None) => {
                    set(vm, k, Value::Undef, Value::Undef);
                    return Ok(None);
                }
                Err(raised) => Err(raised),
            };
            match next {
                Ok(it) => set(vm, k, source, it),
                Err(raised) => {
                    set(vm, k, Value::Undef, Value::Undef);
                    return Err(raised);
                }
            }
        }
    }
}

fn set(vm: &mut Vm, k: IterKey, source: Value, active: Value) {
    if let Some(chain) = state_mut::<Chain>(vm, k) {
        *chain = Chain { source, active };
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, iterables, kwargs] = args.take(vm);
    if super::is_exact(vm, cls) {
        no_keywords(vm, "chain", kwargs)?;
    }
    let source = vm.iter(iterables)?;
    make(vm, cls, &SPEC, Chain { source, active: Value::Undef })
}

fn from_iterable(vm: &mut Vm, args: Args) -> Res {
    let [cls, iterable] = args.take(vm);
    let source = vm.iter(iterable)?;
    make(vm, cls, &SPEC, Chain { source, active: Value::Undef })
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut Chain { source, active } = own_state::<Chain>(vm, this)?;
    let parts = match (source.bound(), active.bound()) {
        (None, _) => None,
        (Some(source), None) => Some(vm.heap.new_tuple([source])),
        (Some(source), Some(active)) => Some(vm.heap.new_tuple([source, active])),
    };
    reduced(vm, this, &[], parts)
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, given] = args.take(vm);
    warn_of_pickling(vm)?;
    let Value::Tuple(_) = given else { return Err(vm.type_error("state is not a tuple")) };
    let parts = positional(vm, given);
    if !(1..=2).contains(&parts.len()) {
        let n = parts.len();
        let bound = if n == 0 { "at least 1 argument" } else { "at most 2 arguments" };
        return Err(vm.type_error(format!("function expected {bound}, got {n}")));
    }
    if !parts.iter().all(|&v| vm.is_iterator(v)) {
        return Err(vm.type_error("Arguments must be iterators."));
    }
    let chain = own_state::<Chain>(vm, this)?;
    *chain = Chain { source: parts[0], active: parts.get(1).copied().unwrap_or_default() };
    Ok(Value::None)
}
