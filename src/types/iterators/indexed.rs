//! The classes of the iterators over lists and tuples, which `vm/iterate.rs` steps.

use super::{ITER, LENGTH_HINT_DOC, NEXT, REDUCE_DOC, SETSTATE_DOC, key_of, reduce_to_iter, state_index};
use crate::heap::kinds::Iter;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

const METHODS: &[NativeSpec] = &[
    NativeSpec::new("__length_hint__", "($self, /)", length_hint, LENGTH_HINT_DOC),
    NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC),
    NativeSpec::new("__setstate__", "($self, object, /)", setstate, SETSTATE_DOC),
];

const fn class(name: &'static str) -> TypeSpec {
    TypeSpec { name, no_new: true, methods: METHODS, specials: &[ITER, NEXT], ..TypeSpec::BASE }
}

/// The class `list_iterator`.
pub static LIST: TypeSpec = class("list_iterator");
/// The class `tuple_iterator`.
pub static TUPLE: TypeSpec = class("tuple_iterator");

fn length_hint(vm: &mut Vm, args: Args) -> Res {
    let k = key_of(vm, args.get(vm, 0))?;
    let n = vm.length_hint_quick(Value::Iter(k));
    Ok(vm.heap.int_from(n as u64))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let iter = vm.builtin_function("iter")?;
    let k = key_of(vm, args.get(vm, 0))?;
    match vm.heap.iters[k] {
        Iter::List { list: Value::Undef, .. } => {
            let list = vm.heap.new_list(Vec::new());
            reduce_to_iter(vm, iter, &[list], None)
        }
        Iter::List { list, index } => reduce_to_iter(vm, iter, &[list], Some(Value::Int(index as i64))),
        Iter::Tuple { index: usize::MAX, .. } => {
            let empty = vm.heap.new_tuple([]);
            reduce_to_iter(vm, iter, &[empty], None)
        }
        Iter::Tuple { tuple, index } => {
            reduce_to_iter(vm, iter, &[Value::Tuple(tuple)], Some(Value::Int(index as i64)))
        }
        _ => Err(vm.type_error("cannot reduce this iterator")),
    }
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, state] = args.take(vm);
    let k = key_of(vm, this)?;
    let at = usize::try_from(state_index(vm, state)?).unwrap_or(0);
    let heap = &mut vm.heap;
    match &mut heap.iters[k] {
        Iter::List { list: Value::List(l), index } => *index = at.min(heap.lists[*l].len()),
        Iter::Tuple { tuple, index } if *index < usize::MAX => *index = at.min(heap.tuples[*tuple].len()),
        _ => {}
    }
    Ok(Value::None)
}
