//! `enumerate`

use super::{ITER, NEXT, REDUCE_DOC, key_of, reduce_to_class};
use crate::code::op::BinaryOp;
use crate::heap::Heap;
use crate::heap::kinds::NativeIter;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `enumerate`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "enumerate",
    doc: "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, iterable=<unrepresentable>, start=0)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC)],
    specials: &[ITER, NEXT],
    class_methods: crate::types::generic_alias::CLASS_GETITEM,
    ..TypeSpec::BASE
};

#[derive(Clone, Copy)]
struct Enumerate {
    class: ClassKey,
    iterator: Value,
    /// An int.
    count: Value,
}

impl NativeIter for Enumerate {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.iterator);
        visit(self.count);
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, iterable, start] = args.take(vm);
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(cls, base)?;
    if iterable.is_undef() {
        return Err(vm.type_error("enumerate() missing required argument 'iterable'"));
    }
    let count = if start.is_undef() { Value::Int(0) } else { vm.index(start)? };
    let iterator = vm.iter(iterable)?;
    let it = vm.heap.new_native_iter(Enumerate { class: base, iterator, count });
    Ok(vm.wrap_new(class, it))
}

fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(&Enumerate { iterator, count, .. }) = vm.heap.native_iter::<Enumerate>(k) else { return Ok(None) };
    let Some(v) = vm.next(iterator)? else { return Ok(None) };
    let next = match count {
        Value::Int(i) if i < i64::MAX => Value::Int(i + 1),
        _ => vm.binary(BinaryOp::Add, false, count, Value::Int(1))?,
    };
    if let Some(it) = vm.heap.native_iter_mut::<Enumerate>(k) {
        it.count = next;
    }
    Ok(Some(vm.heap.new_tuple([count, v])))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key_of(vm, this)?;
    match vm.heap.native_iter::<Enumerate>(k) {
        Some(&Enumerate { iterator, count, .. }) => reduce_to_class(vm, this, &[iterator, count], None),
        None => Err(vm.type_error("descriptor requires an 'enumerate' object")),
    }
}
