//! `reversed`: over anything with `__len__` and `__getitem__`, and over lists.

use super::{ITER, LENGTH_HINT_DOC, NEXT, REDUCE_DOC, SETSTATE_DOC, key_of, state_index};
use crate::heap::Heap;
use crate::heap::kinds::NativeIter;
use crate::heap::types::Exc;
use crate::types::constructor_args::{no_keywords_for, positional};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Raised, Res, Vm};

const METHODS: &[NativeSpec] = &[
    NativeSpec::new("__length_hint__", "($self, /)", length_hint, LENGTH_HINT_DOC),
    NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC),
    NativeSpec::new("__setstate__", "($self, object, /)", setstate, SETSTATE_DOC),
];

/// The class `reversed`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "reversed",
    doc: "Return a reverse iterator over the values of the given sequence.",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: METHODS,
    specials: &[ITER, NEXT],
    ..TypeSpec::BASE
};

static LIST: TypeSpec = TypeSpec {
    name: "list_reverseiterator",
    no_new: true,
    methods: METHODS,
    specials: &[ITER, NEXT],
    ..TypeSpec::BASE
};

/// Over a sequence from its end.
#[derive(Clone, Copy)]
struct Reversed {
    class: ClassKey,
    /// Unbound when finished.
    sequence: Value,
    /// The next index; negative when finished.
    index: i64,
}

impl NativeIter for Reversed {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.sequence);
    }
}

/// The iterator of `list.__reversed__`.
pub fn over_list(vm: &mut Vm, k: ListKey) -> Value {
    let class = vm.class_for(&LIST);
    let index = vm.heap.lists[k].len() as i64 - 1;
    vm.heap.new_native_iter(Reversed { class, sequence: Value::List(k), index })
}

/// `reversed(v)`: `__reversed__`, or an iterator over a sequence from its end.
pub fn make(vm: &mut Vm, v: Value) -> Res {
    let names = vm.heap.names;
    match vm.special(v, names.__reversed__) {
        Some(Value::None) => return Err(not_reversible(vm, v)),
        Some(method) => return vm.call_found(method, v, &[]),
        None => {}
    }
    let sequence = !matches!(vm.payload(v), Value::Dict(_) | Value::Set(_) | Value::FrozenSet(_))
        && vm.special(v, names.__getitem__).is_some();
    if !sequence {
        return Err(not_reversible(vm, v));
    }
    let index = vm.len(v)? as i64 - 1;
    let class = vm.class_for(&SPEC);
    Ok(vm.heap.new_native_iter(Reversed { class, sequence: v, index }))
}

fn not_reversible(vm: &mut Vm, v: Value) -> Raised {
    let t = vm.type_name(v);
    vm.type_error(format!("'{t}' object is not reversible"))
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, args, kwargs] = args.take(vm);
    let (base, init) = (vm.class_for(&SPEC), vm.heap.names.__init__);
    let class = vm.check_new(cls, base)?;
    no_keywords_for(vm, class, base, init, kwargs)?;
    match positional(vm, args)[..] {
        [v] => {
            let it = make(vm, v)?;
            Ok(vm.wrap_new(class, it))
        }
        ref args => {
            let n = args.len();
            Err(vm.type_error(format!("reversed expected 1 argument, got {n}")))
        }
    }
}

fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(&Reversed { sequence, index, .. }) = vm.heap.native_iter::<Reversed>(k) else { return Ok(None) };
    let found = match sequence {
        _ if sequence.is_undef() || index < 0 => None,
        Value::List(_) | Value::Tuple(_) => vm.sequence_item(sequence, index as usize),
        _ => {
            let mark = vm.pin(sequence);
            let result = vm.get_item(sequence, Value::Int(index));
            vm.unpin_to(mark);
            match result {
                Ok(v) => Some(v),
                Err(Raised) if vm.pending_is(Exc::IndexError) || vm.pending_is(Exc::StopIteration) => {
                    vm.take_pending();
                    None
                }
                Err(Raised) => return Err(Raised),
            }
        }
    };
    if let Some(it) = vm.heap.native_iter_mut::<Reversed>(k) {
        match found {
            Some(_) => it.index -= 1,
            None => (it.sequence, it.index) = (Value::Undef, -1),
        }
    }
    Ok(found)
}

fn state(vm: &mut Vm, this: Value) -> Res<Reversed> {
    let k = key_of(vm, this)?;
    match vm.heap.native_iter::<Reversed>(k) {
        Some(it) => Ok(*it),
        None => Err(vm.type_error("descriptor requires a 'reversed' object")),
    }
}

fn length_hint(vm: &mut Vm, args: Args) -> Res {
    let it = state(vm, args.get(vm, 0))?;
    if it.sequence.is_undef() {
        return Ok(Value::Int(0));
    }
    // A sequence that became shorter ends at once.
    let len = vm.len(it.sequence)? as i64;
    Ok(Value::Int(if len < it.index + 1 { 0 } else { it.index + 1 }))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let of_list = state(vm, this)?.class == vm.class_for(&LIST);
    let callable = match this {
        Value::Instance(_) => Value::Class(vm.class_of(this)),
        _ if of_list => vm.builtin_function("reversed")?,
        _ => Value::Class(vm.class_for(&SPEC)),
    };
    let it = state(vm, this)?;
    if it.sequence.is_undef() || (of_list && it.index < 0) {
        let empty = match of_list {
            true => vm.heap.new_list(Vec::new()),
            false => vm.heap.new_tuple([]),
        };
        let args = vm.heap.new_tuple([empty]);
        return Ok(vm.heap.new_tuple([callable, args]));
    }
    let args = vm.heap.new_tuple([it.sequence]);
    Ok(vm.heap.new_tuple([callable, args, Value::Int(it.index)]))
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, state_value] = args.take(vm);
    let k = key_of(vm, this)?;
    let index = state_index(vm, state_value)?;
    let it = state(vm, this)?;
    if it.sequence.is_undef() {
        return Ok(Value::None);
    }
    let last = vm.len(it.sequence)? as i64 - 1;
    if let Some(it) = vm.heap.native_iter_mut::<Reversed>(k) {
        it.index = index.clamp(-1, last.max(-1));
    }
    Ok(Value::None)
}
