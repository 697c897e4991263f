//! `zip`

use super::{ITER, NEXT, REDUCE_DOC, SETSTATE_DOC, key_of};
use crate::heap::Heap;
use crate::heap::kinds::NativeIter;
use crate::types::constructor_args::positional;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Raised, Res, Vm};

/// The class `zip`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "zip",
    doc: "The zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *iterables, strict=False)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", setstate, SETSTATE_DOC),
    ],
    specials: &[ITER, NEXT],
    ..TypeSpec::BASE
};

struct Zip {
    class: ClassKey,
    iterators: Box<[Value]>,
    /// The tuple of them that it reduced to, which stays the same, as pickles show; unbound before.
    arguments: Value,
    strict: bool,
    done: bool,
}

impl NativeIter for Zip {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.iterators.iter().for_each(|&v| visit(v));
        visit(self.arguments);
    }

    fn size(&self) -> usize {
        64 + self.iterators.len() * 16
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, iterables, strict] = args.take(vm);
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(cls, base)?;
    let strict = if strict.is_undef() { false } else { vm.truth(strict)? };
    let mut iterators = positional(vm, iterables);
    for v in &mut iterators {
        *v = vm.iter(*v)?;
    }
    let done = iterators.is_empty();
    let it = vm.heap.new_native_iter(Zip {
        class: base,
        iterators: iterators.into(),
        arguments: Value::Undef,
        strict,
        done,
    });
    Ok(vm.wrap_new(class, it))
}

fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(zip) = vm.heap.native_iter::<Zip>(k) else { return Ok(None) };
    if zip.done {
        return Ok(None);
    }
    let (n, strict) = (zip.iterators.len(), zip.strict);
    let mut items = Vec::with_capacity(n);
    let mark = vm.heap.pins.len();
    for i in 0..n {
        let Some(&it) = vm.heap.native_iter::<Zip>(k).and_then(|z| z.iterators.get(i)) else { return Ok(None) };
        match vm.next(it) {
            Ok(Some(v)) => {
                vm.pin(v);
                items.push(v);
            }
            Ok(None) => {
                vm.unpin_to(mark);
                finish(vm, k);
                if strict {
                    check_equal_length(vm, k, i, n)?;
                }
                return Ok(None);
            }
            Err(Raised) => {
                vm.unpin_to(mark);
                return Err(Raised);
            }
        }
    }
    vm.unpin_to(mark);
    Ok(Some(vm.heap.new_tuple(items)))
}

fn finish(vm: &mut Vm, k: IterKey) {
    if let Some(zip) = vm.heap.native_iter_mut::<Zip>(k) {
        zip.done = true;
    }
}

/// Argument `i` (from 0) ended: all before it must not have given a value, and none after it may.
fn check_equal_length(vm: &mut Vm, k: IterKey, i: usize, n: usize) -> Res<()> {
    let others = |m: usize| if m == 1 { String::from(" 1") } else { format!("s 1-{m}") };
    if i > 0 {
        let message = format!("zip() argument {} is shorter than argument{}", i + 1, others(i));
        return Err(vm.value_error(message));
    }
    for j in 1..n {
        let Some(&it) = vm.heap.native_iter::<Zip>(k).and_then(|z| z.iterators.get(j)) else { break };
        if vm.next(it)?.is_some() {
            let message = format!("zip() argument {} is longer than argument{}", j + 1, others(j));
            return Err(vm.value_error(message));
        }
    }
    Ok(())
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key_of(vm, this)?;
    let Some(zip) = vm.heap.native_iter::<Zip>(k) else {
        return Err(vm.type_error("descriptor requires a 'zip' object"));
    };
    let (iterators, arguments, strict) = (zip.iterators.to_vec(), zip.arguments, zip.strict);
    let arguments = match arguments.bound() {
        Some(arguments) => arguments,
        None => vm.heap.new_tuple(iterators),
    };
    if let Some(zip) = vm.heap.native_iter_mut::<Zip>(k) {
        zip.arguments = arguments;
    }
    let class = Value::Class(vm.class_of(this));
    Ok(match strict {
        true => vm.heap.new_tuple([class, arguments, Value::Bool(true)]),
        false => vm.heap.new_tuple([class, arguments]),
    })
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, state] = args.take(vm);
    let k = key_of(vm, this)?;
    let strict = vm.truth(state)?;
    if let Some(zip) = vm.heap.native_iter_mut::<Zip>(k) {
        zip.strict = strict;
    }
    Ok(Value::None)
}
